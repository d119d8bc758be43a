"""Time grows no faster than the input: the worst input of every pattern in the code and in data/, in every field.

Each regular expression of the package is found (module constants, literals in functions, the rules of data/), strings
that make its repetitions run as far and as often as they can are generated from it, and a page is made of them.  Times
are processor times, so that a busy machine fails nothing; the bounds are ten times and more what was measured.
"""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
import time
from collections.abc import Callable
from contextlib import suppress
from functools import cache, partial
from html import escape
from pathlib import Path
from typing import Any

import pytest
import yaml
from worst_inputs import worst_inputs

import newsclean
from newsclean import NewscleanError

PACKAGE = Path(newsclean.__file__).parent
OTHERS = ("newsclean.engines", "newsclean.__main__", "newsclean.testing", "newsclean.cli", "newsclean.report")
"""What no document passes through, or what needs an extra."""
FLAGS = {"re.I": re.I, "re.M": re.M, "re.S": re.S, "re.IGNORECASE": re.I}
LINE = 420
"""The longest line that the line rules look at."""
PER_LINE = 0.25
"""Seconds for one line and one pattern: 0.01 is the most that was seen, exponential patterns took over 1."""
PER_PAGE = 1.5
"""Seconds for one page of some 25,000 characters: 0.1 is the most that was seen."""


def _patterns(value: Any, depth: int = 0) -> list[re.Pattern[str]]:
    """The patterns in a module's constant: alone, in tuples, lists and mappings."""
    if isinstance(value, re.Pattern):
        return [value] if isinstance(value.pattern, str) else []
    if depth < 3 and isinstance(value, dict):
        value = list(value.values())
    if depth < 3 and isinstance(value, tuple | list | set | frozenset):
        return [pattern for item in value for pattern in _patterns(item, depth + 1)]
    return []


def _literals(path: Path) -> list[re.Pattern[str]]:
    """The patterns written in calls: ``re.search(r"…", text, re.I)``."""
    found = []
    for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not (isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.args):
            continue
        first = call.args[0]
        if ast.unparse(call.func.value) == "re" and isinstance(first, ast.Constant) and isinstance(first.value, str):
            given = [*call.args[1:], *(keyword.value for keyword in call.keywords)]
            flags = 0
            for value in given:
                flags |= FLAGS.get(ast.unparse(value), 0)
            found.append(re.compile(first.value, flags))
    return found


@cache
def line_patterns() -> dict[str, re.Pattern[str]]:
    """Each line rule of data/ by its name."""
    rules = yaml.safe_load((PACKAGE / "data" / "lines.yaml").read_text(encoding="utf-8"))["rules"]
    return {rule["name"]: re.compile("".join(rule["pattern"].split()), re.I) for rule in rules}


@cache
def patterns_of(name: str) -> tuple[re.Pattern[str], ...]:
    """The patterns of one module."""
    module = importlib.import_module(name)
    found = [pattern for value in vars(module).values() for pattern in _patterns(value)]
    found += _literals(Path(str(module.__file__)))
    return tuple({(pattern.pattern, pattern.flags): pattern for pattern in found}.values())


MODULES = sorted(
    module.name
    for module in pkgutil.walk_packages(newsclean.__path__, "newsclean.")
    if not module.name.startswith(OTHERS)
)

PROSE = "<p>停运三个月的江川大桥昨天恢复通车，首日通过车辆两万余辆，桥头的面馆老板等了很久。</p>" * 4


