"""Dates and times as pages print and declare them: rows of text, the moment, its precision, the characters read."""

from __future__ import annotations

import time
from datetime import datetime, timedelta, timezone
from inspect import ismodule
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean import dates
from newsclean.dates import FINENESS, Moment, complete, find_moment, find_moments, find_partial, from_unix

SHANGHAI = ZoneInfo("Asia/Shanghai")

# text, ISO, precision, characters read (None: all of the text)
PRINTED = [
    ("2024年5月9日 22:27", "2024-05-09T22:27:00+08:00", "minute", None),
    ("2024-05-09 22:27:02", "2024-05-09T22:27:02+08:00", "second", None),
    ("2024/05/09", "2024-05-09T00:00:00+08:00", "day", None),
    ("2024.05.09", "2024-05-09T00:00:00+08:00", "day", None),
    ("2024.5.9 05:39", "2024-05-09T05:39:00+08:00", "minute", None),
    ("2024 05/09 22:27:02", "2024-05-09T22:27:02+08:00", "second", None),  # the year in an element of its own
    ("2024 05/ 09 22:27:02", "2024-05-09T22:27:02+08:00", "second", None),
    ("2023 11 / 17 20:52:15", "2023-11-17T20:52:15+08:00", "second", None),
    ("２０２４年０５月０９日　２２：２７", "2024-05-09T22:27:00+08:00", "minute", None),
    ("2024 年 5 月 9 日", "2024-05-09T00:00:00+08:00", "day", None),
    ("2024年5月9號", "2024-05-09T00:00:00+08:00", "day", None),
    ("二〇二四年六月二十四日", "2024-06-24T00:00:00+08:00", "day", None),
    ("二○二四年十二月卅一日", "2024-12-31T00:00:00+08:00", "day", None),
    ("一九四九年十月一日", "1949-10-01T00:00:00+08:00", "day", None),
    ("二零二四年十月廿四日", "2024-10-24T00:00:00+08:00", "day", None),
    ("2020年02月24日07:20", "2020-02-24T07:20:00+08:00", "minute", None),
    ("2024年5月22日週三 上午8:21", "2024-05-22T08:21:00+08:00", "minute", None),
    ("2024年5月22日（星期三）下午 8:21", "2024-05-22T20:21:00+08:00", "minute", None),
    ("2024/05/22(三)08:21", "2024-05-22T08:21:00+08:00", "minute", None),
    ("2024年5月22日（三） 08:21", "2024-05-22T08:21:00+08:00", "minute", None),
    ("2024年5月22日（一）08:21", "2024-05-22T08:21:00+08:00", "minute", None),
    ("2024年5月22日（六）（日）", "2024-05-22T00:00:00+08:00", "day", "2024年5月22日"),
    ("2024-05-22 at 08:21", "2024-05-22T08:21:00+08:00", "minute", None),
    ("2018年12月17日星期一", "2018-12-17T00:00:00+08:00", "day", "2018年12月17日"),
    ("2024年5月9日8时21分", "2024-05-09T08:21:00+08:00", "minute", None),
    ("2024年5月9日 22時27分02秒", "2024-05-09T22:27:02+08:00", "second", None),
    ("2024年5月9日 9点整", "2024-05-09T09:00:00+08:00", "minute", None),
    ("2020/3/25 下午 04:46:00", "2020-03-25T16:46:00+08:00", "second", None),
    ("2020/3/25 AM 12:46", "2020-03-25T00:46:00+08:00", "minute", None),
    ("2020/3/25 中午12:05", "2020-03-25T12:05:00+08:00", "minute", None),
    ("2020/3/25 中午1:05", "2020-03-25T13:05:00+08:00", "minute", None),
    ("2020/3/25 凌晨12:05", "2020-03-25T00:05:00+08:00", "minute", None),
    ("2020/3/25 晚上11:05", "2020-03-25T23:05:00+08:00", "minute", None),
    ("2020/3/25 下午16:46", "2020-03-25T16:46:00+08:00", "minute", None),  # a 24-hour clock all the same
    ("2020/3/25 晚上12:30", "2020-03-25T00:00:00+08:00", "day", "2020/3/25"),  # of which day?
    ("2024年5月", "2024-05-01T00:00:00+08:00", "month", None),
    ("2024年", "2024-01-01T00:00:00+08:00", "year", None),
    ("2007-08-20-23:59:59", "2007-08-20T23:59:59+08:00", "second", None),
    ("2024-05-13 13:48:13:671", "2024-05-13T13:48:13+08:00", "second", None),
    ("2024-05-09 · 22:27", "2024-05-09T22:27:00+08:00", "minute", None),
    ("2024-05-09 | 22:27", "2024-05-09T22:27:00+08:00", "minute", None),
    ("2024-05-09 25:61", "2024-05-09T00:00:00+08:00", "day", "2024-05-09"),
    ("2024-05-09 08:00-10:00", "2024-05-09T08:00:00+08:00", "minute", "2024-05-09 08:00"),  # a span, no offset
    ("18-03-08 23:16", "2018-03-08T23:16:00+08:00", "minute", None),
    ("98年3月19日", "1998-03-19T00:00:00+08:00", "day", None),
    ("69年3月19日", "2069-03-19T00:00:00+08:00", "day", None),
    ("70年3月19日", "1970-03-19T00:00:00+08:00", "day", None),
    ("一三年三月十九日", "2013-03-19T00:00:00+08:00", "day", None),
    ("69-03-08 23:16", "2069-03-08T23:16:00+08:00", "minute", None),
    ("1949-01-01", "1949-01-01T00:00:00+08:00", "day", None),
    ("1949年1月1日 10:00", "1949-01-01T10:00:00+08:00", "minute", None),
    ("1800年1月1日", "1800-01-01T00:00:00+08:05", "day", None),  # with 年 it may be of the story
    ("2100年12月31日", "2100-12-31T00:00:00+08:00", "day", None),
    ("2024年2月29日", "2024-02-29T00:00:00+08:00", "day", None),
    ("2024年12月", "2024-12-01T00:00:00+08:00", "month", None),
]
GLUED = [
    ("18:512019/12/25", "2019-12-25T18:51:00+08:00", "minute", None),
    ("18:51 2019/12/25", "2019-12-25T18:51:00+08:00", "minute", None),
    ("2021-01-20 04:29:4439健康网", "2021-01-20T04:29:44+08:00", "second", "2021-01-20 04:29:44"),
    ("2016-10-14 07:17TNW中文站", "2016-10-14T07:17:00+08:00", "minute", "2016-10-14 07:17"),
    ("2016-10-14 07:17ZAKER", "2016-10-14T07:17:00+08:00", "minute", "2016-10-14 07:17"),  # Z is no zone here
    ("2019-09-0713:43:45", "2019-09-07T13:43:45+08:00", "second", None),
    ("2020-3-2910:00", "2020-03-29T10:00:00+08:00", "minute", None),
    ("發布2024-05-09報導", "2024-05-09T00:00:00+08:00", "day", "2024-05-09"),
]
ROC = [
    ("民國115年3月19日", "2026-03-19T00:00:00+08:00", "day", None),
    ("中華民國 113 年 5 月 9 日", "2024-05-09T00:00:00+08:00", "day", "民國 113 年 5 月 9 日"),
    ("民國一百一十三年五月九日", "2024-05-09T00:00:00+08:00", "day", None),
    ("民國一一三年五月九日", "2024-05-09T00:00:00+08:00", "day", None),
    ("民国26年7月7日", "1937-07-07T00:00:00+08:00", "day", None),
    ("113年5月9日", "2024-05-09T00:00:00+08:00", "day", None),
    ("100年5月9日", "2011-05-09T00:00:00+08:00", "day", None),
    ("民國99年5月9日", "2010-05-09T00:00:00+08:00", "day", None),
    ("民國二十六年七月七日", "1937-07-07T00:00:00+08:00", "day", None),
    ("民國113年5月", "2024-05-01T00:00:00+08:00", "month", None),
    ("中華民國總統府 113年5月9日", "2024-05-09T00:00:00+08:00", "day", "113年5月9日"),
    ("中華民國總統府 一百一十三年五月九日", "2024-05-09T00:00:00+08:00", "day", "一百一十三年五月九日"),
    ("中華民國總統府 99年5月", "2010-05-01T00:00:00+08:00", "month", "99年5月"),
    ("中華民國總統府 2024年5月9日", "2024-05-09T00:00:00+08:00", "day", "2024年5月9日"),
    ("中華民國史料 1800年5月9日", "1800-05-09T00:00:00+08:05", "day", "1800年5月9日"),
    ("中華民國總統府 98-03-19", "2009-03-19T00:00:00+08:00", "day", "98-03-19"),
    ("發稿日期（民國）：105-03-19 08:15", "2016-03-19T08:15:00+08:00", "minute", "105-03-19 08:15"),
    ("中華民國新聞稿 1090325", "2020-03-25T00:00:00+08:00", "day", "1090325"),
]
FOREIGN = [
    ("26 三月 2020", "2020-03-26T00:00:00+08:00", "day", None),
    ("三月 29, 2020", "2020-03-29T00:00:00+08:00", "day", None),
    ("3 月 29, 2020", "2020-03-29T00:00:00+08:00", "day", None),
    ("March 25, 2020", "2020-03-25T00:00:00+08:00", "day", None),
    ("25th September 2020", "2020-09-25T00:00:00+08:00", "day", None),
    ("Sept. 7, 2019", "2019-09-07T00:00:00+08:00", "day", None),
    ("Mar 25 2020 10:11 PM", "2020-03-25T22:11:00+08:00", "minute", None),
    ("26-Oct-2021 23:09", "2021-10-26T23:09:00+08:00", "minute", None),
    ("25/12/2019 18:51", "2019-12-25T18:51:00+08:00", "minute", None),
    ("12/25/2019", "2019-12-25T00:00:00+08:00", "day", None),
    ("12/13/2019", "2019-12-13T00:00:00+08:00", "day", None),
    ("13/12/2019", "2019-12-13T00:00:00+08:00", "day", None),
    ("12/12/2019", "2019-12-12T00:00:00+08:00", "day", None),
    ("5/5/2019", "2019-05-05T00:00:00+08:00", "day", None),
    ("08.06.2021", "2021-06-08T00:00:00+08:00", "day", None),
    ("3月29 2020", "2020-03-29T00:00:00+08:00", "day", None),
    ("十二 月 29, 2020", "2020-12-29T00:00:00+08:00", "day", None),
]
DECLARED = [
    ("2021-10-26T23:09:06Z", "2021-10-26T23:09:06+00:00", "second", None),
    ("2021-10-26T23:09:06+0800", "2021-10-26T23:09:06+08:00", "second", None),
    ("2021-10-26T23:09:06.123456+08:00", "2021-10-26T23:09:06+08:00", "second", None),
    ("2021-10-26T23:09:06.123-05:00", "2021-10-26T23:09:06-05:00", "second", None),
    ("2021-10-26T23:09+08", "2021-10-26T23:09:00+08:00", "minute", None),
    ("20211026T230906+0800", "2021-10-26T23:09:06+08:00", "second", None),
    ("20240509222702", "2024-05-09T22:27:02+08:00", "second", None),
    ("202405092227", "2024-05-09T22:27:00+08:00", "minute", None),
    ("20240509", "2024-05-09T00:00:00+08:00", "day", None),
    ("Tue, 26 Oct 2021 23:09:06 GMT", "2021-10-26T23:09:06+00:00", "second", "26 Oct 2021 23:09:06 GMT"),
    ("Tue, 26 Oct 2021 23:09:06 -0500", "2021-10-26T23:09:06-05:00", "second", "26 Oct 2021 23:09:06 -0500"),
    # Java's Date.toString() on a machine in China, and JavaScript's.
    ("Tue Oct 26 23:09:06 CST 2021", "2021-10-26T23:09:06+08:00", "second", "Oct 26 23:09:06 CST 2021"),
    (
        "Tue Oct 26 2021 23:09:06 GMT+0800 (中国标准时间)",
        "2021-10-26T23:09:06+08:00",
        "second",
        "Oct 26 2021 23:09:06 GMT+0800",
    ),
    ("2020-08-08 HKT 15:02", "2020-08-08T15:02:00+08:00", "minute", None),
    ("2012年12月10日, 格林尼治标准时间10:41", "2012-12-10T10:41:00+00:00", "minute", None),
    ("2022-10-03 02:00 ET", "2022-10-03T02:00:00-04:00", "minute", None),
    ("2022-12-03 02:00 ET", "2022-12-03T02:00:00-05:00", "minute", None),
    ("2022-10-03 02:00 PT", "2022-10-03T02:00:00-07:00", "minute", None),
    ("2022-10-03 02:00 ETF", "2022-10-03T02:00:00+08:00", "minute", "2022-10-03 02:00"),
    ("2012-12-10 10:41 GMT", "2012-12-10T10:41:00+00:00", "minute", None),
    ("2012-12-10 北京时间 10:41", "2012-12-10T10:41:00+08:00", "minute", None),
]


