"""What the first article in a process has to load, and from where it can be loaded."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import newsclean

PACKAGE = Path(newsclean.__file__).parent
HANS = "江川县昨天召开会议，讨论了明年的预算。县长说，这座桥修好了，群众出行方便多了。" * 6
HANT = "江川縣昨天召開會議，討論了明年的預算。縣長說，這座橋修好了，群眾出行方便多了。" * 6


def printed(code: str, path: Path = PACKAGE.parent) -> str:
    """What a new process prints that takes newsclean from `path`."""
    command = [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(path)!r})\n{code}"]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True).stdout.strip()


@pytest.mark.parametrize(
    "text, tables", [(HANS, ["hk2s"]), (HANT, ["hk2s"]), ("経済の予算", ["hk2s"]), ("経済", ["hk2s", "t2jp"])]
)
def test_only_the_tables_that_a_text_needs_are_read(text: str, tables: list[str]) -> None:
    code = f"""
import opencc, newsclean
loaded = []
plain = opencc.OpenCC.__init__
def counted(self, config):
    loaded.append(config)
    plain(self, config)
opencc.OpenCC.__init__ = counted
newsclean.detect_script({text!r})
print(" ".join(loaded))
"""
    assert printed(code).split() == tables


def test_each_file_is_read_once() -> None:
    code = f"""
from collections import Counter
import json, pathlib
read = Counter()
plain = pathlib.Path.read_text
def counted(path, *args, **kwargs):
    if path.parent.name == "data":
        read[path.name] += 1
    return plain(path, *args, **kwargs)
pathlib.Path.read_text = counted
import newsclean
for _ in range(2):
    newsclean.parse("<h1>江川大桥通车</h1><p>来源：江川日报 作者：张三</p><p>{HANS}</p>".encode())
print(json.dumps(read))
"""
    read = json.loads(printed(code))
    assert "people.yaml" in read
    assert "scripts.yaml" in read
    assert set(read.values()) == {1}


def test_slow_modules_wait_until_they_are_needed() -> None:
    code = "import newsclean; newsclean.parse; print(*sys.modules)"
    loaded = set(printed(code).split())
    assert "newsclean.pipeline" in loaded
    assert loaded.isdisjoint({"importlib.resources", "opencc", "bs4", "typer", "pyarrow", "zipfile", "tempfile"})


def test_a_package_inside_a_zip_reads_its_data(tmp_path: Path) -> None:
    """As Spark ships one to its workers."""
    archive = tmp_path / "newsclean.zip"
    with zipfile.ZipFile(archive, "w") as target:
        for path in PACKAGE.rglob("*"):
            if path.is_file() and path.suffix != ".pyc":
                target.write(path, path.relative_to(PACKAGE.parent))
    code = f"""
import newsclean
assert newsclean.__file__.startswith({str(archive)!r}), newsclean.__file__
article = newsclean.parse("<h1>江川大桥通车</h1><p>{HANS}</p>".encode(), url="https://example.cn/1")
print(article.title, article.script.tag)
"""
    assert printed(code, archive) == "江川大桥通车 zh-Hans"
