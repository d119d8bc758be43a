"""Reporters inside the text: who opens the first paragraphs, who closes the last, and who only appears there."""

from __future__ import annotations

import pytest

from newsclean.article import Dateline
from newsclean.credit_lines import Reporters, closing_credit, dateline_of, lead_reporters

STORY = "昨天，江川大桥恢复通车，首日通过车辆两万余辆。"


@pytest.mark.parametrize(
    "text, agency",
    [
        ("（中央社記者陳小明台北1日電）", "中央社"),
        ("【江川日報專訊】", "江川日報"),
        ("【联合新闻网／综合报道】", "联合新闻网"),
        ("〔自由新聞 特派員陳小明/台北報導〕", "自由新聞"),
        ("（LEO新闻 记者张晓明）", "LEO新闻"),
        ("新华社北京5月9日电", "新华社"),
        ("共同社東京5月19日電", "共同社"),
        ("韩联社首尔9月14日电", "韩联社"),
        ("【江川之声2026年3月1日】（本台记者安小山）", "江川之声"),
        ("江川18日讯 (江川社) -- 昨天", "江川社"),
        ("江川18日讯（江川大桥）昨天", None),
        ("江川日报讯：", "江川日报"),
        ("江川網報導：", "江川網"),
        ("【本報訊】", None),  # no outlet's name
        ("江川日报的记者张晓明", None),
        ("新华社记者张晓明", None),
        ("昨天（江川日报记者张晓明）", None),
    ],
)
def test_the_agency_that_opens_the_text(text: str, agency: str | None) -> None:
    assert lead_reporters([text + STORY]).agency == agency


@pytest.mark.parametrize(
    "lead, agency",
    [
        ([], None),
        ([STORY, "新华社北京5月9日电"], "新华社"),
        ([STORY, STORY, "新华社北京5月9日电"], None),
        (["新华社北京5月9日电", "中新社北京5月9日电"], "新华社"),  # the first
        (["【本報訊】", "中新社北京5月9日电"], "中新社"),
        (["新华社北京5月9日电", "江川日报讯："], "新华社"),
        (["江川日报讯：", "新华社北京5月9日电"], "新华社"),
        ([STORY, "江川日报讯："], None),  # only the first paragraph is told so
    ],
)
def test_the_agency_opens_the_first_or_the_second_paragraph(lead: list[str], agency: str | None) -> None:
    assert lead_reporters(lead).agency == agency


def test_an_agency_and_reporters() -> None:
    assert lead_reporters(["（中央社記者陳小明台北1日電）" + STORY]) == Reporters(("陳小明",), "中央社")
    assert lead_reporters(["【江川日报讯】" + STORY + "张晓明／"]) == Reporters(("张晓明",), "江川日报")
    assert lead_reporters(["【江川日报讯】" + STORY, "新华社北京5月9日电 记者邹伟报道：" + STORY]) == Reporters(
        ("邹伟",), "江川日报"
    )
    assert lead_reporters(["【江川日报讯】", "□本报记者 田无咎"]) == Reporters(("田无咎",), "江川日报")


@pytest.mark.parametrize(
    "text, names",
    [
        (STORY + "张晓明／台北報導", ("张晓明",)),
        ("张晓明／", ("张晓明",)),
        ("文／张晓明／", ("张晓明",)),
        ("通车了！张晓明╱江川新聞報導", ("张晓明",)),
        ("「通车了」张晓明／", ("张晓明",)),
        ("江川日报 张晓明／", ("张晓明",)),
        ("大桥通车，张晓明／", ()),  # in the middle of a sentence
        ("综合／台北報導", ()),  # no name
        ("张晓明／台北的報導很长。", ()),
    ],
)
def test_a_name_before_a_slash_ends_the_first_paragraphs(text: str, names: tuple[str, ...]) -> None:
    assert lead_reporters([text]).names == names
    assert lead_reporters([STORY, text]).names == names
    assert lead_reporters([STORY, STORY, text]).names == ()


