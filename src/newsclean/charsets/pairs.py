"""Which Chinese characters stand together: in words, and in the document that is being read.

The table is ``data/encodings-pairs.txt``; ``tools/frequencies.py`` makes it and says from what.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from newsclean.rules import data_text

MOST = 200_000
"""Characters of a document whose pairs are remembered, 60 ns each."""

_RUNS = re.compile(r"[\u2e80-\ud7ff\uf900-\uffef]{2,}")


@cache
def in_words() -> frozenset[str]:
    """The pairs that are common in words."""
    text = data_text("encodings-pairs.txt")
    return frozenset(line[0] + follower for line in text.splitlines() for follower in line[1:])


def in_text(parts: Iterable[str]) -> set[str]:
    """The pairs that stand in these parts of a document."""
    found: set[str] = set()
    for run in _RUNS.findall("\n".join(parts)[:MOST]):
        found.update(map(str.__add__, run, run[1:]))
    return found
