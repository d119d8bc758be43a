"""What a run costs beside the cleaning itself: the parent's share of the CPU time, and memory however many documents.

(The same with real pages in large numbers, and the throughput: ``python benchmarks/corpus.py``.)
"""

from __future__ import annotations

import gzip
import importlib.util
import json
import os
import sys
from collections.abc import Callable, Iterable
from itertools import cycle, islice
from pathlib import Path
from typing import Any

import corpus_fake
import pytest

from newsclean.testing import cases, load

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="reads what Linux tells of processes")


def benchmark() -> Any:
    """``benchmarks/corpus.py``."""
    path = Path(__file__).parents[1] / "benchmarks" / "corpus.py"
    spec = importlib.util.spec_from_file_location("corpus_benchmark", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(autouse=True)
def importable(monkeypatch: pytest.MonkeyPatch) -> None:
    """What can be imported here can be in the processes."""
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(filter(None, sys.path)))


def packed(path: Path, documents: Iterable[str]) -> Path:
    """The form of input that costs the parent most: it has to unpack it for the workers."""
    with gzip.open(path, "wt", encoding="utf-8", compresslevel=1) as file:
        file.writelines(json.dumps({"html": document}, ensure_ascii=False) + "\n" for document in documents)
    return path


def folder(path: Path, documents: Iterable[str]) -> Path:
    path.mkdir()
    for number, document in enumerate(documents):
        (path / f"{number:04}.html").write_text(document, encoding="utf-8")
    return path


@pytest.mark.parametrize("make", [packed, folder])
def test_the_parent_takes_a_tenth_of_the_time_at_most(
    tmp_path: Path, make: Callable[[Path, Iterable[str]], Path]
) -> None:
    """Two runs and their difference: what starting costs is no matter of the number of documents."""
    measure = benchmark().measure
    pages = [load(name).raw.decode("utf-8", "replace") for name in cases()]
    suffix = ".jsonl.gz" if make is packed else ""
    few, many = (
        measure(make(tmp_path / f"{number}{suffix}", islice(cycle(pages), number)), "-j", "2") for number in (200, 1000)
    )
    parent, workers = many.parent - few.parent, many.workers - few.workers
    print(
        f"\nof {1000 * (parent + workers) / 800:.2f} ms a document the parent takes {parent / (parent + workers):.1%}"
    )
    assert parent <= 0.1 * (parent + workers)


def test_memory_does_not_grow_with_the_number_of_documents(tmp_path: Path) -> None:
    """A thousand documents of the size of pages, and 99,000 short ones behind them, which cost little to clean.

    How much waits for its turn depends on how the processes take turns: so of the short run the largest of three.
    """

    def peaks(number: int) -> tuple[float, float]:
        documents = (f"第{n}条 {'新闻' * (2000 if n < 1000 else 200)}" for n in range(number))
        source = packed(tmp_path / f"{number}.jsonl.gz", documents)
        found = benchmark().measure(source, "-j", "2", parse=corpus_fake.NAME)
        return found.parent_peak, found.worker_peak

    parents, workers = zip(*(peaks(1_000) for _ in range(3)), strict=True)
    parent, worker = peaks(100_000)
    print(f"\nparent {max(parents):.0f} -> {parent:.0f} MiB, worker {max(workers):.0f} -> {worker:.0f} MiB")
    assert parent <= 1.2 * max(parents)
    assert worker <= 1.2 * max(workers)
