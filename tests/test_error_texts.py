"""Every error that the library can raise says the same in Chinese on the command line, and carries what it says."""

from __future__ import annotations

import ast
import pickle
import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

import newsclean
from newsclean import errors
from newsclean.cli.library_texts import ERRORS, PHRASES
from newsclean.cli.messages import choose, told
from newsclean.cli.warning_texts import WARNINGS, warned
from newsclean.corpus.failures import failed, too_slow
from newsclean.testing import cases, load

PACKAGE = Path(newsclean.__file__).parent
CLASSES = {name for name, kind in vars(errors).items() if isinstance(kind, type) and issubclass(kind, BaseException)}
MAKERS = {"errors.py", "corpus/failures.py"}
"""Where errors are made out of a text that is given, not written there."""


def calls(*names: str) -> Iterator[tuple[str, ast.Call, ast.AST]]:
    """Every call of a function or class of these names: where, the call, and the tree of its module."""
    for path in sorted(PACKAGE.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) in names:
                yield path.relative_to(PACKAGE).as_posix(), node, tree


def text_of(argument: ast.expr, tree: ast.AST) -> str | None:
    """The text that is written there, or one line above under a name; None where it is put together."""
    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
        return argument.value
    if isinstance(argument, ast.Name):
        given = [
            node.value
            for node in ast.walk(tree)
            if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == argument.id
        ]
        if len(given) == 1 and isinstance(given[0], ast.Constant) and isinstance(given[0].value, str):
            return given[0].value
    return None


RAISED = [(where, node, text_of(node.args[0], tree) if node.args else None) for where, node, tree in calls(*CLASSES)]
MARKED = [(where, node, text_of(node.args[0], tree)) for where, node, tree in calls("phrase")]


def fields(text: str) -> set[str]:
    return {str(name) for _, name, _, _ in string.Formatter().parse(text) if name}


def test_the_errors_of_the_library_were_found() -> None:
    assert {"pipeline.py", "source.py", "corpus/pool.py", "sites.py"} <= {where for where, _, _ in RAISED}


@pytest.mark.parametrize("where, node, text", RAISED, ids=[f"{where}:{node.lineno}" for where, node, _ in RAISED])
def test_an_error_is_a_written_text_with_named_values_and_stands_in_chinese(
    where: str, node: ast.Call, text: str | None
) -> None:
    assert text is not None, "write the text as one string; pass what varies as named values"
    assert text in ERRORS
    given = {str(keyword.arg) for keyword in node.keywords}
    assert not given or given == fields(text)


@pytest.mark.parametrize("where, node, text", RAISED, ids=[f"{where}:{node.lineno}" for where, node, _ in RAISED])
def test_no_english_hides_in_a_value(where: str, node: ast.Call, text: str | None) -> None:
    marked = {id(inner) for call in ast.walk(node) if is_allowed(call) for inner in ast.walk(call)}
    loose = [
        inner.value
        for keyword in node.keywords
        for inner in ast.walk(keyword.value)
        if isinstance(inner, ast.Constant) and isinstance(inner.value, str) and id(inner) not in marked
        if inner.value.strip(" ,/-")
    ]
    assert loose == []


def is_allowed(node: ast.AST) -> bool:
    """A phrase, which stands in the table, and the key in ``entry["verdict"]``, which nobody reads."""
    return isinstance(node, ast.Subscript) or (isinstance(node, ast.Call) and ast.unparse(node.func) == "phrase")


@pytest.mark.parametrize("where, text", [(where, text) for where, _, text in MARKED if where not in MAKERS])
def test_a_phrase_stands_in_chinese(where: str, text: str | None) -> None:
    assert text in PHRASES


def test_no_chinese_text_is_left_over() -> None:
    assert sorted(set(ERRORS) - {text for _, _, text in RAISED if text}) == []
    assert sorted(set(PHRASES) - {text for _, _, text in MARKED if text} - set(FROM_THE_SYSTEM)) == []


FROM_THE_SYSTEM = (
    "No such file or directory", "Permission denied", "Is a directory", "Not a directory", "File exists",
    "File name too long", "No space left on device", "Too many open files", "Read-only file system",
    "Input/output error",
)  # fmt: skip
"""What the operating system says, in the C locale in which Python asks it."""


@pytest.mark.parametrize("text", sorted(ERRORS))
def test_both_languages_say_the_same_values(text: str) -> None:
    assert fields(ERRORS[text]) == fields(text)


def test_a_failure_is_made_of_an_error_in_one_place_only() -> None:
    assert {where for where, _, _ in calls("Failure")} == {"corpus/failures.py", "corpus/chunks.py"}