@pytest.mark.parametrize("text, iso, precision, read", PRINTED + GLUED + ROC + FOREIGN + DECLARED)
def test_a_date_is_read(text: str, iso: str, precision: str, read: str | None) -> None:
    line = f"来源：新华网 {text}"
    for given_text in (text, line):
        (moment,) = find_moments(given_text, SHANGHAI)
        assert (moment.at.isoformat(), moment.precision, moment.text) == (iso, precision, read or text)
        assert given_text[moment.start : moment.end] == moment.text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "没有日期的一行字",
        "2月30日",
        "2024-02-30",
        "2024年2月30日",
        "2024年2月32日",
        "2024年13月5日",
        "2024-13-05",
        "2023-02-29",
        "1750年6月28日",
        "1840-06-28",  # a figure, no 年: not believed
        "2101-01-01",
        "京ICP备20050509号",
        "许可证编号：20161234号",
        "投资20240509元",
        "192.168.2001.01.02",
        "2024.05.09.1",
        "105-03-19",  # no sign of 民國
        "1090325",
        "18-03-08",  # alone it may be anything
        "公元113年5月9日",
        "西元113年5月9日",
        "公元前113年5月9日",
        "早在公元113年5月9日",
        "099年5月9日",
        "一一三年五月九日",
        "113年5月",
        "2001年13月",
        "12345年5月9日",
        "1799年12月31日",
        "2101年1月1日",
        "1840年6月28日 10:00",  # no page states a time of then
        "105-03-19 08:15",
        "05/09/2019",  # May or September?
        "12/11/2019",
        "11/12/2019",
        "13/13/2019",
        "32.06.2021",
        "1990年代",
        "2024年度",
        "电话：010-88050870",
        "13800138000",
        "第3年",
        "1 2 3 4 5 6",
        "百年大计",
        "98年3月",  # a year of two digits wants its day
    ],
)
def test_what_is_no_date_is_not_read(text: str) -> None:
    assert find_moments(text, SHANGHAI) == []


