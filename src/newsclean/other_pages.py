"""Pages that are no article by what they say of themselves: goods, jobs, share prices, boards, walls, what is not there."""

from __future__ import annotations

import re

from .blocks import Block
from .folding import fold

BLURB = 400.0
"""Prose of the box about a firm, of a product, of a wall and above a book's chapters; laws, which have chapters too, have
thousands."""
_CHAPTERS = 8
_CHAPTER = re.compile(r"第.{1,8}[章回卷集话話]")
_ABOUT = re.compile(
    r"(?:(?:公司|企业|企業|单位|学校|學校|医院|醫院|网站|剧情|劇情|内容|內容|影片|作品|作者|个人)?[简簡]介|关于我们|關於我們|about us)[:：]?$",
    re.I,
)
"""The heading of the box that says what a firm, a film or a book is."""
_OFFERS = 3
_SHORT = 30
_OFFER = re.compile(
    r"(立即(?:购买|询价|订购)|加入购物车|在线询价|(?:产品|商品)(?:详情|特点|参数)|(?:技术|规格)参数|供货总量|起订量?|发货期限|价格\s*[:：]|型号\s*[:：]|品牌\s*[:：])"
)
"""What pages of goods say in short lines, and the menus of a firm's news do not."""
_GOODS = re.compile(
    r"(加入购物车|立即购买|商品(?:名称|编号|毛重|产地|评价|介绍)|累计评价)|"
    r"(软件(?:大小|语言|授权|评级)|运行环境|(?:高速|普通|本地|电信|联通|网盘)下载|下载地址)|"
    r"(开始学习|立即学习|加入课程|同学笔记|课程(?:须知|目录|评价)|学习人数)|"
    r"(立即沟通|投递简历|申请职位|相似职位|职位描述|岗位职责|任职要求|工作地[点址])|"
    r"(所属小区|建造年代|(?:房屋)?(?:朝向|户型)\s?[:：]|(?:所在)?楼[层層]\s?[:：]|装修(?:程度)?\s?[:：]|产权年限|核心卖点|业主心态|小区配套|房源(?:描述|特色)|预约看房)|"
    r"(立即预订|标准间|大床房|家庭房|双床房|酒店(?:介绍|设施|政策)|住客点评|(?:入住|离店)时间|查看房型)"
)
"""What pages of a shop, a program, a course, a job, a flat and a hotel say around their text, a group each. The parts of a job are in a notice too, the buttons are not."""
_KINDS = (3, 4, 3, 5, 4, 4)
"""Different ones of a group that make such a page: the pages of news with an advertised job or program have less."""
_SHARES = re.compile(r"(今开|昨收|成交量|成交额|市盈率|市净率|总市值|换手率|振幅)\s?[:：]")
_LEAST_SHARES = 4
_LONGEST_ROW = 60
_CODE = re.compile(r"\S[（(\s]\d{5,6}(?:\.[A-Z]{2})?[)）]?$")
"""A headline that is the name of a share and its number: 江川水泥 600000."""
_BOARD = re.compile(r"今日\s?[:：]\s?\d+.{0,12}(?:主题|帖子)\s?[:：]\s?\d+")
"""What stands under the name of a board: 今日: 42 主题: 18206."""
_SITE = frozenset(
    ("关于", "关于我", "关于我们", "关于本站", "友链", "友情链接", "留言板", "归档", "标签", "about", "aboutme")
)
"""Titles of the posts that say whose site it is."""
_RANKED = re.compile(r"(?:^|\s)\d{1,3}[.、]?\s\S[^\n]{0,40}?\S\s\d[\d.,]*(?:\s?[万萬亿億])?(?:\s?热度)?(?=\s|$)")
"""A place, words, and how many ask for them: 1 台风路径 4982113."""
_LEAST_RANKED = 8
_LEAST_SENTENCE = 30
_DEGREES = re.compile(r"\d℃")
_LEAST_DEGREES = 5
_VARIABLE = re.compile(r"\{\{[^{}]{0,80}\}\}")
_DRAWN = re.compile(r"(?:19|20)\d{2}[-/.年]\d{1,2}")
_LEAST_DRAWN = 5
_FIGURES = 0.5
"""Share of the characters of a table that are digits where it shows what was drawn, or what it cost day by day."""
_ENTRY = re.compile(r"(?:…|\.{3}|·{3}|—{2}|_{3}).{0,40}\d[)）]?$")
"""A line of contents: a title, dots, an author, a page."""
_LEAST_ENTRIES = 6
_END = 60
_ANSWER = re.compile(r"""[\[{]\s*(?:\{\s*)?"[\w-]{1,40}"\s*:""")
_MAIL = re.compile(r"\w@[\w-]{1,60}\.\w")
_MAILS = 5
_SHARE = 0.5
_LONGEST_MISSING = 80
_APOLOGY = 12
"""Characters that may stand before it says so (抱歉，). A story may end with a page that is not there."""
_MISSING = re.compile(
    r"(?:页面|頁面|网页|網頁|您访问的|您要访问的|您要找的|您要查看的|(?:该|此|本)(?:文章|内容|新闻)).{0,16}(?:不存在|已被?删除|已刪除|找不到|无法找到|過期|已过期|已下线)|404\s*(?:not\s*found|错误|錯誤)|page\s+not\s+found|(?:找不到|无法找到|無法找到).{0,10}(?:页面|頁面|网页|網頁|文章)|地址有错误|(?:访问|网络|網絡|操作)(?:环境|環境)?.{0,8}(?:异常|異常|过于频繁|過於頻繁).{0,40}(?:验证|驗證)|(?:滑块|滑動|滑动).{0,12}(?:验证|拼图)|access\s+denied|403\s+forbidden|(?:您(?:正在)?(?:访问|浏览)的|本)域名.{0,6}(?:转让|出售|过期|到期)|this\s+domain\s+(?:name\s+)?(?:is|may\s+be)\s+for\s+sale|请(?:先)?(?:完成|进行)(?:安全)?验证",
    re.I,
)
_LOGIN = re.compile(
    r"(?:[請请]先?|[會会][員员]|用[戶户])?(?:登入|登录|登錄|登陆|[註注][冊册])(?:[會会][員员]|[帳账][號号戶户]|[後后]?(?:閱讀|阅读|查看).{0,4}|[頁页]面?)?$"
)
"""The headline of a page that asks to log in: 請先登入閱讀全文."""
_DAY = re.compile(r"^(?!.*更新).*(?:19|20)\d{2}\s?[-/.年]\s?\d{1,2}")
"""The day of an article; goods have the day of their last change, and measures that look like a date."""


