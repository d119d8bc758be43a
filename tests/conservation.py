"""How a text is accounted for: its visible characters, blocks and verdicts; and a second reader to compare with."""

from __future__ import annotations

from collections import Counter
from html.parser import HTMLParser
from typing import Any

import pytest

import newsclean
from newsclean import Article, Limits, judges, pipeline, readers
from newsclean.article import SourceKind
from newsclean.blocks import Page
from newsclean.source import recognise


def visible(text: str) -> str:
    """The characters of a text, white space aside."""
    return "".join(text.split())


def read(text: str, kind: SourceKind | None = None) -> Page:
    """The blocks of a text as its reader makes them."""
    return readers.read(recognise(text, kind, Limits()))


def block_text(page: Page) -> str:
    """The visible characters of all blocks, in their order."""
    return visible("".join(block.text for block in page.blocks))


def judged(data: Any, **given: Any) -> tuple[Article, Page]:
    """An article, and the page of blocks that it was assembled from."""
    pages: list[Page] = []

    def watched(page: Page, scene: Any) -> None:
        pages.append(page)
        judges.judge(page, scene)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pipeline, "judge", watched)
        article = newsclean.parse(data, **given)
    return article, pages[-1]


def accounted(article: Article) -> Counter[str]:
    """The visible characters of the body and of everything that was removed."""
    return Counter(visible(article.text)) + Counter(visible("".join(entry.text for entry in article.removed)))


class _TextOfPage(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.silent = 0
        self.parts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.silent += tag in ("script", "style")

    def handle_endtag(self, tag: str) -> None:
        self.silent -= tag in ("script", "style")

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.parts.append(data)


def text_of_markup(html: str) -> str:
    """The visible characters of well-formed markup, read by the standard library's parser."""
    reader = _TextOfPage()
    reader.feed(html)
    reader.close()
    return visible("".join(reader.parts))
