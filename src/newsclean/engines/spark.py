"""Apache Spark: clean a column of a DataFrame on a cluster.

>>> cleaned = clean(spark.read.parquet("pages/"), column="html")  # doctest: +SKIP
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pyarrow as pa

from newsclean.corpus.setup import PARSE
from newsclean.options import DEFAULT, Options

from .arrow import SCHEMA, clean_batches

if TYPE_CHECKING:
    from pyspark.sql import DataFrame


def clean(
    df: DataFrame,
    column: str | None = None,
    *,
    id_column: str | None = None,
    options: Options = DEFAULT,
    parse: str = PARSE,
) -> DataFrame:
    """The documents of a column as rows of `newsclean.engines.arrow.SCHEMA` (lazily, by ``mapInArrow``).

    Args:
        df: any DataFrame; a column ``url`` is the address of the document, all other columns travel along in ``input``.
        column: the column that holds the documents (string or binary); None: the usual names are tried.
        id_column: the column that names the documents; None: ``id``.  Without either, the running number within the
            partition, which is not unique: give one.
        options: as in `newsclean.parse`.
        parse: ``module:function`` to call in the place of `newsclean.parse`.

    A document that cannot be read is a row with ``error`` and ``message``; it never fails the job.
    """
    from pyspark.sql.pandas.types import from_arrow_schema  # noqa: PLC0415 (an extra)

    def run(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        return clean_batches(batches, column=column, id_column=id_column, options=options, parse=parse)

    return df.mapInArrow(run, from_arrow_schema(SCHEMA))
