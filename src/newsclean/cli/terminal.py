"""Text of documents on a terminal."""

from __future__ import annotations


def visible(text: str) -> str:
    """The text without what could steer the terminal: control and direction characters become U+FFFD."""
    return "".join(character if character.isprintable() else "\ufffd" for character in text)
