"""Markdown: YAML front matter and a CommonMark body (https://spec.commonmark.org/0.31.2/), tables as in GFM.

The keys of the front matter: title, date, updated, source, authors, editors, site, url, categories, tags, summary,
original_title, lang, images, notes.  In the body an image is ``![alt](address)``, its caption the line under it in
asterisks; the caption of an image without address is a line that begins with △, as in text dumps.  A film is an
``<iframe>`` or ``<video>`` in a ``<figure>`` on a line of its own.  Everything else that could be markup is escaped, so
that the text reads back as it was.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import yaml

from newsclean.article import Article, Image, Part

from .fields import caption, clean, image_of, iso, runs, web_address
from .page import videos

_DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
_WIDE = 1_000_000
"""Columns: no line of the front matter is folded."""

_INLINE = re.compile(r"[\\`*_\[\]~]|&(?=[#A-Za-z])")
_TAG_START = re.compile(r"<(?=[A-Za-z/!?])")
# What begins a heading, a list, a quotation, a rule, the underline of a heading or the second line of a table.
_LINE_START = re.compile(r"(?:#{1,6}(?=\s|$)|>|[-+](?=\s|$)|[-=:|][-=:| ]*$)")
_NUMBERED = re.compile(r"([0-9]{1,9})([.)])(?=\s|$)")
_CLOSING_HASHES = re.compile(r"(?<!\S)(#+)$")
_SPACES = re.compile(r"[ \t]+")
_TICKS = re.compile("`{3,}")
_IN_DESTINATION = re.compile(r"[()]|&(?=[#A-Za-z])")


def to_markdown(article: Article, *, front_matter: bool = True) -> str:
    """The article as Markdown, the fields as front matter unless `front_matter` is false."""
    pieces = [piece for kind, run in runs(article) for piece in _WRITERS[kind](article, run)]
    body = "\n\n".join(pieces)
    if not front_matter:
        return body + "\n" if body else ""
    head = yaml.dump(_fields(article), Dumper=_DUMPER, allow_unicode=True, sort_keys=False, width=_WIDE)
    return f"---\n{head}---\n" + (f"\n{body}\n" if body else "")


def _fields(article: Article) -> dict[str, Any]:
    """The fields that the document states, under the names that site generators use, as plain YAML types."""
    fields: dict[str, Any] = {
        "title": article.title,
        "date": iso(article.published_info) if article.published_info else None,
        "updated": article.modified.isoformat() if article.modified else None,
        "source": article.source,
        "authors": list(article.authors),
        "editors": list(article.editors),
        "site": article.site,
        "url": web_address(article.url),
        "categories": list(article.categories),
        "tags": list(article.tags),
        "summary": article.summary,
        "original_title": article.original_title,
        "lang": None if article.script.tag == "und" else article.script.tag,
        "images": [_image_fields(image) for image in article.images],
        "notes": list(article.notes),
    }
    return {key: _cleaned(value) for key, value in fields.items() if value}


def _image_fields(image: Image) -> dict[str, Any]:
    words: dict[str, Any] = {
        "url": web_address(image.url),
        "width": image.width,
        "height": image.height,
        "alt": image.alt,
        "caption": image.caption,
        "credit": image.credit,
    }
    return {key: value for key, value in words.items() if value is not None}


def _cleaned(value: Any) -> Any:
    if isinstance(value, list):
        return [_cleaned(item) for item in value]
    if isinstance(value, dict):
        return {key: _cleaned(item) for key, item in value.items()}
    return clean(value) if isinstance(value, str) else value


def escape(text: str) -> str:
    """One line of text with a backslash before everything that CommonMark or GFM could read as markup within a line."""
    # An entity and not a backslash: what looks for tags without reading Markdown must find none either.
    return _TAG_START.sub("&lt;", _INLINE.sub(r"\\\g<0>", text))


def _line(text: str) -> str:
    """A line of its own: escaped within and at its start, white space folded as a reader folds it."""
    text = escape(_SPACES.sub(" ", text).strip())
    numbered = _NUMBERED.match(text)
    if numbered:
        return f"{numbered[1]}\\{text[len(numbered[1]) :]}"
    return f"\\{text}" if _LINE_START.match(text) else text


def _lines(text: str) -> list[str]:
    return [line for line in (_line(line) for line in clean(text).split("\n")) if line]


def _paragraphs(article: Article, run: list[Part]) -> list[str]:
    return [words for part in run if (words := "\\\n".join(_lines(part.text)))]


def _headings(article: Article, run: list[Part]) -> list[str]:
    found = []
    for part in run:
        words = " ".join(_lines(part.text))
        if words:
            level = min(max(part.level, 1), 6)
            found.append("#" * level + " " + _CLOSING_HASHES.sub(lambda hashes: "\\#" * len(hashes[1]), words))
    return found


def _items(article: Article, run: list[Part]) -> list[str]:
    items = [words for part in run if (words := "\\\n  ".join(_lines(part.text)))]
    return ["\n".join(f"- {words}" for words in items)] if items else []


def _quotes(article: Article, run: list[Part]) -> list[str]:
    quotes = [words for part in run if (words := "\\\n> ".join(_lines(part.text)))]
    return ["\n>\n".join(f"> {words}" for words in quotes)] if quotes else []


def _rows(article: Article, run: list[Part]) -> list[str]:
    """One table; its first row is the head, filled up to the widest, for a reader drops what goes beyond the head.

    Shorter rows stay short: filling them up would let one wide row multiply the size of all.
    """
    rows = [[_cell(cell) for cell in part.text.split("\t")] for part in run]
    width = max(map(len, rows))
    rows[0] += [""] * (width - len(rows[0]))
    rows.insert(1, ["---"] * width)
    return ["\n".join(f"| {' | '.join(row)} |" for row in rows)]


def _cell(text: str) -> str:
    return escape(" ".join(clean(text).split())).replace("|", "\\|")


def _code(article: Article, run: list[Part]) -> list[str]:
    found = []
    for part in run:
        text = clean(part.text)
        fence = "`" * max(3, 1 + max(map(len, _TICKS.findall(text)), default=0))
        found.append(f"{fence}\n{text}\n{fence}")
    return found


def _images(article: Article, run: list[Part]) -> list[str]:
    return [figure for part in run if (image := image_of(article, part)) and (figure := _figure(image))]


def _figure(image: Image) -> str:
    alt = escape(" ".join(clean(image.alt or "").split()))
    words = escape(" ".join(caption(image).split()))
    address = web_address(image.url)
    if address is None:
        return f"△{words.lstrip('△▲')}" if words else ""
    escaped = _IN_DESTINATION.sub(r"\\\g<0>", address)
    return f"![{alt}]({escaped})" + (f"\n*{words}*" if words else "")


_WRITERS: dict[str, Callable[[Article, list[Part]], list[str]]] = {
    "paragraph": _paragraphs,
    "heading": _headings,
    "list-item": _items,
    "quote": _quotes,
    "table-row": _rows,
    "code": _code,
    "image": _images,
    "video": videos,
}
