"""CPU time a page: raw bytes in, complete Article out, beside a bare parse and every peer that is installed.

    python benchmarks/speed.py                      ../shared/bench/pages where it is there, else the fixture pages
    python benchmarks/speed.py PAGES --rounds 5     any folder of pages, packed with gzip or not
    python benchmarks/speed.py --only 'lxml|resili' these peers alone
    python benchmarks/speed.py --stages             newsclean alone, by stage

Every round reads every page with every tool in turn, so all of them meet the same noise and the same cold caches.  A
figure is the median of the rounds; a ratio is the median of the rounds' ratios.  Nothing is kept from page to page.
"""

from __future__ import annotations

import argparse
import gzip
import importlib
import logging
import platform
import re
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from newsclean.testing.gold import HERE

Run = Callable[[bytes], Any]
BENCH = Path(__file__).resolve().parents[2] / "shared" / "bench" / "pages"


def _module(name: str) -> Any:
    """A tool is imported only where it is measured; none of them has types."""
    return importlib.import_module(name)


def decoded(raw: bytes) -> str:
    """What a crawler would hand over: UTF-8 where it is, else GB18030.  It is not in the time of the bare parses."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("gb18030", errors="replace")


def _newsclean() -> Run:
    parse: Run = _module("newsclean").parse
    return parse


def _lxml() -> Callable[[str], Any]:
    html = _module("lxml.html")

    def read(text: str) -> Any:
        try:
            return html.document_fromstring(text)
        except ValueError:  # a page that declares its encoding in an XML prologue is not taken as a str
            return html.document_fromstring(text.encode())

    return read


def _lexbor() -> Callable[[str], Any]:
    parse: Callable[[str], Any] = _module("selectolax.lexbor").LexborHTMLParser
    return parse


def _resiliparse() -> Callable[[str], Any]:
    parser = _module("resiliparse.parse.html").HTMLTree
    plain_text = _module("resiliparse.extract.html2text").extract_plain_text
    return lambda text: plain_text(parser.parse(text), main_content=True)


def _readability() -> Callable[[str], Any]:
    make = _module("readability").Document

    def read(text: str) -> Any:
        document = make(text)
        return document.summary(), document.short_title()

    return read


def _gne() -> Callable[[str], Any]:
    extract: Callable[[str], Any] = _module("gne").GeneralNewsExtractor().extract
    return extract


def _magic_html() -> Callable[[str], Any]:
    extractor = _module("magic_html").GeneralExtractor()
    return lambda text: extractor.extract(text, base_url="https://example.com/")


def _trafilatura() -> Callable[[str], Any]:
    extract = _module("trafilatura").bare_extraction
    return lambda text: extract(text, with_metadata=True)


TOOLS: tuple[tuple[str, Callable[[], Callable[[str], Any]]], ...] = (
    ("lxml, bare parse", _lxml),
    ("lexbor, bare parse", _lexbor),
    ("resiliparse, main text", _resiliparse),
    ("readability-lxml", _readability),
    ("GNE", _gne),
    ("magic-html", _magic_html),
    ("trafilatura, metadata", _trafilatura),
)
"""Peers get text, newsclean gets bytes."""


def pages_of(folder: Path) -> list[bytes]:
    """The pages of a folder, unpacked."""
    found = []
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.name.startswith("."):
            raw = path.read_bytes()
            found.append(gzip.decompress(raw) if path.suffix == ".gz" else raw)
    return found


def timed(run: Callable[[Any], Any], given: Any) -> float:
    """CPU seconds of one call; what it raises counts for nothing."""
    start = time.process_time()
    try:
        run(given)
    except Exception:  # a peer may raise anything
        return time.process_time() - start
    return time.process_time() - start


def measure(pages: list[bytes], only: str, rounds: int) -> dict[str, list[float]]:
    """Tool -> CPU milliseconds a page in each round."""
    tools: dict[str, Callable[[Any], Any]] = {"newsclean, complete Article": _newsclean()}
    for name, make in TOOLS:
        if re.search(only, name):
            try:
                tools[name] = make()
            except ImportError as error:
                print(f"{name}: not measured ({error})", file=sys.stderr)
    texts = [decoded(raw) for raw in pages]
    spent: dict[str, list[float]] = {name: [] for name in tools}
    for number in range(-1, rounds):  # round -1 is not counted: first use builds tables
        sums = dict.fromkeys(tools, 0.0)
        for raw, text in zip(pages if number >= 0 else pages[:5], texts, strict=False):
            for name, run in tools.items():
                sums[name] += timed(run, raw if name.startswith("newsclean") else text)
        if number >= 0:
            for name, total in sums.items():
                spent[name].append(total / len(pages) * 1000)
    return spent


def table(spent: dict[str, list[float]]) -> None:
    """Print the medians and the ratios."""
    own = next(iter(spent.values()))
    print("| CPU time | ms a page | least–most | newsclean is |\n|---|---|---|---|")
    for name, values in spent.items():
        ratio = statistics.median([ours / theirs for ours, theirs in zip(own, values, strict=True)])
        said = "" if values is own else f"{ratio:.2f} × this" if ratio > 0.2 else f"1/{1 / ratio:.0f} of this"
        print(f"| {name} | {statistics.median(values):.2f} | {min(values):.2f}–{max(values):.2f} | {said} |")


class Clock:
    """The time spent in each stage, without the stages that it calls."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = {}
        self._inner = [0.0]

    def around(self, name: str, run: Callable[..., Any]) -> Callable[..., Any]:
        """`run`, timed under `name`."""

        def timed_run(*given: Any, **named: Any) -> Any:
            self._inner.append(0.0)
            start = time.process_time()
            try:
                return run(*given, **named)
            finally:
                whole = time.process_time() - start
                self.spent[name] = self.spent.get(name, 0.0) + whole - self._inner.pop()
                self._inner[-1] += whole

        return timed_run


