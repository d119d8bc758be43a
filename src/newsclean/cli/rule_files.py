"""Rule files of a user: what kind they are, whether they hold together, what they do to a page."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any, NamedTuple, get_args
from urllib.parse import urlsplit

import yaml

from newsclean import sites
from newsclean.article import Article
from newsclean.blocks import Page, Verdict
from newsclean.errors import RuleError, phrase
from newsclean.options import Options
from newsclean.pipeline import judged
from newsclean.rules import LineRules

from .given import bytes_of, existing

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_SITE_KEYS = frozenset(("asked", "content", "drop"))


class RuleFile(NamedTuple):
    """A file that holds together: rules of sites, or rules for lines."""

    sites: dict[str, Mapping[str, Any]]
    """Host -> its rules, as `Options.sites` takes them."""
    lines: LineRules | None


class Change(NamedTuple):
    """A block that has another verdict with the rules than without them."""

    text: str
    before: str
    after: str
    rule: str


def load_rules(path: str) -> RuleFile:
    """The rules of a file on disk.  Raises `RuleError` and `UsageTrouble`, the latter with the nearest file there is."""
    try:
        return read_rules(bytes_of(existing(path)).decode("utf-8-sig"), path)
    except UnicodeDecodeError as error:
        raise RuleError("{path}: is not UTF-8; save it as UTF-8", path=path) from error


def merged(paths: tuple[str, ...]) -> dict[str, Mapping[str, Any]] | bool:
    """What `Options.sites` is for the files of ``--rules``; of a host that stands in two files the later one counts.

    Where they speak of one site alone, documents whose address is not known are taken for documents of it.
    """
    found: dict[str, Mapping[str, Any]] = {}
    for path in paths:
        rules = load_rules(path)
        if rules.lines:
            raise RuleError("{path}: holds rules for lines; --rules takes rules of sites", path=path)
        found |= rules.sites
    if len(found) == 1:
        found[sites.ANY] = next(iter(found.values()))
    return found or True


def read_rules(text: str, path: str) -> RuleFile:
    """The rules of a file: ``rules:`` (for lines), host -> rules, or one site's rules in a file ``<host>.yaml``.

    Raises `RuleError` that says what does not hold together.
    """
    try:
        data = yaml.load(text, Loader=_LOADER)
    except (yaml.YAMLError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or phrase("nested too deep")
        if mark:
            line = mark.line + 1
            raise RuleError("{path}, line {line}: no YAML: {problem}", path=path, line=line, problem=problem) from error
        raise RuleError("{path}: no YAML: {problem}", path=path, problem=problem) from error
    if not isinstance(data, dict) or not data:
        raise RuleError(
            "{path}: holds no rules; write `rules: [...]`, or `content: [...]` and `drop: {{name: family}}`",
            path=str(path),
        )
    if "rules" in data:
        return RuleFile({}, _line_rules(data, path))
    if set(data) & _SITE_KEYS:
        host = os.path.basename(path).removesuffix(".yaml").removesuffix(".yml")
        data = {host: data}
    for host, given in data.items():
        if host != sites.ANY and (not isinstance(host, str) or "." not in host or "/" in host):
            raise RuleError(
                "{path}: {host!r} is no host; name the file <host>.yaml, or write `news.example.com:` above the rules",
                path=str(path),
                host=host,
            )
        sites.check(host, given)
    return RuleFile({host.lower(): given for host, given in data.items()}, None)


def _line_rules(data: dict[str, Any], path: str) -> LineRules:
    entries = data["rules"]
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise RuleError("{path}: `rules` must be a list of entries with name, verdict and pattern", path=str(path))
    kinds = {"name": str, "verdict": str, "pattern": str, "longest": int, "ends": bool, "where": str}
    verdicts = sorted(verdict for verdict in get_args(Verdict) if verdict)
    for number, entry in enumerate(entries, 1):
        for key, kind in kinds.items():
            if key in entry and not isinstance(entry[key], kind):
                raise RuleError(
                    "{path}: rule {number}: {key} must be {kind}, not {given}",
                    path=str(path),
                    number=number,
                    key=key,
                    kind=kind.__name__,
                    given=repr(entry[key]),
                )
        if "verdict" in entry and entry["verdict"] not in verdicts:
            raise RuleError(
                "{path}: rule {number}: no verdict {verdict!r}; the verdicts are {verdicts}",
                path=str(path),
                number=number,
                verdict=entry["verdict"],
                verdicts=", ".join(verdicts),
            )
        if entry.get("where", "any") not in ("any", "edge", "head"):
            raise RuleError(
                "{path}: rule {number}: where must be any, edge or head, not {where!r}",
                path=str(path),
                number=number,
                where=str(entry["where"]),
            )
    names = [entry.get("name") for entry in entries]
    if double := sorted({str(name) for name in names if names.count(name) > 1}):
        raise RuleError("{path}: these names stand twice: {names}", path=str(path), names=", ".join(double))
    return LineRules(entries, path)


def try_sites(rules: RuleFile, data: bytes, url: str | None) -> tuple[list[Change], list[str], Article]:
    """What the rules of sites change on a page, which of their names the page does not have, and the article.

    A page whose address is not known is read as one of the first site.  Raises `RuleError` for a page of another site.
    """
    plain, before = judged(data, url=url, options=Options(sites=False))
    host = _host(url or plain.url)
    if not any(host == known or host.endswith("." + known) for known in rules.sites):
        if host:
            raise RuleError(
                "the page is one of {host}, where the rules of {known} do not hold; --url says where it came from",
                host=host,
                known=", ".join(rules.sites),
            )
        url = f"https://{next(iter(rules.sites))}/"
        host = _host(url)
        plain, before = judged(data, url=url, options=Options(sites=False))
    article, after = judged(data, url=url, options=Options(sites=rules.sites))
    known = {(block.text, block.node): block.verdict for block in before.blocks}
    changes = [
        Change(block.text, known.get((block.text, block.node), ""), block.verdict, block.rule)
        for block in after.blocks
        if known.get((block.text, block.node)) != block.verdict
    ]
    wanted = [
        name
        for site, given in rules.sites.items()
        if host == site or host.endswith("." + site)
        for name in (*given.get("content", ()), *given.get("drop", ()))
    ]
    there = {word for node in range(len(after.parents)) for word in after.words(node)}
    return changes, [name for name in wanted if name.lower() not in there], article


def try_lines(table: LineRules, data: bytes, url: str | None) -> tuple[list[Change], list[str]]:
    """The lines of a page that rules for lines match, and the rules that match none."""
    page: Page = judged(data, url=url)[1]
    found = [(block, table.find(block.text)) for block in page.blocks if block.text]
    changes = [Change(block.text, block.verdict, rule.verdict, rule.name) for block, rule in found if rule]
    matched = {change.rule for change in changes}
    return changes, [rule.name for rule in table.rules if rule.name not in matched]


def _host(url: str | None) -> str:
    try:
        return (urlsplit(url or "").hostname or "").lower()
    except ValueError:
        return ""
