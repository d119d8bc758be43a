"""Writers of the outputs: what each must be able to do, and which one a run wants."""

from __future__ import annotations

from typing import Any, Protocol

from newsclean.corpus.setup import Compression, Form

from .files import FileWriter, StreamWriter


class Writer(Protocol):
    """An output that can be gone on with after a crash."""

    path: str

    def begin(self, state: dict[str, Any] | None) -> None:
        """Open it afresh, or as it was at the checkpoint `state`.  Raises `WriteError`."""

    def write(self, data: bytes) -> None:
        """Append the payload of a `Part`.  Raises `WriteError`."""

    def checkpoint(self) -> dict[str, Any]:
        """Make all of it safe; what `begin` needs to go on from here, as JSON types.  Raises `WriteError`."""

    def committed(self) -> None:
        """The journal has the checkpoint.  Raises `WriteError`."""

    def finish(self) -> None:
        """It is whole: give it its name.  May be called again after a crash.  Raises `WriteError`."""

    def close(self) -> None:
        """Close it as it is, to be gone on with."""

    def abandon(self) -> None:
        """Close it and leave nothing half-written."""


def writer_for(path: str, form: Form, keep_dirs: bool = False) -> Writer:
    """The writer for an output; ``-`` is standard output.  Raises `ReadError` where a package is missing."""
    if form in ("pages-markdown", "pages-text"):
        from .folder import FolderWriter  # noqa: PLC0415

        return FolderWriter(path, ".md" if form == "pages-markdown" else ".txt", keep_dirs)
    if form == "parquet":
        from .parquet import ParquetWriter  # noqa: PLC0415

        return ParquetWriter(path)
    return StreamWriter() if path == "-" else FileWriter(path)


__all__ = ["Compression", "FileWriter", "StreamWriter", "Writer", "writer_for"]
