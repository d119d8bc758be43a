"""The lines that may name people, read: labels and their values, what stands beside the date."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from . import rules
from .blocks import Block, Page
from .dates import find_partial
from .labels import SEAM, beside_of, fields_of, first_day, is_outlet
from .names import is_name, split_names

_HEAD_LONGEST = 180
_LONGEST = {"head": _HEAD_LONGEST, "lead": 100_000, "tail": 160, "after": 120}
"""Characters of a line of each zone that is read at all."""
_BELOW = 60
"""Blocks below the headline that may hold the byline where the body is far away (storm: 250 blocks, byline within 12)."""
_ABOVE, _LEAD, _TAIL, _AFTER = 4, 4, 10, 10
"""Lines read above the headline, at the start and the end of the body, below it (bench: the credits are within 9)."""
_UNTITLED, _REACH = 14, 40
"""Blocks above the body that are read where there is no headline; blocks below it among which its lines are."""
_LEAD_SHORT, _SHORT = 14, 30
"""A byline may stand below a list of key points (qq): short lines are read a little further."""
_NEAR = 12
"""Lines below the headline among which a name alone is a byline."""
_PINYIN = re.compile(r"(?<=[\u3400-\u9fff])[（(][a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜńňǹḿ]{1,6}[）)]")
"""The noise of hijacked copies: 來(lái)源."""
_EMPHASIS = re.compile(r"^(\*{1,3}|_{1,3})(?![\s*_])([^*_]+)(?<!\s)\1$")
"""*编辑：李秋* in a text that is no Markdown otherwise."""
_DIGIT = re.compile(r"\d")
_CRUMB = re.compile(r"[>＞»›]")
_BODY = frozenset(("body", "byline", "author-credit", "editor-credit", "original-title", "note", "summary"))
"""Verdicts of the run's lines that may name people."""
_NOT_ABOVE = frozenset(("related", "comment", "promotion", "spam"))
_NOT_BELOW = frozenset(("comment",))
_NOT_AFTER = frozenset(("related", "comment"))
"""Verdicts of lines that name others: above the headline, below it, below the body."""


@dataclass(slots=True)
class Line:
    """One line that may name people."""

    text: str
    zone: str
    """head, lead, tail, close (the ends of the last paragraphs) or after."""
    below: bool
    """It stands below the headline."""
    near: bool
    """It stands among the first lines below the headline."""
    words: frozenset[str]
    """The words of its containers' names."""
    kind: str
    linked: bool
    """Most of it is a link."""
    channel: str
    """The link that it begins with, where other words follow: the channel before the source."""
    pieces: tuple[str, ...]
    fields: list[tuple[str, str]]
    """(group, value) of each label: source, author, editor, other."""
    dated: bool
    crumb: bool
    """It is a breadcrumb."""
    rule: str
    """The rule that judged the block."""
    beside: tuple[str, ...]
    """What stands beside the date and the labels, unlabelled."""

    def says(self, group: str) -> bool:
        """True where the containers' names say that it holds a source, an author, an editor."""
        return bool(self.words & _classes()[group])


def signed_outlet(pieces: tuple[str, ...]) -> tuple[tuple[str, ...], str] | None:
    """The names and the outlet of a line that holds both, each in an element of its own: 安小山 卜成, 江川日报."""
    if len(pieces) != 2 or not is_outlet(pieces[1]):
        return None
    names = split_names(pieces[0])
    return (names, pieces[1]) if names and all(map(is_name, names)) else None


@cache
def _classes() -> dict[str, frozenset[str]]:
    data = rules.read_data("people.yaml")
    return {name: frozenset(data[f"{name}_classes"]) for name in ("source", "author", "editor")}


def lines(page: Page, region: tuple[int, int, int]) -> list[Line]:
    """The lines around the headline, the first and last ones of the body, and those below it."""
    headline, first, last = region
    found: list[Line] = []
    for number in range(max(0, headline - _ABOVE), headline):
        if page.blocks[number].verdict not in _NOT_ABOVE:
            _add(found, page, number, "head", below=False)
    start, end = (headline + 1, headline + _BELOW) if headline >= 0 else (max(0, first - _UNTITLED), first)
    for number in range(start, min(first, end)):
        if page.blocks[number].verdict not in _NOT_BELOW:
            _add(found, page, number, "head")
    body = [number for number in range(first, last + 1) if _may_name(page.blocks[number])]
    for number in body[:_LEAD]:
        zone = "head" if page.blocks[number].verdict == "byline" else "lead"
        _add(found, page, number, zone)
    for number in body[_LEAD:_LEAD_SHORT]:
        if len(page.blocks[number].text) <= _SHORT:
            _add(found, page, number, "lead")
    for number in body[-_TAIL:]:
        if number not in body[:2] or len(body) < 3:
            _add(found, page, number, "tail")
    for number in body[-2:]:
        found.append(_plain(page.blocks[number].text, "close"))
    after = [number for number, block in enumerate(page.blocks[last + 1 : last + _REACH], last + 1) if block.text]
    for number in after[:_AFTER]:
        if page.blocks[number].verdict not in _NOT_AFTER:
            _add(found, page, number, "after")
    return found


def _may_name(block: Block) -> bool:
    return bool(block.text) and not block.hidden and block.verdict in _BODY


def _plain(text: str, zone: str) -> Line:
    return Line(text, zone, True, False, frozenset(), "paragraph", False, "", (), [], False, False, "", ())


def _add(found: list[Line], page: Page, number: int, zone: str, *, below: bool = True) -> None:
    block = page.blocks[number]
    longest = _LONGEST[zone]
    if not block.text or block.hidden or len(block.text) > longest or page.tags[block.node] in ("title", "option"):
        return
    if len(block.text) > _HEAD_LONGEST:
        found.append(_plain(block.text, zone))
        return
    pieces = block.pieces
    text = SEAM.join(pieces) if len(pieces) > 1 and len(block.text) <= 120 else block.text
    text = _PINYIN.sub("", text)
    if text[:1] in ("*", "_"):
        text = _EMPHASIS.sub(r"\2", text)
    parts = fields_of(text) if block.kind != "caption" else []
    dated = _DIGIT.search(text) is not None and _is_dated(text)
    crumb = bool(_CRUMB.search(text))
    words = page.words(block.node) | (page.words(page.parents[block.node]) if block.node > 0 else frozenset())
    beside = beside_of(text) if zone == "head" and len(text) <= 80 and not crumb else ()
    linked = block.links > 0.6 * len(block.text)
    channel = pieces[0] if pieces and len(pieces[0]) == block.links < len(block.text) else ""
    plain = text.replace(SEAM, " ")
    near = zone == "head" and below and sum(line.near for line in found) < _NEAR
    found.append(
        Line(
            plain,
            zone,
            below,
            near,
            words,
            block.kind,
            linked,
            channel,
            pieces,
            parts,
            dated,
            crumb,
            block.rule,
            beside,
        )
    )


def _is_dated(text: str) -> bool:
    return first_day(text) is not None or (len(text) < 50 and find_partial(text) is not None)
