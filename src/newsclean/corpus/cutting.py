"""Sources cut into chunks, in order."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator
from typing import BinaryIO, cast

from newsclean.article import Failure
from newsclean.errors import NewscleanError, ReadError

from .chunks import DOCUMENTS, Chunk, DataChunk, FileChunk
from .documents import Document, printable
from .failures import failed, faulty
from .inputs import Source
from .readers import archives, jsonl, parquet, warc
from .readers.kinds import Format, sniff
from .readers.streams import STDIN, Peekable, plain, suffix_of, translated, unpacked
from .setup import Setup

CUTTERS: dict[Format, Callable[[bytes, Setup], Iterator[Chunk]]] = {
    "jsonl": lambda path, setup: jsonl.cut(path, suffix_of(path), setup),
    "parquet": parquet.cut,
    "warc": lambda path, setup: warc.cut(path, suffix_of(path), setup),
    "zip": archives.cut_zip,
    "tar": lambda path, setup: archives.cut_tar(path, archives.tar_suffix(path), setup),
}


def cut(sources: Iterable[Source | Failure], setup: Setup, forced: Format | None = None) -> Iterator[Chunk]:
    """The chunks of all sources; a source that cannot be read becomes a failure in its place."""
    for are_pages, group in itertools.groupby(sources, key=_is_page):
        if are_pages:
            pages = (cast(Source, source).path for source in group)
            while paths := tuple(itertools.islice(pages, DOCUMENTS)):
                yield FileChunk(paths)
            continue
        for source in group:
            if isinstance(source, Failure):
                yield DataChunk.of([source])
            else:
                yield from _safely(source, setup, forced)


def _is_page(source: Source | Failure) -> bool:
    return isinstance(source, Source) and source.format == "page" and source.path != STDIN


def _safely(source: Source, setup: Setup, forced: Format | None) -> Iterator[Chunk]:
    try:
        if source.path == STDIN:
            yield from _stdin(setup, forced)
        else:
            yield from CUTTERS[source.format](source.path, setup)
    except NewscleanError as error:
        yield DataChunk.of([failed(printable(source.path), error)])
    except Exception as error:
        # One source, whatever is in it, does not end a run over a million.
        yield DataChunk.of([faulty(printable(source.path), error)])


def _stdin(setup: Setup, forced: Format | None) -> Iterator[Chunk]:
    """Standard input: what its first bytes, unpacked, look like, or what the user says that it is."""
    with translated(STDIN):
        stream = Peekable(plain(STDIN))
        found, suffix = sniff(stream.head)
        if suffix:
            stream = Peekable(unpacked(cast(BinaryIO, stream), suffix))
            found, suffix = sniff(stream.head)
        data = cast(BinaryIO, stream)
        match forced or found:
            case "jsonl":
                yield from jsonl.cut(STDIN, b"", setup, data)
            case "warc":
                yield from warc.cut(STDIN, b"", setup, data)
            case "tar":
                yield from archives.cut_tar(STDIN, b"", setup, data)
            case "page":
                yield DataChunk.of([Document("-", _all(data, setup.options.limits.max_bytes + 1))])
            case other:
                error = ReadError(
                    "{format} cannot be read from standard input, its end comes first; give the file's name",
                    format=other,
                )
                yield DataChunk.of([failed("-", error)])


def _all(stream: BinaryIO, size: int) -> bytes:
    pieces = []
    while size > 0 and (piece := stream.read(min(size, 1 << 20))):
        pieces.append(piece)
        size -= len(piece)
    return b"".join(pieces)
