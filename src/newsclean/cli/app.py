"""Commands, options and errors: from the words on the command line to a function, and back to an exit status."""

from __future__ import annotations

import dataclasses
import inspect
import os
import sys
import typing
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any

import typer

from newsclean.corpus.nearest import nearest
from newsclean.errors import NewscleanError

from .messages import HEADINGS, LANGUAGES, choose, say
from .trouble import UsageTrouble

COMMANDS: dict[str, str] = {
    "normalize": "Clean documents into JSON lines, Markdown, text or Parquet.",
    "show": "Show one article: its fields, its body, and what was removed by which rule.",
    "dedupe": "Find reposts among cleaned articles.",
}
"""Name and one line of help.  The module of the same name has `Settings` (a dataclass whose annotated fields are the
options) and `run(settings) -> int`; it is loaded only when it is called."""

INTERRUPTED = 130


def run(argv: Sequence[str] | None = None) -> int:
    """Carry out a command line; the exit status."""
    words = list(sys.argv[1:] if argv is None else argv)
    try:
        words = _with_language(words)
        return _dispatch(words)
    except UsageTrouble as trouble:
        return _complain(str(trouble))
    except NewscleanError as error:
        return _complain(say(str(error)))
    except KeyboardInterrupt as stop:
        _complain(str(stop) or say("stopped"))
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever reads our output has had enough; Python would complain once more when it closes it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return 1


def _complain(text: str) -> int:
    print(f"newsclean: {text}", file=sys.stderr)
    return 2


def _with_language(words: list[str]) -> list[str]:
    """Set the language of the messages by --lang, wherever it stands, else by the locale; the other words."""
    wanted: str | None = None
    left: list[str] = []
    waiting = iter(words)
    for word in waiting:
        if word == "--":
            left += [word, *waiting]
        elif word == "--lang":
            wanted = next(waiting, "")
        elif word.startswith("--lang="):
            wanted = word.partition("=")[2]
        else:
            left.append(word)
    choose(wanted)
    if wanted is not None and wanted not in LANGUAGES:
        raise UsageTrouble(say("--lang knows {known}, not {given!r}", known=", ".join(LANGUAGES), given=wanted))
    return left


def _dispatch(words: list[str]) -> int:
    name = next((word for word in words if not word.startswith("-")), None)
    if "--version" in words and name is None:
        from importlib.metadata import version  # noqa: PLC0415

        print(f"newsclean {version('newsclean')}")
        return 0
    if name is not None and name not in COMMANDS and words[0] == name:
        raise UsageTrouble(_unknown_command(name))
    program = _program(name if name in COMMANDS else None)
    try:
        status = program.main(args=words or ["--help"], prog_name="newsclean", standalone_mode=False)
    except (typer.Exit, typer.Abort) as stop:
        return int(getattr(stop, "exit_code", 1))
    except USAGE_ERROR as error:
        raise UsageTrouble(_explained(error)) from error
    return status if isinstance(status, int) else 0


# The class is public in click, and inside typer since it brings its own click along; typer names a child of it.
USAGE_ERROR: Any = typer.BadParameter.__mro__[1]


def _unknown_command(name: str) -> str:
    if os.path.exists(name) or name == "-":
        return say("there is no command {name!r}; to clean that file: newsclean normalize {name}", name=name)
    better = nearest(name, COMMANDS)
    if better:
        return say("there is no command {name!r}; did you mean {better}?", name=name, better=better)
    return say("there is no command {name!r}; there are: {known}", name=name, known=", ".join(COMMANDS))


def _explained(error: Any) -> str:
    """A usage error with the nearest option that exists, and where to read more."""
    context = getattr(error, "ctx", None)
    command = context.command.name if context is not None and context.command.name in COMMANDS else None
    more = f"newsclean {command} --help" if command else "newsclean --help"
    option = getattr(error, "option_name", None)
    if option and hasattr(error, "possibilities"):
        names = [name for param in context.command.params for name in param.opts] if context else []
        better = nearest(option, names)
        if better:
            text = "there is no option {option}; did you mean {better}?  See: {more}"
            return say(text, option=option, better=better, more=more)
        return say("there is no option {option}; see: {more}", option=option, more=more)
    return say("{problem}  See: {more}", problem=error.format_message(), more=more)


def _program(only: str | None) -> Any:
    """The program; of the commands only the one that is called is loaded, the others are there for the help."""
    app = typer.Typer(
        name="newsclean",
        help=say("Cleans scraped Chinese news: whatever a crawler left behind becomes one typed article."),
        no_args_is_help=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
    )
    app.callback()(_root)
    for name, line in COMMANDS.items():
        app.command(name, help=say(line))(_command(name) if name == only else _nothing)
    program = typer.main.get_command(app)
    _translate(program)
    return program


def _root(
    lang: typing.Annotated[
        str | None, typer.Option(metavar="zh|en", help="Language of the messages (default: that of the locale).")
    ] = None,
    version: typing.Annotated[bool, typer.Option("--version", help="Print the version and exit.")] = False,
) -> None:
    """Both are read before the command line gets here; they stand here for the help."""


def _nothing() -> None:
    """A command that was not called."""


def _command(name: str) -> Callable[..., int]:
    """A function with one parameter for each field of the command's `Settings`."""
    module = import_module(f".{name}", __package__)
    settings = module.Settings
    hints = typing.get_type_hints(settings, include_extras=True)
    parameters = [
        inspect.Parameter(
            field.name, inspect.Parameter.KEYWORD_ONLY, default=_default(field), annotation=hints[field.name]
        )
        for field in dataclasses.fields(settings)
    ]

    def call(**values: Any) -> int:
        status: int = module.run(settings(**values))
        return status

    call.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    call.__annotations__ = hints
    call.__doc__ = module.__doc__
    return call


def _default(field: dataclasses.Field[Any]) -> Any:
    return inspect.Parameter.empty if field.default is dataclasses.MISSING else field.default


def _translate(program: Any) -> None:
    """The helps of all options, and the headings, in the language of the user."""
    for command in (program, *program.commands.values()):
        for param in command.params:
            if getattr(param, "help", None):
                param.help = say(param.help)
                # The defaults that matter stand in the helps, in words.
                param.show_default = False
        _translate_headings(command)


def _translate_headings(command: Any) -> None:
    given = command.get_help

    def get_help(context: Any) -> str:
        text: str = given(context)
        for heading in HEADINGS:
            text = text.replace(heading, say(heading))
        return text

    command.get_help = get_help
