"""Nothing is lost and nothing invented: the visible characters of a source are those of its blocks, in order, once.

The markup is generated; what is visible in it is read by a second, simple reader (the standard library's).
"""

from __future__ import annotations

from collections import Counter
from html import escape, unescape

import pytest
from conservation import accounted, block_text, read, text_of_markup, visible
from hypothesis import assume, given
from hypothesis import strategies as st

import newsclean
from newsclean import NewscleanError
from newsclean.pipeline import judged
from newsclean.readers.html import read_html

SENTENCES = (
    "停运三个月的江川大桥昨天恢复通车，首日通过车辆两万余辆。",
    "桥头的面馆老板说：“等这一天等了很久。”",
    "来源：江川日报",
    "责任编辑：张三",
    "2026-03-01 10:00",
    "分享到：",
    "相关阅读",
    "扫一扫，关注我们的公众号",
    "（图为通车现场。本报记者 李四 摄）",
    "版权声明：未经许可不得转载",
    "在线观看_国产_日韩_久久_开奖结果",
    "上一页 1 2 3 下一页",
    "首页 > 新闻 > 正文",
    "△通车现场",
    "江川大桥恢复通车",
)
LINES = st.sampled_from(SENTENCES)
CHARACTERS = st.text(
    st.one_of(
        st.sampled_from("桥修好了，。“”<>&'\"=/;#x 　\n\t\u200b\u3000A1-_"),
        st.characters(exclude_categories=["Cs", "Cc"]),
    ),
    max_size=30,
)
TEXT = st.one_of(LINES, CHARACTERS)

INLINE = ("span", "b", "strong", "em", "i", "font", "a", "u", "s", "custom-element")
FLOW = (
    "div",
    "section",
    "article",
    "blockquote",
    "center",
    "main",
    "form",
    "aside",
    "footer",
    "figure",
    "h2",
    "h3",
    "p",
)
ATTRIBUTES = (
    "",
    ' class="content"',
    ' class="share"',
    ' class="related hot"',
    ' style="display:none"',
    ' href="/a.html"',
    " id=x",
    ' title="a &gt; b"',
    " data-x='1' hidden",
)


@st.composite
def element(draw: st.DrawFn, tags: tuple[str, ...], content: st.SearchStrategy[str]) -> str:
    tag = draw(st.sampled_from(tags))
    return f"<{tag}{draw(st.sampled_from(ATTRIBUTES))}>{draw(content)}</{tag}>"


ESCAPED = TEXT.map(escape)
PHRASE = st.recursive(ESCAPED, lambda inner: element(INLINE, st.lists(inner, max_size=3).map("".join)), max_leaves=6)


def table(rows: list[list[str]]) -> str:
    return (
        "<table>" + "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows) + "</table>"
    )


def listing(items: list[str]) -> str:
    return "<ul>" + "".join(f"<li>{item}</li>" for item in items) + "</ul>"


EMPTY = st.sampled_from(["<br>", "<hr>", '<img src="a.jpg">', "<!-- 注 -->", "<p></p>", "<script>var a = '<p>x</p>';</script>",
                         "<style>p{}</style>", '<iframe src="//v.qq.com/iframe/player.html?vid=s3304oo5gni"></iframe>', "\n", " "])  # fmt: skip
FLOWING = st.recursive(
    st.one_of(PHRASE, EMPTY, PHRASE.map("<p>{}</p>".format), st.lists(PHRASE, max_size=3).map(listing)),
    lambda inner: st.one_of(
        element(FLOW, st.lists(inner, max_size=4).map("".join)),
        st.lists(st.lists(inner, max_size=3), max_size=3).map(table),
    ),
    max_leaves=20,
)
TREE = st.lists(FLOWING, min_size=1, max_size=5).map("".join)
PAGE = st.builds(
    "<!DOCTYPE html><html><head><meta charset=utf-8><title>{}</title></head><body><h1>{}</h1>{}</body></html>{}".format,
    ESCAPED, ESCAPED, TREE, TREE,
)  # fmt: skip

TAGS = tuple(
    f"<{mark}{tag}>"
    for tag in (*INLINE, *FLOW, "td", "tr", "table", "li", "ul", "br", "body", "html")
    for mark in ("", "/")
)
SOUP = st.lists(st.one_of(st.sampled_from(TAGS), ESCAPED, EMPTY), max_size=40).map("".join)

PLAIN = st.lists(st.one_of(LINES, CHARACTERS, st.just(""), LINES.map("　　{}".format)), max_size=12).map("\n".join)


# In the blocks


@given(st.one_of(TREE, PAGE))
def test_blocks_of_a_well_formed_tree(html: str) -> None:
    assert block_text(read_html(html)) == text_of_markup(html)


@given(SOUP)
def test_blocks_of_a_soup_of_tags(html: str) -> None:
    assert block_text(read_html(html)) == text_of_markup(html)


