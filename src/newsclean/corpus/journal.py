"""The diary of a run: how far its output goes, so that a stopped run can go on.

It is replaced as a whole at every checkpoint, after the outputs were made safe and before anything that cannot be
repeated; so whatever moment a run is stopped at, the diary and what lies before its marks belong together.
"""

from __future__ import annotations

import os
from typing import Any

import msgspec

from newsclean.errors import ReadError

from .tally import Tally
from .writers.files import unwritable


class State(msgspec.Struct, kw_only=True):
    """What a run must know to go on."""

    settings: dict[str, Any]
    """What the user asked for; a run goes on only with the same."""
    chunks: int = 0
    """Chunks that are in the output."""
    chain: str = ""
    """Digest of these chunks (see `chunks.chain`)."""
    output: dict[str, Any] = {}
    errors: dict[str, Any] = {}
    tally: Tally = msgspec.field(default_factory=Tally)
    finished: bool = False
    """Everything is written; only the names are not given yet."""


class Journal:
    """Keeps the state of a run in one file."""

    def __init__(self, path: str) -> None:
        self.path = path

    def load(self) -> State | None:
        """The state of the run that was stopped, or None.  Raises `ReadError`."""
        try:
            with open(self.path, "rb") as file:
                return msgspec.json.decode(file.read(), type=State)
        except FileNotFoundError:
            return None
        except (OSError, msgspec.DecodeError) as error:
            raise ReadError(
                "{path}: cannot be read ({error}); start again without --resume", path=self.path, error=str(error)
            ) from error

    def save(self, state: State) -> None:
        """Replace the state.  Raises `WriteError`."""
        new = f"{self.path}.new"
        try:
            with open(new, "wb") as file:
                file.write(msgspec.json.encode(state))
                file.flush()
                os.fsync(file.fileno())
            os.replace(new, self.path)
        except OSError as error:
            raise unwritable(self.path, error) from error

    def remove(self) -> None:
        """The run is over."""
        for path in (self.path, f"{self.path}.new"):
            if os.path.exists(path):
                os.remove(path)


def journal_for(output: str, folder: bool) -> Journal:
    """The journal of an output: ``NAME.part.json`` beside a file, ``.newsclean.json`` in a folder."""
    return Journal(os.path.join(output, ".newsclean.json") if folder else f"{output}.part.json")
