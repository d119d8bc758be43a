"""The documentation as a site: every page has its place, every public name its entry, nothing is fetched from elsewhere."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
import yaml
from docpages import fences

import newsclean
from newsclean import report, testing

ROOT = Path(__file__).parents[1]
ENGLISH = sorted(path.name for path in (ROOT / "docs").glob("*.md") if not path.name.endswith(".zh.md"))
CHINESE = sorted(path.name for path in (ROOT / "docs").glob("*.zh.md"))


class Loader(yaml.SafeLoader):
    """YAML in which an object of Python (the maker of anchors) is passed over."""


Loader.add_multi_constructor("tag:yaml.org,2002:python/", lambda loader, suffix, node: suffix)
SITE: dict[str, Any] = yaml.load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), Loader)


def entries(nav: list[dict[str, Any]]) -> Iterator[tuple[str, str | None]]:
    """(heading, page) of everything in the navigation; None for a heading with pages below it."""
    for entry in nav:
        ((heading, target),) = entry.items()
        if isinstance(target, list):
            yield heading, None
            yield from entries(target)
        else:
            yield heading, target


def test_every_page_stands_in_the_navigation_once() -> None:
    assert sorted(page for _, page in entries(SITE["nav"]) if page) == ENGLISH


def test_every_heading_of_the_navigation_has_a_chinese_one() -> None:
    (i18n,) = (plugin["i18n"] for plugin in SITE["plugins"] if "i18n" in plugin)
    chinese = next(language for language in i18n["languages"] if language["locale"] == "zh")
    assert set(chinese["nav_translations"]) == {heading for heading, _ in entries(SITE["nav"])}
    assert all(re.search("[一-鿿]", said) for said in chinese["nav_translations"].values())


@pytest.mark.parametrize("name", CHINESE)
def test_a_chinese_page_stands_beside_an_english_one(name: str) -> None:
    assert name.replace(".zh.md", ".md") in ENGLISH


@pytest.mark.parametrize(
    "module, names",
    [("newsclean", newsclean.__all__), ("newsclean.testing", testing.__all__), ("newsclean.report", report.__all__)],
)
def test_every_public_name_is_in_the_reference(module: str, names: list[str]) -> None:
    shown = re.findall(r"^::: ([\w.]+)$", (ROOT / "docs/api.md").read_text(encoding="utf-8"), re.M)
    # A function that has the name of its module stands there as `newsclean.decode.decode`.
    assert [name for name in names if not {f"{module}.{name}", f"{module}.{name}.{name}"} & set(shown)] == []


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as `mkdocs build --strict` writes it."""
    for package in ("mkdocs", "material", "mkdocs_static_i18n", "mkdocstrings", "jieba"):
        if find_spec(package) is None:
            pytest.skip(f"{package} is not installed")
    folder = tmp_path_factory.mktemp("site")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "--site-dir", str(folder)],
        cwd=ROOT, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"}, capture_output=True, text=True, check=False, timeout=300,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


def test_every_page_is_there_in_both_languages(site: Path) -> None:
    for name in ENGLISH:
        for folder in (site, site / "zh"):
            assert (folder / name).with_suffix(".html").is_file()


def test_a_page_asks_the_network_for_nothing(site: Path) -> None:
    foreign = re.compile(
        r"<(?:script|img|iframe|source)\b[^>]*\bsrc=[\"']?(?:https?:)?//[^>]*>|<link\b[^>]*\bhref=[\"']?(?:https?:)?//[^>]*>"
    )
    for page in site.rglob("*.html"):
        assert foreign.findall(page.read_text(encoding="utf-8")) == [], page.name
    for style in site.rglob("*.css"):
        assert re.findall(r"url\([\"']?(?:https?:)?//[^)]*|@import[^;]*", style.read_text(encoding="utf-8")) == []


def test_the_switch_of_languages_leads_to_the_same_page(site: Path) -> None:
    links = re.findall(r'<a href="([^"]+)" hreflang="(\w+)"', (site / "zh/quickstart.html").read_text(encoding="utf-8"))
    assert links == [("../quickstart.html", "en"), ("quickstart.html", "zh")]


def test_chinese_words_can_be_searched(site: Path) -> None:
    index = json.loads((site / "search/search_index.json").read_text(encoding="utf-8"))
    assert index["config"]["lang"] == ["en", "zh"]
    words = {word for entry in index["docs"] for word in re.split(index["config"]["separator"], entry["text"])}
    assert {"责任编辑", "记者"} <= words


def test_the_reference_shows_signatures_and_docstrings(site: Path) -> None:
    page = re.sub(r"<[^>]+>", "", (site / "api.html").read_text(encoding="utf-8"))
    assert "Turn one document into an" in page
    assert "The printed headline" in page
    assert re.search(r"parse_many\(\s*items", page)


@pytest.mark.parametrize("name", [name for name in ENGLISH if name != "api.md"])
def test_every_example_and_table_is_drawn_as_one(site: Path, name: str) -> None:
    """What GitHub takes for a fence, a table or a list, and MkDocs does not, would stand there as text."""
    source, page = (
        (path / name).with_suffix(end).read_text(encoding="utf-8")
        for path, end in ((ROOT / "docs", ".md"), (site, ".html"))
    )
    body = page[page.index('<article class="md-content__inner') : page.index("</article>")]
    prose = re.sub(r"^```.*?^```$", "", source, flags=re.M | re.S)
    assert body.count('<div class="highlight"') + body.count('<div class="language-') == len(fences(source))
    assert body.count("<table>") == len(re.findall(r"^\|[-| :]+\|$", prose, re.M))
    assert body.count("<li>") == len(re.findall(r"^ *(?:[-*]|\d+\.) ", prose, re.M))
