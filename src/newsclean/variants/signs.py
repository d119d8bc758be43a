"""What tells one written Chinese from another: characters of one script, words of one region, marks of conversion."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources
from typing import Any

import msgspec
import yaml

from newsclean.charsets.likelihood import levels

from .tables import tables


class Word(msgspec.Struct, frozen=True):
    """A word of a region, found by its rarest character."""

    text: str
    place: int
    """Of that character in the word."""
    region: str
    weight: float


class Signs(msgspec.Struct, frozen=True):
    """Everything that `detect_script` looks for."""

    hans: re.Pattern[str]
    hant: re.Pattern[str]
    japanese: frozenset[str]
    korean: frozenset[str]
    forms: re.Pattern[str]
    """Characters that conversions get wrong."""
    wrong: frozenset[str]
    """Pairs with such a character that only a conversion writes."""
    anchors: re.Pattern[str]
    words: dict[str, tuple[Word, ...]]
    """By the character that they are found by."""
    variants: dict[str, dict[str, float]]


@cache
def signs(region_of: str) -> Signs:
    """What is looked for in text of one script, ``Hans`` or ``Hant``; made once, from the data and OpenCC, in 0.1 s."""
    declared = _declared()
    both = tables("".join(declared["shared"].split()))
    wrong = _wrong_pairs()
    regions = ("TW", "HK", "CN") if region_of == "Hant" else ("SG", "MY")
    words = _words({region: declared["regions"][region] for region in regions})
    return Signs(
        hans=_any_of(both.hans),
        hant=_any_of(both.hant),
        japanese=both.japanese | frozenset(declared["japanese"]),
        korean=frozenset(declared["korean"]),
        forms=_any_of(frozenset(wrong)),
        wrong=frozenset(pair for pairs in wrong.values() for pair in pairs),
        anchors=_any_of(frozenset(words)),
        words=words,
        variants={region: declared["variants"].get(region, {}) for region in regions},
    )


@cache
def _declared() -> dict[str, Any]:
    text = resources.files("newsclean").joinpath("data/scripts.yaml").read_text(encoding="utf-8")
    declared: dict[str, Any] = yaml.load(text, Loader=yaml.CSafeLoader)
    return declared


def _wrong_pairs() -> dict[str, list[str]]:
    """Form -> pairs, out of ``data/scripts-pairs.txt``, which ``tools/script_pairs.py`` makes."""
    text = resources.files("newsclean").joinpath("data/scripts-pairs.txt").read_text(encoding="utf-8")
    return {form: pairs for form, *pairs in (line.split() for line in text.splitlines())}


def _words(regions: dict[str, dict[int, str]]) -> dict[str, tuple[Word, ...]]:
    commonness = levels("zh")
    by_anchor: dict[str, tuple[Word, ...]] = {}
    for region, weights in regions.items():
        for weight, line in weights.items():
            for text in line.split():
                place = max(range(len(text)), key=lambda at: commonness[text[at]])
                anchor = text[place]
                by_anchor[anchor] = (*by_anchor.get(anchor, ()), Word(text, place, region, weight))
    return by_anchor


def _any_of(characters: frozenset[str]) -> re.Pattern[str]:
    return re.compile(f"[{re.escape(''.join(sorted(characters)))}]")
