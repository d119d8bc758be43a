"""What a corpus looks like: counts over JSON lines, in memory that does not grow with the corpus."""

from __future__ import annotations

import heapq
import json
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import NamedTuple

import msgspec

MOST = 5_000
"""Names that a table keeps; at twice as many the rarer half is added up as others.  5,000 outlets with their examples
take about 5 MB; what stands at the top is exact unless a corpus has more names than that."""
EXAMPLES = 5
"""Documents that a bar leads to."""
TOP = 20
"""The longest and the slowest documents and the largest groups of reposts that are listed."""
_NAME = 120
"""Characters of a name or a title that are kept."""
_HEAD = 65_536
"""Bytes of a group's members that are looked at: five of them, unless their ids are longer than any address."""
_ID = 400
"""Characters of an id that are kept: the path of a file in an archive, the address of a page."""


class Example(NamedTuple):
    """A document to look at."""

    line: int
    id: str
    title: str


class Bar(msgspec.Struct):
    """One name of a table."""

    number: int = 0
    examples: list[Example] = []


class Table:
    """Counts by name, each with its first documents."""

    def __init__(self) -> None:
        self.bars: dict[str, Bar] = {}
        self.others = 0
        """Counts of names that were too rare to be kept."""

    def add(self, name: str, example: Example, number: int = 1) -> None:
        """Count `number` for a name.  A document that is counted several times is one example."""
        name = name[:_NAME]
        bar = self.bars.get(name)
        if bar is None:
            if len(self.bars) >= 2 * MOST:
                self._prune()
            bar = self.bars[name] = Bar()
        bar.number += number
        if len(bar.examples) < EXAMPLES and bar.examples[-1:] != [example]:
            bar.examples.append(example)

    def _prune(self) -> None:
        ordered = sorted(self.bars.items(), key=lambda item: -item[1].number)
        self.others += sum(bar.number for _, bar in ordered[MOST:])
        self.bars = dict(ordered[:MOST])

    def top(self, most: int) -> list[tuple[str, Bar]]:
        """The names with the highest counts; equal ones in the order of their names."""
        return heapq.nsmallest(most, self.bars.items(), key=lambda item: (-item[1].number, item[0]))


class _Script(msgspec.Struct):
    tag: str = "und"
    mixed: bool = False
    converted: bool = False


class _Removed(msgspec.Struct):
    text: str = ""
    rule: str = ""


class Line(msgspec.Struct):
    """What is read of an article's line."""

    schema_version: int
    id: str = ""
    is_article: bool = True
    kind: str = "html"
    title: str | None = None
    published: str | None = None
    source: str | None = None
    site: str | None = None
    authors: list[str] = []
    images: list[msgspec.Raw] = []
    script: _Script = msgspec.field(default_factory=_Script)
    encoding: str | None = None
    text: str = ""
    removed: list[_Removed] = []
    warnings: list[str] = []
    milliseconds: float | None = None


class _Failure(msgspec.Struct):
    id: str
    error: str
    message: str = ""


class _Member(msgspec.Struct):
    id: str = ""
    line: int = 0


class _Group(msgspec.Struct):
    earliest: str
    size: int
    members: msgspec.Raw = msgspec.Raw(b"[]")
    """Left as JSON: a page that every site has may make a group of a million."""


_MONTH = re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2])-")
MISSABLE = ("title", "published", "source", "site", "authors", "images")
TABLES = ("time", "source", "site", "script", "encoding", "kind", "length", "rule", "family", "missing", "warning")


