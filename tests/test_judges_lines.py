"""The judges that read lines, one at a time: what each takes, and on which side of its bounds."""

from __future__ import annotations

import pytest
from judged import BOX, CONTENT, line, page_of, places, scene, sentence, shown, told, words

from newsclean.judges import bylines, credits, ending, lines, masthead, repeats

LABELLED = "记者：张晓明"
LEAD = sentence(24)
"""The shortest first paragraph: below it no line of the byline is looked for."""


def names(count: int) -> str:
    """A byline of so many names; its colon and its commas are marks."""
    return "记者：" + "、".join(["李秋"] * count)


# Lines of the byline


@pytest.mark.parametrize(
    "text, taken",
    [
        ("2026-03-01", True),
        ("2026/3/1 江川", True),
        ("2026年3月1日", True),
        ("江川在线 10:00", True),
        ("昨天", True),
        ("今天 8点", True),
        ("3小時前", True),
        ("5分钟前", True),
        ("民國115年3月1日", True),
        ("二〇二六年三月一日", True),
        ("江川大桥2026", False),
        ("来 源 江川日报", True),
        ("來源：江川日報", True),
        ("文/张晓明", True),
        ("发自：江川", True),
        ("发自江川", False),
        ("特約撰稿人 李秋 發自江川", True),
        ("江川在线", False),
        ("江川来源", False),  # a label begins the line
        ("2026年3月1日是个晴天。", False),
        ("记者：" + "张" * 117, True),
        ("记者：" + "张" * 118, False),
        ("桥" * 55 + "10:00", True),
        ("桥" * 56 + "10:00", False),
        (names(8), True),
        (names(9), False),
    ],
)
def test_a_short_line_with_a_time_or_a_label_is_one_of_the_byline(text: str, taken: bool) -> None:
    assert told(bylines.judge, page_of(text)) == ["byline bylines/line" if taken else ""]


@pytest.mark.parametrize(
    "text, stays",
    [
        ("中央社台北3月1日電", True),
        ("中央社記者張曉明", False),
        ("（2026年1月1日全县人民代表大会通过）", True),
        ("（2026年1月1日批准）", True),
        ("（2026年1月1日 10:00）", False),
    ],
)
def test_a_dateline_and_the_note_of_a_statute_are_text(text: str, stays: bool) -> None:
    assert places(bylines.judge, page_of(text, LABELLED)) == ([1] if stays else [0, 1])


def test_lines_of_the_byline_between_headline_and_text() -> None:
    page = page_of(
        "江川大桥恢复通车",
        LABELLED,
        shown("image"),
        "江川在线",
        words(LABELLED, verdict="related"),
        words(LABELLED, BOX),
        LABELLED,
        LEAD,
        LABELLED,
        boxes=[(CONTENT, "div", "share")],
    )
    assert told(bylines.judge, page, scene(page, headline=0, first=7)) == [
        *("", "byline bylines/line", "", "", "related", "", "byline bylines/line", "", "")
    ]


def test_nineteen_blocks_below_the_headline_may_be_lines_of_the_byline() -> None:
    page = page_of(*[LABELLED] * 30)
    assert places(bylines.judge, page, scene(page, headline=3, first=28, last=27)) == [*range(4, 23)]


def test_without_a_headline_nothing_above_the_text_is_looked_at() -> None:
    page = page_of(LABELLED, LABELLED, LEAD)
    assert places(bylines.judge, page, scene(page, first=2)) == []


@pytest.mark.parametrize("lines_before, taken", [(0, True), (7, True), (8, False)])
def test_the_byline_is_among_the_first_eight_lines_of_the_text(lines_before: int, taken: bool) -> None:
    page = page_of(shown("image"), words("江川", verdict="related"), *["江川在线"] * lines_before, LABELLED)
    assert places(bylines.judge, page) == ([lines_before + 2] if taken else [])


@pytest.mark.parametrize("size, taken", [(23, [1]), (24, [])])
def test_no_line_below_the_first_paragraph_is_one_of_the_byline(size: int, taken: list[int]) -> None:
    assert places(bylines.judge, page_of(sentence(size), LABELLED)) == taken


def test_what_is_linked_is_no_first_paragraph() -> None:
    assert places(bylines.judge, page_of(words(LEAD, linked=12), LABELLED)) == [1]


