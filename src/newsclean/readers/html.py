"""HTML -> blocks.  The only place that knows a tree, and it keeps just the chain of open containers.

The markup is cut at every ``<`` and walked once.  Text collects until something block-like opens or closes; then it
becomes a `Block` in the container that is open.  Nothing depends on the nesting depth, and no text can fall outside:
text after an early ``</html>``, in a sibling root or directly in a ``td`` is text like any other.
"""

from __future__ import annotations

import re
from html import unescape

from newsclean.blocks import SEAM, Block, Page

from .elements import (
    BOLD,
    BOLD_END,
    BREAK,
    CLOSE,
    FRAME,
    IMAGE,
    LINK,
    LINK_END,
    OPEN,
    SCOPE_ENDS,
    SCOPES,
    SPAN,
    SPAN_END,
    Element,
    look_up,
)
from .flow import SEAMED, hides, join_row
from .folded import unfold
from .tags import Tags, cut_scripts

_REACH = 64
"""How far up the open containers an end tag looks for its element: real pages need 11 at most (bench), and it bounds
the time."""
_PASSED_ON = frozenset(("heading", "list-item", "quote", "caption", "code"))
_LEFT_WITH_CARE = frozenset(("p", "tr"))
"""Elements at whose end there is something to do."""
_PLAIN = ("paragraph", 0, False)
_HEAD_END = re.compile(r"<body\b|</head>", re.I)
_HEAD_LONGEST = 65_536


def read_html(html: str) -> Page:
    """Blocks of an HTML page or fragment.  Linear in its length; never raises."""
    page = Page()
    kept, page.scripts = cut_scripts(html.replace(SEAM, " ") if SEAM in html else html)
    end = _HEAD_END.search(kept)
    page.head = kept[: end.end()] if end else kept[:_HEAD_LONGEST]
    _Walk(page).run(kept)
    unfold(page)
    return page


