"""The printed headline, without channel, site and badges; the declared one where the printed is cut."""

from __future__ import annotations

import pytest

import newsclean

SENTENCE = "停运三个月的江川大桥昨天恢复通车，首日通过车辆两万余辆，沿线商户的生意也好了起来。"
BODY = f"<div class=content><p>{SENTENCE}</p><p>“等这一天等了很久。”桥头的面馆老板说。</p><p>{SENTENCE}</p><p>{SENTENCE[10:]}</p></div>"
BYLINE = "<div>2026-03-01 10:00 来源：江川日报社</div>"
TITLE = "江川大桥恢复通车 首日通过两万辆"


def page(head: str = "", printed: str = f"<h1>{TITLE}</h1>", title: str = f"{TITLE}_江川新闻网") -> str:
    return f"<html><head><title>{title}</title>{head}</head><body>{printed}{BYLINE}{BODY}</body></html>"


# What the page calls itself


@pytest.mark.parametrize(
    "title",
    [
        f"{TITLE}_江川新闻网",
        f"{TITLE}_新闻中心_江川新闻网",
        f"{TITLE}-江川新闻网",
        f"{TITLE} - 江川新闻网",
        f"{TITLE}|江川新闻网",
        f"{TITLE} | 社会 | 江川新闻网",
        f"{TITLE}——江川新闻网",
        f"{TITLE}--社会--江川新闻网",
        f"{TITLE}丨江川新闻网",
        f"{TITLE}｜江川新聞網",
        f"{TITLE} :: 江川新闻网",
        f"{TITLE}_腾讯网",
        f"{TITLE}_大川网_腾讯网",
        f"{TITLE}_手机搜狐网",
        f"{TITLE}_网易订阅",
        f"{TITLE} - Jiangchuan News",
        f"{TITLE}-江川在线-江川第一门户",
        f"{TITLE}－江川網",
        f"{TITLE}【江川网】",
        f"江川网_{TITLE}",
        f"江川新闻网--{TITLE}",
        f"江川日报 | {TITLE} - 社会 - 江川网",
        f"【江川晚报】{TITLE}",
        f"江川市人民政府门户网站 {TITLE}",
        f"\n  {TITLE}\n  _江川新闻网 ",
    ],
)
@pytest.mark.parametrize("printed", ["", f"<h1>{TITLE}</h1>"], ids=["not printed", "printed"])
def test_channel_and_site_are_taken_off(title: str, printed: str) -> None:
    assert newsclean.parse(page(title=title, printed=printed)).title == TITLE


@pytest.mark.parametrize(
    "title",
    [
        "A股三大指数收涨-创业板指涨2%",
        "从0到1：一座桥的诞生",
        "iPhone 17：买还是不买？",
        "他说“等一等”——一个渡口的最后十年",
        "数据|2025年江川人最爱看的十本书",
        "GDP_R是什么？读懂统计公报里的新指标",
    ],
)
def test_printed_headline_keeps_its_own_separators(title: str) -> None:
    assert newsclean.parse(page(title=f"{title}_江川新闻网", printed=f"<h1>{title}</h1>")).title == title


@pytest.mark.parametrize(
    "title",
    [
        "江川-海城高铁开通",
        "评论 | 大桥通车之后该想什么",
        "【夜读】大桥通车之后该想什么",
        "江川网红桥恢复通车",
    ],
)
def test_what_is_no_site_stays(title: str) -> None:
    assert newsclean.parse(page(title=f"{title}_江川新闻网", printed="")).title == title


def test_the_site_s_own_name_is_no_headline() -> None:
    """Its title is nothing else either; the headline stands in the text, below the date."""
    html = page(title="江川网", printed="<h1 class=logo>江川网</h1>").replace(
        "<div class=content>", f"<div class=content><h1>{TITLE}</h1>"
    )
    assert newsclean.parse(html).title == TITLE


def test_raw_title_is_what_was_declared() -> None:
    article = newsclean.parse(page())
    assert (article.title, article.raw_title) == (TITLE, f"{TITLE}_江川新闻网")


# Where it is printed


