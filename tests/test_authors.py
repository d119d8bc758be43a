"""Which of the places that may name authors and editors are believed, in which order, and what is refused in each."""

from __future__ import annotations

from typing import Any

import pytest
from evidence_lines import Names, author_line, authors, editors, evidence_of, line

from newsclean.byline import Line
from newsclean.people import People, find_people

BODY = "停运三个月的江川大桥昨天恢复通车，首日通过车辆两万余辆。"


# The order of trust


def test_the_first_place_that_names_somebody() -> None:
    places = [
        ("钱二平", line("作者：钱二平")),
        ("孙三平", line("孙三平/江川日报")),
        ("李四平", line("2026-03-01 李四平")),
        ("周五平", line("本报讯（记者 周五平）" + BODY, "lead", fields=[])),
        ("吴六平", line("文字：吴六平", "lead")),
        ("郑七平", line("文字：郑七平", "tail")),
        ("冯八平", line("文字：冯八平", "after")),
        ("褚十平", line("（褚十平）", "after")),
        ("陈九平", line(BODY + "（陈九平）", "close")),
        ("桥头闲话", author_line("桥头闲话")),
        ("桥下闲话", line("桥下闲话")),
    ]
    lines = [found for _, found in places]
    last = line("桥头张三郎在桥上走了三趟。", "tail")
    button = line("关注")
    given: dict[str, Any] = {"account": "江川闲人", "meta": {"author": "桥头张三郎"}}
    assert authors(*lines, button, last, front={"authors": ["赵一平"]}, **given) == ("赵一平",)
    for name, _ in places:
        assert authors(*lines, button, last, **given) == (name,)
        lines = lines[1:]
    assert authors(last, **given) == ("江川闲人",)
    assert authors(last, meta=given["meta"]) == ("桥头张三郎",)
    assert authors(last) == ()


def test_what_is_known_of_people() -> None:
    lead = line("新华社北京5月9日电（记者邹伟）" + BODY, "lead", fields=[])
    found = find_people(evidence_of(lead, line("编辑：李秋", "tail")), "新华社", None)
    assert (found.authors, found.editors) == (("邹伟",), ("李秋",))
    assert found.dateline is not None
    assert found.dateline.agency == "新华社"
    assert find_people(evidence_of(), None, None) == People((), (), None) == People()
    with pytest.raises(AttributeError):
        found.note = ""  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "source, site, names",
    [
        (None, None, ("桥头闲话",)),
        ("桥头闲话", None, ("桥头张三郎",)),
        (None, "桥头闲话", ("桥头张三郎",)),
        ("桥头·闲话", None, ("桥头张三郎",)),  # the same name
        ("江川日报", "江川在线", ("桥头闲话",)),
    ],
)
def test_the_source_and_the_site_are_no_authors(source: str | None, site: str | None, names: Names) -> None:
    lines = [author_line("桥头闲话"), line("桥头张三郎走了三趟。", "tail")]
    evidence = evidence_of(*lines, account="桥头闲话", meta={"author": "桥头张三郎"})
    assert find_people(evidence, source, site).authors == names


def test_one_of_two_is_refused() -> None:
    evidence = evidence_of(line("作者：江川在线、张晓明"))
    assert find_people(evidence, None, "江川在线").authors == ("张晓明",)


def test_at_most_ten() -> None:
    names = tuple(f"张晓{digit}" for digit in "一二三四五六七八九十百")
    assert authors(front={"authors": list(names)}) == names[:10]
    assert editors(front={"editors": list(names)}) == names[:10]
    assert authors(front={"authors": list(names[:10])}) == names[:10]


# Editors


@pytest.mark.parametrize(
    "front, names",
    [
        ({"editors": ["李秋", "王大川"]}, ("李秋", "王大川")),
        ({"editor": "李秋"}, ("李秋",)),
        ({"editors": ["李秋"], "editor": "王大川"}, ("李秋",)),
        ({"author": "李秋"}, ()),
        ({}, ()),
    ],
)
def test_the_editors_of_a_front_matter(front: dict[str, Any], names: Names) -> None:
    assert editors(front=front) == names


@pytest.mark.parametrize(
    "text, names",
    [
        ("编辑：李秋", ("李秋",)),
        ("编辑：李秋、王大川", ("李秋", "王大川")),
        ("编辑：李秋 审核：李秋", ("李秋",)),  # once
        ("编辑：唐不二(tangbuer)", ("唐不二",)),
        ("编辑：唐不二（tang.buer@a-b）李秋", ("唐不二李秋",)),
        ("编辑：李秋（实习）", ("李秋",)),
        ("编辑：李秋。本文有删改", ("李秋",)),
        ("编辑：李秋）本文有删改", ("李秋",)),
        ("编辑：李秋)本文有删改", ("李秋",)),
        ("编辑：李秋 2026-03-01", ("李秋",)),
        ("编辑：" + "L" * 20, ("L" * 20,)),
        ("编辑：" + "L" * 21, ()),
        ("编辑：授权发布、李秋", ("李秋",)),  # no name
        ("作者：李秋", ()),
    ],
)
def test_editors_beside_their_label(text: str, names: Names) -> None:
    assert editors(line(text, "tail")) == names


