"""The printed time beside the page's data: the last change, times in part, what data add, what is tried last."""

from __future__ import annotations

import pytest
from bylines import CHINA, HEADLINE, ISO, OTHER, STORY, TIME, at, byline, data, page_of, whole

from newsclean.declared import Declared
from newsclean.published import find_published

# The last change


@pytest.mark.parametrize("word", ["更新", "修改", "修訂", "修订", "Modified", "update", "Updated"])
def test_words_for_a_change(word: str) -> None:
    page = page_of(HEADLINE, f"{word} 2026-03-02 11:00 发布 2026-03-01 10:00", STORY)
    assert whole(page, (0, 2, 2)) == (ISO, "2026-03-02T11:00:00+08:00")


@pytest.mark.parametrize("between, change", [("江川晚报新闻中心 ：", True), ("江川晚报新闻中心部 ：", False)])
def test_a_word_for_a_change_counts_within_twelve_characters_before_the_time(between: str, change: bool) -> None:
    page = page_of(HEADLINE, f"更新{between}{TIME}", STORY)
    assert whole(page, (0, 2, 2)) == ((None, ISO) if change else (ISO, None))


@pytest.mark.parametrize(
    "lines, changed",
    [
        ((TIME, "最后更新: 2026-03-02 11:00"), "2026-03-02T11:00:00+08:00"),  # in a line of its own
        (("2026-03-01", "最后更新: 2026-03-02 11:00"), "2026-03-02T11:00:00+08:00"),
        (("更新 2026-03-02 11:00", TIME, "更新 2026-03-03 11:00"), "2026-03-02T11:00:00+08:00"),  # the first
        ((TIME, "2026-03-02 11:00"), None),
    ],
)
def test_printed_changes(lines: tuple[str, ...], changed: str | None) -> None:
    page = page_of(HEADLINE, *lines, STORY)
    assert whole(page, (0, len(lines) + 1, len(lines) + 1))[1] == changed


@pytest.mark.parametrize("line", [TIME, "03-01 10:00", "昨天", "", "2026年"])
def test_a_printed_change_beats_a_declared_one(line: str) -> None:
    declared = data(lastmod="2026-03-05 09:00")
    page = page_of(HEADLINE, line, "更新 2026-03-02 11:00", STORY)
    assert whole(page, (0, 3, 3), declared)[1] == "2026-03-02T11:00:00+08:00"
    page.blocks[2].text = OTHER
    assert whole(page, (0, 3, 3), declared)[1] == "2026-03-05T09:00:00+08:00"


@pytest.mark.parametrize(
    "change, expected",
    [
        ("更新 2026-03-02 11:00 GMT", "2026-03-01T10:00:00+00:00"),
        ("更新 2026-03-02 11:00 北京时间", ISO),
        ("更新 2026-03-02 11:00", ISO),
        (OTHER, ISO),
    ],
)
def test_where_a_printed_change_names_a_zone_the_data_are_in_it(change: str, expected: str) -> None:
    assert at(change, declared=data(pubdate=TIME)) == expected


# Times in part


@pytest.mark.parametrize(
    "line, expected",
    [
        ("03-01 10:00", ("2026-03-01T10:00:05+08:00", "second", "03-01 10:00")),
        ("3月1日", ("2026-03-01T10:00:05+08:00", "second", "3月1日")),
        ("10:00", ("2026-03-01T10:00:05+08:00", "second", "10:00")),
        ("昨天 10:00", ("2026-03-01T10:00:05+08:00", "second", "2026-03-01 10:00:05")),
        ("3小时前", ("2026-03-01T10:00:05+08:00", "second", "2026-03-01 10:00:05")),
        # They disagree: a day that is another than the data's is believed, and has no year.
        ("03-02 10:00", None),
        ("3月2日", None),
        # A time of day that is another one says nothing of the day.
        ("昨天 11:00", ("2026-03-01T10:00:05+08:00", "second", "2026-03-01 10:00:05")),
        ("11:00", ("2026-03-01T10:00:05+08:00", "second", "2026-03-01 10:00:05")),
    ],
)
def test_a_time_in_part_is_completed_by_the_data(line: str, expected: tuple[str, str, str] | None) -> None:
    found = byline(line, declared=data(pubdate="2026-03-01 10:00:05"))
    assert (found and (found.at.isoformat(), found.precision, found.text)) == expected
    assert found is None or found.origin == "meta"


