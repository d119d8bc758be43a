"""Lines that are shifted by a byte: where one shows, and what is looked at to tell it from rare characters."""

from __future__ import annotations

import pytest

from newsclean.charsets import damage, gb, shifts
from newsclean.charsets.damage import Reading, read
from newsclean.charsets.gb import Line
from newsclean.charsets.shifts import Search
from newsclean.charsets.stretches import stretches_of

LINE = "江川县昨天召开会议，讨论了明年的预算。"
HANT = "投資目標和「中性」評級".encode("big5")
RARE = "䶮"
"""Not in GB 2312, and rare in GB18030."""

# GB 2312 with a look into GB18030


@pytest.mark.parametrize(
    "data, line",
    [
        (b"", Line("", False, ())),
        (b"<p>plain", Line("<p>plain", False, ())),
        ((LINE + "—·“”").encode("gbk"), Line(LINE + "—·“”", False, ())),  # the dash and the dot as browsers have them
        ("朱镕基、國、喆".encode("gbk"), Line("朱镕基、國、喆", False, ())),  # rare characters after right ones
        ("𠮷野家".encode("gb18030"), Line("𠮷野家", False, ())),  # four bytes
        (b"\xa8\x40\xd6\xd0", Line("ˊ中", False, ())),
        (b"\xd6\xd0\xff.", Line("中\udcff.", True, ())),  # a byte that is no character
        (b"\xd6\xd0\x80.", Line("中\udc80.", True, ())),
        (b"\x84\x31\xa4\x37.", Line("\ufffd.", False, ())),  # a loss that is written as such
        ((LINE + "――").encode("gbk"), None),  # the other dash
        ((LINE + "・").encode("gb18030"), None),  # and the other dot: read with GB18030
    ],
)
def test_gb(data: bytes, line: Line | None) -> None:
    assert gb.read(data, stretches_of(data)) == line


@pytest.mark.parametrize(
    "text, is_simplified",
    [
        ("國" * 12, True),  # traditional characters, as a name or a quotation has them
        ("國" * 13, False),
        ("國" * 12 + "a" * (13_000 - 24) + "國", True),  # more than twelve in a long page, one in 1,000 bytes
        ("國" * 12 + "a" * (13_000 - 25) + "國", False),
        ("丕" * 300, True),  # rare characters of GB 2312 are no sign of it
        ("中" + RARE * 200, True),  # nor are rarer ones, but each is looked up
        ("中" + RARE * 201, False),
    ],
)
def test_a_page_in_traditional_characters_is_not_read_with_gb_2312(text: str, is_simplified: bool) -> None:
    data = text.encode("gb18030")
    assert (gb.read(data, stretches_of(data)) is not None) is is_simplified


@pytest.mark.parametrize(
    "good, shifted_line, suspects",
    [
        ("川县昨天召开会", b"\xb4\xa8\xcf\xd8\xd7\xf2\xcc\xec\xd5\xd9\xbf\xaa\xbb\xe1", ()),
        ("江川县", b"\xad\xb4\xa8\xcf\xd8\n", (4,)),
        ("江川县昨", b"\xad\xb4\xa8\xcf\xd8\xd7\xf2A", (6,)),
        ("年的预算", b"\xc4\xea\xc4\xd4\xa4\xcb\xe3A", (6,)),  # leaving a byte out gains 14
        ("的预算。", b"\xb5\xc4\xd4\xa4\xcb\xa1\xa3A", ()),  # 13
        ("千六百万", b"\xc7\xa7\xc1\xf9\xd9\xcd\xf2A", (6,)),  # what is before has level 22.25
        ("了明年", b"\xc1\xcb\xf7\xc4\xeaA", ()),  # 22
        ("开会议，", b"\xbf\xaa\xbb\xe1\xe9\xa3\xacA", ()),
        ("从县交", b"\xb4\xcf\xd8\xbd\xbb\n", (4,)),
    ],
)
def test_a_shifted_line_of_simplified_characters(good: str, shifted_line: bytes, suspects: tuple[int, ...]) -> None:
    line = gb.read(shifted_line, stretches_of(shifted_line))
    assert line is not None
    assert line.suspects == suspects
    if suspects:  # and a place in a page is told by its offset, if it does not come often: that would be a rare word
        for times, found in ((1, 1), (3, 3), (4, 0)):
            page = "<p>今天</p>".encode("gbk") + (shifted_line + b"\n<br>") * times
            line = gb.read(page, stretches_of(page))
            assert line is not None
            assert len(line.suspects) == found


# Big5 and traditional GBK


