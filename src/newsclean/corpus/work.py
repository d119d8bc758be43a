"""The work on one chunk: documents in, the finished bytes of the output and the counts out."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any, NamedTuple

import msgspec

from newsclean.article import Article, Failure
from newsclean.errors import NewscleanError

from .chunks import Chunk, FileChunk, WarcChunk, ZipChunk
from .clock import Alarm, DocumentTimeout
from .documents import Document
from .failures import failed, faulty, too_slow
from .readers import End, Item, documents
from .setup import Setup
from .shape import Shape, shape_for
from .tally import Row, Tally, row

FLUSH = 0.5
"""Seconds after which a worker hands over what it has.  What a crash can lose, and has to be done again, is bounded by
it; most chunks take less, so that it costs nothing."""


DONE = object()


class Part(msgspec.Struct):
    """Results of some documents of a chunk, in order."""

    payload: bytes = b""
    failures: list[Failure] = []
    tally: Tally = msgspec.field(default_factory=Tally)
    done: int = 0
    """Position in the chunk behind the last document that is in here."""
    end: bool = False
    """Nothing more comes for this span."""
    last: bool = False
    """The chunk has no document left."""
    stop: int = -1
    """Where the next chunk of the file begins, if the reader found out (see `readers.End`)."""


class Response(NamedTuple):
    """Bytes with the charset that their transport declared: `parse` weighs it as it does that of a response object."""

    body: bytes
    encoding: str


def moved(before: Chunk, parts: list[Part], chunk: Chunk) -> Chunk | None:
    """The chunk that follows `before` as it has to be read where it turned out to begin elsewhere, else None."""
    stop = parts[-1].stop if parts else -1
    if stop < 0 or not (isinstance(before, WarcChunk) and isinstance(chunk, WarcChunk) and before.path == chunk.path):
        return None
    return WarcChunk(chunk.path, stop, max(stop, chunk.stop)) if chunk.start != stop else None


class Span(NamedTuple):
    """Documents of a chunk: from `begin` to before `end`, or to the last."""

    begin: int = 0
    end: int | None = None


class Worker:
    """Cleans chunks in this process."""

    def __init__(self, setup: Setup, alarm: Alarm | None = None) -> None:
        self.setup = setup
        self.alarm = alarm or Alarm(0)
        self.parse = load(setup.parse)
        self.shape: Shape = shape_for(setup)

    def run(self, chunk: Chunk, span: Span = Span()) -> Iterator[Part]:  # noqa: B008 (immutable)
        """The results of the documents in `span`; the last part says so.  Nothing is raised."""
        part, since = Part(done=span.begin), time.monotonic()
        items = self._read(chunk)
        for index, item in enumerate(items):
            if index < span.begin and not isinstance(item, End):
                continue
            if isinstance(item, End):
                part.stop = item.position
                continue
            if span.end is not None and index >= span.end:
                break
            self._take(item, part)
            part.done = index + 1
            if time.monotonic() - since > FLUSH:
                yield self._sealed(part)
                part, since = Part(done=index + 1), time.monotonic()
        else:
            part.last = True
        part.end = True
        yield self._sealed(part)

    def _read(self, chunk: Chunk) -> Iterator[Item]:
        """The items of the chunk; trouble of the reader itself is the failure of the document it stands at."""
        left: Chunk | None = chunk
        index = 0
        items: Iterator[Item] | None = None
        while left is not None:
            self.alarm.start()
            try:
                items = documents(left, self.setup) if items is None else items
                item = next(items, DONE)
            except (DocumentTimeout, Exception) as error:
                # A generator that raised is at its end: go on with a new one behind the document.
                item, items = failure(_name(chunk, index), error, self.setup.timeout), None
                left = _after(chunk, index + 1)
            finally:
                self.alarm.stop()
            if item is DONE:
                return
            yield item  # type: ignore[misc]  # DONE is gone
            index += 1

    def _take(self, item: Document | Failure | None, part: Part) -> None:
        if item is None:
            return
        if isinstance(item, Failure):
            result: Article | Failure = item
        else:
            part.tally.size += len(item.data)
            start = time.process_time()
            result = self._clean(item)
            if self.setup.timing:
                spent = round((time.process_time() - start) * 1000, 3)
                item = msgspec.structs.replace(item, milliseconds=spent)
        if isinstance(result, Article) and isinstance(item, Document):
            self._keep(result, item, part)
        elif isinstance(result, Failure):
            self._reject(result, part)

    def _clean(self, document: Document) -> Article | Failure:
        data: Any = document.data
        if document.encoding and isinstance(data, bytes):
            data = Response(data, document.encoding)
        self.alarm.start()
        try:
            article: Article = self.parse(
                data,
                url=document.url,
                kind=self.setup.kind,
                encoding=self.setup.encoding,
                options=self.setup.options,
            )
            return article
        except (DocumentTimeout, Exception) as error:
            return failure(document.id, error, self.setup.timeout)
        finally:
            self.alarm.stop()

    def _keep(self, article: Article, document: Document, part: Part) -> None:
        if article.is_article or not self.setup.only_articles:
            try:
                self.shape.add(article, document)
            except Exception as error:
                self._reject(failure(document.id, error), part)
                return
        part.tally.article(article)
        if self.setup.rows:
            part.tally.rows.append(row(document.id, article))

    def _reject(self, rejected: Failure, part: Part) -> None:
        part.failures.append(rejected)
        part.tally.failure(rejected)
        self.shape.reject(rejected)
        if self.setup.rows:
            part.tally.rows.append(Row(rejected.id, error=rejected.error))

    def _sealed(self, part: Part) -> Part:
        part.payload = self.shape.take()
        return part


def load(name: str) -> Callable[..., Any]:
    """The function that ``module:function`` names."""
    module, _, function = name.partition(":")
    found: Callable[..., Any] = getattr(import_module(module), function)
    return found


def failure(name: str, error: DocumentTimeout | Exception, timeout: float = 0) -> Failure:
    """What is reported of a document that raised, or that took longer than `timeout` seconds."""
    if isinstance(error, DocumentTimeout):
        return too_slow(name, timeout)
    return failed(name, error) if isinstance(error, NewscleanError) else faulty(name, error)


def _name(chunk: Chunk, index: int) -> str:
    try:
        return chunk.name(index)
    except IndexError:
        return chunk.name(0)


def _after(chunk: Chunk, count: int) -> Chunk | None:
    """The chunk without its first `count` documents; None where it is at its end, or cannot be read on from there."""
    if isinstance(chunk, FileChunk | ZipChunk):
        rest = chunk.after(count)
        return rest if (rest.paths if isinstance(rest, FileChunk) else rest.members) else None
    return None
