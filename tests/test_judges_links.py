"""The judge that reads links: which lines, pictures and boxes belong to other articles."""

from __future__ import annotations

import pytest
from judged import BODY, BOX, CONTENT, PARAGRAPH, ROOT, link, page_of, places, scene, shown, told, words

from newsclean.blocks import Block
from newsclean.judges import links

TEXT = "大桥昨天恢复通车。"


@pytest.mark.parametrize(
    "text, linked, taken",
    [
        ("桥" * 20, 17, True),
        ("桥" * 20, 16, False),
        ("桥" * 20, 0, False),
        ("桥", 1, False),
        ("大桥", 2, True),
        ("【其他熱話】" + "桥" * 8, 7, True),
        ("【其他熱話】" + "桥" * 8, 6, False),
        ("其他熱話】】" + "桥" * 8, 7, False),
        ("【其他熱話 " + "桥" * 8, 7, False),
        ("【" + "话" * 10 + "】" + "桥" * 8, 7, True),
        ("【" + "话" * 11 + "】" + "桥" * 8, 7, False),
        ("【其他熱話】", 0, False),
        ("【其他熱話】看", 1, True),
        ("« 春天的雨 | 换了台灯 »", 8, True),
        ("« 春天的雨 | 换了台灯 »", 6, False),
        ("« 春天的雨换了台灯 »", 6, False),
        ("春天的雨 | 换了台灯 »", 8, False),
    ],
)
def test_a_line_that_is_a_link(text: str, linked: int, taken: bool) -> None:
    page = page_of(TEXT, words(text, linked=linked))
    assert told(links.judge, page) == ["", "related links/at-end" if taken else ""]


HEAD = words("相关阅读", verdict="related")
LINK = link("江川二桥明年动工")


@pytest.mark.parametrize(
    "blocks, said",
    [
        ([TEXT, LINK, TEXT], ["", "", ""]),
        ([LINK, TEXT], ["at-start", ""]),
        ([link("江川二桥明年动工。"), TEXT], ["", ""]),  # a sentence
        ([shown("image", CONTENT), LINK, TEXT, LINK, TEXT], ["", "at-start", "", "", ""]),
        ([LINK, LINK, TEXT], ["list", "list", ""]),
        (
            [LINK, shown("image", CONTENT), words("打印", verdict="control"), LINK, TEXT],
            ["list", "", "control", "list", ""],
        ),
        ([HEAD, LINK, LINK, TEXT], ["related", "announced", "announced", ""]),
        ([HEAD, LINK, TEXT, LINK, TEXT], ["related", "announced", "", "", ""]),
        ([LINK, HEAD, LINK, TEXT], ["list", "related", "announced", ""]),
        ([words("打印", verdict="control"), LINK, TEXT], ["control", "at-start", ""]),
        ([TEXT, LINK], ["", "at-end"]),
        ([TEXT, LINK, shown("image", CONTENT), LINK], ["", "at-end", "", "at-end"]),
        ([TEXT, link("广告 江川楼盘"), LINK, TEXT], ["", "advertisement", "", ""]),
        ([TEXT, link("ad 江川楼盘"), LINK, TEXT], ["", "advertisement", "", ""]),
        ([link("推廣 江川樓盤"), link("廣告 江川樓盤"), TEXT], ["advertisement", "advertisement", ""]),
        (["广告 江川楼盘", TEXT], ["", ""]),  # no link
        ([TEXT, link("江川楼盘的广告"), TEXT], ["", "", ""]),
        ([TEXT, link("ADB 江川楼盘"), TEXT], ["", "", ""]),
    ],
)
def test_link_lines(blocks: list[Block | str], said: list[str]) -> None:
    got = told(links.judge, page_of(*blocks))
    assert [one.rpartition("/")[2] for one in got] == said
    for one in got:
        verdict, _, rule = one.partition(" ")
        assert not rule or verdict == ("promotion" if rule == "links/advertisement" else "related")


def quote(text: str, node: int, linked: int = 0) -> Block:
    return Block("quote", text, node, links=linked)


def test_a_quotation_whose_headline_is_a_link_is_the_teaser_of_another_story() -> None:
    boxes = [(CONTENT, "blockquote", ""), (BOX, "p", ""), (BOX, "p", ""), (CONTENT, "blockquote", "")]
    page = page_of(
        quote(TEXT, BOX + 1),
        quote("江川二桥", BOX + 1, linked=4),
        quote(TEXT, BOX + 2),
        words(TEXT, BOX + 2),
        quote(TEXT, BOX + 3),
        TEXT,
        boxes=boxes,
    )
    teaser = "related links/teaser"
    assert told(links.judge, page) == ["", teaser, teaser, "", "", ""]


