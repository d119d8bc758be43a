"""Text that is not in the markup but in the page's data: `__NEXT_DATA__`, `window.…=`, JSON-LD articleBody, galleries.

The scripts are read as data, bounded, never run.  What is found is written as markup and read like any other.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from html import escape
from typing import Any

from . import prose
from .blocks import Page
from .declared import Declared
from .locate import Located
from .surrogates import joined

_ENOUGH = 150.0
"""Characters of prose in the markup from which on the data are not looked at (bench: shells hold 114 at most)."""
_BETTER = 1.5
"""The data must hold this many times the prose of the markup."""
_KEYS = frozenset(
    [
        "articlebody",
        "content",
        "contenthtml",
        "content_html",
        "html",
        "body",
        "article_content",
        "articlecontent",
        "text",
        "contents",
        "detail",
        "maintext",
        "main_content",
        "newscontent",
        "news_content",
        "bodyhtml",
        "body_html",
        "richtext",
        "articletext",
        "article_body",
        "originalcontent",
    ]
)
_GALLERY = (("sub_abstracts", "sub_images"),)
_ASSIGNMENT = re.compile(r"[=:]\s*(?=[{\[])")
_PARSED = re.compile(r'JSON\.parse\(\s*("(?:[^"\\]|\\.)*")')
_MOST_NODES = 100_000
_MOST_ASSIGNMENTS = 40
_LEAST = 40
_LONGEST_FIELD = 120
_TAGS = re.compile(r"<[^<>]*>")
_Candidate = tuple[str, dict[str, str]]
"""The text as markup, and what stands beside it in the data."""
_DECODER = json.JSONDecoder()


def add_embedded(
    page: Page, declared: Declared, located: Located | None, read: Callable[[str], Page], longest: int
) -> Located | None:
    """Where the markup holds next to no prose and the data do, add the data's blocks to the page and locate them."""
    shown = located.prose if located else 0.0
    if shown >= _ENOUGH:
        return located
    best, best_size = "", max(_LEAST, shown * _BETTER)
    beside: dict[str, str] = {}
    for markup, fields in _candidates(page, declared, longest):
        size = sum(prose.weight(line) for line in _TAGS.sub("\n", markup).split("\n"))
        if size > best_size:
            best, best_size, beside = markup, size, fields
    if not best:
        return located
    declared.data = {name: joined(value) for name, value in beside.items()}
    first, node = _graft(page, read(joined(best)))
    return Located(first, len(page.blocks) - 1, node, best_size) if first < len(page.blocks) else located


def _graft(page: Page, found: Page) -> tuple[int, int]:
    """Append the blocks of `found` under a container of their own: (first block, container)."""
    node = len(page.parents)
    page.parents.append(0)
    page.tags.append("script")
    page.attrs.append(' class="article-content"')
    shift = len(page.parents) - 1
    for parent, tag, attrs in zip(found.parents[1:], found.tags[1:], found.attrs[1:], strict=True):
        page.parents.append(node if parent == 0 else parent + shift)
        page.tags.append(tag)
        page.attrs.append(attrs)
    first = len(page.blocks)
    for block in found.blocks:
        block.node = node if block.node == 0 else block.node + shift
        page.blocks.append(block)
    return first, node


def _candidates(page: Page, declared: Declared, longest: int) -> Iterator[_Candidate]:
    for item in declared.jsonld:
        body = item.get("articleBody")
        if isinstance(body, str) and len(body) >= _LEAST:
            yield _as_markup(body), _fields(item)
    yield from _textareas(page)
    for attrs, text in page.scripts:
        if len(text) < _LEAST or len(text) > longest or "ld+json" in attrs:
            continue
        for data in _documents(attrs, text):
            yield from _bodies(data)


def _textareas(page: Page) -> Iterator[_Candidate]:
    """An article kept in the text of form fields, a field each (huanqiu)."""
    fields: dict[str, str] = {}
    longest = ""
    for block in page.blocks:
        if page.tags[block.node] == "textarea":
            name = "-".join(sorted(page.words(block.node), key=len)[-1:])
            if len(block.text) > len(longest):
                longest = block.text
            if len(block.text) <= _LONGEST_FIELD:
                fields.setdefault(name, _TAGS.sub("", block.text).strip())
    if len(longest) >= _LEAST:
        yield _as_markup(longest), fields


def _fields(item: dict[str, Any]) -> dict[str, str]:
    """What stands beside the text in its object: short values, names out of nested objects."""
    found: dict[str, str] = {}
    for name, value in item.items():
        if isinstance(value, list) and value:
            names = [entry.get("name") if isinstance(entry, dict) else entry for entry in value[:10]]
            value = "、".join(str(entry) for entry in names if isinstance(entry, str))
        elif isinstance(value, dict):
            value = value.get("name")
        if isinstance(value, str | int) and not isinstance(value, bool) and 0 < len(str(value)) <= _LONGEST_FIELD:
            found[name.lower()] = _TAGS.sub("", str(value)).strip()
    return found


def _documents(attrs: str, text: str) -> Iterator[Any]:
    """The JSON documents of a script: the whole, what is assigned, what is parsed from a string."""
    if "json" in attrs:
        yield from _decoded(text.strip())
        return
    for literal in _PARSED.findall(text):
        for inner in _decoded(literal):
            if isinstance(inner, str):
                yield from _decoded(inner)
    position = 0
    for _ in range(_MOST_ASSIGNMENTS):
        match = _ASSIGNMENT.search(text, position)
        if not match:
            return
        position = match.end()
        try:
            data, position = _DECODER.raw_decode(text, match.end())
        except (ValueError, RecursionError):
            continue
        yield data


def _decoded(text: str) -> Iterator[Any]:
    try:
        yield json.loads(text)
    except (ValueError, RecursionError):
        return


def _bodies(data: Any) -> Iterator[_Candidate]:
    """Every value of a document that could be an article's text, as markup."""
    waiting: list[Any] = [data]
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        item = waiting.pop()
        if isinstance(item, dict):
            for texts, pictures in _GALLERY:
                if isinstance(item.get(texts), list):
                    yield _gallery(item[texts], item.get(pictures)), {}
            for name, value in item.items():
                if isinstance(value, str):
                    if name.lower() in _KEYS and len(value) >= _LEAST:
                        yield _as_markup(value), _fields(item)
                elif isinstance(value, dict | list):
                    waiting.append(value)
        elif isinstance(item, list):
            lines = [value for value in item if isinstance(value, str)]
            if lines and sum(map(len, lines)) >= _LEAST:
                yield "".join(f"<p>{escape(line)}</p>" for line in lines), {}
            waiting += [value for value in item if isinstance(value, dict | list)]


def _as_markup(text: str) -> str:
    if "<" in text and re.search(r"</(?:p|div|span|section)>|<br|<img", text):
        return text
    if "&lt;p" in text or "&lt;div" in text:
        from html import unescape  # noqa: PLC0415

        return unescape(text)
    return "".join(f"<p>{escape(line)}</p>" for line in text.splitlines() if line.strip())


def _gallery(texts: list[Any], pictures: Any) -> str:
    """A gallery: each picture with its text below."""
    urls = [item.get("url") for item in pictures if isinstance(item, dict)] if isinstance(pictures, list) else []
    parts = []
    for number, text in enumerate(texts):
        url = urls[number] if number < len(urls) else None
        if isinstance(url, str):
            parts.append(f'<img src="{escape(url)}">')
        if isinstance(text, str):
            parts.append(f"<p>{escape(text)}</p>")
    return "".join(parts)
