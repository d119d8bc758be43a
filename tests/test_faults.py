"""Strange surroundings: no locale, no home, a package that cannot be written to, no assertions, warnings as errors.

Each case parses a page, writes it out and converts it in a process of its own, and prints the same digest as here.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import newsclean
from newsclean import NewscleanError, ReadError

PACKAGE = Path(newsclean.__file__).parent
RUN = """
import hashlib
import newsclean
page = "<h1>江川大桥恢复通车</h1><p>3天前 来源：江川日报</p>" + "<p>停运三个月的江川大桥昨天恢复通车，首日通过车辆两万余辆。</p>" * 4
article = newsclean.parse(page.encode("gbk"), options=newsclean.Options(typography="news", script="zh-Hant-TW"))
written = article.to_json() + article.to_markdown() + article.to_html()
print(hashlib.sha256(written.encode()).hexdigest())
"""
STARTUP = "import time; time.time = lambda: 0.0; time.time_ns = lambda: 0\n"


def here() -> str:
    space: dict[str, object] = {}
    exec(RUN.replace("print(", "result = ("), space)
    return str(space["result"])


def run(
    *flags: str, code: str = RUN, package: Path = PACKAGE, environment: dict[str, str | None] | None = None
) -> subprocess.CompletedProcess[str]:
    search = os.pathsep.join([str(package.parent), os.environ.get("PYTHONPATH", "")])
    given = {**os.environ, "PYTHONPATH": search, "PYTHONIOENCODING": "utf-8", **(environment or {})}
    return subprocess.run(
        [sys.executable, *flags, "-c", f"exec({code!a})"],
        env={name: value for name, value in given.items() if value is not None},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize(
    "flags, environment",
    [
        ([], {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}),
        ([], {"LC_ALL": "xx_YY.nothing", "LANG": "xx"}),
        ([], {"HOME": None, "USERPROFILE": None, "XDG_CACHE_HOME": None}),
        ([], {"HOME": "/nonexistent"}),
        ([], {"TZ": "Mars/Olympus"}),
        (["-O"], {}),
        (["-OO"], {}),
        (["-W", "error"], {}),
        (["-X", "dev"], {}),
        (["-B", "-s"], {}),
    ],
    ids=["locale C", "unknown locale", "no home", "home is gone", "unknown time zone", "-O", "-OO", "-W error", "-X dev", "-B -s"],
)  # fmt: skip
def test_the_same_article_comes_out(flags: list[str], environment: dict[str, str | None]) -> None:
    done = run(*flags, environment=environment)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.strip() == here()


def test_a_clock_in_1970() -> None:
    done = run(code=STARTUP + RUN)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.strip() == here()


def test_a_package_that_cannot_be_written_to(tmp_path: Path) -> None:
    copy = tmp_path / "newsclean"
    shutil.copytree(PACKAGE, copy, ignore=shutil.ignore_patterns("__pycache__", "pages"))
    for path in (*copy.rglob("*"), copy):
        path.chmod(0o555 if path.is_dir() else 0o444)
    try:
        before = sorted(copy.rglob("*"))
        done = run("-B", package=copy)
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout.strip() == here()
        assert sorted(copy.rglob("*")) == before
    finally:
        for path in (copy, *copy.rglob("*")):
            path.chmod(0o755)


def test_an_empty_folder_of_its_own_stays_empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = run("-B", environment=dict.fromkeys(("HOME", "XDG_CACHE_HOME", "TMPDIR"), str(tmp_path)))
    assert done.returncode == 0
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name != "posix", reason="modes of POSIX")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text("<p>桥</p>", encoding="utf-8")
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("this user may read everything")
    with pytest.raises(ReadError, match="permission"):
        newsclean.parse_file(path)


@pytest.mark.parametrize("name", ["loop", "dangling"])
def test_links_that_lead_nowhere(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.symlink_to(path if name == "loop" else tmp_path / "gone")
    with pytest.raises(ReadError):
        newsclean.parse_file(path)


def test_every_error_is_one_of_ours_without_assertions() -> None:
    done = run(
        "-O",
        code="import newsclean\ntry:\n    newsclean.parse(b'')\nexcept newsclean.NewscleanError:\n    print('ours')",
    )
    assert done.stdout.strip() == "ours"


def test_memory_that_runs_out_is_not_swallowed() -> None:
    resource = pytest.importorskip("resource")
    code = (
        "import resource, newsclean\n"
        "newsclean.parse('<h1>标题</h1>' + '<p>停运三个月的江川大桥昨天恢复通车。</p>' * 4)\n"
        "used = int(open('/proc/self/statm').read().split()[0]) * resource.getpagesize()\n"
        "resource.setrlimit(resource.RLIMIT_AS, (used + 60_000_000, used + 60_000_000))\n"
        "try:\n    newsclean.parse(b'<p>' + b'<b>a' * 10_000_000)\n"
        "except MemoryError:\n    print('memory')\n"
        "newsclean.parse('<h1>标题</h1>' + '<p>停运三个月的江川大桥昨天恢复通车。</p>' * 4)\n"
        "print('goes on')\n"
    )
    assert resource
    if not Path("/proc/self/statm").exists():
        pytest.skip("needs /proc to know what is used")
    done = run(code=code)
    assert done.stdout.split("\n")[:2] == ["memory", "goes on"], done.stderr


def test_the_digest_is_of_something() -> None:
    assert here() != hashlib.sha256(b"").hexdigest()
    assert issubclass(ReadError, NewscleanError)
