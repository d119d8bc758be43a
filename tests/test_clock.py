"""The time of day of a date, its zone, and the numerals and signs that both are written in."""

from __future__ import annotations

import unicodedata
from datetime import timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from newsclean.dates import find_moments
from newsclean.dates.clock import ALONE, read
from newsclean.dates.numerals import fold, number

TOKYO = ZoneInfo("Asia/Tokyo")
DAY = "2024-05-09"


def clock(time: str, date: str = DAY) -> tuple[str, str]:
    """The time of a date as it was read, and the characters behind the date that it was read from."""
    (moment,) = find_moments(f"{date} {time}", TOKYO)
    read = f"{moment.at:%H:%M:%S}" if moment.precision == "second" else f"{moment.at:%H:%M}"
    return (read if moment.precision in ("minute", "second") else moment.precision), moment.text[len(date) :].strip()


# Halves of the day


@pytest.mark.parametrize(
    "words, figures",
    [
        (
            "上午 早上 早晨 清晨 凌晨 AM am A.M. a.m.",
            {"0:05": "00:05", "8:21": "08:21", "11:59": "11:59", "12:00": "00:00"},
        ),
        ("下午 午后 午後 PM pm P.M. p.m.", {"1:05": "13:05", "8:21": "20:21", "11:59": "23:59", "12:00": "12:00"}),
        ("傍晚 晚上 晚间 晚間 深夜 夜间 夜間", {"1:05": "13:05", "8:21": "20:21", "11:59": "23:59", "12:00": "day"}),
        ("中午", {"1:05": "13:05", "2:00": "14:00", "10:30": "10:30", "11:59": "11:59", "12:05": "12:05"}),
    ],
)
def test_halves_of_the_day(words: str, figures: dict[str, str]) -> None:
    for word in words.split():
        for figure, hour in figures.items():
            assert clock(f"{word}{figure}")[0] == hour, (word, figure)
            assert clock(f"{figure} {word}")[0] == hour, (figure, word)
        for figure in ("13:00", "16:46", "23:59"):  # a clock of 24 hours all the same
            assert clock(f"{word}{figure}")[0] == figure, (word, figure)


@pytest.mark.parametrize(
    "written, read",
    [
        ("8:21", ("08:21", "8:21")),
        ("08:21:07", ("08:21:07", "08:21:07")),
        ("08:21:07.5", ("08:21:07", "08:21:07.5")),
        ("08:21:07,123", ("08:21:07", "08:21:07,123")),
        ("08:21:00", ("08:21:00", "08:21:00")),
        ("8时21分", ("08:21", "8时21分")),
        ("8時21分7秒", ("08:21:07", "8時21分7秒")),
        ("8时 21分", ("08:21", "8时 21分")),
        ("8点整", ("08:00", "8点整")),
        ("8點正", ("08:00", "8點正")),
        ("下午3点05分", ("15:05", "下午3点05分")),
        ("8时", ("day", "")),
        ("24:00", ("day", "")),
        ("8:60", ("day", "")),
        ("晚上12:30", ("day", "")),
        ("T08:21", ("08:21", "T08:21")),
        (", 08:21", ("08:21", ", 08:21")),
        ("_ 08:21", ("08:21", "_ 08:21")),
        ("(周四) 08:21", ("08:21", "(周四) 08:21")),
        ("礼拜四 08:21", ("08:21", "礼拜四 08:21")),
        ("Thu. 08:21", ("08:21", "Thu. 08:21")),
        ("Thursday, 08:21", ("08:21", "Thursday, 08:21")),
        ("星期四刊 08:21", ("day", "")),  # a supplement
    ],
)
def test_forms_of_a_time_of_day(written: str, read: tuple[str, str]) -> None:
    assert clock(written) == read


@pytest.mark.parametrize(
    "text, read",
    [
        ("18:51 2024-05-09", "2024-05-09T18:51:00+09:00 | 18:51 2024-05-09"),
        ("下午6:51，2024-05-09", "2024-05-09T18:51:00+09:00 | 下午6:51，2024-05-09"),
        ("北京时间18:51 2024-05-09", "2024-05-09T18:51:00+08:00 | 北京时间18:51 2024-05-09"),
        ("晚上12:30 2024-05-09", "2024-05-09T00:00:00+09:00 | 2024-05-09"),
        ("118:51 2024-05-09", "2024-05-09T00:00:00+09:00 | 2024-05-09"),
        ("江川" * 30 + " 18:51 2024-05-09", "2024-05-09T18:51:00+09:00 | 18:51 2024-05-09"),
        ("18:51 2024年5月", "2024-05-01T00:00:00+09:00 | 2024年5月"),  # a time is of a day
        ("2024年5月 18:51", "2024-05-01T00:00:00+09:00 | 2024年5月"),
        ("Tue Oct 26 23:09:06 2021", "2021-10-26T23:09:06+09:00 | Oct 26 23:09:06 2021"),
        ("Tue Oct 26 23:09:06 2021 GMT", "2021-10-26T23:09:06+00:00 | Oct 26 23:09:06 2021 GMT"),
        ("Tue Oct 26 23:09 2021", "2021-10-26T23:09:00+09:00 | Oct 26 23:09 2021"),
        ("Tue Oct 26 25:09:06 2021", "2021-10-26T00:00:00+09:00 | Oct 26 25:09:06 2021"),
        ("Tue Oct 26 23:09:06 +0530 2021", "2021-10-26T23:09:06+05:30 | Oct 26 23:09:06 +0530 2021"),
    ],
)
def test_a_time_before_its_date_or_within(text: str, read: str) -> None:
    for prefix in ("", "来源：江川网 "):
        (moment,) = find_moments(prefix + text, TOKYO)
        assert f"{moment.at.isoformat()} | {moment.text}" == read


