"""Whatever a crawler holds is taken as it is: bytes, text, trees, soups, responses, selectors."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest

import newsclean
from newsclean import InputTypeError

PAGE = """<html><head><meta charset="{charset}"><title>跨江大桥今天通车</title></head><body><h1>跨江大桥今天通车</h1>
<p>停运三个月的江川大桥今天恢复通车，首日通过车辆两万余辆，晚高峰没有出现拥堵。</p><p><img src="/a.jpg" width="600"></p>
<p>市交通局说，大桥的限重标准没有改变，夜间的施工还将持续两个星期。</p></body></html>"""
TEXT = PAGE.format(charset="utf-8")
BYTES = TEXT.encode()
URL = "https://news.example.cn/2024/1.html"
BODY = (
    "停运三个月的江川大桥今天恢复通车，首日通过车辆两万余辆，晚高峰没有出现拥堵。",
    "市交通局说，大桥的限重标准没有改变，夜间的施工还将持续两个星期。",
)


def lxml_tree(page: str) -> Any:
    return pytest.importorskip("lxml.html").document_fromstring(page)


def scrapy_response(**given: Any) -> Any:
    http = pytest.importorskip("scrapy.http", reason="scrapy is not installed")
    return http.HtmlResponse(URL, **({"body": BYTES, "encoding": "utf-8"} | given))


class HttpxUrl:
    """httpx gives addresses as objects."""

    def __str__(self) -> str:
        return URL


@pytest.mark.parametrize(
    "make",
    [
        lambda: BYTES,
        lambda: TEXT,
        lambda: bytearray(BYTES),
        lambda: memoryview(BYTES),
        lambda: lxml_tree(TEXT),
        lambda: lxml_tree(TEXT).getroottree(),
        lambda: lxml_tree(TEXT).find("body"),
        lambda: pytest.importorskip("bs4").BeautifulSoup(TEXT, "html.parser"),
        lambda: pytest.importorskip("bs4").BeautifulSoup(TEXT, "html.parser").body,
        lambda: SimpleNamespace(content=BYTES, url=URL),
        scrapy_response,
        lambda: scrapy_response().selector,
        lambda: scrapy_response().css("body"),
        lambda: scrapy_response().xpath("//body")[0],
    ],
    ids=[
        "bytes", "str", "bytearray", "memoryview", "lxml root", "lxml tree", "lxml element", "soup", "tag of a soup",
        "response of requests", "response of scrapy", "selector", "list of selectors", "selector of an element",
    ],
)  # fmt: skip
def test_it_is_read(make: Callable[[], Any]) -> None:
    article = newsclean.parse(make())
    assert article.paragraphs == BODY
    assert article.title == "跨江大桥今天通车"


@pytest.mark.parametrize(
    "make",
    [
        scrapy_response,
        lambda: SimpleNamespace(content=BYTES, url=URL),
        lambda: SimpleNamespace(content=BYTES, url=HttpxUrl()),
    ],
    ids=["scrapy", "requests", "httpx"],
)
class TestResponses:
    def test_it_knows_where_it_came_from(self, make: Callable[[], Any]) -> None:
        article = newsclean.parse(make())
        assert article.url == URL
        assert [image.url for image in article.images] == ["https://news.example.cn/a.jpg"]

    def test_the_address_that_is_given_counts_more(self, make: Callable[[], Any]) -> None:
        assert newsclean.parse(make(), url="https://m.example.cn/1").url == "https://m.example.cn/1"


def test_a_response_without_an_address_is_read_too() -> None:
    assert newsclean.parse(SimpleNamespace(content=BYTES, url=None)).url is None


@pytest.mark.parametrize("encoding", ["gb18030", "big5", "utf-8"])
def test_the_charset_of_a_response_is_a_hint_not_an_order(encoding: str) -> None:
    page = PAGE.format(charset="gbk").encode("gb18030")
    assert newsclean.parse(scrapy_response(body=page, encoding=encoding)).paragraphs == BODY


@pytest.mark.parametrize(
    "data", [None, 42, 1.5, object(), ["<p>桥</p>"], {"html": "<p>桥</p>"}, SimpleNamespace(content="text", url=URL)]
)
def test_what_is_no_document_is_refused(data: Any) -> None:
    with pytest.raises(InputTypeError, match="read the file first"):
        newsclean.parse(data)


@pytest.mark.parametrize("data", [None, 42, b"", "", " \n", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "<p>", "<p>桥</p>"])
def test_extract_gives_none_where_there_is_no_article(data: Any) -> None:
    assert newsclean.extract(data) is None


def test_extract_gives_the_text() -> None:
    assert newsclean.extract(BYTES) == newsclean.extract(TEXT) == "\n".join(BODY)
