"""The crawler against newsclean's fixture pages, served over HTTP on this machine."""

from __future__ import annotations

import json
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from newsclean import Article
from newsclean.testing import (
    Case,
    assert_article,
    convert_mechanically,
    hard_wrap,
    inject_spam,
    load,
    transcode,
    wrap_images,
)

sys.path.insert(0, str(Path(__file__).parents[1]))
from crawler import Answer, crawl, main

OURS = ("sina-article", "thepaper-br", "ettoday", "cctv")
"""Pages like those of the sites that this crawler visits."""
MOST = 0.85
"""Share of all fixture pages, far more kinds of site than this crawler visits, that it must read right."""


def crawled(case: Case) -> Article | None:
    """What the crawler makes of one page; None where it keeps nothing."""
    found = list(crawl(["https://example.com/1.html"], lambda url: Answer(url, case.raw, None)))
    return Article.from_dict({name: value for name, value in found[0].items() if name != "id"}) if found else None


@pytest.mark.parametrize("name", OURS)
def test_our_sites(name: str) -> None:
    case = load(name)
    assert_article(crawled(case), case)


@pytest.mark.parametrize("name", OURS)
@pytest.mark.parametrize("harder", [inject_spam, wrap_images], ids=lambda harder: harder.__name__)
def test_our_sites_after_a_bad_day(name: str, harder: object) -> None:
    case = harder(load(name))  # type: ignore[operator]
    assert_article(crawled(case), case)


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16"])
def test_other_charsets(encoding: str) -> None:
    case = transcode(load("sina-article"), encoding)
    assert_article(crawled(case), case)


def test_text_from_a_pdf() -> None:
    case = hard_wrap(load("dump-portal"))
    assert_article(crawled(case), case)


def test_machine_made_traditional_is_told() -> None:
    article = crawled(convert_mechanically(load("sina-article")))
    assert article is not None
    assert article.script.tag == "zh-Hant"


@pytest.mark.newsclean(negative=True)
def test_what_is_no_article_is_not_kept(newsclean_case: Case) -> None:
    assert crawled(newsclean_case) is None


@pytest.mark.newsclean(negative=False)
def test_most_pages_of_the_world(newsclean_cases: tuple[Case, ...]) -> None:
    wrong = []
    for case in newsclean_cases:
        try:
            assert_article(crawled(case), case)
        except AssertionError as difference:
            wrong.append(str(difference))
    assert len(wrong) <= (1 - MOST) * len(newsclean_cases), "\n\n".join(wrong)


@pytest.fixture
def server(newsclean_cases: tuple[Case, ...]) -> Iterator[str]:
    """A web site of all fixture pages; its address."""
    pages = {f"/{case.name}": case.raw for case in newsclean_cases}

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = pages.get(self.path)
            self.send_response(200 if body is not None else 404)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(body or b"")

        def log_message(self, *_: object) -> None:
            """Nothing: the tests' output is for the tests."""

    site = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=site.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{site.server_port}"
    site.shutdown()
    thread.join()
    site.server_close()


def test_from_addresses_to_json_lines(server: str, tmp_path: Path) -> None:
    addresses, output = tmp_path / "addresses.txt", tmp_path / "articles.jsonl"
    names = [*OURS, "not-there", OURS[0], "home-page"]
    addresses.write_text("\n".join([f"{server}/{name}" for name in names] + ["file:///etc/passwd"]), encoding="utf-8")
    assert main([str(addresses), "-o", str(output)]) == 0
    found = [json.loads(line) for line in output.read_text(encoding="utf-8").splitlines()]
    assert [item["id"] for item in found] == [f"{server}/{name}" for name in OURS]
    assert found[0]["title"] == load(OURS[0]).expected.title
