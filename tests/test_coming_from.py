"""The tables for those who come from another library: every name in them is one that this library, or the other, has."""

from __future__ import annotations

import importlib
import inspect
import re
from collections.abc import Callable, Iterator
from typing import Any

import msgspec
import pytest
from docpages import ROOT

import newsclean
from newsclean.cli import app
from newsclean.testing import cases, load

TABLE = re.compile(r"^\| ([\w-]+|GeneralNewsExtractor) \| newsclean \|\n\|[-|]+\|\n((?:\|.*\n)+)", re.M)
PAGE = (ROOT / "docs/coming-from.md").read_text(encoding="utf-8")
TABLES = {name: [line.strip("| \n").split(" | ") for line in rows.splitlines()] for name, rows in TABLE.findall(PAGE)}
CODE = re.compile(r"`([^`]+)`")
OURS = sorted({code for rows in TABLES.values() for _, right in rows for code in CODE.findall(right)})
WORDS = {"url", "content", "drop", "place", "table-row", "NewscleanError"}
"""What stands in the right column by itself: a keyword of `parse`, keys of site rules, a field, a kind of part."""


def names(code: str) -> list[str]:
    """The names in a piece of code that the other library must know; not words in quotes."""
    return [name for name in re.findall(r"[A-Za-z_]\w*", re.sub(r'"[^"]*"', "", code)) if name != "html"]


def test_there_is_a_table_for_each_library() -> None:
    assert set(TABLES) == {"trafilatura", "GeneralNewsExtractor", "newspaper", "readability", "goose3", "magic-html"}
    assert all(len(rows) > 3 for rows in TABLES.values())


@pytest.mark.parametrize("code", OURS)
def test_a_name_of_ours_is_there(code: str) -> None:
    if code.startswith("newsclean dedupe"):
        assert "dedupe" in app.COMMANDS
    elif found := re.search(r"\barticle\.(\w+)|\bin article\.(\w+)", code):
        assert hasattr(newsclean.Article, next(filter(None, found.groups())))
    elif found := re.match(r"newsclean\.(\w+)", code):
        assert found[1] in newsclean.__all__
    elif found := re.match(r"(Options|Limits)\((\w+)=", code):
        kind: type[msgspec.Struct] = getattr(newsclean, found[1])
        assert found[2] in kind.__struct_fields__
    else:
        assert code in WORDS


def members(*objects: Any) -> Iterator[str]:
    for one in objects:
        yield from dir(one)
        for member in (one, *(getattr(one, name, None) for name in dir(one))):
            if callable(member) and not isinstance(member, type(Any)):
                try:
                    yield from inspect.signature(member).parameters
                except (TypeError, ValueError):
                    continue


def of_trafilatura() -> set[str]:
    package, settings = importlib.import_module("trafilatura"), importlib.import_module("trafilatura.settings")
    return {*members(package), *settings.Document().as_dict()}


def of_gne() -> set[str]:
    package = importlib.import_module("gne")
    pages = (case for case in map(load, cases(negative=False)) if case.path.suffix == ".html")
    found = package.GeneralNewsExtractor().extract(next(pages).text, with_body_html=True)
    return {*members(package, package.GeneralNewsExtractor), *found}


def of_newspaper() -> set[str]:
    package = importlib.import_module("newspaper")
    article = package.Article("https://a.example/", language="zh")
    return {*members(package, package.Article), *dir(article), *dir(package.Config()), "newspaper"}


def of_readability() -> set[str]:
    package = importlib.import_module("readability")
    return {*members(package, package.Document), *dir(importlib.import_module("readability.readability"))}


def of_goose() -> set[str]:
    package = importlib.import_module("goose3")
    return set(members(package, package.Goose, package.Article, package.Configuration))


def of_magic_html() -> set[str]:
    package = importlib.import_module("magic_html")
    found = package.GeneralExtractor().extract("<h1>桥</h1><p>停运三个月的江川大桥昨天恢复通车。</p>", base_url="https://a.example/")
    source = inspect.getsource(package.GeneralExtractor)
    return {*members(package, package.GeneralExtractor), *found, *re.findall(r"\w+", source), "url"}


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize(
    "table, package, known",
    [
        ("trafilatura", "trafilatura", of_trafilatura),
        ("GeneralNewsExtractor", "gne", of_gne),
        ("newspaper", "newspaper", of_newspaper),
        ("readability", "readability", of_readability),
        ("goose3", "goose3", of_goose),
        ("magic-html", "magic_html", of_magic_html),
    ],
)
def test_a_name_of_theirs_is_there(table: str, package: str, known: Callable[[], set[str]]) -> None:
    pytest.importorskip(package, reason=f"there is no {package} here; it belongs to the extra bench")
    there = known()
    wanted = {name for left, _ in TABLES[table] for code in CODE.findall(left) for name in names(code)}
    assert sorted(wanted - there) == []
