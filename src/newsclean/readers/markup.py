"""The words of HTML: the tags of a page in order, and what each element means to the flow of text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

_SCRIPT = r"script\b([^<>]*)>([^<]*(?:<(?!/script)[^<]*)*)(?:</script[^>]*>?|\Z)"
_STYLE = r"style\b[^<>]*>[^<]*(?:<(?!/style)[^<]*)*(?:</style[^>]*>?|\Z)"
_COMMENT = r"!--(?:-?>|[^-]*(?:-(?!-!?>)[^-]*)*(?:--!?>|\Z))"
_CUT = re.compile(f"<(?:{_SCRIPT}|{_STYLE}|{_COMMENT})", re.I)

_VALUE = r"""=(?:\s*"[^"]*"|\s*'[^']*'|(?!\s*["']))"""
_WHOLE = re.compile(f"[^>=]*(?:{_VALUE}[^>=]*)*$")
"""The inside of a tag whose quoted values all end."""
_UP_TO_END = re.compile(f"([^>=]*(?:{_VALUE}[^>=]*)*)>")
_REACH = 65_536
"""A quoted value may run on over this many characters past a ``<`` or ``>``; then its quote is taken for a stray one."""
_PATIENCE = 64
"""So many stray quotes are searched for their end in one page; the rest are taken for stray at once (linear time)."""

