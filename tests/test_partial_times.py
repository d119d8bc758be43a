"""Times that lack their year or their day, and what the page's data make of them."""

from __future__ import annotations

from datetime import timezone
from zoneinfo import ZoneInfo

import pytest

from newsclean.dates import Partial, complete, find_moments, find_partial

SHANGHAI = ZoneInfo("Asia/Shanghai")


@pytest.mark.parametrize(
    "text, fields, read",
    [
        ("05-09 22:27", {"month": 5, "day": 9, "hour": 22, "minute": 27}, "05-09 22:27"),
        ("来源 5月9日 22:27 评论", {"month": 5, "day": 9, "hour": 22, "minute": 27}, "5月9日 22:27"),
        ("5/9 08:05:06", {"month": 5, "day": 9, "hour": 8, "minute": 5, "second": 6}, "5/9 08:05:06"),
        ("05/09", {"month": 5, "day": 9}, "05/09"),
        ("五月九日", {"month": 5, "day": 9}, "五月九日"),
        ("今天 09:18", {"hour": 9, "minute": 18, "relative": True}, "今天 09:18"),
        ("昨天 下午3:20", {"hour": 15, "minute": 20, "relative": True}, "昨天 下午3:20"),
        ("昨天", {"relative": True}, "昨天"),
        ("3小时前", {"relative": True}, "3小时前"),
        ("半小時前", {"relative": True}, "半小時前"),
        ("两个月前", {"relative": True}, "两个月前"),
        ("刚刚", {"relative": True}, "刚刚"),
        ("5 hours ago", {"relative": True}, "5 hours ago"),
        ("週三", {"relative": True, "weekday": 2}, "週三"),
        ("星期天 10:00", {"relative": True, "weekday": 6, "hour": 10, "minute": 0}, "星期天 10:00"),
        ("22:27", {"hour": 22, "minute": 27}, "22:27"),
        ("３小时前", {"relative": True}, "３小时前"),
        ("2月29日", {"month": 2, "day": 29}, "2月29日"),  # of a leap year
        ("12月31号", {"month": 12, "day": 31}, "12月31号"),
        ("十二月三十一日 8点整", {"month": 12, "day": 31, "hour": 8, "minute": 0}, "十二月三十一日 8点整"),
        ("03-01T10:00:05", {"month": 3, "day": 1, "hour": 10, "minute": 0, "second": 5}, "03-01T10:00:05"),
        ("星期一", {"relative": True, "weekday": 0}, "星期一"),
        ("周日 8:00", {"relative": True, "weekday": 6, "hour": 8, "minute": 0}, "周日 8:00"),
        ("Yesterday 10:00", {"relative": True, "hour": 10, "minute": 0}, "Yesterday 10:00"),
        ("just now", {"relative": True}, "just now"),
        ("a day ago", {"relative": True}, "a day ago"),
        ("剛才", {"relative": True}, "剛才"),
        ("禮拜六", {"relative": True, "weekday": 5}, "禮拜六"),
        # A day comes before a relative time, that before a time of day; of two the first.
        ("10:00 昨天", {"relative": True}, "昨天"),
        ("10:00 昨天 3月1日", {"month": 3, "day": 1}, "3月1日"),
        ("昨天 09:18 前天", {"relative": True, "hour": 9, "minute": 18}, "昨天 09:18"),
        ("3月1日 3月2日", {"month": 3, "day": 1}, "3月1日"),
        ("2月30日 昨天", {"relative": True}, "昨天"),
        ("2月30日 3月1日", {"month": 3, "day": 1}, "3月1日"),
        ("10:00 11:00", {"hour": 10, "minute": 0}, "10:00"),
        # A time of day that contradicts itself is none.
        ("昨天 晚上12:30", {"relative": True}, "昨天"),
        ("3月1日 晚上12:30", {"month": 3, "day": 1}, "3月1日"),
        # Whole dates are passed over.
        ("2024-05-09 编辑 3小时前", {"relative": True}, "3小时前"),
        ("3小时前 2024-05-09 08:00 03-01 10:00", {"month": 3, "day": 1, "hour": 10, "minute": 0}, "03-01 10:00"),
    ],
)
def test_a_part_of_a_time(text: str, fields: dict[str, int], read: str) -> None:
    partial = find_partial(text)
    assert partial is not None
    names = ("month", "day", "hour", "minute", "second", "weekday", "relative")
    assert {name: getattr(partial, name) for name in names} == dict.fromkeys(names) | {"relative": False} | fields
    assert partial.text == read == text[partial.start : partial.end]


@pytest.mark.parametrize(
    "text",
    ["", "没有", "25:61", "2月30日", "13-40", "2024-05-09 22:27", "比分 3-2", "第1/2页", "前途", "号", "晚上12:30"],
)
def test_what_is_no_part_of_a_time(text: str) -> None:
    assert find_partial(text) is None


