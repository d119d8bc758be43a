"""Reporters inside the text: datelines, the lead's （记者 …）, the credit that closes the last paragraph."""

from __future__ import annotations

import re
from itertools import chain, takewhile
from typing import NamedTuple

from .article import Dateline
from .labels import is_outlet
from .names import could_be_name, is_desk, is_name, is_place, is_word, split_names, split_writers

_HAN = r"\u3400-\u9fff"
_DATELINE = re.compile(
    rf"\s*[（(【\[〔]?\s*(?P<agency>[{_HAN}]{{2,6}}?[社网報报])\s*(?:记者|記者)?\s*(?P<place>[{_HAN}]{{2,8}}?)\s*(?P<date>(?:\d{{1,2}}月)?\d{{1,2}}日)?\s*(?:综合)?(?:外?电|電)"
)
_REPORTER = re.compile(
    rf"(?:记者|記者|通讯员|通訊員|实习生|特派員|特派员|特约记者)[\s：:/]*(?P<names>[{_HAN}·、，,\s]{{2,60}}?)\s*(?=[）)】\]〕]|通讯员|通訊員|实习生|摄影|攝影|文[/／]|[报報][道導]|$)"
)
_IN_PARENTHESES = re.compile(r"[（(【\[〔]([^（()）】\]〕]{2,80})[）)】\]〕]")
_TAIWAN = re.compile(
    rf"(?:[记記]者|特派[员員])(?P<rest>[{_HAN}、]{{3,14}}?)\s*(?:\d{{1,2}}日)?\s*(?:[综綜]合|[采採][访訪]|[现現][场場]|[专專])*(?:外)?(?:[电電]|[报報][导導道])"
)
_LEAD_AGENCY = re.compile(
    rf"\s*[（(【\[〔]\s*(?P<name>[{_HAN}A-Za-z]{{1,10}}?(?:社|報|报|网|網|新聞|新闻|之声|之聲|之音))\s*(?:\d{{4}}年\d{{1,2}}月\d{{1,2}}日)?\s*(?:專訊|专讯|訊|讯)?\s*(?:记者|記者|[/／]|[）)】\]〕]|特派員)"
    rf"|[{_HAN}]{{2,8}}\d{{1,2}}日[訊讯電电]\s?[（(](?P<after>[{_HAN}]{{2,8}}社)[)）]"
    rf"|\s*[（(【\[]?(?P<wire>新华社|中新社|中新网|法新社|路透社|美联社|中央社|共同社|韩联社|朝中社|时事社|塔斯社|德新社|埃菲社|安莎社|马新社)[{_HAN}]{{2,8}}?(?:\d{{1,2}}月)?\d{{1,2}}日(?:电|電)"
)
_TOLD = re.compile(rf"\s*([{_HAN}]{{2,10}}(?:全媒體|全媒体|報|报|社|網|网))(?:報道|報導|报道|訊|讯)[:：]")
_CLOSING = re.compile(r"[（(【]([^（()）】]{2,60})[）)】]\s*。?\s*$")
_REPORTED = re.compile(
    rf".{{0,30}}?[电電讯訊]\s*[】\]）)]?\s*(?:记者|記者)\s*(?P<names>[{_HAN}·、，,\s]{{2,40}}?)\s*(?:报道|報道|報導)\s*[:：]"
)
_WIRED = re.compile(
    rf".{{0,40}}?[电電讯訊]\s*[（(]?(?:记者|記者)\s*(?P<names>[{_HAN}·、，,\s]{{2,40}}?)(?:[）)]|\s{{1,4}}(?=\S))"
)
_WIRED_BARE = re.compile(rf".{{0,30}}?\d日[电電讯訊]\s*[（(](?P<names>[{_HAN}·、，,\s]{{2,30}}?)[）)]")
"""江川网河口7月16日电（张晓明）: names and nothing else, without a word that says whose they are."""
_STOP = re.compile(r"[。」！？\s]")
_SLASHED = re.compile(rf"(?:文[／╱/])?(?P<name>[{_HAN}]{{2,4}})[／╱](?:[{_HAN}]{{2,8}}報導)?$")
_PHOTOGRAPHED = re.compile(r"[摄攝]\s*$")
_BROKEN = re.compile(r"[（(]((?:记者|記者)(?=.*\ufffd)[^（()）]{2,60})$")
_CLOSING_LABEL = re.compile(
    r"^(?:本报|本網|本网|本刊|新华社|人民日报|[\u3400-\u9fff]{2,8}?(?:报|網|网|社|新闻))?\s*(?:全媒体|首席|特约|见习|实习)?(?:记者|記者|作者|文(?:[/／、]?[图圖])?|[图圖][/／、]?文|撰文|采写|编译|通讯员|执笔|本报)\s*[:：/／]?\s*"
)
_KNOWN_FOR = re.compile(rf"([{_HAN}]{{2,3}})[，,]?(?:系|是|为|為)[{_HAN}]")
"""（作者张晓明系江川大学教授）."""
_BY_POST = re.compile(
    rf"(?:系|是|为|為)[^，。、；]{{2,30}}?(?:教授|研究员|研究員|研究生|讲师|講師|院长|院長|所长|所長|主任|博士|学者|學者|专家|專家|会长|會長|编辑|記者|记者)(?P<name>[{_HAN}]{{2,3}})$"
)
"""（作者为江川大学教授张晓明）."""
_ROLE_ELSEWHERE = re.compile(
    r"摄|攝|供图|图片|图/|编辑|編輯|责编|校对|来源|完|待续|化名|单位|系|为|参与|综合|注|上接|下转|标题|略"
)
_ALONE = re.compile(
    rf"[□■◎●○◇◆▲\s]{{0,3}}[{_HAN}]{{0,10}}?(?:记者|記者|通讯员|通訊員|实习生|實習生)\s*(?P<names>[{_HAN}·、，,\s]{{2,40}})$"
)
"""□本报记者　田无咎: a line that only names."""
_OPENING = 160
"""Characters of a paragraph in which its reporter is named, in parentheses."""
_SIGNED, _SIGNERS = 12, 3
"""Characters and names of a signature at most."""
_END = 80
"""Characters in which the credit at a paragraph's end is looked for, with its parentheses and what may follow them."""


