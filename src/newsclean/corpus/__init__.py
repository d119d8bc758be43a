"""Many documents: read, cleaned in parallel, written, resumed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .documents import Document
    from .many import parse_many

__all__ = ["Document", "parse_many"]


def __getattr__(name: str) -> Any:
    """Load on first use: the command line needs parts of this package long before it needs processes."""
    if name == "Document":
        from .documents import Document  # noqa: PLC0415

        return Document
    if name == "parse_many":
        from .many import parse_many  # noqa: PLC0415

        return parse_many
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
