"""The fixture pages and what a careful reader says of each of them."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

import msgspec

from newsclean.errors import ReadError

HERE = Path(__file__).parent
SUFFIXES = (".html", ".htm", ".md", ".txt")


class Marks(msgspec.Struct, frozen=True, kw_only=True):
    """The edges of a body, where a gold states no more of it."""

    first: str
    """How the first paragraph begins."""
    last: str
    """How the last paragraph ends."""
    paragraphs: int = 0
    optional: tuple[str, ...] = ()
    """Beginnings of lines at the edges that may stand or not."""


class Expected(msgspec.Struct, frozen=True, kw_only=True):
    """What a careful reader says of one document.  A field that the document does not state is None or ()."""

    kind: str = "article"
    """article, gallery, notice, statute; list and other for documents without an article."""
    encoding: str = "utf-8"
    """Of the bytes, as Python names it."""
    template: str = ""
    """The kind of site that the page is made after."""
    title: str | None = None
    """The printed headline."""
    published: str | None = None
    """ISO 8601, as precise as the page: a day, a minute or a second."""
    source: str | None = None
    accept_source: tuple[str, ...] = ()
    """Other answers that are as good."""
    authors: tuple[str, ...] = ()
    accept_authors: tuple[tuple[str, ...], ...] = ()
    """Other lists of authors that are as good."""
    editors: tuple[str, ...] = ()
    images: int | None = 0
    """How many pictures the article has; None: not to be counted."""
    categories: tuple[str, ...] = ()
    """The channels of a printed breadcrumb, without the first page and 正文."""
    body: tuple[str, ...] | None = None
    """The lines of the body; None where the gold gives `body_marks` only."""
    body_marks: Marks | None = None
    captions: tuple[str, ...] = ()
    """The captions of the pictures."""
    optional: tuple[str, ...] = ()
    """Lines that count neither for nor against a body: captions, 原标题, summaries, closing credits."""
    negative: bool = False
    """The document holds no article."""
    skip: bool = False
    """The document only must not raise."""
    flags: tuple[str, ...] = ()
    """The trouble: hant, gbk, big5, spam, list, weixin, md, txt, front-matter, hardwrap …"""
    notes: str = ""
    """What makes the document hard."""


class Case(msgspec.Struct, frozen=True, kw_only=True):
    """One document with what is expected of it."""

    name: str
    raw: bytes
    expected: Expected
    path: Path

    @property
    def text(self) -> str:
        """The bytes read in the encoding that the gold states."""
        return self.raw.decode(self.expected.encoding)


@lru_cache(maxsize=1)
def _names() -> tuple[str, ...]:
    return tuple(sorted(path.stem for path in (HERE / "gold").glob("*.json")))


def cases(*, flag: str | None = None, negative: bool | None = None) -> tuple[str, ...]:
    """The names of the fixture pages, sorted; only those with `flag`, only those with or without an article."""
    if flag is None and negative is None:
        return _names()
    found = []
    for name in _names():
        expected = _expected(HERE / "gold" / f"{name}.json")
        if (flag is None or flag in expected.flags) and (negative is None or negative is expected.negative):
            found.append(name)
    return tuple(found)


def load(name: str) -> Case:
    """One fixture page.  Raises `ReadError` where there is none of that name."""
    gold = HERE / "gold" / f"{name}.json"
    for suffix in SUFFIXES:
        path = HERE / "pages" / f"{name}{suffix}"
        if path.is_file() and gold.is_file():
            return Case(name=name, raw=path.read_bytes(), expected=_expected(gold), path=path)
    raise ReadError("no fixture page is called {name!r}; newsclean.testing.cases() lists them", name=name)


def read_expected(data: bytes) -> Expected:
    """Read one gold file.  Keys that are not known are passed over; raises `ReadError` where it is no gold at all."""
    try:
        fields: dict[str, Any] = msgspec.json.decode(data)
        return msgspec.convert(fields, Expected)
    except (msgspec.MsgspecError, TypeError) as error:
        raise ReadError("not a gold file: {error}", error=str(error)) from error


@lru_cache(maxsize=256)
def _expected(path: Path) -> Expected:
    return read_expected(path.read_bytes())
