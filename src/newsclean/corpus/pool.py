"""Workers: processes that each clean one chunk at a time, watched, and replaced when they crash or hang.

The parent starts them as programs of their own (not by fork: the caller may have threads; not by multiprocessing's
spawn: the caller's script need not have a ``__main__`` guard), so they also run inside notebooks, Spark and Ray.

A worker that dies or falls silent had some documents of its chunk not yet handed over.  These are done again one at a
time; the document with which a worker dies *alone* is the culprit and becomes a failure.  A worker that somebody else
killed thus costs nothing but the repetition.
"""

from __future__ import annotations

import queue
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import BinaryIO, cast

import msgspec

from newsclean.errors import NewscleanError

from .chunks import ArrowChunk, BlockChunk, Chunk, DataChunk
from .failures import failed, too_slow
from .frames import Task, part_decoder, receive, send
from .setup import Setup
from .work import FLUSH, Part, moved

AHEAD = 8
"""Chunks a worker that may be done before an earlier one is: while one document hangs, the others go on so far."""
GRACE = 3.0
"""Seconds a worker gets beyond the time limit to end a document by itself."""
START = 120.0
"""Seconds a worker gets to start: it loads the libraries, on a machine that may be busy."""
ALONE = 64
"""Documents done one at a time after a crash before the chunk is trusted again."""

LIVES = {-9: 3}
"""Deaths of workers over one document alone until it is the culprit, by exit status; 1 for all others.  SIGKILL comes
from outside (the system is out of memory, an administrator), so it says less about the document."""

_PROGRAM = "import sys; sys.path[:] = {path!r}; from newsclean.corpus.worker import main; main()"


class Job(msgspec.Struct):
    """A chunk on its way."""

    number: int
    chunk: Chunk
    original: Chunk
    """As it was cut; `chunk` may have been moved since."""
    begin: int = 0
    alone: int = 0
    """Documents that are still to be done one at a time."""
    deaths: int = 0
    """Workers that died over the document at `begin` alone."""
    parts: list[Part] = []

    @property
    def task(self) -> Task:
        return Task(self.chunk, self.begin, self.begin + 1 if self.alone else None)


