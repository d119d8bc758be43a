"""The search through damaged bytes: what can stand at a place, what it costs, and which way is the cheapest."""

from __future__ import annotations

import pytest

from newsclean.charsets.alphabets import LOST, alphabet, average
from newsclean.charsets.likelihood import levels
from newsclean.charsets.search import likeliest, price

GB, BIG5, UTF8 = alphabet("gb18030"), alphabet("big5hkscs"), alphabet("utf-8")
OUT = (1, LOST, 36, False)
"""Any byte that is not ASCII can be left out."""


@pytest.mark.parametrize(
    "codec, data, ways",
    [
        ("gb18030", b"a\xd6", [(1, "a", 9, False)]),  # ASCII is that and nothing else
        ("gb18030", b"\x7f", [(1, "\x7f", 9, False)]),
        ("gb18030", b"\xd6\xd0.", [OUT, (2, "中", 10, False)]),
        ("gb18030", b"\xd6\xd0\xb9\xfa.", [OUT, (2, "中", 10, False)]),  # not two characters at once
        ("gb18030", b"\x80.", [OUT, (1, "€", 30, False)]),  # as Windows writes it
        ("gb18030", b"\x81\x30\x81\x30.", [OUT, (4, "\x80", 56, False)]),
        ("gb18030", b"\x95\x34\xb2\x35.", [OUT, (4, "𠮷", 58, False)]),  # four bytes are rare
        ("gb18030", b"\xff\xff.", [OUT]),
        ("gb18030", b"\xd6", [OUT]),
        ("gb18030", b"\xa4\xce.", [OUT, (2, "の", 24, False)]),  # kana are quoted a word at a time
        ("big5hkscs", b"\xa4\xa4.", [OUT, (2, "中", 10, False)]),
        ("big5hkscs", b"\xa3\xe1.", [OUT, (2, "€", 30, False)]),
        ("big5hkscs", b"\x88\x62.", [OUT, (2, "Ê\u0304", 46, False)]),  # a character of two code points
        ("big5hkscs", b"\x80\x80.", [OUT]),
        ("cp949", "한.".encode("cp949"), [OUT, (2, "한", 10, False)]),
        ("cp932", "本.".encode("cp932"), [OUT, (2, "本", 17, False)]),
        ("cp932", b"\xb1\xb1.", [OUT, (1, "ｱ", 14, False)]),  # half-width kana have one byte
        ("euc-jp", "本.".encode("euc-jp"), [OUT, (2, "本", 17, False)]),
        ("euc-jp", b"\x8e\xb1.", [OUT, (2, "ｱ", 14, False)]),
        ("euc-jp", b"\x8f\xb0\xa1.", [OUT, (3, "丂", 42, False)]),  # JIS X 0212 has three
        # UTF-8: of one byte, two, three and four
        ("utf-8", b"\xc1\xbf.", [OUT]),
        ("utf-8", b"\xc2\xa0.", [OUT, (2, "\xa0", 46, False)]),
        ("utf-8", b"\xdf\xbf.", [OUT, (2, "\u07ff", 46, False)]),
        ("utf-8", b"\xe0\xa0\x80.", [OUT, (3, "\u0800", 46, False)]),
        ("utf-8", b"\xef\xbc\x8c.", [OUT, (3, "，", 6, False)]),
        ("utf-8", b"\xef\xbf\xbd.", [OUT, (3, LOST, 30, False)]),  # a loss that the bytes hold themselves
        ("utf-8", b"\xf0\x90\x80\x80.", [OUT, (4, "\U00010000", 46, False)]),
        ("utf-8", b"\xf4\x8f\xbf\xbf.", [OUT, (4, "\U0010ffff", 46, False)]),
        ("utf-8", b"\xf5\x80\x80\x80.", [OUT]),
        ("utf-8", b"\x80.", [OUT]),
        # cut short: what belongs together is left out together
        ("utf-8", b"\xe4.", [OUT, (1, LOST, 36, False)]),
        ("utf-8", b"\xe4\x80.", [OUT, (2, LOST, 36, False)]),
        ("utf-8", b"\xe4\xbf.", [OUT, (2, LOST, 36, False)]),
        ("utf-8", b"\xe4\x7f.", [OUT, (1, LOST, 36, False)]),
        ("utf-8", b"\xe4\xc0.", [OUT, (1, LOST, 36, False)]),
        ("utf-8", b"\xe0\x80\x80\x80.", [OUT, (3, LOST, 36, False)]),  # longer than it should be
        ("utf-8", b"\xf0\x9f\x98.", [OUT, (3, LOST, 36, False)]),
        # surrogates that were written as characters of their own
        ("utf-8", b"\xed\xa0\xbd\xed\xb8\x80.", [OUT, (6, "😀", 20, False)]),
        ("utf-8", b"\xed\xaf\xbf\xed\xbf\xbf.", [OUT, (6, "\U0010ffff", 20, False)]),
        ("utf-8", b"\xed\xa0\xbd.", [OUT, (3, LOST, 36, False)]),
        ("utf-8", b"\xed\xb8\x80\xed\xa0\xbd.", [OUT, (3, LOST, 36, False)]),
    ],
)
def test_what_can_stand_at_a_place(codec: str, data: bytes, ways: list[tuple[int, str, int, bool]]) -> None:
    for _ in range(2):  # at first sight, and when it is known
        assert alphabet(codec).ways(data, 0, None) == ways
        assert alphabet(codec).ways(b".." + data, 2, None) == ways


