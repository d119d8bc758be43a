"""Names of people out of a few words: 方 敏, 朱竞若、邓建胜, 杨倩_NF4425, 威廉・J・道布森（William J. Dobson）."""

from __future__ import annotations

import re
from functools import cache

from . import rules
from .folding import fold

_HAN = r"\u3400-\u9fff\U00020000-\U0003ffff〇"
_PAD = re.compile(rf"(?<![{_HAN}])([{_HAN}])[\s\u3000]+([{_HAN}])(?![{_HAN}])")
_PAD3 = re.compile(rf"(?<![{_HAN}])([{_HAN}])[\s\u3000]+([{_HAN}])[\s\u3000]+([{_HAN}])(?![{_HAN}])")
_SPLIT = re.compile(
    r"[、，,;；/／|｜&＆丨]+|\s+(?:和|与|與|及|and)\s+|(?<=[\u3400-\u9fff]{2})\s+(?=[\u3400-\u9fff])|\s{2,}|．"
)
_CODE = re.compile(
    r"\s[A-Z]{1,4}\d{2,6}$|[_＿\-]\s?[A-Za-z]{1,4}\d{2,6}$|[（(][A-Za-z]{1,4}\d{2,6}[)）]$|[（(]?(?<![A-Za-z\d])(?:NF|NN|NT|NB|NBJ|SF|PSF|CF|UF|SN|NK|DF|BN)\d{2,5}[）)]?$"
)
_STOPS = " \t\u3000:：,，;；、。"
_TRIM = " \t\u3000:：,，;；、。.|｜/／()（）[]【】<>《》“”\"'—-–_*@﹒·"
_LEAD = re.compile(
    r"^(?i:by)\s+|^(?:\S{2,12}(?:专栏作者|特约撰稿人?|特约评论员|實習編輯|实习编辑|记者|記者|評論員)\s+|\S{2,8}\s+(?:實習編輯|編輯|記者|记者)\s*)|^(?:本报|本報|本网|本刊|全媒体|融媒体|首席|特约|特約|特派|见习|實習|实习|资深|高级)?(?:记者|記者|通讯员|通訊員|实习生|實習生|特派员|特派員|编辑|編輯|撰文|编译|作者)\s*[:：]?\s*|^文\s*[:：]\s*"
)
_TAIL = re.compile(
    r"\s*(?:报道|報導|報道|摄影报道|攝影報導|综合报道|綜合報導|撰|编译|整理|[发發]自.{2,6}|等|\s[A-Za-z\u3400-\u9fff]{0,8}\s?(?:記者|记者))$"
)
_DOTS = frozenset("·•・")
_HAN_NAME = re.compile(rf"[{_HAN}]{{2,4}}$|[{_HAN}]{{1,8}}[·•・][{_HAN}·•・]{{1,14}}$")
_LATIN_NAME = re.compile(r"[A-Za-zÀ-ÿ][\w.'\-À-ÿ ]{1,38}$")
_ROLE = re.compile(
    r"(?:(?<=\s)[A-Za-z]{2,12}\s|[\u3400-\u9fff]{0,10}?)(?:(?<=[报報社网網台都刊视視聞闻])\s)?(?:专栏作者|特约撰稿人?|特约评论员|全媒体记者|实习记者|實習記者|记者|記者|通讯员|通訊員|实习生|實習生|特派员|特派員|實習編輯)[\s:：]*"
)
_OTHER_ROLE = re.compile(
    r"(?<=[^\s、，,:：/／|｜])\s*[、，,;；/／|｜]?\s*(?:参与|參與|(?:责任|責任|实习|實習|值班)?(?:编辑|編輯)|责编|責編|校对|校對|摄影|攝影|供图|供圖|制图|製圖).*$"
)
"""张晓明 编辑 李秋: what follows the writers; not 摄影报道, which they did."""
_FROM = re.compile(
    rf"(?<=[{_HAN}]{{2}})\s+(?:[{_HAN}]{{2,6}}?(?:现场|現場|综合|綜合|摄影|攝影)*(?:报道|報導|報道)|文[/／、]?[图圖]|[图圖][/／、]?文)\s*$"
)
"""张晓明 武汉报道, 张晓明 成都摄影报道: many places begin with a surname."""
_WROTE = re.compile(r"\s*[（(](?:文(?:字|稿)?(?:[/／、]?[图圖])?|[图圖][/／、]?文|撰文|撰稿|采写|採寫)[)）]")
_PICTURED = re.compile(rf"[{_HAN}·]{{2,12}}\s*[（(](?:[图圖]片?|[摄攝]影?|[摄攝]像|供[图圖]|视频|視頻|制[图圖]|製圖|剪[辑輯])[)）]")
"""张晓明（文）李秋（图）: who did what."""
_POST = re.compile(
    r"(?<=[\u3400-\u9fff])\s*[（(][^（()）]{0,24}(?:工程[师師]|教授|[讲講][师師]|研究[员員生]|[学學][者生]|[作专專]家|律[师師]|[医醫][师師生]|院[长長]|主任|博士|[硕碩]士|老[师師]|社工|大[学學]|[学學][院校]|宣[传傳]部|[医醫]院|中心|公司|研究所|[报報]社|[顾顧][问問]|[执執]行[长長])[)）]"
)
"""周慧玲（環境工程師）: what a writer is by trade, in parentheses."""
_OUTLET_ENDS = ("网", "網", "报", "報", "社", "台", "刊")
_LONGEST, _LONGEST_LATIN = 16, 40
"""Characters of one name: accounts and pen names are longer than names of people; a Latin one, or one with its Latin form."""
_COLON = re.compile(r"[\u3400-\u9fff][:：]")
"""Another label, which nobody knows: 科室：神经外科."""
_ALIAS = re.compile(r"[（(][^（()）]{1,40}[)）]$")


