"""The house plan, checked: who may import whom, and how long a module, a function and a signature may be."""

from __future__ import annotations

import ast
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

import newsclean

PACKAGE = Path(newsclean.__file__).parent

VOCABULARY = ("article", "blocks", "errors", "options")
"""The types that everything speaks of."""

LIBRARY = (
    "byline",
    "charsets",
    "convert",
    "credit_lines",
    "attributes",
    "dates",
    "decode",
    "media",
    "families",
    "entries",
    "folding",
    "front_names",
    "invisible",
    "labels",
    "line_runs",
    "lookalikes",
    "mojibake",
    "names",
    "prose",
    "readers.elements",
    "readers.flow",
    "readers.tags",
    "rules",
    "simhash",
    "sites",
    "spam_words",
    "surrogates",
    "text_headline",
    "toml_front",
    "typography",
    "variants",
)
"""Knowledge without an order: functions that any stage may call.  They know no stage."""

STAGES = (
    "raw",
    "source",
    "readers",
    "declared",
    "title",
    "locate",
    "embedded",
    "judges",
    "subheads",
    "admission",
    "assemble",
    "site",
    "people",
    "published",
    "provenance",
    "summary",
    "script",
    "finish",
)
"""The steps of the pipeline, in its order.  A stage knows the vocabulary and the library, and no other stage."""

PARTS = {
    "declared_titles": "title",
    "evidence": "people",
    "other_pages": "admission",
    "outlet": "people",
    "printed_headline": "title",
    "stated_times": "published",
}
"""Stages that fill more than one file: file -> its stage."""

HANDED_ON = frozenset({"Declared", "Located", "Scene", "Source"})
"""What one stage makes and the next ones are given: its type may be named, nothing else."""

AFTER = ("render", "merge")
"""What happens to a finished Article."""

OUTER = ("cli", "corpus", "engines", "report", "testing")
"""Programs around the library: they may use all of it, it uses none of them."""

PUBLIC = ("__init__", "__main__", "pipeline")

LONGEST_MODULE = 300
LONGEST_FUNCTION = 50
MOST_PARAMETERS = 5


def modules() -> dict[str, Path]:
    """Dotted name -> file, of every module of the package."""
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        name = ".".join(path.relative_to(PACKAGE).with_suffix("").parts)
        found[name.removesuffix(".__init__") if name != "__init__" else name] = path
    return found


MODULES = modules()
TREES = {name: ast.parse(path.read_text(encoding="utf-8")) for name, path in MODULES.items()}


def layer(module: str) -> str:
    """The name of the layer and, for stages, of the stage: what a module belongs to."""
    for name, members in (("library", LIBRARY), ("vocabulary", VOCABULARY), ("after", AFTER), ("outer", OUTER)):
        if any(module == member or module.startswith(member + ".") for member in members):
            return name
    if module in PARTS:
        return f"stage {PARTS[module]}"
    for stage in STAGES:
        if module == stage or module.startswith(stage + "."):
            return f"stage {stage}"
    return "public" if module in PUBLIC else "?"


@cache
def imports(module: str) -> list[tuple[str, str, bool]]:
    """(module, name, inside a function) of everything that a module imports from the package."""
    path = MODULES[module]
    package = list(path.relative_to(PACKAGE).parts[:-1])
    found = []
    top = set(map(id, TREES[module].body))
    for node in ast.walk(TREES[module]):
        if isinstance(node, ast.ImportFrom):
            if node.level:
                base = package[: len(package) - node.level + 1]
            elif node.module and node.module.split(".")[0] == "newsclean":
                base = []
            else:
                continue
            parts = (node.module or "").split(".") if node.module else []
            parts = parts[1:] if not node.level else parts
            for alias in node.names:
                target = ".".join(base + parts + [alias.name])
                if target in MODULES:
                    found.append((target, "", id(node) not in top))
                else:
                    found.append((".".join(base + parts) or "__init__", alias.name, id(node) not in top))
    return found


def test_every_module_has_its_place() -> None:
    assert [name for name in MODULES if layer(name) == "?"] == []


@pytest.mark.parametrize("module", [name for name in MODULES if layer(name) == "vocabulary"])
def test_vocabulary_knows_only_itself(module: str) -> None:
    for target, name, late in imports(module):
        writes_itself = module == "article" and target in ("render", "simhash") and late
        assert layer(target) == "vocabulary" or writes_itself, f"{module} imports {name} of {target}"