@pytest.mark.parametrize(
    "text, codec, places",
    [
        ("縣議會昨日召開", "big5hkscs", []),
        ("投資目撒讞M中性」", "big5hkscs", [5]),  # 投資目標和「中性」
        ("公尺投資堙A", "big5hkscs", [5]),  # 公尺投資目，: leaving a byte out gains 3
        ("長三百膜堙C", "big5hkscs", []),  # 長三百公尺。: 2
        ("百公惩顿Y「", "gb18030", []),  # 百公尺投資「: 2
        ("表隉G", "big5hkscs", [2]),  # 表示：: reading from the next byte on gains 12
        ("表隉u", "big5hkscs", []),  # 表示「: 11
        ("議員﹛G「", "big5hkscs", [3]),  # 議員說：「: beside a sign, leaving a byte out gains 23
        ("筋﹛A", "big5hkscs", []),  # 畫活，: 19
        ("兹照匍_", "gb18030", [3]),
        ("預算Ｗh", "gb18030", []),
        ("了解，大蛉\ue0a6L三百", "gb18030", [6]),  # 了解，大橋全長三百
        # signs that somebody wrote
        ("學生☆☆A", "big5hkscs", []),
        ("§§a", "big5hkscs", []),
        ("○○[", "gb18030", []),
        ("ＡＢc", "gb18030", []),
        ("今日學生＿A", "gb18030", []),
        ("今日投資〞A", "big5hkscs", []),
        ("天朱部A夜", "big5hkscs", []),  # common characters before the letter
        ("訂閱YouTube", "big5hkscs", []),
        ("??A、?A", "big5hkscs", []),
        ("議員﹛G「\n長三百膜堙C\n議員﹛G「", "big5hkscs", [3, 16]),
    ],
)
def test_shifted(text: str, codec: str, places: list[int]) -> None:
    assert Search(codec).shifted(text) == places


