"""Credits glued to the end of a paragraph: （责任编辑：张三） becomes a block of its own."""

from __future__ import annotations

import re

from newsclean.blocks import Page, Verdict

from .scene import Scene

_EDITOR_TAIL = re.compile(
    r"\s*[（(【\[]\s*(?:本文)?(?:责任编辑|責任編輯|责编|責編|编辑|編輯|编校|校对|核稿編輯|实习编辑)\s*[:：／/\s][^（()）。]{1,40}[)）】\]]\s*\d{0,8}\s*$"
)
_BACK_TAIL = re.compile(
    r"\s*[【\[]?返回\S{2,10}(?:[,，]?查看更多)?\s*[>＞»]+\s*[】\]]?\s*$|\s*返回\S{2,6}[,，]查看更多\s*$"
)
_PAGER_TAIL = re.compile(
    r"\s*(?:[<《]?上一[页頁][>》]?|[\[［]\d+[\]］]…?)(?:\s|[\[［]\d+[\]］]…?|…|\d|上一[页頁])*[<《]?(?:下一[页頁]|末[页頁])[\s>》]*$"
)
_TAILS: tuple[tuple[re.Pattern[str], Verdict, str], ...] = (
    (_BACK_TAIL, "navigation", "credits/glued-back-link"),
    (_PAGER_TAIL, "pager", "credits/glued-pager"),
    (_EDITOR_TAIL, "editor-credit", "credits/glued-editor"),
)
"""From the outermost inwards: the editor is named before the links."""
_ANCHORS = frozenset("#¶§")
"""The link of a subhead to itself: 选系统#."""
_LONGEST = 80
_LEAST = 5
"""Characters of a paragraph before its tail: less is a line of its own."""


def split_glued(page: Page, scene: Scene) -> None:
    """Split the glued credits and back links of the run off; no text is lost."""
    number = scene.first
    while number <= scene.last:
        block = page.blocks[number]
        if block.kind == "heading" and block.links and block.text[-1:] in _ANCHORS and block.text[1:]:
            page.judge(page.split(number, len(block.text) - 1), "decoration", "credits/glued-anchor")
            scene.last += 1
        elif block.text and not block.verdict and block.text[-1] in "）)】]>＞»》多页頁0123456789":
            for pattern, verdict, rule in _TAILS:
                found = pattern.search(block.text, len(block.text) - _LONGEST)
                if found and found.start() >= _LEAST:
                    page.judge(page.split(number, found.start()), verdict, rule)
                    scene.last += 1
        number += 1
