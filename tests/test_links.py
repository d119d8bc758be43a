"""Links to other articles inside the body: which lines are taken for them, by which rule, and which stay."""

from __future__ import annotations

import pytest
from bridge_story import PARAGRAPHS, TITLE

import newsclean

LAST = "下一步，交通局将在桥上安装监测设备，一旦有异常，十分钟之内就能封闭交通。"


def parsed(between: str, last: str = LAST) -> newsclean.Article:
    """An article with something between its fourth paragraph and its last one."""
    body = "".join(f"<p>{text}</p>" for text in PARAGRAPHS) + between + (f"<p>{last}</p>" if last else "")
    return newsclean.parse(
        f"<title>{TITLE}_江川在线</title><h1>{TITLE}</h1><div>2026-03-01 10:00 来源：新华社</div><div class=content>{body}</div>"
    )


def link(text: str) -> str:
    return f"<p><a href=/x>{text}</a></p>"


def judged(article: newsclean.Article) -> dict[str, str]:
    """Text -> rule of what was taken out of the body."""
    return {removed.text: removed.rule for removed in article.removed if removed.rule.startswith("links/")}


def test_two_link_lines_in_a_row_are_a_list_and_the_text_goes_on() -> None:
    article = parsed(link("江川二桥明年动工") + link("江川三桥后年动工"))
    assert judged(article) == {"江川二桥明年动工": "links/list", "江川三桥后年动工": "links/list"}
    assert article.text == "\n".join((*PARAGRAPHS, LAST))


@pytest.mark.parametrize(
    "between",
    [
        link("江川二桥明年动工"),  # one alone may be part of the text
        link("江川二桥明年动工") + f"<p>{PARAGRAPHS[0]}</p>" + link("江川三桥后年动工"),  # two, but not in a row
        "<p>交通局公布了<a href=/x>大修的报告</a>，有六十页。</p>" * 2,  # links in sentences
    ],
)
def test_links_that_stay(between: str) -> None:
    article = parsed(between)
    assert judged(article) == {}
    assert article.text.endswith(LAST)


def test_link_lines_at_the_end_need_no_company() -> None:
    article = parsed(link("江川二桥明年动工"), last="")
    assert judged(article) == {"江川二桥明年动工": "links/at-end"}
    assert article.text == "\n".join(PARAGRAPHS)


def test_a_link_line_below_a_head_that_announces_it() -> None:
    article = parsed("<p>相关阅读</p>" + link("江川二桥明年动工"))
    assert judged(article) == {"江川二桥明年动工": "links/announced"}


@pytest.mark.parametrize("text", ["推广 江川楼盘今天开盘", "推廣 江川樓盤今天開盤", "AD 江川楼盘今天开盘"])
def test_a_linked_line_that_calls_itself_an_advertisement(text: str) -> None:
    article = parsed(link(text))
    assert [(removed.verdict, removed.rule) for removed in article.removed if removed.text == text] == [
        ("promotion", "links/advertisement")
    ]


def test_another_story_s_headline_and_summary_in_a_quotation() -> None:
    headline, summary = "江川二桥明年动工，总投资三亿元", "江川二桥的可行性报告昨天通过了评审。"
    article = parsed(f"<blockquote><p><a href=/x>{headline}</a></p><p>{summary}</p></blockquote>")
    assert judged(article) == {headline: "links/teaser", summary: "links/teaser"}
    assert article.text == "\n".join((*PARAGRAPHS, LAST))


def test_a_quotation_without_a_link_is_text_even_behind_a_teaser() -> None:
    teaser = "<blockquote><p><a href=/x>江川二桥明年动工，总投资三亿元</a></p></blockquote>"
    quoted = "大桥建成于一九八六年，当年全县每户人家都出过工。"
    article = parsed(f"{teaser}<p>{PARAGRAPHS[0]}</p><div><blockquote><p>{quoted}</p></blockquote></div>")
    assert quoted in article.text
    assert quoted in parsed(f"<blockquote>{quoted}</blockquote>").text


def test_the_picture_of_a_link_goes_with_it() -> None:
    image = "<p><a href=/{0}><img src=/{0}.jpg width=300 height=200>{1}</a></p>".format
    article = parsed(image("b", "江川二桥明年动工") + image("c", "江川三桥后年动工"), last="")
    assert article.images == ()
    assert [removed.rule for removed in article.removed if removed.rule.startswith("links/")] == [
        "links/picture",
        "links/at-end",
        "links/picture",
        "links/at-end",
    ]
    assert len(parsed("<p><img src=/b.jpg width=300 height=200></p>" + link("江川二桥明年动工")).images) == 1
