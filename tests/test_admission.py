"""What holds no article: short lists of a tag's entries, and pages that say nothing but their advertisements."""

from __future__ import annotations

import pytest

import newsclean


def headed(headline: str, inside: str) -> str:
    """A page with a headline that it declares and prints."""
    return f"<html><head><title>{headline}</title></head><body><h1>{headline}</h1>{inside}</body></html>"


def signed(title: str, headline: str, *lines: str) -> str:
    """A page with a printed headline, a date and an author."""
    text = "".join(f"<p>{line}</p>" for line in lines)
    return f"<html><head><title>{title}</title></head><body><h1>{headline}</h1><p>2026-03-01 作者：张晓明</p><div>{text}</div></body></html>"


def tag_page(entries: int, dates: int, headline: str = "") -> str:
    rows = "".join(
        f'<div class="row"><h3><a href="/{n}.html">江川大桥第{n}次检修完成</a></h3>'
        + (f"<div>2{n}/03/2026 18:30</div>" if n < dates else "")
        + f"<p>县交通局说，第{n}次检修更换了{n + 3}根吊杆，桥面重新铺了沥青，限速不变。</p></div>"
        for n in range(entries)
    )
    return (
        f'<html><head><title>大桥 - 江川网</title></head><body>{headline}<div class="view">{rows}</div></body></html>'
    )


@pytest.mark.parametrize(
    "entries, dates, reason", [(4, 4, "list"), (3, 3, "list"), (3, 2, "no-body"), (2, 2, "no-body")]
)
def test_a_short_list_of_dated_entries(entries: int, dates: int, reason: str) -> None:
    found = newsclean.parse(tag_page(entries, dates))
    assert not found.is_article
    assert found.text == ""
    assert found.warnings[-1].startswith(reason)


def test_the_date_of_an_entry_stands_between_its_headline_and_its_beginning() -> None:
    rows = "".join(
        f'<article><h2><a href="/{n}.html">江川大桥第{n}次检修完成</a></h2><div>2026年3月{n}日</div>'
        f"<p>（江川{n}日讯）县交通局说，第{n}次检修更换了{n + 3}根吊杆，桥面重新铺了沥青，限速仍然是四十公里……</p></article>"
        for n in range(1, 5)
    )
    found = newsclean.parse(f"<title>大桥 | 标签 | 江川报</title><h1>标签：大桥</h1><main>{rows}</main>")
    assert not found.is_article
    assert found.warnings[-1].startswith("list")


def author_page(entries: int, text: str) -> newsclean.Article:
    rows = "".join(
        f'<div><h3><a href="/{n}.html">江川大桥第{n}次检修</a></h3><p>第{n}次检修更换了{n + 3}根吊杆，{text}</p><span>2026-03-0{n}</span></div>'
        for n in range(1, entries + 1)
    )
    intro = "<p>跑过十年江川的新闻，写过桥，也写过桥头的面馆，喜欢在工地门口等下班的人聊天，听他们说起从前的渡口。</p>"
    return newsclean.parse(f"<title>李秋 - 作者 - 江川报</title><h1>李秋</h1>{intro}<main>{rows}</main>")


@pytest.mark.parametrize("entries, reason", [(4, "list"), (3, "list")])
def test_linked_headlines_with_a_text_and_a_date_each(entries: int, reason: str) -> None:
    found = author_page(entries, "桥面重新铺了沥青，限速仍然是四十公里，工人们在桥上过了一个冬天，直到春天才收工回家。")
    assert not found.is_article
    assert found.warnings[-1].startswith(reason)


def test_entries_below_an_article_are_no_list() -> None:
    line = "停运三个月的江川大桥昨天恢复通车，首日通过车辆两万余辆，沿线商户的生意也好了起来，老人们又回到桥头下棋。"
    rows = "".join(
        f'<h3><a href="/{n}.html">第{n}次检修</a></h3><p>吊杆换好了。</p><p>2026-03-0{n}</p>' for n in (1, 2, 3)
    )
    text = "".join(f"<p>{line}</p>" for _ in range(4))
    assert newsclean.parse(
        f"<title>江川大桥恢复通车</title><h1>江川大桥恢复通车</h1><div>{text}{rows}</div>"
    ).is_article


