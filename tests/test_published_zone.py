"""Where on a page its time is looked for, which of several counts, and which lines state it."""

from __future__ import annotations

import pytest
from bylines import HEADLINE, ISO, OTHER, STORY, TIME, at, byline, data, page_of, whole

from newsclean.blocks import SEAM, Block

NUMBERS = tuple(f"2026-01-{day:02} 10:00" for day in range(1, 20))
DAY = tuple(f"2026-01-{day:02}T10:00:00+08:00" for day in range(1, 20))


# How far


@pytest.mark.parametrize("between, seen", [(0, True), (1, True), (2, True), (40, True), (41, False)])
def test_below_the_headline_forty_two_blocks_with_the_headline(between: int, seen: bool) -> None:
    page = page_of(HEADLINE, *[OTHER] * between, TIME, *[STORY] * 6)
    assert whole(page, (0, between + 2, between + 7))[0] == (ISO if seen else None)


@pytest.mark.parametrize("between, seen", [(0, True), (1, True), (2, True), (3, True), (4, False)])
def test_above_the_headline_four_blocks(between: int, seen: bool) -> None:
    page = page_of(TIME, *[OTHER] * between, HEADLINE, *[STORY] * 6)
    assert whole(page, (between + 1, between + 2, between + 7))[0] == (ISO if seen else None)


@pytest.mark.parametrize("between, seen", [(0, True), (1, True), (2, True), (13, True), (14, False)])
def test_above_the_text_fourteen_blocks_where_no_headline_is_known(between: int, seen: bool) -> None:
    page = page_of(TIME, *[OTHER] * between, *[STORY] * 6)
    assert whole(page, (-1, between + 1, between + 6))[0] == (ISO if seen else None)


@pytest.mark.parametrize("between, seen", [(0, True), (1, True), (2, True), (13, True), (14, False)])
def test_behind_the_text_fourteen_blocks(between: int, seen: bool) -> None:
    page = page_of(HEADLINE, *[STORY] * 6, *[OTHER] * between, TIME)
    assert whole(page, (0, 1, 6))[0] == (ISO if seen else None)


@pytest.mark.parametrize("length", range(1, 9))
def test_in_the_text_the_first_two_blocks_and_the_last_three(length: int) -> None:
    seen = []
    for place in range(length):
        body = [STORY] * length
        body[place] = TIME
        if whole(page_of(HEADLINE, *body, OTHER), (0, 1, length))[0]:
            seen.append(place)
    assert seen == sorted({*range(length)[:2], *range(length)[-3:]})


@pytest.mark.parametrize("filler", [Block("image", ""), Block("paragraph", OTHER, hidden=True)])
def test_what_shows_no_text_takes_no_place(filler: Block) -> None:
    page = page_of(TIME, *[filler] * 9, HEADLINE, *[STORY] * 6)
    assert whole(page, (10, 11, 16))[0] == ISO


def test_what_is_not_on_the_screen_states_no_time() -> None:
    assert at(Block("paragraph", TIME, hidden=True)) is None


def test_the_title_of_the_document_is_no_byline() -> None:
    page = page_of(Block("paragraph", TIME, 1), Block("paragraph", OTHER, 2), HEADLINE, STORY)
    page.tags += ["title", "p"]
    assert whole(page, (2, 3, 3))[0] is None
    page.tags[1] = "p"
    assert whole(page, (2, 3, 3))[0] == ISO


# Which of several


@pytest.mark.parametrize("left_out", range(6))
def test_below_the_headline_comes_first_then_above_then_behind_the_text(left_out: int) -> None:
    # The places of the first, the second … in order of trust.
    lines = [*NUMBERS[:2], HEADLINE, *NUMBERS[2:4], STORY, STORY, *NUMBERS[4:6]]
    trust = [3, 4, 1, 0, 7, 8]
    for place in trust[:left_out]:
        lines[place] = OTHER
    expected = [DAY[2], DAY[3], DAY[1], DAY[0], DAY[4], DAY[5]]
    assert whole(page_of(*lines), (2, 5, 6))[0] == expected[left_out]


