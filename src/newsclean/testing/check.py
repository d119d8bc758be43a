"""`assert_article`: an article against what is expected of it, with a difference that a person can read."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from .gold import Case, Expected
from .measure import GOOD_BODY, body_score, field_marks, grams, wanted_and_got

FIELDS = ("title", "day", "minute", "source", "authors", "editors", "images", "none-day", "none-source", "none-authors")
"""What `assert_article` can compare beside the body; the ``none-…`` ask that nothing is invented."""
SHOWN = 12
"""Lines of a difference that are printed: enough to see what went wrong, few enough to read."""
COVERED = 0.5
"""A line counts as there where at least this share of its 4-grams is found."""


def assert_article(
    article: Any, expected: Expected | Case, *, fields: Iterable[str] = FIELDS, body: float = GOOD_BODY
) -> None:
    """Compare an article with what is expected of it; raise an AssertionError that shows every difference.

    `article` is an `Article`, or any object with ``text`` and the attributes named by `fields` (``published`` may be a
    datetime or ISO text); None stands for no article.  `body` is the least F1 of the body, 0 to 1.
    """
    name = expected.name if isinstance(expected, Case) else ""
    wanted = expected.expected if isinstance(expected, Case) else expected
    text = getattr(article, "text", None) or ""
    problems: list[str] = []
    if wanted.negative:
        if text:
            problems.append(f"no article was expected, but the text begins: {text[:60]}")
    elif not wanted.skip:
        problems += _body_problems(text, wanted, body)
        problems += _field_problems(article, wanted, set(fields))
    if problems:
        head = f"{name}: " if name else ""
        raise AssertionError(head + "the article is not as expected\n" + "\n".join(problems))


def _field_problems(article: Any, expected: Expected, fields: set[str]) -> list[str]:
    problems = []
    for field, right in field_marks(article, expected).items():
        if right or field not in fields:
            continue
        got, want = wanted_and_got(field, article, expected)
        problems.append(f"  {field}: expected {_shown(want)}, got {_shown(got)}")
    return problems


def _body_problems(text: str, expected: Expected, least: float) -> list[str]:
    if expected.body is None:
        return []
    score = body_score(text, "\n".join(expected.body), "\n".join(expected.optional))
    if score.f1 >= least:
        return []
    head = f"  body: F1 {score.f1:.3f} < {least:.3f} (precision {score.precision:.3f}, recall {score.recall:.3f})"
    got = [line for line in text.split("\n") if line.strip()]
    missing = [f"    - {line}" for line in _not_in(expected.body, text)]
    extra = [f"    + {line}" for line in _not_in(got, "\n".join((*expected.body, *expected.optional)))]
    return [head, *_cut(missing, "missing"), *_cut(extra, "too much")]


def _not_in(lines: Iterable[str], text: str) -> list[str]:
    """The lines of which less than half stands in `text`."""
    there = grams(text)
    absent = []
    for line in lines:
        bag = grams(line)
        if bag and (bag & there).total() < COVERED * bag.total():
            absent.append(line)
    return absent


def _cut(lines: list[str], what: str) -> list[str]:
    if len(lines) <= SHOWN:
        return lines
    return [*lines[:SHOWN], f"    … and {len(lines) - SHOWN} more lines {what}"]


def _shown(value: object) -> str:
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, (tuple, list)):
        return "、".join(str(one) for one in value) or "nothing"
    return "nothing" if value is None else repr(value)
