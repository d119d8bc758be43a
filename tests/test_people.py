"""Who made it: the outlet, who wrote, who edited.  Three fields, never mixed; photographers and sites are none of them."""

from __future__ import annotations

import pytest

import newsclean
from newsclean.names import is_name, split_names

SENTENCE = "停运三个月的江川大桥昨天恢复通车，首日通过车辆两万余辆，沿线商户的生意也好了起来。"
MIDDLE = (
    "“等这一天等了很久。”桥头的面馆老板说，停运的日子里，他每天只卖出十几碗面。",
    "县交通局介绍，这次大修更换了全部的吊杆，桥面重新铺了沥青，限速降到四十公里。",
    "住在对岸的学生不用再绕行二十公里，早上可以多睡半个小时，家长们松了一口气。",
)
TITLE = "江川大桥恢复通车 首日通过两万辆"


def page(
    byline: str = "2026-03-01 10:00", first: str = SENTENCE, last: str = "", head: str = "", after: str = ""
) -> str:
    body = "".join(f"<p>{line}</p>" for line in (first, *MIDDLE, *([last] if last else [])))
    return (
        f"<html><head><title>{TITLE}_江川在线</title>{head}</head><body><h1>{TITLE}</h1><div class=info>{byline}</div>"
        f"<div class=content>{body}</div>{after}</body></html>"
    )


def made(html: str) -> tuple[str | None, tuple[str, ...], tuple[str, ...]]:
    article = newsclean.parse(html)
    assert article.text.startswith(("停运", "新华社", "本报讯", "中新网", "【", "（", "中央社"))
    return article.source, article.authors, article.editors


# The byline


