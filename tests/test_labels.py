"""Labels and what they name: where a value begins and ends, and what beside it is none."""

from __future__ import annotations

import pytest

from newsclean.labels import (
    bare_label,
    beside_of,
    cut,
    fields_of,
    first_day,
    is_account,
    listed,
    reads_on,
    taiwan_byline,
)


@pytest.mark.parametrize(
    "text, fields",
    [
        ("来源：江川日报", [("source", "江川日报")]),
        ("作者：张晓明", [("author", "张晓明")]),
        ("责任编辑：李秋", [("editor", "李秋")]),
        ("浏览：1024", [("other", "1024")]),
        ("來源：中央社", [("source", "中央社")]),
        ("Source: Reuters", [("source", "Reuters")]),
        ("来源：江川日报 作者：张晓明 编辑：李秋", [("source", "江川日报"), ("author", "张晓明"), ("editor", "李秋")]),
        ("编辑：李秋 来源：江川日报", [("editor", "李秋"), ("source", "江川日报")]),
        ("来源： 作者：张晓明", [("author", "张晓明")]),  # no value
        ("来源：", []),
        ("报道：张晓明", [("author", "张晓明")]),
        ("新华社报道：大桥通车", []),  # a sentence
        ("新华社报导：大桥通车", []),
        ("江川大桥恢复通车", []),
        ("来源江川日报", []),  # nothing between the label and the value
        ("记者张晓明在桥上", []),
        ("2026-3-1 via 江川科技", [("source", "江川科技")]),
        ("Via: Olivia", [("source", "Olivia")]),
        ("Olivia 张晓", []),
        ("发布机构：县政府 来源：水利局", [("issuer", "县政府"), ("source", "水利局")]),
        ("记者 张晓明", [("author", "张晓明")]),
        ("记者 张晓明在桥上", []),  # a sentence
        ("编辑 李 秋", [("editor", "李 秋")]),
        ("发布日期 2023 年", [("other", "2023 年")]),
        ("发布 2023 年", []),
        ("作者：山月 发布于：2026-3-1", [("author", "山月"), ("other", "2026-3-1")]),
        ("作者：山月 发表于 2026-3-1", [("author", "山月"), ("other", "2026-3-1")]),
        ("作者：山月 更新於2026-3-1", [("author", "山月"), ("other", "2026-3-1")]),
        ("山月 发布于：2026-3-1", []),  # an account
        ("本文最后更新于：2026-3-1", []),
        ("作者：山月 发布于桥头", [("author", "山月 发布于桥头")]),  # no label
        ("作者：\t张晓明", [("author", "张晓明")]),
        ("作者\t张晓明", [("author", "张晓明")]),
        ("作者︱张晓明", [("author", "张晓明")]),
        ("作者丨张晓明", [("author", "张晓明")]),
        ("作者╱张晓明", [("author", "张晓明")]),
        ("作者／张晓明", [("author", "张晓明")]),
        ("作者|张晓明", [("author", "张晓明")]),
        ("作者/3", []),  # a count
        ("来自\t江川财富APP", []),  # what it was written with
        ("來自\t江川客戶端 作者：张晓明", [("author", "张晓明")]),
        ("来自\t江川财富", [("source", "江川财富")]),
        ("来源\t江川财富APP", [("source", "江川财富APP")]),
        ("来自：江川客户端", [("source", "江川客户端")]),
        ("来自 江川 客户端", [("source", "江川 客户端")]),
        ("来源 江川 ", [("source", "江川")]),
        ("文/张晓明", [("author", "张晓明")]),
        ("文：张晓明", [("author", "张晓明")]),
        ("水文：今日水位", []),  # a label of one character begins a word
        ("文 张晓明", []),
        ("稿：张晓明", []),  # half a label
        ("图文：张晓明", [("author", "张晓明")]),
        ("作 者：张晓明", [("author", "张晓明")]),
        ("作\u3000者：张晓明", [("author", "张晓明")]),
        ("编辑人：李秋", [("editor", "李秋")]),
        ("来 源：江川日报", [("source", "江川日报")]),
        ("只看该作者：张晓明", []),  # a button
        ("只看楼主 倒序阅读", []),
        ("该来源：江川日报", [("source", "江川日报")]),
        ("作者：李秋 | 點閱次數：1386 友善列印", [("author", "李秋 |"), ("other", "1386 友善列印")]),
        ("记者 李秋 输入 : 10:49", [("author", "李秋"), ("other", "10:49")]),
        ("文 ✎ 张晓明", [("author", "张晓明")]),
        ("本期编辑✍️李秋 校对 ✎ 王大川", [("editor", "李秋"), ("editor", "王大川")]),
        ("撰文·张晓明 编辑·李秋", [("author", "张晓明"), ("editor", "李秋")]),
        ("记者·观察", []),  # a column
        ("采访·报道 江川大桥", []),
        ("作文·张晓明", []),
        ("Reporter: 张晓明", [("author", "张晓明")]),
        ("一审：李秋 二审：王大川", [("editor", "李秋"), ("editor", "王大川")]),
    ],
)
def test_labels_and_their_values(text: str, fields: list[tuple[str, str]]) -> None:
    assert fields_of(text) == fields


