"""A Parquet file of the fixed Arrow schema.

A Parquet file ends with its directory, so a half one cannot be gone on with.  The rows of each stretch between two
checkpoints become a small file of their own in ``NAME.part/``; at the end these are put together.
"""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING, Any

from newsclean.corpus.readers.streams import missing
from newsclean.errors import phrase

from .files import unwritable

if TYPE_CHECKING:
    import pyarrow as pa

ROWS = 10_000
"""Rows a row group: about 50 MB of articles of 5 KB, what readers of Parquet like to load at once."""


class ParquetWriter:
    """Writes batches of the schema in `newsclean.engines.arrow`."""

    def __init__(self, path: str) -> None:
        try:
            import pyarrow.parquet  # noqa: PLC0415 (an extra)
        except ImportError as error:
            raise missing("pyarrow", "arrow", phrase("a Parquet output")) from error
        self.path = path
        self.part = f"{path}.part"
        self._pq = pyarrow.parquet
        self._files = 0
        self._writer: Any = None

    def begin(self, state: dict[str, Any] | None) -> None:
        """Make the folder of the parts; those that the journal does not know go.  Raises `WriteError`."""
        try:
            if state is None:
                shutil.rmtree(self.part, ignore_errors=True)
            os.makedirs(self.part, exist_ok=True)
            self._files = state["files"] if state else 0
            known = {os.path.basename(self._name(number)) for number in range(self._files)}
            for name in set(os.listdir(self.part)) - known:
                os.remove(os.path.join(self.part, name))
        except OSError as error:
            raise unwritable(self.path, error) from error

    def write(self, data: bytes) -> None:
        """Append the batches of an Arrow IPC stream.  Raises `WriteError`."""
        if not data:
            return
        from pyarrow import ipc  # noqa: PLC0415

        try:
            with ipc.open_stream(data) as batches:
                if self._writer is None:
                    self._writer = self._create(self._name(self._files), batches.schema)
                for batch in batches:
                    self._writer.write_batch(batch)
        except OSError as error:
            raise unwritable(self.path, error) from error

    def checkpoint(self) -> dict[str, Any]:
        """Close the present part.  Raises `WriteError`."""
        if self._writer is not None:
            try:
                self._writer.close()
                with open(self._name(self._files), "r+b") as file:
                    os.fsync(file.fileno())
            except OSError as error:
                raise unwritable(self.path, error) from error
            self._writer = None
            self._files += 1
        return {"files": self._files}

    def committed(self) -> None:
        """Nothing to do."""

    def finish(self) -> None:
        """Put the parts together under the name of the output.  Raises `WriteError`."""
        if not os.path.isdir(self.part):
            return
        whole = os.path.join(self.part, "whole")
        try:
            self._join(whole)
            os.replace(whole, self.path)
            shutil.rmtree(self.part)
        except OSError as error:
            raise unwritable(self.path, error) from error

    def _join(self, whole: str) -> None:
        from newsclean.engines.arrow import SCHEMA  # noqa: PLC0415

        with self._create(whole, SCHEMA) as writer:
            gathered: list[pa.RecordBatch] = []
            rows = 0
            for name in sorted(name for name in os.listdir(self.part) if name.endswith(".parquet")):
                with self._pq.ParquetFile(os.path.join(self.part, name)) as file:
                    for batch in file.iter_batches(batch_size=1000):
                        gathered.append(batch)
                        rows += batch.num_rows
                        if rows >= ROWS:
                            self._group(writer, gathered)
                            gathered, rows = [], 0
            if gathered:
                self._group(writer, gathered)

    @staticmethod
    def _group(writer: Any, batches: list[pa.RecordBatch]) -> None:
        import pyarrow as pa  # noqa: PLC0415

        writer.write_table(pa.Table.from_batches(batches), row_group_size=ROWS)

    def _create(self, path: str, schema: pa.Schema) -> Any:
        return self._pq.ParquetWriter(path, schema, compression="zstd")

    def _name(self, number: int) -> str:
        return os.path.join(self.part, f"{number:08}.parquet")

    def close(self) -> None:
        """Close the present part as it is; the journal does not know it."""
        if self._writer is not None:
            self._writer.close()
            self._writer = None

    def abandon(self) -> None:
        """Leave no trace."""
        self.close()
        shutil.rmtree(self.part, ignore_errors=True)
