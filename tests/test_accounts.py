"""Who made a page that has no byline: the element that is named author, accounts, and who is declared and printed."""

from __future__ import annotations

from typing import Any

import pytest
from evidence_lines import Names, author_line, authors, evidence_of, line

from newsclean.byline import Line
from newsclean.people import find_people

# By the name of the element, and accounts


@pytest.mark.parametrize(
    "text, names",
    [
        ("桥头闲话", ("桥头闲话",)),
        ("桥头", ("桥头",)),
        ("桥", ()),
        ("桥头闲话 李秋", ("桥头闲话",)),  # the first
        ("桥头闲话2026-03-01", ("桥头闲话",)),
        ("2026-03-01 江川日报 桥头闲话", ("桥头闲话",)),
        ("江川日报", ()),
        ("江川在线", ()),  # the site
        ("首页", ()),
        ("编辑：李秋", ()),
        ("L" * 18, ("L" * 18,)),
        ("2026-03-01 " + "闲" * 13, ("闲" * 13,)),  # 24 characters
        ("2026-03-01 " + "闲" * 14, ()),
    ],
)
def test_the_element_that_is_named_author(text: str, names: Names) -> None:
    assert authors(author_line(text, below=False), site=("江川在线",)) == names
    assert authors(line("大桥通车"), author_line(text, below=False), site=("江川在线",)) == names


@pytest.mark.parametrize(
    "pieces, names",
    [
        (("By", "桥头闲话"), ("桥头闲话",)),
        (("BY", "桥头闲话"), ("桥头闲话",)),
        (("桥头闲话", "关注"), ("桥头闲话",)),
        (("江川晚报", "桥头闲话"), ()),
        (("By",), ()),
    ],
)
def test_the_first_piece_of_the_element(pieces: Names, names: Names) -> None:
    assert authors(author_line(" ".join(pieces), pieces=pieces, beside=())) == names


def test_the_element_stands_in_the_head() -> None:
    assert authors(author_line("桥头闲话", zone="tail")) == ()
    assert authors(author_line("桥头闲话", zone="tail"), author_line("江川闲人")) == ("江川闲人",)


@pytest.mark.parametrize(
    "given", [{"dated": False}, {"below": False}, {"crumb": True}, {"fields": [("other", "3")]}, {"zone": "lead"}]
)
def test_an_account_beside_the_time(given: dict[str, Any]) -> None:
    beside: dict[str, Any] = {"beside": ("首页", "江川日报", "江川在线", "桥头闲话")}
    dated = "2026-03-01 桥头闲话"
    assert authors(line(dated, **beside), site=("江川在线",)) == ("桥头闲话",)
    assert authors(line(dated, **beside, **given), site=("江川在线",)) == ()
    assert authors(line(dated, **beside, **given), line(dated, **beside), site=("江川在线",)) == ("桥头闲话",)


@pytest.mark.parametrize("button", ["关注", "關注", "加关注", "订阅", "訂閱", "追蹤", "+关注", "＋ 关注"])
def test_an_account_that_can_be_followed(button: str) -> None:
    assert authors(line("桥头闲话"), line(button)) == ("桥头闲话",)
    assert authors(line("大桥通车了"), line("桥头闲话"), line(button)) == ("桥头闲话",)
    assert authors(line("桥头闲话"), line("大桥通车了"), line(button)) == ("大桥通车了",)
    assert authors(line("桥头闲话"), line(button), line("江川闲人"), line(button)) == ("桥头闲话",)
    assert authors(line("桥头闲话"), line(f"{button}我们")) == ()


@pytest.mark.parametrize(
    "found, names",
    [
        (line("桥头闲话 粉丝", pieces=("桥头闲话", "粉丝")), ("桥头闲话",)),
        (line("桥头闲话", crumb=True), ()),
        (line("桥头闲话", dated=True, beside=()), ()),
        (line("桥头闲话", fields=[("other", "3")]), ()),
        (line("桥头闲话", "tail"), ()),
        (line("桥头闲话", below=False), ()),
        (line("江川日报"), ()),
        (line("江川在线"), ()),
        (line("首页"), ()),
    ],
)
def test_what_stands_before_the_button_that_follows(found: Line, names: Names) -> None:
    assert authors(found, line("关注"), site=("江川在线",)) == names
    assert authors(found, line("关注"), line("江川闲人"), line("订阅"), site=("江川在线",)) == (names or ("江川闲人",))