@pytest.mark.parametrize(
    "headline, article",
    [
        ("請先登入閱讀全文", False),
        ("會員登入", False),
        ("登录账号", False),
        ("登入的人多了三成", True),
        ("登录江川岛的第一夜", True),
    ],
)
def test_a_page_that_asks_to_log_in(headline: str, article: bool) -> None:
    lines = "".join(
        f"<p>{line}</p>"
        for line in (
            "你正嘗試閱讀的文章只供訂戶閱覽。如你已是訂戶，請輸入電郵及密碼，之後即可繼續閱讀。",
            "每年一千六百元，可搜尋過往二十年的文章，另送禮品一份，數量有限，送完即止。",
            "如有查詢，辦公時間為星期一至五上午九時至下午六時，公眾假期除外。",
        )
    )
    found = newsclean.parse(f"<title>{headline} - 江川報</title><h1>{headline}</h1><div>{lines}</div>")
    assert found.is_article is article


BANNER = "[真人娱乐](http://a.example/1) [电子游艺](http://a.example/2) [体育投注](http://a.example/3) [彩票大厅](http://a.example/5)"
WORDS = "\n\n".join(
    (
        "澳门彩霸王 官网入口 | 手机版下载",
        "第一行",
        "第二行",
        "第三行",
        "【棋牌】【体育】【真人】【电子】【捕鱼】【彩票】 24小时客服 QQ：123456789 首存送100% 提款秒到账，欢迎来玩",
    )
)


def spam_post(text: str) -> str:
    return f"---\ntitle: 免费资料大全\n---\n\n{text}\n\n{BANNER}\n"


def test_a_post_without_a_sentence_is_what_its_banners_are() -> None:
    article = newsclean.parse(spam_post(WORDS))
    assert not article.is_article
    assert article.warnings[-1].startswith("spam")


def test_an_article_with_a_banner_is_an_article() -> None:
    story = "警方昨天端掉一个赌博窝点，查获“彩票大厅”的宣传单三千张。\n\n办案民警说，首存送彩金是常见的骗局，提款时就找不到人。"
    article = newsclean.parse(spam_post(story))
    assert article.is_article
    assert article.text == story.replace("\n\n", "\n")


@pytest.mark.parametrize(
    "line, article",
    [
        ("抱歉，您访问的页面不存在。", False),
        ("404 Not Found", False),
        ("门牌换到第五块，上面有二维码，他扫过一次，页面显示：该地址不存在，网页已过期。", True),
    ],
)
def test_a_story_may_end_with_a_page_that_is_not_there(line: str, article: bool) -> None:
    text = "铁影壁胡同东口第一个院子的门牌，三十年里换了五次，邮递员每次都要重新学一遍。"
    page = signed("一块门牌", "一块门牌换了五次", line, text)
    assert newsclean.parse(page).is_article is article


@pytest.mark.parametrize(
    "entry, article",
    [
        ("2026-03-{n:02} 江川大桥恢复通车的第{n}条消息", False),
        ("江川大桥恢复通车的第{n}条消息 2026年3月{n}日", False),
        ("[江川要闻] 2026-03-{n:02} 江川大桥恢复通车的第{n}条消息", False),
        ("2026年3月{n}日，江川大桥第{n}次检修完成，更换了{n}根吊杆。", True),  # a chronicle
    ],
)
def test_the_dump_of_a_list_is_no_article(entry: str, article: bool) -> None:
    lines = "\n".join(entry.format(n=n) for n in range(1, 26))
    assert newsclean.parse(f"江川大桥的二十五天\n\n{lines}\n").is_article is article


def test_an_article_with_dates_in_its_lines_is_an_article() -> None:
    lines = [f"第{n}次检修是在2026-03-0{n}那天，工人们换下了{n + 3}根吊杆。" for n in range(1, 8)]
    assert newsclean.parse("\n".join(["江川大桥检修记", *lines])).text.split("\n") == lines


SENTENCE = "欢迎您通过局长信箱反映桥梁养护的问题，我们将在五个工作日之内答复。"


