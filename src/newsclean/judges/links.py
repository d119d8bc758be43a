"""Links to other articles inside the body: lines that are nothing but a link, and lists of them."""

from __future__ import annotations

import re

from newsclean.blocks import Block, Page

from .scene import Scene

_LINKED = 0.85
"""Share of a line's characters inside links from which on the line is a link."""
_ADVERTISED = re.compile(r"(?:广告|廣告|推广|推廣|AD\b)", re.I)
"""How a linked line begins that is an advertisement between paragraphs (magic-0eebc3ef)."""
_LIST = 2
"""So many link lines in a row are a list, wherever they stand."""


def judge(page: Page, scene: Scene) -> None:
    """Link lines in a row of two or more, after a head that announces them, or at the end."""
    run = [i for i in scene.lines() if page.blocks[i].text]
    announced = False
    row: list[Block] = []
    teaser = 0
    for number in run:
        block = page.blocks[number]
        if block.verdict == "related":
            announced = True
            continue
        if block.verdict:
            continue
        if _is_link(block) and _ADVERTISED.match(block.text):
            page.judge(block, "promotion", "links/advertisement")
            continue
        if block.kind == "quote" and _is_link(block):
            teaser = block.node
        if block.kind == "quote" and page.parents[block.node] == page.parents[teaser] and teaser:
            page.judge(block, "related", "links/teaser")  # another story's headline and summary, quoted (gne-njxfhn-1)
            continue
        if _is_link(block):
            row.append(block)
            if announced:
                page.judge(block, "related", "links/announced")
            continue
        if len(row) >= _LIST:
            for linked in row:
                page.judge(linked, "related", "links/list")
        row.clear()
        announced = False
    for linked in row:
        page.judge(linked, "related", "links/at-end")
    _pictures(page, scene)


def _pictures(page: Page, scene: Scene) -> None:
    """A picture in the box of a link to another article belongs to the link (x-gbk-163-loss)."""
    blocks = page.blocks
    for number in scene.lines():
        block = blocks[number]
        if block.kind != "image" or block.verdict:
            continue
        for other in blocks[max(0, number - 1) : number + 2]:
            if other.node == block.node and other.verdict in ("related", "promotion") and other.text:
                page.judge(block, "related", "links/picture")


def _is_link(block: Block) -> bool:
    return block.links >= _LINKED * len(block.text) and len(block.text) > 1
