"""What the document declares about itself: meta elements, Open Graph, JSON-LD, `<title>`, front matter.

Nothing here is believed yet: each field's own module weighs it against what is printed.
"""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import msgspec

from .attributes import attributes
from .blocks import Page

_TITLE = re.compile(r"<title\b[^<>]*>([^<]*)", re.I)
_META = re.compile(r"<meta\b([^>]*)>", re.I)
_LINK = re.compile(r"<link\b([^<>]*)>", re.I)
_CANONICAL = re.compile(r"\brel\s*=\s*[\"']?canonical", re.I)
_ACCOUNT = re.compile(r"""\bnickname\s*[=:]\s*(?:htmlDecode\()?["']([^"'<>]{2,40})["']""")
_ARTICLE_TYPES = frozenset(
    ("NewsArticle", "Article", "ReportageNewsArticle", "BlogPosting", "WebPage", "AnalysisNewsArticle")
)


class Declared:
    """The declarations of one document, by kind."""

    __slots__ = ("account", "canonical", "data", "front_matter", "jsonld", "meta", "page_title")

    def __init__(self) -> None:
        self.page_title: str | None = None
        """The text of ``<title>``."""
        self.meta: dict[str, str] = {}
        """meta name, property or itemprop in lower case -> content, the first that says something."""
        self.jsonld: list[dict[str, Any]] = []
        """The JSON-LD objects that describe an article or its page."""
        self.canonical: str | None = None
        self.account: str | None = None
        """The name of the account in a script of WeChat's."""
        self.data: dict[str, str] = {}
        """What stands beside the text where the text itself came out of the page's data."""
        self.front_matter: dict[str, Any] | None = None

    def first(self, *names: str) -> str | None:
        """The first meta value among `names`."""
        for name in names:
            value = self.meta.get(name)
            if value:
                return value
        return None

    def json(self, *keys: str) -> Any:
        """The first value of `keys` in the JSON-LD objects, an article's before a page's."""
        for item in self.jsonld:
            for key in keys:
                if item.get(key):
                    return item[key]
        return None


def read_declared(page: Page, longest_script: int) -> Declared:
    """The declarations in a page's head and JSON-LD.  Scripts over `longest_script` characters are passed over."""
    declared = Declared()
    title = _TITLE.search(page.head)
    if title and title.group(1).strip():
        declared.page_title = " ".join(unescape(title.group(1)).split())
    # A head that ends with a tag: each search for > ends at one, so the time is linear.
    for written in _META.findall(page.head, 0, page.head.rfind(">") + 1):
        found = attributes(written)
        name = (found.get("property") or found.get("name") or found.get("itemprop") or "").strip().lower()
        value = " ".join(found.get("content", "").split())
        if name and value:
            declared.meta.setdefault(name, value)
    for written in _LINK.findall(page.head):
        if _CANONICAL.search(written):
            declared.canonical = attributes(written).get("href") or None
            break
    for attrs, text in page.scripts:
        if "nickname" in text and declared.account is None and ("msg_title" in text or "mp.weixin" in text):
            account = _ACCOUNT.search(text)
            declared.account = unescape(account.group(1)).strip() or None if account else None
        if "ld+json" in attrs and len(text) <= longest_script:
            declared.jsonld += _objects(text)
    declared.jsonld.sort(key=_rank)
    return declared


def _rank(item: dict[str, Any]) -> int:
    kinds = item.get("@type")
    names = kinds if isinstance(kinds, list) else [kinds]
    return 0 if any(isinstance(name, str) and "Article" in name for name in names) else 1


def _objects(text: str) -> list[dict[str, Any]]:
    """The article objects of one JSON-LD script; a script that is no JSON has none."""
    try:
        data = msgspec.json.decode(text.strip().rstrip(";").encode())
    except (msgspec.DecodeError, RecursionError, UnicodeEncodeError):
        try:
            data = msgspec.json.decode(re.sub(r"[\x00-\x1f]+", " ", text).strip().encode())
        except (msgspec.DecodeError, RecursionError, UnicodeEncodeError):
            return []
    found = []
    waiting = [data]
    while waiting:
        item = waiting.pop(0)
        if isinstance(item, list):
            waiting += item[:100]
        elif isinstance(item, dict):
            if isinstance(item.get("@graph"), list):
                waiting += item["@graph"][:100]
            kinds = item.get("@type")
            names = kinds if isinstance(kinds, list) else [kinds]
            if (
                any(name in _ARTICLE_TYPES for name in names if isinstance(name, str))
                or "headline" in item
                or "pubDate" in item
            ):
                found.append(item)
    return found
