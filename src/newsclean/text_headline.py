"""The headline of a text dump or a PDF's text: no markup says where it is, so its place and its neighbours do."""

from __future__ import annotations

import re

from . import prose
from .article import SourceKind
from .blocks import Page
from .line_runs import best_run, has_menus
from .prose import key

_FIRST_LINES = 40
_TIME = re.compile(r"\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}|(?<!\d)\d{1,2}/\d{1,2}/\d{4}(?!\d)")
_LABELS = (
    "来源|來源|作者|编辑|編輯|分享到|分享|标签|標簽|標籤|当前位置|浏览|点击|字号|字號|字体|打印|打印本页|责任编辑|责编|版权所有|"
    "发稿日期|發稿日期|发稿单位|發稿單位|联系人|聯絡人|聯 絡 人|新聞聯絡人|承辦人|电话|電話|電 話|联系电话|聯絡電話|登录|注册|登录注册|收藏|首页|首頁|关闭窗口|返回|评论|微信|微博|客户端下载"
)
_NOT_HEADLINE = re.compile(
    rf"[>＞»].*[>＞»]|首[页頁]\s*[>＞]|您?所在的?位置|(?:^|[\s|｜【\[（(\d])(?:{_LABELS})\s*[:：]|^[【\[]?(?:{_LABELS})[】\]]?(?:[\s|｜【\[]|$)|https?://|www\.|_[^_]+_|^\W*$|。$|^[△▲]|(?:\s[|｜]\s.*){{3}}",
    re.I,
)
_MASTHEAD = re.compile(
    r"[\u3400-\u9fff]{1,6}(?:日报|晚报|晨报|早报|时报|商报|周报|周刊|都市报|日報|晚報|時報|週刊)$|[A-Z]?\d{1,3}\s*版?\s*[|｜]|[\u3400-\u9fff]{1,8}\s*第\s*\d{1,5}\s*期$"
    r"|[\u3400-\u9fff]{2,16}\s?(?:新聞稿|新闻稿|新聞通稿|新闻通稿)$|[\u3400-\u9fff]{2,30}(?:政府|办公[厅室]|委员会|[局厅部院])文件$|[\u3400-\u9fff]{2,12}[〔\[（(]\d{4}[〕\]）)]\s?(?:第\s?)?\d{1,5}\s?号$"
)
"""The name of the newspaper, the number and name of its page; whose press release it is."""
_LONGEST = 60
_SHORTEST = 4
_REPEATED = 8
"""Characters of a repeated line that is taken for the headline: buttons are repeated too."""
_PROSE = 40.0
_ABOVE = 20
"""Lines above the body of a whole page's dump among which the headline is looked for."""
_DATED = 7
"""Lines below a headline among which its date stands."""
_LONG, _DATE, _FAR = 20, 12.0, 0.5
"""What tells it: its characters, up to so many; a date below it counts as this many, each line between it and the body takes
as many off.  In 95 dumps without their first line 35 headlines are found without this, 63 with it; 53 with 30, 8, 0.5."""
_LONGEST_TITLE = 300
"""Characters of a page's title, with the names of channel and site."""
_BEFORE_SITE = "_-|—–｜丨－·:：«»<>【"
_NEAR = 12
"""Lines after a headline among which its date stands, or its first paragraph."""


def find_text_headline_block(page: Page, kind: SourceKind) -> int:
    """The position of the headline line, or -1.

    It is the line that the page's title names, else the one above the body of a whole page's dump, else one of the first
    lines.  The text of a PDF has no page's title: its first line is printed again on every one.
    """
    number = -1
    if kind == "text":
        number = _titled(page)
        run = best_run(page, 0) if number < 0 and has_menus(page) else None
        if run:
            number = _above(page, run.first)
    return number if number >= 0 else _of_first_lines(page)


def _of_first_lines(page: Page) -> int:
    """The headline where a text begins with it, or with a few lines of its site.

    Of the lines before the first paragraph: one printed again later, else the one before the line with the date, else
    the last one that could be a headline, the first one in a text that begins with it.
    """
    candidates: list[int] = []
    dated = -1
    for number, block in enumerate(page.blocks[:_FIRST_LINES]):
        text = block.text
        if number > 0 and dated < 0 and len(text) <= _LONGEST * 2 and _TIME.search(text):
            dated = number
            continue
        if prose.weight(text) >= _PROSE or len(text) > _LONGEST * 2:
            break
        if _SHORTEST <= len(text) <= _LONGEST and not _NOT_HEADLINE.search(text) and not _TIME.match(text):
            if block.kind == "heading":
                return number
            if not _MASTHEAD.match(text):
                candidates.append(number)
    if not candidates:
        return -1
    counts: dict[str, int] = {}
    for block in page.blocks:
        counts[block.text] = counts.get(block.text, 0) + 1
    repeated = [i for i in candidates if counts[page.blocks[i].text] > 1 and len(page.blocks[i].text) >= _REPEATED]
    if repeated:
        return max(repeated, key=lambda i: (len(page.blocks[i].text), -i))
    before = [i for i in candidates if i < dated] if dated >= 0 else []
    if before:
        near = [i for i in before if dated - i <= 4] or before
        return max(near, key=lambda i: (len(page.blocks[i].text) >= 8, i))
    return candidates[0]


def _above(page: Page, first: int) -> int:
    """The line above the body of a whole page's dump, which begins with line `first`, that is most like a headline; or -1.

    It is the longest one, where its date stands below it, and not far above.
    """
    best, most = -1, 0.0
    for number in range(max(0, first - _ABOVE), first + 1):
        text = page.blocks[number].text
        if (
            not _REPEATED <= len(text) <= _LONGEST
            or _NOT_HEADLINE.search(text)
            or _TIME.match(text)
            or _MASTHEAD.match(text)
        ):
            continue
        dated = any(_TIME.search(block.text) for block in page.blocks[number + 1 : number + _DATED])
        worth = min(len(text), _LONG) + (_DATE if dated else 0.0) - _FAR * (first - number)
        if worth > most:
            best, most = number, worth
    return best


def _titled(page: Page) -> int:
    """The line over a date or a paragraph that prints what the first line calls the page, the name of its site aside.

    -1 where there is none.  Dumps of whole pages begin with the title, and hundreds of lines of menus stand between it and the headline.
    """
    title = page.blocks[0].text if page.blocks else ""
    begin = title[:2]
    for number in range(1, len(page.blocks) if _REPEATED <= len(title) <= _LONGEST_TITLE else 0):
        text = page.blocks[number].text
        if not _REPEATED <= len(text) <= _LONGEST * 2:
            continue
        if _TIME.match(text) or not (text.startswith(begin) and _is_begun(title, text)):
            continue
        below = page.blocks[number + 1 : number + _NEAR]
        if any(_TIME.search(block.text) or prose.weight(block.text) >= _PROSE for block in below):
            return number
    return -1


def _is_begun(title: str, text: str) -> bool:
    """True where a title is a headline, with the names of a channel and a site behind a sign, or nothing."""
    if title.startswith(text):
        rest = title[len(text) :].strip()
        return not rest or rest[0] in _BEFORE_SITE
    return key(title) == key(text)