@pytest.mark.parametrize(
    "before, text, taken",
    [
        (0, "邬 守 山", True),
        (0, "邬守山", True),
        (0, "司 马 长 风", True),
        (1, "邬 守 山", True),
        (2, "邬 守 山", False),
        (0, "大桥通车", False),
    ],
)
def test_a_name_alone_is_among_the_first_two_lines_of_a_text_without_markup(
    before: int, text: str, taken: bool
) -> None:
    above = [line("大桥又恢复通车")] * before
    assert told(bylines.judge, page_of(*above, line(text)))[-1] == ("byline bylines/name" if taken else "")
    assert told(bylines.judge, page_of(*above, words(text)))[-1] == ""


UPDATED = "更新于2022年10月21日 06:12"
SKIPPED = (
    shown("image"),
    shown("caption", text="他说。"),
    words("他说。", hidden=True),
    words("他说。", verdict="related"),
)


@pytest.mark.parametrize(
    "below, taken",
    [
        ([UPDATED], [1]),
        (["2022-10-21 06:12"], [1]),
        (["2022.10.21 | 06:12 江川"], [1]),
        (["发布时间：2022年10月21日"], [1]),
        (["日期: 2022/10/21"], [1]),
        (["江川在线", UPDATED], [1, 2]),  # what stands above it belongs to it
        (["2022年10月21日"], []),  # a day without a label
        (["桥" * 60, UPDATED], [1, 2]),
        (["桥" * 61, UPDATED], []),
        (["大桥通了。", UPDATED], []),
        (["江"] * 5 + [UPDATED], [1, 2, 3, 4, 5, 6]),
        (["江"] * 6 + [UPDATED], []),
        ([UPDATED, UPDATED], [1]),
    ],
)
def test_the_time_between_standfirst_and_text(below: list[str], taken: list[int]) -> None:
    assert places(bylines.judge, page_of(LEAD, *below, LEAD)) == taken
    assert places(bylines.judge, page_of(LEAD, *below), None) == taken


@pytest.mark.parametrize("between", SKIPPED)
def test_what_is_no_line_may_stand_between(between: str) -> None:
    page = page_of(LEAD, between, UPDATED)
    before = page.blocks[1].verdict
    assert told(bylines.judge, page) == ["", before, "byline bylines/line"]


def test_the_time_below_the_standfirst_stands_in_the_text() -> None:
    page = page_of(LEAD, UPDATED)
    assert places(bylines.judge, page, scene(page, last=0)) == []


# Credits and links that are glued to a paragraph


@pytest.mark.parametrize(
    "text, parts",
    [
        ("大桥恢复通（责编：李）", ["大桥恢复通", "（责编：李）"]),
        ("大桥恢复（责编：李）", ["大桥恢复（责编：李）"]),  # a line of its own
        ("大桥恢复通车。（编校/李秋）", ["大桥恢复通车。", "（编校/李秋）"]),
        ("大桥恢复通车。(实习编辑 李秋) 20260309", ["大桥恢复通车。", "(实习编辑 李秋) 20260309"]),
        ("大桥恢复通车。[返回首页>>]", ["大桥恢复通车。", "[返回首页>>]"]),
        ("大桥恢复通车。返回首页»", ["大桥恢复通车。", "返回首页»"]),
        ("大桥恢复通车。返回首页，查看更多", ["大桥恢复通车。", "返回首页，查看更多"]),
        ("大桥恢复通车。上一页[1][2]末页", ["大桥恢复通车。", "上一页[1][2]末页"]),
        ("大桥恢复通车。《上一頁》[1]…[9] 《下一頁》", ["大桥恢复通车。", "《上一頁》[1]…[9] 《下一頁》"]),
        ("大桥恢复通车。[1]下一页", ["大桥恢复通车。", "[1]下一页"]),
        # several, from the outermost inwards
        ("大桥恢复通车。（责编：李秋）返回首页>>", ["大桥恢复通车。", "（责编：李秋）", "返回首页>>"]),
        ("大桥恢复通车。（责编：李秋）[1][2]下一页", ["大桥恢复通车。", "（责编：李秋）", "[1][2]下一页"]),
        ("大桥恢复通车。返回上一页[1]下一页>>", ["大桥恢复通车。", "返回上一页[1]下一页>>"]),
        # neither
        ("大桥恢复通车（昨天）", ["大桥恢复通车（昨天）"]),
        ("他翻到下一页", ["他翻到下一页"]),
        ("大桥恢复通车。（责编：李秋）好", ["大桥恢复通车。（责编：李秋）好"]),
    ],
)
def test_what_is_glued_to_a_paragraph_becomes_a_block(text: str, parts: list[str]) -> None:
    page = page_of(text, shown("image"), sentence(20))
    around = scene(page)
    credits.split_glued(page, around)
    assert [block.text for block in page.blocks] == [*parts, "", sentence(20)]
    assert around.last == len(page.blocks) - 1
    assert page.blocks[0].verdict == ""
    assert all(block.verdict for block in page.blocks[1 : len(parts)])


