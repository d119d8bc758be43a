"""Which encoding undeclared bytes are in: each candidate reads a sample, the most likely text wins."""

from __future__ import annotations

from ..errors import BinaryInputError
from .labels import codec_of
from .likelihood import NATS, sample, score

SAMPLE = 4096
"""Bytes that decide."""
CANDIDATES: tuple[tuple[str, str, float], ...] = (
    ("gb18030", "zh", 0.0),
    ("big5", "zh", 0.0),
    ("utf-8", "zh", 0.0),
    ("shift_jis", "ja", -6.0),
    ("euc-jp", "ja", -6.0),
    ("euc-kr", "ko", -6.0),
)
"""Encoding, language, and the log of how often a page of Chinese news comes in it, beside gb18030."""

ENOUGH = NATS * 26
"""Nats a character: a text below it is no likely text in the language."""


def unicode_without_mark(data: bytes) -> str | None:
    """UTF-16 or UTF-32 without a mark, told by where the NULs of ASCII characters stand."""
    head = data[:4096]
    size = len(head) - len(head) % 4
    nuls = [head[place:size:4].count(0) for place in range(4)]
    quarter = size // 4
    if not quarter or not any(nuls):
        return None
    if nuls[1] + nuls[2] + nuls[3] >= 2.4 * quarter and nuls[0] == 0:
        return "utf-32-le"
    if nuls[0] + nuls[1] + nuls[2] >= 2.4 * quarter and nuls[3] == 0:
        return "utf-32-be"
    odd, even = nuls[1] + nuls[3], nuls[0] + nuls[2]
    if odd > 8 * even and odd * 20 >= quarter:
        return "utf-16-le"
    if even > 8 * odd and even * 20 >= quarter:
        return "utf-16-be"
    if sum(nuls) * 10 > size:
        raise BinaryInputError("the input is full of NUL bytes, so it is no text; give the text that was taken from it")
    return None


def plausible(data: bytes, name: str) -> bool:
    """Whether the first non-ASCII stretches, read so, are likely Chinese."""
    text = sample(data, 128).decode(codec_of(name), "replace")
    count = sum(character > "\x7f" for character in text)
    return not count or score(text, "zh") >= ENOUGH / 1.3 * count


def detect(data: bytes) -> str | None:
    """The encoding that reads the bytes best; None where no candidate reads them well."""
    if data.isascii():
        if b"~{" in data and b"~}" in data:
            return "hz"
        if b"\x1b$)A" in data or b"\x1b$)G" in data:
            return "iso-2022-cn"
        if b"\x1b$B" in data or b"\x1b$@" in data:
            return "iso-2022-jp"
        return "utf-8"
    taken = sample(data, SAMPLE)
    best, best_score, best_text = "utf-8", float("-inf"), ""
    for name, language, prior in CANDIDATES:
        text = taken.decode(codec_of(name), "replace")
        value = score(text, language) + prior
        if value > best_score:
            best, best_score, best_text = name, value, text
    count = sum(character > "\x7f" for character in best_text)
    return best if best_score >= ENOUGH * count else None
