"""How the cost grows with the size of a page: nothing may be quadratic, and memory stays in bounds.

    python benchmarks/growth.py                the whole table, a few minutes
    python benchmarks/growth.py --most 3       pages up to 3 MB
    python benchmarks/growth.py --only nest    the shapes whose name matches

Each page is read in a process of its own.  The time is CPU time of `parse`; its growth is the time per byte beside that
of the smallest page of the same shape.  Memory is the peak of the process above the one that has read a small page.
"""

from __future__ import annotations

import argparse
import multiprocessing
import re
import resource
import sys
import time
from collections.abc import Callable

import newsclean
from newsclean import rules

SENTENCE = "停运三个月的江川大桥昨天恢复通车，首日通过车辆两万余辆，交警部门提醒司机减速慢行。"
HEAD = (
    "<html><head><title>江川大桥恢复通车_江川新闻网</title></head><body><h1>江川大桥恢复通车</h1>"
    '<div class="info">2024-05-09 10:20:33 来源：江川日报 作者：李明</div><div class="content">'
)
TAIL = "</div></body></html>"
SMALL = 10_000
SIZES = (10_000, 100_000, 1_000_000, 10_000_000, 50_000_000)
"""Characters are counted here; Chinese ones are three bytes each."""
KIND = 1_048_576 if sys.platform == "darwin" else 1024
"""What `ru_maxrss` counts in."""


def _filled(unit: str) -> Callable[[int], str]:
    """A page of one unit again and again, of about so many bytes."""
    size = len(unit.encode())
    return lambda most: HEAD + unit * max(1, most // size) + TAIL


def _nested(opened: str, closed: str = "") -> Callable[[int], str]:
    size = len(opened) + len(closed)
    return lambda most: HEAD + opened * (most // size) + SENTENCE * 4 + closed * (most // size) + TAIL


def _attributes(most: int) -> str:
    return HEAD + "<div " + " ".join(f"a{number}=x" for number in range(most // 9)) + ">" + SENTENCE + "</div>" + TAIL


SHAPES: dict[str, Callable[[int], str]] = {
    "paragraphs": _filled(f"<p>{SENTENCE}</p>\n"),
    "one line": _filled(SENTENCE),
    "short blocks": _filled("<p>桥</p>"),
    "siblings": _filled("<li><a href='/a'>江川新闻</a></li>"),
    "spans": _filled(f"<span>{SENTENCE[:9]}</span>"),
    "pictures": _filled("<p><img src='/a/b.jpg' width=600></p>"),
    "headings": _filled("<h2>江川大桥恢复通车</h2>"),
    "rows of a table": _filled("<tr><td>江川</td><td>2024-05-09</td></tr>"),
    "dates": _filled("<p>2024-05-09 10:20:33 来源：江川日报 作者：李明</p>"),
    "scripts": _filled("<script>var time='2024-05-09 10:20';</script>"),
    "names of containers": lambda most: (
        HEAD + "".join(f"<div class='a{n} b{n}'>桥</div>" for n in range(most // 40)) + TAIL
    ),
    "attributes": _attributes,
    "nesting, closed": _nested("<div>", "</div>"),
    "nesting, open": _nested("<div>"),
    "nesting, inline": _nested("<b>", "</b>"),
    "comments that never end": _filled("<!-- "),
    "quotes that never end": _filled("<a title=\"'>桥"),
    "signs": _filled("<"),
    "entities": _filled("&amp;&#20320;"),
    "spam": _filled("<p>六合彩开奖结果|棋牌娱乐|私服发布</p>"),
    "text": lambda most: "江川大桥恢复通车\n" + f"{SENTENCE}\n" * (most // (3 * len(SENTENCE) + 1)),
}
WORST = 420
"""Characters of the longest line that the line rules read."""
LINE_STARTS = ("", "（", "责任编辑：", "转载请注明", "相关阅读：", "点击", "版权声明：", "扫码", "返回", "play video ")
LINE_FILLS = ("桥", " ", "（", "：", "a", "1 ", "第一页", "点击这里", "编辑 ", "https://", ">>")


def _worst_lines() -> list[tuple[float, str]]:
    """(microseconds, pattern's worst line) of each start and fill, against all line rules at once."""
    table = rules.line_rules("lines")
    found = []
    for start in LINE_STARTS:
        for fill in LINE_FILLS:
            line = (start + fill * WORST)[:WORST]
            begun = time.process_time()
            for _ in range(20):
                table.find(line)
            found.append(((time.process_time() - begun) / 20 * 1e6, f"{start}{fill}…"))
    return sorted(found, reverse=True)


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * KIND / 1e6


def read_one(shape: str, size: int) -> tuple[int, float, float]:
    """(bytes, CPU seconds, megabytes above a process that has read a small page)."""
    newsclean.parse(SHAPES["paragraphs"](SMALL))
    page = SHAPES[shape](size).encode()
    limits = newsclean.Limits(max_bytes=200_000_000, max_blocks=100_000_000)
    before = _peak()
    start = time.process_time()
    try:
        newsclean.parse(page, options=newsclean.Options(limits=limits))
    except newsclean.NewscleanError as error:
        print(f"  {shape}: {type(error).__name__}", file=sys.stderr)
    return len(page), time.process_time() - start, _peak() - before


def main() -> None:
    """Read the arguments, measure, print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--most", type=float, default=50.0, help="megabytes of the largest page")
    parser.add_argument("--only", default="", help="a regular expression on the names of the shapes")
    options = parser.parse_args()
    print("| page | MB | CPU s | ns a byte | beside the smallest | memory, × the page |\n|---|---|---|---|---|---|")
    context = multiprocessing.get_context("spawn")
    for shape in SHAPES:
        if not re.search(options.only, shape):
            continue
        least = 0.0
        for size in SIZES:
            if size > options.most * 1e6:
                break
            with context.Pool(1) as pool:
                given, spent, memory = pool.apply(read_one, (shape, size))
            each = spent / given * 1e9
            least = least or each
            megabytes = given / 1e6
            print(
                f"| {shape} | {megabytes:.2f} | {spent:.3f} | {each:.0f} | {each / least:.1f} × "
                f"| {memory:.0f} MB, {max(0.0, memory - 60) / megabytes:.0f} × and 60 MB |",
                flush=True,
            )
    print("\n| worst lines of the line rules | µs |\n|---|---|")
    for spent, line in _worst_lines()[:8]:
        print(f"| {line} | {spent:.0f} |")


if __name__ == "__main__":
    main()
