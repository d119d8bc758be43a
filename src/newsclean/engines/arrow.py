"""Articles as Arrow tables: one fixed schema and one function, for any engine that speaks Arrow.

>>> import pyarrow as pa
>>> table = pa.table({"html": ["<h1>标题</h1><p>正文。</p>"]})
>>> cleaned = pa.Table.from_batches(clean_batches(table.to_batches(), column="html"))
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any, BinaryIO, cast

import msgspec
import pyarrow as pa

from newsclean.article import Article, Failure, Image, Part, Removed, Video
from newsclean.corpus.documents import Document
from newsclean.corpus.readers.jsonl import from_fields
from newsclean.corpus.readers.parquet import plain
from newsclean.corpus.readers.streams import GZIP, Peekable, unpacked
from newsclean.corpus.readers.warc import pages
from newsclean.corpus.setup import PARSE, Setup
from newsclean.corpus.work import Response, failure, load
from newsclean.options import DEFAULT, Options

_text = pa.string()
_texts = pa.list_(_text)


def _struct(**fields: pa.DataType) -> pa.DataType:
    return pa.struct(list(fields.items()))


SCHEMA = pa.schema(
    [
        ("id", _text),
        ("error", _text),
        ("message", _text),
        ("is_article", pa.bool_()),
        ("kind", _text),
        ("title", _text),
        ("raw_title", _text),
        ("original_title", _text),
        ("provenance", _texts),
        ("published", pa.timestamp("us", tz="UTC")),
        ("published_info", _struct(at=_text, precision=_text, text=_text, origin=_text)),
        ("modified", pa.timestamp("us", tz="UTC")),
        ("source", _text),
        ("authors", _texts),
        ("editors", _texts),
        ("site", _text),
        ("url", _text),
        ("categories", _texts),
        ("tags", _texts),
        ("summary", _text),
        ("dateline", _struct(text=_text, agency=_text, place=_text, date=_text, reporters=_texts)),
        ("text", _text),
        ("blocks", pa.list_(_struct(kind=_text, text=_text, level=pa.int32(), index=pa.int32()))),
        (
            "images",
            pa.list_(
                _struct(url=_text, width=pa.int64(), height=pa.int64(), alt=_text, caption=_text, credit=_text),
            ),
        ),
        ("videos", pa.list_(_struct(provider=_text, id=_text, url=_text))),
        ("notes", _texts),
        ("front_matter", _text),
        ("script", _text),
        ("script_info", _text),
        ("encoding", _text),
        (
            "removed",
            pa.list_(
                _struct(text=_text, verdict=_text, rule=_text, block=pa.int32(), place=_text, count=pa.int32()),
            ),
        ),
        ("warnings", _texts),
        ("originals", _text),
        ("input", _text),
    ]
)
"""The columns of a cleaned table.

