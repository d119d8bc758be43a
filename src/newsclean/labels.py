"""Labels and what they name: 来源：江川日报 is the source 江川日报; what stands beside a date; what is an outlet's name."""

from __future__ import annotations

import re
from datetime import timezone
from functools import cache
from itertools import zip_longest

from . import rules
from .dates import Moment, find_moments
from .folding import fold
from .names import is_name, is_place, is_word, split_names, split_writers

SEAM = "\t"
_PENS = "✎✍✏✐✒🖊🖋"
"""文 ✎ 张晓明: accounts set a pen between the label and the name."""
_DOT = "·•・"
_GAP = rf"\s*(?:[:：︱丨╱{SEAM}{_PENS}]\ufe0f?|[／/|｜](?=\s*[^\s\d])|[{_DOT}](?=\s*[\u3400-\u9fff]{{2,4}}(?:\s|$|[、，,])))\s*"
_SPACED = r"\s+(?=[\u3400-\u9fff]{2,4}(?:\s|$|[、，/／])|[\u3400-\u9fff]\s[\u3400-\u9fff](?:\s|$|[、，]))"
_JUNK_VALUE = re.compile(
    r"\s*(?:(?:文章)?(?:内容)?(?:举报|舉報)|分享|字号|字體|评论(?![员組组])|我要|T\s*\||(?<![\u3400-\u9fff])[TA]?[大中小]\s?[TA]?[大中小](?:\s|$)|T[大小]|(?<![A-Za-z])[AT][+＋－-]?(?:\s+[AT][+＋－-]?)?\s+[AT][+＋－-](?=\s|$)|浏览|点击|阅读|关注|订阅|打印|收藏|返回|查看更多|\d+\s*(?:次|人|条)|[【\[(（]?(?:纠错|繁体|简体)).*$"
)
_OPENING, _CLOSING = frozenset("（(【["), frozenset("）)】]")
_UNCLOSED = re.compile(r"(?<=.)[（(][^（()）]*$")
"""江川日报（记者 张晓明）, up to the blank."""
_ASIDE = re.compile(r"[（(][^（()）]{1,12}[）)]")
_BESIDE_SPLIT = re.compile(r"[\s|｜/／·•丨]+")
_NOT_BESIDE = re.compile(  # times, buttons, counters
    r"来自|來自|[发發]自|发布(?:于|时间|日期|者)|^[发發][布佈表]于?$|只看(?:该作者|楼主)|^倒序|操作|点击|點擊|發布(?:於|時間)|發佈|更新|阅读|閱讀|浏览|瀏覽|评论|評論|字数|字數|字号|字號|字体|[小時时钟鐘天日]前|^[今昨前][天日]|^(?:[上下中]午|凌晨|早上|傍晚|晚上)$|星期|[週周][一二三四五六日]|第\s?[A-Z]?\d{1,3}\s?版|上一|下一|放大|缩小|默认|發文|发文|跟贴|手机|客户端|APP|分享|收藏|举报|关注|文字|大小|列印|IP|时间|時間|打印|参与|點閱|人气|官方|账号|賬號|作者|原创|^\d+$|^\d+[:/次人条]|查看|訂閱|优质|认证|^[A-Za-z]$|来源|來源|编辑|編輯|正文|首页|首頁"
)
_COUNTER = re.compile(r"\d[\d.,]*\s?[万萬亿億wWkK]?\s?(?:喜[欢歡]|[点點]?[赞讚]|[获獲][赞讚]|粉[丝絲]|字|投币|弹幕)?$")
"""904喜欢, 0.318."""
_CLIENT = re.compile(r"[^\s:：]{2,12}(?:APP|App|客户端|客戶端|网页版|網頁版)(?=\s|$)")
"""来自 江川财富APP: what a post was written with, not where it comes from."""
_VERBS = frozenset(("报道", "报导", "报道者", "报导者", "发布", "更新", "刊登"))
"""Labels before a sign only: 發布 before the next element ends a sentence or is a button, 報導者 is a site's name."""
_REJECTED = frozenset(
    [
        "未知",
        "编辑",
        "编辑源代码",
        "网络",
        "互联网",
        "本站",
        "原创",
        "整理",
        "佚名",
        "網路",
        "网络综合",
        "网络整理",
        "网络转载",
        "网络收集",
        "不详",
        "綜合",
        "综合",
        "本报",
        "本報",
        "本刊",
        "本台",
        "本網",
        "本网",
        "转载",
        "其他",
        "网友",
    ]
)
_NEWS = ("新闻", "新聞")
"""国际新闻, 社會新聞: a section."""
_TAIWAN = re.compile(
    r"(?:記者|特派員|特派记者|實習記者|文)\s*[／/]?\s*(?P<names>[\u3400-\u9fff、，,\s]{2,24}?)\s*[／/╱]\s*[\u3400-\u9fff]{2,12}"
)
_GLUED = re.compile(r".{0,11}[^\s、，,;；/]$")
_LAST = re.compile(r".* ([^ ]+[^\s、，,;；/])$")
_SEPARATED = re.compile(rf"[:：︱丨╱／/|｜\s{_PENS}{_DOT}]")
_AFTER_DOT = re.compile(rf"[{_DOT}]\s*$")
_FIRST_WORD = re.compile(r"[\u3400-\u9fff]+")
_PHOTO = re.compile(r"(?:摄|攝|摄影|攝影|供图|供圖|翻摄|翻攝)\s*[)）]?[。.]?$")
_PHOTO_INSIDE = re.compile(r"[\u3400-\u9fff·、 ]{2,16}?(?:摄影?|攝影?|供图|供圖) ?[）)】]")
"""（记者 叶婉 摄）昨天，大桥上…: the credit of a picture opens the paragraph."""
UTC = timezone.utc


