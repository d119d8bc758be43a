"""Bytes -> text, by the evidence in a browser's order: mark, header, declaration, and what the bytes themselves tell.

A declared encoding is believed only while the bytes bear it out; damage costs the damaged character and no more.
"""

from __future__ import annotations

from .article import Decoded
from .charsets.binary import refuse_binary
from .charsets.damage import read
from .charsets.declared import declared, mark
from .charsets.detect import detect, plausible, unicode_without_mark
from .charsets.labels import canonical, codec_of, given
from .mojibake import repair


def decode(data: bytes, *, encoding: str | None = None, transport: str | None = None) -> Decoded:
    """Read bytes as text.

    `encoding` is what the user knows and overrides everything; `transport` is the charset of the HTTP header.  A byte
    order mark is taken off.  Damaged characters stand as U+FFFD, one each, with their byte offsets in `damaged`.
    Empty bytes give an empty text.

    Raises `UnknownEncodingError` for an `encoding` that is no charset, `BinaryInputError` for bytes that are no text.
    """
    if encoding is not None:
        return _decoded(data, given(encoding), "given")
    bom = mark(data)
    if bom:
        return _decoded(data, bom[0], "bom")
    refuse_binary(data)
    try:
        text = data.decode()
    except UnicodeDecodeError as damage:
        return _not_utf8(data, transport, damage.start)
    if "\x00" in text:
        name = unicode_without_mark(data)
        if name:
            return _decoded(data, name, "bytes")
    return _utf8(data, text, transport)


def _utf8(data: bytes, text: str, transport: str | None) -> Decoded:
    """Bytes that are UTF-8 without a flaw: nothing else gives that by chance, save a handful of two-byte characters."""
    told, evidence = _told(data, transport)
    if text.isascii():
        name = detect(data) if told not in ("hz", "iso-2022-cn", "iso-2022-jp", "iso-2022-kr") else told
        if name not in ("utf-8", None):
            return _decoded(data, name, evidence if told == name else "bytes")
        return _finished(text, told or "utf-8", evidence if told else "bytes", ())
    warnings: tuple[str, ...] = ()
    if told not in (None, "utf-8"):
        if len(text) * 2 == len(data) + text.count("\n"):
            pass
        warnings = (f"declared {told}, but the bytes are utf-8",)
        evidence = "bytes"
    return _finished(text, "utf-8", evidence if told else "bytes", (), warnings)


def _told(data: bytes, transport: str | None) -> tuple[str | None, str]:
    name = canonical(transport) if transport else None
    if name:
        return name, "transport"
    return declared(data), "meta"


def _not_utf8(data: bytes, transport: str | None, flaw: int) -> Decoded:
    name = unicode_without_mark(data)
    if name:
        return _decoded(data, name, "bytes")
    told, evidence = _told(data, transport)
    if told and plausible(data, told):
        return _decoded(data, told, evidence)
    name = detect(data)
    if name is None:
        name = told or "windows-1252"
        evidence = evidence if told else "fallback"
        return _decoded(data, name, evidence)
    if name == told:
        return _decoded(data, name, evidence)
    decoded = _decoded(data, name, "frequency")
    if told:
        return _warn(decoded, f"declared {told}, but the bytes are {name}")
    return decoded


def _decoded(data: bytes, name: str, evidence: str) -> Decoded:
    text, damaged = read(data, codec_of(name))
    if text[:1] == "\ufeff":
        text = text[1:]
    return _finished(text, name, evidence, damaged)


def _finished(
    text: str, name: str, evidence: str, damaged: tuple[int, ...], warnings: tuple[str, ...] = ()
) -> Decoded:
    if damaged:
        warnings += (f"{len(damaged)} damaged characters, the first at byte {damaged[0]}",)
    text, way, lost = repair(text)
    return Decoded(text, name, evidence, damaged, way, warnings + lost)


def _warn(decoded: Decoded, warning: str) -> Decoded:
    return Decoded(
        decoded.text,
        decoded.encoding,
        decoded.evidence,
        decoded.damaged,
        decoded.repaired,
        (*decoded.warnings, warning),
    )
