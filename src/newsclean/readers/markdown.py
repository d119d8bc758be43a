"""The Markdown of a post -> blocks, by way of CommonMark's HTML."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from newsclean.blocks import Page

from .html import read_html


@lru_cache(maxsize=1)
def _renderer() -> Any:
    from markdown_it import MarkdownIt  # noqa: PLC0415

    return MarkdownIt("commonmark", {"html": True}).enable("table").disable("code")


def read_markdown(text: str) -> Page:
    """Blocks of a post without HTML blocks of its own.  Indented lines are text, not code: posts indent freely."""
    return read_html(_renderer().render(text))
