"""The fixture pages hold together: each has its gold, and what the gold says really stands in the page."""

from __future__ import annotations

import html
import json
import os
import re
import subprocess
import sys
import zipfile
from collections import Counter
from datetime import datetime
from pathlib import Path

import pytest

from newsclean.errors import ReadError
from newsclean.testing import Case, cases, load, read_expected
from newsclean.testing.gold import HERE, SUFFIXES
from newsclean.testing.measure import folded

ROOT = Path(__file__).parents[1]
SEEDS = tuple(f"seed-00{number}" for number in range(5))
LEAST_PAGES = 44
LEAST_TEMPLATES = 40
TAG = re.compile(r"<[^<>]{0,8000}>")
LAYERS = 3
"""Times that text is unescaped: JSON in a string in a script, markup in JSON, entities in markup."""


def every_reading(case: Case) -> str:
    """All that a reader could find in the page: its text, and the text inside scripts and attributes."""
    found, text = [], case.text
    for _ in range(LAYERS):
        found.append(folded(TAG.sub("", text)))
        found.append(folded(text))
        text = html.unescape(text)
        text = re.sub(r"\\+u([0-9a-fA-F]{4})", lambda code: chr(int(code[1], 16)), text)
        text = text.replace('\\"', '"').replace("\\n", "\n").replace("\\/", "/")
    return "\n".join(found)


@pytest.mark.parametrize("name", cases())
def test_what_the_gold_says_stands_in_the_page(name: str) -> None:
    case = load(name)
    page, expected = every_reading(case), case.expected
    assert expected.title is None or folded(expected.title) in page
    absent = [line for line in expected.body or () if folded(line) not in page]
    assert not absent or "hardwrap" in expected.flags, absent
    assert not [line for line in expected.captions if folded(line) not in page]
    for person in (*expected.authors, *expected.editors):
        assert folded(person) in page
    assert expected.source is None or folded(expected.source) in page


@pytest.mark.parametrize("name", cases(flag="hardwrap"))
def test_wrapped_lines_join_to_the_gold(name: str) -> None:
    case = load(name)
    page = folded(TAG.sub("", re.sub(r"— \d+ —", "", case.text)))
    for caption in case.expected.captions:
        assert page.count(folded(caption)) == 1
        page = page.replace(folded(caption), "")
    assert folded("".join(case.expected.body or ())) in page


@pytest.mark.parametrize("name", cases())
def test_a_gold_is_whole(name: str) -> None:
    expected = load(name).expected
    assert expected.notes, "says what makes the page hard"
    assert expected.template, "says what kind of site it is made after"
    if expected.negative:
        assert (expected.title, expected.published, expected.body) == (None, None, ())
        return
    assert expected.title
    assert expected.body
    assert set(expected.captions) <= set(expected.optional), "captions count neither for nor against"
    assert expected.source not in expected.authors, "an outlet is no author"
    if expected.published:
        moment = datetime.fromisoformat(expected.published)
        assert "T" not in expected.published or moment.tzinfo


def test_there_are_enough_of_them() -> None:
    templates = {load(name).expected.template for name in cases()}
    assert len(cases()) >= LEAST_PAGES
    assert len(templates) >= LEAST_TEMPLATES


def test_every_page_has_gold_and_every_gold_a_page() -> None:
    pages = Counter(path.stem for path in (HERE / "pages").iterdir())
    assert set(pages) | set(SEEDS) == set(cases())
    assert max(pages.values()) == 1
    assert {path.suffix for path in (HERE / "pages").iterdir()} <= set(SUFFIXES)


def test_no_gold_holds_a_key_that_nobody_reads() -> None:
    known = set(type(load(cases()[0]).expected).__struct_fields__)
    for path in (HERE / "gold").rglob("*.json"):
        assert set(json.loads(path.read_text(encoding="utf-8"))) <= known, path.name


@pytest.mark.parametrize(
    ("flag", "negative", "some"),
    [
        ("big5", False, "court-notice-big5"),
        ("gbk", None, "spam-list-gbk"),
        (None, True, "empty-shell"),
        ("hant", False, "udn"),
    ],
)
def test_cases_are_chosen_by_flag_and_kind(flag: str | None, negative: bool | None, some: str) -> None:
    chosen = cases(flag=flag, negative=negative)
    assert some in chosen
    assert set(chosen) < set(cases())
    assert all(flag is None or flag in load(name).expected.flags for name in chosen)


@pytest.mark.parametrize("name", SEEDS)
def test_the_seeds_are_cases_byte_for_byte(name: str) -> None:
    (file,) = (ROOT / "seeds").glob(f"{name[-3:]}_*.txt")
    assert load(name).raw == file.read_bytes()
    assert "seed" in load(name).expected.flags


def test_the_wheel_holds_all_of_them(tmp_path: Path) -> None:
    words = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(words, cwd=ROOT, check=True, capture_output=True, timeout=120)
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "site")
    code = "from newsclean.testing import cases, load; print(*(f'{n} {len(load(n).raw)}' for n in cases()), sep='\\n')"
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": str(tmp_path / "site")},
        cwd=tmp_path,
        check=True,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.stdout.splitlines() == [f"{name} {len(load(name).raw)}" for name in cases()]


@pytest.mark.parametrize("name", ["nowhere", "seed-", "seed-005", "seed-00", "seed-0*", "../gold/udn", "seed-/../udn"])
def test_cases_that_do_not_exist(name: str) -> None:
    with pytest.raises(ReadError, match="no fixture page is called"):
        load(name)
    assert cases(flag="no such flag") == ()


@pytest.mark.parametrize("data", [b"", b"[]", b"{", b'{"title": 3}', b'"title"', b"\xff"])
def test_what_is_no_gold_is_refused(data: bytes) -> None:
    with pytest.raises(ReadError, match="not a gold file"):
        read_expected(data)


@pytest.mark.parametrize("name", cases(flag="gbk") + cases(flag="big5"))
def test_old_charsets_are_really_that(name: str) -> None:
    with pytest.raises(UnicodeDecodeError):
        load(name).raw.decode("utf-8")
