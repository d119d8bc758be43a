"""原标题: the headline under which the source ran the article; 原载, 首发, 转载自: where it first stood."""

from __future__ import annotations

import re

from .blocks import Page

_ORIGINAL = re.compile(
    r"[（(【\[]?\s*(?:本文|文章)?\s*原(?:文)?(?:标题|標題|题|題)(?:为|為|是)?\s*[:：]?\s*(?P<title>[^）)】\]]{2,120})"
)
_QUOTES = "《》「」“”\"' 　"


def find_original_title(page: Page) -> str | None:
    """The headline that the page names as the original one; None where it names none."""
    for block in page.blocks:
        if block.verdict == "original-title":
            match = _ORIGINAL.match(block.text)
            if match:
                title = match.group("title").strip(_QUOTES)
                return title or None
    return None


def find_provenance(page: Page) -> tuple[str, ...]:
    """The lines that say where the article was taken from, as printed, brackets aside."""
    found = [block.text.strip("（()）【】[] ") for block in page.blocks if block.rule == "lines/source-note"]
    return tuple(dict.fromkeys(found))
