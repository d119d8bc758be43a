"""What stands after the end of the article but still in its container."""

from __future__ import annotations

from bisect import bisect
from itertools import accumulate

from newsclean import prose
from newsclean.blocks import Page

from .scene import LEAST_TAIL, Scene

_LEFT = 0.15
"""An ending line is believed where at most this share of the run's prose follows it."""


def judge(page: Page, scene: Scene) -> None:
    """After the first ending line that little prose follows, nothing is body."""
    if not scene.endings:
        return
    weights = {
        i: prose.weight(page.blocks[i].text, page.blocks[i].links) for i in scene.lines() if not page.blocks[i].verdict
    }
    limit = max(_LEFT * sum(weights.values()), LEAST_TAIL)
    left = [*weights]
    following = [*accumulate(reversed(weights.values()), initial=0.0)][::-1]  # prose of left[place:]
    for end in scene.endings:
        place = bisect(left, end)
        if following[place] <= limit:
            for i in left[place:]:
                page.judge(page.blocks[i], "outside", "ending/after-end")
            return