def page_of(units: list[str]) -> str:
    """A page that has one of the units in every place that newsclean reads something from."""
    turn = [escape(unit) for unit in units]

    def unit(number: int, most: int = LINE) -> str:
        return turn[number % len(turn)][:most]

    lines = "".join(f"<p>{escape(text[:size])}</p>" for text in units for size in (14, 24, 60, 120, LINE))
    return f"""<html><head><title>{unit(0)}</title><meta name="author" content="{unit(1)}">
<meta property="og:title" content="{unit(2)}"><meta name="keywords" content="{unit(3)}">
<meta name="publishdate" content="{unit(4)}"><meta name="{unit(5)}" content="{unit(6, 50)}">
<link rel="canonical" href="{unit(7)}"><script>var x = "{units[0]}"; {units[-1]}</script></head><body>
<div class="crumb"><a href="/">{unit(8)}</a> &gt; <a href="/b">{unit(9)}</a></div><h1>{unit(10)}</h1>
<div class="info"><span>{unit(11)}</span> 来源：{unit(12)} 作者：{unit(13)} 2026-03-01 {unit(14)}</div>
<div class="content {unit(15)}" id="{unit(16)}" style="{unit(17)}">{PROSE}
<p><img src="{unit(18)}" alt="{unit(19)}" class="{unit(20)}" style="{unit(21)}"></p><p>（记者 {unit(22)}）</p>
<p>{unit(23)}责任编辑：{unit(24)}</p><figure><img src="/a.jpg?{unit(25)}"><figcaption>{unit(26)}</figcaption></figure>
<iframe src="{unit(27)}"></iframe>{lines}{PROSE}<p>{unit(28)}</p></div></body></html>"""


def seconds(call: Callable[[], object]) -> float:
    """Processor time of one call."""
    start = time.process_time()
    with suppress(NewscleanError):
        call()
    return time.process_time() - start


def test_the_walk_finds_the_patterns() -> None:
    assert sum(len(patterns_of(name)) for name in MODULES) > 150
    assert len(line_patterns()) > 20


@pytest.mark.parametrize("name", line_patterns())
def test_a_line_rule_on_its_worst_lines(name: str) -> None:
    pattern = line_patterns()[name]
    for size in (30, 60, LINE):  # the short ones first: what is exponential fails there instead of hanging
        for text in worst_inputs(pattern, size):
            line = " ".join(text.split())
            for end in ("", "，", "。", " x"):
                taken = seconds(partial(pattern.match, line[:size] + end))
                assert taken < PER_LINE, (name, line[:60], size)


@pytest.mark.parametrize("name", [name for name in MODULES if patterns_of(name)])
def test_a_page_made_of_the_worst_inputs_of_a_module(name: str) -> None:
    newsclean.parse(PROSE)
    for pattern in patterns_of(name):
        for size in (60, LINE):
            units = worst_inputs(pattern, size)[:8]
            if units:
                page = page_of(units)
                taken = seconds(partial(newsclean.parse, page, url="https://news.example.com/a/1.html"))
                assert taken < PER_PAGE, (pattern.pattern[:80], size)


def test_the_line_rules_on_pages() -> None:
    for name, pattern in line_patterns().items():
        page = page_of(worst_inputs(pattern, LINE)[:8] or ["x"])
        assert seconds(partial(newsclean.parse, page)) < PER_PAGE, name


UNITS = ("a", "1", " ", "　", "，", "。", "（", "<", ">", '"', "=", "&", "/", "-", "…", "*", "记者", "来源：", "[", "<p>", "<meta", "<link ",
         "http://", "facebook.com/", "2026-03-01 ", "\n", "#x,", "，“", "张三、", "_")  # fmt: skip
FIELDS: dict[str, str] = {
    "text": "<h1>标题在此</h1>" + PROSE + "<p>{}</p>",
    "page title": "<title>{}</title>" + PROSE,
    "headline": "<h1>{}</h1>" + PROSE,
    "byline": "<h1>标题在此</h1><div>2026-03-01 来源：{} 作者：{}</div>" + PROSE,
    "head": "<head>{}</head>" + PROSE,
    "meta": '<meta name="author" content="{}"><meta name="{}" content="1">' + PROSE,
    "script": "<script>{}</script>" + PROSE,
    "data": '<script type="application/ld+json">{{"@type":"NewsArticle","articleBody":"{}"}}</script>',
    "picture": '<h1>标题在此</h1><img src="{}" alt="{}" srcset="{}">' + PROSE,
    "film": '<h1>标题在此</h1><iframe src="{}"></iframe><video src="{}">' + PROSE,
    "caption": PROSE + '<figure><img src="/a.jpg"><figcaption>{}</figcaption></figure>' + PROSE,
    "class": '<div class="{}" style="{}">' + PROSE + "</div>",
    "comment": "<!--{}" + PROSE,
    "front matter": "---\ntitle: {}\nauthor: {}\n---\n\n停运三个月的江川大桥昨天恢复通车。\n",
    "dump": "标题在此\n2026-03-01 来源：江川日报\n停运三个月的江川大桥昨天恢复通车，首日通过车辆两万余辆。\n{}",
}
SMALL, LARGE = 90_000, 270_000
"""Both beyond the 65,536 characters after which an open quote is given up."""
GROWTH = 6.0
"""Three times the input may take this many times as long; what is quadratic takes 9 times."""
FAST = 0.5
"""Seconds in which a growth cannot be told from chance."""


