"""The rules speak of both scripts: a line of one is matched as the same line of the other."""

from __future__ import annotations

import pytest

from newsclean import rules
from newsclean.folding import SIMPLIFIED, TRADITIONAL, fold
from newsclean.labels import bare_label, fields_of
from newsclean.variants.tables import character_map

BOTH = "著"
"""It is written in both scripts (著作权), and 着 is another word."""


def rule_characters() -> set[str]:
    """The ideographs of the line rules and of the labels."""
    people = rules.read_data("people.yaml")
    words = [word for name, value in people.items() if name.endswith("_labels") for word in value]
    return {char for char in "".join([*words, rules.data_text("lines.yaml")]) if "\u3400" <= char <= "\u9fff"}


def test_every_character_of_the_rules_is_folded() -> None:
    known = character_map("t2s")
    simplified = {known.get(char, char) for char in rule_characters()}
    wanted = {old: new for old, new in known.items() if new in simplified and old not in BOTH}
    folded = dict(zip(TRADITIONAL, SIMPLIFIED, strict=True))
    assert {old: new for old, new in wanted.items() if folded.get(old) != new} == {}


@pytest.mark.parametrize("text", ["", "来源：江川日报", "責任編輯：張曉明", "a\U00020000鏈接", "發佈時間 2023"])
def test_a_folded_text_has_the_same_places(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("simplified", "traditional"),
    [
        ("责任编辑：张晓明", "責任編輯：張曉明"),
        ("相关热词搜索：桥梁", "相關熱詞搜索：橋樑"),
        ("下载附件", "下載附件"),
        ("阅读时间：约3分钟", "閱讀時間：約3分鐘"),
        ("推荐进入江川数据库，可随时查阅", "推薦進入江川數據庫，可隨時查閱"),
        ("本文为付费内容 订阅后阅读全文", "本文爲付費內容 訂閱后閱讀全文"),
    ],
)
def test_a_line_is_judged_alike_in_both_scripts(simplified: str, traditional: str) -> None:
    table = rules.line_rules("lines")
    found, other = table.find(simplified), table.find(traditional)
    assert found is not None
    assert found == other


def test_a_value_keeps_its_own_script() -> None:
    assert fields_of("網編：張曉明 來源：江川日報") == [("editor", "張曉明"), ("source", "江川日報")]
    assert bare_label("責任編輯：") == bare_label("责任编辑") == "editor"
    assert bare_label("責任編輯室") is None
