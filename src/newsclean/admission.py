"""Whether a document holds an article at all: lists, home pages, spam pages and empty shells do not.

The thresholds were measured on the pages of the bench: articles have at most 3 linked headings and 2 lines of dates in
their run; lists have 10 and more.  Articles without a printed headline hold 95 % of their page's prose, other pages
without one at most 34 %.
"""

from __future__ import annotations

import re

from . import prose
from .article import SourceKind
from .blocks import KEPT, Block, Page
from .entries import (
    DATE,
    DATE_LINES,
    SENTENCE_ENDS,
    SHARE,
    entered,
    is_date_line,
    is_dated_list,
    is_listing,
    is_scattered,
    leads_elsewhere,
    teased,
)
from .judges.scene import Scene
from .line_runs import has_menus
from .other_pages import (
    BLURB,
    asks_to_log_in,
    is_answer,
    is_contents,
    is_directory,
    is_figures,
    is_unfilled,
    kind_of_page,
    names_a_site,
    says_missing,
)
from .spam_words import PAGE_SUSPECTS, advertises, solicits, spam_words

_LINKED_HEADS = 5
_DATED_HEADS = 3
"""So many linked headlines and so many dates together are a short list: a page of a tag (8world)."""
_LEAST_PROSE = 12.0
_VERSES = 4
"""So many lines under a printed headline are a text even without a full stop: verse."""
_LEAST_UNTITLED = 120.0
_BARE_NAME = 5
"""Characters of a headline that may be the name of an app or a service: 爱云州."""
_AUTHOR = re.compile(r"作\s*者|文[:：/／]|记者|記者")
_BYLINE_REACH = 3
"""Blocks below the headline among which its byline stands."""
_NAME = 8
_LONGER = 2
"""A column's entries are so many times longer than what it says of its author."""
_SIGNED = frozenset(("byline", "author-credit", "editor-credit"))
_SHELL = 300
_SENTENCES = 0.6
_WAY_IN = re.compile(r"(?:官网|官方|网页|手机|最新|登录|登入|注册).{0,12}?(?:入口|下载|app|注册|登录|首页|地址|平台)")
_SAID = frozenset(("body", "title", "duplicate", "caption", "spam", "byline", "note", "summary"))
_SCATTERED = "list: no headline, and the prose of the page stands in many places"


def admit(page: Page, scene: Scene, kind: SourceKind) -> tuple[bool, str | None]:
    """(True, None), or (False, the reason); what was taken for a body is then no body any more."""
    reason = _refusal(page, scene, kind)
    if reason is None:
        return True, None
    rule = "admission/" + reason.partition(":")[0]
    for block in page.blocks:
        if block.verdict in KEPT or block.verdict == "caption":
            block.verdict, block.rule = "outside", rule
    return False, reason


def _refusal(page: Page, scene: Scene, kind: SourceKind) -> str | None:
    """Why the document holds no article; None where it holds one."""
    body = [block for block in page.blocks if block.verdict == "body"]
    size = sum(len(block.text) for block in body)
    if size < 10:
        return "no-body: nothing in the document reads like an article"
    linked = sum(block.links for block in body) > SHARE * size
    if linked and not _is_woven(page, scene, body, size):
        return "list: most of the text is links"
    weight = sum(prose.weight(block.text, 0 if linked else block.links) for block in body)
    if weight < _LEAST_PROSE and not (
        scene.headline >= 0 and len(body) >= _VERSES and (scene.declared_headline or _signed(page, scene.headline))
    ):
        return "no-prose: no sentence in the body"
    if _is_spam(page, scene):
        return "spam: the page advertises gambling, porn or fraud"
    if size < _SHELL and any(map(says_missing, page.blocks)):
        return "not-found: the page says that it does not exist"
    headline = _headline(page, scene)
    if size < _SHELL and is_unfilled(body):
        return "no-body: a template that nobody filled in"
    if asks_to_log_in(headline or (body[0].text if weight < BLURB else "")):
        return "login: the page asks its reader to log in"
    if is_directory(page.blocks):
        return "list: people and how to reach them"
    if is_contents([block.text for block in body]):
        return "list: the contents of a magazine"
    if kind == "html":
        return _page_refusal(page, scene, weight)
    if kind == "front-matter" and scene.title_keys and all(map(names_a_site, scene.title_keys)):
        return "no-body: what a firm, a film or a book is"
    if kind == "text" and (is_dated_list(body) or is_listing(page)):
        return "list: dated entries"
    if kind == "text" and scene.headline <= 0 and has_menus(page) and is_scattered(page, weight, _SHELL):
        return _SCATTERED  # its first line, the title, is printed nowhere else
    if kind in ("text", "pdf-text") and (is_figures(page.blocks) or is_answer(body[0].text)):
        return "list: a ranking, a forecast, or the answer of a program"
    return None


