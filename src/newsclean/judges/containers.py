"""Boxes whose names say what they hold: share bars, comments, related lists, advertisements."""

from __future__ import annotations

from newsclean import prose
from newsclean.blocks import Page
from newsclean.families import JUNK

from .scene import Scene, and_around

_TRUST = 0.5
"""A box inside the body that holds more than this share of the run's prose is body, whatever its name."""
_LEAST_SUMMARY = 20
_SUMMARIES = frozenset(
    ["summary", "abstract", "zhaiyao", "daodu", "intro", "digest", "brief", "excerpt", "lede", "hexin", "hxts"]
)


def judge(page: Page, scene: Scene) -> None:
    """Every block in a junk container; inside the run, only below the body's own container."""
    weights: dict[int, float] = {}
    total = 0.0
    families = scene.families
    boxes: list[int] = []  # of each block of the run, 0 where it stands in none
    known: list[int | None] = [None] * len(page.parents)
    known[0] = known[scene.container] = 0
    for number in scene.lines():
        block = page.blocks[number]
        value = prose.weight(block.text, block.links)
        total += value
        box = _box(page, scene, block.node, known)
        boxes.append(box)
        if box:
            weights[box] = weights.get(box, 0.0) + value
    first, last = scene.first, scene.last
    for number, block in enumerate(page.blocks):
        if block.verdict:
            continue
        if first <= number <= last:
            box = boxes[number - first]
            if not box or weights[box] > _TRUST * total:
                continue
            family = families.own(box)
        elif (
            scene.headline < number < scene.first
            and len(block.text) >= _LEAST_SUMMARY
            and _is_summary(page, block.node)
        ):
            page.judge(block, "summary", "containers/summary")
            continue
        else:
            family = families.junk(block.node)
        if family:
            block.verdict, block.rule = "related" if family == "tags" else family, "containers/" + family


def _is_summary(page: Page, node: int) -> bool:
    """True in a box above the text that is named summary, itself or the next one up."""
    return any(page.words(box) & _SUMMARIES for box in and_around(page, node))


def _box(page: Page, scene: Scene, node: int, known: list[int | None]) -> int:
    """The outermost junk container around `node` below the body's container, or 0; `known` keeps what was found."""
    chain = []
    found = known[node]
    while found is None:
        chain.append(node)
        node = page.parents[node]
        found = known[node]
    for step in reversed(chain):
        if not found and scene.families.own(step) in JUNK:
            found = step
        known[step] = found
    return found