@pytest.mark.parametrize("entries, article", [(5, False), (4, True)])
def test_a_column_of_dated_links_above_a_box_of_text(entries: int, article: bool) -> None:
    rows = "".join(
        f'<li><span>2026-03-0{n + 1}</span><a href="/{n}.html">关于江川大桥第{n}次检修的公告</a></li>'
        for n in range(entries)
    )
    page = f"<html><head><title>通知公告_江川县交通局</title></head><body><h2>通知公告</h2><ul>{rows}</ul><div><p>{SENTENCE}</p></div></body></html>"
    assert newsclean.parse(page).is_article is article


@pytest.mark.parametrize(
    "blurb, chapters, article", [(1, 8, False), (1, 7, True), (20, 30, True)], ids=["a book", "few", "a long text"]
)
def test_the_chapters_of_a_book(blurb: int, chapters: int, article: bool) -> None:
    text = "少年守桥，十年不归，他在江边埋下了自己的名字，又牵着一匹瘦马走进了城。" * blurb
    rows = "".join(f'<dd><a href="/{n}.html">第{n + 1}章 大雪</a></dd>' for n in range(chapters))
    page = headed("铁桥冰河全文阅读", f"<div><p>{text}</p></div><dl>{rows}</dl>")
    assert newsclean.parse(page).is_article is article


@pytest.mark.parametrize(
    "lines, article",
    [
        (("型号：QC-96", "价格：面议", "立即询价"), False),
        (("最小起订量：1 台", "供货总量：1000 台", "发货期限：三天", "最后更新：2026-03-01"), False),
        (("型号：QC-96", "价格：面议"), True),
        (("售后服务", "在线留言", "立即咨询", "型号：QC-96"), True),  # the menu of a firm
        (("2026-03-01 10:00", "型号：QC-96", "价格：面议", "立即询价"), True),  # news of a firm
    ],
)
def test_a_page_of_goods(lines: tuple[str, ...], article: bool) -> None:
    rows = "".join(f"<p>{line}</p>" for line in lines)
    text = "采用分室停风的清灰办法，能耗低，安装方便，适用于水泥厂、钢厂和矿山。箱体漏风率小于百分之三。"
    page = headed("QC-96脉冲除尘器", f"<div>{rows}</div><div><p>{text}</p><p>{text[:20]}。</p></div>")
    assert newsclean.parse(page).is_article is article


@pytest.mark.parametrize("entries, article", [(3, False), (2, True)])
def test_the_front_page_of_a_blog(entries: int, article: bool) -> None:
    posts = "".join(
        f'<article><h2><a href="/{n}">守桥记之{n}</a></h2><div>发表于 2026年3月{n + 1}日</div>'
        f"<div><p>第{n}年的春天，桥头的面馆换了老板，新老板是从河对岸搬来的，会做一手好面，街坊们都去尝 … 继续阅读 →</p></div></article>"
        for n in range(entries)
    )
    page = f"<html><head><title>一页桥 - 守桥人的博客</title></head><body><h1>一页桥</h1><p>守桥人的博客</p><main>{posts}</main></body></html>"
    assert newsclean.parse(page).is_article is article


@pytest.mark.parametrize(
    "entry, article",
    [
        ("江川大桥恢复通车的消息", False),
        ("守桥人", True),  # the users of a thread
    ],
)
def test_links_with_a_text_and_a_date_each(entry: str, article: bool) -> None:
    texts = ("桥头的面馆换了老板，街坊们都去尝鲜", "摆渡船的码头拆了一半，船家改行卖鱼", "护栏重新刷过一遍，限速六十公里")
    rows = "".join(
        f'<dl><dt><a href="/{n}">{entry}</a></dt><dd>{text}，新老板是从河对岸搬来的，会做一手好面，每天卖完就关门……</dd>'
        f"<dd>分类: 社会 2026-3-{n} 10:22</dd></dl>"
        for n, text in enumerate(texts, 1)
    )
    assert newsclean.parse(headed("江川的新鲜事", rows)).is_article is article


@pytest.mark.parametrize("end, article", [("播种...", False), ("播种……", False), ("播种。", True)])
def test_links_with_a_date_above_what_breaks_off(end: str, article: bool) -> None:
    entries = "".join(
        f'<li><b>[<a href="/c">玉米</a>]</b><a href="/{n}">{head}</a><span>日期：2026-03-0{n} 点击：{n}1 好评：0</span>'
        f"<p>玉米一旦发病就没有特效药，第{n}个要点在于避开虫子迁飞的高峰期{end}</p></li>"
        for n, head in enumerate(("粗缩病如何提前预防", "夏玉米追肥的三忌", "鲜食玉米几时采收"), 1)
    )
    page = f"<html><head><title>玉米种植技术_绿野网</title></head><body><div><ul>{entries}</ul></div></body></html>"
    assert newsclean.parse(page).is_article is article