def _is_woven(page: Page, scene: Scene, body: list[Block], size: int) -> bool:
    """True for sentences whose words are links, under a headline with a dated line: share prices, encyclopaedias, roundups."""
    if scene.headline < 0 or not any(block.verdict == "byline" for block in page.blocks):
        return False
    sentences = sum(
        len(block.text) for block in body if block.kind in ("paragraph", "list-item") and block.text[-1] == "。"
    )
    return sentences > SHARE * size


def _headline(page: Page, scene: Scene) -> str:
    """The printed headline; empty where there is none."""
    return page.blocks[scene.headline].text if scene.headline >= 0 else ""


def _is_spam(page: Page, scene: Scene) -> bool:
    """Whether the page advertises, banners that were taken out aside.

    An article about a raid says the words in sentences; a page that advertises says them around its text, or in lines
    that are no sentences; where the body has not one, its banners are all that it has to say.
    """
    if not scene.suspects:
        return False
    body = [block.text for block in page.blocks if block.verdict == "body"]
    said = "\n".join(body)
    if solicits(said):
        return True
    if scene.suspects < PAGE_SUSPECTS:
        return False
    ended = sum(text.endswith(SENTENCE_ENDS) for text in body)
    if ended >= _SENTENCES * len(body):
        if any(map(_sells, scene.title_keys)) and advertises(said):
            return True
        around = "\n".join(block.text for block in page.blocks if block.text and block.verdict not in _SAID)
        return advertises(around)
    return advertises(
        "\n".join(block.text for block in page.blocks if block.text and (block.verdict != "spam" or not ended))
    )


def _sells(title: str) -> bool:
    """True for a headline under which whole sentences advertise too: 开云官方网站入口-开云体育官方版app下载."""
    return _WAY_IN.search(title) is not None and bool(spam_words(title))


def _page_refusal(page: Page, scene: Scene, weight: float) -> str | None:
    inside = scene.lines()
    run = [page.blocks[i] for i in inside]
    linked = sum(block.kind == "heading" and leads_elsewhere(block) for block in run)
    if linked >= _LINKED_HEADS and (scene.headline < 0 or linked >= 2 * _LINKED_HEADS):
        return "list: headlines that lead to other pages"
    if teased(page, inside) > SHARE * weight:
        return "list: beginnings of other pages"
    if entered(run) > SHARE * weight:
        return "list: dated entries"
    if scene.headline < 0:
        dates = sum(map(is_date_line, run))
        if dates >= DATE_LINES or (dates >= _DATED_HEADS and linked >= _DATED_HEADS):
            return "list: dated entries"
        if is_scattered(page, weight):
            return _SCATTERED
    if weight < _LEAST_UNTITLED and not scene.declared_headline and not _signed(page, scene.headline):
        return "no-body: a few words without a headline"
    if weight < _LEAST_UNTITLED and _names_something(page, scene.headline):
        return "no-body: a few words under a name"
    if scene.headline >= 0 and weight < BLURB and _introduces(page, scene, weight):
        return "list: dated entries"
    return _other_page(page, scene, weight)


def _other_page(page: Page, scene: Scene, weight: float) -> str | None:
    """Why a page with a headline of its own is none of an article: it lists entries, or is another kind of page."""
    entries = [
        block
        for block in page.blocks[scene.headline + 1 : scene.first]
        if block.links and block.links > SHARE * len(block.text) and DATE.search(block.text)
    ]
    if scene.headline >= 0 and len(entries) >= DATE_LINES and sum(len(entry.text) for entry in entries) > weight:
        return "list: dated entries"
    shown = [block for block in page.blocks if block.text and not block.hidden]
    return kind_of_page(shown, _headline(page, scene), weight)


def _introduces(page: Page, scene: Scene, weight: float) -> bool:
    """True for a short text under a name, without a date, above a longer list of dated entries: whose column it is."""
    return (
        len(page.blocks[scene.headline].text) <= _NAME
        and not any(block.verdict in _SIGNED for block in page.blocks)
        and entered(page.blocks[scene.headline + 1 :]) > _LONGER * weight
    )


def _signed(page: Page, headline: int) -> bool:
    """True where a heading is printed and a byline with an author and a date right below it, whatever is declared."""
    below = page.blocks[headline + 1 : headline + 1 + _BYLINE_REACH] if headline >= 0 else []
    return any(block.verdict == "byline" and DATE.search(block.text) and _AUTHOR.search(block.text) for block in below)


def _names_something(page: Page, headline: int) -> bool:
    """True for a headline of a few characters on a page without date and byline: the name of an app or a service."""
    return (
        headline >= 0
        and len(page.blocks[headline].text) <= _BARE_NAME
        and prose.has_han(page.blocks[headline].text)
        and not any(block.verdict in _SIGNED or DATE.search(block.text[:40]) for block in page.blocks)
    )
