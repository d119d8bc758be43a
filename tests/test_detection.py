"""Which encoding bytes are in: what each kind of evidence needs, on both sides of where it is enough."""

from __future__ import annotations

import codecs

import charset_normalizer
import pytest

from newsclean import BinaryInputError, UnknownEncodingError, decode
from newsclean.charsets import detect as module
from newsclean.charsets.detect import CANDIDATES, OTHERS, detect, plausible, seven_bit, wide, wide_by_frequency
from newsclean.charsets.labels import codec_of
from newsclean.charsets.likelihood import levels, sample, score

HANS = "江川县昨天召开会议，讨论了明年的预算。会上，县长说：“这座桥修好了，群众出行方便多了。”"
HANT = "縣議會昨日召開臨時會，審議明年度的預算。議員說：「這座橋修好了，民眾出門方便多了。」"
JAPANESE = "県議会は昨日、来年度の予算を審議した。"
KOREAN = "군의회는 어제 임시회를 열어 내년 예산을 심의했다."
BOTH = "同学一直说目前学校没水"
"""In GBK every one of these characters is two bytes that are a character in UTF-8 too."""


def of_level(level: int, codec: str, count: int = 40) -> str:
    """Characters that are as rare as that, and have no ASCII among their bytes."""
    found = []
    for character, rarity in levels("zh").items():
        data = character.encode(codec, "ignore")
        if rarity == level and data and min(data) >= 0x80:
            found.append(character)
    return "".join(found[:count])


# UTF-16 and UTF-32 without a mark

ONE = "一"
"""U+4E00: its low byte is NUL."""
LINE = HANS.replace("开", "") * 2  # the same: U+5F00


@pytest.mark.parametrize(
    "text, codec, name",
    [
        (HANS, "utf-32-le", "utf-32-le"),
        (HANS, "utf-32-be", "utf-32-be"),
        ("<p>news", "utf-32-le", "utf-32-le"),
        ("<p>news", "utf-32-be", "utf-32-be"),
        ("<p>news", "utf-16-le", "utf-16-le"),
        ("<p>news", "utf-16-be", "utf-16-be"),
        # beyond the first plane: one character in ten at most
        (LINE[:18] + "😀" * 2, "utf-32-le", "utf-32-le"),
        (LINE[:18] + "😀" * 2, "utf-32-be", "utf-32-be"),
        # low bytes that are NUL as well
        (LINE[:32] + ONE * 8, "utf-32-le", "utf-32-le"),
        (LINE[:32] + ONE * 8, "utf-32-be", "utf-32-be"),
        # ASCII is one character in twenty at least
        ("<p>x" + LINE[:76], "utf-16-le", "utf-16-le"),
        ("<p>x" + LINE[:76], "utf-16-be", "utf-16-be"),
        ("<p>x" + LINE[:77], "utf-16-le", "utf-16-le"),  # whole groups of four bytes are looked at
        ("<p>x" + LINE[:78], "utf-16-le", None),
        ("<p>x" + LINE[:78], "utf-16-be", None),
        # and of the NULs on the two sides four times as many are on its own
        ("<p>江川</p>ab" + ONE * 2 + LINE[:67], "utf-16-le", "utf-16-le"),
        ("<p>江川</p>ab" + ONE * 2 + LINE[:67], "utf-16-be", "utf-16-be"),
        ("<p>江川</p>a" + ONE * 2 + LINE[:68], "utf-16-le", None),
        ("<p>江川</p>a" + ONE * 2 + LINE[:68], "utf-16-be", None),
        ("<p>" + of_level(34, "gb18030") + "аб" * 20, "utf-16-le", None),  # Russian
        ("plain", "utf-8", None),
        (HANS, "utf-8", None),
        ("", "utf-8", None),
    ],
)
def test_wide(text: str, codec: str, name: str | None) -> None:
    assert wide(text.encode(codec)) == name


@pytest.mark.parametrize(
    "data",
    [
        (LINE[:17] + "😀" * 3).encode("utf-32-le"),
        (LINE[:17] + "😀" * 3).encode("utf-32-be"),
        (LINE[:31] + ONE * 9).encode("utf-32-le"),
        (LINE[:31] + ONE * 9).encode("utf-32-be"),
        bytes(9) + b"a" * 71,  # more than one byte in ten
        bytes(65),
    ],
)
def test_nuls_that_no_text_has(data: bytes) -> None:
    with pytest.raises(BinaryInputError) as caught:
        wide(data)
    assert str(caught.value) == (
        "the input is full of NUL bytes, so it is no text; give the text that was taken from it"
    )


