"""The judges: named rules that give every block its verdict, in the order in which `JUDGES` lists them.

The first verdict of a block stands, so what is certain comes first and what is left for the rest comes last.
"""

from __future__ import annotations

from newsclean.blocks import Page

from . import bylines, captions, containers, credits, ending, lines, links, masthead, pictures, repeats, spam, unseen
from .scene import Scene

JUDGES = (
    unseen.judge,  # hidden elements, frames, empty shells
    spam.judge,  # keyword banners
    repeats.judge,  # the headline printed again, the summary that repeats the lead
    containers.judge,  # boxes inside the body whose names say what they are
    bylines.judge,  # date, source and author lines before the first paragraph
    credits.split_glued,  # an editor's or author's credit at the end of a paragraph becomes a block of its own
    lines.judge,  # lines that say what they are
    masthead.judge,  # site, channel and breadcrumb above the text of a dump
    links.judge,  # runs of links to other articles
    captions.judge,  # words that belong to a picture
    pictures.judge,  # the lead picture above the text
    ending.judge,  # what stands after the end
)


def judge(page: Page, scene: Scene) -> None:
    """Give every block of the page a verdict; what no rule takes out of the body's run is body."""
    for step in JUDGES:
        step(page, scene)
    first, last = scene.first, scene.last
    for number, block in enumerate(page.blocks):
        if block.verdict:
            continue
        if first <= number <= last:
            if block.kind == "image":
                page.judge(block, "image", "body/picture")
            elif block.kind in ("video", "frame"):
                page.judge(block, "video", "body/film")
            else:
                page.judge(block, "body", "body/prose")
        elif number < first:
            page.judge(block, "navigation", "outside/before")
        else:
            page.judge(block, "outside", "outside/after")
