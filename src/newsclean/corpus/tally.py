"""Counts of a run: what the summary table shows."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from newsclean.article import Article, Failure


class Row(msgspec.Struct, frozen=True):
    """One document in the summary table of a small run."""

    id: str
    kind: str = ""
    script: str = ""
    title: str = ""
    published: str = ""
    parts: int = 0
    """Paragraphs, headings and the other parts with text."""
    images: int = 0
    removed: int = 0
    article: bool = True
    error: str = ""


class Tally(msgspec.Struct):
    """Adds up; every dict has few keys (kinds, scripts, rules, error classes), never one a document."""

    documents: int = 0
    """Cleaned, articles or not; failures are not among them."""
    articles: int = 0
    failed: int = 0
    size: int = 0
    """Bytes (of a str: characters) of the documents."""
    warnings: int = 0
    kinds: dict[str, int] = {}
    scripts: dict[str, int] = {}
    rules: dict[str, int] = {}
    """Blocks removed by each rule."""
    characters: dict[str, int] = {}
    """Characters removed by each rule."""
    failures: dict[str, int] = {}
    rows: list[Row] = []

    def article(self, article: Article) -> None:
        """Count one cleaned document."""
        self.documents += 1
        self.articles += article.is_article
        self.warnings += len(article.warnings)
        _count(self.kinds, article.kind)
        _count(self.scripts, article.script.tag)
        for removed in article.removed:
            _count(self.rules, removed.rule, removed.count)
            _count(self.characters, removed.rule, len(removed.text))

    def failure(self, failure: Failure) -> None:
        """Count one failed document."""
        self.failed += 1
        _count(self.failures, failure.error)

    def add(self, other: Tally) -> None:
        """Add the counts of another part of the run."""
        self.documents += other.documents
        self.articles += other.articles
        self.failed += other.failed
        self.size += other.size
        self.warnings += other.warnings
        for name in ("kinds", "scripts", "rules", "characters", "failures"):
            _merge(getattr(self, name), getattr(other, name))
        self.rows.extend(other.rows)


def row(name: str, article: Article) -> Row:
    """The line of one document in the summary table of a small run."""
    stated = article.published_info
    return Row(
        id=name,
        kind=article.kind,
        script=article.script.tag,
        title=article.title or "",
        published=stated.at.isoformat() if stated else "",
        parts=sum(1 for part in article.blocks if part.text),
        images=len(article.images),
        removed=sum(removed.count for removed in article.removed),
        article=article.is_article,
    )


def _count(counts: dict[str, int], key: str, number: int = 1) -> None:
    counts[key] = counts.get(key, 0) + number


def _merge(into: dict[str, int], counts: Mapping[str, int]) -> None:
    for key, number in counts.items():
        _count(into, key, number)