As the fields of `Article`, but: ``id`` names the document; ``error`` and ``message`` are null unless it failed (then
all the rest is null); ``published`` and ``modified`` are instants, ``published_info.at`` has the zone too; ``script``
is the tag; ``script_info``, ``front_matter``, ``originals`` and ``input`` (the columns that travelled along) are JSON.
"""

_PLAIN = (
    "is_article", "kind", "title", "raw_title", "original_title", "provenance", "modified", "source", "authors", "editors", "site",
    "url", "categories", "tags", "summary", "text", "notes", "encoding", "warnings",
)  # fmt: skip
_json = msgspec.json.Encoder()


def row(name: str, article: Article, extra: Mapping[str, Any] | None = None, removed: bool = True) -> dict[str, Any]:
    """An Article as a row of `SCHEMA`."""
    values: dict[str, Any] = {key: getattr(article, key) for key in _PLAIN}
    stated = article.published_info
    values |= {
        "id": name,
        "published": article.published,
        "published_info": stated and {"at": stated.at.isoformat(), **_named(stated, ("precision", "text", "origin"))},
        "dateline": article.dateline and _named(article.dateline, ("text", "agency", "place", "date", "reporters")),
        "blocks": [_named(part, Part.__struct_fields__) for part in article.blocks],
        "images": [_named(image, Image.__struct_fields__) for image in article.images],
        "videos": [_named(video, Video.__struct_fields__) for video in article.videos],
        "removed": [_named(item, Removed.__struct_fields__) for item in article.removed] if removed else [],
        "script": article.script.tag,
        "script_info": _encoded(article.script),
        "front_matter": _encoded(article.front_matter),
        "originals": _encoded(article.originals),
        "input": _encoded(extra or None),
    }
    return values


def failed_row(failed: Failure) -> dict[str, Any]:
    """A Failure as a row of `SCHEMA`."""
    return {"id": failed.id, "error": failed.error, "message": failed.message}


def _named(item: Any, names: Iterable[str]) -> dict[str, Any]:
    return {name: getattr(item, name) for name in names}


def _encoded(value: Any) -> str | None:
    return None if value is None else _json.encode(value).decode()


class Rows:
    """Gathers rows into batches, for the Parquet output of the command line."""

    def __init__(self, removed: bool = True) -> None:
        self._removed = removed
        self._rows: list[dict[str, Any]] = []

    def add(self, name: str, article: Article, extra: Mapping[str, Any] | None) -> None:
        self._rows.append(row(name, article, extra, self._removed))

    def take(self) -> bytes:
        """What was gathered, as an Arrow IPC stream; nothing for no rows."""
        if not self._rows:
            return b""
        sink = pa.BufferOutputStream()
        with pa.ipc.new_stream(sink, SCHEMA) as writer:
            writer.write_batch(pa.RecordBatch.from_pylist(self._rows, schema=SCHEMA))
        self._rows = []
        return bytes(sink.getvalue().to_pybytes())


def clean_batches(
    batches: Iterable[pa.RecordBatch],
    *,
    column: str | None = None,
    id_column: str | None = None,
    options: Options = DEFAULT,
    parse: str = PARSE,
) -> Iterator[pa.RecordBatch]:
    """Clean the documents of a column; one row of `SCHEMA` for each row, in order.  Never raises for a document.

    Args:
        batches: of any schema.  A column ``url`` is the address of the document, ``charset`` what its transport declared;
            all other columns travel along in ``input``.
        column: name of the column that holds the documents (string or binary); None: the usual names are tried.
        id_column: the column that names the documents; None: ``id`` where there is one, else the running number
            within `batches`.
        options: as in `parse`.
        parse: ``module:function`` to call in the place of `newsclean.parse`.

    Yields:
        A batch of `SCHEMA` for each batch.  A document that cannot be read is a row with ``error`` and ``message``.
    """
    function = load(parse)
    number = 0
    for batch in batches:
        rows = []
        for values in batch.to_pylist():
            name = values.get(id_column or "id")
            rows.append(_cleaned(values, str(number) if name is None else str(name), column, (function, options)))
            number += 1
        yield pa.RecordBatch.from_pylist(rows, schema=SCHEMA)


WARC_SCHEMA = pa.schema(
    [("id", _text), ("url", _text), ("charset", _text), ("date", _text), ("html", pa.binary()), ("error", _text)]
)
"""The columns of `warc_batches`."""


def warc_batches(stream: BinaryIO, label: str = "", *, rows: int = 256) -> Iterator[pa.RecordBatch]:
    """The HTML pages of a web archive (unpacked, or packed as a ``.warc.gz`` is), for `clean_batches`.

    `stream` is anything with ``read``: a file, the body of an answer of S3.  A damaged rest is a last row without
    ``html``, its reason in ``error``.  Raises `ReadError` where FastWARC is not installed.
    """
    head = Peekable(stream)
    data = cast(BinaryIO, head)
    # FastWARC takes damaged gzip for the end of the file; Python's reader, slower, tells.
    found = pages(unpacked(data, b".gz") if head.head.startswith(GZIP) else data, label, Setup())
    while part := list(islice(found, rows)):
        yield pa.RecordBatch.from_pylist([_warc_row(item) for item in part], schema=WARC_SCHEMA)


def _warc_row(item: Document | Failure) -> dict[str, Any]:
    if isinstance(item, Failure):
        return {"id": item.id, "error": item.message}
    date = (item.extra or {}).get("warc_date")
    return {"id": item.id, "url": item.url, "charset": item.encoding, "date": date, "html": item.data}


def _cleaned(values: dict[str, Any], name: str, column: str | None, how: tuple[Any, Options]) -> dict[str, Any]:
    function, options = how
    document = from_fields(values, name, column)
    if not isinstance(document, Document):
        return failed_row(document)
    data: Any = document.data
    if document.encoding and isinstance(data, bytes):
        data = Response(data, document.encoding)
    try:
        article = function(data, url=document.url, options=options)
        extra = {key: plain(value) for key, value in (document.extra or {}).items()}
        return row(name, article, extra, options.keep_removed)
    except Exception as error:
        # One bad document among a billion must not fail the job of an engine.
        return failed_row(failure(name, error))
