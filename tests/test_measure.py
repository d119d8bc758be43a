"""The measure: what it forgives, what it does not."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.testing import Case, Expected, Marks, assert_article, cases, load
from newsclean.testing.measure import Tally, body_score, field_marks, key, right_edges, same_moment

CHINA = timezone(timedelta(hours=8))
TEXT = st.text(alphabet="新闻报道记者今天从，。 \n“”ab1", max_size=120)


def perfect(expected: Expected) -> SimpleNamespace:
    """An article that says exactly what is expected."""
    return SimpleNamespace(
        text="\n".join(expected.body or ()),
        title=expected.title,
        published=expected.published,
        source=expected.source,
        authors=expected.authors,
        editors=expected.editors,
        images=[None] * (expected.images or 0),
    )


@given(TEXT)
def test_a_text_is_itself(text: str) -> None:
    assert body_score(text, text).f1 == 1.0


@given(TEXT, TEXT)
def test_scores_lie_between_nothing_and_all(got: str, want: str) -> None:
    score = body_score(got, want)
    assert 0.0 <= min(score) <= max(score) <= 1.0
    assert body_score(want, got).f1 == pytest.approx(score.f1) or not want.strip() or not got.strip()


@given(TEXT, TEXT)
def test_white_space_and_width_do_not_count(got: str, want: str) -> None:
    assert body_score(got.replace("，", ",").replace("\n", " "), want) == body_score(got, want)


@given(TEXT, TEXT)
def test_optional_lines_do_no_harm(body: str, aside: str) -> None:
    plain, kind = body_score(body + aside, body), body_score(body + aside, body, aside)
    assert kind.precision >= plain.precision
    assert kind.recall == plain.recall


@pytest.mark.parametrize(
    ("got", "want", "optional", "precision", "recall"),
    [
        ("", "", "", 1.0, 1.0),
        ("多出来的一段话", "", "", 0.0, 1.0),
        ("", "缺了的一段话", "", 0.0, 0.0),
        ("四字文章", "四字文章", "", 1.0, 1.0),
        ("短文", "短文", "", 1.0, 1.0),
        ("今天天气很好图为现场", "今天天气很好", "", 3 / 7, 1.0),
        ("今天天气很好图为现场", "今天天气很好", "图为现场", 3 / 6, 1.0),
        ("记者报道了这件事", "记者报道了另一件", "", 2 / 5, 2 / 5),
    ],
)
def test_body_scores(got: str, want: str, optional: str, precision: float, recall: float) -> None:
    score = body_score(got, want, optional)
    assert score.precision == pytest.approx(precision)
    assert score.recall == pytest.approx(recall)


@pytest.mark.parametrize(
    ("got", "want", "day", "minute"),
    [
        ("2020-01-03T06:58:09+08:00", "2020-01-03T06:58:09+08:00", True, True),
        ("2020-01-02T22:58:00+00:00", "2020-01-03T06:58+08:00", True, True),
        ("2020-01-03T06:57:00+08:00", "2020-01-03T06:58+08:00", True, False),
        ("2020-01-02", "2020-01-03T06:58+08:00", False, False),
        ("2020-01-03", "2020-01-03", True, True),
        ("2020年1月3日 06:58", "2020-01-03T06:58:00+08:00", True, True),
        ("", "2020-01-03", False, False),
        (None, "2020-01-03", False, False),
        ("昨天", "2020-01-03", False, False),
    ],
)
def test_moments(got: str | None, want: str, day: bool, minute: bool) -> None:
    assert same_moment(got, want) == (day, minute)


@pytest.mark.parametrize(
    ("one", "other"),
    [("《望江商报》", "望江商报"), ("江川 日报", "江川日报"), ("ＡＢＣ１", "abc1"), ("門(mén)戶", "門戶"), (None, "")],
)
def test_punctuation_and_width_do_not_make_a_field_wrong(one: str | None, other: str) -> None:
    assert key(one) == key(other)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("第一段从这里开始。\n中间。\n最后一段在这里结束。", True),
        ("图为现场\n第一段从这里开始。\n最后一段在这里结束。\n图为现场照片", True),
        ("多余的一行\n第一段从这里开始。\n最后一段在这里结束。", False),
        ("第一段从这里开始。\n最后一段在这里结束。\n返回首页", False),
        ("", False),
        ("图为现场", False),
    ],
)
def test_edges(text: str, right: bool) -> None:
    assert right_edges(text, "第一段从这里开始。", "最后一段在这里结束。", ["图为现场"]) is right


@pytest.mark.parametrize("name", cases(negative=False))
def test_who_says_what_is_expected_is_right(name: str) -> None:
    case = load(name)
    article = perfect(case.expected)
    assert_article(article, case)
    tally = Tally()
    tally.add(name, article, case.expected)
    assert set(tally.summary().values()) == {1.0}
    assert tally.faults == []


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("title", "另一个标题", "title: expected"),
        ("source", None, "source: expected '聯合報', got nothing"),
        ("authors", ("田書瑋", "別人"), "authors: expected 田書瑋, got 田書瑋、別人"),
        ("published", datetime(2019, 4, 21, 2, 12, tzinfo=CHINA), "minute: expected '2019-04-21T02:11:47+08:00'"),
        ("published", None, "day: expected"),
        ("images", [], "images: expected 2, got 0"),
        ("text", "完全不相干的一段話，和報導沒有關係。", "body: F1 0.000 < 0.950"),
        ("text", "", "    - 凌晨五點半"),
    ],
)
def test_a_difference_can_be_read(field: str, value: object, said: str) -> None:
    case = load("udn")
    article = perfect(case.expected)
    setattr(article, field, value)
    with pytest.raises(AssertionError) as caught:
        assert_article(article, case)
    assert str(caught.value).startswith("udn: the article is not as expected\n")
    assert said in str(caught.value)


def test_a_difference_stays_short() -> None:
    case = load("list-article")
    with pytest.raises(AssertionError, match="… and 37 more lines missing"):
        assert_article(SimpleNamespace(text=""), case.expected, fields=())


def test_fields_can_be_left_out() -> None:
    case = load("udn")
    article = perfect(case.expected)
    article.title = article.source = None
    assert_article(article, case.expected, fields=("day", "authors"))
    with pytest.raises(AssertionError, match="title"):
        assert_article(article, case.expected, fields=("title",))


@pytest.mark.parametrize("name", cases(negative=True))
def test_no_article_is_expected_where_there_is_none(name: str) -> None:
    case = load(name)
    assert_article(None, case)
    assert_article(SimpleNamespace(text=""), case)
    with pytest.raises(AssertionError, match="no article was expected, but the text begins: 一段"):
        assert_article(SimpleNamespace(text="一段文字"), case)


@pytest.mark.parametrize(
    ("expected", "article", "marks"),
    [
        (Expected(), SimpleNamespace(published="2020-01-01"), {"none-day": False, "none-source": True}),
        (Expected(source="甲报"), SimpleNamespace(source="乙报"), {"source": False}),
        (Expected(source="甲报", accept_source=("乙报",)), SimpleNamespace(source="乙报"), {"source": True}),
        (Expected(accept_source=("乙报",)), SimpleNamespace(source="乙报"), {"none-source": True}),
        (Expected(accept_authors=(("丙",),)), SimpleNamespace(authors=["丙"]), {"none-authors": True}),
        (Expected(authors=("甲", "乙")), SimpleNamespace(authors=("乙", "甲")), {"authors": True}),
        (Expected(images=None), SimpleNamespace(images=[1]), {}),
        (Expected(published="2020-01-01"), None, {"day": False}),
    ],
)
def test_fields(expected: Expected, article: object, marks: dict[str, bool]) -> None:
    got = field_marks(article, expected)
    assert {name: got[name] for name in marks} == marks
    assert ("images" in got) is (expected.images is not None)


def test_a_gold_of_edges_only() -> None:
    expected = Expected(body=None, body_marks=Marks(first="开头", last="结尾。"), images=None)
    tally = Tally()
    tally.add("a", SimpleNamespace(text="开头\n结尾。"), expected)
    tally.add("b", None, expected)
    assert tally.summary()["edges"] == 0.5
    assert tally.bodies == {}


def test_skipped_documents_get_no_mark() -> None:
    tally = Tally()
    tally.add("a", None, Expected(skip=True))
    assert tally.summary() == {}
    assert_article(None, Case(name="a", raw=b"", expected=Expected(skip=True), path=load("udn").path))
