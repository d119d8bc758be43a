"""A plain-text dump of a page -> blocks: a line each."""

from __future__ import annotations

import re
from html import unescape

from newsclean.blocks import Block, Page

_REFERENCES = re.compile(r"^\s{0,8}(?:References|Visible links)\s{0,8}$(?=\s{1,40}(?:Visible links\s{1,40})?1\. \S{1,20}:)", re.M)
"""The list of addresses below what lynx -dump makes of a page."""
_NUMBER = re.compile(r"\[(?:\d{1,4}|INLINE|LINK|EMBED)\](?=\s?\S)")
_ONLY_LINKS = re.compile(r"(?:[*+#o] )?(?:\[\d{1,4}\][^\s\[\]，。]{1,10}\s*){1,6}$")
"""Short links and nothing else: a menu, which a rule knows by the numbers."""


def read_page_text(text: str) -> Page:
    """Blocks of a text dump.  The container of a block is its line, so that `Page.path` can name it."""
    page = Page()
    references = _REFERENCES.search(text)
    listed = len(text[: references.start()].splitlines()) if references else -1
    for number, line in enumerate(text.splitlines()):
        page.parents.append(0)
        page.tags.append("line")
        page.attrs.append("")
        if "&" in line:
            line = unescape(line)
        line = " ".join(line.split())
        if references and not _ONLY_LINKS.match(line):
            line = _NUMBER.sub("", line).strip()
        if line:
            page.blocks.append(Block("paragraph", line, len(page.parents) - 1, hidden=0 <= listed <= number))
    return page
