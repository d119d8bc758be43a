"""Who made it: authors (who wrote), editors (who processed), each by its own order of trust."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from . import labels as by
from .article import Dateline
from .byline import Line, signed_outlet
from .credit_lines import closing_credit, dateline_of
from .evidence import Evidence
from .front_names import names_people
from .names import could_be_name, is_desk, is_name, is_place, looks_like_person, spaced_name, split_names, split_writers
from .prose import key

_PLACES = re.compile(r"[／/╱].*$")
_SENTENCE = re.compile(r"[。！？]")
_EDITORS_END = re.compile(r"[。！？）)【】\[\]]")
_LOGIN = re.compile(r"[（(](?:[A-Za-z][\w.@-]{1,30}|实习|實習|见习|見習)[)）]")
"""A login or a rank behind a name: 唐不二(tangbuer), 李秋（实习）."""
_TOLD = re.compile(
    r"(?:^|[|｜／/\s])((?:[\u3400-\u9fff]{2,4}[\s、]+){0,3}?[\u3400-\u9fff]{2,4}|[\u3400-\u9fff]{1,8}·[\u3400-\u9fff·]{1,14})(?:\s+|\s*[／/]\s*)(?:[\u3400-\u9fff]{2,6})?(?:報導|报道|報道)$"
)
"""戴沐晴 綜合報導; 里奥·哈珀 东京报道."""
_HOSTED = re.compile(r"为自媒体平台[“\"「]?[\u3400-\u9fff]{2,6}号?[”\"」]?用户上传")
"""特别声明：以上内容为自媒体平台“网易号”用户上传并发布."""
_FOLLOW = frozenset(("关注", "關注", "加关注", "订阅", "訂閱", "追蹤"))
_OFFICES = ("学院", "學院", "部", "处", "處", "局", "办公室", "辦公室", "中心", "委员会", "委員會", "研究所", "科室")
"""供稿：文学院 作者：张晓明: the office that sent it in, where a person is named too."""
_OPENERS = frozenset(("楼主", "樓主"))
"""The badge beside the name of who opened a thread."""
_MOST = 10
_CREDIT = 60
_SIGNATURE = 24
"""Characters of a line that opens the text and only says who reported: 社會中心／安小山 台南報導."""
_NEXT_LABEL = re.compile(r"\s+(?=[\u3400-\u9fff]{2,4}[／/:：])")
_MARKS = "□■◎●○◇◆▲ "
"""Signs before the reporter's name in newspapers: □ 张晓明."""
_WORDS_BESIDE = 4
"""Words beside the date or the source; a line of more is no byline."""
_SIZES = {False: (3, 4), True: (2, 3, 4)}
"""Characters of a name that stands there, without and with a source: many words of two begin with a surname."""


@dataclass(slots=True)
class People:
    """Authors, editors and dateline of one article."""

    authors: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    dateline: Dateline | None = None


def find_people(evidence: Evidence, source: str | None, site: str | None) -> People:
    """Authors, editors and dateline of the article, whose source and site are known."""
    evidence.refused = {key(name) for name in (source, site) if name}
    editors = _editors(evidence)
    return People(_authors(evidence, set(editors), source), editors, dateline_of(evidence.zone("lead")))


def _editors(evidence: Evidence) -> tuple[str, ...]:
    editors: list[str] = []
    front = evidence.declared.front_matter or {}
    editors += by.listed(front.get("editors") or front.get("editor"))
    for value, _ in evidence.fields["editor"]:
        for name in split_names(_EDITORS_END.split(by.cut(_LOGIN.sub("", value)))[0]):
            if len(name) <= 20 and name not in editors and not by.reads_on(name):
                editors.append(name)
    return tuple(editors[:_MOST])


def _authors(evidence: Evidence, editors: set[str], source: str | None) -> tuple[str, ...]:
    """The first of the places, in order of trust, that names somebody."""
    steps: tuple[Callable[[], tuple[str, ...]], ...] = (
        lambda: _of_front_matter(evidence),
        lambda: _labelled(evidence, "head"),
        lambda: _reported(evidence),
        lambda: _named_beside_date(evidence),
        lambda: evidence.reporters.names,
        lambda: _labelled(evidence, "lead", people_only=True),
        lambda: _labelled(evidence, "tail", people_only=True),
        lambda: _labelled(evidence, "after", people_only=True),
        lambda: _placed(evidence),
        lambda: closing_credit(evidence.zone("close") + [text for text in evidence.zone("after") if text[0] in "（("]),
        lambda: closing_credit([line.text for line in evidence.credits_below()]),
        lambda: _by_class(evidence),
        lambda: _followed(evidence),
        lambda: _account(evidence),
        lambda: _declared_author(evidence, editors),
    )
    for step in steps:
        names = tuple(name for name in step() if key(name) not in evidence.refused)
        if names:
            return names[:_MOST]
    return _owner(evidence, source)


def _owner(evidence: Evidence, source: str | None) -> tuple[str, ...]:
    """The account that a page of a self-media platform gives as its source, unless it is an outlet's."""
    if not source or by.is_outlet(source) or evidence.is_site(source) or not by.is_account(source):
        return ()
    hosted = any(_HOSTED.search(text) for text in evidence.zone("after"))
    return (source,) if hosted else ()


def _of_front_matter(evidence: Evidence) -> tuple[str, ...]:
    """The front matter's authors: a list, or a name beside a source of its own."""
    front = evidence.declared.front_matter or {}
    names = tuple(by.listed(front.get("authors")))
    if names:
        return names
    author = front.get("author")
    if isinstance(author, list):
        return tuple(by.listed(author))
    if isinstance(author, str) and (front.get("source") or names_people(author, front)):
        return split_names(author)
    return ()


