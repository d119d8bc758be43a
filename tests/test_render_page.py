"""HTML, JSON-LD and plain text: complete, everything escaped, nothing but addresses of the web."""

from __future__ import annotations

import json
from datetime import datetime, timedelta, timezone
from typing import Any

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from newsclean.article import Article, Image, Part, Published, Script, Video
from newsclean.render import to_text
from newsclean.render.fields import clean

CHINA = timezone(timedelta(hours=8))
HOSTILE = "</script><script>alert('x')</script>\"'<!--&amp;]]>"


def tree_of(markup: str | bytes) -> Any:
    """The tree that lxml makes of it; its stubs know too many types for an xpath."""
    return html.document_fromstring(markup)


def sample(**fields: Any) -> Article:
    known: dict[str, Any] = {
        "title": "新桥<通车>&首日",
        "original_title": "通车首日",
        "published_info": Published(datetime(2024, 5, 9, 22, 27, tzinfo=CHINA), "minute", "", "printed"),
        "modified": datetime(2024, 5, 10, 8, 0, tzinfo=CHINA),
        "source": "城南日报",
        "authors": ("张三", "欧阳小明"),
        "editors": ("李四",),
        "site": "城南网",
        "url": "https://news.example/1.html?a=1&b=2",
        "categories": ("城建",),
        "tags": ("桥梁", "交通"),
        "summary": "车流“平稳”",
        "script": Script("zh-Hans", 0.9),
        "blocks": (
            Part("paragraph", "5月9日，<新桥>通车。"),
            Part("image", index=0),
            Part("heading", "车流", level=1),
            Part("list-item", "甲"),
            Part("list-item", "乙"),
            Part("quote", "引文"),
            Part("table-row", "时段\t车流"),
            Part("table-row", "早\t1,200"),
            Part("code", "a < b\n  c"),
            Part("video", index=0),
            Part("video", index=1),
            Part("image", index=1),
            Part("image", index=7),
        ),
        "images": (
            Image("https://img.example/a.jpg?b=1&c=2", 800, 533, '"新桥"', "△夜景", "王五 摄"),
            Image("javascript:alert(1)", caption="图注"),
        ),
        "videos": (
            Video("qq", "s1", "https://v.qq.com/x/page/s1.html"),
            Video(None, None, "data:text/html,x"),
        ),
        "notes": ("※ 注",),
    }
    return Article(**(known | fields))


def test_the_document_is_complete() -> None:
    markup = sample().to_html()
    assert markup.startswith(
        '<!DOCTYPE html>\n<html lang="zh-Hans">\n<head>\n<meta charset="utf-8">\n<title>新桥&lt;通车&gt;'
    )
    assert markup.endswith("</body>\n</html>\n")
    tree = tree_of(markup)
    assert [node.text_content() for node in tree.xpath("//article/h1")] == ["新桥<通车>&首日"]
    assert tree.xpath("string(//article/p[@class='byline'])") == (
        "2024-05-09 22:27 来源：城南日报 作者：张三、欧阳小明 责任编辑：李四"
    )
    assert tree.xpath("string(//time/@datetime)") == "2024-05-09T22:27+08:00"
    assert [node.text_content() for node in tree.xpath("//article/p[not(@class)]")] == ["5月9日，<新桥>通车。"]
    assert [node.text_content() for node in tree.xpath("//article/h2")] == ["车流"]
    assert [node.text_content() for node in tree.xpath("//ul/li")] == ["甲", "乙"]
    assert [node.text_content() for node in tree.xpath("//blockquote/p")] == ["引文"]
    assert [[cell.text_content() for cell in row] for row in tree.xpath("//table//tr")] == [
        ["时段", "车流"],
        ["早", "1,200"],
    ]
    assert tree.xpath("string(//pre/code)") == "a < b\n  c"
    (image,) = tree.xpath("//figure/img")
    assert dict(image.attrib) == {
        "src": "https://img.example/a.jpg?b=1&c=2",
        "alt": '"新桥"',
        "width": "800",
        "height": "533",
    }
    assert [node.text_content() for node in tree.xpath("//figcaption")] == ["△夜景 王五 摄", "图注"]
    assert tree.xpath("//iframe/@src") == ["https://v.qq.com/x/page/s1.html"]
    assert [node.text_content() for node in tree.xpath("//footer/p")] == ["※ 注"]


