"""Reading past damage: a byte that fits nowhere costs its own character, not the rest of the line."""

from __future__ import annotations

import re

_LOST = re.compile("[\udc80-\udcff]+")


def read(data: bytes, codec: str) -> tuple[str, tuple[int, ...]]:
    """Text, and the byte offsets of what could not be read; each stands in the text as one U+FFFD."""
    try:
        return data.decode(codec), ()
    except UnicodeDecodeError:
        pass
    try:
        text = data.decode(codec, "surrogateescape")
    except UnicodeDecodeError:
        text = data.decode(codec, "replace")
        return text, tuple(match.start() for match in re.finditer("\ufffd", text))
    pieces: list[str] = []
    damaged: list[int] = []
    offset = start = 0
    for match in _LOST.finditer(text):
        good = text[start : match.start()]
        offset += len(good.encode(codec))
        pieces.append(good)
        lost = match.group().encode("ascii", "surrogateescape")
        replaced = lost.decode(codec, "replace") if codec == "utf-8" else "\ufffd"
        pieces.append(replaced)
        damaged.extend(range(offset, offset + len(replaced)))
        offset += len(lost)
        start = match.end()
    pieces.append(text[start:])
    return "".join(pieces), tuple(damaged)
