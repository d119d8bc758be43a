"""Files that are one document each."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from typing import BinaryIO, cast

from newsclean.article import Failure
from newsclean.corpus.chunks import FileChunk
from newsclean.corpus.documents import Document, printable
from newsclean.corpus.failures import failed
from newsclean.corpus.setup import Setup
from newsclean.errors import NewscleanError

from .streams import GZIP, plain, translated
from .unpacking import gunzipped


def read(chunk: FileChunk, setup: Setup) -> Iterator[Document | Failure]:
    """The documents of the files, a failure for each that cannot be read."""
    for path in chunk.paths:
        yield document(path, setup.options.limits.max_bytes)


def document(path: bytes, limit: int) -> Document | Failure:
    """One file as a document; of a file over the limit one byte more than that is read, for `parse` to refuse."""
    name = printable(path)
    try:
        with plain(path) as stream, translated(path):
            data = stream.read(limit + 1)
            if data.startswith(GZIP):
                # Crawlers save pages as they came over the wire, packed, under the name of the page.
                data = _unpacked(data, limit + 1)
            return Document(name, data)
    except NewscleanError as error:
        return failed(name, error)


def _unpacked(data: bytes, most: int) -> bytes:
    """A page that is packed by gzip, at most so many bytes of it; what stands behind it is no part of it.

    Raises `EOFError` where it is cut off, `zlib.error` where it is damaged.
    """
    unpacker = zlib.decompressobj(31)
    page = unpacker.decompress(data, most)
    if len(page) == most or (unpacker.eof and not unpacker.unused_data.startswith(GZIP)):
        return page
    if not unpacker.eof:
        raise EOFError("the page does not end")
    members = gunzipped(cast(BinaryIO, io.BytesIO(data)))
    page = members.read(most)
    members.read(1)
    return page
