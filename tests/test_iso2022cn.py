"""ISO-2022-CN: the escape sequences, and every character of the two planes of CNS 11643 that Big5 has too."""

from __future__ import annotations

import pytest

from newsclean.charsets.iso2022cn import decode

PLANE_1 = b"\x1b$)G"
PLANE_2 = b"\x1b$*H"


def in_order(first: int, last: int) -> list[bytes]:
    """The codes of a plane from one to another, of 94 columns."""
    codes = [bytes((row, column)) for row in range(0x21, 0x7F) for column in range(0x21, 0x7F)]
    return [code for code in codes if first.to_bytes(2, "big") <= code <= last.to_bytes(2, "big")]


def big5(first: int, last: int) -> str:
    """What Python's codec has between two codes of Big5."""
    lows = [*range(0x40, 0x7F), *range(0xA1, 0xFF)]
    codes = [row << 8 | low for row in range(0xA1, 0xFA) for low in lows]
    return b"".join(code.to_bytes(2, "big") for code in codes if first <= code <= last).decode("cp950")


def test_plane_1_has_each_of_the_common_characters_once() -> None:
    text = decode(PLANE_1 + b"\x0e" + b"".join(in_order(0x4421, 0x7D4B)) + b"\x0f")
    assert len(text) == 5401
    assert sorted(text) == sorted(big5(0xA440, 0xC67E))
    assert (text[:3], text[-3:]) == ("一乙丁", "鸛鸞籲")


def test_plane_2_has_each_of_the_rarer_characters_once() -> None:
    """Big5 has two of its common characters a second time."""
    text = decode(PLANE_2 + b"".join(b"\x1bN" + code for code in in_order(0x2121, 0x7244)))
    assert len(text) == 7650
    assert sorted(text) == sorted(set(big5(0xC940, 0xF9D5)) - set("\ufa0c\ufa0d"))
    assert (text[:3], text[-3:]) == ("乂乜凵", "齾齉龘")


@pytest.mark.parametrize(
    "first, text",
    [
        (0x2121, "　，、。．‧；：？！︰…‥﹐﹑﹒·﹔﹕﹖﹗︱—︳–"),
        (
            0x213E,
            "（）︵︶｛｝︷︸〔〕︹︺【】︻︼《》︽︾〈〉︿﹀「」﹁﹂『』﹃﹄﹙﹚﹛﹜﹝﹞‘’“”〝〞′‵＃＆＊※§〃○●△▲◎☆★◇◆□■▽▼",
        ),
        (0x2227, "﹉﹊﹍﹎﹋﹌﹟﹠﹡＋－×÷±√＜＞＝≦≧≠∞≒≡﹢﹣﹤﹦﹥～∩∪"),
        (0x2255, "↑↓→←↖↗↙↘"),
        (0x2421, "０１２３４５６７８９ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ〡〢〣〤〥〦〧〨〩十卄卅ＡＢＣＤＥＦＧ"),
        (0x2545, "ψωㄅㄆㄇㄈㄉㄊㄋㄌㄍㄎㄏㄐㄑㄒㄓㄔㄕㄖㄗㄘㄙㄚㄛㄜㄝㄞㄟㄠㄡㄢㄣㄤㄥㄦㄧㄨㄩ˙ˉˊˇˋ"),
    ],
)
def test_marks_and_letters_of_plane_1(first: int, text: str) -> None:
    codes = b"".join(in_order(first, 0x7D4B)[: len(text)])
    assert decode(PLANE_1 + b"\x0e" + codes + b"\x0f") == text


@pytest.mark.parametrize(
    "data, text",
    [
        (b"", ""),
        (b"plain\n", "plain\n"),
        (b"\x0eVP9z\x0f abc", "中国 abc"),  # GB 2312, if nothing else is said
        (b"\x1b$)A\x0eVP9z\x0f", "中国"),
        (b"\x1b$)G\x0eD!\x0f\x1b$)A\x0eVP\x0f", "一中"),  # one plane after another
        (b"\x1b$)G\x0eD!\x1b$)A\x0eVP\x0f", "一中"),
        (b"\x1b$)G\x1b$*H\x1bN!!\x0eD!\x0f", "乂一"),  # what names the second one leaves the first
        (b"\x0eVP\x1bN!!9z\x0f", "中乂9z"),
        (b"\x0eVP\nVP", "中\nVP"),  # the end of a line ends it
        (b"\x0eVP9", "中\ufffd"),  # half a character
        (b"\x1b$)G\x0eD!D\x0f.", "一."),
        (b"\x0e\x0fa\x0fb\x1b", "ab"),
        (b"a\xffb", "a\ufffdb"),  # eight bits are none of it
        (b"\x0e\xd6\xd0\x0f", "中"),
        (b"\x1b$)G\x0e\xc4\xa1\x0f", "一"),
        (b"\x1b$)G\x0e !D!\x0f", "\ufffd一"),
        (b"\x1bN !", "\ufffd"),  # before the first character, and after the last
        (b"\x1bN~~", "\ufffd"),
    ],
)
def test_escape_sequences(data: bytes, text: str) -> None:
    assert decode(data) == text


@pytest.mark.parametrize("plane", [b"\x1b$)A\x0e", b"\x1b$)G\x0e"])
def test_any_two_bytes_are_a_character_or_none(plane: bytes) -> None:
    for code in in_order(0x2121, 0x7E7E):
        assert len(decode(plane + code)) == 1
        assert len(decode(b"\x1bN" + code)) == 1
