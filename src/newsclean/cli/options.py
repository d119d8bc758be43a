"""Options as annotated fields of a dataclass, and the click parameters that are made of them.

A command of many options is a function of many parameters in click's own way; here it is a function of one `Settings`.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Callable
from typing import Any

import click
from click.shell_completion import CompletionItem

from .messages import say


@dataclasses.dataclass(frozen=True)
class Argument:
    """A word without a dash: of a field of type str one, of type tuple[str, ...] any number."""

    metavar: str
    help: str


@dataclasses.dataclass(frozen=True)
class Option:
    """A word with dashes.  A field of type bool is a flag; one of type tuple[str, ...] may be given several times."""

    names: str
    """``-o --output``: all spellings."""
    help: str
    metavar: str = ""
    least: float | None = None
    """Of a number: the smallest."""


def parameters(settings: type) -> list[click.Parameter]:
    """The click parameters of a `Settings` dataclass, their helps in the user's language."""
    hints = typing.get_type_hints(settings, include_extras=True)
    return [_parameter(field, hints[field.name]) for field in dataclasses.fields(settings)]


def argument_helps(settings: type) -> list[tuple[str, str]]:
    """Names and helps of the arguments: click's own help leaves them out."""
    hints = typing.get_type_hints(settings, include_extras=True)
    told = [typing.get_args(hints[field.name])[1] for field in dataclasses.fields(settings)]
    return [(item.metavar, say(item.help)) for item in told if isinstance(item, Argument)]


def _parameter(field: dataclasses.Field[Any], hint: Any) -> click.Parameter:
    kind, told = typing.get_args(hint)
    required = field.default is dataclasses.MISSING
    many = typing.get_origin(kind) is tuple
    if isinstance(told, Argument):
        shown = f"[{told.metavar}]..." if many else told.metavar
        nargs = -1 if many else 1
        return click.Argument(
            [field.name], metavar=shown, required=required, nargs=nargs, shell_complete=_completer(told.metavar)
        )
    given: dict[str, Any] = {"help": say(told.help), "show_default": False}
    if kind is bool:
        given |= {"is_flag": True, "default": False}
    else:
        given |= {"metavar": told.metavar, "type": _type(kind, told.least), "multiple": many}
        given["shell_complete"] = _completer(told.metavar)
        if not many:
            given["default"] = None if required else field.default
    return click.Option([*told.names.split(), field.name], **given)


def _completer(metavar: str) -> Callable[[click.Context, click.Parameter, str], list[CompletionItem]]:
    """What a shell offers for a value: the words that a metavar ``a|b`` lists, else files or folders, by its name."""
    words = metavar.split("|") if "|" in metavar else []
    kind = {"DIR": "dir", **dict.fromkeys(("FILE", "[PAGE]", "INPUTS", "PATH"), "file")}.get(metavar)

    def complete(context: click.Context, parameter: click.Parameter, begun: str) -> list[CompletionItem]:
        if kind:
            return [CompletionItem(begun, type=kind)]
        return [CompletionItem(word) for word in words if word.startswith(begun)]

    return complete


def _type(kind: Any, least: float | None) -> Any:
    kinds = typing.get_args(kind) if isinstance(kind, types.UnionType) else (kind,)
    if int in kinds:
        return click.IntRange(min=None if least is None else int(least))
    if float in kinds:
        return click.FloatRange(min=least)
    return click.STRING
