"""How likely a text is, by its characters and by the pairs of them that stand together."""

from __future__ import annotations

import pytest

from newsclean.charsets.likelihood import Levels, beyond_ascii, levels, sample, score
from newsclean.charsets.pairs import in_text, in_words
from newsclean.rules import data_text

# How likely a text is


@pytest.mark.parametrize(
    "first, last, level",
    [
        ("\x00", "\x7f", 9),
        ("\x80", "\x9f", 44),  # controls
        ("\xa0", "\u303f", 34),
        ("\u3040", "\u30ff", 32),  # kana
        ("\u3100", "\u4dff", 34),
        ("\u4e00", "\u9fff", 32),
        ("\ua000", "\uabff", 34),
        ("\uac00", "\ud7a3", 32),  # Hangul
        ("\ud7a4", "\udc7f", 34),
        ("\udc80", "\udcff", 44),  # bytes that could not be read
        ("\udd00", "\udfff", 34),
        ("\ue000", "\uf8ff", 44),  # private use
        ("\uf900", "\uff60", 34),
        ("\uff61", "\uff9f", 14),  # half-width katakana
        ("\uffa0", "\U0010ffff", 34),
    ],
)
def test_levels_of_characters_that_no_table_has(first: str, last: str, level: int) -> None:
    for _ in range(2):  # at first sight, and when it is known
        table = Levels()
        assert (table[first], table[last]) == (level, level)


@pytest.mark.parametrize("language", ["zh", "ja", "ko"])
def test_what_no_text_holds_on_purpose(language: str) -> None:
    assert (levels(language)["\ufffd"], levels(language)["\x00"]) == (60, 50)


@pytest.mark.parametrize(
    "text, language, nats",
    [
        ("", "zh", 0),
        ("plain", "zh", 0),  # only what is not ASCII counts
        ("，的a。", "zh", -0.5 * (6 + 7 + 8)),  # the commonest signs of Chinese
        ("の, です", "ja", -0.5 * (7 + 8 + 8)),
        ("이다", "ko", -0.5 * (7 + 7)),
        ("이", "zh", -0.5 * 32),
        ("\x7f\x80", "zh", -0.5 * 44),
        ("\ufffd", "zh", -30),
    ],
)
def test_score(text: str, language: str, nats: float) -> None:
    assert score(text, language) == nats


@pytest.mark.parametrize("text, count", [("", 0), ("ab\x7f", 0), ("\x80", 1), ("a江b川", 2)])
def test_beyond_ascii(text: str, count: int) -> None:
    assert beyond_ascii(text) == count


@pytest.mark.parametrize(
    "where, taken",
    [
        ((9,), b"\xb0\xa1\n\xb0\xa2A0\n\xb0\xa3"),  # a pair may have a letter or a digit as its second byte
        ((6,), b"\xb0\xa1\n\xb0\xa2A0"),  # no further run where these are enough
        ((3,), b"\xb0\xa1\n\xb0\xa2A"),  # a run is cut, so that one long one is not all of the page
        ((2,), b"\xb0\xa1"),
        ((1,), b"\xb0"),
        ((9, 3), b"\xb0\xa2A0\n\xb0\xa3"),
        ((9, 6), b"\xa2A0\n\xb0\xa3"),
        ((9, 0, 4), b"\xb0\xa1"),
        ((9, 0, 6), b"\xb0\xa1\n\xb0"),
    ],
)
def test_sample(where: tuple[int, ...], taken: bytes) -> None:
    assert sample(b"\xb0\xa1<p>\xb0\xa2A0<\xb0\xa3", *where) == taken


# Which characters stand together


def test_pairs_that_are_common_in_words() -> None:
    pairs = in_words()
    assert {"中国", "中國", "我们", "时间", "因此", "会议"} <= pairs
    assert not {"国中国", "国", "", "的是", "县昨", "么什"} & pairs
    assert {len(pair) for pair in pairs} == {2}
    lines = data_text("encodings-pairs.txt").splitlines()
    assert len(pairs) == sum(len(line) - 1 for line in lines)
    assert {lines[0][:2], lines[-1][0] + lines[-1][-1]} <= pairs


@pytest.mark.parametrize(
    "parts, pairs",
    [
        ([], set()),
        (["江"], set()),
        (["江川县"], {"江川", "川县"}),
        (["江川", "县长"], {"江川", "县长"}),  # not over what was cut out between them
        (["江a川", "a江，川"], {"江，", "，川"}),  # marks are Chinese, letters are not
        (["⺀⺀", "\ud7ff\ud7ff", "豈豈", "\uffef\uffef"], {"⺀⺀", "\ud7ff\ud7ff", "豈豈", "\uffef\uffef"}),
        (["\u2e7f\u2e7f", "\ue000\ue000", "\uf8ff\uf8ff", "\ufff0\ufff0", "\ufffd\ufffd"], set()),
        (["a" * 199_998 + "江川县"], {"江川"}),  # so much of a text is remembered
        (["a" * 199_999 + "江川县"], set()),
        (["a" * 199_996, "江川县"], {"江川", "川县"}),
        (["a" * 199_997, "江川县"], {"江川"}),
    ],
)
def test_pairs_of_a_text(parts: list[str], pairs: set[str]) -> None:
    assert in_text(parts) == pairs
