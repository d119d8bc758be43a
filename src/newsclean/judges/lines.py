"""Lines that say what they are: the rules of `data/lines.yaml`."""

from __future__ import annotations

import re
from typing import cast

from newsclean import prose, rules
from newsclean.blocks import Page, Verdict
from newsclean.folding import fold

from .scene import LEAST_TAIL, Scene

_GUARDED = frozenset(("share-bar", "promotion", "related", "navigation", "player", "copyright", "control"))
_NARRATES = re.compile(
    r"了(?![解您贵貴])|[着她]|(?<!其)他|(?<![经通透已不超错])过|，是|这是|那是|却|没有|[说称][，：]|警方|法院|民警|老人|人们|检方|店主|最受"
)
"""What a sentence of a story has and a label has not: 扫描二维码之后，手机就被装上了木马 is no promotion."""
_HEAD_EDGE = 3
_TAIL_SHARE = 0.12
"""A line stands at the edge where at most this share of the run's prose follows it (or it is among the first three)."""
_LONGEST = 420


def judge(page: Page, scene: Scene) -> None:
    """Every line of the run against the line rules; remembers those that end an article."""
    table = rules.line_rules("lines")
    run = [(i, page.blocks[i]) for i in scene.lines() if page.blocks[i].text and not page.blocks[i].verdict]
    found = [(i, block, table.find(block.text) if len(block.text) <= _LONGEST else None) for i, block in run]
    weights = [0.0 if rule else prose.weight(block.text, block.links) for _, block, rule in found]
    left = sum(weights)
    edge = max(_TAIL_SHARE * left, LEAST_TAIL)
    for order, (number, block, rule) in enumerate(found):
        left -= weights[order]
        if rule is None or (rule.verdict in _GUARDED and _tells(block.text)):
            continue
        if order >= _HEAD_EDGE and (rule.where == "head" or (rule.where == "edge" and left > edge)):
            continue
        page.judge(block, cast(Verdict, rule.verdict), f"lines/{rule.name}")
        if rule.ends:
            scene.endings.append(number)


def _tells(text: str) -> bool:
    """True for a sentence that tells something."""
    return text.endswith(("。", "！", "？", "。”", "。」")) and _NARRATES.search(fold(text)) is not None
