"""newsclean beside every extractor that is installed, on any folder of pages with gold.

    python benchmarks/quality.py                          the fixture pages of newsclean.testing
    python benchmarks/quality.py PAGES GOLD               any other: PAGES/name.html(.gz), GOLD/name.json
    python benchmarks/quality.py --only '^gne' --worst 10 --fields

A dash stands where a tool does not state the field at all.  The time is CPU milliseconds a page, one process.
"""

from __future__ import annotations

import argparse
import gzip
import importlib
import json
import logging
import re
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from newsclean.testing.gold import HERE, SUFFIXES, Expected, read_expected
from newsclean.testing.measure import Tally

Tool = Callable[[bytes], Any]
FIELD_COLUMNS = ("title", "day", "minute", "source", "authors", "editors", "images")
COLUMNS = (
    ("body", "body F1"),
    ("good-bodies", "≥ .95"),
    *((field, field) for field in FIELD_COLUMNS),
    ("no-article", "no article"),
    ("edges", "dumps"),
    ("none-day", "none day"),
    ("none-source", "none source"),
    ("none-authors", "none authors"),
)
STATES = {
    "newsclean": set(FIELD_COLUMNS),
    "trafilatura": {"title", "day", "authors"},
    "trafilatura precision": {"title", "day", "authors"},
    "readability-lxml": {"title"},
    "GNE": {"title", "day", "minute", "authors", "images"},
    "magic-html": {"title"},
    "goose3": {"title", "day", "minute", "authors"},
    "newspaper4k": {"title", "day", "minute", "authors", "images"},
    "resiliparse": {"title"},
}
"""What each tool says of a page; of the other columns it gets no mark."""


def _module(name: str) -> Any:
    """A tool is imported only where it is measured; none of them has types."""
    return importlib.import_module(name)


def _text_of(markup: str) -> str:
    """The text of a piece of HTML, one block a line."""
    if not markup or not markup.strip():
        return ""
    tree: Any = _module("lxml.html").fromstring(markup)
    for tag in ("p", "div", "br", "h1", "h2", "h3", "li", "tr"):
        for node in tree.iter(tag):
            node.tail = "\n" + (node.tail or "")
    return str(tree.text_content())


