"""The reports in a real browser: what a person does with them, and what nothing in a page may do.

Needs Playwright for Python, axe-playwright-python (for its copy of axe-core) and a chromium: Debian's package
``chromium``, or the one that ``CHROMIUM`` names.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from test_inspect import TRICKS, hostile

import newsclean
from newsclean.report import Corpus, inspect_page, judged, read_articles, report_page
from newsclean.testing import cases, load

playwright = pytest.importorskip("playwright.sync_api", reason="there is no playwright; pip install playwright")

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="there is no chromium; apt-get install chromium")

SERIOUS = ("serious", "critical")
MANY = 20_000
SMOOTH = 1000
"""Milliseconds that a filter over 20,000 blocks may take, with layout, on a busy machine; alone it takes about 100."""
WIDE, NARROW = (1280, 800), (390, 844)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    with playwright.sync_playwright() as driver:
        # Without a sandbox of its own, for containers; it opens nothing but files that the tests wrote.
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def opened(chromium: Any, tmp_path: Path) -> Iterator[Callable[..., Any]]:
    """Opens a report; at the end nothing was logged, nothing failed and nothing was asked for but the file."""
    troubles: list[str] = []
    requests: list[str] = []
    contexts = []

    def show(html: str, size: tuple[int, int] = WIDE, scheme: str = "light") -> Any:
        path = tmp_path / "report.html"
        path.write_text(html, encoding="utf-8")
        context = chromium.new_context(color_scheme=scheme, viewport={"width": size[0], "height": size[1]})
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: troubles.append(message.text))
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on("dialog", lambda dialog: troubles.append(dialog.message))
        page.on("request", lambda request: requests.append(request.url))
        page.goto(path.as_uri())
        return page

    yield show
    for context in contexts:
        context.close()
    assert troubles == []
    assert set(requests) == {(tmp_path / "report.html").as_uri()}


def faults(page: Any) -> list[str]:
    """What axe-core finds serious."""
    axe = pytest.importorskip("axe_playwright_python", reason="there is no axe-core; pip install axe-playwright-python")
    page.evaluate((Path(axe.__file__).parent / "axe.min.js").read_text(encoding="utf-8"))
    found = page.evaluate("axe.run()")
    return [
        f"{fault['id']}: {[node['html'][:120] for node in fault['nodes'][:3]]}"
        for fault in found["violations"]
        if fault["impact"] in SERIOUS
    ]


def inspected(name: str = "sina-article") -> str:
    return inspect_page(*judged(load(name).raw), name)


def visible(page: Any) -> int:
    return int(page.locator("#blocks li:visible").count())


class TestInspect:
    @pytest.mark.parametrize("scheme", ["light", "dark"])
    @pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
    def test_no_serious_fault_of_accessibility(
        self, opened: Callable[..., Any], size: tuple[int, int], scheme: str
    ) -> None:
        assert faults(opened(inspected(), size, scheme)) == []

    @pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
    def test_nothing_is_wider_than_the_screen(self, opened: Callable[..., Any], size: tuple[int, int]) -> None:
        assert opened(inspected(), size).evaluate("document.documentElement.scrollWidth") <= size[0]

    def test_removed_text_is_one_click_away(self, opened: Callable[..., Any]) -> None:
        page = opened(inspected())
        page.click("[data-view=removed]")
        shown = page.locator("#blocks li:visible").evaluate_all("items => items.map(item => item.dataset.v)")
        assert shown
        assert not {"body", "image", "video"} & set(shown)

    def test_verdicts_rule_and_search_narrow_the_list(self, opened: Callable[..., Any]) -> None:
        page = opened(inspected())
        everything = visible(page)
        page.click("[data-verdict=body]")
        page.click("[data-verdict=title]")
        both = visible(page)
        assert 0 < both < everything
        page.click("[data-verdict=body]")
        assert visible(page) < both
        page.click("#clear")
        page.select_option("#rule", "body/prose")
        prose = visible(page)
        page.fill("#search", "渔")
        assert 0 < visible(page) < prose
        assert str(visible(page)) in page.inner_text("#shown")
        page.fill("#search", "there is no such text")
        assert visible(page) == 0
        assert page.is_visible("#nothing")
        page.keyboard.press("Escape")
        assert visible(page) == everything

    def test_a_field_jumps_to_its_block_even_where_a_filter_hides_it(self, opened: Callable[..., Any]) -> None:
        page = opened(inspected())
        page.click("[data-view=kept]")
        button = page.locator("#fields div", has_text="editors").locator("button")
        button.click()
        target = "#b" + button.get_attribute("data-block")
        assert page.evaluate("document.activeElement.id") == target[1:]
        assert page.locator(target).is_visible()
        assert "责任编辑" in page.inner_text(target)
        assert "lines/editor-credit" in page.inner_text("#why")

    def test_the_keyboard_moves_and_tells_why(self, opened: Callable[..., Any]) -> None:
        page = opened(inspected())
        page.keyboard.press("j")
        page.keyboard.press("j")
        assert page.evaluate("document.activeElement.id") == "b1"
        page.keyboard.press("k")
        assert page.evaluate("document.activeElement.id") == "b0"
        assert "unseen/page-title" in page.inner_text("#why")
        page.keyboard.press("/")
        page.keyboard.type("渔")
        page.keyboard.press("Enter")
        assert "渔" in page.evaluate("document.activeElement.textContent")
        page.keyboard.press("Escape")
        page.keyboard.press("r")
        assert page.get_attribute("[data-view=removed]", "aria-pressed") == "true"

    def test_pointing_at_a_block_tells_why(self, opened: Callable[..., Any]) -> None:
        page = opened(inspected())
        page.hover("#blocks li >> nth=3")
        assert page.get_attribute("#blocks li >> nth=3", "data-r") in page.inner_text("#why")

    def test_it_speaks_both_languages(self, opened: Callable[..., Any]) -> None:
        page = opened(inspected())
        page.click("#language")
        assert page.evaluate("document.documentElement.lang") == "zh"
        assert "搜索各块" in page.inner_text(".filters")
        assert "块中的" in page.inner_text("#shown")
        page.keyboard.press("j")
        assert "标题" in page.inner_text("#why")
        page.click("#language")
        assert "Search the blocks" in page.inner_text(".filters")

    def test_dark_and_light_can_be_switched(self, opened: Callable[..., Any]) -> None:
        page = opened(inspected())
        colour = "getComputedStyle(document.body).backgroundColor"
        light = page.evaluate(colour)
        page.click("#theme")
        assert page.evaluate(colour) != light
        page.click("#theme")
        assert page.evaluate(colour) == light

    def test_nothing_of_a_hostile_page_runs(self, opened: Callable[..., Any]) -> None:
        page = opened(inspect_page(*judged(hostile()), TRICKS[1]))
        page.click("[data-view=removed]")
        page.click("#language")
        page.keyboard.press("j")
        assert page.evaluate("window.hacked") is None
        assert page.evaluate("document.querySelectorAll('img, iframe, svg, base, a').length") == 0

    def test_even_markup_that_got_in_could_not_run(self, chromium: Any, tmp_path: Path) -> None:
        tricks = (
            '<p id="in" onclick="window.hacked=1">x</p><script>window.hacked=1</script><img src="http://a.example/">'
        )
        path = tmp_path / "report.html"
        path.write_text(inspected().replace('<div id="blocks"', f'{tricks}<div id="blocks"'), encoding="utf-8")
        page = chromium.new_page()
        answered: list[str] = []
        page.on("response", lambda response: answered.append(response.url))
        page.goto(path.as_uri())
        page.evaluate("document.getElementById('in').click()")
        assert page.evaluate("window.hacked") is None
        assert answered in ([], [path.as_uri()])
        page.close()

    def test_twenty_thousand_blocks_stay_smooth(self, opened: Callable[..., Any]) -> None:
        told = "".join(
            f"<p>第{n}辆车通过了江川大桥，收费员记下了它的车牌。</p><div class=share>分享{n}</div>"
            for n in range(MANY // 2)
        )
        page = opened(inspect_page(*judged(f"<h1>跨江大桥今天通车</h1>{told}"), "many"))
        assert page.locator("#blocks li").count() > MANY
        for act in ("show('removed')", "show('all')", "search.value='9'; filter()", "clear()", "move(-1)"):
            taken = page.evaluate(
                f"new Promise(done => {{ const start = performance.now(); {act}; requestAnimationFrame(() => "
                "setTimeout(() => done(performance.now() - start))) })"
            )
            assert taken < SMOOTH, act


@cache
def reported() -> str:
    corpus = Corpus()
    written = [newsclean.parse(load(name).raw).to_json().encode() for name in cases()]
    read_articles(corpus, [line.replace(b"{", b'{"id":"page.html",', 1) for line in written])
    return report_page(corpus, "articles.jsonl")


class TestReport:
    @pytest.mark.parametrize("scheme", ["light", "dark"])
    @pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
    def test_no_serious_fault_of_accessibility(
        self, opened: Callable[..., Any], size: tuple[int, int], scheme: str
    ) -> None:
        page = opened(reported(), size, scheme)
        assert faults(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= size[0]

    def test_a_bar_leads_to_documents(self, opened: Callable[..., Any]) -> None:
        page = opened(reported())
        bar = page.locator("#source details").first
        assert not bar.locator("li").first.is_visible()
        bar.locator("summary").click()
        assert "page.html" in bar.locator("li").first.inner_text()

    def test_the_contents_lead_to_the_sections(self, opened: Callable[..., Any]) -> None:
        page = opened(reported())
        page.click("nav a[href='#rule']")
        assert page.locator("#rule h2").is_visible()
        assert page.evaluate("location.hash") == "#rule"

    def test_it_speaks_both_languages(self, opened: Callable[..., Any]) -> None:
        page = opened(reported())
        page.click("#language")
        assert "各来源的文章" in page.inner_text("main")
