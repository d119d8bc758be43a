"""The examples of the documentation: found, run, and compared with what the page says they print.

What runs, page by page, from top to bottom, in a folder that holds `seeds/`:

- a ``python`` fence; what it prints must be the ``text`` fence that stands right below (``>>>`` examples carry theirs
  inside);
- a ``console`` fence: each ``$`` line, with what must be printed below it (standard error included);
- a ``sh`` fence: each command must succeed; a ``text`` fence right below is what it prints.

``pip`` and ``pytest`` are left to `.ci/run`.  A line ``…`` stands for any lines, figures of time for any figures.
``<!-- needs: pyspark -->`` before a fence names a package without which it is not run, ``<!-- shown: why -->`` one that
never is.  ``python tests/docpages.py`` writes what the examples print now into the pages.
"""

from __future__ import annotations

import contextlib
import doctest
import importlib.util
import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import newsclean

ROOT = Path(__file__).parents[1]
PAGES = ("README.md", "README.zh.md", *(f"docs/{path.name}" for path in sorted((ROOT / "docs").glob("*.md"))))
SECONDS = 120
"""One example takes a second; a Spark session on a busy machine a minute."""

_FENCE = re.compile(r"^(?:<!-- *(needs|shown): *([^\n]*?) *-->\n)?```(\w+)[^\n]*\n(.*?)^```$", re.M | re.S)
_FIGURE = re.compile(r"\d+(?:\.\d+)?(?= (?:s\b|documents/s|MB/s|秒))|(?<=每秒 )\d+")
_LEFT_TO_CI = re.compile(r"(?:python -m )?(?:pip|pytest)\b")


@dataclass(frozen=True)
class Fence:
    """A fenced block: its language, its text, the line of the page (from 0) where the text begins."""

    language: str
    text: str
    line: int
    needs: tuple[str, ...] = ()
    shown: bool = False
    output: Fence | None = None
    """The ``text`` fence right below: nothing but empty lines between the two."""


@dataclass(frozen=True)
class Printed:
    """What an example printed (`got`), and the lines of the page that say what it prints (`start` to `end`)."""

    start: int
    end: int
    want: str
    got: str

    @property
    def right(self) -> bool:
        """True where the page says what was printed."""
        return matches(self.want, self.got)


def fences(markdown: str) -> list[Fence]:
    """All fenced blocks of a page, in order."""
    found: list[Fence] = []
    end = 0
    for match in _FENCE.finditer(markdown):
        needs = tuple(match[2].replace(",", " ").split()) if match[1] == "needs" else ()
        line = markdown.count("\n", 0, match.start(4))
        fence = Fence(match[3], match[4], line, needs, match[1] == "shown")
        if found and fence.language == "text" and not markdown[end : match.start()].strip():
            found[-1] = replace(found[-1], output=fence)
        found.append(fence)
        end = match.end()
    return found


def commands(markdown: str) -> list[str]:
    """The shell commands that a page shows, as they are typed."""
    found: list[str] = []
    for fence in fences(markdown):
        if fence.language == "sh":
            found += _logical_lines(fence.text)
        elif fence.language == "console":
            found += [command for command, _, _ in _prompts(fence)]
    return found


def matches(want: str, got: str) -> bool:
    """Equal but for figures of time and space at line ends; a line ``…`` of `want` stands for any number of lines."""
    parts = re.split(r"^…$\n?", _plain(want), flags=re.M)
    return re.fullmatch(r"(?:.*\n)*".join(map(re.escape, parts)), _plain(got)) is not None


def _plain(text: str) -> str:
    lines = [line.rstrip() for line in _FIGURE.sub("#", text).splitlines()]
    return "".join(f"{line}\n" for line in lines if line)


def _logical_lines(text: str) -> list[str]:
    return [line for line in text.replace("\\\n", "").splitlines() if line.strip() and not line.startswith("#")]


def _prompts(fence: Fence) -> list[tuple[str, int, int]]:
    """(command, first and last + 1 line of its output in the fence) of each ``$`` line."""
    lines = fence.text.splitlines()
    starts = [number for number, line in enumerate(lines) if line.startswith("$ ")]
    ends = [*starts[1:], len(lines)]
    found = []
    for start, end in zip(starts, ends, strict=True):
        last = start
        while lines[last].endswith("\\"):
            last += 1
        command = "".join(line.removesuffix("\\") for line in lines[start : last + 1])[2:]
        found.append((command, last + 1, end))
    return found


def runnable(command: str) -> str:
    """The command without its steps that install or test."""
    return " && ".join(step for step in command.split(" && ") if not _LEFT_TO_CI.match(step.strip()))