class Process:
    """One worker, and the thread that listens to it."""

    def __init__(self, setup: Setup, inbox: queue.SimpleQueue[tuple[Process, bytes | None]]) -> None:
        self.job: Job | None = None
        self.ready = False
        self.heard = time.monotonic()
        self._child = subprocess.Popen(
            [sys.executable, "-c", _PROGRAM.format(path=sys.path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            start_new_session=True,  # Ctrl-C is for the parent, which then ends its workers
        )
        self._stdin = cast(BinaryIO, self._child.stdin)
        self._inbox = inbox
        self._send(setup)
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()

    def _listen(self) -> None:
        stream = cast(BinaryIO, self._child.stdout)
        while (data := receive(stream)) is not None:
            self._inbox.put((self, data))
        self._inbox.put((self, None))

    def give(self, job: Job) -> None:
        """Send a chunk.  A worker that is gone is noticed by its listener."""
        self.job = job
        self.heard = time.monotonic()
        self._send(job.task)

    def _send(self, message: msgspec.Struct) -> None:
        try:
            send(self._stdin, message)
        except OSError:
            self._child.kill()

    def silent_for(self) -> float:
        """Seconds since the worker said something or was given something."""
        return time.monotonic() - self.heard

    def end(self) -> int:
        """Kill it; its exit status."""
        self._child.kill()
        status = self._child.wait()
        self._listener.join()
        for stream in (self._child.stdin, self._child.stdout):
            with suppress(OSError):
                cast(BinaryIO, stream).close()
        return status


class Pool:
    """Runs chunks in `jobs` processes; results come in the order of the chunks."""

    def __init__(self, setup: Setup, jobs: int) -> None:
        self._setup = setup
        self._jobs = jobs
        self._inbox: queue.SimpleQueue[tuple[Process, bytes | None]] = queue.SimpleQueue()
        self._workers: list[Process] = []
        self._waiting: deque[Job] = deque()
        self._done: dict[int, Job] = {}
        self._stillborn = 0
        """Workers that were gone before they were ready; nothing helps where that goes on."""

    def run(self, chunks: Iterable[Chunk]) -> Iterator[tuple[Chunk, list[Part]]]:
        """Each chunk with its results, in order.  Raises `NewscleanError` where workers cannot start."""
        try:
            yield from self._run(iter(chunks))
        finally:
            self.close()

    def close(self) -> None:
        """End all workers at once."""
        workers, self._workers = self._workers, []
        for worker in workers:
            worker.end()

    def _run(self, chunks: Iterator[Chunk]) -> Iterator[tuple[Chunk, list[Part]]]:
        number, turn, exhausted = 0, 0, False
        before: Job | None = None
        while True:
            while not exhausted and len(self._waiting) < self._jobs and number - turn < AHEAD * self._jobs:
                chunk = next(chunks, None)
                if chunk is None:
                    exhausted = True
                else:
                    self._waiting.append(Job(number, chunk, chunk))
                    number += 1
                self._hand_out()
            if turn == number and exhausted:
                return
            self._hand_out()
            self._listen()
            while turn in self._done:
                job = self._done.pop(turn)
                other = moved(before.chunk, before.parts, job.chunk) if before else None
                if other:
                    self._waiting.appendleft(Job(turn, other, job.original))
                    break
                yield job.original, job.parts
                before, turn = job, turn + 1

    def _hand_out(self) -> None:
        for worker in self._workers:
            if worker.job is None and self._waiting:
                worker.give(self._waiting.popleft())
        while self._waiting and len(self._workers) < self._jobs:
            worker = Process(self._setup, self._inbox)
            self._workers.append(worker)
            worker.give(self._waiting.popleft())

    def _listen(self) -> None:
        """Wait for news, take all there is, then look for workers that fell silent."""
        wait = 0.2
        while True:
            try:
                worker, data = self._inbox.get(timeout=wait) if wait else self._inbox.get_nowait()
            except queue.Empty:
                break
            wait = 0.0
            if worker not in self._workers:
                continue
            worker.heard = time.monotonic()
            if data is None:
                self._bury(worker, "crashed")
            elif not worker.ready:
                worker.ready = True
                self._stillborn = 0
            else:
                self._take(worker, part_decoder.decode(data))
        limit = self._setup.timeout + FLUSH + GRACE
        for worker in list(self._workers):
            if worker.job is not None and worker.silent_for() > (limit if worker.ready else START):
                self._bury(worker, "hung")

    def _take(self, worker: Process, part: Part) -> None:
        job = cast(Job, worker.job)
        job.begin = part.done
        job.parts.append(part)
        if not part.end:
            return
        worker.job = None
        if part.last:
            if isinstance(job.chunk, BlockChunk | ArrowChunk | DataChunk):
                job.chunk = job.original = job.chunk.spent()
            self._done[job.number] = job
        else:
            job.alone, job.deaths = job.alone - 1, 0
            self._waiting.appendleft(job)

    def _bury(self, worker: Process, how: str) -> None:
        """A worker crashed or hung: find the document, or do it again alone."""
        self._workers.remove(worker)
        job, status = worker.job, worker.end()
        if not worker.ready:
            self._stillborn += 1
            if job is not None and self._stillborn < LIVES.get(status, 1):
                self._waiting.appendleft(job)
                return
            raise NewscleanError(
                "a worker process did not start (exit status {status}); what it said is above; try --jobs 1",
                status=status,
            )
        if job is None:
            return
        if job.alone:
            job.deaths += 1
            if how == "crashed" and job.deaths < LIVES.get(status, 1):
                self._waiting.appendleft(job)
                return
            job.parts.append(_quarantined(job, how, status, self._setup.timeout))
            job.begin += 1
            job.alone = job.deaths = 0
        else:
            job.alone = ALONE
        self._waiting.appendleft(job)


def _quarantined(job: Job, how: str, status: int, timeout: float) -> Part:
    """The failure of a document that a worker did not survive."""
    name = job.chunk.name(job.begin)
    if how == "hung":
        failure = too_slow(name, timeout)
    else:
        ended = (
            NewscleanError("a worker process ended over this document (signal {number}), alone too", number=-status)
            if status < 0
            else NewscleanError(
                "a worker process ended over this document (exit status {number}), alone too", number=status
            )
        )
        failure = failed(name, ended, "WorkerCrash")
    part = Part(failures=[failure], done=job.begin + 1)
    part.tally.failure(failure)
    return part
