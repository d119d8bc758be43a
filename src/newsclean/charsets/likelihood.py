"""How likely a text is, as Chinese, Korean or Japanese: the log of the product of the shares of its characters.

The table is ``data/encodings-frequency.txt``; ``tools/frequencies.py`` makes it and says from what.
"""

from __future__ import annotations

import re
import sys
from functools import cache
from itertools import repeat

from newsclean.rules import data_text

NATS = -0.5
"""A character of level n has the share e^(n * NATS)."""
UNSEEN = 32
"""Level of an assigned character that is not in the table: two below the rarest there."""
NOISE = {"\ufffd": 60, "\x00": 50}
"""Levels of what no text holds on purpose.  One damaged character outweighs three rare ones."""
PRIVATE = 44
"""Level of a character for private use: it is what a wrong reading gives, and seldom what a writer wrote."""

_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")
HIGH_RUNS = re.compile(rb"[\x80-\xff][\x30-\x39\x40-\xff]*")
"""Stretches that begin with a lead byte in each of the multi-byte encodings, and end where all of them end."""


class Levels(dict[str, int]):
    """Character -> level, with a level for every character."""

    def __missing__(self, character: str) -> int:
        point = ord(character)
        if point < 0x80:
            level = 9
        elif 0xE000 <= point <= 0xF8FF or 0xDC80 <= point <= 0xDCFF or point <= 0x9F:
            level = PRIVATE
        elif 0xFF61 <= point <= 0xFF9F:
            level = 14  # half-width katakana take one byte, so two of them stand against one Chinese character
        elif 0x4E00 <= point <= 0x9FFF or 0xAC00 <= point <= 0xD7A3 or 0x3040 <= point <= 0x30FF:
            level = UNSEEN
        else:
            level = UNSEEN + 2
        self[character] = level
        return level


@cache
def levels(language: str) -> Levels:
    """The table of a language: zh, ko or ja (each with the marks and digits that all three use)."""
    table = Levels(NOISE)
    for line in data_text("encodings-frequency.txt").splitlines():
        code, level, characters = line.split(" ")
        if code == language:
            table.update(zip(characters, repeat(int(level))))
    return table


def score(text: str, language: str) -> float:
    """Log likelihood (in nats, at most 0) of the non-ASCII characters of `text` in a language."""
    table = levels(language)
    return NATS * sum(map(table.__getitem__, "".join(_NOT_ASCII.findall(text))))


def beyond_ascii(text: str) -> int:
    """How many characters of a text are not ASCII."""
    return len("".join(_NOT_ASCII.findall(text)))


def sample(data: bytes, size: int, start: int = 0, end: int = sys.maxsize) -> bytes:
    """The first stretches of non-ASCII bytes from `start` on, `size` bytes of them or a little more, a line each.

    Nothing from `end` on is looked at.
    """
    runs = []
    length = 0
    for match in HIGH_RUNS.finditer(data, start, end):
        run = match.group()[:size]
        runs.append(run)
        length += len(run)
        if length >= size:
            break
    return b"\n".join(runs)