@dataclass
class Session:
    """One page's examples in one folder; names and files live on from one to the next."""

    folder: Path
    language: str = "en_US.UTF-8"
    names: dict[str, Any] = field(default_factory=lambda: {"__name__": "__docs__"})

    def run(self, page: list[Fence]) -> list[Printed]:
        """Run the examples of a page.  Raises what an example raises, and `AssertionError` where a command fails."""
        shutil.copytree(ROOT / "seeds", self.folder / "seeds")
        done: list[Printed] = []
        for fence in page:
            if fence.shown or any(importlib.util.find_spec(name) is None for name in fence.needs):
                continue
            if fence.language == "console":
                done += [self._prompted(fence, *prompt) for prompt in _prompts(fence)]
            elif fence.language == "python" and fence.text.startswith(">>>"):
                done += self._interactive(fence)
            elif fence.language in ("python", "sh"):
                got = self._python(fence) if fence.language == "python" else self._shell(fence.text)
                if (below := fence.output) is not None:
                    done.append(Printed(below.line, below.line + below.text.count("\n"), below.text, got))
        return done

    def _prompted(self, fence: Fence, command: str, start: int, end: int) -> Printed:
        want = "".join(f"{line}\n" for line in fence.text.splitlines()[start:end])
        return Printed(fence.line + start, fence.line + end, want, self._shell(command))

    def _python(self, fence: Fence) -> str:
        output = io.StringIO()
        with _within(self.folder), contextlib.redirect_stdout(output):
            exec(compile("\n" * fence.line + fence.text, "<page>", "exec"), self.names)
        return output.getvalue()

    def _interactive(self, fence: Fence) -> list[Printed]:
        done = []
        example: doctest.Example
        for example in doctest.DocTestParser().get_examples(fence.text):
            output = io.StringIO()
            with _within(self.folder), contextlib.redirect_stdout(output):
                exec(compile(example.source, "<page>", "single"), self.names)
            start = fence.line + example.lineno + example.source.count("\n")
            done.append(Printed(start, start + example.want.count("\n"), example.want, output.getvalue()))
        return done

    def _shell(self, text: str) -> str:
        script = "\n".join(filter(None, map(runnable, _logical_lines(text) if "<<" not in text else [text])))
        if not script:
            return ""
        done = subprocess.run(
            ["bash", "-euo", "pipefail", "-c", script], cwd=self.folder, env=self._environment(), timeout=SECONDS,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False, encoding="utf-8",
        )  # fmt: skip
        assert done.returncode == 0, f"{script}\nfails with {done.returncode}:\n{done.stdout}"
        return done.stdout

    def _environment(self) -> dict[str, str]:
        """That of the tests, with `newsclean` and `python` of this interpreter, and the page's language."""
        programs = self.folder.parent / "bin"
        programs.mkdir(exist_ok=True)
        for name, words in (("python", ""), ("newsclean", "-m newsclean ")):
            program = programs / name
            program.write_text(f'#!/bin/sh\nexec "{sys.executable}" {words}"$@"\n', encoding="utf-8")
            program.chmod(0o755)
        source = str(Path(newsclean.__file__).parents[1])
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "COLUMNS"))}
        return kept | {
            "PATH": f"{programs}{os.pathsep}{os.environ.get('PATH', '')}",
            "PYTHONPATH": os.pathsep.join(filter(None, (source, os.environ.get("PYTHONPATH")))),
            "PYTHONUTF8": "1",
            "LANG": self.language,
        }


@contextlib.contextmanager
def _within(folder: Path) -> Any:
    """The working folder for a while (contextlib.chdir is newer than Python 3.10)."""
    before = os.getcwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)


def run_page(name: str, folder: Path) -> list[Printed]:
    """Run the examples of one page below `folder`, which must be empty."""
    here = folder / "here"
    here.mkdir()
    language = "zh_CN.UTF-8" if name.endswith(".zh.md") else "en_US.UTF-8"
    return Session(here, language).run(fences((ROOT / name).read_text(encoding="utf-8")))


def refresh(name: str) -> int:
    """Write what the examples of a page print now into the page; the number of places changed."""
    path = ROOT / name
    lines = path.read_text(encoding="utf-8").splitlines()
    with tempfile.TemporaryDirectory() as folder:
        wrong = [printed for printed in run_page(name, Path(folder)) if not printed.right]
    for printed in reversed(wrong):
        if "…" in printed.want.splitlines():
            print(f"{name}:{printed.start + 1}: cut by hand, look at it:\n{printed.got}", file=sys.stderr)
            continue
        lines[printed.start : printed.end] = [line.rstrip() for line in printed.got.strip("\n").splitlines()]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return len(wrong)


if __name__ == "__main__":
    for page in sys.argv[1:] or PAGES:
        print(f"{page}: {refresh(page)} changed")
