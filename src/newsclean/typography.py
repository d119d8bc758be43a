"""Typography of a paragraph: named fixes in written order, each harmless to good Chinese.

The fixes undo what generators and sloppy editors do to news text, and nothing else: straight quotes with spaces around
them, spaces between figures and measure words, ASCII punctuation among Chinese characters.  Addresses, inline code and
tags are set aside first.  Spaces between Chinese and Latin words are a house style, not damage: they stay.
"""

from __future__ import annotations

import re
from collections.abc import Callable

_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff〇々\U00020000-\U0003ffff"
_CLOSING = "”’」』）】》〉〕"
_OPENING = "“‘「『（【《〈〔"
_STOPS = "，。、；：？！…—·"
_ASIDE = "\ue000"
"""Stands for one stretch that was set aside.  One that is in the text is set aside itself."""

_PROTECTED = re.compile(rf"(?:https?|ftp)://[!-~]+|www\.[!-~]+|`[^`\n]+`|<[A-Za-z/!][^<>\n]*>|\]\([^()\n]*\)|{_ASIDE}")
_ANY = re.compile('[ ",;:?!(]')
_HAN_ANY = re.compile(f"[{_HAN}]")
_KANA = re.compile("[\u3041-\u3096\u30a1-\u30fa]")
_KANA_SHARE = 10
"""One kana to ten Chinese characters is Japanese: the least of Japanese news prose is one to two, the most of Chinese
prose, with の in a brand's name, is one to fifty."""

_ROUNDS = 4
"""One that changes and one that finds nothing do for all news text; two more are for what is broken."""

Fix = Callable[[str], str]


def fix(text: str) -> str:
    """`text` with every fix of `FIXES` applied; applied twice it is the same.  Code is to be kept out by the caller."""
    steps = trace(text)
    return steps[-1][1] if steps else text


def trace(text: str) -> list[tuple[str, str]]:
    """The fixes that changed something: name and text after it, in order.  The last text is ``fix(text)``.

    One fix may give another what it looks for, so they go round until nothing changes.  A text that does not come to
    rest, broken brackets among addresses and tags, stays as it is.
    """
    steps: list[tuple[str, str]] = []
    for _ in range(_ROUNDS):
        changes = _changes(steps[-1][1] if steps else text)
        if not changes:
            return steps
        steps += changes
    return []


def _changes(text: str) -> list[tuple[str, str]]:
    if not _concerned(text):
        return []
    masked, aside = _set_aside(text)
    steps = []
    for name, step in FIXES:
        fixed = step(masked)
        if fixed != masked:
            steps.append((name, _put_back(fixed, aside)))
        masked = fixed
    return steps


def _concerned(text: str) -> bool:
    """Whether there is anything to fix at all: Chinese, not Japanese, with an ASCII sign in it."""
    if text.isascii() or _ANY.search(text) is None or _HAN_ANY.search(text) is None:
        return False
    return _KANA.search(text) is None or len(_KANA.findall(text)) * _KANA_SHARE < len(_HAN_ANY.findall(text))


def _set_aside(text: str) -> tuple[str, list[str]]:
    aside: list[str] = _PROTECTED.findall(text)
    return (_PROTECTED.sub(_ASIDE, text) if aside else text), aside


def _put_back(masked: str, aside: list[str]) -> str:
    if not aside:
        return masked
    kept = iter(aside)
    return re.sub(_ASIDE, lambda _: next(kept), masked)


_NESTING = re.compile("[:：] *$")
_CODE_BEFORE = re.compile(r"[A-Za-z0-9=\\{\[]$|[A-Za-z\]]\($")
_CHINESE = re.compile(f"[0-9{_HAN}{_CLOSING}{_OPENING}{_STOPS}]")
_AROUND = " ,;:?!()，；：？！（）"
"""Signs between a quotation and its neighbour; other fixes turn the first of them into the last, so none says anything."""


def straight_quotes(text: str) -> str:
    """``" 扎针神器 "`` becomes ``“扎针神器”``; a quotation within one, after a colon, gets ``‘…’``.

    Quotes are paired over the whole line.  A line stays as it is where their number is odd, and where one of them is an
    inch sign, code or a quotation in another language.  A space outside a quotation goes where there is one inside as
    well: then both are mechanical.
    """
    if '"' not in text:
        return text
    return "\n".join(_quote_line(line) for line in text.split("\n"))


