"""Clean articles on touchy subjects come out as they went in: title and every line, whatever the kind of source."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import NamedTuple

import pytest

import newsclean
from newsclean import Article

LEAST_TEXTS = 60
SOURCE = "江川日报社"
BYLINE = f"2026-03-01 10:00 来源：{SOURCE}"


class Line(NamedTuple):
    """One line of an article: the kind of part that it is, and its text."""

    kind: str
    text: str


class Clean(NamedTuple):
    """A clean article."""

    name: str
    title: str
    lines: tuple[Line, ...]


MARKS = {"#": "heading", "-": "list-item", "|": "table-row", "$": "code", ">": "quote"}


def line(written: str) -> Line:
    kind = MARKS.get(written[0], "paragraph")
    if kind == "paragraph":
        return Line(kind, written)
    text = written.lstrip("#") if kind == "heading" else written[1:]
    return Line(kind, text.replace("|", "\t") if kind == "table-row" else text)


def texts() -> list[Clean]:
    written = (Path(__file__).parent / "data" / "clean_texts.txt").read_text(encoding="utf-8")
    found = []
    for article in written.split("=== ")[1:]:
        head, *lines = article.strip().split("\n")
        name, _, title = head.partition(" | ")
        found.append(Clean(name, title, tuple(line(one) for one in lines)))
    return found


TEXTS = texts()
ELEMENTS = {"paragraph": "p", "heading": "h2", "quote": "blockquote"}


def markup(lines: tuple[Line, ...]) -> str:
    parts = []
    for number, (kind, text) in enumerate(lines):
        before = lines[number - 1].kind if number else ""
        after = lines[number + 1].kind if number + 1 < len(lines) else ""
        if kind == "list-item":
            parts.append(
                ("<ul>" if before != kind else "") + f"<li>{escape(text)}</li>" + ("</ul>" if after != kind else "")
            )
        elif kind == "table-row":
            cells = "".join(f"<td>{escape(cell)}</td>" for cell in text.split("\t"))
            parts.append(
                ("<table>" if before != kind else "") + f"<tr>{cells}</tr>" + ("</table>" if after != kind else "")
            )
        elif kind == "code":
            parts.append(("<pre>" if before != kind else "\n") + escape(text) + ("</pre>" if after != kind else ""))
        else:
            parts.append(f"<{ELEMENTS[kind]}>{escape(text)}</{ELEMENTS[kind]}>")
    return "".join(parts)


def as_page(clean: Clean) -> str:
    return (
        f"<!DOCTYPE html><html><head><meta charset=utf-8><title>{escape(clean.title)}</title></head><body>"
        f"<h1>{escape(clean.title)}</h1><div class=info>{BYLINE}</div><div class=content>{markup(clean.lines)}</div></body></html>"
    )


def as_old_page(clean: Clean) -> str:
    """A table layout, lines cut by br."""
    lines = "<br><br>\n".join("　　" + escape(text).replace("\t", " ") for _, text in clean.lines)
    return (
        f"<html><head><title>{escape(clean.title)}</title></head><body><table width=760><tr><td><h1>{escape(clean.title)}</h1>"
        f"</td></tr><tr><td>{BYLINE}</td></tr><tr><td class=zw>{lines}</td></tr></table></body></html>"
    )


def as_post(clean: Clean) -> str:
    quoted = clean.title.replace("'", "''")
    return f"---\ntitle: '{quoted}'\ndate: 2026-03-01 10:00:00\nauthor: {SOURCE}\n---\n\n<div>{markup(clean.lines)}</div>\n"


def as_dump(clean: Clean) -> str:
    return "\n\n".join([clean.title, BYLINE, *(text.replace("\t", " ").strip() for _, text in clean.lines)])


def ids(clean: Clean) -> str:
    return clean.name


def check(article: Article, clean: Clean, expected: list[str]) -> None:
    assert article.is_article
    assert article.title == clean.title
    assert article.text.split("\n") == expected
    assert article.notes == ()


def test_there_are_enough_of_them() -> None:
    assert len(TEXTS) >= LEAST_TEXTS
    assert len({clean.name for clean in TEXTS}) == len(TEXTS)


@pytest.mark.parametrize("clean", TEXTS, ids=ids)
def test_as_a_page(clean: Clean) -> None:
    article = newsclean.parse(as_page(clean))
    check(article, clean, [text for _, text in clean.lines])
    if any(kind == "heading" for kind, _ in clean.lines):
        assert article.headings == tuple(text for kind, text in clean.lines if kind == "heading")
    assert article.source == SOURCE
    assert article.authors == article.editors == ()


@pytest.mark.parametrize("clean", TEXTS, ids=ids)
def test_as_an_old_page(clean: Clean) -> None:
    check(newsclean.parse(as_old_page(clean)), clean, [" ".join(text.split()) for _, text in clean.lines])


@pytest.mark.parametrize("clean", TEXTS, ids=ids)
def test_as_a_post(clean: Clean) -> None:
    check(newsclean.parse(as_post(clean)), clean, [text for _, text in clean.lines])


@pytest.mark.parametrize("clean", TEXTS, ids=ids)
def test_as_a_text_dump(clean: Clean) -> None:
    check(newsclean.parse(as_dump(clean), kind="text"), clean, [" ".join(text.split()) for _, text in clean.lines])


@pytest.mark.parametrize("clean", TEXTS, ids=ids)
def test_the_kind_of_every_line(clean: Clean) -> None:
    found = [Line(part.kind, part.text) for part in newsclean.parse(as_page(clean)).blocks]
    assert found == list(clean.lines)


@pytest.mark.parametrize("clean", TEXTS, ids=ids)
def test_typography_leaves_clean_text_alone(clean: Clean) -> None:
    article = newsclean.parse(as_page(clean), options=newsclean.Options(typography="news"))
    check(article, clean, [text for _, text in clean.lines])
