"""Where the body is: the container that holds the prose, and the run of blocks that belong to it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from . import prose
from .blocks import Page
from .families import families_of

TEXT_KINDS = frozenset(("paragraph", "heading", "list-item", "table-row", "quote", "cell", "caption", "code"))
_LEAVES = frozenset(
    (
        "p",
        "li",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "blockquote",
        "span",
        "pre",
        "figcaption",
        "dd",
        "dt",
        "font",
        "line",
    )
)
_PASS_UP = (1.0, 0.5, 0.25)
"""Share of a paragraph's prose that its container, the next and the one above get."""
_CONTENT_BONUS = 1.25
_JUNK_SHARE = 0.1
_TEASER_SHARE = 0.2
"""What counts of the summary under a linked headline: it is another article's (x-hk-yahoo-rthk)."""
_LEVELS = 2
"""How many containers up the paragraphs beside the body's own container may stand."""
_LEAST_BESIDE = 15.0
_FAR = 8
"""Blocks between two parts of one body at most."""
_ENDS_SENTENCE = re.compile(r"[。！？」”…）)]\s*$")
_NEAR = 300.0
"""Blocks after the headline at which a container's prose counts half."""


@dataclass(slots=True)
class Located:
    """The body found: blocks `first` to `last` (inclusive); `inside` are those in its container."""

    first: int
    last: int
    container: int
    prose: float
    """Characters of prose in the container."""
    total: float
    """Characters of prose on the page."""


def locate(page: Page, start: int = 0) -> Located | None:
    """The body among the blocks from `start` on; None where no line reads like prose."""
    families = families_of(page)
    parents, tags = page.parents, page.tags
    score: dict[int, float] = {}
    near: dict[int, int] = {}
    total = 0.0
    teaser = -9
    for number in range(start, len(page.blocks)):
        block = page.blocks[number]
        if block.hidden or block.kind not in TEXT_KINDS:
            continue
        if block.kind == "heading" and block.links > 0.7 * len(block.text):
            teaser = number
        value = prose.weight(block.text, block.links)
        if not value:
            continue
        if families.junk(block.node):
            value *= _JUNK_SHARE
        if number - teaser <= 2:
            value *= _TEASER_SHARE
        total += value
        node = block.node
        if tags[node] in _LEAVES:
            node = parents[node]
        for share in _PASS_UP:
            if node < 0:
                break
            score[node] = score.get(node, 0.0) + value * share
            near.setdefault(node, number - start)
            node = parents[node]
    if not score:
        return None
    best = max(
        score,
        key=lambda node: (
            score[node] * (_CONTENT_BONUS if families.own(node) == "content" else 1.0) / (1.0 + near[node] / _NEAR)
        ),
    )
    inside = _members(page, best)
    members = [number for number, block in enumerate(page.blocks[start:], start) if inside[block.node]]
    if not members:
        return None
    first, last = _extended(page, best, (members[0], members[-1]), start)
    return Located(first, last, best, score[best], total)


def _extended(page: Page, container: int, run: tuple[int, int], start: int) -> tuple[int, int]:
    """The run with the paragraphs that stand beside the container: a body in several boxes (mingpao, oncc)."""
    around = container
    for _ in range(_LEVELS):
        if page.parents[around] > 0 and page.tags[page.parents[around]] not in ("body", "html"):
            around = page.parents[around]
    beside = _members(page, around)
    families = families_of(page)
    first, last = run

    def belongs(number: int) -> bool:
        block = page.blocks[number]
        return (
            not block.hidden
            and block.kind in ("paragraph", "quote", "list-item")
            and not families.junk(block.node)
            and not families.apart(block.node)
            and beside[block.node]
            and prose.weight(block.text, block.links) >= _LEAST_BESIDE
            and _ENDS_SENTENCE.search(block.text) is not None
        )

    for step, edge in ((-1, start), (1, len(page.blocks) - 1)):
        at = first if step < 0 else last
        number = at
        while number != edge and abs(number - at) < _FAR:
            number += step
            if not start <= number < len(page.blocks):
                break
            if step > 0 and page.blocks[number].kind == "heading" and page.blocks[number].level < 3:
                break
            if belongs(number):
                at = number
        if step < 0:
            first = at
        else:
            last = at
    return first, last


def _members(page: Page, container: int) -> list[bool]:
    """By node: whether it is `container` or inside it.  What is around a container stands before it."""
    inside = [False] * container + [True]
    for parent in page.parents[container + 1 :]:
        inside.append(parent >= container and inside[parent])
    return inside
