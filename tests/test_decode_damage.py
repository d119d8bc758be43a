"""Damage: one bad byte costs one character, at most two, and its offset is in the record."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean import decode

HANS = (
    "江川县昨天召开会议，讨论了明年的预算。会上，县长说：“这座桥修好了，群众出行方便多了。”\n"
    "<p>记者从县交通局了解到，大桥全长三百二十米，总投资四千六百万元，工期比计划提前了两个月。</p>\n"
    "<li>天气预报：今天白天多云，夜间有小雨，最高气温二十六度</li><li>农贸市场青菜价格回落</li>\n"
)
HANT = (
    "縣議會昨日召開臨時會，審議明年度的預算。議員說：「這座橋修好了，民眾出門方便多了。」\n"
    "<p>記者從縣府交通處了解，大橋全長三百二十公尺，總經費四億六千萬元，工期比計畫提前兩個月。</p>\n"
    "<li>天氣預報：今天白天多雲，夜間有小雨，最高氣溫二十六度</li><li>市場青菜價格回跌</li>\n"
)
PAGES = {
    "utf-8": ('<meta charset="utf-8">' + HANS, "utf-8"),
    "gbk": ('<meta charset="gb2312">' + HANS, "gb18030"),
    "big5": ('<meta charset="big5">' + HANT, "big5"),
    "gbk, traditional": ('<meta charset="gbk">' + HANT, "gb18030"),
}


def common(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    shorter = min(len(one), len(other))
    return next((place for place in range(shorter) if one[place] != other[place]), shorter)


def cost(good: str, read: str) -> int:
    """Characters of the good text that the reading does not have in their place."""
    before = common(good, read)
    good, read = good[before:], read[before:]
    return len(good) - common(good[::-1], read[::-1])


def damaged_pages(name: str, stray: bytes | None) -> list[tuple[bytes, int]]:
    """The page with a stray byte before, or without, each of its non-ASCII bytes; and the place."""
    text, codec = PAGES[name]
    data = text.encode(codec)
    places = [match.start() for match in re.finditer(rb"[\x80-\xff]", data)]
    if stray is None:
        return [(data[:place] + data[place + 1 :], place) for place in places]
    return [(data[:place] + stray + data[place:], place) for place in places]


@pytest.mark.parametrize("stray", [None, b"\xff", b"\x00", b"\xa0"], ids=["half", "ff", "nul", "a0"])
def test_in_utf8_one_character_at_every_place(stray: bytes | None) -> None:
    text = PAGES["utf-8"][0]
    for data, _ in damaged_pages("utf-8", stray):
        assert cost(text, decode(data).text) <= 1


@pytest.mark.parametrize("stray", [None, b"\xff", b"\x80"], ids=["half", "ff", "80"])
@pytest.mark.parametrize("name", ["gbk", "big5", "gbk, traditional"])
def test_in_the_double_byte_encodings_two(name: str, stray: bytes | None) -> None:
    """Where a shifted line happens to be good text too, one character more; hence the share."""
    text = PAGES[name][0]
    costs = [cost(text, decode(data).text) for data, _ in damaged_pages(name, stray)]
    assert sum(value <= 2 for value in costs) >= 0.98 * len(costs)
    assert max(costs) <= 3


@pytest.mark.parametrize(
    "good, place, read",
    [
        ("投資目標和「中性」評級", 5, "投資\ufffd標和「中性」評級"),
        ("還有該如何有效管理才對", 12, "還有該如何有\ufffd管理才對"),
        ("百歲人瑞分享長壽祕訣", 8, "百歲人瑞\ufffd享長壽祕訣"),
    ],
)
def test_a_line_that_is_shifted_without_an_error(good: str, place: int, read: str) -> None:
    """A byte lost in Big5 that gives other characters until a letter stands alone: no decoder stumbles."""
    head = f"<meta charset=big5><p>{HANT}</p><p>".encode("big5")
    line = good.encode("big5")
    data = head + line[:place] + line[place + 1 :] + b"</p>"
    data.decode("big5hkscs")
    decoded = decode(data)
    assert decoded.text == f"<meta charset=big5><p>{HANT}</p><p>{read}</p>"
    assert len(decoded.damaged) == 1


def test_what_the_document_has_elsewhere_is_likelier() -> None:
    """In 潘卓辉一行 a byte is lost; two readings are as good, but the name stands once more in the document."""
    head = f'<meta charset="gbk"><title>潘卓辉到街道</title>{HANS}<p>'
    line = "区大良街道党工委委员潘卓辉一行到金融街调研".encode("gbk")
    data = head.encode("gbk") + line[:20] + line[21:] + b"</p>"
    assert decode(data).text == f"{head}区大良街道党工委委员\ufffd卓辉一行到金融街调研</p>"


def test_the_other_dash_beside_damage() -> None:
    """U+2015 is rare, but it is no damage where another line is damaged."""
    text = f'<meta charset="gbk">{HANS}<p>更好惠及人民――县长致辞</p><p>江川'
    decoded = decode(text.encode("gbk") + b"\xff</p>")
    assert decoded.text == f"{text}\ufffd</p>"


@pytest.mark.parametrize("name", PAGES)
def test_cut_anywhere(name: str) -> None:
    """A page that was cut in the middle of a character: all before it is right, and the record has the last byte."""
    text, codec = PAGES[name]
    data = text.encode(codec)
    for end in range(60, len(data)):
        decoded = decode(data[:end])
        good = data[:end].decode(codec, "ignore")
        assert decoded.text.rstrip("\ufffd") == good
        assert len(decoded.damaged) == len(decoded.text) - len(good) <= 1
        if decoded.damaged:
            assert end - 3 <= decoded.damaged[0] < end


@pytest.mark.parametrize(
    "data, text, damaged",
    [
        ("前".encode() + b"\xff" + "后".encode(), "前\ufffd后", (3,)),
        ("前".encode() + b"\xe4\xb8" + "后".encode(), "前\ufffd后", (3,)),  # two bytes of three are one character
        (b"it\x92s " + "前后".encode(), "it’s 前后", ()),  # a windows-1252 apostrophe
        (b"\x93Times\x94 " + "前后".encode(), "“Times” 前后", ()),
        ("前".encode() + b"\xed\xa0\x80" + "后".encode(), "前\ufffd后", (3,)),  # a lone surrogate
        ("前".encode() + b"\xed\xa0\xbd\xed\xb8\x80" + "后".encode(), "前😀后", ()),  # a pair, each as a character
        ("前".encode() + b"\xc0\x80" + "后".encode(), "前\ufffd后", (3,)),  # Java's NUL
        ("前".encode() + b"\xf0\x9f\x98" + b"<p>", "前\ufffd<p>", (3,)),
    ],
)
def test_in_utf8(data: bytes, text: str, damaged: tuple[int, ...]) -> None:
    head = '<meta charset="utf-8"><p>江川大桥今日通车，群众出行方便多了</p>'
    decoded = decode(head.encode() + data)
    assert decoded.text == head + text
    assert decoded.damaged == tuple(len(head.encode()) + offset for offset in damaged)


@pytest.mark.parametrize(
    "text", ["Президент выступил с заявлением о мерах", "ภาษาไทยสวัสดีครับทุกคน", "français, déjà, été"]
)
def test_damaged_utf8_in_another_language(text: str) -> None:
    decoded = decode(text.encode() + b"\xff" + text.encode())
    assert (decoded.text, decoded.encoding) == (f"{text}\ufffd{text}", "utf-8")


def test_the_record_has_every_offset() -> None:
    data = b'<meta charset="gbk">' + b"<p>\xbd\xad\xb4\xa8\xff</p><p>\xbd\xad\xb4</p>" + HANS.encode("gbk")
    decoded = decode(data)
    assert [data[offset] for offset in decoded.damaged] == [0xFF, 0xB4]
    assert decoded.text.count("\ufffd") == 2
    assert decoded.warnings == ("2 damaged characters, the first at byte 27",)


@pytest.mark.parametrize(
    "codec, damage",
    [
        ("utf-16-le", b"\x3d\xd8"),  # half of a pair
        ("utf-16-be", b"\xd8\x3d"),
        ("utf-32-le", b"\xff\xff\xff\xff"),
        ("hz", b"\xff"),
        ("iso-2022-jp", b"\x80"),
        ("iso-2022-kr", b"\x80"),
        ("johab", b"\xff"),
        ("koi8-t", b"\x8f"),
        ("windows-1255", b"\xd9"),
    ],
)
def test_the_offsets_are_places_in_the_bytes_in_every_encoding(codec: str, damage: bytes) -> None:
    text = {"j": "一三四五六", "k": "абвгде", "w": "אבגדה"}.get(codec[0], "中文字山水")
    whole = text.encode(codec)
    places = [len(text[:2].encode(codec)), len(text[:4].encode(codec))]
    if codec.startswith(("hz", "iso")):  # what comes before ends with the way back to ASCII, which is not in the whole
        places = [place - (2 if codec == "hz" else 3 if codec == "iso-2022-jp" else 1) for place in places]
    data = whole[: places[0]] + damage + whole[places[0] : places[1]] + damage + whole[places[1] :]
    decoded = decode(data, encoding=codec)
    assert decoded.text == f"{text[:2]}\ufffd{text[2:4]}\ufffd{text[4:]}"
    assert decoded.damaged == (places[0], places[1] + len(damage))


@pytest.mark.parametrize(
    "first, second, name",
    [
        ("utf-8", "gb18030", "utf-8"),  # the page was moved to UTF-8, the footer that it includes was not
        ("gb18030", "utf-8", "gb18030"),
        ("utf-8", "big5", "utf-8"),
        ("big5", "utf-8", "big5"),
    ],
)
def test_a_footer_in_another_encoding(first: str, second: str, name: str) -> None:
    body = HANT if "big5" in (first, second) else HANS
    footer = (
        "<div>版權所有 江川日報社 聯絡我們</div>"
        if "big5" in (first, second)
        else "<div>版权所有 江川日报社 联系我们</div>"
    )
    decoded = decode(f"<meta charset={first}>".encode() + body.encode(first) + footer.encode(second))
    assert decoded.text == f"<meta charset={first}>" + body + footer
    assert decoded.encoding == name


@pytest.mark.parametrize("codec", ["gb18030", "big5", "utf-8"])
def test_text_without_damage_is_not_touched(codec: str) -> None:
    """Also where it has rare characters, which a search for shifted lines could take for damage."""
    names = (
        "张媞、李筱玥、邓铂鋆、朱镕基、吴嬛嬛、拾玖、囧"
        if codec == "gb18030"
        else "鑫喆瑀、𤧟"
        if codec == "utf-8"
        else "游錫坤、峰、鑫、鈺、訂閱YouTube、瑞媒籲WHO、甲骨A、鱷魚Q、龜鱉h、饕餮K歌"
    )
    text = f"<meta charset={codec}><p>" + (HANS if codec == "gb18030" else HANT) * 3 + names + "</p>"
    decoded = decode(text.encode(codec))
    assert decoded.text == text
    assert decoded.damaged == ()


@given(
    st.lists(
        st.one_of(st.binary(max_size=6), st.sampled_from([HANS[:20].encode("gbk"), HANS[20:30].encode()])), max_size=12
    )
)
def test_any_mixture(parts: list[bytes]) -> None:
    """ASCII is never lost, whatever stands around it."""
    data = b"<meta charset=gbk>" + HANS.encode("gbk") + b"<p>|".join(parts) + b"\n<!-- end -->"
    assert decode(data).text.endswith("\n<!-- end -->")


@pytest.mark.parametrize(
    "unit",
    [
        b"\xff<",
        b"\xff",
        b"\xb0\xa1\xff",
        "江川".encode() + b"\xff",
        b"a\x80",
        b"\x81\x30",
        b"<!--",
        b"~{",
        b"\x1b$)A\x0e",
    ],
)
def test_hostile_input_takes_linear_time(unit: bytes) -> None:
    data = b"<meta charset=gbk>" + HANS.encode("gbk") + unit * (400_000 // len(unit))
    start = time.process_time()
    decode(data)
    assert time.process_time() - start < 4
