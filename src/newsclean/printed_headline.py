"""The headline as it is printed: over several lines, with a byline or a badge in its element, or cut short."""

from __future__ import annotations

import re

from .blocks import Page
from .declared import Declared
from .declared_titles import without_site
from .prose import key

CLOCK = re.compile(r"\d(?:\d{3}\s*[-/.年]\s*\d{1,2}|\d?:\d{2})|昨天|今[天日]|[小時时]前|分[钟鐘]前")
LABELLED = re.compile(
    r"(?:来\s*源|來\s*源|作\s*者|发布(?:人|者|时间|日期|单位)|發布(?:時間|日期|單位)|浏览|阅读|点击|字号|字號)\s*[:：]"
)
LONGEST = 120
_CUT = re.compile(r"(?:…+|\.{2,})\s*$")
_MOST_LINES = 5
_LEAST_LINE = 4
_MOST_OF_IT = 0.5
"""Share of the declared title that the lines must print: the rest is the site's name."""
_BADGES = frozenset(
    ("原创", "原創", "独家", "獨家", "转载", "轉載", "视频", "視頻", "图集", "圖集", "专栏", "置顶", "推荐")
)
_BRACKETED = re.compile(r"^\s*[\[【［]([^\]】］]{2,20})[\]】］]\s*(?=\S)")


def over_lines(page: Page, best: int, keys: list[str]) -> list[int]:
    """The blocks that print a declared title together, the best line among them; empty where one line does.

    Official resolutions set theirs over two to four centred lines (gne-other-1).
    """
    blocks = page.blocks
    for start in range(max(0, best - _MOST_LINES), best + 1):
        head = key(blocks[start].text)
        for other in keys if len(head) >= _LEAST_LINE else ():
            if not other.startswith(head) or len(head) == len(other):
                continue
            lines, joined = [start], head
            for number in range(start + 1, min(len(blocks), start + _MOST_LINES)):
                joined += key(blocks[number].text)
                if not other.startswith(joined) or not blocks[number].text:
                    break
                lines.append(number)
            size = sum(len(key(blocks[number].text)) for number in lines)
            if len(lines) > 1 and best in lines and size >= _MOST_OF_IT * len(other):
                return lines
    return []


def split_byline(page: Page, number: int, titles: list[str]) -> None:
    """Cut the byline off that stands in the heading's own element, below a line break (PHPCMS)."""
    block = page.blocks[number]
    pieces = block.pieces
    if len(pieces) < 2 or not any(title.startswith(pieces[0]) for title in titles):
        return
    rest = block.text[len(pieces[0]) :]
    if block.text.startswith(pieces[0]) and CLOCK.search(rest) and LABELLED.search(rest):
        page.split(number, len(pieces[0])).kind = "paragraph"


def without_prefix(page: Page, number: int, printed: str, titles: list[str]) -> str:
    """The headline without a badge that the declared title does not have, or a keyword that was put before it."""
    pieces = page.blocks[number].pieces
    if len(pieces) > 1 and pieces[0] in _BADGES:
        return printed[len(pieces[0]) :].strip()
    own = key(printed)
    for title in titles:
        if own.endswith(key(title)) and own[: -len(key(title))] in _BADGES:
            return title
    bracket = _BRACKETED.match(printed)
    if bracket:
        rest = key(printed[bracket.end() :])
        if len(pieces) == 2 and page.blocks[number].links == len(pieces[0]) == len(bracket.group().strip()):
            return pieces[1]  # a forum's category, linked to its list
        for block in page.blocks:
            # An injected keyword: the page's own 原标题 line gives the headline without it (gne-njxfhn-1); 【】 is a column
            if (
                "原" in block.text[:4]
                and len(block.text) < LONGEST
                and key(block.text).endswith(rest)
                and key(bracket[1]) not in key(block.text)
                and "【" not in bracket[0]
            ):
                return printed[bracket.end() :].strip()
    return printed


def completed(printed: str, titles: list[str], declared: Declared) -> str:
    """The declared title where the printed one is cut and the declared one goes on."""
    if not _CUT.search(printed):
        return printed
    start = key(_CUT.sub("", printed))
    for title in titles:
        stripped = without_site([title], declared) or title
        if key(stripped).startswith(start) and not _CUT.search(stripped) and len(key(stripped)) > len(start):
            return stripped
    return printed
