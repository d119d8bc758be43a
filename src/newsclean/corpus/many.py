"""`parse_many`: documents in, articles out, in order, on all cores."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

import msgspec

from newsclean.article import Article, Failure
from newsclean.errors import InputTypeError
from newsclean.options import Options

from .chunks import BYTES, DOCUMENTS, Chunk, DataChunk
from .documents import Document
from .failures import failed
from .setup import PARSE, TIMEOUT, Setup

if TYPE_CHECKING:
    from .work import Part

SMALL = 64
"""Documents below which no processes are started: at 2 ms each they are done before two workers are up (0.3 s)."""


def parse_many(
    items: Iterable[bytes | str | os.PathLike[str] | Document],
    *,
    jobs: int | None = None,
    options: Options | None = None,
    timeout: float = TIMEOUT,
    **given: Any,
) -> Iterator[Article | Failure]:
    """Clean many documents; one result for each, in their order.

    Args:
        items: bytes or str are documents, a path is a file to read, a `Document` says more (url, id).  May be endless:
            it is read only a little ahead of the results.
        jobs: processes; None for one a core (and none at all for up to 64 documents), 1 for this process alone.
        options: as in `parse`.
        timeout: seconds that a document may take before it becomes a `Failure`; workers only, so not with ``jobs=1``.
        given: ``kind=`` and ``encoding=`` for all documents, as in `parse`.

    Returns:
        An iterator of Articles, with a `Failure` (id: path or running number from 0) in the place of a document that
        could not be read.  Closing it ends the workers.

    Raises:
        TypeError: for a keyword that is none of these.
        NewscleanError: where worker processes cannot start.
    """
    unknown = set(given) - {"kind", "encoding", "parse"}
    if unknown:
        raise TypeError(f"parse_many() got an unexpected keyword argument {min(unknown)!r}")
    chosen = options or Options()
    setup = Setup(options=chosen, form="article", timeout=timeout, **({"parse": PARSE} | given))
    return _results(items, jobs, setup)


def _results(items: Iterable[Any], jobs: int | None, setup: Setup) -> Iterator[Article | Failure]:
    iterator: Iterator[tuple[int, Any]] = enumerate(items)
    if jobs is None:
        head = list(islice(iterator, SMALL + 1))
        jobs = 1 if len(head) <= SMALL else cores()
        iterator = chain(head, iterator)
    chunks = _chunks(iterator, setup.options.limits.max_bytes)
    for _, parts in _done(chunks, jobs, setup):
        for part in parts:
            yield from answers(part)


def _done(chunks: Iterator[Chunk], jobs: int, setup: Setup) -> Iterator[tuple[Chunk, list[Part]]]:
    if jobs == 1:
        from . import inline  # noqa: PLC0415 (parse_many is named in the package, whose import must stay light)

        return inline.run(chunks, setup)
    from .pool import Pool  # noqa: PLC0415

    return Pool(setup, jobs).run(chunks)


def _chunks(items: Iterable[tuple[int, Any]], limit: int) -> Iterator[Chunk]:
    documents: list[Document | Failure] = []
    size = 0
    for number, item in items:
        document = _document(item, str(number), limit)
        documents.append(document)
        size += len(document.data) if isinstance(document, Document) else 0
        if len(documents) == DOCUMENTS or size >= BYTES:
            yield DataChunk.of(documents)
            documents, size = [], 0
    if documents:
        yield DataChunk.of(documents)


def _document(item: Any, number: str, limit: int) -> Document | Failure:
    if isinstance(item, bytes | str):
        return Document(number, item)
    if isinstance(item, Document):
        return item
    if isinstance(item, bytearray | memoryview):
        return Document(number, bytes(item))
    if isinstance(item, os.PathLike):
        from .readers.pages import document  # noqa: PLC0415

        return document(os.fsencode(item), limit)
    wanted = "a {kind} is no document; give bytes, str, a path or a Document"
    return failed(number, InputTypeError(wanted, kind=type(item).__name__))


def answers(part: Part) -> Iterator[Article | Failure]:
    """The results of a part of form ``article``; a document that no worker survived has no more than its failure."""
    if not part.payload:
        yield from part.failures
        return
    answer, article, failure = _decoders()
    for good, value in answer.decode(part.payload):
        yield article.decode(value) if good else failure.decode(value)


@cache
def _decoders() -> tuple[msgspec.json.Decoder[Any], msgspec.json.Decoder[Article], msgspec.json.Decoder[Failure]]:
    """Made on first use: a decoder looks at the whole type first."""
    kinds = msgspec.json.Decoder(list[tuple[bool, msgspec.Raw]])
    return kinds, msgspec.json.Decoder(Article), msgspec.json.Decoder(Failure)


def cores() -> int:
    """Processors that this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:
        return os.cpu_count() or 1
