"""One frozen `Options`; `pipeline.py` is the only module that reads it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

import msgspec

Typography = Literal["off", "news"]


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """Bounds on one document.  Beyond one of them: `InputTooLargeError`, or a warning where the rest is good."""

    max_bytes: int = 52_428_800
    """Bytes (or characters of a str) of one document: 50 MiB."""
    max_blocks: int = 500_000
    """Paragraphs, cells, pictures … of one document; half a million of them take two seconds and 200 MB."""
    max_front_matter: int = 262_144
    """Characters between the ``---`` lines.  Longer: the front matter is not read, with a warning."""
    max_script: int = 8_388_608
    """Characters of one embedded JSON document (``__NEXT_DATA__`` and the like).  Longer: not read."""
    max_depth: int = 64
    """Nesting of YAML and of embedded JSON.  Deeper: not read, with a warning."""


class Options(msgspec.Struct, frozen=True, kw_only=True):
    """How a document is read.  The defaults suit a corpus; every field has one clear effect."""

    typography: Typography = "off"
    """``"news"`` applies the named fixes of `typography.py` to title, body and captions."""
    script: str | None = None
    """Convert title, body, captions and names to this tag (``zh-Hans``, ``zh-Hant``, ``zh-Hant-TW``, ``zh-Hant-HK``)."""
    timezone: str = "Asia/Shanghai"
    """IANA name of the zone of times that state none."""
    sites: Mapping[str, Mapping[str, Any]] | bool = True
    """True: the site files that ship; False: none; a mapping host -> rules is added to those that ship (host ``*``: documents whose address is not known)."""
    keep_removed: bool = True
    """False leaves `Article.removed` empty (smaller output)."""
    limits: Limits = Limits()


DEFAULT = Options()
