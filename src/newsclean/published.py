"""When the article came out: what is printed beats what is declared; declared data complete what is printed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, tzinfo
from itertools import islice

from .article import Published
from .blocks import Page
from .dates import Moment, Partial, complete, find_moments, find_partial
from .declared import Declared
from .stated_times import FINENESS, MODIFIED, declared_times, first_time, hidden_time, of_front_matter, published

_ABOVE, _BELOW = 14, 14
"""How many blocks above and below the body a printed time is looked for (bench: 12 above, 10 below at most)."""
_LONGEST = 220
_DIGIT = re.compile(r"\d|[〇零一二三四五六七八九十]{2}[年日]|昨天|前天|刚刚|剛剛")
_UPDATED = re.compile(r"更新|修改|修訂|修订|modified|updated?", re.I)
_NOT_TIME = re.compile(
    r"^(?:Copyright|©|(?:版权|版權)所有|(?:摘\s*要|核心提示|导读|導讀)[:：])|ICP|备案|许可证|\d+\s*(?:小时|小時|天)(?:热|熱|排行)",
    re.I,
)
_PRINTED_LABEL = re.compile(
    r"(?:发布|發布|發佈|发表|發表|刊登|出版|发稿|發稿|上稿|建立|创建|時間|时间|日期|Published|Posted)\s*(?:时间|時間|日期|于|於|date)?\s*[:：]?\s*",
    re.I,
)

_EDITION_PAGE = re.compile(r"第\s?[A-Z]?\d{1,3}\s?版|[A-Z]\d{1,3}\s?版?[:：]")
_WEEKDAY = re.compile(r"星期[一二三四五六日天]")
_DATELINE = re.compile(
    r"[（(【\[〔]?[^\d（()）【】\[\]。，]{1,16}(\d{4}年\d{1,2}月\d{1,2}日)\s*(?:综合|綜合)?[讯訊电電](?:[）)】\]〕]|\s|[（(]|$)"
)


def find_published(
    page: Page, declared: Declared, region: tuple[int, int, int], zone: tzinfo
) -> tuple[Published | None, datetime | None]:
    """The time of publication and of the last change.

    `region` is (headline block or -1, first block of the body, last block of the body).
    """
    if declared.front_matter is not None:
        found = of_front_matter(declared.front_matter, zone)
        if found:
            return found, None
    data = declared_times(declared, zone)
    changed = first_time(declared, MODIFIED, zone)
    near, within = _zone(page, *region)
    printed, partial, updated = _printed(page, near, region[1], zone)
    if updated is not None and updated.utcoffset() != zone.utcoffset(updated.replace(tzinfo=None)) and updated.tzinfo:
        data = declared_times(declared, updated.tzinfo)  # the page prints its zone: its data are in the same one
    if printed is None and partial is None and not data:
        printed, partial, _ = _printed(page, within, region[1], zone)
    if printed is None and partial is None:
        best = (
            data[0]
            if data
            else _of_dateline(page, region, zone) or _of_edition(page, region[0], zone) or hidden_time(page, zone)
        )
        return (best, updated or changed)
    if printed is not None:
        return _refined(printed, data, page, zone), updated or changed
    assert partial is not None
    references = data + ([hidden] if (hidden := hidden_time(page, zone)) else [])
    for reference in references:
        whole = complete(partial, _moment(reference), zone)
        if whole:
            return Published(
                whole.at, whole.precision, reference.text if partial.relative else partial.text, reference.origin
            ), updated or changed
    if partial.month is None and references and (partial.relative or partial.day is None):
        return references[0], updated or changed
    return None, updated or changed


def _of_dateline(page: Page, region: tuple[int, int, int], zone: tzinfo) -> Published | None:
    """The day that the text opens with, where nothing else states one: 【大紀元2021年06月08日訊】."""
    for number in islice(_shown(page, range(region[1], region[2] + 1)), 2):
        opening = _DATELINE.match(page.blocks[number].text)
        moments = find_moments(opening.group(1), zone, limit=1) if opening else []
        if moments:
            return published(moments[0], "printed")
    return None


def _of_edition(page: Page, headline: int, zone: tzinfo) -> Published | None:
    """The day of a newspaper's digital edition, above the list of its pages: 2009年06月30日 星期二, 第A06版."""
    above = [page.blocks[i].text for i in _shown(page, range(max(0, headline)))]
    if not any(_EDITION_PAGE.match(text) for text in above):
        return None
    for text in above:
        moments = find_moments(text, zone, limit=1) if len(text) <= _LONGEST and _WEEKDAY.search(text) else []
        if moments and moments[0].precision == "day":
            return published(moments[0], "printed")
    return None