class Corpus:
    """The counts.  `add` takes the lines one by one; tables by name in `tables`."""

    def __init__(self) -> None:
        self.tables: dict[str, Table] = {name: Table() for name in (*TABLES, "failure", "group")}
        self.documents = 0
        self.articles = 0
        self.characters = 0
        self.removed = 0
        """Characters that were removed."""
        self.failed = 0
        self.groups = 0
        self.reposts = 0
        """Members of groups, without the earliest of each."""
        self.unreadable = 0
        """Lines that hold no article of newsclean's."""
        self.longest: list[tuple[float, Example]] = []
        self.slowest: list[tuple[float, Example]] = []
        """By CPU time in milliseconds; empty where the lines do not tell it."""

    def add(self, line: Line, number: int) -> None:
        """Count the article of line `number`."""
        example = _example(number, line.id, line.title or "")
        tables = self.tables
        self.documents += 1
        tables["kind"].add(line.kind, example)
        for warning in line.warnings:
            tables["warning"].add(warning.partition(":")[0], example)
        for removed in line.removed:
            self.removed += len(removed.text)
            if removed.text:
                tables["rule"].add(removed.rule, example, len(removed.text))
                tables["family"].add(removed.rule.partition("/")[0], example, len(removed.text))
        if line.encoding:
            tables["encoding"].add(line.encoding, example)
        if line.milliseconds is not None:
            _rank(self.slowest, line.milliseconds, example)
        if line.is_article:
            self._article(line, example)

    def _article(self, line: Line, example: Example) -> None:
        tables = self.tables
        size = len(line.text)
        self.articles += 1
        self.characters += size
        tables["script"].add(line.script.tag + (" (converted)" if line.script.converted else ""), example)
        tables["length"].add(bucket(size), example)
        if line.published and _MONTH.match(line.published):
            tables["time"].add(line.published[:7], example)
        for name in ("source", "site"):
            if value := getattr(line, name):
                tables[name].add(value, example)
        for name in MISSABLE:
            if not getattr(line, name):
                tables["missing"].add(name, example)
        _rank(self.longest, size, example)

    def fail(self, failure: _Failure, number: int) -> None:
        """Count a document that failed."""
        self.failed += 1
        self.tables["failure"].add(failure.error, _example(number, failure.id, failure.message))

    def group(self, group: _Group) -> None:
        """Count a group of reposts."""
        first = _first(bytes(memoryview(group.members)[:_HEAD]))
        self.groups += 1
        self.reposts += max(group.size - 1, 0)
        name = f"{self.groups}: {group.earliest}"
        for number, member in enumerate(first):
            self.tables["group"].add(name, _example(member.line, member.id), 0 if number else group.size)


def _rank(highest: list[tuple[float, Example]], value: float, example: Example) -> None:
    """Keep it if it is among the `TOP` highest."""
    if len(highest) < TOP:
        heapq.heappush(highest, (value, example))
    elif (value, example) > highest[0]:
        heapq.heapreplace(highest, (value, example))


def _example(line: int, name: str, title: str = "") -> Example:
    return Example(line, name[:_ID], title[:_NAME])


def _first(members: bytes) -> list[_Member]:
    """The first `EXAMPLES` members of a group, of whose list `members` is the beginning.  Raises `msgspec.ValidationError` where it is no list of such."""
    if not members.startswith(b"["):
        raise msgspec.ValidationError("members are a list")
    head, at = members[1:].decode("utf-8", "ignore"), 0
    found: list[_Member] = []
    with suppress(json.JSONDecodeError):  # at the end of the list, or where `_HEAD` cuts a member
        while len(found) < EXAMPLES:
            at += len(head[at:]) - len(head[at:].lstrip(", \t\r\n"))
            value, at = _scan(head, at)
            found.append(msgspec.convert(value, _Member))
    return found


def bucket(size: int) -> str:
    """The class of lengths that a text belongs to, in characters: each up to twice the last, from 100 on."""
    edge = 100
    if size < edge:
        return f"0–{edge - 1}"
    while size >= 2 * edge:
        edge *= 2
    return f"{edge}–{2 * edge - 1}"


_line = msgspec.json.Decoder(Line)
_failure = msgspec.json.Decoder(_Failure)
_group = msgspec.json.Decoder(_Group)
_scan = json.JSONDecoder().raw_decode


def read_articles(corpus: Corpus, lines: Iterable[bytes]) -> None:
    """Count the articles of JSON lines that ``newsclean normalize`` wrote; other lines are counted as unreadable."""
    for number, line in _numbered(lines):
        try:
            corpus.add(_line.decode(line), number)
        except (msgspec.MsgspecError, UnicodeError, RecursionError):
            corpus.unreadable += 1


def read_failures(corpus: Corpus, lines: Iterable[bytes]) -> None:
    """Count the failures of JSON lines that ``newsclean normalize --errors`` wrote."""
    for number, line in _numbered(lines):
        try:
            corpus.fail(_failure.decode(line), number)
        except (msgspec.MsgspecError, UnicodeError, RecursionError):
            corpus.unreadable += 1


def read_groups(corpus: Corpus, lines: Iterable[bytes]) -> None:
    """Count the groups of JSON lines that ``newsclean dedupe`` wrote."""
    for _, line in _numbered(lines):
        try:
            corpus.group(_group.decode(line))
        except (msgspec.MsgspecError, UnicodeError, RecursionError):
            corpus.unreadable += 1


def _numbered(lines: Iterable[bytes]) -> Iterator[tuple[int, bytes]]:
    return ((number, line) for number, line in enumerate(lines, 1) if line.strip())
