"""Chinese numerals, and full-width signs folded one for one so that positions in the text stay true."""

from __future__ import annotations

import re

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
    # A zero-width space between two elements parts them as a space does.
    "\u00a0\u1680\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u202f\u205f\u3000\ufeff": " ",
}
_FOLD = str.maketrans(
    {sign: plain for signs, plain in _SIGNS.items() for sign in signs}
    | {chr(0xFF10 + digit): str(digit) for digit in range(10)}
)
_ODD = re.compile("[" + "".join(map(chr, _FOLD)) + "]")

DIGITS = "〇零一二三四五六七八九"
_VALUE = {sign: max(0, place - 1) for place, sign in enumerate(DIGITS)} | {"正": 1, "元": 1}
_TENS = {"十": 10, "廿": 20, "卅": 30}


def fold(text: str) -> str:
    """`text` with full-width digits and signs as ASCII, every character at its old position."""
    if text.isascii() or _ODD.search(text) is None:
        return text
    return text.translate(_FOLD)


def number(word: str) -> int:
    """The value of ASCII digits or of a Chinese numeral below a thousand: 24, 二十四, 廿四, 二〇二四, 一百一十三.

    `word` holds nothing else; positional numerals (二〇二四) may be of any length.
    """
    if word.isascii():
        return int(word)
    if not any(sign in word for sign in "十百廿卅"):
        return int("".join(str(_VALUE[sign]) for sign in word))
    total = last = 0
    for sign in word:
        if sign == "百":
            total, last = total + 100 * (last or 1), 0
        elif sign in _TENS:
            total, last = total + _TENS[sign] * (last or 1), 0
        else:
            last = _VALUE[sign]
    return total + last
