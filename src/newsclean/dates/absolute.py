"""Whole dates, with or without a time: 2024年5月9日 22:27, 二〇二四年六月二十四日, 民國115年3月19日, RFC 2822, ISO."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime, timedelta, timezone, tzinfo
from typing import get_args

import msgspec

from newsclean.article import Precision

from . import clock
from .numerals import DIGITS, fold, number

FINENESS: dict[Precision, int] = {precision: place for place, precision in enumerate(get_args(Precision))}
"""The precisions, the coarsest first."""
EARLIEST, LATEST = 1949, 2100
"""Years of publication that are believed.  An explicit 年 reaches back to `EARLIEST_NAMED` (a date in the text)."""
EARLIEST_NAMED = 1800
ROC_OFFSET = 1911
"""民國1年 is 1912."""
CENTURY_TURN = 70
"""A year of two digits below it is of the 2000s: Unix time, and with it every page, begins in 1970."""
_UNIX_YEARS = range(1995, 2101)
"""The web's pages."""

_MONTHS = {"jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6}
_MONTHS |= {"jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11, "dec": 12}
_MONTH = r"(?:1[0-2]|0?[1-9]|十[一二]?|[〇零]?[一二三四五六七八九])"
_CN_DIGIT = "[一二三四五六七八九]"
_DAY = rf"(?:3[01]|[12][0-9]|0?[1-9]|[二三]?十{_CN_DIGIT}?|廿{_CN_DIGIT}?|卅一?|[〇零]?{_CN_DIGIT})"
_MONTH_NAME = (
    r"(?:(?i:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?|(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])\s?月)"
)
_PLAIN_DAY = r"(?:3[01]|[12][0-9]|0?[1-9])"
_YEAR = r"(?:19[4-9][0-9]|20[0-9][0-9]|2100)"
# A year may follow a time directly, as two elements with nothing between them do: 18:512019/12/25.
_START = r"(?:(?<![0-9])(?<![0-9][./-])|(?<=:[0-5][0-9]))"
_DAY_END = r"(?:(?![0-9])|(?=[0-2]?[0-9]:[0-5][0-9]))"
_GAP = r"\s{0,3}"

_DATE = re.compile(
    "(?=[0-9A-Za-z民〇零一二三四五六七八九十])(?:"
    rf"(?P<named>(?P<roc>民[國国]{_GAP})?(?P<ny>(?<![0-9])[0-9]{{1,4}}|[{DIGITS}十百]{{1,7}}){_GAP}年"
    rf"(?:{_GAP}(?P<nm>{_MONTH}){_GAP}月(?:{_GAP}(?P<nd>{_DAY})(?:{_GAP}[日号號]|(?=\s|,|\Z))"
    rf"|(?!{_GAP}[0-9]{{1,2}}{_GAP}[日号號]))|(?!{_GAP}[0-9]{{1,2}}{_GAP}月)(?![度代级級前])))"
    rf"|(?P<compact>{_START}(?P<cy>19[5-9][0-9]|20[0-9][0-9])(?P<cm>0[1-9]|1[0-2])(?P<cd>0[1-9]|[12][0-9]|3[01])"
    r"(?:T?(?P<ch>[01][0-9]|2[0-3])(?P<ci>[0-5][0-9])(?:(?P<cs>[0-5][0-9])(?:[0-9]{3})?)?)?"
    r"(?!\.?[0-9])(?![号號元万萬亿億]))"
    rf"|(?P<figures>{_START}(?P<fy>{_YEAR})(?:{_GAP}[-/.]{_GAP}(?P<fm>1[0-2]|0?[1-9]){_GAP}[-/.]{_GAP}"
    rf"(?P<fd>{_PLAIN_DAY})|\s{{1,3}}(?P<gm>1[0-2]|0[1-9])\s{{0,3}}[-/]\s{{0,3}}(?P<gd>3[01]|[12][0-9]|0[1-9]))"
    rf"{_DAY_END}(?!\.[0-9]))"
    rf"|(?P<short>(?<![0-9])(?<![0-9][./-])(?P<sy>[0-9]{{2,3}})[-/.](?P<sm>1[0-2]|0?[1-9])[-/.](?P<sd>{_PLAIN_DAY})"
    rf"{_DAY_END}(?![./-][0-9]))"
    r"|(?P<roc7>(?<![0-9])(?P<ry>[0-9]{2,3})(?P<rm>0[1-9]|1[0-2])(?P<rd>0[1-9]|[12][0-9]|3[01])(?![0-9]))"
    rf"|(?P<mdy>(?<![0-9A-Za-z])(?P<em>{_MONTH_NAME})\s{{0,3}}(?P<ed>{_PLAIN_DAY})(?i:st|nd|rd|th)?"
    rf"(?:,\s{{0,3}}|\s{{1,3}})(?:(?P<et>[0-2][0-9]:[0-5][0-9](?::[0-5][0-9])?(?:\s(?:[A-Z]{{3,4}}|[+-][0-9]{{4}}))?)"
    rf"\s{{1,2}})?(?P<ey>{_YEAR})(?![0-9]))"
    rf"|(?P<dmy>(?<![0-9A-Za-z])(?P<wd>{_PLAIN_DAY})(?i:st|nd|rd|th)?[\s-]{{0,3}}(?P<wm>{_MONTH_NAME})"
    rf"(?:,\s{{0,3}}|[\s-]{{1,3}})(?P<wy>{_YEAR})(?![0-9]))"
    r"|(?P<slashed>(?<![0-9])(?<![0-9]/)(?P<la>[0-3]?[0-9])/(?P<lb>[0-3]?[0-9])/"
    rf"(?P<ly>{_YEAR}){_DAY_END})"
    rf"|(?P<dotted>(?<![0-9.])(?P<dd>3[01]|[12][0-9]|0[1-9])\.(?P<dm>1[0-2]|0[1-9])\.(?P<dy>{_YEAR})(?![0-9.]))"
    ")"
)
_DATE_NEXT = re.compile(rf"\s{{0,4}}{_YEAR}[年/.-]")
_TRIGGER = re.compile("[0-9０-９年]")
# What every whole date has, but years of the Republic of China that the caller knows of.
_LIKELY = re.compile(r"(?:19|20|21)[0-9]{2}|年|(?<![0-9])[0-9]{2,3}[-/.][0-9]{1,2}[-/.][0-9]")
_BEFORE_SIGN = 40
"""Characters of a date before its year, at most: ``September 26th, 23:09:06 +0800 2021`` has 31."""
_ROC_NAME = re.compile("民[國国]")
_MINUTE, _NONE = timedelta(minutes=1), timedelta()
_UNIX = re.compile(r"\s*(([0-9]{10})(?:[0-9]{3})?)\s*")
_NOT_ROC = ("公元", "西元", "元前")


class Moment(msgspec.Struct, frozen=True):
    """A date, perhaps with a time, that a text states whole."""

    at: datetime
    """Aware, with a fixed offset.  Parts finer than `precision` are zero (or the first month, the first day)."""
    precision: Precision
    text: str
    """The very characters that it was read from."""
    start: int
    """Where they begin in the text; `end` is where they end."""
    end: int


class _Date(msgspec.Struct, gc=False):
    """The figures of a match, not yet checked."""

    year: int
    month: int | None
    day: int | None
    earliest: int = EARLIEST
    time: str = ""
    """A time inside the date: Tue Oct 26 23:09:06 CST 2021."""


def find_moments(text: str, zone: tzinfo, *, limit: int = 8, roc: bool = False) -> list[Moment]:
    """The first `limit` whole dates of a short text (a by-line, a meta value), in order.

    A date that states no zone is in `zone`.  Years of the Republic of China without 民國 (105-03-19, 1090325) are read
    where `roc` is true or the text says 民國.  Dates that do not exist are left out; nothing is raised.
    """
    if _TRIGGER.search(text) is None:
        return []
    plain = fold(text)
    roc = roc or _ROC_NAME.search(plain) is not None
    found: list[Moment] = []
    position = 0
    while len(found) < limit and (match := _next(plain, position, roc)):
        floor, position = position, match.end()
        date = _READERS[match.lastgroup or ""](match, roc)
        if date is None:
            continue
        time = _time(plain, match, date, floor)
        start = min(match.start(), time.start) if time else match.start()
        end = max(match.end(), time.end) if time else match.end()
        made = _assemble(date, time, zone)
        if made is not None:
            found.append(Moment(*made, text[start:end], start, end))
            position = end
    return found


def _next(plain: str, position: int, roc: bool) -> re.Match[str] | None:
    """The next candidate.  Where no sign of a date follows, the rest of the text is not tried."""
    if not roc:
        sign = _LIKELY.search(plain, position)
        if sign is None:
            return None
        position = max(position, sign.start() - _BEFORE_SIGN)
    return _DATE.search(plain, position)


def find_moment(text: str, zone: tzinfo) -> Moment | None:
    """The first whole date of a short text, as `find_moments` reads it; None where there is none."""
    return next(iter(find_moments(text, zone, limit=1)), None)


def from_unix(value: str, zone: tzinfo) -> Moment | None:
    """The moment that ten digits (seconds) or thirteen (milliseconds) of Unix time name, 1995 to 2100, in `zone`."""
    match = _UNIX.fullmatch(value)
    if match is None:
        return None
    at = datetime.fromtimestamp(int(match[2]), timezone.utc)
    return Moment(fixed(at.astimezone(zone)), "second", match[1], *match.span(1)) if at.year in _UNIX_YEARS else None


def _named(match: re.Match[str], roc: bool) -> _Date | None:
    word = match["ny"]
    year = number(word)
    if match["roc"] or (roc and year < EARLIEST_NAMED):
        year += ROC_OFFSET
    elif match["nd"] and word.isascii() and len(word) == 3 and year >= 100:
        # 113年5月9日: no page dates itself in the second century, unless it says 公元.
        if match.string.endswith(_NOT_ROC, 0, match.start()):
            return None
        year += ROC_OFFSET
    elif len(word) == 2:
        if not match["nd"]:
            return None
        year = _of_two_digits(year)
    elif len(word) != 4:
        return None
    month = number(match["nm"]) if match["nm"] else None
    day = number(match["nd"]) if match["nd"] else None
    return _Date(year, month, day, EARLIEST_NAMED)


def _compact(match: re.Match[str], roc: bool) -> _Date:
    hour = match["ch"]
    time = f"{hour}:{match['ci']}" + (f":{match['cs']}" if match["cs"] else "") if hour else ""
    return _Date(int(match["cy"]), int(match["cm"]), int(match["cd"]), time=time)


def _figures(match: re.Match[str], roc: bool) -> _Date:
    return _Date(int(match["fy"]), int(match["fm"] or match["gm"]), int(match["fd"] or match["gd"]))


def _short(match: re.Match[str], roc: bool) -> _Date | None:
    """105-03-19 where 民國 is evident; 18-03-08 where a time follows, for alone it may be anything."""
    word = match["sy"]
    if roc:
        year = int(word) + ROC_OFFSET
    elif len(word) == 2 and clock.AFTER_DATE.match(match.string, match.end()):
        year = _of_two_digits(int(word))
    else:
        return None
    return _Date(year, int(match["sm"]), int(match["sd"]))


def _roc7(match: re.Match[str], roc: bool) -> _Date | None:
    return _Date(int(match["ry"]) + ROC_OFFSET, int(match["rm"]), int(match["rd"])) if roc else None


def _mdy(match: re.Match[str], roc: bool) -> _Date:
    return _Date(int(match["ey"]), _month(match["em"]), int(match["ed"]), time=match["et"] or "")


def _dmy(match: re.Match[str], roc: bool) -> _Date:
    return _Date(int(match["wy"]), _month(match["wm"]), int(match["wd"]))


def _slashed(match: re.Match[str], roc: bool) -> _Date | None:
    """25/12/2019 and 12/25/2019; 05/09/2019 can be two days, so it is neither."""
    first, second = int(match["la"]), int(match["lb"])
    if first <= 12 and second <= 12 and first != second:
        return None
    day, month = (second, first) if second > 12 else (first, second)
    return _Date(int(match["ly"]), month, day)


def _dotted(match: re.Match[str], roc: bool) -> _Date | None:
    """08.06.2021: with points the day stands first."""
    return _Date(int(match["dy"]), int(match["dm"]), int(match["dd"]))


_READERS: dict[str, Callable[[re.Match[str], bool], _Date | None]] = {
    "named": _named,
    "compact": _compact,
    "figures": _figures,
    "short": _short,
    "roc7": _roc7,
    "mdy": _mdy,
    "dmy": _dmy,
    "slashed": _slashed,
    "dotted": _dotted,
}


def _month(name: str) -> int:
    return _MONTHS.get(name[:3].lower()) or number(name.removesuffix("月").strip())


def _of_two_digits(year: int) -> int:
    return year + (2000 if year < CENTURY_TURN else 1900)


def _time(plain: str, match: re.Match[str], date: _Date, floor: int) -> clock.Time | None:
    """The time that belongs to a date: inside it, after it, or else before it (not before `floor`)."""
    if date.day is None:
        return None
    if date.time:
        trailing = clock.ZONE.match(plain, match.end())
        inner = clock.ALONE.match(date.time + (trailing.group() if trailing else ""))
        time = clock.read(inner) if inner else None
        return time and time.moved(match.start(), trailing.end() if trailing else match.end())
    after = clock.AFTER_DATE.match(plain, match.end())
    start = max(floor, match.start() - clock.LONGEST)
    before = clock.BEFORE_DATE.search(plain[start : match.start()])
    # In 18:51 2019/12/25 10:00 2019/12/25 the second time is the second date's.
    if before and (after is None or _DATE_NEXT.match(plain, after.end())):
        time = clock.read(before)
        return time and time.moved(start + time.start, match.end())
    return clock.read(after) if after else None


def _assemble(date: _Date, time: clock.Time | None, zone: tzinfo) -> tuple[datetime, Precision] | None:
    """The moment and its precision; None where there is no such day or the year is out of range."""
    earliest = EARLIEST if time else date.earliest
    if not earliest <= date.year <= LATEST:
        return None
    precision: Precision = "day" if date.day else "month" if date.month else "year"
    hour = minute = second = 0
    if time is not None:
        precision = "minute" if time.second is None else "second"
        hour, minute, second, zone = time.hour, time.minute, time.second or 0, time.zone or zone
    try:
        at = datetime(date.year, date.month or 1, date.day or 1, hour, minute, second, tzinfo=zone)
    except ValueError:
        return None
    return fixed(at), precision


def fixed(at: datetime) -> datetime:
    """`at` with its offset in place of its zone: it compares, hashes and serialises everywhere the same.

    Before standard time offsets have seconds (Shanghai +08:05:43 until 1901), which JSON cannot say: they are dropped.
    """
    return at.replace(tzinfo=clock.fixed((at.utcoffset() or _NONE) // _MINUTE), fold=0)