def test_editors_of_every_zone() -> None:
    lines = [line("编辑：李秋"), line("审核：王大川", "tail"), line("责编：李秋 孙立", "after")]
    assert editors(*lines, front={"editor": "赵文斌"}) == ("赵文斌", "李秋", "王大川", "孙立")


# Front matter


@pytest.mark.parametrize(
    "front, names",
    [
        ({"authors": ["张晓明", "李秋"]}, ("张晓明", "李秋")),
        ({"authors": "张晓明、李秋"}, ("张晓明", "李秋")),
        ({"author": ["张晓明", "桥头闲话"]}, ("张晓明", "桥头闲话")),
        ({"author": " 张晓明 "}, ("张晓明",)),
        ({"author": "桥头闲话"}, ()),  # perhaps the outlet
        ({"author": "桥头闲话", "source": "江川日报"}, ("桥头闲话",)),
        ({"author": "张晓明", "authors": ["李秋"]}, ("李秋",)),
        ({"author": 3, "source": "江川日报"}, ()),
        ({"source": "江川日报"}, ()),
        ({}, ()),
    ],
)
def test_the_authors_of_a_front_matter(front: dict[str, Any], names: Names) -> None:
    assert authors(front=front) == names


# Beside a label


@pytest.mark.parametrize(
    "value, head, below",
    [
        ("张晓明", ("张晓明",), ("张晓明",)),
        ("张晓明、李秋、张晓明", ("张晓明", "李秋"), ("张晓明", "李秋")),
        ("张晓明／江川", ("张晓明",), ("张晓明", "江川")),  # a place, in the head
        ("张晓明。大桥通车", ("张晓明",), ("张晓明",)),
        ("桥头闲话一二", ("桥头闲话一二",), ()),  # six characters: a pen name, in the head
        ("桥头闲话一二、张晓明", ("桥头闲话一二", "张晓明"), ("张晓明",)),
        ("晓明", ("晓明",), ("晓明",)),
        ("Leo Harper", ("Leo Harper",), ("Leo Harper",)),
        ("Leo", ("Leo",), ()),
        ("江川日报评论员", ("江川日报评论员",), ("江川日报评论员",)),
        ("张晓明（江川大学教授）", ("张晓明",), ("张晓明",)),
        ("江川日报", (), ()),  # outlets
        ("江川日报、张晓明", ("张晓明",), ("张晓明",)),
        ("江川日报-评论组", ("江川日报-评论组",), ("江川日报-评论组",)),  # a desk of one
        ("李之声", ("李之声",), ("李之声",)),  # the name of a person first
        ("授权发布、张晓明", ("张晓明",), ("张晓明",)),
        ("江川在线", (), ()),  # the site
        ("江川在线、张晓明", ("张晓明",), ("张晓明",)),
        ("赵文斌", ("赵文斌",), ("赵文斌",)),  # after whom the site is named
    ],
)
def test_authors_beside_their_label(value: str, head: Names, below: Names) -> None:
    site = ("江川在线一站", "赵文斌的桥头")
    assert authors(line(f"作者：{value}"), site=site) == head
    for zone in ("lead", "tail", "after"):
        assert authors(line(f"作者：{value}", zone), site=site) == below


def test_the_owner_of_a_blog_has_any_name() -> None:
    assert authors(line("作者：桥头闲话一二", "tail"), accounts=("桥头闲话一二",)) == ("桥头闲话一二",)
    assert authors(line("作者：桥头闲话一二", "tail"), accounts=("桥头闲话",)) == ()


def test_a_label_counts_in_its_own_zone() -> None:
    lines = [line("文字：王大川", "tail"), line("文字：李秋", "lead"), line("作者：张晓明"), line("撰文：孙立")]
    assert authors(*lines) == ("张晓明", "孙立")
    assert authors(*lines[:2]) == ("李秋",)
    assert authors(line("编辑：李秋")) == ()


# Who reports


@pytest.mark.parametrize(
    "text, names",
    [
        ("記者陳嘉寧／桃園機場報導", ("陳嘉寧",)),
        ("石佳/中国青年报", ("石佳",)),
        (" 石佳 / 中国青年报 ", ("石佳",)),
        ("石佳/江川", ()),
        ("桥头/中国青年报", ()),
        ("戴沐晴 綜合報導", ("戴沐晴",)),
        ("桥头 | 戴沐晴、李秋 江川报道", ("戴沐晴", "李秋")),
        ("里奥·哈珀 东京報道", ("里奥·哈珀",)),
        ("戴沐晴/报道", ("戴沐晴",)),
        ("桥头 綜合報導", ()),
        ("大桥 戴沐晴 綜合報導", ()),  # all of them or none
    ],
)
def test_who_reports(text: str, names: Names) -> None:
    plain: dict[str, Any] = {"fields": [], "beside": ()}
    assert authors(line(text, **plain)) == names
    assert authors(line(text, "tail", **plain)) == ()


