"""How good an article is against its gold.

A body is compared by its character 4-grams, as bags, after NFKC and without white space: a character, not a word, is
the unit of Chinese text, and four of them make order matter.  Lines that the gold calls optional count neither way.
Fields are compared exactly, punctuation and width aside.  A field that the page does not state must stay empty; that
is counted apart, as ``none-…``.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from .gold import Expected

GRAM = 4
GOOD_BODY = 0.95
"""A page counts as read where the F1 of its body is at least this."""
EDGE = 10
"""Characters of the first and the last paragraph that must be right."""
_INVISIBLE = re.compile(r"[\s\u200b\ufeff]+")
_NOT_WORD = re.compile(r"[\W_]+")
_PINYIN = re.compile(r"(?<=[\u3400-\u9fff])[（(][a-zà-ǿ]{1,6}[）)]")
"""The noise of hijacked copies: 門(mén)."""
_DAY = re.compile(r"(\d{4})\D{1,2}(\d{1,2})\D{1,2}(\d{1,2})")
_CLOCK = re.compile(r"\d{4}\D{1,2}\d{1,2}\D{1,2}\d{1,2}\D{1,3}(\d{1,2}):(\d{2})")


class BodyScore(NamedTuple):
    """Between 0 and 1."""

    precision: float
    recall: float
    f1: float


def folded(text: str) -> str:
    """`text` after NFKC, without white space, in lower case."""
    return _INVISIBLE.sub("", unicodedata.normalize("NFKC", text)).lower()


def key(text: str | None) -> str:
    """What of a field is compared: letters, digits and Chinese characters."""
    return _NOT_WORD.sub("", unicodedata.normalize("NFKC", _PINYIN.sub("", text or ""))).lower()


def grams(text: str) -> Counter[str]:
    """The bag of character 4-grams of `text`; a shorter text is one gram."""
    text = folded(text)
    if len(text) < GRAM:
        return Counter([text] if text else [])
    return Counter(text[at : at + GRAM] for at in range(len(text) - GRAM + 1))


def body_score(got: str, want: str, optional: str = "") -> BodyScore:
    """Precision, recall and F1 of `got` against `want`; what stands in `optional` is no fault."""
    have, need = grams(got), grams(want)
    if not need:
        return BodyScore(1.0, 1.0, 1.0) if not have else BodyScore(0.0, 1.0, 0.0)
    hit = (have & need).total()
    extra = ((have - need) - grams(optional)).total()
    precision = hit / (hit + extra) if hit + extra else 0.0
    recall = hit / need.total()
    total = precision + recall
    return BodyScore(precision, recall, 2 * precision * recall / total if total else 0.0)


def right_edges(text: str, first: str, last: str, optional: Iterable[str] = ()) -> bool:
    """True where `text` begins with the first and ends with the last paragraph, optional lines at the edges aside."""
    lines = [folded(_PINYIN.sub("", line)) for line in text.split("\n") if line.strip()]
    aside = tuple(folded(_PINYIN.sub("", line))[:8] for line in optional if line.strip())
    start, stop = 0, len(lines)
    while start < stop and aside and lines[start].startswith(aside):
        start += 1
    while stop > start and aside and lines[stop - 1].startswith(aside):
        stop -= 1
    if start == stop:
        return False
    head, tail = folded(_PINYIN.sub("", first))[:EDGE], folded(_PINYIN.sub("", last))[-EDGE:]
    return lines[start].startswith(head) and lines[stop - 1].endswith(tail)


def same_moment(got: str | None, want: str) -> tuple[bool, bool]:
    """(the same day, the same minute): as instants where both carry a clock and a zone, else as they are written."""
    if not got:
        return False, False
    mine, gold = _instant(got), _instant(want)
    if mine and gold and mine.tzinfo and gold.tzinfo and "T" in want and any((mine.hour, mine.minute, mine.second)):
        mine = mine.astimezone(gold.tzinfo)
        same_day = mine.date() == gold.date()
        return same_day, same_day and (mine.hour, mine.minute) == (gold.hour, gold.minute)
    same_day = _numbers(_DAY, got) == _numbers(_DAY, want) and _numbers(_DAY, want) is not None
    return same_day, same_day and _numbers(_CLOCK, got) == _numbers(_CLOCK, want)


def field_marks(article: Any, expected: Expected) -> dict[str, bool]:
    """Right or wrong, by the name of the field: title, day, minute, source, authors, editors, images, none-day …

    `article` is an `Article`, or anything that has some of its attributes.
    """
    marks: dict[str, bool] = {}
    if expected.title:
        marks["title"] = key(_get(article, "title")) == key(expected.title)
    moment = _get(article, "published")
    got = moment.isoformat() if isinstance(moment, datetime) else moment
    if expected.published:
        marks["day"], minute = same_moment(got, expected.published)
        if _CLOCK.match(expected.published):
            marks["minute"] = minute
    else:
        marks["none-day"] = not got
    source, good = _get(article, "source"), {key(name) for name in expected.accept_source}
    if expected.source:
        marks["source"] = key(source) in good | {key(expected.source)}
    else:
        marks["none-source"] = not source or key(source) in good
    people = _keys(_get(article, "authors"))
    others = [_keys(names) for names in expected.accept_authors]
    marks["authors" if expected.authors else "none-authors"] = people == _keys(expected.authors) or people in others
    if expected.editors:
        marks["editors"] = _keys(_get(article, "editors")) == _keys(expected.editors)
    if expected.images is not None:
        marks["images"] = len(_get(article, "images") or ()) == expected.images
    return marks


def wanted_and_got(field: str, article: Any, expected: Expected) -> tuple[Any, Any]:
    """(what was given, what was wanted) of a field named as in `field_marks`; of images the number."""
    attribute = field.removeprefix("none-")
    attribute = "published" if attribute in ("day", "minute") else attribute
    got = _get(article, attribute)
    return len(got or ()) if field == "images" else got, getattr(expected, attribute)


def is_dump(expected: Expected) -> bool:
    """A feed post or a text dump, where the first and last lines are the hard part."""
    return expected.body_marks is not None or bool({"md", "txt"} & set(expected.flags))


class Tally:
    """Adds up the marks of many documents."""

    def __init__(self) -> None:
        self.bodies: dict[str, BodyScore] = {}
        """By the name of the document."""
        self.marks: dict[str, list[bool]] = {}
        self.faults: list[tuple[str, str, object, object]] = []
        """Name of the document, field, what was wanted, what was given."""

    def add(self, name: str, article: Any, expected: Expected) -> None:
        """Judge one document; `article` None stands for a failure."""
        if expected.skip:
            return
        text = _get(article, "text") or ""
        if expected.negative:
            self._mark(name, "no-article", not text, "no article", text[:40])
            return
        if expected.body is not None:
            score = body_score(text, "\n".join(expected.body), "\n".join(expected.optional))
            self.bodies[name] = score
        if is_dump(expected):
            first, last, aside = _edges_of(expected)
            self._mark(name, "edges", right_edges(text, first, last, aside), (first[:20], last[-20:]), text[:20])
        for field, right in field_marks(article, expected).items():
            got, want = wanted_and_got(field, article, expected)
            self._mark(name, field, right, want, got)

    def _mark(self, name: str, field: str, right: bool, want: object, got: object) -> None:
        self.marks.setdefault(field, []).append(right)
        if not right:
            self.faults.append((name, field, want, got))

    def summary(self) -> dict[str, float]:
        """Means between 0 and 1: precision, recall, body (F1), good-bodies, and one a field."""
        table: dict[str, float] = {}
        scores: Sequence[BodyScore] = list(self.bodies.values())
        if scores:
            table["precision"] = sum(score.precision for score in scores) / len(scores)
            table["recall"] = sum(score.recall for score in scores) / len(scores)
            table["body"] = sum(score.f1 for score in scores) / len(scores)
            table["good-bodies"] = sum(score.f1 >= GOOD_BODY for score in scores) / len(scores)
        for field, marks in self.marks.items():
            table[field] = sum(marks) / len(marks)
        return table


def _edges_of(expected: Expected) -> tuple[str, str, tuple[str, ...]]:
    if expected.body_marks is not None:
        return expected.body_marks.first, expected.body_marks.last, expected.body_marks.optional
    body = expected.body or ("",)
    return body[0], body[-1], expected.optional


def _get(article: Any, name: str) -> Any:
    return getattr(article, name, None)


def _keys(names: Iterable[str] | None) -> list[str]:
    return sorted(key(name) for name in names or ())


def _instant(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text.replace("Z", "+00:00"))
    except ValueError:
        return None


def _numbers(pattern: re.Pattern[str], text: str) -> tuple[int, ...] | None:
    found = pattern.search(text)
    return tuple(map(int, found.groups())) if found else None
