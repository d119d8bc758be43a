"""The page about one document: everything of the document is in it, nothing of the document is markup in it."""

from __future__ import annotations

import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import get_args

import pytest

import newsclean
from newsclean import blocks, pipeline
from newsclean.blocks import Page
from newsclean.cli import main
from newsclean.pipeline import judged
from newsclean.report.fields import fields_of
from newsclean.report.frame import COMMON, safe
from newsclean.report.inspected import WORDS, inspect_page
from newsclean.report.reasons import GROUPS, VERDICTS, reason
from newsclean.testing import cases, load

ASSETS = Path(newsclean.__file__).parent / "report" / "assets"
PAGE = """<html><head><title>跨江大桥今天通车_江川新闻网</title></head><body>
<div class="crumbs">首页 > 社会</div><h1>跨江大桥今天通车</h1>
<p>2024-05-09 08:30 来源：江川日报 记者 林晓雨</p>
<p>停运三个月的江川大桥今天恢复通车，首日通过车辆两万余辆，晚高峰没有出现拥堵。</p>
<p>市交通局说，大桥的限重标准没有改变，夜间的施工还将持续两个星期。</p>
<p>（责任编辑：周明）</p><div class="share">分享到：微信 微博</div></body></html>"""
TRICKS = (
    "<script>window.hacked=1</script>",
    "</script><script>window.hacked=1</script>",
    "<img src=x onerror=window.hacked=1>",
    "\"><svg onload=window.hacked=1>",
    "'><iframe srcdoc='<script>parent.hacked=1</script>'>",
    "</pre></style></title><base href=//evil.example/>",
    "<!--<script>window.hacked=1",
    "javascript:window.hacked=1",
    "\u202egpj.exe",
)  # fmt: skip
"""What a page could hold to run something in the report."""


def hostile() -> str:
    """A page with tricks in its title, its text, its attributes and its addresses."""
    told = "".join(
        f"<p>市交通局说，大桥今天恢复通车，车辆可以正常通行：{safe(trick)}。</p><p class='{safe(trick)}'>分享到：{safe(trick)}</p>"
        for trick in TRICKS
    )
    pictures = "".join(f'<img src="https://img.example/{safe(trick)}.jpg" alt="{safe(trick)}">' for trick in TRICKS)
    title = safe(TRICKS[1] + TRICKS[2])
    return f"<html><head><title>{title}</title></head><body><h1>{title}</h1>{told}{pictures}</body></html>"


