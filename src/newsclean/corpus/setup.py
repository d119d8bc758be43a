"""What every worker is told once, before its first chunk."""

from __future__ import annotations

from typing import Literal

import msgspec

from newsclean.options import Options

Form = Literal["jsonl", "markdown", "text", "pages-markdown", "pages-text", "parquet", "article"]
"""How the results are written.  ``pages-…``: one file a document; ``article``: for `parse_many`, the whole Article."""

Compression = Literal["", "gzip", "zstd"]

PARSE = "newsclean.pipeline:parse"
TIMEOUT = 30.0
"""Seconds that one document may take; a page takes about 2 ms, so this is four orders of magnitude above."""


class Setup(msgspec.Struct, frozen=True, kw_only=True):
    """How the documents of a run are read and how the results are written."""

    options: Options = Options()
    kind: str | None = None
    encoding: str | None = None
    form: Form = "jsonl"
    compression: Compression = ""
    select: tuple[str, ...] = ()
    """Names of the fields to write; () for all."""
    only_articles: bool = False
    removed: bool = True
    """False leaves `Article.removed` out of the output; it is still counted."""
    timing: bool = False
    """Tell the CPU time of each document."""
    field: str | None = None
    """Name of the field that holds the document, in JSON lines and Parquet; None: the usual names are tried."""
    timeout: float = TIMEOUT
    rows: bool = False
    """Tell about every document for the summary table (few documents only)."""
    parse: str = PARSE
    """``module:function`` of the function that turns a document into an Article."""
