"""A corpus in pictures: one HTML file of bars, each of which leads to documents."""

from __future__ import annotations

import re

from .corpus import TOP, Bar, Corpus, Example
from .frame import COMMON, Both, Language, document, named, safe, said, switches
from .reasons import reason

ROWS = 30
"""Bars of one picture; what is rarer is added up below them."""
WIDTH, HEIGHT = 600, 120
"""Of the columns over time and length, in units of the picture."""
MONTHS = 1200
"""Months that stand side by side, half a unit each; where a wrong date makes the time longer, gaps are left out."""

WORDS: dict[str, Both] = {
    **COMMON,
    "documents": ("documents", "篇文档"),
    "articles": ("articles", "篇文章"),
    "no_articles": ("no articles", "篇不是文章"),
    "failed": ("failed", "篇失败"),
    "characters": ("characters of text", "字正文"),
    "removed": ("characters removed", "字被去掉"),
    "reposts": ("reposts", "篇转载"),
    "unreadable": ("lines that hold no article", "行不是文章"),
    "time": ("Articles over time", "文章的时间分布"),
    "source": ("Articles by source", "各来源的文章"),
    "site": ("Articles by site", "各网站的文章"),
    "script": ("Articles by script", "各字形的文章"),
    "encoding": ("Documents by encoding", "各编码的文档"),
    "kind": ("Documents by kind", "各种类的文档"),
    "length": ("Articles by length, in characters", "文章长度分布（字）"),
    "family": ("Characters removed, by family of rules", "各类规则去掉的字数"),
    "rule": ("Characters removed, by rule", "各规则去掉的字数"),
    "missing": ("Articles without a field", "缺少字段的文章"),
    "warning": ("Documents by warning", "各警告的文档"),
    "failure": ("Failures by reason", "失败的原因"),
    "group": ("Largest groups of reposts", "最大的转载组"),
    "longest": ("Longest articles", "最长的文章"),
    "slowest": ("Slowest documents, in milliseconds of CPU time", "最慢的文档（CPU 毫秒）"),
    "others": ("others", "其他"),
    "none": ("none", "无"),
    "line": ("line", "行"),
    "sections": ("Sections", "目录"),
    "numbers": ("Numbers", "总数"),
}
"""Every text of the page."""

_ORDER = (
    "time", "length", "source", "site", "script", "encoding", "kind", "missing", "family", "rule", "warning", "failure",
)  # fmt: skip


def report_page(corpus: Corpus, name: str, language: Language = "en") -> str:
    """A complete HTML document about a corpus; `name` is what the reader knows it by."""
    sections = [_section(key, corpus, language) for key in _ORDER]
    if corpus.groups:
        sections.append(_section("group", corpus, language))
    sections.append(_ranked("longest", corpus.longest, language))
    if corpus.slowest:
        sections.append(_ranked("slowest", corpus.slowest, language))
    shown = [*_ORDER, *(["group"] if corpus.groups else []), "longest", *(["slowest"] if corpus.slowest else [])]
    links = "".join(f'<li><a href="#{key}">{said(key, WORDS, language)}</a></li>' for key in shown)
    body = "\n".join(
        (
            f'<header><h1>{safe(name)}</h1><div class="switches">{switches(language)}</div></header>',
            f"<nav {named('sections', WORDS, language)}><ul>{links}</ul></nav>",
            "<main>",
            _numbers(corpus, language),
            *sections,
            "</main>",
        )
    )
    return document(f"{name} · newsclean", language, "report", body, {"words": WORDS})


def _numbers(corpus: Corpus, language: Language) -> str:
    values = {
        "documents": corpus.documents,
        "articles": corpus.articles,
        "no_articles": corpus.documents - corpus.articles,
        "failed": corpus.failed,
        "characters": corpus.characters,
        "removed": corpus.removed,
        "reposts": corpus.reposts,
        "unreadable": corpus.unreadable,
    }
    always = ("documents", "articles", "characters", "removed")
    cells = "".join(
        f"<li><b>{value:,}</b> {said(key, WORDS, language)}</li>"
        for key, value in values.items()
        if value or key in always
    )
    return f'<ul class="numbers" {named("numbers", WORDS, language)}>{cells}</ul>'


