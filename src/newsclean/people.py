"""Who made it: source (the outlet), authors (who wrote), editors (who processed), each by its own order of trust."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from . import byline as by
from .article import Dateline
from .blocks import Page
from .byline import Line
from .credit_lines import Reporters, closing_credit, dateline_of, lead_reporters
from .declared import Declared
from .names import could_be_name, is_desk, is_name, looks_like_person, spaced_name, split_names
from .prose import key

_PLACES = re.compile(r"[／/╱].*$")
_SENTENCE = re.compile(r"[。！？]")
_CARRIED = re.compile(r"(?:原载于?|原載於?|首发于|首發於|刊于|刊發於|刊载于|转载自|转自|摘自|选自)\s*[《〈]([^》〉]{2,20})[》〉]")
_DATA_NAMES = (
    ("editor", re.compile(r"edit", re.I)),
    ("author", re.compile(r"author(?!ity)|writer|reporter", re.I)),
    ("source", re.compile(r"^(?:article-)?source(?:-?name)?$|medianame|^media$|copyfrom", re.I)),
)
_DATA_LABEL = re.compile(r"^(?:责任编辑|责编|編輯|编辑|来源|來源|作者)\s*[:：]\s*")
_MOST = 10


@dataclass(slots=True)
class People:
    """Source, authors, editors and dateline of one article."""

    source: str | None = None
    authors: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    dateline: Dateline | None = None


@dataclass(slots=True)
class _Evidence:
    """Everything that the fields are chosen from."""

    lines: list[Line]
    fields: dict[str, list[tuple[str, str]]]
    """Group -> (value, zone) in reading order."""
    reporters: Reporters
    declared: Declared
    site_keys: frozenset[str]
    """The names of the site itself."""
    refused: set[str] = field(default_factory=set)
    outlet_near: bool = False
    """The source stands near the headline: what else stands there is no account."""

    def zone(self, name: str) -> list[str]:
        return [line.text for line in self.lines if line.zone == name]

    def is_site(self, name: str) -> bool:
        own = key(name)
        return len(own) >= 2 and any(own in other or (len(other) >= 2 and other in own) for other in self.site_keys)


def find_people(page: Page, declared: Declared, region: tuple[int, int, int], site: str | None) -> People:
    """Source, authors and editors of the article; `region` is (headline, first, last block of the body)."""
    lines = by.lines(page, region)
    fields: dict[str, list[tuple[str, str]]] = {"source": [], "author": [], "editor": [], "other": []}
    for line in lines:
        for group, value in line.fields:
            fields[group].append((value, line.zone))
    for name, value in declared.data.items():
        group = next((group for group, pattern in _DATA_NAMES if pattern.search(name)), None)
        if group and value:
            fields[group].append((_DATA_LABEL.sub("", value), "head"))
    lead = [line.text for line in lines if line.zone == "lead"]
    evidence = _Evidence(lines, fields, lead_reporters(lead), declared, _site_keys(declared, site, page, region))
    found = People(editors=_editors(evidence), dateline=dateline_of(lead))
    found.source = _source(evidence)
    evidence.refused = {key(name) for name in (found.source, site) if name}
    found.authors = _authors(evidence, set(found.editors))
    return found


def _site_keys(declared: Declared, site: str | None, page: Page, region: tuple[int, int, int]) -> frozenset[str]:
    """The site's own names: og:site_name, and what follows the headline in ``<title>``."""
    names = {key(site)} if site else set()
    title = key(declared.page_title or "")
    headline = key(page.blocks[region[0]].text) if region[0] >= 0 else ""
    if headline and headline in title:
        rest = title.replace(headline, "", 1)
        if 2 <= len(rest) <= 40:
            names.add(rest)
    return frozenset(name for name in names if name)


def _editors(evidence: _Evidence) -> tuple[str, ...]:
    editors: list[str] = []
    front = evidence.declared.front_matter or {}
    editors += by.listed(front.get("editors") or front.get("editor"))
    for value, _ in evidence.fields["editor"]:
        for name in split_names(_SENTENCE.split(by.cut(value))[0].split("）")[0].split(")")[0]):
            if len(name) <= 20 and name not in editors and not by.reads_on(name):
                editors.append(name)
    return tuple(editors[:_MOST])