_ATTRIBUTE = re.compile(r"""([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")


def cut_scripts(html: str) -> tuple[str, list[tuple[str, str]]]:
    """Take scripts, styles and comments out: (what is left, [(attributes, text) of each script])."""
    tail = html.rfind("-->") + 3 if "-->" in html else 0
    if html.find("<!--", tail) >= 0:  # a comment that never ends hides nothing
        html = html[:tail] + html[tail:].replace("<!--", "<!")
    parts = _CUT.split(html)
    scripts = [(attrs, text) for attrs, text in zip(parts[1::3], parts[2::3], strict=True) if text]
    return "".join(parts[::3]), scripts


def attributes(written: str) -> dict[str, str]:
    """The attributes of one tag: names in lower case, the first of two equal names, entities resolved."""
    found: dict[str, str] = {}
    for name, double, single, bare in _ATTRIBUTE.findall(written):
        value = double or single or bare
        found.setdefault(name.lower(), unescape(value) if "&" in value else value)
    return found


# What an element does to the flow of text.  Elements not named here are inline.
OPEN, CLOSE, BREAK, LINK, LINK_END, BOLD, BOLD_END, IMAGE, FRAME, SPAN, SPAN_END = range(1, 12)

KINDS: dict[str, str] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
    **dict.fromkeys(("li", "dt", "dd"), "list-item"),
    **dict.fromkeys(("td", "th"), "cell"),
    **dict.fromkeys(("figcaption", "caption"), "caption"),
    **dict.fromkeys(("pre", "xmp", "listing"), "code"),
    "blockquote": "quote",
    **dict.fromkeys(("table", "tr", "ul", "ol", "dl"), "paragraph"),
}
"""The kind of the text directly in an element; an element not named passes on what it stands in."""

CONTAINERS = [
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "button",
    "caption",
    "center",
    "dd",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "frameset",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "hgroup",
    "html",
    "li",
    "listing",
    "main",
    "map",
    "menu",
    "nav",
    "noscript",
    "ol",
    "optgroup",
    "option",
    "p",
    "pre",
    "search",
    "section",
    "select",
    "summary",
    "svg",
    "math",
    "table",
    "tbody",
    "td",
    "template",
    "textarea",
    "tfoot",
    "th",
    "thead",
    "title",
    "tr",
    "ul",
    "xmp",
    "marquee",
    "object",
    "noframes",
    "noembed",
    "canvas",
    "datalist",
    "legend",
    "picture",
    "span-block",
]
VOID_FRAMES = ("iframe", "embed", "video", "audio")

UNSEEN = frozenset(
    ("head", "noscript", "template", "title", "textarea", "svg", "math", "datalist", "noframes", "canvas")
)
"""Elements whose text is not on the screen, or not text."""


# An element that opens while one of these is open closes it first (HTML: implied end tags).
IMPLIED_END: dict[str, frozenset[str]] = {
    "li": frozenset(("li", "p")),
    "dt": frozenset(("dt", "dd", "p")),
    "dd": frozenset(("dt", "dd", "p")),
    "td": frozenset(("td", "th", "p")),
    "th": frozenset(("td", "th", "p")),
    "tr": frozenset(("td", "th", "tr", "p")),
    "tbody": frozenset(("td", "th", "tr", "tbody", "thead", "p")),
    "tfoot": frozenset(("td", "th", "tr", "tbody", "thead", "p")),
    "option": frozenset(("option",)),
    "optgroup": frozenset(("option", "optgroup")),
    "body": frozenset(("head", "title")),
}
P_ENDS = frozenset(CONTAINERS) - frozenset(
    (
        "button",
        "noscript",
        "object",
        "map",
        "select",
        "svg",
        "math",
        "template",
        "textarea",
        "canvas",
        "picture",
        "option",
        "optgroup",
        "title",
    )
)
"""Elements that end an open p (HTML: in-body insertion mode)."""

SCOPES = frozenset(("td", "th", "table", "caption", "body"))
"""A stray end tag does not reach out of these."""
SCOPE_ENDS = frozenset(("td", "th", "tr", "tbody", "thead", "tfoot", "table", "body", "html"))


INLINE = 0


class Element(NamedTuple):
    """What one tag does."""

    action: int
    name: str
    kind: str = ""
    """Of the text directly in it; empty where it passes on what it stands in."""
    level: int = 0
    ends: frozenset[str] = frozenset()
    """Open elements that it closes first."""
    unseen: bool = False


_INLINE = Element(INLINE, "")


def _table() -> dict[str, Element]:
    table: dict[str, Element] = {}

    def put(name: str, start: Element, end: int = INLINE) -> None:
        for form in (name, name.upper(), name.capitalize()):
            table[form] = start
            table["/" + form] = Element(end, name) if end else _INLINE

    for name in CONTAINERS:
        kind = KINDS.get(name, "")
        level = int(name[1]) if kind == "heading" else 0
        ends = IMPLIED_END.get(name, frozenset()) | (frozenset(("p",)) if name in P_ENDS else frozenset())
        put(name, Element(OPEN, name, kind, level, ends, name in UNSEEN), CLOSE)
    put("a", Element(LINK, "a"), LINK_END)
    for name in ("b", "strong"):
        put(name, Element(BOLD, name), BOLD_END)
    for name in ("span", "font", "time", "em", "i"):
        put(name, Element(SPAN, name), SPAN_END)
    for name in ("br", "hr"):
        put(name, Element(BREAK, name), BREAK)
        table[name + "/"] = table[name]
    for name in ("img", "image"):
        put(name, Element(IMAGE, name))
    for name in VOID_FRAMES:
        put(name, Element(FRAME, name))
    return table


_ELEMENTS = _table()


def look_up(name: str) -> Element:
    """What a tag of this name (with a leading / where it closes) does."""
    element = _ELEMENTS.get(name)
    if element is None:
        bare = name.rstrip("/") if name[:1] != "/" else name
        element = _ELEMENTS.get(bare.partition("/")[0].lower() if bare[:1] != "/" else bare.lower(), _INLINE)
    return element


class Tags:
    """The tags of a page in order: (what the tag does, its attributes as written, the text that follows it).

    The markup is cut at every ``<``.  A quoted value that holds ``<`` or ``>`` is put together again as the HTML
    standard does; a quote that never ends is given up after the first ``>`` instead of swallowing the document.
    """

    __slots__ = ("_next", "_patience", "_pieces")

    def __init__(self, html: str) -> None:
        self._pieces = html.split("<")
        self._next: Iterator[str] = iter(())
        self._patience = _PATIENCE

    def __iter__(self) -> Iterator[tuple[Element, str, str]]:
        pieces = iter(self._pieces)
        get = _ELEMENTS.get
        self._next = pieces
        text = next(pieces)
        if text:
            yield _INLINE, "", text
        for piece in pieces:
            inside, mark, text = piece.partition(">")
            element = get(inside)
            if element is not None:  # a tag without attributes, most often an end tag
                yield element, "", text
                continue
            words = inside.split(None, 1)
            if len(words) == 2 and mark:
                name, attrs = words
                element = get(name)
                if element is not None and not (attrs.count('"') & 1 or attrs.count("'") & 1):
                    yield element, attrs, text
                    continue
            yield from self._unusual(piece, inside, mark, text)

    def _unusual(self, piece: str, inside: str, mark: str, text: str) -> Iterator[tuple[Element, str, str]]:
        """What is no plain tag: an unknown name, a quote that does not end, a declaration, a sign in the text."""
        first = piece[:1]
        if first == "/" and mark:
            yield (look_up(inside.split(None, 1)[0]) if piece[1:2].isalpha() else _INLINE), "", text
            return
        if not first.isalpha() or not first.isascii():
            yield _INLINE, "", text if first in ("!", "?", "/") and first else "<" + piece
            return
        words = inside.split(None, 1)
        attrs = words[1] if len(words) > 1 else ""
        if not mark or ((attrs.count('"') & 1 or attrs.count("'") & 1) and not _WHOLE.match(attrs)):
            inside, text, left = self._rejoined(piece)
            words = inside.split(None, 1) or [""]
            attrs = words[1] if len(words) > 1 else ""
            yield look_up(words[0]), attrs, text
            if left:
                for given in left:
                    inside, mark, text = given.partition(">")
                    yield from self._unusual(given, inside, mark, text)
            return
        yield look_up(words[0]), attrs, text

    def _rejoined(self, piece: str) -> tuple[str, str, list[str]]:
        """A tag whose quoted value holds < or >: (inside, text, the pieces that turned out not to be part of it)."""
        whole = piece
        match = _UP_TO_END.match(whole) if ">" in whole else None
        if match:
            return match.group(1), whole[match.end() :], []
        taken: list[str] = []
        if self._patience:
            for more in self._next:
                taken.append(more)
                whole += "<" + more
                if ">" in more:
                    match = _UP_TO_END.match(whole)
                    if match:
                        return match.group(1), whole[match.end() :], []
                if len(whole) > _REACH:
                    break
            self._patience -= 1
        inside, _, text = piece.partition(">")
        return inside, text, taken
