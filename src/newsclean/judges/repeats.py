"""Lines that the page prints twice: the headline again as picture text or sticky bar."""

from __future__ import annotations

from newsclean.blocks import Page
from newsclean.prose import key

from .scene import Scene

_LONGEST = 120


def judge(page: Page, scene: Scene) -> None:
    """The headline, wherever it stands again."""
    keys = scene.title_keys
    if not keys:
        return
    starts = {item[0] for item in keys}
    others: set[str] = set()  # signs that no title begins with
    for block in page.blocks:
        text = block.text
        if block.verdict or not 3 <= len(text) <= _LONGEST:
            continue
        if text[0] in others:
            continue
        first = key(text[0])
        if first and first[0] not in starts:
            others.add(text[0])
            continue
        if key(text) in keys:
            page.judge(block, "duplicate", "repeats/headline")