@pytest.mark.parametrize(
    "text, searched",
    [
        (
            "目" * 20 + "撒讞M中性評級很好",
            "目" * 14 + "撒讞M中性評級",
        ),  # sixteen characters before it and four after it
        ("a、目撒讞M中性評級", "、目撒讞M中性評級"),  # back to ASCII
        ("目撒讞M中<b>性", "目撒讞M中"),  # and on to what is no second byte
        ("目撒讞M?中性", "目撒讞M"),
        ("目撒讞M@中性評級", "目撒讞M@中性評"),
        ("目撒讞M", "目撒讞M"),
    ],
)
def test_what_is_searched_around_a_letter(text: str, searched: str, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def price(near: str, _letters: object) -> int:
        asked.append(near)
        return 0

    monkeypatch.setattr(shifts, "price", price)
    Search("big5hkscs").shifted(text)
    assert asked == [searched]


@pytest.mark.parametrize(
    "text, count",
    [
        ("議員﹛G「\n" * 50, 50),
        ("議員﹛G「\n" * 51, 50),  # searches that are made in one document
        ("天朱部A夜\n" * 1_999 + "議員﹛G「", 1),  # letters that are looked at
        ("天朱部A夜\n" * 2_000 + "議員﹛G「", 0),
    ],
)
def test_what_is_searched_in_one_document(text: str, count: int) -> None:
    assert len(Search("big5hkscs").shifted(text)) == count


# Reading past what cannot be read


@pytest.mark.parametrize(
    "codec, data, reading",
    [
        ("gb18030", LINE.encode("gbk"), Reading(LINE)),
        ("gb18030", b"a\xff\xffb", Reading("a\ufffdb", (1,))),
        ("gb18030", b"a\x80b", Reading("a€b")),
        ("big5hkscs", b"a\xffb", Reading("a\ufffdb", (1,))),
        ("cp932", b"a\x81<b", Reading("a\ufffd<b", (1,))),
        ("cp949", b"a\xffb", Reading("a\ufffdb", (1,))),
        ("euc-jp", b"a\xffb", Reading("a\ufffdb", (1,))),
        ("cp949", b"a\xff\xffb", Reading("a\ufffdb", (1,))),
        ("euc-jp", b"a\xff\xffb", Reading("a\ufffdb", (1,))),
        ("big5hkscs", b"\xff\xa4\xa4\xff<b\xff", Reading("\ufffd中\ufffd<b\ufffd", (0, 3, 6))),
        # a line that is shifted without an error
        ("big5hkscs", HANT[:5] + HANT[6:], Reading("投資\ufffd標和「中性」評級", (4,))),
        ("gb18030", b"<p>\xad\xb4\xa8\xcf\xd8\n", Reading("<p>\ufffd川县\n", (3,))),
        ("gb18030", b"\xff<p>\xad\xb4\xa8\xcf\xd8\n", Reading("\ufffd<p>\ufffd川县\n", (0, 4))),
        ("utf-8", b"a\xff\xff<b\xff", Reading("a\ufffd<b\ufffd", (1, 5))),
        ("cp1255", b"a\xd9\xd9b", Reading("a\ufffd\ufffdb", (1, 2))),  # one byte is one character
        ("utf-16-le", b"a\x00\x3d\xd8b\x00", Reading("a\ufffdb", (2,))),
        ("ascii", b"a\xffb", Reading("a\ufffdb", (1,))),
        # a lone windows-1252 sign in English
        ("utf-8", b"it\x92s", Reading("it’s")),
        ("utf-8", b"a \x93Times", Reading("a “Times")),
        ("utf-8", b"\x93T", Reading("“T")),
        ("utf-8", b"end\x94", Reading("end”")),
        ("utf-8", b"it\x9fs", Reading("itŸs")),
        ("utf-8", b"it\xa0s", Reading("it\ufffds", (2,))),
        ("utf-8", b"it\x81s", Reading("it\ufffds", (2,))),  # which windows-1252 has not
        ("utf-8", b"it\x92\x92s", Reading("it\ufffds", (2,))),
        ("gb18030", b"it\x92\xffs", Reading("it\ufffds", (2,))),
    ],
)
def test_read(codec: str, data: bytes, reading: Reading) -> None:
    assert read(data, codec) == reading


@pytest.mark.parametrize(
    "first, second, text, told",
    [
        ("utf-8", "gb18030", "江川县", "gb18030"),
        ("utf-8", "big5hkscs", "議會昨", "big5hkscs"),
        ("utf-8", "gb18030", "江", None),  # too little to tell
        ("gb18030", "utf-8", "江川县昨天", "utf-8"),
        ("big5hkscs", "utf-8", "議會昨日召", "utf-8"),
    ],
)
def test_a_second_encoding(first: str, second: str, text: str, told: str | None) -> None:
    around = ("今天" if second == "gb18030" or first == "gb18030" else "今日").encode(first)
    data = around + b"<p>" + text.encode(second) + b"</p>" + around
    reading = read(data, first)
    assert reading.second == told
    if told:
        assert reading.text == f"{around.decode(first)}<p>{text}</p>{around.decode(first)}"


@pytest.mark.parametrize("count, is_read_anew", [(20_000, True), (20_001, False)])
def test_with_very_many_damaged_places_no_more_is_asked(
    count: int, is_read_anew: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(damage, "_reread", lambda *_: Reading("anew"))
    reading = read(b"\xff<" * count, "utf-8")
    assert (reading.text == "anew") is is_read_anew
    if not is_read_anew:
        assert reading == Reading("\ufffd<" * count, tuple(range(0, 40_000, 2)))


@pytest.mark.parametrize("codec, size", [("utf-16-le", 4), ("cp1255", 1)])
def test_the_offsets_of_the_first_20000_are_kept(codec: str, size: int) -> None:
    data = {4: b"\x3d\xd8a\x00", 1: b"\xd9"}[size]
    reading = read(data * 20_001, codec)
    assert reading.text.count("\ufffd") == 20_001
    assert reading.damaged == tuple(range(0, 20_000 * size, size))


@pytest.mark.parametrize("length, asked", [(49_152, 49_152), (49_153, 0)])
def test_what_is_read_anew_in_one_document(length: int, asked: int, monkeypatch: pytest.MonkeyPatch) -> None:
    sizes: list[int] = []

    def likeliest(part: bytes, *_: object) -> tuple[str, list[int], bool, int]:
        sizes.append(len(part))
        return "", [], False, 0

    monkeypatch.setattr(damage, "likeliest", likeliest)
    monkeypatch.setattr(damage, "STRETCH", 100_000)
    read(b"\xff" * length, "big5hkscs")
    assert sum(sizes) == asked


@pytest.mark.parametrize("before, after", [(1999, 1998), (2000, 1999), (2001, 2000), (3000, 3000)])
def test_how_far_a_line_is_read_anew(before: int, after: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """2,000 characters to each side of the damage."""
    sizes: list[int] = []

    def likeliest(part: bytes, *_: object) -> tuple[str, list[int], bool, int]:
        sizes.append(len(part))
        return "", [], False, 0

    monkeypatch.setattr(damage, "likeliest", likeliest)
    data = b"A" * before + b"\xff" + b"A" * after
    read(data, "big5hkscs")
    assert sizes == [min(before, 2000) + 1 + min(after, 1999)]
