"""Pages of a few lines for the tests of the time of publication: what is printed, and what the page declares."""

from __future__ import annotations

from datetime import timedelta, timezone

from newsclean.article import Published
from newsclean.blocks import Block, Page
from newsclean.declared import Declared
from newsclean.published import find_published

CHINA = timezone(timedelta(hours=8))
HEADLINE = "江川大桥恢复通车"
OTHER = "江川在线"
STORY = "停运三个月的江川大桥恢复通车，首日通过车辆两万余辆。"
TIME = "2026-03-01 10:00"
ISO = "2026-03-01T10:00:00+08:00"


def page_of(*lines: str | Block) -> Page:
    page = Page()
    page.blocks = [line if isinstance(line, Block) else Block("paragraph", line) for line in lines]
    return page


def data(**meta: str) -> Declared:
    declared = Declared()
    declared.meta = meta
    return declared


def whole(page: Page, region: tuple[int, int, int], declared: Declared | None = None) -> tuple[str | None, str | None]:
    """The times of publication and of the last change."""
    found, changed = find_published(page, declared or Declared(), region, CHINA)
    return found.at.isoformat() if found else None, changed.isoformat() if changed else None


def byline(*lines: str | Block, declared: Declared | None = None) -> Published | None:
    """The time of publication of a page with some lines between headline and story."""
    page = page_of(HEADLINE, *lines, STORY, STORY)
    return find_published(page, declared or Declared(), (0, len(lines) + 1, len(lines) + 2), CHINA)[0]


def at(*lines: str | Block, declared: Declared | None = None) -> str | None:
    found = byline(*lines, declared=declared)
    return found.at.isoformat() if found else None
