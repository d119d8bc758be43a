"""The table at the end of a run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from newsclean.corpus.run import Outcome
from newsclean.corpus.tally import Row

from .messages import say
from .progress import SHOWN
from .terminal import visible

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

WIDTH = 140
"""Columns where the output is no terminal: room for a headline beside the other columns."""
LEAST = 20
"""Columns that a headline and a file name get at least."""
GAP = 3
"""Columns between two columns."""
RULES = 30
"""Rules shown, those that removed most."""


def console() -> Console:
    """Where tables are printed: standard error, as wide as the terminal or `WIDTH`."""
    import sys  # noqa: PLC0415

    from rich.console import Console  # noqa: PLC0415

    return Console(stderr=True, width=None if sys.stderr.isatty() else WIDTH, highlight=False)


def print_summary(outcome: Outcome, output: str) -> None:
    """Print what the run did to standard error."""
    out = console()
    tally = outcome.tally
    if tally.rows:
        out.print(_documents(tally.rows, out.width))
    elif tally.documents:
        out.print(_counts(say("documents"), {"kind": tally.kinds, "script": tally.scripts}))
    if tally.rules:
        out.print(_removed(tally.rules, tally.characters))
    if tally.failures and not tally.rows:
        out.print(_counts(say("failures"), {"reason": tally.failures}))
    out.print(_last_line(outcome, output), markup=False, soft_wrap=True)


def _documents(rows: list[Row], room: int) -> Table:
    """One line a document; on a narrow terminal the headline and the name of the file give way, then columns go."""
    from rich.cells import cell_len  # noqa: PLC0415

    lines = [_cells(row) for row in rows]
    names = ("document", "kind", "script", "published", "title", "parts", "images", "removed")
    widths = {
        name: max(cell_len(say(name)), *(cell_len(line[index]) for line in lines)) for index, name in enumerate(names)
    }
    for spare in ("", "script", "images", "published", "kind", "parts", "removed"):
        widths.pop(spare, None)
        fixed = sum(width + GAP for name, width in widths.items() if name not in ("document", "title"))
        left = room - fixed - 2 * GAP
        if left >= 2 * LEAST:
            break
    widths["document"] = min(widths["document"], max(LEAST, left * 2 // 5))
    widths["title"] = min(widths["title"], max(LEAST, left - widths["document"]))
    table = _table("")
    for name, width in widths.items():
        side: Literal["left", "right"] = "right" if name in ("parts", "images", "removed") else "left"
        table.add_column(say(name), no_wrap=True, width=width, justify=side)
    for row, line in zip(rows, lines, strict=True):
        cells = (_safe(cell) for name, cell in zip(names, line, strict=True) if name in widths)
        table.add_row(*cells, style="red" if row.error else None)
    return table


def _cells(row: Row) -> tuple[str, ...]:
    if row.error:
        return (row.id, "", "", "", row.error, "", "", "")
    title = row.title if row.article else say("(no article) {title}", title=row.title)
    when = row.published[:16].replace("T", " ")
    return (row.id, row.kind, row.script, when, title, str(row.parts), str(row.images), str(row.removed))


def _counts(title: str, groups: dict[str, dict[str, int]]) -> Table:
    table = _table(title)
    table.add_column("")
    table.add_column("")
    table.add_column(say("number"), justify="right")
    for group, counts in groups.items():
        for index, (name, number) in enumerate(sorted(counts.items(), key=lambda item: -item[1])):
            table.add_row(say(group) if index == 0 else "", _safe(name), str(number))
    return table


def _removed(rules: dict[str, int], characters: dict[str, int]) -> Table:
    table = _table(say("removed by rule"))
    table.add_column(say("rule"))
    table.add_column(say("blocks"), justify="right")
    table.add_column(say("characters"), justify="right")
    ordered = sorted(rules, key=lambda rule: (-rules[rule], rule))
    for rule in ordered[:RULES]:
        table.add_row(_safe(rule), str(rules[rule]), str(characters.get(rule, 0)))
    others = ordered[RULES:]
    if others:
        numbers = (sum(rules[rule] for rule in others), sum(characters.get(rule, 0) for rule in others))
        table.add_row(say("{number} more rules", number=len(others)), *map(str, numbers))
    return table


def _last_line(outcome: Outcome, output: str) -> str:
    tally = outcome.tally
    seconds = max(outcome.seconds, 1e-9)
    done = tally.documents + tally.failed - outcome.resumed
    text = say(
        "{documents} documents ({articles} articles), {failed} failed, {seconds:.1f} s, {rate:.0f} documents/s",
        documents=tally.documents,
        articles=tally.articles,
        failed=tally.failed,
        seconds=outcome.seconds,
        rate=done / seconds,
    )
    if not outcome.resumed:
        text += f", {tally.size / seconds / 1e6:.1f} MB/s"
    if outcome.resumed:
        text += say("; {number} of them were done before the run was resumed", number=outcome.resumed)
    if outcome.skipped.count:
        text += "\n" + say(
            "{number} files passed over because of their names (the first: {example}); give their names to read them",
            number=outcome.skipped.count,
            example=outcome.skipped.example,
        )
    if tally.failed > SHOWN:
        text += "\n" + say("only the first {number} failures are shown; --errors FILE keeps them all", number=SHOWN)
    if output != "-" and tally.documents:
        text += f"\n→ {output}"
    return text


def _table(title: str) -> Table:
    from rich.box import SIMPLE_HEAD  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415

    return Table(title=title or None, title_justify="left", box=SIMPLE_HEAD, pad_edge=False, title_style="bold")


def _safe(text: str) -> str:
    """Text of a document: nothing in it is markup of rich's."""
    from rich.markup import escape  # noqa: PLC0415

    return escape(visible(text))
