"""What a hostile document tries, one test a trick: it costs no time, brings nothing in and loses nothing else."""

from __future__ import annotations

import json
import re
import time
from html import escape
from pathlib import Path

import pytest

import newsclean
from newsclean import Article, Limits, NewscleanError, Options

LINES = ("停运三个月的江川大桥昨天恢复通车，首日通过车辆两万余辆。", "桥头的面馆老板说，等这一天等了很久。")
BODY = "".join(f"<p>{line}</p>" for line in LINES)
HEAD = "<title>江川大桥恢复通车_江川网</title><h1>江川大桥恢复通车</h1>"
MOST_SECONDS = 5.0
"""Processor time for ten million characters: 1.2 is the most that was seen."""


def read(html: str) -> Article:
    return newsclean.parse(HEAD + html, url="https://news.example.com/a/1.html")


def outputs(article: Article) -> str:
    """Everything that an article is written to, but the account of removals."""
    bare = newsclean.parse(article.to_html(), options=Options(keep_removed=False))
    return "\n".join(
        (article.to_markdown(), article.to_html(), json.dumps(article.to_jsonld(), ensure_ascii=False), article.text)
    ) + "".join(str(image.url) for image in (*article.images, *bare.images))


# Front matter: more in test_bad_input.py


def test_an_alias_bomb_costs_a_warning() -> None:
    levels = "\n".join(
        f"{name}: &{name} [{', '.join(['*' + before] * 9)}]"
        for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    )
    start = time.process_time()
    article = newsclean.parse(f"---\na: &a [x]\n{levels}\n---\n\n{BODY}")
    assert time.process_time() - start < 1
    assert article.front_matter is None
    assert article.paragraphs == LINES


@pytest.mark.parametrize(
    "value",
    [
        "!!python/object/apply:os.system ['touch newsclean-was-here']",
        "!!python/object/new:subprocess.Popen [['touch', 'newsclean-was-here']]",
        "!!python/module:os",
        "!<tag:yaml.org,2002:python/name:os.system> x",
    ],
)
def test_a_python_tag_runs_nothing(value: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    article = newsclean.parse(f"---\ntitle: {value}\n---\n\n{BODY}")
    assert list(tmp_path.iterdir()) == []
    assert article.front_matter is None
    assert any("tag" in warning for warning in article.warnings)


def test_front_matter_of_ten_megabytes_is_not_read() -> None:
    start = time.process_time()
    article = newsclean.parse("---\ntitle: 桥\n" + "".join(f"k{n}: v\n" for n in range(1_000_000)) + f"---\n\n{BODY}")
    assert time.process_time() - start < MOST_SECONDS
    assert article.front_matter is None
    assert "Options.limits.max_front_matter" in article.warnings[0]
    assert article.paragraphs == LINES


@pytest.mark.parametrize("opening, closing", [("[", "]"), ("{a: ", "}"), ("- ", ""), ("? ", "")])
def test_front_matter_nested_without_end(opening: str, closing: str) -> None:
    article = newsclean.parse(f"---\na:\n  {opening * 3_000}1{closing * 3_000}\n---\n\n{BODY}")
    assert article.paragraphs == LINES
    json.dumps(article.to_dict())


@pytest.mark.parametrize("sign", ["\x00", "\x07", "\x1b[31m", "\x7f", "\u2028", "\ufeff", "\ufffe"])
def test_control_characters_in_front_matter_reach_no_output(sign: str) -> None:
    article = newsclean.parse(f'---\ntitle: "江川大桥{sign}恢复通车"\n---\n\n{BODY}')
    assert article.paragraphs == LINES
    for text in (article.to_markdown(), article.to_html()):
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f\ufffe]", text)


# HTML


@pytest.mark.parametrize(
    "trick",
    [
        '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><p>&x;</p>',
        '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "http://127.0.0.1:9/x">]><p>&x;</p>',
        '<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]><p>&c;&c;</p>',
        '<?xml-stylesheet href="file:///etc/passwd"?>',
    ],
    ids=["file", "network", "billion laughs", "stylesheet"],
)
def test_entities_and_doctypes_fetch_and_grow_nothing(trick: str) -> None:
    article = newsclean.parse(trick + HEAD + BODY)
    assert set(LINES) <= set(article.paragraphs)
    assert "root:" not in article.to_json()
    assert "aaaaaaaaaaaaaaaa" not in article.to_json()


