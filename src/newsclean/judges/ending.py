"""What stands after the end of the article but still in its container."""

from __future__ import annotations

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
    total = sum(weights.values())
    for end in scene.endings:
        behind = [i for i in weights if i > end]
        if sum(weights[i] for i in behind) <= max(_LEFT * total, LEAST_TAIL):
            for i in behind:
                page.judge(page.blocks[i], "outside", "ending/after-end")
            return
