"""The judges that read pictures: the words that belong to one, and the pictures above the text."""

from __future__ import annotations

import pytest
from judged import BODY, BOX, CONTENT, LINE, ROOT, page_of, places, scene, shown, told, words

from newsclean.blocks import SEAM, Block
from newsclean.judges import captions, pictures

IMAGE = shown("image", CONTENT)
FILM = shown("video", CONTENT)
TEXT = "大桥昨天恢复通车。"
CREDIT = "江川大桥 张晓明摄"
MARKED = "图为江川大桥"
ROUND = "◎江川大桥"
AGENCY = "江川大桥。新华社记者 张晓明 摄"


def long(size: int, end: str) -> str:
    return "桥" * (size - len(end)) + end


def last(*blocks: Block | str) -> str:
    """What is said of the last block."""
    return told(captions.judge, page_of(*blocks))[-1]


# Captions


@pytest.mark.parametrize(
    "text, rule",
    [
        ("△江川大桥", "marked"),
        ("⇧ 江川大桥", "marked"),
        ("圖為江川大橋", "marked"),
        ("图十二：江川大桥", "marked"),
        ("图｜江川大桥", "marked"),
        ("圖片說明 江川大橋", "marked"),
        ("图注：江川大桥", "marked"),
        ("資料圖", "marked"),
        ("效果图（江川县供图）", "marked"),
        ("江川县的效果图", None),
        ("图书馆", None),
        (long(200, "")[:-4].replace("桥桥", "图为", 1) + "江川大桥", "marked"),
        (long(201, "")[:-4].replace("桥桥", "图为", 1) + "江川大桥", None),
        (CREDIT, None),
        (ROUND, None),
        (AGENCY, None),
        (TEXT, None),
    ],
)
def test_a_marked_caption_needs_no_picture(text: str, rule: str | None) -> None:
    assert last(TEXT, text) == (f"caption captions/{rule}" if rule else "")


@pytest.mark.parametrize(
    "text, distances",
    [
        (ROUND, [1]),
        ("江◎川大桥", []),
        (CREDIT, [1, 2]),
        ("江川大桥 摄影", [1, 2]),
        ("江川大桥 新华社发（张晓明 摄）", [1, 2]),
        ("江川大桥（资料照片）", [1, 2]),
        ("江川大桥 图片来源：江川发布", [1, 2]),
        ("江川大桥 视觉中国", [1, 2]),
        ("江川大橋。圖片來源：江川發布", [1, 2]),
        ("江川大橋。攝影：安小山", [1, 2]),
        ("學會攝影：一個老人的十年，他拍下了整條江", []),
        ("江川大桥（取自江川发布）", [1, 2]),
        ("江川大桥 县交通局提供。", [1, 2]),
        ("江川大橋 網路截圖", [1, 2]),
        ("江川大桥的摄影展", []),
        (AGENCY, [1, 2]),
        ("江川大桥。人民图片 通讯员 张晓明/摄", [1, 2]),
        ("江川大桥。本报记者 张晓明摄", [1, 2]),
        ("江川大桥。江川日报发", [1, 2]),
        (long(120, CREDIT), [1, 2]),
        (long(121, CREDIT), []),
        (long(240, AGENCY), [1, 2]),
        (long(241, AGENCY), []),
        (TEXT, []),
        ("大桥", []),
    ],
)
@pytest.mark.parametrize("shows", [IMAGE, FILM])
def test_what_counts_below_a_picture_only(text: str, distances: list[int], shows: Block) -> None:
    found = [
        distance
        for distance in (1, 2, 3)
        if last(TEXT, TEXT, shows, *[TEXT] * (distance - 1), text).startswith("caption ")
    ]
    assert found == distances


