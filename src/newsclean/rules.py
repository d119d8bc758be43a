"""Loads and checks `data/` once: the line rules, the names of containers, the words of spam.

A rule is data: a name, the verdict that it gives, a pattern, and the page (or kind of page) that asked for it.  Patterns
of one file are joined into one alternation, so a block is read once however many rules there are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from .errors import RuleError, phrase
from .folding import fold

_PLAIN_GROUP = re.compile(r"\(\?:([^()\[\]\\]+)\)")
_LETTERS = re.compile(r"(?<!\\)[a-zA-Z]{2}")
_IDEOGRAPHS = re.compile(r"\[\\u3400-\\u9fff[^\]A-Za-z\\]*\]")
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DATA = Path(__file__).parent / "data"


class LineRule(NamedTuple):
    """One entry of a `data/lines` file."""

    name: str
    verdict: str
    longest: int
    """The rule speaks of lines of at most this many characters."""
    ends: bool
    """What follows the line is no longer the article, unless prose goes on."""
    where: str
    """any: wherever it stands; edge: among the first three lines or where little prose follows; head: among the first three."""


def _once_each(group: re.Match[str]) -> str:
    """A group of words without those that stand in it twice: both scripts' forms are one when they are folded."""
    return f"(?:{'|'.join(dict.fromkeys(group.group(1).split('|')))})"


class LineRules:
    """Rules for whole lines, first match wins, in the order of the file."""

    def __init__(self, entries: list[dict[str, Any]], origin: str) -> None:
        self.rules: list[LineRule] = []
        self.patterns: list[str] = []
        for number, entry in enumerate(entries):
            unknown = set(entry) - {"name", "verdict", "pattern", "longest", "ends", "where", "asked"}
            if unknown or "name" not in entry or "verdict" not in entry or "pattern" not in entry:
                raise RuleError(
                    "{origin}: rule {number} needs name, verdict and pattern; unknown keys: {unknown}",
                    origin=origin,
                    number=number + 1,
                    unknown=", ".join(sorted(unknown)),
                )
            self.rules.append(
                LineRule(
                    entry["name"],
                    entry["verdict"],
                    entry.get("longest", 10_000),
                    entry.get("ends", False),
                    entry.get("where", "any"),
                )
            )
            pattern = _PLAIN_GROUP.sub(_once_each, fold("".join(entry["pattern"].split())))
            # Folding case costs time: only where a pattern has letters, and not for ideographs (4 ms a class to compile).
            folded = _IDEOGRAPHS.sub(r"(?-i:\g<0>)", pattern)
            self.patterns.append(f"(?i:{folded})" if _LETTERS.search(pattern) else pattern)
        try:
            joined = "|".join(f"(?P<r{number}>{pattern})" for number, pattern in enumerate(self.patterns))
            self.match = re.compile(joined).match
        except re.error as error:
            raise RuleError(
                "{origin}: the pattern of {rule} is no regular expression: {error}",
                origin=origin,
                rule=self._culprit(),
                error=str(error),
            ) from error

    def _culprit(self) -> str:
        """The name of the rule whose pattern cannot be compiled."""
        for rule, pattern in zip(self.rules, self.patterns, strict=True):
            try:
                re.compile(f"(?:{pattern})")
            except re.error:
                return rule.name
        return phrase("one of the rules")

    def find(self, text: str) -> LineRule | None:
        """The first rule that matches at the start of `text` and allows its length."""
        text = fold(text)
        found = self.match(text)
        if not found or not found.lastgroup:
            return None
        first = int(found.lastgroup[1:])
        if len(text) <= self.rules[first].longest:
            return self.rules[first]
        for rule, pattern in zip(self.rules[first + 1 :], self.patterns[first + 1 :], strict=True):
            if len(text) <= rule.longest and re.match(pattern, text):
                return rule
        return None


def any_of(words: Iterable[str]) -> str:
    """A pattern for the longest of `words` that stands at a place, grouped by first letter: a text is looked through
    for the first letters alone, 20 times as fast as for each word (spam.yaml: 300 words, 10,000 characters).
    """
    groups: dict[str, list[str]] = {}
    for word in sorted(set(words), key=len, reverse=True):
        groups.setdefault(word[0], []).append(re.escape(word[1:]))
    return "|".join(re.escape(first) + (f"(?:{'|'.join(rest)})" if any(rest) else "") for first, rest in groups.items())


def _folder(name: str) -> Any:
    """A folder of `data/`; `importlib.resources`, which takes 8 ms to import, only for a package inside a zip."""
    if _DATA.is_dir():
        return _DATA / name
    from importlib import resources  # noqa: PLC0415

    return resources.files("newsclean").joinpath("data", name)


def data_names(folder: str) -> list[str]:
    """The names of the YAML files in a folder of `data/`, in order."""
    return sorted(entry.name for entry in _folder(folder).iterdir() if entry.name.endswith(".yaml"))


def data_text(name: str) -> str:
    """One file of `data/` as it is."""
    text: str = _folder("").joinpath(name).read_text(encoding="utf-8")
    return text


@cache
def read_data(name: str) -> Any:
    """The content of one YAML file of `data/`, read once: callers do not change it.

    Raises `RuleError` where it is no YAML.
    """
    try:
        return yaml.load(data_text(name), Loader=_LOADER)
    except yaml.YAMLError as error:
        raise RuleError("data/{name} is no YAML: {error}", name=name, error=str(error)) from error


@cache
def line_rules(name: str) -> LineRules:
    """The line rules of ``data/<name>.yaml``, compiled."""
    return LineRules(read_data(f"{name}.yaml")["rules"], f"data/{name}.yaml")


@lru_cache(maxsize=1)
def container_names() -> dict[str, str]:
    """Word of a class or id -> what such a container holds (share-bar, comment, related, … or content)."""
    table: dict[str, str] = {}
    for family, words in read_data("containers.yaml").items():
        for word in words["words"]:
            if word in table:
                raise RuleError(
                    "data/containers.yaml: {word} stands in {one} and in {family}",
                    word=word,
                    one=table[word],
                    family=family,
                )
            table[word] = family
    return table
