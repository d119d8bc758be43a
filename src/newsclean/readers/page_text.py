"""A plain-text dump of a page -> blocks: a line each."""

from __future__ import annotations

from html import unescape

from newsclean.blocks import Block, Page


def read_page_text(text: str) -> Page:
    """Blocks of a text dump.  The container of a block is its line, so that `Page.path` can name it."""
    page = Page()
    for line in text.splitlines():
        page.parents.append(0)
        page.tags.append("line")
        page.attrs.append("")
        if "&" in line:
            line = unescape(line)
        line = " ".join(line.split())
        if line:
            page.blocks.append(Block("paragraph", line, len(page.parents) - 1))
    return page
