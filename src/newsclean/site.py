"""The site that a document was taken from: its name, address, sections and tags."""

from __future__ import annotations

import re
from typing import Any

from .blocks import Page
from .declared import Declared
from .media import origin_url
from .names import is_name
from .prose import key
from .surrogates import joined

_CRUMB_WORDS = frozenset(
    ("breadcrumb", "breadcrumbs", "crumb", "crumbs", "path", "position", "location", "weizhi", "mianbao", "bread")
)
_CRUMB_TEXT = re.compile(
    r"(?:您?(?:所在|当前|當前|现在|目前)的?(?:位置|所在位置)|当前位置|首[页頁]|Home)\s*[:：>＞»›/｜|]", re.I
)
_CRUMB_SPLIT = re.compile(r"\s*(?:[>＞»›→]|&gt;|\s/\s|\s\|\s|\s-\s)+\s*")
_CRUMB_HEAD = re.compile(r"^.*?(?:位置|所在位置)\s*[:：]?\s*")
_NOT_SECTION = re.compile(r"^(?:首[页頁]|主[页頁]|网站首页|正文|内容|內容|新闻正文|文章|Home|返回.*|)$|[:：]$", re.I)
_LONGEST_CRUMB = 80


def find_categories(page: Page, declared: Declared, headline: int, first: int, title_key: str) -> tuple[str, ...]:
    """The sections of a breadcrumb, of the front matter, or the declared section."""
    if declared.front_matter is not None:
        return _words(declared.front_matter.get("categories") or declared.front_matter.get("category"))
    end = headline if headline >= 0 else first
    for number in range(max(end, 0)):
        text = page.blocks[number].text
        if len(text) <= _LONGEST_CRUMB and _CRUMB_TEXT.search(text) and _CRUMB_SPLIT.search(text):
            found = _sections(_CRUMB_SPLIT.split(_CRUMB_HEAD.sub("", text)), title_key)
            if found:
                return found
    by_words = [
        page.blocks[i].text
        for i in range(max(end, 0))
        if 0 < len(page.blocks[i].text) <= 24
        and (page.words(page.blocks[i].node) | page.words(page.parents[page.blocks[i].node])) & _CRUMB_WORDS
    ]
    found = _sections(by_words, title_key)
    if found:
        return found
    section = declared.first("article:section", "section") or declared.json("articleSection")
    return _words(section)


def _sections(parts: list[str], title_key: str) -> tuple[str, ...]:
    found = []
    for part in parts:
        name = part.strip(" :：>＞»›/|")
        if name and len(name) <= 16 and not _NOT_SECTION.search(name) and key(name) != title_key and name not in found:
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
        return value.strip() or None if isinstance(value, str) and not is_name(value.strip()) else None
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
