"""Where a line is shifted by a byte without an error.

A missing byte makes other pairs of the bytes that follow, until a second byte in the ASCII range stands alone and ends
the shift: 投資目撒讞M中性 for 投資目標和「中性.  So what tells is a letter, or a mark beyond @, after two characters or more
that are likelier when they are read from the next byte on.
"""

from __future__ import annotations

import re
from itertools import islice

from .alphabets import alphabet
from .browsers import as_browsers, big5
from .likelihood import levels
from .search import likeliest, price
from .stretches import Stretches, decoded

BEFORE = 16
"""Characters before the letter that are searched for a better reading: Big5 is back in step after seven, GBK after twelve."""
AFTER = 4
"""Characters after it."""
RARE = 30
"""Level of two characters together from which another reading is looked at: good text has 28."""
WORTH = 12
"""What these must gain when they are read from the next byte on, for the search to be made: one clean page in eight has
such a place; with 8, each has one."""
GAIN = 3
"""What leaving a byte out must gain.  Of 228 clean documents in each encoding none has a place that gains anything."""
BESIDE_SIGN = 20
"""The same where one of the two characters is a sign: 今日☆A.  With it 25 of 44,000 such texts are taken for shifted, with 14
it is 179.  Two signs are never looked at: ☆☆A and ＡＢc are what somebody wrote."""
MOST = 2000
"""Letters that are looked at in one document, 1 µs each."""
SEARCHES = 50
"""Searches that are made in one document, 0.3 ms each."""

_ALONE = re.compile(rb"\?\?[@-~]")
_SECOND = re.compile("[\x00-?]")
"""What can be no second byte."""


class _ShiftedError(Exception):
    pass


def unshifted(data: bytes, codec: str, stretches: Stretches) -> str | None:
    """The text, as browsers show it; None where some bytes are no character or a line is shifted.

    Beyond the stretches all is ASCII.
    """
    search = Search(codec)

    def stretch(begin: int, end: int) -> str:
        part = data[begin:end]
        text = part.decode(codec)
        if search.shifted(text):
            raise _ShiftedError
        return big5(text, part) if codec == "big5hkscs" else as_browsers(text, codec)

    try:
        return decoded(data, stretches, stretch)
    except (UnicodeDecodeError, _ShiftedError):
        return None


class Search:
    """The search in one document, of which parts can be searched one by one."""

    def __init__(self, codec: str) -> None:
        self.codec = codec
        self.letters = MOST
        """Letters that may yet be looked at."""
        self.searches = SEARCHES
        """Searches that may yet be made."""

    def shifted(self, text: str) -> list[int]:
        """Places of such letters in a text, or in a part that begins and ends with ASCII."""
        found: list[int] = []
        table = levels("zh")
        for place in _letters(text, self.letters):
            self.letters -= 1
            before, last = text[place - 2], text[place - 1]
            if table[before] + table[last] < RARE:
                continue
            signs = _is_sign(before) + _is_sign(last)
            if signs < 2 and _worth(text, place, self.codec):
                if not self.searches:
                    break
                self.searches -= 1
                if _gains(text, place, self.codec) >= (BESIDE_SIGN if signs else GAIN):
                    found.append(place)
        return found


def _letters(text: str, most: int) -> list[int]:
    """Letters that follow two characters, the first so many.

    These are question marks in ASCII, and the search starts at a question mark: that takes a third of the time that
    searching the text would take.
    """
    found = islice(_ALONE.finditer(text.encode("ascii", "replace")), most)
    return [match.end() - 1 for match in found]


def _is_sign(character: str) -> bool:
    """No Chinese character, and none of those for private use, which stand where pairs of bytes are wrong."""
    return not ("\u3400" <= character < "\ufe30" or character > "\uffff")


def _worth(text: str, place: int, codec: str) -> bool:
    """Whether the last bytes are likelier when they are read from the next one on."""
    table = levels("zh")
    part = text[place - 2 : place + 1]
    other = part.encode(codec, "surrogateescape")[1:].decode(codec, "replace")
    return sum(map(table.__getitem__, part)) >= sum(map(table.__getitem__, other)) + WORTH


def _gains(text: str, place: int, codec: str) -> int:
    """What leaving a byte out of the line gains."""
    letters = alphabet(codec)
    begin = place
    floor = max(0, place - BEFORE)
    while begin > floor and text[begin - 1] > "\x7f":
        begin -= 1
    end = place + 1 + AFTER
    stop = _SECOND.search(text, place, end)
    near = text[begin : stop.start() if stop else end]
    return price(near, letters) - likeliest(near.encode(codec, "surrogateescape"), letters, None)[-1]
