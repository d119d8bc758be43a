"""Which characters belong to one script alone: OpenCC's converters, run once over the ideographs."""

from __future__ import annotations

from functools import cache
from typing import Any

import msgspec

IDEOGRAPHS = (*range(0x4E00, 0xA000), *range(0x3400, 0x4DC0), 0x3007)


@cache
def converter(config: str) -> Any:
    """The OpenCC converter of that configuration (t2s, s2twp …), loaded once: 5 to 70 ms."""
    import opencc  # noqa: PLC0415

    return opencc.OpenCC(config)


def character_map(config: str) -> dict[str, str]:
    """Character -> character, for the ideographs that a configuration changes when they stand alone."""
    characters = "\n".join(map(chr, IDEOGRAPHS))
    changed = converter(config).convert(characters)
    pairs = zip(characters.split("\n"), changed.split("\n"), strict=True)
    return {old: new for old, new in pairs if old != new and len(new) == 1}


class Tables(msgspec.Struct, frozen=True):
    """Characters of one script alone."""

    hans: str
    hant: str


@cache
def tables(shared: str) -> Tables:
    """The tables, less the characters that both scripts use."""
    to_hans, to_hant = character_map("t2s"), character_map("s2t")
    both = frozenset(shared)
    hant = "".join(c for c in to_hans if c not in both and c not in to_hant)
    hans = "".join(c for c, new in to_hant.items() if c not in both and c not in to_hans and new in to_hans)
    return Tables(hans, hant)
