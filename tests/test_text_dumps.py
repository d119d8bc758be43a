"""Text dumps of pages: the numbers that lynx puts before links, and the head of a press release."""

from __future__ import annotations

import pytest

import newsclean

TITLE = "江川大桥恢复通车"
LINES = (
    "停运三个月的江川大桥昨天恢复通车，首日通过车辆两万余辆，沿线商户的生意也好了起来。",
    "桥头的面馆从六点开到深夜，老板说，这一天他等了很久，停运的日子里每天只卖出十几碗面。",
)
REFERENCES = "References\n\n   1. https://a.example/\n   2. https://a.example/news\n"


def dump(*below: str, first: str = LINES[0], references: str = REFERENCES) -> str:
    above = f"   [1]首页 [2]新闻\n\n   {TITLE}\n\n   2026-03-01 10:00 来源：江川日报 [3]我要评论\n"
    return "\n\n".join([above, f"   {first}", f"   {LINES[1]}", *below, references])


@pytest.mark.parametrize(
    "below",
    ["[12]上一则：七里溪整治完工", "[INLINE] 分享至 [10]Facebook [11]LINE", "[9]打印 [10]关闭", "* [14]相关阅读\n   * [15]高山茶开采"],
)
def test_links_that_lynx_numbered_are_known_by_their_words(below: str) -> None:
    article = newsclean.parse(dump(below))
    assert (article.title, article.source, article.paragraphs) == (TITLE, "江川日报", LINES)


def test_links_in_a_sentence_lose_their_numbers() -> None:
    linked = LINES[0].replace("江川大桥", "[7]江川大桥")
    assert newsclean.parse(dump(first=linked)).paragraphs == LINES


def test_the_list_of_addresses_is_no_text_even_without_an_end_above_it() -> None:
    article = newsclean.parse(dump())
    assert article.paragraphs == LINES
    assert ("unseen/hidden", "2. https://a.example/news") in [(entry.rule, entry.text) for entry in article.removed]


@pytest.mark.parametrize("references", ["", "References\n\n   江川大桥养护手册，第三版。\n"])
def test_numbers_of_a_text_that_lynx_did_not_make_stay(references: str) -> None:
    linked = LINES[0].replace("江川大桥", "江川大桥[7]")
    assert linked in newsclean.parse(dump(first=linked, references=references)).text


@pytest.mark.parametrize("line", ["* 回應 <https://a.example/reply>", "推 <https://a.example/like> 28"])
def test_links_that_firefox_saved_with_their_address(line: str) -> None:
    assert newsclean.parse(dump(line, references="")).paragraphs == LINES


@pytest.mark.parametrize("kind", ["江川縣政府新聞稿", "江川市人民政府新闻通稿"])
def test_a_press_release_is_headed_by_its_headline_not_by_whose_it_is(kind: str) -> None:
    head = "發稿日期：115年3月1日\n發稿單位：江川縣政府文化局\n聯 絡 人：科長 張曉明\n電    話：06-000-0000"
    article = newsclean.parse("\n\n".join([kind, head, TITLE, *LINES]), kind="text")
    assert (article.title, article.source, article.paragraphs) == (TITLE, "江川縣政府文化局", LINES)
    assert article.published is not None
    assert article.published.date().isoformat() == "2026-03-01"
    assert article.authors == ()


@pytest.mark.parametrize("day", ["01/03/2026 10:05", "2026-03-01 10:05"])
def test_the_line_before_the_date_is_the_headline_and_the_first_one_the_site(day: str) -> None:
    text = "\n".join(["八桥江川新闻网", "狮城", TITLE, f"发布 {day}", "作者", "安小山", "来源", "江川日报", "分享", "", *LINES])
    article = newsclean.parse(text, kind="text")
    assert (article.title, article.source, article.authors) == (TITLE, "江川日报", ("安小山",))


DECREE = """江川市人民政府办公室文件

江政办发〔2026〕3 号

江川市人民政府办公室
关于做好桥梁检修工作的通知

各县（市、区）人民政府：
    为保障桥梁安全，现就做好检修工作通知如下，请结合实际，认真
抓好落实。
    一、总体要求
    每年三月以前完成一次检修，结果报市交通局。

— 1 —

    二、其他
    本通知自印发之日起施行。

抄送：市委办公室，市人大常委会办公室。

— 2 —
"""


@pytest.mark.parametrize("number", ["— {} —", "- {} -", "第 {} 页 共 2 页"])
def test_a_decree_out_of_a_pdf(number: str) -> None:
    article = newsclean.parse(DECREE.replace("— 1 —", number.format(1)).replace("— 2 —", number.format(2)))
    assert article.kind == "pdf-text"
    assert article.title == "江川市人民政府办公室关于做好桥梁检修工作的通知"
    assert article.paragraphs[1:] == (
        "为保障桥梁安全，现就做好检修工作通知如下，请结合实际，认真抓好落实。",
        "一、总体要求",
        "每年三月以前完成一次检修，结果报市交通局。",
        "二、其他",
        "本通知自印发之日起施行。",
    )


def test_a_headline_of_one_line_is_joined_to_nothing() -> None:
    article = newsclean.parse(DECREE.replace("江川市人民政府办公室\n关于", "关于"))
    assert article.title == "关于做好桥梁检修工作的通知"