class _Walk:
    """The state of one walk: the open container and the text that waits for its block."""

    __slots__ = (
        "blocks",
        "bold",
        "buffer",
        "links",
        "node",
        "page",
        "pictures",
        "rows",
        "shell",
        "states",
    )

    def __init__(self, page: Page) -> None:
        self.page = page
        self.blocks = page.blocks
        self.buffer: list[str] = []
        self.pictures: list[Block] = []
        self.links = 0
        self.bold = 0
        self.node = 0
        self.states = [_PLAIN]  # by node: (kind and level of the text directly in it, hidden or not)
        self.shell = -1  # position of the first block of the open p
        self.rows: list[int] = []  # position of the first block of each open table row

    def run(self, html: str) -> None:
        """The hot loop: one turn a tag."""
        buffer = self.buffer
        in_link = in_bold = False
        link_node = bold_node = 0
        spans: list[int] = []  # hidden spans: the number of spans open inside each
        for element, attrs, text in Tags(html):
            action = element.action
            if action:
                if action == OPEN:
                    if buffer:
                        self.flush()
                    self.open(element, attrs)
                elif action == CLOSE:
                    if buffer:
                        self.flush()
                    self.close(element.name)
                    if in_link and self.node < link_node:
                        in_link = False
                    if in_bold and self.node < bold_node:
                        in_bold = False
                elif action == LINK:
                    if buffer:
                        buffer.append(SEAM)
                    in_link = "href" in attrs or "HREF" in attrs
                    link_node = self.node
                elif action == LINK_END:
                    in_link = False
                    if buffer:
                        buffer.append(SEAM)
                elif action == BOLD:
                    in_bold = True
                    bold_node = self.node
                elif action == BOLD_END:
                    in_bold = False
                else:
                    self.other(action, element.name, attrs, spans)
            if text and (buffer or not text.isspace()):
                buffer.append(text)
                if in_link:
                    self.links += len(text)
                if in_bold:
                    self.bold += len(text)
        self.flush()

    def other(self, action: int, name: str, attrs: str, spans: list[int]) -> None:
        """Everything that is neither a container nor a link nor bold."""
        if action == SPAN:
            if self.buffer:
                self.buffer.append(SEAM)
            if spans:
                spans[-1] += 1
            if attrs:
                if "time=" in attrs or "date=" in attrs:
                    self.page.times.append(attrs)
                if hides(attrs):
                    self.flush()
                    self.open(look_up("span-block"), attrs)
                    spans.append(0)
        elif action == SPAN_END:
            if self.buffer:
                self.buffer.append(SEAM)
            if spans:
                if spans[-1]:
                    spans[-1] -= 1
                else:
                    spans.pop()
                    self.flush()
                    self.close("span-block")
        elif action == BREAK:
            self.line_break()
        elif action == IMAGE:
            self.picture("image", attrs)
        elif action == FRAME:
            self.picture("video" if name in ("video", "audio") else "frame", attrs)

    def open(self, element: Element, attrs: str) -> None:
        page = self.page
        tags, parents = page.tags, page.parents
        node = self.node
        while tags[node] in element.ends:
            node = self.pop(node)
        name = element.name
        state = self.states[node]
        kind, level, hidden = state
        if not hidden and (element.unseen or (attrs and hides(attrs))):
            hidden = True
            state = (kind, level, True)
        if element.kind:
            state = (element.kind, element.level, hidden)
        elif kind != "paragraph" and (kind not in _PASSED_ON or (kind == "heading" and name == "p")):
            state = ("paragraph", 0, hidden)
        self.node = len(parents)
        parents.append(node)
        tags.append(name)
        page.attrs.append(attrs)
        self.states.append(state)
        if name == "p":
            self.shell = len(self.blocks)
        elif name == "tr":
            self.rows.append(len(self.blocks))

    def close(self, name: str) -> None:
        tags, parents = self.page.tags, self.page.parents
        node = self.node
        if tags[node] == name:
            self.node = self.pop(node) if name in _LEFT_WITH_CARE else parents[node]
            return
        bounded = name not in SCOPE_ENDS
        for _ in range(_REACH):
            if node == 0 or (bounded and tags[node] in SCOPES):
                return
            node = parents[node]
            if tags[node] == name:
                last = self.node
                while last != node:
                    last = self.pop(last)
                self.node = self.pop(node)
                return

    def pop(self, node: int) -> int:
        """Leave a container; returns the one around it."""
        name = self.page.tags[node]
        if name == "p":
            if self.shell == len(self.blocks):
                self.blocks.append(Block("shell", "", node))
        elif name == "tr" and self.rows:
            join_row(self.page, self.rows.pop(), node)
        return self.page.parents[node]

    def line_break(self) -> None:
        if self.states[self.node][0] == "heading":
            if self.buffer:
                self.buffer.append(" ")
            return
        if self.buffer:
            count = len(self.blocks)
            self.flush()
            if len(self.blocks) > count:
                self.blocks[-1].break_after = True

    def picture(self, kind: str, attrs: str) -> None:
        block = Block(kind, "", self.node, 0, 0, 0, self.states[self.node][2], attrs)
        if self.buffer:
            self.pictures.append(block)  # after the text that it stands in: a smiley does not cut a sentence
        else:
            self.blocks.append(block)

    def flush(self) -> None:
        """Make the text that waits a block of the open container."""
        buffer = self.buffer
        if not buffer:
            return
        seamed = ""
        if len(buffer) == 1:
            text = buffer[0]
        else:
            text = "".join(buffer)
            if SEAM in text:
                if len(text) <= SEAMED:
                    seamed = text
                text = text.replace(SEAM, "")
        buffer.clear()
        if "&" in text:
            text = unescape(text)
        kind, level, hidden = self.states[self.node]
        if kind == "code":
            self.code(text, hidden)
        else:
            text = " ".join(text.split())
            if text:
                size = len(text)
                links, bold = self.links, self.bold
                links = min(links, size)
                bold = min(bold, size)
                self.blocks.append(Block(kind, text, self.node, level, links, bold, hidden, "", False, False, seamed))
        self.links = self.bold = 0
        if self.pictures:
            self.blocks += self.pictures
            self.pictures.clear()

    def code(self, text: str, hidden: bool) -> None:
        """Lines of preformatted text, a block each."""
        for line in text.split("\n"):
            line = line.rstrip()
            if line and not line.isspace():
                self.blocks.append(Block("code", line, self.node, 0, 0, 0, hidden, "", True))