@pytest.mark.parametrize(
    "text, rule",
    [
        (ROUND, "marked"),
        (MARKED, "marked"),
        (AGENCY, "agency"),
        (CREDIT, "credited"),
        (f"{MARKED} 张晓明摄", "marked"),
        (f"新华社发（{CREDIT}）", "agency"),
    ],
)
def test_the_rule_of_a_caption(text: str, rule: str) -> None:
    assert last(TEXT, IMAGE, text) == f"caption captions/{rule}"


def test_the_caption_of_an_element_is_one() -> None:
    assert last(shown("caption", text=TEXT)) == "caption captions/element"
    assert last(words(TEXT, verdict="related"), shown("caption", text=MARKED)) == "caption captions/element"


def test_in_a_text_without_pictures_the_credit_of_an_agency_says_enough() -> None:
    assert last(words(TEXT, LINE), words(AGENCY, LINE)) == "caption captions/agency"
    assert last(words(TEXT, LINE), words(CREDIT, LINE)) == ""
    assert last(words(TEXT, LINE), words(long(241, AGENCY), LINE)) == ""


def test_what_is_no_text_and_what_has_a_verdict_is_passed_over() -> None:
    page = page_of(shown("frame"), words(MARKED, verdict="related"), MARKED)
    assert told(captions.judge, page) == ["", "related", "caption captions/marked"]


@pytest.mark.parametrize(
    "above, first, taken",
    [
        ([IMAGE], 1, True),
        ([FILM], 1, True),
        ([TEXT], 1, False),
        ([IMAGE, TEXT], 2, False),
        ([TEXT, IMAGE], 2, True),
        ([IMAGE, TEXT, TEXT], 3, False),
        ([], 0, False),
    ],
)
def test_the_picture_may_stand_right_above_the_text(above: list[Block | str], first: int, taken: bool) -> None:
    page = page_of(*above, CREDIT, TEXT, TEXT, TEXT, IMAGE)
    assert places(captions.judge, page, scene(page, first=first)) == ([first] if taken else [])


def hidden() -> Block:
    return words("<img>", CONTENT, hidden=True, verdict="hidden")


@pytest.mark.parametrize(
    "between, taken",
    [
        ([hidden(), TEXT], True),
        ([hidden(), TEXT, TEXT], False),
        ([hidden(), hidden(), hidden(), TEXT], True),
        ([TEXT, hidden(), TEXT], False),
        ([TEXT, TEXT], False),
    ],
)
def test_a_picture_for_browsers_without_scripts_is_the_picture_again(between: list[Block | str], taken: bool) -> None:
    assert bool(last(TEXT, IMAGE, *between, CREDIT)) is taken


# Words in the box of a picture


@pytest.mark.parametrize(
    "word, taken",
    [
        *((name, True) for name in "pic photo img image figure picture imgbox picbox desc".split()),  # noqa: SIM905
        ("wide", False),
        ("", False),
    ],
)
def test_words_in_a_box_that_is_named_after_a_picture(word: str, taken: bool) -> None:
    boxes = [(CONTENT, "div", word), (BOX, "p", ""), (BOX + 1, "b", "")]
    said = "caption captions/picture-box" if taken else ""
    for node, expected in ((BOX, said), (BOX + 1, said), (BOX + 2, "")):  # itself or the next one up
        assert told(captions.judge, page_of(TEXT, IMAGE, words(TEXT, node), boxes=boxes))[-1] == expected
        assert told(captions.judge, page_of(TEXT, IMAGE, TEXT, words(TEXT, node), boxes=boxes))[-1] == expected
        assert told(captions.judge, page_of(TEXT, IMAGE, TEXT, TEXT, words(TEXT, node), boxes=boxes))[-1] == ""


def test_the_box_stands_inside_the_text() -> None:
    boxes = [(BODY, "div", "pic"), (BOX, "div", "pic"), (BOX + 1, "p", "")]
    page = page_of(IMAGE, words(TEXT, BOX), words(TEXT, BOX + 2), boxes=boxes)
    assert places(captions.judge, page, scene(page, container=CONTENT)) == []
    assert places(captions.judge, page, scene(page, container=BOX)) == [2]
    assert places(captions.judge, page, scene(page, container=BOX + 1)) == []


