"""Lines that say what they are: the rules of `data/lines.yaml`."""

from __future__ import annotations

from typing import cast

from newsclean import prose, rules
from newsclean.blocks import Page, Verdict

from .scene import Scene

_HEAD_EDGE = 3
_TAIL_SHARE = 0.12
"""A line stands at the edge where at most this share of the run's prose follows it (or it is among the first three)."""
_LONGEST = 420


def judge(page: Page, scene: Scene) -> None:
    """Every line of the run against the line rules; remembers those that end an article."""
    table = rules.line_rules("lines")
    run = [i for i in scene.lines() if page.blocks[i].text and not page.blocks[i].verdict]
    found = [table.find(page.blocks[i].text) if len(page.blocks[i].text) <= _LONGEST else None for i in run]
    weights = [
        0.0 if rule else prose.weight(page.blocks[i].text, page.blocks[i].links)
        for i, rule in zip(run, found, strict=True)
    ]
    left = total = sum(weights)
    for order, (number, rule) in enumerate(zip(run, found, strict=True)):
        left -= weights[order]
        if rule is not None and rule.where == "head" and order >= _HEAD_EDGE:
            continue
        if rule is None or (rule.where == "edge" and order >= _HEAD_EDGE and left > _TAIL_SHARE * total):
            continue
        page.judge(page.blocks[number], cast(Verdict, rule.verdict), f"lines/{rule.name}")
        if rule.ends:
            scene.endings.append(number)
