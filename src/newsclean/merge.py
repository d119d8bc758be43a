"""Join saved pages 1 … n of one article, without downloading."""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec

from .article import Article, Part
from .errors import MergeError
from .prose import key

_PAGE_MARK = re.compile(r"\s*[（(\[【]?\s*(?:第?\s*\d+\s*[页頁]|\d+\s*/\s*\d+)\s*[)）\]】]?\s*$")
_SAME_TITLE = 0.8
"""Share of the shorter title's characters that must begin the longer one, page marks aside."""


def merge(articles: Iterable[Article]) -> Article:
    """One article out of its pages, in the order given.

    Title, time and people come from the first page that states them; body, pictures, films, notes and removals are
    joined; a head or a tail that a page repeats from the one before is dropped.  Raises `MergeError` where there is
    nothing to merge, where a page holds no article, or where the pages do not belong together (other titles or days).
    """
    pages = list(articles)
    if not pages:
        raise MergeError("merge() was given no articles; pass the pages of one article in order")
    for number, page in enumerate(pages, 1):
        if not isinstance(page, Article):
            raise MergeError(
                "page {number} is {kind}, not an Article; parse it first", number=number, kind=type(page).__name__
            )
        if not page.is_article:
            raise MergeError("page {number} holds no article; leave it out", number=number)
    first = pages[0]
    for number, page in enumerate(pages[1:], 2):
        if not _same(first, page):
            raise MergeError(
                "page {number} ({title!r}) does not belong to page 1 ({first!r}): title or day differ; merge the pages of one article only",
                number=number,
                title=str(page.title),
                first=str(first.title),
            )
    return msgspec.structs.replace(
        first,
        **_joined(pages),
        **{
            name: _first_of(pages, name)
            for name in ("published_info", "modified", "source", "dateline", "summary", "original_title")
        },
        authors=_union(pages, "authors"),
        editors=_union(pages, "editors"),
        tags=_union(pages, "tags"),
        notes=_union(pages, "notes"),
        warnings=_union(pages, "warnings"),
        removed=tuple(entry for page in pages for entry in page.removed),
    )


def _bare(title: str | None) -> str:
    return key(_PAGE_MARK.sub("", title or ""))


def _same(first: Article, other: Article) -> bool:
    one, two = sorted((_bare(first.title), _bare(other.title)), key=len)
    if one and (len(one) < _SAME_TITLE * len(two) or not two.startswith(one)):
        return False
    days = {page.published.date() for page in (first, other) if page.published}
    return len(days) < 2


def _first_of(pages: list[Article], name: str) -> object:
    return next((value for page in pages if (value := getattr(page, name)) is not None), None)


def _union(pages: list[Article], name: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for page in pages for value in getattr(page, name)))


def _joined(pages: list[Article]) -> dict[str, object]:
    blocks: list[Part] = []
    images: list[object] = []
    videos: list[object] = []
    for page in pages:
        parts = list(page.blocks)
        texts = {part.text for part in blocks if part.text}
        while parts and parts[0].text and parts[0].text in texts:  # a head that every page repeats
            parts.pop(0)
        while parts and parts[-1].text and parts[-1].text in texts:  # a tail likewise
            parts.pop()
        for part in parts:
            if part.kind == "image":
                image = page.images[part.index]
                if image in images:
                    continue
                images.append(image)
                part = Part("image", index=len(images) - 1)
            elif part.kind == "video":
                video = page.videos[part.index]
                if video in videos:
                    continue
                videos.append(video)
                part = Part("video", index=len(videos) - 1)
            blocks.append(part)
    return {"blocks": tuple(blocks), "images": tuple(images), "videos": tuple(videos)}
