"""What stands after the end of the article but still in its container."""

from __future__ import annotations

import re
from bisect import bisect
from itertools import accumulate

from newsclean import prose
from newsclean.blocks import Page

from .scene import LEAST_TAIL, Scene

_LEFT = 0.15
"""An ending line is believed where at most this share of the run's prose follows it."""

_COMMENT = re.compile(
    r"\d\s?(?:秒|分钟|分鐘|小时|小時|天|个月|個月)前|(?:回[复覆應]|举报|舉報|[赞讚顶踩])\s?(?:[(（]?\d*[)）]?)?$|\d\s?[楼樓](?:\s|$)"
)
"""What stands beside a comment: its age, the way to answer it, its floor."""
_COMMENTS = 2
_SOON = 4
"""Lines of a first comment in which its age or its floor is told."""


def judge(page: Page, scene: Scene) -> None:
    """After the first ending line that little prose follows, nothing is body."""
    if not scene.endings:
        return
    weights = {
        i: prose.weight(page.blocks[i].text, page.blocks[i].links) for i in scene.lines() if not page.blocks[i].verdict
    }
    limit = max(_LEFT * sum(weights.values()), LEAST_TAIL)
    left = [*weights]
    following = [*accumulate(reversed(weights.values()), initial=0.0)][::-1]  # prose of left[place:]
    for end in scene.endings:
        place = bisect(left, end)
        if following[place] <= limit or (
            following[0] - following[place] >= LEAST_TAIL and _heads_comments(page, end, left[place:])
        ):
            for i in left[place:]:
                page.judge(page.blocks[i], "outside", "ending/after-end")
            return


def _heads_comments(page: Page, end: int, lines: list[int]) -> bool:
    """True for a heading of comments under which some stand, however many there are: people say more than the news."""
    if page.blocks[end].verdict != "comment":
        return False
    marked = [_COMMENT.search(page.blocks[i].text) is not None for i in lines]
    return any(marked[:_SOON]) and sum(marked) >= _COMMENTS
