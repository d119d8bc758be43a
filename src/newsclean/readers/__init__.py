"""Readers: text in, a `Page` of blocks out.  One file a kind of source."""

from __future__ import annotations

from newsclean.blocks import Page
from newsclean.errors import InputTooLargeError
from newsclean.source import Source

from .html import read_html


def read(source: Source, most: int | None = None) -> Page:
    """The blocks of a recognised document.  Raises `InputTooLargeError` where they are more than `most`."""
    page = _read(source)
    if most is not None and len(page.blocks) > most:
        raise InputTooLargeError(
            "the document has {size} blocks; Options.limits.max_blocks allows {most}: split it, or raise the limit",
            size=len(page.blocks),
            most=most,
        )
    return page


def _read(source: Source) -> Page:
    """By the reader of its kind.  Readers of what is no HTML are loaded when there is any."""
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
