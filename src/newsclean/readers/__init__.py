"""Readers: text in, a `Page` of blocks out.  One file a kind of source."""

from __future__ import annotations

from newsclean.blocks import Page
from newsclean.source import Source

from .html import read_html
from .markdown import read_markdown
from .page_text import read_page_text
from .pdf_text import read_pdf_text


def read(source: Source) -> Page:
    """The blocks of a recognised document."""
    if source.markup:
        return read_html(source.text)
    if source.kind == "pdf-text":
        return read_pdf_text(source.text)
    if source.kind == "text":
        return read_page_text(source.text)
    return read_markdown(source.text)


__all__ = ["read", "read_html"]