_DATED = r"(?:(?<=[时時日][间間期])\s+|(?<=[布表新登][于於])\s*)(?=\d)"
"""發布日期 2023 年, 发表于2015-3-8: a time stands after a blank, or at once."""
_MORE = {
    "source": r"(?<![A-Za-z])[Vv]ia",
    "other": r"(?<![\u3400-\u9fff])(?:发[布表]|更新|刊登)于(?=\s*[:：\d])",  # 发布于 江川: the place of a reader's address
}
"""Words that are labels in one place only."""
_WRITTEN = frozenset(("发布于", "发表于", "更新于", "刊登于"))
"""Where no label stands before them, what does is the account: 慢半拍的老徐 发布于2026-03-01."""


@cache
def _labels() -> re.Pattern[str]:
    data = rules.read_data("people.yaml")
    groups = []
    firsts: set[str] = set("vV")
    for group in ("editor", "source", "issuer", "author", "other"):
        words = sorted({fold(word) for word in data[f"{group}_labels"]})
        firsts.update(word[0] for word in words)
        long = rules.any_of(word for word in words if len(word) > 1).replace(r"\ ", r"\s?")
        short = "".join(re.escape(word) for word in words if len(word) == 1)
        alternatives = f"(?:{long})(?:及?[人员者])?"
        if group == "author":
            # the buttons 只看该作者 and 只看楼主 of forums; 新华社报道： begins a sentence
            alternatives = rf"(?<![该該看])(?!(?<=[\u3400-\u9fff])报[道导]){alternatives}"
        if short:
            alternatives += rf"|(?<![\u3400-\u9fff])[{short}](?={_GAP})"
        if group in _MORE:
            alternatives += f"|{_MORE[group]}"
        groups.append(f"(?P<{group}>{alternatives})")
    # What follows stands once, not in every group: compiled in half the time.
    return re.compile(f"(?=[{re.escape(''.join(sorted(firsts)))}])(?:{'|'.join(groups)})(?:{_GAP}|{_SPACED}|{_DATED})")


@cache
def _bare() -> dict[str, str]:
    data = rules.read_data("people.yaml")
    return {fold(word): group for group in ("editor", "source", "issuer", "author") for word in data[f"{group}_labels"]}


def bare_label(text: str) -> str | None:
    """The group of a line that is nothing but a label (its value stands in the next element); None for other lines."""
    return _bare().get(fold(text.rstrip(":： ")))


@cache
def _outlets() -> re.Pattern[str]:
    endings = "|".join(re.escape(word) for word in rules.read_data("people.yaml")["outlet_endings"])
    return re.compile(f"(?:{endings})(?:[（(\\[][^）)\\]]*[）)\\]])?$")


@cache
def _brands() -> tuple[str, ...]:
    return tuple(rules.read_data("people.yaml")["outlet_beginnings"])


def is_outlet(name: str) -> bool:
    """True for what ends as outlets' names do: 证券日报, 中央社, 网易科学人 not."""
    if is_word(name) or (name.endswith(_NEWS) and is_word(name[:-2])):
        return False
    if 4 <= len(name) <= 8 and name.startswith(_brands()):
        return True
    return 2 <= len(name) <= 24 and any(map(_outlets().search, re.split(r"[-－—]", name)))


def is_account(name: str) -> bool:
    """True for what could be the name of an account or a pen name."""
    written = any(map(str.isalpha, name)) and name[0] != "《"
    return 2 <= len(name) <= 20 and written and not (_is_button(name) or is_word(name) or is_place(name))


def _is_button(text: str) -> bool:
    """True for a time, a button or a counter."""
    return _NOT_BESIDE.search(text) is not None or _COUNTER.match(text) is not None


def fields_of(text: str) -> list[tuple[str, str]]:
    """(group, value) of every label in a line: a value reaches to the next label."""
    if not _SEPARATED.search(text):
        return []
    matches = [match for match in _labels().finditer(fold(text)) if match.group().strip() not in _VERBS]
    matches = [match for match in matches if not _dotted_word(text, match)]
    if matches and matches[0].group()[:3] in _WRITTEN:
        del matches[0]
    matches = [match for match, after in zip_longest(matches, matches[1:]) if not _ends(text, match, after)]
    found = []
    for match, after in zip_longest(matches, matches[1:]):
        end = after.start() if after else len(text)
        value = text[match.end() : end].strip()
        if match.group().split() == ["来自"] and _CLIENT.match(text, match.end()):
            continue
        group = str(match.lastgroup)
        if group == "author" and (_PHOTO.search(value) or _PHOTO_INSIDE.match(value)):
            group = "other"
        if group == "author" and after and _glued(text[match.end() : end], after.lastgroup):
            value = value.rpartition(" ")[0].strip()
        if value:
            found.append((group, value))
    return found