@pytest.mark.parametrize(
    "text, fields",
    [
        ("作者：张晓明 摄", [("other", "张晓明 摄")]),
        ("作者：张晓明（翻攝）。", [("other", "张晓明（翻攝）。")]),
        ("（记者 叶婉 摄）昨天，大桥上车来车往", [("other", "叶婉 摄）昨天，大桥上车来车往")]),
        ("编辑：张晓明 摄", [("editor", "张晓明 摄")]),  # only of authors
        ("作者：张晓明摄制组", [("author", "张晓明摄制组")]),
    ],
)
def test_who_took_a_picture_is_no_author(text: str, fields: list[tuple[str, str]]) -> None:
    assert fields_of(text) == fields


@pytest.mark.parametrize(
    "text, fields",
    [
        ("来源：人民网社会频道\t作者：张晓明", [("source", "人民网社会频道"), ("author", "张晓明")]),
        ("来源：江川TV频道\t作者：张晓明", [("source", "江川TV频道"), ("author", "张晓明")]),
        ("来源：江川 4频道\t作者：张晓明", [("source", "江川 4频道"), ("author", "张晓明")]),
        ("来源：江川 频道\t作者：张晓明", [("source", "江川"), ("author", "张晓明")]),
        ("频道\t作者：张晓明", [("author", "张晓明")]),
        ("来源：江川网频道：社会 作者：张晓明", [("source", "江川网"), ("other", "社会"), ("author", "张晓明")]),
        ("来源：江川网记者\t作者：张晓明", [("source", "江川网"), ("author", "张晓明")]),
        ("来源：江川网频道", [("source", "江川网频道")]),
    ],
)
def test_a_value_may_end_in_the_word_of_a_label(text: str, fields: list[tuple[str, str]]) -> None:
    assert fields_of(text) == fields


@pytest.mark.parametrize(
    "text, fields",
    [
        ("采写：南都记者 林子沛", [("author", "林子沛")]),
        ("采写：张晓明 南都记者 林子沛", [("author", "张晓明"), ("author", "林子沛")]),
        ("采写：张晓明 桥头晚报江川分站记者 林子沛", [("author", "张晓明"), ("author", "林子沛")]),  # twelve characters
        (
            "采写：张晓明 桥头晚报江川市分站记者 林子沛",
            [("author", "张晓明 桥头晚报江川市分站"), ("author", "林子沛")],
        ),
        ("作者：张晓明、记者：李秋", [("author", "张晓明、"), ("author", "李秋")]),
        ("作者：张晓明/记者：李秋", [("author", "张晓明/"), ("author", "李秋")]),
        ("作者：张晓明 记者：李秋", [("author", "张晓明"), ("author", "李秋")]),
        ("作者：张晓明编辑：李秋", [("author", "张晓明"), ("editor", "李秋")]),
        ("作者：张晓明 每经编辑：李秋", [("author", "张晓明"), ("editor", "李秋")]),
        ("作者：张晓明 LEO编辑：李秋", [("author", "张晓明"), ("editor", "李秋")]),
        ("作者：张晓明 王大川编辑：李秋", [("author", "张晓明 王大川"), ("editor", "李秋")]),  # a name
        ("作者：张晓明 A编辑：李秋", [("author", "张晓明 A"), ("editor", "李秋")]),
        ("作者：张晓明 每经、编辑：李秋", [("author", "张晓明 每经、"), ("editor", "李秋")]),
        ("作者：每经编辑：李秋", [("author", "每经"), ("editor", "李秋")]),
        ("作者：张晓明 每经来源：新华社", [("author", "张晓明 每经"), ("source", "新华社")]),
        ("编辑：南都记者：李秋", [("editor", "南都"), ("author", "李秋")]),
        ("来源：南都记者：李秋", [("source", "南都"), ("author", "李秋")]),
    ],
)
def test_the_outlet_of_the_next_author_is_none(text: str, fields: list[tuple[str, str]]) -> None:
    assert fields_of(text) == fields


