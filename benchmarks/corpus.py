"""Throughput and memory of `newsclean normalize`, measured on real processes.

    python benchmarks/corpus.py                 six minutes: speed with one and two jobs, share of the parent
    python benchmarks/corpus.py --memory        ten minutes: the peak with 1,000 and with 100,000 documents
    python benchmarks/corpus.py --engine        what one core does through the Arrow function that Spark and Ray call

The documents are the fixture pages of `newsclean.testing`, or with ``--pages FOLDER`` the files of a folder, over and
over.  Every figure is of a whole run of the program, its start included; CPU seconds come from the system (getrusage),
so other programs on the machine disturb the wall clock alone: for the ratio of one job to two it must do nothing else.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterable, Iterator
from importlib.util import find_spec
from itertools import cycle, islice
from pathlib import Path
from typing import NamedTuple

from newsclean.corpus.setup import PARSE
from newsclean.testing import cases, load

_PROGRAM = """
import json, resource, sys
from newsclean.cli import main, normalize
from newsclean.corpus.pool import Process
from newsclean.corpus.setup import Setup

def peak(process):
    # ru_maxrss will not do: a process that is started has the memory of the one that started it in it.
    for line in open(f"/proc/{process}/status"):
        if line.startswith("VmHWM:"):
            return int(line.split()[1])

def end(self, end=Process.end):
    peaks.append(peak(self._child.pid))
    return end(self)

peaks = []
Process.end = end
report, parse, *words = sys.argv[1:]
vars(normalize)["Setup"] = lambda **given: Setup(parse=parse, **given)
status = main(words)
own, workers = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
json.dump({
    "parent": own.ru_utime + own.ru_stime, "workers": workers.ru_utime + workers.ru_stime,
    "parent_peak": peak("self"), "worker_peak": max(peaks),
}, open(report, "w"))
sys.exit(status == 2)
"""


class Measure(NamedTuple):
    """One run."""

    wall: float
    parent: float
    """CPU seconds."""
    workers: float
    parent_peak: float
    """MiB."""
    worker_peak: float
    """MiB, of the largest worker."""


def measure(source: Path, *words: str, parse: str = PARSE) -> Measure:
    """Run the program over a source in processes (``-j``) and measure it; Linux tells what it must."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        output = Path(folder) / "out.jsonl"
        words = ("normalize", str(source), "-o", str(output), "-q", *words)
        began = time.perf_counter()
        subprocess.run([sys.executable, "-c", _PROGRAM, str(report), parse, *words], check=True)
        wall = time.perf_counter() - began
        found = json.loads(report.read_text())
    return Measure(wall, found["parent"], found["workers"], found["parent_peak"] / 1024, found["worker_peak"] / 1024)


def fixtures() -> list[bytes]:
    """The fixture pages."""
    return [load(name).raw for name in cases()]


def files(place: Path) -> list[bytes]:
    """The files of a folder, unpacked."""
    found = [path for path in sorted(place.rglob("*")) if path.is_file()]
    return [gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes() for path in found]


def repeated(documents: list[bytes], number: int) -> Iterator[bytes]:
    """The documents over and over, each with something of its own."""
    for index, document in enumerate(islice(cycle(documents), number)):
        yield document + b"<!-- %d -->" % index


def folder(path: Path, documents: Iterable[bytes]) -> Path:
    """A folder of pages, a thousand a folder."""
    for index, page in enumerate(documents):
        place = path / f"{index // 1000:04}" / f"{index:07}.html"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(page)
    return path


def json_lines(path: Path, documents: Iterable[bytes]) -> Path:
    """JSON lines, packed."""
    with gzip.open(path.with_suffix(".jsonl.gz"), "wt", encoding="utf-8", compresslevel=1) as file:
        for index, page in enumerate(documents):
            file.write(json.dumps({"html": page.decode("utf-8", "replace"), "n": index}, ensure_ascii=False) + "\n")
    return path.with_suffix(".jsonl.gz")


def archive(path: Path, documents: Iterable[bytes]) -> Path:
    """A zip archive."""
    with zipfile.ZipFile(path.with_suffix(".zip"), "w", zipfile.ZIP_DEFLATED, compresslevel=1) as file:
        for index, page in enumerate(documents):
            file.writestr(f"{index:07}.html", page)
    return path.with_suffix(".zip")


def web_archive(path: Path, documents: Iterable[bytes]) -> Path:
    """A ``.warc.gz`` as Common Crawl writes it: one gzip member a record."""
    with open(path.with_suffix(".warc.gz"), "wb") as file:
        for index, page in enumerate(documents):
            http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page
            head = (
                f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{index:032x}>\r\n"
                f"WARC-Date: 2026-01-01T00:00:00Z\r\nWARC-Target-URI: http://a.example/{index}\r\n"
                f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
            )
            file.write(gzip.compress(head.encode() + http + b"\r\n\r\n", compresslevel=6))
    return path.with_suffix(".warc.gz")


