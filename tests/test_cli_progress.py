"""What a long run says while it goes on."""

from __future__ import annotations

import io
import json
import os
import pty
import subprocess
import sys
import time
from pathlib import Path

import pytest

from newsclean.article import Failure
from newsclean.cli.messages import choose
from newsclean.cli.progress import SHOWN, Clock, Lines, Silence, complaint, duration, progress_for
from newsclean.corpus.run import News
from newsclean.corpus.tally import Tally

DRIVER = Path(__file__).with_name("kill_driver.py")


@pytest.fixture(autouse=True)
def english() -> None:
    choose("en")


@pytest.mark.parametrize("seconds, text", [(0, "00:00"), (61, "01:01"), (3599.6, "01:00:00"), (90061, "25:01:01")])
def test_durations(seconds: float, text: str) -> None:
    assert duration(seconds) == text


@pytest.mark.parametrize(
    "failure, line",
    [
        (Failure("a.html", "ReadError", "a.html: gone"), "failed: a.html: gone"),
        (Failure("a.html", "EmptyInputError", "empty"), "failed: a.html: empty"),
        (Failure("a\x1b[2J.html", "ReadError", "x\ny"), "failed: a\ufffd[2J.html: x\ufffdy"),
    ],
)
def test_a_failure_is_one_harmless_line(failure: Failure, line: str) -> None:
    assert complaint(failure) == line


def news(documents: int, consumed: int, failures: list[Failure] | None = None) -> News:
    return News(Tally(documents=documents, size=consumed, failed=len(failures or ())), failures or [], consumed)


def test_a_line_has_documents_speed_failures_and_the_time_left(tmp_path: Path) -> None:
    (tmp_path / "in.txt").write_bytes(b"x" * 1000)
    clock = Clock((str(tmp_path),))
    deadline = time.monotonic() + 5
    while clock.total is None and time.monotonic() < deadline:
        time.sleep(0.01)
    assert clock.total == 1000
    clock.line(news(0, 0))
    line = clock.line(news(7, 500, [Failure("a", "b", "c")]))
    assert line.startswith("7 documents, ")
    assert " MB/s, 1 failed, 00:00 left" in line


def test_of_many_failures_the_first_are_shown(capsys: pytest.CaptureFixture[str]) -> None:
    lines = Lines(())
    lines.news(news(0, 0, [Failure(str(n), "E", "m") for n in range(SHOWN + 10)]))
    assert len(capsys.readouterr().err.splitlines()) == SHOWN


def test_quiet_is_quiet(capsys: pytest.CaptureFixture[str]) -> None:
    progress = progress_for((), True)
    assert isinstance(progress, Silence)
    progress.news(news(0, 0, [Failure("a", "b", "c")]))
    progress.close()
    assert capsys.readouterr().err == ""


def test_lines_where_there_is_no_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stderr", io.StringIO())
    assert isinstance(progress_for((), False), Lines)


def test_a_bar_on_a_terminal(tmp_path: Path) -> None:
    source = tmp_path / "in.jsonl"
    source.write_text(
        "".join(json.dumps({"html": "BUG " if n == 40 else f"SLOW 0.002 {n}"}) + "\n" for n in range(800))
    )
    path = os.pathsep.join(filter(None, sys.path))
    ours, theirs = pty.openpty()
    run = subprocess.Popen(
        [sys.executable, DRIVER, "normalize", str(source), "-o", str(tmp_path / "out.jsonl"), "--lang", "en"],
        stderr=theirs,
        env={**os.environ, "PYTHONPATH": path, "COLUMNS": "120", "TERM": "xterm"},
    )
    os.close(theirs)
    seen = b""
    try:
        while data := os.read(ours, 4096):
            seen += data
    except OSError:  # Linux: the other side of the terminal is closed
        pass
    os.close(ours)
    assert run.wait() == 1
    text = seen.decode()
    assert "documents, " in text
    assert "MB/s" in text
    assert f"failed: {source}:41: " in text
    assert "799 documents" in text
