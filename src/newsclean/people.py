"""Who made it: source (the outlet), authors (who wrote), editors (who processed), each by its own order of trust."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from . import rules
from .article import Dateline
from .blocks import Page
from .credit_lines import Reporters, closing_credit, dateline_of, lead_reporters
from .dates import find_moments
from .declared import Declared
from .names import is_desk, is_name, looks_like_person, split_names
from .prose import key

_HEAD_LONGEST = 180
_TAIL_LONGEST = 160
_AFTER = 10
"""How many blocks below the body are read for credits (bench: 9)."""
_GAP = r"\s*(?:[:：︱丨╱]|[／/|｜](?=\s*[^\s\d]))\s*"
_SPACED = r"\s+(?=[\u3400-\u9fff]{2,4}(?:\s|$|[、，/／]))"
_JUNK_VALUE = re.compile(r"\s*(?:举报|舉報|分享|字号|字體|评论|我要|T\s*\||浏览|点击|阅读|关注|订阅|打印|收藏|\d+\s*(?:次|人|条)|\d{1,2}:\d{2}|[【\[(（]?(?:纠错|繁体|简体)).*$")
_PARENTHESES = re.compile(r"^[（(【\[]\s*|\s*[）)】\]]$")
_PLACES = re.compile(r"[／/╱].*$")
_ACCOUNT_OUTLET = re.compile(r"(?:网|網|报|報|社|新闻|新聞|日报|时报|晚报|周刊|电视台|广播|财经|新媒体|客户端|通讯|杂志)$")


@dataclass(slots=True)
class People:
    """What was found, each with the text it was read from in `evidence`."""

    source: str | None = None
    authors: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    dateline: Dateline | None = None
    evidence: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class _Line:
    text: str
    zone: str
    """head, lead, tail or after."""
    number: int
    words: frozenset[str]
    linked: bool


@lru_cache(maxsize=1)
def _labels() -> tuple[re.Pattern[str], dict[str, frozenset[str]]]:
    data = rules.read_data("people.yaml")
    groups = []
    for group in ("editor", "source", "author", "other"):
        words = sorted(data[f"{group}_labels"], key=len, reverse=True)
        long = "|".join(re.escape(word).replace(r"\ ", r"\s?") for word in words if len(word) > 1)
        short = "|".join(re.escape(word) for word in words if len(word) == 1)
        alternatives = f"(?:{long})(?:及?[人员者])?(?:{_GAP}|{_SPACED})"
        if short:
            alternatives += rf"|(?<![\u3400-\u9fff])(?:{short}){_GAP}"
        groups.append(f"(?P<{group}>{alternatives})")
    classes = {name: frozenset(data[f"{name}_classes"]) for name in ("source", "author", "editor")}
    return re.compile("|".join(groups), re.I), classes


@lru_cache(maxsize=1)
def _outlet() -> re.Pattern[str]:
    endings = "|".join(re.escape(word) for word in rules.read_data("people.yaml")["outlet_endings"])
    return re.compile(f"(?:{endings})(?:[（(][^）)]*[）)])?$")


def find_people(page: Page, declared: Declared, region: tuple[int, int, int], site: str | None) -> People:
    """Source, authors and editors of the article; `region` is (headline, first, last block of the body)."""
    found = People()
    lines = _lines(page, region)
    named: dict[str, list[tuple[str, str]]] = {"source": [], "author": [], "editor": []}
    for line in lines:
        for group, value in _fields(line.text):
            if group != "other":
                named[group].append((value, line.zone))
    _editors(found, named, lines)
    reporters = lead_reporters([line.text for line in lines if line.zone == "lead"])
    found.dateline = dateline_of([line.text for line in lines if line.zone == "lead"])
    found.source = _source(found, named, lines, reporters, declared)
    found.authors = _authors(found, named, lines, reporters, declared, site)
    return found


def _lines(page: Page, region: tuple[int, int, int]) -> list[_Line]:
    """The lines that may name people: around the headline, the first and last ones of the body, those below it."""
    headline, first, last = region
    body = [i for i in range(first, last + 1) if page.blocks[i].text and not page.blocks[i].hidden]
    start = headline - 4 if headline >= 0 else first - 14
    lines: list[_Line] = []

    def add(number: int, zone: str, longest: int) -> None:
        block = page.blocks[number]
        if block.text and not block.hidden and len(block.text) <= longest and page.tags[block.node] not in ("title", "option"):
            words = page.words(block.node) | page.words(page.parents[block.node] if block.node > 0 else 0)
            lines.append(_Line(block.text, zone, number, words, block.links > 0.6 * len(block.text)))

    for number in range(max(0, start), first):
        if page.blocks[number].verdict not in ("related", "comment", "promotion", "spam") or number > headline:
            add(number, "head", _HEAD_LONGEST)
    for number in body[:4]:
        add(number, "lead", 100_000)
    for number in body[-10:]:
        if number not in body[:2] or len(body) < 3:
            add(number, "tail", _TAIL_LONGEST)
    below = [i for i in range(last + 1, min(len(page.blocks), last + 40)) if page.blocks[i].text][:_AFTER]
    for number in below:
        if page.blocks[number].verdict not in ("comment",):
            add(number, "after", 120)
    return lines


def _fields(text: str) -> list[tuple[str, str]]:
    """(group, value) of every label in a line: a value reaches to the next label."""
    pattern, _ = _labels()
    matches = list(pattern.finditer(text))
    found = []
    for number, match in enumerate(matches):
        end = matches[number + 1].start() if number + 1 < len(matches) else len(text)
        value = text[match.end() : end].strip()
        group = match.lastgroup or "other"
        if value:
            found.append((group, value))
    return found


def _cut(value: str) -> str:
    """A value up to the date, the counter or the button that follows it."""
    value = _JUNK_VALUE.sub("", value)
    moments = find_moments(value, _UTC, limit=1) if any(char.isdigit() for char in value) else []
    if moments:
        value = value[: moments[0].start] or value[moments[0].end :]
    return value.strip(" \t\u3000|｜:：,，;；。、·-—_/／")


def _editors(found: People, named: dict[str, list[tuple[str, str]]], lines: list[_Line]) -> None:
    editors: list[str] = []
    for value, _ in named["editor"]:
        value = re.split(r"[。！？]", _cut(value))[0]
        for name in split_names(value):
            if len(name) <= 20 and name not in editors and not _looks_like_sentence(name):
                editors.append(name)
    found.editors = tuple(editors[:8])


def _looks_like_sentence(name: str) -> bool:
    return len(name) > 8 and bool(re.search(r"[的了是在，。]", name))


def _source(
    found: People, named: dict[str, list[tuple[str, str]]], lines: list[_Line], reporters: Reporters, declared: Declared
) -> str | None:
    for zone in ("head", "tail", "after", "lead"):
        for value, where in named["source"]:
            if where != zone:
                continue
            name = _outlet_name(value)
            if name and (zone != "lead" or len(name) <= 12):
                return name
    _, classes = _labels()
    for line in lines:
        if line.zone == "head" and line.words & classes["source"] and 2 <= len(line.text) <= 24:
            name = _outlet_name(line.text)
            if name and not find_moments(name, _UTC, limit=1):
                return name
    for line in lines:
        if line.zone == "head":
            beside = _beside_date(line.text)
            if beside:
                return beside
    if declared.front_matter is not None:
        author = declared.front_matter.get("source") or declared.front_matter.get("author")
        if isinstance(author, str) and author.strip():
            return author.strip()
    return reporters.agency


def _outlet_name(value: str) -> str | None:
    value = _PARENTHESES.sub("", _cut(value)).strip("\"'“”‘’ ")
    value = re.split(r"[。！？!?]|\s[|｜]\s", value)[0].strip()
    if " " in value:
        head, _, rest = value.partition(" ")
        if not (head.isascii() and rest[:1].isascii()):
            value = head
    if value.startswith("作者"):
        return None
    return value if 1 < len(value) <= 40 and not value.isdigit() and value not in ("未知", "网络", "互联网", "本站", "原创", "整理", "佚名", "網路", "网络综合") else None


def _beside_date(text: str) -> str | None:
    """An outlet printed without a label beside the time: TNW中文站2016年10月14日07:17."""
    if len(text) > 60:
        return None
    moments = find_moments(text, _UTC, limit=1)
    if not moments:
        return None
    rest = text[: moments[0].start] + " " + text[moments[0].end :]
    pattern, _ = _labels()
    match = pattern.search(rest)
    if match:
        rest = rest[: match.start()]
    for part in re.split(r"[\s|｜/／·•]+", rest):
        part = part.strip("()（）[]【】:：,，-—")
        if 2 <= len(part) <= 16 and _outlet().search(part) and not re.search(r"[0-9]{3,}|阅读|浏览", part):
            return part
    return None


def _authors(
    found: People,
    named: dict[str, list[tuple[str, str]]],
    lines: list[_Line],
    reporters: Reporters,
    declared: Declared,
    site: str | None,
) -> tuple[str, ...]:
    refused = {key(name) for name in (found.source, site) if name}
    for zone in ("head",):
        names = _labelled(named, zone, refused)
        if names:
            return names
    for names in (
        _byline_names(lines),
        reporters.names,
        _labelled(named, "tail", refused),
        _labelled(named, "after", refused, people_only=True),
        _labelled(named, "lead", refused, people_only=True),
        closing_credit([line.text for line in lines if line.zone == "tail"]),
        _by_class(lines, refused),
        _declared_author(declared, lines, refused, set(found.editors)),
    ):
        if names:
            return names
    return ()


def _labelled(named: dict[str, list[tuple[str, str]]], zone: str, refused: set[str], *, people_only: bool = False) -> tuple[str, ...]:
    names: list[str] = []
    for value, where in named["author"]:
        if where != zone:
            continue
        value = re.split(r"[。！？]", _PLACES.sub("", _cut(value)) if zone == "head" else _cut(value))[0]
        for name in split_names(value):
            outlet = bool(_outlet().search(name)) and not is_name(name) and not is_desk(name)
            if key(name) in refused or outlet or _looks_like_sentence(name):
                continue
            if people_only and not (looks_like_person(name) or is_desk(name)):
                continue
            if name not in names:
                names.append(name)
    return tuple(names[:10])


def _byline_names(lines: list[_Line]) -> tuple[str, ...]:
    """記者陳嘉寧／桃園機場報導, and a name alone or after the outlet in the byline."""
    for line in lines:
        if line.zone in ("head", "lead") and len(line.text) <= 90:
            match = re.search(r"(?:記者|特派員|記者/|實習記者|文／)\s*([\u3400-\u9fff、，,\s]{2,24}?)\s*[／/╱]\s*[\u3400-\u9fff]{2,12}?(?:報導|報道|電|採訪)?", line.text)
            if match:
                names = split_names(match.group(1))
                if names and all(len(name) <= 4 for name in names):
                    return names
    return ()


def _by_class(lines: list[_Line], refused: set[str]) -> tuple[str, ...]:
    _, classes = _labels()
    for line in lines:
        if line.zone == "head" and line.words & classes["author"] and 2 <= len(line.text) <= 20:
            name = _cut(line.text)
            if name and key(name) not in refused and not find_moments(line.text, _UTC, limit=1):
                if looks_like_person(name):
                    return (name,)
    return ()


def _declared_author(declared: Declared, lines: list[_Line], refused: set[str], editors: set[str]) -> tuple[str, ...]:
    """A declared author who is also printed where a byline stands."""
    values: list[Any] = [declared.first("author", "article:author", "dable:author", "byline"), declared.json("author")]
    for value in values:
        for name in _author_names(value):
            if key(name) in refused or name in editors or len(key(name)) < 2:
                continue
            if any(line.zone in ("head", "lead", "tail") and name in line.text and len(line.text) < 120 for line in lines):
                return (name,)
    return ()


def _author_names(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value.strip()] if value.strip() and not value.startswith("http") and "@" not in value else []
    if isinstance(value, dict):
        return _author_names(value.get("name"))
    if isinstance(value, list):
        return [name for item in value[:10] for name in _author_names(item)]
    return []


from datetime import timezone as _timezone  # noqa: E402

_UTC = _timezone.utc
