"""The fixture pages and what a careful reader says of each of them."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

import msgspec

from newsclean.errors import ReadError

HERE = Path(__file__).parent
SUFFIXES = (".html", ".htm", ".md", ".txt")
SEED = "seed-"
"""How the names of the seeds begin: ``seed-000`` … ``seed-004``."""


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
    return tuple(sorted(path.stem for path in (HERE / "gold").rglob("*.json")))


def _gold(name: str) -> Path:
    return HERE / "gold" / ("seeds" if name.startswith(SEED) else "") / f"{name}.json"


def _page(name: str) -> Path | None:
    """The document of that name.  The seeds lie in the wheel, and in a checkout at its root."""
    if not name.startswith(SEED):
        return next((path for suffix in SUFFIXES if (path := HERE / "pages" / f"{name}{suffix}").is_file()), None)
    number = name.removeprefix(SEED)
    if not number.isdigit():
        return None
    folders = (HERE / "seeds", HERE.parents[2] / "seeds")
    return next((path for folder in folders for path in sorted(folder.glob(f"{number}_*.txt"))), None)


def cases(*, flag: str | None = None, negative: bool | None = None) -> tuple[str, ...]:
    """The names of the documents, sorted; only those with `flag`, only those with or without an article.

    Flags are among others hant, gbk, big5, spam, list, txt, md, front-matter, hardwrap; seed for the five real ones.
    """
    if flag is None and negative is None:
        return _names()
    found = []
    for name in _names():
        expected = _expected(_gold(name))
        if (flag is None or flag in expected.flags) and (negative is None or negative is expected.negative):
            found.append(name)
    return tuple(found)


def load(name: str) -> Case:
    """One document with what is expected of it.  Raises `ReadError` where there is none of that name."""
    gold, path = _gold(name), _page(name)
    if path and gold.is_file():
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
