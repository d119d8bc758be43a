"""The judges that read boxes and banners, and what all of them are told of the page."""

from __future__ import annotations

import pytest
from judged import BODY, BOX, CONTENT, LINE, PARAGRAPH, ROOT, page_of, places, scene, sentence, shown, told, words

from newsclean.blocks import Block
from newsclean.families import families_of
from newsclean.judges import JUDGES, containers, judge, spam, unseen
from newsclean.judges.scene import Scene, scene_of
from newsclean.locate import Located

TEXT = "大桥昨天恢复通车。"
SUMMARY = "停运三个月的江川大桥昨天恢复通车，首日通过两万辆"[:20]


# Boxes whose names say what they hold


@pytest.mark.parametrize(
    "name, said",
    [
        ("share", "share-bar containers/share-bar"),
        ("comment", "comment containers/comment"),
        ("related", "related containers/related"),
        ("banner", "promotion containers/promotion"),
        ("breadcrumb", "navigation containers/navigation"),
        ("copyright", "copyright containers/copyright"),
        ("pager", "pager containers/pager"),
        ("tags", "related containers/tags"),
        ("vote", "control containers/control"),
        ("player", "player containers/player"),
        ("footnotes", "note containers/note"),
        ("wide", ""),
        ("summary", ""),
        ("content", ""),
    ],
)
def test_the_verdict_of_a_box(name: str, said: str) -> None:
    boxes = [(CONTENT, "div", name), (BOX, "p", "")]
    page = page_of(sentence(30), words(TEXT, BOX), words(TEXT, BOX + 1), shown("image", BOX), boxes=boxes)
    assert told(containers.judge, page) == ["", said, said, said]


def test_the_outermost_box_counts() -> None:
    boxes = [(CONTENT, "div", "share"), (BOX, "div", "related"), (CONTENT, "div", "related"), (BOX + 2, "div", "share")]
    page = page_of(sentence(30), *(words("江川", BOX + number) for number in (1, 0, 3, 2)), boxes=boxes)
    assert [said.partition(" ")[0] for said in told(containers.judge, page)] == ["", "share-bar", "share-bar", "related", "related"]  # fmt: skip


@pytest.mark.parametrize(
    "inside, beside, taken",
    [
        (["桥" * 10], ["桥" * 11], True),
        (["桥" * 10], ["桥" * 10], True),  # a half
        (["桥" * 11], ["桥" * 10], False),
        (["桥" * 10, "桥" * 10], ["桥" * 21], True),
        (["桥" * 10, "桥" * 10], ["桥" * 19], False),
    ],
)
def test_a_box_that_holds_more_than_half_of_the_prose_is_the_text(
    inside: list[str], beside: list[str], taken: bool
) -> None:
    boxes, box = [(CONTENT, "div", "share")], [words(text, BOX) for text in inside]
    assert places(containers.judge, page_of(*box, *beside, boxes=boxes)) == ([*range(len(inside))] if taken else [])
    assert bool(places(containers.judge, page_of(*beside, *box, boxes=boxes))) is taken


def test_what_is_linked_counts_nothing() -> None:
    blocks = (words("桥" * 30, BOX, linked=20), "桥" * 10)
    assert places(containers.judge, page_of(*blocks, boxes=[(CONTENT, "div", "share")])) == [0]


def test_the_names_around_the_text_say_nothing_of_it() -> None:
    boxes = [(BODY, "div", "share"), (BOX, "div", "content"), (BOX + 1, "div", "tags")]
    page = page_of(words(TEXT, BOX + 1), words("桥", BOX + 2), words(TEXT, BOX), words(TEXT, BOX), boxes=boxes)
    assert places(containers.judge, page, scene(page, last=1, container=BOX + 1)) == [1, 2, 3]
    page = page_of(words(TEXT, BOX + 1), words("桥", BOX), words("桥", PARAGRAPH), boxes=boxes)
    assert places(containers.judge, page, scene(page, container=BOX + 1)) == [1]  # a part of the text beside its box


