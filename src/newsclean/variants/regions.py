"""Which region's words a text has."""

from __future__ import annotations

from .signs import Words

MOST_OF_A_VARIANT = 3
"""Occurrences of a character that count.  Of a word only the first counts: the subject of an article comes often."""
REGION = 4.0
"""Weight that a region needs …"""
SIGNS = 2
"""… different words or characters that it needs …"""
AHEAD = 1.6
"""… and by how much its weight must be ahead of the next."""


def region_of(text: str, wanted: Words, keys: frozenset[int]) -> tuple[str, tuple[str, ...]]:
    """The region whose words the text has, CN for the mainland, and these words; empty where none is ahead.

    `keys` are those of the wanted words that the text may have (see `Words.keys_in`).
    """
    sums = dict.fromkeys(wanted.variants, 0.0)
    evidence: dict[str, list[str]] = {region: [] for region in sums}
    for key in keys:
        for word in wanted.regions.get(key, ()):
            if word.text in text:
                sums[word.region] += word.weight
                evidence[word.region].append(word.text)
    for region, variants in wanted.variants.items():
        for character, weight in variants.items():
            if character in text:
                sums[region] += weight * min(text.count(character), MOST_OF_A_VARIANT)
                evidence[region].append(character)
    (best, value), (_, second), *_ = sorted(sums.items(), key=lambda item: -item[1])
    if value < REGION or value < AHEAD * second or len(evidence[best]) < SIGNS:
        return "", ()
    return best, tuple(sorted(evidence[best]))
