"""What the bytes say of their own encoding: byte order marks, `<meta>`, the XML declaration."""

from __future__ import annotations

import re

from .labels import canonical

HEAD = 8192
"""Bytes that are searched for a declaration.  Browsers search 1024; of 105 real pages none has it later than 5 KB in."""

MARKS: tuple[tuple[bytes, str], ...] = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
"""Byte order marks; the four bytes of UTF-32 before the two of UTF-16, which are their beginning."""

_CHARSET = re.compile(rb"""charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w:.()-]{1,40})""", re.IGNORECASE)
_XML = re.compile(rb"""<\?xml\b[^>]{0,200}?\sencoding\s{0,9}=\s{0,9}["']([\w:.()-]{1,40})["']""", re.IGNORECASE)
_OPEN = re.compile(rb"<!--|<(?:meta|script|style|title|textarea|noscript)\b", re.IGNORECASE)
_CLOSE = {
    b"<!--": re.compile(b"-->"),
    b"<script": re.compile(rb"</script\b", re.IGNORECASE),
    b"<style": re.compile(rb"</style\b", re.IGNORECASE),
    b"<title": re.compile(rb"</title\b", re.IGNORECASE),
    b"<textarea": re.compile(rb"</textarea\b", re.IGNORECASE),
    b"<noscript": re.compile(rb">"),
    b"<meta": re.compile(rb">"),
}


def mark(data: bytes) -> tuple[str, int] | None:
    """The encoding that a byte order mark names, and the length of the mark."""
    for bom, name in MARKS:
        if data.startswith(bom):
            return name, len(bom)
    return None


def declared(data: bytes) -> str | None:
    """The encoding that a `<meta>` or an XML declaration names; not one in a comment, a script or a title."""
    head = data[:HEAD]
    if b"harset" not in head and b"HARSET" not in head and b"encoding" not in head:
        return None
    if head.lstrip()[:5].lower() == b"<?xml" and (found := _XML.search(head[:1024])):
        return _usable(found.group(1))
    position = 0
    while opened := _OPEN.search(head, position):
        closed = _CLOSE[opened.group().lower()].search(head, opened.end())
        end = closed.end() if closed else len(head)
        if opened.group()[1:2] in b"mM" and (found := _CHARSET.search(head, opened.end(), end)):
            name = _usable(found.group(1))
            if name:
                return name
        position = end
    return None


def _usable(label: bytes) -> str | None:
    name = canonical(label.decode("ascii", "replace"))
    # a declaration that could be read as ASCII does not stand in UTF-16, whatever it says
    return "utf-8" if name and name.startswith(("utf-16", "utf-32")) else name
