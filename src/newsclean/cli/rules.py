"""Check a file of your own rules, or try it on a page and see what it changes."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from newsclean.corpus.nearest import nearest

from .given import bytes_of
from .messages import say
from .options import Argument, Option
from .terminal import visible
from .trouble import UsageTrouble

if TYPE_CHECKING:
    from .rule_files import Change, RuleFile

ACTIONS = ("check", "test")
TEXT = 60
"""Characters of a block that are shown: a line of a terminal with the verdicts beside it."""


@dataclass(frozen=True, kw_only=True)
class Settings:
    """The options of the command."""

    action: Annotated[str, Argument("check|test", "check: does the file hold together?  test: what does it change?")]
    file: Annotated[str, Argument("FILE", "Rules as YAML: of a site, of several sites, or for lines.")]
    page: Annotated[str | None, Argument("[PAGE]", "For test: the document; - for standard input.")] = None
    url: Annotated[str | None, Option("--url", "Where it came from.", "URL")] = None


def run(settings: Settings) -> int:
    """Carry it out; the exit status: 1 where a tested file changes nothing.  Raises `NewscleanError`."""
    from .rule_files import load_rules  # noqa: PLC0415 (loads the parser)

    if settings.action not in ACTIONS:
        better = nearest(settings.action, ACTIONS)
        text = say("rules can check and test, not {given!r}", given=settings.action)
        raise UsageTrouble(text + ("; " + say("did you mean {better}?", better=better) if better else ""))
    if settings.action == "test" and settings.page is None:
        raise UsageTrouble(say("name the page to test the rules on: newsclean rules test FILE PAGE"))
    rules = load_rules(settings.file)
    if settings.action == "check" or settings.page is None:
        return _checked(rules)
    return _tested(rules, settings.page, settings.url)


def _checked(rules: RuleFile) -> int:
    if rules.lines:
        print(say("good: rules for lines: {number}", number=len(rules.lines.rules)))
    for host, given in rules.sites.items():
        names = len(given.get("content", ())) + len(given.get("drop", ()))
        print(say("good: {host}, names: {number}", host=visible(host), number=names))
    return 0


def _tested(rules: RuleFile, page: str, url: str | None) -> int:
    from .rule_files import try_lines, try_sites  # noqa: PLC0415

    data = bytes_of(page)
    if rules.lines:
        changes, idle = try_lines(rules.lines, data, url)
        print(say("lines that match: {number}", number=len(changes)))
    else:
        changes, idle, article = try_sites(rules, data, url)
        print(say("blocks with another verdict: {number}", number=len(changes)))
    for change in changes:
        print(_line(change))
    for name in idle:
        print(say("not on this page: {name}", name=visible(name)), file=sys.stderr)
    if not rules.lines:
        print(say("characters of the body then: {number}", number=len(article.text)))
    return 0 if changes else 1


def _line(change: Change) -> str:
    text = change.text if len(change.text) <= TEXT else change.text[:TEXT] + "…"
    return f"  {change.before or '-'} -> {change.after}  ({visible(change.rule)})  {visible(text)}"
