"""What stands above the text of a dump: the site's name, the channel, the breadcrumb; and labels left below the headline."""

from __future__ import annotations

import re

from newsclean import prose
from newsclean.blocks import Page

from .scene import Scene

_SITE = re.compile(
    r"[\u3400-\u9fffA-Za-z]{2,12}(?:网|網|在线|在線|日报|日報|晚报|晚報|電子報|电子报|門戶網站|门户网站|之家|網站|网站)$"
)
_CRUMB = re.compile(r"[>＞»›]|首[页頁]|位置\s*[:：]")
_CHANNEL = 8
_LABEL = 12


def judge(page: Page, scene: Scene) -> None:
    """Lines of a text dump before its first paragraph; pages say such things by their markup."""
    for number, block in enumerate(page.blocks):
        if page.tags[block.node] != "line":
            return
        if number > scene.last or prose.weight(block.text) >= _LABEL * 2:
            return
        if block.verdict:
            continue
        text = block.text
        if number < scene.headline:
            if _CRUMB.search(text):
                page.judge(block, "navigation", "masthead/breadcrumb")
            elif _SITE.match(text):
                page.judge(block, "site-name", "masthead/site-name")
            elif len(text) <= _CHANNEL:
                page.judge(block, "navigation", "masthead/channel")
        elif 0 <= scene.headline < number and len(text) <= _LABEL and prose.stops(text) == 0:
            page.judge(block, "byline", "masthead/label")