SOURCES: dict[str, Callable[[Path, Iterable[bytes]], Path]] = {
    "folder": folder,
    "jsonl.gz": json_lines,
    "zip": archive,
    "warc.gz": web_archive,
}


def speed(documents: list[bytes], number: int, rounds: int, kinds: list[str]) -> None:
    """One and two jobs by turns on every kind of source: of each the quickest round."""
    size = sum(map(len, repeated(documents, number))) / 1e6
    print(f"{number} documents, {size:.0f} MB, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    print("            wall seconds            two jobs       CPU ms a document   parent's share")
    print("source      1 job  2 jobs  ratio   docs/s   MB/s      1 job  2 jobs   of it, 2 jobs")
    for kind in kinds:
        if kind == "warc.gz" and not find_spec("fastwarc"):
            print("warc.gz     needs the package fastwarc")
            continue
        with tempfile.TemporaryDirectory() as place:
            source = SOURCES[kind](Path(place) / "corpus", repeated(documents, number))
            measure(source, "--jobs", "2")  # the files are in the cache of the system from here on
            found = [[measure(source, "--jobs", jobs) for jobs in ("1", "2")] for _ in range(rounds)]
        one, two = (min(runs) for runs in zip(*found, strict=True))  # by the first field, the wall clock
        cpus = [min(run.parent + run.workers for run in runs) for runs in zip(*found, strict=True)]
        print(
            f"{kind:10} {one.wall:6.2f} {two.wall:7.2f} {one.wall / two.wall:6.2f} {number / two.wall:8.0f} "
            f"{size / two.wall:6.1f} {1000 * cpus[0] / number:10.2f} {1000 * cpus[1] / number:7.2f} "
            f"{two.parent / (two.parent + two.workers):12.1%}",
            flush=True,
        )


def memory(documents: list[bytes]) -> None:
    """The peak of the parent and of the largest worker, with few and with many documents."""
    print(f"{'documents':>10} {'parent':>9} {'worker':>9} {'wall':>8}")
    peaks = []
    with tempfile.TemporaryDirectory() as place:
        for number in (1_000, 100_000):
            source = json_lines(Path(place) / f"corpus{number}", repeated(documents, number))
            found = measure(source, "--jobs", "2")
            peaks.append(found)
            print(
                f"{number:10} {found.parent_peak:5.0f} MiB {found.worker_peak:5.0f} MiB {found.wall:7.0f}s", flush=True
            )
            source.unlink()
    few, many = peaks
    print(f"parent {many.parent_peak / few.parent_peak - 1:+.0%}, worker {many.worker_peak / few.worker_peak - 1:+.0%}")


def engine(documents: list[bytes], number: int) -> None:
    """One core, the Arrow function: the figure that a cluster is sized by."""
    import pyarrow as pa  # noqa: PLC0415 (an extra)

    from newsclean.engines.arrow import clean_batches  # noqa: PLC0415

    many = list(repeated(documents, number))
    size = sum(map(len, many))
    table = pa.table({"id": [str(index) for index in range(number)], "html": many})
    list(clean_batches(table.slice(0, 100).to_batches()))
    began = time.process_time()
    failed = sum(batch.num_rows - batch.column("error").null_count for batch in clean_batches(table.to_batches(256)))
    spent = time.process_time() - began
    print(
        f"{number} documents of {size / number / 1000:.0f} KB, {failed} failed: {1000 * spent / number:.2f} ms a document, "
        f"{size / spent / 1e6:.1f} MB/s, {3600 * number / spent:,.0f} documents a core-hour"
    )


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=Path, metavar="FOLDER", help="take the files of a folder, not the fixtures")
    parser.add_argument("--documents", type=int, default=6000, help="documents of a run")
    parser.add_argument("--rounds", type=int, default=2, help="rounds of one job and two jobs")
    parser.add_argument("--sources", nargs="+", choices=[*SOURCES], default=[*SOURCES], help="kinds of source")
    parser.add_argument("--memory", action="store_true", help="measure memory instead")
    parser.add_argument("--engine", action="store_true", help="measure the Arrow function instead")
    chosen = parser.parse_args()
    documents = files(chosen.pages) if chosen.pages else fixtures()
    if chosen.memory:
        memory(documents)
    elif chosen.engine:
        engine(documents, chosen.documents)
    else:
        speed(documents, chosen.documents, chosen.rounds, chosen.sources)


if __name__ == "__main__":
    main()