@pytest.mark.parametrize("below", ["2026-03-{n:02}", "[03-{n:02}]", "2026年3月{n}日 10:00"])
def test_the_dump_of_a_list_with_its_dates_on_lines_of_their_own(below: str) -> None:
    entries = "\n".join(f"江川大桥恢复通车的第{n}条消息\n" + below.format(n=n) for n in range(1, 9))
    assert not newsclean.parse(f"江川新闻网-社会频道\n\n{entries}\n").is_article


def test_a_diary_has_dates_on_lines_of_their_own_and_sentences() -> None:
    entries = "\n".join(
        f"停运的第{n}天\n2026-03-{n:02}\n今天来了{n + 1}碗面的客人，老板在门口站了很久，桥上还是没有车。"
        for n in range(1, 9)
    )
    assert newsclean.parse(f"桥头面馆日记\n\n{entries}\n").is_article


ADVERTISED = (
    "开云官方网站入口为您提供登录地址，体育投注、真人娱乐、电子游艺应有尽有，首存送彩金。",
    "资金有保障，提款秒到，赔率高于同行，值得信赖的博彩平台。",
    "除了开云，还有亚博、乐鱼与华体会，注册账号联系客服领取彩金。",
)


@pytest.mark.parametrize(
    "title, article", [("开云官方网站入口-开云体育官方版app下载", False), ("警方端掉开云体育窝点", True)]
)
def test_sentences_that_advertise_under_a_headline_that_does(title: str, article: bool) -> None:
    assert newsclean.parse(f"---\ntitle: {title}\n---\n\n" + "\n\n".join(ADVERTISED)).is_article is article


@pytest.mark.parametrize(
    "heading, byline, article",
    [
        ("公司简介", "", False),
        ("剧情简介", "", False),
        ("关于我们", "", False),  # the heading of a list of links as well
        ("简介：", "", False),
        ("大桥简史", "", True),
        ("内容简介", "<p>2026-03-01 10:00 作者：张晓明</p>", True),
    ],
)
def test_the_box_that_says_what_a_firm_or_a_film_is(heading: str, byline: str, article: bool) -> None:
    text = "江边的一家小旅馆只在退潮时开门，每一位住客都要讲一个故事抵房钱，女店主把它们写进账本。"
    page = headed("江边的潮汐旅馆", f"{byline}<div><h3>{heading}</h3><p>{text}</p></div>")
    assert newsclean.parse(page).is_article is article


@pytest.mark.parametrize(
    "headline, article",
    [("请登录后阅读全文", False), ("請登入", False), ("请登录的人排起了队", True)],
)
def test_a_wall_without_a_printed_headline(headline: str, article: bool) -> None:
    text = "我们为会员准备了往期的杂志和线下的活动，年度会员另送四期纸刊。未注册的手机号将自动创建账号，请放心使用。桥头面馆也收会员，每碗便宜一元。"
    page = f"<html><head><title>桥头面馆 - 江川周刊</title></head><body><div><h3>{headline}</h3><p>{text * 3}</p></div></body></html>"
    assert newsclean.parse(page).is_article is article