@pytest.mark.parametrize(
    "text, group",
    [
        ("来源", "source"),
        ("來源：", "source"),
        ("来源: ", "source"),
        ("作者 ：", "author"),
        ("网站责任编辑：", "editor"),
        ("浏览：", None),  # only what names somebody
        ("：来源", None),
        ("来源：江川日报", None),
        ("", None),
    ],
)
def test_a_label_alone(text: str, group: str | None) -> None:
    assert bare_label(text) == group


# What stands beside a date


@pytest.mark.parametrize(
    "text, beside",
    [
        ("2026-03-01 10:00 江川日报", ("江川日报",)),
        ("江川日报 2026-03-01 10:00", ("江川日报",)),
        ("江川日报2026-03-01 10:00张晓明", ("江川日报", "张晓明")),
        ("2026-03-01 10:00 江川日报 2026-03-02 11:00 张晓明", ("江川日报", "张晓明")),
        ("2026-03-01江川日报2026-03-02李秋2026-03-03", ("江川日报", "李秋")),
        ("江川日报|张晓明／李秋·王大川•赵文斌丨孙立", ("江川日报", "张晓明", "李秋", "王大川", "赵文斌", "孙立")),
        ("江川日报 作者：张晓明", ("江川日报",)),  # a label's value is none
        ("2026-03-01 来源：中国新闻网 王帆", ("王帆",)),
        ("2026-03-01 来源：中国新闻网 王帆 李秋", ("王帆", "李秋")),
        ("2026-03-01 来源: 中国新闻网 编辑: 李秋 桥头", ()),  # nor is another label's
        ("桥头 来源：中国新闻网 王帆", ("桥头", "王帆")),
        ("来源：中国新闻网", ()),
        ("作者：中国新闻网 王帆", ()),
        ("江川网（记者站）晚报", ("江川网", "晚报")),
        ("(江川日报", ("江川日报",)),
        ("（江川日报）", ()),  # an aside
        ("—江川日报—", ("江川日报",)),
        ("-江川日报,", ("江川日报",)),
        ("张 李", ()),  # one character
        ("张三", ("张三",)),
        ("桥" * 20, ("桥" * 20,)),
        ("桥" * 21, ()),
        ("江川日报 阅读 123", ("江川日报",)),
        ("张晓明 2026/03/01 瀏覽數 18,223", ("张晓明",)),
        ("本文最后更新于：2026年3月1日 上午", ()),
        ("", ()),
    ],
)
def test_words_beside_the_date(text: str, beside: tuple[str, ...]) -> None:
    assert beside_of(text) == beside


BUTTONS = """
字数 字數 904喜欢 0.318 1.2万 3获赞 12粉丝 8k 500字 9点赞
来自江川 來自江川 发布于江川 发布时间 发布日期 发布者 发布 發佈於 发表于 只看该作者 發布於 發布時間 發佈 更新
阅读 浏览 评论 評論 字号 字號 字体 3小時前 3时前 3分钟前 5分鐘前 3天前 今天 昨日
前天 星期三 周一 週日 上一篇 下一篇 放大 缩小 默认 發文 发文 跟贴 手机看 客户端
APP下载 分享 收藏 举报 关注 文字 大小 列印 IP属地 时间 時間 打印 参与 點閱
人气 官方 账号 賬號 作者 原创 2026 12:30 3次 5人 8条 查看 訂閱 优质
认证 来源 來源 编辑 編輯 正文 首页 首頁
"""


@pytest.mark.parametrize("text", BUTTONS.split())
def test_buttons_and_counters_are_nobody_s_name(text: str) -> None:
    assert beside_of(f"桥头闲话 {text}") == ("桥头闲话",)
    assert not is_account(text)


