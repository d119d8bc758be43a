"""What a text is: a post with front matter, HTML, a text dump of a page, or text pulled out of a PDF."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import islice, pairwise
from typing import Any, get_args

import yaml

from .article import SourceKind
from .errors import FrontMatterError, OptionError, phrase
from .options import Limits

_OPENING = re.compile(r"\s*---[ \t]*\r?\n")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*\r?$", re.M)
_TOML_OPENING = re.compile(r"\s*\+\+\+[ \t]*\r?\n(?=\s*(?:#[^\n]*\n\s*)*(?:[A-Za-z_\"][\w\".-]*[ \t]*=|\[))")
_TOML_CLOSING = re.compile(r"^\+\+\+[ \t]*\r?$", re.M)
_TAG = re.compile(
    r"</?(?:html|head|body|div|p|span|a|table|td|tr|article|section|meta|script|img|br|ul|li|h[1-6]|font|blockquote)\b[^<>]*>",
    re.I,
)
_MARKDOWN_LINK = re.compile(r"\]\((?:https?:)?/[^()\s]{1,500}\)")
_LEAST_LINKS = 3
_LEAST_TAGS = 3
_LOOKED_AT = 200_000
_MARKDOWN_PARAGRAPH = re.compile(r"(?:\A|\n)[ \t]*\r?\n(?=[ \t]{0,3}[^\s<>|#{}\[!-][^\n<]{20})")
_LEAST_PARAGRAPHS = 2
_STARTS_WITH_TAG = re.compile(r"\s*<(?:!doctype|\?xml|!--|(?!figure>)[a-z][a-z0-9]*[\s>/])", re.I)
"""A figure opens newsclean's own Markdown where the article begins with a film."""

# Hard-wrapped text: measured on seeds/004 (lines of 31 characters, 78 % of them full) against the text dumps of the
# bench (at most 9 % full lines).
_LEAST_LINES = 12
_DATED = re.compile(
    r".{0,12}(?:19|20)\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}|.*(?:19|20)\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}日?[)）\]]?$|[\[(（]?\d{1,2}[-/.月]\d{1,2}日?[)）\]]?$"
)
"""An entry of a list, whose lines are as long as each other too."""
_PAGE_NUMBER = re.compile(r"[—–-]\s?\d{1,3}\s?[—–-]$|第\s?\d{1,3}\s?页\s?[,，/]?\s?共\s?\d{1,3}\s?页$")
_LEAST_PAGES = 2
"""So many page numbers have no text but one in pages: documents of governments are short of full lines."""
_WIDEST = 60
_FULL = 0.85
_LEAST_FULL = 0.4
_TERMINAL = tuple("。！？…”」』；：!?:;.")


