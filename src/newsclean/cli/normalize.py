"""Clean documents.

INPUTS are files, folders, globs, or - for standard input: pages (.html .htm .md .txt), JSON lines (.jsonl, also .gz
.zst), Parquet, WARC (also .gz), .zip and .tar.gz of pages.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from typing import Annotated, Any, Literal, cast, get_args

from newsclean.article import SourceKind
from newsclean.corpus.fields import NAMES, known
from newsclean.corpus.inputs import FORMATS, Format, listed
from newsclean.corpus.nearest import nearest
from newsclean.corpus.run import Outcome, Plan, Run
from newsclean.corpus.setup import TIMEOUT, Compression, Form, Setup
from newsclean.corpus.shape import packed
from newsclean.errors import NewscleanError
from newsclean.options import Limits, Options

from .given import sites_of
from .messages import say
from .options import Argument, Option
from .progress import progress_for
from .trouble import UsageTrouble

OutputFormat = Literal["jsonl", "markdown", "text", "parquet"]
ALIASES: dict[str, OutputFormat] = {
    "jsonl": "jsonl", "json": "jsonl", "markdown": "markdown", "md": "markdown", "text": "text", "txt": "text",
    "parquet": "parquet",
}  # fmt: skip
SUFFIXES: dict[str, OutputFormat] = {
    ".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "jsonl", ".md": "markdown", ".markdown": "markdown",
    ".txt": "text", ".parquet": "parquet",
}  # fmt: skip
PACKED: dict[str, Compression] = {".gz": "gzip", ".zst": "zstd"}
TAGS = ("zh-Hans", "zh-Hant", "zh-Hant-TW", "zh-Hant-HK")


@dataclass(frozen=True, kw_only=True)
class Settings:
    """The options of the command."""

    inputs: Annotated[tuple[str, ...], Argument("INPUTS", "Files, folders, globs, or - for standard input.")] = ()
    input_file: Annotated[
        str | None, Option("-i --input-file", "A file that lists the inputs, one a line.", "FILE")
    ] = None
    input_dir: Annotated[str | None, Option("--input-dir", "A folder to read.", "DIR")] = None
    output: Annotated[
        str, Option("-o --output --output-dir", "Where to write: a file, a folder, or - (default).", "PATH")
    ] = "-"
    output_format: Annotated[
        str | None,
        Option(
            "--output-format", "Default: what the name of the output says, else jsonl.", "jsonl|markdown|text|parquet"
        ),
    ] = None
    input_format: Annotated[
        str | None, Option("--input-format", "What the inputs are, where their names do not tell.", "|".join(FORMATS))
    ] = None
    keep_dirs: Annotated[
        bool, Option("--keep-dirs", "In an output folder, keep the folders and file names of the input.")
    ] = False
    jobs: Annotated[int | None, Option("-j --jobs --parallel", "Processes (default: one a core).", "N", least=1)] = None
    resume: Annotated[bool, Option("--resume", "Go on with a run that was stopped.")] = False
    errors: Annotated[str | None, Option("--errors", "Write one JSON line for each document that failed.", "FILE")] = (
        None
    )
    timeout: Annotated[
        float, Option("--timeout", "Time that one document may take (default: 30).", "SECONDS", least=0.1)
    ] = TIMEOUT
    max_bytes: Annotated[
        int, Option("--max-bytes", "Size of one document beyond which it fails (default: 50 MiB).", "N", least=1)
    ] = Limits().max_bytes
    kind: Annotated[
        str | None, Option("--kind", "What the documents are (default: each tells).", "|".join(get_args(SourceKind)))
    ] = None
    encoding: Annotated[str | None, Option("--encoding", "Charset of the documents (default: each tells).", "NAME")] = (
        None
    )
    script: Annotated[str | None, Option("--script", "Convert to this script.", "|".join(TAGS))] = None
    typography: Annotated[str, Option("--typography", "Mend quotation marks, spaces and punctuation.", "off|news")] = (
        "off"
    )
    timezone: Annotated[
        str, Option("--timezone", "Zone of times that state none (default: Asia/Shanghai).", "ZONE")
    ] = "Asia/Shanghai"
    rules: Annotated[tuple[str, ...], Option("--rules", "Your own rules of sites, as YAML.", "FILE")] = ()
    select: Annotated[
        tuple[str, ...], Option("--select", "Write only these fields, separated by commas.", "FIELDS")
    ] = ()
    only_articles: Annotated[bool, Option("--only-articles", "Leave out lists, home pages and empty shells.")] = False
    no_removed: Annotated[bool, Option("--no-removed", "Leave out the account of what was removed.")] = False
    timing: Annotated[
        bool, Option("--timing", "Tell the CPU time of each document, in JSON lines: milliseconds.")
    ] = False
    field: Annotated[
        str | None, Option("--field", "The field that holds the document, in JSON lines and Parquet.", "NAME")
    ] = None
    quiet: Annotated[bool, Option("-q --quiet", "No progress and no summary.")] = False


def run(settings: Settings) -> int:
    """Carry it out; the exit status."""
    plan = plan_of(settings)
    progress = progress_for(plan.inputs, settings.quiet)
    making = Run(plan, progress.news)
    try:
        outcome = making.go()
    except KeyboardInterrupt:
        progress.close()
        if making.leave():
            raise KeyboardInterrupt(say("stopped; the same command with --resume goes on")) from None
        if plan.output == "-":
            raise
        raise KeyboardInterrupt(say("stopped; nothing was written")) from None
    except NewscleanError:
        making.leave()
        raise
    finally:
        progress.close()
    return _report(outcome, plan, settings.quiet)


def _report(outcome: Outcome, plan: Plan, quiet: bool) -> int:
    if outcome.already:
        if not quiet:
            print(say("nothing to resume: {output} is whole", output=plan.output), file=sys.stderr)
        return 0
    if not quiet:
        from .summary import print_summary  # noqa: PLC0415

        print_summary(outcome, plan.output)
    if not outcome.tally.documents:
        return 2
    return 1 if outcome.tally.failed else 0


def plan_of(settings: Settings) -> Plan:
    """What the options mean together.  Raises `UsageTrouble` where they do not make sense."""
    inputs = list(settings.inputs)
    if settings.input_dir:
        inputs.append(settings.input_dir)
    if settings.input_file:
        inputs += listed(settings.input_file)
    if not inputs:
        raise UsageTrouble(say("name a file or a folder to clean, or - for standard input"))
    form, compression = form_of(settings)
    if settings.resume and settings.output == "-":
        raise UsageTrouble(say("--resume needs an output file; give one with -o"))
    if settings.resume and "-" in inputs:
        raise UsageTrouble(say("--resume cannot go on with standard input, it cannot be rewound; give a file"))
    if settings.keep_dirs and not form.startswith("pages-"):
        raise UsageTrouble(
            say("--keep-dirs needs an output folder; give one with -o, and --output-format markdown or text")
        )
    if settings.timing and form != "jsonl":
        raise UsageTrouble(say("--timing is told in JSON lines; give an output that ends in .jsonl"))
    setup = Setup(
        options=options_of(settings),
        kind=kind_of(settings.kind),
        encoding=encoding_of(settings.encoding),
        form=form,
        compression=compression,
        select=selection(settings.select, form),
        only_articles=settings.only_articles,
        removed=not settings.no_removed,
        timing=settings.timing,
        field=settings.field,
        timeout=settings.timeout,
    )
    return Plan(
        inputs=tuple(inputs),
        setup=setup,
        output=settings.output.rstrip("/") or "/" if form.startswith("pages-") else settings.output,
        errors=settings.errors,
        jobs=settings.jobs,
        resume=settings.resume,
        keep_dirs=settings.keep_dirs,
        input_format=cast(Format, one_of("--input-format", settings.input_format, FORMATS))
        if settings.input_format
        else None,
        settings=fixed(settings, inputs),
    )


def fixed(settings: Settings, inputs: list[str]) -> dict[str, object]:
    """The options that a resumed run must share with the first, by their names on the command line."""
    names = (
        "output_format", "input_format", "keep_dirs", "errors", "max_bytes", "kind", "encoding", "script", "typography", "timezone",
        "rules", "select", "only_articles", "no_removed", "timing", "field",
    )  # fmt: skip
    chosen: dict[str, Any] = {f"--{name.replace('_', '-')}": getattr(settings, name) for name in names}
    return {"inputs": [os.fsencode(name).decode("utf-8", "backslashreplace") for name in inputs], **chosen}


def form_of(settings: Settings) -> tuple[Form, Compression]:
    """The form of the output, from --output-format and the name of the output."""
    output = settings.output
    stem, suffix = os.path.splitext(output)
    compression: Compression = PACKED.get(suffix.lower(), "")
    named = SUFFIXES.get(os.path.splitext(stem if compression else output)[1].lower())
    folder = output.endswith("/") or os.path.isdir(output)
    chosen = one_of("--output-format", settings.output_format, ALIASES) if settings.output_format else None
    wanted: OutputFormat = ALIASES[chosen] if chosen else ("markdown" if folder else named or "jsonl")
    if wanted in ("markdown", "text") and output != "-" and (folder or named != wanted):
        return ("pages-markdown" if wanted == "markdown" else "pages-text"), ""
    if folder:
        raise UsageTrouble(say("{output} is a folder; for {form} name a file in it", output=output, form=wanted))
    if wanted == "parquet" and output == "-":
        raise UsageTrouble(say("Parquet cannot go to standard output; name a file with -o"))
    if compression:
        packed(b"x", compression)
    return cast(Form, wanted), compression if wanted != "parquet" else ""


def options_of(settings: Settings) -> Options:
    """The options of the library."""
    typography = cast(Any, one_of("--typography", settings.typography, ("off", "news")))
    script = one_of("--script", settings.script, TAGS) if settings.script else None
    limits = Limits(max_bytes=settings.max_bytes)
    return Options(
        typography=typography,
        script=script,
        timezone=zone_of(settings.timezone),
        sites=sites_of(settings.rules),
        limits=limits,
    )


def one_of(option: str, given: str, allowed: Any) -> str:
    """The value, if it is allowed.  Raises `UsageTrouble` with the nearest that is."""
    for value in allowed:
        if value.lower() == given.lower():
            return str(value)
    better = nearest(given, allowed)
    known_values = ", ".join(allowed)
    if better:
        raise UsageTrouble(
            say("{option} has no value {given!r}; did you mean {better}?  There are: {known}",
                option=option, given=given, better=better, known=known_values)
        )  # fmt: skip
    raise UsageTrouble(
        say("{option} has no value {given!r}; there are: {known}", option=option, given=given, known=known_values)
    )


def kind_of(given: str | None) -> SourceKind | None:
    """The kind of source that `--kind` names.  Raises `UsageTrouble` for another word."""
    return cast(SourceKind, one_of("--kind", given, get_args(SourceKind))) if given else None


def zone_of(name: str) -> str:
    """The zone, if there is one of that name.  Raises `UsageTrouble`."""
    if name == "Asia/Shanghai":
        return name
    import zoneinfo  # noqa: PLC0415

    try:
        zoneinfo.ZoneInfo(name)
    except (OSError, ValueError, KeyError) as error:
        better = nearest(name, zoneinfo.available_timezones()) or "Asia/Shanghai"
        raise UsageTrouble(
            say("--timezone knows no {given!r}; did you mean {better}?", given=name, better=better)
        ) from error
    return name


def encoding_of(name: str | None) -> str | None:
    """The charset, if it is known.  Raises `UnknownEncodingError`."""
    if name is not None:
        from newsclean.decode import decode  # noqa: PLC0415 (loads the tables of charsets)

        decode(b"x", encoding=name)
    return name


def selection(given: tuple[str, ...], form: Form) -> tuple[str, ...]:
    """The names of the fields.  Raises `UsageTrouble` for one that there is not."""
    names = tuple(name.strip() for part in given for name in part.split(",") if name.strip())
    for name in names:
        if not known(name):
            better = nearest(name, NAMES)
            hint = (
                say("did you mean {better}?", better=better)
                if better
                else say("there are: {known}", known=", ".join(NAMES))
            )
            raise UsageTrouble(say("--select knows no field {name!r}; {hint}", name=name, hint=hint))
    if names and form != "jsonl":
        raise UsageTrouble(say("--select works with JSON lines only"))
    return names