@pytest.mark.parametrize(
    "lines, article",
    [
        (("商品名称：除尘器", "商品编号：1000", "加入购物车 立即购买"), False),
        (("商品名稱：除塵器", "商品編號：1000", "累計評價 50万"), False),
        (("软件大小：12MB", "软件语言：简体中文", "运行环境：Win10", "高速下载"), False),
        (("软件大小：12MB", "下载地址"), True),
        (("开始学习", "课程目录", "学习人数：1289"), False),
        (("开始学习",), True),
        (("职位描述", "岗位职责：", "任职要求：", "工作地址", "立即沟通"), False),
        (("职位描述", "岗位职责：", "任职要求：", "工作地址"), True),  # a notice
        (("所属小区：江川苑", "建造年代：2010年", "产权年限：70年", "装修程度：精装"), False),
        (("户型：3室", "朝向：南北", "樓層：中層", "裝修：精裝"), False),
        (("户型：3室", "朝向：南北"), True),
        (("标准间 288 立即预订", "大床房 328 立即预订", "酒店介绍", "住客点评"), False),
        (("入住时间：14:00", "标准间 288"), True),
        (("2026-03-01 10:00", "职位描述", "岗位职责：", "任职要求：", "工作地址", "立即沟通"), True),
    ],
)
def test_a_page_of_a_shop_a_program_a_course_a_job_a_flat_or_a_hotel(lines: tuple[str, ...], article: bool) -> None:
    rows = "".join(f"<p>{line}</p>" for line in lines)
    text = "采用分室停风的办法，能耗低，安装方便，适用于水泥厂、钢厂和矿山，需要的朋友都说好。漏风率小于百分之三。"
    page = headed("江川水泥厂清灰的办法", f"<div>{rows}</div><div><p>{text}</p><p>{text[:20]}。</p></div>")
    assert newsclean.parse(page).is_article is article


@pytest.mark.parametrize(
    "headline, rows, article",
    [
        ("江川水泥 600000", ("今开：16.76 成交量：2.31万手", "昨收：16.75 成交额：38.9亿"), False),
        ("江川水泥（600000）", ("今开：16.76 成交量：2.31万手", "市盈率：28.4 市净率：9.1"), False),
        ("江川水泥 600000", ("今开：16.76", "昨收：16.75"), True),
        ("江川水泥收涨百分之二", ("今开：16.76 成交量：2.31万手", "昨收：16.75 成交额：38.9亿"), True),
    ],
)
def test_the_prices_of_a_share(headline: str, rows: tuple[str, ...], article: bool) -> None:
    table = "".join(f"<p>{row}</p>" for row in rows)
    text = "主营业务：水泥及水泥制品的生产与销售，矿山的开采，防尘技术的开发。公司有三条生产线，去年卖出八十万吨。"
    page = headed(headline, f"<div>{table}</div><div><p>2026-03-02 15:00 已收盘</p><p>{text}</p><p>{text}</p></div>")
    assert newsclean.parse(page).is_article is article


@pytest.mark.parametrize(
    "under, article",
    [("今日: 42 主题: 18206 排名: 3", False), ("今日：42｜主題：18206", False), ("主题：老城区的改造", True)],
)
def test_the_board_of_a_forum(under: str, article: bool) -> None:
    text = "一、本版讨论本地的大小事务，请勿发布广告，违者删帖。二、不造谣，不传谣，不得对他人进行人身攻击。三、爆料请附图，并注明时间和地点。四、重复发帖的，第一次警告，第二次禁言三天，第三次请出本版，望各位互相体谅。"
    page = headed("柳江论坛的城事杂谈", f"<div>{under}</div><div><p>{text}</p></div>")
    assert newsclean.parse(page).is_article is article


@pytest.mark.parametrize(
    "line, article",
    [
        ("您正在访问的域名可以转让！", False),
        ("This domain is for sale.", False),
        ("本域名已过期，请联系注册商。", False),
        ("他把用了十年的域名转让给了邻居。", True),
    ],
)
def test_a_domain_that_is_for_sale(line: str, article: bool) -> None:
    text = "通过中介平台交易，双方都放心，过户之后付款，最快十分钟完成，事情就这样办好了，谁也没有多说一句话。"
    page = signed("jiangchuan", "江川的一个域名", line, text)
    assert newsclean.parse(page).is_article is article


@pytest.mark.parametrize(
    "title, article", [("关于", False), ("About Me", False), ("關於我", False), ("关于父亲", True)]
)
def test_the_post_that_says_whose_site_it_is(title: str, article: bool) -> None:
    text = "坐标江川，守桥三十年，喜欢下棋和钓鱼。\n\n桥头的面馆每天五点开门，写信请寄到面馆，老板会转给我。"
    assert newsclean.parse(f"---\ntitle: {title}\ndate: 2026-03-01\n---\n\n{text}\n").is_article is article


