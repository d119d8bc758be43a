"""Which lines around the headline and the body are read for names, and what is seen in each."""

from __future__ import annotations

from typing import Any

import pytest

from newsclean.blocks import SEAM, Block, Page
from newsclean.byline import Line, lines, signed_outlet


def page_of(*blocks: Block, names: tuple[str, ...] = (), tag: str = "p") -> Page:
    """A page whose blocks stand in a container each, named `names`, in one container named ``around``."""
    page = Page()
    page.parents.append(0)
    page.tags.append("div")
    page.attrs.append('class="around"')
    for block in blocks:
        block.node = len(page.tags)
        page.parents.append(1)
        page.tags.append(tag)
        page.attrs.append(f'class="{" ".join(names)}"' if names else "")
        page.blocks.append(block)
    return page


def numbered(count: int, verdict: str = "", **given: Any) -> list[Block]:
    return [Block("paragraph", f"第{number}行", verdict=verdict, **given) for number in range(count)]


def read(page: Page, region: tuple[int, int, int]) -> dict[str, list[int]]:
    """Zone -> the numbers of its lines."""
    found: dict[str, list[int]] = {}
    for line in lines(page, region):
        found.setdefault(line.zone, []).append(int(line.text.strip("第行")))
    return found


def test_four_lines_above_the_headline_and_all_between_it_and_the_body() -> None:
    page = page_of(*numbered(12))
    assert read(page, (6, 9, 8)) == {"head": [2, 3, 4, 5, 7, 8], "after": [9, 10, 11]}
    assert [line.below for line in lines(page, (6, 9, 8))[:6]] == [False] * 4 + [True] * 2
    assert read(page, (0, 2, 11)) == {"head": [1]}
    assert read(page, (2, 4, 11)) == {"head": [0, 1, 3]}


def test_sixty_lines_where_the_body_is_far_away() -> None:
    assert read(page_of(*numbered(100)), (0, 99, 99)) == {"head": list(range(1, 60))}
    assert read(page_of(*numbered(100)), (0, 61, 99)) == {"head": list(range(1, 60))}
    assert read(page_of(*numbered(100)), (0, 59, 99)) == {"head": list(range(1, 59))}


def test_fourteen_lines_above_the_body_where_there_is_no_headline() -> None:
    assert read(page_of(*numbered(40)), (-1, 30, 39)) == {"head": list(range(16, 30))}
    assert read(page_of(*numbered(10)), (-1, 5, 9)) == {"head": list(range(5))}
    assert all(line.below for line in lines(page_of(*numbered(10)), (-1, 5, 9)))


@pytest.mark.parametrize(
    "verdict, zones",
    [
        ("", {"head": [0, 2], "after": [4]}),
        ("navigation", {"head": [0, 2], "after": [4]}),
        ("related", {"head": [2]}),
        ("promotion", {"head": [2], "after": [4]}),
        ("spam", {"head": [2], "after": [4]}),
        ("comment", {}),
    ],
)
def test_what_names_others_is_not_read(verdict: str, zones: dict[str, list[int]]) -> None:
    assert read(page_of(*numbered(5, verdict)), (1, 3, 3)) == zones


@pytest.mark.parametrize(
    "verdict", ["body", "byline", "author-credit", "editor-credit", "original-title", "note", "summary"]
)
def test_the_lines_of_the_body_that_may_name_somebody(verdict: str) -> None:
    zone = "head" if verdict == "byline" else "lead"
    assert read(page_of(*numbered(1, verdict)), (-1, 0, 0)) == {zone: [0], "tail": [0], "close": [0]}


@pytest.mark.parametrize("verdict", ["", "caption", "promotion", "related", "share-bar", "comment"])
def test_other_lines_of_the_body_name_nobody(verdict: str) -> None:
    assert read(page_of(*numbered(1, verdict)), (-1, 0, 0)) == {}


