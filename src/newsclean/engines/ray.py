"""Ray Data: clean a column of a Dataset on a cluster.

>>> cleaned = clean(ray.data.read_parquet("pages/"), column="html")  # doctest: +SKIP
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pyarrow as pa

from newsclean.corpus.setup import PARSE
from newsclean.options import DEFAULT, Options

from .arrow import SCHEMA, clean_batches

if TYPE_CHECKING:
    from ray.data import Dataset

ROWS = 256
"""Documents a batch: half a second of work, so that a batch that is done again costs little, and its overhead too."""


def clean(
    ds: Dataset,
    column: str | None = None,
    *,
    id_column: str | None = None,
    options: Options = DEFAULT,
    **given: Any,
) -> Dataset:
    """The documents of a column as rows of `newsclean.engines.arrow.SCHEMA` (lazily, by ``map_batches``).

    Args:
        ds: any Dataset; a column ``url`` is the address of the document, all other columns travel along in ``input``.
        column: the column that holds the documents (string or binary); None: the usual names are tried.
        id_column: the column that names the documents; None: ``id``.  Without either, the running number within the
            batch, which is not unique: give one.
        options: as in `newsclean.parse`.
        given: ``parse="module:function"`` to call in the place of `newsclean.parse`; all else goes to ``map_batches``
            (``batch_size``, ``concurrency``, ``num_cpus`` …).

    A document that cannot be read is a row with ``error`` and ``message``; it never fails the job.
    """
    parse = given.pop("parse", PARSE)

    def run(table: pa.Table) -> pa.Table:
        cleaned = clean_batches(table.to_batches(), column=column, id_column=id_column, options=options, parse=parse)
        return pa.Table.from_batches(cleaned, SCHEMA)

    how: dict[str, Any] = {"batch_format": "pyarrow", "batch_size": ROWS, **given}
    return ds.map_batches(run, **how)
