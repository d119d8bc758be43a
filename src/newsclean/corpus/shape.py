"""Articles as the bytes that go to the output, gathered over the documents of a part."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol

import msgspec

from newsclean.article import Article, Failure
from newsclean.errors import phrase

from .documents import Document
from .fields import selected
from .readers.streams import missing
from .setup import Compression, Setup

if TYPE_CHECKING:
    from newsclean.engines.arrow import Rows

_json = msgspec.json.Encoder()

LEVEL = {"gzip": 6, "zstd": 3}
"""The defaults of both programs."""


class Shape(Protocol):
    """Gathers results."""

    def add(self, article: Article, document: Document) -> None:
        """One more result."""

    def reject(self, failure: Failure) -> None:
        """A document without a result, where the form has a place for it."""

    def take(self) -> bytes:
        """What was gathered, and begin anew."""


class Page(msgspec.Struct, frozen=True):
    """One file of a folder of results."""

    id: str
    title: str
    data: bytes


def shape_for(setup: Setup) -> Shape:
    """The shape that a run wants."""
    if setup.form == "article":
        return Answers()
    if setup.form == "parquet":
        return Batches(setup)
    if setup.form == "pages-markdown":
        return Pages(lambda article: article.to_markdown())
    if setup.form == "pages-text":
        return Pages(text_of)
    line = Lines(setup).line if setup.form == "jsonl" else None
    if line is None:
        render = text_of if setup.form == "text" else Article.to_markdown
        line = lambda article, document: render(article).rstrip("\n").encode("utf-8", "replace") + b"\n\n"  # noqa: E731
    return Joined(line, setup.compression)


class Joined:
    """One result after the other."""

    def __init__(self, line: Callable[[Article, Document], bytes], compression: Compression) -> None:
        self._line = line
        self._compression = compression
        self._lines: list[bytes] = []

    def add(self, article: Article, document: Document) -> None:
        self._lines.append(self._line(article, document))

    def reject(self, failure: Failure) -> None:
        pass

    def take(self) -> bytes:
        data = b"".join(self._lines)
        self._lines = []
        return packed(data, self._compression)


class Lines:
    """JSON lines."""

    def __init__(self, setup: Setup) -> None:
        self._select = setup.select
        self._removed = setup.removed

    def line(self, article: Article, document: Document) -> bytes:
        """``{"id": …, the fields of the article …, "milliseconds": …, "input": {what travels along}}``."""
        if not self._removed and article.removed:
            article = msgspec.structs.replace(article, removed=())
        if self._select:
            return _json.encode(selected(article, document, self._select)) + b"\n"
        body = article.to_json().encode()
        tail = b',"input":' + _json.encode(document.extra) + b"}\n" if document.extra else b"}\n"
        if document.milliseconds is not None:
            tail = b',"milliseconds":' + _json.encode(document.milliseconds) + tail
        return b'{"id":' + _json.encode(document.id) + b"," + body[1:-1] + tail


class Pages:
    """One file a document."""

    def __init__(self, render: Callable[[Article], str]) -> None:
        self._render = render
        self._pages: list[Page] = []

    def add(self, article: Article, document: Document) -> None:
        text = self._render(article).rstrip("\n") + "\n"
        self._pages.append(Page(document.id, article.title or "", text.encode("utf-8", "replace")))

    def reject(self, failure: Failure) -> None:
        pass

    def take(self) -> bytes:
        data = msgspec.msgpack.encode(self._pages) if self._pages else b""
        self._pages = []
        return data


class Batches:
    """Rows of the fixed Arrow schema."""

    def __init__(self, setup: Setup) -> None:
        from newsclean.engines.arrow import Rows  # noqa: PLC0415 (an extra)

        self._rows: Rows = Rows(setup.removed)

    def add(self, article: Article, document: Document) -> None:
        self._rows.add(document.id, article, document.extra)

    def reject(self, failure: Failure) -> None:
        pass

    def take(self) -> bytes:
        return self._rows.take()


class Answers:
    """One Article or Failure a document, for `parse_many`."""

    def __init__(self) -> None:
        self._answers: list[tuple[bool, msgspec.Raw]] = []

    def add(self, article: Article, document: Document) -> None:
        self._answers.append((True, msgspec.Raw(_json.encode(article))))

    def reject(self, failure: Failure) -> None:
        self._answers.append((False, msgspec.Raw(_json.encode(failure))))

    def take(self) -> bytes:
        data = _json.encode(self._answers) if self._answers else b""
        self._answers = []
        return data


def text_of(article: Article) -> str:
    """Title and body, a line each."""
    return f"{article.title}\n{article.text}" if article.title else article.text


def packed(data: bytes, compression: Compression) -> bytes:
    """The data as one gzip member or zstd frame of its own; a row of them is a valid file."""
    if not data or not compression:
        return data
    if compression == "gzip":
        return gzip.compress(data, LEVEL["gzip"], mtime=0)
    try:
        import zstandard  # noqa: PLC0415 (an extra)
    except ImportError as error:
        raise missing("zstandard", "zstd", phrase("a .zst output")) from error
    compressed: Any = zstandard.ZstdCompressor(level=LEVEL["zstd"]).compress(data)
    return bytes(compressed)
