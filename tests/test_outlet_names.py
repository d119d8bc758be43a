"""What is an outlet's name, and which one a value names."""

from __future__ import annotations

import pytest

from newsclean.labels import is_outlet, labelled_outlet, outlet_name


@pytest.mark.parametrize(
    "name, outlet",
    [
        ("证券日报", True),
        ("中央社", True),
        ("新华网", True),
        ("江川消息", True),
        ("江川之音", True),
        ("江川新聞雲", True),
        ("江川日报（江川）", True),
        ("江川日报[整理]", True),
        ("中国新闻网-江川", True),
        ("江川－新华网", True),
        ("江川—中新社—李秋", True),
        ("腾讯科技", True),
        ("腾讯科", False),  # three characters after a brand's name
        ("腾讯科技江川分部", True),  # eight
        ("腾讯科技江川分部二", False),
        ("風傳媒江川", True),
        ("科技腾讯", False),
        ("-", False),
        ("网", False),  # an ending alone
        ("报", False),
        ("云网", True),
        ("江" * 23 + "报", True),
        ("江" * 24 + "报", False),
        ("日报", False),  # a word
        ("国际新闻", False),  # a section
        ("社會新聞", False),
        ("江川新闻", True),
        ("网易科学", True),
        ("张晓明", False),
        ("日报社长", False),
        ("江川日报记者", False),
        ("", False),
    ],
)
def test_the_name_of_an_outlet(name: str, outlet: bool) -> None:
    assert is_outlet(name) is outlet


@pytest.mark.parametrize(
    "value, name",
    [
        ("江川日报", "江川日报"),
        ("江川日报 2026-03-01", "江川日报"),
        ("“江川日报”", "江川日报"),
        ('"江川日报 "', "江川日报"),
        ("（江川日报）", "江川日报"),
        ("( 江川日报 )", "江川日报"),
        ("【江川日报】", "江川日报"),
        ("[江川日报]", "江川日报"),
        ("[江川日报", "江川日报"),
        ("江川日报]", "江川日报"),
        ("江川日报 )", "江川日报"),
        ("江川日报】 【", "江川日报"),  # before the next label, each in brackets
        ("江川发布（", "江川发布"),
        ("江川日报（记者 张晓明）", "江川日报"),
        ("江川日报（江川版） 张晓明", "江川日报（江川版）"),
        ("https://www.example.cn/1", None),
        ("www.example.cn", "www.example.cn"),
        ("江川日报[整理]", "江川日报[整理]"),  # of its last word
        ("江川日报（江川）", "江川日报（江川）"),
        ("江川日报。大桥通车", "江川日报"),
        ("江川日报！大桥", "江川日报"),
        ("江川日报 | 大桥", "江川日报"),
        ("LEO NEWS", "LEO NEWS"),
        ("LEO NEWS  张晓明", "LEO NEWS"),
        ("LEO T恤周刊", "LEO T恤周刊"),
        ("LEO 江川", "LEO"),
        ("江川日报 LEO", "江川日报"),
        ("江川日报 张晓明", "江川日报"),
        ("江川日报2026", "江川日报"),  # a code
        ("江川日报2", "江川日报2"),
        ("LEO365", "LEO365"),
        ("2026", None),
        ("报", None),
        ("云网", "云网"),
        ("L" * 40, "L" * 40),
        ("L" * 41, None),
        ("作者张晓明", None),
        ("张作者", "张作者"),
        ("", None),
    ],
)
def test_the_outlet_that_a_value_names(value: str, name: str | None) -> None:
    assert outlet_name(value) == name


NOBODY = "未知 不详 网络整理 网络转载 网络收集 网络 互联网 本站 原创 整理 佚名 網路 网络综合 綜合 综合 举报 分享 收藏 本报 本報 本刊 本台 本網 本网 转载 其他 网友 无"


@pytest.mark.parametrize("value", NOBODY.split())
def test_a_value_that_names_no_outlet(value: str) -> None:
    assert outlet_name(value) is None
    assert outlet_name(f"江川{value}桥") in (f"江川{value}桥", "江川"), (
        "only where it stands alone; a button ends the name"
    )


@pytest.mark.parametrize(
    "values, name",
    [
        ([("江川日报", "head")], "江川日报"),
        ([("江川日报", "tail")], None),
        ([("江川日报", "tail"), ("网络", "head"), ("江川晚报", "head"), ("江川早报", "head")], "江川晚报"),
        ([], None),
    ],
)
def test_the_first_outlet_of_a_zone(values: list[tuple[str, str]], name: str | None) -> None:
    assert labelled_outlet(values, "head") == name
