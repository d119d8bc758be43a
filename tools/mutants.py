"""Mutation testing: whether the tests notice small errors in what judges, names, dates and decodes.

    python tools/mutants.py [--count 300] [--skip 0] [--seed 1] [--group judges] [--jobs 1] [--only src/newsclean/names.py:40]

A mutant is the package with one operator, constant or returned value changed (the operators are mutmut's: comparisons,
and/or, not, arithmetic, numbers, strings, True/False, break/continue, returned values).  A sample of all that there are,
the same for the same seed and code, is run against the test files that state what the mutated module does.  Hypothesis's
properties are left out, so that a mutant is killed by a written case or not at all.  Every one is printed, with what
was changed and whether it was killed; the exit code is 1 where fewer than 85 % are killed.  POSIX only: every mutant is a forked process.
"""

from __future__ import annotations

import argparse
import ast
import compileall
import importlib
import multiprocessing
import os
import random
import re
import resource
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "src" / "newsclean"
WHOLE = ("fixtures", "seeds", "rules_reached", "harmless", "short_lines")
"""Tests that parse whole documents: the last word on every rule."""
GROUPS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "judges": (
        ("judges/*.py",),
        (
            "judges_lines",
            "judges_pictures",
            "judges_boxes",
            "judges_links",
            "judges",
            "links",
            "titles",
            "people",
            *WHOLE,
            "media",
            "inspect_rules",
        ),
    ),
    "people": (
        ("people.py", "byline.py", "names.py", "credit_lines.py", "labels.py"),
        (
            "names",
            "labels",
            "outlet_names",
            "credit_lines",
            "byline",
            "authors",
            "accounts",
            "people",
            "credits",
            "titles",
            *WHOLE,
            "media",
        ),
    ),
    "published": (
        ("published.py", "stated_times.py", "dates/*.py"),
        ("published_zone", "published_data", "stated_times", "dates", "clock", "partial_times", "published", *WHOLE),
    ),
    "decode": (
        ("decode.py", "charsets/*.py"),
        (
            "charsets",
            "iso2022cn",
            "likelihood",
            "detection",
            "reading_anew",
            "shifted_lines",
            "decode",
            "mojibake",
            "decode_damage",
            "bad_input",
            "fixtures",
            "seeds",
        ),
    ),
}
"""Group -> its modules, and the test files that are run on their mutants, in this order."""
LEAST_KILLED = 0.85
SECONDS = 120
"""Of processor time, ten times what the tests of a group take: a mutant that takes longer hangs, and is killed."""

COMPARISONS = {
    ast.Eq: ("==", "!="), ast.NotEq: ("!=", "=="), ast.Lt: ("<", "<="), ast.LtE: ("<=", "<"), ast.Gt: (">", ">="),
    ast.GtE: (">=", ">"), ast.In: ("in", "not in"), ast.NotIn: ("not in", "in"), ast.Is: ("is", "is not"),
    ast.IsNot: ("is not", "is"),
}  # fmt: skip
ARITHMETIC = {
    ast.Add: ("+", "-"), ast.Sub: ("-", "+"), ast.Mult: ("*", "/"), ast.Div: ("/", "*"), ast.FloorDiv: ("//", "/"),
    ast.Mod: ("%", "/"), ast.BitOr: ("|", "&"), ast.BitAnd: ("&", "|"), ast.LShift: ("<<", ">>"), ast.RShift: (">>", "<<"),
}  # fmt: skip
_WORD = re.compile(r"[^\W_]")
LOGIC = {ast.And: ("and", "or"), ast.Or: ("or", "and")}


@dataclass(frozen=True, order=True)
class Mutant:
    """One change: the bytes from `start` to `end` of a file become `new`."""

    group: str
    path: Path
    start: int
    end: int
    new: str

    def source(self) -> bytes:
        """The whole file with the change."""
        old = self.path.read_bytes()
        return old[: self.start] + self.new.encode() + old[self.end :]

    def __str__(self) -> str:
        old = self.path.read_bytes()
        line = old.count(b"\n", 0, self.start)
        return f"{self.path.relative_to(ROOT)}:{line + 1}: {old[self.start : self.end].decode()!r} -> {self.new!r} in {old.splitlines()[line].decode().strip()}"


def _is_character(node: ast.expr) -> bool:
    """Whether an expression is one element of something: text[0], text[-1]."""
    return isinstance(node, ast.Subscript) and not isinstance(node.slice, ast.Slice)


