"""The elements of HTML: what each one means to the flow of text."""

from __future__ import annotations

import msgspec

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
INLINE_NAMES = (
    "meta",
    "link",
    "input",
    "ins",
    "del",
    "label",
    "source",
    "area",
    "param",
    "base",
    "u",
    "s",
    "rect",
    "path",
)
"""The elements without a meaning to the flow of text that pages have most (bench: 98 % of them)."""
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


class Element(msgspec.Struct, frozen=True, gc=False):
    """What one tag does."""

    action: int
    name: str
    kind: str = ""
    """Of the text directly in it; empty where it passes on what it stands in."""
    level: int = 0
    ends: frozenset[str] = frozenset()
    """Open elements that it closes first."""
    unseen: bool = False


INLINE_ELEMENT = Element(INLINE, "")


def _table() -> dict[str, Element]:
    table: dict[str, Element] = {}

    def put(name: str, start: Element, end: int = INLINE) -> None:
        for form in (name, name.upper(), name.capitalize()):
            table[form] = start
            table["/" + form] = Element(end, name) if end else INLINE_ELEMENT

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
    for name in ("img", "image", "amp-img", "amp-anim"):
        put(name, Element(IMAGE, name))
    for name in INLINE_NAMES:
        put(name, INLINE_ELEMENT)
    for name in VOID_FRAMES:
        put(name, Element(FRAME, name))
    return table


ELEMENTS = _table()


def look_up(name: str) -> Element:
    """What a tag of this name (with a leading / where it closes) does."""
    element = ELEMENTS.get(name)
    if element is None:
        bare = name.rstrip("/") if name[:1] != "/" else name
        element = ELEMENTS.get(bare.partition("/")[0].lower() if bare[:1] != "/" else bare.lower(), INLINE_ELEMENT)
    return element
