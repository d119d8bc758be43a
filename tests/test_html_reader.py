"""HTML -> blocks: what the standard says about end tags that nobody wrote, and what real pages do besides."""

from __future__ import annotations

import time

import pytest
from conservation import block_text, visible

from newsclean.blocks import Block, Page
from newsclean.readers.html import read_html


def kinds(html: str) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in read_html(html).blocks if block.kind != "shell"]


def texts(html: str) -> list[str]:
    return [text for _, text in kinds(html) if text]


# Blocks


@pytest.mark.parametrize(
    "html, expected",
    [
        ("<p>一</p><p>二</p>", ["一", "二"]),
        ("<p>一<p>二<p>三", ["一", "二", "三"]),
        ("<ul><li>一<li>二</ul>三", ["一", "二", "三"]),
        ("<dl><dt>词<dd>义<dt>词二<dd>义二</dl>", ["词", "义", "词二", "义二"]),
        ("<p>一<div>二</div>三</p>", ["一", "二", "三"]),
        ("<p>一<h2>二</h2>三", ["一", "二", "三"]),
        ("一<p>二</p>三", ["一", "二", "三"]),
        ("<div>一<div>二</div>三</div>四", ["一", "二", "三", "四"]),
        ("<select><option>一<option>二</select>三", ["一", "二", "三"]),
        ("一<br>二<br/>三<BR />四", ["一", "二", "三", "四"]),
        ("一<br><br>\n<br>二", ["一", "二"]),
        ("一<hr>二", ["一", "二"]),
        ("<td>一</td><td>二</td>", ["一", "二"]),
        ("<center>一</center>二", ["一", "二"]),
        ("<section>一<article>二</article></section>", ["一", "二"]),
        ("<blockquote>一<p>二</p></blockquote>", ["一", "二"]),
        ("<P>一</P><DIV>二</DIV><Td>三", ["一", "二", "三"]),
        ("<custom-element>一</custom-element><p>二</p>", ["一", "二"]),
    ],
)
def test_where_a_block_ends(html: str, expected: list[str]) -> None:
    assert texts(html) == expected


@pytest.mark.parametrize(
    "html",
    [
        "<p>一<b>二</b>三<i>四</i>五</p>",
        "<p>一<span>二</span>三<font color=red>四</font>五</p>",
        "<p>一<a href=/x>二</a>三<em>四</em>五</p>",
        "<p>一<unknown>二</unknown>三<x-y>四</x-y>五</p>",
        "<p>一<!-- 注 -->二<!--->三<!---->四<!-- a -- b -->五</p>",
        "<p>一二<wbr>三<s>四</s>五</p>",
        "<p>一<?php echo 1 ?>二<!DOCTYPE html>三</>四<![CDATA[]]>五</p>",
        "<p>一<script>六 < 七</script>二<style>b{}</style>三四五</p>",
        "<p>一二三四五",
        "<p>一二三</span>四</b>五</p>",
        "<p>一二三</i></font></a>四五</p>",
        "<p\nclass=a\n>一二三四五</p\n>",
        "<p title='a>b'>一二三四五</p>",
        '<p title="<b>不是</b>">一二三四五</p>',
        "<p title=a>一二三四五</p>",
        "<p/>一二三四五",
    ],
)
def test_inline_elements_and_strays_do_not_cut_a_sentence(html: str) -> None:
    assert texts(html) == ["一二三四五"]