def test_a_piece_of_a_page_has_no_box_around_it() -> None:
    page = page_of(IMAGE, words(TEXT, ROOT), boxes=[(ROOT, "div", "pic")])
    assert places(captions.judge, page, scene(page, container=ROOT)) == []
    page.attrs[BODY] = 'class="pic"'
    page.blocks[1].node = BODY
    assert places(captions.judge, page, scene(page, container=ROOT)) == [1]


# Words that share a paragraph with a picture

ANOTHER = BOX
"""Another paragraph."""


@pytest.mark.parametrize(
    "blocks, taken",
    [
        ([shown("image"), "江川大桥"], True),
        ([shown("image"), "桥" * 40], True),
        ([shown("image"), "桥" * 41], False),
        ([shown("image"), TEXT], False),
        ([shown("image"), "江川大桥："], False),
        ([shown("image"), words("江川", hidden=True, verdict="hidden"), "江川大桥"], True),
        ([shown("image"), words("江川", ANOTHER, verdict="hidden"), "江川大桥"], False),
        ([words("江川"), shown("image"), "江川大桥"], False),
        ([words("江川"), shown("image"), words("江川", hidden=True, verdict="hidden"), "江川大桥"], False),
        ([words("江川", ANOTHER), shown("image"), "江川大桥"], True),
        ([shown("image", ANOTHER), "江川大桥"], False),
        ([shown("video"), "江川大桥"], False),
        ([shown("image"), shown("video"), "江川大桥"], False),
        ([words("江川"), shown("image", ANOTHER), "江川大桥"], False),
        ([shown("image", BOX + 1), words("江川大桥", BOX + 1)], False),  # no paragraph
    ],
)
@pytest.mark.parametrize("above", [0, 3])
def test_words_that_share_a_paragraph_with_a_picture(blocks: list[Block | str], taken: bool, above: int) -> None:
    boxes = [(CONTENT, "p", ""), (CONTENT, "div", "")]
    before = [words(TEXT, ANOTHER) for _ in range(above)]
    said = "caption captions/same-paragraph" if taken else ""
    assert told(captions.judge, page_of(*before, *blocks, boxes=boxes))[-1] == said
    assert told(captions.judge, page_of(*before, *blocks, words(TEXT, ANOTHER), boxes=boxes))[-2] == said


def test_words_that_are_followed_by_others_in_the_same_paragraph_are_text() -> None:
    assert told(captions.judge, page_of(TEXT, shown("image"), "江川大桥", "大桥")) == [""] * 4


# Pictures between headline and text

HEAD, AROUND = BOX, BOX + 1


@pytest.mark.parametrize(
    "blocks, rules",
    [
        ([IMAGE], ["image pictures/lead"]),
        ([FILM], ["video pictures/lead-film"]),
        ([shown("frame", CONTENT)], ["video pictures/lead-film"]),
        ([IMAGE, shown("caption", CONTENT, "桥")], ["image pictures/lead", "caption pictures/lead-caption"]),
        ([IMAGE, words("桥", BOX)], ["image pictures/lead", "caption pictures/lead-caption"]),  # div.summary
        ([IMAGE, words("桥", CONTENT)], ["image pictures/lead", ""]),
        ([shown("caption", CONTENT, "桥"), IMAGE], ["", "image pictures/lead"]),
        ([words("桥", BOX), IMAGE], ["", "image pictures/lead"]),
        ([words("桥", verdict="related"), IMAGE], ["related", "image pictures/lead"]),
        ([shown("image", BOX + 1), IMAGE], ["", "image pictures/lead"]),  # div.share
        ([shown("image", BOX + 2), IMAGE], ["decoration pictures/portrait", "image pictures/lead"]),  # div.avatar
        ([shown("image", BOX + 3), IMAGE], ["decoration pictures/portrait", "image pictures/lead"]),  # inside it
        ([shown("image", BOX + 4), IMAGE], ["image pictures/lead", "image pictures/lead"]),  # one further down
    ],
)
def test_pictures_between_headline_and_text(blocks: list[Block], rules: list[str]) -> None:
    boxes = [
        (CONTENT, "div", "summary"),
        (CONTENT, "div", "share"),
        (CONTENT, "div", "avatar"),
        (BOX + 2, "p", ""),
        (BOX + 3, "b", ""),
    ]
    page = page_of(IMAGE, *blocks, TEXT, IMAGE, boxes=boxes)
    around = scene(page, headline=0, first=len(blocks) + 1)
    assert told(pictures.judge, page, around) == ["", *rules, "", ""]