@pytest.mark.parametrize(
    "people, said, article",
    [(5, "博士生导师，研究方向：桥梁力学、复合材料", False), (5, "他在江川教了十年书，学生们都记得他的桥。", True)],
)
def test_people_and_how_to_reach_them(people: int, said: str, article: bool) -> None:
    rows = "\n".join(f"王建{n}\n{said}\n电话：0431-8501234{n} 邮箱：w{n}@bridge.example" for n in range(people))
    assert newsclean.parse(f"师资队伍\n{rows}\n").is_article is article


OFFER = (
    "不少玩家问哪一家平台靠谱，今天就来说说新葡京，百家乐、老虎机、龙虎斗应有尽有，画面精美，操作简单。",
    "现在注册就送38元体验金，推荐好友还有永久佣金，三分钟到账，不限次数，真正做到让玩家放心。",
    "想要了解更多优惠，请添加客服微信 xpj88866 进行咨询，二十四小时在线，期待您的加入！",
)


@pytest.mark.parametrize(
    "lines, article",
    [
        (OFFER, False),
        (tuple(line.replace("注册", "註冊").replace("现", "現") for line in OFFER), False),
        ((*OFFER, "看到这样的帖子，江川警方劝大家别信，已有三十人报案。"), True),  # a warning that repeats the post
        (tuple(f"“{line}”" for line in OFFER), True),  # quoted
        (OFFER[:1], True),  # calls nobody
        (("桥头面馆注册会员送38元体验金，加微信 bridge88866 就能订座，老板说生意好了三成，棋摊也搬回来了。",), True),
    ],
)
def test_whole_sentences_that_ask_their_reader_to_play(lines: tuple[str, ...], article: bool) -> None:
    assert (
        newsclean.parse("---\ntitle: 靠谱的平台推荐\ndate: 2026-03-01\n---\n\n" + "\n\n".join(lines)).is_article
        is article
    )


LOAN = (
    "急用钱怎么办？我们办理信用贷款、抵押贷款，不看征信，黑户也能下款，当天放款，无前期费用。",
    "额度一万到五十万，咨询请加微信：daikuan99，二十四小时在线，不成功不收费！",
)
VISIT = (
    "江川高端外围，商务模特，全部一手资源，照片真实，不满意可更换，全市酒店半小时上门。",
    "添加客服微信 jc88689 说明时间地点，见面满意后付款，五千元包夜，外地可空降。",
)


@pytest.mark.parametrize(
    "lines, article",
    [
        (LOAN, False),
        (VISIT, False),
        ((*LOAN, "江川警方提醒，这样的广告都是骗局。"), True),
        (LOAN[1:], True),
        (("县里三家银行推出小额贷款，不看征信，只看村里评的分，当天放款，老李拿到五万元，买了二十头羊。",), True),
    ],
)
def test_whole_sentences_that_lend_or_visit(lines: tuple[str, ...], article: bool) -> None:
    assert newsclean.parse("---\ntitle: 江川本地\ndate: 2026-03-01\n---\n\n" + "\n\n".join(lines)).is_article is article


DATED = "<div class='info'>2026-03-02 11:30　来源：江川财经</div>"
WOVEN = "".join(
    f'<p><a href="/{n}1">江川水泥第{n}厂</a>、<a href="/{n}2">海城渡轮股份</a>、<a href="/{n}3">桥头面馆控股</a>早盘走高，<a href="/{n}4">沿江板块</a>涨。</p>'
    for n in range(1, 5)
)


def roundup(item: str, dated: str = DATED, above: str = "") -> newsclean.Article:
    items = "".join(f'<p><a href="/{n}">{n}.{item}</a></p>' for n in range(1, 6))
    return newsclean.parse(headed("江川早报：五件事", f"{dated}<div><p>昨夜今晨，有这些事值得看：</p>{above}{items}</div>"))


@pytest.mark.parametrize("dated, article", [(DATED, True), ("", False)])
def test_sentences_whose_words_are_links(dated: str, article: bool) -> None:
    found = newsclean.parse(headed("午评：江川水泥领涨", f"{dated}<div>{WOVEN}</div>"))
    assert found.is_article is article
    assert ("沿江板块涨。" in found.text) is article