@pytest.mark.parametrize(
    "byline, source, authors, editors",
    [
        ("2026-03-01 10:00 来源：新华社", "新华社", (), ()),
        ("2026-03-01 10:00 来源: 新华社 作者: 张晓明", "新华社", ("张晓明",), ()),
        ("来源：新华社 | 作者：张晓明 | 编辑：李秋 | 2026-03-01 10:00", "新华社", ("张晓明",), ("李秋",)),
        ("2026年03月01日10:00 来源：新华社&nbsp;&nbsp;作者：张晓明、李秋", "新华社", ("张晓明", "李秋"), ()),
        (
            "<span>2026-03-01</span><span>来源：<a href=/>新华网</a></span><span>责任编辑：李秋</span>",
            "新华网",
            (),
            ("李秋",),
        ),
        ("來源：中央社　2026-03-01 10:00", "中央社", (), ()),
        ("2026-03-01 10:00【新闻评论】【繁体】", None, (), ()),
        ("【江川日報專訊】 2026年3月1日", "江川日報", (), ()),
        ("updated:2026-03-01 10:00:31 MYT", None, (), ()),
        ("發表人：張曉明 時間：2026-03-01 10:00 點閱：3021", None, ("張曉明",), ()),
        ("<span>作者：張曉明</span> • <span>2026年3月1日</span> • <span>2 分鐘閱讀時間</span>", None, ("張曉明",), ()),
        ("<div>2026-03-01 10:00</div><div>聽新聞 0:00 / 0:00</div>", None, (), ()),
        ("<div>2026-03-01 10:00</div><p>报道：张晓明</p><p>摄影：李秋</p>", None, ("张晓明",), ()),
        ("<div>撰文：</div><div>出版：2026-03-01 10:00</div>", None, (), ()),
        ("<span>来源：江川网社会频道</span><span>作者：张晓明</span>", "江川网社会频道", ("张晓明",), ()),
        ("<span>频道：</span><span>作者：张晓明</span>", None, ("张晓明",), ()),
        ("来源：江川网[整理] 2026-03-01", "江川网[整理]", (), ()),
        ("【来源：江川日报】 2026-03-01", "江川日报", (), ()),
        ("稿源：中国新闻网 2026-03-01", "中国新闻网", (), ()),
        ("出处：快科技 2026-03-01 10:00 作者：上方文Q 编辑：上方文Q", "快科技", ("上方文Q",), ("上方文Q",)),
        ("2026-03-01 10:00 转自：财联社", "财联社", (), ()),
        ("文/张晓明 2026-03-01 10:00", None, ("张晓明",), ()),
        ("撰文：张晓明　2026-03-01", None, ("张晓明",), ()),
        ("采写：南都记者 张晓明 2026-03-01", None, ("张晓明",), ()),
        ("记者 张晓明 2026-03-01 10:00", None, ("张晓明",), ()),
        ("作者：方 敏 2026-03-01", None, ("方敏",), ()),
        ("作者：张晓明 李秋 王大川 2026-03-01", None, ("张晓明", "李秋", "王大川"), ()),
        ("記者陳小明／台北報導 2026-03-01 10:00", None, ("陳小明",), ()),
        ("記者陳小明、林怡君／綜合報導 2026-03-01 10:00", None, ("陳小明", "林怡君"), ()),
        ("2026-03-01 10:00 央视新闻", "央视新闻", (), ()),
        ("2026-03-01 10:00 来源：未知", None, (), ()),
        ("2026-03-01 10:00 来源：网络 作者：佚名", None, (), ()),
        ("2026-03-01 10:00 来源：综合", None, (), ()),
        ("2026-03-01 10:00 来源： 作者： 编辑：", None, (), ()),
        ("2026-03-01 10:00 浏览：1024 评论：3", None, (), ()),
        ("2026-03-01 10:00 来源：新华社 点击：1024 字号：大 中 小", "新华社", (), ()),
        ("2026-03-01 10:00 摄影：张晓明", None, (), ()),
        ("发布者：admin 2026-03-01 10:00", None, (), ()),
        ("2026-03-01 10:00 来源：新华社 分享到：微信 微博", "新华社", (), ()),
        ("来源：“学习强国”学习平台 2026-03-01 10:00", "学习强国”学习平台", (), ()),
        ("作者：江川日报 2026-03-01", None, (), ()),  # an outlet is no author
        ("作者：江川在线 2026-03-01", None, (), ()),  # neither is the site
        ("<p>石佳/中国青年报</p><p>2026-03-01 10:00</p>", "中国青年报", ("石佳",), ()),
        ("<span class=author>桥头闲话</span><span>2026-03-01 10:00</span>", None, ("桥头闲话",), ()),
        ("<div class=author>桥头闲话 2026-03-01</div>", None, ("桥头闲话",), ()),
        ("<div class=author>江川日报</div><div>2026-03-01 10:00</div>", "江川日报", (), ()),
    ],
)
def test_byline(byline: str, source: str | None, authors: tuple[str, ...], editors: tuple[str, ...]) -> None:
    assert made(page(byline)) == (source, authors, editors)


# Datelines


@pytest.mark.parametrize(
    "lead, agency, place, date, reporters",
    [
        ("新华社北京5月9日电（记者邹伟）", "新华社", "北京", "5月9日", ("邹伟",)),
        ("新华社北京5月9日电（记者 邹伟、张晓明）", "新华社", "北京", "5月9日", ("邹伟", "张晓明")),
        ("新华社北京5月9日电 记者邹伟报道：", "新华社", "北京", "5月9日", ("邹伟",)),
        ("中新网江川3月1日电 (记者 张晓明)", "中新网", "江川", "3月1日", ("张晓明",)),
        ("中新社江川3月1日电 ", "中新社", "江川", "3月1日", ()),
    ],
)
def test_dateline(lead: str, agency: str, place: str, date: str, reporters: tuple[str, ...]) -> None:
    article = newsclean.parse(page(first=lead + SENTENCE))
    assert article.dateline is not None
    assert (article.dateline.agency, article.dateline.place, article.dateline.date) == (agency, place, date)
    assert article.dateline.reporters == reporters
    assert article.authors == reporters
    assert article.source == agency
    assert article.text.startswith(lead.strip()), "the dateline is part of the text"