@pytest.mark.parametrize(
    "printed, data, expected",
    [
        ("05-09 22:27", "2024-05-09 22:27:02", "2024-05-09T22:27:02+08:00 second"),
        ("05-09 22:27", "2024-05-09", "2024-05-09T22:27:00+08:00 minute"),
        ("05-09 22:27", "2024年", "2024-05-09T22:27:00+08:00 minute"),
        ("5月9日", "2024年5月", "2024-05-09T00:00:00+08:00 day"),
        ("22:27", "2024-05-09", "2024-05-09T22:27:00+08:00 minute"),
        ("05-09 22:27:02", "2024-05-09 22:27", "2024-05-09T22:27:02+08:00 second"),
        ("昨天 22:27", "2024-05-09 22:27:02", "2024-05-09T22:27:02+08:00 second"),
        ("昨天", "2024-05-09 22:27", "2024-05-09T22:27:00+08:00 minute"),
        ("週四", "2024-05-09", "2024-05-09T00:00:00+08:00 day"),
        ("05-09 22:27", "2024-05-09 22:28:02", None),
        ("05-10", "2024-05-09", None),
        ("週三", "2024-05-09", None),
        ("22:27", "2024年5月", None),  # of which day?
        ("2月29日", "2023年", None),
        # Each figure that both state.
        ("6月9日", "2024年5月", None),
        ("21:27", "2024-05-09 22:27", None),
        ("22:26", "2024-05-09 22:27", None),
        ("22:27:03", "2024-05-09 22:27:02", None),
        ("22:27:02", "2024-05-09 22:27:02", "2024-05-09T22:27:02+08:00 second"),
        ("22:27:02", "2024-05-09", "2024-05-09T22:27:02+08:00 second"),
        ("05-09", "2024-05-09 00:00", "2024-05-09T00:00:00+08:00 minute"),
        # A day of the week agrees with a day; a month or a year says nothing of it.
        ("週四 22:27", "2024-05-09", "2024-05-09T22:27:00+08:00 minute"),
        ("週四", "2024年5月", "2024-05-01T00:00:00+08:00 month"),
        ("週四", "2024年", "2024-01-01T00:00:00+08:00 year"),
        ("昨天", "2024年", "2024-01-01T00:00:00+08:00 year"),
        ("昨天 22:27", "2024年", None),
        ("5月9日", "2024年", "2024-05-09T00:00:00+08:00 day"),
        ("05-09 22:27", "2024年5月", "2024-05-09T22:27:00+08:00 minute"),
        ("05-09 22:27", "2024年6月", None),
    ],
)
def test_data_complete_what_is_printed_where_they_agree(printed: str, data: str, expected: str | None) -> None:
    partial = find_partial(f"发布于 {printed}")
    (reference,) = find_moments(data, SHANGHAI)
    assert partial is not None
    moment = complete(partial, reference)
    assert (moment and f"{moment.at.isoformat()} {moment.precision}") == expected
    assert moment is None or (moment.text, moment.start, moment.end) == (partial.text, partial.start, partial.end)


def test_data_in_another_zone_agree_in_the_zone_of_the_print() -> None:
    partial = find_partial("03-29 18:23")
    (reference,) = find_moments("2020-03-29T10:23:48+00:00", SHANGHAI)
    assert partial is not None
    assert complete(partial, reference) is None
    moment = complete(partial, reference, SHANGHAI)
    assert moment is not None
    assert moment.at.isoformat() == "2020-03-29T18:23:48+08:00"


@pytest.mark.parametrize(
    "data, expected",
    [
        ("2020-03-28T18:23+00:00", "2020-03-29T02:23:00+08:00"),
        ("2020-03-28T18:23:48+00:00", "2020-03-29T02:23:48+08:00"),
        ("2020-03-29", "2020-03-29T00:00:00+00:00"),  # a day is the same everywhere
        ("2020年", "2020-03-29T00:00:00+00:00"),
    ],
)
def test_the_zone_of_the_print_moves_times_only(data: str, expected: str) -> None:
    partial = find_partial("03-29")
    (reference,) = find_moments(data, timezone.utc)
    assert partial is not None
    moment = complete(partial, reference, SHANGHAI)
    assert moment is not None
    assert moment.at.isoformat() == expected


def test_times_are_values() -> None:
    partial = find_partial("昨天 10:00")
    assert partial is not None
    assert partial == Partial(hour=10, minute=0, relative=True, text="昨天 10:00", start=0, end=8)
    (moment,) = find_moments("2024-05-09", SHANGHAI)
    assert {moment, *find_moments("2024-05-09", SHANGHAI)} == {moment}
    assert {partial, find_partial("昨天 10:00")} == {partial}
    for value, name in ((moment, "at"), (partial, "month")):
        with pytest.raises(AttributeError):
            setattr(value, name, None)
