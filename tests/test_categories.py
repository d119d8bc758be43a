"""The sections of a breadcrumb: what is one, what of it is a section, what only looks like one."""

from __future__ import annotations

import pytest

import newsclean
from newsclean.testing import cases, load

BODY = (
    "<h1>江川大桥恢复通车</h1><p>2024年5月9日 10:20 来源：江川日报</p>"
    "<p>停运三个月的江川大桥昨天恢复通车，首日通过车辆两万余辆，交警部门提醒司机减速慢行。</p>"
    "<p>大桥管理处说，今后每周检查一次桥面，并在两端各设一处观测点，随时公布车流。</p>"
)


def sections(above: str, title: str = "江川大桥恢复通车_江川新闻网") -> tuple[str, ...]:
    page = f"<html><head><title>{title}</title></head><body>{above}{BODY}</body></html>"
    return newsclean.parse(page.encode()).categories


@pytest.mark.parametrize(
    "above, expected",
    [
        ("<div>当前位置：<a>首页</a> &gt; <a>新闻频道</a> &gt; <a>社会</a> &gt; 正文</div>", ("新闻频道", "社会")),
        ("<td>&nbsp;您的位置：<a>江川网主页</a> - <a>江川社会</a></td>", ("江川社会",)),  # xinhua before 2010
        ("<p>當(dāng)前位置: 首頁(yè)&gt;&gt; 今日望江&gt;&gt; 要聞</p>", ("今日望江", "要聞")),  # hijacked copies
        ("<div><a>网易</a> &gt; <a>财经频道</a> &gt; <a>产经新闻</a> &gt; 正文</div>", ("网易", "财经频道", "产经新闻")),
        ("<div><a>ETtoday</a> &gt; <a>生活</a> &gt; <a>校園</a></div>", ("生活", "校園")),
        ("<div class='path'><a>人民网</a>&gt;&gt;<a>社会·法治</a>&gt;&gt;<a>基层故事</a></div>", ("社会·法治", "基层故事")),
        ("<div class='breadcrumb'><a>首頁</a>/<a>生活</a></div>", ("生活",)),  # cna
        ("<div class='breadcrumb'><a>港聞</a><a>社會新聞</a></div>", ("港聞", "社會新聞")),  # hk01
        ("<div><a>网易号</a> &gt; 正文 <a>申请入驻</a></div>", ("网易号",)),
        ("<div class='crumbs'><a>海州晚报网</a> » <a>民生</a></div>", ("民生",)),
    ],
)
def test_a_breadcrumb_names_sections(above: str, expected: tuple[str, ...]) -> None:
    assert sections(above) == expected


def test_the_site_is_no_section_of_itself() -> None:
    above = "<div><a>网易</a> &gt; <a>财经频道</a> &gt; 正文</div>"
    assert sections(above, "江川大桥恢复通车_网易财经") == ("财经频道",)


def test_of_two_breadcrumbs_the_one_at_the_headline_counts() -> None:
    above = "<div><a>新闻</a> &gt; <a>国内</a></div><div><a>专题</a> &gt; <a>大桥</a></div>"
    assert sections(above) == ("专题", "大桥")


@pytest.mark.parametrize(
    "above",
    [
        "<div><a>查看TA的文章&gt;</a></div>",  # sohu: a button
        "<td><a>返回首页</a> | <a>往期回顾</a> | <a>标题导航</a> | <a>下载PDF</a></td>",  # digital editions
        "<nav><a>新闻</a><a>财经</a><a>体育</a></nav>",
        "<div>江川大桥恢复通车</div>",
        "<p>气温 &lt; 5 度，风力 &gt; 6 级的日子里，大桥将会关闭，请司机提前留意管理处的通知和沿线的告示牌。</p>",
    ],
)
def test_what_only_looks_like_one(above: str) -> None:
    assert sections(above) == ()


def test_most_fixtures_state_theirs() -> None:
    """Of those whose gold names categories; the rest have them in a script, a menu or a tag beside the headline."""
    named = [load(name) for name in cases() if load(name).expected.categories]
    right = [case for case in named if newsclean.parse(case.raw).categories == case.expected.categories]
    assert len(right) >= 0.75 * len(named), f"{len(right)} of {len(named)}"
