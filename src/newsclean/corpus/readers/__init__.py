"""Readers of the formats: `cut` (in the parent) makes chunks, `documents` (in a worker) reads them."""

from __future__ import annotations

from collections.abc import Iterator

from newsclean.article import Failure
from newsclean.corpus.chunks import ArrowChunk, BlockChunk, Chunk, DataChunk, FileChunk, LineChunk, WarcChunk, ZipChunk
from newsclean.corpus.documents import Document
from newsclean.corpus.setup import Setup

from .end import End

Item = Document | Failure | End | None


def documents(chunk: Chunk, setup: Setup) -> Iterator[Item]:
    """The documents of a chunk, in order; None in the place of an empty line, a Failure for what cannot be read.

    Raises `ReadError` where the file cannot be read any more.
    """
    match chunk:
        case FileChunk():
            from .pages import read as read_pages  # noqa: PLC0415 (each run needs one or two of these)

            return read_pages(chunk, setup)
        case ZipChunk():
            from .archives import read_zip  # noqa: PLC0415

            return read_zip(chunk, setup)
        case LineChunk() | BlockChunk():
            from .jsonl import read as read_lines  # noqa: PLC0415

            return read_lines(chunk, setup)
        case WarcChunk():
            from .warc import read as read_records  # noqa: PLC0415

            return read_records(chunk, setup)
        case ArrowChunk():
            from .parquet import read as read_rows  # noqa: PLC0415

            return read_rows(chunk, setup)
        case DataChunk():
            return chunk.items()


__all__ = ["End", "Item", "documents"]
