"""Which reader a file wants, by its name; standard input by its first bytes."""

from __future__ import annotations

from typing import Literal

from .streams import GZIP, ZSTD

Format = Literal["page", "jsonl", "parquet", "warc", "zip", "tar"]

PAGES = (".html", ".htm", ".xhtml", ".shtml", ".md", ".markdown", ".txt")
SUFFIXES: tuple[tuple[str, Format], ...] = (
    *((suffix, "page") for suffix in PAGES),
    *((f"{kind}{packed}", "jsonl") for kind in (".jsonl", ".ndjson") for packed in ("", ".gz", ".zst")),
    (".parquet", "parquet"),
    *((f"{kind}{packed}", "warc") for kind in (".warc", ".wet") for packed in ("", ".gz")),
    (".zip", "zip"),
    *((suffix, "tar") for suffix in (".tar", ".tar.gz", ".tgz", ".tar.zst")),
)
FORMATS: tuple[Format, ...] = ("page", "jsonl", "parquet", "warc", "zip", "tar")


def format_of(name: str) -> Format | None:
    """The format that the name of a file tells; None for a name that is not among `SUFFIXES`."""
    lower = name.lower()
    return next((kind for suffix, kind in SUFFIXES if lower.endswith(suffix)), None)


def is_page(name: str) -> bool:
    """Whether a member of an archive is a page, by its name; hidden files are none."""
    return format_of(name) == "page" and not name.rsplit("/", 1)[-1].startswith(".")


def sniff(head: bytes) -> tuple[Format, bytes]:
    """Format and compression suffix of standard input, from its first bytes *after* unpacking is known to be needed."""
    if head.startswith(GZIP):
        return "page", b".gz"
    if head.startswith(ZSTD):
        return "page", b".zst"
    if head.startswith(b"WARC/"):
        return "warc", b""
    if head[257:262] == b"ustar":
        return "tar", b""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()[:64]
    if start.startswith(b"{") and start[1:].lstrip()[:1] in (b'"', b"}"):
        return "jsonl", b""
    return "page", b""
