"""The targets that are each one promise of the library; that of totality has those in `targets`."""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import newsclean
from newsclean import Article, NewscleanError
from newsclean.pipeline import judged

sys.path.insert(0, str(Path(__file__).parent.parent))
from conservation import accounted, block_text, read, visible

CLEAN = (
    "停运三个月的江川大桥昨天恢复通车，首日通过车辆两万余辆。",
    "“扫描二维码之前，先看看它是不是贴上去的。”民警提醒，凡是扫码之后要求下载软件的，一律不要相信。",
    "办案民警介绍，该网站以高额返水吸引会员注册，再由代理逐级发展下线。",
    "著作权法修改之后，照片的保护期延长到作者去世后五十年，摄影师周航说，他等这一条等了十年。",
    "記者在現場看到，橋面已經重新鋪過，兩側加裝了護欄。",
    "转载这篇文章的公众号有三十一家，其中二十六家同意赔偿。",
    "他在微博上写道：分享到这里为止，图片来自网络，版权归原作者所有，这三句话他看了十年。",
    "据新华社报道，三月的第一天，编辑部收到了一封没有署名的信。",
)
BYLINE = "2026-03-01 10:00 来源：江川日报"
LONG = 30_000
"""Characters that an input is repeated to."""
MOST_SECONDS = 1.0
"""Of processor time for so many: those of the seeds take 0.01 to 0.06 s, with all branches counted up to 0.3 s."""


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def _json(data: bytes | str) -> str | None:
    try:
        return newsclean.parse(data).to_json()
    except NewscleanError:
        return None


def _lines(data: bytes) -> list[str]:
    return [CLEAN[byte % len(CLEAN)] for byte in data[:12]]


def conservation(data: bytes) -> None:
    """The visible characters of the blocks stay what they are; text and removals of a refused page are all of them."""
    text = _text(data).lstrip("\ufeff")
    if not visible(text):
        return
    try:
        before = block_text(read(text))
        article, after = judged(text)
    except NewscleanError:
        return
    assert block_text(after).startswith(before)  # a body that stands in data or a form field is read as well
    assert all(block.verdict and block.rule for block in after.blocks)
    if not article.is_article:
        assert accounted(article) == Counter(block_text(after))


def idempotence(data: bytes) -> None:
    """An article of clean lines that was written reads back the same, and what was converted stays."""
    lines = _lines(data)
    title = "江川大桥恢复通车"
    for target in ("zh-Hans", "zh-Hant", "zh-Hant-TW", "zh-Hant-HK"):
        once = newsclean.convert(_text(data), target)
        assert newsclean.convert(once, target) == once
    if len(lines) < 3:
        return
    body = "".join(f"<p>{line}</p>" for line in lines)
    article = newsclean.parse(f"<title>{title}</title><h1>{title}</h1><div>{BYLINE} 作者：张三</div>{body}")
    assert Article.from_json(article.to_json()) == article
    for output in (article.to_markdown(), article.to_html()):
        again = newsclean.parse(output)
        assert (again.title, again.published, again.authors) == (article.title, article.published, article.authors)
        assert again.paragraphs == article.paragraphs


def harmlessness(data: bytes) -> None:
    """Clean lines on touchy subjects, in any order and number, come out as they went in."""
    lines = _lines(data)
    if len(lines) < 3:
        return
    body = "".join(f"<p>{line}</p>" for line in lines)
    page = f"<h1>大桥通车</h1><div>{BYLINE}</div><div class=content>{body}</div>"
    for source in (page, "\n\n".join(["大桥通车", BYLINE, *lines])):
        assert newsclean.parse(source).text.split("\n") == lines


def linear_time(data: bytes) -> None:
    """Whatever it is, thirty thousand characters of it take no longer than others."""
    text = _text(data[:500])
    if not text:
        return
    began = time.process_time()
    _json(text * (LONG // len(text)))
    taken = time.process_time() - began
    assert taken < MOST_SECONDS, taken


def thread_safety(data: bytes) -> None:
    """Four threads give what one gives."""
    alone = _json(data)
    assert list(POOL.map(_json, [data] * 4)) == [alone] * 4


def no_state(data: bytes) -> None:
    """What came before changes nothing."""
    half = len(data) // 2
    first = _json(data[:half])
    _json(data[half:])
    assert _json(data[:half]) == first


POOL = ThreadPoolExecutor(4)
PROMISES: tuple[Callable[[bytes], None], ...] = (
    conservation,
    idempotence,
    harmlessness,
    linear_time,
    thread_safety,
    no_state,
)