def test_the_caption_of_a_picture_names_no_source() -> None:
    page = page_of(*numbered(2, "body"))
    page.blocks[0].text = page.blocks[1].text = "Source: 江川影社"
    page.blocks[0].kind = "caption"
    assert [line.fields for line in lines(page, (-1, 0, 1))][:2] == [[], [("source", "江川影社")]]


def test_the_first_and_the_last_lines_of_the_body() -> None:
    page = page_of(*numbered(40, "body"))
    for block in page.blocks:
        block.text += "江" * 30
    for number in (3, 4, 13, 14, 30):
        page.blocks[number].text = f"第{number}行"
    found = [(line.zone, int(line.text.strip("第行江"))) for line in lines(page, (-1, 0, 39))]
    assert [number for zone, number in found if zone == "lead"] == [0, 1, 2, 3, 4, 13], "short ones up to the 14th"
    assert [number for zone, number in found if zone == "tail"] == list(range(30, 40))
    assert [number for zone, number in found if zone == "close"] == [38, 39]


@pytest.mark.parametrize("size, read_on", [(30, True), (31, False)])
def test_a_byline_below_the_key_points_is_short(size: int, read_on: bool) -> None:
    page = page_of(*numbered(20, "body"))
    page.blocks[4].text = "江" * size
    assert any(line.zone == "lead" and "江" in line.text for line in lines(page, (-1, 0, 19))) is read_on


def test_the_first_two_lines_are_no_end_unless_there_are_no_more() -> None:
    def tail(count: int) -> list[int]:
        return read(page_of(*numbered(count, "body")), (-1, 0, count - 1))["tail"]

    assert tail(1) == [0]
    assert tail(2) == [0, 1]
    assert tail(3) == [2]
    assert tail(4) == [2, 3]
    assert tail(11) == list(range(2, 11))
    assert tail(12) == list(range(2, 12))
    assert tail(13) == list(range(3, 13))


def test_hidden_and_empty_blocks_do_not_count() -> None:
    page = page_of(*numbered(6, "body"))
    page.blocks[0].hidden = True
    page.blocks[1].text = ""
    assert read(page, (-1, 0, 5)) == {"lead": [2, 3, 4, 5], "tail": [4, 5], "close": [4, 5]}
    page = page_of(*numbered(3))
    page.blocks[1].hidden = True
    assert read(page, (-1, 3, 2)) == {"head": [0, 2]}


def test_ten_lines_below_the_body_among_forty_blocks() -> None:
    page = page_of(*numbered(60))
    assert read(page, (-1, 0, 4)) == {"after": list(range(5, 15))}
    for block in page.blocks[5:43]:
        block.text = ""
    assert read(page, (-1, 0, 4)) == {"after": [43]}
    page.blocks[43].text = ""
    assert read(page, (-1, 0, 4)) == {}


@pytest.mark.parametrize("zone, most", [("head", 180), ("tail", 160), ("after", 120)])
def test_long_lines_of_a_zone_are_not_read(zone: str, most: int) -> None:
    def zones(size: int) -> list[str]:
        blocks = [*numbered(1), *numbered(1), *numbered(5, "body"), *numbered(1)]
        blocks[{"head": 1, "tail": 6, "after": 7}[zone]].text = "江" * size
        return [line.zone for line in lines(page_of(*blocks), (0, 2, 6)) if line.text == "江" * size]

    assert zone in zones(most)
    assert zone not in zones(most + 1)


@pytest.mark.parametrize("size, read_on", [(180, True), (181, False)])
def test_a_long_paragraph_is_read_as_it_is(size: int, read_on: bool) -> None:
    text = "作者：张晓明 " + "江" * (size - 7)
    line = lines(page_of(Block("heading", text, verdict="body"), names=("author",)), (-1, 0, 0))[0]
    assert (line.zone, line.text, bool(line.fields)) == ("lead", text, read_on)
    if not read_on:
        assert line == plain(text, "lead")


@pytest.mark.parametrize("size, count", [(100_000, 1), (100_001, 0)])
def test_a_paragraph_of_a_hundred_thousand_characters(size: int, count: int) -> None:
    found = lines(page_of(Block("paragraph", "江" * size, verdict="body")), (-1, 0, 0))
    assert [line.zone for line in found] == ["lead"] * count + ["close"]


