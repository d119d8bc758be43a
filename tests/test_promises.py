"""The eight promises of the library, each as a property; conservation has a file of its own.

The documents are generated: pages, posts and dumps put together from sentences, marks and noise, well formed and not.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from html import escape
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import newsclean
from newsclean import Article, NewscleanError, Options
from newsclean.typography import fix

PAGES = Path(newsclean.__file__).parent / "testing" / "pages"
FIXTURES = sorted(path for path in PAGES.iterdir() if path.suffix in (".html", ".md", ".txt"))
SEEDS = sorted((Path(__file__).parent.parent / "seeds").glob("*.txt"))
SENTENCES = (
    "停运三个月的江川大桥昨天恢复通车，首日通过车辆两万余辆。",
    "桥头的面馆老板说：“等这一天等了很久。”",
    "記者在現場看到，橋面已經重新鋪過，兩側加裝了護欄。",
    "责任编辑：张三",
    "（本报记者 李四）",
    "分享到：微信 微博",
    "相关阅读",
    "版权声明：未经许可不得转载",
    "2 + 3 < 6 & 7 > 5，`code` 和 *星号* 都在。",
    "# 不是标题",
    "1. 不是列表",
    "| 一 | 二 |",
    "---",
    "新华社北京3月1日电（记者王五）三月的第一天，大桥通车。",
)
SIGNS = st.sampled_from("桥修好了，。“”<>&'\"=/;#*_-[]()`|\\~!:：　\t\n\r\x00\x1f\u200b\u202e\ud800\U0001f600A1")
NOISE = st.text(SIGNS, max_size=40)
LINE = st.one_of(st.sampled_from(SENTENCES), NOISE)
TAG = st.sampled_from(
    ("p", "div", "h2", "li", "td", "tr", "table", "span", "b", "a", "blockquote", "pre", "script", "style", "svg",
     "template", "textarea", "plaintext", "title", "figure", "figcaption", "iframe", "img", "br")
)  # fmt: skip
PIECE = st.one_of(
    LINE,
    LINE.map(escape),
    LINE.map(lambda line: f"<p>{escape(line)}</p>"),
    TAG.map("<{}>".format),
    TAG.map("</{}>".format),
    st.builds('<{} class="{}">'.format, TAG, NOISE),
    st.sampled_from(("<!--", "-->", "<![CDATA[", "]]>", "&#xD800;", "&#x110000;", "&nbsp", "<img src=javascript:x>")),
)
BODY = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES[:3]) * 2
SOUP = st.lists(PIECE, max_size=30).map("".join)
PAGE = SOUP.map(lambda soup: f"<title>大桥通车_江川网</title><h1>大桥通车</h1>{BODY}{soup}")
POST = st.builds(lambda line, soup: f"---\ntitle: {line}\nauthor: {line}\n---\n\n{soup}", LINE, SOUP)
DOCUMENT = st.one_of(PAGE, SOUP, POST, st.lists(LINE, max_size=12).map("\n".join))
CLEAN = st.lists(st.sampled_from(SENTENCES[:3]), min_size=3, max_size=12)


def parsed(data: bytes | str, **given: object) -> Article | None:
    """The article; None where the input is refused by name."""
    try:
        return newsclean.parse(data, **given)  # type: ignore[arg-type]
    except NewscleanError:
        return None


# Totality


@given(st.one_of(st.binary(max_size=400), DOCUMENT, DOCUMENT.map(lambda text: text.encode("gb18030", "replace"))))
def test_any_input_gives_an_article_that_every_output_can_hold(data: bytes | str) -> None:
    article = parsed(data)
    if article is not None:
        assert Article.from_json(article.to_json()) == article
        for output in (article.to_markdown(), article.to_html(), json.dumps(article.to_jsonld()), article.text):
            output.encode("utf-8")


@given(
    DOCUMENT,
    st.sampled_from(("html", "text", "pdf-text", "front-matter")),
    st.one_of(st.none(), NOISE, st.sampled_from(("http://[", "//", "https://a.example.com/1.html"))),
)
def test_any_input_as_any_kind_from_any_address(data: str, kind: newsclean.article.SourceKind, url: str | None) -> None:
    parsed(data, kind=kind, url=url)


@given(DOCUMENT, st.sampled_from((None, "zh-Hans", "zh-Hant-TW")))
def test_any_input_with_typography_and_conversion(data: str, script: str | None) -> None:
    parsed(data, options=Options(typography="news", script=script))


@pytest.mark.parametrize("cut", [0.1, 0.37, 0.5, 0.73, 0.9])
def test_a_page_cut_off_anywhere(cut: float) -> None:
    for path in FIXTURES:
        data = path.read_bytes()
        article = parsed(data[: int(len(data) * cut)])
        assert article is None or Article.from_json(article.to_json()) == article


# Determinism and no state


RUN = """
import hashlib, sys
from pathlib import Path
import newsclean
total = hashlib.sha256()
for path in sorted(Path(sys.argv[1]).iterdir()):
    if path.suffix in (".html", ".md", ".txt"):
        total.update(newsclean.parse(path.read_bytes()).to_json().encode())
