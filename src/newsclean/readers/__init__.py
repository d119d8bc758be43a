"""Readers: text in, a `Page` of blocks out.  One file a kind of source."""

from __future__ import annotations

from newsclean.blocks import Page
from newsclean.source import Source

from .html import read_html


def read(source: Source) -> Page:
    """The blocks of a recognised document.  Readers of what is no HTML are loaded when there is any."""
    if source.markup:
        return read_html(source.text)
    if source.kind == "pdf-text":
        from .pdf_text import read_pdf_text  # noqa: PLC0415

        return read_pdf_text(source.text)
    if source.kind == "text" and not source.markdown:
        from .page_text import read_page_text  # noqa: PLC0415

        return read_page_text(source.text)
    from .markdown import read_markdown  # noqa: PLC0415

    return read_markdown(source.text)


__all__ = ["read", "read_html"]