@pytest.mark.parametrize("tag", ["title", "option"])
def test_some_elements_name_nobody(tag: str) -> None:
    assert lines(page_of(*numbered(2), tag=tag), (-1, 2, 1)) == []


def plain(text: str, zone: str) -> Line:
    return Line(
        text, zone, below=True, near=False, words=frozenset(), kind="paragraph", linked=False, channel="",
        pieces=(), fields=[], dated=False, crumb=False, rule="", beside=(),
    )  # fmt: skip


def test_the_end_is_read_as_it_is() -> None:
    page = page_of(Block("heading", "作者：张晓明 2026-03-01", verdict="body", rule="x"), names=("author",))
    assert lines(page, (-1, 0, 0))[-1] == plain("作者：张晓明 2026-03-01", "close")


# What is seen in a line


def only(block: Block, **given: Any) -> Line:
    [line] = lines(page_of(block, **given), (-1, 1, 0))
    return line


def test_a_line() -> None:
    seamed = SEAM.join(("江川网", "2026-03-01", " ", "来源：", "新华社", "张晓明"))
    block = Block("heading", "江川网2026-03-01来源：新华社 张晓明", links=3, seamed=seamed, rule="bylines/line")
    assert only(block, names=("top-info", "Author")) == Line(
        text="江川网 2026-03-01 来源： 新华社 张晓明",
        zone="head",
        below=True,
        near=True,
        words=frozenset(("top", "info", "author", "top-info", "around")),
        kind="heading",
        linked=False,
        channel="江川网",
        pieces=("江川网", "2026-03-01", "来源：", "新华社", "张晓明"),
        fields=[("source", "新华社\t张晓明")],
        dated=True,
        crumb=False,
        rule="bylines/line",
        beside=("江川网", "张晓明"),
    )


@pytest.mark.parametrize("size, joined", [(120, True), (121, False)])
def test_the_pieces_of_a_short_line_are_set_apart(size: int, joined: bool) -> None:
    text = "江" * size
    block = Block("paragraph", text, seamed=f"江{SEAM}{text[1:]}")
    assert only(block).text == ("江 " + text[1:] if joined else text)


def test_one_piece_is_the_line_as_it_is() -> None:
    assert only(Block("paragraph", "江川  网", seamed="江川 网")).text == "江川  网"


def test_the_noise_of_hijacked_copies_is_not_read() -> None:
    line = only(Block("paragraph", "來(lái)源：江川（chuān）日報(A1)"))
    assert (line.text, line.fields) == ("來源：江川日報(A1)", [("source", "江川日報(A1)")])


@pytest.mark.parametrize(
    "text, read",
    [
        ("*编辑：李秋*", "编辑：李秋"),
        ("**编辑：李秋**", "编辑：李秋"),
        ("_编辑：李秋_", "编辑：李秋"),
        ("*编辑：李秋", "*编辑：李秋"),  # half a pair
        ("*编辑：李秋**", "*编辑：李秋**"),
        ("*编辑* 李*秋*", "*编辑* 李*秋*"),  # not around the line
        ("****", "****"),
    ],
)
def test_a_line_set_in_emphasis(text: str, read: str) -> None:
    assert only(Block("paragraph", text)).text == read


@pytest.mark.parametrize(
    "text, dated",
    [
        ("2026-03-01", True),
        ("3小时前", True),
        ("10:30 江川", True),
        ("昨天", False),  # no figure: a word of the text
        ("2026年", False),
        ("2026年3月", False),
        ("江川", False),
        ("10:30 " + "江" * 43, True),
        ("10:30 " + "江" * 44, False),
        ("2026-03-01 " + "江" * 44, True),
    ],
)
def test_a_dated_line(text: str, dated: bool) -> None:
    assert only(Block("paragraph", text)).dated is dated


