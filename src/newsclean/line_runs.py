"""Where the body is in a text without containers: the run of lines that tell something, between menus and lists."""

from __future__ import annotations

from typing import NamedTuple

from . import prose
from .blocks import Page

LEAD = 150.0
"""Characters of prose between the headline and the body: an editor's note, a summary."""
ANOTHER = 25.0
"""Characters more at which what follows counts half: it is the next article, or comments.  Of 85 pages with the longer
article of another page put behind theirs, 53 bodies are found without this, 77 with it, 75 with 100; with twelve comments
behind theirs 73, 79, 78.  With 100 and no lead allowed, 13 of 430 other documents take in their summary."""
_TELLS = 8.0
"""Characters of prose from which a line belongs to a story and not to a menu."""
_MENU = 10.0
"""What a line of a menu takes from a run, in characters of prose."""
_OVER = 60.0
"""What the lines after a run take in a row when it is over in the dump of a whole page: six of a menu.  Of 170 such dumps
of 85 pages, 120 bodies are found with no end, 155 with 80, 157 with this, 154 with 40."""
_OVER_TEXT = 150.0
"""The same in a text without menus, which may well hold a list."""
_LONGEST = 150.0
"""Characters of one line that count at most."""
_LABEL = 12
"""Characters of a word of a menu at most."""
_LABELS, _SHARE = 25, 0.35
"""So many of them, and this share of all lines, make the dump of a whole page."""


class Run(NamedTuple):
    """Lines from `first` to `last`, and their prose."""

    first: int
    last: int
    prose: float


def after(said: float) -> float:
    """What counts of a body that stands after so many characters of other prose below the headline."""
    return 1.0 / (1.0 + max(0.0, said - LEAD) / ANOTHER)


def best_run(page: Page, start: int) -> Run | None:
    """The run that is the body among the blocks from `start` on, which follows the headline where there is one.

    None where no line tells something.  What stands before the first run, or after the last one, is part of it unless it
    is as long as a menu.
    """
    said = most = 0.0
    best = None
    for run in _runs(page, start, _OVER if has_menus(page) else _OVER_TEXT):
        worth = run.prose * after(said)
        if worth > most:
            best, most = run, worth
        if start:
            said += run.prose
    return best


def has_menus(page: Page) -> bool:
    """True for the dump of a whole page."""
    labels = sum(len(block.text) <= _LABEL and not prose.stops(block.text) for block in page.blocks)
    return labels >= _LABELS and labels >= _SHARE * len(page.blocks)


def _runs(page: Page, start: int, over: float) -> list[Run]:
    """The runs in order: each begins with a line that tells something, and ends with one."""
    found: list[Run] = []
    first = last = -1
    total = peak = before = 0.0
    for number in range(start, len(page.blocks)):
        block = page.blocks[number]
        value = 0.0 if block.hidden else min(prose.weight(block.text, block.links), _LONGEST)
        if value < _TELLS:
            value = -_MENU
        if first < 0 and value > 0:
            first = start if not found and before <= over else number
            total = peak = 0.0
        if first < 0:
            before += _MENU
            continue
        total += value
        if total >= peak:
            peak, last = total, number
        elif total < peak - over:
            found.append(Run(first, last, peak))
            first = -1
    if first >= 0:
        found.append(Run(first, len(page.blocks) - 1, peak))
    return found
