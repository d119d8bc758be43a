"""Files that commands are given, and the HTML files that they write."""

from __future__ import annotations

import os
import sys
import webbrowser
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from newsclean.corpus.nearest import nearest_path
from newsclean.corpus.writers import FileWriter, StreamWriter
from newsclean.errors import ReadError
from newsclean.options import DEFAULT

from .messages import say
from .terminal import visible
from .trouble import UsageTrouble


def existing(path: str) -> str:
    """The path, if there is a file.  Raises `UsageTrouble` with the nearest that there is."""
    if not os.path.exists(path):
        better = nearest_path(path)
        text = say("there is no file {file}", file=path)
        raise UsageTrouble(text + ("; " + say("did you mean {better}?", better=better) if better else ""))
    if os.path.isdir(path):
        raise UsageTrouble(say("{file} is a folder; give one file", file=path))
    return path


def bytes_of(path: str) -> bytes:
    """The bytes of a document; ``-`` is standard input.  Raises `ReadError` and `UsageTrouble`."""
    if path == "-":
        return sys.stdin.buffer.read(DEFAULT.limits.max_bytes + 1)
    try:
        return Path(existing(path)).read_bytes()
    except OSError as error:
        raise ReadError(
            "{path} cannot be read: {reason}; check its permissions",
            path=str(path),
            reason=error.strerror or str(error),
        ) from error


def sites_of(paths: tuple[str, ...]) -> Mapping[str, Mapping[str, Any]] | bool:
    """`Options.sites` for the files of ``--rules``.  Raises `RuleError` and `UsageTrouble`."""
    if not paths:
        return True
    from . import rule_files  # noqa: PLC0415 (loads the parser)

    return rule_files.merged(paths)


def write_report(text: str, output: str, show: bool) -> None:
    """Write an HTML file, say where it is, open it where that is wanted.  Raises `WriteError` and `UsageTrouble`."""
    if output == "-" and show:
        raise UsageTrouble(say("--open needs a file; give one with -o"))
    if os.path.isdir(output):
        raise UsageTrouble(say("{file} is a folder; give one file", file=output))
    writer = StreamWriter() if output == "-" else FileWriter(output)
    writer.begin(None)
    writer.write(text.encode())
    writer.finish()
    if output != "-":
        print(f"→ {visible(output)}", file=sys.stderr)
    if show:
        webbrowser.open(Path(output).resolve().as_uri())
