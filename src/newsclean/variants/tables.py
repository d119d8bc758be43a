"""Which characters belong to one script alone: OpenCC's converters, run once over the ideographs."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import msgspec

from newsclean.charsets.likelihood import levels

_UNSAFE = re.compile("([\ud800-\udfff\x00]+)")
"""What OpenCC does not take, or takes for the end."""
IDEOGRAPHS = (*range(0x4E00, 0xA000), *range(0x3400, 0x4DC0), 0x3007)


@cache
def converter(config: str) -> Any:
    """The OpenCC converter of that configuration (t2s, s2twp …), loaded once: 5 to 70 ms."""
    import opencc  # noqa: PLC0415

    return opencc.OpenCC(config)


def convert_with(configurations: tuple[str, ...], text: str) -> str:
    """The text through the first of these configurations that the installed OpenCC has.

    Lone surrogates and NULs are left where they stand.
    """
    if not text:
        return text
    if _UNSAFE.search(text):
        pieces = _UNSAFE.split(text)
        return "".join(piece if _UNSAFE.match(piece) else convert_with(configurations, piece) for piece in pieces)
    known = _known()
    config = next((config for config in configurations if config in known), configurations[-1])
    converted: str = converter(config).convert(text)
    return converted


@cache
def _known() -> frozenset[str]:
    import opencc  # noqa: PLC0415

    return frozenset(name.removesuffix(".json") for name in opencc.CONFIGS)


@cache
def character_map(config: str) -> dict[str, str]:
    """Character -> character, for the ideographs that a configuration changes when they stand alone."""
    characters = "\n".join(map(chr, IDEOGRAPHS))
    changed: str = converter(config).convert(characters)
    pairs = zip(characters.split("\n"), changed.split("\n"), strict=True)
    return {old: new for old, new in pairs if old != new and len(new) == 1}


class Tables(msgspec.Struct, frozen=True):
    """Characters of one script alone, and of one language."""

    hans: frozenset[str]
    hant: frozenset[str]
    japanese: frozenset[str]
    """Simplified in Japan, and otherwise than in China: 経 済 駅."""
    shared_with_japan: frozenset[str]
    """Of the first two, those that Japanese writes too: 国 会 東 議."""


RARE = 28
"""Level from which a Japanese form is no Chinese character that a Chinese text has: 才 and 研 are, 経 is not."""


def tables(both: frozenset[str], japanese: str) -> Tables:
    """The tables: of the scripts, less the characters of `both`; of Japan, with these `japanese` ones."""
    to_hans = {**character_map("hk2s"), **character_map("t2s")}  # the first alone knows 衞
    to_japan = character_map("t2jp")
    hant = frozenset(to_hans) - both - frozenset(to_hans.values())
    hans = frozenset(c for c in to_hans.values() if c <= "\uffff") - both - frozenset(to_hans)
    of_japan = frozenset(to_japan.values())
    commonness = levels("zh")
    alone = of_japan - hans - hant - both - frozenset(to_hans)
    return Tables(
        hans=hans,
        hant=hant,
        japanese=frozenset(c for c in alone if commonness[c] >= RARE) | frozenset(japanese),
        shared_with_japan=(hans & of_japan) | (hant - frozenset(to_japan)),
    )
