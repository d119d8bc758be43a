"""The fields of front matter under the names that generators and people give them: publishDate, pubDate, 日期 are date."""

from __future__ import annotations

import re
from typing import Any

from .names import is_name, split_names

_NAMES: dict[str, str] = {
    "title": "headline 标题 標題",
    "date": "publishdate pubdate publishtime publishedat publishedtime datepublished datetime createdat postdate "
    "日期 时间 時間 发布时间 發布時間 发布日期 發布日期 发表时间 發表時間",
    "author": "creator writer byline by dc:creator 作者 记者 記者",
    "editor": "编辑 編輯 责任编辑 責任編輯 责编 責編",
    "source": "from origin publisher publication 来源 來源 稿源 出处 出處",
    "url": "canonicalurl originalurl sourceurl 链接 鏈接 連結 原文链接",
    "tags": "keywords 标签 標籤 关键词 關鍵詞",
    "summary": "abstract 摘要",
}
_USUAL = {name: usual for usual, names in _NAMES.items() for name in (usual, *names.split())}
_JOINTS = str.maketrans("", "", "_- ")
_PEOPLE = ("author", "authors", "editor", "editors", "source", "site")
_LABEL = re.compile(r"(?:作者|记者|記者|撰文|文|来源|來源|(?:微信)?公[众眾][号號]|[Bb]y)\s*[:：/／]\s*")
_ADDRESS = re.compile(r"\s*[（(<]?https?://[^\s（()）<>]*[)）>]?\s*$")
_MOST = 50
"""Names in one list."""


def usual(front: dict[str, Any]) -> dict[str, Any]:
    """The mapping with its fields under their usual names too: title, date, author, editor, source, url, tags, summary.

    A usual name that is there already is kept.  Of who made it the names are left: ``{name: 张晓明, url: …}`` is 张晓明,
    ``作者：张晓明`` too; an address is no name.
    """
    found = dict(front)
    for name, value in front.items():
        other = _USUAL.get(name.lower().translate(_JOINTS)) if isinstance(name, str) else None
        if other and not found.get(other):
            found[other] = value
    for name in _PEOPLE:
        if found.get(name):
            found[name] = _named(found[name])
    return found


def _named(value: Any) -> Any:
    if isinstance(value, list):
        return [_named(item) for item in value[:_MOST] if not isinstance(item, list)]
    if isinstance(value, dict):
        value = value.get("name")
    return _LABEL.sub("", _ADDRESS.sub("", value), count=1).strip() if isinstance(value, str) else value


def names_people(text: str, front: dict[str, Any]) -> bool:
    """True for a value of the front matter that names people and nothing else; the name of a feed or an outlet does
    not, and a name that is a category of the post's too is a feed's, whatever it looks like."""
    names = split_names(text)
    filed = front.get("categories")
    if isinstance(filed, list) and text.strip() in filed[:_MOST]:
        return False
    return bool(names) and all(map(is_name, names))
