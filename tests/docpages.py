"""The examples of the documentation: found, run, and compared with what the page says they print.

What runs, page by page, from top to bottom, in a folder that holds `seeds/` and what `supply` puts there:

- a ``python`` fence; what it prints must be the ``text`` fence that stands right below (``>>>`` examples carry theirs
  inside);
- a ``console`` fence: each ``$`` line, with what must be printed below it or in the ``text`` fence right below
  (standard error included);
- a ``sh`` fence: each command must succeed; a ``text`` fence right below is what it prints.

``pip`` and ``pytest`` are left to `.ci/run`; a command that asks for an extra that is not installed may fail.  A line ``…`` stands for any lines, figures of time for any figures.
``<!-- needs: pyspark, java -->`` before a fence names packages and programs without which it is not run, ``<!-- shown: why -->`` one that
never is.  ``python tests/docpages.py`` writes what the examples print now into the pages.
"""

from __future__ import annotations

import contextlib
import doctest
import gzip
import importlib.util
import io
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import warnings
import zipfile
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import newsclean

ROOT = Path(__file__).parents[1]
PAGES = ("README.md", "README.zh.md", *(f"docs/{path.name}" for path in sorted((ROOT / "docs").glob("*.md"))))
PAGE = """<html><head><title>跨江大桥今天通车_江川新闻网</title></head><body><h1>跨江大桥今天通车</h1>
<p>2024-05-09 08:30 来源：江川日报</p>
<p>停运三个月的江川大桥今天恢复通车，首日通过车辆两万余辆，晚高峰没有出现拥堵。</p>
<p>市交通局说，大桥的限重标准没有改变，夜间的施工还将持续两个星期。</p></body></html>
"""
FEED = """<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>江川日报</title><link>https://news.example.cn/</link>
<item><title>跨江大桥今天通车</title><link>{page}</link><guid>1</guid></item>
<item><title>水厂扩建开工</title><link>https://news.example.cn/2.html</link><guid>2</guid>
<dc:creator>林晓雨</dc:creator><pubDate>Fri, 10 May 2024 08:00:00 +0800</pubDate>
<content:encoded><![CDATA[<p>江川第二水厂的扩建工程今天开工，明年夏天完工后每天多供水六万吨。</p>
<p>施工期间供水不受影响，沿线道路分三段开挖。</p><p>点击下方关注我们</p>]]></content:encoded></item>
</channel></rss>
"""
SECONDS = 120
"""One example takes a second; a Spark session on a busy machine a minute."""

_FENCE = re.compile(r"^(?:<!-- *(needs|shown): *([^\n]*?) *-->\n)?```(\w+)[^\n]*\n(.*?)^```$", re.M | re.S)
_FIGURE = re.compile(r"\d+(?:\.\d+)?(?= (?:s\b|documents/s|MB/s|秒))|(?<=每秒 )\d+")
_COMMENT = re.compile(r"<!--.*?-->", re.S)
_MISSING = re.compile(r"(?:needs the package|需要) (\w+)(?: 包|\b)")
_LEFT_OUT = re.compile(r"(?:python -m )?(?:pip|pytest)\b|.*\b(?:zsh|fish)_source\b")


@dataclass(frozen=True)
class Fence:
    """A fenced block: its language, its text, the line of the page (from 0) where the text begins."""

    language: str
    text: str
    line: int
    needs: tuple[str, ...] = ()
    shown: bool = False
    output: Fence | None = None
    """The ``text`` fence right below: nothing but empty lines between the two (and comments, of a console)."""


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
        between = markdown[end : match.start()]
        if found and found[-1].language == "console":
            between = _COMMENT.sub("", between)
        if found and fence.language == "text" and not between.strip():
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


def _typed(fence: Fence) -> str:
    """What a person types of a fence of commands."""
    return "\n".join(command for command, _, _ in _prompts(fence)) if fence.language == "console" else fence.text


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


def missing(page: list[Fence]) -> list[str]:
    """What examples of the page need and this machine has not: packages, and programs."""
    needed = dict.fromkeys(name for fence in page if not fence.shown for name in fence.needs)
    return [name for name in needed if importlib.util.find_spec(name) is None and not _is_program(name)]


def _is_program(name: str) -> bool:
    return bool(shutil.which(name) or os.environ.get(f"{name.upper()}_HOME"))


def runnable(command: str) -> str:
    """The command without its steps that install or test; empty where it is for another shell than bash."""
    return " && ".join(step for step in command.split(" && ") if not _LEFT_OUT.match(step.strip()))