class Sites(ast.NodeVisitor):
    """Every (start, end, replacement) of a source text, in bytes."""

    def __init__(self, source: bytes) -> None:
        self.source = source
        self.found: list[tuple[int, int, str]] = []
        starts = [0]
        for line in source.splitlines(keepends=True):
            starts.append(starts[-1] + len(line))
        self._starts = starts
        self._patterns: set[ast.expr] = set()
        """Arguments of the functions of `re`: signs there are a pattern, not a set."""
        self._sets: set[ast.expr] = set()
        """Strings that a single character is looked for in."""
        self.visit(ast.parse(source))

    def _span(self, node: ast.expr | ast.stmt) -> tuple[int, int]:
        assert node.end_lineno is not None
        assert node.end_col_offset is not None
        return self._starts[node.lineno - 1] + node.col_offset, self._starts[node.end_lineno - 1] + node.end_col_offset

    def _between(self, left: ast.expr, right: ast.expr, words: tuple[str, str]) -> None:
        """Note the operator that stands between two operands."""
        start, end = self._span(left)[1], self._span(right)[0]
        place = self.source.find(words[0].encode(), start, end)
        if place >= 0:
            self.found.append((place, place + len(words[0]), words[1]))

    def visit_Compare(self, node: ast.Compare) -> None:
        operands = [node.left, *node.comparators]
        for left, operator, right in zip(operands, node.ops, operands[1:], strict=False):
            self._between(left, right, COMPARISONS[type(operator)])
            if isinstance(operator, ast.In | ast.NotIn) and _is_character(left):
                self._sets.add(right)
        self.generic_visit(node)

    def visit_BoolOp(self, node: ast.BoolOp) -> None:
        for left, right in zip(node.values, node.values[1:], strict=False):
            self._between(left, right, LOGIC[type(node.op)])
        self.generic_visit(node)

    def visit_BinOp(self, node: ast.BinOp) -> None:
        if type(node.op) in ARITHMETIC:
            self._between(node.left, node.right, ARITHMETIC[type(node.op)])
        self.generic_visit(node)

    def visit_AugAssign(self, node: ast.AugAssign) -> None:
        if type(node.op) in ARITHMETIC:
            old, new = ARITHMETIC[type(node.op)]
            self._between(node.target, node.value, (f"{old}=", f"{new}="))
        self.generic_visit(node)

    def visit_UnaryOp(self, node: ast.UnaryOp) -> None:
        if isinstance(node.op, ast.Not):
            start, end = self._span(node)
            self.found.append((start, end, self.source[self._span(node.operand)[0] : end].decode()))
        self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        if (
            isinstance(node.func, ast.Attribute)
            and isinstance(node.func.value, ast.Name)
            and node.func.value.id == "re"
        ):
            self._patterns.update(node.args)
        self.generic_visit(node)

    def _is_of_signs(self, node: ast.expr, value: str) -> bool:
        """Whether a string is a set of signs, mostly."""
        return not _WORD.search(value) and node not in self._patterns

    def visit_Constant(self, node: ast.Constant) -> None:
        start, end = self._span(node)
        value = node.value
        if isinstance(value, bool):
            self.found.append((start, end, str(not value)))
        elif isinstance(value, int | float):
            self.found.append((start, end, str(value + 1)))
        elif isinstance(value, str) and len(value) > 1 and (node in self._sets or self._is_of_signs(node, value)):
            self.found.append((start, end, repr(value[1:-1])))  # without the first and the last
        elif isinstance(value, str | bytes) and value:
            prefix, quote = (
                self.source[start:end].split(self.source[end - 1 : end], 1)[0].decode(),
                chr(self.source[end - 1]),
            )
            if node.lineno == node.end_lineno and not self.source.startswith(f"{prefix}{quote * 3}".encode(), start):
                at = start + len(prefix) + 1
                self.found.append((at, end - 1, f"XX{self.source[at : end - 1].decode()}XX"))

    def visit_Return(self, node: ast.Return) -> None:
        if node.value is not None and not (isinstance(node.value, ast.Constant) and node.value.value is None):
            self.found.append((*self._span(node.value), "None"))
        self.generic_visit(node)

    def visit_Break(self, node: ast.Break) -> None:
        self.found.append((*self._span(node), "continue"))

    def visit_Continue(self, node: ast.Continue) -> None:
        self.found.append((*self._span(node), "break"))

    def visit_Expr(self, node: ast.Expr) -> None:
        if not isinstance(node.value, ast.Constant):  # a docstring is no behaviour
            self.generic_visit(node)

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        """Left out: before Python 3.12 the places of what is within are wrong."""

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        if node.value is not None:
            self.visit(node.value)

    def visit_arg(self, node: ast.arg) -> None:
        """Left out: an annotation is no behaviour."""

    def visit_keyword(self, node: ast.keyword) -> None:
        if node.arg != "gc":  # what the collector looks at is no behaviour
            self.generic_visit(node)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        for part in (*node.args.defaults, *filter(None, node.args.kw_defaults), *node.decorator_list, *node.body):
            self.visit(part)


