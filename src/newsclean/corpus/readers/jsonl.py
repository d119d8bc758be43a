"""JSON lines: a field of each holds the document, the others travel along."""

from __future__ import annotations

import io
from codecs import BOM_UTF8
from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import Any, BinaryIO

import msgspec

from newsclean.article import Failure
from newsclean.corpus.chunks import BYTES, BlockChunk, DataChunk, LineChunk
from newsclean.corpus.documents import Document, printable
from newsclean.corpus.failures import failed
from newsclean.corpus.setup import Setup
from newsclean.errors import InputError, InputTooLargeError

from .streams import STDIN, opened, shorter

FIELDS = ("html", "raw_html", "raw", "content", "body", "text")
"""Where crawlers put the document, looked for in this order where --field names none."""


LINES = 128
"""Lines a chunk, at most: of texts of 200 bytes, 2 MB would be a minute's work for one process while others wait."""


class Lines(msgspec.Struct, frozen=True):
    """Whole lines of a stream."""

    start: int
    data: bytes | None
    """None in the place of a line over the limit."""
    size: int
    first: int
    count: int = 1
    """How many; the last of a file may lack its end."""


def cut(
    path: bytes, suffix: bytes, setup: Setup, stream: BinaryIO | None = None
) -> Iterator[LineChunk | BlockChunk | DataChunk]:
    """The chunks of a file; `stream` is standard input after a look at its beginning.  Raises `ReadError`."""
    label = printable(path)
    limit = line_limit(setup)
    if stream is not None:
        yield from _blocks(label, stream, stream, limit)
        return
    with opened(path, suffix) as (raw, data):
        if raw is not data or path == STDIN:
            yield from _blocks(label, raw, data, limit)
            return
        for lines in whole_lines(data, limit):
            if lines.data is None:
                yield DataChunk.of([too_long(f"{label}:{lines.first}", limit)], lines.size)
            else:
                yield LineChunk(path, lines.start, lines.start + lines.size, lines.first)


def _blocks(label: str, raw: BinaryIO, data: BinaryIO, limit: int) -> Iterator[BlockChunk | DataChunk]:
    before = 0
    for lines in whole_lines(data, limit):
        position = _position(raw)
        # Pieces of one block share what was read for it; the first has it all, which only the progress bar sees.
        size, before = position - before, position
        if lines.data is None:
            yield DataChunk.of([too_long(f"{label}:{lines.first}", limit)], size)
        else:
            yield BlockChunk(label, lines.data, lines.first, size)


def _position(raw: BinaryIO) -> int:
    with suppress(OSError):
        return raw.tell()
    return 0


def read(chunk: LineChunk | BlockChunk, setup: Setup) -> Iterator[Document | Failure | None]:
    """The documents of the lines; None in the place of an empty line."""
    if isinstance(chunk, BlockChunk):
        label, data = chunk.label, chunk.data
    else:
        label = printable(chunk.path)
        with opened(chunk.path) as (raw, _):
            raw.seek(chunk.start)
            data = raw.read(chunk.size)
    for number, line in enumerate(io.BytesIO(data), chunk.first):
        yield document(line, f"{label}:{number}", setup.field) if line.strip() else None
    if isinstance(chunk, LineChunk) and len(data) < chunk.size:
        yield failed(label, shorter())


def document(line: bytes, name: str, field: str | None) -> Document | Failure:
    """The document that one line holds."""
    try:
        values = msgspec.json.decode(line.removeprefix(BOM_UTF8))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        return failed(
            name, InputError("this line is no JSON ({error}); one JSON object a line is wanted", error=str(error))
        )
    if not isinstance(values, dict):
        return failed(name, InputError("this line is JSON but no object; one JSON object a line is wanted"))
    return from_fields(values, name, field)


def from_fields(values: Mapping[str, Any], name: str, field: str | None) -> Document | Failure:
    """The document among the fields of a line or of a row; the other fields travel along.

    ``url`` is its address, ``charset`` what the transport declared.
    """
    wanted = (field,) if field else FIELDS
    held = next((key for key in wanted if isinstance(values.get(key), str | bytes)), None)
    if held is None:
        there = ", ".join(list(values)[:12]) or "-"
        error = InputError(
            "no text in the field {wanted}; fields here: {there}; name the right one with --field",
            wanted=" / ".join(wanted),
            there=there,
        )
        return failed(name, error)
    url, charset = values.get("url"), values.get("charset")
    extra = {key: value for key, value in values.items() if key != held}
    return Document(
        name,
        values[held],
        url=url if isinstance(url, str) and url else None,
        encoding=charset if isinstance(charset, str) and charset else None,
        extra=extra or None,
    )


def line_limit(setup: Setup) -> int:
    """Bytes of one line: JSON with every character escaped (``\\u65b0``, six bytes for three) is twice as long."""
    return 2 * setup.options.limits.max_bytes + 65_536


def too_long(name: str, limit: int) -> Failure:
    error = InputTooLargeError(
        "the line is longer than {limit} bytes (Options.limits.max_bytes allows no such document)", limit=limit
    )
    return failed(name, error)


def whole_lines(stream: BinaryIO, limit: int, step: int = BYTES) -> Iterator[Lines]:
    """Cut a stream at line ends into pieces of at most about `step` bytes and `LINES` lines.

    Never more than `limit` + 2 `step` bytes are held.
    """
    for lines in _blocks_of(stream, limit, step):
        if lines.data is None:
            yield lines
        else:
            yield from _few(lines, lines.data)


def _few(lines: Lines, data: bytes) -> Iterator[Lines]:
    """The lines in pieces of `LINES`."""
    begin, first, count = 0, lines.first, lines.count
    while count > LINES:
        end = begin
        for _ in range(LINES):
            end = data.find(b"\n", end) + 1
        yield Lines(lines.start + begin, data[begin:end], end - begin, first)
        begin, first, count = end, first + LINES, count - LINES
    yield Lines(lines.start + begin, data[begin:], len(data) - begin, first)


def _blocks_of(stream: BinaryIO, limit: int, step: int) -> Iterator[Lines]:
    """Cut a stream at line ends into pieces of about `step` bytes."""
    start, first = 0, 1
    rest = b""
    while data := stream.read(step):
        end = data.rfind(b"\n") + 1
        if not end and len(rest) + len(data) > limit:
            size, after = _skip_line(stream, len(rest) + len(data), step)
            yield Lines(start, None, size, first)
            start, first = start + size, first + 1
            end = after.rfind(b"\n") + 1
            rest = after[end:]
            if end:
                yield (lines := _lines(start, after[:end], first))
                start, first = start + end, first + lines.count
        elif not end:
            rest += data
        else:
            yield (lines := _lines(start, rest + data[:end], first))
            start, first, rest = start + lines.size, first + lines.count, data[end:]
    if rest:
        yield Lines(start, rest, len(rest), first)


def _lines(start: int, data: bytes, first: int) -> Lines:
    return Lines(start, data, len(data), first, data.count(b"\n"))


def _skip_line(stream: BinaryIO, size: int, step: int) -> tuple[int, bytes]:
    """Read on to the end of the line; its length, and what was read of the next one."""
    while data := stream.read(step):
        end = data.find(b"\n") + 1
        if end:
            return size + end, data[end:]
        size += len(data)
    return size, b""
