"""The words of spam, and what makes a text of them a banner or a page an advertisement."""

from __future__ import annotations

import re
from functools import lru_cache

from . import rules
from .folding import fold
from .lookalikes import undisguised

_PIECES = re.compile(r"[_|｜,，、;；/\-–—\s\t·•【】\[\]]+")
_SENTENCE = re.compile(r"[。！？]")
_LONGEST = 300
_LEAST_PIECES = 3
_LEAST_WORDS = 2
_PAGE = ((8, 0.005), (5, 0.03))
"""Different spam words, and their share of the characters, from which on a page is spam."""
PAGE_SUSPECTS = 2
"""Telling words from which on a page is read word for word."""
_MOST = 50_000
_QUOTED = re.compile(r"“[^”\n]{0,300}”|「[^」\n]{0,300}」")
_CALLS = (
    re.compile(r"(?:加|联系|咨询)[^，。；\n]{0,6}(?:微信|qq|扣扣|telegram)[号\s:：]{0,3}[a-z0-9_-]{5,}"),
    re.compile(r"注册[^，。；\n]{0,4}送\d+|首[次充存][^，。；\n]{0,6}(?:返现|送|彩金)|体验金|免费体验"),
    re.compile(r"提款[^，。；\n]{0,6}到账|日结|稳赚|回血|永久佣金"),
    re.compile(r"(?:学信网|官网|网上)可查|先[办货验]后付|无需定金|见面[^，。；\n]{0,4}付款"),
    re.compile(r"不看征信|[黑白]户[^，。；\n]{0,4}(?:下款|可[贷做])|无前期费用|不成功不收费"),
    re.compile(r"包夜|\d元一次|可空降"),
)
"""How an advertisement speaks to its reader: whom to write to, what is given, what is won, what is sold."""
_LEAST_CALLS = 2
_LEAST_SOLD = 3
_TOLD = re.compile(
    r"警方|民警|公安|法院|检察|被告|判处|嫌疑|涉案|涉嫌|受害|被骗|骗局|骗子|诈骗|诱导|警惕|谨防|切勿|提醒|记者|报道|通报|违法|非法|监管"
)
"""What a story about such advertisements says somewhere."""


@lru_cache(maxsize=1)
def _words() -> re.Pattern[str]:
    """For texts in lower case."""
    families = (family for family in rules.read_data("spam.yaml").values() if isinstance(family, dict))
    return re.compile(rules.any_of(word.lower() for family in families for word in family["words"]))


def spam_words(text: str) -> set[str]:
    """The different spam words of a text, in lower case."""
    return set(_words().findall(undisguised(text).lower()))


def suspects(text: str) -> int:
    """How many of the telling words a text holds: a quick look before each word is counted."""
    text = undisguised(text)
    words, pattern = _telling()
    if pattern.search(text) is None:
        return 0
    return sum(word in text for word in words)


@lru_cache(maxsize=1)
def _telling() -> tuple[tuple[str, ...], re.Pattern[str]]:
    words = tuple(rules.read_data("spam.yaml")["telling"])
    return words, re.compile(rules.any_of(words))


def advertises(text: str) -> bool:
    """True for a page of spam: at least eight different spam words, and one in two hundred characters.

    Measured on the bench: articles have at most 4 different ones (0.0015 a character), spam pages 15 (0.008).
    """
    found = _words().findall(undisguised(text[:_MOST]).lower())
    share = len(found) / max(1, min(len(text), _MOST))
    return any(len(set(found)) >= words and share >= least for words, least in _PAGE)


def solicits(text: str) -> bool:
    """True for an advertisement in whole sentences: it calls in two ways for what spam sells, and tells of nobody else."""
    text = undisguised(text[:_MOST]).lower()
    if _TOLD.search(fold(text)):
        return False
    own = _QUOTED.sub("", text)
    folded = fold(own)
    return (
        sum(call.search(folded) is not None for call in _CALLS) >= _LEAST_CALLS
        and len(set(_words().findall(own))) >= _LEAST_SOLD
    )


def is_banner(text: str) -> bool:
    """True for a chain of keywords: at least three pieces, two different spam words, no sentence."""
    if len(text) > _LONGEST or _SENTENCE.search(text):
        return False
    pieces = [piece for piece in _PIECES.split(text) if piece]
    return len(pieces) >= _LEAST_PIECES and len(spam_words(text)) >= _LEAST_WORDS
