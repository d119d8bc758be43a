"""Markdown: the front matter is YAML that reads back, the body CommonMark in which every text means itself."""

from __future__ import annotations

import time
from datetime import datetime, timezone
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from newsclean.article import Article, Image, Part, PartKind, Published, Video
from newsclean.render.fields import clean

READER = MarkdownIt("commonmark").enable("table").enable("strikethrough")


def body_of(*parts: Part, images: tuple[Image, ...] = (), videos: tuple[Video, ...] = ()) -> str:
    return Article(blocks=parts, images=images, videos=videos).to_markdown(front_matter=False)


def front_matter_of(article: Article) -> dict[str, Any]:
    head = article.to_markdown().removeprefix("---\n").split("\n---\n")[0]
    found = yaml.safe_load(head)
    assert isinstance(found, dict)
    return found


def plain(token: Token) -> str:
    """The words of an inline token; markup in it is made visible."""
    words = ""
    for child in token.children or []:
        if child.type == "text":
            words += child.content
        elif child.type in ("hardbreak", "softbreak"):
            words += "\n"
        else:
            words += f"<{child.type}>"
    return words


def read(markdown: str) -> list[tuple[str, str]]:
    """What a CommonMark reader makes of a body: the innermost container of each line, and its words."""
    found = []
    tokens = READER.parse(markdown)
    for before, token in zip([None, *tokens], tokens, strict=False):
        if token.type == "inline" and before is not None:
            found.append((before.type.removesuffix("_open"), plain(token)))
        elif token.type in ("fence", "html_block", "code_block", "hr"):
            found.append((token.type, token.content))
    return found


MARKUP_IN_TEXT = [
    "1. 不是列表",
    "2024) 不是列表",
    "# 不是标题",
    "#话题# 不动",
    "<b>不是标签</b>",
    "<script>alert(1)</script>",
    "<!-- 不是注释 -->",
    "- 不是列表项",
    "+ 不是列表项",
    "* 不是列表项",
    "> 不是引用",
    "---",
    "- - -",
    "***",
    "___",
    "===",
    "```python",
    "~~~",
    "`不是代码`",
    "*不是强调*和**不是**和_不是_和~~不是~~",
    "[不是链接](http://a.example)",
    "![不是图片](http://a.example/b.jpg)",
    "[注]: http://a.example",
    "&copy;和&#35;和AT&T",
    "反斜杠\\和\\*",
    "行尾反斜杠\\",
    "a|b|c",
    "| --- |",
    ":---|---:",
    "http://a.example/b_c_d?e=f&g=h",
    "<http://a.example>",
    "3 < 5 > 2",
    "C++、C#、F# ",
    "1.5亿、10~20人、100%",
    "snake_case与__init__",
    "1. ",
    "+",
    "-",
    "#",
]


@pytest.mark.parametrize("text", MARKUP_IN_TEXT)
def test_text_that_looks_like_markup_reads_back_as_itself(text: str) -> None:
    assert read(body_of(Part("paragraph", text))) == [("paragraph", text.strip())]
    assert read(body_of(Part("list-item", text))) == [("paragraph", text.strip())]
    assert read(body_of(Part("quote", text))) == [("paragraph", text.strip())]
    assert read(body_of(Part("heading", text, level=2))) == [("heading", text.strip())]
    assert read(body_of(Part("table-row", f"{text}\t乙")))[0] == ("th", text.strip())


def test_no_tag_is_seen_even_without_reading_markdown() -> None:
    assert "<" not in body_of(Part("paragraph", "标签<p>和</p>以及<br/><!DOCTYPE>"), Part("table-row", "<b>\t<i>"))
    assert body_of(Part("paragraph", "3 < 5")) == "3 < 5\n"


def test_plain_prose_is_not_touched() -> None:
    text = "5月9日，张三（化名）说：“1,000元、10:30、50%、A-B、C/D、3.5亿！”——《人民日报》"
    assert body_of(Part("paragraph", text)) == text + "\n"


_text = st.lists(
    st.sampled_from(
        [*"\\`*_[]<>&#+-=:|~!(). 1a中\t", "\n", "&amp;", "```", "</b>", "http://a.example", "\u2028", "\x00", "\u3000"]
    ),
    max_size=14,
).map("".join) | st.text(max_size=20)


def folded(text: str) -> str:
    """White space as every reader of Markdown folds it; what no document may hold is gone."""
    lines = (" ".join(line.replace("\t", " ").split(" ")).strip() for line in clean(text).split("\n"))
    return "\n".join(" ".join(piece for piece in line.split(" ") if piece) for line in lines if line.strip())


