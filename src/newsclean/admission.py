"""Whether a document holds an article at all: lists, home pages, spam pages and empty shells do not."""

from __future__ import annotations

from . import prose
from .blocks import Page
from .judges.scene import Scene


def is_article(page: Page, scene: Scene) -> tuple[bool, str | None]:
    """(True, None), or (False, the reason)."""
    body = [block for block in page.blocks if block.verdict == "body"]
    size = sum(len(block.text) for block in body)
    if not body or size < 10:
        return False, "no-body: nothing on the page reads like an article"
    linked = sum(block.links for block in body)
    if linked > 0.5 * size:
        return False, "list: most of the text is links"
    weight = sum(prose.weight(block.text, block.links) for block in body)
    if weight < 12:
        return False, "no-prose: no sentence in the body"
    return True, None
