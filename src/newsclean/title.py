"""The headline: as printed, found among the blocks by what the page declares and by how it is set."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import Any

from .article import SourceKind
from .blocks import Page
from .declared import Declared
from .declared_titles import bare_headline, declared_titles, likeness, without_badge, without_site
from .families import Families, families_of
from .labels import is_outlet
from .prose import key
from .text_headline import find_text_headline_block

_CUT = re.compile(r"(?:…+|\.{2,})\s*$")
_TITLE_WORDS = frozenset(("title", "headline", "tit", "biaoti", "bt", "subject", "arctitle", "artititle", "zhuti"))
_CLOCK = re.compile(r"\d(?:\d{3}\s*[-/.年]\s*\d{1,2}|\d?:\d{2})|昨天|今[天日]|[小時时]前|分[钟鐘]前")
_CRUMBS = re.compile(r"\s*[>＞:：]\s*")
_LEVEL_SCORE = {1: 4.0, 2: 2.5, 3: 1.5, 4: 0.5, 5: 0.0, 6: 0.0}
_LEAST = 4.0
_REACH = 14
"""How many blocks after the headline a byline with a date is looked for."""
_LONGEST = 120
_LONGEST_NAME = 8
"""Characters of an outlet's name."""
_SHORTEST = 8
_EMPHASIS = 6
"""Signs of Markdown emphasis taken off each end of a title: three nested kinds have six."""
_FEW, _LONGEST_DATE = 2, 40
"""Dated lines of an article with a headline of two characters; the list of a channel or a tag has more."""
_MOST_LINES = 5
_LEAST_LINE = 4
_MOST_OF_IT = 0.5
"""Share of the declared title that the lines must print: the rest is the site's name."""
_LABELLED = re.compile(
    r"(?:来\s*源|來\s*源|作\s*者|发布(?:人|者|时间|日期|单位)|發布(?:時間|日期|單位)|浏览|阅读|点击|字号|字號)\s*[:：]"
)


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
        found = find_text_headline(page)
    else:
        found = _of_page(page, declared)
    texts = [found.title or "", found.raw or "", *(page.blocks[number].text for number in found.lines)]
    found.keys = frozenset(item for item in map(key, texts) if item)
    return found

_PLACEHOLDER = re.compile(r"(?:picsum\.photos|placehold(?:er|\.it|\.co)|dummyimage\.com|loremflickr\.com|source\.unsplash\.com)", re.I)
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
        if not 3 <= len(text) <= _LONGEST:
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
    if best < 0:
        best = _above_byline(page, dated, families)
        if best >= 0:
            return Headline(without_badge(page.blocks[best].text), raw or page.blocks[best].text, best, declared=True)
        return Headline(without_site(titles, declared), raw, -1)
    lines = _over_lines(page, best, keys)
    if lines:
        text = " ".join(page.blocks[number].text for number in lines)
        whole = next((title for title in titles if key(title).startswith(key(text))), text)
        title = without_site([whole], declared) or text
        return Headline(title, raw or text, lines[-1], declared=True, lines=tuple(lines))
    _split_byline(page, best, titles)
    printed = without_badge(page.blocks[best].text)
    printed = _without_prefix(page, best, printed, titles)
    own = key(printed)
    agrees = own == bare or any(likeness(own, other) > 0 for other in keys)
    return Headline(_whole(printed, titles, declared), raw or page.blocks[best].text, best, declared=agrees or not keys)


def _stands_alone(page: Page, number: int, families: Families) -> bool:
    """True for a printed line that is no link, nothing of a menu, and not the declaration itself."""
    block = page.blocks[number]
    plain = not block.links and not block.hidden and block.kind in ("heading", "paragraph")
    return plain and page.tags[block.node] != "title" and not families.junk(block.node)


def _split_byline(page: Page, number: int, titles: list[str]) -> None:
    """Cut the byline off that stands in the heading's own element, below a line break (PHPCMS)."""
    block = page.blocks[number]
    pieces = block.pieces
    if len(pieces) < 2 or not any(title.startswith(pieces[0]) for title in titles):
        return
    rest = block.text[len(pieces[0]) :]
    if block.text.startswith(pieces[0]) and _CLOCK.search(rest) and _LABELLED.search(rest):
        page.split(number, len(pieces[0])).kind = "paragraph"