@pytest.mark.parametrize("sign", list(">＞»›"))
def test_a_breadcrumb(sign: str) -> None:
    line = only(Block("paragraph", f"首页{sign}江川"))
    assert line.crumb
    assert line.beside == ()
    assert not only(Block("paragraph", "首页-江川")).crumb


@pytest.mark.parametrize("size, beside", [(80, True), (81, False)])
def test_what_stands_beside_the_date_of_a_short_line(size: int, beside: bool) -> None:
    assert bool(only(Block("paragraph", ("江川 " * 40)[: size - 1] + "江")).beside) is beside


def test_only_the_head_has_words_beside_the_date() -> None:
    found = lines(page_of(Block("paragraph", "江川日报 2026-03-01", verdict="body")), (-1, 0, 0))
    assert [line.beside for line in found] == [(), (), ()]


@pytest.mark.parametrize("links, linked", [(0, False), (6, False), (7, True), (10, True)])
def test_most_of_a_line_is_a_link(links: int, linked: bool) -> None:
    assert only(Block("paragraph", "江" * 10, links=links)).linked is linked


@pytest.mark.parametrize(
    "text, seamed, links, channel",
    [
        ("江川 新华社", f"江川{SEAM}新华社", 2, "江川"),
        ("江川 新华社", f"江川{SEAM}新华社", 3, ""),  # another link
        ("江川 新华社", f"江川{SEAM}新华社", 0, ""),
        ("江川", "江川", 2, ""),  # nothing follows
        ("江川 新华社", "", 2, ""),
    ],
)
def test_the_channel_before_the_source(text: str, seamed: str, links: int, channel: str) -> None:
    assert only(Block("paragraph", text, links=links, seamed=seamed)).channel == channel


def test_twelve_lines_are_near_the_headline() -> None:
    found = lines(page_of(*numbered(20)), (2, 19, 18))
    assert [line.near for line in found] == [False] * 2 + [True] * 12 + [False] * 5
    found = lines(page_of(*numbered(3, "body")), (-1, 0, 2))
    assert not any(line.near for line in found)
    found = lines(page_of(*numbered(3, "byline")), (-1, 0, 2))
    assert [line.near for line in found] == [True] * 3 + [False] * 3


def test_the_words_of_the_containers_say_what_a_line_holds() -> None:
    line = only(Block("paragraph", "桥头闲话"), names=("penname",))
    assert [group for group in ("source", "author", "editor") if line.says(group)] == ["author"]
    line = only(Block("paragraph", "江川日报"), names=("article-source",))
    assert [group for group in ("source", "author", "editor") if line.says(group)] == ["source"]
    line = only(Block("paragraph", "李秋"), names=("zebian",))
    assert [group for group in ("source", "author", "editor") if line.says(group)] == ["editor"]
    line = only(Block("paragraph", "李秋"))
    assert [group for group in ("source", "author", "editor") if line.says(group)] == []


def test_a_block_outside_every_container() -> None:
    page = page_of(Block("paragraph", "李秋"))
    page.blocks[0].node = 0
    page.parents[0] = 1
    page.attrs[0] = 'class="editor"'
    assert lines(page, (-1, 1, 0))[0].words == frozenset(("editor",))


def test_a_line_has_no_other_fields() -> None:
    with pytest.raises(AttributeError):
        plain("", "head").note = ""  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "pieces, signed",
    [
        (("安小山 卜成", "江川日报"), (("安小山", "卜成"), "江川日报")),
        (("安小山", "江川日报"), (("安小山",), "江川日报")),
        (("安小山", "江川"), None),
        (("江川日报", "安小山"), None),
        (("桥头闲话", "江川日报"), None),
        (("安小山 桥头闲话", "江川日报"), None),  # all of them or none
        (("佚名", "江川日报"), None),
        (("安小山", "江川日报", "2026-03-01"), None),
        (("安小山",), None),
        ((), None),
    ],
)
def test_names_and_their_outlet_in_elements_of_their_own(
    pieces: tuple[str, ...], signed: tuple[tuple[str, ...], str] | None
) -> None:
    assert signed_outlet(pieces) == signed
