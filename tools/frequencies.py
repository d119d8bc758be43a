"""Makes ``src/newsclean/data/encodings-frequency.txt``: how common each character is in Chinese, Korean and Japanese.

    python tools/frequencies.py DICT_TXT DJANGO_DIR

``DICT_TXT`` is the word list of jieba 0.42.1 (``jieba/dict.txt``, MIT: words of Chinese news and books with how often
each occurs); the traditional forms are made from it with OpenCC.  ``DJANGO_DIR`` is an unpacked Django 5.1 wheel (BSD):
its Korean and Japanese translations are the sample of these two languages.  Only counts go into the table.

A line is a language, a level and the characters of that level; a character of level n has a share of about e^(-n/2)
of the running text of its language.
"""

from __future__ import annotations

import math
import re
import sys
from collections import Counter
from pathlib import Path

import opencc

TARGET = Path(__file__).parent.parent / "src" / "newsclean" / "data" / "encodings-frequency.txt"

DE_SHARE = 0.035
"""Share of 的 among the characters of the five seed documents; the word list holds it far too low."""
PUNCTUATION = {
    "，": 0.05, "。": 0.02, "、": 0.02, "“": 0.01, "”": 0.01, "：": 0.006, "《": 0.004, "》": 0.004, "（": 0.005,
    "）": 0.005, "；": 0.004, "？": 0.002, "！": 0.001, "「": 0.004, "」": 0.004, "—": 0.003, "·": 0.002, "…": 0.001,
    "　": 0.01, "『": 0.0005, "』": 0.0005, "０": 0.0003, "１": 0.0003, "２": 0.0003, "％": 0.0005, "℃": 0.0001,
    "【": 0.0005, "】": 0.0005, "‘": 0.001, "’": 0.001, "－": 0.0005, "．": 0.0005, "～": 0.0005, "／": 0.0003,
    "｜": 0.0003, "■": 0.0001, "●": 0.0001, "★": 0.0001, "▲": 0.0002, "△": 0.0002, "→": 0.0001, "◎": 0.0001,
    "〈": 0.0003, "〉": 0.0003, "╱": 0.0001, "丨": 0.0001, "×": 0.0001, "°": 0.0001, "±": 0.00005,
    "①": 0.0001, "②": 0.0001, "③": 0.0001, "３": 0.0003, "４": 0.0003, "５": 0.0003, "６": 0.0003, "７": 0.0003,
    "８": 0.0003, "９": 0.0003, "＋": 0.0001, "＆": 0.0001, "＞": 0.0003, "＜": 0.0001, "㎡": 0.0001, "﹔": 0.0002,
    "─": 0.0002, "︰": 0.0001, "•": 0.0002, "‧": 0.0003, "＊": 0.0001, "＝": 0.0001, "※": 0.0001, "◆": 0.0001,
}  # fmt: skip
"""Shares in running news text, in round figures; counted on the seeds where they have the mark."""

CANTONESE = "嘅咗喺哋嚟冇佢唔咁嗰啲乜嘢噉㗎啩喎嘞咩攞揾俾畀睇諗瞓嘥嬲靚嘈唓嗱咪"
"""What Hong Kong papers quote; each as common as a rare character of the list."""

RAREST = 30
"""Level of what is hardly ever seen; characters below it are left out of the table."""


def chinese(dict_txt: Path) -> dict[str, float]:
    """Share of each character, simplified and traditional, the larger of the two where a character is in both."""
    shares: dict[str, float] = {}
    lines = [line.split(" ") for line in dict_txt.read_text(encoding="utf-8").splitlines()]
    words, weights = [line[0] for line in lines], [int(line[1]) for line in lines]
    joined = "\n".join(words)
    for forms in (words, *(opencc.OpenCC(name).convert(joined).split("\n") for name in ("s2t", "s2tw", "s2hk"))):
        counts: Counter[str] = Counter()
        for word, weight in zip(forms, weights, strict=True):
            for character in word:
                if character >= "\u3000":
                    counts[character] += weight
        total = sum(counts.values())
        for character, count in counts.items():
            shares[character] = max(shares.get(character, 0.0), count / total)
    return {**dict.fromkeys(CANTONESE, 3e-5), **shares, **PUNCTUATION, "的": DE_SHARE}


def translations(django: Path, language: str) -> dict[str, float]:
    """Share of each non-ASCII character in the translated messages of a language."""
    counts: Counter[str] = Counter()
    for path in sorted(django.rglob(f"locale/{language}/LC_MESSAGES/*.po")):
        text = path.read_text(encoding="utf-8")
        for message in re.findall(r"^msgstr.*?(?=^msgid|\Z)", text, re.DOTALL | re.MULTILINE):
            counts.update(character for character in message if ord(character) >= 0x3000)
    total = sum(counts.values())
    return {character: count / total for character, count in counts.items()}


def table(language: str, shares: dict[str, float]) -> list[str]:
    """The lines of one language, the most common characters first."""
    levels: dict[int, list[str]] = {}
    for character, share in sorted(shares.items()):
        level = round(-2 * math.log(share))
        if level <= RAREST:
            levels.setdefault(level, []).append(character)
    return [f"{language} {level} {''.join(levels[level])}" for level in sorted(levels)]


def main() -> None:
    dict_txt, django = Path(sys.argv[1]), Path(sys.argv[2])
    lines = table("zh", chinese(dict_txt))
    for language in ("ko", "ja"):
        lines += table(language, translations(django, language))
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
