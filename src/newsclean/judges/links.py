"""Links to other articles inside the body: lines that are nothing but a link, and lists of them."""

from __future__ import annotations

import re
from itertools import takewhile

from newsclean import prose
from newsclean.blocks import Block, Page

from .scene import Scene, below

_LINKED = 0.85
"""Share of a line's characters inside links from which on the line is a link."""
_ADVERTISED = re.compile(r"(?:广告|廣告|推广|推廣|AD\b)", re.I)
"""How a linked line begins that is an advertisement between paragraphs (magic-0eebc3ef)."""
_SCAN = re.compile(r"二[维維][码碼]|[扫掃](?:[码碼]|一[扫掃]|描)|[长長]按|[识識][别別]|[尽盡]在")
_BADGE = 12
"""Characters of a badge before a link at most, its brackets included."""
_ARROWS = "«‹←"
_BETWEEN = frozenset("«»‹›←→|｜ ")
"""What a blog's links to the posts before and after begin with, and what stands between them: « 春天的雨 | 换台灯»."""
_MOST_BOXES = 20
"""Boxes that are looked into: real bodies have three at most, and a page of nested ones must not take its square."""
_BOX_SHARE = 0.3
"""A box below a head like 相关内容 holds at most this share of the run's characters; else it is the body."""
_OTHERS = ("related", "promotion")
_CARD = 4
"""Blocks of a card before or after its picture: a headline, a summary, a site, a date."""
_ROUNDUP = 3
"""Sentences that are links, below a dated line, from which on they are the text: a roundup."""
_LIST = 2
"""So many link lines in a row are a list, wherever they stand."""


def judge(page: Page, scene: Scene) -> None:
    """Link lines in a row of two or more, after a head that announces them, above all text, or at the end."""
    run = [i for i in scene.lines() if page.blocks[i].text]
    announced = False
    first = True
    row: list[Block] = []
    listed: list[Block] = []
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
        if block.kind == "quote" and page.parents[block.node] == page.parents[teaser]:
            page.judge(block, "related", "links/teaser")  # another story's headline and summary, quoted (gne-njxfhn-1)
            continue
        if _is_link(block):
            row.append(block)
            if announced:
                page.judge(block, "related", "links/announced")
            continue
        if len(row) >= _LIST:
            listed += row
        elif first and row and not row[0].text.endswith(prose.SENTENCE_END):
            page.judge(row[0], "related", "links/at-start")
        row = []
        first = False
        announced = False
    if not _is_roundup(page, scene, listed + row):
        for linked in listed:
            page.judge(linked, "related", "links/list")
        for linked in row:
            page.judge(linked, "related", "links/at-end")
    _boxed(page, scene)
    _pictures(page, scene)
    _codes(page, scene)


def _is_roundup(page: Page, scene: Scene, linked: list[Block]) -> bool:
    """True where linked paragraphs are what a dated page with a headline has to say: a roundup, each to its own story.

    Lists of other articles have headlines, which are no sentences, and stand below a text that is longer than they are.
    """
    sentences = [block for block in linked if block.text[-1] == "。" and block.kind in ("paragraph", "list-item")]
    if len(sentences) < _ROUNDUP or scene.headline < 0:
        return False
    boxes = {_around(page, block) for block in linked}
    own = (page.blocks[number] for number in scene.lines())
    if len(boxes) > 1 or any(
        block.text[-1:] == "。" and not block.links and not block.verdict and _around(page, block) not in boxes
        for block in own
    ):
        return False
    above = page.blocks[scene.headline : scene.first]
    total = sum(len(page.blocks[number].text) for number in scene.lines())
    return (
        any(block.verdict == "byline" for block in above)
        and 2 * sum(len(block.text) for block in linked) > total
        and 2 * sum(len(block.text) for block in sentences) > sum(len(block.text) for block in linked)
    )


def _around(page: Page, block: Block) -> int:
    """The container of a line, around the list where it is an item of one."""
    box = page.parents[block.node]
    return page.parents[box] if block.kind == "list-item" else box


def _pictures(page: Page, scene: Scene) -> None:
    """A picture in the box of a link to another article belongs to the link (x-gbk-163-loss)."""
    blocks = page.blocks
    for number in scene.lines():
        block = blocks[number]
        if block.kind != "image" or block.verdict:
            continue
        beside = [other for other in blocks[max(0, number - 1) : number + 2] if other.text and other.verdict in _OTHERS]
        if any(other.node == block.node for other in beside) or (beside and _is_card(page, scene, number)):
            page.judge(block, "related", "links/picture")


def _is_card(page: Page, scene: Scene, number: int) -> bool:
    """True where all text in a picture's box belongs to another article, and is more than a caption: a headline, a summary."""
    box = page.blocks[number].node
    if box == scene.container or not scene.holds(page, box):
        return False
    around = page.blocks[max(0, number - _CARD) : number + _CARD + 1]
    known = {-1: False, box: True}
    texts = [block.verdict for block in around if block.text and below(page, block.node, known)]
    return len(texts) > 1 and all(verdict in _OTHERS for verdict in texts)


def _codes(page: Page, scene: Scene) -> None:
    """The pictures above a call to scan a code are the code; below the last sentence they are no picture of the story."""
    code = False
    for number in reversed(scene.lines()):
        block = page.blocks[number]
        if block.kind == "image":
            if code:
                page.judge(block, "promotion", "links/code")
        elif block.verdict:
            code = block.rule == "lines/app-promotion" and _SCAN.search(block.text) is not None
        elif block.text:
            return


def _is_link(block: Block) -> bool:
    """True for a line that is a link, a badge before it aside: 【其他熱話】巴士總站有隻貓返工十年."""
    size = len(block.text)
    if block.text[0] in _ARROWS:
        size -= sum(map(_BETWEEN.__contains__, block.text))
    elif block.text[0] == "【":
        size -= block.text[:_BADGE].find("】") + 1
    return block.links > 0 and block.links >= _LINKED * size and len(block.text) > 1


def _boxed(page: Page, scene: Scene) -> None:
    """What stands below a head like 相关内容 in a box of its own inside the body: teasers of other stories."""
    blocks = page.blocks
    total = sum(len(blocks[i].text) for i in scene.lines())
    seen: set[int] = set()
    for number in scene.lines():
        if blocks[number].rule != "lines/related-head":
            continue
        box = page.parents[blocks[number].node]
        if box in seen or len(seen) == _MOST_BOXES:
            continue
        seen.add(box)
        if box == scene.container or not scene.holds(page, box):
            continue
        inside = _first_in(page, box, blocks[number + 1 : scene.last + 1])
        if sum(len(block.text) for block in inside) <= _BOX_SHARE * total:
            for block in inside:
                page.judge(block, "related", "links/boxed")
            if number in scene.endings and number + len(inside) < scene.last:
                scene.endings.remove(number)  # the box is over, the article is not


def _first_in(page: Page, box: int, blocks: list[Block]) -> list[Block]:
    """Those that stand in a box, from the first of `blocks` on."""
    known = {-1: False, box: True}
    return [*takewhile(lambda block: below(page, block.node, known), blocks)]
