"""Where browsers read a character otherwise than Python's codecs do (WHATWG Encoding Standard, the indexes)."""

from __future__ import annotations

import re

from .stretches import Stretches

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


def as_browsers(text: str, data: bytes, name: str, stretches: Stretches) -> str:
    """The text with the characters that browsers show; `data` are its bytes, `name` is their encoding.

    Beyond the stretches of the bytes it is all ASCII.
    """
    if name == "gb18030":
        return _replaced(text, GB18030)
    if name == "big5":
        text = _replaced(text, BIG5_CURRENCY)
        seen = {found for begin, end in stretches for found in _BIG5_MARKS.findall(data, begin, end)}
        for found in seen:
            text = text.replace(*BIG5_MARKS[found])
    return text


def _replaced(text: str, pairs: tuple[tuple[str, str], ...]) -> str:
    for python, browser in pairs:
        if python in text:
            text = text.replace(python, browser)
    return text
