"""Hard pages from easy ones: what is expected stays right, and the page really is harder."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.testing import (
    Case,
    cases,
    convert_mechanically,
    hard_wrap,
    inject_spam,
    load,
    transcode,
    wrap_images,
)
from newsclean.testing.harder import NO_BREAK, SPAM_TITLE, SPAM_WORDS
from newsclean.testing.measure import folded

ARTICLES = cases(negative=False)
SOME = tuple(ARTICLES[::7])
"""Every seventh page: templates of all kinds, in the time of a quick test."""
PAGES = tuple(name for name in ARTICLES if load(name).path.suffix == ".html")
SIMPLIFIED = tuple(name for name in PAGES if "hant" not in load(name).expected.flags)
TAG = re.compile(r"<[^<>]{0,8000}>")


def text_of(case: Case) -> str:
    return folded(TAG.sub("", case.text))


def lines_found(case: Case) -> list[bool]:
    page = text_of(case) + folded(case.text)
    return [folded(line) in page for line in case.expected.body or ()]


@pytest.mark.parametrize("name", SOME)
def test_spam_is_added_and_nothing_taken(name: str) -> None:
    case = load(name)
    hacked = inject_spam(case)
    assert all(word in hacked.text for word in SPAM_WORDS[:3])
    assert hacked.expected == case.expected
    assert lines_found(hacked) == lines_found(case)
    rest = hacked.text.replace(SPAM_TITLE, "")
    assert len(rest) >= len(case.text.rstrip())


@pytest.mark.parametrize(
    ("name", "where"),
    [
        ("udn", r"<title>\s*真人百家乐平台"),
        ("udn", r"<body[^>]*><div style=\"display:none\">"),
        ("udn", r"<marquee"),
        ("dump-portal", r"^真人百家乐平台"),
        ("markdown-post", r"代开发票"),
    ],
)
def test_where_spam_stands(name: str, where: str) -> None:
    assert re.search(where, inject_spam(load(name)).text)


@pytest.mark.parametrize("name", [name for name in SOME if name in PAGES])
def test_every_picture_becomes_lazy(name: str) -> None:
    case = load(name)
    lazy = wrap_images(case)
    assert lazy.expected == case.expected
    assert lines_found(lazy) == lines_found(case)
    copies = lazy.text.count("<noscript><img") - case.text.count("<noscript><img")
    assert copies == lazy.text.count("data-original=") - case.text.count("data-original=")


@pytest.mark.parametrize(
    ("tag", "lazy"),
    [
        ('<img src="a.jpg" alt="图">', True),
        ("<IMG alt=x src='a.jpg'>", True),
        ('<img src="data:image/gif;base64,AA">', False),
        ('<img src="x.gif" data-src="a.jpg">', False),
        ('<img src="x.gif" data-lazy-src="a.jpg">', False),
        ('<img data-original="a.jpg" src="x.gif">', False),
        ("<img alt=x>", False),
        ("<script>w(\"<img src='a.jpg'>\")</script>", False),
        ('<noscript><img src="a.jpg"></noscript>', False),
    ],
)
def test_which_pictures_become_lazy(tag: str, lazy: bool) -> None:
    case = Case(name="x", raw=tag.encode(), expected=load("rthk").expected, path=load("rthk").path)
    changed = wrap_images(case).text
    assert (changed != tag) is lazy
    assert not lazy or (changed.endswith(f"<noscript>{tag}</noscript>") and "data-original=" in changed)


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8", "utf-16"])
@pytest.mark.parametrize("name", SOME)
def test_another_charset_holds_the_same_page(name: str, encoding: str) -> None:
    case = load(name)
    other = transcode(case, encoding)
    assert other.expected.encoding == encoding
    assert text_of(other) == text_of(case)
    assert other.expected.body == case.expected.body


@pytest.mark.parametrize(
    ("name", "encoding", "declared"), [("udn", "big5", 'charset="big5"'), ("sina-article", "gb18030", 'charset="gbk"')]
)
def test_the_charset_is_declared(name: str, encoding: str, declared: str) -> None:
    assert declared in transcode(load(name), encoding).text


def test_what_a_charset_lacks() -> None:
    assert b"&#" in transcode(load("sina-article"), "big5").raw
    with pytest.raises(UnicodeEncodeError):
        transcode(load("dump-portal"), "big5")
    with pytest.raises(LookupError):
        transcode(load("udn"), "no-such-charset")


@pytest.mark.parametrize("name", SOME)
@pytest.mark.parametrize("width", [12, 28, 40])
def test_wrapping_loses_no_character(name: str, width: int) -> None:
    case = load(name)
    wrapped = hard_wrap(case, width=width)
    body = "".join(case.expected.body or ())
    assert folded(body) in folded(wrapped.text)
    lines = wrapped.text.split("\n")
    assert all(len(line) <= 2 * width + 6 for line in lines[2:])
    assert not [line for line in lines[2:] if line[:1] and line[0] in NO_BREAK]


@given(st.text(alphabet="新闻，。“”ab 1", max_size=200), st.integers(4, 40))
def test_wrapped_text_is_the_text(body: str, width: int) -> None:
    case = load("rthk")
    expected = type(case.expected)(title="题", body=(body,))
    wrapped = hard_wrap(Case(name="x", raw=b"", expected=expected, path=case.path), width=width)
    assert wrapped.text.replace("\n", "") == "题  " + body


@pytest.mark.parametrize("name", SIMPLIFIED[::6])
def test_characters_are_turned_one_by_one(name: str) -> None:
    case = load(name)
    turned = convert_mechanically(case)
    assert len(turned.text) == pytest.approx(len(case.text), abs=8), "only the declared charset changes its length"
    assert lines_found(turned) == lines_found(case)
    assert turned.expected.title != case.expected.title
    assert turned.expected.published == case.expected.published


@pytest.mark.parametrize(
    ("simplified", "turned"), [("以后", "以后"), ("并参加", "并參加"), ("里面", "里面"), ("发现", "發現")]
)
def test_words_are_not_regarded(simplified: str, turned: str) -> None:
    case = load("dump-portal")
    plain = Case(name="x", raw=simplified.encode(), expected=type(case.expected)(title=simplified), path=case.path)
    assert convert_mechanically(plain).text == turned
    assert convert_mechanically(plain).expected.title == turned
