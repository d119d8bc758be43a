"""The path of a document, from top to bottom: bytes -> text -> blocks -> verdicts -> fields -> Article."""

from __future__ import annotations

from datetime import tzinfo
from functools import lru_cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from msgspec import structs

from . import readers
from .admission import admit
from .article import Article, SourceKind
from .assemble import assemble
from .blocks import Page
from .declared import Declared, read_declared
from .embedded import add_embedded
from .errors import InputError, OptionError, ReadError
from .evidence import gather
from .finish import finish
from .front_names import usual
from .judges import judge
from .judges.scene import Scene, scene_of
from .locate import locate
from .options import DEFAULT, Options
from .outlet import find_outlet
from .people import find_people
from .provenance import find_original_title, find_provenance
from .published import find_published
from .raw import read_raw
from .script import detect_script
from .site import find_categories, find_site, find_tags, find_url
from .sites import names_for
from .source import recognise
from .subheads import mark_headings
from .summary import find_summary
from .title import Headline, find_headline


def parse(
    data: Any,
    *,
    url: str | None = None,
    kind: SourceKind | None = None,
    encoding: str | None = None,
    options: Options | None = None,
) -> Article:
    """Turn one document into an `Article`.

    `data` is bytes, str, an lxml tree, a bs4 soup, a response of scrapy, requests or httpx, or a scrapy selector; it is
    not changed.  `url` is where it came from (it resolves relative addresses; a response knows its own); `kind` and
    `encoding` override what newsclean finds out itself.  Raises a `NewscleanError` where the input is no document:
    empty, binary, over a limit.
    """
    return judged(data, url=url, kind=kind, encoding=encoding, options=options)[0]


def judged(
    data: Any,
    *,
    url: str | None = None,
    kind: SourceKind | None = None,
    encoding: str | None = None,
    options: Options | None = None,
) -> tuple[Article, Page]:
    """What `parse` makes of a document, and its `Page`: every block with verdict and rule, nothing left out.

    Takes the arguments of `parse` and raises what it raises.
    """
    options = options or DEFAULT
    raw = read_raw(data, encoding, options.limits.max_bytes)
    source = recognise(raw.text, kind, options.limits)
    page = readers.read(source, options.limits.max_blocks)
    declared = read_declared(page, options.limits.max_script)
    declared.front_matter = usual(source.front_matter) if source.front_matter is not None else None
    url = find_url(declared, url or raw.url)
    page.site_names = names_for(url, options.sites)
    headline = find_headline(page, declared, source.kind)
    located = locate(page, headline.block + 1)
    located = add_embedded(page, declared, located, readers.read_html, options.limits.max_script)
    scene = scene_of(page, located, headline.block, headline.keys, headline.declared)
    judge(page, scene)
    mark_headings(page, scene.first, scene.last)
    accepted, reason = admit(page, scene, source.kind)
    body = assemble(page, url, headline.lead_image, keep_removed=options.keep_removed)
    article = Article(
        is_article=accepted,
        kind=source.kind,
        title=headline.title,
        raw_title=headline.raw,
        url=url,
        blocks=tuple(body.parts),
        images=tuple(body.images),
        videos=tuple(body.videos),
        notes=tuple(body.notes),
        front_matter=source.front_matter,
        encoding=raw.encoding,
        removed=tuple(body.removed),
        warnings=(*raw.warnings, *source.warnings, *([reason] if reason else ())),
        **_facts(page, declared, scene, headline, _zone(options.timezone)),
    )
    article = finish(article, options.typography, options.script)
    return structs.replace(article, script=detect_script(article.text or article.title or "")), page


def _facts(page: Page, declared: Declared, scene: Scene, headline: Headline, zone: tzinfo) -> dict[str, Any]:
    """The fields that are read around the body: who, when, where."""
    region = scene.region(page)
    site = find_site(page, declared, scene.first)
    evidence = gather(page, declared, region, site)
    source = find_outlet(evidence)
    people = find_people(evidence, source, site)
    moment, modified = find_published(page, declared, region, zone)
    return {
        "site": site,
        "source": source,
        "authors": people.authors,
        "editors": people.editors,
        "dateline": people.dateline,
        "published_info": moment,
        "modified": modified,
        "original_title": find_original_title(page),
        "provenance": find_provenance(page),
        "categories": find_categories(page, declared, headline.block, scene.first, headline.key),
        "tags": find_tags(declared),
        "summary": find_summary(page, declared),
    }


def parse_file(path: str | Path, **given: Any) -> Article:
    """`parse` the bytes of a file; takes the same keyword arguments.  Raises `ReadError` where it cannot be read."""
    try:
        data = Path(path).read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ReadError(
            "{path} cannot be read: {reason}; check the path and its permissions", path=str(path), reason=reason
        ) from error
    return parse(data, **given)


@lru_cache(maxsize=16)
def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise OptionError(
            "Options.timezone={name!r} is no zone of the IANA data base; try Asia/Shanghai, Asia/Taipei or UTC",
            name=name,
        ) from error


def extract(data: Any, **given: Any) -> str | None:
    """The text of the article, or None where there is none: a two-minute switch from trafilatura's function.

    Takes the keyword arguments of `parse`.  Input that is no document gives None too.
    """
    try:
        return parse(data, **given).text or None
    except InputError:
        return None
