"""What a program may rely on: names, signatures, fields, types.  A change here is a change for every user."""

from __future__ import annotations

import ast
import inspect
import os
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

import newsclean

ROOT = Path(__file__).parent.parent

NAMES = [
    "Article",
    "BinaryInputError",
    "ConversionError",
    "Dateline",
    "Decoded",
    "EmptyInputError",
    "Failure",
    "FrontMatterError",
    "Image",
    "InputError",
    "InputTooLargeError",
    "InputTypeError",
    "Limits",
    "MergeError",
    "NewscleanError",
    "OptionError",
    "Options",
    "Part",
    "Published",
    "ReadError",
    "Removed",
    "RuleError",
    "Script",
    "UnknownEncodingError",
    "Video",
    "WriteError",
    "convert",
    "decode",
    "detect_script",
    "extract",
    "merge",
    "parse",
    "parse_file",
    "parse_many",
    "split_front_matter",
]


def test_the_public_names() -> None:
    assert newsclean.__all__ == NAMES
    assert all(hasattr(newsclean, name) for name in NAMES)


def test_star_import_gives_just_these() -> None:
    space: dict[str, object] = {}
    exec("from newsclean import *", space)
    assert sorted(set(space) - {"__builtins__"}) == NAMES


@pytest.mark.parametrize(
    "name, signature",
    [
        (
            "parse",
            "(data: 'Any', *, url: 'str | None' = None, kind: 'SourceKind | None' = None, "
            "encoding: 'str | None' = None, options: 'Options | None' = None) -> 'Article'",
        ),
        ("parse_file", "(path: 'str | Path', **given: 'Any') -> 'Article'"),
        (
            "parse_many",
            "(items: 'Iterable[bytes | str | os.PathLike[str] | Document]', *, jobs: 'int | None' = None, "
            "options: 'Options | None' = None, timeout: 'float' = 30.0, **given: 'Any') "
            "-> 'Iterator[Article | Failure]'",
        ),
        ("extract", "(data: 'Any', **given: 'Any') -> 'str | None'"),
        ("decode", "(data: 'bytes', *, encoding: 'str | None' = None, transport: 'str | None' = None) -> 'Decoded'"),
        ("detect_script", "(text: 'str') -> 'Script'"),
        ("convert", "(text: 'str', to: 'str') -> 'str'"),
        (
            "split_front_matter",
            "(text: 'str', *, limits: 'Limits | None' = None) -> 'tuple[dict[str, Any] | None, str]'",
        ),
        ("merge", "(articles: 'Iterable[Article]') -> 'Article'"),
    ],
)
def test_signature(name: str, signature: str) -> None:
    assert str(inspect.signature(getattr(newsclean, name))) == signature


@pytest.mark.parametrize(
    "name, fields",
    [
        (
            "Article",
            "is_article kind title raw_title original_title provenance published_info modified source authors editors site url "
            "categories tags summary dateline blocks images videos notes front_matter script encoding removed warnings "
            "originals",
        ),
        ("Part", "kind text level index"),
        ("Image", "url width height alt caption credit"),
        ("Video", "provider id url"),
        ("Published", "at precision text origin"),
        ("Dateline", "text agency place date reporters"),
        ("Removed", "text verdict rule block place count"),
        ("Script", "tag confidence hans hant mixed converted evidence"),
        ("Decoded", "text encoding evidence damaged repaired warnings"),
        ("Failure", "id error message template values"),
        ("Options", "typography script timezone sites keep_removed limits"),
        ("Limits", "max_bytes max_blocks max_front_matter max_script max_depth"),
    ],
)
def test_fields(name: str, fields: str) -> None:
    kind = getattr(newsclean, name)
    assert kind.__struct_fields__ == tuple(fields.split())
    assert kind.__struct_config__.frozen


METHODS = "from_dict from_json to_dict to_html to_json to_jsonld to_markdown"
DERIVED = "fingerprint headings paragraphs published text"


def test_methods_of_an_article() -> None:
    own = {name for name in vars(newsclean.Article) if not name.startswith("_")}
    assert own - set(newsclean.Article.__struct_fields__) == set(METHODS.split()) | set(DERIVED.split())
    assert all(isinstance(vars(newsclean.Article)[name], property) for name in DERIVED.split())


@pytest.mark.parametrize(
    "name, parents",
    [
        ("NewscleanError", (Exception,)),
        ("InputError", (newsclean.NewscleanError, ValueError)),
        ("EmptyInputError", (newsclean.InputError,)),
        ("BinaryInputError", (newsclean.InputError,)),
        ("InputTooLargeError", (newsclean.InputError,)),
        ("InputTypeError", (newsclean.InputError, TypeError)),
        ("UnknownEncodingError", (newsclean.NewscleanError, LookupError)),
        ("OptionError", (newsclean.NewscleanError, ValueError)),
        ("FrontMatterError", (newsclean.NewscleanError, ValueError)),
        ("RuleError", (newsclean.NewscleanError, ValueError)),
        ("ConversionError", (newsclean.NewscleanError, ValueError)),
        ("MergeError", (newsclean.NewscleanError, ValueError)),
        ("ReadError", (newsclean.NewscleanError, OSError)),
        ("WriteError", (newsclean.NewscleanError, OSError)),
    ],
)
def test_errors_are_a_tree(name: str, parents: tuple[type, ...]) -> None:
    assert getattr(newsclean, name).__bases__ == parents