def test_roc_years_are_read_where_they_are_asked_for() -> None:
    found = find_moments("1090325 105-03-19", SHANGHAI, roc=True)
    assert [moment.at.date().isoformat() for moment in found] == ["2020-03-25", "2016-03-19"]


@pytest.mark.parametrize(
    "text, times",
    [
        ("2016/03/19 10:48 2016/03/20 08:15", ["2016-03-19 10:48", "2016-03-20 08:15"]),
        ("10:00 2019/12/25 18:51 2019/12/26", ["2019-12-25 10:00", "2019-12-26 18:51"]),
        ("发布 2024-05-09 更新 2024-05-10 08:00", ["2024-05-09 00:00", "2024-05-10 08:00"]),
        ("10:00 2024-05-09 11:00", ["2024-05-09 11:00"]),
        ("05/09/2019 2024-05-09", ["2024-05-09 00:00"]),  # what is none is passed over
        ("2024-02-30 2024-05-09", ["2024-05-09 00:00"]),
    ],
)
def test_each_time_goes_to_its_date(text: str, times: list[str]) -> None:
    assert [f"{moment.at:%Y-%m-%d %H:%M}" for moment in find_moments(text, SHANGHAI)] == times


@pytest.mark.parametrize("number", range(1, 13))
def test_english_names_of_the_months(number: int) -> None:
    names = "January February March April May June July August September October November December"
    name = names.split()[number - 1]
    for written in (name, name.upper(), name[:3], f"{name[:3]}."):
        for text in (f"{written} 7, 2020", f"7 {written} 2020"):
            (moment,) = find_moments(text, SHANGHAI)
            assert (moment.at.month, moment.at.day, moment.text) == (number, 7, text)