@pytest.mark.parametrize("line", ["03-01 10:00", "昨天 10:00"])
def test_a_time_in_part_is_completed_by_a_script(line: str) -> None:
    page = page_of(HEADLINE, line, STORY)
    page.scripts = [("", 'var ct = "2026-03-01 10:00:05";')]
    assert whole(page, (0, 2, 2))[0] == "2026-03-01T10:00:05+08:00"
    page.scripts = []
    assert whole(page, (0, 2, 2))[0] is None


def test_data_that_disagree_leave_the_word_to_the_next() -> None:
    declared = data(date="2026-03-04", pubdate="2026-03-05 10:00:05")
    assert at("3月4日 11:00", declared=declared) == "2026-03-04T11:00:00+08:00"
    assert at("3月5日", declared=declared) == "2026-03-05T10:00:05+08:00"
    assert at("23:00", declared=data(date="2026-03-04 08:00", pubdate=TIME)) == ISO  # the first name that states one


@pytest.mark.parametrize(
    "lines, text",
    [
        (("3月1日", "2月28日"), "3月1日"),  # the first
        (("更新于 3月1日", "03-01"), "03-01"),
        (("03-01 " + "江" * 73,), "03-01"),  # 79 characters
        (("03-01 " + "江" * 74,), TIME),  # 80: not looked at, the data alone count
        (("2025年江川年鉴 03-01",), TIME),  # a line with a date of its own is not cut
        (("星期三",), TIME),
    ],
)
def test_lines_that_state_a_time_in_part(lines: tuple[str, ...], text: str) -> None:
    found = byline(*lines, declared=data(pubdate=TIME))
    assert found is not None
    assert (found.at.isoformat(), found.text) == (ISO, text)


@pytest.mark.parametrize("line", ["前天", "昨天", "刚刚", "剛剛"])
def test_words_for_a_day_hold_what_stands_in_the_text_back(line: str) -> None:
    assert whole(page_of(HEADLINE, line, TIME, STORY), (0, 2, 3))[0] is None


@pytest.mark.parametrize("line", ["星期三", "今天天气", OTHER])
def test_words_that_stand_over_any_page_do_not(line: str) -> None:
    assert whole(page_of(HEADLINE, line, TIME, STORY), (0, 2, 3))[0] == ISO


# What the data add to a printed time


@pytest.mark.parametrize(
    "printed, declared, expected, precision",
    [
        ("2026-03-01", "2026-03-01 10:00", ISO, "minute"),
        ("2026-03-01", "2026-03-01T02:00:05Z", "2026-03-01T02:00:05+00:00", "second"),
        ("2026-03-01", "2026-03-01T18:00:05Z", "2026-03-01T00:00:00+08:00", "day"),  # here it is the next day
        ("2026-03-01", "2026-03-02 10:00", "2026-03-01T00:00:00+08:00", "day"),
        ("2026-03-01", "2026-03-01 00:00:00", "2026-03-01T00:00:00+08:00", "day"),  # what programs write for a day
        ("2026-03-01", "2026-03-01 23:59:59", "2026-03-01T00:00:00+08:00", "day"),
        ("2026-03-01", "2026-03-01 23:59:58", "2026-03-01T23:59:58+08:00", "second"),
        ("2026-03-01 10:00", "2026-03-01 10:00:05", "2026-03-01T10:00:05+08:00", "second"),
        ("2026-03-01 10:00", "2026-03-01 10:01:05", ISO, "minute"),
        ("2026-03-01 10:00", "2026-03-02 10:00:05", ISO, "minute"),
        ("2026-03-01 10:00", "2026-03-01T02:00Z", ISO, "minute"),  # no finer
        ("2026-03-01 10:00:05", "2026-03-01 10:00:07", "2026-03-01T10:00:05+08:00", "second"),
    ],
)
def test_finer_data_that_agree(printed: str, declared: str, expected: str, precision: str) -> None:
    found = byline(printed, declared=data(pubdate=declared))
    assert found is not None
    assert (found.at.isoformat(), found.precision) == (expected, precision)
    assert (found.text, found.origin) == (printed, "printed")


