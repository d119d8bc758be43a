"""Lines of the byline inside the run: date, source, author, buttons beside them, before the first paragraph."""

from __future__ import annotations

import re

from newsclean import prose
from newsclean.blocks import Block, Page
from newsclean.folding import fold
from newsclean.names import spaced_name

from .scene import Scene

_TIME = re.compile(
    r"\d{4}\s*[-/.年]\s*\d{1,2}|\d{1,2}:\d{2}|昨天|今[天日]\s*\d|[小時时]前|分[钟鐘]前|民[国國]\d|二〇[一二]"
)
_LABEL = re.compile(
    r"(?:来\s*源|稿源|出处|作\s*者|记者|编\s*辑|责编|发布|文[:：／/]|文字|发表|更新|点阅|点击|浏览|阅读|人气|评论|责任|撰文|综合报导|报道|报导|通讯员|中央社|采写|特派员|特[约派](?:撰稿|记者)|发自\s*[:：])"
)
_NOT_BYLINE = re.compile(
    r"^\s*[\u3400-\u9fff]{2,4}社\S{2,10}?日[电電]|^(?:[編编][輯辑])(?:先生|女士|同志|老[師师]|朋友)|^[（(].*(?:通过|通過|修订|修正|公布|施行|批准)[）)]$"
)
"""A dateline with the headline again (x-cn-people-mojibake), whom a letter addresses, the note under a statute
(gne-other-1): these are text."""
_WHOLE_TIME = re.compile(r"^\D{0,12}\d{4}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}\s?日?[\s|]{0,3}\d{1,2}:\d{2}")
_LABELLED_DAY = re.compile(
    r"(?:发布|發布|發佈|发表|發表|时间|時間|日期|刊登)(?:.{0,4}[:：]|[于於])\s*\d{4}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}"
)
_SHORT = 60
_BELOW = 6
"""Blocks below a standfirst among which the next line is looked for: a picture may stand between."""
_LONGEST = 120
_HEAD = 8
_PROSE = 24.0
_ABOVE = 20
"""Blocks below the headline that may be byline lines."""


def _reads_as_byline(text: str) -> bool:
    """A short line with a time near its start or a label at it."""
    return (
        len(text) <= _LONGEST
        and "。" not in text
        and not text.endswith(("？", "?"))  # 记者：第一年收成怎么样？
        and (_TIME.search(text[:60]) is not None or _LABEL.match(fold(text)) is not None)
        and prose.stops(text) <= 8
    )


def judge(page: Page, scene: Scene) -> None:
    """Short lines with a time or a label: between the headline and the run, and in it until the first paragraph."""
    if scene.headline >= 0:
        for block in page.blocks[scene.headline + 1 : min(scene.first, scene.headline + _ABOVE)]:
            if (
                block.text
                and not block.verdict
                and not scene.families.junk(block.node)
                and _reads_as_byline(block.text)
            ):
                page.judge(block, "byline", "bylines/line")
    seen = 0
    for number in scene.lines():
        block = page.blocks[number]
        if not block.text or block.verdict:
            continue
        seen += 1
        if seen > _HEAD:
            return
        text = block.text
        if _NOT_BYLINE.search(text):
            continue
        if _reads_as_byline(text):
            page.judge(block, "byline", "bylines/line")
        elif seen <= 2 and spaced_name(text) and page.tags[block.node] == "line":
            page.judge(block, "byline", "bylines/name")
        elif prose.weight(text, block.links) >= _PROSE:
            _below_standfirst(page, scene, number)
            return


def _below_standfirst(page: Page, scene: Scene, standfirst: int) -> None:
    """The time printed between the standfirst and the text: 更新于2022年10月21日 06:12."""
    above: list[Block] = []
    for block in page.blocks[standfirst + 1 : min(scene.last, standfirst + _BELOW) + 1]:
        if not block.text or block.hidden or block.verdict or block.kind == "caption":
            continue
        if len(block.text) > _SHORT or "。" in block.text:
            return
        above.append(block)
        if _WHOLE_TIME.search(block.text) or _LABELLED_DAY.match(block.text):
            for line in above:
                page.judge(line, "byline", "bylines/line")
            return