@pytest.mark.parametrize(
    "lead, authors",
    [
        ("本报讯（记者 叶婉）", ("叶婉",)),
        ("本报讯（记者叶婉 通讯员李秋）", ("叶婉", "李秋")),
        ("本报讯 记者叶婉报道：", ("叶婉",)),
        ("【江川報訊】記者葉婉報道：", ("葉婉",)),
        ("据江川日报报道：", ()),
        ("（中央社記者陳小明台北1日電）", ("陳小明",)),
        ("【本報記者陳小明台北報導】", ("陳小明",)),
        ("（中央社記者陳小明、林怡君台北1日電）", ("陳小明", "林怡君")),
        ("江川网1日消息（记者洛桑多吉）", ("洛桑多吉",)),
        ("江川网1日消息（记者手记）", ()),
        ("江川网河口3月1日电（叶婉）", ("叶婉",)),
        ("江川网河口3月1日电（叶婉、李秋）", ("叶婉", "李秋")),
        ("江川网河口3月1日电（综合消息）", ()),
    ],
)
def test_reporters_of_the_lead(lead: str, authors: tuple[str, ...]) -> None:
    assert newsclean.parse(page(first=lead + SENTENCE)).authors == authors


@pytest.mark.parametrize(
    "line, authors",
    [
        ("江川日报记者 张晓明", ("张晓明",)),
        ("本报记者 张晓明 李秋", ("张晓明", "李秋")),
        ("记者 张晓明 李秋 实习生 王大川", ("张晓明", "李秋", "王大川")),
        ("文/张晓明", ("张晓明",)),
        ("张晓明／台北報導", ("张晓明",)),
        ("（记者 张晓明 摄）", ()),  # who took the picture
        ("记者站", ()),
    ],
)
def test_reporters_in_a_line_of_their_own_above_the_text(line: str, authors: tuple[str, ...]) -> None:
    assert (
        newsclean.parse(page().replace("<div class=content>", f"<div class=content><p>{line}</p>")).authors == authors
    )


@pytest.mark.parametrize(
    "first",
    [
        "新华社记者张晓明曾在一九八六年报道过这座桥的落成，那篇文章至今还挂在镇政府的墙上。",
        "（记者注意到，桥头的石碑上刻着四百多个名字，最小的一个只有十五岁，当年还在读书。）",
        "记者昨天在现场看到，桥面重新铺了沥青，护栏也换成了新的，两岸的居民一早就来了。",
        "（记者 叶婉 摄）昨天，大桥上车来车往，两岸的居民一早就来了，桥头的面馆从六点开到深夜。",
        "昨天，大桥上车来车往（记者 叶婉 摄），两岸的居民一早就来了，桥头的面馆从六点开到深夜。",
        "作者在书中写道，这座桥的每一根吊杆都有自己的声音，他听得出来哪一根松了，哪一根紧了。",
    ],
)
def test_reporters_in_the_story_are_no_authors(first: str) -> None:
    article = newsclean.parse(page(first=first).replace("停运", "停运"))
    assert article.authors == ()
    assert article.dateline is None
    assert article.text.startswith(first)


# Below the text


@pytest.mark.parametrize(
    "last, authors, editors",
    [
        ("（责任编辑：李秋）", (), ("李秋",)),
        ("责任编辑：李秋", (), ("李秋",)),
        ("责编：李秋 校对：王大川", (), ("李秋", "王大川")),
        ("责任编辑：李秋_NF4425", (), ("李秋",)),
        ("[责任编辑：李秋 PN021]", (), ("李秋",)),
        ("核稿編輯：林怡君", (), ("林怡君",)),
        ("責任編輯／林怡君", (), ("林怡君",)),
        ("记者：张晓明 编辑：李秋", ("张晓明",), ("李秋",)),
        ("责任编辑：李秋 文章内容举报", (), ("李秋",)),
        ("文字：张晓明 编辑：李秋", ("张晓明",), ("李秋",)),
        ("编辑：李 秋", (), ("李秋",)),
        ("一审：李秋 二审：王大川 三审：赵文斌", (), ("李秋", "王大川", "赵文斌")),
        ("江川日报记者张晓明 江川报道</p><p>【来源：江川日报】</p><p>责任编辑：李秋", ("张晓明",), ("李秋",)),
        ("江川日报记者 张晓明</p><p>来源：江川日报</p><p>编辑：李秋", ("张晓明",), ("李秋",)),
    ],
)
def test_credit_line(last: str, authors: tuple[str, ...], editors: tuple[str, ...]) -> None:
    article = newsclean.parse(page(last=last))
    assert (article.authors, article.editors) == (authors, editors)
    assert last not in article.text


