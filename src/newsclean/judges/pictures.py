"""Pictures that stand between the headline and the text: a lead picture belongs to the article."""

from __future__ import annotations

from newsclean.blocks import Block, Page

from .scene import Scene, and_around, below

_PORTRAIT = frozenset(
    [
        "author",
        "avatar",
        "thum",
        "pgc",
        "face",
        "source",
        "follow",
        "logo",
        "account",
        "user",
        "profile",
        "writer",
        "verify",
    ]
)
"""Words of boxes that show whose account it is (thepaper, toutiao, ifeng)."""
_LEVELS = 4
"""How many containers around the body's may hold the lead picture (storm: 3, cna: 3)."""
_FEATURED = frozenset(["featured", "thumbnail", "thumb", "cover", "hero"])
"""Words of the box that holds the lead picture where it stands above the headline (WordPress: post-thumbnail)."""
_ABOVE = 4
"""Blocks between that picture and the headline: the category, a film's button."""


def judge(page: Page, scene: Scene) -> None:
    """Pictures, films and their captions after the headline and before the first paragraph."""
    if scene.headline < 0:
        return
    around = {-1: False}
    node = scene.container
    for _ in range(_LEVELS):
        if node > 0 and page.tags[node] not in ("body", "html"):
            around[node] = True
            node = page.parents[node]
    flat = node if page.tags[node] == "body" else None
    for block in page.blocks[max(0, scene.headline - _ABOVE) : scene.headline]:
        if block.kind == "image" and not block.verdict and _is_featured(page, scene, block, around):
            page.judge(block, "image", "pictures/featured")
    pictured = False
    above = page.blocks[scene.headline + 1 : scene.first]
    bylines = {block.node for block in above if block.verdict == "byline" and block.pieces}
    for block in above:
        boxes = and_around(page, block.node)
        if any(page.words(box) & _PORTRAIT for box in boxes):
            page.judge(block, "decoration", "pictures/portrait")
            continue
        if block.kind == "image" and block.node in bylines:
            page.judge(block, "decoration", "pictures/in-byline")
            continue
        if block.verdict or scene.families.junk(block.node) or not (flat in boxes or below(page, block.node, around)):
            continue
        if block.kind == "image":
            page.judge(block, "image", "pictures/lead")
            pictured = True
        elif block.kind in ("video", "frame"):
            page.judge(block, "video", "pictures/lead-film")
        elif pictured and (block.kind == "caption" or scene.families.own(block.node) == "summary"):
            page.judge(block, "caption", "pictures/lead-caption")


def _is_featured(page: Page, scene: Scene, block: Block, around: dict[int, bool]) -> bool:
    """True for a picture above the headline in a box that says so, inside a container that holds the body too."""
    named = any(page.words(box) & _FEATURED for box in and_around(page, block.node))
    return named and not scene.families.junk(block.node) and below(page, block.node, around)