def test_the_time_may_stand_before_the_button() -> None:
    lines = [line("桥头闲话"), line("2026-03-01", beside=()), line("关注")]
    assert authors(*lines) == ("桥头闲话",)
    assert authors(line("大桥通车了", "lead"), *lines) == ("桥头闲话",)
    assert authors(*lines[:2]) == ()


def test_the_button_where_the_source_is_known() -> None:
    evidence = evidence_of(line("桥头闲话"), line("关注"))
    evidence.outlet_near = True
    assert find_people(evidence, None, None).authors == ("桥头闲话",)


@pytest.mark.parametrize(
    "account, near, names",
    [
        ("江川闲人", False, ("江川闲人",)),
        ("江川闲人", True, ("江川闲人",)),  # the page says so itself
        ("江川日报", False, ("桥头闲话",)),
        (None, False, ("桥头闲话",)),
        (None, True, ()),  # the source stands there
    ],
)
def test_accounts(account: str | None, near: bool, names: Names) -> None:
    evidence = evidence_of(line("2026-03-01 桥头闲话"), account=account)
    evidence.outlet_near = near
    assert find_people(evidence, None, None).authors == names


# Declared


@pytest.mark.parametrize("name", ["author", "article:author", "dable:author", "byline"])
def test_a_declared_author_who_is_printed(name: str) -> None:
    declared = {"meta": {name: "桥头张三郎"}}
    for zone, names in {"head": ("桥头张三郎",), "lead": ("桥头张三郎",), "tail": ("桥头张三郎",), "after": ()}.items():
        printed = line("昨天，桥头张三郎走了三趟。", zone, beside=())
        assert authors(printed, **declared) == names
        assert authors(line("大桥通车了。"), printed, **declared) == names
    assert authors(line("桥头李四郎走了三趟。", "tail"), **declared) == ()


@pytest.mark.parametrize("size, names", [(119, ("桥头张三郎",)), (120, ())])
def test_a_declared_author_is_printed_in_a_short_line(size: int, names: Names) -> None:
    printed = line("桥头张三郎" + "走" * (size - 5), "tail")
    assert authors(printed, meta={"author": "桥头张三郎"}) == names


@pytest.mark.parametrize(
    "value, names",
    [
        ("桥头张三郎", ("桥头张三郎",)),
        (" 桥头张三郎 ", ("桥头张三郎",)),
        ("江川日报、桥头张三郎", ("桥头张三郎",)),
        ("江川在线、桥头张三郎", ("桥头张三郎",)),
        ("桥、桥头张三郎", ("桥头张三郎",)),
        ("李秋、桥头张三郎", ("桥头张三郎",)),  # the editor
        ("王大川、桥头张三郎", ("桥头张三郎",)),  # who is printed nowhere
        ("桥头", ("桥头",)),
        ("https://a.example/桥头张三郎", ()),
        ("桥头张三郎@a.example", ()),
        ("", ()),
        ({"name": "桥头张三郎"}, ("桥头张三郎",)),
        ({"@type": "Person", "name": "李秋"}, ("李秋",)),
        ({"@type": "Organization", "name": "桥头张三郎"}, ()),
        ({"@type": "Person"}, ()),
        ([{"name": "王大川"}, {"name": "桥头张三郎"}], ("桥头张三郎",)),
        (["王大川"] * 9 + ["桥头张三郎"], ("桥头张三郎",)),
        (["王大川"] * 10 + ["桥头张三郎"], ()),
        (3, ()),
    ],
)
def test_an_author_in_the_page_s_data(value: Any, names: Names) -> None:
    printed = line("桥头张三郎、李秋（江川日报、江川在线，电话@a.example/）走了三趟。", "tail")
    assert authors(printed, line("编辑：李秋", "after"), jsonld=[{"author": value}], site=("江川在线",)) == names


def test_meta_comes_before_the_data() -> None:
    printed = line("桥头张三郎、桥头李四郎走了三趟。", "tail")
    data: dict[str, Any] = {"jsonld": [{"author": "桥头李四郎"}]}
    assert authors(printed, meta={"author": "桥头张三郎"}, **data) == ("桥头张三郎",)
    assert authors(printed, meta={"author": "桥头王五郎"}, **data) == ("桥头李四郎",)
    assert authors(printed, **data) == ("桥头李四郎",)
