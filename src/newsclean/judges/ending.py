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
    values = [
        (i, prose.weight(page.blocks[i].text, page.blocks[i].links))
        for i in scene.lines()
        if not page.blocks[i].verdict
    ]
    total = sum(value for _, value in values)
    for end in scene.endings:
        after = sum(value for i, value in values if i > end)
        if after <= max(_LEFT * total, LEAST_TAIL):
            for i, _ in values:
                if i > end:
                    page.judge(page.blocks[i], "outside", "ending/after-end")
            return