@pytest.mark.parametrize("data", [bytes(8) + b"a" * 72, bytes(64), b"\x00", b"a" * 4096 + bytes(900)])
def test_a_few_nuls_are_let_pass(data: bytes) -> None:
    assert wide(data) is None


@pytest.mark.parametrize(
    "data, name",
    [
        (HANS.encode("utf-16-le"), "utf-16-le"),
        (HANS.encode("utf-16-be"), "utf-16-be"),
        (HANS.encode("utf-16-le") + b"\x00\xd8", "utf-16-le"),  # half a pair is no more than damage
        (HANS.encode("utf-16-le")[:-1], None),  # an odd number of bytes
        (of_level(26, "utf-16-le").encode("utf-16-le"), "utf-16-le"),
        (of_level(27, "utf-16-le").encode("utf-16-le"), None),
        # ASCII but for one character in nine says nothing against it
        ("12345678\ue000".encode("utf-16-le"), "utf-16-le"),
        ("1234567\ue000".encode("utf-16-le"), None),
    ],
)
def test_wide_by_frequency(data: bytes, name: str | None) -> None:
    assert wide_by_frequency(data) == name


# A declaration that is borne out


@pytest.mark.parametrize("name", ["gb18030", "big5", "utf-8"])
@pytest.mark.parametrize("level, is_chinese", [(20, True), (21, False)])
def test_how_rare_characters_bear_out_a_declaration(name: str, level: int, is_chinese: bool) -> None:
    codec = codec_of(name)
    assert plausible(of_level(level, codec).encode(codec), name) is is_chinese


@pytest.mark.parametrize(
    "data, name, is_chinese",
    [
        ("江川".encode("gbk"), "gb18030", True),
        ("江".encode("gbk"), "gb18030", False),  # one character is not enough
        ("江川".encode("gbk"), "big5", False),
        ("江川".encode("gbk"), "euc-kr", False),  # what is not declared Chinese is looked at in all encodings
        (JAPANESE.encode("shift_jis"), "shift_jis", False),
        ((of_level(20, "gbk", 8) + of_level(21, "gbk", 8)).encode("gbk"), "gb18030", True),  # 20.5 on average
        # sixteen characters are read, and no more
        ((of_level(20, "gbk", 16) + "\ue000" * 16).encode("gb18030"), "gb18030", True),
        ((of_level(20, "gbk", 15) + "\ue000" * 16).encode("gb18030"), "gb18030", False),
        (("江" + " " * 4092 + "川").encode("gbk"), "gb18030", True),  # that stand in the next 4 KB
        (("江" + " " * 4093 + "川").encode("gbk"), "gb18030", False),
        ((of_level(19, "gbk", 15)).encode("gbk") + b"\xff", "gb18030", False),  # damage counts
        ((of_level(20, "utf-8", 12)[1:]).encode(), "utf-8", True),  # but not the half that the sample ends with
    ],
)
def test_plausible(data: bytes, name: str, is_chinese: bool) -> None:
    assert plausible(data, name) is is_chinese
    assert plausible(b"<p>" + data, name, 3) is is_chinese


# Nothing declared


@pytest.mark.parametrize("codec", ["gb18030", "big5"])
@pytest.mark.parametrize("level, told", [(24, ("frequency",)), (25, ("fallback",))])
def test_how_rare_characters_are_told_by_frequency(codec: str, level: int, told: tuple[str]) -> None:
    name, evidence = detect(of_level(level, codec).encode(codec))
    assert (name == codec, evidence) == (level == 24, *told)


