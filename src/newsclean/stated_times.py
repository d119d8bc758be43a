"""The times that a document states in its data: front matter, meta elements, JSON-LD, attributes, scripts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime, tzinfo
from itertools import islice
from typing import Any

from .article import Published
from .blocks import Page
from .dates import FINENESS, Moment, find_moment, find_moments, from_unix
from .declared import Declared

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
_MODIFIED = (
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
_LONGEST_VALUE = 60
"""A value as long as that, or longer, is a text; a name is none."""
_TIME_NAME = re.compile(r"(?:pub|publi[cs]\w*|release|issue|creat\w*)[\w:.-]*(?:date|time)", re.I)


def published(moment: Moment, origin: str) -> Published:
    return Published(at=moment.at, precision=moment.precision, text=moment.text.strip(), origin=origin)


def _read(value: str, zone: tzinfo) -> Moment | None:
    """A date, or Unix time."""
    return find_moment(value, zone) or from_unix(value, zone)


def of_front_matter(front: dict[str, Any], zone: tzinfo) -> Published | None:
    for name in ("date", "published", "pubdate", "publish_date", "time", "created"):
        value = front.get(name)
        moment = _read(str(value), zone) if isinstance(value, str | int) else None
        if moment:
            return published(moment, "front-matter")
    return None


def declared_times(declared: Declared, zone: tzinfo) -> list[Published]:
    found = []
    value = declared.json("datePublished", "pubDate", "dateCreated", "uploadDate")
    if isinstance(value, str) and (moment := find_moment(value, zone)):
        found.append(published(moment, "json-ld"))
    for name, text in declared.data.items():
        if ("time" in name or "date" in name) and (moment := _read(text, zone)):
            found.append(published(moment, "script"))
    found += _of_meta(declared, _DECLARED, zone)
    if not found:
        found += _of_meta(declared, [name for name in declared.meta if _names_time(name)], zone)
    if not found:
        title = declared.page_title or ""
        moment = next((day for day in find_moments(title, zone) if day.precision == "day"), None)
        if moment and title[: moment.start].rstrip().endswith(("-", "_", "|", "–", "—")):
            found.append(published(moment, "meta"))
    return found


def _of_meta(declared: Declared, names: Iterable[str], zone: tzinfo) -> list[Published]:
    """What the meta elements of some names state, in the order of the names."""
    values = [declared.meta.get(name, "") for name in names]
    moments = [_read(value, zone) for value in values if len(value) < _LONGEST_VALUE]
    return [published(moment, "meta") for moment in moments if moment]


def _names_time(name: str) -> bool:
    return len(name) < _LONGEST_VALUE and _TIME_NAME.search(name) is not None


def modified_time(declared: Declared, zone: tzinfo) -> datetime | None:
    """The time of the last change."""
    found = _of_meta(declared, _MODIFIED, zone)
    if found:
        return found[0].at
    value = declared.json("dateModified")
    moment = find_moment(value, zone) if isinstance(value, str) else None
    return moment.at if moment else None


def hidden_time(page: Page, zone: tzinfo) -> Published | None:
    """A time in the page's scripts or attributes: only where nothing better is found."""
    candidates = page.times + [attrs for attrs in page.attrs if "ime" in attrs or "data-date" in attrs]
    for attrs in sorted(candidates, key=lambda attrs: "ptime" not in attrs):
        match = _ATTRIBUTE_TIME.search(attrs)
        moment = find_moment(match.group(1), zone) if match else None
        if moment and FINENESS[moment.precision] >= FINENESS["day"]:
            return published(moment, "script")
    for _, text in page.scripts:
        if not any(pattern.search(text) for pattern in _MAY_STATE_TIME):
            continue
        for value in islice((match.group(1) for match in _SCRIPT_TIME.finditer(text[:_LONGEST_SCRIPT])), 3):
            moment = _read(value, zone)
            if moment:
                return published(moment, "script")
    return None
