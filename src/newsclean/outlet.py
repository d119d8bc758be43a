"""The source (来源): the outlet that an article comes from."""

from __future__ import annotations

import re

from . import labels as by
from .byline import signed_outlet
from .evidence import Evidence
from .front_names import names_people
from .names import is_name

_ACCOUNT = re.compile(
    r"(?:来自|來自|转自|轉自|首发于|首發於|来源[:：]?)\s*(?:微信)?公众[号號]\s*[:：]?\s*[“\"「『《【]([^”\"」』》】]{2,20})[”\"」』》】]"
)
_REPORTER = re.compile(r"(?:记者|記者).*$")
"""鉅亨網記者魏書瑜: what stands before it is the outlet."""
_LENT = re.compile(r"以下文章来源于\s*([^，,。]{2,20}?)\s*(?:[，,]\s*作者|[.。]?$)")
"""What WeChat prints above an article of another account."""
_DESPATCH = re.compile(r"(?<=[\u3400-\u9fff][報报])[專专][訊讯]$")
"""【東岸日報專訊】: so 東岸日報 begins its own."""
_CARRIED = re.compile(
    r"(?:原载于?|原載於?|首发于|首發於|刊于|刊發於|刊载于|转载自|转自|摘自|选自)\s*[《〈]([^》〉]{2,20})[》〉]"
    r"|[（(]\s?[据據]\s?[《〈]?([\u3400-\u9fff]{2,12}?)[》〉]?(?:消息|[报報][道導]|[电電讯訊])?[）)]\s?。?$"
    r"|本文(?:内容)?(?:来源于|转载自|转自|摘自)\s?([\u3400-\u9fff]{2,14})(?:[，,。；;]|$)"
)
"""Also （据新华社电） at the end, 本文转载自江川日报，."""

_DATED = re.compile(
    r"[（(【\[]\s?(?=[^（()）】\]]{0,24}\d{4}[-/.年]\d)(?:[\d年月日/.-]{8,12}[\s/·‧•・．]{1,2})?([\u3400-\u9fff]{2,10})(?=[\s/·‧•・．)）】\]])"
)
"""【2005/03/12 聯合報】, （星洲日報‧2008.05.20）: a line of its own below the text."""


def find_outlet(evidence: Evidence) -> str | None:
    """Labelled near the headline; set apart there; labelled below; the agency of the lead; the front matter."""
    for text in evidence.zone("head"):
        lent = _LENT.match(text)
        if lent:
            return lent.group(1)
    found = by.labelled_outlet(evidence.fields["source"], "head")
    if not found and evidence.fields["issuer"]:
        found = by.labelled_outlet(evidence.fields["issuer"], "head")
    beside = None if found else _by_class(evidence) or _beside_date(evidence)
    if found or beside:
        evidence.outlet_near = True
        # The site's own name without a label is what its programme prints: a label below says where the text is from.
        below = _labelled_below(evidence) if beside and evidence.is_site(beside) else None
        return found or below or beside
    for zone in ("lead", "tail", "after"):
        for text in evidence.zone(zone):
            carried = _CARRIED.search(text[-160:]) or _ACCOUNT.search(text[-160:])
            name = carried and by.outlet_name(next(filter(None, carried.groups())))
            if name:
                return name
        for line in evidence.lines:
            dated = _DATED.match(line.text) if line.zone == zone and line.rule == "lines/dated-outlet" else None
            if dated:
                return dated.group(1)
        if zone == "lead":
            continue
        found = by.labelled_outlet(evidence.fields["source"] + evidence.fields["issuer"], zone)
        if found:
            return found
    front = evidence.declared.front_matter
    if front is not None:
        source, author = front.get("source"), front.get("author")
        if isinstance(source, str) and source.strip():
            return source.strip()
        if isinstance(author, str) and author.strip() and not names_people(author, front):
            return author.strip()  # a feed's author is the outlet
        return None
    return evidence.reporters.agency or _declared_beside_date(evidence)


def _declared_beside_date(evidence: Evidence) -> str | None:
    """What the data give as the author, where it stands beside the date and a reporter has a label of his own."""
    declared = evidence.declared.first("article:author")
    labelled = [value for value, zone in evidence.fields["author"] if zone in ("head", "lead")]
    if not declared or is_name(declared) or not any(map(is_name, labelled)) or declared in labelled:
        return None
    beside = any(line.dated and line.near and line.beside == (declared,) for line in evidence.lines)
    return declared if beside and by.is_account(declared) else None


def _labelled_below(evidence: Evidence) -> str | None:
    """The outlet that a credit line below the text names with a label."""
    fields = (field for line in evidence.credits_below() for field in line.fields)
    values = [(value, "") for group, value in fields if group == "source"]
    return by.labelled_outlet(values, "")


def _by_class(evidence: Evidence) -> str | None:
    for line in evidence.lines:
        if (
            line.zone == "head"
            and line.says("source")
            and 2 <= len(line.text) <= 24
            and not line.fields
            and not line.dated
        ):
            name = by.outlet_name(line.text)
            if name and not is_name(name):
                return name
    return None


def _beside_date(evidence: Evidence) -> str | None:
    """An outlet beside the time, without a label: TNW中文站2016年10月14日07:17."""
    head = [line for line in evidence.lines if line.zone == "head"]
    for number, line in enumerate(head):
        first, _, second = line.text.partition("/")
        if is_name(first.strip()) and by.is_outlet(second.strip()):
            return second.strip()
        credited = line.near and any(group in ("author", "editor") for group, _ in line.fields)
        if not (line.dated or credited or line.says("author")) or line.crumb:
            continue
        if line.dated and line.channel and len(line.beside) == 2 and line.beside[0] == line.channel:
            if by.is_outlet(line.channel):
                return line.channel
            return line.beside[1]
        for neighbour in head[max(0, number - 1) : number] + head[number + 1 : number + 2]:
            if not line.dated or not neighbour.below or neighbour.dated:
                continue
            signed = signed_outlet(neighbour.pieces)
            if signed:
                return signed[1]
            if len(neighbour.text) <= 16 and by.is_outlet(neighbour.text):
                return neighbour.text
        for part in line.beside:
            part = _DESPATCH.sub("", _REPORTER.sub("", part))
            if by.is_outlet(part) and not is_name(part):
                return part
            if line.dated and len(part) >= 3 and evidence.is_site(part) and not is_name(part):
                return part
    return None
