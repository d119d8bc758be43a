"""Worst inputs of regular expressions: strings that make each repetition in a pattern run as far, and as often, as it can."""

from __future__ import annotations

import importlib
import re
import sys
from collections.abc import Iterator
from typing import Any

_HOME = ("re._constants", "re._parser") if sys.version_info >= (3, 11) else ("sre_constants", "sre_parse")
constants, parser = map(importlib.import_module, _HOME)

TRIED = "a1 一，。<\"'=/-:（(年.>\n\t,|"
"""Characters of which one is looked for that a class admits."""
MOST = 60
"""Worst inputs made of one pattern; the longest in the package has 40 repetitions."""


def _member(items: list[tuple[Any, Any]]) -> str:
    """A character that a class admits."""
    negated = items[0][0] is constants.NEGATE

    def admits(sign: str) -> bool:
        number = ord(sign)
        for code, value in items:
            if code is constants.LITERAL and value == number:
                return True
            if code is constants.RANGE and value[0] <= number <= value[1]:
                return True
            if code is constants.CATEGORY and _category(value, sign):
                return True
        return False

    candidates = list(TRIED) if negated else [*_of(items), *TRIED]
    for sign in candidates:
        if admits(sign) != negated:
            return sign
    return "\u4e01"


def _of(items: list[tuple[Any, Any]]) -> Iterator[str]:
    for code, value in items:
        if code is constants.LITERAL:
            yield chr(value)
        elif code is constants.RANGE:
            yield chr(value[0])


def _category(code: Any, sign: str) -> bool:
    name = str(code)
    if "DIGIT" in name:
        found = sign.isdigit()
    elif "SPACE" in name:
        found = sign.isspace()
    else:
        found = sign.isalnum() or sign == "_"
    return found != ("NOT" in name)


def samples(tree: Any, prefix: str, found: list[tuple[str, str]]) -> str:
    """A string that the parsed pattern matches; (what comes before, one turn) of each repetition goes into `found`."""
    text = ""
    for code, value in tree:
        if code is constants.LITERAL:
            text += chr(value)
        elif code is constants.NOT_LITERAL:
            text += "a" if value != ord("a") else "b"
        elif code is constants.ANY:
            text += "a"
        elif code is constants.IN:
            text += _member(value)
        elif code is constants.SUBPATTERN:
            text += samples(value[-1], prefix + text, found)
        elif code is constants.BRANCH:
            branches = [samples(branch, prefix + text, found) for branch in value[1]]
            text += branches[0]
        elif code in REPEATS:
            least, most, inner = value
            turn = samples(inner, prefix + text, found)
            if most is constants.MAXREPEAT or most >= SEVERAL:
                found.append((prefix + text, turn))
                if code in OPTIONAL and len(inner) == 1 and inner[0][0] is constants.BRANCH:
                    found += [(prefix + text, samples(branch, "", [])) for branch in inner[0][1][1]]
            text += turn * max(least, 1 if least else 0)
        elif code is ATOMIC:
            text += samples(value, prefix + text, found)
        elif code in (constants.ASSERT, constants.ASSERT_NOT) and value[0] > 0 and code is constants.ASSERT:
            samples(value[1], prefix + text, found)
    return text


SEVERAL = 64
ATOMIC = getattr(constants, "ATOMIC_GROUP", None)
OPTIONAL = (constants.MAX_REPEAT, constants.MIN_REPEAT)
REPEATS = (*OPTIONAL, getattr(constants, "POSSESSIVE_REPEAT", None))


def worst_inputs(pattern: re.Pattern[str], size: int) -> list[str]:
    """Strings of about `size` characters: beginnings that never end, repetitions that never end, and both."""
    found: list[tuple[str, str]] = []
    whole = samples(parser.parse(pattern.pattern, pattern.flags), "", found)
    units: dict[str, None] = {}
    for before, turn in found:
        for unit in (turn, before + turn, before):
            if unit:
                units.setdefault(unit)
    made: dict[str, None] = {}
    for before, turn in found:
        if turn:
            made.setdefault(before + turn * (size // len(turn)) + "\x00")
    for unit in units:
        made.setdefault(unit * (size // len(unit) + 1))
    if len(whole) > 1:
        made.setdefault(whole[:-1] * (size // (len(whole) - 1)))
    return list(made)[:MOST]
