"""A whole run: inputs to chunks to workers to output, with its journal."""

from __future__ import annotations

import itertools
import os
import time
from collections.abc import Callable, Iterator

import msgspec

from newsclean.article import Failure
from newsclean.errors import InputError, NewscleanError

from . import inline
from .chunks import Chunk, chain
from .clock import Alarm
from .cutting import cut
from .inputs import Format, Skipped, Source, expand
from .journal import Journal, State, journal_for
from .many import SMALL, cores
from .pool import Pool
from .readers.streams import STDIN
from .setup import Setup
from .tally import Tally
from .work import Part
from .writers import FileWriter, Writer, writer_for
from .writers.folder import STAGE

CHECKPOINT = 2.0
"""Seconds between checkpoints: what a crash costs.  One takes a few milliseconds (two fsync)."""
SMALL_BYTES = 16_777_216
"""Bytes below which a run of few files is made without processes: a second of work."""

_line = msgspec.json.Encoder()


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """What the user asked for."""

    inputs: tuple[str, ...]
    setup: Setup
    output: str = "-"
    errors: str | None = None
    """File for one JSON line a failed document."""
    jobs: int | None = None
    """None: one a core, and none at all for a small run."""
    resume: bool = False
    keep_dirs: bool = False
    input_format: Format | None = None
    settings: dict[str, object] = {}
    """What must be the same for a run to be gone on with."""


class News(msgspec.Struct):
    """What a run tells while it goes on."""

    tally: Tally
    failures: list[Failure]
    """Those of the last chunk."""
    consumed: int
    """Bytes of the input files that are done with."""


class Outcome(msgspec.Struct):
    """How a run ended."""

    tally: Tally
    seconds: float
    jobs: int
    resumed: int = 0
    """Documents that were done before this run took up again."""
    skipped: Skipped = msgspec.field(default_factory=Skipped)
    already: bool = False
    """There was nothing to resume: the output is whole."""


Listener = Callable[[News], None]


