"""What is no document, or only half of one: a named error that says what to try, or an article with a warning."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path
from typing import Any

import pytest

import newsclean
from newsclean import (
    BinaryInputError,
    EmptyInputError,
    FrontMatterError,
    InputError,
    InputTooLargeError,
    InputTypeError,
    Limits,
    OptionError,
    Options,
    ReadError,
    UnknownEncodingError,
)

BODY = "<p>停运三个月的江川大桥昨天恢复通车，首日通过车辆两万余辆。</p><p>桥头的面馆老板说，等这一天等了很久。</p>"
LINES = ("停运三个月的江川大桥昨天恢复通车，首日通过车辆两万余辆。", "桥头的面馆老板说，等这一天等了很久。")


def post(front: str) -> str:
    return f"---\n{front}\n---\n\n{BODY}\n"


def png() -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = zlib.compress(b"\x00" + b"\xff" * 96)
    head = struct.pack(">IIBBBBB", 32, 1, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


# Nothing in it


@pytest.mark.parametrize(
    "data",
    [
        b"",
        "",
        b" \r\n\t ",
        "\u3000\u3000\n",
        b"\xef\xbb\xbf",
        "\ufeff",
        b"\xff\xfe",
        b"\xef\xbb\xbf\n\n",
        "\xa0",
    ],
)
def test_nothing_is_an_empty_input(data: bytes | str) -> None:
    with pytest.raises(EmptyInputError, match="empty"):
        newsclean.parse(data)


TEASERS = (
    ("拖拉机液压油多久换一次", "液压油是拖拉机的血液，用久了会变稀。本文从颜色、气味和工作时间三个方面说说怎么判断{end}"),
    ("小型拖拉机翻车自救", "坡地作业最怕侧翻，一旦重心越线，千万不要往低的一侧跳。老机手总结了三条经验{end}"),
    ("拖拉机报废补贴怎么领", "各地的报废更新补贴标准不同，需要准备的材料却大同小异，下面以本县为例作说明{end}"),
)


def teased(head: str, end: str, most: int) -> newsclean.Article:
    entries = "".join(f"<h2>{head.format(title)}</h2><p>{text.format(end=end)}</p>" for title, text in TEASERS[:most])
    return newsclean.parse(
        f"<html><head><title>拖拉机 - 农机之家</title></head><body><h1>标签：拖拉机</h1><div>{entries}</div></body></html>"
    )


def test_beginnings_of_other_pages_below_their_linked_headlines_are_no_article() -> None:
    article = teased("<a href=/1>{}</a>", "……", 3)
    assert article.text == ""
    assert any("beginnings of other pages" in text for text in article.warnings)


@pytest.mark.parametrize(
    "head, end, most",
    [("<a href=/1>{}</a>", "。", 3), ("{}", "……", 3), ("<a href=/1>{}</a>", "……", 2)],
    ids=["whole paragraphs", "headings of its own", "two"],
)
def test_a_text_in_sections_is_one(head: str, end: str, most: int) -> None:
    assert not any("beginnings" in text for text in teased(head, end, most).warnings)


@pytest.mark.parametrize("data", ["---\ntitle: 桥修好了\n---\n", "---\ntitle: 桥修好了\n---", "---\n---\n"])
def test_only_front_matter_is_no_article_but_its_fields_are_kept(data: str) -> None:
    article = newsclean.parse(data)
    assert not article.is_article
    assert article.text == ""
    assert article.kind == "front-matter"
    if "title" in data:
        assert article.title == "桥修好了"
        assert article.front_matter == {"title": "桥修好了"}
    assert article.warnings


@pytest.mark.parametrize(
    "data", ["<html></html>", "<p></p>", "<!-- 空 -->", "<script>var a = 1;</script>", "<", "&", "。", "\u200b\u200b"]
)
def test_a_page_with_nothing_to_read_is_no_article(data: str) -> None:
    article = newsclean.parse(data)
    assert not article.is_article
    assert article.text == ""
    assert article.warnings


# Front matter that cannot be used does not cost the body


BROKEN = {
    "is a list": "- 一\n- 二",
    "is a word": "桥修好了",
    "has a key twice": "title: 桥修好了\ntitle: 桥又断了",
    "has a Python tag": "title: !!python/object/apply:os.system ['true']",
    "has a Python name": "title: !!python/name:os.system",
    "has a tag of its own": "title: !secret 桥",
    "is an alias bomb": "a: &a [x, x, x, x]\nb: &b [*a, *a, *a, *a]\nc: &c [*b, *b, *b, *b]\nd: [*c, *c, *c, *c]",
    "has a merge key": "base: &base {a: 1}\nmore:\n  <<: *base",
    "has a bracket that never closes": "tags: [一, 二",
    "has a quote that never closes": "title: \"桥修好了",
    "has a list as a key": "? [a, b]\n: c",
    "is nested without end": "a: " + "[" * 200 + "]" * 200,
    "holds control characters": "title: 桥\x01\x02修好了",
    "has bad indentation": "a:\n   b: 1\n  c: 2",
}  # fmt: skip


@pytest.mark.parametrize("front", BROKEN.values(), ids=BROKEN)
def test_broken_front_matter_costs_a_warning_not_the_body(front: str) -> None:
    article = newsclean.parse(post(front))
    assert article.kind == "front-matter"
    assert article.front_matter is None
    assert article.paragraphs == LINES
    (warning,) = [text for text in article.warnings if text.startswith("front-matter")]
    assert len(warning) < 400


@pytest.mark.parametrize("front", BROKEN.values(), ids=BROKEN)
def test_split_front_matter_says_what_is_wrong(front: str) -> None:
    with pytest.raises(FrontMatterError, match="front matter"):
        newsclean.split_front_matter(post(front))


def test_front_matter_that_never_ends() -> None:
    text = f"---\ntitle: 桥修好了\ndate: 2026-03-01\n\n{BODY}"
    with pytest.raises(FrontMatterError, match="never ends"):
        newsclean.split_front_matter(text)
    article = newsclean.parse(text)
    assert article.paragraphs == LINES
    assert "never ends" in article.warnings[0]


@pytest.mark.parametrize(
    "front, title",
    [
        ("title: 专访：桥为什么修了三个月: 总工程师的回答", "专访：桥为什么修了三个月: 总工程师的回答"),
        ("title: 桥修好了 # 快讯: 通车", "桥修好了"),
        ("title:\t桥修好了", "桥修好了"),
        ("title: **桥修好了**", "桥修好了"),
        ("title: 2026", "2026"),
        ("title: '桥修好了'", "桥修好了"),
        ('title: "桥：\\"修好了\\""', '桥："修好了"'),
        ("title: |\n  桥\n  修好了", "桥 修好了"),
        ("title: 桥修好了\r", "桥修好了"),
        ("title: @桥修好了", "@桥修好了"),
        ("title: 100%的桥", "100%的桥"),
        ("\ttitle: 桥修好了\n\tdate: 2026-03-01", "桥修好了"),
    ],
    ids=["colon", "comment", "tab", "emphasis", "number", "single quotes", "double quotes", "block", "carriage return",
         "at sign", "percent", "indented with tabs"],
)  # fmt: skip
def test_front_matter_that_people_write(front: str, title: str) -> None:
    article = newsclean.parse(post(front))
    assert article.title == title
    assert article.paragraphs == LINES
    assert article.warnings == ()


@pytest.mark.parametrize(
    "value",
    ["2026-03-01", "2026-03-01 10:00:00", "2026-03-01T10:00:00Z", "2026-02-30", "2026-03-01 25:00", "0000-00-00"],
)
def test_a_date_stays_the_text_that_was_written(value: str) -> None:
    article = newsclean.parse(post(f"title: 桥修好了\ndate: {value}"))
    assert article.front_matter == {"title": "桥修好了", "date": value}
    assert (article.published is not None) == (value not in ("2026-02-30", "0000-00-00"))
    assert article.to_dict()["front_matter"]["date"] == value


@pytest.mark.parametrize(
    "value, kind",
    [("yes", bool), ("3", int), ("0o7", str), ("1_000", int), ("12:30:45", str), ("~", type(None)), ("1e3", str)],
)
def test_values_are_plain_data(value: str, kind: type) -> None:
    front, _ = newsclean.split_front_matter(post(f"title: 桥\nvalue: {value}"))
    assert front is not None
    assert type(front["value"]) is kind or type(front["value"]) in (int, str)
    newsclean.parse(post(f"value: {value}")).to_json()


@pytest.mark.parametrize("value", [".inf", ".nan", "-.inf", "!!binary aGVsbG8=", "!!set {a, b}", "!!omap [a: 1]"])
def test_values_that_json_cannot_hold_break_nothing(value: str) -> None:
    article = newsclean.parse(post(f"title: 桥修好了\nvalue: {value}"))
    assert article.paragraphs == LINES
    assert newsclean.Article.from_json(article.to_json()).title == article.title


@pytest.mark.parametrize("front", ["1: 一\n2: 二", "true: 是", "null: 空"])
def test_keys_are_text(front: str) -> None:
    fields, _ = newsclean.split_front_matter(post(front))
    assert fields is not None
    assert all(isinstance(name, str) for name in fields)


def test_front_matter_over_its_limit() -> None:
    text = post("title: 桥修好了\nnote: " + "长" * 300_000)
    with pytest.raises(FrontMatterError, match="max_front_matter"):
        newsclean.split_front_matter(text)
    article = newsclean.parse(text)
    assert article.paragraphs == LINES
    assert "max_front_matter" in article.warnings[0]
    more = newsclean.parse(text, options=Options(limits=Limits(max_front_matter=400_000)))
    assert more.title == "桥修好了"


@pytest.mark.parametrize(
    "text",
    [
        "----\n标题\n----\n",
        "-- \ntitle: a\n--\n",
        "正文先来。\n---\ntitle: a\n---\n",
        "--- title: a ---\n",
    ],
)
def test_what_only_looks_like_front_matter_is_text(text: str) -> None:
    assert newsclean.split_front_matter(text) == (None, text)


def test_a_rule_between_paragraphs_is_no_front_matter() -> None:
    text = "\n\n".join([LINES[0], "---", LINES[1], "---", LINES[0]])
    assert newsclean.split_front_matter(text)[0] is None


# Not text


@pytest.mark.parametrize(
    "data",
    [
        png(),
        b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(range(256)) * 8,
        b"GIF89a" + bytes(200),
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + bytes(range(256)) * 4,
        b"PK\x03\x04" + bytes(range(256)) * 4,
        b"\x1f\x8b\x08\x00" + bytes(range(256)) * 4,
        b"\x7fELF\x02\x01\x01" + bytes(500),
        b"\x28\xb5\x2f\xfd" + bytes(range(256)) * 4,
        b"\x00" * 1_000,
        bytes(range(256)) * 40,
    ],
    ids=["png", "jpeg", "gif", "pdf", "zip", "gzip", "elf", "zstd", "zeros", "every byte"],
)
def test_binary_files_are_refused(data: bytes) -> None:
    with pytest.raises(BinaryInputError) as caught:
        newsclean.parse(data)
    assert len(str(caught.value)) > 20


@pytest.mark.parametrize(
    "data", [None, 3, 1.5, ["<p>"], {"html": "<p>"}, object(), Path("page.html"), print, ("a", "b"), iter("a")]
)
def test_what_is_no_document_is_refused_by_its_type(data: Any) -> None:
    with pytest.raises(InputTypeError, match=type(data).__name__):
        newsclean.parse(data)


def test_an_unknown_encoding_is_named() -> None:
    with pytest.raises(UnknownEncodingError, match="klingon"):
        newsclean.parse(b"<p>a</p>", encoding="klingon")


# Too large


def test_a_text_of_60_million_bytes() -> None:
    data = b"<p>" + b"a" * 60_000_000
    with pytest.raises(InputTooLargeError, match=r"60000003 bytes.*Options\.limits\.max_bytes.*52428800"):
        newsclean.parse(data)


def test_the_limit_is_an_option_and_counts_characters_of_a_str() -> None:
    tight = Options(limits=Limits(max_bytes=100))
    with pytest.raises(InputTooLargeError, match="101 characters"):
        newsclean.parse("长" * 101, options=tight)
    newsclean.parse("长" * 100, options=tight)
    with pytest.raises(InputTooLargeError):
        newsclean.parse(BODY.encode(), options=tight)


# Files


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=r"no\.html cannot be read.*check the path"):
        newsclean.parse_file(tmp_path / "no.html")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="cannot be read"):
        newsclean.parse_file(tmp_path)


def test_a_path_with_a_zero_byte() -> None:
    with pytest.raises(ReadError):
        newsclean.parse_file("page\x00.html")


# Options


@pytest.mark.parametrize("zone", ["Mars/Olympus", "", "../../etc/passwd", "Asia/Shanghai\x00", "/etc/localtime"])
def test_an_unknown_time_zone_is_named(zone: str) -> None:
    with pytest.raises(OptionError, match="timezone"):
        newsclean.parse(BODY, options=Options(timezone=zone))


def test_an_unknown_kind_is_refused() -> None:
    with pytest.raises(OptionError, match="novel"):
        newsclean.parse(BODY, kind="novel")  # type: ignore[arg-type]


def test_an_unknown_script_is_refused() -> None:
    with pytest.raises(newsclean.ConversionError):
        newsclean.parse(BODY * 4, options=Options(script="klingon"))


def test_an_unknown_typography_is_refused() -> None:
    with pytest.raises(OptionError, match="typography"):
        newsclean.parse(BODY, options=Options(typography="book"))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "url", ["not a url", "http://[", "javascript:alert(1)", "//", "http://\x00", "file:///etc/passwd", "x" * 5000]
)
def test_a_strange_address_breaks_nothing(url: str) -> None:
    page = f"<h1>桥修好了</h1>{BODY}<img src='/a/b.jpg' width=400>"
    newsclean.parse(page, url=url).to_html()


# extract: None where there is nothing


@pytest.mark.parametrize("data", [b"", b" ", png(), "<html></html>", "---\ntitle: a\n---\n"])
def test_extract_gives_none(data: bytes | str) -> None:
    assert newsclean.extract(data) is None


def test_every_message_says_what_to_try() -> None:
    for data in (b"", png(), 3):
        with pytest.raises(InputError) as caught:
            newsclean.parse(data)
        assert any(sign in str(caught.value) for sign in (";", ":", ",")), caught.value
