"""The sample project: its own tests run, in a folder that is not ours."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from importlib.metadata import entry_points
from pathlib import Path

import newsclean

EXAMPLE = Path(__file__).parents[1] / "examples" / "crawler"


def test_the_crawler_s_tests_pass(tmp_path: Path) -> None:
    folder = shutil.copytree(
        EXAMPLE, tmp_path / "crawler", ignore=shutil.ignore_patterns("__pycache__", ".pytest_cache")
    )
    # Where newsclean is not installed but lies on the path, pytest does not find the plugin by itself.
    known = any(found.value == "newsclean.testing.plugin" for found in entry_points(group="pytest11"))
    plugin = [] if known else ["-p", "newsclean.testing.plugin"]
    words = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--strict-markers", *plugin]
    path = os.pathsep.join(filter(None, (str(Path(newsclean.__file__).parents[1]), os.environ.get("PYTHONPATH"))))
    environment = {**os.environ, "PYTHONPATH": path}
    done = subprocess.run(words, cwd=folder, env=environment, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert " passed" in done.stdout
