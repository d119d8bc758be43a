"""dict and JSON are exact both ways; bad input is told, not raised through."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta, timezone
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.article import (
    SCHEMA_VERSION,
    Article,
    Dateline,
    Image,
    Part,
    Published,
    Removed,
    Script,
    Video,
)
from newsclean.errors import InputError, NewscleanError
from newsclean.render import to_dict, to_json

CHINA = timezone(timedelta(hours=8))


def sample() -> Article:
    """An article with every field set."""
    return Article(
        kind="front-matter",
        title="城南新桥通车 <首日> 车流平稳",
        raw_title="城南新桥通车 <首日> 车流平稳_城南日报",
        original_title="新桥通车首日",
        published_info=Published(datetime(2024, 5, 9, 22, 27, tzinfo=CHINA), "minute", "2024年5月9日 22:27", "printed"),
        modified=datetime(2024, 5, 10, 8, 0, 5, tzinfo=CHINA),
        source="城南日报",
        authors=("张三", "欧阳小明"),
        editors=("李四",),
        site="城南网",
        url="https://news.example/2024/05/09/1.html?a=1&b=2",
        categories=("城建", "交通"),
        tags=("桥梁",),
        summary="通车首日，车流平稳。",
        dateline=Dateline("城南日报5月9日讯", agency="城南日报", date="5月9日"),
        blocks=(
            Part("paragraph", "5月9日，新桥通车。"),
            Part("image", index=0),
            Part("heading", "车流平稳", level=2),
            Part("list-item", "双向六车道"),
            Part("list-item", "限速60公里"),
            Part("quote", "“走得很顺。”"),
            Part("table-row", "时段\t车流"),
            Part("table-row", "早高峰\t1,200"),
            Part("code", "a < b\n```\n"),
            Part("video", index=0),
            Part("paragraph", "1. 这不是列表"),
        ),
        images=(
            Image("https://img.example/a_(1).jpg", 800, 533, "新桥", "△新桥夜景。", "王五 摄"),
            Image(caption="只剩图注"),
        ),
        videos=(Video("qq", "s3304oo5gni", "https://v.qq.com/x/page/s3304oo5gni.html"),),
        notes=("※ 数据来自城建局。",),
        front_matter={"title": "城南", "layout": "post", "n": 1, "list": ["甲", None, True, 1.5]},
        script=Script("zh-Hans", 0.99, 0.2, 0.0),
        encoding="utf-8",
        removed=(Removed("返回首页", "navigation", "navigation/home", 3, "body/div"),),
        warnings=("front matter: duplicate key",),
    )


def test_the_dict_is_json_and_tells_the_derived_fields() -> None:
    data = to_dict(sample())
    assert json.loads(json.dumps(data)) == data
    assert data["schema_version"] == SCHEMA_VERSION
    assert data["published"] == data["published_info"]["at"] == "2024-05-09T22:27:00+08:00"
    assert data["modified"] == "2024-05-10T08:00:05+08:00"
    assert data["text"] == sample().text
    assert to_dict(Article()) == {"schema_version": SCHEMA_VERSION}


def test_what_is_written_is_read_back_equal() -> None:
    article = sample()
    assert Article.from_dict(article.to_dict()) == article
    assert Article.from_json(article.to_json()) == article
    assert Article.from_json(article.to_json(indent=2).encode()) == article
    assert Article.from_json(Article().to_json()) == Article()


def test_json_is_one_line_of_plain_characters_or_indented() -> None:
    assert "\n" not in sample().to_json()
    assert "城南新桥通车 <首日>" in sample().to_json()
    assert sample().to_json(indent=2).startswith('{\n  "schema_version": 1,')


_words = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
_names = st.lists(_words, max_size=3).map(tuple)
_when = st.datetimes(
    datetime(1800, 1, 1),
    datetime(2100, 1, 1),
    timezones=st.integers(-720, 840).map(lambda m: timezone(timedelta(minutes=m))),
)
_json: st.SearchStrategy[Any] = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**63)
    | st.floats(allow_nan=False, allow_infinity=False)
    | _words,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_words, inner, max_size=3),
    max_leaves=6,
)
_articles = st.builds(
    Article,
    title=st.none() | _words,
    published_info=st.none()
    | st.builds(Published, at=_when, precision=st.just("second"), text=_words, origin=st.just("meta")),
    modified=st.none() | _when,
    authors=_names,
    blocks=st.lists(
        st.builds(Part, kind=st.sampled_from(["paragraph", "heading", "image"]), text=_words), max_size=3
    ).map(tuple),
    images=st.lists(st.builds(Image, url=st.none() | _words, caption=st.none() | _words), max_size=2).map(tuple),
    front_matter=st.none() | st.dictionaries(_words, _json, max_size=3),
)


@given(_articles)
def test_any_article_comes_back_from_json(article: Article) -> None:
    assert Article.from_json(article.to_json()) == article
    assert Article.from_dict(article.to_dict()) == article


def test_front_matter_of_yaml_types_is_written_as_json() -> None:
    strange = {
        "d": date(2024, 5, 9),
        1: {2, 3},
        None: b"ab",
        "n": float("nan"),
        "t": (1, 2),
        "half": "\ud83d",
        "big": 2**80,
    }
    written = json.loads(Article(front_matter=strange).to_json())["front_matter"]  # type: ignore[arg-type]
    assert written == {
        "d": "2024-05-09",
        "1": [2, 3],
        "null": "ab",
        "n": "nan",
        "t": [1, 2],
        "half": "\ufffd",
        "big": 2**80,
    }


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"title": "标题"},
        {"published_info": Published(datetime(2024, 5, 9, 1, 2, 3, tzinfo=timezone.utc), "second", "x", "meta")},
        {"blocks": (Part("image", index=0),)},
        {"blocks": (Part("paragraph", "正文\ud83d"),)},
        {"script": Script(tag="zh-Hans", confidence=1 / 3, hans=1e-9, hant=1.0)},
        {"front_matter": {"date": date(2024, 5, 9)}},
        {"originals": {"title": "標題"}},
    ],
)
def test_json_is_the_dict_in_json(given: dict[str, Any]) -> None:
    for article in (Article(**given), msgspec.structs.replace(sample(), **{"front_matter": None, **given})):
        assert article.to_json().encode() == msgspec.json.encode(article.to_dict())


@given(st.text(), st.text())
def test_any_text_is_written_as_in_the_dict(title: str, text: str) -> None:
    article = msgspec.structs.replace(sample(), front_matter=None, title=title, blocks=(Part("paragraph", text),))
    assert article.to_json().encode("utf-8", "surrogatepass") == msgspec.json.encode(article.to_dict())


def test_half_characters_do_not_break_json() -> None:
    article = Article(title="标题\ud83d", blocks=(Part("paragraph", "\udc00正文"),))
    assert Article.from_json(to_json(article)).title == "标题\ufffd"
    assert len(article.fingerprint) == 16


def test_front_matter_nested_beyond_measure_is_an_error() -> None:
    deep: dict[str, Any] = {}
    inner = deep
    for _ in range(100_000):
        inner["a"] = {}
        inner = inner["a"]
    with pytest.raises(InputError, match="nested deeper"):
        Article(front_matter=deep).to_json()
    while deep:  # taken apart from the outside: Python's own way down is as deep as the dict
        deep = deep.pop("a")


@pytest.mark.parametrize(
    "data",
    [
        "",
        "[]",
        "null",
        "{",
        "NaN",
        b"\xff\xfe",
        "\ud800",
        '{"title": 1}',
        '{"kind": "pdf"}',
        '{"schema_version": 2}',
        '{"schema_version": "1"}',
        '{"authors": "张三"}',
        '{"blocks": [{"kind": "poem"}]}',
        '{"published_info": {"at": "2024-05-09T22:27:00", "precision": "minute", "text": "", "origin": "meta"}}',
        '{"modified": "2024-05-09T22:27:00"}',
        '{"modified": "昨天"}',
        "[" * 100_000,
        '{"front_matter": ' + '{"a":' * 100_000,
        "1" * 10_000,
    ],
    ids=lambda data: str(data[:20]),
)
def test_bad_json_is_an_input_error(data: str | bytes) -> None:
    with pytest.raises(InputError) as raised:
        Article.from_json(data)
    assert isinstance(raised.value, NewscleanError)
    assert len(str(raised.value)) > 10


def test_from_dict_wants_a_dict() -> None:
    with pytest.raises(InputError, match="from_json"):
        Article.from_dict("{}")  # type: ignore[arg-type]


def test_keys_of_others_are_passed_over() -> None:
    assert Article.from_dict({"title": "甲", "score": 0.5}) == Article(title="甲")


def test_article_structs_stay_as_they_were() -> None:
    article = sample()
    before = msgspec.json.encode(article)
    article.to_dict()
    article.to_json()
    article.to_markdown()
    article.to_html()
    assert msgspec.json.encode(article) == before
