"""Commands, options and errors: from the words on the command line to a function, and back to an exit status."""

from __future__ import annotations

import errno
import os
import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from io import TextIOWrapper
from typing import Annotated, Any

import click

from newsclean.errors import NewscleanError

from .messages import HEADINGS, LANGUAGES, choose, say, told
from .options import Option, argument_helps, parameters
from .trouble import UsageTrouble

COMMANDS: dict[str, str] = {
    "normalize": "Clean documents into JSON lines, Markdown, text or Parquet.",
    "show": "Show one article: its fields, its body, and what was removed by which rule.",
    "inspect": "Show one document as a page to look at: every block with its verdict and rule.",
    "report": "Show a corpus in pictures: dates, sources, lengths, what was removed, what is missing.",
    "rules": "Check a file of your own rules, or try it on a page.",
    "dedupe": "Find reposts among cleaned articles.",
}
"""Name and one line of help.  The module of the same name has `Settings` (a dataclass whose annotated fields are the
options, see `options`) and `run(settings) -> int`; it is loaded only when it is called."""

INTERRUPTED = 130
FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)
"""What the system says when standard output is a file on a disk that is full or gone."""
_UNEXPECTED = re.compile(r"unexpected extra arguments? \((.*)\)", re.DOTALL)
"""What click says of words that no argument takes; it has no class of its own for it."""


def run(argv: Sequence[str] | None = None) -> int:
    """Carry out a command line; the exit status."""
    words = list(sys.argv[1:] if argv is None else argv)
    if isinstance(sys.stdout, TextIOWrapper) and sys.stdout.errors == "strict":
        # A locale without Chinese (C, or another alphabet's) shows \\u6865 for what it has no sign for.
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        words = _with_language(words)
        return _dispatch(words)
    except UsageTrouble as trouble:
        return _complain(str(trouble))
    except NewscleanError as error:
        return _complain(told(error))
    except KeyboardInterrupt as stop:
        _complain(str(stop) or say("stopped"))
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever reads our output has had enough; Python would complain once more when it closes it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return 1
    except OSError as error:
        if error.errno not in FULL:
            raise
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return _complain(say("the output cannot be written ({reason})", reason=error.strerror or error))


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
    if words and not words[0].startswith("-") and words[0] not in COMMANDS:
        raise UsageTrouble(_unknown_command(words[0]))
    try:
        status = program().main(args=words or ["--help"], prog_name="newsclean", standalone_mode=False)
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.Abort as abort:
        # What click makes of Ctrl-C; the word for the user is in what was raised.
        raised = abort.__cause__ or abort.__context__  # the second in click 8.1
        raise KeyboardInterrupt(*(raised.args if raised else ())) from None
    except click.UsageError as error:
        raise UsageTrouble(_explained(error)) from error
    return status if isinstance(status, int) else 0


def _unknown_command(name: str) -> str:
    if os.path.exists(name) or name == "-":
        return say("there is no command {name!r}; to clean that file: newsclean normalize {name}", name=name)
    from newsclean.corpus.nearest import nearest  # noqa: PLC0415 (for who mistyped)

    better = nearest(name, COMMANDS)
    if better:
        return say("there is no command {name!r}; did you mean {better}?", name=name, better=better)
    return say("there is no command {name!r}; there are: {known}", name=name, known=", ".join(COMMANDS))


def _explained(error: click.UsageError) -> str:
    """A usage error with the nearest option that exists, and where to read more."""
    command = error.ctx.command if error.ctx is not None else None
    more = f"newsclean {command.name} --help" if command and command.name in COMMANDS else "newsclean --help"
    if isinstance(error, click.NoSuchOption):
        from newsclean.corpus.nearest import nearest  # noqa: PLC0415

        option = error.option_name
        better = nearest(option, [name for param in command.params for name in param.opts] if command else [])
        if better:
            text = "there is no option {option}; did you mean {better}?  See: {more}"
            return say(text, option=option, better=better, more=more)
        return say("there is no option {option}; see: {more}", option=option, more=more)
    if isinstance(error, click.MissingParameter) and error.param is not None:
        what = getattr(error.param, "metavar", None) or str(error.param.name)
        return say("{what} is missing; see: {more}", what=what, more=more)
    if isinstance(error, click.BadOptionUsage):
        if "does not take" in error.message:
            return say("{option} takes no value; see: {more}", option=error.option_name, more=more)
        return say("{option} needs a value; see: {more}", option=error.option_name, more=more)
    if isinstance(error, click.BadParameter) and isinstance(error.param, click.Option):
        least = getattr(error.param.type, "min", None)
        text = "{option} takes a number from {least:g} up; see: {more}"
        if least is not None:
            name = next((name for name in error.param.opts if name.startswith("--")), error.param.opts[0])
            return say(text, option=name, least=least, more=more)
    if type(error) is click.UsageError and (words := _UNEXPECTED.search(error.message)):
        return say("one word too many: {words}; see: {more}", words=words[1], more=more)
    return say("{problem}  See: {more}", problem=error.format_message(), more=more)


class Spoken:
    """A help whose headings are in the user's language."""

    def get_help(self, ctx: click.Context) -> str:
        text: str = super().get_help(ctx)  # type: ignore[misc]  # of click.Command, beside which this stands
        for heading in HEADINGS:
            text = text.replace(heading, say(heading))
        return text


class Command(Spoken, click.Command):
    """A command made of the `Settings` and `run` of a module."""

    def __init__(self, name: str) -> None:
        module = import_module(f".{name}", __package__)
        self._arguments = argument_helps(module.Settings)

        def call(**values: Any) -> int:
            status: int = module.run(module.Settings(**values))
            return status

        super().__init__(name, callback=call, params=parameters(module.Settings), help=say(COMMANDS[name]))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Arguments"):
            formatter.write_dl(self._arguments)
        super().format_options(ctx, formatter)


class Program(Spoken, click.Group):
    """All commands; the one that is called is loaded, of the others the help has its line."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        return Command(cmd_name) if cmd_name in COMMANDS else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, say(line)) for name, line in COMMANDS.items()])


@dataclass(frozen=True)
class Root:
    """The options of the program itself."""

    lang: Annotated[
        str | None, Option("--lang", "Language of the messages (default: that of the locale).", "|".join(LANGUAGES))
    ] = None
    """Read before click gets the words; it stands here for the help and for completion."""
    version: Annotated[bool, Option("--version", "Print the version and exit.")] = False


def program() -> Program:
    """The program, in the user's language."""

    def root(lang: str | None, version: bool) -> None:
        if version:
            from importlib.metadata import version as installed  # noqa: PLC0415

            click.echo(f"newsclean {installed('newsclean')}")
            raise click.exceptions.Exit(0)

    return Program(
        "newsclean",
        callback=root,
        params=parameters(Root),
        help=say("Cleans scraped Chinese news: whatever a crawler left behind becomes one typed article."),
        invoke_without_command=True,
        subcommand_metavar="[COMMAND] [ARGS]...",  # as click writes it from 8.2 on
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
    )
