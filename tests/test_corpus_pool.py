"""What must hold whatever the documents do to the worker processes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import corpus_fake
import pytest

from newsclean import Article
from newsclean.article import Failure
from newsclean.corpus import Document, parse_many
from newsclean.corpus.chunks import DataChunk
from newsclean.corpus.pool import Pool
from newsclean.corpus.setup import Setup

FAKE = corpus_fake.NAME


def texts(results: list[Article | Failure]) -> list[str]:
    return [result.text if isinstance(result, Article) else result.error for result in results]


def test_results_come_in_the_order_of_the_documents() -> None:
    # The first documents take longest, so later chunks are done before them.
    items = [f"SLOW 0.0{9 - i}" for i in range(9)] + [f"文档 {i}" for i in range(400)]
    assert texts(list(parse_many(items, jobs=2, parse=FAKE))) == items


@pytest.mark.parametrize(
    "order, error, word",
    [
        ("CRASH ", "WorkerCrash", "exit status 7"),
        ("SEGFAULT ", "WorkerCrash", "signal 11"),
        ("KILL ", "WorkerCrash", "signal 9"),
        ("LOOP ", "DocumentTimeout", "--timeout"),
        ("STUCK ", "DocumentTimeout", "--timeout"),
        ("BUG ", "KeyError", "please report"),
        ("", "EmptyInputError", "give a page"),
    ],
)
@pytest.mark.parametrize("place", [0, 40, 99])
def test_a_bad_document_becomes_a_failure_and_all_others_are_done(
    order: str, error: str, word: str, place: int
) -> None:
    if order == "STUCK " and place != 40:
        pytest.skip("each of these takes seconds; one place is enough")
    items = [f"文档 {i}" for i in range(100)]
    items[place] = order
    results = list(parse_many(items, jobs=2, parse=FAKE, timeout=0.3))
    assert texts(results) == [*items[:place], error, *items[place + 1 :]]
    failure = results[place]
    assert isinstance(failure, Failure)
    assert failure.id == str(place)
    assert word in failure.message


def test_many_bad_documents_in_one_chunk() -> None:
    items = [("CRASH " if i % 5 == 2 else f"文档 {i}") for i in range(40)]
    expected = ["WorkerCrash" if i % 5 == 2 else f"文档 {i}" for i in range(40)]
    assert texts(list(parse_many(items, jobs=2, parse=FAKE))) == expected


def test_a_crash_that_does_not_come_again_costs_no_document(tmp_path: Path) -> None:
    items = [f"文档 {i}" for i in range(70)]
    items[33] = f"CRASH-ONCE {tmp_path / 'flag'}"
    assert texts(list(parse_many(items, jobs=2, parse=FAKE))) == items


def test_workers_that_somebody_kills_cost_no_document() -> None:
    pool = Pool(Setup(form="text", parse=FAKE, timeout=20), 2)
    chunks = [DataChunk.of([Document(f"{n}-{i}", f"SLOW 0.00{i % 3}") for i in range(20)]) for n in range(40)]
    killed = 0

    def kill() -> None:
        nonlocal killed
        for _ in range(5):
            time.sleep(0.25)
            for worker in list(pool._workers)[:1]:
                if worker.ready:
                    os.kill(worker._child.pid, signal.SIGKILL)
                    killed += 1

    killer = threading.Thread(target=kill)
    killer.start()
    parts = [part for _, parts in pool.run(chunks) for part in parts]
    killer.join()
    assert killed
    assert [failure for part in parts for failure in part.failures] == []
    assert sum(part.tally.documents for part in parts) == 800


def test_a_worker_that_cannot_start_is_no_fault_of_the_documents(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(Exception, match="did not start") as caught:
        list(parse_many(["文档"] * 100, jobs=2, parse="no_such_module:parse"))
    assert type(caught.value).__name__ == "NewscleanError"
    assert "no_such_module" in capfd.readouterr().err


def test_closing_the_results_ends_the_workers() -> None:
    results = parse_many((f"文档 {i}" for i in range(10**9)), jobs=2, parse=FAKE)
    assert isinstance(next(results), Article)
    before = threading.active_count()
    results.close()  # type: ignore[attr-defined]
    assert threading.active_count() == before - 2


def test_input_is_read_only_a_little_ahead() -> None:
    read = 0

    def endless() -> object:
        nonlocal read
        while True:
            read += 1
            yield f"文档 {read}"

    results = parse_many(endless(), jobs=2, parse=FAKE)  # type: ignore[arg-type]
    for _ in range(100):
        next(results)
    results.close()  # type: ignore[attr-defined]
    assert read < 3000


def test_a_worker_ends_when_its_parent_is_gone(tmp_path: Path) -> None:
    program = (
        f"import os, sys; sys.path[:] = {sys.path!r}\n"
        "from newsclean.corpus import parse_many\n"
        "results = parse_many(('SLOW 0.01' for _ in range(10**6)), jobs=2, parse='corpus_fake:parse')\n"
        "next(results)\n"
        "print(open(f'/proc/{os.getpid()}/task/{os.getpid()}/children').read(), flush=True)\n"
        "os.kill(os.getpid(), 9)\n"
    )
    found = subprocess.run([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True, check=False)
    children = found.stdout.split()
    if not children:
        pytest.skip("this system does not tell the children of a process")
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline and any(alive(child) for child in children):
        time.sleep(0.05)
    assert not any(alive(child) for child in children)


def alive(pid: str) -> bool:
    try:
        return " Z " not in Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return False


def test_a_script_needs_no_guard(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(
        "from newsclean.corpus import parse_many\n"
        "print(len(list(parse_many(['文档'] * 100, jobs=2, parse='corpus_fake:parse'))))\n"
    )
    path = os.pathsep.join(filter(None, sys.path))
    found = subprocess.run(
        [sys.executable, script], env={**os.environ, "PYTHONPATH": path}, capture_output=True, text=True, check=True
    )
    assert found.stdout == "100\n"


def test_what_a_library_prints_does_not_get_among_the_results(capfd: pytest.CaptureFixture[str]) -> None:
    assert len(list(parse_many(["文档"] * 100, jobs=1 + 1, parse="corpus_fake_loud:parse"))) == 100
    assert capfd.readouterr().out == ""


def waited(jobs: int) -> float:
    """Seconds for documents that wait and do not compute."""
    chunks = (DataChunk.of([Document(f"{n}-{i}", "SLOW 0.002") for i in range(32)]) for n in range(40))
    results = Pool(Setup(form="text", parse=FAKE), jobs).run(chunks)
    for _ in range(4):  # by then all workers have started
        next(results)
    began = time.perf_counter()
    assert sum(1 for _ in results) == 36
    return time.perf_counter() - began


def test_two_workers_do_twice_the_work() -> None:
    """What is measured is whether workers wait for the parent; once in five rounds other programs let it be seen.

    (With documents that compute, on a machine that does nothing else: ``python benchmarks/corpus.py``.)
    """
    assert any(waited(1) / waited(2) >= 1.8 for _ in range(5))
