"""The rest of an article that a page folds away until somebody presses a button: 展开全文."""

from __future__ import annotations

import re
from collections import Counter

from newsclean.blocks import Page

from .flow import hides

_BUTTON = re.compile(
    r"(?:点击|點擊)?(?:展开|展開|阅读|閱讀|查看|显示|顯示)(?:阅读|閱讀)?(?:全文|全部|剩余|剩餘|更多内容|余下)[^。]{0,10}$"
)
_LEAST = 20
"""Characters of a paragraph that goes on with the text; buttons and labels are shorter."""
_BEFORE = 2
"""Paragraphs on the screen that the box goes on with."""


def unfold(page: Page) -> None:
    """Show the box that is hidden behind a button: paragraphs of the class, and in the place, of those before it."""
    if not any(block.hidden and block.kind == "paragraph" and block.text[_LEAST - 1 :] for block in page.blocks):
        return
    short = (block.text for block in page.blocks if block.text and not block.hidden and not block.text[_LEAST:])
    if not any(map(_BUTTON.match, short)):
        return
    boxes = _boxes(page)
    if not boxes:
        return
    shown = [False]  # by node: whether it is in such a box, and in nothing that is hidden there
    for node in range(1, len(page.parents)):
        shown.append(node in boxes or (shown[page.parents[node]] and not hides(page.attrs[node])))
    for block in page.blocks:
        block.hidden = block.hidden and not shown[block.node]


def _boxes(page: Page) -> set[int]:
    """The hidden boxes that go on with the paragraphs before them."""
    before: Counter[tuple[int, str, str]] = Counter()
    boxes: set[int] = set()
    for block in page.blocks:
        node = block.node
        box = page.parents[node]
        if block.kind != "paragraph" or len(block.text) < _LEAST:
            continue
        if not block.hidden:
            before[box, page.tags[node], page.attrs[node]] += 1
        elif before[page.parents[box], page.tags[node], page.attrs[node]] >= _BEFORE and hides(page.attrs[box]):
            boxes.add(box)
    return boxes
