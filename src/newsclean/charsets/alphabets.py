"""The characters that a few bytes can be in an encoding, with what each costs: the steps of the search in `damage`."""

from __future__ import annotations

import re
from functools import cache

from .likelihood import NATS, PRIVATE, levels

LOST = "\ufffd"
SKIP = 36
"""Cost of a byte that is left out.  A right character costs 15 on average, one of a shifted pair 30: so leaving a byte
out pays from three shifted characters on, and never for one rare character."""
RARE = 22
"""Level from which a character costs double: two rare characters side by side are likelier a wrong cut."""
SEEN_LOST = 30
"""Cost of a U+FFFD that the bytes themselves hold."""
COMBINING = "\u0304\u030c"
"""The second halves of four characters of Big5-HKSCS."""
KANA = 24
"""Cost of a Japanese letter, which Chinese pages quote a word at a time."""
FOUR = 12
"""What a character of four bytes costs more in GB18030: all of them are rare."""
ASCII = 9
"""Cost of an ASCII character inside a stretch."""
FOREIGN = 8
"""What a character in the second encoding costs more."""
EURO = 30
"""The euro sign, where Python's codecs have none: 0x80 in GBK as Windows writes it, A3E1 in Big5."""

JOINED = 20
"""Cost of a character whose two UTF-16 halves were written as characters of three bytes each."""

MEMORY = 65_536
"""Byte sequences that an alphabet remembers; Chinese has about 24,000."""

_SIZES = {"gb18030": (2, 4), "big5hkscs": (2,), "cp949": (2,), "cp932": (1, 2), "euc-jp": (2, 3)}
_LANGUAGES = {"cp949": "ko", "cp932": "ja", "euc-jp": "ja"}

_PAIR = re.compile(rb"\xed[\xa0-\xaf][\x80-\xbf]\xed[\xb0-\xbf][\x80-\xbf]")

Way = tuple[int, str, int, bool]
"""Bytes, characters, cost, in the second encoding."""


def average(score: float, characters: int) -> float:
    """The level that the characters of a text have on average."""
    return score / NATS / characters


class Alphabet:
    """One encoding."""

    def __init__(self, codec: str) -> None:
        self.codec = codec
        self.widest = 4 if codec == "utf-8" else 2
        """Bytes of neighbouring damage that were one character."""
        self._levels = levels(_LANGUAGES.get(codec, "zh"))
        self._known: dict[bytes, tuple[str, int] | None] = {}

    def ways(self, data: bytes, place: int, second: Alphabet | None) -> list[Way]:
        """What can stand at a place of the bytes."""
        byte = data[place]
        if byte < 0x80:
            return [(1, chr(byte), ASCII, False)]
        found: list[Way] = [(1, LOST, SKIP, False)]
        self._add(found, data, place, False)
        if second is not None:
            second._add(found, data, place, True)
        return found

    def _add(self, found: list[Way], data: bytes, place: int, foreign: bool) -> None:
        if self.codec == "utf-8":
            self._add_utf8(found, data, place, foreign)
            return
        if data[place] == 0x80 and self.codec == "gb18030":
            found.append((1, "€", EURO, foreign))
        elif self.codec == "big5hkscs" and data.startswith(b"\xa3\xe1", place):
            found.append((2, "€", EURO, foreign))
        for size in _SIZES[self.codec]:
            known = self._character(data[place : place + size])
            if known:
                found.append((size, known[0], known[1] + FOREIGN * foreign, foreign))

    def _add_utf8(self, found: list[Way], data: bytes, place: int, foreign: bool) -> None:
        byte = data[place]
        size = 2 if 0xC2 <= byte < 0xE0 else 3 if 0xE0 <= byte < 0xF0 else 4 if 0xF0 <= byte < 0xF5 else 0
        if not size:
            return
        part = data[place : place + size]
        known = self._character(part)
        if known:
            found.append((size, known[0], known[1] + FOREIGN * foreign, foreign))
        elif not foreign:
            found.extend(_halves(data, place, part))

    def _character(self, part: bytes) -> tuple[str, int] | None:
        """The character that these bytes are, and its cost."""
        if part not in self._known:
            if len(self._known) > MEMORY:
                self._known.clear()
            try:
                text = part.decode(self.codec)
            except UnicodeDecodeError:
                text = ""
            whole = len(text) == 1 or (text and self.codec == "big5hkscs")  # HKSCS has four characters of two points
            more = FOUR if len(part) == 4 and self.codec == "gb18030" else 0
            self._known[part] = (text, self._cost(text) + more) if whole else None
        return self._known[part]

    def cost(self, text: str) -> int:
        """What the characters of a text cost together."""
        return sum(map(self._cost, text))

    def _cost(self, character: str) -> int:
        if character == LOST:
            return SEEN_LOST
        if character in COMBINING:
            return 0
        if "\u3040" <= character <= "\u30ff":
            return KANA
        level = self._levels[character[0]]
        return max(level, 2 * level - RARE) if level < PRIVATE else level


def _halves(data: bytes, place: int, part: bytes) -> list[Way]:
    """A UTF-8 character that is cut short, and surrogates that were written as characters of their own."""
    pair = _PAIR.match(data, place)
    if pair:
        halves = pair.group().decode("utf-8", "surrogatepass")
        return [(6, halves.encode("utf-16-le", "surrogatepass").decode("utf-16-le"), JOINED, False)]
    size = 1
    while size < len(part) and 0x80 <= part[size] < 0xC0:
        size += 1
    return [(size, LOST, SKIP, False)]


@cache
def alphabet(codec: str) -> Alphabet:
    """The alphabet of a codec; it learns as it reads."""
    return Alphabet(codec)