def test_names_beside_their_outlet() -> None:
    signed = line("安小山 卜成 江川日报", pieces=("安小山 卜成", "江川日报"), beside=())
    assert authors(signed) == ("安小山", "卜成")
    assert authors(line("安小山 江川日报", pieces=("安小山", "江川日报"), beside=(), near=False)) == ()


def test_who_reports_stands_near_in_a_short_line() -> None:
    plain: dict[str, Any] = {"fields": [], "beside": ()}
    far = {**plain, "near": False}
    assert authors(line("戴沐晴 綜合報導", **far)) == ()
    assert authors(line("社會中心／戴沐晴 台南報導", "lead", **far)) == ("戴沐晴",)
    assert authors(line("生活中心／綜合報導", "lead", **far)) == ()
    assert authors(line("這天傍晚的江川老街十分熱鬧／戴沐晴 台南報導", "lead", **far)) == ("戴沐晴",)
    assert authors(line("這天傍晚的江川老街上仍是十分熱鬧／戴沐晴 台南報導", "lead", **far)) == ()
    assert authors(line("石佳/中国青年报", **far)) == ("石佳",)
    assert authors(line("石佳/中国青年报", "lead", **far)) == ()
    assert authors(line("記者陳嘉寧／桃園機場報導", "lead", **far)) == ("陳嘉寧",)
    byline = "記者陳嘉寧／桃園機場報導"
    assert authors(line("江" * (90 - len(byline)) + byline, **plain)) == ("陳嘉寧",)
    assert authors(line("江" * (91 - len(byline)) + byline, **plain)) == ()
    assert authors(line(BODY, **plain), line(byline, **plain)) == ("陳嘉寧",)


# Beside the date


@pytest.mark.parametrize(
    "text, names",
    [
        ("2026-03-01 张晓明", ("张晓明",)),
        ("2026-03-01 张晓明 李秋平", ("张晓明", "李秋平")),
        ("2026-03-01 李秋", ()),  # two characters without a source
        ("2026-03-01 欧阳小明", ("欧阳小明",)),
        ("2026-03-01 来源：江川日报 李秋", ("李秋",)),
        ("来源：江川日报 李秋", ("李秋",)),
        ("来源：江川日报 张晓明", ("张晓明",)),
        ("来源：江川日报 欧阳小明", ("欧阳小明",)),
        ("2026-03-01 里奥·哈珀", ()),  # cut at the dot
        ("浏览：1024 李秋", ()),
        ("2026-03-01 桥头 江川 大桥 张晓明", ("张晓明",)),
        ("2026-03-01 桥头 江川 大桥 通车 张晓明", ()),  # five words
        ("2026-03-01 桥头闲话", ()),
        ("2026-03-01 文化", ()),
    ],
)
def test_a_name_beside_the_date_or_the_source(text: str, names: Names) -> None:
    assert authors(line(text, below=False)) == names  # where no account stands


@pytest.mark.parametrize("given", [{"crumb": True}, {"linked": True}, {"zone": "tail"}])
def test_other_lines_with_a_date_name_nobody(given: dict[str, Any]) -> None:
    beside: dict[str, Any] = {"beside": ("张晓明",), "below": False}
    assert authors(line("2026-03-01 张晓明", **beside)) == ("张晓明",)
    assert authors(line("2026-03-01 张晓明", **beside, **given)) == ()
    assert authors(line("2026-03-01 李秋平", **beside, **given), line("2026-03-01 张晓明", **beside)) == ("张晓明",)


@pytest.mark.parametrize(
    "found, names",
    [
        (line("张晓明"), ("张晓明",)),
        (line("李秋"), ()),
        (author_line("李秋"), ("李秋",)),
        (author_line("欧阳小明"), ("欧阳小明",)),
        (author_line("李秋 安小山", pieces=("李秋", "安小山")), ("李秋", "安小山")),
        (author_line("李秋 江川闲人", pieces=("李秋", "江川闲人")), ("李秋",)),
        (line("欧阳小明"), ()),
        (line("晓明天"), ()),
        (line("张晓明", near=False), ()),
        (line("张晓明", kind="list-item"), ()),
        (line("张晓明", zone="lead"), ()),
        (line("邬 守 山", rule="bylines/name"), ("邬守山",)),
        (line("邬 守 山", rule="bylines/line"), ()),
        (line("桥头人", rule="bylines/name"), ()),
    ],
)
def test_a_name_alone_under_the_headline(found: Line, names: Names) -> None:
    assert authors(found) == names
    assert authors(line("大桥通车了"), found) == names
