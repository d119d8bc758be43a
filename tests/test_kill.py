"""Runs that are really killed, at any moment, and gone on with: no document lost, none twice, no half line.

`test_corpus_run` stops a run at every single step that it takes on the disk; this is the same with real processes,
real signals and moments that nobody chose.
"""

from __future__ import annotations

import gzip
import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

KILLS = int(os.environ.get("NEWSCLEAN_KILLS", "52"))
"""Kills over all forms of output."""
DRIVER = Path(__file__).with_name("kill_driver.py")
SUFFIXES = (".jsonl", ".jsonl.gz", "", ".parquet")
RUNS = KILLS // len(SUFFIXES)
"""Kills of each form."""
STRETCH = 400
"""Documents from gate to gate: more than three chunks, about what a run does until it is killed."""
AHEAD = 2
"""Gates that the first run finds open; every other finds one more than the run before it, so it can make a mark."""
GATES = {STRETCH * (number + 1): number for number in range(RUNS + AHEAD)}
"""Documents that wait until the test lets them pass: so no run is over before it is killed, however long a busy machine
holds up the test."""
DOCUMENTS = STRETCH * (len(GATES) + 1)
BAD = range(7, DOCUMENTS, 500)
PATIENCE = 600.0
"""Seconds after which the test gives a run up."""


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """What is read: it names the gates of this test alone."""
    folder = tmp_path / "in"
    (folder / "gates").mkdir(parents=True)
    path = folder / "in.jsonl.gz"
    with gzip.open(path, "wt", encoding="utf-8", compresslevel=1) as file:
        for number in range(DOCUMENTS):
            file.write(json.dumps({"html": document(number, folder)}) + "\n")
    return path


def document(number: int, folder: Path) -> str:
    if number in GATES:
        return f"GATE {gate(folder, GATES[number])}"
    return "BUG " if number in BAD else f"SLOW 0.002 文{number:06}"


def gate(folder: Path, number: int) -> Path:
    """The file that opens a gate."""
    return folder / "gates" / str(number)


def open_gates(source: Path, number: int) -> None:
    for opened in range(number):
        gate(source.parent, opened).touch()


def start(source: Path, output: Path, *words: str, **given: Any) -> subprocess.Popen[bytes]:
    words = ("normalize", str(source), "-o", str(output), "-q", "--timeout", str(PATIENCE), *words)
    path = os.pathsep.join(filter(None, sys.path))
    given["preexec_fn"] = heed_interrupts
    return subprocess.Popen([sys.executable, DRIVER, *words], env={**os.environ, "PYTHONPATH": path}, **given)


def heed_interrupts() -> None:
    """Where the tests run in a shell's background, they and what they start would not hear Ctrl-C."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def texts(output: Path) -> list[str]:
    """The bodies in the output, in order (of a folder: sorted)."""
    if output.is_dir():
        return sorted(path.read_text().splitlines()[1] for path in output.iterdir())
    if output.suffix == ".parquet":
        import pyarrow.parquet as pq  # noqa: PLC0415

        return [str(text) for text in pq.read_table(output).column("text").to_pylist()]
    data = gzip.decompress(output.read_bytes()) if output.suffix == ".gz" else output.read_bytes()
    return [json.loads(line)["text"] for line in data.splitlines()]


def test_interrupted_it_says_how_to_go_on(source: Path, tmp_path: Path) -> None:
    """Ctrl-C: the exit status of the shell's custom, one line, no traceback."""
    output = tmp_path / "out.jsonl"
    run = start(source, output, "--lang", "en", stderr=subprocess.PIPE)
    await_mark(run, Path(f"{output}.part.json"), None)
    run.send_signal(signal.SIGINT)
    told = run.communicate(timeout=PATIENCE)[1].decode()
    assert run.returncode == 130
    assert told.strip() == "newsclean: stopped; the same command with --resume goes on"
    assert sorted(os.listdir(tmp_path)) == ["in", "out.jsonl.part", "out.jsonl.part.json"]


def mark(journal: Path) -> int | None:
    """What tells the marks of a run apart; None where there is none."""
    try:
        return journal.stat().st_mtime_ns
    except FileNotFoundError:
        return None


def await_mark(run: subprocess.Popen[bytes], journal: Path, before: int | None) -> None:
    """Wait until the run has made a mark of its own."""
    deadline = time.monotonic() + PATIENCE
    while mark(journal) in (None, before):
        assert run.poll() is None, f"the run ended by itself: {run.returncode}"
        assert time.monotonic() < deadline
        time.sleep(0.01)


def children(pid: int) -> list[int]:
    try:
        return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_killed_again_and_again(source: Path, tmp_path: Path, suffix: str) -> None:
    if suffix == ".parquet":
        pytest.importorskip("pyarrow", reason="pyarrow (extra arrow) is not installed")
    output, errors = tmp_path / f"out{suffix}", tmp_path / "errors.jsonl"
    journal = tmp_path / f"out{suffix}.part.json" if suffix else output / ".newsclean.json"
    words = ["--errors", str(errors), "--resume", "-j", "2", *([] if suffix else ["--output-format", "text"])]
    chance = random.Random(suffix)
    workers = marks = 0
    for kill in range(RUNS):
        open_gates(source, kill + AHEAD)
        before = mark(journal)
        run = start(source, output, *words)
        if chance.random() < 0.7:
            await_mark(run, journal, before)
        time.sleep(chance.uniform(0, 0.6))
        if chance.random() < 0.2:
            for child in children(run.pid)[:1]:
                os.kill(child, signal.SIGKILL)
                workers += 1
            time.sleep(0.1)
        assert not output.exists() or output.is_dir()
        run.send_signal(chance.choice((signal.SIGKILL, signal.SIGKILL, signal.SIGTERM, signal.SIGINT)))
        status = run.wait()
        marks += journal.exists()
        assert status in (-signal.SIGKILL, -signal.SIGTERM, 130, -signal.SIGINT), status
    open_gates(source, len(GATES))
    assert start(source, output, *words).wait() == 1
    expected = [document(number, source.parent) for number in range(DOCUMENTS) if number not in BAD]
    assert texts(output) == (expected if suffix else sorted(expected))
    failed = [json.loads(line)["id"] for line in errors.read_text().splitlines()]
    assert failed == [f"{source}:{number + 1}" for number in BAD]
    assert sorted(os.listdir(tmp_path)) == sorted([output.name, "errors.jsonl", "in"])
    print(
        f"\n{RUNS} runs ({marks} had something to go on with) and {workers} workers killed, {suffix or 'folder'}: whole"
    )
    assert marks >= RUNS // 2
