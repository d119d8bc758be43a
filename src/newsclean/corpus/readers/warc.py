"""Web archives: the HTML pages among the responses, with their address, date and declared charset, and the texts of WET files.

A ``.warc.gz`` file is a row of gzip members, one a record, so that it can be read from any of them.  The parent looks
for a member about every `BYTES` and sends the offsets; unpacking, the greater part of reading, is the workers' work.
"""

from __future__ import annotations

import os
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

from newsclean.article import Failure
from newsclean.corpus.chunks import BYTES, DOCUMENTS, DataChunk, WarcChunk
from newsclean.corpus.documents import Document, printable
from newsclean.corpus.failures import failed
from newsclean.corpus.setup import Setup
from newsclean.errors import ReadError, phrase

from .end import End
from .streams import missing, opened, shorter, unpacked

if TYPE_CHECKING:
    from fastwarc.warc import ArchiveIterator, WarcRecord

HTML = ("text/html", "application/xhtml+xml")
MEMBER = b"\x1f\x8b\x08"
PROOF = 512
"""Bytes of a gzip member that are unpacked to see whether it begins a record: the code tables before the first byte of
content take up to about 300."""
FARTHEST = 32 * BYTES
"""Bytes without the beginning of a member (or without a record header) after which the parent reads on by itself: a
file that is packed as one member, or a record of that size; a chunk must stay a bounded piece of work."""


def cut(path: bytes, suffix: bytes, setup: Setup, stream: BinaryIO | None = None) -> Iterator[WarcChunk | DataChunk]:
    """The chunks of a web archive.  Raises `ReadError`."""
    if stream is not None:
        yield from _sequential(printable(path), stream, setup)
        return
    with opened(path) as (file, _):
        size = os.fstat(file.fileno()).st_size
        start = 0
        for stop in _members(file, size) if suffix == b".gz" else _records(file, size):
            yield WarcChunk(path, start, stop)
            start = stop
        if start < size:
            file.seek(start)
            # Python's own reader of gzip, slower, tells damage from the end.
            yield from _sequential(printable(path), unpacked(file, suffix), setup)