@given(st.sampled_from(["paragraph", "list-item", "quote"]), _text, _text)
def test_any_text_reads_back_as_itself(kind: PartKind, first: str, second: str) -> None:
    parts = Part(kind, first), Part(kind, second)
    expected = [("paragraph", words) for part in parts if (words := folded(part.text))]
    found = [(container, folded(words)) for container, words in read(body_of(*parts))]
    assert found == expected


@given(_text, st.integers(0, 9))
def test_any_heading_reads_back_as_itself(text: str, level: int) -> None:
    words = folded(text).replace("\n", " ")
    assert read(body_of(Part("heading", text, level=level))) == ([("heading", words)] if words else [])


@given(st.text(st.sampled_from("`~ \n甲a<&\\"), max_size=30))
def test_any_code_reads_back_as_itself(text: str) -> None:
    assert read(body_of(Part("code", text))) == [("fence", text + "\n")]


@given(
    st.lists(
        st.lists(st.text(st.sampled_from("|\\`*甲a-: "), max_size=6), min_size=1, max_size=4), min_size=1, max_size=4
    )
)
def test_any_table_reads_back_as_itself(rows: list[list[str]]) -> None:
    found = read(body_of(*(Part("table-row", "\t".join(row)) for row in rows)))
    width = max(map(len, rows))
    expected = [" ".join(cell.split()) for row in rows for cell in row + [""] * (width - len(row))]
    assert [words for _, words in found] == expected


def test_the_kinds_of_parts() -> None:
    markdown = body_of(
        Part("paragraph", "第一段"),
        Part("heading", "小标题", level=3),
        Part("list-item", "甲"),
        Part("list-item", "乙"),
        Part("quote", "引文一"),
        Part("quote", "引文二"),
        Part("table-row", "时段\t车流"),
        Part("table-row", "早高峰"),
        Part("code", "a = `b`\n```"),
        Part("paragraph", "第一行\n第二行"),
    )
    assert markdown == (
        "第一段\n\n### 小标题\n\n- 甲\n- 乙\n\n> 引文一\n>\n> 引文二\n\n"
        "| 时段 | 车流 |\n| --- | --- |\n| 早高峰 |\n\n````\na = `b`\n```\n````\n\n第一行\\\n第二行\n"
    )


@pytest.mark.parametrize(
    "image, expected",
    [
        (Image("http://a.example/b.jpg"), "![](http://a.example/b.jpg)\n"),
        (Image("//a.example/b.jpg", alt="新[桥]"), "![新\\[桥\\]](//a.example/b.jpg)\n"),
        (
            Image("https://a.example/b_(1).jpg?c=1&lt=2", caption="△夜景*", credit="王五 摄"),
            "![](https://a.example/b_\\(1\\).jpg?c=1\\&lt=2)\n*△夜景\\* 王五 摄*\n",
        ),
        (
            Image("https://a.example/b.jpg", caption="夜景。王五 摄", credit="王五 摄"),
            "![](https://a.example/b.jpg)\n*夜景。王五 摄*\n",
        ),
        (Image(caption="夜景*"), "△夜景\\*\n"),
        (Image("javascript:alert(1)", caption="△夜景", credit="王五 摄"), "△夜景 王五 摄\n"),
        (Image("javascript:alert(1)", alt="x"), ""),
        (Image("data:image/png;base64,AAAA"), ""),
        (Image("file:///etc/passwd"), ""),
        (Image('https://a.example/b c"><d>.jpg\n'), "![](https://a.example/b%20c%22%3E%3Cd%3E.jpg)\n"),
    ],
)
def test_an_image_with_its_caption(image: Image, expected: str) -> None:
    markdown = body_of(Part("image", index=0), images=(image,))
    assert markdown == expected
    inlines = [token.children or [] for token in READER.parse(markdown) if token.type == "inline"]
    assert [children[0].type for children in inlines] == (
        ["image"] if "](" in expected else ["text"] if expected else []
    )


@given(_text, _text)
def test_any_caption_is_one_line_in_asterisks(alt: str, caption: str) -> None:
    image = Image("https://a.example/b.jpg", alt=alt, caption=caption)
    (inline,) = [t for t in READER.parse(body_of(Part("image", index=0), images=(image,))) if t.type == "inline"]
    assert inline.children is not None
    words = " ".join(folded(caption).split())
    kinds = [child.type for child in inline.children]
    assert kinds == (["image", "softbreak", "em_open", "text", "em_close"] if words else ["image"])
    assert (
        inline.children[0].content == ""
        or not alt.isascii()
        or plain(inline.children[0]) == " ".join(folded(alt).split())
    )
    if words:
        assert inline.children[3].content == words