class Elements(HTMLParser):
    """The elements of a document."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]


@cache
def case(name: str) -> tuple[newsclean.Article, Page]:
    return judged(load(name).raw)


def of(data: object, name: str = "page.html") -> str:
    return inspect_page(*judged(data), name)


class TestJudged:
    @pytest.mark.parametrize("name", cases())
    def test_the_article_is_the_one_of_parse_and_the_blocks_are_its(self, name: str) -> None:
        article, page = case(name)
        assert article == newsclean.parse(load(name).raw)
        for entry in article.removed:
            if entry.rule != "media/wrapper":
                block = page.blocks[entry.block]
                assert (block.text, block.verdict, block.rule) == (entry.text, entry.verdict, entry.rule)
        kept = "".join(block.text for block in page.blocks if block.verdict == "body")
        assert "".join(kept.split()) == "".join(article.text.split())

    def test_parse_itself_is_as_it_was(self) -> None:
        before = vars(pipeline).copy()
        judged(PAGE)
        assert vars(pipeline) == before

    def test_what_is_no_document_is_refused_as_parse_does(self) -> None:
        with pytest.raises(newsclean.EmptyInputError):
            judged(b"  ")


class TestReasons:
    def test_every_verdict_has_a_meaning(self) -> None:
        assert set(VERDICTS) == {verdict for verdict in get_args(blocks.Verdict) if verdict}
        assert set(GROUPS) <= set(VERDICTS)

    @pytest.mark.parametrize("name", cases())
    def test_every_rule_that_a_fixture_page_reaches_has_a_reason(self, name: str) -> None:
        rules = {block.rule for block in case(name)[1].blocks}
        assert [rule for rule in rules if reason(rule)[0].startswith("rule ")] == []

    def test_a_rule_for_lines_shows_its_pattern(self) -> None:
        assert "pattern" in reason("lines/editor-credit")[0]
        assert "责任" in reason("lines/editor-credit")[1]


class TestFields:
    @pytest.mark.parametrize(
        "name, value, words",
        [
            ("title", "跨江大桥今天通车", "跨江大桥今天通车"),
            ("published", "2024-05-09T08:30:00+08:00 (minute, printed)", "2024-05-09 08:30 来源：江川日报 记者 林晓雨"),
            ("source", "江川日报", "2024-05-09 08:30 来源：江川日报 记者 林晓雨"),
            ("authors", "林晓雨", "2024-05-09 08:30 来源：江川日报 记者 林晓雨"),
            ("editors", "周明", "（责任编辑：周明）"),
        ],
    )
    def test_each_leads_to_the_block_that_it_was_read_from(self, name: str, value: str, words: str) -> None:
        article, page = judged(PAGE)
        (field,) = (field for field in fields_of(article, page) if field.name == name)
        assert (field.value, field.evidence) == (value, words)
        assert page.blocks[field.block].text == words

    def test_the_title_leads_to_the_headline_not_to_the_title_element(self) -> None:
        article, page = judged(PAGE)
        assert page.blocks[fields_of(article, page)[0].block].rule == "title/headline"

    def test_what_no_block_holds_has_no_block(self) -> None:
        article, page = judged(PAGE.replace("<head>", '<head><link rel="canonical" href="https://x.example/1">'))
        (field,) = (field for field in fields_of(article, page) if field.name == "url")
        assert field.block == -1

    def test_a_page_of_many_captions_is_not_searched_for_each(self) -> None:
        figures = "".join(
            f'<figure><img src="https://img.example/{n}.jpg"><figcaption>图为第{n}辆车通过大桥</figcaption></figure>'
            for n in range(400)
        )
        article, page = judged(PAGE.replace("<p>市交通局", f"{figures}<p>市交通局"))
        fields = [field for field in fields_of(article, page) if field.name == "image"]
        assert len(fields) == len(article.images) == 400
        assert fields[0].block >= 0
        assert fields[-1].block == -1


class TestPage:
    @pytest.mark.parametrize("name", cases())
    def test_every_block_is_there_with_verdict_and_rule(self, name: str) -> None:
        article, page = case(name)
        html = inspect_page(article, page, name)
        rows = re.findall(r'<li id="b(\d+)" [^>]*data-v="([^"]*)" data-r="([^"]*)"', html)
        assert rows == [(str(n), block.verdict, block.rule) for n, block in enumerate(page.blocks)]
        shown = re.findall(r'<span class="words">(.*?)</span><span class="rule">', html, re.S)
        for text, block in zip(shown, page.blocks, strict=True):
            assert not block.text or text == safe(block.text)

    def test_the_markdown_is_the_article_s(self) -> None:
        article, page = judged(PAGE)
        (shown,) = re.findall(r'<pre id="markdown"[^>]*>(.*?)</pre>', inspect_page(article, page, "x"), re.S)
        assert unescape(shown) == article.to_markdown()

    def test_a_refused_document_says_why(self) -> None:
        html = of("<title>首页</title><a href=1>跨江大桥今天通车</a><a href=2>图书馆重新开放</a>")
        assert "This is no article." in html
        assert "no-body" in html

    @pytest.mark.parametrize("language, word", [("en", "Search the blocks"), ("zh", "搜索各块")])
    def test_it_begins_in_the_user_s_language(self, language: str, word: str) -> None:
        html = inspect_page(*judged(PAGE), "x", language)  # type: ignore[arg-type]
        assert f'<span data-t="search">{word}</span>' in html
        assert f'<html lang="{language}">' in html

    def test_the_script_uses_only_texts_that_there_are(self) -> None:
        script = (ASSETS / "common.js").read_text() + (ASSETS / "inspect.js").read_text()
        assert set(re.findall(r'say\("(\w+)"', script)) <= set(WORDS) | set(COMMON)


class TestSafety:
    def test_nothing_of_the_document_becomes_an_element(self) -> None:
        tags = Elements(of(hostile(), TRICKS[1])).tags
        plain = Elements(of(PAGE)).tags
        assert set(tags) <= set(plain) | {"q"}
        assert tags.count("script") == plain.count("script") == 2
        assert tags.count("style") == 1

    def test_no_attribute_loads_or_runs_anything(self) -> None:
        names = {name for name, _ in Elements(of(hostile(), TRICKS[3])).attributes}
        assert not names & {"src", "href", "srcdoc", "style", "action", "formaction", "background", "poster"}
        assert not [name for name in names if name.startswith("on")]

    def test_the_policy_allows_this_style_and_this_script_alone(self) -> None:
        html = of(hostile())
        (policy,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', html)
        (style,) = re.findall(r"<style>(.*?)</style>", html, re.S)
        (script,) = re.findall(r"<script>(.*?)</script>", html, re.S)
        rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
        assert rules["default-src"] == "'none'"
        for name, text in (("style-src", style), ("script-src", script)):
            assert rules[name] == f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"

    def test_direction_signs_and_half_characters_are_made_visible(self) -> None:
        html = of("<h1>桥</h1><p>停运三个月的江川大桥\u202e今天恢复通车，\ud800首日通过车辆两万余辆。</p>")
        assert "\u202e" not in html
        html.encode()

    @pytest.mark.parametrize("name", ["common.js", "inspect.js"])
    def test_the_script_sets_text_never_markup(self, name: str) -> None:
        script = (ASSETS / name).read_text()
        assert not re.search(
            r"innerHTML|outerHTML|insertAdjacent|document\.write|eval\(|fetch\(|XMLHttp|import\(", script
        )


class TestCommand:
    def test_it_writes_the_page(self, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
        (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
        target = tmp_path / "out" / "report.html"
        assert main(["inspect", str(tmp_path / "page.html"), "-o", str(target)]) == 0
        assert target.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
        assert "report.html" in capfd.readouterr().err

    def test_to_standard_output(self, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
        (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
        assert main(["inspect", str(tmp_path / "page.html"), "-o", "-", "--lang", "zh"]) == 0
        assert "搜索各块" in capfd.readouterr().out

    def test_open_shows_it_in_the_browser(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        opened: list[str] = []
        monkeypatch.setattr("webbrowser.open", opened.append)
        (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
        target = tmp_path / "r.html"
        assert main(["inspect", str(tmp_path / "page.html"), "-o", str(target), "--open"]) == 0
        assert opened == [target.resolve().as_uri()]

    @pytest.mark.parametrize(
        "words, told",
        [
            (["pagee.html"], "did you mean"),
            (["."], "is a folder"),
            (["page.html", "-o", "-", "--open"], "--open needs a file"),
            (["page.html", "-o", "."], "is a folder"),
            (["page.html", "--kind", "htm"], "did you mean html"),
            (["empty.html"], "empty"),
        ],
    )
    def test_what_goes_wrong_says_what_to_try(
        self,
        words: list[str],
        told: str,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
        capfd: pytest.CaptureFixture[str],
    ) -> None:
        monkeypatch.chdir(tmp_path)
        (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
        (tmp_path / "empty.html").write_bytes(b"")
        assert main(["inspect", *words, "--lang", "en"]) == 2
        assert told in capfd.readouterr().err