def _quote_line(line: str) -> str:
    pieces = line.split('"')
    if len(pieces) % 2 == 0 or len(pieces) == 1:
        return line
    marks = _nested(pieces) or "“”" * (len(pieces) // 2)
    return _dressed(pieces, marks) if _all_chinese(pieces, marks) else line


def _nested(pieces: list[str]) -> str | None:
    """The marks where a quotation stands within another, after a colon; None where that does not come out."""
    marks = ""
    depth = 0
    for piece in pieces[:-1]:
        if depth == 0 or (depth == 1 and _NESTING.search(piece[-8:])):
            marks += "“‘"[depth]
            depth += 1
        else:
            depth -= 1
            marks += "”’"[depth]
    return marks if depth == 0 and "‘" in marks else None


def _all_chinese(pieces: list[str], marks: str) -> bool:
    """Whether every quotation of the line is Chinese: in its words and on one side of it, or on both its sides."""
    opened: list[int] = []
    for place, mark in enumerate(marks):
        if mark in "“‘":
            if _CODE_BEFORE.search(pieces[place][-2:]):
                return False
            opened.append(place)
            continue
        start = opened.pop()
        before, after = pieces[start], pieces[place + 1]
        if after.strip() == ":":  # "key": "value"
            return False
        outer = [_chinese(before.rstrip(_AROUND)[-1:]), _chinese(after.lstrip(_AROUND)[:1])]
        han = any(_HAN_ANY.search(piece) for piece in pieces[start + 1 : place + 1])
        if not (any(outer) if han else all(outer)):
            return False
    return True


def _chinese(neighbour: str) -> bool:
    """Whether what stands next to a quotation lets it be Chinese: a Chinese sign, a figure, a quote or the edge."""
    return not neighbour or _CHINESE.match(neighbour) is not None


def _dressed(pieces: list[str], marks: str) -> str:
    """The line with the marks in place and the mechanical spaces around them gone."""
    words = list(pieces)
    opened: list[int] = []
    for place, mark in enumerate(marks):
        if mark in "“‘":
            opened.append(place)
            continue
        start = opened.pop()
        spaced = pieces[start + 1].startswith(" ") or pieces[place].endswith(" ")
        words[start + 1] = words[start + 1].lstrip(" ")
        words[place] = words[place].rstrip(" ")
        before, after = words[start].rstrip(" "), words[place + 1].lstrip(" ")
        if spaced and _chinese(before[-1:]):
            words[start] = before
        if spaced and _chinese(after[:1]):
            words[place + 1] = after
    return "".join(word + mark for word, mark in zip(words, [*marks, ""], strict=True))


_PAIR = re.compile(r"( ?)\(([^()（）\n]*)\)")
_LATIN_NOTE = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9 .,&/%+-]*)")
_NO_BRACKET_AFTER = re.compile(r"[A-Za-z0-9_\]\\$]")
_BRACKET_BEFORE = re.compile(rf" ?(?:[,;:?!(\n{_HAN}{_CLOSING}{_OPENING}{_STOPS}]|\Z)")


def brackets(text: str) -> str:
    """``联合国(UN)总部`` and ``(资料照片)`` get full-width brackets; ``f(x)`` and ``[a](b)`` keep theirs."""
    if "(" not in text:
        return text
    pieces: list[str] = []
    made, end = "", 0
    for match in _PAIR.finditer(text):
        between = text[end : match.start()]
        before = (between or made)[-1:]
        made, end = _bracketed(match, before)
        pieces += [between, made]
    return "".join([*pieces, text[end:]])


def _bracketed(match: re.Match[str], before: str) -> tuple[str, int]:
    """What becomes of a pair of brackets, and where the text goes on; `before` is the sign to its left as it is now."""
    text, inside, end = match.string, match[2], match.end()
    if not match[1] and _NO_BRACKET_AFTER.match(before):
        return match[0], end
    chinese = _CHINESE.match(before) is not None
    if not _HAN_ANY.search(inside) and not (
        chinese and not before.isdigit() and _LATIN_NOTE.fullmatch(inside) and _BRACKET_BEFORE.match(text, end)
    ):
        return match[0], end
    if text[end : end + 1] == " " and _CHINESE.match(text, end + 1):
        end += 1
    return f"{'' if chinese else match[1]}（{inside}）", end


_BRACKET_SPACE = re.compile(rf"(?<=[“‘「『（【《〈]) (?=[^ {_CLOSING}])|(?<=[^ {_OPENING}]) (?=[”’」』）】》〉])")


def bracket_space(text: str) -> str:
    """``（ 国家航天局供图 ）`` becomes ``（国家航天局供图）``; ``（  ）``, a gap to fill in, stays."""
    return _BRACKET_SPACE.sub("", text)


_ELLIPSIS_SPACE = re.compile(rf"(?<=[{_HAN}{_CLOSING}{_STOPS}]) {{1,2}}……(?: {{1,2}}(?=[{_HAN}{_OPENING}]))?")
_DASH_SPACE = re.compile(rf"(?<=[{_HAN}{_CLOSING}]) {{1,2}}—— {{1,2}}(?=[{_HAN}{_OPENING}])")


def ellipsis_space(text: str) -> str:
    """``以上 …… 让世界`` becomes ``以上……让世界``."""
    return _ELLIPSIS_SPACE.sub("……", text)


