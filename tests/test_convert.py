"""Conversion between the scripts: the right words for the pair, names by characters, the rest left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean import ConversionError, convert
from newsclean.convert import convert_name

TARGETS = ("zh-Hans", "zh-Hant", "zh-Hant-TW", "zh-Hant-HK")


@pytest.mark.parametrize(
    "text, to, converted",
    [
        ("软件和网络里的信息", "zh-Hant", "軟件和網絡裏的信息"),
        ("软件和网络里的信息", "zh-Hant-TW", "軟體和網路裡的資訊"),  # the words of Taiwan too
        ("软件和网络里的信息", "zh-Hant-HK", "軟件和網絡裏的信息"),
        ("皇后以后干部干燥", "zh-Hant", "皇后以後幹部乾燥"),
        ("头发发展，面条方面", "zh-Hant", "頭髮發展，麪條方面"),
        ("台湾的软体与网路", "zh-Hans", "台湾的软体与网路"),  # simplified already: words are left
        ("江川縣的橋修好了", "zh-Hans", "江川县的桥修好了"),
        ("乾隆年間的乾燥劑", "zh-Hans", "乾隆年间的干燥剂"),
        ("新北市捷運的軟體與網路", "zh-Hans", "新北市捷运的软件与网络"),  # from Taiwan: its words too
        ("裏面着火，衞生署說", "zh-Hant-TW", "裡面著火，衛生署說"),
        ("裡面著火，衛生局說", "zh-Hant-HK", "裏面着火，衞生局説"),
        ("江川縣的橋修好了", "zh-Hant", "江川縣的橋修好了"),
        ("", "zh-Hant", ""),
        ("abc 123", "zh-Hant", "abc 123"),
    ],
)
def test_convert(text: str, to: str, converted: str) -> None:
    assert convert(text, to) == converted


@pytest.mark.parametrize("to", ["zh-TW", "zh_tw", "ZH-HANT-TW", "zh-hant-tw"])
def test_the_tag_may_be_written_otherwise(to: str) -> None:
    assert convert("软件", to) == "軟體"


@pytest.mark.parametrize("text, converted", [("系著", "繫着"), ("系着", "繫着"), ("看著", "看着"), ("公里", "公里")])
def test_a_text_that_could_be_either_comes_to_rest(text: str, converted: str) -> None:
    assert convert(text, "zh-Hant-HK") == converted
    assert convert(converted, "zh-Hant-HK") == converted


def test_a_character_that_is_simplified_for_one_and_traditional_for_another() -> None:
    assert convert("檸檬薴的氣味", "zh-Hans") == "柠檬苧的气味"
    assert convert("柠檬苧的气味", "zh-Hans") == "柠檬苧的气味"
    assert convert("苧麻織成的布", "zh-Hans") == "苎麻织成的布"
    assert convert("苎麻织成的布", "zh-Hant") == "苧麻織成的布"
    assert convert("苧麻", "zh-Hant") == "苧麻"


@pytest.mark.parametrize("to", ["", "en", "zh", "zh-Latn", "Hant", "x" * 99])
def test_a_tag_that_is_none(to: str) -> None:
    with pytest.raises(ConversionError, match="try zh-Hans"):
        convert("软件", to)
    with pytest.raises(ConversionError, match="try zh-Hans"):
        convert_name("周杰伦", to)


@pytest.mark.parametrize(
    "kept",
    [
        "https://example.cn/新闻/软件.html",
        "http://example.cn/?q=计算机",
        "www.example.cn/软件",
        '<a href="/软件" title="网络">',
        "<!-- 软件 -->",
        "](/软件/网络.html)",
        "Python 3.12 & GB18030",
    ],
)
def test_addresses_and_markup_are_left_alone(kept: str) -> None:
    assert convert(f"软件{kept} 软件", "zh-Hant-TW") == f"軟體{kept} 軟體"


def test_a_sign_of_an_end_in_markup_ends_no_sentence() -> None:
    """It did, and what had been markup was text when the result was converted again: fuzzing."""
    once = convert("大桥<!--桥桥桥>大桥。", "zh-Hant")
    assert once == "大橋<!--桥桥桥>大橋。"
    assert convert(once, "zh-Hant") == once


def test_mixed_text_is_converted_by_its_runs() -> None:
    """The traditional part has 后 and 里 where they belong; only the simplified part is converted."""
    text = "這位皇后住在后里，離台中十公里。\n这位皇后以后住在里面。"
    assert convert(text, "zh-Hant") == "這位皇后住在后里，離台中十公里。\n這位皇后以後住在裏面。"


@pytest.mark.parametrize(
    "name, to, converted",
    [
        ("周杰伦", "zh-Hant", "周杰倫"),  # 杰, not 傑
        ("范冰冰", "zh-Hant", "范冰冰"),
        ("于谦", "zh-Hant", "于謙"),
        ("余华", "zh-Hant-TW", "余華"),
        ("马云", "zh-Hant", "馬雲"),
        ("钟南山", "zh-Hant", "鍾南山"),
        ("沈从文", "zh-Hant", "沈從文"),
        ("萧敬腾", "zh-Hant-HK", "蕭敬騰"),
        ("周杰倫", "zh-Hans", "周杰伦"),
        ("馬雲", "zh-Hans", "马云"),
        ("Tim Cook", "zh-Hant", "Tim Cook"),
        ("", "zh-Hant", ""),
    ],
)
def test_names_are_converted_by_characters(name: str, to: str, converted: str) -> None:
    assert convert_name(name, to) == converted


COMMON = "的一是这那里后面发干系制只于几斗准表历复钟台湾软件网络信息视频程序质量头发皇后公里关系标准，。“”「」 \n县縣說说為为裡裏著着衞衛"


@given(st.text(alphabet=COMMON, max_size=60), st.sampled_from(TARGETS))
def test_converting_twice_is_converting_once(text: str, to: str) -> None:
    once = convert(text, to)
    assert convert(once, to) == once


@given(st.text(max_size=40), st.sampled_from(TARGETS))
def test_any_text(text: str, to: str) -> None:
    convert(text, to)


@given(st.text(alphabet=st.characters(max_codepoint=0x2FF), max_size=60), st.sampled_from(TARGETS))
def test_latin_stays(text: str, to: str) -> None:
    assert convert(text, to) == text
