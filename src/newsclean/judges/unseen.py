"""What is not on the screen: hidden elements, frames that hold no known video, controls."""

from __future__ import annotations

from newsclean.blocks import Page

from .scene import Scene

_CONTROLS = frozenset(("button", "select", "option", "textarea", "optgroup", "legend", "datalist"))


def judge(page: Page, scene: Scene) -> None:
    """Hidden blocks, frames, controls and the page title, wherever they stand."""
    for number, block in enumerate(page.blocks):
        if page.tags[block.node] == "title":
            page.judge(block, "title", "unseen/page-title")
        elif block.hidden:
            page.judge(block, "hidden", "unseen/hidden")
        elif block.kind == "page-number":
            page.judge(block, "pager", "unseen/page-number")
        elif block.kind == "shell":
            page.judge(block, "empty", "unseen/empty-shell")
        elif page.tags[block.node] in _CONTROLS:
            page.judge(block, "control", "unseen/control")
        elif number == scene.headline:
            page.judge(block, "title", "title/headline")
