"""Where the body is: of several places with prose, the one that the headline stands over."""

from __future__ import annotations

import pytest

from newsclean import parse

SHORT = "市水务局昨天说，城南的旧水管本周换完，施工期间夜里停水。"
LEAD = "本文是旧城改造系列报道的第三篇，前两篇讲了老街的历史和住户的想法，这一篇讲水管。"
SECOND = "换下来的水管用了四十年，最老的一段铺于上世纪六十年代，居民说水里常有铁锈。"
THIRD = "水务局说，换管之后水压会高一些，住在六楼的人家不用再在半夜接水了。"
ELSEWHERE = (
    "一座横跨两岸的大桥今天上午正式通车，车程从四十分钟缩短到六分钟。",
    "大桥全长三千二百米，双向六车道，两边设有人行道，桥上的灯入夜后每晚亮到十一点。",
    "工程历时四年，其间两次因为洪水停工，最后一段钢梁在去年冬天合龙。",
    "当地居民说，以前过河要等渡船，遇上大风就停航，孩子上学常常迟到，现在坐公交车就可以过去。",
    "交通部门说，通车后的头一个月货车限行，等路面检测完毕再放开，请司机留意路牌。",
)


def page(*parts: str, title: str = "城南旧水管本周换完") -> str:
    """A page that names none of its containers."""
    head = f'<html lang="zh-CN"><head><meta charset="utf-8"><title>{title}</title></head>'
    return f"{head}<body><div><h1>{title}</h1><div>2024-03-05 08:10</div></div>{''.join(parts)}</body></html>"


def paragraphs(*texts: str) -> str:
    return "<div>" + "".join(f"<p>{text}</p>" for text in texts) + "</div>"


FOURTH = "旧水管由市里的回收站收走，水务局打算把最老的一段留下来，放进水厂的陈列室。"
SUMMARIES = "".join(
    f'<div><a href="/{number}.html">一座大桥今天通车</a><p>{text}{text}</p></div>' for number, text in enumerate(ELSEWHERE)
)
COMMENTS = "".join(
    f"<div><span>用户{number}</span><span>3小时前</span><p>{text}</p></div>" for number, text in enumerate(ELSEWHERE * 2)
)


@pytest.mark.parametrize(
    "beside",
    [
        pytest.param(
            f"<div><h2>大桥通车</h2><div>2024-03-04 09:00</div>{paragraphs(*ELSEWHERE)}</div>", id="the next article"
        ),
        pytest.param(f"<div><h4>最新评论</h4>{COMMENTS}</div>", id="comments"),
        pytest.param(f"<div>{SUMMARIES}</div>", id="summaries of others"),
    ],
)
def test_what_is_longer_than_the_article_and_stands_below_it(beside: str) -> None:
    body = (SHORT, LEAD, SECOND, THIRD, FOURTH)
    assert parse(page(paragraphs(*body), beside)).text == "\n".join(body)


def test_a_disclaimer_longer_than_the_article() -> None:
    said = (
        "本网站的内容概不构成任何投资建议，也不是针对任何人的投资目标、财务状况和需要而写的，读者应当先问过顾问，"
        "再作决定，行情由交易所提供，至少延迟十五分钟。",
        "版权所有，未经书面许可，任何人不得转载本网站的任何内容。",
    )
    assert parse(page(f"<div>{paragraphs(SHORT, SECOND)}</div>", paragraphs(*said))).text == f"{SHORT}\n{SECOND}"


def test_a_line_in_a_box_of_its_own_is_not_taken_for_the_article_beside_it() -> None:
    caption = "消防车停在路边，几位工人坐在井盖旁边休息，等下午的水泥送到，一位老人在旁边看着。（水务局提供）"
    boxes = "".join(f"<div><div><div>{text}</div></div></div>" for text in (caption, SHORT))
    assert parse(page(f"<div>{boxes}</div>")).text == f"{caption}\n{SHORT}"


@pytest.mark.parametrize("lead", [LEAD, LEAD + SECOND])
def test_the_text_after_a_lead_is_the_article(lead: str) -> None:
    """A lead has 150 characters at most; what is longer than that is taken for the article."""
    assert parse(page(f"<div>{lead}</div>", paragraphs(SHORT, *ELSEWHERE))).text.endswith("\n".join((SHORT, *ELSEWHERE)))


@pytest.mark.parametrize(
    "line",
    [
        '<a href="/old.html">城南的水管为什么要换</a>',
        "以上内容不构成投资建议，供水公司的股价昨天没有变动。",
    ],
)
def test_a_line_of_the_body_does_not_lose_what_stands_around_it(line: str) -> None:
    assert parse(page(paragraphs(SHORT, SECOND, line, THIRD))).text.startswith(f"{SHORT}\n{SECOND}\n")
    assert THIRD in parse(page(paragraphs(SHORT, SECOND, line, THIRD))).text


def test_without_a_printed_headline_the_most_prose_is_the_article() -> None:
    texts = "".join(f"<div><div>{paragraphs(*part)}</div></div>" for part in ((SHORT, SECOND), ELSEWHERE))
    found = parse(f'<html lang="zh-CN"><head><title>大桥通车</title></head><body>{texts}</body></html>')
    assert ELSEWHERE[2] in found.text or not found.is_article