def _section(key: str, corpus: Corpus, language: Language) -> str:
    table = corpus.tables[key]
    heading = f'<section id="{key}">' + said(key, WORDS, language, "h2")
    if not table.bars:
        return heading + said("none", WORDS, language, "p") + "</section>"
    if key in ("time", "length"):
        ordered = sorted(table.bars.items(), key=lambda item: _natural(item[0]))
        columns = _columns(_with_gaps(ordered) if key == "time" else ordered)
        return heading + columns + _bars(key, ordered, table.others, language) + "</section>"
    bars = table.top(ROWS)
    rest = table.others + sum(bar.number for bar in table.bars.values()) - sum(bar.number for _, bar in bars)
    return heading + _bars(key, bars, rest, language) + "</section>"


def _natural(name: str) -> tuple[int, str]:
    number = re.match(r"\d+(?=–)", name)
    return (int(number[0]) if number else 0, name)


def _with_gaps(ordered: list[tuple[str, Bar]]) -> list[tuple[str, Bar]]:
    """The months with those in between in which nothing came out, so that a gap looks like one."""
    counts = dict(ordered)
    first, last = (int(name[:4]) * 12 + int(name[5:7]) - 1 for name in (ordered[0][0], ordered[-1][0]))
    if last - first > MONTHS:
        return ordered
    months = (f"{number // 12:04}-{number % 12 + 1:02}" for number in range(first, last + 1))
    return [(month, counts.get(month, Bar())) for month in months]


def _columns(ordered: list[tuple[str, Bar]]) -> str:
    """An overview; the same numbers stand below it as text."""
    most = max(bar.number for _, bar in ordered)
    step = WIDTH / len(ordered)
    columns = "".join(
        f'<rect x="{index * step:.2f}" y="{HEIGHT - bar.number * HEIGHT / most:.2f}" width="{max(step * 0.85, 0.2):.2f}"'
        f' height="{bar.number * HEIGHT / most:.2f}"><title>{safe(name)}: {bar.number:,}</title></rect>'
        for index, (name, bar) in enumerate(ordered)
    )
    return (
        f'<svg class="columns" viewBox="0 0 {WIDTH} {HEIGHT}" preserveAspectRatio="none" aria-hidden="true">{columns}</svg>'
        f'<p class="ends"><span>{safe(ordered[0][0])}</span><span>{safe(ordered[-1][0])}</span></p>'
    )


def _bars(key: str, bars: list[tuple[str, Bar]], rest: int, language: Language) -> str:
    most = max(bar.number for _, bar in bars)
    rows = "".join(_bar(key, name, bar, most, language) for name, bar in bars)
    if rest:
        rows += f'<p class="rest">{said("others", WORDS, language)}: {rest:,}</p>'
    return f'<div class="bars">{rows}</div>'


def _bar(key: str, name: str, bar: Bar, most: int, language: Language) -> str:
    told = ""
    if key in ("rule", "family"):
        told = f'<p class="facts">{safe(reason(name)[language == "zh"])}</p>'
    width = max(bar.number * 100 / most, 0.5)
    return (
        f'<details><summary><span class="name">{safe(name)}</span>'
        f'<svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect width="{width:.2f}" height="10"/></svg>'
        f'<span class="number">{bar.number:,}</span></summary>{told}{_examples(bar.examples, language)}</details>'
    )


def _examples(examples: list[Example], language: Language) -> str:
    rows = "".join(
        f"<li>{said('line', WORDS, language)} {example.line}: <code>{safe(example.id)}</code> {safe(example.title)}</li>"
        for example in examples
    )
    return f"<ul>{rows}</ul>"


def _ranked(key: str, highest: list[tuple[float, Example]], language: Language) -> str:
    rows = "".join(
        f"<li><b>{value:,}</b> {said('line', WORDS, language)} {example.line}: <code>{safe(example.id)}</code>"
        f" {safe(example.title)}</li>"
        for value, example in sorted(highest, key=lambda item: (-item[0], item[1].line))[:TOP]
    )
    heading = f'<section id="{key}">' + said(key, WORDS, language, "h2")
    return heading + (f"<ol>{rows}</ol>" if rows else said("none", WORDS, language, "p")) + "</section>"
