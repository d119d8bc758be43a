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
LONGEST = 262_144
"""Characters that are looked at: ten times the longest reports, and the memory that a hostile text takes stays at
70 MB."""

_NO_WORD = re.compile(r"[\W_]+")


@cache
def _fold() -> dict[int, str]:
    """Traditional to simplified, character by character: whatever was converted which way comes out the same."""
    lines = files("newsclean").joinpath("data/shingles-fold.txt").read_text(encoding="utf-8").splitlines()
    return {ord(variant): line[0] for line in lines if not line.startswith("#") for variant in line[1:]}


def words_of(text: str) -> str:
    """The text without script, width, case, punctuation and white space."""
    folded = unicodedata.normalize("NFKC", text).translate(_fold()).casefold()
    return _NO_WORD.sub("", folded)


def shingles(words: str) -> set[str]:
    """The different runs of `SHINGLE` characters of the first `LONGEST`; of a shorter text than one of them the text
    itself, of an empty one none."""
    if len(words) <= SHINGLE:
        return {words} if words else set()
    return {words[i : i + SHINGLE] for i in range(min(len(words), LONGEST) - SHINGLE + 1)}


def simhash(text: str) -> str:
    """The 64-bit SimHash of a text (Charikar 2002) as 16 hexadecimal digits; the same on every machine and version.

    Texts that say the same in another script, typography or layout have the same one; texts of which a few words differ
    have one of few different bits (`distance`).  A text without words has ``0000000000000000``.
    """
    found = shingles(words_of(text))
    digests = b"".join(
        [blake2b(shingle.encode("utf-8", "surrogatepass"), digest_size=BITS // 8).digest() for shingle in found]
    )
    ones = int.from_bytes(b"\1" * len(found), "little")
    bits = 0
    for place in range(BITS // 8):
        # The bytes of one place of all digests as one integer, so that a bit of all of them is counted at once.
        column = int.from_bytes(digests[place :: BITS // 8], "little")
        for bit in range(8):
            if 2 * (column >> bit & ones).bit_count() > len(found):
                bits |= 1 << (8 * place + bit)
    return f"{bits:0{BITS // 4}x}"


def distance(one: str, other: str) -> int:
    """The number of bits in which two SimHashes differ: 0 for the same text, about 32 for unrelated ones."""
    return (int(one, 16) ^ int(other, 16)).bit_count()
