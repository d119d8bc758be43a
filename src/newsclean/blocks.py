"""The list that everything works on: `Block`s in reading order, in a `Page`.

A reader makes the blocks; nothing later deletes one.  A stage gives a block a verdict and the name of the rule that
gave it, or splits it in two (`Page.split`); the Article is assembled from the verdicts.
"""

from __future__ import annotations

import re
from typing import Any, Literal

import msgspec

BlockKind = Literal[
    "paragraph", "heading", "list-item", "quote", "table-row", "cell", "code", "caption", "image", "video", "frame", "shell"
]
"""cell: a table cell that holds a layout, not data; frame: an iframe that is no known video; shell: an empty element."""

Verdict = Literal[
    "",
    "body",
    "title",
    "byline",
    "caption",
    "note",
    "image",
    "video",
    "summary",
    "navigation",
    "share-bar",
    "promotion",
    "related",
    "comment",
    "copyright",
    "editor-credit",
    "author-credit",
    "original-title",
    "pager",
    "player",
    "quote-ticker",
    "spam",
    "site-name",
    "hidden",
    "control",
    "duplicate",
    "decoration",
    "empty",
    "outside",
]
KEPT: frozenset[str] = frozenset({"body", "image", "video"})
"""Verdicts whose blocks are parts of `Article.blocks`."""

WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
"""A word of a class name: artContent, art-content and art_content are the words art and content."""


class Block(msgspec.Struct, gc=False):
    """One piece of the source: a paragraph, a heading, a picture."""

    kind: str
    text: str
    """White space folded; every visible character of the source is in exactly one block."""
    node: int = 0
    """The container that it stands in: an index into `Page.parents`."""
    level: int = 0
    links: int = 0
    """Characters that are inside links."""
    bold: int = 0
    """Characters that are bold."""
    hidden: bool = False
    media: str = ""
    """The attributes of an image, a video or a frame, as written."""
    break_after: bool = False
    """A line break (br, newline) ended it, not the end of an element."""
    verdict: str = ""
    rule: str = ""


class Page:
    """The blocks of one document, and the containers that they stand in."""

    __slots__ = ("attrs", "blocks", "frames", "head", "names_cache", "parents", "scripts", "tags")

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.parents: list[int] = [-1]
        self.tags: list[str] = [""]
        self.attrs: list[str] = [""]
        self.head: str = ""
        """The markup that declares things: everything up to the body."""
        self.scripts: list[str] = []
        """The texts of the script elements that hold data."""
        self.names_cache: dict[str, frozenset[str]] = {}

    def judge(self, block: Block, verdict: Verdict, rule: str) -> None:
        """Give a block its verdict; the first one stands."""
        if not block.verdict:
            block.verdict = verdict
            block.rule = rule
