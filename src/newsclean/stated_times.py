"""The times that a document states in its data: front matter, meta elements, JSON-LD, attributes, scripts."""

from __future__ import annotations

import re
from datetime import datetime, tzinfo
from itertools import islice
from typing import Any

from .article import Published
from .blocks import Page
from .dates import Moment, find_moments, from_unix
from .declared import Declared

FINENESS = {"year": 0, "month": 1, "day": 2, "minute": 3, "second": 4}
_DECLARED = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "og:published_time",
    "pubdate",
    "publishdate",
    "publish_date",
    "pubtime",
    "publish-date",
    "publish_time",
    "publishtime",
    "apub:time",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "og:release_date",
    "releasedate",
    "article:published",
    "ptime",
    "weibo: article:create_at",
    "weibo:article:create_at",
    "firstpublishedtime",
    "articlepublishtime",
    "created",
    "createdate",
    "sailthru.date",
    "parsely-pub-date",
    "bt:pubdate",
    "og:pubdate",
    "dateupdate",
)
MODIFIED = (
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "lastmod",
    "last-modified",
    "weibo: article:update_at",
    "weibo:article:update_at",
    "revised",
)
_SCRIPT_TIME = re.compile(
    r"""["']?\b(?:ct|ptime|display_time|(?:[a-z]{1,12}_?)?(?:pub(?:lish(?:ed)?)?|creat(?:e|ed)|post|issue|release|news|article)_?(?:time|date|at)|date_?published)\b["']?\]?\s*[:=]\s*["']?(\d{4}[-/年.]\d{1,2}[-/月.]\d{1,2}[^"',;}<]{0,20}|\d{13}(?!\d)|\d{10}(?!\d))""",
    re.I,
)
_GIVEN = r"""["']?\]?\s*[:=]\s*["']?\d"""
_MAY_STATE_TIME = (
    *(re.compile(word + _GIVEN) for word in ("ime(?<=[tT]ime)", "IME(?<=[tT]IME)", "ate(?<=[dD]ate)", "at", "At")),
    re.compile(r"ct(?<=\bct)\s*="),
)
"""A quick look before the names are read: a time or a date that is given a number.  Each begins with letters that `re`
looks for as such: a script of 100 KB takes 0.2 ms instead of 2."""
_LONGEST_SCRIPT = 2_000_000
_ATTRIBUTE_TIME = re.compile(
    r"""(?:ptime|data-(?:ptime|time|date|publish-time|pubtime|timestamp)|datetime|itemprop\s*=\s*["']?date\w+["']?[^>]{0,40}?content)\s*=\s*["']([^"']{8,40})["']""",
    re.I,
)
_TIME_NAME = re.compile(r"(?:pub|publi[cs]\w*|release|issue|creat\w*)[\w:.-]*(?:date|time)", re.I)


def published(moment: Moment, origin: str) -> Published:
    return Published(at=moment.at, precision=moment.precision, text=moment.text.strip(), origin=origin)


def of_front_matter(front: dict[str, Any], zone: tzinfo) -> Published | None:
    for name in ("date", "published", "pubdate", "publish_date", "time", "created"):
        value = front.get(name)
        if isinstance(value, str | int):
            found = find_moments(str(value), zone, limit=1)
            if found:
                return published(found[0], "front-matter")
    return None


def declared_times(declared: Declared, zone: tzinfo) -> list[Published]:
    found = []
    value = declared.json("datePublished", "pubDate", "dateCreated", "uploadDate")
    if isinstance(value, str):
        moments = find_moments(value, zone, limit=1)
        if moments:
            found.append(published(moments[0], "json-ld"))
    for name, text in declared.data.items():
        if "time" in name or "date" in name:
            moments = find_moments(text, zone, limit=1) or ([unix] if (unix := from_unix(text, zone)) else [])
            if moments:
                found.append(published(moments[0], "script"))
    for name in _DECLARED:
        content = declared.meta.get(name)
        if content and len(content) < 60:
            moments = find_moments(content, zone, limit=1)
            if not moments and content.isdigit() and (unix := from_unix(content, zone)):
                moments = [unix]
            if moments:
                found.append(published(moments[0], "meta"))
    if not found:
        for name, content in declared.meta.items():
            if len(content) < 60 and len(name) < 60 and _TIME_NAME.search(name):
                moments = find_moments(content, zone, limit=1)
                if moments:
                    found.append(published(moments[0], "meta"))
    if declared.page_title and not found:
        moments = [moment for moment in find_moments(declared.page_title, zone, limit=2) if moment.precision == "day"]
        if moments and declared.page_title[: moments[0].start].rstrip().endswith(("-", "_", "|", "–", "—")):
            found.append(published(moments[0], "meta"))
    return found


def first_time(declared: Declared, names: tuple[str, ...], zone: tzinfo) -> datetime | None:
    values = [declared.meta.get(name) for name in names] + [declared.json("dateModified")]
    for value in values:
        if isinstance(value, str) and len(value) < 60:
            found = find_moments(value, zone, limit=1)
            if found:
                return found[0].at
    return None


def hidden_time(page: Page, zone: tzinfo) -> Published | None:
    """A time in the page's scripts or attributes: only where nothing better is found."""
    candidates = page.times + [attrs for attrs in page.attrs if "ime" in attrs or "data-date" in attrs]
    for attrs in sorted(candidates, key=lambda attrs: "ptime" not in attrs):
        match = _ATTRIBUTE_TIME.search(attrs)
        moments = find_moments(match.group(1), zone, limit=1) if match else []
        if moments and FINENESS[moments[0].precision] >= 2:
            return published(moments[0], "script")
    for _, text in page.scripts:
        if not any(pattern.search(text) for pattern in _MAY_STATE_TIME):
            continue
        for value in islice((match.group(1) for match in _SCRIPT_TIME.finditer(text[:_LONGEST_SCRIPT])), 3):
            moments = find_moments(value, zone, limit=1) or (
                [unix] if value.isdigit() and (unix := from_unix(value, zone)) else []
            )
            if moments:
                return published(moments[0], "script")
    return None
