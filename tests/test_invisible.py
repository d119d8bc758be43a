"""Signs that nobody sees, and signs that look like others: neither gets into a name, neither hides an advertisement."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsclean
from newsclean.invisible import visible
from newsclean.lookalikes import undisguised

BODY = "<p>停运三个月的江川大桥昨天恢复通车，首日通过车辆两万余辆。</p><p>桥头的面馆老板说，等这一天等了很久。</p>" * 3
UNSEEN = ("\u200b", "\u200e", "\u200f", "\u202a", "\u202b", "\u202c", "\u202d", "\u202e", "\u2060", "\u2066", "\u2067", "\u2068", "\u2069",
          "\u061c", "\ufeff", "\u00ad", "\u034f", "\u180e", "\u115f", "\u3164", "\uffa0", "\u200c", "\u200d", "\ufe0f", "\U000e0041",
          "\x07", "\x1b", "\x7f", "\x9b")  # fmt: skip


def page(sign: str) -> str:
    """A page with the sign inside of every title and name."""
    title = f"江川{sign}大桥恢复通车"
    return (
        f"<title>{title}_江川网</title><meta property='og:site_name' content='江川{sign}网'><h1>{title}</h1>"
        f"<meta name=keywords content='大{sign}桥'><div>2026-03-01 10:00 来源：江川{sign}日报 作者：张{sign}三</div>{BODY}"
        f"<figure><img src=/a.jpg width=640><figcaption>通车现场 本报记者 李{sign}四 摄</figcaption></figure>{BODY}"
        f"<p>（原标题：江川{sign}大桥通车了）</p><p>责任编辑：王{sign}五</p>"
    )


@pytest.mark.parametrize("sign", UNSEEN, ids=ascii)
def test_no_title_and_no_name_holds_a_sign_that_cannot_be_seen(sign: str) -> None:
    article = newsclean.parse(page(sign), url="https://news.example.com/1.html")
    assert article.title == "江川大桥恢复通车"
    assert (article.source, article.site) == ("江川日报", "江川网")
    assert (article.authors, article.editors) == (("张三",), ("王五",))
    assert article.tags == ("大桥",)
    assert article.original_title == "江川大桥通车了"
    assert article.images[0].credit == "本报记者 李四 摄"
    (warning,) = article.warnings
    assert warning == "invisible: signs that cannot be seen, taken out of titles and names: 8"


def test_a_clean_page_gets_no_warning() -> None:
    assert newsclean.parse(page("")).warnings == ()


@pytest.mark.parametrize("sign", ["\u202e", "\u200b", "\u2067"])
def test_the_body_and_the_titles_as_declared_stay_as_they_were_written(sign: str) -> None:
    article = newsclean.parse(page(sign) + f"<p>大桥{sign}通车以后，两岸的居民过江只要三分钟，来往方便了许多。</p>")
    assert article.raw_title is not None
    assert sign in article.raw_title
    assert newsclean.parse(f"<h1>大桥通车</h1><p>停运三个{sign}月的大桥通车了。</p>{BODY}").text.count(sign) == 1


def test_the_line_that_opens_an_agency_story_holds_none() -> None:
    line = "新华社北京3月1日电（记者王\u202e五）三月的第一天，停运三个月的江川大桥恢复通车。"
    dateline = newsclean.parse(f"<h1>大桥恢复通车</h1><p>{line}</p>{BODY}").dateline
    assert dateline is not None
    assert dateline.text == "新华社北京3月1日电（记者王五）"


def test_front_matter_is_no_way_in() -> None:
    article = newsclean.parse(
        f'---\ntitle: "大桥\\u202e通车"\nauthors: ["张\\u200b三", "张三", "\\u2066"]\n---\n\n{BODY}'
    )
    assert (article.title, article.authors) == ("大桥通车", ("张三",))
    assert article.front_matter == {"title": "大桥\u202e通车", "authors": ["张\u200b三", "张三", "\u2066"]}


def test_a_name_of_nothing_else_is_none() -> None:
    article = newsclean.parse(f'---\ntitle: "\\u200b\\u202e"\nsource: "\\ufeff"\n---\n\n{BODY}')
    assert (article.title, article.source) == (None, None)


@pytest.mark.parametrize(
    "text",
    ["葛\U000e0100城", "👨\u200d👩\u200d👧一家", "🏳️\u200d🌈", "❤️", "1️⃣2️⃣", "⚠️注意", "①②㎡", "Ünïcödé 한국 日本語", "张·三", "　空格　", "a\tb\nc", ""],
    ids=ascii,
)  # fmt: skip
def test_what_is_seen_stays(text: str) -> None:
    assert visible(text) == text


@given(st.text())
def test_signs_that_cannot_be_seen_go_once_and_nothing_else_does(text: str) -> None:
    once = visible(text)
    assert visible(once) == once
    rest = iter(text)
    assert all(sign in rest for sign in once)
    assert not set(once) & set("\u200b\u202e\u2066\ufeff")


# What looks like another sign

BANNERS = {
    "plain": "六合彩开奖_北京赛车pk10_百家乐_时时彩",
    "signs of no width": "六\u200b合彩开\u200b奖_北京赛\u2060车pk10_百\ufeff家乐_时\u200d时彩",
    "turned": "六\u202e合彩开奖_百\u2066家乐\u2069_时时彩",
    "Cyrillic letters": "澳门博\u200b彩_北京赛车рк10_рk10直播",
    "radicals": "⼈妻_国产精品⽆码_免费观看",
    "compatibility forms": "香港⻢会_六合彩\u200b_百\u200b家\uf914",
    "wide letters": "ＰＫ１０_博\u200b彩_百家乐",
}


@pytest.mark.parametrize("banner", BANNERS.values(), ids=BANNERS)
def test_a_disguised_banner_is_a_banner(banner: str) -> None:
    article = newsclean.parse(f"<title>大桥恢复通车</title><h1>大桥恢复通车</h1><p>{banner}</p>{BODY}")
    assert article.is_article
    assert banner not in article.text
    (entry,) = (entry for entry in article.removed if entry.verdict == "spam")
    assert entry.text == banner


@pytest.mark.parametrize("banner", BANNERS.values(), ids=BANNERS)
def test_an_article_about_disguised_words_stays(banner: str) -> None:
    line = f"警方说，这些网页写的是“{banner}”，用形近字躲过了过滤。"
    article = newsclean.parse(f"<h1>警方查处赌博网站</h1>{BODY}<p>{line}</p>")
    assert line in article.text


@pytest.mark.parametrize(
    "text", ["停运三个月的江川大桥，昨天恢复通车。", "“十四五”：开局！（完）", "plain ASCII 123", ""]
)
def test_plain_text_has_no_disguise(text: str) -> None:
    assert undisguised(text) == text
