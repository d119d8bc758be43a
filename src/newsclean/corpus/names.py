"""File names made from titles and paths: safe on every system, inside the folder, never too long."""

from __future__ import annotations

import os
import re
import unicodedata

LONGEST = 200
"""Bytes of UTF-8.  File systems allow 255; the rest is for a number, the suffix and the name of a temporary file."""

_UNSAFE = re.compile(r'[\x00-\x1f\x7f-\x9f/\\:*?"<>|\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffd\ud800-\udfff]+')
"""Separators, what Windows forbids, controls, and what changes the direction of the text around it."""
_RESERVED = re.compile(r"(?i)^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(\.|$)")


def safe_name(text: str, otherwise: str = "untitled") -> str:
    """A file name without suffix that reads like `text`."""
    name = _UNSAFE.sub(" ", unicodedata.normalize("NFC", text[:1000]))
    name = " ".join(name.split())
    name = _shortened(name, LONGEST).strip(" .-~")
    if not name:
        return "untitled" if otherwise == text else safe_name(otherwise, otherwise)
    return f"_{name}" if _RESERVED.match(name) else name


def page_name(name: str, title: str, keep_dirs: bool) -> str:
    """Where the result of a document goes, relative to the output folder and without suffix.

    With `keep_dirs` the folders and the name of the input; else the title, and where there is none the input's name.
    """
    pieces = [piece for piece in re.split(r"[/!]", name.replace("\\", "/")) if piece not in ("", ".", "..")]
    *folders, last = pieces or ["untitled"]
    stem = _stem(last)
    if not keep_dirs:
        return safe_name(title or stem, stem)
    return os.path.join(*(safe_name(folder) for folder in folders), safe_name(stem))


def numbered(name: str, number: int) -> str:
    """The name for the second, third … document of the same name."""
    return name if number < 2 else f"{name} ({number})"


def _stem(name: str) -> str:
    stem, suffix = os.path.splitext(name)
    if suffix.lower() == ".gz":
        stem, suffix = os.path.splitext(stem)
    return stem if stem and re.fullmatch(r"\.\w{1,8}", suffix) else name


def _shortened(text: str, size: int) -> str:
    return text.encode("utf-8")[:size].decode("utf-8", "ignore")