def _members(file: BinaryIO, size: int) -> Iterator[int]:
    """Offsets of gzip members that begin a record, about every `BYTES`, and the end; fewer where none is in reach."""
    position = 0
    while position < size:
        at = position + BYTES
        while at - position < FARTHEST:
            if at >= size:
                yield size
                return
            file.seek(at)
            window = file.read(BYTES // 4)
            found = _member_in(window)
            if found >= 0:
                at += found
                break
            at += max(1, len(window) - PROOF)
        else:
            return
        yield at
        position = at


def _member_in(window: bytes) -> int:
    """Where in the window a member begins that unpacks to the beginning of a record; -1 for nowhere."""
    found = window.find(MEMBER)
    while found >= 0:
        try:
            if zlib.decompressobj(31).decompress(window[found : found + PROOF], 5) == b"WARC/":
                return found
        except zlib.error:
            pass
        found = window.find(MEMBER, found + 1)
    return -1


def _records(file: BinaryIO, size: int) -> Iterator[int]:
    """Offsets of records of an unpacked archive, about every `BYTES`, by their stated lengths."""
    position = start = 0
    while position < size:
        file.seek(position)
        length = _record_length(file.read(16_384))
        if length is None or length > FARTHEST:
            return
        position = min(position + length, size)
        if position - start >= BYTES or position == size:
            yield position
            start = position


def _record_length(head: bytes) -> int | None:
    """Bytes from the beginning of a record to that of the next; None where this is no record header."""
    end = head.find(b"\r\n\r\n")
    if not head.startswith(b"WARC/") or end < 0:
        return None
    for line in head[:end].split(b"\r\n")[1:]:
        name, _, value = line.partition(b":")
        if name.strip().lower() == b"content-length" and value.strip().isdigit() and len(value) < 20:
            return end + 4 + int(value) + 4
    return None


def read(chunk: WarcChunk, setup: Setup) -> Iterator[Document | Failure | End]:
    """The pages of the records that begin inside the chunk, then where the record after them begins.

    A record that is damaged is a failure; reading goes on at the next member of a ``.warc.gz`` file.
    """
    label = printable(chunk.path)
    with opened(chunk.path) as (file, _):
        size = os.fstat(file.fileno()).st_size
        start, stop = chunk.start, min(chunk.stop, size)
        while start < stop:
            file.seek(start)
            at = start
            try:
                for record in _iterate(file):
                    at = record.stream_pos
                    if at >= stop:
                        yield End(at)
                        return
                    yield from _page(record, label, setup)
                # FastWARC takes damage for the end of the file, so look whether it is the end.
                end = _end(file, at, size)
                if end is None:
                    raise EOFError("it does not end where it should")
                start = end
            except ReadError:
                raise
            except Exception as error:
                # FastWARC names no exceptions of its own.
                damaged = ReadError(
                    "the record here is cut off or damaged ({error}); fetch the file again", error=str(error)
                )
                yield failed(f"{label}@{at}", damaged)
                start = _next_member(file, at + 1, stop)
        if stop < chunk.stop:
            yield failed(label, shorter())
        yield End(max(start, chunk.stop))


def _end(file: BinaryIO, start: int, size: int) -> int | None:
    """Where the record that begins at `start` ends; None where its gzip member is damaged or cut off."""
    file.seek(start)
    data = file.read(65_536)
    if not data.startswith(MEMBER):
        return size
    unpacker = zlib.decompressobj(31)
    position = start
    while data:
        try:
            unpacker.decompress(data)
        except zlib.error:
            return None
        position += len(data)
        if unpacker.eof:
            return position - len(unpacker.unused_data)
        data = file.read(65_536)
    return None


def _next_member(file: BinaryIO, start: int, stop: int) -> int:
    """Where the next gzip member with a record begins, else `stop`."""
    while start < stop:
        file.seek(start)
        found = _member_in(file.read(BYTES))
        if found >= 0:
            return min(start + found, stop)
        start += BYTES - PROOF
    return stop


def _sequential(label: str, stream: BinaryIO, setup: Setup) -> Iterator[DataChunk]:
    """Chunks of what can only be read from its beginning; their size in the file is not known."""
    documents: list[Document | Failure] = []
    size = 0
    for page in pages(stream, label, setup):
        documents.append(page)
        size += len(page.data) if isinstance(page, Document) else 0
        if len(documents) >= DOCUMENTS or size >= BYTES:
            yield DataChunk.of(documents)
            documents, size = [], 0
    if documents:
        yield DataChunk.of(documents)


def pages(stream: BinaryIO, label: str, setup: Setup) -> Iterator[Document | Failure]:
    """The pages of a web archive that is read from its beginning; a failure where it is damaged."""
    try:
        for record in _iterate(stream):
            yield from _page(record, label, setup)
    except ReadError:
        raise
    except Exception as error:
        damaged = ReadError("the rest is cut off or damaged ({error}); fetch the file again", error=str(error))
        yield failed(label, damaged)


def _iterate(stream: BinaryIO) -> ArchiveIterator:
    try:
        from fastwarc.warc import ArchiveIterator  # noqa: PLC0415 (an extra)
    except ImportError as error:
        raise missing("fastwarc", "warc", phrase("a WARC file")) from error
    return ArchiveIterator(stream, auto_decode="all", parse_http=True, strict_mode=False)


def _page(record: WarcRecord, label: str, setup: Setup) -> Iterator[Document | Failure]:
    """The page that a record holds: a response of status 200 that says it is HTML, or a text that was made of one."""
    is_text = record.headers.get("WARC-Type") == "conversion" and _content_type(record).startswith("text/plain")
    if not is_text and not _is_page(record):
        return
    name = f"{label}!{record.record_id}"
    url = record.headers.get("WARC-Target-URI")
    try:
        data = record.reader.read(setup.options.limits.max_bytes + 1)
    except Exception as error:
        # What a damaged content encoding raises is nowhere documented; the next record is good all the same.
        yield failed(name, ReadError("the payload of this record cannot be unpacked ({error})", error=str(error)))
        return
    extra = {"warc_date": record.headers.get("WARC-Date"), "warc_record_id": record.record_id}
    encoding = "utf-8" if is_text else record.http_charset
    yield Document(name, data, url=url.strip("<> ") if url else None, encoding=encoding, extra=extra)


def _is_page(record: WarcRecord) -> bool:
    if record.headers.get("WARC-Type") != "response" or not record.is_http_parsed:
        return False
    if record.http_headers.status_code != 200:
        return False
    kind = record.http_content_type or record.headers.get("WARC-Identified-Payload-Type") or ""
    return kind.lower() in HTML


def _content_type(record: WarcRecord) -> str:
    return str(record.headers.get("Content-Type") or "").lower()