@pytest.mark.parametrize(
    "last, authors",
    [
        ("嘉義／林佑廷、黃義宏 責任編輯／周佩樺", ("林佑廷", "黃義宏")),
        ("台北／林佑廷", ("林佑廷",)),
        ("桥头／林佑廷", ()),
        ("嘉義／三月一日", ()),
        ("嘉義林佑廷", ()),
    ],
)
def test_the_place_and_the_reporters_below_the_text(last: str, authors: tuple[str, ...]) -> None:
    assert newsclean.parse(page(last=last)).authors == authors


@pytest.mark.parametrize(
    "last, source",
    [
        ("【2005/03/12 江川報】", "江川報"),
        ("【2005-03-12/江川報/A3版/焦點】", "江川報"),
        ("（江川日报‧2008.05.20）", "江川日报"),
        ("（2005年3月12日，江川）", None),
        ("（江川日报）", None),
        ("（据《江川日报》）", "江川日报"),
        ("（据江川社电）", "江川社"),
        ("（据江川社、江川报）", None),
        ("（据网络）", None),
        ("本文转载自江川竹业，版权归原作者所有。", "江川竹业"),
        ("本文转自网络，版权归原作者所有。", None),
    ],
)
def test_the_paper_and_its_day_below_the_text(last: str, source: str | None) -> None:
    assert newsclean.parse(page(last=last)).source == source


@pytest.mark.parametrize("after", ["<div class=editor>责任编辑：李秋</div>", "<p>责编：李秋</p>"])
def test_editors_outside_the_body(after: str) -> None:
    assert newsclean.parse(page(after=after)).editors == ("李秋",)


@pytest.mark.parametrize(
    "tail, authors",
    [
        ("（张巨峰）", ("张巨峰",)),
        ("（记者 张巨峰）", ("张巨峰",)),
        ("（张巨峰 李秋）", ("张巨峰", "李秋")),
        ("（文/图 张巨峰）", ("张巨峰",)),
        ("（经济日报评论员）", ("经济日报评论员",)),
        ("（作者张巨峰 系江川大学教授）", ("张巨峰",)),
        ("（记者张\ufffd峰、李秋）", ("李秋",)),  # a name that lost a character is nobody's
        ("（记者张巨峰、李\ufffd", ("张巨峰",)),
    ],
)
def test_closing_credit(tail: str, authors: tuple[str, ...]) -> None:
    article = newsclean.parse(page(last=SENTENCE[10:] + tail))
    assert article.authors == authors


@pytest.mark.parametrize("tail", ["（全文完）", "（图文无关）", "（化名）", "（资料图）", "（完）", "（节选）"])
def test_closing_remarks_name_nobody(tail: str) -> None:
    assert newsclean.parse(page(last=SENTENCE[10:] + tail)).authors == ()


def test_editor_glued_to_the_last_paragraph() -> None:
    article = newsclean.parse(page(last=SENTENCE[10:] + "（责任编辑：李秋）"))
    assert article.editors == ("李秋",)
    assert article.text.endswith(SENTENCE[10:])


# Never mixed


def test_a_photographer_is_no_author() -> None:
    picture = '<p><img src="/b.jpg"></p><p>大桥通车。新华社记者 张晓明 摄</p>'
    article = newsclean.parse(page().replace(f"<p>{MIDDLE[0]}", f"{picture}<p>{MIDDLE[0]}"))
    assert article.authors == ()
    assert article.images[0].credit == "新华社记者 张晓明 摄"


@pytest.mark.parametrize("name", ["江川在线", "江川在线网"])
def test_the_site_is_no_author(name: str) -> None:
    head = f'<meta name="author" content="{name}"><meta property="og:site_name" content="江川在线">'
    article = newsclean.parse(page(head=head))
    assert article.authors == ()
    assert article.site == "江川在线"


def test_a_declared_author_who_is_printed_nowhere_is_a_guess() -> None:
    assert newsclean.parse(page(head='<meta name="author" content="张晓明">')).authors == ()