def test_an_article_cannot_be_changed() -> None:
    article = newsclean.Article(title="桥修好了")
    with pytest.raises(AttributeError):
        article.title = "桥又断了"  # type: ignore[misc]


def test_a_missing_field_is_none_or_empty_never_an_empty_string() -> None:
    article = newsclean.parse(
        "<p>停运三个月的江川大桥昨天恢复通车，首日通过车辆两万余辆，沿线商户的生意也好了起来。</p>" * 4
    )
    for name in newsclean.Article.__struct_fields__:
        assert getattr(article, name) != ""


def test_everything_public_is_documented() -> None:
    undocumented = [name for name in NAMES if not inspect.getdoc(getattr(newsclean, name))]
    assert undocumented == []


def test_every_field_of_an_article_has_a_line_in_its_type() -> None:
    tree = ast.parse((ROOT / "src/newsclean/article.py").read_text(encoding="utf-8"))
    (article,) = [node for node in tree.body if isinstance(node, ast.ClassDef) and node.name == "Article"]
    typed = [
        node.target.id for node in article.body if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name)
    ]
    assert typed == list(newsclean.Article.__struct_fields__)


def test_the_package_says_that_it_is_typed() -> None:
    assert (Path(newsclean.__file__).parent / "py.typed").read_bytes() == b""


def test_version() -> None:
    major, minor, patch = newsclean.__version__.split(".")
    assert major.isdigit()
    assert minor.isdigit()
    assert patch
    assert f'version = "{newsclean.__version__}"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")


PROGRAM = """
from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import newsclean
from newsclean import Article, Failure, Limits, Options


def headlines(folder: Path) -> Iterator[tuple[str, datetime]]:
    options = Options(typography="news", script="zh-Hans", limits=Limits(max_bytes=1_000_000))
    for result in newsclean.parse_many(folder.iterdir(), jobs=1, options=options):
        if isinstance(result, Failure):
            print(result.id, result.error, result.message)
        elif result.title is not None and result.published is not None:
            yield result.title, result.published


def credits(article: Article) -> list[str]:
    return [f"{image.url}: {image.credit}" for image in article.images if image.credit is not None]


def body(data: bytes) -> str:
    try:
        article = newsclean.parse(data, url="https://news.example/1.html", kind="html", encoding="gb18030")
    except newsclean.NewscleanError as error:
        return str(error)
    info = article.published_info
    when: str = info.precision if info is not None else "unknown"
    removed: list[str] = [entry.rule for entry in article.removed]
    first: str = article.paragraphs[0] if article.paragraphs else ""
    again = Article.from_json(article.to_json())
    assert again == article
    script = newsclean.detect_script(article.text)
    share: float = script.confidence
    front, rest = newsclean.split_front_matter(first)
    whole = newsclean.merge([article, again])
    text: str | None = newsclean.extract(data)
    hant: str = newsclean.convert(text or "", "zh-Hant")
    return "\\n".join([when, *removed, first, rest, str(share), str(front), whole.to_markdown(), hant])
"""

MISTAKES = """
import newsclean

newsclean.parse(b"", kind="novel")
newsclean.Options(typography="book")
title: str = newsclean.parse(b"").title
newsclean.parse(b"").title = "x"
for item in newsclean.parse_many([b""]):
    print(item.title)
"""


def check_types(tmp_path: Path, program: str) -> subprocess.CompletedProcess[str]:
    path = tmp_path / "program.py"
    path.write_text(program, encoding="utf-8")
    return subprocess.run(
        [
            sys.executable,
            "-m",
            "mypy",
            "--strict",
            "--config-file",
            os.devnull,
            "--cache-dir",
            ROOT / ".mypy_cache/program",
            path,
        ],
        env=os.environ | {"MYPYPATH": str(ROOT / "src")},
        capture_output=True,
        text=True,
        check=False,
        timeout=240,
    )


def test_a_program_that_uses_it_passes_mypy_strict(tmp_path: Path) -> None:
    done = check_types(tmp_path, PROGRAM)
    assert [line for line in done.stdout.splitlines() if line.startswith(str(tmp_path))] == [], done.stdout


def test_mistakes_of_a_program_are_found_by_mypy(tmp_path: Path) -> None:
    done = check_types(tmp_path, MISTAKES)
    lines = [
        int(line.split(":")[1]) for line in done.stdout.splitlines() if "program.py" in line and ": error:" in line
    ]
    assert sorted(set(lines)) == [4, 5, 6, 7, 9], done.stdout


def test_the_program_runs(tmp_path: Path, seed_folder: Path) -> None:
    space: dict[str, object] = {}
    exec(compile(PROGRAM, "program", "exec"), space)
    headlines = space["headlines"]
    assert callable(headlines)
    found = dict(headlines(seed_folder))
    assert len(found) == 4, "the PDF text has no date"


def test_options_refuse_a_wrong_word() -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({"typography": "book"}, newsclean.Options)