@pytest.mark.parametrize(
    "name, account",
    [
        ("桥头闲话", True),
        ("LEO", True),
        ("桥头", True),
        ("桥", False),
        ("L", False),
        ("桥" * 20, True),
        ("桥" * 21, False),
        ("２０２６", False),
        ("文化", False),  # a word
        ("佚名", False),
        ("首頁", False),
        ("来自江川", False),
    ],
)
def test_the_name_of_an_account(name: str, account: bool) -> None:
    assert is_account(name) is account


# Where a value ends


@pytest.mark.parametrize(
    "value, rest",
    [
        ("张晓明 2026-03-01 10:00", "张晓明"),
        ("2026-03-01 10:00 张晓明", "张晓明"),
        ("张晓明 2026年3月 江川", "张晓明 2026年3月 江川"),  # no day: part of a name
        ("回顾2025年 2026-03-01", "回顾2025年"),
        ("张晓明 二〇二六年三月一日", "张晓明"),
        ("新华社 举报", "新华社"),
        ("新华社 字号：大 中 小", "新华社"),
        ("新华社 我要评论", "新华社"),
        ("新华社 T | T", "新华社"),
        ("张晓明 A A+", "张晓明"),
        ("张晓明 A- A A+", "张晓明"),
        ("张晓明\tA\tA+", "张晓明"),
        ("维生素A 与 A", "维生素A 与 A"),
        ("新华社 大 小", "新华社"),
        ("新华社 3人参与", "新华社"),
        ("新华社 查看更多", "新华社"),
        ("新华社 【纠错】", "新华社"),
        ("新华社 [繁体]", "新华社"),
        ("大小新闻", "大小新闻"),
        ("江川日报评论员", "江川日报评论员"),  # a desk, no button
        ("新华社 评论", "新华社"),
        ("张晓明\t李秋", "张晓明  李秋"),  # two elements stay two
        (" 张晓明／", "张晓明"),
        ("|张晓明/", "张晓明"),
        ("：“张晓明”。", "“张晓明”"),
        ("", ""),
    ],
)
def test_a_value_ends_before_the_date_or_the_button(value: str, rest: str) -> None:
    assert cut(value) == rest


@pytest.mark.parametrize(
    "text, day",
    [
        ("2026-03-01 10:00", "2026-03-01 10:00"),
        ("2025年 2026-03-01 2026-03-02", "2026-03-01"),
        ("2026年3月", None),
        ("2026年", None),
        ("江川", None),
    ],
)
def test_the_first_day(text: str, day: str | None) -> None:
    found = first_day(text)
    assert (found and found.text) == day


@pytest.mark.parametrize(
    "name, sentence",
    [
        ("他说桥上的人不多", False),  # eight characters
        ("他说过桥上的人不多", True),
        ("江川大学文学院教授张晓明", False),
        ("江川大学，文学院教授", True),
        ("江川日报授权", True),
        ("江川日报发布", True),
        ("发布江川日报", False),
        ("原载江川日报", True),
        ("转载", True),
        ("来源江川", True),
        ("版权", True),
        ("张晓明", False),
    ],
)
def test_a_piece_of_a_sentence_is_no_name(name: str, sentence: bool) -> None:
    assert reads_on(name) is sentence


# Lists and bylines


@pytest.mark.parametrize(
    "value, names",
    [
        (["张晓明", " 李秋 "], ["张晓明", "李秋"]),
        (["张晓明", "", "  ", None, {"name": "李秋"}, 3], ["张晓明", "3"]),
        ("张晓明、李秋", ["张晓明", "李秋"]),
        (["张晓明、李秋"], ["张晓明、李秋"]),  # a list is taken as it is written
        (None, []),
        (3, []),
    ],
)
def test_the_names_of_a_front_matter(value: object, names: list[str]) -> None:
    assert listed(value) == names


@pytest.mark.parametrize(
    "text, names",
    [
        ("記者陳嘉寧／桃園機場報導", ("陳嘉寧",)),
        ("特派員陳嘉寧、林怡君／東京報導", ("陳嘉寧", "林怡君")),
        ("文／歐陽小明／江川", ("歐陽小明",)),
        ("文／歐陽小明明／江川", ()),  # five characters
        ("記者陳嘉寧", ()),
        ("记者陳嘉寧／桃園", ()),
        ("文／、、／江川", ()),
        ("", ()),
    ],
)
def test_a_byline_of_the_island_s_press(text: str, names: tuple[str, ...]) -> None:
    assert taiwan_byline(text) == names