@dataclass
class Session:
    """One page's examples in one folder; names and files live on from one to the next."""

    folder: Path
    language: str = "en_US.UTF-8"
    names: dict[str, Any] = field(default_factory=lambda: {"__name__": "__docs__"})

    def run(self, page: list[Fence]) -> list[Printed]:
        """Run the examples of a page.  Raises what an example raises, and `AssertionError` where a command fails."""
        supply(self.folder)
        done: list[Printed] = []
        for fence in page:
            if fence.shown or missing([fence]):
                continue
            if fence.language == "console" and fence.output is None:
                done += [self._prompted(fence, *prompt) for prompt in _prompts(fence)]
            elif fence.language == "python" and fence.text.startswith(">>>"):
                done += self._interactive(fence)
            elif fence.language in ("python", "sh", "console"):
                with warnings.catch_warnings():
                    if fence.needs:
                        warnings.simplefilter("ignore")  # what other packages say of each other
                    got = self._python(fence) if fence.language == "python" else self._shell(_typed(fence))
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
        """Run commands, each line for itself (a here-document whole); what they print."""
        lines = [text] if "<<" in text else _logical_lines(text)
        return "".join(map(self._command, filter(None, map(runnable, lines))))

    def _command(self, command: str) -> str:
        done = subprocess.run(
            ["bash", "-euo", "pipefail", "-c", command], cwd=self.folder, env=self._environment(), timeout=SECONDS,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False, encoding="utf-8",
        )  # fmt: skip
        extra = _MISSING.search(done.stdout)
        if done.returncode and not (extra and importlib.util.find_spec(extra[1]) is None):
            raise AssertionError(f"{command}\nfails with {done.returncode}:\n{done.stdout}")
        return done.stdout

    def _environment(self) -> dict[str, str]:
        """That of the tests, with `newsclean` and `python` of this interpreter, a `curl` that needs no network, and the
        page's language."""
        programs = self.folder.parent / "bin"
        programs.mkdir(exist_ok=True)
        python = f'exec "{sys.executable}"'
        for name, line in (
            ("python", f'{python} "$@"'), ("python3", f'{python} "$@"'),
            ("newsclean", f'{python} -m newsclean "$@"'), ("curl", "exec cat page.html"),
        ):  # fmt: skip
            (programs / name).write_text(f"#!/bin/sh\n{line}\n", encoding="utf-8")
            (programs / name).chmod(0o755)
        source = str(Path(newsclean.__file__).parents[1])
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "COLUMNS"))}
        return kept | {
            "PATH": f"{programs}{os.pathsep}{os.environ.get('PATH', '')}",
            "PYTHONPATH": os.pathsep.join(filter(None, (source, os.environ.get("PYTHONPATH")))),
            "PYTHONUTF8": "1",
            "COLUMNS": "100",
            "LANG": self.language,
        }


def supply(folder: Path) -> None:
    """The files that examples speak of: the seeds, a page, a feed, a folder and archives of pages."""
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    page = PAGE.encode()
    (folder / "page.html").write_bytes(page)
    address = (folder / "page.html").as_uri().replace("file:///", "file://localhost/")  # feedparser loses empty hosts
    (folder / "feed.xml").write_text(FEED.format(page=address), encoding="utf-8")
    (folder / "dump").mkdir()
    (folder / "dump" / "1.html").write_bytes(page)
    with zipfile.ZipFile(folder / "pages.zip", "w") as archive:
        archive.writestr("1.html", page)
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:0b1f9a52-6c3e-4d0a-9f3e-2f6a1c7d8e90>\r\n"
        "WARC-Date: 2024-05-09T01:00:00Z\r\nWARC-Target-URI: https://news.example.cn/2024/0509/1.html\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
    )
    (folder / "crawl.warc.gz").write_bytes(gzip.compress(head.encode() + answer + b"\r\n\r\n"))
    lines = json.dumps({"id": 1, "raw": PAGE, "html": PAGE}, ensure_ascii=False) + "\n"
    (folder / "pages.jsonl").write_text(lines, encoding="utf-8")
    if importlib.util.find_spec("zstandard") is None:
        (folder / "pages.jsonl.zst").touch()
    else:
        zstandard: Any = importlib.import_module("zstandard")
        (folder / "pages.jsonl.zst").write_bytes(zstandard.ZstdCompressor().compress(lines.encode()))


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