@dataclass(slots=True)
class Source:
    """One document, recognised."""

    kind: SourceKind
    text: str
    """Without the front matter."""
    front_matter: dict[str, Any] | None = None
    markdown: bool = False
    """A text with Markdown's links: what html2text makes of a page."""
    markup: bool = False
    """The text is HTML (of a page, or below the front matter)."""
    warnings: list[str] = field(default_factory=list)


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """Safe YAML in which dates stay text and a key may stand once."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def split_front_matter(text: str, *, limits: Limits | None = None) -> tuple[dict[str, Any] | None, str]:
    """Front matter and the rest of a post; (None, text) where there is none.  TOML stands between ``+++``.

    Raises `FrontMatterError` where the lines between the ``---`` cannot be used: no end, no mapping, YAML that does not
    parse, aliases, a key that stands twice, or over ``limits.max_front_matter`` characters or ``limits.max_depth`` deep.
    """
    limits = limits or Limits()
    opening, closing = _ends(text)
    if not opening:
        return None, text
    if not closing:
        raise FrontMatterError(
            "the front matter opens with {sign} but never ends; close it with a line that holds just {end}",
            sign=opening.group().strip(),
            end=opening.group().strip(),
        )
    block, rest = text[opening.end() : closing.start()], text[closing.end() :]
    if len(block) > limits.max_front_matter:
        raise FrontMatterError(
            "the front matter has {size} characters; Options.limits.max_front_matter allows {most}",
            size=len(block),
            most=limits.max_front_matter,
        )
    if opening.group().lstrip()[0] == "+":
        from .toml_front import load  # noqa: PLC0415

        return load(block, limits.max_depth), rest
    return _load(block, limits.max_depth), rest


def _ends(text: str) -> tuple[re.Match[str] | None, re.Match[str] | None]:
    """The lines that open and close the front matter.  +++ that never ends, or holds no key, is an ornament."""
    opening = _OPENING.match(text)
    if opening:
        return opening, _CLOSING.search(text, opening.end())
    opening = _TOML_OPENING.match(text)
    return opening, _TOML_CLOSING.search(text, opening.end()) if opening else None


def _load(block: str, deepest: int) -> dict[str, Any]:
    try:
        _check_events(block, deepest)
        data = yaml.load(block, Loader=_Loader)
    except FrontMatterError:
        raise
    except yaml.YAMLError as error:
        repaired = _quote_values(block)
        try:
            data = yaml.load(repaired, Loader=_Loader)
        except yaml.YAMLError:
            mark = getattr(error, "problem_mark", None)
            problem = getattr(error, "problem", None) or phrase("not YAML")
            if mark is None:
                raise FrontMatterError(
                    "the front matter cannot be read: {problem}; quote the value or mend the line", problem=problem
                ) from error
            raise FrontMatterError(
                "the front matter cannot be read in its line {line}: {problem}; quote the value or mend the line",
                line=mark.line + 1,
                problem=problem,
            ) from error
    except (ValueError, RecursionError) as error:
        raise FrontMatterError("the front matter cannot be read: {error}; quote the value", error=str(error)) from error
    if data is None:
        return {}
    if not isinstance(data, dict):
        raise FrontMatterError("the front matter is no mapping; write it as `key: value` lines")
    return {str(name): value for name, value in data.items()}


def _check_events(block: str, deepest: int) -> None:
    """No alias (an alias bomb grows without bound), no tag of another language, no nesting without end, no key twice."""
    depth = 0
    keys: list[set[str] | None] = []
    expect_key: list[bool] = []
    for event in yaml.parse(block, Loader=_Loader):
        if isinstance(event, yaml.AliasEvent) and "&" not in block:
            raise yaml.YAMLError("a value begins with *")  # Markdown emphasis, not an alias: the value wants quotes
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise FrontMatterError("the front matter uses YAML anchors and aliases; write the values out")
        tag = getattr(event, "tag", None)
        if (tag and not tag.startswith("tag:yaml.org,2002:")) or (tag and "python" in tag):
            raise FrontMatterError("the front matter uses the tag {tag}; only plain values are read", tag=str(tag))
        if isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            if keys and keys[-1] is not None and expect_key[-1]:
                raise FrontMatterError("the front matter has a list or mapping as a key; use plain words as keys")
            depth += 1
            if depth > deepest:
                raise FrontMatterError(
                    "the front matter is nested over {deepest} deep (Options.limits.max_depth)", deepest=deepest
                )
            keys.append(set() if isinstance(event, yaml.MappingStartEvent) else None)
            expect_key.append(True)
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            depth -= 1
            keys.pop()
            expect_key.pop()
            if expect_key:
                expect_key[-1] = True
        elif isinstance(event, yaml.ScalarEvent) and keys and keys[-1] is not None:
            seen = keys[-1]
            if expect_key[-1]:
                if event.value in seen:
                    raise FrontMatterError("the front matter has the key {key!r} twice; keep one", key=event.value)
                seen.add(event.value)
            expect_key[-1] = not expect_key[-1]


_PLAIN_VALUE = re.compile(r"^([ \t]*(?:-[ \t]+)?[\w-]+:[ \t]+)([^'\"\[{|>&!\s][^\n]*)$", re.M)


def _quote_values(block: str) -> str:
    """Plain one-line values in quotes: a title with a colon in it, a tab in front of a value."""
    block = re.sub(r"^\t+", lambda tabs: "  " * len(tabs.group()), block, flags=re.M)
    return _PLAIN_VALUE.sub(lambda line: line[1] + "'" + line[2].rstrip(" \t").replace("'", "''") + "'", block)


def recognise(text: str, kind: SourceKind | None, limits: Limits) -> Source:
    """The kind of a decoded document.  A front matter that cannot be used costs a warning, not the body."""
    if kind is not None and kind not in get_args(SourceKind):
        raise OptionError(
            "kind={kind!r} is no kind of document; one of {known}, or leave it out",
            kind=kind,
            known=", ".join(get_args(SourceKind)),
        )
    if kind is None or kind == "front-matter":
        try:
            front, rest = split_front_matter(text, limits=limits)
        except FrontMatterError as error:
            rest = _without_broken(text)
            return Source("front-matter", rest, None, markup=_is_html_post(rest), warnings=[f"front-matter: {error}"])
        if front is not None or kind == "front-matter":
            return Source("front-matter", rest, front, markup=_is_html_post(rest))
    if kind is not None:
        return Source(kind, text, None, markup=kind == "html")
    found = _without_front_matter(text)
    if (
        found != "html"
        and len(list(islice(_MARKDOWN_LINK.finditer(text, 0, _LOOKED_AT), _LEAST_LINKS))) == _LEAST_LINKS
    ):
        return Source("text", text, None, markdown=True)
    return Source(found, text, None, markup=found == "html")


def _without_broken(text: str) -> str:
    """What follows a front matter that cannot be used: after its end, or after its first empty line."""
    opening, closing = _ends(text)
    if closing:
        return text[closing.end() :]
    start = opening.end() if opening else 0
    blank = re.compile(r"\n[ \t]*\r?\n").search(text, start)
    return text[blank.end() if blank else start :]


def _without_front_matter(text: str) -> SourceKind:
    if looks_like_html(text):
        return "html"
    return "pdf-text" if _hard_wrapped(text) else "text"


def looks_like_html(text: str) -> bool:
    """True for a page or a fragment of HTML: it begins with a tag, or holds at least three known ones."""
    if _STARTS_WITH_TAG.match(text):
        return True
    return any(count >= _LEAST_TAGS for count, _ in enumerate(_TAG.finditer(text, 0, _LOOKED_AT), 1))


def _is_html_post(text: str) -> bool:
    """True for a post whose text is HTML.  One of Markdown may hold tags too, banners and films: its paragraphs stand
    between empty lines, without a tag."""
    if not looks_like_html(text):
        return False
    bare = len(list(islice(_MARKDOWN_PARAGRAPH.finditer(text, 0, _LOOKED_AT), _LEAST_PARAGRAPHS)))
    return bare < _LEAST_PARAGRAPHS


def _hard_wrapped(text: str) -> bool:
    """True where most lines are full and end inside a sentence."""
    lines = [line.strip() for line in text[:100_000].splitlines()]
    lines = [line for line in lines if line]
    if len(lines) < _LEAST_LINES:
        return False
    lengths = sorted(map(len, lines))
    wide = lengths[int(len(lengths) * 0.9)]
    if wide > _WIDEST:
        return False
    if sum(_PAGE_NUMBER.match(line) is not None for line in lines) >= _LEAST_PAGES:
        return True
    full = sum(
        len(line) >= _FULL * wide and not line.endswith(_TERMINAL) and not _DATED.match(line) and not _DATED.match(below)
        for line, below in pairwise([*lines, ""])
    )
    return full >= _LEAST_FULL * len(lines)