@pytest.mark.parametrize("tag", ["div", "b", "span", "table><tr><td", "ul><li", "p", "svg", "template", "a href=x"])
def test_a_million_nested_tags(tag: str) -> None:
    start = time.process_time()
    article = read(BODY + f"<{tag}>" * 300_000)
    assert time.process_time() - start < 4 * MOST_SECONDS
    assert set(LINES) <= set(article.paragraphs)


@pytest.mark.parametrize("name", ["class", "style", "id", "title", "onclick", "x"])
def test_an_attribute_of_ten_megabytes(name: str) -> None:
    start = time.process_time()
    article = read(f'<div {name}="{"a b;" * 2_500_000}">{BODY}</div>')
    assert time.process_time() - start < 4 * MOST_SECONDS
    assert set(LINES) <= set(article.paragraphs)


SWALLOWS = (
    "<noscript><p title='</noscript><p>'>",  # all that follows is in the noscript
    "<a href='x",  # all that follows is in the link
)
"""After these nothing is an article any more; its text is in the account of removals."""


@pytest.mark.parametrize(
    "trick",
    [
        "<plaintext>",
        "<svg><title>x</title></svg>",
        "<math><mtext><table><mglyph></table></mtext></math>",
        "<template><p>x</p></template>",
        "<noscript><p title='</noscript><p>'>",
        "<script>var a = '</scr' + 'ipt>';</script>",
        "<script>var a = '<p>x</p><!-- <script>';</script>",
        "<!-- <!-- --> ",
        "<!--> ",
        "<![CDATA[x]]>",
        "<!x",
        "<?php echo '?>' ?>",
        "</body></html>",
        "<base href='//evil.example.com/'>",
        "<a href='x",
        "<p a=`b`>",
    ],
)
def test_markup_tricks_cost_no_paragraph(trick: str) -> None:
    article = read(f"<div>{BODY}</div>{trick}")
    assert article.paragraphs[:2] == LINES
    before = read(f"{trick}\n<div>{BODY}</div>")
    assert all(line in before.text + "".join(entry.text for entry in before.removed) for line in LINES)
    assert before.is_article or trick in SWALLOWS


def test_a_comment_that_never_ends_hides_nothing() -> None:
    assert set(LINES) <= set(read(f"<!-- {BODY}").paragraphs)


def test_a_script_holds_no_text() -> None:
    article = read(f"<script>document.write('<p>{LINES[0]}假的假的</p></scr' + 'ipt>');</script>{BODY}")
    assert "假的" not in article.text


BAD = ("javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)", " javascript:alert(1)", "vbscript:x", "file:///etc/passwd",
       "data:text/html;base64,PHNjcmlwdD4=", "data:image/svg+xml,<svg onload=alert(1)>", "&#106;avascript:alert(1)", "javascript&colon;alert(1)",
       "ftp://x/y.jpg", "blob:https://a/b", "about:blank", "chrome://settings", "intent://x")  # fmt: skip


@pytest.mark.parametrize("address", BAD)
def test_no_output_holds_an_address_that_is_not_of_the_web(address: str) -> None:
    article = newsclean.parse(
        f'{HEAD}<link rel="canonical" href="{address}"><meta property="og:url" content="{address}">'
        f'<meta property="og:image" content="{address}">{BODY}<p><img src="{address}" width="600"></p>'
        f'<p><img data-src="{address}" src="/a.jpg" width="600"></p><iframe src="{address}"></iframe>'
        f'<video src="{address}"></video><a href="{address}">链接</a>{BODY}'
    )
    written = outputs(article).lower()
    for scheme in (
        "javascript",
        "vbscript:",
        "file:",
        "data:text",
        "data:image",
        "ftp:",
        "blob:",
        "chrome:",
        "intent:",
    ):
        assert scheme not in written.replace("\t", "")
    assert all(str(image.url).startswith(("https://", "http://", "/", "a")) for image in article.images)


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x"])
def test_an_address_given_by_the_caller_is_written_only_where_it_is_of_the_web(address: str) -> None:
    article = newsclean.parse(HEAD + BODY, url=address)
    assert address not in article.to_html()
    assert address not in article.to_markdown()


def test_a_base_element_redirects_no_picture() -> None:
    article = read(f'<base href="https://evil.example.org/"><p><img src="/a.jpg" width="600"></p>{BODY}')
    assert all("evil" not in str(image.url) for image in article.images)


# Outputs