@pytest.mark.parametrize(
    "declared, authors",
    [
        ('"桥头张三郎"', ("桥头张三郎",)),
        ('{"@type": "Person", "name": "桥头张三郎"}', ("桥头张三郎",)),
        ('[{"@type": "Person", "name": "桥头张三郎"}]', ("桥头张三郎",)),
        ('["https://a.example/zhang", "桥头张三郎"]', ("桥头张三郎",)),
        ('{"@type": "Organization", "name": "桥头张三郎"}', ()),
        ('{"@type": "Person", "name": ["https://a.example/zhang", ""]}', ()),
        ('"zhang@a.example"', ()),
        ('"桥"', ()),
        ("3", ()),
        ("null", ()),
    ],
)
def test_an_author_in_the_page_s_data_who_is_also_printed(declared: str, authors: tuple[str, ...]) -> None:
    data = f'{{"@type": "NewsArticle", "headline": "{TITLE}", "author": {declared}}}'
    head = f'<script type="application/ld+json">{data}</script>'
    last = "桥头张三郎（邮箱zhang@a.example）在桥上走了3趟，写下了这篇短文。"
    assert newsclean.parse(page(head=head, last=last)).authors == authors
    assert newsclean.parse(page(head=head)).authors == ()


@pytest.mark.parametrize("declared, authors", [('"李秋"', ()), ('{"@type": "Person", "name": "李秋"}', ("李秋",))])
def test_an_editor_is_an_author_only_where_the_data_say_that_it_is_a_person(
    declared: str, authors: tuple[str, ...]
) -> None:
    data = f'{{"@type": "NewsArticle", "headline": "{TITLE}", "author": {declared}}}'
    article = newsclean.parse(page("编辑：李秋 2026-03-01", head=f'<script type="application/ld+json">{data}</script>'))
    assert (article.authors, article.editors) == (authors, ("李秋",))


@pytest.mark.parametrize("account, authors", [("桥头闲话", ("桥头闲话",)), ("江川日报", ()), ("", ())])
def test_the_account_of_a_self_media_page(account: str, authors: tuple[str, ...]) -> None:
    head = f'<script>var nickname = htmlDecode("{account}"); var msg_title = "x";</script>'
    assert newsclean.parse(page(head=head)).authors == authors


@pytest.mark.parametrize("account, authors", [("桥头闲话", ("桥头闲话",)), ("江川日报", ())])
def test_the_account_that_a_platform_gives_as_the_source(account: str, authors: tuple[str, ...]) -> None:
    byline = f"2026-03-01 10:00　来源：{account}"
    notice = "<p>特别声明：以上内容为自媒体平台“江川号”用户上传并发布，本平台仅提供信息存储服务。</p>"
    assert newsclean.parse(page(byline, after=notice)).authors == authors
    assert newsclean.parse(page(byline)).authors == ()


@pytest.mark.parametrize(
    "byline, authors",
    [
        ("<div><a href=/u>桥头闲话</a></div><button>关注</button><div>2026-03-01 10:00</div>", ("桥头闲话",)),
        ("<div><a href=/u>桥头闲话</a></div><button>关注</button><div>来源：江川日报 2026-03-01 10:00</div>", ("桥头闲话",)),
        ("<h4><a href=/u>桥头闲话</a></h4><p>2026-03-01 10:00 来源：江川日报</p><a href=/f>+关注</a>", ("桥头闲话",)),
        ("<div>江川日报</div><button>关注</button><div>2026-03-01 10:00</div>", ()),
        ("<div>桥头闲话</div><div>2026-03-01 10:00</div>", ()),
        ("<div>桥头闲话</div><div>0.318 2026-03-01 10:00 字数 1,204</div>", ()),
        ("2026-03-01 10:00 1.2万阅读·904喜欢·63评论", ()),
        ("桥头闲话 2026-03-01 10:00 来自 江川财富APP 发布于 江川", ("桥头闲话",)),
        ("<div><a href=/u>桥头闲话</a><span>楼主</span></div><div>03-01 10:00:05 发布于浙江</div>", ("桥头闲话",)),
        ("<div><a href=/u>桥头闲话</a><span>沙发</span></div><div>03-01 10:00:05 发布于浙江</div>", ()),
        ("更多操作 发表于: 2026-03-01 10:00 只看楼主 倒序阅读", ()),
        ("<a href=/u>桥头闲话</a> · 2026-03-01 10:00:37 · 8812 次点击", ("桥头闲话",)),
        ("<span>发表于</span> <time>2026-03-01</time> | <span>分类于</span> <a href=/c>折腾</a> | 阅读次数：31", ()),
        ("尉迟恭让 2026-03-01", ("尉迟恭让",)),
        ("<a href=/u>桥头闲话</a><span>于 2026-03-01 10:00 发布</span><span>阅读量3.1k</span>", ("桥头闲话",)),
    ],
)
def test_an_account_is_who_can_be_followed_and_no_counter(byline: str, authors: tuple[str, ...]) -> None:
    article = newsclean.parse(page(byline))
    assert article.authors == authors
    assert article.source in (None, "江川日报")


