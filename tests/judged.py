"""Pages of a few blocks, and what one judge says of each block: for tests of the judges alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from msgspec.structs import replace

from newsclean.blocks import Block, Page
from newsclean.families import families_of
from newsclean.judges.scene import Scene

Judge = Callable[[Page, Scene], None]

ROOT, BODY, CONTENT, PARAGRAPH, LINE, BOX = range(6)
"""The containers of every page: body > div.content > p, and the line of a text. The boxes of a test come next."""
_TREE = ((ROOT, "body", ""), (BODY, "div", "content"), (CONTENT, "p", ""), (ROOT, "line", ""))


def page_of(*blocks: Block | str, boxes: Iterable[tuple[int, str, str]] = ()) -> Page:
    """Blocks in reading order, a string being a paragraph; `boxes` are (container around it, element, class)."""
    page = Page()
    for parent, tag, name in (*_TREE, *boxes):
        page.parents.append(parent)
        page.tags.append(tag)
        page.attrs.append(f'class="{name}"' if name else "")
    page.blocks = [words(block) if isinstance(block, str) else replace(block) for block in blocks]
    return page


def words(text: str, node: int = PARAGRAPH, *, linked: int = 0, verdict: str = "", hidden: bool = False) -> Block:
    return Block("paragraph", text, node, links=linked, verdict=verdict, hidden=hidden)


def link(text: str, node: int = PARAGRAPH) -> Block:
    return words(text, node, linked=len(text))


def line(text: str) -> Block:
    """A line of a document without markup."""
    return words(text, LINE)


def shown(kind: str, node: int = PARAGRAPH, text: str = "") -> Block:
    """A picture, a film, a caption."""
    return Block(kind, text, node)


def sentence(size: int) -> str:
    """A sentence that counts as `size` characters of prose: from 8 to 30."""
    return "桥" * (size - 1) + "！"


def scene(
    page: Page,
    *,
    headline: int = -1,
    first: int = 0,
    last: int | None = None,
    container: int = CONTENT,
    keys: Iterable[str] = (),
) -> Scene:
    """The body is the whole page, unless a test says otherwise."""
    end = len(page.blocks) - 1 if last is None else last
    return Scene(first, end, container, headline, frozenset(keys), families_of(page), False)


def told(judge: Judge, page: Page, around: Scene | None = None) -> list[str]:
    """Verdict and rule of every block after a judge has been there."""
    judge(page, around or scene(page))
    return [f"{block.verdict} {block.rule}".strip() for block in page.blocks]


def places(judge: Judge, page: Page, around: Scene | None = None) -> list[int]:
    """The blocks to which a judge gives a verdict."""
    open_blocks = [number for number, block in enumerate(page.blocks) if not block.verdict]
    judge(page, around or scene(page))
    return [number for number in open_blocks if page.blocks[number].verdict]
