"""Files as byte streams: plain, gzip, zstd, or standard input; every trouble comes out as a `ReadError`."""

from __future__ import annotations

import gzip
import io
import os
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Any, BinaryIO, cast

from newsclean.corpus.documents import printable
from newsclean.errors import ReadError, phrase

from .unpacking import gunzipped, unzstandard

STDIN = b"-"
GZIP = b"\x1f\x8b"
ZSTD = b"\x28\xb5\x2f\xfd"


def missing(package: str, extra: str, what: str) -> ReadError:
    """The error for a format whose package is not installed."""
    return ReadError(
        "{what} needs the package {package}; install it with: pip install 'newsclean[{extra}]'",
        what=what,
        package=package,
        extra=extra,
    )


def plain(path: bytes) -> BinaryIO:
    """The bytes of a file, or of standard input for ``-``.  Raises `ReadError`."""
    if path == STDIN:
        return sys.stdin.buffer
    try:
        return open(path, "rb")
    except OSError as error:
        raise unreadable(path, error) from error


def unpacked(raw: BinaryIO, suffix: bytes) -> BinaryIO:
    """The unpacked bytes of `raw`; `suffix` is ``.gz``, ``.zst`` or anything else for plain bytes."""
    if suffix == b".gz":
        return cast(BinaryIO, gunzipped(raw))
    if suffix == b".zst":
        try:
            import zstandard  # noqa: PLC0415 (an extra)
        except ImportError as error:
            raise missing("zstandard", "zstd", phrase("a .zst file")) from error
        # Frames of a real archive have windows up to 2 GiB; 128 MiB (what `zstd --long=27` writes) bounds memory.
        decompressor = zstandard.ZstdDecompressor(max_window_size=1 << 27)
        return cast(BinaryIO, unzstandard(raw, decompressor.decompressobj))
    return raw


class Peekable(io.RawIOBase):
    """A stream that gives its first bytes twice: standard input cannot be rewound after a look at its kind."""

    def __init__(self, raw: IO[bytes], size: int = 512) -> None:
        super().__init__()
        self._raw = raw
        self.head = _exactly(raw, size)
        self._rest = self.head
        self.position = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        if self._rest:
            piece, self._rest = self._rest[: len(buffer)], self._rest[len(buffer) :]
        else:
            piece = self._raw.read(len(buffer)) or b""
        buffer[: len(piece)] = piece
        self.position += len(piece)
        return len(piece)

    def tell(self) -> int:
        return self.position


@contextmanager
def opened(path: bytes, suffix: bytes = b"") -> Iterator[tuple[BinaryIO, BinaryIO]]:
    """The file as it is and its unpacked bytes; closed afterwards.  Raises `ReadError`, also while it is read."""
    raw = plain(path)
    try:
        with translated(path):
            yield raw, unpacked(raw, suffix)
    finally:
        if path != STDIN:
            raw.close()


@contextmanager
def translated(path: bytes) -> Iterator[None]:
    """Turn what reading a damaged file raises into a `ReadError` that names the file."""
    try:
        yield
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise ReadError(
            "{path}: the compressed data is cut off or damaged ({error}); fetch the file again",
            path=printable(path),
            error=str(error),
        ) from error
    except ReadError:
        raise
    except OSError as error:
        raise unreadable(path, error) from error
    except Exception as error:
        # zstandard.ZstdError derives from Exception alone, and the package need not be installed.
        if type(error).__name__ != "ZstdError":
            raise
        raise ReadError(
            "{path}: the compressed data is cut off or damaged ({error}); fetch the file again",
            path=printable(path),
            error=str(error),
        ) from error


def unreadable(path: str | bytes, error: OSError) -> ReadError:
    """What the system said about a file, with what to try."""
    reason = error.strerror or str(error)
    hint = {
        "PermissionError": phrase("; look at its permissions"),
        "FileNotFoundError": phrase("; look at the spelling"),
        "IsADirectoryError": phrase("; it is a folder"),
    }.get(type(error).__name__, "")
    return ReadError("{path}: {reason}{hint}", path=printable(path), reason=reason, hint=hint)


def shorter() -> ReadError:
    """The error for a file of which less is left than there was when it was cut into chunks."""
    return ReadError("the file has become shorter while it was read; clean it again")


def suffix_of(path: bytes) -> bytes:
    """The last suffix in lower case: ``.gz`` of ``a.jsonl.GZ``."""
    return os.path.splitext(path)[1].lower()


def _exactly(raw: IO[bytes], size: int) -> bytes:
    """Up to `size` bytes; fewer only at the end (a pipe gives what it has)."""
    pieces: list[bytes] = []
    while size > 0:
        piece = raw.read(size)
        if not piece:
            break
        pieces.append(piece)
        size -= len(piece)
    return b"".join(pieces)
