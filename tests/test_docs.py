"""The documentation says what is so: its examples run and print what it shows, its tables name what there is."""

from __future__ import annotations

import re
import sys
import textwrap
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from typing import get_args

import msgspec
import pytest
from docpages import PAGES, ROOT, commands, fences, matches, missing, run_page, runnable

from newsclean import Limits, Options, article, blocks, errors, parse, rules
from newsclean.article import Article
from newsclean.judges import JUDGES

STRUCTS = (
    Article, article.Part, article.Image, article.Video, article.Published, article.Dateline, article.Removed,
    article.Script, article.Decoded, article.Failure, Options, Limits,
)  # fmt: skip
PROPERTIES = ("published", "paragraphs", "headings", "text", "fingerprint")
TABLES = (14, 3)
"""The first version of rich that sets tables as the pages show them."""
METHODS = ("to_dict", "to_json", "to_markdown", "to_html", "to_jsonld", "from_dict", "from_json")


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def section(markdown: str, heading: str) -> str:
    """The text under a heading of the second level."""
    found = re.search(rf"^## {re.escape(heading)}$(.*?)(?=^## |\Z)", markdown, re.M | re.S)
    assert found, f"no heading {heading!r}"
    return found[1]


def first_cells(markdown: str) -> list[str]:
    """The code words in the first column of the tables."""
    return re.findall(r"^\| `([^`]+)` \|", markdown, re.M)


@pytest.mark.skipif(sys.platform == "win32", reason="the commands are those of a Unix shell")
@pytest.mark.parametrize("name", PAGES)
def test_examples_print_what_the_page_shows(name: str, tmp_path: Path) -> None:
    if name.startswith("README") and tuple(map(int, version("rich").split(".")[:2])) < TABLES:
        pytest.skip("the tables of the page are those of rich 14.3 and newer")
    for printed in run_page(name, tmp_path):
        assert printed.right, f"{name}:{printed.start + 1} shows\n{printed.want}\nbut this is printed:\n{printed.got}"
    left_out = missing(fences(read(name)))
    if left_out:
        said = "there is no java" if left_out == ["java"] else f"{', '.join(left_out)} is not installed"
        pytest.skip(f"{said}; the other examples of the page are right")


@pytest.mark.parametrize("name", PAGES)
def test_fences_are_of_a_kind_that_is_known(name: str) -> None:
    """A fence in an unknown language, or one that is not closed, would be left out in silence."""
    markdown = read(name)
    assert len(re.findall(r"^```", markdown, re.M)) == 2 * len(fences(markdown))
    assert {fence.language for fence in fences(markdown)} <= {"python", "console", "sh", "text", "html", "json", "yaml"}