class Reporters(NamedTuple):
    """Who is named in the lead, and the agency that it opens with."""

    names: tuple[str, ...]
    agency: str | None


def _people(text: str) -> tuple[str, ...]:
    names = split_writers(text)
    return names if all(is_name(name) for name in names) else ()


def lead_reporters(lead: list[str]) -> Reporters:
    """Reporters and agency of the first paragraphs."""
    agency = _agency(lead)
    for text in lead[:2]:
        slashed = _SLASHED.match(_STOP.split(text)[-1])
        if slashed and is_name(slashed["name"]):
            return Reporters((slashed["name"],), agency)
    for number, text in enumerate(lead[:3]):
        names = (
            _in_parentheses(text[:_OPENING])
            or _named(_WIRED.match(text))
            or ((told := _REPORTED.match(text)) and _told_from(told))
            or _named(_WIRED_BARE.match(text))
            or _alone(lead[number:])
        )
        if names:
            return Reporters(names, agency)
    return Reporters((), agency)


def _agency(lead: list[str]) -> str | None:
    """The agency that the first or the second paragraph opens with; 江川日报讯： only opens the first."""
    for text in lead[:2]:
        opening = _LEAD_AGENCY.match(text)
        name = opening and (opening["name"] or opening["wire"] or opening["after"])
        if name and not is_word(name):
            return name
    told = _TOLD.match(lead[0]) if lead else None
    return told and told[1]


def _told_from(match: re.Match[str]) -> tuple[str, ...]:
    """【江川报讯】记者张晓明武汉报道：, with or without the place."""
    names = match["names"]
    placed = _before_place(names)
    return (placed,) if placed else _people(names)


def _named(match: re.Match[str] | None) -> tuple[str, ...]:
    return _people(match["names"]) if match else ()


def _in_parentheses(start: str) -> tuple[str, ...]:
    for inside in _IN_PARENTHESES.findall(start):
        taiwan = _TAIWAN.search(inside)
        if taiwan:
            names = _taiwan_names(taiwan["rest"])
            if taiwan[0][0] in "記特" or all(map(is_name, names)):
                return names
        match = None if _PHOTOGRAPHED.search(inside) else _REPORTER.search(inside)
        if match:  # 通讯员 and 实习生 may follow the reporters
            names, others = split_writers(match["names"]), _named(_REPORTER.search(inside, match.end()))
            before = inside[: match.start()]
            if "、" in before:  # 张晓明、实习生李秋
                names = _people(before) + names
            if (names and all(map(is_name, names))) or (others and len(names) == 1 and _may_be_name(names[0])):
                return tuple(dict.fromkeys(names + others))
    return ()