INJECTIONS = ("<script>alert(1)</script>", "</title><script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "![x](javascript:alert(1))",
              "[x](javascript:alert(1))", "---\ntitle: x\n---", "</script><script>alert(1)", "<!--", "]]>", "{{7*7}}", "<iframe src=//x>")  # fmt: skip


@pytest.mark.parametrize("text", INJECTIONS)
def test_what_looks_like_markup_in_a_text_stays_text(text: str) -> None:
    page = (
        f"<title>{escape(text)}江川大桥恢复通车</title><h1>{escape(text)}江川大桥恢复通车</h1>"
        f"<meta name=author content='{escape(text)}'>{BODY}<p>{escape(text)}桥头的面馆老板说，等了很久。</p>{BODY}"
    )
    article = newsclean.parse(page)
    html = article.to_html()
    assert len(re.findall("<script", html)) == 1
    assert "<img" not in html
    assert "<iframe" not in html
    again = newsclean.parse(article.to_markdown())
    assert again.title == article.title
    assert again.paragraphs == article.paragraphs
    assert newsclean.parse(html).paragraphs == article.paragraphs


# JSON in pages


@pytest.mark.parametrize(
    "data",
    [
        "[" * 100_000,
        '{"a":' * 100_000,
        '{"@graph":' * 50_000 + "[]" + "}" * 50_000,
        '{"headline": NaN, "datePublished": Infinity}',
        '{"headline": 1e999, "datePublished": -1e999}',
        '{"headline": "一", "headline": "二"}',
        '{"headline": {"headline": {"headline": []}}, "author": [[[[]]]], "publisher": 3, "image": null}',
        '{"@type": {"a": 1}, "headline": true, "author": {"name": {"name": 1}}, "datePublished": []}',
        '{"@type": "NewsArticle", "articleBody": ' + "9" * 5_000 + "}",
        '{"@type": "NewsArticle", "headline": "\\ud800", "author": "\\udc00"}',
        "\x00",
        '{"a": "' + "x" * 9_000_000 + '"}',
    ],
    ids=["lists", "objects", "graphs", "NaN", "too great", "twice", "wrong types", "more wrong types", "long number",
         "halves", "NUL", "nine megabytes"],
)  # fmt: skip
@pytest.mark.parametrize("place", ['type="application/ld+json"', 'id="__NEXT_DATA__" type="application/json"', ""])
def test_data_in_pages(data: str, place: str) -> None:
    lead = "" if place else "window.__DATA__ = "
    start = time.process_time()
    article = read(f"<script {place}>{lead}{data}</script>{BODY}")
    assert time.process_time() - start < MOST_SECONDS
    assert article.paragraphs == LINES
    assert article.title == "江川大桥恢复通车"
    alone = newsclean.parse(f"<p>x</p><script {place}>{lead}{data}</script>")
    assert Article.from_json(alone.to_json()) == alone


# Limits are options, and the error names the option


@pytest.mark.parametrize("size", [10, 1_000])
def test_the_limit_of_bytes(size: int) -> None:
    with pytest.raises(NewscleanError, match="max_bytes"):
        newsclean.parse("长" * (size + 1), options=Options(limits=Limits(max_bytes=size)))


@pytest.mark.parametrize("kind", ["html", "text", "front-matter", "pdf-text"])
def test_the_limit_of_blocks(kind: newsclean.article.SourceKind) -> None:
    page = "<p>一</p>\n\n" * 30 if kind == "html" else "　　一句话。\n\n" * 30
    with pytest.raises(NewscleanError, match=r"the document has \d+ blocks; Options\.limits\.max_blocks allows 20"):
        newsclean.parse(page, kind=kind, options=Options(limits=Limits(max_blocks=20)))
    newsclean.parse(page, kind=kind, options=Options(limits=Limits(max_blocks=31)))


def test_half_a_million_blocks_are_enough() -> None:
    start = time.process_time()
    with pytest.raises(NewscleanError, match="max_blocks"):
        newsclean.parse("<p>a" * 600_000)
    assert time.process_time() - start < MOST_SECONDS


def test_the_limit_of_scripts() -> None:
    sentence = LINES[0] * 8
    page = f'<h1>江川大桥恢复通车</h1><script type="application/json">{{"content": "{sentence}"}}</script>'
    assert sentence in newsclean.parse(page).text
    assert sentence not in newsclean.parse(page, options=Options(limits=Limits(max_script=100))).text