def test_the_head_declares_the_fields() -> None:
    tree = tree_of(sample().to_html())
    metas = [(node.get("property") or node.get("name"), node.get("content")) for node in tree.xpath("//meta[@content]")]
    assert metas == [
        ("og:type", "article"),
        ("og:title", "新桥<通车>&首日"),
        ("og:site_name", "城南网"),
        ("og:url", "https://news.example/1.html?a=1&b=2"),
        ("og:description", "车流“平稳”"),
        ("og:image", "https://img.example/a.jpg?b=1&c=2"),
        ("article:published_time", "2024-05-09T22:27+08:00"),
        ("article:modified_time", "2024-05-10T08:00:00+08:00"),
        ("article:section", "城建"),
        ("article:tag", "桥梁"),
        ("article:tag", "交通"),
        ("author", "张三"),
        ("author", "欧阳小明"),
        ("editor", "李四"),
        ("source", "城南日报"),
        ("description", "车流“平稳”"),
        ("keywords", "桥梁,交通"),
    ]
    assert tree.xpath("//link[@rel='canonical']/@href") == ["https://news.example/1.html?a=1&b=2"]


def test_the_linked_data_are_a_news_article() -> None:
    data = sample().to_jsonld()
    assert data == {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": "新桥<通车>&首日",
        "alternativeHeadline": "通车首日",
        "description": "车流“平稳”",
        "datePublished": "2024-05-09T22:27+08:00",
        "dateModified": "2024-05-10T08:00:00+08:00",
        "author": [{"@type": "Person", "name": "张三"}, {"@type": "Person", "name": "欧阳小明"}],
        "editor": [{"@type": "Person", "name": "李四"}],
        "sourceOrganization": {"@type": "Organization", "name": "城南日报"},
        "publisher": {"@type": "Organization", "name": "城南网"},
        "articleSection": ["城建"],
        "keywords": ["桥梁", "交通"],
        "inLanguage": "zh-Hans",
        "url": "https://news.example/1.html?a=1&b=2",
        "mainEntityOfPage": "https://news.example/1.html?a=1&b=2",
        "image": [
            {
                "@type": "ImageObject",
                "url": "https://img.example/a.jpg?b=1&c=2",
                "width": 800,
                "height": 533,
                "caption": "△夜景",
                "creditText": "王五 摄",
            }
        ],
        "video": [{"@type": "VideoObject", "url": "https://v.qq.com/x/page/s1.html"}],
        "articleBody": sample().text,
    }
    (script,) = tree_of(sample().to_html()).xpath("//script")
    assert json.loads(script.text) == {key: value for key, value in data.items() if key != "articleBody"}
    assert Article().to_jsonld() == {"@context": "https://schema.org", "@type": "NewsArticle"}


@pytest.mark.parametrize(
    "field, value",
    [
        ("title", HOSTILE),
        ("source", HOSTILE),
        ("authors", (HOSTILE,)),
        ("editors", (HOSTILE,)),
        ("site", HOSTILE),
        ("url", "https://a.example/" + HOSTILE),
        ("categories", (HOSTILE,)),
        ("tags", (HOSTILE,)),
        ("summary", HOSTILE),
        ("notes", (HOSTILE,)),
        ("script", Script('zh"><script>', 1.0)),
        ("images", (Image("//a.example/" + HOSTILE, 1, 1, HOSTILE, HOSTILE, HOSTILE),)),
        ("videos", (Video("qq", HOSTILE, "https://a.example/" + HOSTILE),)),
        *(
            ("blocks", (Part(kind, HOSTILE),))
            for kind in ("paragraph", "heading", "list-item", "quote", "table-row", "code")
        ),
    ],
)
def test_nothing_breaks_out(field: str, value: Any) -> None:
    markup = sample(**{field: value}).to_html()
    # As browsers read it (https://html.spec.whatwg.org/#parsing).
    tree: Any = html5lib.parse(markup, treebuilder="lxml", namespaceHTMLElements=False)
    assert [node.get("type") for node in tree.xpath("//script")] == ["application/ld+json"]
    json.loads(tree.xpath("//script")[0].text)
    assert not tree.xpath("//comment()")
    assert not [name for node in tree.iter() for name in node.attrib if name.startswith("on")]
    assert markup.count("<script") == markup.count("</script>") == 1


