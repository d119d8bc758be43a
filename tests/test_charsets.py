"""What stands in tables: names of encodings, marks, declarations, file formats, characters that browsers read otherwise."""

from __future__ import annotations

import bz2
import codecs
import gzip
import io
import lzma
import sqlite3
import zipfile
import zlib
from collections.abc import Callable
from contextlib import closing

import hypothesis
import pytest
from hypothesis import strategies as st

from newsclean import BinaryInputError, UnknownEncodingError, decode
from newsclean.charsets.binary import noisy, refuse_binary
from newsclean.charsets.browsers import as_browsers, big5
from newsclean.charsets.declared import declared, mark
from newsclean.charsets.labels import LABELS, canonical, codec_of, given
from newsclean.charsets.stretches import STEP, decoded, stretches_of

# Labels

STANDARD = {
    "utf-8": "unicode-1-1-utf-8 unicode11utf8 unicode20utf8 utf-8 utf8 x-unicode20utf8",
    "gb18030": "chinese csgb2312 csiso58gb231280 gb2312 gb_2312 gb_2312-80 gbk iso-ir-58 x-gbk gb18030",
    "big5": "big5 big5-hkscs cn-big5 csbig5 x-x-big5",
    "shift_jis": "csshiftjis ms932 ms_kanji shift-jis shift_jis sjis windows-31j x-sjis",
    "euc-jp": "cseucpkdfmtjapanese euc-jp x-euc-jp",
    "euc-kr": "cseuckr csksc56011987 euc-kr iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 windows-949",
    "iso-2022-jp": "csiso2022jp iso-2022-jp",
    "utf-16-be": "unicodefffe utf-16be",
    "utf-16-le": "csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff utf-16 utf-16le",
    "windows-1250": "cp1250 windows-1250 x-cp1250",
    "windows-1251": "cp1251 windows-1251 x-cp1251",
    "windows-1252": "ansi_x3.4-1968 ascii cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso8859-1 iso_8859-1 l1 latin1 "
    "us-ascii windows-1252 x-cp1252",
    "windows-1253": "cp1253 windows-1253",
    "windows-1254": "cp1254 iso-8859-9 latin5 windows-1254",
    "windows-1256": "cp1256 windows-1256",
    "windows-1258": "cp1258 windows-1258",
    "windows-874": "dos-874 iso-8859-11 tis-620 windows-874",
    "iso-8859-2": "iso-8859-2 latin2",
    "koi8-r": "koi8 koi8-r",
}
"""Labels of the Encoding Standard, with the encoding that it gives them; GBK is read as GB18030."""
WRITTEN = {
    "utf-8": "utf-8-sig utf8mb4 cesu-8",
    "gb18030": "gb18030-2005 gb18030-2022 gb2312-80 gb-2312 euc-cn euccn cp936 ms936 windows-936 936 hz-gbk zh-cn simplified",
    "big5": "big5hkscs big-5 cp950 ms950 windows-950 950 big5-eten x-big5 big5-2003 big5hk zh-tw",
    "shift_jis": "cp932",
    "euc-jp": "eucjp euc_jp",
    "euc-kr": "cp949 ms949 uhc",
    "hz": "hz-gb-2312 hz hzgb",
    "iso-2022-cn": "iso-2022-cn csiso2022cn iso-2022-cn-ext",
    "iso-2022-kr": "iso-2022-kr csiso2022kr",
    "utf-16-le": "utf-16-le utf16 utf16le",
    "utf-16-be": "utf-16-be utf16be",
    "utf-32-le": "utf-32le utf-32-le utf-32 utf32 ucs-4",
    "utf-32-be": "utf-32be utf-32-be",
    "windows-1252": "latin-1 x-user-defined ansi",
}
"""What servers, editors and databases write instead, and encodings that browsers have given up."""


