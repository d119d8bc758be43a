"""Runs in a world that fails: full disks, closed pipes, files that change, odd locales and clocks, memory that ends.

Each is a real process of the command line; whatever happens it says one line, and no traceback.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import corpus_fake
import pytest

import newsclean
from newsclean.article import Failure
from newsclean.corpus.chunks import FileChunk, LineChunk, WarcChunk
from newsclean.corpus.documents import Document
from newsclean.corpus.readers import End, documents
from newsclean.corpus.setup import Setup

PACKAGE = Path(newsclean.__file__).parent
PAGE = "<h1>江川大桥恢复通车{}</h1>" + "<p>停运三个月的江川大桥昨天恢复通车，首日通过车辆两万余辆。</p>" * 4
PAGES = 60
SETUP = Setup(form="text", parse=corpus_fake.NAME)
FULL = Path("/dev/full")


@pytest.fixture
def dump(tmp_path: Path) -> Path:
    """Sixty pages, one of them with a Chinese name."""
    folder = tmp_path / "dump"
    folder.mkdir()
    for number in range(PAGES - 1):
        (folder / f"{number:02}.html").write_text(PAGE.format(number), encoding="utf-8")
    (folder / "页.html").write_text(PAGE.format("页"), encoding="utf-8")
    return folder


def command(
    *words: object, package: Path = PACKAGE, flags: tuple[str, ...] = (), before: str = "", **environment: str | None
) -> tuple[list[str], dict[str, str]]:
    """The words and the environment of a process that runs the command line; `before` is code that runs first."""
    search = os.pathsep.join([str(package.parent), os.environ.get("PYTHONPATH", "")])
    given = {**os.environ, "PYTHONPATH": search, "COLUMNS": "100", **environment}
    code = f"{before}\nimport sys\nfrom newsclean.cli import main\nsys.exit(main(sys.argv[1:]))"
    found = [sys.executable, *flags, "-c", code, *map(str, words), "--lang", "en"]
    return found, {name: value for name, value in given.items() if value is not None}


def run(*words: object, stdout: Any = subprocess.PIPE, **given: Any) -> subprocess.CompletedProcess[str]:
    """Run it to its end."""
    found, environment = command(*words, **given)
    return subprocess.run(
        found, env=environment, stdout=stdout, stderr=subprocess.PIPE, encoding="utf-8", errors="replace", check=False
    )


def bodies(output: Path) -> int:
    """The number of whole articles in an output; fails on a half one."""
    if output.is_dir():
        return sum("两万余辆。" in path.read_text(encoding="utf-8") for path in output.glob("*.md"))
    if output.suffix == ".parquet":
        return int(pytest.importorskip("pyarrow.parquet").read_table(output).num_rows)
    return sum("两万余辆。" in json.loads(line)["text"] for line in output.read_text(encoding="utf-8").splitlines())


# The output


@pytest.mark.skipif(not FULL.exists(), reason="needs /dev/full")
@pytest.mark.parametrize("words", [["normalize", "{}", "-o", "-", "-q"], ["show", "{}/00.html"], ["normalize", "--help"]])
def test_standard_output_on_a_full_disk(dump: Path, words: list[str]) -> None:
    with FULL.open("wb") as full:
        done = run(*(word.format(dump) for word in words), stdout=full)
    assert done.returncode == 2
    assert done.stderr.splitlines() == ["newsclean: the output cannot be written (No space left on device)"]


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_reader_that_has_had_enough(dump: Path, jobs: str) -> None:
    source = dump.parent / "in.jsonl"
    source.write_text(json.dumps({"html": PAGE * 20}) + "\n" * 1 + (json.dumps({"html": PAGE * 20}) + "\n") * 300)
    words, environment = command("normalize", source, "-o", "-", "-q", "-j", jobs)
    with subprocess.Popen(words, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        json.loads(process.stdout.readline())
        process.stdout.close()
        said = process.stderr.read()
        assert process.wait(60) == 1
    assert said == b""


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 64 KiB."""
    place = tmp_path / "disk"
    place.mkdir()
    made = shutil.which("mount") and subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "none", place], capture_output=True, check=False
    )
    if not made or made.returncode:
        pytest.skip("this user may mount no disk")
    yield place
    subprocess.run(["umount", "-l", place], check=True)


@pytest.mark.parametrize(
    "name, words",
    [
        ("out.jsonl", []),
        ("out", ["--output-format", "markdown"]),
        ("out.parquet", []),
    ],
)
def test_a_disk_that_is_full(dump: Path, small_disk: Path, name: str, words: list[str]) -> None:
    if name.endswith("parquet"):
        pytest.importorskip("pyarrow", reason="pyarrow (extra arrow) is not installed")
    (small_disk / "else").write_bytes(bytes(50_000))
    done = run("normalize", dump, "-o", small_disk / name, "-q", *words)
    assert done.returncode == 2
    (line,) = done.stderr.splitlines()
    assert "No space left on device" in line
    assert not list(small_disk.glob("*.jsonl")) + list(small_disk.glob("*.parquet")) + list(small_disk.glob("out/*.md"))
    subprocess.run(["mount", "-o", "remount,size=10m", small_disk], check=True)
    assert run("normalize", dump, "-o", small_disk / name, "-q", "--resume", *words).returncode == 0
    assert bodies(small_disk / name) == PAGES