@pytest.mark.parametrize(
    "text, names",
    [
        ("（记者 叶婉）", ("叶婉",)),
        ("(记者叶婉)", ("叶婉",)),
        ("【记者：叶婉、李秋】", ("叶婉", "李秋")),
        ("[通讯员 叶婉 李秋]", ("叶婉", "李秋")),
        ("〔实习生/叶婉〕", ("叶婉",)),
        ("（见习记者叶婉 通讯员李秋、王大川）", ("叶婉", "李秋", "王大川")),
        ("（记者叶婉 通讯员叶婉 李秋）", ("叶婉", "李秋")),  # each once
        ("（记者叶婉 摄影李秋）", ("叶婉",)),
        ("（记者叶婉 文/图）", ("叶婉",)),
        ("（记者叶婉报道）", ("叶婉",)),
        ("（记者叶婉 摄）", ()),  # who took the picture
        ("（記者葉婉 攝）", ()),
        ("（记者叶婉摄）", ()),
        ("（記者葉婉攝 ）", ()),
        ("（记者叶婉 摄）（记者李秋）", ("李秋",)),
        ("（全文共三千字）（记者李秋）", ("李秋",)),
        ("（记者注意到）（记者李秋）", ("李秋",)),
        ("（记者注意到）", ()),
        ("（记者叶婉、注意到）", ()),  # all of them or none
        ("（叶婉）", ()),
    ],
)
def test_reporters_in_parentheses(text: str, names: tuple[str, ...]) -> None:
    assert lead_reporters(["本报江川" + text + STORY]).names == names
    assert lead_reporters([STORY, STORY, text + STORY]).names == names
    assert lead_reporters([STORY, STORY, STORY, text + STORY]).names == ()


@pytest.mark.parametrize("before, names", [(154, ("叶婉",)), (155, ())])
def test_reporters_in_parentheses_end_within_160_characters(before: int, names: tuple[str, ...]) -> None:
    assert lead_reporters(["江" * before + "（记者叶婉）" + STORY]).names == names


@pytest.mark.parametrize(
    "text, names",
    [
        ("（中央社記者劉東皋台中1日電）", ("劉東皋",)),
        ("（中央社記者劉東皋、陳小明台中1日電）", ("劉東皋", "陳小明")),
        ("【記者劉東皋綜合報導】", ("劉東皋",)),
        ("（江川日報記者陳明墨爾本採訪報導）", ("陳明",)),  # the place is longer than those of the island
        ("（記者陳小明墨爾本現場報導）", ("陳小明",)),
        ("（記者陳小明採訪報導）", ("陳小明",)),
        ("【特派員劉東皋洛杉磯專電】", ("劉東皋",)),
        ("（中央社記者宋澄高雄1日電）", ("宋澄",)),  # a name of two and a place of two
        ("（中央社記者歐陽小明外電）", ("歐陽小明",)),  # 小明 is no place
        ("（中央社記者宋澄屏東縣1日電）", ("宋澄屏",)),  # cut by rule: names have three characters
        ("【記者劉東皋報道】", ("劉東皋",)),
        ("【記者、劉東皋、報道】", ("劉東皋",)),
    ],
)
def test_reporters_of_the_island_s_press(text: str, names: tuple[str, ...]) -> None:
    assert lead_reporters([text + STORY]).names == names


@pytest.mark.parametrize(
    "text, names",
    [
        ("新华社江川3月1日电（记者邹伟）", ("邹伟",)),
        ("本报讯 记者邹伟 昨天，大桥通车。", ("邹伟",)),
        ("中新社江川三月一日電 記者鄒偉、李秋 昨天，大桥通车。", ("鄒偉", "李秋")),
        ("本报讯 记者邹伟、李秋报道：", ("邹伟", "李秋")),
        ("本報訊 記者鄒偉報導：", ("鄒偉",)),
        ("本报讯 记者昨天在现场看到，大桥通车了。", ()),
        ("本报讯 记者昨天在现场报道：", ()),
    ],
)
def test_reporters_behind_the_dateline(text: str, names: tuple[str, ...]) -> None:
    assert lead_reporters([text + STORY]).names == names


