"""Typography: rows of what each fix mends, and many more of what every fix leaves alone."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.typography import FIXES, fix, trace

# What a generator or a hurried editor wrote, what news style wants, the fixes that did it.
MENDED = [
    ('被誉为 " 扎针神器 " 的设备', "被誉为“扎针神器”的设备", "straight-quotes"),
    ('" 安全网 "，也为战胜疫情注入信心', "“安全网”，也为战胜疫情注入信心", "straight-quotes"),
    ('" 把惠民作为重要方向。"2018 年的大会上', "“把惠民作为重要方向。”2018年的大会上", "straight-quotes figure-space"),
    ('" 必须走出新路。" 总书记说，" 要快。"', "“必须走出新路。”总书记说，“要快。”", "straight-quotes"),
    ('助推器 "……" 十三五 "', '助推器 "……" 十三五 "', ""),  # three quotes: which is missing?
    ('的 " 助推器 "……" 十三五 " 时期', "的“助推器”……“十三五”时期", "straight-quotes"),
    ('大学的 "80 后 " 教授', "大学的“80后”教授", "straight-quotes figure-space"),
    ('" 他回信说：" 你们好。" 大家笑了 "', "“他回信说：‘你们好。’大家笑了”", "straight-quotes"),
    ('" 这个‘金扁担’，就是农业现代化。" 他说', "“这个‘金扁担’，就是农业现代化。”他说", "straight-quotes"),
    ('他说"你好"就走了', "他说“你好”就走了", "straight-quotes"),
    ('用 "NASA" 的数据', "用 “NASA” 的数据", "straight-quotes"),  # no space inside: those outside are the author's
    ('占 GDP " 大头 "', "占 GDP “大头”", "straight-quotes"),
    ("10 月 26 日，", "10月26日，", "figure-space"),
    ("第 29 位升至第 14 位", "第29位升至第14位", "figure-space"),
    ("2021 年 5 月 15 日", "2021年5月15日", "figure-space"),
    ("20 余个，近 400 家，14 亿多人", "20余个，近400家，14亿多人", "figure-space"),
    ("研发支出达 2.4 万亿元，超过 60%；", "研发支出达2.4万亿元，超过60%；", "figure-space"),
    ("5000 多平方米，2000 万剂次", "5000多平方米，2000万剂次", "figure-space"),
    ("1949—2019 年", "1949—2019年", "figure-space"),
    ("全国 90% 以上的企业", "全国90%以上的企业", "figure-space"),
    ("剂次以上 …… 让世界", "剂次以上……让世界", "ellipsis-space"),
    ("争分夺秒 ……", "争分夺秒……", "ellipsis-space"),
    ("照出血管 —— 一台设备", "照出血管——一台设备", "dash-space"),
    ("3月6日,習近平看望委員,并參加聯組會。", "3月6日，習近平看望委員，并參加聯組會。", "comma"),
    ("“新藥現在多點突破”,他表示", "“新藥現在多點突破”，他表示", "comma"),
    ("增长5%,为近年最高", "增长5%，为近年最高", "comma"),
    ("床前明月光,\n疑是地上霜。", "床前明月光，\n疑是地上霜。", "comma"),
    ("一是建成;二是用好", "一是建成；二是用好", "semicolon"),
    ("記者:張三", "記者：張三", "colon"),
    ("时间: 10:30", "时间：10:30", "colon"),
    ("所在的位置:首頁", "所在的位置：首頁", "colon"),
    ("全面小康靠什么?必须靠创新!", "全面小康靠什么？必须靠创新！", "question-and-exclamation"),
    ("什么?! 我们不知道", "什么？！我们不知道", "question-and-exclamation"),
    ("下姜村(资料照片)", "下姜村（资料照片）", "brackets"),
    ("(一)加强领导", "（一）加强领导", "brackets"),
    ("联合国(UN)总部", "联合国（UN）总部", "brackets"),
    ('(中"Yes")x', '（中"Yes"）x', "brackets"),  # the brackets become Chinese, the quotation between them does not
    ("联合国 (UN) 总部", "联合国（UN）总部", "brackets"),
    ("联合国(UN)(WHO)总部", "联合国（UN）（WHO）总部", "brackets"),
    ("联合国 (UN) (WHO) 总部", "联合国（UN）（WHO）总部", "brackets"),
    ("下姜村(资料照片) abc", "下姜村（资料照片） abc", "brackets"),
    ("（ 国家航天局供图 ）", "（国家航天局供图）", "bracket-space"),
    ("“ 扎针神器 ”", "“扎针神器”", "bracket-space"),
    ('第一行 " 甲 " 说\n第二行 " 乙 " 说', "第一行“甲”说\n第二行“乙”说", "straight-quotes"),
    ("详见 https://a.example/b,c?d=1 ,10 月 1 日起", "详见 https://a.example/b,c?d=1 ,10月1日起", "figure-space"),
    ('参见 `a ? "b" : c` 的 " 说明 "', '参见 `a ? "b" : c` 的“说明”', "straight-quotes"),
    # A bracket that is mended makes an address of what stands behind it, which uncovers another one: fuzzing.
    ("记者(a![]((三)三)。b三)。", "记者（a![](（三）三)。b三）。", "brackets brackets"),
]


@pytest.mark.parametrize("text, mended, names", MENDED)
def test_a_fix_mends(text: str, mended: str, names: str) -> None:
    assert fix(text) == mended
    steps = trace(text)
    assert [name for name, _ in steps] == names.split()
    assert not steps or steps[-1][1] == mended
    assert fix(mended) == mended


CLEAN = [
    "",
    "中国免疫“长城”正在加快形成！",
    "共1,000人，1,234,567元。",
    "10:30开始，比分3:2，比例尺1:500。",
    "C++、C#和F#是编程语言；TCP/IP是协议。",
    "邮箱：editor@news.example,电话：010-12345678",
    "网址 http://www.news.example/a,b;c?d=e&f=(g)!h 有效",
    "访问www.news.example/a?b=中国！",
    'He said, "Hello, world!" (twice); then left: why?',
    '他读了 The Economist 的 "The world ahead" and more 一文',
    'The paper said "增长" is the word',
    '身高 6\'2"，屏幕 27" 和 32" 两种',
    '27"显示器和32"显示器',
    'print("你好")',
    'name = "张三"; age = "三十"',
    '{"姓名": "张三", "城市": "北京"}',
    '"姓名": "张三"',
    '["北京", "上海"]',
    '<a href="https://a.example/" title="标题">链接</a>',
    "[中国](https://a.example/中,国)",
    "![图](b.jpg)",
    '只有一个 " 引号',
    "`x ? 是 : 否`",
    "f(x)和print(中文)不变",
    "1) 第一 2) 第二",
    "笑脸:) :( :D 和 (^_^)",
    "日本語の文章です,括弧(かっこ)や数字 10 月 26 日もそのまま",
    "東京(とうきょう),大阪",
    "北京 100 上海 200 广州 300",
    "北京 100 天津 200 日本 3 台湾 4 成都 5",
    "甲 3 比 2 胜乙",
    "iPhone 15 Pro Max 和 Windows 11",
    "占 GDP 比重，P3 实验室，3D 打印",
    "新华社记者 张玉薇 摄",
    "聚焦两会 2024年怎么干",
    "来源：新华网 2024年5月9日",
    "春风又绿江南岸 ——王安石",
    "春眠不觉晓， 处处闻啼鸟。",
    "夜来风雨声，\n花落知多少。",
    "填空：（ ）里填上（  ）",
    "第一章 ...... 1",
    "约翰.史密斯和J.K.罗琳",
    "……",
    "“……”",
    "# 标题\n\n- 一\n- 二\n\n> 引用\n\n| 甲 | 乙 |",
    "2024-05-09 22:27:02",
    "a, b; c: d? e! (f)",
    "COVID-19 疫情，GPT-4 模型",
    "版权声明：本文系转载，如有侵权，请联系删除。",
    "《人民日报》（2024年5月10日 第04版）",
    "x^2 + y^2 = 1，f(1) = 2",
    '"Yes" or "No"',
    "全角　空格　不动",
    "甲\t1\t乙\t2",
]


@pytest.mark.parametrize("text", CLEAN)
def test_clean_text_stays(text: str) -> None:
    assert fix(text) == text
    assert trace(text) == []


def test_every_fix_is_reached_by_a_row() -> None:
    assert {name for _, _, names in MENDED for name in names.split()} == {name for name, _ in FIXES}


_SIGNS = list('中"  ,;:?!()（）“”‘’5%年月a1。，：…—的第\n[]`<>')
_RUNS = [
    "……",
    "——",
    ' " ',
    '" ',
    ' "',
    "10 月",
    "https://a.example/",
    " 5 ",
    "\ue000",
    '：" ',
    "“ ",
    " ”",
    "日本",
    "の",
]
_TEXTS = st.lists(st.sampled_from(_SIGNS + _RUNS), max_size=24).map("".join)


@given(_TEXTS | st.text(max_size=40))
def test_twice_is_once(text: str) -> None:
    once = fix(text)
    assert fix(once) == once
    steps = trace(text)
    assert (steps[-1][1] if steps else text) == once


@given(_TEXTS)
def test_only_spaces_go_and_only_marks_change(text: str) -> None:
    plain = str.maketrans("“”‘’（），；：？！", '""""(),;:?!')
    assert fix(text).translate(plain).replace(" ", "") == text.translate(plain).replace(" ", "")


@pytest.mark.parametrize(
    "piece", ['中"', '" 中 ', "(", "中(", "](", "`", "<a", "中 1.1", "1,", "中 ", '："', "中?", "中 ……", "5 月"]
)
def test_time_grows_with_the_length_of_the_text_only(piece: str) -> None:
    def cost(length: int) -> float:
        text = (piece * length)[:length] + "中"
        began = time.process_time()
        fix(text)
        return time.process_time() - began

    small = min(cost(8_000) for _ in range(3))
    large = min(cost(64_000) for _ in range(3))
    # Eight times the text; three times more than linear is allowed for a busy machine.
    assert large < max(small, 0.002) * 8 * 3
