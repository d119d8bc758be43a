"""Where a line may be shifted by a byte without an error: rare characters side by side, read better with one byte less.

Looking for them takes twice as long as decoding does, so it is done where a document is known to be damaged.  A line of
Big5 finds its way back after three to six characters anyway: the second byte of two in five characters is ASCII.
"""

from __future__ import annotations

import re
from functools import cache

from .alphabets import SKIP, alphabet
from .likelihood import levels
from .search import likeliest

RARE = 23
"""Level from which a character is looked at: one in a hundred of good text, one in two of shifted text."""
BESIDE = 21
"""Level of a neighbour that makes a rare character suspect; a letter does so too, for a shift ends in one."""
NEAR = 6
"""Characters before and after it that are searched for a better reading."""
GAIN = 14
"""What leaving a byte out must gain.  See the table in ``docs/encodings.md``."""
USUAL = 14
"""Level of the characters of good text, so that a better reading cannot cost less."""
MOST = 400
"""Rare characters that are looked at in one document."""


def shifted(text: str, codec: str) -> list[int]:
    """Places in a text that was read without an error, at which it is read better with a byte left out."""
    found: list[int] = []
    table = levels("zh")
    letters = alphabet(codec)
    for count, match in enumerate(_rare(codec).finditer(text)):
        if count > MOST:
            return []
        place = match.start()
        if found and place < found[-1] + NEAR:
            continue
        if not any("@" <= beside <= "~" or table[beside] >= BESIDE for beside in text[place - 1 : place + 2 : 2]):
            continue
        near = text[max(0, place - NEAR) : place + NEAR]
        cost = letters.cost(near)
        if cost < SKIP + GAIN + USUAL * len(near):
            continue
        if cost - likeliest(near.encode(codec, "surrogateescape"), letters, None)[-1] >= GAIN:
            found.append(place)
    return found


@cache
def _rare(codec: str) -> re.Pattern[str]:
    """The rare ideographs of an encoding."""
    table = levels("zh")
    pairs = (bytes((lead, trail)) for lead in range(0x81, 0xFF) for trail in (*range(0x40, 0x7F), *range(0x80, 0xFF)))
    read = (pair.decode(codec, "ignore") for pair in pairs)
    rare = sorted({character for character in read if "\u3400" <= character <= "\u9fff" and table[character] >= RARE})
    return re.compile(f"[{re.escape(''.join(rare))}]")