print(total.hexdigest())
"""


def digest(**environment: str) -> str:
    """The digest of all fixtures' JSON, made by a process of its own."""
    search = os.pathsep.join([str(PAGES.parents[2]), os.environ.get("PYTHONPATH", "")])
    done = subprocess.run(
        [sys.executable, "-c", RUN, str(PAGES)],
        env={**os.environ, "PYTHONPATH": search, **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


def test_the_same_in_any_process_hash_seed_locale_and_time_zone() -> None:
    found = {
        digest(PYTHONHASHSEED="0"),
        digest(PYTHONHASHSEED="1", TZ="America/New_York"),
        digest(PYTHONHASHSEED="4242", LC_ALL="C", LANG="C", PYTHONUTF8="0", TZ="Asia/Kathmandu"),
    }
    assert len(found) == 1
    assert len(found.pop()) == 64


def test_sixteen_threads_give_what_one_gives() -> None:
    data = [path.read_bytes() for path in FIXTURES[::4]]
    alone = [newsclean.parse(page).to_json() for page in data]
    gate = threading.Barrier(16)

    def work(start: int) -> bool:
        gate.wait()
        order = [*range(start, len(data)), *range(start)]
        return all(newsclean.parse(data[number]).to_json() == alone[number] for number in order)

    with ThreadPoolExecutor(16) as pool:
        assert all(pool.map(work, range(16)))


def test_the_thousandth_call_gives_what_the_first_gave() -> None:
    page = f"<title>大桥通车_江川网</title><h1>大桥通车</h1>{BODY}"
    first = newsclean.parse(page)
    assert all(newsclean.parse(page) == first for _ in range(1_000))


@given(DOCUMENT, DOCUMENT)
def test_what_came_before_changes_nothing(page: str, other: str) -> None:
    first = parsed(page)
    parsed(other)
    assert parsed(page) == first


def test_the_input_is_not_changed() -> None:
    lxml_html = pytest.importorskip("lxml.html")
    bs4 = pytest.importorskip("bs4")
    page = f"<html><head><title>大桥通车</title></head><body><h1>大桥通车</h1>{BODY}<script>a</script></body></html>"
    tree = lxml_html.fromstring(page)
    soup = bs4.BeautifulSoup(page, "html.parser")
    before = lxml_html.tostring(tree), str(soup)
    assert newsclean.parse(tree).paragraphs == newsclean.parse(soup).paragraphs
    assert (lxml_html.tostring(tree), str(soup)) == before
    buffer = bytearray(page.encode())
    newsclean.parse(buffer)
    assert buffer == page.encode()


# Idempotence


def essence(article: Article) -> tuple[object, ...]:
    """What must survive a round through an output."""
    return (
        article.title,
        article.published,
        article.source,
        article.authors,
        article.editors,
        tuple(" ".join(line.split()) for line in article.paragraphs),
        tuple(" ".join(line.split()) for line in article.headings),
        tuple(image.url for image in article.images if image.url),
    )


@given(CLEAN, st.sampled_from(("to_markdown", "to_html")))
def test_what_was_written_reads_back_the_same(lines: list[str], way: str) -> None:
    page = (
        "<title>江川大桥恢复通车_江川网</title><h1>江川大桥恢复通车</h1><div>2026-03-01 10:00 来源：江川日报 作者：张三</div>"
        + "".join(f"<p>{line}</p>" for line in lines)
        + '<figure><img src="https://img.example.com/a.jpg" width="640"><figcaption>通车现场</figcaption></figure>'
        + f"<h2>等了三个月</h2><p>{lines[0]}</p>"
    )
    article = newsclean.parse(page, url="https://news.example.com/2026/1.html")
    assume(article.is_article)
    assert essence(newsclean.parse(getattr(article, way)())) == essence(article)


@pytest.mark.parametrize("way", ["to_markdown", "to_html"])
@pytest.mark.parametrize("path", FIXTURES + SEEDS, ids=[path.name[:24] for path in FIXTURES + SEEDS])
def test_fixtures_written_and_read_back(path: Path, way: str) -> None:
    article = newsclean.parse(path.read_bytes(), url="https://news.example.com/2026/1.html")
    if not article.is_article:
        return
    assert essence(newsclean.parse(getattr(article, way)())) == essence(article)


def test_footnotes_written_and_read_back() -> None:
    page = f"<h1>江川大桥恢复通车</h1><p>2026-03-01 10:00</p>{BODY}<ol class=footnotes><li>2020年1月5日停运。</li></ol>"
    article = newsclean.parse(page)
    assert article.notes == ("2020年1月5日停运。",)
    again = newsclean.parse(article.to_html())
    assert (again.notes, again.published) == (article.notes, article.published)


@given(st.one_of(LINE, st.text(max_size=80)))
def test_typography_twice_is_typography_once(text: str) -> None:
    once = fix(text)
    assert fix(once) == once


@pytest.mark.parametrize("target", ["zh-Hans", "zh-Hant", "zh-Hant-TW", "zh-Hant-HK"])
@given(st.lists(st.sampled_from(SENTENCES), max_size=4).map("".join))
def test_conversion_twice_is_conversion_once(target: str, text: str) -> None:
    once = newsclean.convert(text, target)
    assert newsclean.convert(once, target) == once


# No depth matters


@pytest.mark.parametrize(
    "wrap",
    [
        lambda n: "<div>" * n + BODY,
        lambda n: "<table><tr><td>" * n + BODY,
        lambda n: "<ul><li>" * n + BODY,
        lambda n: "<span style='display:none'>" * n + BODY,
        lambda n: "<b><i>" * n + BODY,
        lambda n: BODY + "</div>" * n,
        lambda n: "> " * n + SENTENCES[0],
        lambda n: "- " * n + SENTENCES[0],
        lambda n: "[" * n + SENTENCES[0],
    ],
    ids=["div", "table", "list", "hidden", "inline", "end tags", "quotes", "bullets", "brackets"],
)
def test_depth_does_not_matter(wrap: Callable[[int], str]) -> None:
    for kind in ("html", "front-matter", "text"):
        parsed(wrap(20_000), kind=kind)