def test_films_and_parts_that_point_nowhere() -> None:
    videos = (
        Video("qq", "s1", "https://v.qq.com/x/page/s1.html"),
        Video(None, None, 'https://a.example/b.mp4?a="><script>'),
        Video("qq", "s2", "javascript:alert(1)"),
        Video("qq", "s3"),
    )
    parts = [Part("video", index=index) for index in (0, 1, 2, 3, 9, -1)] + [Part("image", index=5)]
    markdown = body_of(*parts, videos=videos)
    assert markdown.count("<iframe") == markdown.count("<video") == 1
    assert "javascript" not in markdown
    assert "<script" not in markdown
    assert [kind for kind, _ in read(markdown)] == ["html_block", "html_block"]


def article(**fields: Any) -> Article:
    return Article(**fields)


def test_the_front_matter_holds_the_fields() -> None:
    found = front_matter_of(
        article(
            title="标题: 带冒号 # 和 '引号' \"\n第二行",
            published_info=Published(datetime(2024, 5, 9, 22, 27, tzinfo=timezone.utc), "minute", "x", "meta"),
            source="城南日报",
            authors=("张三", "- 李四"),
            editors=("no",),
            site="城南网",
            url="https://news.example/1.html",
            categories=("2024-05-09", "1.0"),
            tags=("null",),
            summary="---\n概要",
            notes=("※ 注",),
            images=(Image("https://a.example/b.jpg", 800, 533, caption="夜景"), Image("javascript:x", caption="图注")),
        )
    )
    assert found == {
        "title": "标题: 带冒号 # 和 '引号' \"\n第二行",
        "date": "2024-05-09T22:27+00:00",
        "source": "城南日报",
        "authors": ["张三", "- 李四"],
        "editors": ["no"],
        "site": "城南网",
        "url": "https://news.example/1.html",
        "categories": ["2024-05-09", "1.0"],
        "tags": ["null"],
        "summary": "---\n概要",
        "images": [
            {"url": "https://a.example/b.jpg", "width": 800, "height": 533, "caption": "夜景"},
            {"caption": "图注"},
        ],
        "notes": ["※ 注"],
    }


@pytest.mark.parametrize(
    "precision, date",
    [
        ("year", "2024"),
        ("month", "2024-05"),
        ("day", "2024-05-09"),
        ("minute", "2024-05-09T22:27+00:00"),
        ("second", "2024-05-09T22:27:02+00:00"),
    ],
)
def test_the_date_is_a_string_as_precise_as_it_is_known(precision: Any, date: str) -> None:
    at = datetime(2024, 5, 9, 22, 27, 2, tzinfo=timezone.utc)
    assert front_matter_of(article(published_info=Published(at, precision, "", "meta"))) == {"date": date}


@given(st.text(), st.lists(st.text(), max_size=3))
def test_any_title_and_names_read_back_from_the_front_matter(title: str, names: list[str]) -> None:
    markdown = article(title=title, authors=tuple(names), summary="---").to_markdown()
    head = markdown.removeprefix("---\n").removesuffix("---\n")
    assert "\n---\n" not in head
    found = yaml.safe_load(head)
    assert found.get("title", "") == clean(title)
    assert found.get("authors", []) == [clean(name) for name in names]


def test_an_empty_article_is_empty() -> None:
    assert Article().to_markdown(front_matter=False) == ""
    assert Article().to_markdown() == "---\n{}\n---\n"
    assert body_of(Part("paragraph", " "), Part("list-item", ""), Part("quote", ""), Part("heading", "")) == ""


def test_the_output_grows_with_the_input_only() -> None:
    rows = (Part("table-row", "\t" * 2_000), *(Part("table-row", "甲") for _ in range(2_000)))
    assert len(body_of(*rows)) < 40_000
    assert len(Article(blocks=rows).to_html()) < 80_000


@pytest.mark.parametrize("piece", ["#", " #", "- ", "=", "`", "\\", "*", "[", "&", "1", "<", "|", "\n", "\t"])
@pytest.mark.parametrize("kind", ["paragraph", "heading", "table-row", "code"])
def test_time_grows_with_the_length_of_the_text_only(kind: PartKind, piece: str) -> None:
    def cost(length: int) -> float:
        article = Article(blocks=(Part(kind, "甲" + (piece * length)[:length]),))
        began = time.process_time()
        article.to_markdown()
        article.to_html()
        return time.process_time() - began

    small = min(cost(8_000) for _ in range(2))
    large = min(cost(64_000) for _ in range(2))
    # Eight times the text; three times more than linear is allowed for a busy machine.
    assert large < max(small, 0.002) * 8 * 3