def test_the_verdicts_of_what_is_glued() -> None:
    page = page_of("桥。", "大桥恢复通车。返回首页>>", "大桥恢复通车。[1]下一页", "大桥恢复通车。（责编：李秋）")
    assert told(credits.split_glued, page)[2::2] == [
        "navigation credits/glued-back-link",
        "pager credits/glued-pager",
        "editor-credit credits/glued-editor",
    ]


def test_a_line_that_has_a_verdict_is_not_split() -> None:
    page = page_of(words("大桥恢复通车。（责编：李秋）", verdict="related"), shown("image"))
    assert told(credits.split_glued, page) == ["related", ""]


# Lines that say what they are

EDGE = "责任编辑：李秋"
"""A line that counts at an edge of the text."""
END = "相关阅读"
"""A line that ends an article."""


@pytest.mark.parametrize(
    "order, after, taken",
    [
        (2, [30] * 100, True),
        (3, [30] * 100, False),
        (3, [30, 30], True),
        (3, [30, 23, 8], False),  # 61 characters
    ],
)
def test_a_line_of_the_edges_is_one_of_the_first_three_or_stands_near_the_end(
    order: int, after: list[int], taken: bool
) -> None:
    page = page_of(*[sentence(20)] * order, EDGE, *map(sentence, after))
    assert places(lines.judge, page) == ([order] if taken else [])


@pytest.mark.parametrize("before, taken", [(30, True), (29, False)])
def test_an_eighth_of_a_long_text_may_follow_a_line_of_the_end(before: int, taken: bool) -> None:
    page = page_of(*[sentence(30)] * before, EDGE, *[sentence(30)] * 4)
    assert places(lines.judge, page) == ([before] if taken else [])


def test_a_line_in_the_middle_is_text_and_the_same_line_at_the_end_is_none() -> None:
    page = page_of(*[sentence(30)] * 3, EDGE, *[sentence(30)] * 3, EDGE)
    assert places(lines.judge, page) == [7]


def test_a_line_that_a_rule_knows_counts_nothing_as_prose() -> None:
    page = page_of(*[sentence(20)] * 3, EDGE, sentence(30), EDGE, sentence(30))
    assert places(lines.judge, page) == [3, 5]


@pytest.mark.parametrize("order, taken", [(2, True), (3, False)])
def test_a_line_of_the_head_is_one_of_the_first_three(order: int, taken: bool) -> None:
    page = page_of(shown("image"), *[sentence(20)] * order, "2026-03-01 10:00", sentence(20))
    assert places(lines.judge, page) == ([order + 1] if taken else [])


@pytest.mark.parametrize("size, taken", [(420, True), (421, False)])
def test_a_line_of_more_than_420_characters_is_text(size: int, taken: bool) -> None:
    assert places(lines.judge, page_of("摘要：" + "桥" * (size - 3))) == ([0] if taken else [])


@pytest.mark.parametrize(
    "text, verdict",
    [
        ("微信扫码分享过这条消息的人，后来都被警方叫去做笔录。", "share-bar"),
        ("扫描二维码之后，手机就被装上了木马。", "promotion"),
        ("推荐阅读：他在桥上走了一天，没有看到一辆车。", "related"),
        ("返回首页的按钮不见了，老人找了一个上午。", "navigation"),
        ("视频：他把最后一个孩子送到了对岸。", "player"),
        ("未经许可使用他人照片，法院判网店店主赔偿八千元。", "copyright"),
        ("同意本站的隐私政策之后，老人的电话就没有停过。", "control"),
    ],
)
def test_a_sentence_that_tells_something_is_text_though_it_begins_like_a_rule(text: str, verdict: str) -> None:
    assert told(lines.judge, page_of(text, f"{text[:-1]}")) == ["", *told(lines.judge, page_of(text[:-1]))]
    assert told(lines.judge, page_of(text[:-1]))[0].startswith(f"{verdict} lines/")


