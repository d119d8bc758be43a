"""Evidence of who made an article, out of single lines: what `byline.lines` and `evidence.gather` make of a page."""

from __future__ import annotations

from typing import Any

from newsclean.byline import Line
from newsclean.credit_lines import lead_reporters
from newsclean.declared import Declared
from newsclean.evidence import Evidence
from newsclean.labels import beside_of, fields_of, first_day
from newsclean.people import find_people
from newsclean.prose import key

Names = tuple[str, ...]


def line(text: str, zone: str = "head", **given: Any) -> Line:
    """A line below the headline as `byline.lines` sees it, but for what is given."""
    seen: dict[str, Any] = {
        "below": True, "near": True, "words": frozenset(), "kind": "paragraph", "linked": False, "channel": "",
        "pieces": (), "fields": fields_of(text), "dated": first_day(text) is not None, "crumb": False, "rule": "",
        "beside": beside_of(text) if zone == "head" else (),
    }  # fmt: skip
    return Line(text.replace("\t", " "), zone, **(seen | given))


def author_line(text: str, **given: Any) -> Line:
    """A line in an element that is named ``author``."""
    return line(text, **({"words": frozenset(("author",))} | given))


def evidence_of(
    *lines: Line, front: dict[str, Any] | None = None, site: Names = (), accounts: Names = (), **declared: Any
) -> Evidence:
    fields: dict[str, list[tuple[str, str]]] = {"source": [], "author": [], "editor": [], "other": []}
    for found in lines:
        for group, value in found.fields:
            fields[group].append((value, found.zone))
    said = Declared()
    said.front_matter = front
    for name, value in declared.items():
        setattr(said, name, value)
    reporters = lead_reporters([found.text for found in lines if found.zone == "lead"])
    return Evidence(list(lines), fields, reporters, said, frozenset(map(key, site)), frozenset(accounts))


def authors(*lines: Line, **given: Any) -> Names:
    return find_people(evidence_of(*lines, **given), None, None).authors


def editors(*lines: Line, **given: Any) -> Names:
    return find_people(evidence_of(*lines, **given), None, None).editors
