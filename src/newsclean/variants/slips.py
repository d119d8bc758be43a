"""Traditional text that was made mechanically from simplified: what a conversion writes and no writer does."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from newsclean.rules import read_data

from .signs import Words, good_pairs, pair_of

NEEDED = {"CN": 1, "": 2, "TW": 3, "HK": 3}
"""What the slips of a text have to weigh, by the region whose words it has …

Measured on 115 articles in three conversions, and on 1,987 native pieces of 300 to 400 characters (news, translated
programs, Cantonese talk): with these, 0.997 found and 6 false alarms; with 1 everywhere, 0.997 and 35; with
one more each, 0.977 and 3."""
PER_WEIGHT = 1_500
"""… and one more for so many characters."""
MACHINE = {"TW": 2, "HK": 2}
"""Characters of converters that tell, in text of these regions; elsewhere one does."""
CANTONESE = 2
"""Different characters of Cantonese from which 係 is the Cantonese word and no slip for 系."""
MOST_PLACES = 20
"""Places of a pair that are looked at."""
CLASSICAL = 3
"""Particles of classical Chinese from which a text is classical, if they are more than the modern ones too."""


class Marks(msgspec.Struct, frozen=True):
    """What the data says of conversions, beside the pairs."""

    machine: str
    """Characters that converters write and newspapers do not."""
    contexts: re.Pattern[str]
    """Slips that take more than two characters to tell."""
    cantonese: str
    classical: str
    modern: str
    ancient: frozenset[str]
    """Forms that classical texts have in their own right: 后, 于, 余."""


class Slips(msgspec.Struct, frozen=True):
    """The slips of a text."""

    found: tuple[str, ...]
    converted: bool


def slips_of(text: str, wanted: Words, keys: frozenset[int], region: str) -> Slips:
    """The slips of a traditional text with the words of `region`, and whether they make it a conversion.

    `keys` are those of the wanted words that the text has (see `Words.keys_in`).
    """
    marks = _marks()
    pairs = {pair_of(key): wanted.slips[key] for key in keys if key in wanted.slips}
    pairs = {pair: slip for pair, slip in pairs.items() if not _innocent(text, pair, slip.form)}
    contexts = {text[max(0, m.start() - 1) : m.end() + 1] for m in marks.contexts.finditer(text)}
    machine = {character: text.count(character) for character in marks.machine if character in text}
    if pairs or machine:
        passed = _passed(text, marks)
        pairs = {pair: slip for pair, slip in pairs.items() if slip.form not in passed}
        machine = {character: times for character, times in machine.items() if character not in passed}
    weight = sum(slip.weight for slip in pairs.values()) + len(contexts)
    converted = weight >= NEEDED[region] + len(text) // PER_WEIGHT or sum(machine.values()) >= MACHINE.get(region, 1)
    strongest = sorted(pairs, key=lambda pair: (-pairs[pair].weight, pair))
    return Slips((*strongest, *sorted(contexts), *machine), converted)


def _innocent(text: str, pair: str, form: str) -> bool:
    """True where the form belongs to the word on its other side, wherever the pair stands: 限制造成, 若干部門."""
    good = good_pairs()
    at = text.find(pair)
    for _ in range(MOST_PLACES):
        if at < 0:
            return True
        word = text[max(0, at - 1) : at + 1] if pair[0] == form else text[at + 1 : at + 3]
        if word not in good:
            return False
        at = text.find(pair, at + 1)
    return True


def _passed(text: str, marks: Marks) -> frozenset[str]:
    """Characters that are no slips in Cantonese and in classical text."""
    if sum(character in text for character in marks.cantonese) >= CANTONESE:
        return frozenset("係")
    particles = sum(map(text.count, marks.classical))
    if particles >= CLASSICAL and particles > sum(map(text.count, marks.modern)):
        return marks.ancient
    return frozenset()


@cache
def _marks() -> Marks:
    declared = read_data("scripts.yaml")
    return Marks(
        machine=declared["machine"],
        contexts=re.compile("|".join(declared["contexts"])),
        cantonese=declared["cantonese"],
        classical=declared["classical"],
        modern=declared["modern"],
        ancient=frozenset(declared["ancient"]),
    )
