"""The fields of an article, each with the block that it was read from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from newsclean.article import Article
from newsclean.blocks import Block, Page

_AROUND = 30
"""Characters shown before and after the words of a field: one line of the panel."""
_SEARCHED = 200
"""Values that are looked for in the blocks: a page of ten thousand captions must not cost ten thousand
searches.  The fixture pages have 17 at most."""
_FIRST: dict[str, tuple[str, ...]] = {
    "published": ("byline",),
    "modified": ("byline",),
    "source": ("byline", "author-credit"),
    "authors": ("byline", "author-credit", "body"),
    "editors": ("editor-credit", "author-credit", "byline"),
    "categories": ("navigation",),
    "tags": ("related",),
    "summary": ("summary", "body"),
    "dateline": ("body",),
    "image": ("caption",),
    "note": ("note",),
    "site": ("site-name", "title", "navigation"),
}
"""Field -> verdicts searched before the others; of the rest the verdict of its own name, then reading order."""


class Field(NamedTuple):
    """One value of an article."""

    name: str
    value: str
    evidence: str
    """The words that it was read from, with what stands around them; "" where only the value is known."""
    block: int
    """Position of the block that holds the words; -1 where none does (declared, or put together)."""


def fields_of(article: Article, page: Page) -> list[Field]:
    """The fields that the article states, in the order of its class, then captions and notes."""
    finder = _Finder(page)
    return [
        finder.find(name, value, words) if number < _SEARCHED else Field(name, value, "", -1)
        for number, (name, value, words) in enumerate(_stated(article))
    ]


def _stated(article: Article) -> Iterator[tuple[str, str, str]]:
    """(field, value, words that it was read from)."""
    yield from _each("title", [article.title])
    if article.raw_title != article.title:
        yield from _each("raw_title", [article.raw_title])
    yield from _each("original_title", [article.original_title])
    if stated := article.published_info:
        yield "published", f"{stated.at.isoformat()} ({stated.precision}, {stated.origin})", stated.text
    if article.modified:
        yield "modified", article.modified.isoformat(), ""
    yield from _each("source", [article.source])
    yield from _each("authors", article.authors)
    yield from _each("editors", article.editors)
    yield from _each("site", [article.site])
    yield from _each("url", [article.url])
    yield from _each("categories", article.categories)
    yield from _each("tags", article.tags)
    yield from _each("summary", [article.summary])
    if article.dateline:
        yield "dateline", article.dateline.text, article.dateline.text
    for image in article.images:
        yield "image", image.caption or image.alt or image.url or "", image.caption or ""
    for video in article.videos:
        yield "video", video.url or video.id or video.provider or "", ""
    yield from _each("note", article.notes)


def _each(name: str, values: Iterable[str | None]) -> Iterator[tuple[str, str, str]]:
    for value in values:
        if value:
            yield name, value, value


class _Finder:
    """Finds words in the blocks of a page, the likeliest verdicts first."""

    def __init__(self, page: Page) -> None:
        self._by_verdict: dict[str, list[tuple[int, Block]]] = {}
        for number, block in enumerate(page.blocks):
            if block.text:
                self._by_verdict.setdefault(block.verdict, []).append((number, block))

    def find(self, name: str, value: str, words: str) -> Field:
        """The field with its block."""
        words = " ".join(words.split())
        if words and name != "url":
            first = _FIRST.get(name, (name,))
            for verdict in (*first, *(verdict for verdict in self._by_verdict if verdict not in first)):
                for number, block in self._by_verdict.get(verdict, ()):
                    at = block.text.find(words)
                    if at >= 0 and (name != "title" or block.rule != "unseen/page-title"):
                        return Field(name, value, _around(block.text, at, len(words)), number)
        return Field(name, value, words if words != value else "", -1)


def _around(text: str, at: int, length: int) -> str:
    start, end = max(0, at - _AROUND), min(len(text), at + length + _AROUND)
    return ("…" if start else "") + text[start:end] + ("…" if end < len(text) else "")