def _above_byline(page: Page, dated: list[int], families: Families) -> int:
    """A line right above a labelled date, where nothing printed agrees with what is declared: old table layouts.

    -1 where there is none, or where several lines are so placed: a list.
    """
    found = []
    for number in dated:
        if not _LABELLED.search(page.blocks[number].text):
            continue
        for above in range(number - 1, max(-1, number - 4), -1):
            block = page.blocks[above]
            if not block.text or block.hidden:
                continue
            plain = not block.links and not families.junk(block.node) and not _LABELLED.search(block.text)
            if plain and _SHORTEST <= len(block.text) <= _LONGEST and not block.text.endswith(("。", "，", "：")):
                found.append(above)
            break
    return found[0] if len(found) == 1 else -1


def _over_lines(page: Page, best: int, keys: list[str]) -> list[int]:
    """The blocks that print a declared title together, the best line among them; empty where one line does.

    Official resolutions set theirs over two to four centred lines (gne-other-1).
    """
    blocks = page.blocks
    for start in range(max(0, best - _MOST_LINES), best + 1):
        head = key(blocks[start].text)
        for other in keys if len(head) >= _LEAST_LINE else ():
            if not other.startswith(head) or len(head) == len(other):
                continue
            lines, joined = [start], head
            for number in range(start + 1, min(len(blocks), start + _MOST_LINES)):
                joined += key(blocks[number].text)
                if not other.startswith(joined) or not blocks[number].text:
                    break
                lines.append(number)
            size = sum(len(key(blocks[number].text)) for number in lines)
            if len(lines) > 1 and best in lines and size >= _MOST_OF_IT * len(other):
                return lines
    return []


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
        if 4 < len(block.text) < 100 and not block.hidden and _CLOCK.search(block.text)
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


_BADGES = frozenset(
    ("原创", "原創", "独家", "獨家", "转载", "轉載", "视频", "視頻", "图集", "圖集", "专栏", "置顶", "推荐")
)
_BRACKETED = re.compile(r"^\s*[\[【［]([^\]】］]{2,20})[\]】］]\s*(?=\S)")


def _without_prefix(page: Page, number: int, printed: str, titles: list[str]) -> str:
    """The headline without a badge that the declared title does not have, or a keyword that was put before it."""
    pieces = page.blocks[number].pieces
    if len(pieces) > 1 and pieces[0] in _BADGES:
        return printed[len(pieces[0]) :].strip()
    own = key(printed)
    for title in titles:
        if own.endswith(key(title)) and own[: -len(key(title))] in _BADGES:
            return title
    bracket = _BRACKETED.match(printed)
    if bracket:
        rest = key(printed[bracket.end() :])
        if len(pieces) == 2 and page.blocks[number].links == len(pieces[0]) == len(bracket.group().strip()):
            return pieces[1]  # a forum's category, linked to its list
        for block in page.blocks:
            # An injected keyword: the page's own 原标题 line gives the headline without it (gne-njxfhn-1); 【】 is a column
            if (
                "原" in block.text[:4]
                and len(block.text) < _LONGEST
                and key(block.text).endswith(rest)
                and key(bracket[1]) not in key(block.text) and "【" not in bracket[0]
            ):
                return printed[bracket.end() :].strip()
    return printed


def _whole(printed: str, titles: list[str], declared: Declared) -> str:
    """The declared title where the printed one is cut and the declared one goes on."""
    if not _CUT.search(printed):
        return printed
    start = key(_CUT.sub("", printed))
    for title in titles:
        stripped = without_site([title], declared) or title
        if key(stripped).startswith(start) and not _CUT.search(stripped) and len(key(stripped)) > len(start):
            return stripped
    return printed


def find_text_headline(page: Page) -> Headline:
    """The headline of a text: the line that stands where headlines stand."""
    number = find_text_headline_block(page)
    if number < 0:
        return Headline(None, None, -1)
    text = page.blocks[number].text
    title = text.rstrip("※*＊")
    first, _, rest = title.partition(" ")
    if rest and any(first in _CRUMBS.split(block.text) for block in page.blocks[:number] if ">" in block.text):
        title = rest.strip()  # a keyword that the site puts before every headline (x-spamtxt-qpyouxi)
    return Headline(title, text, number)
