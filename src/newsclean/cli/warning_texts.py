"""What `Article.warnings` say, in Chinese.  A warning is text alone, so it is told by the form of its sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from .library_texts import ERRORS, PHRASES

WARNINGS = {
    "no-body: nothing in the document reads like an article": "no-body：文档里没有读起来像文章的内容",
    "no-body: a few words without a headline": "no-body：只有几句话，没有标题",
    "no-body: a few words under a name": "no-body：一个名字下面只有几句话",
    "no-body: what a firm, a film or a book is": "no-body：只是公司、影片或书的简介",
    "no-body: a template that nobody filled in": "no-body：没有填写的模板",
    "no-prose: no sentence in the body": "no-prose：正文里没有句子",
    "list: most of the text is links": "list：文字大多是链接",
    "list: headlines that lead to other pages": "list：标题都通往其他页面",
    "list: beginnings of other pages": "list：其他页面的开头",
    "list: dated entries": "list：带日期的条目",
    "list: the chapters of a book": "list：一本书的章节",
    "list: the prices of a share": "list：一只股票的行情",
    "list: the threads of a board": "list：论坛版块的帖子",
    "list: a ranking, a forecast, or the answer of a program": "list：排行榜、天气预报或程序的应答",
    "list: figures day by day": "list：逐日的数字",
    "list: the contents of a magazine": "list：刊物的目录",
    "list: people and how to reach them": "list：人员及联系方式",
    "goods: the page shows a product": "goods：页面展示的是商品",
    "list: no headline, and the prose of the page stands in many places": "list：没有标题，行文散在页面各处",
    "spam: the page advertises gambling, porn or fraud": "spam：页面为赌博、色情或诈骗做广告",
    "login: the page asks its reader to log in": "login：页面要求读者登录",
    "not-found: the page says that it does not exist": "not-found：页面说自己不存在",
    "front-matter: {error}": "front-matter：{error}",
    "invisible: signs that cannot be seen, taken out of titles and names: {count}": "invisible：从标题和人名里去掉的看不见的符号：{count}",
    "declared {told}, but the bytes are {name}": "声明的编码是 {told}，字节却是 {name}",
    "parts of the bytes are {name}": "一部分字节是 {name}",
    "{count} damaged characters, the first at byte {byte}": "损坏的字符：{count} 个，第一个在第 {byte} 字节",
    "{count} stretches of text were {way}; they are read back": "{count} 段文字曾是 {way}；已经还原",
    "{count} characters were lost before this document was saved (U+FFFD)": "文档保存之前就丢了 {count} 个字符（U+FFFD）",
    "{count} times 锟斤拷: characters were lost before this document was saved": "{count} 处锟斤拷：文档保存之前就丢了字符",
}

LONGEST = 400
"""Characters of a warning that is looked at: a pattern with two gaps costs their square at worst."""
_FIELD = re.compile(r"\{(\w+)(?:![rs])?(?::\w+)?\}")


def warned(warning: str) -> str:
    """A warning in Chinese; one of a form that is not known, as it is."""
    return _said(warning, WARNINGS) or warning


def _said(text: str, table: Mapping[str, str]) -> str | None:
    if len(text) > LONGEST:
        return None
    for pattern, chinese in _patterns(table is WARNINGS):
        if found := pattern.fullmatch(text):
            values = {name: PHRASES.get(value, value) for name, value in found.groupdict().items()}
            if table is WARNINGS and "error" in values:
                values["error"] = _said(values["error"], ERRORS) or values["error"]
            return _filled(chinese, values)
    return None


def _filled(text: str, values: Mapping[str, str]) -> str:
    return _FIELD.sub(lambda field: values[field[1]], text)


@cache
def _patterns(of_warnings: bool) -> tuple[tuple[re.Pattern[str], str], ...]:
    """The sentences as patterns, the longest first: the more words are fixed, the surer."""
    table = WARNINGS if of_warnings else {text: said for text, said in ERRORS.items() if "front matter" in text}
    ordered = sorted(table.items(), key=lambda pair: -len(_FIELD.sub("", pair[0])))
    return tuple((re.compile("".join(_pieces(text)), re.DOTALL), said) for text, said in ordered)


def _pieces(text: str) -> Iterator[str]:
    for number, piece in enumerate(_FIELD.split(text)):
        yield f"(?P<{piece}>.+?)" if number % 2 else re.escape(piece)
