"""GB18030, read so that a shifted line shows.

Nearly every pair of bytes is a character in GB18030, so a byte too few shifts a line and raises no error.  GB 2312, its
core, has no character whose second byte is ASCII: read with that codec (which is the faster one), a line with an odd
number of bytes must stumble.  Whatever is not GB 2312 is looked up in GB18030, and where the characters before it are
unlikely ones, the line is suspect.
"""

from __future__ import annotations

import codecs
import threading
from collections import Counter
from typing import NamedTuple

from .alphabets import LOST, alphabet
from .likelihood import levels
from .search import WIDE, likeliest, price
from .stretches import Stretches, decoded

MOST = 200
"""Characters outside GB 2312 that are looked up one by one, 1 µs each."""
COMMON = 19
"""Level of a character that traditional text is made of: 國 個 時.  What a shifted line gives is rarer."""
FEW = 12
"""Such characters that are let pass before they are held against the length: pages in traditional characters have
hundreds, and are read with GB18030's own codec; pages in simplified characters have one in 10 KB at the most."""
DENSE = 1000
"""One such character in so many bytes makes a page in traditional characters."""
UNLIKELY = 22
"""Average level of a character and the three before it: right ones have 15, or 19 with a rare one; shifted ones 28."""
NEAR = 24
"""Characters that are searched for a better reading."""
GAIN = 14
"""What leaving a byte out must gain: names of rare characters gain up to 10, four shifted characters 30."""
OFTEN = 3
"""Times that a rare character stands in a document; if more often, it is no damage."""
CONFUSED = "―・"
"""What Python's GB 2312 makes of the dash and the dot: a page that has these themselves is read with GB18030."""

_HANDLER = "newsclean-gb"
_state = threading.local()


class Line(NamedTuple):
    """What GB 2312 with a look into GB18030 makes of the bytes."""

    text: str
    broken: bool
    """Some bytes are no character at all; they stand as lone surrogates."""
    suspects: tuple[int, ...]
    """Byte offsets at whose left unlikely characters stand."""


class _TooManyError(Exception):
    pass


def read(data: bytes, stretches: Stretches) -> Line | None:
    """The text; None for one with many characters outside GB 2312.  Beyond the stretches all is ASCII."""
    found: list[int] = []
    _state.found = found
    _state.broken = False
    _state.calls = _state.common = 0

    def stretch(begin: int, end: int) -> str:
        _state.begin = begin
        return data[begin:end].decode("gb2312", _HANDLER)

    try:
        text = decoded(data, stretches, stretch)
    except _TooManyError:
        return None
    if "―" in text:
        text = text.replace("―", "—")
    if "・" in text:
        text = text.replace("・", "·")
    often = Counter(data[place : place + 2] for place in found)
    suspects = tuple(place for place in found if often[data[place : place + 2]] <= OFTEN and _suspect(data, place))
    return Line(text, _state.broken, suspects)


def _look_up(error: UnicodeError) -> tuple[str, int]:
    """What stands where GB 2312 has nothing: a character of GB18030, the euro sign of Windows, or a damaged byte."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    data, start = error.object, error.start
    _state.calls += 1
    size = 4 if data[start + 1 : start + 2].isdigit() else 2
    try:
        character = data[start : start + size].decode("gb18030")
    except UnicodeDecodeError:
        character = chr(0xDC00 + data[start])
        size = 1
        _state.broken = True
    if character < WIDE:
        if size == 2:
            _state.found.append(_state.begin + start)
    elif character != LOST:
        if levels("zh")[character] > COMMON:
            _state.found.append(_state.begin + start)
        else:
            _state.common += 1
            if _state.common > FEW and _state.common * DENSE > _state.begin + start:
                raise _TooManyError
    if _state.calls > MOST or character in CONFUSED:
        raise _TooManyError
    return character, start + size


def _suspect(data: bytes, place: int) -> bool:
    """Whether what stands before a place is read better with a byte left out."""
    size = 4 if data[place + 1 : place + 2].isdigit() else 2
    text = data[_before(data, place, 3) : place + size].decode("gb18030", "replace")
    telling = [character for character in text if character > "\x7f" and character != LOST]
    if len(telling) < 2 or sum(map(levels("zh").__getitem__, telling)) <= UNLIKELY * len(telling):
        return False
    near = data[_before(data, place, NEAR) : place + size]
    letters = alphabet("gb18030")
    return price(near.decode("gb18030", "replace"), letters) - likeliest(near, letters, None)[-1] >= GAIN


def _before(data: bytes, place: int, characters: int) -> int:
    """The place so many characters of GB 2312 to the left, or as many as stand there."""
    begin = place
    while characters and begin > 1 and data[begin - 1] > 0xA0 and data[begin - 2] > 0xA0:
        begin -= 2
        characters -= 1
    return begin


codecs.register_error(_HANDLER, _look_up)