def test_a_link_in_a_paragraph_makes_no_teaser_of_a_quotation_beside_it() -> None:
    boxes = [(CONTENT, "p", ""), (CONTENT, "blockquote", "")]
    page = page_of(TEXT, link("江川二桥", BOX), quote(TEXT, BOX + 1), TEXT, boxes=boxes)
    assert places(links.judge, page) == []


def test_a_quotation_at_the_top_of_a_piece_of_a_page_is_text() -> None:
    page = page_of(quote(TEXT, BOX), TEXT, boxes=[(ROOT, "blockquote", "")])
    assert places(links.judge, page, scene(page, container=ROOT)) == []


PICTURE = shown("image")


@pytest.mark.parametrize(
    "blocks, taken",
    [
        ([PICTURE, LINK], True),
        ([LINK, PICTURE], True),
        ([link("广告 江川楼盘"), PICTURE], True),
        ([PICTURE, link("江川二桥", BOX)], False),
        ([PICTURE, words("打印", verdict="control")], False),
        ([PICTURE, shown("shell"), LINK], False),
        ([LINK, shown("shell"), PICTURE], False),
        ([PICTURE, Block("image", "", PARAGRAPH, verdict="related")], False),
        ([PICTURE, TEXT], False),
        ([Block("image", "", PARAGRAPH, verdict="related"), LINK], False),
        ([shown("video"), LINK], False),
    ],
)
@pytest.mark.parametrize("above", [0, 1])
def test_a_picture_in_the_box_of_a_link_belongs_to_it(blocks: list[Block], taken: bool, above: int) -> None:
    page = page_of(*[TEXT] * above, *blocks, boxes=[(CONTENT, "p", "")])
    said = told(links.judge, page)
    assert ("related links/picture" in said) is taken
    assert said[:above] == [""] * above  # the line beside a link is text


CARD = BOX
CARD_HEAD, SUMMARY = BOX + 1, BOX + 2


@pytest.mark.parametrize(
    "blocks, taken",
    [
        ([shown("image", CARD), link("江川二桥动工", CARD_HEAD), link("桥长三千米", SUMMARY)], True),
        ([link("江川二桥动工", CARD_HEAD), link("桥长三千米", SUMMARY), shown("image", CARD)], True),
        ([shown("image", CARD), link("江川大桥昨天恢复通车", CARD_HEAD)], False),  # a picture and its caption, linked
        ([shown("image", CARD), link("江川二桥动工", CARD_HEAD), link("桥长三千米", SUMMARY), words(TEXT, SUMMARY)], False),
        ([shown("image", CONTENT), link("江川二桥动工", CARD_HEAD), link("桥长三千米", SUMMARY)], False),
        ([shown("image", CARD), words("打印", CARD_HEAD, verdict="control"), words("关闭", CARD_HEAD, verdict="control")], False),
    ],
)
def test_a_picture_on_the_card_of_another_article_belongs_to_it(blocks: list[Block], taken: bool) -> None:
    page = page_of(TEXT, *blocks, TEXT, boxes=[(CONTENT, "div", ""), (CARD, "h4", ""), (CARD, "p", "")])
    assert ("related links/picture" in told(links.judge, page)) is taken


def test_every_picture_is_looked_at() -> None:
    boxes = [(CONTENT, "p", "")]
    page = page_of(shown("image", BOX), PICTURE, LINK, boxes=boxes)
    assert told(links.judge, page) == ["", "related links/picture", "related links/at-end"]


def boxed(*sizes: int, beside: int = 0, boxes: list[tuple[int, str, str]] | None = None) -> tuple[list[int], list[int]]:
    """A head and lines of so many characters in a box, with text before it and beside it: what was taken, and the ends."""
    head = Block("paragraph", "相关", BOX + 1, verdict="related", rule="lines/related-head")
    inside = [words("桥" * size, BOX + 1) for size in sizes]
    after = [words("桥" * beside)] if beside else []
    total = 100 - sum(sizes) - beside - 2
    page = page_of(words("桥" * total), head, *inside, *after, boxes=boxes or [(CONTENT, "div", ""), (BOX, "p", "")])
    around = scene(page)
    around.endings = [1]
    return places(links.judge, page, around), around.endings


@pytest.mark.parametrize(
    "sizes, beside, taken, endings",
    [
        ((10, 20), 10, [2, 3], []),
        ((10, 21), 10, [], [1]),
        ((10, 20), 0, [2, 3], [1]),  # the box is the last of the text
        ((30,), 5, [2], []),
    ],
)
def test_what_stands_below_a_head_in_a_box_of_its_own(
    sizes: tuple[int, ...], beside: int, taken: list[int], endings: list[int]
) -> None:
    assert boxed(*sizes, beside=beside) == (taken, endings)


@pytest.mark.parametrize(
    "boxes",
    [
        [(ROOT, "div", ""), (CONTENT, "p", "")],  # the text's own container
        [(BODY, "div", ""), (BOX, "p", "")],  # a box beside it
        [(BODY, "div", ""), (ROOT, "p", "")],  # a piece of a page
    ],
)
def test_a_box_of_its_own_stands_inside_the_text(boxes: list[tuple[int, str, str]]) -> None:
    assert boxed(10, beside=5, boxes=boxes) == ([], [1])