@pytest.mark.parametrize(
    "text, name, sizes",
    [
        (HANS, "gb18030", [256]),
        (HANT, "big5", [256]),
        (HANS, "utf-8", [256]),
        (of_level(24, "gb18030"), "gb18030", [256]),
        ("，县长说：“这", "gb18030", [256]),  # 60 nats, which are odds of 10^26
        ("会上，县长说：", "gb18030", [256, 4096]),  # 59.5
        ("了。」記者從", "gb18030", [256]),
        ("，民眾出門", "gb18030", [256, 4096]),
        ("，大橋全長三", "gb18030", [256]),
        ("橋全長三百", "big5", [256]),
        ("度的預算。議員說", "big5", [256, 4096]),
        (of_level(25, "big5"), "windows-1252", [256, 4096]),  # nothing is likely
    ],
)
def test_more_bytes_are_read_where_few_leave_a_doubt(
    text: str, name: str, sizes: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []

    def spy(data: bytes, size: int, start: int = 0) -> bytes:
        asked.append(size)
        return sample(data, size, start)

    monkeypatch.setattr(module, "sample", spy)
    assert detect(text.encode(codec_of(name) if name != "windows-1252" else "big5"))[0] == name
    assert asked == sizes


def test_chinese_encodings_are_as_frequent_as_each_other_and_400_times_as_frequent_as_others() -> None:
    chinese = {"gb18030", "big5", "utf-8"}
    frequencies = {name: round(2.718281828**prior, 4) for name, _, prior in CANDIDATES}
    assert frequencies == {name: 1.0 if name in chinese else 0.0025 for name in frequencies}
    assert chinese | {"shift_jis", "euc-jp", "euc-kr"} == set(frequencies)


@pytest.mark.parametrize(
    "text, codec",
    [
        (HANS, "gb18030"),
        (HANT, "big5"),
        (HANS, "utf-8"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc-jp"),
        (KOREAN, "euc-kr"),
    ],
)
def test_each_encoding_is_told_by_the_frequencies_of_its_language(text: str, codec: str) -> None:
    assert detect(text.encode(codec)) == (codec, "frequency")
    assert detect(b"<p>" + text.encode(codec), None, 3) == (codec, "frequency")


@pytest.mark.parametrize("told, belief", [("gb18030", 10.0), ("big5", 0.0), (None, 0.0)])
def test_what_is_declared_is_e10_times_as_likely(told: str | None, belief: float) -> None:
    value, name, level = module._reading(HANS.encode("gbk"), "gb18030", "zh", 0.0, told)
    assert (value, name) == (score(HANS, "zh") + belief, "gb18030")
    assert level == -2 * value / len(HANS)


@pytest.mark.parametrize("told", ["gb18030", "big5", "euc-kr"])
def test_one_character_is_what_is_declared(told: str) -> None:
    """A surname alone: the bytes hardly tell, and rare as it may be, the declaration does."""
    data = b"\xbd\xad"
    assert detect(data, told) == (told, "frequency")


# Damaged and mixed


@pytest.mark.parametrize("good, told", [(8, ("utf-8", "frequency")), (7, ("windows-1252", "fallback"))])
@pytest.mark.parametrize("bad", [b"\x80", b"\xff"])
def test_damaged_utf8_has_eight_good_characters_for_each_bad_byte(good: int, told: tuple[str, str], bad: bytes) -> None:
    letters = " " * 50 + "éàèùâêîô"[:good]  # French: no candidate reads it
    assert detect(letters.encode() + bad) == told


@pytest.mark.parametrize(
    "first, second, text",
    [("utf-8", "gb18030", HANS), ("utf-8", "big5", HANT), ("gb18030", "utf-8", HANS), ("big5", "utf-8", HANT)],
)
def test_of_two_encodings_the_one_of_most_is_told(first: str, second: str, text: str) -> None:
    data = text.encode(first) + b"<p>" + text[:16].encode(second) + b"</p>"
    assert module._past_damage(data) == (first, "frequency")


@pytest.mark.parametrize("codec", ["gb18030", "big5"])
@pytest.mark.parametrize("level, is_text", [(23, True), (24, False)])
@pytest.mark.parametrize("between", ["", "\n"])  # what is ASCII counts for nothing
def test_how_rare_characters_are_text_with_damage(codec: str, level: int, is_text: bool, between: str) -> None:
    found = module._past_damage(between.join(of_level(level, codec)).encode(codec))
    assert found == ((codec, "frequency") if is_text else None)


def test_damaged_bytes_are_read_no_further_than_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    lengths: list[int] = []
    monkeypatch.setattr(module, "_past_damage", lambda taken: lengths.append(len(taken)))
    detect(of_level(25, "big5", 400).encode("big5"))
    assert lengths == [512]


# Neither Chinese nor Japanese nor Korean


@pytest.mark.parametrize(
    "data, told, expected",
    [
        (b"caf\xe9", None, ("windows-1252", "fallback")),
        (b"\xe9ab", None, ("windows-1252", "fallback")),  # one byte in three is not ASCII
        (b"caf\xe9", "windows-1251", ("windows-1251", "fallback")),  # what is declared stands
        (of_level(26, "utf-16-be").encode("utf-16-be"), None, ("utf-16-be", "frequency")),
        ("Президент выступил с заявлением".encode("cp1251"), None, ("windows-1251", "fallback")),
    ],
)
def test_fallback(data: bytes, told: str | None, expected: tuple[str, str]) -> None:
    assert module._fallback(data, told) == expected


class Guess:
    def __init__(self, encoding: str | None) -> None:
        self.encoding = encoding

    def best(self) -> Guess | None:
        return self if self.encoding else None


@pytest.mark.parametrize(
    "guessed, name",
    [(None, "windows-1252"), ("cp1251", "windows-1251"), ("iso8859_5", "iso8859-5"), ("koi8_r", "koi8-r")],
)
def test_what_charset_normalizer_is_asked(guessed: str | None, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[int, list[str]]] = []

    def from_bytes(data: bytes, cp_isolation: list[str]) -> Guess:
        asked.append((len(data), cp_isolation))
        return Guess(guessed)

    monkeypatch.setattr(charset_normalizer, "from_bytes", from_bytes)
    assert module._fallback(b"\xe9a" * 20_000, None) == (name, "fallback")
    assert asked == [(16_384, OTHERS.split())]


@pytest.mark.parametrize(
    "data, is_asked",
    [
        (b"\xe9ab", False),  # one in three
        (b"\xe9a", True),
        (b"\x80a", True),
        (b"\x7fa", False),
        (b"a" * (4096 - 1365) + b"\xe9" * 1400, False),  # of the first 4 KB
        (b"a" * (4096 - 1366) + b"\xe9" * 1400, True),
    ],
)
def test_how_many_letters_of_western_text_are_ascii(
    data: bytes, is_asked: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[bytes] = []

    def from_bytes(data: bytes, cp_isolation: list[str]) -> Guess:
        asked.append(data)
        return Guess(None)

    monkeypatch.setattr(charset_normalizer, "from_bytes", from_bytes)
    monkeypatch.setattr(module, "wide_by_frequency", lambda data: None)
    module._fallback(data, None)
    assert bool(asked) is is_asked


def test_other_encodings_are_codecs_of_python_with_one_byte_a_character() -> None:
    for name in OTHERS.split():
        assert len(b"\xc0\xd0\xe0\xf0".decode(name, "replace")) == 4
        assert codecs.lookup(name).name.replace("-", "_") == name


# Seven bits


@pytest.mark.parametrize(
    "data, name",
    [
        (b"\x1b$)A\x0eVP\x0f", "iso-2022-cn"),
        (b"\x1b$)G\x0ejW\x0f", "iso-2022-cn"),
        (KOREAN.encode("iso-2022-kr"), "iso-2022-kr"),
        (JAPANESE.encode("iso-2022-jp"), "iso-2022-jp"),
        (b"\x1b$@8)5D\x1b(B", "iso-2022-jp"),  # the character set of 1978
        (b"\x1b$", None),
        (b"$)A $)G $)C $B $@", None),
        (b"\x1b[31mred", None),
        (HANS.encode("hz"), "hz"),
        ("news: 江川".encode("hz"), "hz"),
        ("江".encode("hz"), None),  # one character could be chance
        (b"~{VP9z", None),  # no end
        (b"VP9z~}", None),
        (of_level(24, "gb2312").encode("hz"), "hz"),
        (of_level(25, "gb2312").encode("hz"), None),
        (HANS.encode("hz") + b"~{\x21", "hz"),
        (b"~{VP~}" + b" " * 4084 + b"~{9z~}", "hz"),  # the first 4 KB
        (b"~{VP~}" + b" " * 4087 + b"~{9z~}", None),
    ],
)
def test_seven_bit(data: bytes, name: str | None) -> None:
    assert seven_bit(data) == name


# What stands in the record


@pytest.mark.parametrize(
    "data, transport, encoding, evidence, warnings",
    [
        (b"", None, "utf-8", "bytes", ()),
        (b"plain", None, "utf-8", "bytes", ()),
        (b"plain", "gbk", "gb18030", "transport", ()),
        (b"<meta charset=gbk>plain", None, "gb18030", "meta", ()),
        (b"<meta charset=gbk>plain", "big5", "big5", "transport", ()),
        (b"<meta charset=utf-8>plain", None, "utf-8", "meta", ()),
        (HANS.encode(), None, "utf-8", "bytes", ()),
        (HANS.encode(), "utf-8", "utf-8", "transport", ()),
        (HANS.encode(), "gbk", "utf-8", "bytes", ("declared gb18030, but the bytes are utf-8",)),
        (HANS.encode("gbk"), "gbk", "gb18030", "transport", ()),
        (HANS.encode("gbk"), None, "gb18030", "frequency", ()),
        (HANS.encode("gbk"), "utf-8", "gb18030", "frequency", ("declared utf-8, but the bytes are gb18030",)),
        (JAPANESE.encode("euc-jp"), "euc-jp", "euc-jp", "transport", ()),
        (HANS.encode("hz"), None, "hz", "bytes", ()),
        (HANS.encode("hz"), "hz", "hz", "transport", ()),
        (HANS.encode("hz"), "gbk", "hz", "bytes", ()),
        ("<p>news</p>".encode("utf-16-le"), None, "utf-16-le", "bytes", ()),
        (("<p>news</p>" + HANS).encode("utf-16-le"), None, "utf-16-le", "bytes", ()),
        (HANS.encode("utf-16-be"), None, "utf-16-be", "frequency", ()),
        # two-byte characters that are UTF-8 too: 64 can be chance
        ((BOTH * 6)[:64].encode("gbk"), None, "gb18030", "frequency", ()),
        ((BOTH * 6)[:64].encode("gbk"), "gbk", "gb18030", "transport", ()),
        ("Привет, мир".encode(), None, "utf-8", "bytes", ()),
        (("通" * 10).encode("gbk") + "\u0800".encode(), None, "utf-8", "bytes", ()),  # no chance with three bytes
    ],
)
def test_the_record(
    data: bytes, transport: str | None, encoding: str, evidence: str, warnings: tuple[str, ...]
) -> None:
    decoded = decode(data, transport=transport)
    assert (decoded.encoding, decoded.evidence, decoded.warnings) == (encoding, evidence, warnings)


def test_65_characters_of_two_bytes_are_no_chance() -> None:
    decoded = decode((BOTH * 6)[:65].encode("gbk"))
    assert (decoded.encoding, decoded.evidence) == ("utf-8", "bytes")


@pytest.mark.parametrize("text", ["通江", "通" + HANS])
def test_a_text_that_begins_with_two_bytes_that_are_utf8_too(text: str) -> None:
    assert decode(text.encode("gbk")).text == decode(text.encode("gbk"), transport="gbk").text == text


def test_wide_text_that_is_noise_to_the_eye_is_read_by_its_frequencies() -> None:
    text = "，。、：“”一不了人是，。、：“”一不了人是"  # the high byte of many of these is a control character
    decoded = decode(text.replace("一", "").encode("utf-16-le"))
    assert (decoded.text, decoded.encoding, decoded.evidence) == (text.replace("一", ""), "utf-16-le", "frequency")


def test_noise_is_refused() -> None:
    with pytest.raises(BinaryInputError) as caught:
        decode(b"\xff\x01\x02\x03\x04\x05\x06" * 9)
    assert str(caught.value) == ("the input is full of control characters, so it is no text; give the page or its text")


def test_bytes_that_a_codec_from_elsewhere_cannot_read_at_all() -> None:
    def fails(_data: object, _errors: str = "strict", /) -> tuple[str, int]:
        raise UnicodeError("no table")

    def search(name: str) -> codecs.CodecInfo | None:
        return codecs.CodecInfo(codecs.lookup("ascii").encode, fails, name=name) if name == "tablets" else None

    codecs.register(search)
    try:
        with pytest.raises(UnknownEncodingError) as caught:
            decode(b"abc", encoding="tablets")
    finally:
        codecs.unregister(search)
    assert caught.value.template == (
        "encoding={name!r} does not read these bytes ({error}); leave encoding= out and let the bytes tell"
    )
    assert "no table" in str(caught.value)


@pytest.mark.parametrize(
    "data, encoding, text",
    [
        (b"a\x00b", "gbk", "ab"),  # a NUL holds nothing
        (b"a\x00b\x00", "utf-16-le", "ab"),
        (b"a\x00\x00\x00b\x00", "utf-16-le", "ab"),
        (b"+AAA-a", "utf-7", "a"),  # also where no byte is NUL
        (b"\x1b$)A\x0eVP\x0f\x00", "iso-2022-cn", "中"),
        ("\ufeff江".encode("utf-16-le"), "utf-16-le", "江"),  # nor does a mark, at the beginning
        ("\ufeff\ufeff江".encode("utf-16-le"), "utf-16-le", "\ufeff江"),
        ("江\ufeff".encode("utf-16-le"), "utf-16-le", "江\ufeff"),
    ],
)
def test_what_is_left_out(data: bytes, encoding: str, text: str) -> None:
    assert decode(data, encoding=encoding).text == text
