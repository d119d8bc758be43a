"""Bytes -> text: which encoding is believed, and what is left out on the way."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsclean
from newsclean import BinaryInputError, NewscleanError, UnknownEncodingError, decode

HANS = "江川县昨天召开会议，讨论了明年的预算。会上，县长说：“这座桥修好了，群众出行方便多了。”"
HANT = "縣議會昨日召開臨時會，審議明年度的預算。議員說：「這座橋修好了，民眾出門方便多了。」"
JAPANESE = "県議会は昨日、来年度の予算を審議した。議員は「この橋が直れば便利になる」と話した。"
KOREAN = "군의회는 어제 임시회를 열어 내년 예산을 심의했다. 의원들은 다리가 고쳐지면 편리하다고 말했다."


def page(text: str, declaration: str = "") -> str:
    return f"<html><head>{declaration}<title>{text[:12]}</title></head><body><p>{text}</p></body></html>"


META = '<meta charset="{}">'
HTTP_EQUIV = '<meta http-equiv="Content-Type" content="text/html; charset={}" />'
XML = '<?xml version="1.0" encoding="{}"?>'


@pytest.mark.parametrize(
    "text, codec, label, name",
    [
        (HANS, "utf-8", "utf-8", "utf-8"),
        (HANS, "utf-8", "UTF8", "utf-8"),
        (HANS, "gb18030", "gb2312", "gb18030"),  # widened, as browsers do
        (HANS, "gb18030", "GBK", "gb18030"),
        (HANS, "gb18030", "gb18030", "gb18030"),
        (HANS, "gb18030", "x-gbk", "gb18030"),
        (HANT, "gb18030", "gb2312", "gb18030"),  # traditional characters in GBK
        (HANT, "big5", "big5", "big5"),
        (HANT, "big5", "Big5-HKSCS", "big5"),
        (HANT, "cp950", "MS950", "big5"),
        (HANT, "utf-8", "utf-8", "utf-8"),
        (JAPANESE, "shift_jis", "Shift_JIS", "shift_jis"),
        (JAPANESE, "euc-jp", "euc-jp", "euc-jp"),
        (KOREAN, "euc-kr", "ks_c_5601-1987", "euc-kr"),
    ],
)
@pytest.mark.parametrize("declaration", [META, HTTP_EQUIV])
def test_declared_right(text: str, codec: str, label: str, name: str, declaration: str) -> None:
    source = page(text, declaration.format(label))
    decoded = decode(source.encode(codec))
    assert (decoded.text, decoded.encoding, decoded.evidence) == (source, name, "meta")
    assert decoded.damaged == ()
    assert decoded.warnings == ()


@pytest.mark.parametrize(
    "text, codec, told, name",
    [
        (HANS, "gb18030", "utf-8", "gb18030"),  # the server was moved to UTF-8, the files were not
        (HANS, "gb18030", "big5", "gb18030"),
        (HANS, "gb18030", "iso-8859-1", "gb18030"),
        (HANS, "gb18030", "shift_jis", "gb18030"),
        (HANS, "utf-8", "gb2312", "utf-8"),  # saved anew by an editor
        (HANT, "utf-8", "big5", "utf-8"),
        (HANT, "big5", "gb2312", "big5"),
        (HANT, "big5", "utf-8", "big5"),
        (HANT, "gb18030", "big5", "gb18030"),
        (JAPANESE, "shift_jis", "gb2312", "shift_jis"),
        (KOREAN, "euc-kr", "gbk", "euc-kr"),
    ],
)
def test_declared_wrong(text: str, codec: str, told: str, name: str) -> None:
    source = page(text, META.format(told))
    decoded = decode(source.encode(codec))
    assert (decoded.text, decoded.encoding) == (source, name)
    assert decoded.evidence in ("bytes", "frequency")
    assert any(warning.startswith("declared") for warning in decoded.warnings)


@pytest.mark.parametrize(
    "text, codec, name",
    [
        (HANS, "gb18030", "gb18030"),
        (HANT, "big5", "big5"),
        (HANT, "gb18030", "gb18030"),
        (HANS, "utf-8", "utf-8"),
        (JAPANESE, "shift_jis", "shift_jis"),
        (JAPANESE, "euc-jp", "euc-jp"),
        (KOREAN, "euc-kr", "euc-kr"),
        (HANS, "utf-16-le", "utf-16-le"),
        (HANS, "utf-16-be", "utf-16-be"),
        (HANT, "utf-32-le", "utf-32-le"),
        (HANT, "utf-32-be", "utf-32-be"),
        (HANS, "hz", "hz"),
        (JAPANESE, "iso-2022-jp", "iso-2022-jp"),
        (KOREAN, "iso-2022-kr", "iso-2022-kr"),
    ],
)
@pytest.mark.parametrize("wrap", [str, page])
def test_not_declared(text: str, codec: str, name: str, wrap: type[str]) -> None:
    source = wrap(text)
    decoded = decode(source.encode(codec))
    assert (decoded.text, decoded.encoding) == (source, name)
    assert decoded.warnings == ()


@pytest.mark.parametrize("length", [10, 20, 30])
@pytest.mark.parametrize(
    "text, codec",
    [(HANS, "gb18030"), (HANT, "big5"), (HANT, "gb18030"), (JAPANESE, "shift_jis"), (KOREAN, "euc-kr")],
)
def test_few_characters_are_enough(text: str, codec: str, length: int) -> None:
    for start in range(len(text) - length):
        part = text[start : start + length]
        assert decode(part.encode(codec)).text == part


@pytest.mark.parametrize("headline", ["江川大桥今日通车", "县长会见记者", "桥修好了", "两会"])
def test_a_headline_in_gbk_is_not_korean(headline: str) -> None:
    assert decode(headline.encode("gb18030")).text == headline


@pytest.mark.parametrize(
    "codec, name",
    [
        ("utf-8-sig", "utf-8"),
        ("utf-16", "utf-16-le"),
        ("utf-32", "utf-32-le"),
    ],
)
def test_byte_order_mark(codec: str, name: str) -> None:
    source = page(HANS, META.format("big5"))  # a mark is stronger than a declaration
    decoded = decode(source.encode(codec))
    assert (decoded.text, decoded.encoding, decoded.evidence) == (source, name, "bom")


@pytest.mark.parametrize(
    "mark, codec",
    [(b"\xfe\xff", "utf-16-be"), (b"\x00\x00\xfe\xff", "utf-32-be"), (b"\x84\x31\x95\x33", "gb18030")],
)
def test_rarer_marks(mark: bytes, codec: str) -> None:
    decoded = decode(mark + HANS.encode(codec))
    assert (decoded.text, decoded.encoding, decoded.evidence) == (HANS, codec, "bom")


@pytest.mark.parametrize(
    "hidden",
    [
        '<!-- <meta charset="utf-8"> -->',
        "<script>var m = '<meta charset=\"utf-8\">';</script>",
        "<title><meta charset=utf-8></title>",
        '<a href="/list?charset=utf-8">全部</a>',
        '<script src="/a.js" charset="utf-8"></script>',
    ],
)
def test_a_declaration_that_is_none(hidden: str) -> None:
    source = page(HANS, hidden)
    decoded = decode(source.encode("gb18030"))
    assert (decoded.text, decoded.encoding, decoded.warnings) == (source, "gb18030", ())


def test_xml_declaration() -> None:
    source = XML.format("gb2312") + page(HANS)
    decoded = decode(source.encode("gb18030"))
    assert (decoded.text, decoded.encoding, decoded.evidence) == (source, "gb18030", "meta")


@pytest.mark.parametrize(
    "transport, name, evidence",
    [
        ("gb2312", "gb18030", "transport"),
        ("GBK", "gb18030", "transport"),
        ("utf-8", "gb18030", "frequency"),  # the header is wrong
        ("none-of-these", "gb18030", "meta"),  # and does not count where it names nothing
        ("", "gb18030", "meta"),
    ],
)
def test_the_header(transport: str, name: str, evidence: str) -> None:
    source = page(HANS, META.format("gbk"))
    decoded = decode(source.encode("gb18030"), transport=transport)
    assert (decoded.text, decoded.encoding, decoded.evidence) == (source, name, evidence)


@pytest.mark.parametrize("label", ["gb2312", "GB18030", " gbk ", "cp936", "gb_2312-80"])
def test_what_the_user_says_stands(label: str) -> None:
    source = page(HANS, META.format("utf-8"))
    decoded = decode(source.encode("gb18030"), encoding=label)
    assert (decoded.text, decoded.encoding, decoded.evidence) == (source, "gb18030", "given")


def test_the_user_may_name_any_charset_of_python() -> None:
    assert decode("Привет".encode("koi8-u"), encoding="koi8-u").text == "Привет"
    assert decode("中".encode("utf-7"), encoding="utf-7").text == "中"


@pytest.mark.parametrize(
    "label", ["klingon", "", "rot13", "base64", "idna", "punycode", "unicode_escape", "\x00", "x" * 99]
)
def test_what_is_no_charset(label: str) -> None:
    with pytest.raises(UnknownEncodingError, match=r"try|leave"):
        decode(b"abc", encoding=label)


@pytest.mark.parametrize(
    "data, what",
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(64), "PNG"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "JPEG"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "pdftotext"),
        (b"PK\x03\x04\x14\x00", "unpack"),
        (b"\x1f\x8b\x08\x00", "gzip"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "picture"),
        (b"\x7fELF\x02\x01\x01", "program"),
        (b"MZ\x90\x00\x03", "program"),
        (b"wOFF\x00\x01\x00\x00", " a font"),
        (b"wOF2\x00\x01\x00\x00", " a font"),
        (b"ID3\x03\x00", "sound"),
        (b"OggS\x00\x02", "sound"),
        (b"fLaC\x00\x00", "sound"),
        (b"\x00\x00\x01\x00\x01\x00", "an icon"),
        (b"SQLite format 3\x00", "a database"),
        (b"BZh91AY", "bz2"),
        (b"\xfd7zXZ\x00\x00", "lzma"),
        (b"\x28\xb5\x2f\xfd\x04", "Zstandard"),
        (b"7z\xbc\xaf\x27\x1c", "7z archive"),
        (b"Rar!\x1a\x07\x00", "RAR archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "office document"),
        (b"{\\rtf1\\ansi", "RTF document"),
        (bytes(range(256)) * 8, "no text"),
        (bytes(4000), "NUL"),
        (b"ab\x00" * 400, "NUL"),
    ],
)
def test_what_is_no_text(data: bytes, what: str) -> None:
    with pytest.raises(BinaryInputError, match=what):
        decode(data)


@pytest.mark.parametrize(
    "data, text",
    [
        (b"", ""),
        (b"\xef\xbb\xbf", ""),
        (b"abc", "abc"),
        (b"\xff\xfe", ""),
        ("中".encode() + b"\x00" + "文".encode(), "中文"),  # a NUL holds nothing
        ("江川大桥通车，".encode("gbk") + b"\x00" + "群众方便".encode("gbk"), "江川大桥通车，群众方便"),
    ],
)
def test_small_and_odd(data: bytes, text: str) -> None:
    assert decode(data).text == text


@pytest.mark.parametrize(
    "data, text",
    [
        (b"\x80\x35\x30\x30", "€500"),  # the euro sign of Windows, which Python's codec does not know
        ("€".encode("gb18030"), "€"),
        ("𠮷野家、䶮".encode("gb18030"), "𠮷野家、䶮"),  # four bytes
        (b"\xa3\xa0\xa3\xa0" + "江川".encode("gbk"), "\u3000\u3000江川"),  # the full-width space of old editors
        (b"\xaa\xa1", "\ue000"),  # a character of private use stays one
    ],
)
def test_characters_of_gb18030(data: bytes, text: str) -> None:
    declared = b"<meta charset=gb2312>" + HANS.encode("gb18030")
    assert decode(declared + data).text == declared.decode("gb18030") + text


@pytest.mark.parametrize(
    "data, text",
    [
        ("史蒂芬‧金".encode("cp950"), "史蒂芬‧金"),
        ("啩嘅嚟喺".encode("big5hkscs"), "啩嘅嚟喺"),
        ("３～５".encode("cp950"), "３～５"),
        ("裏恒".encode("cp950"), "裏恒"),
        (b"\x88\x62", "\u00ca\u0304"),  # one of four pairs that are two code points
        (b"\xa2\x44", "￥"),
        (b"\xa2\x46\xa2\x47", "￠￡"),
        (b"\xa1\x4e\xa1\xc2\xa1\xf2\xa1\xf3", "﹑¯⊕⊙"),
        (b"\xa1\x45" * 3 + "史蒂芬".encode("big5") + b"\xa1\x45", "‧‧‧史蒂芬‧"),
        (b"\xc6\xa1", "①"),
        (b"\xa3\xe1", "€"),  # which Python's codec does not know
        (b"\xc6\xe7", "ぁ"),
        (b"\xfa\x40", "𠕇"),  # private use before Hong Kong gave it a character
    ],
)
def test_characters_of_big5(data: bytes, text: str) -> None:
    declared = b"<meta charset=big5>" + HANT.encode("big5")
    decoded = decode(declared + data)
    assert (decoded.text, decoded.damaged) == (declared.decode("big5") + text, ())


@pytest.mark.parametrize(
    "data, text",
    [
        (b"~{VP9zHKCq~} abc", "中国人民 abc"),
        (b"\x1b$)A\x0eVP9zHKCq\x0f abc", "中国人民 abc"),
        (b"\x1b$)G\x0ejW}$s>\x0f", "臺灣龍"),  # CNS 11643, plane 1
        (b"\x1b$)A\x0eVP9z\x0f\x1b$*H\x1bNrD", "中国" + "龘"),  # plane 2, one character
    ],
)
def test_seven_bits(data: bytes, text: str) -> None:
    decoded = decode(data)
    assert (decoded.text, decoded.evidence) == (text, "bytes")


# Where the order of CNS 11643 turns from that of Big5: the characters on both sides of every turn.
TURNS_OF_PLANE_1 = (
    "21214421532253235752575357546b4f6b506b516f5b6f5c75347535753677367737782c782d782e786378647865786679617962",
    "　一羿耐耆耄耘鉸銬銀鋪鋤薊薦虧薹蟯嚥嚨壞繪繳羅羶勸嚷",
)
TURNS_OF_PLANE_2 = (
    "2121212a212b214b214c214d217c217d224c224d224e24382439376e376f3770387d387e3e623e633e643f693f6a3f6b44234424554a554b554c57215722"
    "57235a275a285a295b3e5b3f5c695c6a5d735d745d75603860396242624363366337642e642f64306437643865726573664c664d664e6760676167626933"
    "69346935696169626a4a6a4b6a4c6c516c52716571667167723372347235723f72407241",
    "乂囗屮刌刉匜刓刐扥攷旯扴旰笵笻笴荶虙筊筇筄萓莚菃殛毻鋡錥鋆徼徻憝虤螤螛鋺錓徾懃磼磿磲鍧鍎瞺礌蟣蟗鎟鎀鎍鎣闒瀜爌臕舋艤鏒鎥鏧瀹瀪灀臙艨鏸鐼鐊鐽鐰驠鬮鱴驨鸙虋灪爩麤",
)


def test_all_characters_of_seven_bit_taiwan_stand_where_big5_has_them() -> None:
    codes, text = TURNS_OF_PLANE_1
    assert decode(b"\x1b$)G\x0e" + bytes.fromhex(codes) + b"\x0f").text == text
    codes, text = TURNS_OF_PLANE_2
    pairs = bytes.fromhex(codes)
    shifted = b"".join(b"\x1bN" + pairs[place : place + 2] for place in range(0, len(pairs), 2))
    assert decode(b"\x1b$)A\x1b$*H" + shifted).text == text


def test_seven_bits_that_name_no_character() -> None:
    assert decode(b"\x1b$)A\x0eVP9z\x0f\x1b$*H\x1bN !\x1bNrD").text == "中国\ufffd龘"


@pytest.mark.parametrize("text", ["a ~{b}~ c", "x = ~{y: 1}", "vi: ~{VP}", "plain", "~{~}"])
def test_seven_bits_that_are_ascii(text: str) -> None:
    assert decode(text.encode()).text == text


def test_front_matter_in_one_encoding_and_body_in_another() -> None:
    front = f"---\ntitle: {HANS[:12]}\nauthor: 江川日报\n---\n"
    decoded = decode(front.encode() + HANS.encode("gb18030") + b"\n" + HANS.encode("gb18030"))
    assert decoded.text == front + HANS + "\n" + HANS
    assert "parts of the bytes are" in decoded.warnings[0]


@pytest.mark.parametrize(
    "text, codec",
    [
        ("Les élèves étaient déjà à l’école près du café, où ils préféraient rester.", "cp1252"),
        ("Президент выступил с заявлением о новых мерах поддержки экономики страны", "cp1251"),
    ],
)
def test_other_scripts(text: str, codec: str) -> None:
    decoded = decode(text.encode(codec))
    assert (decoded.text, decoded.evidence) == (text, "fallback")


@given(st.binary(max_size=400), st.sampled_from([None, "gbk", "utf-8", "big5"]))
def test_any_bytes(data: bytes, told: str | None) -> None:
    """Nothing but the two errors; the text can be written; offsets are those of the bytes."""
    try:
        decoded = decode(data, transport=told)
    except BinaryInputError:
        return
    decoded.text.encode()
    assert "\x00" not in decoded.text
    assert list(decoded.damaged) == sorted(set(decoded.damaged))
    assert all(0 <= offset < len(data) for offset in decoded.damaged)


@given(st.binary(max_size=100), st.text(max_size=12))
def test_any_label(data: bytes, label: str) -> None:
    with suppress(NewscleanError):
        decode(data, encoding=label)


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\x00\ufeff"), max_size=200))
def test_utf8_is_read_as_it_is(text: str) -> None:
    decoded = decode(b"\xef\xbb\xbf" + text.encode())
    if decoded.repaired is None:
        assert decoded.text == text


def test_the_names_are_public() -> None:
    assert newsclean.decode is decode
