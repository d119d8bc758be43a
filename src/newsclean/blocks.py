"""The list that everything works on: `Block`s in reading order, in a `Page`.

A reader makes the blocks; nothing later deletes one.  A stage gives a block a verdict and the name of the rule that
gave it, or splits it in two (`Page.split`); the Article is assembled from the verdicts.
"""

from __future__ import annotations

import re
from html import unescape
from typing import Any, Literal

import msgspec

BlockKind = Literal[
    "paragraph",
    "heading",
    "list-item",
    "quote",
    "table-row",
    "cell",
    "code",
    "caption",
    "image",
    "video",
    "frame",
    "shell",
    "page-number",
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
SEAM = "\x1f"
"""Where an inline element begins or ends inside a block: a byline's date, source and author stand in such pieces."""
KEPT: frozenset[str] = frozenset({"body", "image", "video"})
"""Verdicts whose blocks are parts of `Article.blocks`."""

_NAMES = re.compile(r"""(?:[cC](?<!\S.)[lL][aA][sS][sS]|[iI](?<!\S.)[dD])\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
"""The letters are spelt out because folding case keeps `re` from looking for the first one alone."""
_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
_NO_WORDS: frozenset[str] = frozenset()
_APART = {number: " " for number in range(128) if not chr(number).isalpha()}


def _written_names(attrs: str) -> tuple[str, ...]:
    """The values of a container's class and id, in order; most containers have one of them and nothing else."""
    if attrs[-1:] == '"' and attrs.count('"') == 2:
        if attrs[:7] == 'class="':
            return (attrs[7:-1],)
        if attrs[:4] == 'id="':
            return (attrs[4:-1],)
    return tuple([a or b or c for a, b, c in _NAMES.findall(attrs)])


def words_of(name: str) -> list[str]:
    """The words of one class or id, lower case: artContent, art-content, art_content -> art, content."""
    if name.isascii() and name.islower():
        return [name] if name.isalpha() else name.translate(_APART).split()
    return [word.lower() for word in _WORD.findall(name)]


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
    continues: bool = False
    """Its text goes on from the last paragraph: a caption stood between the two."""
    seamed: str = ""
    """The text as written, with a `SEAM` wherever inline elements cut it; only of short blocks."""
    verdict: str = ""
    rule: str = ""

    @property
    def pieces(self) -> tuple[str, ...]:
        """The text as inline elements cut it, for short blocks: a byline's date, source, author."""
        if not self.seamed:
            return ()
        parts = [" ".join(part.split()) for part in self.seamed.split(SEAM)]
        return tuple([unescape(part) if "&" in part else part for part in parts if part])


class Page:
    """The blocks of one document, and the containers that they stand in."""

    __slots__ = (
        "_labels",
        "_last",
        "_names",
        "_places",
        "_words",
        "attrs",
        "blocks",
        "families",
        "head",
        "menus",
        "parents",
        "scripts",
        "site_names",
        "tags",
        "times",
    )

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.parents: list[int] = [-1]
        self.tags: list[str] = [""]
        self.attrs: list[str] = [""]
        self.head: str = ""
        """The markup that declares things: everything up to the body."""
        self.scripts: list[tuple[str, str]] = []
        """(attributes, text) of each script element."""
        self.site_names: dict[str, str] = {}
        """Exact class or id -> family, where the site has rules of its own."""
        self.times: list[str] = []
        """The attributes of inline elements that state a time."""
        self.families: Any = None
        """What its containers hold, kept by `families.families_of`."""
        self.menus: bool | None = None
        """Whether its lines hold menus, kept by `line_runs.has_menus`."""
        self._labels: dict[str, str] = {"": ""}
        self._last = (-1, "", "", "")
        self._names: dict[str, tuple[str, ...]] = {}
        self._places: dict[int, str] = {}
        self._words: dict[str, frozenset[str]] = {}

    def judge(self, block: Block, verdict: Verdict, rule: str) -> None:
        """Give a block its verdict; the first one stands."""
        if not block.verdict:
            block.verdict = verdict
            block.rule = rule

    def split(self, number: int, at: int) -> Block:
        """Cut block `number` in two before character `at`; the second one stands behind it and is returned."""
        block = self.blocks[number]
        text, tail = block.text[:at], block.text[at:]
        links = min(block.links, len(tail.strip()))
        second = Block(block.kind, tail.strip(), block.node, block.level, links, 0, block.hidden, "", block.break_after)
        block.text = text.rstrip()
        block.links = max(0, block.links - links)
        block.bold = min(block.bold, len(block.text))
        self.blocks.insert(number + 1, second)
        return second

    def names(self, attrs: str) -> tuple[str, ...]:
        """The values of class and id in the attributes of a container, in order, as written."""
        names = self._names.get(attrs)
        if names is None:
            names = self._names[attrs] = _written_names(attrs)
        return names

    def words(self, node: int) -> frozenset[str]:
        """The words of a container's class and id, lower case: artContent, art-content, art_content -> art, content."""
        attrs = self.attrs[node]
        if not attrs:
            return _NO_WORDS
        words = self._words.get(attrs)
        if words is None:
            written = " ".join(self.names(attrs))
            words = frozenset(words_of(written) + written.lower().split()) if written else _NO_WORDS
            self._words[attrs] = words
        return words

    def label(self, node: int) -> str:
        """A container as a person would name it: ``div.article``, ``p``."""
        return self.tags[node] + self._label(self.attrs[node])

    def _label(self, attrs: str) -> str:
        """The first of class and id: ``.article.main``."""
        name = self._labels.get(attrs)
        if name is None:
            written = self.names(attrs)
            name = self._labels[attrs] = "".join(["." + word for word in written[0].split()]) if written else ""
        return name

    def place(self, node: int) -> str:
        """Where a block stands, for a person: its containers, or its line in a text.

        ``div.main > div.article > p``: three containers, outermost first.
        """
        tag = self.tags[node]
        if tag == "line":
            return f"line {node}"
        around, attrs = self.parents[node], self.attrs[node]
        if (around, tag, attrs) == self._last[:3]:  # one of many siblings
            return self._last[3]
        place = self._places.get(around)
        if place is None:
            place = ""
            for step in (self.parents[around], around) if around > 0 else ():
                place += self.label(step) + " > " if step > 0 else ""
            self._places[around] = place
        place += self.label(node)
        self._last = (around, tag, attrs, place)
        return place