def test_below_a_headline_that_is_the_first_block_the_first_time_counts() -> None:
    assert at(NUMBERS[0], NUMBERS[1]) == DAY[0]


def test_without_a_headline_the_nearest_time_counts() -> None:
    assert whole(page_of(NUMBERS[0], NUMBERS[1], STORY), (-1, 2, 2))[0] == DAY[1]


def test_in_the_text_the_first_time_counts() -> None:
    body = [STORY, NUMBERS[0], STORY, STORY, STORY, NUMBERS[1], STORY, NUMBERS[2]]
    assert whole(page_of(HEADLINE, *body), (0, 1, 8))[0] == DAY[0]
    body[1] = STORY
    assert whole(page_of(HEADLINE, *body), (0, 1, 8))[0] == DAY[1]


def test_what_stands_in_the_text_counts_only_where_nothing_else_states_a_time() -> None:
    page = page_of(HEADLINE, OTHER, TIME, STORY, "2026年3月5日")
    assert whole(page, (0, 2, 4))[0] == ISO
    assert whole(page, (0, 2, 4), data(pubdate="2026-03-04"))[0] == "2026-03-04T00:00:00+08:00"
    page.blocks[1].text = "2026-03-03"
    assert whole(page, (0, 2, 4))[0] == "2026-03-03T00:00:00+08:00"
    page.blocks[1].text = "昨天 09:00"
    assert whole(page, (0, 2, 4))[0] is None


@pytest.mark.parametrize(
    "line, seen",
    [
        ("江川晚报" * 10 + "讯：" + TIME + "刊", True),  # 59 characters
        ("江川晚报" * 10 + "讯： " + TIME + "刊", False),  # 60
        (TIME + " 江川。", False),  # a sentence
    ],
)
def test_in_the_text_only_a_short_line_that_is_no_sentence(line: str, seen: bool) -> None:
    assert (whole(page_of(HEADLINE, line, STORY), (0, 1, 2))[0] == ISO) == seen


@pytest.mark.parametrize(
    "lines, expected",
    [
        (("2026-03-01", "2026-03-01 10:00"), ISO),
        (("2026-03-01 2026-03-01 10:00",), ISO),
        (("2026-03-01", "2026-03-01 10:00:05"), "2026-03-01T10:00:05+08:00"),
        (("2026-03-01", "2026-03-02 10:00"), "2026-03-01T00:00:00+08:00"),  # another day
        (("2026-03-01 10:00", "2026-03-01 11:00:05"), ISO),  # a time needs no other
        (("2026-03-01 10:00 2026-03-01 11:00:05",), ISO),
    ],
)
def test_a_day_above_the_text_is_completed_by_the_next_time_of_that_day(lines: tuple[str, ...], expected: str) -> None:
    assert at(*lines) == expected


def test_of_two_equal_days_the_first_is_the_text_that_it_was_read_from() -> None:
    found = byline("2026-03-01", "2026年3月1日")
    assert found is not None
    assert found.text == "2026-03-01"


def test_a_time_in_or_behind_the_text_completes_no_day() -> None:
    page = page_of(HEADLINE, "2026-03-01", STORY, STORY, TIME)
    assert whole(page, (0, 2, 3))[0] == "2026-03-01T00:00:00+08:00"
    for body in ((STORY, "2026-03-01", TIME, STORY), ("2026-03-01 2026-03-01 10:00", STORY)):
        assert whole(page_of(HEADLINE, *body), (0, 1, len(body)))[0] == "2026-03-01T00:00:00+08:00"


# Which lines


@pytest.mark.parametrize(
    "line",
    [
        "Copyright 2026-03-01 江川在线",
        "© 2026-03-01 江川在线",
        "版权所有 2026-03-01 江川在线",
        "版權所有 2026-03-01 江川在線",
        "摘要：2026-03-01大桥通车",
        "摘 要：2026-03-01大桥通车",
        "核心提示：2026-03-01大桥通车",
        "导读：2026-03-01大桥通车",
        "導讀：2026-03-01大橋通車",
        "江ICP备12345678号 2026-03-01",
        "江网备案 2026-03-01",
        "许可证 2026-03-01",
        "24小时热榜 2026-03-01",
        "24小時熱榜 2026-03-01",
        "7天排行 2026-03-01",
    ],
)
def test_lines_that_state_other_days(line: str) -> None:
    assert at(line) is None
    assert at(line, TIME) == ISO  # and the next line is looked at


