"""Show one document as a page to look at: every block, coloured by verdict, with the rule that gave it.

The page is one HTML file that stands alone: it asks the network for nothing, and nothing of the document runs in it.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import Annotated, get_args

from newsclean.article import SourceKind
from newsclean.options import Options

from .given import bytes_of, sites_of, write_report
from .messages import language, say
from .normalize import encoding_of, kind_of
from .options import Argument, Option


@dataclass(frozen=True, kw_only=True)
class Settings:
    """The options of the command."""

    file: Annotated[str, Argument("FILE", "The document; - for standard input.")]
    output: Annotated[str, Option("-o --output", "The HTML file (default: report.html), or -.", "PATH")] = "report.html"
    show: Annotated[bool, Option("--open", "Open it in the browser.")] = False
    kind: Annotated[str | None, Option("--kind", "What it is (default: it tells).", "|".join(get_args(SourceKind)))] = (
        None
    )
    encoding: Annotated[str | None, Option("--encoding", "Its charset (default: it tells).", "NAME")] = None
    url: Annotated[str | None, Option("--url", "Where it came from.", "URL")] = None
    rules: Annotated[tuple[str, ...], Option("--rules", "Your own rules of sites, as YAML.", "FILE")] = ()


def run(settings: Settings) -> int:
    """Carry it out; the exit status.  Raises `NewscleanError` where the document cannot be read."""
    from newsclean.pipeline import judged  # noqa: PLC0415 (loads the parser)
    from newsclean.report.inspected import inspect_page  # noqa: PLC0415

    kind = kind_of(settings.kind)
    encoding = encoding_of(settings.encoding)
    data = bytes_of(settings.file)
    options = Options(sites=sites_of(settings.rules))
    article, page = judged(data, url=settings.url, kind=kind, encoding=encoding, options=options)
    name = say("standard input") if settings.file == "-" else os.path.basename(settings.file)
    write_report(inspect_page(article, page, name, language()), settings.output, settings.show)
    return 0
