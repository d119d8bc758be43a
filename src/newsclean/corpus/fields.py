"""The names that --select knows, and the values behind them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from newsclean.article import Article

from .documents import Document

COMPUTED = ("published", "text", "paragraphs", "headings", "fingerprint", "markdown")
TRAVELLING = ("id", "input", "milliseconds")
NAMES: tuple[str, ...] = (*TRAVELLING, *Article.__struct_fields__, *COMPUTED)


def selected(article: Article, document: Document, names: Sequence[str]) -> dict[str, Any]:
    """The fields asked for, in that order; a field that the document does not state is null or an empty list.

    ``input.NAME`` is one of the fields that travelled along.
    """
    return {name: _value(article, document, name) for name in names}


def known(name: str) -> bool:
    """Whether a record can be asked for this field."""
    return name in NAMES or (name.startswith("input.") and len(name) > len("input."))


def _value(article: Article, document: Document, name: str) -> Any:
    if name == "id":
        return document.id
    if name == "milliseconds":
        return document.milliseconds
    if name == "input":
        return document.extra
    if name.startswith("input."):
        return (document.extra or {}).get(name.removeprefix("input."))
    if name == "markdown":
        return article.to_markdown()
    return msgspec.to_builtins(getattr(article, name))
