"""HTML: a complete document that holds nothing but the article, every character of it escaped."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

import msgspec

from newsclean.article import Article, Image, Part, Video

from .fields import caption, clean, image_of, iso, printed, runs, video_of, web_address
from .linked import to_jsonld
from .plain import LABELS

_IN_SCRIPT = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})
"""What could end a script element or open a comment in it."""


def to_html(article: Article) -> str:
    """A complete HTML5 document with Open Graph and JSON-LD; no script runs in it and no style is set."""
    lang = "" if article.script.tag == "und" else f' lang="{_text(article.script.tag)}"'
    data = msgspec.json.encode(to_jsonld(article, body=False)).decode().translate(_IN_SCRIPT)
    head = [
        '<meta charset="utf-8">',
        f"<title>{_text(article.title or '')}</title>",
        *_metas(article),
        f'<script type="application/ld+json">{data}</script>',
    ]
    body = [piece for kind, run in runs(article) for piece in _WRITERS[kind](article, run)]
    notes = [f"<p>{_text(note)}</p>" for note in article.notes]
    inside = [
        *([f"<h1>{_text(article.title)}</h1>"] if article.title else []),
        *_byline(article),
        *body,
        *(['<footer class="footnotes">', *notes, "</footer>"] if notes else []),
    ]
    top = ["<!DOCTYPE html>", f"<html{lang}>", "<head>", *head, "</head>", "<body>", "<article>"]
    return "\n".join([*top, *inside, "</article>", "</body>", "</html>", ""])


def _film(video: Video) -> str:
    """A figure with the iframe of a film's provider or with the file itself; empty without a web address."""
    address = web_address(video.url)
    if address is None:
        return ""
    if video.provider is None:
        return f'<figure><video src="{_text(address)}" controls preload="none"></video></figure>'
    rights = 'sandbox="allow-scripts allow-same-origin" loading="lazy"'
    return f'<figure><iframe src="{_text(address)}" {rights}></iframe></figure>'


def _text(text: str) -> str:
    return escape(clean(text), quote=True)


def _lines(text: str) -> str:
    return "<br>".join(_text(line) for line in text.split("\n"))


def _metas(article: Article) -> list[str]:
    """Open Graph (https://ogp.me) and the usual names, for the fields that the document states."""
    published = article.published_info
    url = web_address(article.url)
    pictures = [address for image in article.images if (address := web_address(image.url))]
    properties = [
        ("og:type", "article"),
        ("og:title", article.title),
        ("og:site_name", article.site),
        ("og:url", url),
        ("og:description", article.summary),
        *(("og:image", picture) for picture in pictures),
        ("article:published_time", iso(published) if published else None),
        ("article:modified_time", article.modified.isoformat() if article.modified else None),
        *(("article:section", name) for name in article.categories),
        *(("article:tag", name) for name in article.tags),
    ]
    names = [
        *(("author", name) for name in article.authors),
        *(("editor", name) for name in article.editors),
        ("source", article.source),
        ("description", article.summary),
        ("keywords", ",".join(article.tags)),
    ]
    found = [f'<meta property="{name}" content="{_text(value)}">' for name, value in properties if value]
    found += [f'<meta name="{name}" content="{_text(value)}">' for name, value in names if value]
    return [*found, f'<link rel="canonical" href="{_text(url)}">'] if url else found


def _byline(article: Article) -> list[str]:
    labels = LABELS["Hant" in article.script.tag]
    pieces = []
    if published := article.published_info:
        pieces.append(f'<time datetime="{iso(published)}">{printed(published)}</time>')
    if article.source:
        pieces.append(f'<span class="source">{labels["source"]}{_text(article.source)}</span>')
    for name, people in (("authors", article.authors), ("editors", article.editors)):
        if people:
            pieces.append(f'<span class="{name}">{labels[name]}{_text("、".join(people))}</span>')
    return [f'<p class="byline">{" ".join(pieces)}</p>'] if pieces else []


def _paragraphs(article: Article, run: list[Part]) -> list[str]:
    return [f"<p>{_lines(part.text)}</p>" for part in run if part.text]


def _headings(article: Article, run: list[Part]) -> list[str]:
    found = []
    for part in run:
        # h1 is the headline's.
        level = min(max(part.level, 2), 6)
        found.append(f"<h{level}>{_lines(part.text)}</h{level}>")
    return found


def _items(article: Article, run: list[Part]) -> list[str]:
    return ["<ul>", *(f"<li>{_lines(part.text)}</li>" for part in run), "</ul>"]


def _quotes(article: Article, run: list[Part]) -> list[str]:
    return ["<blockquote>", *(f"<p>{_lines(part.text)}</p>" for part in run), "</blockquote>"]


def _rows(article: Article, run: list[Part]) -> list[str]:
    rows = ("".join(f"<td>{_lines(cell)}</td>" for cell in part.text.split("\t")) for part in run)
    return ["<table>", *(f"<tr>{row}</tr>" for row in rows), "</table>"]


def _code(article: Article, run: list[Part]) -> list[str]:
    return [f"<pre><code>{_text(part.text)}</code></pre>" for part in run]


def _images(article: Article, run: list[Part]) -> list[str]:
    return [_figure(image) for part in run if (image := image_of(article, part))]


def _figure(image: Image) -> str:
    words = caption(image)
    address = web_address(image.url)
    element = ""
    if address is not None:
        sizes = "".join(
            f' {name}="{size}"' for name, size in (("width", image.width), ("height", image.height)) if size is not None
        )
        element = f'<img src="{_text(address)}" alt="{_text(image.alt or "")}"{sizes}>'
    return f"<figure>{element}" + (f"<figcaption>{_text(words)}</figcaption>" if words else "") + "</figure>"


def videos(article: Article, run: list[Part]) -> list[str]:
    """The figures of a run of films, for Markdown too."""
    return [markup for part in run if (video := video_of(article, part)) and (markup := _film(video))]


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
