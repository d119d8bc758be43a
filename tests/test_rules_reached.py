"""Every rule of the data files is reached, and every one leaves honest sentences about its subject alone."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

import newsclean
from newsclean import rules
from newsclean.labels import is_outlet
from newsclean.names import is_desk, is_name, is_word
from newsclean.spam_words import is_banner, spam_words, suspects

CASES: dict[str, dict[str, list[str]]] = yaml.safe_load(
    (Path(__file__).parent / "data" / "line_cases.yaml").read_text(encoding="utf-8")
)
LINE_RULES = {rule.name: rule for rule in rules.line_rules("lines").rules}
LEAST_CASES = 3

TITLE = "江川大桥恢复通车"
BYLINE = "2026年3月1日 10:00 来源：江川日报"
PARAGRAPHS = (
    "停运三个月的江川大桥昨天恢复通车，首日通过车辆两万余辆，沿线商户的生意也好了起来。",
    "“等这一天等了很久。”桥头的面馆老板说，停运的日子里，他每天只卖出十几碗面。",
    "县交通局介绍，这次大修更换了全部的吊杆，桥面重新铺了沥青，限速由六十公里降到四十公里。",
    "住在对岸的学生不用再绕行二十公里，早上可以多睡半个小时，家长们为此松了一口气。",
    "大桥建成于一九八六年，当年全县每户人家都出过工，桥头的石碑上刻着他们的名字。",
    "下一步，交通局将在桥上安装监测设备，一旦有异常，十分钟之内就能封闭交通。",
)


def page(lines: list[str], byline: str = BYLINE) -> str:
    body = "".join(f"<p>{line}</p>" for line in lines)
    return (
        f"<html><head><title>{TITLE}_江川新闻网</title></head><body><h1>{TITLE}</h1><div>{byline}</div>"
        f'<div class="content">{body}</div></body></html>'
    )


def with_line(line: str, at: int) -> newsclean.Article:
    lines = list(PARAGRAPHS)
    lines.insert(at, line)
    return newsclean.parse(page(lines))


# Lines


def test_every_line_rule_has_cases_and_every_case_a_rule() -> None:
    assert list(CASES) == list(LINE_RULES)
    for name, cases in CASES.items():
        assert len(cases["is"]) >= LEAST_CASES, name
        assert len(cases["stays"]) >= LEAST_CASES, name


@pytest.mark.parametrize("name, line", [(name, line) for name, cases in CASES.items() for line in cases["is"]])
def test_line_is_found_by_its_rule(name: str, line: str) -> None:
    found = rules.line_rules("lines").find(line)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize("name, line", [(name, line) for name, cases in CASES.items() for line in cases["is"]])
def test_line_at_the_edge_of_an_article_is_removed_with_its_rule_named(name: str, line: str) -> None:
    article = with_line(line, 0 if LINE_RULES[name].where == "head" else len(PARAGRAPHS))
    assert article.paragraphs == PARAGRAPHS
    (entry,) = [entry for entry in article.removed if entry.text == line]
    assert entry.verdict
    assert entry.rule


@pytest.mark.parametrize("at", [3, len(PARAGRAPHS)], ids=["in the middle", "at the end"])
@pytest.mark.parametrize("line", [line for cases in CASES.values() for line in cases["stays"]])
def test_honest_sentence_stays(line: str, at: int) -> None:
    article = with_line(line, at)
    assert article.text.split("\n") == [*PARAGRAPHS[:at], line, *PARAGRAPHS[at:]]


@pytest.mark.parametrize("line", [line for cases in CASES.values() for line in cases["stays"]])
def test_honest_sentence_stays_in_a_text_dump(line: str) -> None:
    lines = [*PARAGRAPHS[:3], line, *PARAGRAPHS[3:]]
    article = newsclean.parse("\n".join([TITLE, BYLINE, *lines]), kind="text")
    assert article.text.split("\n") == lines


@pytest.mark.parametrize("name", [name for name, rule in LINE_RULES.items() if rule.longest < 10_000])
def test_no_line_rule_speaks_of_longer_lines(name: str) -> None:
    line = CASES[name]["is"][0]
    found = rules.line_rules("lines").find(line + "，" + "桥" * LINE_RULES[name].longest)
    assert found is None or found.name != name


@pytest.mark.parametrize("name", LINE_RULES)
def test_every_line_rule_says_who_asked_for_it(name: str) -> None:
    (entry,) = [entry for entry in rules.read_data("lines.yaml")["rules"] if entry["name"] == name]
    assert entry["asked"]


# Containers


def families() -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = rules.read_data("containers.yaml")
    return found


KEPT_BOXES = ("content", "summary")
"""Boxes of these names inside the body are part of it."""
BOXES = [(name, word) for name, family in families().items() if name not in KEPT_BOXES for word in family["words"]]


@pytest.mark.parametrize("family, word", BOXES)
def test_box_inside_the_body_is_removed_by_its_name(family: str, word: str) -> None:
    box = f'<div class="{word}"><p>桥上的路灯是新的</p><p>桥头的石碑还在</p></div>'
    html = page(list(PARAGRAPHS)).replace(f"<p>{PARAGRAPHS[3]}", f"{box}<p>{PARAGRAPHS[3]}")
    article = newsclean.parse(html)
    assert article.paragraphs == PARAGRAPHS
    entry = next(entry for entry in article.removed if entry.text == "桥上的路灯是新的")
    assert entry.rule == f"containers/{family}"


@pytest.mark.parametrize("family, word", BOXES)
def test_box_that_holds_the_article_is_the_article_whatever_its_name(family: str, word: str) -> None:
    html = page(list(PARAGRAPHS)).replace('class="content"', f'class="{word}"')
    assert newsclean.parse(html).paragraphs == PARAGRAPHS


@pytest.mark.parametrize("word", families()["summary"]["words"])
def test_box_of_a_summary_above_the_article_is_not_its_text(word: str) -> None:
    box = f'<div class="{word}">大桥停运三个月之后昨天通车，首日通过车辆两万余辆，两岸商户的生意好转。</div>'
    html = page(list(PARAGRAPHS)).replace('<div class="content">', f'{box}<div class="content">')
    assert newsclean.parse(html).paragraphs == PARAGRAPHS


@pytest.mark.parametrize("word", families()["content"]["words"])
def test_box_of_the_content(word: str) -> None:
    html = page(list(PARAGRAPHS)).replace('class="content"', f'class="{word}"')
    other = '<div class="box"><p>这里是另外一段话，说的是别处的事情，与大桥没有关系，也不是正文。</p></div>'
    assert newsclean.parse(html.replace("</body>", f"{other}</body>")).paragraphs == PARAGRAPHS


@pytest.mark.parametrize(
    "name",
    [
        "padding",
        "shadow",
        "header-image-content",
        "adapter",
        "tiebreak",
        "shareholder",
        "hotel",
        "pagoda",
        "recipe",
        "navy",
    ],
)
def test_box_whose_name_only_contains_such_a_word_stays(name: str) -> None:
    html = page(list(PARAGRAPHS)).replace(
        f"<p>{PARAGRAPHS[3]}</p>", f'<div class="{name}"><p>{PARAGRAPHS[3]}</p></div>'
    )
    assert newsclean.parse(html).paragraphs == PARAGRAPHS


# Spam


SPAM = [
    (family, word)
    for family, content in rules.read_data("spam.yaml").items()
    if isinstance(content, dict)
    for word in content["words"]
]


@pytest.mark.parametrize("family, word", SPAM)
def test_spam_word_makes_a_banner_with_others_and_none_alone(family: str, word: str) -> None:
    assert spam_words(word)
    assert is_banner(f"{word}_六合彩_{word}_免费下载" if word != "六合彩" else f"{word}_百家乐_免费下载")
    assert not is_banner(f"警方在这起案件中查获了与“{word}”有关的账本，十一人被刑事拘留。")


@pytest.mark.parametrize("word", rules.read_data("spam.yaml")["telling"])
def test_telling_word_is_seen_at_a_glance(word: str) -> None:
    assert suspects(f"{word}。") >= 1


@cache
def _spam_families() -> list[str]:
    return sorted({family for family, _ in SPAM})


@pytest.mark.parametrize("family", _spam_families())
def test_banner_of_every_family_is_removed(family: str) -> None:
    telling = rules.read_data("spam.yaml")["telling"]
    words = [word for name, word in SPAM if name == family]
    banner = "_".join([next(word for word in words if suspects(word)), *words[:3], telling[0]]) + "_免费"
    article = newsclean.parse(page(list(PARAGRAPHS)).replace("<h1>", f"<div>{banner}</div><h1>"))
    assert article.paragraphs == PARAGRAPHS
    (entry,) = [entry for entry in article.removed if entry.text == banner]
    assert (entry.verdict, entry.rule) == ("spam", "spam/keyword-chain")


# Labels of people


def labels(group: str) -> list[str]:
    found: list[str] = rules.read_data("people.yaml")[f"{group}_labels"]
    return list(dict.fromkeys(found))


PERSON = "张晓明"


def with_byline(text: str) -> newsclean.Article:
    return newsclean.parse(page(list(PARAGRAPHS), f"2026年3月1日 10:00 {text}"))


@pytest.mark.parametrize("label", labels("source"))
def test_source_label(label: str) -> None:
    article = with_byline(f"{label}：江川日报")
    assert article.source == "江川日报"
    assert article.authors == article.editors == ()


@pytest.mark.parametrize("label", labels("author"))
def test_author_label(label: str) -> None:
    article = with_byline(f"{label}：{PERSON}")
    assert article.authors == (PERSON,)
    assert article.editors == ()


@pytest.mark.parametrize("label", labels("editor"))
def test_editor_label(label: str) -> None:
    article = with_byline(f"{label}：{PERSON}")
    assert article.editors == (PERSON,)
    assert article.authors == ()


@pytest.mark.parametrize("label", labels("other"))
def test_other_label_names_nobody(label: str) -> None:
    article = with_byline(f"{label}：{PERSON}")
    assert article.authors == article.editors == ()
    assert article.source is None


@pytest.mark.parametrize("name", rules.read_data("people.yaml")["source_classes"])
def test_element_named_as_the_source(name: str) -> None:
    assert with_byline(f'<i class="{name}">江川日报</i>').source == "江川日报"


@pytest.mark.parametrize("name", rules.read_data("people.yaml")["author_classes"])
def test_element_named_as_the_author(name: str) -> None:
    html = page(list(PARAGRAPHS), f'<div class="{name}">江边夜话</div><div>2026年3月1日 10:00</div>')
    assert newsclean.parse(html).authors == ("江边夜话",)


@pytest.mark.parametrize("ending", rules.read_data("people.yaml")["outlet_endings"])
def test_outlets_end_so(ending: str) -> None:
    assert is_outlet(f"江川{ending}")


@pytest.mark.parametrize("beginning", rules.read_data("people.yaml")["outlet_beginnings"])
def test_outlets_begin_so(beginning: str) -> None:
    assert is_outlet(f"{beginning}要闻")


@pytest.mark.parametrize("desk", rules.read_data("people.yaml")["desks"])
def test_desks(desk: str) -> None:
    assert is_desk(f"江川日报{desk}")


@pytest.mark.parametrize("word", rules.read_data("people.yaml")["not_names"])
def test_words_that_are_no_names(word: str) -> None:
    assert is_word(word)
    assert not is_name(word)
