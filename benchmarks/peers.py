"""The tools that newsclean is compared with, as far as they are installed."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from typing import Any


def installed(*names: str) -> Iterator[tuple[str, Any]]:
    """Name and module of each that is installed; of the others a word."""
    for name in names:
        try:
            yield name, importlib.import_module(name)
        except ImportError:
            print(f"({name} is not installed)")