@pytest.mark.parametrize(
    "text, tells",
    [
        ("扫描二维码关注的人都中了奖。", True),
        ("扫描二维码关注的人都中了奖！", True),
        ("扫描二维码关注的人都中了奖？", True),
        ("扫描二维码关注的人说：“没有中奖。”", True),
        ("掃描二維碼關注的人說：「沒有中獎。」", True),
        ("扫描二维码关注的人都中了奖", False),
        ("【如果您有新闻线索，欢迎向我们报料，一经采纳有费用酬谢。】", False),
        ("如有新闻线索，请拨打110与警方联系。", True),
        ("扫描二维码关注我们。", False),
        ("扫描二维码关注其他好友。", False),
        ("扫描二维码关注他。", True),
        ("扫描二维码关注最受欢迎的桥。", True),
    ],
)
def test_how_a_sentence_tells_something(text: str, tells: bool) -> None:
    assert told(lines.judge, page_of(text)) == ["" if tells else "promotion lines/app-promotion"]


def test_lines_that_end_an_article_are_remembered() -> None:
    page = page_of(END, words(END, verdict="byline"), sentence(20), EDGE, "分享到：")
    around = scene(page)
    assert told(lines.judge, page, around) == [
        "related lines/related-head",
        "byline",
        "",
        "editor-credit lines/editor-credit",
        "share-bar lines/share-bar",
    ]
    assert around.endings == [0, 3]


# What stands after the end


def ended(before: int, after: list[str], *ends: int) -> list[int]:
    page = page_of(*[sentence(20)] * before, *after)
    for end in ends:
        page.blocks[end].verdict = "related"
    around = scene(page)
    around.endings = list(ends)
    return places(ending.judge, page, around)


@pytest.mark.parametrize(
    "after, taken",
    [
        ([sentence(30), sentence(30)], [3, 4]),
        ([sentence(30), sentence(30), "江川在线"], [3, 4, 5]),
        ([sentence(30), sentence(23), sentence(8)], []),
    ],
)
def test_an_end_is_believed_where_no_more_than_sixty_characters_of_prose_follow(
    after: list[str], taken: list[int]
) -> None:
    assert ended(2, [END, *after], 2) == taken


@pytest.mark.parametrize("after, taken", [(5, [41, 42, 43, 44, 45]), (8, [])])
def test_or_no_more_than_15_percent_of_a_long_text(after: int, taken: list[int]) -> None:
    assert ended(40, [END, *[sentence(20)] * after], 40) == taken


def test_where_the_first_end_is_not_believed_the_next_one_may_be() -> None:
    assert ended(2, [END, *[sentence(20)] * 10, END, sentence(20)], 2, 13) == [14]


@pytest.mark.parametrize(
    "head, before, comments, taken",
    [
        ("comment", 3, ["读者甲", "3小时前", sentence(30), "昨天", sentence(30), "回复"] * 3, 18),
        ("comment", 2, ["12楼", sentence(30), "13楼", sentence(30), sentence(30)], 0),  # 40 characters before it
        ("comment", 3, ["12楼 读者乙", sentence(30), "13楼", sentence(30), sentence(30)], 5),
        ("comment", 3, ["2天前", sentence(30), sentence(30), sentence(30)], 0),  # one comment alone tells nothing
        ("comment", 3, [*[sentence(20)] * 4, "1分钟前", "2分钟前"], 0),  # the first one stands too far below
        ("comment", 3, ["三小时前他还在桥上。", *[sentence(20)] * 3, "十二层楼"], 0),
        ("related", 3, ["3小时前", sentence(30), "4小时前", sentence(30), sentence(30)], 0),
    ],
)
def test_or_where_it_heads_comments(head: str, before: int, comments: list[str], taken: int) -> None:
    page = page_of(*[sentence(20)] * before, words(END, verdict=head), *comments)
    around = scene(page)
    around.endings = [before]
    assert len(places(ending.judge, page, around)) == taken


