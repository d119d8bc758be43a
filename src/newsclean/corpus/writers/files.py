"""Outputs that are one file: what was written stays under a temporary name until it is whole."""

from __future__ import annotations

import os
import sys
from typing import Any, BinaryIO

from newsclean.errors import WriteError, phrase


class FileWriter:
    """Appends to ``NAME.part``; `finish` gives it its name.  What was not yet told to the journal can be cut off."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.part = f"{path}.part"
        self._file: BinaryIO | None = None

    def begin(self, state: dict[str, Any] | None) -> None:
        """Open it, cut back to the place that the journal knows.  Raises `WriteError`."""
        try:
            if state is None:
                os.makedirs(os.path.dirname(self.path) or ".", exist_ok=True)
                self._file = open(self.part, "wb")  # noqa: SIM115 (finish closes it)
            else:
                if os.path.getsize(self.part) < state["size"]:
                    raise WriteError(
                        "{path}: shorter than when the run stopped; start again without --resume", path=self.part
                    )
                self._file = open(self.part, "r+b")  # noqa: SIM115 (finish closes it)
                self._file.truncate(state["size"])
                self._file.seek(state["size"])
        except WriteError:
            raise
        except OSError as error:
            raise unwritable(self.path, error) from error

    def write(self, data: bytes) -> None:
        """Append.  Raises `WriteError`."""
        try:
            self._open.write(data)
        except OSError as error:
            raise unwritable(self.part, error) from error

    def checkpoint(self) -> dict[str, Any]:
        """Make it safe against a power cut; where it is now.  Raises `WriteError`."""
        try:
            self._open.flush()
            os.fsync(self._open.fileno())
            return {"size": self._open.tell()}
        except OSError as error:
            raise unwritable(self.part, error) from error

    def committed(self) -> None:
        """The journal knows the checkpoint now."""

    def finish(self) -> None:
        """Give it its name; also when a run was stopped just before this.  Raises `WriteError`."""
        try:
            self.close()
            if os.path.exists(self.part):
                os.replace(self.part, self.path)
        except OSError as error:
            raise unwritable(self.path, error) from error

    def close(self) -> None:
        """Close it as it is."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def abandon(self) -> None:
        """Leave no trace."""
        self.close()
        if os.path.exists(self.part):
            os.remove(self.part)

    @property
    def _open(self) -> BinaryIO:
        if self._file is None:
            raise WriteError("{path}: not open", path=self.path)
        return self._file


class StreamWriter:
    """Standard output: no part, no way back."""

    path = "-"

    def __init__(self, stream: BinaryIO | None = None) -> None:
        self._stream = stream if stream is not None else sys.stdout.buffer

    def begin(self, state: dict[str, Any] | None) -> None:
        """Nothing to open."""

    def write(self, data: bytes) -> None:
        """Append.  Raises `BrokenPipeError` where the reader has had enough (``| head``), `OSError` on a full disk."""
        self._stream.write(data)

    def checkpoint(self) -> dict[str, Any]:
        self._stream.flush()
        return {}

    def committed(self) -> None:
        """Nothing to do."""

    def finish(self) -> None:
        self._stream.flush()

    def close(self) -> None:
        """Nothing to close."""

    def abandon(self) -> None:
        """Nothing to take back."""


def unwritable(path: str, error: OSError) -> WriteError:
    """What the system said about an output, with what to try."""
    hints = {
        "PermissionError": phrase("choose another place with -o, or look at the permissions"),
        "NotADirectoryError": phrase("a part of this path is a file; choose another place with -o"),
        "IsADirectoryError": phrase("this is a folder; name a file in it"),
        "FileExistsError": phrase("a file of this name is in the way; choose another place with -o"),
    }
    hint = hints.get(type(error).__name__, phrase("is the disk full or gone? --resume goes on when there is room"))
    return WriteError(
        "{path}: cannot be written ({reason}); {hint}", path=str(path), reason=error.strerror or str(error), hint=hint
    )