@pytest.mark.parametrize("module", [name for name in MODULES if layer(name) == "library"])
def test_library_knows_no_stage(module: str) -> None:
    wrong = [(target, name) for target, name, _ in imports(module) if layer(target) not in ("vocabulary", "library")]
    assert wrong == []


@pytest.mark.parametrize("module", [name for name in MODULES if layer(name).startswith("stage")])
def test_stages_never_know_each_other(module: str) -> None:
    allowed = ("vocabulary", "library", layer(module))
    wrong = [
        (target, name)
        for target, name, _ in imports(module)
        if layer(target) not in allowed and not (layer(target).startswith("stage") and name in HANDED_ON)
    ]
    assert wrong == []


def test_what_is_handed_on_is_only_named_never_made() -> None:
    made = [
        (module, node.lineno)
        for module, tree in TREES.items()
        for node in ast.walk(tree)
        if layer(module).startswith("stage")
        and isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in HANDED_ON
        and (module, node.func.id) not in {("embedded", "Located")}  # it finds a body too, in the page's data
        and any(
            name == node.func.id and name in HANDED_ON and layer(target) != layer(module)
            for target, name, _ in imports(module)
        )
    ]
    assert made == []


def test_only_the_pipeline_imports_stages() -> None:
    wrong = [
        (module, target)
        for module in MODULES
        for target, name, _ in imports(module)
        if layer(target).startswith("stage")
        and not layer(module).startswith("stage")
        and module != "pipeline"
        and not (module == "__init__" and name in newsclean.__all__)
        and layer(module) != "outer"
    ]
    assert wrong == []


def test_the_core_uses_none_of_the_programs_around_it() -> None:
    wrong = [
        (module, target)
        for module in MODULES
        for target, name, _ in imports(module)
        if layer(target) == "outer" and layer(module) != "outer"
        and (module, name) not in {("__init__", "parse_many"), ("__main__", "main")}
    ]  # fmt: skip
    assert wrong == []


def test_options_are_read_in_the_pipeline_only() -> None:
    readers = [
        module
        for module in MODULES
        for target, name, _ in imports(module)
        if target == "options" and name in ("Options", "DEFAULT") and layer(module) != "outer"
    ]
    assert sorted(set(readers)) == ["__init__", "pipeline"]


@pytest.mark.parametrize("module", MODULES)
def test_modules_are_short(module: str) -> None:
    assert len(MODULES[module].read_text(encoding="utf-8").splitlines()) < LONGEST_MODULE


def lines_of(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """The lines of a function without its docstring."""
    length = (function.end_lineno or function.lineno) - function.lineno + 1
    first = function.body[0]
    if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and isinstance(first.value.value, str):
        length -= (first.end_lineno or first.lineno) - first.lineno + 1
    return length


def is_command(function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """A command's parameters are the options of its command line."""
    return any(
        isinstance(mark, ast.Call) and ast.unparse(mark.func).endswith((".command", ".callback"))
        for mark in function.decorator_list
    )


def functions(module: str) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    return [node for node in ast.walk(TREES[module]) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


@pytest.mark.parametrize("module", MODULES)
def test_functions_are_short(module: str) -> None:
    assert {f.name: lines_of(f) for f in functions(module) if lines_of(f) >= LONGEST_FUNCTION} == {}


@pytest.mark.parametrize("module", MODULES)
def test_functions_take_few_parameters(module: str) -> None:
    counts = {
        function.name: len(
            [
                one
                for one in (*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs)
                if one.arg not in ("self", "cls")
            ]
        )
        for function in functions(module)
        if not is_command(function)
    }
    assert {name: count for name, count in counts.items() if count > MOST_PARAMETERS} == {}


def test_the_pipeline_is_one_screen() -> None:
    (judged,) = [function for function in functions("pipeline") if function.name == "judged"]
    assert (
        len(MODULES["pipeline"].read_text(encoding="utf-8").splitlines()[judged.body[1].lineno - 1 : judged.end_lineno])
        <= LONGEST_FUNCTION
    )


def test_no_module_of_odds_and_ends() -> None:
    assert [name for name in MODULES if name.split(".")[-1] in ("utils", "util", "helpers", "common", "misc")] == []


def test_importing_loads_nothing_heavy() -> None:
    """opencc, lxml and charset-normalizer are loaded where they are first needed."""
    heavy = ("opencc", "lxml", "bs4", "charset_normalizer", "typer", "rich", "pyarrow")
    code = f"import sys, newsclean; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == "[]"
