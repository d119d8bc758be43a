"""Text that was read in the wrong encoding before it was saved: the way back, and when there is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean import decode

HANS = "江川县昨天召开会议，讨论了明年的预算。会上，县长说：“这座桥修好了，群众出行方便多了。”"
HANT = "縣議會昨日召開臨時會，審議明年度的預算。議員說：「這座橋修好了，民眾出門方便多了。」"


def as_gbk(text: str) -> str:
    return text.encode().decode("gb18030", "replace")


def as_latin(text: str) -> str:
    """As browsers do: windows-1252, where it has no character the control character."""
    return "".join(
        chr(byte) if byte in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else bytes([byte]).decode("cp1252")
        for byte in text.encode()
    )


@pytest.mark.parametrize("text", [HANS, HANT, HANS * 40], ids=["hans", "hant", "long"])
@pytest.mark.parametrize(
    "wrong, way",
    [
        (as_latin, "utf-8 read as windows-1252"),
        (lambda text: as_latin(as_latin(text)), "utf-8 read as windows-1252"),  # encoded twice
        (lambda text: text.encode("gb18030").decode("latin-1"), "gb18030 read as windows-1252"),
    ],
    ids=["latin", "twice", "gbk as latin"],
)
def test_the_way_back(text: str, wrong: object, way: str) -> None:
    assert callable(wrong)
    decoded = decode(f"<p>{wrong(text)}</p>".encode())
    assert decoded.text == f"<p>{text}</p>"
    assert decoded.repaired == way
    assert "read back" in decoded.warnings[0]


@pytest.mark.parametrize(
    "text, back",
    [
        (
            "江川县人民政府公告",
            "江川县人民政府公\ufffd",
        ),  # an odd number of bytes: the last had lost its half, and stays
        ("江川县人民政府公布了", "江川县人民政府公布了"),
        ("中国的公司表示，", "中国的公司表示，"),
    ],
)
def test_utf8_as_gbk(text: str, back: str) -> None:
    decoded = decode(f"<p>{as_gbk(text)}</p><p>{as_gbk(HANT[:20])}</p>".encode())
    assert decoded.text.startswith(f"<p>{back}</p>")
    assert decoded.repaired == "utf-8 read as gb18030"


def test_only_the_wrong_part_is_read_back() -> None:
    decoded = decode(f"<p>{HANS}</p><p>{as_latin(HANS)}</p><p>Zürich, café, Škoda</p>".encode())
    assert decoded.text == f"<p>{HANS}</p><p>{HANS}</p><p>Zürich, café, Škoda</p>"


def test_a_gbk_page_with_utf8_pasted_in() -> None:
    data = b"<meta charset=gbk><p>" + HANS.encode("gbk") + b"</p><p>" + "群众出行方便多了，".encode() + b"</p>"
    assert decode(data).text.endswith("<p>群众出行方便多了，</p>")


@pytest.mark.parametrize(
    "text, warning",
    [
        ("版权锟斤拷锟斤拷江川日报", "2 times 锟斤拷"),
        ("记者宋晨、胡\ufffd、刘\ufffd\ufffd", "3 characters were lost"),
    ],
)
def test_what_is_lost_stays_and_is_counted(text: str, warning: str) -> None:
    decoded = decode(text.encode())
    assert decoded.text == text
    assert decoded.warnings[0].startswith(warning)


@pytest.mark.parametrize(
    "text",
    [
        HANS,
        HANT,
        "鏈條、涓流、銆、鏄、锛：罕用字表",  # the telltales themselves, as characters of a list
        "联通、联想、移动",  # the word whose GBK bytes once were taken for UTF-8
        "他写道：“お元気ですか”，意思是“你好吗”。",
        "片名《기생충》，译作《寄生虫》。",
        "コーヒーを飲む、ソニー、フォーカス台湾",
        "拼音 nǐ hǎo、lǜ、ǘ、Ā á ä å ç è é ü ö",
        "Ångström, Öl, Åse, café, naïve, São Paulo, Ÿ, œuvre",
        "Đặng Thị Hà, Ñandú, Þór, Ægir, Čapek",
        "àéîõü çÇ äÄöÖüÜß åÅ ÖÄÜ",
        "ÖÐ",  # two letters could be anything
        "€ £ ¥ © ® ° ± × ÷ · — … “ ”",
        "Привет, мир; Ελλάδα; שלום; مرحبا; ไทย",
        "𠮷野家、㐂、䶮、龘、彧、喆",
    ],
)
def test_clean_text_is_never_repaired(text: str) -> None:
    for whole in (text, f"<p>{text}</p>" * 5, HANS + text):
        decoded = decode(whole.encode())
        assert decoded.text == whole
        assert decoded.repaired is None
        assert decoded.warnings == ()


@given(
    st.text(
        alphabet="的一是了我不人在他有这上们来到时大地为子中你说生国年着就那和要她出也得里后自以会家可下而过天去能对小多然于心学么之都好看起发当没成只如事把还用第样道想作种开，。：“”",
        max_size=60,
    )
)
def test_common_chinese_is_never_repaired(text: str) -> None:
    decoded = decode(b"\xef\xbb\xbf" + text.encode())
    assert decoded.text == text
    assert decoded.repaired is None


@given(
    st.text(
        alphabet="的一是了我不人在他有这上们来到时大地为子中你说生国年着就那和要出也得，。", min_size=4, max_size=60
    )
)
def test_what_goes_wrong_comes_back(text: str) -> None:
    assert decode(b"\xef\xbb\xbf" + as_latin(text).encode()).text == text
