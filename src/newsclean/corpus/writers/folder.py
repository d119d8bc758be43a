"""A folder with one file a document.

Everything is first made under ``.newsclean/`` in the folder: a page is written under a number (``new/0``); at a
checkpoint the journal learns which name each is to get, and only then they get it (``done/TITLE.md``); when the run is
over they move up into the folder.  After a crash the moves that the journal knows are made up for, and what it does not
know is thrown away.  So no file is ever half there, none is there twice, two documents of one title get two names, and
a run that is made again replaces the files of the first.
"""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from typing import Any

import msgspec

from newsclean.corpus.names import numbered, page_name
from newsclean.corpus.shape import Page

from .files import unwritable

STAGE = ".newsclean"
REMEMBERED = 10_000
"""Names whose next number is remembered: a shortcut past files that are there, so forgetting costs time alone."""

_decode = msgspec.msgpack.Decoder(list[Page]).decode


class FolderWriter:
    """Writes the pages of a run into a folder."""

    def __init__(self, path: str, suffix: str, keep_dirs: bool) -> None:
        self.path = path
        self._stage = os.path.join(path, STAGE)
        self._new = os.path.join(self._stage, "new")
        self._done = os.path.join(self._stage, "done")
        self._suffix = suffix
        self._keep_dirs = keep_dirs
        self._moves: list[tuple[str, str]] = []
        self._written = 0
        """Never begins anew: were a number used twice, a resumed run could take the second page for the first."""
        self._taken: set[str] = set()
        self._numbers: dict[str, int] = {}

    def begin(self, state: dict[str, Any] | None) -> None:
        """Make the folder; make up for the moves that the journal knows.  Raises `WriteError`."""
        try:
            if state is None:
                self.abandon()
            else:
                self._moves = [(source, target) for source, target in state["moves"]]
                self._move()
                self._written = state["written"]
                shutil.rmtree(self._new, ignore_errors=True)
            os.makedirs(self._new, exist_ok=True)
            os.makedirs(self._done, exist_ok=True)
        except OSError as error:
            raise unwritable(self.path, error) from error

    def write(self, data: bytes) -> None:
        """Write the pages to the stage.  Raises `WriteError`."""
        if not data:
            return
        try:
            for page in _decode(data):
                target = self._target(page)
                source = os.path.join(self._new, str(self._written))
                self._written += 1
                with open(source, "wb") as file:
                    file.write(page.data)
                self._moves.append((source, target))
        except OSError as error:
            raise unwritable(self.path, error) from error

    def _target(self, page: Page) -> str:
        """A name that is still free; names that differ in case alone are one name on some systems."""
        name = page_name(page.id, page.title, self._keep_dirs)
        number = self._numbers.get(name.lower(), 1)
        while True:
            target = os.path.join(self._done, numbered(name, number) + self._suffix)
            if target.lower() not in self._taken and not os.path.lexists(_raw(target)):
                break
            number += 1
        self._taken.add(target.lower())
        if len(self._numbers) >= REMEMBERED:
            self._numbers.clear()
        self._numbers[name.lower()] = number + 1
        return target

    def checkpoint(self) -> dict[str, Any]:
        """Make the stage safe against a power cut; the moves to make."""
        if hasattr(os, "sync"):
            os.sync()
        return {"moves": self._moves, "written": self._written}

    def committed(self) -> None:
        """The journal knows the moves now: make them.  Raises `WriteError`."""
        try:
            self._move()
        except OSError as error:
            raise unwritable(self.path, error) from error

    def _move(self) -> None:
        for source, target in self._moves:
            if os.path.exists(source):
                os.makedirs(os.path.dirname(_raw(target)), exist_ok=True)
                os.replace(_raw(source), _raw(target))
        self._moves = []
        self._taken = set()

    def finish(self) -> None:
        """Move everything up into the folder; also when a run was stopped in the midst of it.  Raises `WriteError`."""
        try:
            for folder, _, names in os.walk(self._done):
                target = os.path.join(self.path, os.path.relpath(folder, self._done))
                os.makedirs(target, exist_ok=True)
                for name in names:
                    os.replace(os.path.join(folder, name), os.path.join(target, name))
        except OSError as error:
            raise unwritable(self.path, error) from error
        self.abandon()

    def close(self) -> None:
        """Nothing is open."""

    def abandon(self) -> None:
        """Take the stage away."""
        shutil.rmtree(self._new, ignore_errors=True)
        shutil.rmtree(self._done, ignore_errors=True)
        with suppress(OSError):
            os.rmdir(self._stage)


def _raw(path: str) -> bytes:
    """A path in UTF-8 whatever the locale: Python takes the locale C for one whose file names are ASCII."""
    return path.encode("utf-8", "surrogateescape")