@pytest.mark.parametrize(
    "html, expected",
    [
        ("<h1>题</h1>", [("heading", "题")]),
        ("<h1>题<br>下半</h1>", [("heading", "题 下半")]),
        ("<h3><a href=x><span>题</span></a></h3>", [("heading", "题")]),
        ("<ul><li>一</li></ul>", [("list-item", "一")]),
        ("<ol><li><p>一</p><p>二</p></ol>", [("list-item", "一"), ("list-item", "二")]),
        ("<blockquote><p>引</p></blockquote>", [("quote", "引")]),
        ("<figure><img src=a.jpg><figcaption>图<b>说</b></figcaption></figure>", [("image", ""), ("caption", "图说")]),
        ("<pre>a = 1\n  b = 2\n\nc</pre>", [("code", "a = 1"), ("code", "  b = 2"), ("code", "c")]),
        ("<iframe src=//v.qq.com/x></iframe>", [("frame", "")]),
        ("<video src=a.mp4></video>", [("video", "")]),
        ("<h2>题</h2>文", [("heading", "题"), ("paragraph", "文")]),
        ("<h2>题<p>文", [("heading", "题"), ("paragraph", "文")]),
        ("<li><div>一</div></li>", [("list-item", "一")]),
        ("<blockquote>引<footer>署名</footer></blockquote>", [("quote", "引"), ("quote", "署名")]),
    ],
)
def test_kind_of_a_block(html: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(html) == expected


def test_levels_of_headings() -> None:
    blocks = read_html("".join(f"<h{level}>第{level}级</h{level}>" for level in range(1, 7))).blocks
    assert [block.level for block in blocks] == [1, 2, 3, 4, 5, 6]


# Tables


@pytest.mark.parametrize(
    "html, expected",
    [
        (
            "<table><tr><td>年份<td>产量<tr><td>2024<td>31</table>",
            [("table-row", "年份\t产量"), ("table-row", "2024\t31")],
        ),
        (
            "<table><thead><tr><th>年份</th><th>产量</th></tr></thead><tbody><tr><td>2024</td><td>31</td></tr></tbody></table>",
            [("table-row", "年份\t产量"), ("table-row", "2024\t31")],
        ),
        # a cell that stands alone in its row lays out the page
        ("<table><tr><td>全文都在这一格里。</td></tr></table>", [("cell", "全文都在这一格里。")]),
        # bare text in a cell, cut by br
        ("<table><tr><td>一<br>二<br>三</td></tr></table>", [("cell", "一"), ("cell", "二"), ("cell", "三")]),
    ],
)
def test_rows_of_tables(html: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(html) == expected


def test_a_row_that_lays_out_the_page_is_no_row_of_data() -> None:
    html = "<table><tr><td><p>导航</p></td><td><p>第一段。</p><p>第二段。</p></td></tr></table>"
    assert [text for _, text in kinds(html)] == ["导航", "第一段。", "第二段。"]


def test_a_table_in_a_cell() -> None:
    html = "<table><tr><td>外<table><tr><td>甲<td>乙</table></td></tr></table>后"
    assert texts(html) == ["外", "甲\t乙", "后"]


# The end of the page is not where it says


@pytest.mark.parametrize(
    "html",
    [
        "<html><body><p>一</p></body></html><p>二</p><p>三</p>",
        "<html><body><p>一</p></html><p>二</p></body><p>三</p></html>",
        "<div><p>一</p></div></div></div><p>二</p></div><p>三</p>",
        "<p>一</p></table></td></tr><p>二</p></ul></li>三",
        "<html><html><body><p>一</p><body><p>二</p></body><p>三</p>",
        "<p>一</p><frameset></frameset><p>二</p><noframes></noframes>三",
        "</p>一</p>二</div>三",
    ],
)
def test_text_after_an_early_end_is_text(html: str) -> None:
    assert texts(html) == ["一", "二", "三"]


def test_a_stray_end_tag_does_not_leave_its_table_cell() -> None:
    page = read_html("<div class=outer><table><tr><td class=inner>一</div>二</td></tr></table></div>")
    assert [page.attrs[block.node].strip() for block in page.blocks] == ["class=inner", "class=inner"]


# Markup that is broken


@pytest.mark.parametrize(
    "html, expected",
    [
        ('<p title="没有结束>一</p><p>二</p>', "一二"),
        ("<p title='没有结束>一</p><p>二</p>", "一二"),
        ('<a href="x>一</a><p>二</p><a href="y">三</a>', "三"),  # the quote ends at the next one, as browsers have it
        ("<p>一</p><!-- 没有结束 <p>二</p>", "一二"),  # what stands up to the next > is lost to it
        ("<p>一</p><!-- 结束 --><p>二</p><!-- 没有 <p>三", "一二三"),
        ("<p>一</p><", "一<"),
        ("<p>一</p><p", "一"),
        ("<p>一 < 二</p>", "一<二"),
        ("<p>3<5 且 7>6</p>", "3<5且7>6"),
        ("<p>一<3二</p>", "一<3二"),
        ("<p>a<>b</p>", "a<>b"),
        ("<p>一</p><script>没有结束 <p>二", "一"),
        ("<p>一</p><style>没有结束 <p>二", "一"),
        ("<p>一</p><script>var a = '</p>';</script><p>二</p>", "一二"),
        ("<p>一</p><script>document.write('<script>x<\\/script>')</script><p>二</p>", "一二"),
        ('<p>一<p ="二">三</p>', "一三"),
        ('<p class="a"b=c>一</p>', "一"),
        ('<p class=a"b>一</p>二', "一二"),
        ("", ""),
        ("没有标签", "没有标签"),
    ],
)
def test_broken_markup(html: str, expected: str) -> None:
    assert block_text(read_html(html)) == expected


# Characters


@pytest.mark.parametrize(
    "html, text",
    [
        ("&lt;p&gt;", "<p>"),
        ("&amp;lt;", "&lt;"),
        ("&#20013;&#x56FD;", "中国"),
        ("&ldquo;引&rdquo;&mdash;&hellip;", "“引”—…"),
        ("a&nbsp;&nbsp;b", "a b"),
        ("a&ensp;b&#12288;c", "a b c"),
        ("&copy 2024", "© 2024"),
        ("AT&T R&D &unknown; &", "AT&T R&D &unknown; &"),
        ("&#0;x&#xD800;&#x110000;", "\ufffdx\ufffd\ufffd"),
        ("&#150;", "–"),
        ("  多\n个\t空  白 ", "多 个 空 白"),
        ("𠮷野家😀", "𠮷野家😀"),
    ],
)
def test_entities_and_white_space(html: str, text: str) -> None:
    assert texts(f"<p>{html}</p>") == [text]


def test_lines_of_code_keep_their_indentation_and_entities() -> None:
    assert texts("<pre><code>if a &lt; b:\n    print(&quot;x&quot;)</code></pre>") == ["if a < b:", '    print("x")']


# Hidden


@pytest.mark.parametrize(
    "attributes, hidden",
    [
        ('style="display:none"', True),
        ('style="DISPLAY : NONE;"', True),
        ("style='color:red;display: none'", True),
        ("hidden", True),
        ('hidden=""', True),
        ('class="hidden-xs"', False),
        ('class="hidden"', False),
        ('style="text-indent:-9999px"', True),
        ('style="text-indent:2em"', False),
        ('style="position:absolute;left:-3000px"', True),
        ('style="position:absolute;top:-1500px"', True),
        ('style="left:-3px"', False),
        ('style="font-size:0"', True),
        ('style="font-size:0px;"', True),
        ('style="font-size:0.9em"', False),
        ('style="font-size:16px"', False),
        ('data-x="display-none"', False),
        ('style="display:block"', False),
        ('aria-hidden="true"', False),
        ('style="overflow:hidden"', False),
        ('style="visibility:hidden"', False),  # WeChat shows its article by a script
    ],
)
def test_hidden_elements(attributes: str, hidden: bool) -> None:
    (block,) = [block for block in read_html(f"<div {attributes}><p>一</p></div>").blocks if block.text]
    assert block.hidden is hidden


@pytest.mark.parametrize("tag", ["noscript", "template", "textarea", "svg", "math", "canvas", "title"])
def test_elements_whose_text_is_not_on_the_screen(tag: str) -> None:
    blocks = [block for block in read_html(f"<div><{tag}>一</{tag}>二</div>").blocks if block.text]
    assert [(block.text, block.hidden) for block in blocks] == [("一", True), ("二", False)]


def test_a_hidden_span_is_a_block_of_its_own_and_what_follows_is_not_hidden() -> None:
    blocks = read_html('<p>前<span style="display:none">藏<span>里</span></span>后</p>').blocks
    assert [(block.text, block.hidden) for block in blocks] == [("前", False), ("藏里", True), ("后", False)]


# Links, pictures


@pytest.mark.parametrize(
    "html, links",
    [
        ("<p><a href=x>三个字</a></p>", 3),
        ("<p>前<a href=x>三个字</a>后</p>", 3),
        ("<p><a name=x>三个字</a></p>", 0),
        ("<p><a href=x>一<a href=y>二</a>三</a></p>", 2),
        ("<p><a href=x>没有结束</p><p>后</p>", 4),
        ("<p><A HREF=x>三个字</A></p>", 3),
        ("<a href=x><div>三个字</div></a>", 3),
    ],
)
def test_characters_in_links(html: str, links: int) -> None:
    assert next(block for block in read_html(html).blocks if block.text).links == links


def test_a_link_that_never_ends_ends_with_its_container() -> None:
    blocks = read_html("<div><p><a href=x>链接</p></div><p>不是链接</p>").blocks
    assert [(block.text, block.links) for block in blocks] == [("链接", 2), ("不是链接", 0)]


def test_a_picture_in_a_sentence_does_not_cut_it() -> None:
    assert kinds("<p>前<img src=smile.gif>后</p>") == [("paragraph", "前后"), ("image", "")]


def test_a_picture_before_its_paragraph() -> None:
    assert kinds("<p><img src=a.jpg>文</p>") == [("image", ""), ("paragraph", "文")]


def test_pictures_keep_their_attributes_as_written() -> None:
    (block,) = read_html('<img data-src="a.jpg" alt="x > y">').blocks
    assert 'data-src="a.jpg"' in block.media
    assert "x > y" in block.media


def test_an_empty_paragraph_leaves_a_shell() -> None:
    assert [block.kind for block in read_html("<p></p><p> </p><p>文</p><p><img src=a></p>").blocks] == [
        "shell", "shell", "paragraph", "image",
    ]  # fmt: skip


# Places


def test_the_path_of_a_block() -> None:
    page = read_html('<div id="main"><div class="art-body x"><p>文</p></div></div>')
    assert page.place(page.blocks[0].node) == "div.main > div.art-body.x > p"


@pytest.mark.parametrize(
    "name, words",
    [
        ("artContent", {"art", "content", "artcontent"}),
        ("art-content", {"art", "content", "art-content"}),
        ("art_content", {"art", "content", "art_content"}),
        ("padding", {"padding"}),
        ("ADBox", {"ad", "box", "adbox"}),
        ("share2", {"share", "share2"}),
    ],
)
def test_words_of_class_and_id(name: str, words: set[str]) -> None:
    page = read_html(f"<div class={name}>文</div>")
    assert page.words(page.blocks[0].node) == words


def test_scripts_are_taken_out_and_kept_as_data() -> None:
    page = read_html('<script type="application/ld+json">{"a": 1}</script><p>文</p><script>var b;</script>')
    assert [(attrs.strip(), text) for attrs, text in page.scripts] == [
        ('type="application/ld+json"', '{"a": 1}'),
        ("", "var b;"),
    ]
    assert block_text(page) == "文"


def test_the_head_is_what_stands_before_the_body() -> None:
    page = read_html("<html><head><meta name=a content=b></head><body><meta name=c><p>文</p>")
    assert "content=b" in page.head
    assert "name=c" not in page.head


# Size and depth


DEPTH = 100_000


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * DEPTH + "文" + "</div>" * DEPTH,
        "<div>" * DEPTH + "文",
        "<b>" * DEPTH + "文",
        "<span>" * DEPTH + "文" + "</span>" * DEPTH,
        "<span style=display:none>" * DEPTH + "文",
        "<table><tr><td>" * (DEPTH // 3) + "文",
        "<p>" * DEPTH + "文",
        "<ul><li>" * (DEPTH // 2) + "文" + "</li></ul>" * (DEPTH // 2),
        "<a href=x>" * DEPTH + "文",
        "<h1>" * DEPTH + "文",
        "<blockquote>" * DEPTH + "文" + "</blockquote>" * DEPTH,
        "</div>" * DEPTH + "文",
        "<svg>" * DEPTH + "文",
        "<select><option>" * (DEPTH // 2) + "文",
    ],
    ids=lambda html: html[:14] + html[-7:],
)
def test_depth_does_not_matter(html: str) -> None:
    start = time.process_time()
    assert block_text(read_html(html)) == "文"
    assert time.process_time() - start < 4


WORST = {
    "plain": "<p>停运三个月的江川大桥昨天恢复通车。</p>",
    "open quotes": '<a title="',
    "single quotes": "<a title='",
    "angle brackets": "<",
    "half tags": "<a ",
    "comments": "<!--",
    "half comments": "<!-",
    "comment ends": "-->",
    "scripts": "<script>",
    "half scripts": "<script",
    "half styles": "<style",
    "styles": "<style>",
    "tags in a value": "<b>",
    "quotes that open": '<b c="',
    "angles": "<>",
    "angles that close": ">",
    "script ends": "</script",
    "ampersands": "&",
    "entities": "&#",
    "slashes": "</",
    "equals": "<a =",
    "equals in one tag": "=",
    "unclosed rows": "<tr><td>",
    "end tags": "<div></p>",
    "stray cells": "<td></div>",
    "spans": "<span>",
    "hidden": "<div style=display:none>",
    "white space": " ",
    "line breaks": "<br>",
    "pictures": "<img src=a>",
    "attribute spaces": "<a \t",
    "declarations": "<!x ",
    "instructions": "<?x ",
    "seams": "\x1f",
    "zero bytes": "\x00",
}


@pytest.mark.parametrize("piece", WORST.values(), ids=WORST)
@pytest.mark.parametrize("lead", ["", "<a ", '<a b="', "<!--"], ids=["bare", "in a tag", "in a value", "in a comment"])
def test_time_per_byte_is_flat(piece: str, lead: str) -> None:
    """Eight times the input takes at most sixteen times as long."""

    def seconds(size: int) -> float:
        html = lead + piece * (size // len(piece))
        best = 9.9
        for _ in range(3):
            start = time.process_time()
            read_html(html)
            best = min(best, time.process_time() - start)
            if best > 0.5:
                break
        return best

    assert seconds(80_000) < max(16 * seconds(10_000), 0.05)


def test_an_attribute_of_ten_million_characters() -> None:
    html = f'<p title="{"a" * 10_000_000}">文</p>'
    start = time.process_time()
    assert block_text(read_html(html)) == "文"
    assert time.process_time() - start < 4


def test_the_whole_of_a_block_is_in_its_text() -> None:
    text = "字" * 100_000
    assert texts(f"<p>{text}</p>") == [text]


# Splitting


def test_split_loses_nothing() -> None:
    page = Page()
    page.blocks.append(Block("paragraph", "结尾。 （责任编辑：张三）", 0, 0, 4, 3))
    second = page.split(0, 4)
    assert [block.text for block in page.blocks] == ["结尾。", "（责任编辑：张三）"]
    assert second is page.blocks[1]
    assert page.blocks[0].links + page.blocks[1].links == 4
    assert visible("".join(block.text for block in page.blocks)) == "结尾。（责任编辑：张三）"


FOLDED = (
    "<div><p class=t>停运三个月的江川大桥昨天恢复通车，首日通过两万余辆。</p><p class=t>桥头的面馆从六点开到深夜，老板说他等了很久。</p>"
    '<div style="display:none">{rest}</div></div>{button}'
)
REST = "<p class=t>沿线商户的生意也好了起来，早市从三点开到九点。</p>"


@pytest.mark.parametrize(
    "rest, button, hidden",
    [
        (REST, "<a>展开全文</a>", False),
        (REST, "<div>点击查看剩余全文</div>", False),
        (REST, "", True),
        (REST.replace("class=t", "class=ad"), "<a>展开全文</a>", True),
        (REST.replace("class=t", 'class=t style="display:none"'), "<a>展开全文</a>", True),
    ],
)
def test_the_rest_that_is_folded_away(rest: str, button: str, hidden: bool) -> None:
    blocks = read_html(FOLDED.format(rest=rest, button=button)).blocks
    assert [block.hidden for block in blocks if block.text.startswith("沿线")] == [hidden]


def test_pictures_of_the_rest_that_is_folded_away() -> None:
    rest = REST + '<div class=pic><img src=a.jpg></div><div style="display:none"><p class=t>没有人看得到的一句话，一共二十多个字在这里。</p></div>'
    blocks = read_html(FOLDED.format(rest=rest, button="<a>展开全文</a>")).blocks
    assert [block.hidden for block in blocks if block.kind == "image" or block.text.startswith("没有人")] == [False, True]
