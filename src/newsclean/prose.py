"""Measures of Chinese prose: how much a line reads like a sentence, and whether two lines say the same."""

from __future__ import annotations

import re
import unicodedata

_STOPS = re.compile(r"[，。、；：？！…“”「」『』《》（）,;?!]")
_NOT_WORD = re.compile(r"[\W_]+")
SENTENCE_END = ("。", "！", "？", "…", "”", "」", "』", "；", ".", "!", "?", "：", ":", "）", ")", "~", "～")


def stops(text: str) -> int:
    """The number of punctuation marks of either width."""
    return len(_STOPS.findall(text))


def weight(text: str, links: int = 0) -> float:
    """How much prose a line holds, in characters: its own (not linked) ones, more where it is punctuated.

    A line without any mark counts a tenth: headlines and labels.  A line of sentences counts whole.
    """
    size = len(text)
    own = size - links
    if own < 8:
        return 0.0
    marks = len(_STOPS.findall(text[:400]))
    if not marks:
        return own * 0.1
    share = own / size
    density = min(1.0, marks * 30 / min(size, 400))
    return min(own, 600) * share * share * (0.2 + 0.8 * density)


def key(text: str) -> str:
    """The letters and digits of a line, NFKC, lower case: equal for two printings of one headline."""
    return _NOT_WORD.sub("", unicodedata.normalize("NFKC", text)).lower()


def has_han(text: str) -> bool:
    """True where a Chinese character stands in it."""
    return any("\u3400" <= char <= "\u9fff" for char in text)
