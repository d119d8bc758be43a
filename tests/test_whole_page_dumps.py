"""Dumps of whole pages, as WET files hold them: hundreds of words of menus around one article."""

from __future__ import annotations

import pytest

import newsclean
from newsclean.line_runs import best_run, has_menus
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
MENU = [
    *("首页", "要闻", "财经", "体育", "文化", "教育", "旅游", "军事", "科技"),
    *("汽车", "房产", "健康", "美食", "时尚", "收藏", "地方", "客户端", "关于我们"),
]
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
    page = dump(
        f"{office}关于大桥通车的通告", "关于江川大桥通车的通告", "2026-03-01 10:00", BODY, office, "2026年3月1日"
    )
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


def menu(size: int) -> list[str]:
    return [MENU[number % len(MENU)] for number in range(size)]


@pytest.mark.parametrize(
    "lines, start, run",
    [
        ([*BODY], 0, (0, 5)),
        ([*menu(6), *BODY, *menu(30)], 0, (0, 11)),  # fewer than end a run
        ([*menu(7), *BODY, *menu(30)], 0, (7, 12)),
        ([*menu(30), *BODY, *menu(6)], 0, (30, 41)),
        ([*menu(30), *BODY, *menu(7)], 0, (30, 35)),
        ([*menu(30), *BODY[:3], *menu(6), *BODY], 0, (30, 44)),
        ([*BODY[:2], *menu(30), *BODY], 0, (32, 37)),  # of two runs without a headline the longer one
        ([TITLE, *BODY[:2], *menu(30), *BODY], 1, (33, 38)),  # a lead
        ([TITLE, *BODY, *menu(30), *BODY, *BODY], 1, (1, 6)),  # the article, and the next one
        ([*BODY] + SHORT * 9 + [*BODY], 0, (0, 65)),  # a text without menus
    ],
)
def test_runs(lines: list[str], start: int, run: tuple[int, int]) -> None:
    found = best_run(read_page_text("\n".join(lines)), start)
    assert found is not None
    assert found[:2] == run


@pytest.mark.parametrize("text", ["\n".join(MENU * 2), ""])
def test_a_text_of_labels_alone_has_no_run(text: str) -> None:
    assert best_run(read_page_text(text), 0) is None


@pytest.mark.parametrize(
    "labels, lines, menus",
    [
        (menu(25), 100, True),
        (menu(24), 96, False),  # too few
        (menu(25), 101, False),  # too small a part of the text
        (["江 川", *SHORT * 5, "首页 | 要闻 > 财经"], 1, True),
        (["江 川", *SHORT * 5, "首页 | 要闻"], 1, False),  # two of the words alone
        (["首頁", "會員", "登錄", *SHORT * 5], 1, True),
    ],
)
def test_what_has_menus(labels: list[str], lines: int, menus: bool) -> None:
    assert has_menus(read_page_text("\n".join([*labels, *[BODY[0]] * lines]))) is menus