@pytest.mark.parametrize(
    "item, dated, above, kept",
    [
        ("县交通局说，大桥检修下周一开始，限速四十公里。", DATED, "", True),
        ("县交通局说，大桥检修下周一开始，限速四十公里。", "", "", False),  # no date: a list
        ("大桥检修下周一开始", DATED, "", False),  # headlines
        (
            "县交通局说，大桥检修下周一开始。",
            DATED,
            "<p>大桥去年换了三十根吊杆，桥面重新铺了沥青，限速不变。</p>"
            + "<p>县里请了省城的专家来看，说还能再用二十年，桥头的面馆也跟着搬了回来，老板把招牌重新漆了一遍。</p>"
            + "<p>今年的检修从四月开始，分三段进行，每段两个星期，夜里封桥，白天放行，渡口加开两班船。</p>",
            False,
        ),  # below an article
    ],
)
def test_a_roundup_of_linked_sentences(item: str, dated: str, above: str, kept: bool) -> None:
    assert (item in roundup(item, dated, above).text) is kept


@pytest.mark.parametrize("beside, captions", [("", 3), ("<p>春天来了，江川的桃花都开了，游人比去年多了三成。</p>", 0)])
def test_the_captions_of_a_gallery_are_its_text(beside: str, captions: int) -> None:
    shown = "".join(f'<li><img src="/{n}.jpg"><p>第{n}天，江川桥头的桃花开了。李秋 摄</p></li>' for n in range(1, 4))
    found = newsclean.parse(headed("组图：江川桃花", f"{DATED}<div>{beside}<ul>{shown}</ul></div>"))
    assert found.is_article
    assert found.text.count("李秋 摄") == captions
    assert len(found.images) == 3


@pytest.mark.parametrize(
    "declared, article",
    [("讣告-江川大学", True), ("《讣告》 - 江川大学", True), ("讣告_标签_江川大学", False), ("讣告会-江川大学", False)],
)
def test_a_headline_of_two_characters(declared: str, article: bool) -> None:
    text = "江川大学退休教师李秋先生因病于二〇二六年三月一日逝世，享年九十六岁，丧事从简。"
    page = f"<html><head><title>{declared}</title></head><body><div>讣告</div>{DATED}<div><p>{text}</p><p>{text}</p></div></body></html>"
    found = newsclean.parse(page)
    assert found.is_article is article
    assert found.title == "讣告" or not article


RANKED = "江川热榜\n全部 科技 娱乐\n" + "\n".join(f"{n}.\n江川大桥第{n}次检修，你怎么看？\n{900 - n} 万热度" for n in range(1, 13))
CONTENTS = "《江川文学》第3期\n" + "\n".join(f"江边的第{n}个春天……李秋（0{n}8）" for n in range(1, 9))
ANSWER = '{"code": 200, "list": [' + ", ".join(f'{{"title": "大桥第{n}次检修，限速不变。"}}' for n in range(5)) + "]}"


@pytest.mark.parametrize(
    "dump, article",
    [
        (RANKED, False),
        (RANKED + "\n昨天最热的是大桥的检修，县里的人都在说这件事，桥头面馆的老板一天听了二十遍。", True),
        (CONTENTS, False),
        (ANSWER, False),
        ("[江川讯]" + "大桥检修今天开始，限速四十公里，渡口加开两班船。" * 4, True),
    ],
)
def test_dumps_of_a_ranking_of_contents_and_of_a_program(dump: str, article: bool) -> None:
    assert newsclean.parse(dump).is_article is article


@pytest.mark.parametrize("headline, article", [("李秋", False), ("李秋写了十年的桥头故事", True)])
def test_a_name_above_a_longer_list_of_dated_entries(headline: str, article: bool) -> None:
    rows = "".join(
        f'<div><h2><a href="/{n}">江川大桥第{n}次检修</a></h2><p>第{n}次检修更换了{n + 3}根吊杆，桥面重新铺了沥青，限速仍是四十公里，'
        f"桥头的面馆搬走又搬了回来，老板说客人还是那些客人，账本也还是那个账本……</p><span>2026/03/0{n} 阅读 {n}00</span></div>"
        for n in range(1, 5)
    )
    intro = "<p>跑过十年江川的新闻，写过桥，也写过桥头的面馆，喜欢在工地门口等下班的人聊天。本专栏每周二更新。</p>"
    page = headed(headline, f"<section>{intro}</section><section>{rows}</section>")
    assert newsclean.parse(page).is_article is article


