"""Which characters belong to one script alone: OpenCC's converters, run once over the ideographs."""

from __future__ import annotations

import re
from functools import cache
from itertools import compress
from operator import ne
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
    if len(changed) == len(characters):  # each gives one: four times as fast as to split both
        old, new = characters[::2], changed[::2]
        return dict(compress(zip(old, new, strict=True), map(ne, old, new)))
    pairs = zip(characters.split("\n"), changed.split("\n"), strict=True)
    return {old: new for old, new in pairs if old != new and len(new) == 1}


class Tables(msgspec.Struct, frozen=True):
    """Characters of one script alone."""

    hans: frozenset[str]
    hant: frozenset[str]


class Japan(msgspec.Struct, frozen=True):
    """Characters of Japanese."""

    alone: frozenset[str]
    """Simplified in Japan, and otherwise than in China: 経 済 駅."""
    shared: frozenset[str]
    """Of one Chinese script alone, and in Japanese too: 国 会 東 議."""


RARE = 28
"""Level from which a Japanese form is no Chinese character that a Chinese text has: 才 and 研 are, 経 is not."""


def tables(both: frozenset[str]) -> Tables:
    """The characters of the scripts, less those of `both`."""
    to_hans = character_map("hk2s")  # all of t2s, and 衞
    simplified = frozenset(to_hans.values())
    return Tables(
        hans=frozenset(c for c in simplified if c <= "\uffff").difference(both, to_hans),
        hant=frozenset(to_hans).difference(both, simplified),
    )


def japan(scripts: Tables, both: frozenset[str], more: str) -> Japan:
    """The characters of Japanese, beside those of the scripts and of `both`; `more` are Japanese alone too."""
    to_japan = character_map("t2jp")
    of_japan = frozenset(to_japan.values())
    commonness = levels("zh")
    alone = of_japan.difference(scripts.hans, scripts.hant, both, character_map("hk2s"))
    return Japan(
        alone=frozenset(c for c in alone if commonness[c] >= RARE) | frozenset(more),
        shared=(scripts.hans & of_japan) | scripts.hant.difference(to_japan),
    )
