"""Declared titles: what the page says its title is, that without channel, site and badge, and how like it a line is."""

from __future__ import annotations

import re

from .declared import Declared
from .prose import key

_SEPARATOR = re.compile(r"\s*(?:[_|｜]+|\s[-–—]+\s|[-–—]{2,}|\s*[-–—－](?=[^-–—－]{2,14}$)|::|»|>>|<|\s·\s)\s*")
_BRACKETED = re.compile(r"\s*【([^】]{2,14})】$|^【([^】]{2,14})】\s*")
_SITE_BEFORE = re.compile(r"([^-–—－_|｜\s]{2,12})(?:\s*[-–—－_|｜]+\s*|\s+)(?=\S{8})")
_HYPHEN = re.compile(r"(?<![\s\-–—－])[-–—－]$")
_BADGE = re.compile(r"^(?:原创|原創|独家|視頻|视频|图集|置顶|轉載|转载)[\s|｜:：]+|\s*(?:原创|原創)$")
_OUTLET = re.compile(
    r"(?:[新闻中在][闻国線线]?[网網]|[^上全官联聯][网網]|[日晚时時]报|[日晚時]報|在线|在線|(?:门户|門戶)(?:网站|網站)?|新聞雲|电视台|電視臺|電視台)$"
)
"""What stands before a headline only where it is the site's name."""
_CHANNEL = 6
"""Characters up to which what follows a headline is a channel, whatever it is called."""
_HEADLINE = 8
"""Characters from which the first part is the headline alone."""
_BARE = re.compile(
    r"[《【]?([\u3400-\u9fff]{2})[》】]?\s*[-_|—–](?!.{0,4}(?:标签|標籤|专题|專題|话题|話題|频道|頻道|搜索|列表))"
)
"""A declared title that begins with one of two characters, which is no name of a list: 讣告-江川大学."""
_MOST_NAMES = 6
"""Names that follow a headline, at most: channels, site, slogan."""
_SIGNS = " \t_|｜-–—－:»><·"
_SITE_WORD = re.compile(
    r"(?:网|網|新闻|新聞|日报|日報|晚报|晚報|时报|時報|频道|頻道|在线|在線|門戶|门户|公众号|周刊|週刊|电视台|電視台|頭條|头条|号|"
    r"\.(?:com|cn|net|org|hk|tw)|news|online|TVBS|com)$",
    re.I,
)

_TELLS = 8
"""Chinese characters from which a title can be a headline."""
_HAN = re.compile(r"[\u3400-\u9fff]")
_ALIKE = 0.2
"""Share of pairs of characters in common from which two lines can be one headline in other words."""
_NAME = re.compile(
    r"网站|網站|门户|門戶|平台|平臺|官网|官網|首页|首頁|欢迎|歡迎|正文|详情|詳情|信息公开|信息公開|公司|\.(?:com|cn|net|org|hk|tw)\b|"
    r"(?:局|处|處|部|厅|廳|署|会|會|院|校|所|站|台|社|报|報|网|網|中心|大学|大學|中学|中學|政府|协会|協會|频道|頻道|新闻|新聞|页|頁)$"
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
    site = key(declared.first("og:site_name", "application-name", "author") or "")
    for title in titles:
        head, bar, tail = title.rpartition("丨")  # inside a headline it parts the rubric; a site's name may end it
        whole = _unbracketed(head if bar and _SITE_WORD.search(tail.strip()) else title)
        bare = _without_last(whole, site)
        before = _SITE_BEFORE.match(bare)
        if before and _OUTLET.search(before.group(1)):
            bare = bare[before.end() :]
        if bare.strip():
            return without_badge(bare)
    return None


def is_headline(title: str) -> bool:
    """True for a title that tells something, and does not name a site, an office or a page."""
    return len(_HAN.findall(title)) >= _TELLS and not _NAME.search(title)


def _without_last(title: str, site: str) -> str:
    """Without the names that follow the headline: its channel's, its site's."""
    for _ in range(_MOST_NAMES):
        parts = [part for part in _SEPARATOR.split(title) if part and part.strip()]
        if len(parts) < 2:
            return parts[0] if parts else ""
        last = parts[-1]
        rest = title[: title.rindex(last)]
        named = key(last) == site or _SITE_WORD.search(last)
        if not named and _HYPHEN.search(rest) and len(rest) <= _HEADLINE:  # 江川-海城高铁: part of the headline
            return title.strip()
        if not named and len(last) > _CHANNEL:
            return parts[0] if len(parts[0]) >= _HEADLINE else title.strip()
        title = rest.rstrip(_SIGNS)
    return title.strip()


def _unbracketed(title: str) -> str:
    """Without the site's name in brackets: 大桥通车【江川网】."""
    found = _BRACKETED.search(title)
    if not found or not _OUTLET.search(found.group(1) or found.group(2)):
        return title
    return title[: found.start()] + title[found.end() :]


def without_badge(text: str) -> str:
    """A headline without 原创, 独家 and the like."""
    return _BADGE.sub("", text).strip()


def likeness(own: str, other: str) -> float:
    """How well a printed line agrees with a declared title; 6 where they are the same."""
    if own == other:
        return 6.0
    if (len(own) >= 5 and own in other) or (len(own) >= 3 and other.startswith(own)):
        return 4.0 + 1.5 * len(own) / len(other)
    if len(other) >= 5 and other in own:
        return 3.0 + 2.0 * len(other) / len(own)
    if len(own) >= 8 and own[:-1] == other[: len(own) - 1]:
        return 4.0
    return 0.0


def bare_headline(declared: str) -> str:
    """The headline of two characters with which a declared title begins, its site behind it; empty where it has none."""
    found = _BARE.match(declared)
    return found[1] if found else ""


def agrees_with(printed: str, keys: list[str]) -> bool:
    """True for a line that says what is declared, or a part of it."""
    own = key(printed)
    return any(likeness(own, other) > 0 for other in keys)


def resembles(printed: str, keys: list[str]) -> bool:
    """True for a line with some of the words of a declared title, in whatever order."""
    own = _pairs(key(printed))
    return any(len(own & _pairs(other)) >= _ALIKE * min(len(own), len(other)) for other in keys)


def _pairs(text: str) -> set[str]:
    return {text[at : at + 2] for at in range(len(text) - 1)}
