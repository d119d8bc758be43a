"""What the user names (files, folders, globs, ``-``) as sources, in an order that is the same every time."""

from __future__ import annotations

import glob
import heapq
import os
import tempfile
from collections.abc import Iterable, Iterator
from typing import IO

import msgspec

from newsclean.article import Failure
from newsclean.errors import ReadError

from .documents import printable
from .failures import failed
from .nearest import nearest_path
from .readers.kinds import FORMATS, SUFFIXES, Format, format_of
from .readers.streams import STDIN, unreadable

RUN = 20_000
"""Names sorted in memory at a time; a folder with more is sorted through temporary files."""


class Source(msgspec.Struct, frozen=True):
    """A file and the reader that it wants."""

    path: bytes
    format: Format


class Skipped(msgspec.Struct):
    """Files of folders that were passed over because their names do not look like pages."""

    count: int = 0
    example: str = ""


def expand(
    inputs: Iterable[str], forced: Format | None = None, skipped: Skipped | None = None
) -> Iterator[Source | Failure]:
    """The files that the user named, folders by name and depth first; a failure for what is not there."""
    skipped = skipped if skipped is not None else Skipped()
    for given in inputs:
        path = os.fsencode(given)
        if path == STDIN:
            yield Source(path, forced or "page")
        elif os.path.isdir(path):
            yield from _walk(path, forced, skipped)
        elif os.path.exists(path):
            yield Source(path, forced or format_of(given) or "page")
        elif glob.has_magic(given):
            yield from _glob(given, forced, skipped)
        else:
            yield _missing(given)


def listed(path: str) -> Iterator[str]:
    """The inputs that a file lists, one a line; ``-`` reads the list from standard input.  Raises `ReadError`."""
    try:
        with open(path if path != "-" else 0, encoding="utf-8", errors="surrogateescape") as file:
            for line in file:
                if name := line.strip("\r\n"):
                    yield name
    except OSError as error:
        raise unreadable(path, error) from error


def _glob(pattern: str, forced: Format | None, skipped: Skipped) -> Iterator[Source | Failure]:
    found = False
    for name in _sorted(os.fsencode(name) for name in glob.iglob(pattern, recursive=True)):
        if os.path.isfile(name):
            found = True
            source = _source(name, forced, skipped)
            if source:
                yield source
    if not found:
        yield failed(printable(pattern), ReadError("no file matches this pattern; look at the spelling"))


def _missing(given: str) -> Failure:
    better = nearest_path(given)
    if better:
        error = ReadError("there is no such file or folder; did you mean {better}?", better=printable(better))
    else:
        error = ReadError("there is no such file or folder; look at the spelling")
    return failed(printable(given), error)


def _walk(folder: bytes, forced: Format | None, skipped: Skipped) -> Iterator[Source | Failure]:
    """The files under a folder; links to folders are not followed, hidden ones not read."""
    waiting = [_entries(folder)]
    while waiting:
        entry = next(waiting[-1], None)
        if entry is None:
            waiting.pop()
        elif isinstance(entry, Failure):
            yield entry
        elif entry.endswith(b"/"):
            waiting.append(_entries(entry[:-1]))
        elif source := _source(entry, forced, skipped):
            yield source


def _source(path: bytes, forced: Format | None, skipped: Skipped) -> Source | None:
    found = forced or format_of(printable(path))
    if found is None:
        skipped.count += 1
        skipped.example = skipped.example or printable(path)
        return None
    return Source(path, found)


def _entries(folder: bytes) -> Iterator[bytes | Failure]:
    """The files of a folder and, with a slash behind, its folders, by name."""
    try:
        entries = os.scandir(folder)
    except OSError as error:
        yield failed(printable(folder), unreadable(folder, error))
        return
    with entries:
        names = (
            entry.path + (b"/" if entry.is_dir(follow_symlinks=False) else b"")
            for entry in entries
            if not entry.name.startswith(b".") and (entry.is_dir(follow_symlinks=False) or entry.is_file())
        )
        yield from _sorted(names)


def _sorted(names: Iterable[bytes]) -> Iterator[bytes]:
    """The names in order, at most `RUN` of them in memory."""
    runs: list[IO[bytes]] = []
    run: list[bytes] = []
    try:
        for name in names:
            run.append(name)
            if len(run) == RUN:
                run.sort()
                file: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 (closed below)
                file.write(b"\n".join(name.replace(b"\n", b"\0") for name in run) + b"\n")
                file.seek(0)
                runs.append(file)
                run = []
        run.sort()
        stored = [(line[:-1].replace(b"\0", b"\n") for line in file) for file in runs]
        yield from heapq.merge(*stored, run) if runs else run
    finally:
        for file in runs:
            file.close()


def total_size(inputs: Iterable[str]) -> int | None:
    """Bytes of all files named; None where standard input is among them.  Walks once more: for the progress bar."""
    total = 0
    for source in expand(inputs):
        if isinstance(source, Failure):
            continue
        if source.path == STDIN:
            return None
        try:
            total += os.stat(source.path).st_size
        except OSError:
            continue
    return total


def known_suffixes() -> str:
    """The suffixes of the files that a folder is searched for, for help texts."""
    return " ".join(suffix for suffix, _ in SUFFIXES)


__all__ = ["FORMATS", "Format", "Skipped", "Source", "expand", "known_suffixes", "listed", "total_size"]
