"""Sub-headings that are set as paragraphs: bold lines, short lines without a full stop between paragraphs."""

from __future__ import annotations

import re

from .blocks import Page

_LONGEST = 32
_NO_HEAD = re.compile(r"[。！？；，,;：:]$|^[“”\"'（(△▲▼●■・·\-—\d]+$|[（(].*(?:摄|供图).*[)）]$|^https?://")
_PROSE = 40
"""A text line is a sub-heading only where the lines around it are paragraphs of at least this many characters."""


def mark_headings(page: Page, first: int, last: int) -> None:
    """Turn the body's paragraphs that are sub-headings into headings.  Verdicts stay as they are."""
    body = [page.blocks[i] for i in range(first, last + 1) if page.blocks[i].verdict == "body" and page.blocks[i].text]
    bold = [block.kind == "paragraph" and block.bold >= 0.9 * len(block.text) for block in body]
    if sum(bold) > 0.5 * len(body):
        bold = [False] * len(body)
    for number, block in enumerate(body):
        if block.kind != "paragraph" or len(block.text) > _LONGEST or _NO_HEAD.search(block.text) or block.break_after:
            continue
        if number in (len(body) - 1,):
            continue
        following = body[number + 1]
        if bold[number] and not bold[number + 1]:
            block.kind, block.level = "heading", 2
        elif page.tags[block.node] == "line" and number > 0 and "，" not in block.text and "," not in block.text:
            before = body[number - 1]
            if len(before.text) >= _PROSE // 2 and len(following.text) >= _PROSE and len(block.text) >= 4:
                block.kind, block.level = "heading", 2