def test_a_time_between_two_dates_belongs_to_one_of_them() -> None:
    found = find_moments("10:00 2019/12/25 18:51 2019/12/26", SHANGHAI)
    assert [moment.text for moment in found] == ["10:00 2019/12/25", "18:51 2019/12/26"]


def test_the_first_date() -> None:
    assert find_moment("2024-05-09 2024-05-10", SHANGHAI) == find_moments("2024-05-09", SHANGHAI)[0]
    assert find_moment("无", SHANGHAI) is None


def test_the_precisions_from_the_coarsest() -> None:
    assert sorted(FINENESS, key=FINENESS.__getitem__) == ["year", "month", "day", "minute", "second"]


def test_the_package_exports_what_it_names() -> None:
    assert set(dates.__all__) == {name for name, value in vars(dates).items() if name[0] != "_" and not ismodule(value)}


def test_no_more_than_the_limit() -> None:
    assert len(find_moments("2024-05-09 " * 20, SHANGHAI)) == 8
    assert len(find_moments("2024-05-09 " * 20, SHANGHAI, limit=3)) == 3


def test_the_offset_is_fixed_and_in_whole_minutes() -> None:
    (summer,) = find_moments("1988-07-01 12:00", SHANGHAI)  # China kept summer time from 1986 to 1991
    assert summer.at.isoformat() == "1988-07-01T12:00:00+09:00"
    (old,) = find_moments("1840年6月28日", SHANGHAI)
    assert old.at.isoformat() == "1840-06-28T00:00:00+08:05"
    assert isinstance(old.at.tzinfo, timezone)