@pytest.mark.parametrize(
    "word",
    "author avatar thum pgc face source follow logo account user profile writer verify".split(),  # noqa: SIM905
)
def test_a_picture_in_a_box_that_shows_whose_account_it_is(word: str) -> None:
    page = page_of(TEXT, shown("image", BOX), TEXT, boxes=[(CONTENT, "div", word)])
    assert places(pictures.judge, page, scene(page, headline=0, first=2)) == [1]
    assert page.blocks[1].rule == "pictures/portrait"


@pytest.mark.parametrize(
    "kind, seamed, verdict, said",
    [
        ("image", f"发布于{SEAM}2026-03-01", "byline", "decoration pictures/in-byline"),
        ("image", "", "byline", "image pictures/lead"),  # a paragraph of its own, in one piece
        ("image", f"发布于{SEAM}2026-03-01", "related", "image pictures/lead"),
        ("video", f"发布于{SEAM}2026-03-01", "byline", "video pictures/lead-film"),
    ],
)
def test_an_icon_beside_the_words_of_a_byline(kind: str, seamed: str, verdict: str, said: str) -> None:
    line = Block("paragraph", "发布于 2026-03-01", BOX, seamed=seamed, verdict=verdict, rule="x")
    icon = shown(kind, BOX)
    page = page_of(icon, line, icon, IMAGE, TEXT, icon, boxes=[(CONTENT, "div", "")])
    after = told(pictures.judge, page, scene(page, headline=0, first=4))
    assert after == ["", f"{verdict} x", said, "image pictures/lead", "", ""]
    page = page_of(TEXT, icon, line, TEXT, boxes=[(CONTENT, "div", "")])  # the icon first
    assert told(pictures.judge, page, scene(page, headline=0, first=3)) == ["", said, f"{verdict} x", ""]
    page = page_of(line, icon, TEXT, boxes=[(CONTENT, "div", "")])
    assert told(pictures.judge, page, scene(page, headline=0, first=2))[1].endswith(("lead", "lead-film"))


def test_without_a_headline_no_picture_stands_below_it() -> None:
    page = page_of(IMAGE, TEXT)
    assert places(pictures.judge, page, scene(page, first=1)) == []


def lead_of(node: int, *boxes: tuple[int, str, str], container: int) -> bool:
    """Whether a picture in a box is a lead picture of the text in another one."""
    page = page_of(TEXT, shown("image", node), words(TEXT, container), boxes=boxes)
    return places(pictures.judge, page, scene(page, headline=0, first=2, container=container)) == [1]


CHAIN = [(BODY, "div", ""), *((BOX + step, "div", "") for step in range(6))]
"""Seven boxes, one in the other."""


@pytest.mark.parametrize("up, lead", [(0, True), (3, True), (4, False)])
def test_a_lead_picture_stands_in_one_of_four_boxes_around_the_text(up: int, lead: bool) -> None:
    inmost = BOX + 6
    for node in (inmost - up, inmost + 1, inmost + 2):
        picture = [(inmost - up, "div", ""), (inmost + 1, "p", "")]
        assert lead_of(node, *CHAIN, *picture, container=inmost) is lead


