"""When the article came out: what is printed beats what is declared; declared data complete what is printed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import datetime, time, tzinfo
from itertools import islice

from msgspec.structs import replace

from .article import Published
from .blocks import Page
from .dates import FINENESS, Moment, Partial, complete, find_moment, find_moments, find_partial
from .declared import Declared
from .stated_times import declared_times, hidden_time, modified_time, of_front_matter, published

_ABOVE, _BELOW = 14, 14
"""How many blocks above and below the body a printed time is looked for (bench: 12 above, 10 below at most)."""
_UNDER_HEADLINE, _OVER_HEADLINE = 42, 4
"""How many where the headline is known: from it on towards the body, and above it."""
_OPENING = 4
"""So many of the body's first blocks may be bylines that the judges found there."""
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

_UPDATE_BEFORE, _LABEL_BEFORE = 12, 16
"""Characters before a time in which its label stands: ``Published date: `` has 16."""
_LONGEST_BYLINE, _EARLY = 60, 40
"""In a text that is longer, a time that begins later is what the text tells of."""
_LONGEST_PARTIAL = 80
_ZONED_CLOCK = re.compile(r"(?:香港|北京|台北|臺北)[时時][间間]\s?\d{1,2}(?:[时時]\d{1,2}分|:\d{2})$")
_LEAD, _TAIL = 2, 3
"""How many blocks at the beginning and at the end of the body."""
_NO_TIMES = (time.min, time(23, 59, 59))
"""What programs write for a day."""
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
    found = of_front_matter(declared.front_matter or {}, zone)
    if found:
        return found, None
    data = declared_times(declared, zone)
    headline, first, last = region
    printed, partial, updated = _printed(page, _near(page, *region), first, zone)
    if updated is not None and updated.utcoffset() != zone.utcoffset(updated.replace(tzinfo=None)):
        data = declared_times(declared, updated.tzinfo or zone)  # the page prints its zone: its data are in the same
    inside = not (printed or partial or data)
    if inside:
        printed, partial, _ = _printed(page, _within(page, first, last), first, zone)
    changed = updated or modified_time(declared, zone)
    if printed:
        return _refined(_in_its_zone(printed, data, zone), data, page, zone), changed
    whole = _completed(partial, data, page, zone) if partial else None
    if whole or (partial and not inside):  # inside the text it may be the story's: 7月1日起
        return whole, changed
    if data:
        return data[0], changed
    found = _of_dateline(page, first, last, zone) or _of_edition(page, headline, zone) or hidden_time(page, zone)
    return found, changed


def _in_its_zone(printed: Published, data: list[Published], zone: tzinfo) -> Published:
    """The printed time in the zone in which the data state the same clock: 11:32 and 11:32+09:00, a page of Seoul.

    Not in UTC: programs write it behind the local time too.
    """
    naive = printed.at.replace(tzinfo=None)
    if printed.precision == "day" or printed.at.utcoffset() != zone.utcoffset(naive):
        return printed
    for other in data:
        same = other.at.replace(tzinfo=None, second=naive.second, microsecond=0) == naive
        if same and other.at.utcoffset():
            return replace(printed, at=printed.at.replace(tzinfo=other.at.tzinfo))
    return printed


def _completed(partial: Partial, data: list[Published], page: Page, zone: tzinfo) -> Published | None:
    """A printed time without its year or its day, by the page's data; the data alone where it names no day at all."""
    hidden = hidden_time(page, zone)
    references = [*data, hidden] if hidden else data
    for reference in references:
        whole = complete(partial, reference, zone)
        if whole:
            text = reference.text if partial.relative else partial.text
            return Published(whole.at, whole.precision, text, reference.origin)
    return references[0] if references and partial.month is None else None


def _of_dateline(page: Page, first: int, last: int, zone: tzinfo) -> Published | None:
    """The day that the text opens with, where nothing else states one: 【大紀元2021年06月08日訊】."""
    for number in islice(_shown(page, range(first, last + 1)), 2):
        opening = _DATELINE.match(page.blocks[number].text)
        moment = find_moment(opening.group(1), zone) if opening else None
        if moment:
            return published(moment, "printed")
    return None


def _of_edition(page: Page, headline: int, zone: tzinfo) -> Published | None:
    """The day of a newspaper's digital edition, above the list of its pages: 2009年06月30日 星期二, 第A06版."""
    above = [page.blocks[i].text for i in _shown(page, range(headline))]
    if not any(_EDITION_PAGE.match(text) for text in above):
        return None
    for text in above:
        moment = find_moment(text, zone) if len(text) <= _LONGEST and _WEEKDAY.search(text) else None
        if moment and moment.precision == "day":
            return published(moment, "printed")
    return None


