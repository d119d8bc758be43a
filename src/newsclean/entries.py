"""Entries: what the lists of a site are made of, a headline that leads to another page with its date and its beginning."""

from __future__ import annotations

import re
from itertools import pairwise

from . import prose
from .blocks import Block, Page

DATE_LINES = 5
SHARE = 0.5
_TEASERS = 3
_LINKED = 0.7
"""Share of a headline that is link where it leads to another page."""
_HEADLINE = 7
"""Characters of a link; one that is longer is an entry's headline, one of a thread's users is not."""
_BROKEN_OFF = re.compile(
    r"(?:…|\.\.\.|\[(?:详细|详情)\]|(?:阅读|查看|展开)(?:全文|更多|详情)|(?:继续|繼續)(?:阅读|閱讀)|read more)[\s\])）»›>→]{0,4}$",
    re.I,
)
"""How the beginning of another page ends."""
SENTENCE_ENDS = ("。", "！", "？", "”", "」", "…", "；", "）")
_ONLY_DATE = re.compile(
    r"[\[(（]?\s?(?:\d{4}\s?[-/.年]\s?)?\d{1,2}\s?[-/.月]\s?\d{1,2}\s?日?(?:\s\d{1,2}:\d{2}(?::\d{2})?)?\s?[\])）]?$"
)
_SENTENCE = 20
"""Characters of a sentence; a list has none, or teasers."""
DATE = re.compile(r"\d{4}\s*[-/.年]\s*\d{1,2}|\d{1,2}/\d{1,2}/\d{4}")


def is_dated_list(body: list[Block]) -> bool:
    """True for the dump of a list: most lines have a date and are no sentences, as those of a chronicle are."""
    dated = sum(not block.text.endswith(SENTENCE_ENDS) and DATE.search(block.text) is not None for block in body)
    return dated >= DATE_LINES and dated > SHARE * len(body)


def is_listing(page: Page) -> bool:
    """True for the dump of a list whose dates stand on lines of their own, between headlines that are no sentences."""
    lines = [block.text for block in page.blocks if block.text]
    headed = sum(
        _ONLY_DATE.match(date) is not None and not head.endswith(SENTENCE_ENDS) and not _ONLY_DATE.match(head)
        for head, date in pairwise(lines)
    )
    return headed >= DATE_LINES and not any(line.endswith("。") and len(line) >= _SENTENCE for line in lines)


def is_scattered(page: Page, weight: float, least: float = 0.0) -> bool:
    """True where most prose of a page, `least` characters of it or more, stands outside its body."""
    shown = [block for block in page.blocks if not block.hidden and block.verdict not in ("byline", "note")]
    total = sum(prose.weight(block.text, block.links) for block in shown)
    return weight < SHARE * total and total - weight >= least


def is_date_line(block: Block) -> bool:
    return 0 < len(block.text) < 30 and DATE.search(block.text) is not None


def teased(page: Page, run: range) -> float:
    """The prose of the run that breaks off below linked headlines, where the page has at least three such: a list of tags."""
    if (
        sum(block.kind == "heading" and block.links > 0 for block in page.blocks) < _TEASERS
        and sum(page.blocks[number].links > _HEADLINE for number in run) < _TEASERS
    ):
        return 0.0
    texts = [
        (number, block)
        for number, block in enumerate(page.blocks)
        if block.text and not block.hidden and not is_date_line(block)
    ]
    below = [text for (_, head), text in pairwise(texts) if head.links and _heads_entry(head)]
    broken = [(number, text) for number, text in below if _BROKEN_OFF.search(text.text)]
    if len(broken) < _TEASERS:
        return 0.0
    return sum(prose.weight(text.text, text.links) for number, text in broken if number in run)


def leads_elsewhere(block: Block) -> bool:
    """True for a line that is a link for the most part, as the headline of another page is."""
    return block.links > _LINKED * len(block.text)


def _is_headline(block: Block) -> bool:
    return block.links > (0 if block.kind == "heading" else _HEADLINE)


def _heads_entry(block: Block) -> bool:
    """True for a linked headline, alone or with its date: 玉米粗缩病的预防 日期：2012-06-11 点击：121."""
    return _is_headline(block) and (
        leads_elsewhere(block) or (block.kind != "heading" and DATE.search(block.text) is not None)
    )


def entered(run: list[Block]) -> float:
    """The prose of entries, a linked headline with a text and a date each, where at least three are so."""
    found: list[float] = []
    said, dated, entries = 0.0, False, 0
    for block in run:
        if block.links and _is_headline(block) and leads_elsewhere(block):
            said, dated, entries = 0.0, False, entries + 1
        elif entries and is_date_line(block) and not dated:
            dated = True
            found.append(said)
            said = 0.0
        elif entries and dated and found:
            found[-1] += prose.weight(block.text, block.links)
        elif entries:
            said += prose.weight(block.text, block.links)
    return sum(found) if len(found) >= _TEASERS else 0.0