def _dotted_word(text: str, match: re.Match[str]) -> bool:
    """True where a dot and no name follows the word: 记者·观察 is a column, 撰文·张晓明 a credit."""
    word = _FIRST_WORD.match(text, match.end()) if _AFTER_DOT.search(match.group()) else None
    return word is not None and not is_name(word.group())


def _ends(text: str, match: re.Match[str], after: re.Match[str] | None) -> bool:
    """True for the last word of a value, which the next label follows at once: 来源：人民网社会频道 作者：张三."""
    at_once = after is not None and match.end() == after.start()
    return at_once and match.lastgroup == "other" and text[: match.start()][-1:].isalnum()


def _glued(value: str, following: str | None) -> bool:
    """True where the value ends with the outlet of the next label: 采写：南都记者 林子沛; 张晓明 每经编辑：李秋."""
    if following == "author":
        return _GLUED.match(value) is not None
    last = _LAST.match(value) if following == "editor" else None
    return last is not None and not is_name(last[1])


def beside_of(text: str) -> tuple[str, ...]:
    """The words of a short line that are neither a date nor a label nor a button."""
    for moment in reversed(find_moments(text, UTC)):
        text = text[: moment.start] + " " + text[moment.end :]
    match = _labels().search(fold(text))
    if match:
        # What follows a source's name after a blank may be a name: 来源：中国新闻网 王帆
        value = _to_label(text, match.end()).split(maxsplit=1) if match.lastgroup == "source" else []
        text = " ".join([text[: match.start()], *value[1:]])
    parts = [part.strip("()（）[【】:：,，-—") for part in _BESIDE_SPLIT.split(_ASIDE.sub(" ", text))]
    return tuple(part for part in parts if 2 <= len(part) <= 20 and not _is_button(part))


def _to_label(text: str, start: int) -> str:
    """What stands from `start` on up to the next label."""
    match = _labels().search(fold(text), start)
    return text[start : match and match.start()]


def first_day(text: str) -> Moment | None:
    """The first date of a short text that names a day; None where there is none."""
    return next((moment for moment in find_moments(text, UTC, limit=3) if moment.precision not in ("year", "month")), None)


def cut(value: str) -> str:
    """A value up to the date, the counter or the button that follows it."""
    value = _JUNK_VALUE.sub("", value)
    day = first_day(value)
    if day:
        value = value[: day.start] or value[day.end :]
    return value.replace(SEAM, "  ").strip(" \t\u3000|｜:：,，;；。、·-—_/／")


def reads_on(name: str) -> bool:
    """True for a piece of a sentence that was taken for a name."""
    return (len(name) > 8 and bool(re.search(r"[的了是在，。]", name))) or bool(
        re.search(r"授权|发布$|转载|来源|原载|版权", name)
    )


def labelled_outlet(values: list[tuple[str, str]], zone: str) -> str | None:
    """The first usable outlet among the labelled values of a zone."""
    for value, where in values:
        if where == zone:
            name = outlet_name(value)
            if name:
                return name
    return None


def outlet_name(value: str) -> str | None:
    """The outlet that a value names; None where it names none."""
    value = _unwrapped(cut(value)).strip("\"'“”‘’（([【 ")
    value = re.split(r"[。！？!?】]|\s[|｜]\s|\s{2,}", value)[0].strip()
    head, _, rest = value.partition(" ")
    if not (head.isascii() and rest[:1].isascii()):
        value = _UNCLOSED.sub("", head) if "（" in head or "(" in head else head
    if value in _REJECTED or value.isdigit() or "://" in value or not 1 < len(value) <= 40 or value.startswith("作者"):
        return None
    return re.sub(r"(?<=[\u3400-\u9fff])\d{2,}$", "", value)


def _unwrapped(value: str) -> str:
    """A value without the brackets around it; those around its last word are its own: 游民星空[整理]."""
    if value[:1] in _OPENING:
        value = value[1:].lstrip()
    if value[-1:] in _CLOSING and _OPENING.isdisjoint(value):
        value = value[:-1].rstrip()
    return value


def listed(value: object) -> list[str]:
    """The names in a front matter's value: a list, or one text."""
    if isinstance(value, list):
        return [str(name).strip() for name in value if isinstance(name, str | int) and str(name).strip()]
    return list(split_names(value)) if isinstance(value, str) else []


def taiwan_byline(text: str) -> tuple[str, ...]:
    """記者陳嘉寧／桃園機場報導 -> 陳嘉寧."""
    match = _TAIWAN.search(text)
    names = split_writers(match.group("names")) if match else ()
    return names if all(len(name) <= 4 for name in names) else ()
