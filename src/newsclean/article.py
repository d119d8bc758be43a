"""What comes out: `Article` and its parts.  Frozen, typed, documented field by field."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

import msgspec

SCHEMA_VERSION = 1
"""Version of the keys of `Article.to_dict`; it rises when a key changes its meaning or goes."""

SourceKind = Literal["html", "front-matter", "text", "pdf-text"]
"""A full HTML page or fragment; a post with YAML front matter; a text dump of a page; hard-wrapped PDF text."""

PartKind = Literal["paragraph", "heading", "list-item", "quote", "table-row", "code", "image", "video"]
Precision = Literal["year", "month", "day", "minute", "second"]


class Part(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """One piece of the body, in reading order."""

    kind: PartKind
    text: str = ""
    """The words of the part; empty for images and videos.  The cells of a table row are separated by a tab."""
    level: int = 0
    """Of headings 1–6; else 0."""
    index: int = -1
    """Of images and videos: the position in `Article.images` or `Article.videos`; else -1."""


class Image(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """A picture of the article."""

    url: str | None = None
    """As the origin serves it, proxies and lazy-loading unwrapped; None where only a caption is left (text dumps)."""
    width: int | None = None
    """Pixels, as the page states them."""
    height: int | None = None
    alt: str | None = None
    caption: str | None = None
    credit: str | None = None
    """Who made it, as printed: ``新华社记者 张玉薇 摄``.  Never an author of the article."""


class Video(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """A film of the article."""

    provider: str | None = None
    """qq, youku, bilibili, cctv, sina, miguvideo, youtube …; None for a plain file."""
    id: str | None = None
    url: str | None = None
    """The canonical address of the film."""


class Published(msgspec.Struct, frozen=True, omit_defaults=True):
    """When the article came out."""

    at: datetime
    """Aware.  Parts finer than `precision` are zero."""
    precision: Precision
    text: str
    """The text that it was read from."""
    origin: str
    """printed, meta, json-ld, script, url or front-matter."""


class Dateline(msgspec.Struct, frozen=True, omit_defaults=True):
    """新华社北京5月9日电（记者邹伟）: agency, place, date, reporters, with the text."""

    text: str
    agency: str | None = None
    place: str | None = None
    date: str | None = None
    reporters: tuple[str, ...] = ()


class Removed(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """One block of the source that is not part of the body, and the rule that judged it."""

    text: str
    verdict: str
    """What it is: spam, navigation, share-bar, promotion, related, copyright, editor-credit, caption, byline …"""
    rule: str
    """Name of the rule that gave the verdict, ``family/rule``."""
    block: int
    """Position in reading order among all blocks of the document."""
    place: str = ""
    """Where it stood: the path of containers (HTML) or ``line 12``."""
    count: int = 1
    """Number of items where the block has no text (images, iframes, empty shells)."""


class Script(msgspec.Struct, frozen=True, omit_defaults=True):
    """Which written Chinese a text is."""

    tag: str = "und"
    """BCP 47: zh-Hans, zh-Hant, zh-Hant-TW, zh-Hant-HK, zh-Hans-SG, zh-Hans-MY; ja and ko; und: too little to tell."""
    confidence: float = 0.0
    """0 to 1."""
    hans: float = 0.0
    """Share of simplified-only characters among the telling ones."""
    hant: float = 0.0
    """Share of traditional-only characters among the telling ones."""
    mixed: bool = False
    """Runs of both scripts."""
    converted: bool = False
    """Traditional made mechanically from simplified (委員并參加, 以后)."""
    evidence: tuple[str, ...] = ()
    """Telling characters and words."""


class Article(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """One news article.  A field that the document does not state is None or (); nothing is guessed."""

    is_article: bool = True
    """False for lists, home pages, spam pages and empty shells; `text` is then empty."""
    kind: SourceKind = "html"
    title: str | None = None
    """The printed headline, without channel and site."""
    raw_title: str | None = None
    """The title as declared (``<title>``, front matter) or printed, before anything was taken off."""
    original_title: str | None = None
    """原标题: the headline under which the source ran it."""
    provenance: tuple[str, ...] = ()
    """原载, 首发, 转载自: the lines that say where the article first stood, as printed."""
    published_info: Published | None = None
    modified: datetime | None = None
    """更新时间, where the document states it beside the time of publication."""
    source: str | None = None
    """来源: the outlet that the article comes from."""
    authors: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    site: str | None = None
    """The site that the document was taken from, as it names itself."""
    url: str | None = None
    """As given to `parse`, else as the document declares it (canonical, og:url)."""
    categories: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    summary: str | None = None
    dateline: Dateline | None = None
    blocks: tuple[Part, ...] = ()
    images: tuple[Image, ...] = ()
    videos: tuple[Video, ...] = ()
    notes: tuple[str, ...] = ()
    """Footnotes, editor's notes and credits that belong to the article but not to its running text."""
    front_matter: dict[str, Any] | None = None
    script: Script = Script()
    encoding: str | None = None
    """Of the bytes; None where `parse` was given a str or a tree."""
    removed: tuple[Removed, ...] = ()
    warnings: tuple[str, ...] = ()
    originals: dict[str, Any] | None = None
    """With ``Options(script=…)``: title, source, authors, editors, captions and text as they were before conversion."""

    @property
    def published(self) -> datetime | None:
        """When it came out, aware; None where the document does not say.  Details in `published_info`."""
        return self.published_info.at if self.published_info else None

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The texts of the plain paragraphs."""
        return tuple(part.text for part in self.blocks if part.kind == "paragraph")

    @property
    def headings(self) -> tuple[str, ...]:
        """The texts of the sub-headings."""
        return tuple(part.text for part in self.blocks if part.kind == "heading")

    @property
    def text(self) -> str:
        """Paragraphs, headings, list items, quotes, code and table rows, one a line; captions are not among them."""
        return "\n".join(part.text for part in self.blocks if part.text)

    @property
    def fingerprint(self) -> str:
        """64-bit SimHash of the body, 16 hexadecimal digits, computed when asked for; `simhash.distance` compares two.

        Script, width, case, punctuation and white space do not count.  A body without words has sixteen zeros.
        """
        from .simhash import simhash  # noqa: PLC0415

        return simhash(self.text)

    def to_dict(self) -> dict[str, Any]:
        """A dict of JSON types; fields at their default are left out."""
        from .render import to_dict  # noqa: PLC0415

        return to_dict(self)

    def to_json(self, *, indent: int = 0) -> str:
        """JSON, UTF-8 characters unescaped, one line unless `indent` is given."""
        from .render import to_json  # noqa: PLC0415

        return to_json(self, indent=indent)

    def to_markdown(self, *, front_matter: bool = True) -> str:
        """CommonMark, the fields as YAML front matter."""
        from .render import to_markdown  # noqa: PLC0415

        return to_markdown(self, front_matter=front_matter)

    def to_html(self) -> str:
        """A complete, safe HTML document."""
        from .render import to_html  # noqa: PLC0415

        return to_html(self)

    def to_jsonld(self) -> dict[str, Any]:
        """A schema.org NewsArticle."""
        from .render import to_jsonld  # noqa: PLC0415

        return to_jsonld(self)

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Article:
        """The inverse of `to_dict`.  Raises `InputError` where `data` is not such a dict."""
        from .render import from_dict  # noqa: PLC0415

        return from_dict(data)

    @classmethod
    def from_json(cls, data: str | bytes) -> Article:
        """The inverse of `to_json`.  Raises `InputError` where `data` is not such JSON."""
        from .render import from_json  # noqa: PLC0415

        return from_json(data)


class Decoded(msgspec.Struct, frozen=True):
    """Bytes read as text."""

    text: str
    encoding: str
    """The WHATWG name of the encoding that was used: utf-8, gb18030, big5 (with HKSCS), utf-16-le …"""
    evidence: str
    """bom, given, transport, meta, bytes (the bytes themselves tell), frequency or fallback."""
    damaged: tuple[int, ...] = ()
    """Byte offsets that could not be read; each stands as one U+FFFD in `text`."""
    repaired: str | None = None
    """The way back from mojibake, where one was gone: ``utf-8 read as gb18030``."""
    warnings: tuple[str, ...] = ()


class Failure(msgspec.Struct, frozen=True):
    """A document that could not be read, in place of its Article."""

    id: str
    """Path or running number."""
    error: str
    """Name of the error class."""
    message: str
    template: str = ""
    """The message before its values were filled in: equal for all failures of one cause."""
    values: dict[str, str | int | float] = {}
    """What was filled in, by name."""
