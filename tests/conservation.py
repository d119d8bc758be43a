"""How a text is accounted for: its visible characters, blocks and verdicts; and a second reader to compare with."""

from __future__ import annotations

from collections import Counter
from html.parser import HTMLParser

from newsclean import Article, Limits, readers
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