def dash_space(text: str) -> str:
    """``血管 —— 一台`` becomes ``血管——一台``; a space on one side only sets off who said it: it stays."""
    return _DASH_SPACE.sub("——", text)


_END = r"(?=\n|\Z)"
_NEXT = rf"(?: {{0,2}}(?=[0-9{_HAN}{_OPENING}])|(?=[{_CLOSING}])|{_END})"
_COMMA = re.compile(rf"(?<=[{_HAN}{_CLOSING}]),{_NEXT}|(?<=[0-9%]),(?=[{_HAN}{_OPENING}])")
_SEMICOLON = re.compile(rf"(?<=[{_HAN}{_CLOSING}]);{_NEXT}|(?<=[0-9%]);(?=[{_HAN}{_OPENING}])")
_COLON = re.compile(rf"(?<=[{_HAN}{_CLOSING}]):{_NEXT}")
_ASKED = re.compile(
    rf"(?<=[{_HAN}{_CLOSING}])([?!]+)(?: {{0,2}}(?=[{_HAN}{_OPENING}])|(?=[{_CLOSING}{_STOPS}])|{_END})"
)
_FULL_WIDTH = str.maketrans("?!", "？！")


def comma(text: str) -> str:
    """``3月6日,習近平`` becomes ``3月6日，習近平``; ``1,000`` stays."""
    return _COMMA.sub("，", text)


def semicolon(text: str) -> str:
    """``建成;二是`` becomes ``建成；二是``."""
    return _SEMICOLON.sub("；", text)


def colon(text: str) -> str:
    """``时间: 10:30`` becomes ``时间：10:30``."""
    return _COLON.sub("：", text)


def question_and_exclamation(text: str) -> str:
    """``什么?!`` becomes ``什么？！``."""
    return _ASKED.sub(lambda match: match[1].translate(_FULL_WIDTH), text)


# A measure word or unit; where a place's name begins like one, the name is excepted (北京 100 天津 200).
_MEASURE = (
    "(?:年(?!糕|画)|月|日(?!本|籍)|[时時](?!代)|分(?!别|別|析|类|類)|秒|[号號]|[个個]|位|家(?!长|長|庭)|名(?!古屋)|人|次|元"
    "|万(?!宁|州)|萬|[亿億]|千|百(?!色)|[岁歲]|[周週](?!口|恩)|天(?!津|水)|届|屆|版|章|[节節]|[条條]|[项項]|件|台(?![湾灣北中南州])"
    "|[台臺](?=[车車机機])|[辆輛]|架|艘|枚|[颗顆]|粒|[只隻]|[头頭]|匹|棵|株|座|[栋棟]|[层層]|[间間]|[户戶]|村|[县縣]|[种種]"
    "|[类類]|册|冊|[页頁]|篇|[张張](?!家|掖)|[场場]|局|[盘盤]|[轮輪]|套|[双雙]|[组組]|[队隊]|批|班|[级級]|倍|成(?!都)|[吨噸]|斤"
    "|公[里斤顷頃分尺]|[千厘毫微纳納][米克升]|平方|立方|米(?!兰|蘭)|[亩畝]|余|餘|多|[来來](?=[个個年])"
    "|小[时時]|[分秒][钟鐘]|[美欧歐日港韩韓澳加]元|英[镑鎊里尺寸]|海里|[摄攝]氏|百分[点點]|光年|世[纪紀]|[后後](?![来來面排]))"
)
_FIGURE = r"(?<![A-Za-z0-9/_~～–—-])(?<![0-9][.,:])[0-9]+(?:[.,~～–—-][0-9]+)*"
_MEASURED = re.compile(rf"(?:(?<=[{_HAN}]) )?({_FIGURE}) (?={_MEASURE})")
_SHARE = re.compile(
    rf"(?<=[{_HAN}]) (?={_FIGURE}[%％‰℃])|(?<=[0-9][%％‰℃]) (?=[的以左之至到和与與多])|(?<=[第近约約达達逾]) (?=[0-9])"
)


def figure_space(text: str) -> str:
    """``10 月 26 日`` becomes ``10月26日``, ``从第 29 位`` ``从第29位``, ``超过 60%`` ``超过60%``.

    Only before a measure word, a unit or a percent sign: in ``北京 100 上海 200`` the spaces separate.
    """
    return _SHARE.sub("", _MEASURED.sub(r"\1", text))


FIXES: tuple[tuple[str, Fix], ...] = (
    ("straight-quotes", straight_quotes),
    ("brackets", brackets),
    ("bracket-space", bracket_space),
    ("ellipsis-space", ellipsis_space),
    ("dash-space", dash_space),
    ("comma", comma),
    ("semicolon", semicolon),
    ("colon", colon),
    ("question-and-exclamation", question_and_exclamation),
    ("figure-space", figure_space),
)
"""Name and function, in the order of application: marks that are neighbours of others come first."""
