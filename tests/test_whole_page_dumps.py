"""Dumps of whole pages, as WET files hold them: hundreds of words of menus around one article."""

from __future__ import annotations

import pytest

import newsclean
from newsclean import line_runs
from newsclean.line_runs import best_run
from newsclean.readers.page_text import read_page_text

TITLE = "江川大桥恢复通车 首日通过两万辆"
BODY = (
    "停运三个月的江川大桥昨天恢复通车，首日通过车辆两万余辆，沿线商户的生意也好了起来。",
    "桥头的面馆从六点开到深夜，老板说，这一天他等了很久，停运的日子里每天只卖出十几碗面。",
    "县交通局说，大桥换了全部吊索，重新铺了路面，两年之内不再大修，货车仍须绕行下游的二桥。",
    "通车的头一个月，桥上限速四十公里，早晚高峰有交警疏导，请司机留意桥头的路牌。",
    "住在对岸的学生不必再等渡船，校车从今天起恢复原来的路线，早上可以多睡半个小时。",
    "大桥建成于一九八七年，是县里的第一座公路桥，当年剪彩的老县长昨天也来了桥上。",
)
MENU = [f"{place}{word}" for place in ("本地", "国内", "海外") for word in ("要闻", "财经", "体育", "文化", "教育", "旅游")]
OTHERS = (
    "渡船今天起停航，最后一班是傍晚六点，船工老周说，他摆了三十一年渡，以后要去县城跟儿子住。",
    "二桥下游的沙洲露出水面，县里请市民不要上去，水库下周放水，水位会在一小时内涨一米。",
)


def dump(*parts: str | list[str] | tuple[str, ...]) -> str:
    return "\n".join(part if isinstance(part, str) else "\n".join(part) for part in parts)


@pytest.mark.parametrize("site", ["", "_江川新闻网", " - 江川新闻网", "|社会|江川新闻网", "丨江川日报", "【江川网】"])
def test_the_article_between_the_menus(site: str) -> None:
    page = dump(TITLE + site, MENU * 3, TITLE, "2026-03-01 10:00 来源：江川日报", BODY, MENU, OTHERS, MENU)
    article = newsclean.parse(page)
    assert (article.title, article.source, article.paragraphs) == (TITLE, "江川日报", BODY)


def test_a_longer_text_below_the_article() -> None:
    page = dump(f"{TITLE}_江川新闻网", MENU, TITLE, "2026-03-01 10:00", BODY, MENU, OTHERS * 4, MENU)
    assert newsclean.parse(page).paragraphs == BODY


@pytest.mark.parametrize("between", [[], ["分享至好友和朋友圈"], ["小字号", "大字号"]])
@pytest.mark.parametrize("day", ["2026-03-01 10:00 来源：江川日报", "来源：江川日报"])
def test_a_dump_without_the_title_of_its_page(day: str, between: list[str]) -> None:
    above = [*MENU, "江川县公共交通指南", *MENU]
    article = newsclean.parse(dump(above, TITLE, day, between, BODY, MENU))
    assert (article.title, article.source, article.paragraphs) == (TITLE, "江川日报", BODY)


def test_what_is_left_out_is_accounted_for() -> None:
    article = newsclean.parse(dump(f"{TITLE}_江川新闻网", MENU, TITLE, "2026-03-01 10:00", BODY, MENU))
    gone = [removed.text for removed in article.removed for _ in range(removed.count)]
    assert sorted(word for word in gone if word in MENU) == sorted(MENU * 2)


def test_a_signature_that_the_title_begins_with_is_no_headline() -> None:
    office = "江川县人民政府办公室"
    page = dump(f"{office}关于大桥通车的通告", "关于江川大桥通车的通告", "2026-03-01 10:00", BODY, office, "2026年3月1日")
    assert newsclean.parse(page).title == "关于江川大桥通车的通告"


def test_a_home_page_is_no_article() -> None:
    parts = [part for text in (*BODY, *OTHERS) for part in (MENU[:6], "大桥通车了", text, text)]
    article = newsclean.parse(dump("江川新闻网-江川第一门户", MENU, *parts, MENU))
    assert not article.is_article


SHORT = ["张晓明", "李秋", "王德胜", "赵敏", "孙立", "周海"]


@pytest.mark.parametrize(
    "text",
    [
        dump(TITLE, "", BODY[:2], "获奖名单如下：", SHORT, SHORT, BODY[2:]),
        dump(TITLE, "", BODY, SHORT),
    ],
    ids=["in the middle", "at the end"],
)
def test_a_list_in_a_text_without_menus_stays(text: str) -> None:
    article = newsclean.parse(text)
    assert "周海" in article.text
    assert all(paragraph in article.text for paragraph in BODY)


@pytest.mark.parametrize(
    "lines, start, run",
    [
        ([*BODY], 0, (0, 5)),
        (["要闻"] * 6 + [*BODY], 0, (0, 11)),
        (["要闻"] * 30 + [*BODY], 0, (30, 35)),
        ([*BODY] + ["要闻"] * 6, 0, (0, 11)),
        ([*BODY] + ["要闻"] * 30, 0, (0, 5)),
        ([*BODY[:2]] + ["要闻"] * 7 + [*BODY], 0, (0, 14)),  # as long a list as a text may hold
        ([*BODY[:2]] + ["要闻"] * 40 + [*BODY], 0, (42, 47)),  # of two runs without a headline the longer one
        ([TITLE, *BODY[:2]] + ["要闻"] * 40 + [*BODY], 1, (43, 48)),  # a lead
        ([TITLE, *BODY] + ["要闻"] * 40 + [*BODY, *BODY], 1, (1, 6)),  # the article, and the next one
    ],
)
def test_runs(lines: list[str], start: int, run: tuple[int, int]) -> None:
    found = best_run(read_page_text("\n".join(lines)), start)
    assert found is not None
    assert found[:2] == run


def test_a_text_of_labels_alone_has_no_run() -> None:
    assert best_run(read_page_text("\n".join(MENU)), 0) is None


@pytest.mark.parametrize("labels, lines, menus", [(25, 46, True), (24, 46, False), (25, 47, False)])
def test_what_has_menus(labels: int, lines: int, menus: bool) -> None:
    page = read_page_text("\n".join(["要闻"] * labels + [BODY[0]] * lines))
    assert line_runs.has_menus(page) is menus