def test_every_label_has_its_encoding() -> None:
    expected = {
        label: name for table in (STANDARD, WRITTEN) for name, labels in table.items() for label in labels.split()
    }
    assert expected == LABELS


@pytest.mark.parametrize("label", ["gbk", "GBK", " gbk\t", '"gbk"', "'GBK'", ' "gbk" '])
def test_how_a_label_is_written_does_not_matter(label: str) -> None:
    assert canonical(label) == "gb18030"


@pytest.mark.parametrize("label", ["", "gb", "gbk2", "klingon", "utf 8"])
def test_what_is_no_label(label: str) -> None:
    assert canonical(label) is None


BEYOND = {
    "big5": (b"\xfa\x40", "𠕇"),  # the Hong Kong supplement
    "shift_jis": (b"\x87\x40", "①"),  # what Windows added
    "euc-kr": (b"\x81\x41", "갂"),
    "windows-874": (b"\x80\xa1", "€ก"),
    "windows-1250": (b"\x8a", "Š"),
    "windows-1251": (b"\x88", "€"),
    "windows-1252": (b"\x80", "€"),
    "windows-1253": (b"\xe1", "α"),
    "windows-1254": (b"\xf0", "ğ"),
    "windows-1256": (b"\xc7", "ا"),
    "windows-1258": (b"\xd0", "Đ"),
}
"""Characters that tell whether the codec of a name is the one that browsers have."""


@pytest.mark.parametrize("name", sorted(set(LABELS.values()) - {"iso-2022-cn"}))
def test_every_encoding_is_read_by_a_codec_of_python(name: str) -> None:
    data, text = BEYOND.get(name, (b"", ""))
    assert data.decode(codec_of(name)) == text


@pytest.mark.parametrize(
    "label, name",
    [
        ("hz", "hz"),
        ("GB2312", "gb18030"),
        ("EUC_CN", "gb18030"),  # a spelling of Python's, widened as well
        ("ISO8859-15", "iso8859-15"),
        ("mac-cyrillic", "mac-cyrillic"),
        (" koi8-u ", "koi8-u"),
        ("ibm866", "cp866"),
    ],
)
def test_a_charset_that_the_user_names(label: str, name: str) -> None:
    assert given(label) == name


@pytest.mark.parametrize(
    "label", ["idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined", "hex", "zip", "rot13", "uu"]
)
def test_a_codec_of_python_that_is_no_charset(label: str) -> None:
    with pytest.raises(UnknownEncodingError):
        given(label)