def test_the_first_of_the_data_that_agrees() -> None:
    declared = data(date="2026-03-01 11:00", pubdate="2026-03-02 10:00")
    assert at("2026-03-01", declared=declared) == "2026-03-01T11:00:00+08:00"
    assert at("2026-03-02", declared=declared) == "2026-03-02T10:00:00+08:00"


@pytest.mark.parametrize(
    "printed, script, expected",
    [
        ("2026-03-01", "2026-03-01 10:00:05", "2026-03-01T10:00:05+08:00"),
        ("2026-03-01", "2026-03-02 10:00:05", "2026-03-01T00:00:00+08:00"),
        ("2026-03-01 10:00", "2026-03-01 10:00:05", ISO),  # scripts are not read for seconds
    ],
)
def test_a_script_completes_a_day(printed: str, script: str, expected: str) -> None:
    page = page_of(HEADLINE, printed, STORY)
    page.scripts = [("", f'var pubtime = "{script}";')]
    found = find_published(page, Declared(), (0, 2, 2), CHINA)[0]
    assert found is not None
    assert (found.at.isoformat(), found.text, found.origin) == (expected, printed, "printed")


# What the text opens with, and the pages of newspapers


@pytest.mark.parametrize(
    "body, expected",
    [
        (("【大紀元2026年03月01日訊】江川大橋恢復通車。",), "2026-03-01"),
        (("（新华社2026年3月1日电）江川大桥恢复通车。",), "2026-03-01"),
        (("(江川在线2026年3月1日讯)江川大桥恢复通车。",), "2026-03-01"),
        (("[江川在线2026年3月1日讯]江川大桥恢复通车。",), "2026-03-01"),
        (("〔江川在線2026年3月1日電〕江川大橋恢復通車。",), "2026-03-01"),
        (("江川在线2026年3月1日讯 江川大桥恢复通车。",), "2026-03-01"),
        (("江川在線2026年3月1日綜合電（記者林怡君）江川大橋恢復通車。",), "2026-03-01"),
        (("江川在线2026年3月1日综合讯(记者李秋)江川大桥恢复通车。",), "2026-03-01"),
        (("江川在线2026年3月1日讯",), "2026-03-01"),
        ((STORY, "【大紀元2026年03月01日訊】江川大橋恢復通車。"), "2026-03-01"),
        ((STORY, STORY, "【大紀元2026年03月01日訊】江川大橋恢復通車。"), None),  # the first two lines
        (("【大紀元2026年02月30日訊】江川大橋恢復通車。",), None),
        (("江川在线2026年3月1日讯息灵通，江川大桥恢复通车。",), None),
        (("江川大桥，江川在线2026年3月1日讯 恢复通车。",), None),
        (("2026年3月1日讯 江川大桥恢复通车。",), None),
        (("江川大桥2026年3月1日恢复通车。",), None),
    ],
)
def test_the_day_that_the_text_opens_with(body: tuple[str, ...], expected: str | None) -> None:
    page = page_of(HEADLINE, *body, *[STORY] * 4)
    found = find_published(page, Declared(), (0, 1, len(body) + 4), CHINA)[0]
    assert (found and (f"{found.at:%Y-%m-%d}", found.origin)) == (expected and (expected, "printed"))


