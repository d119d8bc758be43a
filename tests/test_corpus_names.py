"""File names made from titles: whatever the title, one good name inside the folder."""

from __future__ import annotations

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.corpus.names import LONGEST, page_name, safe_name

ORIGIN = "seeds/000.txt"


@pytest.mark.parametrize(
    "title, name",
    [
        ("加快实现高水平科技自立自强", "加快实现高水平科技自立自强"),
        ("習近平的兩會時間丨推動科技創新", "習近平的兩會時間丨推動科技創新"),
        ("“十四五”：开局之年？", "“十四五”：开局之年？"),
        ('a/b\\c:d*e?f"g<h>i|j', "a b c d e f g h i j"),
        ("../../etc/passwd", "etc passwd"),
        ("..", "000"),
        (".hidden", "hidden"),
        ("-rf", "rf"),
        ("tail. . .", "tail"),
        ("  多\t空\n白  ", "多 空 白"),
        ("CON", "_CON"),
        ("nul.txt", "_nul.txt"),
        ("com1", "_com1"),
        ("console", "console"),
        ("零\u200b宽\u202e字\ufeff符", "零 宽 字 符"),
        ("", "000"),
        ("///", "000"),
        ("\x00\x1b[31m", "[31m"),
        ("\ud800", "000"),
    ],
)
def test_titles(title: str, name: str) -> None:
    assert page_name(ORIGIN, title, keep_dirs=False) == name


def test_a_title_of_300_characters_is_cut_between_characters() -> None:
    name = safe_name("新" * 300)
    assert name == "新" * (LONGEST // 3)


@pytest.mark.parametrize(
    "origin, name",
    [
        ("dump/a/b.html", "dump/a/b"),
        ("/abs/b.html", "abs/b"),
        ("../../up/b.html", "up/b"),
        ("C:\\dump\\b.htm", "C/dump/b"),
        ("pages.zip!x/y.html", "pages.zip/x/y"),
        ("in.jsonl:12", "in.jsonl 12"),
        ("page.html.gz", "page"),
        ("no-suffix", "no-suffix"),
        ("-", "untitled"),
        ("", "untitled"),
    ],
)
def test_the_folders_of_the_input_are_kept_inside_the_output(origin: str, name: str) -> None:
    assert page_name(origin, "标题", keep_dirs=True) == name.replace("/", os.sep)


@given(st.text(), st.text(), st.booleans())
def test_every_name_is_one_inside_the_folder(origin: str, title: str, keep: bool) -> None:
    name = page_name(origin, title, keep)
    pieces = name.split(os.sep)
    assert keep or len(pieces) == 1
    for piece in pieces:
        assert piece not in ("", ".", "..")
        assert not set('/\\:*?"<>|\x00\n') & set(piece)
        assert 0 < len(piece.encode()) <= LONGEST + 1
        assert piece == piece.strip(" .")
