"""Many documents: read, cleaned in parallel, written, resumed."""

from __future__ import annotations

from .documents import Document
from .many import parse_many

__all__ = ["Document", "parse_many"]
