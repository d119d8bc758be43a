"""What only a site's own file can know: the exact names of its containers.  Optional; a user's rules come on top.

A file `data/sites/<host>.yaml` holds, for the host and all below it::

    asked: the page that asked for it
    content: [class or id, …]       # the container of the body
    drop: {class or id: family}     # what another container holds: share-bar, related, promotion, …
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit

from . import rules
from .errors import RuleError
from .families import JUNK

ANY = "*"
_KEYS = frozenset(("asked", "content", "drop"))


def names_for(url: str | None, sites: Mapping[str, Mapping[str, Any]] | bool) -> dict[str, str]:
    """Name of a class or id, lower case -> family, for the site of `url`; empty where none is known or wanted.

    `sites` is ``Options.sites``; its host ``*`` stands for documents whose address is not known.  Raises
    `RuleError` where the user's rules do not hold together.
    """
    if isinstance(sites, bool) and (not sites or not url):
        return {}
    known = (
        _shipped() if sites is True else {**_shipped(), **{host: check(host, given) for host, given in sites.items()}}
    )
    try:
        host = (urlsplit(url or "").hostname or "").lower()
    except ValueError:
        host = ""
    if not host:
        return known.get(ANY, {})
    while host:
        if host in known:
            return known[host]
        host = host.partition(".")[2]
    return {}


def check(host: str, given: Any) -> dict[str, str]:
    """The names of one site's rules.  Raises `RuleError` that says which key is wrong and what it may be."""
    if not isinstance(given, Mapping):
        raise RuleError(
            "sites: the rules of {host} are no mapping; write `content: [...]` and `drop: {{name: family}}`", host=host
        )
    unknown = set(given) - _KEYS
    if unknown:
        raise RuleError(
            "sites: {host} has the unknown keys {unknown}; the keys are {known}",
            host=host,
            unknown=", ".join(sorted(map(str, unknown))),
            known=", ".join(sorted(_KEYS)),
        )
    content, drop = given.get("content", []), given.get("drop", {})
    if not isinstance(content, list) or not all(isinstance(name, str) for name in content):
        raise RuleError("sites: content of {host} must be a list of classes and ids", host=host)
    if not isinstance(drop, Mapping) or not all(isinstance(name, str) for name in drop):
        raise RuleError("sites: drop of {host} must map a class or id to a family", host=host)
    wrong = sorted(str(family) for family in drop.values() if family not in JUNK)
    if wrong:
        raise RuleError(
            "sites: {host} drops into {wrong}; the families are {known}",
            host=host,
            wrong=", ".join(wrong),
            known=", ".join(sorted(JUNK)),
        )
    return {
        **{name.lower(): str(family) for name, family in drop.items()},
        **dict.fromkeys(map(str.lower, content), "content"),
    }


@lru_cache(maxsize=1)
def _shipped() -> dict[str, dict[str, str]]:
    names = rules.data_names("sites")
    return {name[: -len(".yaml")]: check(name, rules.read_data(f"sites/{name}")) for name in names}
