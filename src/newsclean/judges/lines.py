"""Lines that say what they are: the rules of `data/lines.yaml`."""

from __future__ import annotations

from typing import cast

from .. import rules
from ..blocks import Page, Verdict
from .scene import Scene

_HEAD_EDGE = 3
_TAIL_EDGE = 8
_LONGEST = 420


def judge(page: Page, scene: Scene) -> None:
    """Every line of the run against the line rules; remembers those that end an article."""
    table = rules.line_rules("lines")
    run = [i for i in scene.lines() if page.blocks[i].text and not page.blocks[i].verdict]
    for order, number in enumerate(run):
        block = page.blocks[number]
        if len(block.text) > _LONGEST:
            continue
        rule = table.find(block.text)
        if rule is None:
            continue
        if rule.where == "edge" and _HEAD_EDGE <= order < len(run) - _TAIL_EDGE and not _near_end(page, scene, number):
            continue
        page.judge(block, cast(Verdict, rule.verdict), f"lines/{rule.name}")
        if rule.ends:
            scene.endings.append(number)


def _near_end(page: Page, scene: Scene, number: int) -> bool:
    """True where nothing but links and lines already judged follows."""
    for later in range(number + 1, scene.last + 1):
        block = page.blocks[later]
        if block.text and not block.verdict and block.links < 0.5 * len(block.text):
            return False
    return True
