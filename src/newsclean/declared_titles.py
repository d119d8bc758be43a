"""Declared titles: what the page says its title is, and that without channel, site and badge."""

from __future__ import annotations

import re

from .declared import Declared
from .prose import key

_SEPARATOR = re.compile(r"\s*(?:[_|｜]+|\s[-–—]+\s|[-–—]{2,}|\s*[-–—](?=[^-–—]{2,14}$)|::|»|>>|<|\s·\s)\s*")
_BADGE = re.compile(r"^(?:原创|原創|独家|視頻|视频|图集|置顶|轉載|转载)[\s|｜:：]+|\s*(?:原创|原創)$")
_SITE_WORD = re.compile(
    r"(?:网|網|新闻|新聞|日报|日報|晚报|晚報|时报|時報|频道|頻道|在线|在線|門戶|门户|公众号|周刊|週刊|电视台|電視台|頭條|头条|号|"
    r"\.(?:com|cn|net|org|hk|tw)|news|online|TVBS|com)$",
    re.I,
)


def declared_titles(declared: Declared) -> list[str]:
    """The titles that the page declares, most telling first, once each."""
    found = [
        declared.first("og:title"),
        declared.first("articletitle", "twitter:title", "title", "headline"),
        declared.json("headline"),
        declared.page_title,
    ]
    return list(dict.fromkeys(item for item in found if isinstance(item, str) and item.strip()))


def without_site(titles: list[str], declared: Declared) -> str | None:
    """A declared title without what names the channel and the site."""
    for title in titles:
        head, bar, tail = title.rpartition("丨")  # inside a headline it parts the rubric; a site's name may end it
        bare = head if bar and _SITE_WORD.search(tail.strip()) else title
        parts = [part for part in _SEPARATOR.split(bare) if part and part.strip()]
        site = key(declared.first("og:site_name", "application-name", "author") or "")
        while len(parts) > 1 and (key(parts[-1]) == site or _SITE_WORD.search(parts[-1]) or len(parts[-1]) <= 6):
            parts.pop()
        if parts:
            first = title[: title.find(parts[-1]) + len(parts[-1])] if len(parts) > 1 else parts[0]
            head = parts[0]
            return without_badge(head if len(head) >= 8 or len(parts) == 1 else first)
    return None


def without_badge(text: str) -> str:
    """A headline without 原创, 独家 and the like."""
    return _BADGE.sub("", text).strip()
