"""A text in both scripts, cut into its runs."""

from __future__ import annotations

import re

import msgspec

from .signs import signs

LEAST = 2
"""Telling characters that a sentence needs to be a run of its own."""

_SENTENCE = re.compile(r"[^\n。！？!?；;]*[\n。！？!?；;]+|[^\n。！？!?；;]+")


class Run(msgspec.Struct, frozen=True):
    """Neighbouring sentences in one script."""

    start: int
    """Place in the text."""
    end: int
    script: str
    """Hans or Hant; empty where no character of the whole text tells."""


def script_runs(text: str, least: int = LEAST) -> tuple[Run, ...]:
    """The text as runs of sentences in one script, without a gap.

    A sentence with fewer than `least` telling characters joins the one before it.
    """
    found = signs()
    runs: list[list[int | str]] = []
    for match in _SENTENCE.finditer(text):
        sentence = match.group()
        hans, hant = len(found.hans.findall(sentence)), len(found.hant.findall(sentence))
        script = ""
        if max(hans, hant) >= least or not runs:
            script = "Hans" if hans > hant else "Hant" if hant > hans else ""
        if runs and (not script or script == runs[-1][2] or not runs[-1][2]):
            runs[-1][1] = match.end()
            runs[-1][2] = runs[-1][2] or script
        else:
            runs.append([match.start(), match.end(), script])
    return tuple(Run(int(start), int(end), str(script)) for start, end, script in runs)