@pytest.mark.parametrize(
    "value, iso",
    [
        ("1715264822", "2024-05-09T22:27:02+08:00"),
        ("1715264822123", "2024-05-09T22:27:02+08:00"),
        (" 1715264822000 ", "2024-05-09T22:27:02+08:00"),
        ("\n\t1715264822", "2024-05-09T22:27:02+08:00"),
        ("0788918400", "1995-01-01T08:00:00+08:00"),  # the years of the web, by UTC
        ("4133980799", "2101-01-01T07:59:59+08:00"),
    ],
)
def test_unix_time(value: str, iso: str) -> None:
    moment = from_unix(value, SHANGHAI)
    assert moment is not None
    assert (moment.at.isoformat(), moment.precision) == (iso, "second")
    assert moment.text == value[moment.start : moment.end] == value.strip()


@pytest.mark.parametrize(
    "value",
    (  # noqa: SIM905
        "abc 17152648221 171526482 171526482212 17152648221234 9999999999 0788918399 4133980800 0 -1715264822 "
        "1715264822.5 1.71526e09 １７１５２６４８２２ 1715264822秒"
    ).split(),
)
def test_what_is_no_unix_time(value: str) -> None:
    assert from_unix(value, SHANGHAI) is None


@pytest.mark.parametrize("value", ["", " ", "1" * 99_999, " " * 99_999, "1715264822 1715264822"])
def test_what_is_no_number_of_ten_or_thirteen_digits(value: str) -> None:
    assert from_unix(value, SHANGHAI) is None