def test_a_roundup_in_lists_under_heads_of_their_own() -> None:
    lists = "".join(
        f"<h3>{head}</h3><ul>"
        + "".join(f'<li><a href="/{head}{n}">县交通局说，{head}大桥第{n}段检修开始。</a></li>' for n in range(1, 4))
        + "</ul>"
        for head in ("江川", "海城")
    )
    found = newsclean.parse(headed("早报：两县的桥", f"{DATED}<div>{lists}</div>"))
    assert found.text.count("大桥第") == 6


@pytest.mark.parametrize(
    "below",
    [
        "</div><div><ul>{}</ul></div>",  # in a box of its own
        "<ul>{}</ul></div>",  # in a list below the text
        "</div><div>{}</div>",
    ],
)
def test_flashes_linked_below_a_flash_are_not_its_text(below: str) -> None:
    tag = "li" if "<ul>" in below else "p"
    others = "".join(f'<{tag}><a href="/{n}">海城渡轮第{n}航次停航，下周一复航，票可以退。</a></{tag}>' for n in range(1, 7))
    flash = "<p>江川水泥主力合约跌幅扩大至百分之二，现报三千四百元。</p>"
    found = newsclean.parse(headed("江川水泥跌破三千五", f"{DATED}<div>{flash}{below.format(others)}"))
    assert found.text == "江川水泥主力合约跌幅扩大至百分之二，现报三千四百元。"


@pytest.mark.parametrize(
    "inside, article",
    [
        ("<div>{{article.pubDate}} 来源：{{article.source}}</div><div><p>{{article.content}}</p></div>", False),
        (f"{DATED}<div><p>在模板里写 {{{{title}}}} 就会显示标题，换成别的变量也一样，数据变了页面跟着变，不用再动手。</p></div>", True),
    ],
)
def test_a_template_that_nobody_filled_in(inside: str, article: bool) -> None:
    assert newsclean.parse(headed("江川大桥的模板", inside)).is_article is article


FORECAST = "江川天气预报\n" + "\n".join(f"{n}日（周{n % 7}）\n多云转晴\n2{n % 10}℃/1{n % 10}℃" for n in range(11, 19))


@pytest.mark.parametrize(
    "dump, article",
    [
        (FORECAST, False),
        (FORECAST + "\n穿衣指数\n建议着薄外套、开衫等服装。", False),
        (FORECAST + "\n县气象台说，未来三天江川以多云天气为主，气温回升，早晚温差大，出门要带外套，渡口照常开船。", True),
    ],
)
def test_the_dump_of_a_forecast(dump: str, article: bool) -> None:
    assert newsclean.parse(dump).is_article is article


@pytest.mark.parametrize("rows, article", [(8, False), (4, True)])
def test_a_table_of_draws(rows: int, article: bool) -> None:
    table = "".join(
        f"<tr><td>2026-03-1{n}</td><td>202600{n}</td><td>0{n} 1{n} 2{n} 3{n} 14</td><td>38120455{n}</td></tr>" for n in range(rows)
    )
    rule = "<p>每周二、四、日开奖，开奖时间为二十一点，中奖者六十天内兑奖，逾期算放弃，以县里公布的为准。</p>"
    page = headed("江川彩开奖结果", f"<div><table><tr><td>日期</td><td>号码</td></tr>{table}</table>{rule}</div>")
    assert newsclean.parse(page).is_article is article


def test_a_letter_begins_with_whom_it_addresses() -> None:
    info = "<div>2026年3月2日 星期一 第C09版：江川論壇</div>"
    text = "<p>編輯先生：</p><p>拜讀貴報三月一日一文，深有同感，本人居於江川二十年，每日過橋上班，盼有關部門公佈數字。</p>"
    found = newsclean.parse(headed("讀者來函：橋上的車", f"{info}<div>{text}</div>"))
    assert found.text.startswith("編輯先生：")
    assert found.authors == ()


def test_the_button_beside_a_head_is_no_source() -> None:
    text = "<p>江川大桥三月二日开始检修，县交通局说限速四十公里，渡口加开两班船，工期两个星期。</p>"
    page = headed("江川大桥检修", f"<div>2026年3月2日</div><div>{text}<h2>来源<span>[编辑]</span></h2><ul><li>县交通局的告示</li></ul></div>")
    assert newsclean.parse(page).source != "编辑"
