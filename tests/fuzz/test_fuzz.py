"""A short pass over the fuzz targets: with atheris where it is installed, with mutated seeds everywhere."""

from __future__ import annotations

import importlib.util
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest
from fuzz_inputs import SEEDS, WORDS
from targets import TARGETS

HERE = Path(__file__).parent
SECONDS = int(os.environ.get("NEWSCLEAN_FUZZ_SECONDS", "0"))
"""For each target with atheris; 0 leaves it out."""
MUTANTS = 150
"""Of the seeds, for each target, without atheris: the same ones in every run."""
TOKENS = (*WORDS, b"[[[[", b"9" * 30)


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
    for _ in range(MUTANTS):
        TARGETS[name](mutant(chance))


@pytest.mark.parametrize("name", TARGETS)
def test_a_short_pass_of_atheris(name: str, tmp_path: Path) -> None:
    if not SECONDS:
        pytest.skip("NEWSCLEAN_FUZZ_SECONDS, the seconds for each target, is not set")
    if importlib.util.find_spec("atheris") is None:
        pytest.skip("atheris is not installed: pip install atheris")
    done = subprocess.run(
        [
            sys.executable,
            str(HERE / "run.py"),
            name,
            str(tmp_path),
            f"-max_total_time={SECONDS}",
            "-timeout=10",
            "-max_len=4000",
            "-seed=1",  # what fails here fails again; by hand every run is another
            "-print_final_stats=1",
        ],
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)},
    )
    assert done.returncode == 0, done.stderr[-3_000:]
