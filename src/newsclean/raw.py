"""Whatever `parse` is given -> text: bytes are decoded, trees are written out as HTML, a str is taken as it is."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from .decode import decode
from .errors import EmptyInputError, InputTooLargeError, InputTypeError, phrase
from .surrogates import joined


@dataclass(slots=True)
class Raw:
    """The text of an input, and how it was read."""

    text: str
    encoding: str | None = None
    url: str | None = None
    """The address of a response."""
    warnings: list[str] = field(default_factory=list)


def read_raw(data: Any, encoding: str | None, most: int) -> Raw:
    """The text of `data`.  Raises `InputTypeError`, `InputTooLargeError`, `EmptyInputError`, and what `decode` raises."""
    transport = url = None
    if not isinstance(data, str | bytes):
        data, transport, url = _written(data)
    if len(data) > most:
        unit = phrase("bytes") if isinstance(data, bytes) else phrase("characters")
        raise InputTooLargeError(
            "the document has {size} {unit}; Options.limits.max_bytes allows {most}: split it, or raise the limit",
            size=len(data),
            unit=unit,
            most=most,
        )
    if isinstance(data, str):
        raw = Raw(joined(data.lstrip("\ufeff")), url=url)
    else:
        decoded = decode(data, encoding=encoding, transport=transport)
        text = joined(decoded.text) if encoding else decoded.text  # utf-7 lets halves through; only a user asks for it
        raw = Raw(text, decoded.encoding, url, list(decoded.warnings))
    if not raw.text or raw.text.isspace():
        raise EmptyInputError("the document is empty: nothing but white space; check what the crawler saved")
    return raw


def _written(data: Any) -> tuple[str | bytes, str | None, str | None]:
    """A tree, a soup or a response as bytes or text, with charset and address of its transport; it is not changed."""
    if isinstance(data, bytearray | memoryview):
        return bytes(data), None, None
    module = type(data).__module__.partition(".")[0]
    if module == "bs4":
        return str(data), None, None
    if module == "lxml":
        from lxml import etree  # noqa: PLC0415

        text: str = etree.tostring(data, encoding="unicode", method="html", with_tail=False)
        return text, None, None
    body = getattr(data, "body", None)  # a response of scrapy
    if isinstance(body, bytes):
        return body, getattr(data, "encoding", None), _address(data)
    content = getattr(data, "content", None)  # of requests or httpx
    if isinstance(content, bytes):
        return content, None, _address(data)
    get = getattr(data, "get", None)  # a parsel selector
    if module in ("parsel", "scrapy") and callable(get):
        return str(get()), None, None
    raise InputTypeError(
        "parse() takes bytes, str, an lxml tree, a bs4 soup or a scrapy response, not {kind}; read the file first",
        kind=type(data).__name__,
    )


def _address(response: Any) -> str | None:
    """Where a response came from; httpx has a type of its own for addresses."""
    url = getattr(response, "url", None)
    return None if url is None else str(url)