@pytest.mark.parametrize(
    "lead, names",
    [
        (["□本报记者 田无咎"], ("田无咎",)),
        (["▲ 记者田无咎 李秋"], ("田无咎", "李秋")),
        (["江川日报全媒体采访部记者 田无咎"], ("田无咎",)),
        (["记者 田无咎 李秋 实习生 王大川"], ("田无咎", "李秋", "王大川")),
        (["□本报记者 田无咎", "□本报通讯员水清浅"], ("田无咎", "水清浅")),
        (["□本报记者 田无咎", "□本报通讯员水清浅", "□实习生田无咎 李秋"], ("田无咎", "水清浅", "李秋")),
        (["□本报记者 田无咎", STORY, "□本报通讯员水清浅"], ("田无咎",)),
        (["□本报记者 田无咎", "李秋"], ("田无咎",)),
        ([STORY, STORY, "□本报记者 田无咎", "□本报通讯员江清浅"], ("田无咎", "江清浅")),
        ([STORY, "□本报记者 田无咎"], ("田无咎",)),
        ([STORY, STORY, STORY, "□本报记者 田无咎"], ()),
        (["□本报记者 田无咎。"], ()),
        (["记者站", "□本报通讯员江清浅"], ("江清浅",)),
        (["记者节快乐"], ()),
    ],
)
def test_a_line_that_only_names(lead: list[str], names: tuple[str, ...]) -> None:
    assert lead_reporters(lead).names == names


# The dateline


@pytest.mark.parametrize(
    "lead, expected",
    [
        (
            ["新华社北京5月9日电（记者邹伟）" + STORY],
            Dateline("新华社北京5月9日电（记者邹伟）", "新华社", "北京", "5月9日", ("邹伟",)),
        ),
        (
            ["新华社北京5月9日电 " + STORY],
            Dateline("新华社北京5月9日电", "新华社", "北京", "5月9日", ()),
        ),
        (
            [" 【江川报记者 江川 9日综合外电】(记者 邹伟)" + STORY],
            Dateline("【江川报记者 江川 9日综合外电", "江川报", "江川", "9日", ("邹伟",)),
        ),
        (
            ["新华社北京5月9日电 (记者 邹伟)" + STORY],
            Dateline("新华社北京5月9日电 (记者 邹伟)", "新华社", "北京", "5月9日", ("邹伟",)),
        ),
        (
            [STORY, "中新网江川3月1日电" + STORY],
            Dateline("中新网江川3月1日电", "中新网", "江川", "3月1日", ()),
        ),
        ([STORY, STORY, "中新网江川3月1日电"], None),
        (["新华社北京电 " + STORY], None),  # without a day
        (["昨天，新华社北京5月9日电"], None),
        (["江川XX社北京5月9日电"], None),  # a name that is kept back
        ([STORY], None),
        ([], None),
    ],
)
def test_dateline(lead: list[str], expected: Dateline | None) -> None:
    assert dateline_of(lead) == expected


# The end


