"""HTML -> blocks.  The only place that knows a tree, and it keeps just the stack of open containers.

The markup is walked once.  Text collects until something block-like opens or closes; then it becomes a `Block` in the
container that is open.  Nothing depends on the nesting depth, and no text can fall outside: text after an early
``</html>``, in a sibling root or directly in a ``td`` is text like any other.
"""

from __future__ import annotations

import re
from html import unescape

from ..blocks import Block, Page
from .markup import (
    ACTIONS,
    BOLD,
    BOLD_END,
    BREAK,
    CLOSE,
    CONTROLS,
    FRAME,
    IMAGE,
    IMPLIED_END,
    KINDS,
    LINK,
    LINK_END,
    OPEN,
    P_ENDS,
    SCOPE_ENDS,
    SCOPES,
    SPAN,
    SPAN_END,
    UNSEEN,
    cut_scripts,
    tokenize,
)

_HIDDEN = re.compile(
    r"""display\s*:\s*none|(?:^|\s)hidden(?:\s|=|/|$)|text-indent\s*:\s*-\d{3}"""
    r"""|(?:left|top)\s*:\s*-\d{3,}px|font-size\s*:\s*0(?:px)?\s*(?:;|["']|$)""",
    re.I,
)
_REACH = 64
"""How far down the stack an end tag looks for its element: real pages need 11 at most (bench), and it bounds the time."""
_SEAM = "\x1f"
"""Where an inline element begins or ends inside a block: a byline's date, source and author stand in such pieces."""
_SEAMED = 400
"""Pieces are kept for blocks of at most this many characters, white space included: bylines are short."""
_PASSED_ON = frozenset(("heading", "list-item", "quote", "caption", "code"))
_HEAD_END = re.compile(r"<body\b|</head>", re.I)


def read_html(html: str) -> Page:
    """Blocks of an HTML page or fragment.  Linear in its length; never raises."""
    page = Page()
    kept, scripts = cut_scripts(html.replace(_SEAM, " ") if _SEAM in html else html)
    page.scripts = scripts
    end = _HEAD_END.search(kept)
    page.head = kept[: end.end()] if end else kept[:65536]
    _Walk(page).run(kept)
    return page


