"""A short pass over the fuzz targets: with atheris where it is installed, with mutated seeds everywhere."""

from __future__ import annotations

import importlib.util
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
SECONDS = int(os.environ.get("NEWSCLEAN_FUZZ_SECONDS", "0"))
"""For each target with atheris, whose start alone takes twenty; 0 leaves it out."""
MUTANTS = 150
"""Of the seeds, for each target, without atheris: the same ones in every run."""
SEEDS = (
    "<h1>大桥通车</h1><p>停运三个月的江川大桥昨天恢复通车。</p><img src=/a.jpg alt='x > y'><!-- a --><script>var a={}</script>",
    "---\ntitle: 大桥通车\ndate: 2026-03-01\ntags: [一, 二]\n---\n\n停运三个月的江川大桥昨天恢复通车。\n\n![](a.jpg)\n*图注*\n",
    '{"@type":"NewsArticle","headline":"大桥通车","author":[{"name":"张三"}],"datePublished":"2026-03-01"}',
    "大桥通车\n2026-03-01 10:00 来源：江川日报\n停运三个月的江川大桥，昨天恢复通车。\n责任编辑：张三\n",
    "<table><tr><td>一<td>二</table><div style='display:none'>x</div><iframe src=//v.qq.com/x/page/a1234567890.html></iframe>",
)
TOKENS = (b"<", b">", b'"', b"'", b"&", b"&#xD800;", b"<p>", b"</div>", b"<!--", b"-->", b"<script>", b"---\n", b"\x00", b"\x1f", b"\xff\xfe",
          b"\xed\xa0\x80", b"[[[[", b"{", b"NaN", b"\xe2\x80\xae", b"javascript:", b"http://[", b"9" * 30, b"\n")  # fmt: skip


def _targets() -> dict[str, object]:
    spec = importlib.util.spec_from_file_location("newsclean_fuzz_targets", HERE / "targets.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    found: dict[str, object] = module.TARGETS
    return found


TARGETS = _targets()


def mutant(chance: random.Random) -> bytes:
    """A seed with up to twelve bytes, runs or tokens changed."""
    data = bytearray(chance.choice(SEEDS).encode(chance.choice(("utf-8", "gb18030"))))
    for _ in range(chance.randrange(1, 13)):
        place = chance.randrange(len(data) + 1)
        how = chance.randrange(4)
        if how == 0:
            data[place : place + 1] = bytes([chance.randrange(256)])
        elif how == 1:
            del data[place : place + chance.randrange(1, 20)]
        elif how == 2:
            data[place:place] = chance.choice(TOKENS) * chance.choice((1, 1, 5, 50))
        else:
            start = chance.randrange(len(data) + 1)
            data[place:place] = data[start : start + chance.randrange(1, 40)]
    return bytes(data)


@pytest.mark.parametrize("name", TARGETS)
def test_mutated_seeds(name: str) -> None:
    chance = random.Random(name)
    target = TARGETS[name]
    assert callable(target)
    for _ in range(MUTANTS):
        target(mutant(chance))


@pytest.mark.parametrize("name", TARGETS)
def test_a_short_pass_of_atheris(name: str, tmp_path: Path) -> None:
    if not SECONDS:
        pytest.skip("NEWSCLEAN_FUZZ_SECONDS, the seconds for each target, is not set")
    if importlib.util.find_spec("atheris") is None:
        pytest.skip("atheris is not installed: pip install atheris")
    for number, seed in enumerate(SEEDS):
        (tmp_path / f"seed{number}").write_bytes(seed.encode())
    done = subprocess.run(
        [
            sys.executable,
            str(HERE / "targets.py"),
            name,
            f"-max_total_time={SECONDS}",
            "-timeout=10",
            "-max_len=4000",
            f"-artifact_prefix={tmp_path}/",
            str(tmp_path),
        ],
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)},
    )
    assert done.returncode == 0, done.stderr[-3_000:]
