"""What tells one written Chinese from another: characters of one script, words of one region, slips of conversions."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources
from typing import Any

import msgspec
import yaml

from .tables import Tables, tables


class Word(msgspec.Struct, frozen=True):
    """A word of a region."""

    text: str
    region: str
    weight: float


class Signs(msgspec.Struct, frozen=True):
    """The characters that `detect_script` looks for in every text."""

    hans: re.Pattern[str]
    hant: re.Pattern[str]
    tables: Tables
    weak: dict[str, frozenset[str]]
    """Hans and Hant: characters that tell where no other does."""
    korean: frozenset[str]
    abroad: tuple[str, ...]
    """Words one of which stands in every simplified text from outside the mainland."""


class Words(msgspec.Struct, frozen=True):
    """The words and pairs that it looks for in text of one script."""

    keys: frozenset[int]
    """Of the words and of the slips."""
    regions: dict[int, tuple[Word, ...]]
    """By the key of their first two characters."""
    slips: dict[int, str]
    """By their key, pairs of characters that only a mechanical conversion writes."""
    machine: str
    """Characters that converters write and newspapers do not."""
    plain: frozenset[str]
    """Of these, the ones in words that no writer gets wrong."""
    variants: dict[str, dict[str, float]]
    """Region -> character -> weight."""


def pair_keys(text: str) -> set[int]:
    """Every two neighbouring characters of a text, as one number each; in a fourth of the time that slices take."""
    data = text.encode("utf-16-le", "surrogatepass")
    even, odd = len(data) // 4 * 4, (len(data) - 2) // 4 * 4
    keys = set(memoryview(data)[:even].cast("I"))
    if odd > 0:
        keys.update(memoryview(data)[2 : 2 + odd].cast("I"))
    return keys


def _key(pair: str) -> int:
    (key,) = pair_keys(pair[:2])
    return key


@cache
def signs() -> Signs:
    """The characters; made once, from OpenCC and the data, in 0.1 s."""
    declared = _declared()
    both = tables(shared(), declared["japanese"])
    return Signs(
        hans=_any_of(both.hans),
        hant=_any_of(both.hant),
        tables=both,
        weak={script: frozenset(characters) for script, characters in declared["weak"].items()},
        korean=frozenset(declared["korean"]),
        abroad=tuple(declared["abroad"].split()),
    )


@cache
def shared() -> frozenset[str]:
    """Characters that OpenCC changes and that good text of the other script has all the same."""
    return frozenset("".join(_declared()["shared"].split()))


@cache
def words(script: str) -> Words:
    """The words of the regions that write in ``Hans`` or ``Hant``."""
    declared = _declared()
    names = ("TW", "HK", "CN") if script == "Hant" else ("SG", "MY")
    regions: dict[int, tuple[Word, ...]] = {}
    for region in names:
        for weight, line in declared["regions"][region].items():
            for text in line.split():
                key = _key(text)
                regions[key] = (*regions.get(key, ()), Word(text, region, weight))
    slips, plain = _slips() if script == "Hant" else ({}, frozenset[str]())
    variants = {region: declared["variants"].get(region, {}) for region in names}
    return Words(frozenset(regions) | frozenset(slips), regions, slips, declared["machine"], plain, variants)


@cache
def _declared() -> dict[str, Any]:
    text = resources.files("newsclean").joinpath("data/scripts.yaml").read_text(encoding="utf-8")
    declared: dict[str, Any] = yaml.load(text, Loader=yaml.CSafeLoader)
    return declared


def _slips() -> tuple[dict[int, str], frozenset[str]]:
    """Out of ``data/scripts-pairs.txt``, which ``tools/script_pairs.py`` makes: a form, and the pairs with it, a line."""
    text = resources.files("newsclean").joinpath("data/scripts-pairs.txt").read_text(encoding="utf-8")
    pairs = [pair for line in text.splitlines() for pair in line.split()[1:]]
    return {_key(pair): pair[:2] for pair in pairs}, frozenset(pair[:2] for pair in pairs if pair.endswith("!"))


def _any_of(characters: frozenset[str]) -> re.Pattern[str]:
    return re.compile(f"[{re.escape(''.join(sorted(characters)))}]")
