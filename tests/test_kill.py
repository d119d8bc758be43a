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

import pytest

KILLS = int(os.environ.get("NEWSCLEAN_KILLS", "52"))
"""Kills over all forms of output."""
DOCUMENTS = 6000
BAD = range(7, DOCUMENTS, 500)
DRIVER = Path(__file__).with_name("kill_driver.py")
SUFFIXES = (".jsonl", ".jsonl.gz", "", ".parquet")


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("kill") / "in.jsonl.gz"
    with gzip.open(path, "wt", encoding="utf-8") as file:
        for number in range(DOCUMENTS):
            text = "BUG " if number in BAD else f"SLOW 0.002 文{number:06}"
            file.write(json.dumps({"html": text}) + "\n")
    return path


def start(source: Path, output: Path, errors: Path) -> subprocess.Popen[bytes]:
    words = ["normalize", str(source), "-o", str(output), "--errors", str(errors), "--resume", "-q", "-j", "2"]
    if not output.suffix:
        words += ["--output-format", "text"]
    path = os.pathsep.join(filter(None, sys.path))
    return subprocess.Popen([sys.executable, DRIVER, *words], env={**os.environ, "PYTHONPATH": path})


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
    path = os.pathsep.join(filter(None, sys.path))
    words = [sys.executable, str(DRIVER), "normalize", str(source), "-o", str(output), "--lang", "en", "-q"]
    run = subprocess.Popen(words, env={**os.environ, "PYTHONPATH": path}, stderr=subprocess.PIPE)
    deadline = time.monotonic() + 60
    while not os.path.exists(f"{output}.part.json") and time.monotonic() < deadline:
        time.sleep(0.05)
    run.send_signal(signal.SIGINT)
    told = run.communicate()[1].decode()
    assert run.returncode == 130
    assert told.strip() == "newsclean: stopped; the same command with --resume goes on"
    assert {"out.jsonl.part", "out.jsonl.part.json"} <= set(os.listdir(tmp_path))
    assert not output.exists()


def await_mark(run: subprocess.Popen[bytes], journal: Path) -> None:
    """Wait until the run has made a mark of its own."""
    before = journal.stat().st_mtime_ns if journal.exists() else 0
    deadline = time.monotonic() + 60
    while run.poll() is None and time.monotonic() < deadline:
        if journal.exists() and journal.stat().st_mtime_ns != before:
            return
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
    chance = random.Random(suffix)
    kills = workers = marks = 0
    while True:
        run = start(source, output, errors)
        if kills < KILLS // len(SUFFIXES):
            if chance.random() < 0.7:
                await_mark(run, journal)
            time.sleep(chance.uniform(0, 0.6))
            if chance.random() < 0.2:
                for child in children(run.pid)[:1]:
                    os.kill(child, signal.SIGKILL)
                    workers += 1
                time.sleep(0.1)
            assert not output.exists() or output.is_dir() or run.poll() is not None
            run.send_signal(chance.choice((signal.SIGKILL, signal.SIGKILL, signal.SIGTERM, signal.SIGINT)))
        status = run.wait()
        if status == 1:
            break
        marks += journal.exists()
        assert status in (-signal.SIGKILL, -signal.SIGTERM, 130, -signal.SIGINT), status
        kills += 1
    assert texts(output) == [f"SLOW 0.002 文{number:06}" for number in range(DOCUMENTS) if number not in BAD]
    failed = [json.loads(line)["id"] for line in errors.read_text().splitlines()]
    assert failed == [f"{source}:{number + 1}" for number in BAD]
    assert sorted(os.listdir(tmp_path)) == sorted([output.name, "errors.jsonl"])
    print(
        f"\n{kills} runs ({marks} had something to go on with) and {workers} workers killed, {suffix or 'folder'}: whole"
    )
    assert marks >= kills // 2