class Run:
    """One run: `go` makes it, `leave` clears up after it was interrupted."""

    def __init__(self, plan: Plan, listener: Listener | None = None) -> None:
        self.plan = plan
        self._tell = listener or (lambda news: None)
        self._writer: Writer = writer_for(plan.output, plan.setup.form, plan.keep_dirs)
        self._errors = FileWriter(plan.errors) if plan.errors else None
        folder = plan.setup.form.startswith("pages-")
        self._journal: Journal | None = journal_for(plan.output, folder) if plan.output != "-" else None
        self._state = State(settings=plan.settings)
        self._skipped = Skipped()
        self._consumed = 0

    def go(self) -> Outcome:
        """Make the run.  Raises `NewscleanError`; a KeyboardInterrupt leaves a state that can be resumed."""
        began = time.monotonic()
        before = self._take_up()
        if before is None:
            return Outcome(Tally(), 0, 0, already=True)
        jobs = 0
        if not self._state.finished:
            jobs = self._work()
            if not self._state.tally.documents:
                self._give_up()
                return Outcome(self._state.tally, time.monotonic() - began, jobs, before, self._skipped)
            self._state.finished = True
            self._checkpoint()
        if self._errors:
            self._errors.finish()
        self._writer.finish()
        if self._journal:
            self._journal.remove()
        return Outcome(self._state.tally, time.monotonic() - began, jobs, before, self._skipped)

    def _take_up(self) -> int | None:
        """Open the outputs; the number of documents that are in them, None where the output is whole already."""
        state = self._journal.load() if self._journal and self.plan.resume else None
        if state is not None:
            # The journal is JSON: a tuple comes back as a list.
            asked = msgspec.json.decode(msgspec.json.encode(self.plan.settings))
            told = state.settings
            other = sorted(key for key in {*told, *asked} if told.get(key) != asked.get(key))
            if other:
                raise InputError(
                    "the run that was stopped had other settings ({names}); give the same ones, or start again without --resume",
                    names=", ".join(other),
                )
            self._state = state
        elif self.plan.resume and self._exists():
            return None
        if not self._state.finished:
            self._writer.begin(self._state.output if state else None)
            if self._errors:
                self._errors.begin(self._state.errors if state else None)
        return self._state.tally.documents + self._state.tally.failed

    def _exists(self) -> bool:
        path = self.plan.output
        if os.path.isdir(path):
            return any(not name.startswith(STAGE) for name in os.listdir(path))
        return os.path.exists(path)

    def _work(self) -> int:
        plan = self.plan
        sources = self._others(expand(plan.inputs, plan.input_format, self._skipped))
        head = list(itertools.islice(sources, SMALL + 1))
        small = plan.jobs is None and is_small(head)
        jobs = plan.jobs or cores()
        setup = msgspec.structs.replace(plan.setup, rows=small and not self._state.chunks)
        chunks = self._skip(cut(itertools.chain(head, sources), setup, plan.input_format))
        if small and any(isinstance(source, Source) and source.path == STDIN for source in head):
            # How much comes from standard input is known only when it comes.
            first = list(itertools.islice(chunks, 2))
            small, chunks = len(first) < 2, itertools.chain(first, chunks)
        if small:
            self._write(inline.run(chunks, setup, Alarm(setup.timeout)))
            return 0
        pool = Pool(setup, jobs)
        try:
            self._write(pool.run(chunks))
        finally:
            pool.close()
        return jobs

    def _skip(self, chunks: Iterator[Chunk]) -> Iterator[Chunk]:
        """The chunks that are not in the output yet.  Raises `InputError` where the input is not what it was."""
        link = ""
        for chunk in itertools.islice(chunks, self._state.chunks):
            link = chain(link, chunk)
            self._consumed += getattr(chunk, "size", 0)
        if link != self._state.chain:
            raise InputError("the input has changed since the run was stopped; start again without --resume")
        return chunks

    def _write(self, results: Iterator[tuple[Chunk, list[Part]]]) -> None:
        since = time.monotonic()
        for chunk, parts in results:
            failures: list[Failure] = []
            read = self._state.tally.size
            for part in parts:
                self._writer.write(part.payload)
                self._state.tally.add(part.tally)
                failures += part.failures
            if self._errors and failures:
                self._errors.write(b"".join(_line.encode(failure) + b"\n" for failure in failures))
            self._state.chunks += 1
            self._state.chain = chain(self._state.chain, chunk)
            self._consumed += getattr(chunk, "size", 0) or self._state.tally.size - read
            self._tell(News(self._state.tally, failures, self._consumed))
            if time.monotonic() - since >= CHECKPOINT:
                self._checkpoint()
                since = time.monotonic()

    def _checkpoint(self) -> None:
        """Make the outputs safe, then the journal."""
        self._state.output = self._writer.checkpoint()
        if self._errors:
            self._state.errors = self._errors.checkpoint()
        if self._journal:
            self._journal.save(self._state)
        self._writer.committed()

    def _give_up(self) -> None:
        """Not one document could be read: what an earlier run wrote under the name of the output stays."""
        self._writer.abandon()
        if self._errors:
            self._errors.finish()
        if self._journal:
            self._journal.remove()

    def leave(self) -> bool:
        """After an interruption or an error: whether `--resume` can go on; if not, nothing half-written is left."""
        if self._journal and os.path.exists(self._journal.path):
            self._writer.close()
            if self._errors:
                self._errors.close()
            return True
        self._writer.abandon()
        if self._errors:
            self._errors.abandon()
        return False

    def _others(self, sources: Iterator[Source | Failure]) -> Iterator[Source | Failure]:
        """The sources without what this run, or an earlier one of the same output, wrote among them."""
        own = [
            os.fsencode(os.path.abspath(path)) for path in (self.plan.output, self.plan.errors) if path and path != "-"
        ]
        for source in sources:
            if isinstance(source, Source) and source.path != STDIN:
                path = os.path.abspath(source.path)
                if any(path == other or path.startswith(other + b"/") for other in own):
                    continue
            yield source


def is_small(head: list[Source | Failure]) -> bool:
    """Whether these are all the sources of a run, and few bytes."""
    if len(head) > SMALL:
        return False
    total = 0
    for source in head:
        if isinstance(source, Source):
            try:
                status = os.stat(source.path)
            except OSError:
                continue
            # A packed source of pages is about five times as long when it is unpacked; standard input can be anything.
            total += status.st_size * (1 if source.format == "page" else 5)
    return total <= SMALL_BYTES


__all__ = ["News", "NewscleanError", "Outcome", "Plan", "Run"]
