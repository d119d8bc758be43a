"""Fields of front matter under the names that generators and people give them."""

from __future__ import annotations

import pytest

import newsclean
from newsclean.front_names import names_people, usual

BODY = "停运三个月的江川大桥昨天恢复通车，首日通过车辆两万余辆。\n\n“等这一天等了很久。”桥头的面馆老板说。\n"
Names = tuple[str, ...]


def post(*fields: str) -> newsclean.Article:
    return newsclean.parse("---\n" + "\n".join(fields) + f"\n---\n\n{BODY}")


@pytest.mark.parametrize(
    "field",
    [
        "date: 2026-03-01 10:00",
        "publishDate: 2026-03-01 10:00",  # Hugo
        "pubDate: Sun, 01 Mar 2026 10:00:00 +0800",  # a feed's
        "published_at: 2026-03-01T10:00:00+08:00",
        "created-at: 2026-03-01T02:00:00Z",
        "datePublished: 2026年3月1日 10:00",
        "日期: 2026-03-01 10:00",
        "發布時間: 2026/03/01 10:00",
        "date: 1772330400",
    ],
)
def test_the_time(field: str) -> None:
    published = post("title: 大桥通车", field).published
    assert published is not None
    assert published.astimezone().timestamp() == 1772330400


@pytest.mark.parametrize("name", ["title", "Title", "headline", "标题", "標題"])
def test_the_title(name: str) -> None:
    assert post(f"{name}: 大桥通车").title == "大桥通车"


@pytest.mark.parametrize(
    "field, authors, source",
    [
        ("author: 张晓明", ("张晓明",), None),
        ("author: 张晓明 李秋", ("张晓明", "李秋"), None),
        ("author: 作者：张晓明", ("张晓明",), None),
        ("author: {name: 张晓明, url: https://a.example}", ("张晓明",), None),
        ("authors: [{name: 张晓明}, 李秋]", ("张晓明", "李秋"), None),
        ("authors: [{url: https://a.example}, [李秋]]", (), None),
        ("creator: 张晓明", ("张晓明",), None),
        ("作者: 张晓明", ("张晓明",), None),
        ("author: 江川日报", (), "江川日报"),
        ("author: 微信公众号：江川发布", (), "江川发布"),
        ("from: 江川日报", (), "江川日报"),
        ("来源: 江川日报", (), "江川日报"),
        ("source: 江川日报 (https://jc.example)", (), "江川日报"),
        ("source: https://jc.example/1.html", (), None),
        ("source: 江川日报\n来源: 海城日报", (), "江川日报"),
        ("source: ''\n来源: 海城日报", (), "海城日报"),
    ],
)
def test_who(field: str, authors: Names, source: str | None) -> None:
    article = post("title: 大桥通车", field)
    assert (article.authors, article.source) == (authors, source)


def test_editors_and_tags() -> None:
    article = post("title: 大桥通车", "责任编辑: 李秋", "关键词: [桥梁, 交通]")
    assert (article.editors, article.tags) == (("李秋",), ("桥梁", "交通"))


def test_the_mapping_itself_stays_as_it_was_written() -> None:
    article = post("标题: 大桥通车", "作者: {name: 张晓明}")
    assert article.front_matter == {"标题": "大桥通车", "作者": {"name": "张晓明"}}


@pytest.mark.parametrize("front", [{}, {"mood": "sunny"}, {"title": "大桥"}, {1: 2, None: 3}])
def test_what_has_no_other_name_stays(front: dict[str, object]) -> None:
    assert usual(front) == front


@pytest.mark.parametrize(
    "text, people",
    [("张晓明", True), ("张晓明、李秋", True), ("江川日报", False), ("张晓明 江川日报", False), ("", False)],
)
def test_what_names_people_and_nothing_else(text: str, people: bool) -> None:
    assert names_people(text, {}) is people
