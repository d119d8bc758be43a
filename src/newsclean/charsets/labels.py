"""Names of encodings: a label as a page or a header writes it -> the name that `Decoded.encoding` uses.

Labels are widened as the WHATWG Encoding Standard does: a page that says gb2312 is read as gb18030, one that says big5
with the Hong Kong supplement, because that is what browsers do and therefore what pages contain.
"""

from __future__ import annotations

import codecs
import re

from newsclean.errors import UnknownEncodingError

LABELS: dict[str, str] = {
    label: name
    for name, labels in {
        "utf-8": "utf-8 utf8 unicode-1-1-utf-8 unicode11utf8 unicode20utf8 x-unicode20utf8 utf-8-sig utf8mb4 cesu-8",
        "gb18030": "gb2312 gbk gb18030 gb18030-2005 gb18030-2022 gb_2312 gb_2312-80 chinese csgb2312 csiso58gb231280 "
        "iso-ir-58 x-gbk gb2312-80 gb-2312 euc-cn euccn cp936 ms936 windows-936 936 hz-gbk zh-cn simplified",
        "big5": "big5 big5-hkscs big5hkscs cn-big5 csbig5 x-x-big5 big-5 cp950 ms950 windows-950 950 big5-eten x-big5 "
        "big5-2003 big5hk zh-tw",
        "shift_jis": "shift_jis shift-jis sjis ms932 ms_kanji csshiftjis windows-31j x-sjis cp932",
        "euc-jp": "euc-jp cseucpkdfmtjapanese x-euc-jp eucjp euc_jp",
        "euc-kr": "euc-kr cseuckr csksc56011987 iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 "
        "windows-949 cp949 ms949 uhc",
        "hz": "hz-gb-2312 hz hzgb",
        "iso-2022-cn": "iso-2022-cn csiso2022cn iso-2022-cn-ext",
        "iso-2022-jp": "iso-2022-jp csiso2022jp",
        "iso-2022-kr": "iso-2022-kr csiso2022kr",
        "utf-16-le": "utf-16le utf-16-le utf-16 utf16 unicode ucs-2 iso-10646-ucs-2 unicodefeff csunicode utf16le",
        "utf-16-be": "utf-16be utf-16-be unicodefffe utf16be",
        "utf-32-le": "utf-32le utf-32-le utf-32 utf32 ucs-4",
        "utf-32-be": "utf-32be utf-32-be",
        "windows-1252": "windows-1252 cp1252 x-cp1252 iso-8859-1 iso8859-1 latin1 latin-1 l1 ascii us-ascii ibm819 "
        "cp819 iso_8859-1 ansi_x3.4-1968 csisolatin1 x-user-defined ansi",
        "windows-1251": "windows-1251 cp1251 x-cp1251",
        "windows-874": "windows-874 tis-620 iso-8859-11 dos-874",
        "windows-1250": "windows-1250 cp1250 x-cp1250",
        "windows-1253": "windows-1253 cp1253",
        "windows-1254": "windows-1254 cp1254 iso-8859-9 latin5",
        "windows-1256": "windows-1256 cp1256",
        "windows-1258": "windows-1258 cp1258",
        "iso-8859-2": "iso-8859-2 latin2",
        "koi8-r": "koi8-r koi8",
    }.items()
    for label in labels.split()
}
"""The labels of the Encoding Standard that news pages use, and spellings that servers and editors write instead."""

CODECS: dict[str, str] = {
    "big5": "big5hkscs",
    "shift_jis": "cp932",
    "euc-kr": "cp949",
    "windows-874": "cp874",
}
"""The Python codec of a name, where Python knows no codec of that name, or one that reads less than browsers do."""

NO_CHARSET = frozenset({"idna", "punycode", "unicode-escape", "raw-unicode-escape", "undefined", "mbcs", "oem"})
"""Codecs of Python that turn bytes into str and are no charset all the same."""

_LABEL = re.compile(r"[\w:.()-]{1,40}\Z", re.ASCII)


def canonical(label: str) -> str | None:
    """The name of the encoding that a declared label means; None where the label is not known."""
    return LABELS.get(label.strip().strip("\"'").lower())


def codec_of(name: str) -> str:
    """The Python codec that reads the encoding of that name."""
    return CODECS.get(name, name)


def given(label: str) -> str:
    """The name of the encoding that a user asks for: any charset that Python knows, widened like a declared one.

    Raises `UnknownEncodingError`.
    """
    name = canonical(label)
    if name is not None:
        return name
    text = label.strip()
    if _LABEL.match(text):
        try:
            info = codecs.lookup(text)
        except LookupError:
            info = None
        if info is not None and info._is_text_encoding and info.name not in NO_CHARSET:
            return LABELS.get(info.name, info.name)
    raise UnknownEncodingError(
        "encoding={label!r} is no charset that Python knows; try 'gb18030', 'big5' or 'utf-8', or leave encoding= out and let the bytes tell",
        label=label[:60],
    )