def test_the_second_hour_of_a_night_when_clocks_go_back_is_told_by_its_offset_alone() -> None:
    moment = from_unix("1730615400", ZoneInfo("America/New_York"))
    assert moment is not None
    assert (moment.at.isoformat(), moment.at.fold) == ("2024-11-03T01:30:00-05:00", 0)


_WHEN = st.datetimes(datetime(1950, 1, 1), datetime(2099, 12, 31))
_FORMS = [
    "{0:%Y-%m-%d %H:%M:%S}",
    "{0:%Y/%m/%d %H:%M:%S}",
    "{0:%Y.%m.%d %H:%M:%S}",
    "{0:%Y%m%d%H%M%S}",
    "{0:%Y-%m-%dT%H:%M:%S}",
    "{0.year}年{0.month}月{0.day}日{0:%H:%M:%S}",
    "{0.year}年{0.month}月{0.day}日 {0.hour}时{0.minute}分{0.second}秒",
    "{0:%H:%M:%S}{0:%Y/%m/%d}",
    "{0:%Y} {0:%m}/{0:%d} {0:%H:%M:%S}",
]


@given(_WHEN, st.sampled_from(_FORMS), st.text("bcdeghkx中文，：（ ", max_size=8))
def test_what_is_written_is_read_back(when: datetime, form: str, around: str) -> None:
    written = form.format(when)
    (moment,) = find_moments(f"{around} {written} 来源", timezone.utc)
    assert moment.at == when.replace(microsecond=0, tzinfo=timezone.utc)
    assert moment.precision == "second"
    assert moment.text == written


_PIECES = st.lists(
    st.sampled_from(
        [*"0123456789年月日时分秒:-/., 民國国上午T+Z〇一二十百零前今昨天周週三", "2024", "May", "GMT", "下午", "小时前"]
    ),
    max_size=60,
).map("".join)


@given(_PIECES | st.text())
def test_any_text_is_safe_and_spans_are_true(text: str) -> None:
    end = 0
    for moment in find_moments(text, SHANGHAI):
        assert end <= moment.start < moment.end <= len(text)
        assert moment.text == text[moment.start : moment.end]
        assert moment.at.utcoffset() is not None
        end = moment.end
    partial = find_partial(text)
    if partial is not None:
        assert partial.text == text[partial.start : partial.end]
        reference = Moment(datetime(2024, 2, 29, 10, 0, tzinfo=timezone.utc), "day", "", 0, 0)
        complete(partial, reference, SHANGHAI)


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "20",
        "2024-",
        "2024-05-",
        "2024 ",
        "二〇",
        "十",
        "10:00 ",
        "民國1",
        "2024年5月9",
        "2024-02-30 ",
        ":00",
        "Feb 3 ",
    ],
)
def test_time_grows_with_the_length_of_the_text_only(piece: str) -> None:
    def cost(length: int) -> float:
        text = (piece * length)[:length]
        began = time.process_time()
        find_moments(text, SHANGHAI)
        find_partial(text)
        return time.process_time() - began

    small = min(cost(4_000) for _ in range(3))
    large = min(cost(32_000) for _ in range(3))
    # Eight times the text; three times more than linear is allowed for a busy machine.
    assert large < max(small, 0.002) * 8 * 3


def test_offsets_of_any_zone_hold() -> None:
    zone = timezone(timedelta(hours=-3, minutes=-30))
    (moment,) = find_moments("2024-05-09 22:27", zone)
    assert moment.at.isoformat() == "2024-05-09T22:27:00-03:30"
