"""Saved pages 1 … n of one article become one; pages that do not belong together are refused."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

import newsclean
from newsclean import Article, MergeError

TITLE = "江川大桥：一座桥的三个月"
TEXTS = (
    "停运三个月的江川大桥昨天恢复通车，首日通过车辆两万余辆，沿线商户的生意也好了起来。",
    "“等这一天等了很久。”桥头的面馆老板说，停运的日子里，他每天只卖出十几碗面。",
    "县交通局介绍，这次大修更换了全部的吊杆，桥面重新铺了沥青，限速降到四十公里。",
    "住在对岸的学生不用再绕行二十公里，早上可以多睡半个小时，家长们松了一口气。",
    "大桥建成于一九八六年，当年全县每户人家都出过工，桥头的石碑上刻着他们的名字。",
    "下一步，交通局将在桥上安装监测设备，一旦有异常，十分钟之内就能封闭交通。",
    "退休的守桥人说，桥和人一样，要常常看一看，摸一摸，听一听，才知道哪里不舒服。",
    "傍晚的时候，桥上的灯第一次全部亮了起来，河面上也有了一座一模一样的桥。",
    "第二天清晨，第一班公共汽车从桥上开过，司机按了三声喇叭，没有人觉得吵。",
)


def page(
    number: int, title: str = TITLE, byline: str = "2026-03-01 10:00 来源：江川日报社", extra: str = "", count: int = 3
) -> Article:
    lines = "".join(f"<p>{text}</p>" for text in TEXTS[number * 3 - 3 : number * 3])
    pager = " ".join(f'<a href="/{one}.html">{one}</a>' for one in range(1, count + 1))
    return newsclean.parse(
        f"<title>{title}_江川在线</title><h1>{title}</h1><div>{byline}</div><div class=content>{lines}{extra}</div>"
        f'<div class="page"><a>上一页</a> {pager} <a>下一页</a></div>'
    )


def test_pages_are_joined_in_the_order_given() -> None:
    whole = newsclean.merge([page(1), page(2), page(3)])
    assert whole.paragraphs == TEXTS
    assert whole.title == TITLE
    assert whole.source == "江川日报社"


def test_one_page_is_itself() -> None:
    assert newsclean.merge([page(1)]) == page(1)


def test_any_iterable() -> None:
    def pages() -> Iterator[Article]:
        yield page(1)
        yield page(2)

    assert newsclean.merge(pages()).paragraphs == TEXTS[:6]


def test_the_pages_are_not_changed() -> None:
    first, second = page(1), page(2)
    before = first.to_json(), second.to_json()
    newsclean.merge([first, second])
    assert (first.to_json(), second.to_json()) == before


@pytest.mark.parametrize("mark", ["（2）", "(2)", "（第2页）", " 第2页", "[2]", "【2/3】", " 2/3"])
def test_page_marks_in_titles_do_not_part_them(mark: str) -> None:
    whole = newsclean.merge([page(1), page(2, title=TITLE + mark)])
    assert whole.title == TITLE


def test_heads_and_tails_that_every_page_repeats_are_dropped() -> None:
    head = "编者的话：这是江川日报关于大桥的系列报道，一共三篇，今天全部刊出，请读者批评指正。"
    tail = "本文写作过程中得到了县档案馆的大力帮助，谨在此表示衷心的感谢，也感谢守桥人的讲述。"
    pages = []
    for number in (1, 2, 3):
        lines = "".join(f"<p>{text}</p>" for text in (head, *TEXTS[number * 3 - 3 : number * 3], tail))
        pages.append(newsclean.parse(f"<title>{TITLE}</title><h1>{TITLE}</h1><div class=content>{lines}</div>"))
    whole = newsclean.merge(pages)
    assert whole.text.count(head) == 1
    assert whole.text.count(tail) == 1
    assert [text for text in whole.paragraphs if text in TEXTS] == list(TEXTS)


def test_pictures_are_numbered_through_and_repeated_ones_dropped() -> None:
    first = page(1, extra='<img src="http://img.example.com/1.jpg"><img src="http://img.example.com/2.jpg">')
    second = page(2, extra='<img src="http://img.example.com/1.jpg"><img src="http://img.example.com/3.jpg">')
    whole = newsclean.merge([first, second])
    assert [(image.url or "")[-5:] for image in whole.images] == ["1.jpg", "2.jpg", "3.jpg"]
    assert [part.index for part in whole.blocks if part.kind == "image"] == [0, 1, 2]


def test_films_likewise() -> None:
    film = '<iframe src="//v.qq.com/iframe/player.html?vid={}"></iframe>'
    whole = newsclean.merge([page(1, extra=film.format("s3304oo5gni")), page(2, extra=film.format("a0912abcdef"))])
    assert [video.id for video in whole.videos] == ["s3304oo5gni", "a0912abcdef"]
    assert [part.index for part in whole.blocks if part.kind == "video"] == [0, 1]


def test_fields_come_from_the_first_page_that_states_them() -> None:
    first = page(1, byline="")
    second = page(2, byline="2026-03-01 10:00 来源：新华社 作者：张晓明")
    third = page(3, byline="2026-03-01 10:00 来源：江川日报社", extra="<p>责任编辑：李秋</p>")
    whole = newsclean.merge([first, second, third])
    assert whole.source == "新华社"
    assert whole.authors == ("张晓明",)
    assert whole.editors == ("李秋",)
    assert whole.published_info == second.published_info


def test_nothing_that_was_removed_is_forgotten() -> None:
    pages = [page(1), page(2)]
    whole = newsclean.merge(pages)
    assert len(whole.removed) >= sum(len(one.removed) for one in pages)


def test_merged_articles_round_trip() -> None:
    whole = newsclean.merge([page(1), page(2), page(3)])
    assert Article.from_json(whole.to_json()) == whole


# Refused


def test_nothing_to_merge() -> None:
    with pytest.raises(MergeError, match="no articles"):
        newsclean.merge([])


def test_a_page_without_an_article() -> None:
    with pytest.raises(MergeError, match="page 2"):
        newsclean.merge([page(1), newsclean.parse("<html></html>")])


@pytest.mark.parametrize("title", ["另一座桥明年动工", "江川大桥", "江川大桥：一座桥的三年"])
def test_another_title(title: str) -> None:
    with pytest.raises(MergeError, match="does not belong"):
        newsclean.merge([page(1), page(2, title=title)])


def test_another_day() -> None:
    with pytest.raises(MergeError, match="day"):
        newsclean.merge([page(1), page(2, byline="2026-03-02 10:00 来源：江川日报社")])


@pytest.mark.parametrize("order", [(2, 1), (1, 3, 2)])
def test_the_order_is_the_callers(order: tuple[int, ...]) -> None:
    whole = newsclean.merge([page(number) for number in order])
    assert whole.paragraphs == tuple(text for number in order for text in TEXTS[number * 3 - 3 : number * 3])


def test_the_same_page_twice_is_that_page() -> None:
    assert newsclean.merge([page(1), page(1)]).paragraphs == TEXTS[:3]


def test_what_is_no_article() -> None:
    with pytest.raises((MergeError, TypeError)):
        newsclean.merge(["<p>a</p>"])  # type: ignore[list-item]
