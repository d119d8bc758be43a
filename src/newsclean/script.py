"""Which written Chinese a text is: the characters that only one script has, and the words that tell the rest."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from importlib import resources
from typing import Any

import msgspec
import yaml

from .article import Script
from .variants.tables import tables

LONGEST = 200_000
"""Characters that are looked at; more do not change the answer."""
_HAN = re.compile("[\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f]")
_KANA = re.compile("[\u3041-\u3096\u30a1-\u30fa]")
_HANGUL = re.compile("[\uac00-\ud7a3\u1100-\u11ff\u3131-\u318e]")


class _Signs(msgspec.Struct, frozen=True):
    telling: re.Pattern[str]
    hant: frozenset[str]
    around: re.Pattern[str]
    """A character that conversions get wrong, with the one before and the one after it."""
    wrong: frozenset[str]


@cache
def _signs() -> _Signs:
    path = resources.files(__package__).joinpath("data/scripts.yaml")
    declared: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    both = tables("".join(declared["shared"].split()))
    converted: dict[str, str] = declared["converted"]
    turns = re.escape("".join(converted))
    return _Signs(
        re.compile(f"[{re.escape(both.hans + both.hant)}]"),
        frozenset(both.hant),
        re.compile(f"(?=(.?[{turns}].?))"),
        frozenset(word for words in converted.values() for word in words.split()),
    )


def detect_script(text: str) -> Script:
    """The script of a text as a BCP 47 tag, with the shares, the confidence and what told.

    Looks at the first 200,000 characters.  `und` where no character tells, and for Japanese and Korean.
    """
    text = text[:LONGEST]
    signs = _signs()
    telling = signs.telling.findall(text)
    if not telling:
        return Script()
    counts = Counter(telling)
    hant = sum(count for character, count in counts.items() if character in signs.hant)
    hans = len(telling) - hant
    if _foreign(text, len(telling)):
        return Script(hans=hans / len(telling), hant=hant / len(telling))
    traditional = hant > hans
    larger, smaller = max(hant, hans), min(hant, hans)
    of_script = [
        character for character, _ in counts.most_common(24) if (character in signs.hant) == traditional
    ]
    wrong = _conversions(text, signs) if traditional else []
    return Script(
        tag="zh-Hant" if traditional else "zh-Hans",
        confidence=round((larger / len(telling)) * (1 - 0.5 ** (larger - smaller)), 3),
        hans=round(hans / len(telling), 4),
        hant=round(hant / len(telling), 4),
        mixed=smaller >= 8 and smaller * 10 >= len(telling),
        converted=len(wrong) >= 2,
        evidence=(*of_script[:8], *dict.fromkeys(wrong[:8])),
    )


def _foreign(text: str, telling: int) -> bool:
    """Japanese and Korean write some of the same characters; kana and Hangul tell."""
    other = len(_KANA.findall(text)) + len(_HANGUL.findall(text))
    return other > telling // 2 and other * 4 > len(_HAN.findall(text))


def _conversions(text: str, signs: _Signs) -> list[str]:
    """Pairs of characters that only a mechanical conversion writes."""
    found = []
    for around in signs.around.findall(text):
        for pair in (around[:2], around[-2:]):
            if pair in signs.wrong:
                found.append(pair)
    return found