def _may_be_name(text: str) -> bool:
    """True for what may be a name where another reporter is named too: 记者布尔兰 通讯员张晓明."""
    return could_be_name(text) and not is_outlet(text) and not is_place(text)


def _alone(lines: list[str]) -> tuple[str, ...]:
    """The reporters of a line that only names, and the correspondents in the lines below: □本报通讯员水清浅."""
    named = takewhile(bool, (_named(_ALONE.match(text)) for text in lines))
    return tuple(dict.fromkeys(chain.from_iterable(named)))


def _before_place(text: str) -> str | None:
    """劉東皋台中 -> 劉東皋; None where no place that is known ends the text."""
    return next((text[:size] for size in (4, 3, 2) if is_place(text[size:]) and is_name(text[:size])), None)


def _taiwan_names(text: str) -> tuple[str, ...]:
    """劉東皋台中 -> 劉東皋: the place is glued to the last name; names of the island's press have three characters."""
    parts = text.split("、")
    last = parts[-1]
    before = _before_place(last)
    if before:  # 陳明墨爾本
        parts[-1] = before
    elif len(last) == 4 and is_word(last[2:]):  # 宋澄高雄
        parts[-1] = last[:2]
    else:
        parts[-1] = last[:3] if len(last) > 4 else last
    return tuple(part for part in parts if part)


def dateline_of(lead: list[str]) -> Dateline | None:
    """新华社北京5月9日电（记者邹伟） as a field; None where the lead has none."""
    for text in lead[:2]:
        match = _DATELINE.match(text)
        if match and match.group("date"):
            end = match.end()
            rest = re.match(r"\s*[（(](?:记者|記者)[^（()）]{2,40}[）)]", text[end:])
            names = lead_reporters([text]).names
            return Dateline(
                text=text[: end + (rest.end() if rest else 0)].strip(),
                agency=match.group("agency"),
                place=match.group("place"),
                date=match.group("date"),
                reporters=names,
            )
    return None


def _signature(line: str) -> tuple[str, ...]:
    """The names of a last line that is nothing else: 张晓明 李秋远; names of two characters may be words."""
    names = _people(line) if len(line) <= _SIGNED else ()
    return names if len(names) <= _SIGNERS and all(len(name) == 3 for name in names) else ()


def closing_credit(tail: list[str]) -> tuple[str, ...]:
    """（张巨峰）, （记者宋晨、田中全）, （经济日报评论员） at the end of the last paragraphs; ■記者安小山 as a line."""
    if len(tail) > 1 and len(tail[-1]) <= _SIGNED and not _signature(tail[-2]):
        signed = _signature(tail[-1])
        if signed:
            return signed
    for text in reversed(tail):
        alone = _named(_ALONE.match(text))
        if alone:
            return alone
        match = _CLOSING.search(text[-_END:]) or _BROKEN.search(text[-_END:])
        if not match:
            continue
        inside = match[1].strip()
        if is_desk(inside) and len(split_names(inside)) < 2:
            return (inside,)
        labelled = _CLOSING_LABEL.match(inside)
        value = inside[labelled.end() :] if labelled else inside
        if not labelled and _ROLE_ELSEWHERE.search(inside):
            continue
        known = _KNOWN_FOR.match(value) if labelled else None
        posted = _BY_POST.match(value) if labelled else None
        if posted and is_name(posted["name"]):
            return (posted["name"],)
        names = (known[1],) if known and is_name(known[1]) else split_writers(value)
        if labelled and [is_name(name) for name in names[:2]] == [True, False]:
            return names[:1]
        if "\ufffd" in value:  # names lost characters when the page was saved: the whole ones are left
            names = tuple(filter(is_name, names))
        if len(names) > 1 and is_outlet(names[0]):  # 江川新聞網／安小山 綜合報導
            names = names[1:]
        if names and all(is_name(name) or is_desk(name) for name in names):
            return names
    return ()
