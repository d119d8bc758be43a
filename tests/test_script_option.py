"""``Options(script=…)``: an article in the script that was asked for, and its originals."""

from __future__ import annotations

import msgspec
import pytest

import newsclean
from newsclean import Options
from newsclean.finish import finish

SIMPLIFIED = """<html><head><title>江川县软件园开放</title><meta name="description" content="软件园开放了。"></head>
<body><h1>江川县软件园开放</h1>
<div class="info">2024-05-09 10:20 来源：江川日报 作者：范谦 责任编辑：马云</div>
<div class="content"><p>江川县的软件园昨天开放，县长说，网络设备都是新的，记者在现场看见许多群众前来参观。</p>
<p><img src="https://example.cn/软件/园.jpg" alt="软件园"></p><p>图为软件园的机房。范谦 摄</p>
<p>皇后大道以后还会修到这里，详情见 https://example.cn/软件/网络 ，负责人表示，干部要听取群众的意见。</p>
<pre>print("软件")</pre>
<p>工程的进展很顺利，专家们认为，这里的网络质量在全省领先，今后还会继续发展。</p></div></body></html>"""
TAIWAN = """<html><head><title>台中市議會審議軟體預算</title></head><body><h1>台中市議會審議軟體預算</h1>
<div class="content"><p>台中市議會昨日審議明年度預算，立委與市府官員都到場說明，新系統的軟體與網路設備採用國內廠商的晶片。</p>
<h2>后里</h2><p>皇后住在后里，離台中十公里，資訊安全品質也通過檢驗，民眾可透過智慧型手機查詢捷運與公車的班次。</p>
<h2>網路</h2><p>業者指出，行政院與立法院都已經同意，計程車與機車的駕駛人可以用程式叫車。</p></div></body></html>"""


def parsed(page: str, script: str | None) -> newsclean.Article:
    return newsclean.parse(page, options=Options(script=script))


def test_words_and_names_are_converted() -> None:
    article = parsed(SIMPLIFIED, "zh-Hant-TW")
    assert article.title == "江川縣軟體園開放"
    assert article.source == "江川日報"
    assert article.authors == ("范謙",)  # the family name is 范, not 範
    assert article.editors == ("馬雲",)
    assert article.summary == "軟體園開放了。"
    assert "網路裝置" in article.text or "網路設備" in article.text
    assert "皇后大道以後還會修到這裡" in article.text
    assert "幹部要聽取群眾的意見" in article.text
    assert article.images[0].caption is not None
    assert "軟體園的機房" in article.images[0].caption
    assert article.script.tag.startswith("zh-Hant")


def test_addresses_and_code_stay() -> None:
    article = parsed(SIMPLIFIED, "zh-Hant-TW")
    assert "https://example.cn/软件/网络" in article.text
    assert 'print("软件")' in article.text
    assert article.images[0].url == parsed(SIMPLIFIED, None).images[0].url


def test_the_originals_are_kept() -> None:
    plain, article = parsed(SIMPLIFIED, None), parsed(SIMPLIFIED, "zh-Hant-TW")
    assert plain.originals is None
    assert article.originals == {
        "title": plain.title,
        "source": plain.source,
        "authors": list(plain.authors),
        "editors": list(plain.editors),
        "captions": [image.caption for image in plain.images],
        "text": plain.text,
    }
    assert article.raw_title == plain.raw_title  # as printed
    assert article.removed == plain.removed
    assert newsclean.Article.from_json(article.to_json()) == article


def test_what_is_in_that_script_already_stays() -> None:
    """后里 in a heading of its own would be converted; in an article from Taiwan it is right as it is."""
    plain, article = parsed(TAIWAN, None), parsed(TAIWAN, "zh-Hant-TW")
    assert article.blocks == plain.blocks
    assert article.title == plain.title


@pytest.mark.parametrize("heading, converted", [("后里", "后里"), ("網路", "网络")])
def test_a_heading_is_read_as_part_of_its_article(heading: str, converted: str) -> None:
    """網路 is 网络 because the article is from Taiwan; alone it would be 网路."""
    assert newsclean.convert(heading, "zh-Hans") == heading.replace("網", "网")
    assert heading in parsed(TAIWAN, None).headings
    assert converted in parsed(TAIWAN, "zh-Hans").headings


@pytest.mark.parametrize("page", [SIMPLIFIED, TAIWAN])
@pytest.mark.parametrize("script", ["zh-Hans", "zh-Hant", "zh-Hant-TW", "zh-Hant-HK"])
def test_converting_the_conversion_changes_nothing(page: str, script: str) -> None:
    once = parsed(page, script)
    twice = finish(once, "off", script)
    assert msgspec.structs.replace(twice, originals=None) == msgspec.structs.replace(once, originals=None)


@pytest.mark.parametrize(
    "intruder",
    [
        "<p>在线观看免费版电视剧全集_连环套电视剧免费观看</p>",
        "<blockquote>这是一句引文，说的是桥修好了。</blockquote>",
        "<div class='related'><a href='/1'>这里的县长说桥修好了</a><a href='/2'>记者对书记的专访</a></div>",
    ],
)
def test_the_script_of_an_article_is_that_of_its_body(intruder: str) -> None:
    body = TAIWAN.replace("<h2>網路</h2>", intruder + "<h2>網路</h2>")
    assert parsed(body, None).script.tag == "zh-Hant-TW"
