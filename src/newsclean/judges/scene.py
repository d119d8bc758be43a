"""What the judges know besides the blocks: where the headline and the body stand."""

from __future__ import annotations

from dataclasses import dataclass, field

from newsclean.blocks import Page
from newsclean.families import Families, families_of
from newsclean.locate import Located

LEAST_TAIL = 60.0
"""Characters of prose that may follow the end of a short article: one sentence of the page's own that no rule knows."""


def below(page: Page, node: int, known: dict[int, bool]) -> bool:
    """Whether `node` is or stands below a container that is one by `known`, which keeps what is found on the way."""
    chain = []
    while node not in known:
        chain.append(node)
        node = page.parents[node]
    found = known[node]
    known.update(dict.fromkeys(chain, found))
    return found


def and_around(page: Page, node: int) -> tuple[int, int]:
    """A container and the one around it; nothing is around the root but itself."""
    return node, max(0, page.parents[node])


@dataclass
class Scene:
    """`first` to `last` (inclusive) is the run of blocks that hold the body; empty where first > last."""

    first: int
    last: int
    container: int
    headline: int
    """The block that prints the headline; -1 where none does."""
    title_keys: frozenset[str]
    """The headline and the declared titles, as `prose.key` makes them."""
    families: Families
    declared_headline: bool
    """The printed headline is also the declared one, or the document has no markup to print one with."""
    suspects: int = 0
    """How many telling words of spam the page holds."""
    endings: list[int] = field(default_factory=list)
    """Blocks after which the article is over, unless prose goes on."""

    _held: dict[int, bool] = field(default_factory=dict)

    def holds(self, page: Page, node: int) -> bool:
        """Whether the body's container is `node` or stands around it; each container is looked at once."""
        if not self._held:
            self._held.update({-1: False, self.container: True})
        return below(page, node, self._held)

    def lines(self) -> range:
        """The positions of the body's run."""
        return range(self.first, self.last + 1)

    def region(self, page: Page) -> tuple[int, int, int]:
        """(headline, first and last block of the body as judged)."""
        kept = [i for i in self.lines() if page.blocks[i].verdict == "body"]
        if not kept:
            return self.headline, self.first, self.last
        return self.headline, kept[0], kept[-1]


def scene_of(page: Page, located: Located | None, headline: int, keys: frozenset[str], declared: bool) -> Scene:
    """The scene for a body that was located; an empty run where none was."""
    families = families_of(page)
    if located is None:
        return Scene(headline + 1, headline, 0, headline, keys, families, declared)
    return Scene(located.first, located.last, located.container, headline, keys, families, declared)
