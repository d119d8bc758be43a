"""Halves of UTF-16 pairs: a str and the escapes of JSON can hold them, no encoding and no output can."""

from __future__ import annotations


def joined(text: str) -> str:
    """The text with halves that stand side by side joined, and U+FFFD for each half that stands alone."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text