def test_boxes_of_a_piece_of_a_page() -> None:
    for container in (ROOT, BOX):
        page = page_of(words(sentence(30), BOX), words("桥", BODY), words("桥", ROOT), boxes=[(ROOT, "div", "")])
        page.tags[BODY], page.attrs[BODY] = "div", 'class="share"'
        assert places(containers.judge, page, scene(page, container=container)) == [1]


def test_what_has_a_verdict_keeps_it_and_the_others_are_looked_at() -> None:
    page = page_of(words("桥", BOX, verdict="title"), words("桥", BOX), sentence(30), boxes=[(CONTENT, "div", "share")])
    assert told(containers.judge, page) == ["title", "share-bar containers/share-bar", ""]


@pytest.mark.parametrize(
    "headline, first, last, said",
    [
        (0, 5, 5, ["", "summary", "", "summary", "", "", "share-bar"]),
        (1, 5, 5, ["", "", "", "summary", "", "", "share-bar"]),  # the headline is none
        (-1, 5, 5, ["", "summary", "", "summary", "", "", "share-bar"]),
        (0, 1, 0, ["", "", "", "", "", "", "share-bar"]),  # without a text nothing is above it
    ],
)
def test_a_summary_stands_between_headline_and_text(headline: int, first: int, last: int, said: list[str]) -> None:
    boxes = [(BODY, "div", "digest"), (BOX, "p", ""), (BOX + 1, "b", ""), (BODY, "div", "share")]
    page = page_of(
        TEXT,
        words(SUMMARY, BOX),
        words(SUMMARY[:19], BOX),
        words(SUMMARY, BOX + 1),
        words(SUMMARY, BOX + 2),  # too far down
        sentence(30),
        words(TEXT, BOX + 3),
        boxes=boxes,
    )
    around = scene(page, headline=headline, first=first, last=last)
    assert [one.partition(" ")[0] for one in told(containers.judge, page, around)] == said


def test_a_piece_of_a_page_is_no_summary() -> None:
    page = page_of(words(SUMMARY, ROOT), sentence(30), boxes=[(ROOT, "div", "summary")])
    page.attrs[BODY] = 'class="summary"'
    assert places(containers.judge, page, scene(page, first=1)) == []


@pytest.mark.parametrize(
    "word",
    "summary abstract zhaiyao daodu intro digest brief excerpt lede hexin hxts".split(),  # noqa: SIM905
)
def test_boxes_of_a_summary(word: str) -> None:
    page = page_of(words(SUMMARY, BOX), sentence(30), boxes=[(BODY, "div", word)])
    assert told(containers.judge, page, scene(page, first=1)) == ["summary containers/summary", ""]


# What is not on the screen


@pytest.mark.parametrize(
    "block, tag, said",
    [
        (words(TEXT, BOX), "title", "title unseen/page-title"),
        (words(TEXT, BOX, hidden=True), "div", "hidden unseen/hidden"),
        (Block("page-number", "3", BOX), "div", "pager unseen/page-number"),
        (Block("shell", "", BOX), "div", "empty unseen/empty-shell"),
        *(
            (words(TEXT, BOX), tag, "control unseen/control")
            for tag in ("button", "select", "option", "textarea", "optgroup", "legend", "datalist")
        ),
        (words(TEXT, BOX), "div", ""),
        (shown("image", BOX), "div", ""),
    ],
)
def test_what_is_not_on_the_screen(block: Block, tag: str, said: str) -> None:
    page = page_of(TEXT, block, TEXT, boxes=[(BODY, tag, "")])
    assert told(unseen.judge, page) == ["", said, ""]
    page = page_of(TEXT, block, TEXT, boxes=[(BODY, tag, "")])
    assert told(unseen.judge, page, scene(page, headline=0)) == ["title title/headline", said, ""]


# Keyword banners

BANNER = "六合彩_三肖_平码"
SHORT = "开奖_三肖_ab"
"""The shortest: eight characters."""


@pytest.mark.parametrize(
    "place, first, taken",
    [
        (1, 2, True),  # above the text
        (2, 2, True),
        (4, 2, True),
        (5, 2, False),  # the fourth line of it
        (8, 2, False),
        (9, 2, True),  # below it
    ],
)
def test_a_banner_stands_above_below_or_at_the_head_of_the_text(place: int, first: int, taken: bool) -> None:
    blocks: list[Block | str] = [TEXT] * 11
    blocks[place] = BANNER
    page = page_of(*blocks)
    assert places(spam.judge, page, scene(page, first=first, last=8)) == ([place] if taken else [])
    blocks[place] = words(BANNER, linked=3)
    assert places(spam.judge, page := page_of(*blocks), scene(page, first=first, last=8)) == [place]