def test_a_time_is_a_value() -> None:
    match = ALONE.search("10:00")
    time = match and read(match)
    assert time is not None
    with pytest.raises(AttributeError):
        time.hour = 11  # type: ignore[misc]


# Zones


@pytest.mark.parametrize(
    "names, hours",
    [
        ("GMT UTC WET 格林尼治时间 格林威治時間 格林时间 格林标准时间 世界时 协调世界时 Z", 0),
        ("BST CET", 1),
        ("CEST", 2),
        ("MSK", 3),
        (
            "CST HKT SGT MYT PHT AWST 北京时间 北京时 中国时间 中国标准时间 中國時間 中國標準時間 香港時間 台北時間 臺北時間",
            8,
        ),
        ("JST KST 东京时间 東京時間", 9),
        ("AEST", 10),
        ("AEDT", 11),
        ("EST CDT", -5),
        ("EDT", -4),
        ("MST PDT", -7),
        ("MDT", -6),
        ("PST", -8),
    ],
)
@pytest.mark.parametrize("form", ["2024-05-09 22:27{}", "2024-05-09 22:27 {}", "2024-05-09 {} 22:27"])
def test_zones_that_are_named(names: str, hours: int, form: str) -> None:
    for name in names.split():
        if name == "Z" and form.endswith("22:27"):
            continue
        text = form.format(name)
        (moment,) = find_moments(text, timezone(timedelta(hours=4)))
        assert (moment.at.utcoffset(), moment.text) == (timedelta(hours=hours), text), text


@pytest.mark.parametrize(
    "written, offset, read",
    [
        ("22:27:02+08:00", 480, None),
        ("22:27:02 +0800", 480, None),
        ("22:27+08", 480, None),
        ("22:27+0530", 330, None),
        ("22:27+05:30", 330, None),
        ("22:27 +14:00", 840, None),
        ("22:27:02-05:00", -300, None),
        ("22:27:02-03:30", -210, None),
        ("22:27:02-05", -300, None),
        ("22:27 -0500", -300, None),
        ("22:27-0330", -210, None),
        # A span of time.
        ("08:00-10:00", 540, "08:00"),
        ("08:00 -10:00", 540, "08:00"),
        ("08:00-10", 540, "08:00"),
        ("22:27 +15:00", 540, "22:27"),  # no zone is so far
        ("22:27 GMT+8", 480, None),
        ("22:27 GMT+0800", 480, None),
        ("22:27 UTC+08:00", 480, None),
        ("22:27 UTC+5:30", 330, None),
        ("22:27 GMT-5", -300, None),
        ("22:27 UTC-3:30", -210, None),
        ("22:27 北京 时间", 480, None),
        ("22:27Z", 0, None),
        ("22:27 ZAKER", 540, "22:27"),
        ("22:27 CSTV", 540, "22:27"),
        ("22:27 北京", 540, "22:27"),
        ("HKT 22:27 GMT", 0, None),  # what stands behind counts
    ],
)
def test_offsets(written: str, offset: int, read: str | None) -> None:
    (moment,) = find_moments(f"{DAY} {written}", TOKYO)
    assert moment.at.utcoffset() == timedelta(minutes=offset)
    assert moment.text == f"{DAY} {read or written}"


# Signs and numerals

SIGNS = {
    ":": "：﹕∶︰",
    "/": "／∕",
    "-": "－‐‑‒–—―−﹣",
    ".": "．",
    ",": "，、﹐",
    "(": "（",
    ")": "）",
    "|": "｜",
    "+": "＋",
    "〇": "○◯Ｏ",
}


def test_signs_are_folded_one_for_one() -> None:
    table = {sign: plain for plain, signs in SIGNS.items() for sign in signs}
    table |= {unicodedata.lookup(f"FULLWIDTH DIGIT {unicodedata.name(digit)[6:]}"): digit for digit in "0123456789"}
    table |= {"\u200b": " ", "\ufeff": " "}  # zero-width spaces part two elements too
    every = "".join(map(chr, [*range(0xD800), *range(0xE000, 0x10000)]))
    assert fold(every) == "".join(table.get(sign, sign) for sign in every)


@pytest.mark.parametrize("text", ["", "2024-05-09", "二〇二四年", "X光：", "Ｘ"])
def test_folding_keeps_every_place(text: str) -> None:
    assert fold(text) == text.replace("：", ":")


@pytest.mark.parametrize(
    "word, value",
    [
        ("24", 24),
        ("007", 7),
        ("〇", 0),
        ("零", 0),
        ("九", 9),
        ("二〇二四", 2024),
        ("二零二四", 2024),
        ("一九四九", 1949),
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("二十四", 24),
        ("三十一", 31),
        ("廿", 20),
        ("廿四", 24),
        ("卅", 30),
        ("卅一", 31),
        ("百", 100),
        ("一百", 100),
        ("二百", 200),
        ("一百零五", 105),
        ("一百一十", 110),
        ("一百一十三", 113),
        ("九百九十九", 999),
    ],
)
def test_numerals(word: str, value: int) -> None:
    assert number(word) == value