def _decoded(raw: bytes) -> str:
    """What a crawler would hand over: UTF-8 where it is, else GB18030."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("gb18030", errors="replace")


def _newsclean() -> Tool:
    parse: Tool = _module("newsclean").parse
    return parse


def _trafilatura(**options: Any) -> Tool:
    trafilatura = _module("trafilatura")

    def extract(raw: bytes) -> Any:
        found = trafilatura.bare_extraction(_decoded(raw), with_metadata=True, **options)
        if found is None:
            return None
        fields = found if isinstance(found, dict) else found.as_dict()
        people = [name.strip() for name in (fields.get("author") or "").split(";") if name.strip()]
        return SimpleNamespace(
            text=fields.get("text"), title=fields.get("title"), published=fields.get("date"), authors=people
        )

    return extract


def _readability() -> Tool:
    make = _module("readability").Document

    def extract(raw: bytes) -> Any:
        document = make(_decoded(raw))
        return SimpleNamespace(text=_text_of(document.summary()), title=document.short_title())

    return extract


def _gne() -> Tool:
    extractor = _module("gne").GeneralNewsExtractor()

    def extract(raw: bytes) -> Any:
        found = extractor.extract(_decoded(raw))
        author = found.get("author") or ""
        return SimpleNamespace(
            text=found.get("content"),
            title=found.get("title"),
            published=found.get("publish_time") or None,
            authors=[author] if author else [],
            images=found.get("images"),
        )

    return extract


def _magic_html() -> Tool:
    extractor = _module("magic_html").GeneralExtractor()

    def extract(raw: bytes) -> Any:
        found = extractor.extract(_decoded(raw), base_url="https://example.com/")
        return SimpleNamespace(text=_text_of(found.get("html") or ""), title=found.get("title"))

    return extract


def _goose() -> Tool:
    words = _module("goose3.text").StopWordsChinese
    goose = _module("goose3").Goose({"stopwords_class": words, "enable_image_fetching": False})

    def extract(raw: bytes) -> Any:
        found = goose.extract(raw_html=_decoded(raw))
        return SimpleNamespace(
            text=found.cleaned_text, title=found.title, published=found.publish_date, authors=found.authors
        )

    return extract


def _newspaper() -> Tool:
    make = _module("newspaper").Article

    def extract(raw: bytes) -> Any:
        found = make("https://example.com/", language="zh", fetch_images=False)
        found.download(input_html=_decoded(raw))
        found.parse()
        return SimpleNamespace(
            text=found.text,
            title=found.title,
            published=found.publish_date,
            authors=found.authors,
            images=[found.top_image, *found.images] if found.top_image else list(found.images),
        )

    return extract


def _resiliparse() -> Tool:
    plain_text = _module("resiliparse.extract.html2text").extract_plain_text
    parser = _module("resiliparse.parse.html").HTMLTree

    def extract(raw: bytes) -> Any:
        tree = parser.parse(_decoded(raw))
        return SimpleNamespace(text=plain_text(tree, main_content=True), title=tree.title)

    return extract


TOOLS: tuple[tuple[str, str, Callable[[], Tool]], ...] = (
    ("newsclean", "newsclean", _newsclean),
    ("magic-html", "magic_html", _magic_html),
    ("readability-lxml", "readability", _readability),
    ("trafilatura precision", "trafilatura", lambda: _trafilatura(favor_precision=True)),
    ("trafilatura", "trafilatura", _trafilatura),
    ("GNE", "gne", _gne),
    ("goose3", "goose3", _goose),
    ("newspaper4k", "newspaper", _newspaper),
    ("resiliparse", "resiliparse", _resiliparse),
)


def installed() -> Iterator[tuple[str, Tool]]:
    """The tools that this interpreter can import."""
    for name, module, make in TOOLS:
        try:
            importlib.import_module(module)
            yield name, make()
        except ImportError as error:
            print(f"{name}: not measured ({error})", file=sys.stderr)


def documents(pages: Path, gold: Path, only: str) -> Iterator[tuple[str, bytes, Expected]]:
    """Name, bytes and gold of every document whose name matches `only`."""
    for path in sorted(gold.glob("*.json")):
        if not re.search(only, path.stem):
            continue
        for suffix in SUFFIXES:
            plain, packed = pages / f"{path.stem}{suffix}", pages / f"{path.stem}{suffix}.gz"
            if plain.is_file() or packed.is_file():
                raw = plain.read_bytes() if plain.is_file() else gzip.decompress(packed.read_bytes())
                yield path.stem, raw, read_expected(path.read_bytes())
                break
        else:
            print(f"{path.name}: no page of that name", file=sys.stderr)


def measure(tool: Tool, library: list[tuple[str, bytes, Expected]]) -> tuple[Tally, float, int]:
    """(the marks, CPU milliseconds a page, how many documents raised)."""
    tally, spent, raised = Tally(), 0.0, 0
    for name, raw, expected in library:
        start = time.process_time()
        try:
            article = tool(raw)
        except Exception:  # a peer may raise anything; it then has no article
            article, raised = None, raised + 1
        spent += time.process_time() - start
        tally.add(name, article, expected)
    return tally, spent / max(1, len(library)) * 1000, raised


def row(name: str, summary: dict[str, float], milliseconds: float, raised: int) -> str:
    """One line of the table."""
    cells = []
    for column, _ in COLUMNS:
        field = column.removeprefix("none-")
        stated = field not in FIELD_COLUMNS or field in STATES[name]
        cells.append(f"{summary[column]:.3f}" if column in summary and stated else "–")
    return "| " + " | ".join([name, *cells, f"{milliseconds:.1f}", str(raised)]) + " |"


def main() -> None:
    """Read the arguments, measure, print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("pages", nargs="?", type=Path, default=HERE / "pages")
    parser.add_argument("gold", nargs="?", type=Path, help="default: the folder gold beside PAGES")
    parser.add_argument("--only", default="", help="a regular expression on the names of documents")
    parser.add_argument("--tools", default="", help="a regular expression on the names of tools")
    parser.add_argument("--worst", type=int, default=0, help="show the N worst bodies of newsclean")
    parser.add_argument("--fields", action="store_true", help="show every wrong field of newsclean")
    parser.add_argument("--json", type=Path, help="write the figures to this file as well")
    options = parser.parse_args()
    logging.disable(logging.CRITICAL)  # peers log every page that they cannot read
    library = list(documents(options.pages, options.gold or options.pages.parent / "gold", options.only))
    print(f"{len(library)} documents")
    print("| " + " | ".join(["", *(head for _, head in COLUMNS), "ms/page", "raised"]) + " |")
    print("|" + "---|" * (len(COLUMNS) + 3))
    figures: dict[str, dict[str, float]] = {}
    for name, tool in installed():
        if not re.search(options.tools, name):
            continue
        tally, milliseconds, raised = measure(tool, library)
        figures[name] = {**tally.summary(), "milliseconds": milliseconds, "raised": raised}
        print(row(name, tally.summary(), milliseconds, raised), flush=True)
        if name == "newsclean":
            own = tally
    if "newsclean" in figures:
        for page, score in sorted(own.bodies.items(), key=lambda item: item[1].f1)[: options.worst]:
            print(f"  P {score.precision:.3f} R {score.recall:.3f} F1 {score.f1:.3f}  {page}")
        for page, field, want, got in own.faults if options.fields else ():
            print(f"  {page}: {field}: wanted {want!r}, got {got!r}")
    if options.json:
        options.json.write_text(json.dumps(figures, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
