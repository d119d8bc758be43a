"""Everything that source, authors and editors are chosen from: the lines that may name them, labels, declarations."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

from . import byline as by
from .blocks import Page
from .byline import Line
from .credit_lines import Reporters, lead_reporters
from .declared import Declared
from .labels import bare_label
from .prose import key

_DATA_NAMES = (
    ("editor", re.compile(r"edit", re.I)),
    ("author", re.compile(r"author(?!ity)|writer|reporter", re.I)),
    ("source", re.compile(r"^(?:article-)?source(?:-?name)?$|medianame|^media$|copyfrom", re.I)),
)
_DATA_LABEL = re.compile(r"^(?:责任编辑|责编|編輯|编辑|来源|來源|作者)\s*[:：]\s*")
_TITLE_PARTS = re.compile(r"[_|｜–—]|\s-\s|(?<=[\u3400-\u9fff])-")
_LEAST_PARTS = 3
_HOST = re.compile(r"博客|简书|簡書|知乎|雪球|豆瓣|博客[园園]|[财財]富[号號]|部落格")
_OWNED = re.compile(r"的(?:个人)?(?:博客|专栏|空间|主页|日志|部落格)$")
_DESPATCH = re.compile(r"日[讯訊电電]\s*[（(【\[][^（()）]{0,16}?(?:记者|記者|通讯员|通訊員)")
"""江川网2026年3月1日讯（江川日报记者 张晓明), a line of its own above the text, reads as a byline with a date."""
_BELOW = ("tail", "after")
_LONGEST_VALUE = 24
"""Characters of a name whose label stands in an element of its own."""


@dataclass(slots=True)
class Evidence:
    """What the document says of who made it."""

    lines: list[Line]
    fields: dict[str, list[tuple[str, str]]]
    """Group -> (value, zone) in reading order."""
    reporters: Reporters
    declared: Declared
    site_keys: frozenset[str]
    """The names of the site itself."""
    accounts: frozenset[str] = frozenset()
    """Whose blog or column the page's title says it is."""
    refused: set[str] = field(default_factory=set)
    outlet_near: bool = False
    """The source stands near the headline: what else stands there is no account."""

    def zone(self, name: str) -> list[str]:
        return [line.text for line in self.lines if line.zone == name]

    def credits_below(self) -> list[Line]:
        """The lines below the text that a line rule took for a credit of who wrote it."""
        return [line for line in self.lines if line.zone in _BELOW and line.rule == "lines/author-credit"]

    def is_site(self, name: str) -> bool:
        """True for a site's own name, or a part of it; 阿远 is not 阿远的抽屉 but whose it is."""
        own = key(name)
        if own in self.accounts:
            return False
        return len(own) >= 2 and any(
            (own in other and not other.startswith(own + "的")) or (len(other) >= 2 and other in own)
            for other in self.site_keys
        )


def gather(page: Page, declared: Declared, region: tuple[int, int, int], site: str | None) -> Evidence:
    """The evidence of a document; `region` is (headline, first, last block of the body)."""
    lines = by.lines(page, region)
    fields: dict[str, list[tuple[str, str]]] = {"source": [], "issuer": [], "author": [], "editor": [], "other": []}
    for line in lines:
        for group, value in line.fields:
            fields[group].append((value, line.zone))
    head = [line for line in lines if line.zone == "head" and line.below]
    for line, following in pairwise(head):
        bare = bare_label(line.text)
        if bare and len(following.text) <= _LONGEST_VALUE and not following.fields and not bare_label(following.text):
            fields[bare].append((following.text, "head"))
    for name, value in declared.data.items():
        named = next((group for group, pattern in _DATA_NAMES if pattern.search(name)), None)
        if named and value:
            fields[named].append((_DATA_LABEL.sub("", value), "head"))
    lead = [line.text for line in lines if line.zone == "lead" or (line.near and _DESPATCH.search(line.text))]
    site_keys = _site_keys(declared, site, page, region)
    return Evidence(lines, fields, lead_reporters(lead), declared, site_keys, _accounts(declared.page_title or ""))


def _accounts(title: str) -> frozenset[str]:
    """The parts of a title between the headline and a site that hosts accounts: 标题 - 灯下客 - 博客园."""
    parts = [part.strip() for part in _TITLE_PARTS.split(title)]
    if len(parts) < _LEAST_PARTS or not _HOST.search(parts[-1]):
        return frozenset()
    return frozenset(own for part in parts[1:-1] if (own := key(_OWNED.sub("", part))))


def _site_keys(declared: Declared, site: str | None, page: Page, region: tuple[int, int, int]) -> frozenset[str]:
    """The site's own names: og:site_name, and what follows the headline in ``<title>``."""
    names = {key(site)} if site else set()
    title = key(declared.page_title or "")
    headline = key(page.blocks[region[0]].text) if region[0] >= 0 else ""
    if headline and headline in title:
        rest = title.replace(headline, "", 1)
        if 2 <= len(rest) <= 40 and not rest.startswith(("来自", "來自")):
            names.add(rest)
    return frozenset(name for name in names if name)
