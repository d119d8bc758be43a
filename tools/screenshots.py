"""The pictures of the reports in docs/screenshots, taken in a headless browser.

    python tools/screenshots.py

Light in English, dark in Chinese.  Needs Playwright for Python and a chromium: the one that ``CHROMIUM`` names, else
Debian's.  Take them anew when the reports look different, and look at them.
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

import newsclean
from newsclean.report import Corpus, inspect_page, judged, read_articles, report_page
from newsclean.testing import cases, load

FOLDER = Path(__file__).parents[1] / "docs" / "screenshots"
PAGE = "sina-article"
WINDOW, TALL = (1280, 800), (1280, 1300)


def inspected(language: Any) -> str:
    """The page about one fixture page."""
    return inspect_page(*judged(load(PAGE).raw), f"{PAGE}.html", language)


def reported(language: Any) -> str:
    """The page about all fixture pages."""
    corpus = Corpus()
    lines = ({"id": f"pages/{name}", **newsclean.parse(load(name).raw).to_dict()} for name in cases())
    read_articles(corpus, (json.dumps(line).encode() for line in lines))
    return report_page(corpus, "articles.jsonl", language)


def take(browser: Any, name: str, html: str, clicks: tuple[str, ...]) -> None:
    """Open the page, click, and write its picture; whether it is light or dark is in the name."""
    tall = name.startswith("report")
    scheme = name.rpartition("-")[2]
    width, height = TALL if tall else WINDOW
    context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": height})
    with tempfile.NamedTemporaryFile("w", suffix=".html", encoding="utf-8") as file:
        file.write(html)
        file.flush()
        page = context.new_page()
        page.goto(Path(file.name).as_uri())
        for click in clicks:
            page.locator(click).first.click()
        page.screenshot(path=FOLDER / f"{name}.png")
    context.close()


def main() -> None:
    """Take all of them."""
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        take(browser, "inspect-light", inspected("en"), ("#fields div:has(dt:text-is('source')) button",))
        take(browser, "inspect-dark", inspected("zh"), ("button[data-view='removed']", "#blocks li[data-v='hidden']"))
        take(browser, "report-light", reported("en"), ("#source summary",))
        take(browser, "report-dark", reported("zh"), ("#rule summary",))
        browser.close()


if __name__ == "__main__":
    main()