@pytest.mark.parametrize(
    "block, said",
    [
        (words(BANNER), "spam spam/keyword-chain"),
        (words(BANNER, verdict="hidden"), "spam spam/keyword-chain"),
        (words(BANNER, verdict="title"), "title"),
        (words(SHORT), "spam spam/keyword-chain"),
        (words(SHORT[:-1]), ""),
        (words("六合彩_三肖_平码的案子破了。"), ""),
        (words("大桥_江川_通车_新闻"), ""),
    ],
)
def test_a_banner(block: Block, said: str) -> None:
    assert told(spam.judge, page_of(shown("image"), "三肖", block, BANNER)) == ["", "", said, ""]
    assert scene(page_of(block)).suspects == 0


def test_telling_words_are_counted_over_the_whole_page() -> None:
    page = page_of("六合", "彩票的三肖", shown("image"), "平码")
    around = scene(page)
    spam.judge(page, around)
    assert around.suspects == 3


# The order of the judges, and what is left


def test_every_block_gets_a_verdict() -> None:
    media = [shown(kind, CONTENT) for kind in ("image", "video", "frame")]
    page = page_of(TEXT, media[0], words("大桥", verdict="related"), *media, sentence(20), TEXT, "桥")
    around = scene(page, first=1, last=6)
    judge(page, around)
    assert [f"{block.verdict} {block.rule}".strip() for block in page.blocks] == [
        "navigation outside/before",
        "image body/picture",
        "related",
        "image body/picture",
        "video body/film",
        "video body/film",
        "body body/prose",
        "outside outside/after",
        "outside outside/after",
    ]
    assert len(JUDGES) == 12


def test_without_a_text_nothing_is_body() -> None:
    page = page_of(TEXT, "大桥通车", TEXT)
    judge(page, scene_of(page, None, 1, frozenset(), False))
    assert [block.rule for block in page.blocks] == ["outside/before", "title/headline", "outside/after"]


# The scene


def test_the_scene_of_a_text_that_was_located() -> None:
    page = page_of(TEXT, TEXT, TEXT, TEXT)
    around = scene_of(page, Located(1, 2, CONTENT, 20.0), 0, frozenset(["桥"]), True)
    assert around == Scene(1, 2, CONTENT, 0, frozenset(["桥"]), families_of(page), True)
    assert (around.suspects, around.endings) == (0, [])
    assert [*around.lines()] == [1, 2]


def test_the_scene_without_a_text() -> None:
    page = page_of(TEXT)
    around = scene_of(page, None, 4, frozenset(), False)
    assert around == Scene(5, 4, ROOT, 4, frozenset(), families_of(page), False)
    assert [*around.lines()] == []


def test_which_containers_stand_in_the_text() -> None:
    page = page_of(TEXT, boxes=[(PARAGRAPH, "b", ""), (BODY, "div", "")])
    around = scene(page)
    for _ in range(2):  # found, and remembered
        assert [around.holds(page, node) for node in (-1, ROOT, BODY, CONTENT, PARAGRAPH, LINE, BOX, BOX + 1)] == [
            *(False, False, False, True, True, False, True, False)
        ]
    assert scene(page, container=ROOT).holds(page, BOX + 1)


@pytest.mark.parametrize(
    "verdicts, region",
    [
        (["", "body", "image", "body", "body", ""], (0, 1, 4)),
        (["", "image", "body", "caption", "related", ""], (0, 2, 2)),
        (["body", "image", "", "caption", "related", "body"], (0, 1, 4)),
    ],
)
def test_the_region_of_the_body_as_judged(verdicts: list[str], region: tuple[int, int, int]) -> None:
    page = page_of(*(words(TEXT, verdict=verdict) for verdict in verdicts))
    assert scene(page, headline=0, first=1, last=4).region(page) == region
