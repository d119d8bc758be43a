"""Where the body is in a text without containers: the run of lines that tell something, between menus and lists."""

from __future__ import annotations

import re
from typing import NamedTuple

from . import prose
from .blocks import Page
from .folding import fold

LEAD = 150.0
"""Characters of prose between the headline and the body: an editor's note, a summary."""
ANOTHER = 25.0
"""Characters more at which what follows counts half: it is the next article, or comments.  Of 85 pages with the longer
article of another page put behind theirs, 53 bodies are found without this, 77 with it, 75 with 100; with twelve comments
behind theirs 73, 79, 78.  With 100 and no lead allowed, 13 of 430 other documents take in their summary."""
_TELLS = 8.0
"""Characters of prose from which a line belongs to a story and not to a menu."""
_MENU = 10.0
"""What a line of a menu takes from a run, in characters of prose."""
_OVER = 60.0
"""What the lines after a run take in a row when it is over: six of a menu.  In 255 dumps of whole pages, 85 without their first
line, 225 bodies are found with it, 223 with 80, 220 with 40, and 176 where nothing ends a run."""
_LONGEST = 150.0
"""Characters of one line that count at most."""
_LABEL = 12
"""Characters of a line of a menu at most."""
_LABELS, _SHARE = 25, 0.2
"""So many of them, and this share of all lines, make the dump of a whole page."""
_PLACES = frozenset(
    (
        *("首页", "网站首页", "新闻", "要闻", "时政", "政治", "国内", "国际", "社会", "财经", "经济"),
        *("金融", "股票", "基金", "证券", "商业", "科技", "数码", "汽车", "房产", "教育", "体育", "娱乐"),
        *("文化", "历史", "军事", "健康", "生活", "旅游", "美食", "时尚", "图片", "视频", "直播", "影音"),
        *("评论", "观点", "专题", "专栏", "地方", "港澳", "台湾", "两岸", "全球", "即时", "热门", "最新"),
        *("排行", "更多", "搜索", "登录", "注册", "会员", "订阅", "收藏", "分享", "微博", "微信", "客户端"),
        *("手机版", "论坛", "博客", "社区", "邮箱", "网站地图", "关于我们", "联系我们", "广告服务"),
        *("版权声明", "免责声明", "隐私政策", "友情链接", "加入我们", "帮助中心", "意见反馈", "返回顶部"),
        *("设为首页", "登入", "English"),
    )
)
"""Words of menus."""
_LINE = 200
"""Characters of a line that holds several of them, at most."""
_BETWEEN = re.compile(r"[\s|｜·/>]+")
_SEVERAL = 3
"""So many different ones: a list of names, of places or of results has one or two."""


class Run(NamedTuple):
    """Lines from `first` to `last`, and their prose."""

    first: int
    last: int
    prose: float


def after(said: float) -> float:
    """What counts of a body that stands after so many characters of other prose below the headline."""
    return 1.0 / (1.0 + max(0.0, said - LEAD) / ANOTHER)


def best_run(page: Page, start: int) -> Run | None:
    """The run that is the body among the blocks from `start` on, which follows the headline where there is one.

    All of them in a text without menus, whatever lists it holds.  None where no line tells something.
    """
    if not has_menus(page):
        total = sum(prose.weight(block.text, block.links) for block in page.blocks[start:] if not block.hidden)
        return Run(start, len(page.blocks) - 1, total) if total else None
    said = most = 0.0
    best = None
    for run in _runs(page, start):
        worth = run.prose * after(said)
        if worth > most:
            best, most = run, worth
        if start:
            said += run.prose
    return best


def has_menus(page: Page) -> bool:
    """True for the dump of a whole page: many short lines, and among them the words that menus are made of."""
    if page.menus is None:
        page.menus = _holds_menus(page)
    return page.menus


def _holds_menus(page: Page) -> bool:
    labels = [block.text for block in page.blocks if len(block.text) <= _LABEL and not prose.stops(block.text)]
    if len(labels) < max(_LABELS, _SHARE * len(page.blocks)):
        return False
    lines = [block.text for block in page.blocks if len(block.text) <= _LINE and not prose.stops(block.text)]
    words = {word for line in lines for word in _BETWEEN.split(fold(line))}
    return len(_PLACES & words) >= _SEVERAL


def _runs(page: Page, start: int) -> list[Run]:
    """The runs in order: each begins with a line that tells something, and ends with one."""
    found: list[Run] = []
    first = last = -1
    total = peak = before = 0.0
    for number in range(start, len(page.blocks)):
        block = page.blocks[number]
        value = 0.0 if block.hidden else min(prose.weight(block.text, block.links), _LONGEST)
        if value < _TELLS:
            value = -_MENU
        if first < 0 and value > 0:
            first = start if not found and before <= _OVER else number
            total = peak = 0.0
        if first < 0:
            before += _MENU
            continue
        total += value
        if total >= peak:
            peak, last = total, number
        elif total < peak - _OVER:
            found.append(Run(first, last, peak))
            first = -1
    if first >= 0:
        found.append(Run(first, len(page.blocks) - 1, peak))
    return found