@pytest.mark.parametrize(
    "printed",
    [
        f"<h1>{TITLE}</h1>",
        f"<h2>{TITLE}</h2>",
        f'<div class="title">{TITLE}</div>',
        f'<p class="art-title"><b>{TITLE}</b></p>',
        f'<td class=bt align=center><font size=5>{TITLE}</font></td>',
        "<h1><span>江川大桥恢复通车</span> <span>首日通过两万辆</span></h1>",
        "<h1>江川大桥恢复通车<br>首日通过两万辆</h1>",
        "<h1>江川大桥恢复通车&nbsp;首日通过两万辆</h1>",
        f"<div><h1>江川新闻网</h1></div><h1>{TITLE}</h1>",
        f"<h1 class=logo><a href=/>江川新闻网</a></h1><h2>{TITLE}</h2>",
        f'<div class="breadcrumb">首页 &gt; 新闻 &gt; {TITLE}</div><h1>{TITLE}</h1>',
        f'<h1 id="title">\n\t{TITLE}\n</h1>',
    ],
)  # fmt: skip
def test_printed_headline(printed: str) -> None:
    assert newsclean.parse(page(printed=printed)).title == TITLE


@pytest.mark.parametrize("name, printed", [("zhuti", TITLE), ("fuzhu", "江川日报数字报")])
def test_a_paper_s_page_whose_title_is_the_paper_s(name: str, printed: str) -> None:
    heading = f'<div><p class="yinti"></p><h2 class="{name}">{TITLE}</h2></div>'
    html = page(title="江川日报数字报", printed=heading).replace(BYLINE, "").replace("昨天", "")
    assert newsclean.parse(html).title == printed


def test_headline_of_another_article_is_not_ours() -> None:
    related = '<div class="related"><h3>相关阅读</h3><h1><a href="/b.html">另一座大桥也将在明年动工</a></h1></div>'
    assert newsclean.parse(page().replace("</body>", f"{related}</body>")).title == TITLE


@pytest.mark.parametrize("badge", ["原创", "独家", "视频", "图集"])
def test_badges_are_taken_off(badge: str) -> None:
    printed = f"<h1><span class=badge>{badge}</span>{TITLE}</h1>"
    assert newsclean.parse(page(printed=printed)).title == TITLE


@pytest.mark.parametrize(
    "title", ["原创音乐节在江川开幕 三千乐迷冒雨赴约", "独家村里的最后一户人家", "视频会议开成马拉松 基层干部有话说"]
)
def test_words_that_only_look_like_badges_stay(title: str) -> None:
    assert newsclean.parse(page(title=f"{title}_江川新闻网", printed=f"<h1>{title}</h1>")).title == title


OTHERS = [
    '<div class="title">作者最新文章</div>',
    "<h2>看过本文的人还看了</h2>",
    '<h3 class="tit">一周精选</h3>',
]
"""Headings of what stands beside an article."""


@pytest.mark.parametrize("other", OTHERS)
def test_no_heading_of_something_else_is_taken_for_a_headline_that_is_not_printed(other: str) -> None:
    beside = f"<div><div>{other}</div><ul><li><a href=/2.html>渡船停航</a> 2026-02-27 09:00</li></ul></div>"
    assert newsclean.parse(page(printed=beside)).title == TITLE
    assert newsclean.parse(page(printed="").replace("</body>", f"{beside}</body>")).title == TITLE


PRINTED = [
    "<h1>{}</h1>",
    '<h2 class="title">{}</h2>',
    '<div class="title">{}</div>',
    "<h2>{}</h2>",
]
SITES = [
    "江川市人民政府门户网站",
    "江川新闻网-江川地区最大的新闻门户网站",
    "新闻详情_江川水务局官方网站",
    "江川日报数字报 - 多媒体数字报纸平台",
    "通知公告-江川大学后勤管理处",
    "文章正文内容页",
    "江川市水务局 信息公开",
    "中国江川网 www.jiangchuan.example.cn 欢迎您",
    "江川水务集团有限公司",
    "信息公开目录-江川区教育局",
    "江川在线手机版新闻中心",
]


@pytest.mark.parametrize("printed", PRINTED)
@pytest.mark.parametrize("title", SITES)
def test_the_printed_headline_where_the_title_names_the_site_alone(title: str, printed: str) -> None:
    assert newsclean.parse(page(title=title, printed=printed.format(TITLE))).title == TITLE


@pytest.mark.parametrize("printed", PRINTED)
@pytest.mark.parametrize(
    "title",
    ["江川大桥通车了，三个月的绕行结束_江川新闻网", "两万辆车驶过重新开放的大桥，首日恢复如常_江川新闻网"],
)
def test_the_printed_headline_where_the_declared_one_says_it_in_other_words(title: str, printed: str) -> None:
    assert newsclean.parse(page(title=title, printed=printed.format(TITLE))).title == TITLE


# Cut headlines


@pytest.mark.parametrize("mark", ["…", "...", "……", ".."])
def test_cut_headline_is_completed_by_the_declared_one(mark: str) -> None:
    printed = f"<h1>江川大桥恢复通车 首日{mark}</h1>"
    assert newsclean.parse(page(printed=printed)).title == TITLE