@given(PLAIN)
def test_blocks_of_a_text_dump(text: str) -> None:
    assert block_text(read(text, "text")) == visible(unescape(text))


@given(PLAIN)
def test_blocks_of_pdf_text(text: str) -> None:
    assert block_text(read(text, "pdf-text")) == visible(text)


@given(st.integers(8, 40), st.lists(LINES, min_size=1, max_size=30))
def test_hard_wrapping_loses_nothing_and_is_undone(width: int, sentences: list[str]) -> None:
    paragraphs = ["　　" + "".join(sentences[start : start + 4]) for start in range(0, len(sentences), 4)]
    wrapped = [text[at : at + width] for text in paragraphs for at in range(0, len(text), width)]
    assert block_text(read("\n".join(wrapped), "pdf-text")) == visible("".join(sentences))


@given(st.dictionaries(st.sampled_from(["title", "author", "source", "tags"]), LINES, max_size=3), TREE)
def test_blocks_of_a_post_are_its_body(front: dict[str, str], html: str) -> None:
    post = "---\n" + "".join(f'{name}: "{value}"\n' for name, value in front.items()) + f"---\n<div>{html}</div>"
    assert block_text(read(post)) == text_of_markup(html)


@given(st.text(max_size=200), st.sampled_from(["html", "text", "pdf-text", "front-matter"]))
def test_any_text_is_read(text: str, kind: newsclean.article.SourceKind) -> None:
    page = read(text, kind)
    assert len(page.parents) == len(page.tags) == len(page.attrs)
    for block in page.blocks:
        assert 0 <= block.node < len(page.parents)
        assert 0 <= block.links <= max(len(block.text), 0)
        assert 0 <= block.bold <= len(block.text)


# In the article


@pytest.mark.parametrize("kind", ["html", "text", "pdf-text"])
@given(data=st.data())
def test_every_block_has_one_verdict_and_splits_lose_nothing(
    kind: newsclean.article.SourceKind, data: st.DataObject
) -> None:
    text = data.draw(PAGE if kind == "html" else PLAIN)
    assume(visible(text))
    before = block_text(read(text, kind))
    _, page = judged(text, kind=kind)
    assert block_text(page) == before
    for block in page.blocks:
        assert block.verdict
        family, _, rule = block.rule.partition("/")
        assert family
        assert rule


LEAD = "".join(f"<p>{sentence * 2}</p>" for sentence in SENTENCES[:2]) * 3


@given(PAGE)
def test_text_and_removals_account_for_a_page(html: str) -> None:
    html = html.replace("</h1>", f"</h1>{LEAD}", 1)
    article = newsclean.parse(html)
    assume(article.is_article)
    assert accounted(article) == Counter(text_of_markup(html))


@given(PLAIN)
def test_text_and_removals_account_for_a_dump(text: str) -> None:
    text = "江川大桥恢复通车\n2026-03-01 10:00 来源：江川日报\n" + "\n".join(SENTENCES[:2] * 3) + "\n" + text
    article = newsclean.parse(text, kind="text")
    assume(article.is_article)
    assert accounted(article) == Counter(visible(unescape(text)))


@given(st.one_of(PAGE, SOUP, PLAIN))
def test_what_is_refused_is_accounted_for_too(text: str) -> None:
    assume(visible(text))
    article, page = judged(text)
    assume(not article.is_article)
    assert article.text == ""
    assert (article.blocks, article.images, article.videos) == ((), (), ())
    assert accounted(article) == Counter(block_text(page))


@given(st.one_of(PAGE, PLAIN))
def test_removals_stand_in_reading_order(text: str) -> None:
    assume(visible(text))
    numbers = [entry.block for entry in newsclean.parse(text).removed]
    assert numbers == sorted(numbers)


@given(st.one_of(PAGE, SOUP, PLAIN, st.text(max_size=300)))
def test_the_text_is_made_of_the_source(text: str) -> None:
    try:
        article = newsclean.parse(text)
    except NewscleanError:
        return
    source = visible(unescape(unescape(text)))
    for line in article.text.split("\n"):
        assert Counter(visible(line)) <= Counter(source)


@given(st.one_of(st.binary(max_size=300), SOUP.map(str.encode), PAGE.map(lambda page: page.encode("gb18030"))))
def test_any_bytes_give_an_article_or_a_named_error(data: bytes) -> None:
    try:
        article = newsclean.parse(data)
    except NewscleanError:
        return
    assert newsclean.Article.from_json(article.to_json()) == article


@given(PAGE)
def test_the_same_twice(html: str) -> None:
    assert newsclean.parse(html) == newsclean.parse(html)


@given(PAGE)
def test_keep_removed_changes_nothing_else(html: str) -> None:
    bare = newsclean.parse(html, options=newsclean.Options(keep_removed=False))
    whole = newsclean.parse(html)
    assert bare.removed == ()
    assert bare.to_dict() | {"removed": 0} == whole.to_dict() | {"removed": 0}
