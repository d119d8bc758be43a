"""``to_jsonld`` of every fixture page is a schema.org NewsArticle: properties that there are, values of their kinds.

What a property may hold is that of https://schema.org/NewsArticle and the types that it uses; that the headline, the
dates and the authors are given as Google's guidelines for articles ask is checked with it.
"""

from __future__ import annotations

import json
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest

import newsclean
from newsclean.article import Article, Image, Published, Video
from newsclean.testing import cases, load

TEXT = {"type": "string", "pattern": r"\S"}
URL = {"type": "string", "pattern": r"^https?://[^\s<>\"]+$"}
NUMBER = {"type": "integer", "minimum": 1}
# ISO 8601, as schema.org's Date and DateTime: a year, a month, a day, or a moment with its zone.
DATE = {"type": "string", "pattern": r"^\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?)?)?$"}
LANGUAGE = {"type": "string", "pattern": r"^zh-Han[st](-(TW|HK|MO|CN))?$|^[a-z]{2,3}(-[A-Z]{2})?$"}


def thing(kind: str, needed: list[str], **properties: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": {"@type": {"const": kind}, **properties},
        "required": ["@type", *needed],
        "additionalProperties": False,
    }


def many(kind: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": kind, "minItems": 1}


PERSON = thing("Person", ["name"], name=TEXT)
ORGANIZATION = thing("Organization", ["name"], name=TEXT)
IMAGE = thing("ImageObject", ["url"], url=URL, width=NUMBER, height=NUMBER, caption=TEXT, creditText=TEXT)
NEWS_ARTICLE = thing(
    "NewsArticle", ["@context"], **{"@context": {"const": "https://schema.org"}},
    headline=TEXT, alternativeHeadline=TEXT, description=TEXT, articleBody=TEXT,
    datePublished=DATE, dateModified=DATE,
    author=many(PERSON), editor=many(PERSON), sourceOrganization=ORGANIZATION, publisher=ORGANIZATION,
    articleSection=many(TEXT), keywords=many(TEXT), inLanguage=LANGUAGE, url=URL, mainEntityOfPage=URL,
    image=many(IMAGE), video=many(thing("VideoObject", ["url"], url=URL)),
)  # fmt: skip


@pytest.fixture(scope="module")
def validator() -> Any:
    jsonschema = pytest.importorskip("jsonschema", reason="there is no jsonschema; it belongs to the extra test")
    jsonschema.Draft202012Validator.check_schema(NEWS_ARTICLE)
    return jsonschema.Draft202012Validator(NEWS_ARTICLE)


def as_read(article: Article) -> Any:
    """The linked data as another program reads them."""
    return json.loads(json.dumps(article.to_jsonld()))


@pytest.mark.parametrize("name", cases(negative=False))
def test_of_every_page_it_is_a_news_article(validator: Any, name: str) -> None:
    article = newsclean.parse(load(name).raw, url="https://news.example.cn/2024/1.html")
    data = as_read(article)
    validator.validate(data)
    assert data["headline"] == " ".join((article.title or "").split())
    assert "articleBody" in data


@pytest.mark.parametrize("name", cases(negative=True))
def test_of_a_page_without_an_article_too(validator: Any, name: str) -> None:
    data = as_read(newsclean.parse(load(name).raw))
    validator.validate(data)
    assert "articleBody" not in data


@pytest.mark.parametrize(
    "article",
    [
        Article(),
        Article(title="桥修好了", url="javascript:alert(1)"),
        Article(images=(Image("data:image/png;base64,AAAA"), Image(None, caption="桥"), Image("https://a.example/1.jpg", 8))),
        Article(videos=(Video("qq", "s1", None), Video(None, None, "https://a.example/1.mp4"))),
    ],
    ids=["nothing", "an address that is none", "pictures without an address", "a film without an address"],
)
def test_what_is_missing_or_no_address_is_left_out(validator: Any, article: Article) -> None:
    validator.validate(as_read(article))


@pytest.mark.parametrize(
    "precision, written",
    [
        ("year", "2024"),
        ("month", "2024-05"),
        ("day", "2024-05-09"),
        ("minute", "2024-05-09T08:30+08:00"),
        ("second", "2024-05-09T08:30:07+08:00"),
    ],
)
def test_the_date_is_as_precise_as_the_page(validator: Any, precision: Any, written: str) -> None:
    moment = datetime(2024, 5, 9, 8, 30, 7, tzinfo=timezone(timedelta(hours=8)))
    data = as_read(Article(published_info=Published(moment, precision, "2024年5月9日", "printed")))
    validator.validate(data)
    assert data["datePublished"] == written


@pytest.mark.parametrize(
    "wrong",
    [
        {"headline": ""},
        {"headline": None},
        {"datePublished": "2024-05-09 08:30"},
        {"datePublished": "2024-05-09T08:30"},
        {"author": ["林晓雨"]},
        {"author": []},
        {"image": [{"@type": "ImageObject"}]},
        {"url": "/1.html"},
        {"title": "no property of an article"},
    ],
)
def test_what_is_no_news_article_is_found(validator: Any, wrong: dict[str, Any]) -> None:
    good = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": "桥修好了"}
    assert validator.is_valid(good)
    assert not validator.is_valid(good | wrong)
