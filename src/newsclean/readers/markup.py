"""The words of HTML: the tokenizer, and what each element means to the flow of text.

`tokenize` is one regular expression that never fails on a tag and never backtracks: quoted values are matched as the
HTML standard does, and an unterminated quote is given up after the first ``>`` instead of swallowing the document.
"""

from __future__ import annotations

import re
from html import unescape

_SCRIPT = r"script\b([^>]*)>([^<]*(?:<(?!/script)[^<]*)*)(?:</script[^>]*>?|\Z)"
_STYLE = r"style\b[^>]*>[^<]*(?:<(?!/style)[^<]*)*(?:</style[^>]*>?|\Z)"
_COMMENT = r"!--(?:-?>|[^-]*(?:-(?!-!?>)[^-]*)*(?:--!?>|\Z))"
_CUT = re.compile(f"<(?:{_SCRIPT}|{_STYLE}|{_COMMENT})", re.I)

_VALUE = r"""=(?:\s*"[^"]*(?:"|\Z)|\s*'[^']*(?:'|\Z)|(?!\s*["']))"""
_TEXT = r"([^<]*(?:<(?![a-zA-Z/!?])[^<]*)*)"
_TOKEN = re.compile(rf"<(?:(/?[a-zA-Z][^\s/>]*)([^>=]*(?:{_VALUE}[^>=]*)*)|[!?/][^>]*)(?:>|\Z){_TEXT}")
_PLAIN_TOKEN = re.compile(rf"<(?:(/?[a-zA-Z][^\s/>]*)([^>]*)|[!?/][^>]*)(?:>|\Z){_TEXT}")
_SENTINEL = "<x-end>"
_RETRIES = 8

_ATTRIBUTE = re.compile(r"""([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")

Token = tuple[str, str, str]
"""Name (with a leading / where it closes; empty for a declaration), attributes as written, text that follows."""


def cut_scripts(html: str) -> tuple[str, list[tuple[str, str]]]:
    """Take scripts, styles and comments out: (what is left, [(attributes, text) of each script])."""
    tail = html.rfind("-->") + 3 if "-->" in html else 0
    if html.find("<!--", tail) >= 0:  # a comment that never ends hides nothing
        html = html[:tail] + html[tail:].replace("<!--", "<!")
    parts = _CUT.split(html)
    scripts = [(attrs, text) for attrs, text in zip(parts[1::3], parts[2::3], strict=True) if text]
    return "".join(parts[::3]), scripts


def tokenize(html: str) -> list[Token]:
    """Markup without scripts and comments as tokens; the first one holds the text before any tag."""
    first = html.find("<")
    if first < 0:
        return [("", "", html)]
    head = html[:first]
    html = html[first:] + _SENTINEL
    tokens: list[Token] = [("", "", head)] if head else []
    for _ in range(_RETRIES):
        tokens += _TOKEN.findall(html)
        last = tokens.pop()
        if last[0] == "x-end":
            return tokens
        # The last tag swallowed the sentinel: its quote never ends.  Take it to end at its first ">".
        attrs, _, html = last[1].partition(">")
        tokens.append((last[0], attrs, ""))
        if not html:
            return tokens
        lead, mark, html = html.partition("<")
        tokens.append(("", "", lead))
        html = mark + html
    tokens += _PLAIN_TOKEN.findall(html)
    if tokens[-1][0] == "x-end":
        tokens.pop()
    return tokens


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
    **dict.fromkeys(("p", "table", "tr", "ul", "ol", "dl"), "paragraph"),
}
"""The kind of the text directly in an element; an element not named passes on what it stands in."""

CONTAINERS = (
    "address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption "
    "figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup html li listing main map menu nav noscript ol "
    "optgroup option p pre search section select summary svg math table tbody td template textarea tfoot th thead "
    "title tr ul xmp marquee object noframes noembed canvas datalist legend picture x-end"
).split()
VOID_FRAMES = ("iframe", "embed", "video", "audio")

UNSEEN = frozenset(("head", "noscript", "template", "title", "textarea", "svg", "math", "datalist", "noframes", "canvas"))
"""Elements whose text is not on the screen, or not text."""
CONTROLS = frozenset(("button", "select", "option", "optgroup", "textarea", "legend"))

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
P_ENDS = frozenset(CONTAINERS) - frozenset(("button", "noscript", "object", "map", "select", "svg", "math", "template",
                                            "textarea", "canvas", "picture", "option", "optgroup", "title", "x-end"))
"""Elements that end an open p (HTML: in-body insertion mode)."""

SCOPES = frozenset(("td", "th", "table", "caption", "body"))
"""A stray end tag does not reach out of these."""
SCOPE_ENDS = frozenset(("td", "th", "tr", "tbody", "thead", "tfoot", "table", "body", "html"))


def _actions() -> dict[str, int]:
    table: dict[str, int] = {}

    def put(name: str, start: int, end: int = 0) -> None:
        for form in (name, name.upper(), name.capitalize()):
            table[form] = start
            table["/" + form] = end

    for name in CONTAINERS:
        put(name, OPEN, CLOSE)
    put("a", LINK, LINK_END)
    for name in ("b", "strong"):
        put(name, BOLD, BOLD_END)
    put("span", SPAN, SPAN_END)
    put("font", SPAN, SPAN_END)
    put("time", SPAN, SPAN_END)
    put("em", SPAN, SPAN_END)
    put("i", SPAN, SPAN_END)
    for name in ("br", "hr"):
        put(name, BREAK, BREAK)
    for name in ("img", "image"):
        put(name, IMAGE)
    for name in VOID_FRAMES:
        put(name, FRAME)
    return table


ACTIONS = _actions()
