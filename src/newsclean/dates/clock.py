"""The time of day after (or before) a date: 上午8:21, 22:27:02.123+08:00, HKT 15:02, 10:11 PM, 8时21分."""

from __future__ import annotations

import re
from datetime import timedelta, timezone, tzinfo
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import msgspec

WEEKDAY = (
    r"(?:(?:星期|[周週]|[礼禮]拜)[一二三四五六日天](?![0-9]?[刊报報])"
    r"|(?i:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?i:day)?\b\.?)"
)

# Minutes east of UTC.  CST is China's here: pages write it by way of Java's Date.toString().
_ZONES = {
    "GMT": 0,
    "UTC": 0,
    "WET": 0,
    "BST": 60,
    "CET": 60,
    "CEST": 120,
    "MSK": 180,
    "CST": 480,
    "HKT": 480,
    "SGT": 480,
    "MYT": 480,
    "PHT": 480,
    "AWST": 480,
    "JST": 540,
    "KST": 540,
    "AEST": 600,
    "AEDT": 660,
    "EST": -300,
    "EDT": -240,
    "CDT": -300,
    "MST": -420,
    "MDT": -360,
    "PST": -480,
    "PDT": -420,
    "格林尼治": 0,
    "格林威治": 0,
    "格林": 0,
    "世界": 0,
    "协调世界": 0,
    "北京": 480,
    "中国": 480,
    "中國": 480,
    "香港": 480,
    "台北": 480,
    "臺北": 480,
    "东京": 540,
    "東京": 540,
}
_SEASONAL = {"ET": "America/New_York", "PT": "America/Los_Angeles"}
"""Zones whose name does not say whether it is summer: the papers of Chinese in America print them (worldjournal)."""
_NAMES = "|".join(name for name in (*_ZONES, *_SEASONAL) if name.isascii())
_PLACES = "|".join(name for name in _ZONES if not name.isascii())
_ZONE_NAME = rf"(?:(?:{_NAMES})(?![A-Za-z])|(?:{_PLACES})\s?(?:标准|標準)?(?:时间|時間|时|時))"
_OFFSET = r"[+-](?:1[0-4]|0[0-9])(?::?[0-5][0-9])?(?![0-9])"
_HALF = (
    r"(?:上午|早上|早晨|清晨|凌晨|中午|下午|午后|午後|傍晚|晚上|晚间|晚間|深夜|夜间|夜間|(?i:[ap]\.?m)(?![A-Za-z])\.?)"
)

_ZONE = (
    rf"(?P<zone>\s{{0,2}}(?:(?P<zone_z>Z)(?![A-Za-z])"
    rf"|(?P<zone_gmt>(?:GMT|UTC)\s?(?P<gmt_sign>[+-])(?P<gmt_hour>1[0-4]|0?[0-9])(?::?(?P<gmt_minute>[0-5][0-9]))?(?![0-9]))"
    rf"|(?P<zone_name>{_ZONE_NAME})|(?P<zone_offset>{_OFFSET})))"
)
CLOCK = (
    rf"(?:(?P<zone_before>{_ZONE_NAME})\s{{0,3}})?(?:(?P<half_before>{_HALF})\s{{0,3}})?"
    r"(?P<hour>2[0-3]|[01]?[0-9])"
    r"(?::(?P<minute>[0-5][0-9])(?::(?P<second>[0-5][0-9])(?:[.:][0-9]{1,9}|,[0-9]{3}(?![0-9]))?)?"
    r"|\s?[时時点點]\s?(?:(?P<minute_cn>[0-5]?[0-9])\s?分(?:\s?(?P<second_cn>[0-5]?[0-9])\s?秒)?|(?P<sharp>[整正])))"
    rf"(?:\s{{0,2}}(?P<half_after>{_HALF}))?{_ZONE}?"
)
"""Regular expression of a time of day, zone included; every repetition is bounded."""