@pytest.mark.parametrize(
    "first, second, data, ways",
    [
        (UTF8, GB, b"\xd6\xd0.", [OUT, (1, LOST, 36, False), (2, "中", 18, True)]),  # 8 more in the second encoding
        (GB, UTF8, b"\xe4\xb8\xad.", [OUT, (2, "涓", levels("zh")["涓"], False), (3, "中", 18, True)]),
        (GB, UTF8, b"\xff\xbf.", [OUT]),
        (GB, UTF8, b"\xc2.", [OUT]),  # what is cut short is not sought in the second
        (UTF8, GB, b"\x80.", [OUT, (1, "€", 30, True)]),
        (UTF8, BIG5, b"\xa3\xe1.", [OUT, (2, "€", 30, True)]),
        (GB, UTF8, b"a", [(1, "a", 9, False)]),
    ],
)
def test_what_can_stand_there_in_two_encodings(
    first: object, second: object, data: bytes, ways: list[tuple[int, str, int, bool]]
) -> None:
    assert first.ways(data, 0, second) == ways  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "text, cost",
    [
        ("", 0),
        ("的", 7),
        (LOST, 30),
        ("\u3040", 24),
        ("\u30ff", 24),
        ("\u303f", 46),
        ("\u3100", 46),
        ("乍", 24),  # from level 22 on what is rarer costs double
        ("丙", 22),
        ("\ue000", 44),  # but for private use
        ("Ê\u0304ê\u030c", 46 + 46),
    ],
)
def test_what_characters_cost(text: str, cost: int) -> None:
    assert GB.cost(text) == cost


def test_average() -> None:
    assert average(-30.0, 6) == 10


@pytest.mark.parametrize(
    "text, seen, cost",
    [
        ("", (), 0),
        ("江川", (), 13 + 18),
        ("江川", ("江川",), 13 + 18 - 6),  # the document has it elsewhere
        ("中国", (), 10 + 10 - 7),  # a word
        ("中国", ("中国",), 10 + 10 - 7 - 3),
        ("a中", (), 9 + 10),
        ("a中国", (), 9 + 10 + 10 - 7),
        ("中a国", (), 10 + 9 + 10 + 14),  # a letter that stands alone
        ("中@国", (), 10 + 9 + 10 + 14),
        ("中~国", (), 10 + 9 + 10 + 14),
        ("中?国", (), 10 + 9 + 10),
        ("中\x7f国", (), 10 + 9 + 10),
        ("中ab国", (), 10 + 9 + 9 + 10),
        ("a国", (), 9 + 10),
        ("éa国", (), 46 + 9 + 10),  # nor after what is not Chinese
        ("⺀a国", (), 46 + 9 + 10 + 14),
        ("中aé", (), 10 + 9 + 46),
        ("中a" + LOST, (), 10 + 9 + 30),
        ("é国", ("é国",), 46 + 10),
        ("⺀国", ("⺀国",), 46 + 10 - 6),
        ("国⺀", ("国⺀",), 46 + 10 - 6),
        ("国é", ("国é",), 46 + 10),
    ],
)
def test_what_a_text_costs(text: str, seen: tuple[str, ...], cost: int) -> None:
    assert price(text, GB, frozenset(seen)) == cost


@pytest.mark.parametrize(
    "first, second, data, text, lost, foreign, cost",
    [
        (GB, None, b"", "", [], False, 0),
        (GB, None, "中国".encode("gbk"), "中国", [], False, 13),
        (GB, None, b"a\xffb", f"a{LOST}b", [1], False, 9 + 36 + 9),
        (UTF8, None, "中⺀é".encode(), "中⺀é", [], False, 10 + 46 + 46),
        (GB, None, b"\xff\xff", LOST, [0], False, 72),  # neighbours that were one character
        (GB, None, b"\xff\xff\xff", LOST * 2, [0, 1], False, 108),
        (GB, None, b"\xffa\xff", f"{LOST}a{LOST}", [0, 2], False, 81),
        (GB, None, b"\xff\xd6\xd0\xff", f"{LOST}中{LOST}", [0, 3], False, 82),
        (UTF8, None, b"\xff\xff\xff\xff", LOST, [0], False, 144),
        (UTF8, None, b"\xff\xff\xff\xff\xff", LOST * 2, [0, 1], False, 180),
        (UTF8, None, "中".encode() + b"\xe4\xb8", f"中{LOST}", [3], False, 46),
        (UTF8, GB, "中".encode() + "国".encode("gbk"), "中国", [], True, 10 + 18 + 20),
        (UTF8, GB, "国".encode("gbk") + "中".encode(), "国中", [], True, 18 + 10 + 20),
        (GB, UTF8, "中".encode("gbk"), "中", [], False, 10),
        (GB, None, "江".encode("gbk")[:1] + "中国人民".encode("gbk"), f"{LOST}中国人民", [0], False, None),
    ],
)
def test_the_cheapest_way(
    first: object, second: object, data: bytes, text: str, lost: list[int], foreign: bool, cost: int | None
) -> None:
    found = likeliest(data, first, second)  # type: ignore[arg-type]
    assert found[:3] == (text, lost, foreign)
    assert cost in (None, found[3])


def test_only_pairs_of_chinese_characters_are_cheaper_where_the_document_has_them() -> None:
    found = [likeliest(text.encode(), UTF8, None, {text})[3] for text in ("国⺀", "⺀国", "国é", "é国", f"国{LOST}")]
    assert found == [10 + 46 - 6, 10 + 46 - 6, 10 + 46, 10 + 46, 10 + 30]


def test_the_way_of_what_the_document_has_elsewhere_is_cheaper() -> None:
    """The first byte of the second character is lost: what is left is read as one that stands in the document too."""
    data = "潘卓辉".encode("gbk")
    assert likeliest(data, GB, None)[3] - likeliest(data, GB, None, {"潘卓"})[3] == 6
    assert likeliest(data, GB, None)[3] - likeliest(data, GB, None, {"潘卓", "卓辉"})[3] == 12
