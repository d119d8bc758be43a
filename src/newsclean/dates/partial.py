"""Times to be completed: without a year (05-09 22:27) or a date (22:27), relative (昨天 09:18, 3小时前, 週三)."""

from __future__ import annotations

import re
from datetime import datetime, timezone, tzinfo

import msgspec

from newsclean.article import Precision, Published

from . import clock
from .absolute import FINENESS, Moment, find_moments, fixed
from .numerals import fold, number

_TRIGGER = re.compile("[0-9０-９今昨前刚剛周週期拜月]|(?i:now|ago|day)")
_COUNT = r"(?:[0-9]{1,4}|[半几幾数數两兩一二三四五六七八九十]{1,3})"
_DATE = (
    r"(?P<cn>(?<![0-9年])(?P<month_cn>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])\s{0,3}月\s{0,3}"
    r"(?P<day_cn>3[01]|[12][0-9]|0?[1-9]|[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])\s{0,3}[日号號])"
    # 3-2 is a score and 1/2 a page of two: one figure alone counts only where a time follows.
    r"|(?P<figures>(?<![0-9])(?<![0-9][./-])(?P<month>1[0-2]|0?[1-9])[/-](?P<day>3[01]|[12][0-9]|0?[1-9])"
    r"(?:(?<=[0-9][0-9][/-][0-9][0-9])(?![0-9./-])|(?=[\sT]{0,3}[0-2]?[0-9]:[0-5][0-9])))"
)
_RELATIVE = (
    r"(?P<relative>[今昨前][天日早晚]|[刚剛](?:[刚剛]|才)|(?i:\b(?:just\s{1,3}now|today|yesterday)\b)"
    rf"|{_COUNT}\s{{0,3}}(?:[个個]\s{{0,2}})?(?:秒[钟鐘]?|分[钟鐘]?|小[时時]|[钟鐘][头頭]|[时時]|天|日|[周週]|星期|月|年)\s{{0,3}}以?(?:之前|前)"
    r"|(?i:(?:[0-9]{1,4}|an?)\s{1,3}(?:second|sec|minute|min|hour|day|week|month|year)s?\s{1,3}ago)"
    r"|(?:星期|[周週]|[礼禮]拜)(?P<weekday>[一二三四五六日天]))"
)
_ABSENT = rf"(?:{_DATE}|{_RELATIVE})"
_PARTIAL = re.compile(_ABSENT)
_WEEKDAYS = "一二三四五六日"
_LEAP = 2024
"""A year that has a 29th of February: a month and a day are checked in it."""
_KNOWN: dict[Precision, int | None] = {"year": 0, "month": 1, "day": 2, "minute": 4, "second": None}
"""How many of month, day, hour, minute and second a time of each precision states; None: all."""


class Partial(msgspec.Struct, frozen=True, kw_only=True):
    """A time that a text states only in part; what it does not state is None."""

    month: int | None = None
    day: int | None = None
    hour: int | None = None
    minute: int | None = None
    second: int | None = None
    weekday: int | None = None
    """0 is Monday."""
    relative: bool
    """It counts from the moment of reading: 今天, 3小时前, 週三."""
    text: str
    start: int
    end: int


def find_partial(text: str) -> Partial | None:
    """The first time in a short text that is no whole date; None where there is none.

    A month and a day come before a relative time, a relative time before a time of day alone.  Whole dates are passed
    over (see `find_moments`).
    """
    if _TRIGGER.search(text) is None:
        return None
    plain = fold(text)
    for moment in find_moments(plain, timezone.utc):
        # Blanked, so that what is left keeps its place.
        plain = plain[: moment.start] + "\0" * (moment.end - moment.start) + plain[moment.end :]
    best: re.Match[str] | None = None
    for match in _PARTIAL.finditer(plain):
        if match["relative"] is not None:
            best = best or match
        elif _day(match):
            return _dated(text, plain, match)
    if best is not None:
        return _dated(text, plain, best)
    bare = clock.ALONE.search(plain)
    time = clock.read(bare) if bare else None
    return _partial(text, time.start, time.end, time) if time else None


def complete(partial: Partial, reference: Moment | Published, zone: tzinfo | None = None) -> Moment | None:
    """What `partial` means, by a moment that the page's data state; None where the two do not agree.

    They agree where no figure that both state differs, and the reference adds at least the year.  They are compared in
    `zone` (that of the printed time), else in the reference's own.  The result is as precise as the finer of the two,
    and its text and place are the partial's.  A relative time agrees with any day, but its time of day must fit.
    """
    at = reference.at if zone is None else _within(reference, zone)
    known: tuple[int | None, ...] = (at.month, at.day, at.hour, at.minute, at.second)[: _KNOWN[reference.precision]]
    stated: tuple[int | None, ...] = (partial.month, partial.day, partial.hour, partial.minute, partial.second)
    if any(said is not None and said != figure for said, figure in zip(stated, known, strict=False)):
        return None
    of_day = FINENESS[reference.precision] >= FINENESS["day"]
    if of_day and partial.weekday is not None and partial.weekday != at.weekday():
        return None
    if not of_day and partial.hour is not None and partial.day is None:
        return None
    month, day, hour, minute, second = known + stated[len(known) :]
    try:
        made = at.replace(month=month or 1, day=day or 1, hour=hour or 0, minute=minute or 0, second=second or 0)
    except ValueError:
        return None
    precision = max(reference.precision, _precision(partial), key=FINENESS.__getitem__)
    return Moment(made, precision, partial.text, partial.start, partial.end)


def _within(reference: Moment | Published, zone: tzinfo) -> datetime:
    """The reference in another zone, with a fixed offset; a day without a time is the same day everywhere."""
    if FINENESS[reference.precision] < FINENESS["minute"]:
        return reference.at
    return fixed(reference.at.astimezone(zone))


def _precision(partial: Partial) -> Precision:
    """What a partial states without a reference; a relative day says nothing before one gives it."""
    if partial.second is not None:
        return "second"
    if partial.minute is not None:
        return "minute"
    return "year" if partial.day is None else "day"


def _day(match: re.Match[str]) -> datetime | None:
    """The month and the day of a match, in some year; None where no year has such a day."""
    try:
        return datetime(_LEAP, number(match["month_cn"] or match["month"]), number(match["day_cn"] or match["day"]))
    except ValueError:
        return None


def _dated(text: str, plain: str, match: re.Match[str]) -> Partial:
    """A date without a year or a relative day, with the time that follows it."""
    after = clock.AFTER_DATE.match(plain, match.end())
    time = clock.read(after) if after else None
    return _partial(text, match.start(), time.end if time else match.end(), time, match)


def _partial(text: str, start: int, end: int, time: clock.Time | None, match: re.Match[str] | None = None) -> Partial:
    relative = match is not None and match["relative"] is not None
    day = _day(match) if match and not relative else None
    weekday = match["weekday"] if match else None
    return Partial(
        month=day.month if day else None,
        day=day.day if day else None,
        hour=time.hour if time else None,
        minute=time.minute if time else None,
        second=time.second if time else None,
        weekday=_WEEKDAYS.index(weekday.replace("天", "日")) if weekday else None,
        relative=relative,
        text=text[start:end],
        start=start,
        end=end,
    )