def mutants(groups: Iterable[str]) -> Iterator[Mutant]:
    """All mutants of some groups that are Python."""
    for group in groups:
        for pattern in GROUPS[group][0]:
            for path in sorted(PACKAGE.glob(pattern)):
                for site in sorted(set(Sites(path.read_bytes()).found)):
                    mutant = Mutant(group, path, *site)
                    try:
                        compile(mutant.source(), str(path), "exec", dont_inherit=True)
                    except SyntaxError:  # two words in one statement, mostly
                        continue
                    yield mutant


def survives(mutant: Mutant, sources: Path) -> bool:
    """Whether the tests pass on a mutant, in a process of its own; `sources` is a copy of src/ to change."""
    place = sources / mutant.path.relative_to(PACKAGE.parent)
    try:
        _forget(place)
        place.write_bytes(mutant.source())
        return _passes(mutant.group, sources)
    finally:
        _forget(place)
        shutil.copy2(mutant.path, place)


def _forget(place: Path) -> None:
    """Remove what was compiled of a module: Python would take it where size and second of two mutants are the same."""
    for compiled in (place.parent / "__pycache__").glob(f"{place.stem}.*"):
        compiled.unlink()


def _passes(group: str, sources: Path) -> bool:
    child = os.fork()
    if not child:
        _test(group, sources)
    return os.waitpid(child, 0)[1] == 0


def _test(group: str, sources: Path) -> None:
    """Run a group's tests on the package in `sources`, in silence, and end the process with pytest's code."""
    code = 1
    try:
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        silence = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silence, 1)
        os.dup2(silence, 2)
        os.environ["PYTHONPATH"] = str(sources)
        sys.path.insert(0, str(sources))
        pytest = importlib.import_module("pytest")
        files = [str(ROOT / "tests" / f"test_{name}.py") for name in GROUPS[group][1]]
        code = pytest.main(["-x", "-q", "-p", "no:cacheprovider", "-m", "not hypothesis", f"--rootdir={ROOT}", *files])
    finally:
        os._exit(code)


def _sources() -> Path:
    copy = Path(tempfile.mkdtemp(prefix="mutants-")) / "src"
    shutil.copytree(PACKAGE.parent, copy, ignore=shutil.ignore_patterns("__pycache__"))
    compileall.compile_dir(copy, quiet=2)
    (copy.parent / "seeds").symlink_to(ROOT / "seeds")  # some fixtures are the seeds
    return copy


def _run(share: list[Mutant]) -> list[Mutant]:
    """The survivors of a share of the sample."""
    sources = _sources()
    alive = []
    try:
        for mutant in share:
            if survives(mutant, sources):
                alive.append(mutant)
            print("survived:" if alive[-1:] == [mutant] else "killed:  ", mutant, flush=True)
    finally:
        shutil.rmtree(sources.parent)
    return alive


def _check(groups: set[str]) -> None:
    """Stop where tests fail without any mutant: they would kill everything."""
    sources = _sources()
    try:
        for group in sorted(groups):
            if not _passes(group, sources):
                sys.exit(f"the tests of {group} fail without any mutant")
    finally:
        shutil.rmtree(sources.parent)


def main() -> int:
    """Run a sample of the mutants; returns the exit code."""
    parser = argparse.ArgumentParser(description="Mutation testing.")
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument(
        "--skip", type=int, default=0, help="mutants that an earlier run has done: so many of the sample"
    )
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--group", choices=GROUPS, action="append")
    parser.add_argument("--only", help="the mutants of one file or of one line of it, FILE:LINE")
    given = parser.parse_args(namespace=SimpleNamespace())
    os.chdir(ROOT)
    every = list(mutants(given.group or GROUPS))
    if given.only:
        every = [mutant for mutant in every if f"{mutant}:".startswith(f"{given.only}:")]
    random.Random(given.seed).shuffle(every)
    sample = every[given.skip : given.skip + given.count]
    for module in ("pytest", "lxml.html", "yaml", "msgspec", "opencc"):  # once, not in every fork
        importlib.import_module(module)
    _check({mutant.group for mutant in sample})
    with multiprocessing.get_context("fork").Pool(given.jobs) as pool:
        shares = pool.map(_run, [sample[share :: given.jobs] for share in range(given.jobs)])
    alive = [mutant for share in shares for mutant in share]
    counts, lost = Counter(mutant.group for mutant in sample), Counter(mutant.group for mutant in alive)
    for group, count in counts.items():
        print(f"{group:10} {count - lost[group]:4} of {count:4} killed")
    killed = len(sample) - len(alive)
    print(f"all        {killed:4} of {len(sample):4} killed, {killed / len(sample):.1%}; {len(every)} mutants in all")
    return int(killed < LEAST_KILLED * len(sample))


if __name__ == "__main__":
    sys.exit(main())