def _labelled(evidence: Evidence, zone: str, *, people_only: bool = False) -> tuple[str, ...]:
    names: list[str] = []
    for value, where in evidence.fields["author"]:
        if where != zone:
            continue
        value = _SENTENCE.split(_PLACES.sub("", by.cut(value)) if zone == "head" else by.cut(value))[0]
        for name in split_writers(value):
            if by.reads_on(name) or (by.is_outlet(name) and not is_name(name) and not is_desk(name)):
                continue
            if evidence.is_site(name) and not is_name(name):
                continue
            if people_only and not (
                looks_like_person(name)
                or could_be_name(name)
                or is_desk(name)
                or "（" in name
                or key(name) in evidence.accounts
            ):
                continue
            if name not in names:
                names.append(name)
    if len(names) > 1:
        people = [name for name in names if not name.endswith(_OFFICES)]
        return tuple(people if any(map(is_name, people)) else names)
    return tuple(names)


def _placed(evidence: Evidence) -> tuple[str, ...]:
    """嘉義／林佑廷、黃義宏 責任編輯／周佩樺, below the text."""
    for line in evidence.lines:
        if line.zone in ("tail", "after") and len(line.text) <= _CREDIT:
            place, slash, rest = line.text.strip("（()）").partition("／")
            names = split_names(_NEXT_LABEL.split(rest)[0]) if slash and is_place(place) else ()
            if names and all(map(is_name, names)):
                return names
    return ()


def _reported(evidence: Evidence) -> tuple[str, ...]:
    """記者陳嘉寧／桃園機場報導; 石佳/中国青年报."""
    for line in evidence.lines:
        if line.zone in ("head", "lead") and len(line.text) <= 90:
            names = by.taiwan_byline(line.text)
            if names:
                return names
            first, _, second = line.text.partition("/")
            if line.zone == "head" and is_name(first.strip()) and by.is_outlet(second.strip()):
                return (first.strip(),)
            told = _TOLD.search(line.text) if line.near or _opens(line) else None
            names = split_names(told.group(1)) if told else ()
            if names and all(map(is_name, names)):
                return names
    return ()


def _opens(line: Line) -> bool:
    return line.zone == "lead" and len(line.text) <= _SIGNATURE


def _named_beside_date(evidence: Evidence) -> tuple[str, ...]:
    """A person's name in the line of the date or the source, or alone under the headline."""
    for line in evidence.lines:
        if line.zone != "head" or line.crumb or line.linked:
            continue
        labelled = any(group == "source" for group, _ in line.fields)
        if line.dated or labelled:
            names = tuple(part for part in line.beside if is_name(part) and len(part) in _SIZES[labelled])
            if names and len(line.beside) <= _WORDS_BESIDE:
                return names
            continue
        signed = signed_outlet(line.pieces) if line.near else None
        if signed:
            return signed[0]
        name = spaced_name(line.text) if line.rule == "bylines/name" else None
        if name:
            return (name,)
        alone = line.text.lstrip(_MARKS) if line.near else ""
        signs = line.kind != "list-item" and is_name(alone)
        if signs and (len(alone) == 3 or alone != line.text or line.says("author")):
            return (alone,)
    return ()


def _by_class(evidence: Evidence) -> tuple[str, ...]:
    """The element that is named author, or the account of a self-media page."""
    for line in evidence.lines:
        if line.zone != "head" or line.fields or not line.says("author") or not 2 <= len(line.text) <= 24:
            continue
        pieces = [piece for piece in line.pieces if piece.lower() != "by"]
        if len(pieces) > 1 and not line.dated and all(map(is_name, pieces)):
            return tuple(dict.fromkeys(pieces))
        parts = line.beside if line.dated else (pieces[0] if pieces else line.text,)
        for part in parts:
            for name in split_names(part):
                if by.is_account(name) and not by.is_outlet(name) and not evidence.is_site(name):
                    return (name,)
    return ()


def _followed(evidence: Evidence) -> tuple[str, ...]:
    """The account before the button that follows it, or the badge; the time may stand between them."""
    head = [line for line in evidence.lines if line.zone == "head" and line.below]
    for line in head:
        if line.pieces[1:] and line.pieces[1] in _OPENERS and by.is_account(line.pieces[0]):
            return (line.pieces[0],)
    undated = [line for line in head if not line.dated]
    for line, button in pairwise(undated):
        if button.text.strip("+＋ ") not in _FOLLOW or line.fields or line.crumb:
            continue
        name = line.pieces[0] if line.pieces else line.text
        if by.is_account(name) and not by.is_outlet(name) and not evidence.is_site(name):
            return (name,)
    return ()


def _account(evidence: Evidence) -> tuple[str, ...]:
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


def _declared_author(evidence: Evidence, editors: set[str]) -> tuple[str, ...]:
    """A declared author who is also printed where a byline stands."""
    declared = evidence.declared
    values: list[Any] = [declared.first("author", "article:author", "dable:author", "byline"), declared.json("author")]
    for value in values:
        for written in _author_names(value):
            for name in split_names(written):
                if (
                    (name in editors and not isinstance(value, dict))
                    or len(key(name)) < 2
                    or by.is_outlet(name)
                    or evidence.is_site(name)
                ):
                    continue
                if any(
                    line.zone in ("head", "lead", "tail") and name in line.text and len(line.text) < 120
                    for line in evidence.lines
                ):
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