def test_a_file_that_may_not_grow(dump: Path, tmp_path: Path) -> None:
    pytest.importorskip("resource")
    limit = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))"
    done = run("normalize", dump, "-o", tmp_path / "out.jsonl", "-q", before=limit)
    assert done.returncode == 2
    (line,) = done.stderr.splitlines()
    assert "cannot be written" in line
    assert not (tmp_path / "out.jsonl").exists()


# The input


def test_lines_that_are_gone_when_they_are_read(tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_text('{"html": "一"}\n{"html": "二"}\n')
    chunk = LineChunk(os.fsencode(path), 0, 4_000, 1)
    *read, last = documents(chunk, SETUP)
    assert [item.data for item in read if isinstance(item, Document)] == ["一", "二"]
    assert isinstance(last, Failure)
    assert "shorter" in last.message


@pytest.mark.parametrize("left", [0, 10, 100_000])
@pytest.mark.parametrize("suffix", ["", ".gz"])
def test_a_web_archive_that_is_gone_when_it_is_read(tmp_path: Path, suffix: str, left: int) -> None:
    pytest.importorskip("fastwarc", reason="fastwarc (extra warc) is not installed")
    path = tmp_path / f"in.warc{suffix}"
    path.write_bytes(b"\0" * left)
    items = list(documents(WarcChunk(os.fsencode(path), 50, 1_000_000), SETUP))
    assert isinstance(items[-1], End)
    assert isinstance(items[-2], Failure)
    assert "shorter" in items[-2].message


@pytest.mark.parametrize("how", ["gone", "folder", "locked", "loop"])
def test_a_page_that_cannot_be_read_any_more_costs_itself(tmp_path: Path, how: str) -> None:
    paths = [tmp_path / f"{number}.html" for number in range(3)]
    for path in paths:
        path.write_text(path.name)
    chunk = FileChunk(tuple(os.fsencode(path) for path in paths))
    paths[1].unlink()
    if how == "folder":
        paths[1].mkdir()
    elif how == "loop":
        paths[1].symlink_to(paths[1])
    elif how == "locked":
        paths[1].write_text("x")
        paths[1].chmod(0)
        if os.access(paths[1], os.R_OK):
            pytest.skip("this user may read everything")
    items = list(documents(chunk, SETUP))
    assert [type(item) for item in items] == [Document, Failure, Document]


# The surroundings


@pytest.mark.parametrize(
    "given",
    [
        {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"HOME": None, "XDG_CACHE_HOME": None, "TMPDIR": None},
        {"before": "import time; time.time = lambda: 0.0; time.time_ns = lambda: 0"},
        {"flags": ("-O",)},
        {"flags": ("-OO",)},
        {"flags": ("-W", "error")},
        {"flags": ("-B", "-s")},
        {"PYTHONWARNINGS": "error"},
        {"PYTHONHASHSEED": "7", "TZ": "Mars/Olympus"},
    ],
    ids=["locale C", "no home", "clock in 1970", "-O", "-OO", "-W error", "-B -s", "warnings are errors", "no time zone"],
)
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_run_in_odd_surroundings(dump: Path, tmp_path: Path, given: dict[str, Any], jobs: str) -> None:
    output = tmp_path / "out"
    done = run("normalize", dump, "-o", output, "--output-format", "markdown", "-q", "-j", jobs, **given)
    assert (done.returncode, done.stderr, done.stdout) == (0, "", "")
    assert bodies(output) == PAGES
    assert "江川大桥恢复通车页.md" in os.listdir(output)


@pytest.mark.parametrize("encoding", ["ascii", "gbk", "latin-1", "big5"])
def test_a_terminal_that_knows_no_chinese_or_not_all_of_it(dump: Path, encoding: str) -> None:
    (dump / "00.html").write_text(PAGE.format("𠮷😀"), encoding="utf-8")
    environment = {"PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": encoding}
    done = run("show", dump / "00.html", **environment)
    assert (done.returncode, done.stderr) == (0, "")
    assert "\\U0001f600" in done.stdout


def test_a_package_that_cannot_be_written_to(dump: Path, tmp_path: Path) -> None:
    copy = tmp_path / "newsclean"
    shutil.copytree(PACKAGE, copy, ignore=shutil.ignore_patterns("__pycache__", "pages", "gold"))
    for path in (*copy.rglob("*"), copy):
        path.chmod(0o555 if path.is_dir() else 0o444)
    try:
        done = run("normalize", dump, "-o", tmp_path / "out.jsonl", "-q", "-j", "2", package=copy, flags=("-B",))
        assert (done.returncode, done.stderr) == (0, "")
        assert bodies(tmp_path / "out.jsonl") == PAGES
    finally:
        for path in (copy, *copy.rglob("*")):
            path.chmod(0o755)


# The memory


def test_a_document_that_takes_all_memory_costs_itself() -> None:
    pytest.importorskip("resource")
    code = """
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, (1 << 31, 1 << 31))
from newsclean import Article
from newsclean.corpus import parse_many
items = [f"文档 {n}" for n in range(100)]
items[40] = "HOG "
for item in parse_many(items, jobs=2, parse="corpus_fake:parse", timeout=60):
    print("" if isinstance(item, Article) else item.error, end=",")
"""
    search = os.pathsep.join(filter(None, sys.path))
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": search},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.stdout.split(",")[:100] == [""] * 40 + ["MemoryError"] + [""] * 59, done.stderr