@pytest.mark.parametrize("field", FIELDS)
def test_one_sign_over_and_over_in_every_field(field: str) -> None:
    for unit in UNITS:
        small, large = (
            FIELDS[field].replace("{{", "{").replace("}}", "}").replace("{}", unit * (size // len(unit)))
            for size in (SMALL, LARGE)
        )
        slow = seconds(partial(newsclean.parse, large))
        if slow > FAST:
            fast = min(seconds(partial(newsclean.parse, small)) for _ in range(2))
            slow = min(slow, seconds(partial(newsclean.parse, large)))
            assert slow < GROWTH * fast, (field, unit, fast, slow)


MANY: dict[str, str] = {
    "pictures with captions": '<figure><img src="/p{}.jpg"><figcaption>桥头的面馆{}</figcaption></figure>',
    "films": '<iframe src="https://v.qq.com/x/page/a{:010d}.html"></iframe>',
    "the same picture": '<img src="/same.jpg">',
    "tables": "<table><tr><td>桥</td><td>{}</td></tr></table>",
    "rows": "<tr><td>桥</td><td>{}</td></tr>",
    "links": '<a href="/{}.html">相关阅读</a>',
    "hidden spans": '<span style="display:none">{}</span>',
    "open quotes": '<a href="{}>',
    "scripts": "<script>var t{} = 1;</script>",
    "times": "<time datetime=x{}>2026-03-01</time>",
    "bylines": "<p>作者：张三 来源：江川日报 编辑：李四{}</p>",
    "datelines": "<p>新华社北京3月1日电（记者张三）桥{}通车了。</p>",
    "headings": "<h2>第{}章</h2><p>停运三个月的江川大桥昨天恢复通车。</p>",
    "line breaks": "停运三个月的江川大桥昨天恢复通车{}。<br>",
}


def assert_linear(page: Callable[[int], str]) -> None:
    """Three times as many of a thing take no more than `GROWTH` times as long."""
    small, large = page(1_000), page(3_000)
    slow = seconds(lambda: newsclean.parse(large))
    if slow > FAST:
        fast = min(seconds(lambda: newsclean.parse(small)) for _ in range(2))
        slow = min(slow, seconds(lambda: newsclean.parse(large)))
        assert slow < GROWTH * fast, (fast, slow)


@pytest.mark.parametrize("name", MANY)
def test_many_of_one_kind(name: str) -> None:
    assert_linear(
        lambda count: (
            "<h1>标题在此</h1>" + PROSE + "".join(MANY[name].format(number, number) for number in range(count)) + PROSE
        )
    )


def test_many_ends_above_a_long_text() -> None:
    text = "<p>停运三个月的江川大桥昨天恢复通车。</p>"
    assert_linear(lambda count: "<h1>标题在此</h1>" + "<p>登录后评论</p>" * (4 * count) + text * (4 * count))


def test_a_paragraph_of_a_million_wrapped_lines() -> None:
    newsclean.parse(PROSE)
    taken = seconds(partial(newsclean.parse, "a\n" * 1_000_000, kind="pdf-text"))
    assert taken < 15, "it took a minute when each line was joined to all before it, and takes 2.5 seconds"