def says_missing(block: Block) -> bool:
    """True for the line of a page that is not there."""
    return (
        block.verdict in ("body", "title")
        and len(block.text) <= _LONGEST_MISSING
        and (found := _MISSING.search(block.text)) is not None
        and found.start() <= _APOLOGY
    )


def asks_to_log_in(line: str) -> bool:
    """True for the first line of a page that asks to log in."""
    return _LOGIN.match(line) is not None


def names_a_site(title: str) -> bool:
    """True for the title of a post that says whose site it is, as `prose.key` makes it."""
    return fold(title) in _SITE


def is_directory(blocks: list[Block]) -> bool:
    """True for people or offices with an address of mail each, and not one sentence in the body."""
    if any(block.verdict == "body" and block.text[-1:] == "。" for block in blocks):
        return False
    return sum("@" in block.text and _MAIL.search(block.text) is not None for block in blocks) >= _MAILS


def is_contents(lines: list[str]) -> bool:
    """True where more than half of the lines are those of a table of contents."""
    ended = [line for line in lines if line[-1].isdigit() or line[-2:-1].isdigit()]
    if len(ended) < _LEAST_ENTRIES:
        return False
    return sum(_ENTRY.search(line[-_END:]) is not None for line in ended) > max(_LEAST_ENTRIES - 1, _SHARE * len(lines))


def is_figures(blocks: list[Block]) -> bool:
    """True for the dump of a ranking, places and numbers in turn, and of a forecast: figures, and no sentence of news."""
    if any("。" in block.text and block.text[_LEAST_SENTENCE:] for block in blocks):
        return False
    if sum(_DEGREES.search(block.text) is not None for block in blocks if "℃" in block.text) >= _LEAST_DEGREES:
        return True
    return len(_RANKED.findall(" ".join(block.text for block in blocks))) >= _LEAST_RANKED


def is_unfilled(body: list[Block]) -> bool:
    """True where the body is the variables of a template, and hardly anything besides."""
    if not any("{{" in block.text for block in body):
        return False
    return sum(len(_VARIABLE.sub("", block.text)) for block in body) < _LEAST_SENTENCE


def is_answer(text: str) -> bool:
    """True for the JSON of a program's answer, but for that with one title, which may be an article's."""
    return text[0] in "[{" and _ANSWER.match(text) is not None and text.count('"title"') != 1


def kind_of_page(shown: list[Block], headline: str, weight: float) -> str | None:
    """Why `shown`, the lines of a page whose body has `weight` characters of prose, are no article; None if they may be."""
    if weight >= BLURB:
        return None
    linked = [block.text for block in shown if block.links and block.links > _SHARE * len(block.text)]
    if sum(_CHAPTER.match(text) is not None for text in linked) >= _CHAPTERS:
        return "list: the chapters of a book"
    if _CODE.search(headline) and len(_said(_SHARES, shown, _LONGEST_ROW)) >= _LEAST_SHARES:
        return "list: the prices of a share"
    rows = [block.text for block in shown if block.kind == "table-row"]
    if len(rows) >= _LEAST_DRAWN and _are_draws(rows, weight):
        return "list: figures day by day"
    if any(block.verdict == "byline" and _DAY.search(block.text) for block in shown):
        return None
    if any("今日" in block.text and _BOARD.match(fold(block.text)) for block in shown):
        return "list: the threads of a board"
    if _offers([fold(block.text) for block in shown if not block.text[_SHORT:]]):
        return "goods: the page shows a product"
    first = next((number for number, block in enumerate(shown) if block.verdict == "body"), 0)
    if any(_ABOUT.match(block.text) for block in shown[max(0, first - 1) : first + 1]):
        return "no-body: what a firm, a film or a book is"
    return None


def _are_draws(rows: list[str], weight: float) -> bool:
    """True for dated rows of digits that are longer than the text: draws of a lottery, prices day by day."""
    dated = [row for row in rows if _DRAWN.search(row)]
    size = sum(map(len, dated))
    digits = sum(map(str.isdigit, "".join(dated)))
    return len(dated) >= _LEAST_DRAWN and size > weight and digits > _FIGURES * size


def _said(words: re.Pattern[str], shown: list[Block], longest: int) -> set[str]:
    """The different `words` in the short lines of a page."""
    return {found.group() for block in shown if not block.text[longest:] for found in words.finditer(fold(block.text))}


def _offers(lines: list[str]) -> bool:
    """True where the short lines of a page are those of goods, or of a shop, a program, a course or a job."""
    around = "\n".join(lines)
    if len(set(_OFFER.findall(around))) >= _OFFERS:
        return True
    said: list[set[str]] = [set() for _ in _KINDS]
    for found in _GOODS.finditer(around):
        said[(found.lastindex or 1) - 1].add(found.group())
    return any(len(words) >= least for words, least in zip(said, _KINDS, strict=True))
