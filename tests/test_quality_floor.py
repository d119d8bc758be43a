"""No figure of quality falls unnoticed.

`quality_floor.json` holds the least that every figure may be: over the fixture pages, and over a folder of real pages
where one stands beside the repository (or where NEWSCLEAN_BENCH says).  A floor more than `SLACK` below what is
measured is a fault as well, so a floor cannot be lowered without a fall that someone sees; and none goes below LEAST
without a reason written beside it.
"""

from __future__ import annotations

import gzip
import json
import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import newsclean
from newsclean.testing import Expected, cases, convert_mechanically, inject_spam, load, read_expected, wrap_images
from newsclean.testing.measure import Tally, body_score

HERE = Path(__file__).parent
FLOORS: dict[str, Any] = json.loads((HERE / "quality_floor.json").read_text(encoding="utf-8"))
BENCH = Path(os.environ.get("NEWSCLEAN_BENCH") or HERE.parent.parent / "shared" / "bench")
SLACK = 0.02
"""Floors follow what is measured at this distance: two pages of the smaller columns."""
LEAST = {
    "body": 0.985,
    "good-bodies": 0.96,
    "title": 0.97,
    "day": 0.97,
    "minute": 0.95,
    "source": 0.93,
    "authors": 0.90,
    "editors": 0.92,
    "no-article": 0.95,
    "edges": 0.95,
    "images": 0.85,
    "none-day": 0.95,
    "none-source": 0.95,
    "none-authors": 0.95,
}
"""What the project promises."""


def measured(documents: Iterator[tuple[str, bytes, Expected]]) -> dict[str, float]:
    tally = Tally()
    for name, raw, expected in documents:
        tally.add(name, newsclean.parse(raw), expected)
    return tally.summary()


def fixtures() -> Iterator[tuple[str, bytes, Expected]]:
    for name in cases():
        case = load(name)
        yield name, case.raw, case.expected


def bench() -> Iterator[tuple[str, bytes, Expected]]:
    for gold in sorted((BENCH / "gold").glob("*.json")):
        page = next((BENCH / "pages").glob(f"{gold.stem}.*.gz"))
        yield gold.stem, gzip.decompress(page.read_bytes()), read_expected(gold.read_bytes())


@cache
def figures(library: str) -> dict[str, float]:
    if library == "bench" and not (BENCH / "gold").is_dir():
        pytest.skip("no folder of real pages stands beside the repository (NEWSCLEAN_BENCH names another)")
    return measured(fixtures() if library == "fixtures" else bench())


COLUMNS = [(library, column) for library in ("fixtures", "bench") for column in LEAST]


@pytest.mark.parametrize(("library", "column"), COLUMNS)
def test_no_figure_is_below_its_floor(library: str, column: str) -> None:
    got, floor = figures(library)[column], FLOORS[library][column]["floor"]
    assert got >= floor, f"{column} fell to {got:.4f}, under its floor {floor}"


@pytest.mark.parametrize(("library", "column"), COLUMNS)
def test_no_floor_lags_behind(library: str, column: str) -> None:
    got, floor = figures(library)[column], FLOORS[library][column]["floor"]
    assert floor >= got - SLACK, f"{column} is {got:.4f}: raise its floor {floor}, so that it cannot fall back"


@pytest.mark.parametrize(("library", "column"), COLUMNS)
def test_a_floor_under_the_promise_has_a_reason(library: str, column: str) -> None:
    entry = FLOORS[library][column]
    assert set(entry) <= {"floor", "why"}
    assert 0.0 <= entry["floor"] <= 1.0
    assert entry["floor"] >= LEAST[column] or entry.get("why"), f"{column}: say why the floor is so low"


def test_floors_are_of_figures_that_exist() -> None:
    assert set(FLOORS) == {"fixtures", "bench"}
    for library in FLOORS.values():
        assert set(library) == set(LEAST)


def test_nothing_raises() -> None:
    for name in cases():
        assert newsclean.parse(load(name).raw).kind


HARDER = {"spam": inject_spam, "lazy pictures": wrap_images, "converted": convert_mechanically}
EASY = [
    name
    for name in cases(negative=False)
    if load(name).path.suffix == ".html" and not {"hant", "spam"} & set(load(name).expected.flags)
][::5]
"""Every fifth simplified page."""


@pytest.mark.parametrize("trouble", HARDER)
@pytest.mark.parametrize("name", EASY)
def test_a_harder_page_gives_the_same_body(name: str, trouble: str) -> None:
    case = HARDER[trouble](load(name))
    article = newsclean.parse(case.raw)
    before = newsclean.parse(load(name).raw)
    expected = case.expected
    score = body_score(article.text, "\n".join(expected.body or ()), "\n".join(expected.optional))
    old = load(name).expected
    easy = body_score(before.text, "\n".join(old.body or ()), "\n".join(old.optional))
    assert score.f1 >= easy.f1 - SLACK