@pytest.mark.parametrize("label", ["mbcs", "oem"])
def test_the_charset_of_a_windows_machine_is_none(label: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where Python has these two, the same bytes give another text on the next machine."""
    latin = codecs.lookup("latin-1")
    info = codecs.CodecInfo(latin.encode, latin.decode, name=label)
    monkeypatch.setattr(codecs, "lookup", {label: info}.__getitem__)
    with pytest.raises(UnknownEncodingError):
        given(label)


def test_an_unknown_charset_is_named_as_far_as_is_useful() -> None:
    with pytest.raises(UnknownEncodingError) as caught:
        given("x" * 59 + "yz")
    assert str(caught.value) == (
        f"encoding='{'x' * 59}y' is no charset that Python knows; "
        "try 'gb18030', 'big5' or 'utf-8', or leave encoding= out and let the bytes tell"
    )


# Marks and declarations


@pytest.mark.parametrize(
    "data, name",
    [
        (codecs.BOM_UTF8 + b"a", "utf-8"),
        (codecs.BOM_UTF16_LE + b"a\x00", "utf-16-le"),
        (codecs.BOM_UTF16_BE + b"\x00a", "utf-16-be"),
        (codecs.BOM_UTF32_LE + b"a\x00\x00\x00", "utf-32-le"),
        (codecs.BOM_UTF32_BE + b"\x00\x00\x00a", "utf-32-be"),
        ("\ufeffa".encode("gb18030"), "gb18030"),
        (codecs.BOM_UTF8[:2], None),
        (b" " + codecs.BOM_UTF8, None),  # a mark is one at the beginning only
        (b"", None),
    ],
)
def test_marks(data: bytes, name: str | None) -> None:
    assert mark(data) == name


FILL = "<!-- " + "x" * 8166 + " -->"
"""So many bytes that a short declaration after it ends where the search ends."""


@pytest.mark.parametrize(
    "head, name",
    [
        ("<meta charset=gbk>", "gb18030"),
        ("<meta charset='gbk'>", "gb18030"),
        ('<meta charset = " gbk ">', "gb18030"),
        ("<META CHARSET=GBK>", "gb18030"),
        ("<Meta Charset=Big5>", "big5"),
        ("<meta http-equiv=content-type content='text/html; charset=big5'>", "big5"),
        ("<meta name=charset><meta charset=gbk>", "gb18030"),  # a word that declares nothing before it
        ("<meta charset=klingon><meta charset=gbk>", "gb18030"),  # the first that names something
        ("<meta charset=gbk><meta charset=big5>", "gb18030"),
        ("<META CHARSET=GBK><meta charset=big5>", "gb18030"),
        ("<meta charset=>", None),
        ("charset=gbk", None),
        ("<p>charset=gbk", None),
        ("<link charset=gbk>", None),
        # a declaration that could be read as ASCII does not stand in UTF-16
        ("<meta charset=utf-16>", "utf-8"),
        ("<meta charset=utf-16be>", "utf-8"),
        ("<meta charset=utf-32>", "utf-8"),
        # hidden, or shown again
        ("<!-- <meta charset=gbk> -->", None),
        ("<!-- a --><meta charset=gbk>", "gb18030"),
        ("<script>'<meta charset=gbk>'</script>", None),
        ("<script></script><meta charset=gbk>", "gb18030"),
        ("<title><meta charset=gbk></title>", None),
        ("<title>a</title><meta charset=gbk>", "gb18030"),
        # XML
        ('<?xml version="1.0" encoding="gbk"?>', "gb18030"),
        ("\n <?XML version='1.0' ENCODING = 'GBK'?>", "gb18030"),
        ('<?xml version="1.0" encoding="klingon"?>', None),
        ('<?xml version="1.0"?><META CHARSET=gbk>', "gb18030"),
        ('<?xml version="1.0" encoding="utf-8"?><META CHARSET=gbk>', "gb18030"),  # as browsers do with HTML
        ('<?xml version="1.0" encoding="utf-8"?><meta charset=gbk>', "gb18030"),
        ('<p><?xml version="1.0" encoding="gbk"?>', None),  # not at the beginning
        # how far is searched
        (FILL[:-1] + "<meta charset=gbk>", None),  # in a comment that does not end
        (FILL + "<meta charset=gbk>", "gb18030"),
        (FILL + " <meta charset=gbk>", None),
        (FILL + "<META CHARSET=gbk>", "gb18030"),
        (FILL + " <META CHARSET=gbk>", None),
    ],
)
def test_declarations(head: str, name: str | None) -> None:
    assert declared(head.encode()) == name


# File formats


def database() -> bytes:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("create table articles (title text)")
        return connection.serialize() if hasattr(connection, "serialize") else b"SQLite format 3\x00\x10\x00"


def archive(*names: str) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as file:
        for name in names:
            file.writestr(name, "江川")
    return target.getvalue()


def png() -> bytes:
    header = b"IHDR" + bytes(8)
    return b"\x89PNG\r\n\x1a\n" + len(header).to_bytes(4, "big") + header + zlib.crc32(header).to_bytes(4, "big")


FORMATS = [
    (png(), "a PNG picture"),
    (b"\xff\xd8\xff\xe0\x00\x10JFIF", "a JPEG picture"),
    (b"GIF87a\x01\x00\x01\x00", "a GIF picture"),
    (b"GIF89a\x01\x00\x01\x00", "a GIF picture"),
    (b"%PDF-1.7\n", "a PDF document; take its text out first (pdftotext) and give that"),
    (archive("a.html"), "a ZIP archive or an office document; unpack it first"),
    (archive(), "a ZIP archive; unpack it first"),
    (gzip.compress(b"<p>"), "gzip data; unpack it first (gzip.decompress)"),
    (bz2.compress(b"<p>"), "bzip2 data; unpack it first (bz2.decompress)"),
    (lzma.compress(b"<p>"), "xz data; unpack it first (lzma.decompress)"),
    (b"\x28\xb5\x2f\xfd\x04\x58", "Zstandard data; unpack it first"),
    (b"7z\xbc\xaf\x27\x1c\x00\x04", "a 7z archive; unpack it first"),
    (b"Rar!\x1a\x07\x00\xcf", "a RAR archive; unpack it first"),
    (b"\x7fELF\x02\x01\x01", "a program"),
    (b"MZ\x90\x00\x03\x00", "a program"),
    (b"\x00asm\x01\x00\x00\x00", "a program"),
    (b"\xca\xfe\xba\xbe\x00\x00", "a program"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00", "an old office document; save it as text or HTML first"),
    (b"{\\rtf1\\ansi", "an RTF document; save it as text or HTML first"),
    (b"OggS\x00\x02", "sound"),
    (b"ID3\x03\x00", "sound"),
    (b"fLaC\x00\x00", "sound"),
    (b"\x00\x00\x01\x00\x01\x00", "an icon"),
    (b"wOFF\x00\x01\x00\x00", "a font"),
    (b"wOF2\x00\x01\x00\x00", "a font"),
    (database(), "a database"),
]


@pytest.mark.parametrize("data, what", FORMATS, ids=[what for _, what in FORMATS])
def test_file_formats(data: bytes, what: str) -> None:
    for read in (refuse_binary, decode):
        with pytest.raises(BinaryInputError) as caught:
            read(data)
        assert str(caught.value) == f"the input is {what}; newsclean reads HTML, Markdown and text"
        assert caught.value.values == {"what": what}


@pytest.mark.parametrize("data", [b"RIFF\x24\x00\x00\x00WEBPVP8 ", b"\x00\x00\x00\x20ftypisom\x00\x00", b"\x00bcdftyp"])
def test_pictures_and_films_that_begin_with_their_length(data: bytes) -> None:
    with pytest.raises(BinaryInputError) as caught:
        refuse_binary(data)
    assert str(caught.value) == "the input is a picture or a film, not text; give the page that shows it"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"GIF",
        b"PNG",
        b"<p>GIF89a",
        b"ID 3",
        b"MZ",
        b"WEBP ftyp",
        b"\x00bcftyp",
        b"\x00bcde ftyp",
        b"abcdftyp",
        "江川".encode(),
    ],
)
def test_text_that_begins_nearly_so(data: bytes) -> None:
    refuse_binary(data)


def test_control_characters_that_text_has_none_of() -> None:
    """All but tab, the four ends of lines and pages, and escape, with which some encodings begin a character set."""
    found = {byte for byte in range(256) if noisy(bytes([byte]) * 5)}
    assert found == set(range(32)) - set(b"\t\n\x0b\x0c\r\x1b")


@pytest.mark.parametrize(
    "letters, controls, after, is_noise",
    [
        (0, 4, 0, False),  # any text may have four
        (0, 5, 0, True),
        (119, 5, 0, True),  # one in 25
        (120, 5, 0, False),
        (4096 - 163, 163, 1, False),  # of the first 4096 bytes, and no further
        (4096 - 164, 164, 0, True),
    ],
)
def test_how_many_control_characters_are_noise(letters: int, controls: int, after: int, is_noise: bool) -> None:
    assert noisy(b"a" * letters + b"\x01" * (controls + after)) is is_noise


# Characters


@pytest.mark.parametrize(
    "data, text",
    [
        (b"\xa1\x45", "‧"),
        (b"\xa1\x4e", "﹑"),
        (b"\xa1\xc2", "¯"),
        (b"\xa1\xe3", "～"),
        (b"\xa1\xf2", "⊕"),
        (b"\xa1\xf3", "⊙"),
        (b"\xa2\x44", "￥"),
        (b"\xa2\x46", "￠"),
        (b"\xa2\x47", "￡"),
        (b"\xa4\xa4", "中"),
        (b"\xa4\xa1\x45\xa4\xa1\xc2\xb0", "丑E丑簞"),  # the bytes of marks, but not as such
    ],
)
def test_marks_of_big5_as_browsers_show_them(data: bytes, text: str) -> None:
    assert big5(data.decode("big5hkscs"), data) == text
    assert as_browsers(data.decode("big5hkscs"), "big5hkscs") == text


def test_the_space_of_old_editors_as_browsers_show_it() -> None:
    data = b"\xa3\xa0\xd6\xd0"
    assert as_browsers(data.decode("gb18030"), "gb18030") == "\u3000中"


def test_other_encodings_as_python_reads_them() -> None:
    text = "•､∼¥¢£\ue5e5"
    assert as_browsers(text, "utf-8") == text


# What is ASCII alone


def reader(data: bytes, codec: str) -> Callable[[int, int], str]:
    return lambda begin, end: data[begin:end].decode(codec)


@pytest.mark.parametrize(
    "data, stretches",
    [
        (b"", []),
        (b"a" * 3 * STEP, []),
        (b"\xd6\xd0", [(0, 2)]),
        (b"a" * (STEP - 1) + b"\xd6", [(0, STEP)]),
        (b"a" * (STEP - 1) + b"\xd6A" + b"a" * STEP, [(0, STEP + 1)]),  # the second byte of the character
        (b"a" * STEP + b"\xd6\xd0", [(STEP, STEP + 2)]),
        (b"\xd6\xd0" + b"a" * 2 * STEP + b"\xd6\xd0", [(0, STEP + 1), (2 * STEP, 2 * STEP + 4)]),
        (b"\xd6\xd0" * 2 * STEP, [(0, 4 * STEP)]),
    ],
)
def test_stretches_beyond_ascii(data: bytes, stretches: list[tuple[int, int]]) -> None:
    assert stretches_of(data) == stretches


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"a" * STEP,
        "江川".encode("gbk"),
        b"a" * STEP + "江川".encode("gbk") + b"b" * 2 * STEP,
        b"a" * STEP + "江".encode("gbk") + b"b" * 2 * STEP + "川".encode("gbk") + b"c",
    ],
)
def test_the_text_of_the_stretches_and_of_what_lies_between(data: bytes) -> None:
    assert decoded(data, stretches_of(data), reader(data, "gb18030")) == data.decode("gb18030")


def test_what_is_read_without_stretches_is_ascii() -> None:
    with pytest.raises(UnicodeDecodeError, match="'ascii'"):
        decoded("江".encode("gbk"), [], reader(b"", "gb18030"))


@hypothesis.given(
    st.lists(st.tuples(st.integers(0, 1200), st.text(alphabet="江川大橋許功蓋珮A@<~§𠮷", max_size=4)), max_size=6),
    st.sampled_from(["gb18030", "big5hkscs"]),
)
def test_stretch_by_stretch_the_text_is_the_same(parts: list[tuple[int, str]], codec: str) -> None:
    """許功蓋 end in bytes that are ASCII signs in Big5, 𠮷 has four bytes in GB18030."""
    data = b"".join(b"a" * length + text.encode(codec, "ignore") for length, text in parts)
    assert decoded(data, stretches_of(data), reader(data, codec)) == data.decode(codec)
