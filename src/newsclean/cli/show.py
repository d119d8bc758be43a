"""Show one article: its fields, its body, and what was removed by which rule."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any

from newsclean.article import Article, Removed
from newsclean.corpus.nearest import nearest_path

from .given import sites_of
from .messages import language, say
from .normalize import TAGS, encoding_of, kind_of, one_of
from .options import Argument, Option
from .terminal import visible
from .trouble import UsageTrouble

if TYPE_CHECKING:
    from rich.console import Console

TEXT = 76
"""Characters of a removed block that are shown; --full shows all."""


@dataclass(frozen=True, kw_only=True)
class Settings:
    """The options of the command."""

    file: Annotated[str, Argument("FILE", "The document; - for standard input.")]
    kind: Annotated[
        str | None, Option("--kind", "What it is (default: it tells).", "html|front-matter|text|pdf-text")
    ] = None
    encoding: Annotated[str | None, Option("--encoding", "Its charset (default: it tells).", "NAME")] = None
    url: Annotated[str | None, Option("--url", "Where it came from.", "URL")] = None
    script: Annotated[str | None, Option("--script", "Convert to this script.", "|".join(TAGS))] = None
    typography: Annotated[str, Option("--typography", "Mend quotation marks, spaces and punctuation.", "off|news")] = (
        "off"
    )
    rules: Annotated[tuple[str, ...], Option("--rules", "Your own rules of sites, as YAML.", "FILE")] = ()
    full: Annotated[bool, Option("--full", "Show removed text whole.")] = False


def run(settings: Settings) -> int:
    """Carry it out; the exit status.  Raises `NewscleanError` where the document cannot be read."""
    article = _article(settings)
    from rich.console import Console  # noqa: PLC0415

    out = Console(highlight=False, soft_wrap=not sys.stdout.isatty())
    _fields(article, out)
    _body(article, out)
    _media(article, out)
    _removed(article.removed, out, settings.full)
    return 0


def _article(settings: Settings) -> Article:
    from newsclean.options import Options  # noqa: PLC0415
    from newsclean.pipeline import parse, parse_file  # noqa: PLC0415

    if settings.file != "-" and not os.path.exists(settings.file):
        better = nearest_path(settings.file)
        text = say("there is no file {file}", file=settings.file)
        raise UsageTrouble(text + ("; " + say("did you mean {better}?", better=better) if better else ""))
    if os.path.isdir(settings.file):
        raise UsageTrouble(say("{file} is a folder; show takes one document", file=settings.file))
    options = Options(
        typography=one_of("--typography", settings.typography, ("off", "news")),  # type: ignore[arg-type]
        script=one_of("--script", settings.script, TAGS) if settings.script else None,
        sites=sites_of(settings.rules),
    )
    given: dict[str, Any] = {
        "url": settings.url,
        "kind": kind_of(settings.kind),
        "encoding": encoding_of(settings.encoding),
        "options": options,
    }
    if settings.file == "-":
        return parse(sys.stdin.buffer.read(options.limits.max_bytes + 1), **given)
    return parse_file(settings.file, **given)


def _fields(article: Article, out: Console) -> None:
    stated = article.published_info
    script = article.script
    values: dict[str, Any] = {
        "article": None if article.is_article else say("no: this is no article"),
        "title": article.title,
        "raw_title": article.raw_title if article.raw_title != article.title else None,
        "original_title": article.original_title,
        "published": stated and f"{stated.at.isoformat()}  ({stated.precision}, {stated.origin}: {stated.text})",
        "modified": article.modified and article.modified.isoformat(),
        "source": article.source,
        "authors": article.authors,
        "editors": article.editors,
        "site": article.site,
        "url": article.url,
        "categories": article.categories,
        "tags": article.tags,
        "summary": article.summary,
        "dateline": article.dateline and article.dateline.text,
        "kind": article.kind,
        "script": script.tag + (say(" (converted by machine)") if script.converted else ""),
        "encoding": article.encoding,
    }
    width = max(map(len, values))
    for name, value in values.items():
        if value:
            text = ", ".join(value) if isinstance(value, tuple) else str(value)
            out.print(f"[bold cyan]{name:<{width}}[/]  {_safe(text)}")
    for warning in article.warnings:
        out.print(f"[yellow]{say('warning')}:[/] {_safe(_warned(warning))}")


def _warned(warning: str) -> str:
    if language() != "zh":
        return warning
    from .warning_texts import warned  # noqa: PLC0415

    return warned(warning)


def _body(article: Article, out: Console) -> None:
    out.print()
    for part in article.blocks:
        match part.kind:
            case "heading":
                out.print(f"[bold]{'#' * (part.level or 2)} {_safe(part.text)}[/]")
            case "image" | "video":
                _medium(article, part.kind, part.index, out)
            case "list-item":
                out.print(f"  • {_safe(part.text)}")
            case "quote":
                out.print(f"  │ {_safe(part.text)}")
            case "table-row":
                out.print("  " + _safe(part.text.replace("\t", "  ¦  ")))
            case _:
                out.print(_safe(part.text))


def _medium(article: Article, kind: str, index: int, out: Console) -> None:
    if kind == "image" and 0 <= index < len(article.images):
        image = article.images[index]
        size = f" {image.width}×{image.height}" if image.width and image.height else ""
        words = " ".join(filter(None, (image.caption, image.credit)))
        out.print(f"[dim]\\[{say('image')}{size}] {_safe(image.url or '')} {_safe(words)}[/]")
    elif kind == "video" and 0 <= index < len(article.videos):
        video = article.videos[index]
        out.print(f"[dim]\\[{say('video')}] {_safe(video.url or video.id or '')}[/]")


def _media(article: Article, out: Console) -> None:
    for note in article.notes:
        out.print(f"[dim]{say('note')}: {_safe(note)}[/]")


def _removed(removed: tuple[Removed, ...], out: Console, full: bool) -> None:
    if not removed:
        return
    out.print()
    out.print(f"[bold]{say('removed')}[/] ({sum(item.count for item in removed)})")
    by_rule: dict[str, list[Removed]] = {}
    for item in removed:
        by_rule.setdefault(item.rule, []).append(item)
    for rule, items in sorted(by_rule.items(), key=lambda pair: -len(pair[1])):
        number = sum(item.count for item in items)
        out.print(f"[magenta]{_safe(rule)}[/]  [dim]{_safe(items[0].verdict)} × {number}[/]")
        for item in items:
            if item.text:
                text = item.text if full or len(item.text) <= TEXT else item.text[:TEXT] + "…"
                out.print(f"    {_safe(text)}")


def _safe(text: str) -> str:
    from rich.markup import escape  # noqa: PLC0415

    return escape("\n".join(visible(line) for line in text.replace("\t", " ").splitlines()))