def _printed(
    page: Page, numbers: list[int], first: int, zone: tzinfo
) -> tuple[Published | None, Partial | None, datetime | None]:
    """The printed time in the byline zone: below the headline first, then above it, then below the body."""
    updated: datetime | None = None
    best: Published | None = None
    partial: Partial | None = None
    for number in numbers:
        block = page.blocks[number]
        if best and best.precision != "day" and (updated or not _UPDATED.search(block.text)):
            continue  # only a last change is still looked for
        text = (" ".join(block.pieces) or block.text) + _clock_below(page, number)
        if (
            len(text) > _LONGEST
            or block.verdict in ("related", "note")
            or not _DIGIT.search(text)
            or _NOT_TIME.search(text)
        ):
            continue
        moments = find_moments(text, zone)
        for moment in moments:
            if FINENESS[moment.precision] < FINENESS["day"]:
                continue
            if _UPDATED.search(text[max(0, moment.start - _UPDATE_BEFORE) : moment.start]):
                updated = updated or moment.at
            elif not _of_story(text, moment.start) and (best is None or (number < first and _refines(moment, best))):
                best = published(moment, "printed")
        if not moments and partial is None and len(text) < _LONGEST_PARTIAL and not _UPDATED.search(text):
            partial = find_partial(text)
    return best, partial, updated


def _clock_below(page: Page, number: int) -> str:
    """The time of day in a line of its own below the day, with its zone, as press releases are signed."""
    below = page.blocks[number + 1].text if number + 1 < len(page.blocks) else ""
    return f" {below}" if _ZONED_CLOCK.match(below) else ""


def _of_story(text: str, start: int) -> bool:
    """True for a date late in a long text, but behind a label: it is what the text tells of."""
    late = len(text) > _LONGEST_BYLINE and start > _EARLY
    return late and not _PRINTED_LABEL.search(text[start - _LABEL_BEFORE : start])


def _refines(moment: Moment, best: Published) -> bool:
    """True where what was found is a mere day, and a moment states a time of that day."""
    return best.precision == "day" and moment.precision != "day" and moment.at.date() == best.at.date()


def _near(page: Page, headline: int, first: int, last: int) -> list[int]:
    """Positions where a byline stands, in order of trust: from the headline to the body, above, behind the body."""
    start, most = (first, _ABOVE) if headline < 0 else (headline, _OVER_HEADLINE)
    below = islice(_shown(page, range(start, first)), _UNDER_HEADLINE)
    opening = islice(_shown(page, range(first, last + 1)), _OPENING)
    inside = [number for number in opening if page.blocks[number].verdict == "byline"]
    above = islice(_shown(page, reversed(range(start))), most)
    after = islice(_shown(page, range(last + 1, len(page.blocks))), _BELOW)
    return [*below, *inside, *above, *after]


def _within(page: Page, first: int, last: int) -> list[int]:
    """Positions at the beginning and at the end of the body, which count only where no data state a time."""
    shown = list(_shown(page, range(first, last + 1)))
    ends = shown[:_LEAD] + shown[_LEAD:][-_TAIL:]
    return [number for number in ends if _is_label(page.blocks[number].text)]


def _shown(page: Page, numbers: Iterable[int]) -> Iterator[int]:
    """Those of the blocks that hold text on the screen."""
    for number in numbers:
        block = page.blocks[number]
        if block.text and not block.hidden and page.tags[block.node] != "title":
            yield number


def _is_label(text: str) -> bool:
    """A short line that is no sentence: a date in a sentence is the story's, not the article's."""
    return len(text) < _LONGEST_BYLINE and "。" not in text


def _refined(printed: Published, data: list[Published], page: Page, zone: tzinfo) -> Published:
    """The printed time with the finer parts that the page's data add; nothing that contradicts it."""
    finer = next((other for other in data if _agrees(printed, other)), None)
    if finer is None and printed.precision == "day":
        hidden = hidden_time(page, zone)
        finer = hidden if hidden and _agrees(printed, hidden) else None
    return replace(printed, at=finer.at, precision=finer.precision) if finer else printed


def _agrees(printed: Published, other: Published) -> bool:
    """True where `other` is finer and says the same as far as `printed` goes."""
    local = other.at.astimezone(printed.at.tzinfo)
    same = local.date() == printed.at.date() if printed.precision == "day" else local.replace(second=0) == printed.at
    return same and FINENESS[other.precision] > FINENESS[printed.precision] and other.at.time() not in _NO_TIMES