@pytest.mark.parametrize(
    "title, last, authors",
    [
        (f"{TITLE} - 桥头闲话 - 博客园", "作者：桥头闲话", ("桥头闲话",)),
        (f"{TITLE}_桥头闲话的博客-江川博客", "作者：桥头闲话", ("桥头闲话",)),
        (f"{TITLE}_桥头闲话_江川在线", "作者：桥头闲话", ()),
        (f"{TITLE} - 桥头闲话", "作者：桥头闲话", ()),
    ],
)
def test_whose_blog_it_is(title: str, last: str, authors: tuple[str, ...]) -> None:
    html = page(last=last).replace(f"<title>{TITLE}_江川在线<", f"<title>{title}<")
    assert newsclean.parse(html).authors == authors


@pytest.mark.parametrize(
    "beside, last, source",
    [
        ("江川在线", "来源：江川晚报，作者：张晓明", "江川晚报"),
        ("江川在线", "图片来源：江川晚报", "江川在线"),
        ("江川日报", "来源：江川晚报，作者：张晓明", "江川日报"),  # another outlet than the site
        ("来源：江川在线", "来源：江川晚报，作者：张晓明", "江川在线"),  # with a label
        ("发布机构：县政府办 来源：县水利局", "", "县水利局"),
        ("发布机构：县政府办", "", "县政府办"),
        ("江川在线", "", "江川在线"),
        ("桥头", "via：<a href=/1>江川科技</a>", "江川科技"),
    ],
)
def test_the_site_s_own_name_beside_the_date_yields_to_a_credit(beside: str, last: str, source: str) -> None:
    assert newsclean.parse(page(f"{beside} 2026年3月1日 10:00", last=last)).source == source


def test_who_wrote_is_no_outlet_though_the_page_s_title_names_him() -> None:
    html = page("<a href=/a>张晓明</a> 2026/03/01 瀏覽數 18,223").replace("_江川在线", " / 张晓明 / 江川在线")
    assert made(html) == (None, ("张晓明",), ())


@pytest.mark.parametrize(
    "declared, byline, source",
    [
        ("江边深一度", "记者 / 张晓明", "江边深一度"),
        ("江边深一度", "", None),  # an account
        ("江边深一度", "作者：江边深一度", None),
        ("桥头闲话", "记者 / 张晓明", None),  # not what stands there
        ("", "记者 / 张晓明", None),
    ],
)
def test_the_declared_author_beside_the_date_is_the_outlet_of_a_labelled_reporter(
    declared: str, byline: str, source: str | None
) -> None:
    meta = f'<meta property="article:author" content="{declared}">'
    lines = f"<div>2026-03-01 10:00 <a href=/a>江边深一度</a></div>{byline and f'<p>{byline}</p>'}"
    text = "<p>停运三个月的江川大桥昨天恢复通车，首日通过车辆两万余辆，市民纷纷前来参观。</p>"
    more = "<p>桥头的面馆老板说：“等这一天等了很久，生意总算好起来了，凌晨四点就有人排队。”</p>"
    article = newsclean.parse(f"{meta}<title>江川大桥恢复通车_江川网</title><h1>江川大桥恢复通车</h1>{lines}{text}{more}")
    assert article.source == source


def test_names_and_the_outlet_in_elements_of_their_own() -> None:
    html = page("<p><b>张晓明 李秋</b><span>江川晚报</span></p><div>2026-03-01 10:00</div>")
    assert made(html) == ("江川晚报", ("张晓明", "李秋"), ())