class _Walk:
    """The state of one walk: the stack of open containers and the text that waits for its block."""

    __slots__ = ("bold", "buffer", "kinds", "links", "node", "page", "pictures", "rows", "shell", "stack")

    def __init__(self, page: Page) -> None:
        self.page = page
        self.buffer: list[str] = []
        self.pictures: list[Block] = []
        self.links = 0
        self.bold = 0
        self.node = 0
        self.stack: list[tuple[str, int]] = []  # (tag, node)
        self.kinds: list[tuple[str, int, bool]] = [("paragraph", 0, False)]  # by node: kind, level, hidden
        self.shell = -1  # position of the first block of the open p
        self.rows: list[int] = []  # position of the first block of each open table row

    def run(self, html: str) -> None:
        buffer = self.buffer
        actions = ACTIONS
        link_depth = bold_depth = 0  # depth of the stack + 1 where the open link, bold began
        spans: list[int] = []  # hidden spans: number of spans open inside each
        in_link = in_bold = False
        for tag, attrs, text in tokenize(html):
            action = actions.get(tag)
            if action is None and tag and not tag.islower():
                action = actions.get(tag.lower())
            if action:
                if action == OPEN:
                    self.open(tag.lower(), attrs)
                elif action == CLOSE:
                    self.close(tag[1:].lower())
                    if in_link and len(self.stack) < link_depth:
                        in_link = False
                    if in_bold and len(self.stack) < bold_depth:
                        in_bold = False
                elif action == LINK:
                    if buffer:
                        buffer.append(_SEAM)
                    in_link = "href" in attrs or "HREF" in attrs
                    link_depth = len(self.stack)
                elif action == LINK_END:
                    in_link = False
                    if buffer:
                        buffer.append(_SEAM)
                elif action == SPAN:
                    if buffer:
                        buffer.append(_SEAM)
                    if attrs and ("time=" in attrs or "date=" in attrs):
                        self.page.times.append(attrs)
                    if spans:
                        spans[-1] += 1
                    if attrs and ("style" in attrs or "hidden" in attrs) and _HIDDEN.search(attrs):
                        self.open("span", attrs)
                        spans.append(0)
                elif action == SPAN_END:
                    if buffer:
                        buffer.append(_SEAM)
                    if spans:
                        if spans[-1]:
                            spans[-1] -= 1
                        else:
                            spans.pop()
                            self.close("span")
                elif action == BREAK:
                    self.line_break()
                elif action == BOLD:
                    in_bold = True
                    bold_depth = len(self.stack)
                elif action == BOLD_END:
                    in_bold = False
                elif action == IMAGE:
                    self.picture("image", attrs)
                elif action == FRAME:
                    self.picture("video" if tag.lower() in ("video", "audio") else "frame", attrs)
            if text and (buffer or not text.isspace()):
                buffer.append(text)
                if in_link:
                    self.links += len(text)
                if in_bold:
                    self.bold += len(text)
        self.flush()

    def open(self, tag: str, attrs: str) -> None:
        if self.buffer or self.pictures:
            self.flush()
        stack = self.stack
        if stack:
            ends = IMPLIED_END.get(tag)
            if ends:
                while stack and stack[-1][0] in ends:
                    self.pop()
            elif stack[-1][0] == "p" and tag in P_ENDS:
                self.pop()
        page = self.page
        kind, level, hidden = self.kinds[self.node]
        own = KINDS.get(tag)
        if own:
            kind = own
            level = int(tag[1]) if own == "heading" else 0
        elif kind not in _PASSED_ON:
            kind = "paragraph"
        if not hidden:
            hidden = tag in UNSEEN or (("style" in attrs or "hidden" in attrs or "STYLE" in attrs) and _HIDDEN.search(attrs) is not None)
        if tag == "p":
            self.shell = len(page.blocks)
        node = len(page.parents)
        page.parents.append(self.node)
        page.tags.append(tag)
        page.attrs.append(attrs)
        self.kinds.append((kind, level, hidden))
        stack.append((tag, node))
        self.node = node
        if tag == "tr":
            self.rows.append(len(page.blocks))

    def close(self, tag: str) -> None:
        if self.buffer or self.pictures:
            self.flush()
        stack = self.stack
        if not stack:
            return
        if stack[-1][0] == tag:
            self.pop()
            return
        bounded = tag not in SCOPE_ENDS
        for depth in range(len(stack) - 2, max(-1, len(stack) - 2 - _REACH), -1):
            if stack[depth + 1][0] in SCOPES and bounded:
                return
            if stack[depth][0] == tag:
                while len(stack) > depth:
                    self.pop()
                return

    def pop(self) -> None:
        tag, node = self.stack.pop()
        self.node = self.page.parents[node]
        if tag == "p" and self.shell == len(self.page.blocks):
            self.page.blocks.append(Block("shell", "", node))
        if tag == "tr" and self.rows:
            self.join_row(self.rows.pop(), node)

    def join_row(self, first: int, row: int) -> None:
        """A row of single-line cells is one block; a row that lays out the page stays as it is."""
        page = self.page
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

    def line_break(self) -> None:
        kind = self.kinds[self.node][0]
        if kind == "heading":
            if self.buffer:
                self.buffer.append(" ")
            return
        if self.buffer or self.pictures:
            count = len(self.page.blocks)
            self.flush()
            if len(self.page.blocks) > count:
                self.page.blocks[-1].break_after = True

    def picture(self, kind: str, attrs: str) -> None:
        block = Block(kind, "", self.node, 0, 0, 0, self.kinds[self.node][2], attrs)
        if self.buffer:
            self.pictures.append(block)  # after the text that it stands in: a smiley does not cut a sentence
        else:
            self.page.blocks.append(block)

    def flush(self) -> None:
        buffer = self.buffer
        if buffer:
            text = buffer[0] if len(buffer) == 1 else "".join(buffer)
            buffer.clear()
            pieces: tuple[str, ...] = ()
            if _SEAM in text:
                if len(text) <= _SEAMED:
                    pieces = tuple(unescape(piece) for piece in (" ".join(part.split()) for part in text.split(_SEAM)) if piece)
                text = text.replace(_SEAM, "")
            if "&" in text:
                text = unescape(text)
            kind, level, hidden = self.kinds[self.node]
            if kind == "code":
                self.code(text, hidden)
            else:
                text = " ".join(text.split())
                if text:
                    size = len(text)
                    self.page.blocks.append(
                        Block(kind, text, self.node, level, min(self.links, size), min(self.bold, size), hidden, pieces=pieces)
                    )
            self.links = self.bold = 0
        if self.pictures:
            self.page.blocks += self.pictures
            self.pictures.clear()

    def code(self, text: str, hidden: bool) -> None:
        """Lines of preformatted text, a block each."""
        for line in text.split("\n"):
            line = line.rstrip()
            if line and not line.isspace():
                self.page.blocks.append(Block("code", line, self.node, 0, 0, 0, hidden, "", True))


def is_control(tag: str) -> bool:
    """True for elements that a reader presses or fills in."""
    return tag in CONTROLS