def head(node: int, rule: str = "lines/related-head") -> Block:
    return Block("paragraph", "相关", node, verdict="related", rule=rule)


def test_boxes_with_heads() -> None:
    boxes = [(CONTENT, "div", ""), (BOX, "p", ""), (BOX, "div", ""), (BOX + 2, "p", ""), (CONTENT, "p", "")]
    blocks = (
        words("桥" * 70, BOX + 4),
        words("桥", BOX + 1),  # above the head
        head(BOX + 1, "lines/related-line"),
        words("桥", BOX + 1),
        head(BOX + 1),
        words("桥", BOX),
        words("桥", BOX + 3),
        words("桥", BOX + 1),
        words("桥", BOX + 4),  # below the box
        words("桥", BOX + 4),
    )
    page = page_of(*blocks, boxes=boxes)
    around = scene(page)
    assert places(links.judge, page, around) == [5, 6, 7]
    assert {page.blocks[number].rule for number in (5, 6, 7)} == {"links/boxed"}
    assert {page.blocks[number].verdict for number in (5, 6, 7)} == {"related"}
    page = page_of(*blocks, boxes=boxes)
    assert places(links.judge, page, scene(page, last=6)) == [5, 6]  # what is below the text is for others to judge


def test_a_piece_of_a_page_is_no_box() -> None:
    page = page_of(words("桥" * 70), head(ROOT), words("桥"), words("桥"), boxes=[(CONTENT, "p", "")])
    assert places(links.judge, page) == []


def test_the_first_head_of_a_box_decides() -> None:
    boxes = [(CONTENT, "div", ""), (BOX, "p", ""), (CONTENT, "div", ""), (BOX + 2, "p", "")]
    large = (head(BOX + 1), words("桥" * 50, BOX + 1), head(BOX + 1), words("桥", BOX + 1))
    page = page_of(words("桥" * 40), *large, head(BOX + 3), words("桥", BOX + 3), TEXT, boxes=boxes)
    assert places(links.judge, page) == [6]


def test_a_head_without_a_box_hides_none_that_has_one() -> None:
    boxes = [(CONTENT, "div", ""), (BOX, "p", "")]
    page = page_of(words("桥" * 70), head(PARAGRAPH), TEXT, head(BOX + 1), words("桥", BOX + 1), TEXT, boxes=boxes)
    assert places(links.judge, page) == [4]


@pytest.mark.parametrize("count", [20, 21])
def test_twenty_boxes_are_looked_into(count: int) -> None:
    boxes = [box for number in range(count) for box in ((CONTENT, "div", ""), (BOX + 2 * number, "p", ""))]
    pairs = [block for number in range(count) for block in (head(BOX + 2 * number + 1), words("桥", BOX + 2 * number + 1))]  # fmt: skip
    page = page_of(words("桥" * 70), *pairs, TEXT, boxes=boxes)
    assert places(links.judge, page) == [2 * number + 2 for number in range(20)]


# Codes to scan


def call(text: str = "长按下图加入我们", rule: str = "lines/app-promotion") -> Block:
    return Block("paragraph", text, PARAGRAPH, verdict="promotion", rule=rule)


CODE = shown("image", CONTENT)


@pytest.mark.parametrize(
    "blocks, codes",
    [
        ([TEXT, CODE, call()], [1]),
        ([TEXT, CODE, CODE, call()], [1, 2]),
        ([TEXT, CODE, shown("shell"), call(), shown("shell"), CODE], [1]),  # none below the call
        ([TEXT, CODE, call(), CODE, call()], [1, 3]),
        ([CODE, TEXT, call()], []),  # a picture of the story
        ([CODE, call(), TEXT], []),
        ([TEXT, CODE, words("打印", verdict="control"), call()], []),
        ([TEXT, CODE, call("下载客户端看更多新闻")], []),
        ([TEXT, CODE, call(rule="lines/share-bar")], []),
        ([TEXT, shown("video", CONTENT), call()], []),
        ([TEXT, CODE, call("关注我们的二维码")], [1]),
        ([TEXT, CODE, call("掃碼加入我們")], [1]),
        ([TEXT, CODE, call("掃描加入我們")], [1]),
        ([TEXT, CODE, call("微信扫一扫")], [1]),
        ([TEXT, CODE, call("識別下圖加入我們")], [1]),
        ([TEXT, CODE, call("更多精彩尽在江川发布")], [1]),
    ],
)
def test_pictures_above_a_call_to_scan_are_codes(blocks: list[Block | str], codes: list[int]) -> None:
    page = page_of(*blocks)
    said = told(links.judge, page)
    assert [number for number, one in enumerate(said) if one == "promotion links/code"] == codes
