"""Where the body is: the container that holds the prose, and the run of blocks that belong to it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from . import prose
from .blocks import Page
from .entries import leads_elsewhere
from .families import families_of
from .line_runs import after, best_run

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
_LEAST_TITLE = 8
"""Characters of a line that can be a headline without being marked as one: 重置城寨 不如搞「港版環球影城」."""
_LEGAL = re.compile("投资建议|投資建議|投資意見|免责|免責|版权所有|版權所有|不得转载|不得轉載|切权利|切權利")
_LEGAL_SHARE = 0.1
"""What counts of a disclaimer: it is longer than a short piece of news (x-hk-hkej-instant)."""
_WEAK = 60.0
"""Prose below which a body is one sentence: it is looked for once more, among sentences that are links."""
_MUCH_MORE = 2.0
_TOLD = frozenset(("paragraph", "list-item"))
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


@dataclass(slots=True)
class _Holder:
    """A container that may hold the body."""

    near: int
    """Blocks between the headline and its first line of prose."""
    before: float
    """Characters of other prose between them."""
    prose: float = 0.0


def locate(page: Page, start: int = 0) -> Located | None:
    """The body among the blocks from `start` on, which follows the headline where one is printed (`start` > 0).

    None where no line reads like prose.
    """
    if page.tags[-1] == "line":
        run = best_run(page, start)
        return Located(run.first, run.last, 0, run.prose) if run else None
    holders = _holders(page, start)
    best = _best(page, holders)
    found = holders[best].prose if holders else 0.0
    if found < _WEAK and not (holders and _says_something(page, best, start)):
        linked = _holders(page, start, linked=True)
        other = _best(page, linked)
        if linked and linked[other].prose > _MUCH_MORE * found:
            best, found = other, linked[other].prose
    if best < 0:
        return None
    inside = _members(page, best)
    members = [number for number, block in enumerate(page.blocks[start:], start) if inside[block.node]]
    if not members:
        return None
    first, last = _extended(page, best, (members[0], members[-1]), start)
    return Located(first, last, best, found)


def _says_something(page: Page, container: int, start: int) -> bool:
    """True where a container holds a sentence without a link: a short piece of news, whatever is linked below it."""
    inside = _members(page, container)
    return any(
        not block.links and block.text[-1:] == "。" and inside[block.node] and block.text[_LEAST_TITLE:]
        for block in page.blocks[start:]
    )


def _best(page: Page, holders: dict[int, _Holder]) -> int:
    """The container with the most prose, counted less the further below the headline it begins; -1 where there is none."""
    families = families_of(page)

    def worth(node: int) -> float:
        holder = holders[node]
        bonus = _CONTENT_BONUS if families.own(node) == "content" else 1.0
        return holder.prose * bonus / (1.0 + holder.near / _NEAR) * after(holder.before)

    return max(holders, key=worth, default=-1)


def _holders(page: Page, start: int, *, linked: bool = False) -> dict[int, _Holder]:
    """The containers that may hold the body.

    `linked` counts paragraphs that end as sentences do whole, however much of them is links: roundups, share prices.
    """
    families = families_of(page)
    parents, tags = page.parents, page.tags
    around_others = set(parents)
    holders: dict[int, _Holder] = {}
    said = 0.0
    for number in range(start, len(page.blocks)):
        block = page.blocks[number]
        if block.hidden or block.kind not in TEXT_KINDS:
            continue
        whole = linked and block.links > 0 and block.kind in _TOLD and block.text[-1] == "。"
        weight = prose.weight(block.text, 0 if whole else block.links)
        if not weight:
            continue
        value = weight if whole else weight * _share_of(page, number, start)
        if families.junk(block.node):
            value *= _JUNK_SHARE
        node = block.node
        if tags[node] in _LEAVES or (node not in around_others and _stands_alone(page, number)):
            node = parents[node]
        if whole and block.kind == "list-item" and node > 0:
            node = parents[node]  # a roundup has several lists
        for share in _PASS_UP:
            if node < 0:
                break
            holder = holders.get(node)
            if holder is None:
                holder = holders[node] = _Holder(number - start, said)
            holder.prose += value * share
            node = parents[node]
        if value == weight and start:
            said += value
    return holders


def _share_of(page: Page, number: int, start: int) -> float:
    """What counts of a line: less of another article's summary, and of a disclaimer."""
    share = _TEASER_SHARE if _is_teaser(page, number, start) else 1.0
    return share * _LEGAL_SHARE if _LEGAL.search(page.blocks[number].text) else share


def _is_teaser(page: Page, number: int, start: int) -> bool:
    """True for a summary under the headline of another article, which is a linked heading or a line that is all link."""
    for above in (number - 1, number - 2):
        if above < start:
            break
        block = page.blocks[above]
        can_head = block.kind == "heading" or (above == number - 1 and len(block.text) >= _LEAST_TITLE)
        if can_head and leads_elsewhere(block):
            return True
    return False


def _stands_alone(page: Page, number: int) -> bool:
    """True for a block that shares its element with no block beside it, as in a page with a div a paragraph."""
    blocks = page.blocks
    node = blocks[number].node
    if number and blocks[number - 1].node == node:
        return False
    return number + 1 == len(blocks) or blocks[number + 1].node != node


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
