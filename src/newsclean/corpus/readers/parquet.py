"""Parquet files: a column holds the document, the others travel along."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

from newsclean.article import Failure
from newsclean.corpus.chunks import DOCUMENTS, ArrowChunk
from newsclean.corpus.documents import Document, printable
from newsclean.corpus.failures import failed
from newsclean.corpus.setup import Setup
from newsclean.errors import ReadError, phrase

from .jsonl import from_fields
from .streams import missing

if TYPE_CHECKING:
    import pyarrow as pa


def cut(path: bytes, setup: Setup) -> Iterator[ArrowChunk]:
    """The rows of the file, `DOCUMENTS` at a time, as Arrow IPC streams.  Raises `ReadError`."""
    try:
        import pyarrow as pa  # noqa: PLC0415 (an extra)
        import pyarrow.parquet as pq  # noqa: PLC0415
    except ImportError as error:
        raise missing("pyarrow", "arrow", phrase("a Parquet file")) from error
    label = printable(path)
    try:
        with pq.ParquetFile(os.fsdecode(path)) as file:
            rows = file.metadata.num_rows
            share = sum(file.metadata.row_group(i).total_byte_size for i in range(file.metadata.num_row_groups))
            first = 0
            for batch in file.iter_batches(batch_size=DOCUMENTS):
                sink = pa.BufferOutputStream()
                with pa.ipc.new_stream(sink, batch.schema) as writer:
                    writer.write_batch(batch)
                size = share * batch.num_rows // max(rows, 1)
                yield ArrowChunk(label, sink.getvalue().to_pybytes(), first, size)
                first += batch.num_rows
    except Exception as error:
        # What pyarrow raises for damage is nowhere documented: UnicodeDecodeError (for names of columns) was seen.
        raise ReadError(
            "{label}: no Parquet file, or a damaged one ({error}); write it again", label=label, error=str(error)
        ) from error


def read(chunk: ArrowChunk, setup: Setup) -> Iterator[Document | Failure]:
    """The documents of the rows; values that JSON does not know travel along as their text."""
    import pyarrow as pa  # noqa: PLC0415 (an extra; the parent had it)

    with pa.ipc.open_stream(chunk.data) as stream:
        index = 0
        for batch in stream:
            for number in range(batch.num_rows):
                yield _row(batch, number, chunk.name(index), setup.field)
                index += 1


def _row(batch: pa.RecordBatch, number: int, name: str, field: str | None) -> Document | Failure:
    """The document of one row; a failure where it is damaged, which costs the other rows nothing."""
    try:
        (values,) = batch.slice(number, 1).to_pylist()
    except UnicodeDecodeError as error:
        return failed(
            name, ReadError("a text in this row is no UTF-8 ({error}); write the file again", error=str(error))
        )
    return _document(values, name, field)


def _document(values: dict[str, object], name: str, field: str | None) -> Document | Failure:
    found = from_fields(values, name, field)
    if isinstance(found, Document) and found.extra:
        extra = {key: plain(value) for key, value in found.extra.items()}
        return Document(found.id, found.data, url=found.url, encoding=found.encoding, extra=extra)
    return found


def plain(value: object) -> object:
    """The value as JSON types."""
    if value is None or isinstance(value, str | int | float | bool):
        return value
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, bytes):
        return value.decode("utf-8", "backslashreplace")
    isoformat = getattr(value, "isoformat", None)
    return str(isoformat()) if isoformat else str(value)