def test_what_follows_the_end_is_outside_and_verdicts_stand() -> None:
    page = page_of(sentence(20), words(END, verdict="related"), sentence(20), words(sentence(30) * 9, verdict="image"))
    around = scene(page)
    around.endings = [1]
    assert told(ending.judge, page, around) == ["", "related", "outside ending/after-end", "image"]


def test_without_an_end_nothing_is_outside() -> None:
    assert ended(3, []) == []


# What stands above the text of a dump


def test_lines_above_and_below_the_headline_of_a_dump() -> None:
    given = (
        ("首页 新闻 江川", "navigation masthead/breadcrumb"),
        ("新闻 > 江川新闻 > 桥梁建设", "navigation masthead/breadcrumb"),
        ("您的位置：江川新闻频道要闻", "navigation masthead/breadcrumb"),
        ("江川新闻网", "site-name masthead/site-name"),
        ("江川人民之家网站", "site-name masthead/site-name"),
        ("江川新闻频道要闻", "navigation masthead/channel"),
        ("江川新闻频道的要闻", ""),  # nine characters
        ("大桥通车", ""),  # the headline
        ("江川新闻频道的要闻一二三", "byline masthead/label"),
        ("江川新闻频道的要闻一二三四", ""),  # thirteen
        ("大桥，通车", ""),  # a mark
        ("大桥要闻", "byline masthead/label"),
        (sentence(23), ""),
        ("大桥要闻", "byline masthead/label"),
        (sentence(24), ""),  # the first paragraph
        ("大桥要闻", ""),
    )
    page = page_of(*(line(text) for text, _ in given))
    assert told(masthead.judge, page, scene(page, headline=7)) == [rule for _, rule in given]


def test_the_first_line_may_be_the_headline() -> None:
    page = page_of(line("大桥通车"), line("大桥要闻"))
    assert places(masthead.judge, page, scene(page, headline=0)) == [1]


def test_without_a_headline_no_line_is_a_label() -> None:
    assert places(masthead.judge, page_of(line("江川新闻网"), line("大桥要闻"))) == []


def test_no_line_below_the_text_is_a_label() -> None:
    page = page_of(line("大桥通车"), words("江川", 4, verdict="byline"), line("大桥要闻"), line("大桥要闻"))
    assert places(masthead.judge, page, scene(page, headline=0, last=2)) == [2]


def test_pages_say_such_things_by_their_markup() -> None:
    page = page_of(line("江川新闻网"), "江川新闻网", line("江川新闻网"), line("大桥通车"))
    assert places(masthead.judge, page, scene(page, headline=3)) == [0]


# The headline again


@pytest.mark.parametrize(
    "title, text, again",
    [
        ("大桥通车", "大桥通车", True),
        ("大桥通车", "《大桥 通车》", True),
        ("大桥通车", "大桥通车了", False),
        ("大桥通车", "江川要闻", False),
        ("大桥通", "大桥通", True),
        ("大桥", "大桥", False),  # too short to say whose it is
        ("桥" * 120, "桥" * 120, True),
        ("桥" * 121, "桥" * 121, False),
        ("APEC闭幕", "Apec闭幕", True),
        ("APEC闭幕", "ＡＰＥＣ闭幕", True),
        ("2026年大桥通车", "２０２６年大桥通车", True),
    ],
)
def test_the_headline_again(title: str, text: str, again: bool) -> None:
    page = page_of("江大要闻", "江大要闻", "桥头要闻", words(text, verdict="related"), "桥", text)
    around = scene(page, keys=[title.lower(), "大江东去"])
    assert told(repeats.judge, page, around) == [
        "",
        "",
        "",
        "related",
        "",
        "duplicate repeats/headline" if again else "",
    ]


def test_without_a_title_nothing_is_a_title_again() -> None:
    assert places(repeats.judge, page_of("大桥通车", "——！！——")) == []


def test_a_line_that_begins_with_a_later_character_of_the_headline_hides_nothing() -> None:
    page = page_of("桥头的面馆重新开张", "大桥通车")
    around = scene(page, keys=["大桥通车", "江川要闻"])
    assert told(repeats.judge, page, around) == ["", "duplicate repeats/headline"]
