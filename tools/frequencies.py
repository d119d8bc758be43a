"""Makes two tables in ``src/newsclean/data``: how common characters are, and which Chinese characters stand together.

    python tools/frequencies.py DICT_TXT DJANGO_DIR

``DICT_TXT`` is the word list of jieba 0.42.1 (``jieba/dict.txt``, MIT: words of Chinese news and books with how often
each occurs); the traditional forms are made from it with OpenCC.  ``DJANGO_DIR`` is an unpacked Django 5.1 wheel (BSD):
its Korean and Japanese translations are the sample of these two languages.  Only counts go into the table.

A line of ``encodings-frequency.txt`` is a language, a level and the characters of that level; a character of level n has
a share of about e^(-n/2) of the running text of its language.  A line of ``encodings-pairs.txt`` is a character and those
that follow it in words.
"""

from __future__ import annotations

import math
import re
import sys
from collections import Counter
from pathlib import Path

import opencc

DATA = Path(__file__).parent.parent / "src" / "newsclean" / "data"

DE_SHARE = 0.035
"""Share of 的 among the characters of the five seed documents; the word list holds it far too low."""
PUNCTUATION = {
    "，": 0.05, "。": 0.02, "、": 0.02, "“": 0.01, "”": 0.01, "：": 0.006, "《": 0.004, "》": 0.004, "（": 0.005,
    "）": 0.005, "；": 0.004, "？": 0.002, "！": 0.001, "「": 0.004, "」": 0.004, "—": 0.003, "―": 0.0003, "·": 0.002, "…": 0.001,
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
PAIR = 3e-6
"""Share of a pair that goes into the table: 22,000 do.  With those of 1e-6, twice as many, one damaged page in a thousand
more is read right."""
LIFT = 4
"""How much likelier the second character is after the first one than anywhere."""

Words = list[tuple[str, int]]
"""Words with how often each occurs."""


def scripts(dict_txt: Path) -> list[Words]:
    """The word list as it is, and in three traditional forms."""
    lines = [line.split(" ") for line in dict_txt.read_text(encoding="utf-8").splitlines()]
    words, weights = [line[0] for line in lines], [int(line[1]) for line in lines]
    joined = "\n".join(words)
    forms = (words, *(opencc.OpenCC(name).convert(joined).split("\n") for name in ("s2t", "s2tw", "s2hk")))
    return [list(zip(form, weights, strict=True)) for form in forms]


def counted(words: Words) -> Counter[str]:
    """How often each character occurs."""
    counts: Counter[str] = Counter()
    for word, weight in words:
        for character in word:
            if character >= "\u3000":
                counts[character] += weight
    return counts


def chinese(forms: list[Words]) -> dict[str, float]:
    """Share of each character, simplified and traditional, the larger of the two where a character is in both."""
    shares: dict[str, float] = {}
    for words in forms:
        counts = counted(words)
        total = sum(counts.values())
        for character, count in counts.items():
            shares[character] = max(shares.get(character, 0.0), count / total)
    return {**dict.fromkeys(CANTONESE, 3e-5), **shares, **PUNCTUATION, "的": DE_SHARE}


def pairs(forms: list[Words]) -> list[str]:
    """The pairs of characters that are common in words, a line for each first character."""
    followers: dict[str, set[str]] = {}
    for words in forms:
        counts = counted(words)
        total = sum(counts.values())
        together: Counter[str] = Counter()
        for word, weight in words:
            for pair in map(str.__add__, word, word[1:]):
                if min(pair) >= "\u3000":
                    together[pair] += weight
        for (first, second), count in together.items():
            if count >= PAIR * total and count * total >= LIFT * counts[first] * counts[second]:
                followers.setdefault(first, set()).add(second)
    return [first + "".join(sorted(followers[first])) for first in sorted(followers)]


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
    forms = scripts(dict_txt)
    lines = table("zh", chinese(forms))
    for language in ("ko", "ja"):
        lines += table(language, translations(django, language))
    for name, rows in (("frequency", lines), ("pairs", pairs(forms))):
        (DATA / f"encodings-{name}.txt").write_text("\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
