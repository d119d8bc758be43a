"""Show a corpus in pictures: what came when and from where, what was removed, what is missing, what failed.

The file that newsclean normalize wrote is read once, line by line; memory does not grow with it.
"""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from newsclean.corpus.readers.streams import opened, suffix_of
from newsclean.options import Limits

from .given import existing, write_report
from .messages import language, say
from .options import Argument, Option
from .trouble import UsageTrouble

LONGEST = 4 * Limits().max_bytes
"""Bytes of a line: an article of the largest document, its text once as body and once as removed, characters escaped."""


@dataclass(frozen=True, kw_only=True)
class Settings:
    """The options of the command."""

    file: Annotated[str, Argument("FILE", "Articles as JSON lines, from newsclean normalize.")]
    output: Annotated[str, Option("-o --output", "The HTML file (default: report.html), or -.", "PATH")] = "report.html"
    show: Annotated[bool, Option("--open", "Open it in the browser.")] = False
    errors: Annotated[
        str | None, Option("--errors", "The failures, as newsclean normalize --errors wrote them.", "FILE")
    ] = None
    groups: Annotated[
        str | None, Option("--groups", "The groups of reposts, as newsclean dedupe wrote them.", "FILE")
    ] = None


def run(settings: Settings) -> int:
    """Carry it out; the exit status.  Raises `NewscleanError` where a file cannot be read or written."""
    from newsclean.report.corpus import Corpus, read_articles, read_failures, read_groups  # noqa: PLC0415
    from newsclean.report.pictures import report_page  # noqa: PLC0415

    corpus = Corpus()
    for path, read in (
        (settings.file, read_articles),
        (settings.errors, read_failures),
        (settings.groups, read_groups),
    ):
        if path is not None:
            read(corpus, _lines(existing(path)))
    if not corpus.documents:
        raise UsageTrouble(say("{file} holds no article", file=settings.file))
    name = os.path.basename(settings.file)
    write_report(report_page(corpus, name, language()), settings.output, settings.show)
    return 0


def _lines(path: str) -> Iterator[bytes]:
    """The lines of a file; one that is longer than any article comes in pieces, none of which is JSON."""
    name = os.fsencode(path)
    with opened(name, suffix_of(name)) as (_, data), io.BufferedReader(data) as buffered:  # type: ignore[type-var]
        while line := buffered.readline(LONGEST):
            yield line
