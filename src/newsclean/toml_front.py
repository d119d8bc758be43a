"""Front matter in TOML, between lines of +++, as Hugo writes it."""

from __future__ import annotations

import sys
from datetime import date, datetime, time
from typing import Any, NoReturn

from .errors import FrontMatterError

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib


def load(block: str, deepest: int) -> dict[str, Any]:
    """The mapping of a block; dates in it are text, as they are in YAML.

    Raises `FrontMatterError` where it is no TOML, or nested over `deepest` deep.
    """
    if any(line.partition("=")[0].count(".") >= deepest for line in block.splitlines()):
        _too_deep(deepest)  # before it is read: each key of a table costs as much as the table's name has parts
    try:
        data = tomllib.loads(block.replace("\r\n", "\n"))
    except (ValueError, RecursionError) as error:
        raise FrontMatterError("the front matter cannot be read: {error}; quote the value", error=str(error)) from error
    return {name: _plain(value, deepest, 1) for name, value in data.items()}


def _too_deep(deepest: int) -> NoReturn:
    raise FrontMatterError("the front matter is nested over {deepest} deep (Options.limits.max_depth)", deepest=deepest)


def _plain(value: Any, deepest: int, depth: int) -> Any:
    if isinstance(value, dict | list) and depth >= deepest:
        _too_deep(deepest)
    if isinstance(value, dict):
        return {name: _plain(inner, deepest, depth + 1) for name, inner in value.items()}
    if isinstance(value, list):
        return [_plain(inner, deepest, depth + 1) for inner in value]
    return value.isoformat() if isinstance(value, datetime | date | time) else value