def _source(evidence: _Evidence) -> str | None:
    """Labelled near the headline; set apart there; labelled below; the agency of the lead; the front matter."""
    found = by.labelled_outlet(evidence.fields["source"], "head") or _source_by_class(evidence) or _source_beside_date(evidence)
    if found:
        evidence.outlet_near = True
        return found
    for zone in ("lead", "tail", "after"):
        for text in evidence.zone(zone):
            carried = _CARRIED.search(text[-160:])
            if carried:
                return carried.group(1)
        if zone == "lead":
            continue
        found = by.labelled_outlet(evidence.fields["source"], zone)
        if found:
            return found
    front = evidence.declared.front_matter
    if front is not None:
        source, author = front.get("source"), front.get("author")
        if isinstance(source, str) and source.strip():
            return source.strip()
        if isinstance(author, str) and author.strip() and not is_name(author.strip()):
            return author.strip()  # a feed's author is the outlet
        return None
    return evidence.reporters.agency


def _source_by_class(evidence: _Evidence) -> str | None:
    for line in evidence.lines:
        if line.zone == "head" and line.says("source") and 2 <= len(line.text) <= 24 and not line.fields and not line.dated:
            name = by.outlet_name(line.text)
            if name and not is_name(name):
                return name
    return None


def _source_beside_date(evidence: _Evidence) -> str | None:
    """An outlet beside the time, without a label: TNW中文站2016年10月14日07:17."""
    head = [line for line in evidence.lines if line.zone == "head"]
    for number, line in enumerate(head):
        first, _, second = line.text.partition("/")
        if is_name(first.strip()) and by.is_outlet(second.strip()):
            return second.strip()
        if not (line.dated or line.says("author")) or line.crumb:
            continue
        if line.dated and line.channel and len(line.beside) == 2 and line.beside[0] == line.channel:
            return line.beside[1]
        for neighbour in head[max(0, number - 1) : number] + head[number + 1 : number + 2]:
            if line.dated and neighbour.below and len(neighbour.text) <= 16 and by.is_outlet(neighbour.text) and not neighbour.dated:
                return neighbour.text
        for part in line.beside:
            if by.is_outlet(part) and not is_name(part):
                return part
            if evidence.is_site(part) and len(part) >= 3 and line.dated:
                return part
    return None


def _authors(evidence: _Evidence, editors: set[str]) -> tuple[str, ...]:
    """The first of the places, in order of trust, that names somebody."""
    steps = (
        lambda: _of_front_matter(evidence),
        lambda: _labelled(evidence, "head"),
        lambda: _reported(evidence),
        lambda: _named_beside_date(evidence),
        lambda: evidence.reporters.names,
        lambda: _labelled(evidence, "lead", people_only=True),
        lambda: _labelled(evidence, "tail", people_only=True),
        lambda: _labelled(evidence, "after", people_only=True),
        lambda: closing_credit(evidence.zone("close") + [text for text in evidence.zone("after") if text[:1] in "（("]),
        lambda: _by_class(evidence),
        lambda: _account(evidence),
        lambda: _declared_author(evidence, editors),
    )
    for step in steps:
        names = tuple(name for name in step() if key(name) not in evidence.refused)
        if names:
            return names[:_MOST]
    return ()


def _of_front_matter(evidence: _Evidence) -> tuple[str, ...]:
    """The front matter's authors: a list, or a name beside a source of its own."""
    front = evidence.declared.front_matter or {}
    names = tuple(by.listed(front.get("authors")))
    if names:
        return names
    author = front.get("author")
    if isinstance(author, list):
        return tuple(by.listed(author))
    if isinstance(author, str) and (front.get("source") or is_name(author.strip())):
        return split_names(author)
    return ()