@pytest.mark.parametrize("deep, lead", [(0, True), (1, True), (2, False)])
def test_or_right_in_the_body_that_all_of_it_stands_in(deep: int, lead: bool) -> None:
    beside = [(BODY, "div", ""), (BOX, "div", ""), (BODY, "div", "")]
    assert lead_of((BODY, BOX, BOX + 1)[deep], *beside, container=BOX + 2) is lead
    assert lead_of((BODY, BOX, BOX + 1)[deep], *beside, container=BODY) is lead


def test_a_body_that_is_further_up_is_none() -> None:
    assert lead_of(BODY, *CHAIN, container=BOX + 2)
    assert lead_of(BODY, *CHAIN, container=BOX + 3)
    assert not lead_of(BODY, *CHAIN, container=BOX + 4)


def test_a_page_without_a_body() -> None:
    html = [(ROOT, "html", ""), (BOX, "div", ""), (BOX, "div", "")]
    assert lead_of(BOX + 1, *html, container=BOX + 1)
    assert not lead_of(BOX + 2, *html, container=BOX + 1)
    pieces = [(ROOT, "div", ""), (BOX, "div", ""), (ROOT, "div", "")]
    assert lead_of(BOX, *pieces, container=BOX + 1)
    assert not lead_of(BOX + 2, *pieces, container=BOX + 1)
    assert not lead_of(ROOT, *pieces, (ROOT, "div", "avatar"), container=BOX + 1)
    page = page_of(TEXT, shown("image", BODY), TEXT)
    page.tags[BODY] = "div"
    assert places(pictures.judge, page, scene(page, headline=0, first=2)) == [1]


# The picture above the headline

FEATURED = [
    (BODY, "div", ""),
    (BOX, "div", "content"),
    (BOX, "div", "post-thumbnail"),
    (BOX + 2, "a", ""),
    (BOX + 3, "b", ""),
    (BOX, "div", "related-thumb"),
    (BODY, "div", "thumb"),
]
"""A box around the text and a picture, the text, the picture's box, two in it; another article's; one far away."""


@pytest.mark.parametrize(
    "block, between, taken",
    [
        (shown("image", BOX + 2), 0, True),
        (shown("image", BOX + 2), 3, True),
        (shown("image", BOX + 2), 4, False),
        (shown("image", BOX + 3), 0, True),
        (shown("image", BOX + 4), 0, False),
        (shown("image", BOX + 5), 0, False),
        (shown("image", BOX + 6), 0, False),
        (shown("image", BOX), 0, False),
        (shown("image", ROOT), 0, False),
        (shown("video", BOX + 2), 0, False),
        (Block("image", "", BOX + 2, verdict="hidden"), 0, False),
    ],
)
def test_a_featured_picture_stands_right_above_the_headline(block: Block, between: int, taken: bool) -> None:
    page = page_of(block, *[TEXT] * between, TEXT, words(TEXT, BOX + 1), boxes=FEATURED)
    around = scene(page, headline=between + 1, first=between + 2, container=BOX + 1)
    assert places(pictures.judge, page, around) == ([0] if taken else [])
    if taken:
        assert (page.blocks[0].verdict, page.blocks[0].rule) == ("image", "pictures/featured")


@pytest.mark.parametrize("word", ["featured", "thumbnail", "thumb", "cover", "hero"])
def test_boxes_of_a_featured_picture(word: str) -> None:
    boxes = [(BODY, "div", ""), (BOX, "div", "content"), (BOX, "div", word)]
    for above in range(3):
        page = page_of(*[TEXT] * above, shown("image", BOX + 2), TEXT, TEXT, shown("image", BOX + 2), boxes=boxes)
        around = scene(page, headline=above + 1, first=above + 2, container=BOX + 1)
        assert places(pictures.judge, page, around) == [above]