@pytest.mark.parametrize("verdict, seen", [("related", False), ("note", False), ("title", True), ("", True)])
def test_lines_that_are_judged_to_belong_elsewhere(verdict: str, seen: bool) -> None:
    assert at(Block("paragraph", TIME, verdict=verdict)) == (ISO if seen else None)


@pytest.mark.parametrize(
    "line, seen",
    [
        (TIME + " " + "江" * 203, True),  # 220 characters
        (TIME + " " + "江" * 204, False),
        # The date ends at the 60th character of a line of 60; 61 make it long.
        ("江" * 44 + TIME, True),
        ("江" * 44 + TIME + "讯", False),
        # In a long line the date may begin at the 41st character.
        ("江" * 40 + TIME + "江" * 30, True),
        ("江" * 41 + TIME + "江" * 30, False),
        # A label counts within sixteen characters before it.
        ("江" * 41 + "发布于江川晚报网站的新闻中心频道 " + TIME, False),
        ("江" * 41 + "发布于江川晚报网站新闻中心频道 " + TIME, True),
        ("江" * 45 + TIME + "江" * 9 + " 发布时间：2026-03-01 10:00", True),  # the second one has a label
        ("2026年3月号 2026-03-01 10:00", True),  # a month is no day
        ("2025年 2026-03-01 10:00", True),
        ("2026年3月", False),
        ("2026年", False),
    ],
)
def test_lines_that_are_bylines(line: str, seen: bool) -> None:
    assert at(line) == (ISO if seen else None)


@pytest.mark.parametrize(
    "label",
    (  # noqa: SIM905
        "发布 發布 發佈 发表 發表 刊登 出版 发稿 發稿 上稿 建立 创建 時間 时间 日期 Published Posted published "
        "发布时间： 發布時間: 发表日期： 发表于 發表於 Posted_date:"
    ).split(),
)
def test_labels_of_a_time_in_a_long_line(label: str) -> None:
    assert at("江" * 41 + label.replace("_", " ") + TIME + "江" * 9) == ISO


@pytest.mark.parametrize(
    "below, expected",
    [
        ("香港時間18時30分", "2026-03-01T18:30:00+08:00"),
        ("香港時間18:30", "2026-03-01T18:30:00+08:00"),
        ("18時30分", "2026-03-01T00:00:00+08:00"),
        ("香港時間18時30分開始直播", "2026-03-01T00:00:00+08:00"),
    ],
)
def test_the_clock_with_its_zone_stands_in_a_line_below_the_day(below: str, expected: str) -> None:
    page = page_of(HEADLINE, STORY, STORY, "2026年3月1日（星期日）", below)
    assert whole(page, (0, 1, 2))[0] == expected


@pytest.mark.parametrize(
    "declared, expected",
    [
        ("2026-03-01T10:00:46+09:00", "2026-03-01T10:00:00+09:00"),
        ("2026-03-01T10:00:00+00:00", "2026-03-01T10:00:00+08:00"),  # programs write UTC behind the local time too
        ("2026-03-01T12:30:00+09:00", "2026-03-01T10:00:00+08:00"),
    ],
)
def test_the_zone_in_which_the_data_state_the_printed_clock(declared: str, expected: str) -> None:
    found = at(TIME, declared=data(**{"article:published_time": declared}))
    assert found is not None
    assert found[:17] + "00" + found[19:] == expected


def test_pieces_of_a_line_are_read_apart() -> None:
    assert at(Block("paragraph", "2026-03-011号厅", seamed=f"2026-03-01{SEAM}1号厅")) == "2026-03-01T00:00:00+08:00"
    assert at(Block("paragraph", "2026-03-011号厅")) is None
    assert at(Block("paragraph", "2026-03-0110:00", seamed=f"2026-03-01{SEAM}10:00")) == ISO
