"""The frame of a report: one HTML document that needs nothing else and in which nothing of a document can run.

Three locks, each enough alone: every text is escaped where it is written; a Content-Security-Policy allows only the
style and the script of the report itself, by their SHA-256 (https://www.w3.org/TR/CSP3/), and no request to anywhere;
the script only ever sets text, never markup.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from html import escape
from importlib import resources
from typing import Any, Literal

import msgspec

Language = Literal["en", "zh"]
Both = tuple[str, str]
"""A text in English and in Chinese."""

# Control and direction characters could reorder or hide what stands around them; half characters cannot be written.
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_IN_SCRIPT = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})

COMMON: dict[str, Both] = {
    "language": ("中文", "English"),
    "theme": ("Light / dark", "浅色／深色"),
    "blocks": ("blocks", "块"),
}
"""Texts that both reports have."""


def safe(text: object) -> str:
    """Text for an element or a quoted attribute: escaped, without characters that steer the reader."""
    return escape(_UNSEEN.sub("\ufffd", str(text)), quote=True)


def said(key: str, words: Mapping[str, Both], language: Language, tag: str = "span") -> str:
    """An element that the script can put into the other language."""
    return f'<{tag} data-t="{key}">{safe(words[key][language == "zh"])}</{tag}>'


def named(key: str, words: Mapping[str, Both], language: Language) -> str:
    """An accessible name that the script can put into the other language."""
    return f'aria-label="{safe(words[key][language == "zh"])}" data-tl="{key}"'


@cache
def _asset(name: str) -> str:
    return resources.files(__package__).joinpath("assets", name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return "'sha256-" + b64encode(sha256(text.encode()).digest()).decode() + "'"


def document(title: str, language: Language, assets: str, body: str, data: dict[str, Any]) -> str:
    """The whole file.  `assets` names its own style and script (``inspect``: ``inspect.css``, ``inspect.js``); `data`
    is what the script is given, as JSON types.
    """
    style = _asset("common.css") + _asset(f"{assets}.css")
    script = _asset("common.js") + _asset(f"{assets}.js")
    policy = (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; base-uri 'none'; form-action 'none'"
    )
    written = _UNSEEN.sub("\ufffd", msgspec.json.encode(data).decode()).translate(_IN_SCRIPT)
    parts = (
        "<!DOCTYPE html>",
        f'<html lang="{"zh" if language == "zh" else "en"}">',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="referrer" content="no-referrer">',
        '<meta name="generator" content="newsclean">',
        f"<title>{safe(title)}</title>",
        f"<style>{style}</style>",
        "</head>",
        "<body>",
        body,
        f'<script type="application/json" id="data">{written}</script>',
        f"<script>{script}</script>",
        "</body>",
        "</html>",
        "",
    )
    return "\n".join(parts)


def switches(language: Language) -> str:
    """The buttons for language and colours."""
    return (
        f'<button type="button" id="language" lang="{"en" if language == "zh" else "zh"}">'
        f"{COMMON['language'][language == 'zh']}</button>"
        f'<button type="button" id="theme">{said("theme", COMMON, language)}</button>'
    )
