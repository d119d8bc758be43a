"""The attributes of one tag, read when they are asked for."""

from __future__ import annotations

import re
from html import unescape

_ATTRIBUTE = re.compile(r"""([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")


def attributes(written: str) -> dict[str, str]:
    """The attributes of one tag: names in lower case, the first of two equal names, entities resolved."""
    found: dict[str, str] = {}
    for name, double, single, bare in _ATTRIBUTE.findall(written):
        value = double or single or bare
        found.setdefault(name.lower(), unescape(value) if "&" in value else value)
    return found
