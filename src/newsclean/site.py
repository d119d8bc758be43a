"""The site that a document was taken from: its name, address, sections and tags."""

from __future__ import annotations

import re
from typing import Any

from .blocks import Page
from .declared import Declared
from .front_names import names_people
from .media import origin_url
from .prose import key
from .surrogates import joined

_CRUMB_WORDS = frozenset(
    ("breadcrumb", "breadcrumbs", "crumb", "crumbs", "path", "position", "location", "weizhi", "mianbao", "bread")
)
_CRUMB_LABEL = re.compile(r"位置\s*[:：>＞»›/]|(?:首[页頁](?:\(\w+\))?|Home)\s*[>＞»›/]", re.I)
_CRUMB_SIGN = re.compile(r"\S\s*[>＞»›→]+\s*\S")
_CRUMB_SPLIT = re.compile(r"\s*(?:[>＞»›→/／|｜\x1f]|\s[-–—]\s)[\s>＞»›→/／|｜\x1f-]*")
_CRUMB_HEAD = re.compile(r"^.*?位置\s*[:：]?\s*|\s+正文$")
_NOT_SECTION = re.compile(
    r"^(?:\S{0,8}(?:首|主)[页頁](?:\(\w+\))?|(?:\S{2,4})?正文(?:\s.*)?|内容|內容|文章|(?:文章)?详情|搜索|Home|返回.*|)$|[:：]$", re.I
)
_SITE_NAME = re.compile(r"[网網站]$|^[\x00-\u2fff]+$|\.com|\.cn")
"""What a breadcrumb begins with is the site, not a section of it: 财富网, ETtoday."""
_SENTENCE = re.compile(r"[，。；！？]")
_TITLE_PARTS = re.compile(r"[_|｜-]+")
_LONGEST_CRUMB = 80
_LONGEST_NAMED = 24
"""Characters of a line without a sign in a box that is named for breadcrumbs."""
_LONGEST_SECTION = 16


def find_categories(page: Page, declared: Declared, headline: int, first: int, title_key: str) -> tuple[str, ...]:
    """The sections of a breadcrumb, of the front matter, or the declared section.

    A breadcrumb stands above the headline: labelled, cut by signs like >, or in a container that is named for it; of
    several of one kind the one nearest to the headline counts.
    """
    if declared.front_matter is not None:
        return _words(declared.front_matter.get("categories") or declared.front_matter.get("category"))
    owner = _TITLE_PARTS.split(declared.page_title or "")[-1]
    labelled: tuple[str, ...] = ()
    signed: tuple[str, ...] = ()
    named: list[str] = []
    for block in page.blocks[: max(headline if headline >= 0 else first, 0)]:
        text = block.text
        if not text or len(text) > _LONGEST_CRUMB or block.hidden or page.tags[block.node] == "title":
            continue
        sign = _CRUMB_SIGN.search(text)
        if "位置" in text or "首" in text or "Home" in text:
            found = _sections(text, title_key, owner) if _CRUMB_LABEL.search(text) else ()
            labelled = found or labelled
        elif sign:
            signed = _sections(text, title_key, owner) or signed
        if _in_crumbs(page, block.node) and (sign or len(text) <= _LONGEST_NAMED):
            named.append("\x1f".join(block.pieces) or text)
    found = labelled or signed or _sections("\x1f".join(named), title_key, owner)
    return found or _words(declared.first("article:section", "section") or declared.json("articleSection"))


def _in_crumbs(page: Page, node: int) -> bool:
    return not _CRUMB_WORDS.isdisjoint(page.words(node)) or not _CRUMB_WORDS.isdisjoint(page.words(page.parents[node]))


def _sections(crumbs: str, title_key: str, owner: str) -> tuple[str, ...]:
    """The sections that a breadcrumb names; none of a sentence.

    `owner` is the last part of the page's title: the site.
    """
    found: list[str] = []
    if _SENTENCE.search(crumbs):
        return ()
    parts = [part.strip(" :：\xa0") for part in _CRUMB_SPLIT.split(_CRUMB_HEAD.sub("", crumbs))]
    for number, name in enumerate(parts):
        if len(name) > _LONGEST_SECTION:
            continue
        own = number == 0 and len(parts) > 1 and (_SITE_NAME.search(name) or name in owner)
        if not own and not _NOT_SECTION.search(name) and key(name) != title_key and name not in found:
            found.append(name)
    return tuple(found[:6])


def find_tags(declared: Declared) -> tuple[str, ...]:
    """Tags of the front matter, else the declared keywords."""
    if declared.front_matter is not None:
        return _words(declared.front_matter.get("tags"))
    return _words(declared.first("news_keywords", "keywords", "article:tag") or declared.json("keywords"))[:20]


def find_site(page: Page, declared: Declared, first: int) -> str | None:
    """The name under which the site speaks of itself."""
    if declared.front_matter is not None:
        front = declared.front_matter
        value = front.get("site") or (None if front.get("source") or front.get("authors") else front.get("author"))
        return value.strip() or None if isinstance(value, str) and not names_people(value, front) else None
    name = declared.first("og:site_name", "application-name", "apple-mobile-web-app-title")
    if name:
        return name
    publisher = declared.json("publisher")
    if isinstance(publisher, dict) and isinstance(publisher.get("name"), str):
        return str(publisher["name"]).strip() or None
    for block in page.blocks[: max(first, 0)]:
        if page.tags[block.node] == "line" and block.verdict == "site-name":
            return block.text
    return None


def find_url(declared: Declared, given: str | None) -> str | None:
    """The document's address: as given, as the front matter says, else as declared (canonical, og:url)."""
    if given:
        return joined(given)
    if declared.front_matter is not None:
        for name in ("url", "link", "permalink", "source_url", "original"):
            value = declared.front_matter.get(name)
            if isinstance(value, str) and value.startswith(("http://", "https://")):
                return value
        return None
    for value in (declared.canonical, declared.first("og:url"), declared.json("url")):
        if isinstance(value, str):
            url = origin_url(value)
            if url and url.startswith("http"):
                return url
    return None


def _words(value: Any) -> tuple[str, ...]:
    if isinstance(value, str):
        parts = re.split(r"[,，、;；|]+", value)
    elif isinstance(value, list):
        parts = [str(item) for item in value if isinstance(item, str | int | float)]
    else:
        return ()
    return tuple(dict.fromkeys(part.strip() for part in parts if part.strip()))
