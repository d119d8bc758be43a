"""Chunks cleaned in this process: for small runs, which are over before a worker process has started."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .chunks import Chunk
from .clock import Alarm
from .setup import Setup
from .work import Part, Worker, moved


def run(chunks: Iterable[Chunk], setup: Setup, alarm: Alarm | None = None) -> Iterator[tuple[Chunk, list[Part]]]:
    """Each chunk with its results, in order."""
    worker = Worker(setup, alarm)
    before: tuple[Chunk, list[Part]] | None = None
    for chunk in chunks:
        place = (moved(*before, chunk) if before else None) or chunk
        parts = list(worker.run(place))
        yield chunk, parts
        before = place, parts