@cache
def _data() -> tuple[frozenset[str], frozenset[str], tuple[str, ...]]:
    data = rules.read_data("people.yaml")
    return frozenset(data["surnames"]), frozenset(data["not_names"]), tuple(data["desks"])


@cache
def _beginnings() -> tuple[frozenset[str], frozenset[str]]:
    """Surnames of two characters, and names of two without a surname, which another may follow: 扎西, 扎西多杰."""
    data = rules.read_data("people.yaml")
    return frozenset(data["compound_surnames"]), frozenset(data["name_beginnings"])


def is_name(text: str) -> bool:
    """True for what reads as the name of a Chinese person: a known surname and two to four characters, or with a dot."""
    if not could_be_name(text) or text.endswith(_OUTLET_ENDS):
        return False
    if not _DOTS.isdisjoint(text):
        return True
    surnames, whole = _beginnings()
    if text[:2] in surnames:
        return len(text) > 2
    short = text[0] in _data()[0] and len(text) < 4  # 江川桥头 begins with a surname too
    return (short or text[:2] in whole) and not is_place(text)


def split_names(text: str) -> tuple[str, ...]:
    """The names in a label's value, in order, once each; staff codes, titles and padding dropped."""
    text = text.strip(_STOPS)
    if not _ALIAS.search(text):
        text = text.strip(_TRIM)
    parts = map(_clean, _SPLIT.split(_ROLE.sub("、", _pad(text))))
    return tuple(dict.fromkeys(part for part in parts if part and not _is_other(part)))


def _is_other(part: str) -> bool:
    """True for a piece between two names that is none: a word, another label, something long."""
    longest = _LONGEST_LATIN if part.isascii() or _ALIAS.search(part) else _LONGEST
    return len(part) > longest or is_word(part) or _COLON.search(part) is not None or not any(map(str.isalnum, part))


@cache
def _places() -> frozenset[str]:
    return frozenset(fold(rules.read_data("people.yaml")["places"]).split())


def is_place(text: str) -> bool:
    """True for a province, a prefecture or a foreign city: where an account is stands beside the date, 上海, 黄山."""
    return fold(text) in _places()


def split_writers(text: str) -> tuple[str, ...]:
    """`split_names` of those who wrote: without trade and place, and without whoever did something else."""
    text = _POST.sub("、", _PICTURED.sub("", _WROTE.sub("、", text)))
    return split_names(_OTHER_ROLE.sub("", _FROM.sub("", text)))


def _pad(text: str) -> str:
    """方 敏 -> 方敏: a name of two characters is set as wide as one of three."""
    return _PAD.sub(r"\1\2", _PAD3.sub(r"\1\2\3", text))


def _clean(part: str) -> str:
    bare = _CODE.sub("", part.strip())
    part = bare or part  # a code alone is kept as printed
    part = _LEAD.sub("", part)
    part = _TAIL.sub("", part)
    part = part.strip(" \t\u3000:：,，;；、。|｜/／[]【】<>《》“”\"'—–_*@")
    if part.startswith(("（", "(")) and part.endswith(("）", ")")):
        part = part[1:-1]
    if part.count("（") + part.count("(") != part.count("）") + part.count(")"):
        part = part.strip("（()）")
    return part.strip()


def spaced_name(text: str) -> str | None:
    """邬 守 山 -> 邬守山; None where it is no name."""
    name = text.replace(" ", "")
    return name if len(name) <= 4 and is_name(name) else None


def is_word(text: str) -> bool:
    """True for a word that stands where names stand but is none: 未知, 列印, 文化."""
    return text in _data()[1]


def could_be_name(text: str) -> bool:
    """True for two to four Chinese characters that are no known other word: enough beside a label."""
    return text not in _data()[1] and bool(_HAN_NAME.match(text))


def looks_like_person(text: str) -> bool:
    """True for a Chinese name or a Latin one."""
    return is_name(text) or (bool(_LATIN_NAME.match(text)) and " " in text)


def is_desk(text: str) -> bool:
    """True for a byline that is a desk: 经济日报评论员."""
    return text.endswith(_data()[2])
