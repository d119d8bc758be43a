"""Where browsers read a character otherwise than Python's codecs do (WHATWG Encoding Standard, the indexes)."""

from __future__ import annotations

import re
from collections.abc import Iterable

_BIG5_MARKS = re.compile(rb"\xa1[EN\xc2\xe3\xf2\xf3]")
"""The bytes of the six marks below.  Seeking these bytes takes a third of the time that seeking the characters takes.
Where they are a second byte and the next first one, there is no such character to replace."""
BIG5_MARKS = {
    b"\xa1E": ("•", "‧"),
    b"\xa1N": ("､", "﹑"),
    b"\xa1\xe3": ("∼", "～"),
    b"\xa1\xf3": ("☉", "⊙"),
    b"\xa1\xf2": ("♁", "⊕"),
    b"\xa1\xc2": ("‾", "¯"),
}
"""The first is the dot in 史蒂芬‧金."""
BIG5_CURRENCY = (("¥", "￥"), ("¢", "￠"), ("£", "￡"))
GB18030 = (("\ue5e5", "\u3000"),)
"""Bytes A3A0, which old editors wrote for a full-width space.  The nineteen others (vertical punctuation, strokes of
characters, ḿ) are in no page that we saw, and seeking each costs 2 % of the reading."""


def as_browsers(text: str, codec: str) -> str:
    """The text that this codec has read, with the characters that browsers show."""
    if codec == "gb18030":
        return _replaced(text, GB18030)
    if codec == "big5hkscs":
        return _replaced(_replaced(text, BIG5_CURRENCY), BIG5_MARKS.values())
    return text


def big5(text: str, data: bytes) -> str:
    """The same for Big5, sooner: `data` are the bytes of the text."""
    text = _replaced(text, BIG5_CURRENCY)
    found = _BIG5_MARKS.findall(data)
    return _replaced(text, [BIG5_MARKS[mark] for mark in set(found)]) if found else text


def _replaced(text: str, pairs: Iterable[tuple[str, str]]) -> str:
    for python, browser in pairs:
        if python in text:
            text = text.replace(python, browser)
    return text
