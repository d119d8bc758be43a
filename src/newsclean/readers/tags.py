"""The tags of a page in order, and its scripts cut out of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from newsclean.readers.elements import ELEMENTS, INLINE_ELEMENT, Element, look_up

_SCRIPT = r"(?i:cript\b)([^<>]*)>([^<]*(?:<(?!(?i:/script))[^<]*)*)(?:(?i:</script)[^>]*>?|\Z)"
_STYLE = r"(?i:tyle\b)[^<>]*>[^<]*(?:<(?!(?i:/style))[^<]*)*(?:(?i:</style)[^>]*>?|\Z)"
_COMMENT = r"!--(?:-?>|[^-]*(?:-(?!-!?>)[^-]*)*(?:--!?>|\Z))"
_CUT = re.compile(f"<(?:[sS](?:{_SCRIPT}|{_STYLE})|{_COMMENT})")
"""Case is folded only where a letter says so: folding it everywhere takes twice as long."""

_VALUE = r"""=(?:\s*"[^"]*"|\s*'[^']*'|(?!\s*["']))"""
_WHOLE = re.compile(f"[^>=]*(?:{_VALUE}[^>=]*)*$")
"""The inside of a tag whose quoted values all end."""
_OPEN = re.compile(f"[^>=]*(?:{_VALUE}[^>=]*)*=\\s*([\"'])")
_ATTEMPTS = 8
"""So often a tag is put together anew: real ones end at the first or second try."""
_UP_TO_END = re.compile(f"([^>=]*(?:{_VALUE}[^>=]*)*)>")
_REACH = 65_536
"""A quoted value may run on over this many characters past a ``<`` or ``>``; then its quote is taken for a stray one."""
_PORTION = 1_048_576
"""Characters that are cut up at a time."""
_PATIENCE = 64
"""So many stray quotes are searched for their end in one page; the rest are taken for stray at once (linear time)."""


def cut_scripts(html: str) -> tuple[str, list[tuple[str, str]]]:
    """Take scripts, styles and comments out: (what is left, [(attributes, text) of each script])."""
    tail = html.rfind("-->") + 3 if "-->" in html else 0
    if html.find("<!--", tail) >= 0:  # a comment that never ends hides nothing
        html = html[:tail] + html[tail:].replace("<!--", "<!")
    parts = _CUT.split(html)
    scripts = [(attrs, text) for attrs, text in zip(parts[1::3], parts[2::3], strict=True) if text]
    return "".join(parts[::3]), scripts


def _open_quote(tag: str) -> str:
    """The quote that an unfinished tag is inside of; an empty string where it is in none."""
    match = _OPEN.match(tag)
    return match.group(1) if match else ""


def _pieces(html: str) -> Iterator[list[str]]:
    """The page cut at every ``<``; a long one little by little, for its pieces take ten times the room that it takes."""
    at = 0
    while (end := html.find("<", at + _PORTION)) >= 0:
        yield html[at:end].split("<")
        at = end + 1
    yield html[at:].split("<")


class Tags:
    """The tags of a page in order: (what the tag does, its attributes as written, the text that follows it).

    The markup is cut at every ``<``.  A quoted value that holds ``<`` or ``>`` is put together again as the HTML
    standard does; a quote that never ends is given up after the first ``>`` instead of swallowing the document.
    """

    __slots__ = ("_next", "_patience")

    def __init__(self, html: str) -> None:
        self._next = chain.from_iterable(_pieces(html))
        self._patience = _PATIENCE

    def __iter__(self) -> Iterator[tuple[Element, str, str]]:
        pieces = self._next
        get = ELEMENTS.get
        text = next(pieces)
        if text:
            yield INLINE_ELEMENT, "", text
        for piece in pieces:
            inside, mark, text = piece.partition(">")
            element = get(inside)
            if element is not None:  # a tag without attributes, most often an end tag
                yield element, "", text
                continue
            name, _, attrs = inside.partition(" ")
            element = get(name)
            if element is not None and mark and not (attrs.count('"') & 1 or ("'" in attrs and attrs.count("'") & 1)):
                yield element, attrs, text
                continue
            yield from self._unusual(piece, inside, mark, text)

    def _unusual(self, piece: str, inside: str, mark: str, text: str) -> Iterator[tuple[Element, str, str]]:
        """What is no plain tag: an unknown name, a quote that does not end, a declaration, a sign in the text."""
        first = piece[:1]
        if first == "/" and mark:
            yield (look_up(inside.split(None, 1)[0]) if piece[1:2].isalpha() else INLINE_ELEMENT), "", text
            return
        if not first.isalpha() or not first.isascii():
            yield INLINE_ELEMENT, "", text if first in ("!", "?", "/") and first else "<" + piece
            return
        words = inside.split(None, 1)
        attrs = words[1] if len(words) > 1 else ""
        if not mark or ((attrs.count('"') & 1 or attrs.count("'") & 1) and not _WHOLE.match(attrs)):
            inside, text, left = self._rejoined(piece)
            words = inside.split(None, 1) or [""]
            attrs = words[1] if len(words) > 1 else ""
            yield look_up(words[0]), attrs, text
            if left:
                for given in left:
                    inside, mark, text = given.partition(">")
                    yield from self._unusual(given, inside, mark, text)
            return
        yield look_up(words[0]), attrs, text

    def _rejoined(self, piece: str) -> tuple[str, str, list[str]]:
        """A tag whose quoted value holds < or >: (inside, text, the pieces that turned out not to be part of it)."""
        whole = piece
        match = _UP_TO_END.match(whole) if ">" in whole else None
        if match:
            return match.group(1), whole[match.end() :], []
        taken: list[str] = []
        if self._patience:
            size, attempts = len(piece), _ATTEMPTS
            quote = _open_quote(whole)
            for more in self._next:
                taken.append(more)
                size += len(more) + 1
                if (quote or ">") in more:
                    whole = "<".join((piece, *taken))
                    match = _UP_TO_END.match(whole)
                    if match:
                        return match.group(1), whole[match.end() :], []
                    quote = _open_quote(whole)
                    attempts -= 1
                if size > _REACH or not attempts:
                    break
            self._patience -= 1
        inside, _, text = piece.partition(">")
        return inside, text, taken
