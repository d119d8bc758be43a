"""The path of a document, from top to bottom: bytes -> text -> blocks -> verdicts -> fields -> Article."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from . import finish, readers
from .admission import is_article
from .article import Article, SourceKind
from .assemble import Body, assemble
from .declared import read_declared
from .embedded import add_embedded
from .errors import InputError, ReadError
from .judges import judge
from .judges.scene import scene_of
from .locate import locate
from .options import DEFAULT, Options
from .people import find_people
from .provenance import find_original_title
from .published import find_published
from .raw import read_raw
from .script import detect_script
from .site import find_categories, find_site, find_tags, find_url
from .source import recognise
from .subheads import mark_headings
from .summary import find_summary
from .title import find_headline


def parse(
    data: Any,
    *,
    url: str | None = None,
    kind: SourceKind | None = None,
    encoding: str | None = None,
    options: Options | None = None,
) -> Article:
    """Turn one document into an `Article`.

    `data` is bytes, str, an lxml tree, a bs4 soup or a scrapy response; it is not changed.  `url` is where it came
    from (it resolves relative addresses); `kind` and `encoding` override what newsclean finds out itself.  Raises a
    `NewscleanError` where the input is no document: empty, binary, over a limit.
    """
    options = options or DEFAULT
    zone = _zone(options.timezone)
    raw = read_raw(data, encoding, options.limits.max_bytes)
    source = recognise(raw.text, kind, options.limits)
    page = readers.read(source)
    declared = read_declared(page, options.limits.max_script)
    declared.front_matter = source.front_matter
    headline = find_headline(page, declared, source.kind)
    located = add_embedded(page, declared, locate(page, headline.block + 1), options.limits.max_script)
    scene = scene_of(page, located, headline.block, headline.keys, headline.declared)
    judge(page, scene)
    region = scene.region(page)
    mark_headings(page, scene.first, scene.last)
    accepted, reason = is_article(page, scene, source.kind)
    address = find_url(declared, url)
    body = assemble(page, address, headline.lead_image, keep_removed=options.keep_removed) if accepted else Body()
    site = find_site(page, declared, scene.first)
    made = find_people(page, declared, region, site)
    moment, modified = find_published(page, declared, region, zone)
    article = Article(
        is_article=accepted,
        kind=source.kind,
        title=headline.title,
        raw_title=headline.raw,
        original_title=find_original_title(page),
        published_info=moment,
        modified=modified,
        source=made.source,
        authors=made.authors,
        editors=made.editors,
        site=site,
        url=address,
        categories=find_categories(page, declared, headline.block, scene.first, headline.key),
        tags=find_tags(declared),
        summary=find_summary(page, declared),
        dateline=made.dateline,
        blocks=tuple(body.parts),
        images=tuple(body.images),
        videos=tuple(body.videos),
        notes=tuple(body.notes),
        front_matter=source.front_matter,
        script=detect_script("\n".join(part.text for part in body.parts if part.text) or headline.title or ""),
        encoding=raw.encoding,
        removed=tuple(body.removed),
        warnings=tuple(raw.warnings + source.warnings + ([reason] if reason else [])),
    )
    return finish.finish(article, options)


def parse_file(path: str | Path, **given: Any) -> Article:
    """`parse` the bytes of a file; takes the same keyword arguments.  Raises `ReadError` where it cannot be read."""
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise ReadError(f"{path} cannot be read: {error.strerror or error}; check the path and its permissions") from error
    return parse(data, **given)


@lru_cache(maxsize=16)
def _zone(name: str) -> ZoneInfo:
    return ZoneInfo(name)


def extract(data: Any, **given: Any) -> str | None:
    """The text of the article, or None where there is none: a two-minute switch from trafilatura's function.

    Takes the keyword arguments of `parse`.  Input that is no document gives None too.
    """
    try:
        return parse(data, **given).text or None
    except InputError:
        return None