def test_an_ellipsis_that_belongs_to_it_stays() -> None:
    title = "停运三个月之后，它终于回来了……"
    assert newsclean.parse(page(title=f"{title}_江川新闻网", printed=f"<h1>{title}</h1>")).title == title


# Hacked pages


@pytest.mark.parametrize(
    "title",
    [
        "北京赛车pk10开奖_六合彩_百家乐在线投注",
        f"百家乐_老虎机_真人娱乐-{TITLE}",
        "国产精品_在线观看_久久日韩",
    ],
)
def test_spam_in_the_title_loses_to_the_printed_headline(title: str) -> None:
    assert newsclean.parse(page(title=title)).title == TITLE


# What is declared


@pytest.mark.parametrize(
    "head",
    [
        f'<meta property="og:title" content="{TITLE}">',
        f"<meta name='twitter:title' content='{TITLE}'>",
        f'<meta name="ArticleTitle" content="{TITLE}">',
        f'<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "{TITLE}"}}</script>',
    ],
)
def test_declared_where_nothing_is_printed(head: str) -> None:
    assert newsclean.parse(page(head=head, printed="", title="江川新闻网")).title == TITLE


def test_no_title_at_all() -> None:
    article = newsclean.parse(f"<body>{BODY}{BODY}</body>")
    assert article.title is None
    assert article.raw_title is None


@pytest.mark.parametrize(
    "written, title",
    [
        ("Q&amp;A：桥为什么修了三个月", "Q&A：桥为什么修了三个月"),
        ("“桥修好了”&mdash;&mdash;一个渡口的告别", "“桥修好了”——一个渡口的告别"),
        ("桥修好了&#65281;全县人都来了", "桥修好了！全县人都来了"),
        ("5&lt;6：一道小学数学题难倒了家长", "5<6：一道小学数学题难倒了家长"),
    ],
)
def test_entities_in_headlines(written: str, title: str) -> None:
    assert newsclean.parse(page(title=f"{written}_江川新闻网", printed=f"<h1>{written}</h1>")).title == title


# 原标题


@pytest.mark.parametrize(
    "line, original",
    [
        ("原标题：停运三个月，大桥回来了", "停运三个月，大桥回来了"),
        ("（原标题：停运三个月，大桥回来了）", "停运三个月，大桥回来了"),
        ("原标题：《停运三个月，大桥回来了》", "停运三个月，大桥回来了"),
        ("原標題：大橋回來了", "大橋回來了"),
    ],
)
def test_original_title_is_a_field_and_the_printed_one_stays_the_title(line: str, original: str) -> None:
    article = newsclean.parse(page().replace("<p>", f"<p>{line}</p><p>", 1))
    assert (article.title, article.original_title) == (TITLE, original)
    assert line not in article.text


# Texts


@pytest.mark.parametrize(
    "lines, title",
    [
        ([TITLE, "2026-03-01 10:00 来源：江川日报社"], TITLE),
        (["江川新闻网", TITLE, "2026-03-01 10:00 来源：江川日报社"], TITLE),
        (["首页 > 新闻 > 正文", TITLE, "2026-03-01 10:00"], TITLE),
        ([TITLE, TITLE, "2026-03-01 10:00"], TITLE),
        (["江川新闻网", "首页 > 要闻", "", TITLE, "", "来源：江川日报社  2026-03-01 10:00", "分享到："], TITLE),
        ([TITLE], TITLE),
    ],
)
def test_headline_of_a_text_dump(lines: list[str], title: str) -> None:
    text = "\n".join([*lines, SENTENCE, "“等这一天等了很久。”桥头的面馆老板说。", SENTENCE, SENTENCE[10:]])
    article = newsclean.parse(text, kind="text")
    assert article.title == title
    assert article.text.startswith(SENTENCE)


@pytest.mark.parametrize(
    "written, title",
    [
        ("_江川大桥恢复通车_", "江川大桥恢复通车"),
        ("**江川大桥恢复通车**", "江川大桥恢复通车"),
        ("江川 _大桥_ 恢复通车", "江川 _大桥_ 恢复通车"),
        ("江川大桥  恢复通车", "江川大桥 恢复通车"),
        ("C_C", "C_C"),
    ],
)
def test_title_of_a_front_matter(written: str, title: str) -> None:
    article = newsclean.parse(f"---\ntitle: '{written}'\n---\n{BODY}")
    assert (article.title, article.raw_title) == (title, written)
