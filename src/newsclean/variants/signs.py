"""What tells one written Chinese from another: characters of one script, words of one region, slips of conversions."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from functools import cache
from typing import Any

import msgspec

from newsclean.rules import data_text, read_data

from .tables import Japan, Tables, japan, tables


class Word(msgspec.Struct, frozen=True):
    """A word of a region."""

    text: str
    region: str
    weight: float


class Slip(msgspec.Struct, frozen=True):
    """What a pair of characters that only a mechanical conversion writes says."""

    form: str
    """The wrong one of the two."""
    weight: int
    """1 to 3."""


class Signs(msgspec.Struct, frozen=True):
    """The characters that `detect_script` looks for in every text."""

    hans: re.Pattern[str]
    hant: re.Pattern[str]
    weak: dict[str, frozenset[str]]
    """Hans and Hant: characters that tell where no other does."""
    korean: frozenset[str]
    abroad: tuple[str, ...]
    """Words one of which stands in every simplified text from outside the mainland."""


class Words(msgspec.Struct, frozen=True):
    """The words of regions that it looks for in text of one script, and in traditional text the slips."""

    regions: dict[int, tuple[Word, ...]]
    """By the key of their first two characters."""
    slips: dict[int, Slip]
    """By the key of the pair."""
    keys: frozenset[int]
    """Of both."""
    variants: dict[str, dict[str, float]]
    """Region -> character -> weight."""

    def keys_in(self, text: str) -> frozenset[int]:
        """The keys that a text has: its neighbouring characters two by two, each two one number.

        Reading them as numbers takes a fourth of the time of as many slices.
        """
        data = memoryview(text.encode("utf-16-le", "surrogatepass"))
        even, odd = len(data) // 4 * 4, (len(data) - 2) // 4 * 4
        found = self.keys.intersection(data[:even].cast("I"))
        return found.union(self.keys.intersection(data[2 : 2 + odd].cast("I"))) if odd > 0 else found


def _keys(pairs: str) -> list[int]:
    """The keys of pairs that stand one behind the other."""
    return memoryview(pairs.encode("utf-16-le")).cast("I").tolist()


def pair_of(key: int) -> str:
    """The two characters of a key."""
    return key.to_bytes(4, sys.byteorder).decode("utf-16-le")


@cache
def signs() -> Signs:
    """The characters; made once, from OpenCC and the data."""
    declared = _declared()
    both = _tables()
    return Signs(
        hans=_any_of(both.hans),
        hant=_any_of(both.hant),
        weak={script: frozenset(characters) for script, characters in declared["weak"].items()},
        korean=frozenset(declared["korean"]),
        abroad=tuple(declared["abroad"].split()),
    )


@cache
def shared() -> frozenset[str]:
    """Characters that OpenCC changes and that good text of the other script has all the same."""
    return frozenset("".join(_declared()["shared"].split()))


@cache
def japanese() -> Japan:
    """What tells Japanese; made once, where a text is so short that it can be a headline."""
    return japan(_tables(), shared(), _declared()["japanese"])


@cache
def words(script: str) -> Words:
    """The words of the regions that write in ``Hans`` or ``Hant``."""
    declared = _declared()
    names = ("TW", "HK", "CN") if script == "Hant" else ("SG", "MY")
    regions: dict[int, tuple[Word, ...]] = {}
    for region in names:
        for weight, line in declared["regions"][region].items():
            for text in line.split():
                (key,) = _keys(text[:2])
                regions[key] = (*regions.get(key, ()), Word(text, region, weight))
    slips = _slips() if script == "Hant" else {}
    variants = {region: declared["variants"].get(region, {}) for region in names}
    return Words(regions, slips, frozenset((*regions, *slips)), variants)


def _declared() -> dict[str, Any]:
    declared: dict[str, Any] = read_data("scripts.yaml")
    return declared


@cache
def _tables() -> Tables:
    return tables(shared())


def _slips() -> dict[int, Slip]:
    slips: dict[int, Slip] = {}
    for form, weight, pairs in _pairs():
        if weight != "0":
            slip = Slip(form, int(weight))
            slips.update(dict.fromkeys(_keys(pairs.replace(" ", "")), slip))
    return slips


@cache
def good_pairs() -> frozenset[str]:
    """Pairs of the same characters that good text has."""
    return frozenset(pair for _, weight, pairs in _pairs() if weight == "0" for pair in pairs.split())


def _pairs() -> Iterator[list[str]]:
    """Form, weight, pairs: the lines of ``data/scripts-pairs.txt``, which ``tools/script_pairs.py`` makes."""
    return (line.split(" ", 2) for line in data_text("scripts-pairs.txt").splitlines())


def _any_of(characters: frozenset[str]) -> re.Pattern[str]:
    return re.compile(f"[{''.join(sorted(characters))}]")
