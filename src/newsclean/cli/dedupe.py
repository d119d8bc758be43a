"""Find reposts among cleaned articles: bodies that are the same but for headline, script, typography or a cut.

FILES are JSON lines that newsclean normalize wrote (also .gz .zst).  The output has one JSON line a group of reposts,
its members by date, the earliest marked.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

import msgspec

from newsclean.corpus.dedupe import Deduper, add_lines
from newsclean.corpus.nearest import nearest_path
from newsclean.corpus.readers.streams import opened, suffix_of
from newsclean.corpus.writers import FileWriter, StreamWriter

from .messages import say
from .options import Argument, Option
from .trouble import UsageTrouble


@dataclass(frozen=True, kw_only=True)
class Settings:
    """The options of the command."""

    file: Annotated[str, Argument("FILE", "Articles as JSON lines, from newsclean normalize.")]
    output: Annotated[str, Option("-o --output", "Where to write the groups: a file, or - (default).", "PATH")] = "-"
    unique: Annotated[
        str | None, Option("--unique", "Write the articles here, of each group only the earliest.", "FILE")
    ] = None
    quiet: Annotated[bool, Option("-q --quiet", "No summary.")] = False


def run(settings: Settings) -> int:
    """Carry it out; the exit status.  Raises `NewscleanError` where a file cannot be read or written."""
    if not os.path.exists(settings.file):
        better = nearest_path(settings.file)
        text = say("there is no file {file}", file=settings.file)
        raise UsageTrouble(text + ("; " + say("did you mean {better}?", better=better) if better else ""))
    deduper = Deduper()
    number = add_lines(deduper, settings.file, _lines(settings.file))
    if not number:
        raise UsageTrouble(say("{file} holds no article", file=settings.file))
    groups = members = 0
    writer = StreamWriter() if settings.output == "-" else FileWriter(settings.output)
    writer.begin(None)
    for group in deduper.groups():
        writer.write(msgspec.json.encode(group) + b"\n")
        groups += 1
        members += group.size
    writer.finish()
    if settings.unique:
        _write_unique(settings.file, settings.unique, deduper.reposts())
    if not settings.quiet:
        told = say(
            "{articles} articles, {groups} groups of reposts, {left} articles without their reposts",
            articles=number,
            groups=groups,
            left=number - members + groups,
        )
        print(told, file=sys.stderr)
    return 0


def _lines(path: str) -> Iterator[bytes]:
    name = os.fsencode(path)
    with opened(name, suffix_of(name)) as (_, data):
        yield from _split(data)


def _split(data: object) -> Iterator[bytes]:
    """Lines of a stream that need not know lines itself."""
    import io  # noqa: PLC0415

    with io.BufferedReader(data) as buffered:  # type: ignore[type-var]
        yield from buffered


def _write_unique(source: str, target: str, reposts: set[int]) -> None:
    writer = FileWriter(target)
    writer.begin(None)
    for number, line in enumerate(_lines(source), 1):
        if number not in reposts:
            writer.write(line if line.endswith(b"\n") else line + b"\n")
    writer.finish()