def test_the_account_that_an_article_is_lent_from_is_its_source() -> None:
    assert newsclean.parse(page("桥头 2026-03-01</div><div>以下文章来源于江边夜话 ，作者张晓明")).source == "江边夜话"


def test_related_articles_name_nobody() -> None:
    after = '<div class="related"><h3>相关阅读</h3><p><a href="/b">另一座桥 来源：江川晚报社 作者：王大川 编辑：赵文斌</a></p></div>'
    assert made(page(after=after)) == (None, (), ())


def test_comments_name_nobody() -> None:
    after = '<div class="comments"><p>作者：王大川 2026-03-02 09:00</p><p>写得好，桥修好了，大家都高兴，明天就去走一走。</p></div>'
    assert made(page(after=after)) == (None, (), ())


# Front matter


@pytest.mark.parametrize(
    "front, source, authors, editors",
    [
        ("author: ZAKER", "ZAKER", (), ()),
        ("author: 江川日报社", "江川日报社", (), ()),
        ("author: 张晓明", None, ("张晓明",), ()),
        ("author: 张晓明\ncategories: [随笔]", None, ("张晓明",), ()),
        ("author: 爱江川\ncategories:\n - 新媒体\n - 爱江川", "爱江川", (), ()),
        ("author: 张晓明\nsource: 江川日报社", "江川日报社", ("张晓明",), ()),
        ("authors: [张晓明, 李秋]", None, ("张晓明", "李秋"), ()),
        ("author: [张晓明, 李秋]", None, ("张晓明", "李秋"), ()),
        ("authors: 张晓明、李秋\neditor: 王大川", None, ("张晓明", "李秋"), ("王大川",)),
        ("author: ''\nsource: ''", None, (), ()),
        ("author:\nsource:", None, (), ()),
        ("author: 3\nsource: 4", None, (), ()),
        ("author: {name: 张晓明}", None, ("张晓明",), ()),
    ],
)
def test_front_matter(front: str, source: str | None, authors: tuple[str, ...], editors: tuple[str, ...]) -> None:
    article = newsclean.parse(f"---\ntitle: 桥修好了\n{front}\n---\n<p>{SENTENCE}</p><p>{MIDDLE[0]}</p>")
    assert (article.source, article.authors, article.editors) == (source, authors, editors)


# Names


@pytest.mark.parametrize(
    "text, names",
    [
        ("张晓明", ("张晓明",)),
        ("方 敏", ("方敏",)),
        ("方　敏、张晓明", ("方敏", "张晓明")),
        ("张晓明 李秋", ("张晓明", "李秋")),
        ("朱竞若、邓建胜", ("朱竞若", "邓建胜")),
        ("杨倩_NF4425", ("杨倩",)),
        ("李秋 PN021", ("李秋",)),
        ("记者 张晓明 通讯员 李秋", ("张晓明", "李秋")),
        ("张晓明,李秋;王大川/赵文斌", ("张晓明", "李秋", "王大川", "赵文斌")),
        ("张晓明、张晓明", ("张晓明",)),
        ("阿卜杜拉·买买提", ("阿卜杜拉·买买提",)),
        ("William J. Dobson", ("William J. Dobson",)),
        ("佚名", ()),
        ("", ()),
        ("、，/", ()),
    ],
)
def test_split_names(text: str, names: tuple[str, ...]) -> None:
    assert split_names(text) == names


@pytest.mark.parametrize(
    "name", ["张晓明", "李秋", "欧阳小明", "司马相如", "尉迟恭", "令狐冲之", "洛桑多吉", "阿卜杜拉·买买提", "陳小明"]
)
def test_names(name: str) -> None:
    assert is_name(name)


@pytest.mark.parametrize(
    "text",
    [
        "安徽日报",
        "温州晚报",
        "钱江晚报",
        "和讯网",
        "云南网",
        "红星新闻",
        "文化",
        "时尚",
        "综合",
        "张",
        "张晓明说过话",
        "2026",
        "",
    ],
)
def test_what_is_no_name(text: str) -> None:
    assert not is_name(text)