def test_the_day_that_a_text_of_one_line_opens_with() -> None:
    line = "【大紀元2026年03月01日訊】江川大橋恢復通車。"
    assert whole(page_of(HEADLINE, line), (0, 1, 1))[0] == "2026-03-01T00:00:00+08:00"
    assert whole(page_of(HEADLINE, STORY, *[OTHER] * 14, line), (0, 1, 1))[0] is None
    assert whole(page_of(HEADLINE, STORY, f"{line}{'江' * 200}"), (0, 1, 1))[0] is None  # behind the text


@pytest.mark.parametrize(
    "above, expected",
    [
        (("2026年03月01日 星期日", "第A06版"), "2026-03-01"),
        (("第 6 版", "2026年03月01日 星期日"), "2026-03-01"),
        (("2026年03月01日 星期日", "A06：要闻"), "2026-03-01"),
        (("2026年03月01日 星期日", "A06版: 要闻"), "2026-03-01"),
        (("2026-03-01 星期日" + "江" * 206, "第A06版"), "2026-03-01"),  # 220 characters
        (("2026-03-01 星期日" + "江" * 207, "第A06版"), None),
        (("2026年03月01日 星期日", "版面"), None),  # no list of pages
        (("2026年03月01日", "第A06版"), None),  # no day of the week
        (("2026年03月01日 10:00 星期日", "第A06版"), None),  # with a time it is another thing
        (("2026年03月 星期日", "第A06版"), None),
        (("2026年02月30日 星期日", "第A06版"), None),
    ],
)
def test_the_day_of_a_newspapers_edition(above: tuple[str, str], expected: str | None) -> None:
    # Too far above the headline to be a byline.
    page = page_of(*above, *["要闻"] * 8, HEADLINE, *[STORY] * 6)
    found = find_published(page, Declared(), (10, 11, 16), CHINA)[0]
    assert (found and (f"{found.at:%Y-%m-%d}", found.origin)) == (expected and (expected, "printed"))
    assert whole(page, (-1, 16, 16))[0] is None  # above what, where no headline is known?


def test_the_first_line_above_that_has_a_day_of_the_week() -> None:
    lines = ("第A06版", "2026年03月01日", "2026年03月02日 星期一", "2026年03月03日 星期二")
    page = page_of(*lines, *["要闻"] * 8, HEADLINE, STORY)
    assert whole(page, (12, 13, 13))[0] == "2026-03-02T00:00:00+08:00"


def test_the_order_of_what_is_tried_last() -> None:
    page = page_of(
        "第A06版", "2026年03月02日 星期一", *["要闻"] * 8, HEADLINE, "江川在线2026年3月1日讯 通车了。", STORY
    )
    page.scripts = [("", "var pubtime = '2026-03-03';")]
    assert whole(page, (10, 11, 12))[0] == "2026-03-01T00:00:00+08:00"
    page.blocks[11].text = STORY
    assert whole(page, (10, 11, 12))[0] == "2026-03-02T00:00:00+08:00"
    page.blocks[0].text = "要闻"
    assert whole(page, (10, 11, 12))[0] == "2026-03-03T00:00:00+08:00"
    declared = data(pubdate="2026-03-04")
    page.blocks[11].text = "江川在线2026年3月1日讯 通车了。"
    assert whole(page, (10, 11, 12), declared)[0] == "2026-03-04T00:00:00+08:00"


def test_front_matter_is_believed_before_all_else() -> None:
    declared = data(lastmod="2026-03-05 09:00", pubdate="2026-03-04")
    declared.front_matter = {"date": "2026-02-01"}
    page = page_of(HEADLINE, TIME, STORY)
    assert whole(page, (0, 2, 2), declared) == ("2026-02-01T00:00:00+08:00", None)
    declared.front_matter = {"title": HEADLINE}
    assert whole(page, (0, 2, 2), declared) == (ISO, "2026-03-05T09:00:00+08:00")
