"""The Markdown of a post -> blocks, by way of CommonMark's HTML."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from newsclean.blocks import Page

from .html import read_html

_CAPTIONED = re.compile(r"<p>(<img [^<>]*>)\s*<em>([^<>]*)</em></p>")
"""A picture and a line in italics below it, which is its caption: as newsclean writes it, and many posts."""


@lru_cache(maxsize=1)
def _renderer() -> Any:
    from markdown_it import MarkdownIt  # noqa: PLC0415

    return MarkdownIt("commonmark", {"html": True}).enable("table").disable("code")


def read_markdown(text: str) -> Page:
    """Blocks of a post without HTML blocks of its own.  Indented lines are text, not code: posts indent freely."""
    html = _CAPTIONED.sub(r"<figure>\1<figcaption>\2</figcaption></figure>", _renderer().render(text))
    return read_html(f"<article>{html}")  # the whole post is one: two lists of it are no two bodies