@pytest.mark.parametrize(
    "text, names",
    [
        ("（张巨峰）", ("张巨峰",)),
        ("(张巨峰)", ("张巨峰",)),
        ("【张巨峰】", ("张巨峰",)),
        ("（张巨峰）。 ", ("张巨峰",)),
        ("（ 张巨峰 李秋 ）", ("张巨峰", "李秋")),
        ("（张巨峰）谢谢", ()),
        ("（张）", ()),
        ("（江川桥头）", ()),
        ("（张巨峰、大桥）", ()),  # all of them or none
        ("（记者宋晨、田中全）", ("宋晨", "田中全")),
        ("（江川日报 首席记者：宋晨）", ("宋晨",)),
        ("（文/宋晨）", ("宋晨",)),
        ("（本报宋晨）", ("宋晨",)),
        ("（执笔 宋晨）", ("宋晨",)),
        ("（记者宋晨 参与采写 李秋）", ("宋晨",)),
        ("（记者宋晨 摄影李秋）", ("宋晨",)),
        ("（记者宋晨、田中全 参与采写 李秋）", ("宋晨", "田中全")),
        ("（记者宋晨、田中全 摄影 李秋）", ("宋晨", "田中全")),
        ("（作者张巨峰 系江川大学教授）", ("张巨峰",)),
        ("（作者张巨峰，李秋，江川大学）", ()),
        ("（作者张巨峰系江川大学教授）", ("张巨峰",)),
        ("（作者为江川大学教授张巨峰）", ("张巨峰",)),
        ("（作者系江川大学桥梁学院研究员张巨峰）", ("张巨峰",)),
        ("（作者为江川大学教授）", ()),
        ("（老人为江川大学教授张巨峰）", ()),
        ("（作者张巨峰，为江川大学教授）", ("张巨峰",)),
        ("（张巨峰是江川大学教授）", ()),
        ("（作者江川人系江川大学教授）", ("江川人",)),
        ("（作者现在是江川大学教授）", ()),
        ("（作者系江川大学教授）", ()),
        ("（江川大学教授张巨峰 李秋）", ()),
        ("（经济日报评论员）", ("经济日报评论员",)),
        ("（本报评论员）", ("本报评论员",)),
        ("（江川日报特约评论员）", ("江川日报特约评论员",)),
        ("（张巨峰、江川日报评论员）", ("张巨峰", "江川日报评论员")),
        ("（记者张\ufffd峰、李秋）", ("李秋",)),  # a name that lost a character is nobody's
        ("（张\ufffd峰、李秋）", ("李秋",)),
        ("（记者张\ufffd峰）", ()),
        ("（记者张巨峰、李\ufffd", ("张巨峰",)),
        ("(記者张巨峰、李\ufffd", ("张巨峰",)),
        ("（记者张巨峰、李秋", ()),  # nothing is lost, and it does not end
        ("（张巨峰、李\ufffd", ()),
    ],
)
def test_the_credit_that_closes_the_last_paragraph(text: str, names: tuple[str, ...]) -> None:
    assert closing_credit([STORY + text]) == names


@pytest.mark.parametrize(
    "text, names",
    [
        ("（江川新聞網／安小山 綜合報導）", ("安小山",)),
        ("（江川新聞網）", ()),
        ("（江川大桥／安小山）", ()),
    ],
)
def test_the_outlet_before_who_wrote_is_nobody(text: str, names: tuple[str, ...]) -> None:
    assert closing_credit([STORY + text]) == names


def test_a_last_line_that_only_names() -> None:
    assert closing_credit([STORY, "■記者麥小榮"]) == ("麥小榮",)
    assert closing_credit([STORY, "□本报记者 安小山 邝小平"]) == ("安小山", "邝小平")
    assert closing_credit([STORY, "■記者的眼淚"]) == ()
    assert closing_credit([STORY + "■記者麥小榮"]) == ()


@pytest.mark.parametrize("text", ["（张摄）", "（张攝）", "（后略）", "（全完）", "（高注）", "（李为）"])
def test_what_is_said_of_the_text_is_no_name(text: str) -> None:
    assert closing_credit([STORY + text]) == ()


def test_the_last_credit_of_the_last_lines_counts() -> None:
    assert closing_credit([STORY + "（张巨峰）", STORY + "（李秋）"]) == ("李秋",)
    assert closing_credit([STORY + "（张巨峰）", STORY]) == ("张巨峰",)
    assert closing_credit([STORY + "（张巨峰）", STORY + "（后略）"]) == ("张巨峰",)
    assert closing_credit([]) == ()
