"""The command line.  Everything is loaded when it is needed: ``newsclean --help`` must not wait for a parser."""

from __future__ import annotations

from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; `argv` without the name of the program (default: that of this process).

    Returns the exit status: 0 all good, 1 some documents failed, 2 wrong usage or nothing readable, 130 interrupted.
    """
    try:
        from .app import run  # noqa: PLC0415

        return run(argv)
    except KeyboardInterrupt:
        # Interrupted while the libraries were loaded; later `run` has a word for it.
        return 130
