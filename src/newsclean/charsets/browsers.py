"""Where browsers read a character otherwise than Python's codecs do (WHATWG Encoding Standard, the indexes)."""

from __future__ import annotations

import re

_BIG5_MARKS = re.compile(rb"\xa1[EN\xc2\xe3\xf2\xf3]")
"""The bytes of the six marks below.  Seeking these bytes takes a third of the time that seeking the characters takes."""
BIG5_MARKS = {
    b"\xa1E": ("•", "‧"),
    b"\xa1N": ("､", "﹑"),
    b"\xa1\xe3": ("∼", "～"),
    b"\xa1\xf3": ("☉", "⊙"),
    b"\xa1\xf2": ("♁", "⊕"),
    b"\xa1\xc2": ("‾", "¯"),
}
"""The first is the dot in 史蒂芬‧金."""
SHOWN = frozenset(python for python, _ in BIG5_MARKS.values())
LINE = 400
"""Bytes that are looked back for the beginning of a line of characters."""
TRIES = 200
"""Places that are looked at one by one; beyond these, all the marks are sought."""
BIG5_CURRENCY = (("¥", "￥"), ("¢", "￠"), ("£", "￡"))
GB18030 = (("\ue5e5", "\u3000"),)
"""Bytes A3A0, which old editors wrote for a full-width space.  The nineteen others (vertical punctuation, strokes of
characters, ḿ) are in no page that we saw, and seeking each costs 2 % of the reading."""


def as_browsers(text: str, data: bytes, name: str) -> str:
    """The text with the characters that browsers show; `data` are its bytes, `name` is their encoding."""
    if name == "gb18030":
        return _replaced(text, GB18030)
    if name == "big5":
        text = _replaced(text, BIG5_CURRENCY)
        for found in _marks(data):
            text = text.replace(*BIG5_MARKS[found])
    return text


def _marks(data: bytes) -> set[bytes]:
    """The marks that stand in the bytes: not a second byte and the first byte of the next character."""
    found: set[bytes] = set()
    for count, match in enumerate(_BIG5_MARKS.finditer(data)):
        if match.group() in found:
            continue
        if count > TRIES:
            return set(BIG5_MARKS)
        begin = place = match.start()
        floor = max(0, place - LINE)
        while begin > floor and data[begin - 1] >= 0x40:
            begin -= 1
        if begin == floor or data[begin : place + 2].decode("big5hkscs", "replace")[-1:] in SHOWN:
            found.add(match.group())
    return found


def _replaced(text: str, pairs: tuple[tuple[str, str], ...]) -> str:
    for python, browser in pairs:
        if python in text:
            text = text.replace(python, browser)
    return text
