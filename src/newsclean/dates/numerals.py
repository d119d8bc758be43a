"""Chinese numerals, and full-width signs folded one for one so that positions in the text stay true."""

from __future__ import annotations

import re
import unicodedata

_SIGNS = {
    "：﹕∶︰": ":",
    "／∕": "/",
    "－‐‑‒–—―−﹣": "-",
    "．": ".",
    "，、﹐": ",",
    "（": "(",
    "）": ")",
    "｜": "|",
    "＋": "+",
    "○◯Ｏ": "〇",
    # Between two elements it parts them as a space does, but is none to `re`.
    "\u200b\ufeff": " ",
}
_FOLD = str.maketrans(
    {sign: plain for signs, plain in _SIGNS.items() for sign in signs}
    | {chr(0xFF10 + digit): str(digit) for digit in range(10)}
)
_ODD = re.compile("[" + "".join(map(chr, _FOLD)) + "]")

DIGITS = "〇零一二三四五六七八九"
_VALUE = {sign: int(unicodedata.numeric(sign)) for sign in DIGITS}
_UNITS = {sign: int(unicodedata.numeric(sign)) for sign in "十廿卅百"}


def fold(text: str) -> str:
    """`text` with full-width digits and signs as ASCII, every character at its old position."""
    return text.translate(_FOLD) if _ODD.search(text) else text


def number(word: str) -> int:
    """The value of ASCII digits or of a Chinese numeral below a thousand: 24, 二十四, 廿四, 二〇二四, 一百一十三.

    `word` holds nothing else; positional numerals (二〇二四) may be of any length.
    """
    if word.isascii():
        return int(word)
    if _UNITS.keys().isdisjoint(word):
        return int("".join(str(_VALUE[sign]) for sign in word))
    total = last = 0
    for sign in word:
        if sign in _UNITS:
            total, last = total + _UNITS[sign] * (last or 1), 0
        else:
            last = _VALUE[sign]
    return total + last