def _moment(found: Published) -> Moment:
    return Moment(found.at, found.precision, found.text, 0, len(found.text))


def _printed(
    page: Page, numbers: list[int], first: int, zone: tzinfo
) -> tuple[Published | None, Partial | None, datetime | None]:
    """The printed time in the byline zone: below the headline first, then above it, then below the body."""
    updated: datetime | None = None
    best: Published | None = None
    partial: Partial | None = None
    for number in numbers:
        block = page.blocks[number]
        text = " ".join(block.pieces) if len(block.pieces) > 1 else block.text
        if (
            len(text) > _LONGEST
            or block.verdict in ("related", "note")
            or not _DIGIT.search(text)
            or _NOT_TIME.search(text)
        ):
            continue
        moments = find_moments(text, zone, limit=3)
        for moment in moments:
            if FINENESS[moment.precision] < 2:
                continue
            if _UPDATED.search(text[max(0, moment.start - 12) : moment.start]):
                updated = updated or moment.at
                continue
            if (
                len(text) > 60
                and moment.start > 40
                and not _PRINTED_LABEL.search(text[max(0, moment.start - 8) : moment.start])
            ):
                continue
            if best is None or (
                number < first
                and best.precision == "day"
                and moment.at.date() == best.at.date()
                and FINENESS[moment.precision] > 2
            ):
                best = published(moment, "printed")
        if not moments and best is None and partial is None and len(text) < 80:
            partial = find_partial(text)
            if partial and _UPDATED.search(text):
                partial = None
        if best is not None and FINENESS[best.precision] > 2:
            break
    if best is None and partial is None and updated is not None:
        return None, None, updated
    return best, partial, updated


def _zone(page: Page, headline: int, first: int, last: int) -> tuple[list[int], list[int]]:
    """Positions where a byline stands, in order of trust; and those inside the body, which count only without data."""
    if headline >= 0:
        below = list(islice(_shown(page, range(headline, first)), _ABOVE * 3))
        above = list(islice(_shown(page, range(headline - 1, -1, -1)), 4))
    else:
        below, above = [], list(islice(_shown(page, range(first - 1, -1, -1)), _ABOVE))
    lead = [i for i in islice(_shown(page, range(first, last + 1)), 2) if _is_label(page.blocks[i].text)]
    tail = [i for i in islice(_shown(page, range(last, first - 1, -1)), 3) if _is_label(page.blocks[i].text)]
    after = list(islice(_shown(page, range(last + 1, len(page.blocks))), _BELOW))
    return below + above + after, lead + tail[::-1]


def _shown(page: Page, numbers: range) -> Iterator[int]:
    """Those of the blocks that hold text on the screen."""
    for number in numbers:
        block = page.blocks[number]
        if block.text and not block.hidden and page.tags[block.node] != "title":
            yield number


def _is_label(text: str) -> bool:
    """A short line that is no sentence: a date in a sentence is the story's, not the article's."""
    return len(text) < 60 and "。" not in text


def _refined(printed: Published, data: list[Published], page: Page, zone: tzinfo) -> Published:
    """The printed time with the finer parts that the page's data add; nothing that contradicts it."""
    if printed.precision == "second":
        return printed
    for other in data:
        if _agrees(printed, other, zone):
            return Published(at=other.at, precision=other.precision, text=printed.text, origin="printed")
    if printed.precision == "day":
        hidden = hidden_time(page, zone)
        if hidden and _agrees(printed, hidden, zone):
            return Published(at=hidden.at, precision=hidden.precision, text=printed.text, origin="printed")
    return printed


def _agrees(printed: Published, other: Published, zone: tzinfo) -> bool:
    """True where `other` is finer and says the same as far as `printed` goes."""
    if FINENESS[other.precision] <= FINENESS[printed.precision]:
        return False
    if (other.at.hour, other.at.minute, other.at.second) in ((0, 0, 0), (23, 59, 59)):
        return False
    local = other.at.astimezone(printed.at.tzinfo)
    if printed.precision == "day":
        return local.date() == printed.at.date()
    return local.replace(second=0, microsecond=0) == printed.at
