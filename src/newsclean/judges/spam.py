"""Keyword banners: chains of words of gambling, porn and fraud, told by their form as much as by the words."""

from __future__ import annotations

from newsclean.blocks import Page
from newsclean.spam_words import is_banner, suspects

from .scene import Scene


def judge(page: Page, scene: Scene) -> None:
    """Banners before, after and inside the run; only what holds no sentence."""
    scene.suspects = suspects("\n".join([block.text for block in page.blocks if block.text]))
    if not scene.suspects:
        return
    for number, block in enumerate(page.blocks):
        if block.verdict not in ("", "hidden") or len(block.text) < 8:
            continue
        if (number < scene.first + 3 or number > scene.last or block.links) and is_banner(block.text):
            block.verdict, block.rule = "spam", "spam/keyword-chain"
