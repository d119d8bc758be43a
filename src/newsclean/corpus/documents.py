"""What goes in: one document, wherever it was read from."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import msgspec

# MessagePack tells bytes from str by itself, but msgspec knows no union of the two.
if TYPE_CHECKING:
    Data = bytes | str
else:
    Data = Any


class Document(msgspec.Struct, frozen=True, omit_defaults=True, tag="document"):
    """One document to be cleaned."""

    id: str
    """Path, ``archive.zip!member``, ``file.jsonl:12`` or running number: what a failure is reported under."""
    data: Data
    url: str | None = None
    encoding: str | None = None
    """The charset that the transport declared (HTTP ``Content-Type`` of a WARC record); a hint, not an order."""
    extra: dict[str, Any] | None = None
    """Fields that travel along to the output, as JSON types."""
    milliseconds: float | None = None
    """CPU time that it took, where the run tells it."""


def printable(path: str | bytes) -> str:
    """A path as text that any UTF-8 output can hold; bytes that are no UTF-8 are written as ``\\xNN``."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")
