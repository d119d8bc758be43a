"""How text flows in HTML: what is kept off the screen, what is a row, where inline elements cut a block."""

from __future__ import annotations

import re

from newsclean.blocks import Block, Page

_HIDDEN = re.compile(
    r"""display\s*:\s*none|(?:^|\s)hidden(?:\s|=|/|$)|text-indent\s*:\s*-\d{3}"""
    r"""|(?:left|top)\s*:\s*-\d{3,}px|font-size\s*:\s*0(?:px)?\s*(?:;|["']|$)""",
    re.I,
)
SEAMED = 400
"""Pieces are kept for blocks of at most this many characters, white space included: bylines are short."""


def hides(attrs: str) -> bool:
    """Whether an element with these attributes is kept off the screen.

    visibility:hidden does not count: WeChat's text has it until a script shows it.
    """
    if "style" in attrs and "NONE" not in attrs:
        telling = (
            "none" in attrs
            or ":-" in attrs
            or ": -" in attrs
            or "size:0" in attrs
            or "size: 0" in attrs
            or "hidden" in attrs
        )
    else:
        telling = "hidden" in attrs or "HIDDEN" in attrs or "STYLE" in attrs or "NONE" in attrs
    return telling and _HIDDEN.search(attrs) is not None


def join_row(page: Page, first: int, row: int) -> None:
    """A row of single-line cells is one block; a row that lays out the page stays as it is."""
    cells = page.blocks[first:]
    if len(cells) < 2 or any(cell.kind != "cell" or page.parents[cell.node] != row for cell in cells):
        return
    if len({cell.node for cell in cells}) < len(cells):
        return
    page.blocks[first:] = [
        Block(
            "table-row",
            "\t".join(cell.text for cell in cells),
            row,
            0,
            sum(cell.links for cell in cells),
            sum(cell.bold for cell in cells),
            cells[0].hidden,
        )
    ]