AFTER_DATE = re.compile(
    rf"(?P<gap>\s{{0,6}}(?:[T,·•|/_-]\s{{0,3}}|at\s)?"
    rf"(?:(?:\(?\s?{WEEKDAY}\s?\)?|\([一二三四五六日]\))\s{{0,3}}(?:[,·|-]\s{{0,3}})?)?){CLOCK}"
)
BEFORE_DATE = re.compile(rf"(?<![0-9])(?<![0-9]:){CLOCK}\s{{0,4}}(?:[,|·-]\s{{0,3}})?\Z")
ZONE = re.compile(_ZONE)
ALONE = re.compile(rf"(?<![0-9:./-]){CLOCK}")
LONGEST = 48
"""Characters that a time before a date can have, gaps included; so many are looked at."""


class Time(msgspec.Struct, frozen=True, gc=False):
    """A time of day."""

    hour: int
    minute: int
    second: int | None
    zone: tzinfo | None
    """None where none is stated."""
    start: int
    end: int

    def moved(self, start: int, end: int) -> Time:
        """The same time, found elsewhere."""
        return Time(self.hour, self.minute, self.second, self.zone, start, end)


def read(match: re.Match[str]) -> Time | None:
    """The time that a match of `CLOCK` holds; None where it contradicts itself (晚上12:30 names no clear hour)."""
    hour_word, before, after, minute, second, minute_cn, second_cn = match.group(
        "hour", "half_before", "half_after", "minute", "second", "minute_cn", "second_cn"
    )
    half = before or after
    hour = _hour(int(hour_word), half) if half else int(hour_word)
    if hour is None:
        return None
    second = second or second_cn
    zone, end = _zone(match)
    return Time(hour, int(minute or minute_cn or 0), int(second) if second else None, zone, match.start(), end)


@cache  # as many entries as there are minutes in two days, at most
def fixed(minutes: int) -> timezone:
    """The zone that is always so many minutes east of UTC."""
    return timezone(timedelta(minutes=minutes))


def _seasonal(name: str) -> tzinfo | None:
    """The zone of a name without a season; None where the system has no data base of zones."""
    try:
        return ZoneInfo(_SEASONAL[name])
    except ZoneInfoNotFoundError:
        return None


def _hour(hour: int, half: str) -> int | None:
    """The hour on a 24-hour clock.  An hour past 12 stands as printed, whatever the half says."""
    if hour > 12:
        return hour
    if half.startswith(("a", "A", "上", "早", "清", "凌")):
        return hour % 12
    if half == "中午":
        return hour + 12 if hour < 10 else hour
    if hour == 12:
        return hour if half.startswith(("p", "P", "下", "午")) else None
    return hour + 12


def _zone(match: re.Match[str]) -> tuple[tzinfo | None, int]:
    """The zone stated and the end of the time."""
    minutes: int | None = None
    end = match.end("zone") if match["zone"] else match.end()
    if match["zone_z"]:
        minutes = 0
    elif match["zone_gmt"]:
        minutes = int(match["gmt_hour"]) * 60 + int(match["gmt_minute"] or 0)
        minutes = -minutes if match["gmt_sign"] == "-" else minutes
    elif offset := match["zone_offset"]:
        # 08:00-10:00 is a span of time; only after seconds or without a colon is a minus an offset.
        if offset[0] == "-" and not match["second"] and (":" in offset or len(offset) < len("-0500")):
            end = match.start("zone")
        else:
            minutes = int(offset[1:3]) * 60 + int(offset[3:].replace(":", "") or 0)
            minutes = -minutes if offset[0] == "-" else minutes
    elif name := match["zone_name"] or match["zone_before"]:
        if name in _SEASONAL:
            return _seasonal(name), end
        minutes = _ZONES[name] if name.isascii() else _ZONES[re.split(r"[\s标標时時]", name)[0]]
    return (None if minutes is None else fixed(minutes)), end
