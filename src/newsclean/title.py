"""The headline: as printed, found among the blocks by what the page declares and by how it is set."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import Any

from .article import SourceKind
from .blocks import Page
from .declared import Declared
from .declared_titles import (
    agrees_with,
    bare_headline,
    declared_titles,
    is_headline,
    likeness,
    resembles,
    without_badge,
    without_site,
)
from .families import Families, families_of
from .labels import is_outlet
from .printed_headline import CLOCK, LABELLED, LONGEST, completed, over_lines, split_byline, without_prefix
from .prose import key
from .text_headline import find_text_headline_block

_TITLE_WORDS = frozenset(("title", "headline", "tit", "biaoti", "bt", "subject", "arctitle", "artititle", "zhuti"))
_CRUMBS = re.compile(r"\s*[>＞:：]\s*")
_LEVEL_SCORE = {1: 4.0, 2: 2.5, 3: 1.5, 4: 0.5, 5: 0.0, 6: 0.0}
_LEAST = 4.0
_LEAST_UNLIKE = 5.2
"""The same for a line that shares no words with a headline that is declared: h1 with a date has 5.5, 作者最新文章 in a box
named title 4.  Of 95 pages without their printed headline the declared one is found in 65 with 4.0, in 79 with this."""
_REACH = 14
"""How many blocks after the headline a byline with a date is looked for."""
_LONGEST_NAME = 8
"""Characters of an outlet's name."""
_SHORTEST = 8
_EMPHASIS = 6
"""Signs of Markdown emphasis taken off each end of a title: three nested kinds have six."""
_FEW, _LONGEST_DATE = 2, 40
"""Dated lines of an article with a headline of two characters; the list of a channel or a tag has more."""


@dataclass(slots=True)
class Headline:
    """The title, and the block that prints it (-1 where none does)."""

    title: str | None
    raw: str | None
    block: int
    keys: frozenset[str] = frozenset()
    """The title and the declared ones, as `prose.key` makes them."""
    lead_image: str | None = None
    declared: bool = False
    """The page declares the headline that it prints."""
    lines: tuple[int, ...] = ()
    """The blocks of a headline that is set over several lines."""

    @property
    def key(self) -> str:
        return key(self.title or "")


def find_headline(page: Page, declared: Declared, kind: SourceKind) -> Headline:
    """The headline of a document of this kind; None where it has none."""
    if declared.front_matter is not None and isinstance(declared.front_matter.get("title"), str | int):
        found = _from_front_matter(declared.front_matter)
    elif kind in ("text", "pdf-text"):
        found = find_text_headline(page, kind)
    else:
        found = _of_page(page, declared)
    texts = [found.title or "", found.raw or "", *(page.blocks[number].text for number in found.lines)]
    found.keys = frozenset(item for item in map(key, texts) if item)
    return found


_PLACEHOLDER = re.compile(
    r"(?:picsum\.photos|placehold(?:er|\.it|\.co)|dummyimage\.com|loremflickr\.com|source\.unsplash\.com)", re.I
)
"""Hosts of pictures that stand for any picture: readers of feeds fill a lead picture in (199it, solidot)."""


def _from_front_matter(front: dict[str, Any]) -> Headline:
    raw = str(front["title"])
    title = " ".join(raw.split())
    for _ in range(_EMPHASIS):
        if not (len(title) > 2 and title[0] == title[-1] and title[0] in "_*`"):
            break
        title = title[1:-1].strip()
    image = front.get("headimg") or front.get("thumbnail") or front.get("cover")
    shown = isinstance(image, str) and not _PLACEHOLDER.search(image)
    return Headline(title or None, raw, -1, lead_image=image if shown else None)


