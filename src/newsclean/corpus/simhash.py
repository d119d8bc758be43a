"""What a text is when only its words count: the base of fingerprints and of the search for reposts."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from hashlib import blake2b
from importlib.resources import files

SHINGLE = 5
"""Characters a shingle.  Shorter ones are shared by unrelated articles (four characters are an idiom or a name), longer
ones are lost with every changed character."""
BITS = 64

_NO_WORD = re.compile(r"[\W_]+")
_LANE = 32
"""Bits of one counter; a text has fewer than 2**32 shingles."""
_LOW = (1 << _LANE) - 1


@cache
def _fold() -> dict[int, str]:
    """Traditional to simplified, character by character: whatever was converted which way comes out the same."""
    lines = files(__package__).joinpath("fold.txt").read_text(encoding="utf-8").splitlines()
    return {ord(variant): line[0] for line in lines if not line.startswith("#") for variant in line[1:]}


def words_of(text: str) -> str:
    """The text without script, width, case, punctuation and white space."""
    folded = unicodedata.normalize("NFKC", text).translate(_fold()).casefold()
    return _NO_WORD.sub("", folded)


def shingles(words: str) -> set[str]:
    """The different runs of `SHINGLE` characters; of a shorter text the text itself, of an empty one none."""
    if len(words) <= SHINGLE:
        return {words} if words else set()
    return {words[i : i + SHINGLE] for i in range(len(words) - SHINGLE + 1)}


def simhash(text: str) -> str:
    """The 64-bit SimHash of a text (Charikar 2002) as 16 hexadecimal digits; the same on every machine and version.

    Texts that say the same in another script, typography or layout have the same one; texts of which a few words differ
    have one of few different bits (`distance`).  A text without words has ``0000000000000000``.
    """
    total = 0
    number = 0
    spread = _spread()
    for number, shingle in enumerate(shingles(words_of(text)), 1):  # noqa: B007 (the last number is the count)
        digest = blake2b(shingle.encode("utf-8", "surrogatepass"), digest_size=8).digest()
        # One counter for each bit, all of them in one large integer: eight additions a shingle.
        for place, byte in enumerate(digest):
            total += spread[place][byte]
    bits = 0
    for place in range(BITS):
        if 2 * (total >> (place * _LANE) & _LOW) > number:
            bits |= 1 << place
    return f"{bits:016x}"


def distance(one: str, other: str) -> int:
    """The number of bits in which two SimHashes differ: 0 for the same text, about 32 for unrelated ones."""
    return (int(one, 16) ^ int(other, 16)).bit_count()


@cache
def _spread() -> tuple[tuple[int, ...], ...]:
    """For each byte of a digest and each value of it: the counters of its bits."""
    return tuple(
        tuple(sum(1 << ((8 * place + bit) * _LANE) for bit in range(8) if value >> bit & 1) for value in range(256))
        for place in range(8)
    )
