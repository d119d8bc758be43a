"""Signs that look like others: spam is written with them, so that no list of words finds it."""

from __future__ import annotations

import re
import unicodedata

from .invisible import visible

# Greek and Cyrillic letters; signs of no width; numbers in circles; radicals and compatibility forms of Han characters;
# wide letters.  Every page is searched for them, in 15 us for 2,900 characters: a class that reaches beyond the basic
# plane (mathematical alphabets) takes 27, one that is repeated in the pattern 115.
_DISGUISED = re.compile(
    "[\u0370-\u04ff\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2460-\u24ff\u2e80-\u2fdf\u3200-\u32ff\uf900-\ufaff\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\ufeff]"
)
_LATIN = str.maketrans(
    "аеорсухіјѕкмтнвпгαοντυικρΑΒΕΖΗΙΚΜΝΟΡΤΥΧАВЕКМНОРСТХІЈЅ", "aeopcyxijskmthbnraovtuikpABEZHIKMNOPTYXABEKMHOPCTXIJS"
)
_RADICALS = str.maketrans("⺠⺅⺡⻋⻝⻢⻥⻓⻔⻚⻛⻜", "民亻氵车食马鱼长门页风飞")
"""Those that Unicode itself does not map."""


def undisguised(text: str) -> str:
    """`text` with the characters that its signs look like; for looking up words, never for output."""
    return _DISGUISED.sub(_meant, text)


def _meant(match: re.Match[str]) -> str:
    return visible(unicodedata.normalize("NFKC", match[0].translate(_RADICALS))).translate(_LATIN)
