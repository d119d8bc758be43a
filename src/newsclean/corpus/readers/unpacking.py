"""Streams that unpack gzip and zstd: in bounded memory, and what comes before damage is handed over before it is told.

The readers of the libraries lose what one call had read when the data turn out to be damaged, or take data that are
cut off for their end.
"""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Callable
from typing import Any, BinaryIO, cast

PIECE = 65_536
"""Bytes asked for at a time."""
PACKED = 512
"""Bytes of zstd that are unpacked in one step: 32,746 times as many come out at most (a gigabyte of zeros, measured),
which are 16 MiB."""


class Unpacked(io.RawIOBase):
    """The bytes that `more(size)` gives, at most about `size` at a time, and an empty string at the end.

    Where it raises, what came before is read to its end first; the error is raised by the next call.
    """

    def __init__(self, more: Callable[[int], bytes]) -> None:
        super().__init__()
        self._more = more
        self._rest = memoryview(b"")
        self._position = 0
        self._error: Exception | None = None

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        """`size` bytes, fewer only at the end and before damage; all of them for a negative size."""
        left = size if size >= 0 else 1 << 62
        pieces: list[memoryview] = []
        while left > 0 and (self._rest or self._fill(min(PIECE, left))):
            piece = self._rest[:left]
            self._rest = self._rest[len(piece) :]
            pieces.append(piece)
            left -= len(piece)
            self._position += len(piece)
        if not pieces and size and self._error is not None:
            raise self._error
        return b"".join(pieces)

    def tell(self) -> int:
        """Bytes that were read: FastWARC asks."""
        return self._position

    def _fill(self, size: int) -> bool:
        """Unpack on; False at the end and at damage."""
        if self._error is None:
            try:
                self._rest = memoryview(self._more(size))
            except Exception as error:
                self._error = error
        return len(self._rest) > 0

    def readinto(self, buffer: Any) -> int:
        data = self.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)


def gunzipped(raw: BinaryIO) -> Unpacked:
    """The members of a gzip file, one after the other.  Raises what `gzip` raises, and `zlib.error`."""
    kind = gunzip()
    start = raw.tell() if raw.seekable() else None
    read = kind(fileobj=raw, mode="rb").read1
    given = 0

    def more(size: int) -> bytes:
        nonlocal kind, read, given
        try:
            data = read(size)
        except Exception as error:
            if kind is not gzip.GzipFile and start is not None:
                # isal keeps what it had unpacked when it met the damage; Python's own reader hands it over.
                kind = gzip.GzipFile
                raw.seek(start)
                again = kind(fileobj=raw, mode="rb")
                read = again.read1
                again.seek(given)
                return more(size)
            if type(error).__name__ != "IsalError":  # it derives from Exception alone; its package may be absent
                raise
            raise zlib.error(str(error)) from error
        given += len(data)
        return data

    return Unpacked(more)


def gunzip() -> type[gzip.GzipFile]:
    """The reader of gzip files: of a corpus in one stream the unpacking is most of what the parent has to do, and isal
    does it in less than half the time (129 KB of pages: 0.19 ms, zlib 0.44)."""
    try:
        from isal.igzip import IGzipFile  # noqa: PLC0415 (an extra)
    except ImportError:
        return gzip.GzipFile
    return cast("type[gzip.GzipFile]", IGzipFile)


def unzstandard(raw: BinaryIO, make: Callable[[], Any]) -> Unpacked:
    """The frames of a zstd file; `make` makes the object that unpacks one of them.

    Raises what `zstandard` raises, and `EOFError` where the last frame is cut off.
    """
    frame: Any = None
    behind = b""

    def more(size: int) -> bytes:
        nonlocal frame, behind
        while True:
            if frame is not None and frame.eof:
                behind, frame = frame.unused_data, None
            packed = behind or raw.read(PACKED)
            behind = b""
            if not packed and frame is not None:
                raise EOFError("the last frame does not end")
            if not packed:
                return b""
            if frame is None:
                frame = make()
            if data := frame.decompress(packed):
                return bytes(data)

    return Unpacked(more)