def _labelled(evidence: _Evidence, zone: str, *, people_only: bool = False) -> tuple[str, ...]:
    names: list[str] = []
    for value, where in evidence.fields["author"]:
        if where != zone:
            continue
        value = _SENTENCE.split(_PLACES.sub("", by.cut(value)) if zone == "head" else by.cut(value))[0]
        for name in split_names(value):
            if by.reads_on(name) or (by.is_outlet(name) and not is_name(name) and not is_desk(name)):
                continue
            if evidence.is_site(name) and not is_name(name):
                continue
            if people_only and not (looks_like_person(name) or could_be_name(name) or is_desk(name) or "（" in name):
                continue
            if name not in names:
                names.append(name)
    return tuple(names)


def _reported(evidence: _Evidence) -> tuple[str, ...]:
    """記者陳嘉寧／桃園機場報導; 石佳/中国青年报."""
    for line in evidence.lines:
        if line.zone in ("head", "lead") and len(line.text) <= 90:
            names = by.taiwan_byline(line.text)
            if names:
                return names
            first, _, second = line.text.partition("/")
            if line.zone == "head" and is_name(first.strip()) and by.is_outlet(second.strip()):
                return (first.strip(),)
    return ()


def _named_beside_date(evidence: _Evidence) -> tuple[str, ...]:
    """A person's name in the line of the date or the source, or alone under the headline."""
    for line in evidence.lines:
        if line.zone != "head" or line.crumb or line.linked:
            continue
        if line.dated or any(group == "source" for group, _ in line.fields):
            labelled = any(group == "source" for group, _ in line.fields)
            names = tuple(part for part in line.beside if is_name(part) and (len(part) == 3 or (labelled and len(part) == 2)))
            if names and len(line.beside) <= 4:
                return names
        elif line.rule == "bylines/name":
            return (spaced_name(line.text) or line.text,)
        elif line.below and line.kind != "list-item" and is_name(line.text) and (len(line.text) == 3 or line.says("author")):
            return (line.text,)
    return ()


def _by_class(evidence: _Evidence) -> tuple[str, ...]:
    """The element that is named author, or the account of a self-media page."""
    for line in evidence.lines:
        if line.zone != "head" or not line.says("author") or not 2 <= len(line.text) <= 24:
            continue
        if line.fields and all(group == "editor" for group, _ in line.fields):
            return split_names(by.cut(line.fields[-1][1]))
        if not line.fields:
            parts = line.beside if line.dated else (line.pieces[0] if line.pieces else line.text,)
            for part in parts:
                for name in split_names(part):
                    if by.is_account(name) and not by.is_outlet(name) and not evidence.is_site(name):
                        return (name,)
    return ()


def _account(evidence: _Evidence) -> tuple[str, ...]:
    """A self-media account beside the time, where the page names no source either."""
    account = evidence.declared.account
    if account and not by.is_outlet(account):
        return (account,)
    if evidence.outlet_near:
        return ()
    for line in evidence.lines:
        if line.zone == "head" and line.dated and line.below and not line.crumb and not line.fields:
            for part in line.beside:
                if by.is_account(part) and not by.is_outlet(part) and not evidence.is_site(part):
                    return (part,)
    return ()


def _declared_author(evidence: _Evidence, editors: set[str]) -> tuple[str, ...]:
    """A declared author who is also printed where a byline stands."""
    declared = evidence.declared
    values: list[Any] = [declared.first("author", "article:author", "dable:author", "byline"), declared.json("author")]
    for value in values:
        for written in _author_names(value):
            for name in split_names(written):
                if (name in editors and not isinstance(value, dict)) or len(key(name)) < 2 or by.is_outlet(name) or evidence.is_site(name):
                    continue
                if any(line.zone in ("head", "lead", "tail") and name in line.text and len(line.text) < 120 for line in evidence.lines):
                    return (name,)
    return ()


def _author_names(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value.strip()] if value.strip() and not value.startswith("http") and "@" not in value else []
    if isinstance(value, dict):
        return [] if value.get("@type") == "Organization" else _author_names(value.get("name"))
    if isinstance(value, list):
        return [name for item in value[:10] for name in _author_names(item)]
    return []