def stages(pages: list[bytes], rounds: int) -> None:
    """Print the milliseconds a page of each stage, in the order of `pipeline.parse`: the least of the rounds."""
    pipeline, judges = _module("newsclean.pipeline"), _module("newsclean.judges")
    clock = Clock()
    for name, value in list(vars(pipeline).items()):
        if (
            callable(value)
            and not isinstance(value, type)
            and getattr(value, "__module__", "").startswith("newsclean.")
        ):
            label = f"{value.__module__.removeprefix('newsclean.')}.{name}"
            if name not in ("parse", "parse_file", "extract"):
                setattr(pipeline, name, clock.around(label, value))
    pipeline.readers.read = clock.around("readers.read", pipeline.readers.read)
    judges.JUDGES = tuple(
        clock.around(f"  {step.__module__.removeprefix('newsclean.')}", step) for step in judges.JUDGES
    )
    run = clock.around("pipeline.parse, what is left", pipeline.parse)
    best: dict[str, float] = {}
    for number in range(rounds + 1):
        clock.spent.clear()
        for raw in pages:
            timed(run, raw)
        for name, value in clock.spent.items():
            best[name] = min(best.get(name, value), value) if number > 1 else value
    whole = sum(best.values())
    print("| stage | ms a page | share |\n|---|---|---|")
    for name, value in sorted(best.items(), key=lambda item: -item[1]):
        if value > 0.002 * whole:
            print(f"| {name.strip()} | {value / len(pages) * 1000:.3f} | {value / whole:.0%} |")
    print(f"| all | {whole / len(pages) * 1000:.2f} | |")


def main() -> None:
    """Read the arguments, measure, print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("pages", nargs="?", type=Path, default=BENCH if BENCH.is_dir() else HERE / "pages")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--only", default="", help="a regular expression on the names of the peers")
    parser.add_argument("--stages", action="store_true", help="newsclean alone, by stage")
    options = parser.parse_args()
    logging.disable(logging.CRITICAL)  # peers log every page that they cannot read
    pages = pages_of(options.pages)
    size = sum(map(len, pages)) / max(1, len(pages)) / 1000
    print(f"{len(pages)} pages of {size:.0f} KB; Python {platform.python_version()}, {platform.machine()}\n")
    if options.stages:
        stages(pages, options.rounds)
    else:
        table(measure(pages, options.only, options.rounds))


if __name__ == "__main__":
    main()