@pytest.mark.parametrize("name", [*PAGES, "CHANGELOG.md", "CONTRIBUTING.md"])
def test_links_lead_somewhere(name: str) -> None:
    for target in re.findall(r"\]\(([^)\s]+)\)", read(name)):
        if re.match(r"[a-z]+:", target):
            continue
        path, _, anchor = target.partition("#")
        page = (ROOT / name).parent / path if path else ROOT / name
        assert page.exists(), f"{name} links to {target}"
        if anchor:
            headings = re.findall(r"^#+ (.*)$", page.read_text(encoding="utf-8"), re.M)
            assert anchor in {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


class TestReadme:
    def test_both_languages_name_the_same_commands(self) -> None:
        assert commands(read("README.md")) == commands(read("README.zh.md"))

    def test_both_languages_show_the_same_python(self) -> None:
        english, chinese = ([f.text for f in fences(read(n)) if f.language == "python"] for n in PAGES[:2])
        assert english == chinese

    def test_two_commands_of_one_line_install_and_run_and_test(self) -> None:
        run, test = (command for command in commands(read("README.md")) if command.startswith("pip install"))
        assert re.fullmatch(r"pip install \. && newsclean normalize seeds/ .*", run)
        assert re.fullmatch(r'pip install -e "\.\[test\]" && pytest', test)

    @pytest.mark.parametrize("name", PAGES[:2])
    def test_everything_in_it_runs_and_is_compared(self, name: str) -> None:
        page = fences(read(name))
        assert not [fence for fence in page if fence.shown or fence.needs]
        assert [fence for fence in page if fence.language == "text"] == [fence.output for fence in page if fence.output]


FIGURE = re.compile(r"\d[\d.,/]*\d|\d")
CODE = re.compile(r"`[^`\n]*`")


def skeleton(markdown: str) -> list[str]:
    """What a page and its translation have in common, in order: code, and of prose its form, code words and links."""
    lines = markdown.splitlines()
    found: list[str] = []
    at = 0
    for fence in [*fences(markdown), None]:
        end = fence.line - 1 if fence else len(lines)
        found += _forms("\n".join(lines[at:end]))
        if fence:
            kept = [line for line in fence.text.splitlines() if fence.language != "console" or line.startswith("$ ")]
            found += [lines[end], *(kept if fence.language != "text" else [])]
            at = fence.line + fence.text.count("\n") + 1
    return found


def _forms(prose: str) -> Iterator[str]:
    for part in re.split(r"\n(?=[|#-]|\d+\. )|\n{2,}|(?<=\|)\n", prose):
        form = re.match(r"#+ |[-*] |\d+\. |!\[|<!--.*|:::.*|\||", part.strip("\n"))
        links = [link.replace(".zh.md", ".md") for link in re.findall(r"(?<=\]\()[^)#\s]+", part)]
        words = FIGURE.findall(CODE.sub("", part)) if part.startswith("|") else []
        said = sorted([*CODE.findall(part), *words, *links]) if part[:1] != "#" else []
        if part.strip():
            yield " ".join([form[0] if form else "", str(part.count("|")), *said])


ENGLISH = [name for name in PAGES if not name.endswith(".zh.md")]


@pytest.mark.parametrize("name", ENGLISH)
def test_a_page_and_its_chinese_one_do_not_drift_apart(name: str) -> None:
    """Same code to the letter; same headings, lists, links, pictures; code words, and figures in tables, part by part."""
    chinese = read(name.replace(".md", ".zh.md"))
    ours, theirs = skeleton(read(name)), skeleton(chinese)
    assert [pair for pair in zip(ours, theirs, strict=False) if pair[0] != pair[1]][:3] == []
    assert len(ours) == len(theirs)
    assert len(re.findall("[一-鿿]", chinese)) > len(re.findall("[一-鿿]", read(name)))
    assert not re.findall(
        r"\((?!README|https?:)[\w/-]+(?<!\.zh)\.md[#)]",
        chinese.replace("(CHANGELOG.md)", "").replace("(CONTRIBUTING.md)", ""),
    )


class TestArticlePage:
    @pytest.mark.parametrize("struct", STRUCTS, ids=lambda struct: struct.__name__)
    def test_every_field_is_described_and_no_other(self, struct: type[msgspec.Struct]) -> None:
        described = first_cells(section(read("docs/article.md"), struct.__name__))
        derived = PROPERTIES if struct is Article else ()
        assert sorted(described) == sorted((*struct.__struct_fields__, *derived))

    def test_every_method_is_described(self) -> None:
        described = first_cells(section(read("docs/article.md"), "Methods"))
        assert sorted(name.partition("(")[0] for name in described) == sorted(METHODS)

    def test_the_tree_of_errors_is_drawn_as_it_is(self) -> None:
        tree = (errors.__doc__ or "").partition("::\n\n")[2].partition("\n\n")[0]
        assert textwrap.dedent(tree) in read("docs/article.md")


KEY_ROWS = re.findall(
    r"^\| (`[^|]+`) \| ([^|]+) \|$", section(read("docs/front-matter.md"), "Keys that are read"), re.M
)
KEYS = [(re.findall(r"\w+", row[0])[0], key) for row in KEY_ROWS for key in re.findall(r"`(\w+)`", row[1])]
STATED = {
    "published": "2024-05-09", "url": "https://a.example/1", "images": "https://a.example/1.jpg",
    "authors": "张建国", "editors": "张建国",
}  # fmt: skip


def test_the_keys_of_front_matter_are_found_in_their_table() -> None:
    assert len(KEYS) > 25


@pytest.mark.parametrize("field, key", KEYS)
def test_each_key_of_front_matter_gives_its_field(field: str, key: str) -> None:
    title = "" if field == "title" else "title: 江川大桥恢复通车\n"
    post = (
        "---\n" + title + "{}: {}\n---\n<p>停运三个月的江川大桥昨天恢复通车。</p>\n<p>夜间的施工还将持续两个星期。</p>"
    )
    value = STATED.get(field, "江川日报")
    found, without = (getattr(parse(post.format(name, value)), field) for name in (key, "mood"))
    assert found
    assert found != without


def test_every_verdict_is_described() -> None:
    assert sorted(first_cells(section(read("docs/why-removed.md"), "Verdicts"))) == sorted(
        verdict for verdict in get_args(blocks.Verdict) if verdict
    )


def test_the_judges_are_listed_in_their_order() -> None:
    listed = first_cells(section(read("docs/how-it-works.md"), "The judges, in order"))
    assert listed == [judge.__module__.rpartition(".")[2] for judge in JUDGES]


def test_every_file_of_rules_is_described() -> None:
    described = first_cells(section(read("docs/rules.md"), "The files"))
    there = {path.name for path in (Path(rules.__file__).parent / "data").iterdir() if path.suffix == ".yaml"}
    assert set(described) >= there
    assert all((Path(rules.__file__).parent / "data" / name).exists() for name in described)


class TestHowPagesAreCompared:
    """The comparison itself: what it forgives, and what it does not."""

    @pytest.mark.parametrize(
        "want, got",
        [
            ("a\nb\n", "a  \nb"),  # space at line ends
            ("a\n…\nz\n", "a\nb\nc\nz\n"),
            ("…\nz\n", "z\n"),
            ("5 documents, 0.6 s, 9 documents/s\n", "5 documents, 11.0 s, 1 documents/s\n"),
        ],
    )
    def test_same(self, want: str, got: str) -> None:
        assert matches(want, got)

    @pytest.mark.parametrize(
        "want, got",
        [
            ("a\n", "a\nb\n"),
            ("a\n…\nz\n", "a\nb\n"),
            ("a b\n", "a  b\n"),
            ("a.c\n", "abc\n"),
            ("5 documents, 0.6 s, 9 documents/s\n", "4 documents, 0.6 s, 9 documents/s\n"),
        ],
    )
    def test_other(self, want: str, got: str) -> None:
        assert not matches(want, got)

    @pytest.mark.parametrize(
        "command, run",
        [
            ("pip install . && newsclean --version", "newsclean --version"),
            ('pip install -e ".[test]" && pytest', ""),
            ("newsclean show pip.html", "newsclean show pip.html"),
        ],
    )
    def test_installing_and_testing_are_left_out(self, command: str, run: str) -> None:
        assert runnable(command) == run
