"""Bytes -> text, by the evidence in a browser's order: mark, header, declaration, and what the bytes themselves tell.

A declared encoding is believed only while the bytes bear it out; damage costs the damaged character and no more.
"""

from __future__ import annotations

from .article import Decoded
from .charsets import iso2022cn
from .charsets.binary import noisy, refuse_binary
from .charsets.damage import Reading, read
from .charsets.declared import declared, mark
from .charsets.detect import detect, plausible, seven_bit, wide, wide_by_frequency
from .charsets.labels import LABELS, canonical, codec_of, given
from .errors import BinaryInputError, UnknownEncodingError
from .mojibake import lost, probe, repair

SHORT = 64
"""Two-byte characters up to which UTF-8 can be chance: one GBK character in eight has bytes that UTF-8 allows too."""

NO_READING = Reading("")
"""Of bytes that were read without a flaw."""


def decode(data: bytes, *, encoding: str | None = None, transport: str | None = None) -> Decoded:
    """Read bytes as text.

    `encoding` is what the user knows and overrides everything; `transport` is the charset of the HTTP header.  A byte
    order mark is taken off, and NULs are left out.  Damaged characters stand as U+FFFD, one each, with their byte
    offsets in `damaged`.  Empty bytes give an empty text.

    Raises `UnknownEncodingError` for an `encoding` that is no charset, `BinaryInputError` for bytes that are no text.
    """
    if encoding is not None:
        return _read(data, given(encoding), "given")
    bom = mark(data)
    if bom:
        return _read(data, bom, "bom")
    refuse_binary(data)
    try:
        text = data.decode()
    except UnicodeDecodeError as flaw:
        return _legacy(data, transport, flaw.start)
    return _utf8(data, text, transport)


def _utf8(data: bytes, text: str, transport: str | None) -> Decoded:
    """Bytes that are UTF-8 without a flaw: nothing else gives that by chance, save a handful of two-byte characters."""
    told, evidence = _told(data, transport)
    if b"\x00" in data:
        name = wide(data)
        if name:
            return _read(data, name, "bytes")
        text = text.replace("\x00", "")
    if text.isascii():
        name = seven_bit(data)
        if name:
            return _read(data, name, evidence if name == told else "bytes")
        return Decoded(text, told or "utf-8", evidence if told else "bytes")
    if told == "utf-8":
        return _finish(text, "utf-8", evidence)
    if len(data) - len(text) <= SHORT and max(text) < "\u0800":
        name, how = detect(data, told)
        if name != "utf-8":
            return _read(data, name, evidence if name == told else how)
    return _finish(text, "utf-8", "bytes", (f"declared {told}, but the bytes are utf-8",) if told else ())


def _told(data: bytes, transport: str | None) -> tuple[str | None, str]:
    """The declared encoding, and where it is declared; a header that names none that we know counts for nothing."""
    name = canonical(transport) if transport else None
    return (name, "transport") if name else (declared(data), "meta")


def _legacy(data: bytes, transport: str | None, flaw: int) -> Decoded:
    """Bytes that are not UTF-8 from `flaw` on, or UTF-8 with damage."""
    told, evidence = _told(data, transport)
    start = flaw if data[:flaw].isascii() else 0
    if told and plausible(data, told, start):
        return _read(data, told, evidence)
    name = wide(data)
    if name:
        return _read(data, name, "bytes")
    if noisy(data):
        name = wide_by_frequency(data)
        if name is None:
            raise BinaryInputError(
                "the input is full of control characters, so it is no text; give the page or its text"
            )
        return _read(data, name, "frequency")
    name, how = detect(data, told, start)
    if name == told:
        return _read(data, name, evidence)
    if name == "utf-8":
        how = "bytes"
    return _read(data, name, how, (f"declared {told}, but the bytes are {name}",) if told else ())


def _read(data: bytes, name: str, evidence: str, warnings: tuple[str, ...] = ()) -> Decoded:
    """Read the bytes in the encoding of that name, whatever state they are in."""
    if name == "iso-2022-cn":
        return _finish(iso2022cn.decode(data).replace("\x00", ""), name, evidence, warnings)
    codec = codec_of(name)
    try:
        reading = read(data, codec)
    except (UnicodeError, ValueError) as cause:
        raise UnknownEncodingError(
            "encoding={name!r} does not read these bytes ({error}); leave encoding= out and let the bytes tell",
            name=name,
            error=str(cause),
        ) from None
    text = reading.text
    if b"\x00" in data or name == "utf-7":  # UTF-7 writes NUL in letters; seeking it in text takes long
        text = text.replace("\x00", "")
    if text[:1] == "\ufeff":
        text = text[1:]
    if reading.second:
        warnings += (f"parts of the bytes are {LABELS.get(reading.second, reading.second)}",)
    if reading.damaged:
        warnings += (f"{len(reading.damaged)} damaged characters, the first at byte {reading.damaged[0]}",)
    return _finish(text, name, evidence, warnings, reading)


def _finish(
    text: str, name: str, evidence: str, warnings: tuple[str, ...] = (), reading: Reading = NO_READING
) -> Decoded:
    """Undo mojibake, and say what was lost."""
    probed = probe(text)
    text, way, count = repair(text, probed, reading.second == "utf-8")
    if way:
        warnings += (f"{count} stretches of text were {way}; they are read back",)
    if "\ufffd" in text or "锟" in probed:
        warnings += lost(text, len(reading.damaged))
    return Decoded(text, name, evidence, reading.damaged, way, warnings)