def _of_page(page: Page, declared: Declared) -> Headline:
    """The printed headline, else the declared one without channel and site."""
    titles = declared_titles(declared)
    keys = [key(title) for title in titles]
    raw = declared.page_title or (titles[0] if titles else None)
    best, best_score = -1, _LEAST - 0.01
    dated = _dated(page)
    families = families_of(page)
    joined = "\n".join(titles)
    bare = bare_headline(joined)
    rare = not bare or sum(len(page.blocks[at].text) < _LONGEST_DATE for at in dated) <= _FEW
    says_title: dict[str, bool] = {}
    for number, block in enumerate(page.blocks):
        text = block.text
        if not 3 <= len(text) <= LONGEST:
            if text == bare and rare and best_score < _LEAST and _stands_alone(page, number, families):
                best, best_score = number, _LEAST
            continue
        if block.kind != "heading" and text[:4] not in joined:
            attrs = page.attrs[block.node]
            named = says_title.get(attrs)
            if named is None:
                named = says_title[attrs] = _says_title(page, block.node)
            if not named:
                continue
        if page.tags[block.node] == "title" or block.kind in ("code", "table-row"):
            continue
        score = _score(page, number, keys, families, dated)
        if score > best_score:
            best, best_score = number, score
    if best >= 0 and _is_other(page.blocks[best].text, best_score, keys):
        told = without_site(titles, declared)
        if told and is_headline(told):
            best = -1
    if best < 0:
        best = _above_byline(page, dated, families)
        if best >= 0:
            return Headline(without_badge(page.blocks[best].text), raw or page.blocks[best].text, best, declared=True)
        return Headline(without_site(titles, declared), raw, -1)
    lines = over_lines(page, best, keys)
    if lines:
        text = " ".join(page.blocks[number].text for number in lines)
        whole = next((title for title in titles if key(title).startswith(key(text))), text)
        title = without_site([whole], declared) or text
        return Headline(title, raw or text, lines[-1], declared=True, lines=tuple(lines))
    split_byline(page, best, titles)
    printed = without_badge(page.blocks[best].text)
    printed = without_prefix(page, best, printed, titles)
    agrees = not keys or key(printed) == bare or agrees_with(printed, keys)
    return Headline(completed(printed, titles, declared), raw or page.blocks[best].text, best, declared=agrees)


def _is_other(printed: str, score: float, keys: list[str]) -> bool:
    """True for a heading that is weak or short, and has no words in common with what is declared."""
    return (score < _LEAST_UNLIKE or len(printed) < _SHORTEST) and not resembles(printed, keys)


def _stands_alone(page: Page, number: int, families: Families) -> bool:
    """True for a printed line that is no link, nothing of a menu, and not the declaration itself."""
    block = page.blocks[number]
    plain = not block.links and not block.hidden and block.kind in ("heading", "paragraph")
    return plain and page.tags[block.node] != "title" and not families.junk(block.node)


def _above_byline(page: Page, dated: list[int], families: Families) -> int:
    """A line right above a labelled date, where nothing printed agrees with what is declared: old table layouts.

    -1 where there is none, or where several lines are so placed: a list.
    """
    found = []
    for number in dated:
        if not LABELLED.search(page.blocks[number].text):
            continue
        for above in range(number - 1, max(-1, number - 4), -1):
            block = page.blocks[above]
            if not block.text or block.hidden:
                continue
            plain = not block.links and not families.junk(block.node) and not LABELLED.search(block.text)
            if plain and _SHORTEST <= len(block.text) <= LONGEST and not block.text.endswith(("。", "，", "：")):
                found.append(above)
            break
    return found[0] if len(found) == 1 else -1


def _says_title(page: Page, node: int) -> bool:
    """True where the container's names say that it holds a title."""
    attrs = page.attrs[node]
    return ("tit" in attrs or "head" in attrs or "bt" in attrs or "subject" in attrs) and bool(
        page.words(node) & _TITLE_WORDS
    )


def _dated(page: Page) -> list[int]:
    """The blocks that hold a time, in order."""
    return [
        number
        for number, block in enumerate(page.blocks)
        if 4 < len(block.text) < 100 and not block.hidden and CLOCK.search(block.text)
    ]


def _score(page: Page, number: int, keys: list[str], families: Families, dated: list[int]) -> float:
    block = page.blocks[number]
    own = key(block.text)
    if len(own) < 3:
        return 0.0
    names_site = len(block.text) <= _LONGEST_NAME and is_outlet(block.text)  # its title may be nothing else
    score = -4.0 if names_site else max((likeness(own, other) for other in keys), default=0.0)
    if block.kind == "heading":
        score += _LEVEL_SCORE[block.level or 6]
    if page.words(block.node) & _TITLE_WORDS:
        score += 2.5
    if block.links > 0.8 * len(block.text):
        score -= 3.0
    if block.hidden:
        score -= 5.0
    junk = families.junk(block.node)
    if junk and junk != "navigation":
        score -= 4.0
    elif junk:
        score -= 1.5
    if block.kind == "list-item":
        score -= 2.0
    at = bisect_right(dated, number)
    return score + 1.5 if at < len(dated) and dated[at] - number < _REACH else score


def find_text_headline(page: Page, kind: SourceKind) -> Headline:
    """The headline of a text: the line that stands where headlines stand."""
    number = find_text_headline_block(page, kind)
    if number < 0:
        return Headline(None, None, -1)
    text = page.blocks[number].text
    title = text.rstrip("※*＊")
    first, _, rest = title.partition(" ")
    if rest and any(first in _CRUMBS.split(block.text) for block in page.blocks[:number] if ">" in block.text):
        title = rest.strip()  # a keyword that the site puts before every headline (x-spamtxt-qpyouxi)
    return Headline(title, text, number)