@pytest.mark.parametrize("name", sorted(CLASSES))
def test_errors_survive_pickling(name: str) -> None:
    error = getattr(errors, name)("{path}: {n} of {x}", path="{a}", n=3, x=1.5)
    again = pickle.loads(pickle.dumps(error))
    assert (type(again), str(again)) == (type(error), "{a}: 3 of 1.5")
    assert (again.template, again.values) == (error.template, error.values)


def test_a_text_without_values_is_taken_as_it_is() -> None:
    assert str(errors.NewscleanError("write {name: family}")) == "write {name: family}"


@pytest.fixture
def chinese() -> Iterator[None]:
    choose("zh")
    yield
    choose("en")


@pytest.mark.usefixtures("chinese")
@pytest.mark.parametrize(
    "error, text",
    [
        (errors.ReadError("{path} cannot be read: {reason}; check its permissions", path="a {b}.html",
                          reason="Permission denied"), "读不了 a {b}.html：没有权限；请检查它的权限"),
        (errors.BinaryInputError("the input is {what}; newsclean reads HTML, Markdown and text", what="a PNG picture"),
         "输入是 PNG 图片；newsclean 读取 HTML、Markdown 和文本"),
        (errors.NewscleanError("a text of another program"), "a text of another program"),
    ],
)  # fmt: skip
def test_an_error_in_chinese(error: errors.NewscleanError, text: str) -> None:
    assert told(error) == text


@pytest.mark.usefixtures("chinese")
def test_a_failure_in_chinese() -> None:
    assert told(too_slow("a.html", 2.5)) == "2.5 秒还没有做完；可用 --timeout 给更多时间"
    assert told(failed("a", errors.InputError("{x}", x="\udc80"))) == "\\udc80"


REFUSALS = [
    node.value.value
    for name in ("admission.py", "other_pages.py")
    for node in ast.walk(ast.parse((PACKAGE / name).read_text(encoding="utf-8")))
    if isinstance(node, ast.Return) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
]
"""Why a document is no article."""
SICK = {
    "front matter": b"---\ntitle: a\ntitle: b\n---\nx",
    "front matter in a line": b"---\ntitle: {a\n---\nx",
    "damaged": "<p>江川大桥今日通车，群众出行方便多了。</p>".encode() * 9 + b"\xe6\xb1",
    "wrongly declared": '<meta charset="utf-8"><p>江川大桥今日通车，群众出行方便多了。</p>'.encode("gbk"),
    "utf-8 and gbk": ("<p>江川大桥今日通车，群众出行方便多了。</p>\n" * 9).encode()
    + "版权所有江川日报\n".encode("gbk") * 3,
    "mojibake": ("<p>" + "江川大桥今日通车，群众出行方便多了。".encode("gbk").decode("latin-1") + "</p>").encode() * 3,
    "lost": ("<p>江川大桥今日通车，群众\ufffd行方便多了锟斤拷。</p>" * 9).encode(),
    "unseen": "<h1>江川大\u200b桥今天恢复通车</h1><p>停运三个月的大桥今天恢复通车，首日通过车辆两万余辆。</p>".encode(),
}


@pytest.mark.parametrize("warning", REFUSALS)
def test_why_a_document_is_no_article_is_said_in_chinese(warning: str) -> None:
    assert warned(warning) == WARNINGS[warning]


@pytest.mark.parametrize("name", SICK)
def test_what_is_wrong_with_a_document_is_said_in_chinese(name: str) -> None:
    warnings = [text for text in newsclean.parse(SICK[name]).warnings if text not in WARNINGS]
    assert warnings
    for warning in warnings:
        assert warned(warning) != warning
        assert not re.search(r"\b(the|was|were|are|but|has|is)\b", warned(warning))


def test_every_warning_of_the_fixtures_is_said_in_chinese() -> None:
    found = {warning for name in cases() for warning in newsclean.parse(load(name).raw).warnings}
    assert len(found) > 5
    assert [warning for warning in found if warned(warning) == warning] == []


@pytest.mark.parametrize("warning", ["", "of another program", "{error}", "declared x, but the bytes are " + "y" * 999])
def test_a_warning_that_is_not_known_stays_as_it_is(warning: str) -> None:
    assert warned(warning) == warning


@pytest.mark.parametrize("text", sorted(WARNINGS))
def test_both_languages_warn_of_the_same_values(text: str) -> None:
    assert fields(WARNINGS[text]) == fields(text)


def test_in_english_an_error_is_what_it_says() -> None:
    choose("en")
    assert told(too_slow("a.html", 2.5)) == "not done after 2.5 seconds; give more with --timeout"
