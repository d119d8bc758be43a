"""The summary: as printed in a box of its own, as the front matter gives it, else as declared."""

from __future__ import annotations

from .blocks import Page
from .declared import Declared


def find_summary(page: Page, declared: Declared) -> str | None:
    """The summary of the article; None where the document has none."""
    if declared.front_matter is not None:
        value = (
            declared.front_matter.get("summary")
            or declared.front_matter.get("description")
            or declared.front_matter.get("excerpt")
        )
        return value.strip() or None if isinstance(value, str) else None
    printed = [block.text for block in page.blocks if block.verdict == "summary"]
    if printed:
        return "\n".join(printed)
    return declared.first("og:description", "description", "twitter:description")