BAD_ADDRESSES = [
    "javascript:alert(1)",
    " JaVaScript:alert(1)",
    "java\nscript:alert(1)",
    "\x01javascript:alert(1)",
    "data:image/svg+xml,<svg onload=alert(1)>",
    "file:///etc/passwd",
    "vbscript:x",
    "blob:https://a.example/1",
    "ftp://a.example/b.jpg",
    "http:",
    "http://",
    "https:///path",
    "//",
    "/relative.jpg",
    "relative.jpg",
    "http:\\\\a.example",
    "",
]


@pytest.mark.parametrize("address", BAD_ADDRESSES)
def test_other_addresses_than_those_of_the_web_get_into_no_output(address: str) -> None:
    article = sample(
        url=address,
        images=(Image(address), Image(address, caption="图注")),
        videos=(Video("qq", "s1", address), Video(None, None, address)),
    )
    tree = tree_of(article.to_html())
    assert not tree.xpath("//img | //iframe | //video | //link | //meta[@property='og:url' or @property='og:image']")
    data = article.to_jsonld()
    assert not data.keys() & {"url", "mainEntityOfPage", "image", "video"}
    markdown = article.to_markdown()
    assert "](" + address.strip() not in markdown.replace("]()", "")
    assert "url:" not in markdown


@given(st.text())
def test_any_text_is_itself_in_html(text: str) -> None:
    article = Article(title=text, blocks=(Part("paragraph", f"a{text}b"), Part("code", f"a{text}b")))
    tree = tree_of(article.to_html().encode())
    lines = tree.xpath("//article/p")[0].xpath(".//text()")
    assert "\n".join(lines).replace("\n", "") == f"a{clean(text)}b".replace("\n", "")
    assert tree.xpath("string(//pre/code)") == f"a{clean(text)}b"
    assert article.to_html().encode().decode() == article.to_html()


def test_characters_that_no_document_may_hold() -> None:
    title = "a\x00b\x0bc\x85d\u2028e\r\nf\rg\ud83dh\ufffe"
    assert clean(title) == "ab c d e\nf\ng\ufffdh"
    assert "<h1>ab c d e\nf\ng\ufffdh</h1>" in Article(title=title).to_html()


def test_an_empty_article_is_a_document_all_the_same() -> None:
    tree = tree_of(Article().to_html())
    assert tree.xpath("string(//article)").strip() == ""


@pytest.mark.parametrize(
    "precision, hours, printed",
    [
        ("second", 8, "2024-05-09 22:27:02"),
        ("minute", 8, "2024-05-09 22:27"),
        ("minute", 0, "2024-05-09 22:27 +00:00"),
        ("second", -5, "2024-05-09 22:27:02 -05:00"),
        ("day", 0, "2024-05-09"),
        ("month", 0, "2024-05"),
        ("year", 0, "2024"),
    ],
)
def test_the_printed_date_says_its_zone_where_it_is_not_china(precision: Any, hours: int, printed: str) -> None:
    at = datetime(2024, 5, 9, 22, 27, 2, tzinfo=timezone(timedelta(hours=hours)))
    article = Article(published_info=Published(at, precision, "", "meta"))
    assert to_text(article) == printed + "\n"
    assert tree_of(article.to_html()).xpath("string(//time)") == printed


def test_plain_text_for_a_person() -> None:
    assert to_text(sample()) == (
        "新桥<通车>&首日\n\n2024-05-09 22:27　来源：城南日报　作者：张三、欧阳小明　责任编辑：李四\n\n"
        "5月9日，<新桥>通车。\n\n△夜景 王五 摄\n\n车流\n\n甲\n\n乙\n\n"
        "引文\n\n时段\t车流\n\n早\t1,200\n\na < b\n  c\n\n△图注\n"
    )
    assert to_text(Article()) == ""
    assert to_text(Article(title="題", source="報", script=Script("zh-Hant-TW"))) == "題\n\n來源：報\n"
    assert (
        to_text(Article(published_info=Published(datetime(2024, 5, 9, tzinfo=CHINA), "day", "", "x"))) == "2024-05-09\n"
    )
