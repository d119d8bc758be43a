"""Every option of ``newsclean normalize``: what it changes, in each of its spellings."""

from __future__ import annotations

import contextlib
import dataclasses
import json
import typing
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import corpus_fake
import pytest

from newsclean.cli import main, normalize
from newsclean.cli.options import Option
from newsclean.corpus.setup import Setup

BODY = '停运三个月的江川大桥今天恢复通车,首日通过车辆两万余辆,司机说:"走得很顺."后面没有出现拥堵。'
PAGE = (
    f"<html><head><title>跨江大桥今天通车_江川网</title></head><body><div class='nav'><a href='/'>首页</a> <a href='/n/'>新闻</a>"
    f"</div><h1>跨江大桥今天通车</h1><p>2024-05-09 08:30 来源：江川日报</p><p>{BODY}</p>"
    f"<p>市交通局说，大桥的限重标准没有改变，夜间的施工还将持续两个星期。</p></body></html>"
)
LOTTERY = "<p class='c-23'>今天的号码已经开出，快来看看你中了没有。</p><p>市"
HOME = "<html><body><ul>" + "".join(f"<li><a href='/{n}.html'>第{n}条新闻</a></li>" for n in range(40)) + "</ul></body>"


class Found(NamedTuple):
    """What a run left."""

    status: int
    out: str
    err: str
    folder: Path

    @property
    def records(self) -> list[dict[str, Any]]:
        """The JSON lines of standard output."""
        return [json.loads(line) for line in self.out.splitlines()]

    def record(self, number: int = 0) -> dict[str, Any]:
        return self.records[number]

    def ids(self) -> list[str]:
        return [record["id"] for record in self.records]

    def lines(self, name: str) -> list[dict[str, Any]]:
        """The JSON lines of a file."""
        return [json.loads(line) for line in (self.folder / name).read_text().splitlines()]


Check = Callable[[Found], bool]

CASES: list[tuple[str, list[str], Check]] = [
    ("-i", ["-i", "list"], lambda found: found.ids() == ["dump/b.html", "dump/a.html"]),
    ("--input-file", ["--input-file", "list"], lambda found: found.ids() == ["dump/b.html", "dump/a.html"]),
    ("--input-dir", ["--input-dir", "dump"], lambda found: found.ids() == ["dump/a.html", "dump/b.html"]),
    ("-o", ["dump", "-o", "out.jsonl"], lambda found: found.out == "" and len(found.lines("out.jsonl")) == 2),
    ("--output", ["dump", "--output", "out.jsonl"], lambda found: len(found.lines("out.jsonl")) == 2),
    (
        "--output-dir",
        ["dump", "--output-dir", "out", "--output-format", "text"],
        lambda found: len(list((found.folder / "out").glob("*.txt"))) == 2,
    ),
    (
        "--output-format",
        ["dump/a.html", "--output-format", "text"],
        lambda found: found.out.startswith("跨江大桥今天通车\n停运"),
    ),
    ("--output-format", ["dump/a.html", "--output-format", "md"], lambda found: found.out.startswith("---\ntitle: ")),
    (
        "--input-format",
        ["lines.log", "--input-format", "jsonl"],
        lambda found: found.ids() == [f"lines.log:{n}" for n in (1, 2)],
    ),
    (
        "--keep-dirs",
        ["dump", "-o", "out", "--output-format", "text", "--keep-dirs"],
        lambda found: {path.name for path in (found.folder / "out/dump").iterdir()} == {"a.txt", "b.txt"},
    ),
    ("-j", ["dump", "-j", "2"], lambda found: found.ids() == ["dump/a.html", "dump/b.html"]),
    ("--jobs", ["dump", "--jobs", "2"], lambda found: found.ids() == ["dump/a.html", "dump/b.html"]),
    ("--parallel", ["dump", "--parallel", "2"], lambda found: found.ids() == ["dump/a.html", "dump/b.html"]),
    (
        "--resume",
        ["dump", "-o", "whole.jsonl", "--resume"],
        lambda found: (found.status, (found.folder / "whole.jsonl").read_text()) == (0, "{}\n"),
    ),
    (
        "--errors",
        ["dump", "empty.html", "--errors", "errors.jsonl"],
        lambda found: (
            found.status == 1
            and [(line["id"], line["error"]) for line in found.lines("errors.jsonl")]
            == [("empty.html", "EmptyInputError")]
            and bool(found.lines("errors.jsonl")[0]["message"])
        ),
    ),
    (
        "--max-bytes",
        ["dump/a.html", "long.html", "--max-bytes", "5000", "--errors", "errors.jsonl"],
        lambda found: (
            found.ids() == ["dump/a.html"] and found.lines("errors.jsonl")[0]["error"] == "InputTooLargeError"
        ),
    ),
    ("--kind", ["plain.txt", "--kind", "pdf-text"], lambda found: found.record()["kind"] == "pdf-text"),
    ("--encoding", ["gbk.html", "--encoding", "big5"], lambda found: found.record()["encoding"] == "big5"),
    ("--script", ["dump/a.html", "--script", "zh-hant"], lambda found: found.record()["title"] == "跨江大橋今天通車"),
    (
        "--typography",
        ["dump/a.html", "--typography", "news"],
        lambda found: "今天恢复通车，首日" in found.record()["text"],
    ),
    ("--typography", ["dump/a.html", "--typography", "off"], lambda found: BODY in found.record()["text"]),
    (
        "--timezone",
        ["dump/a.html", "--timezone", "America/New_York"],
        lambda found: found.record()["published"] == "2024-05-09T08:30:00-04:00",
    ),
    ("--rules", ["lottery.html", "--rules", "mine.yaml"], lambda found: "号码" not in found.record()["text"]),
    ("--rules", ["lottery.html", "--rules", "mine.yaml", "-j", "2"], lambda found: "号码" not in found.record()["text"]),
    (
        "--select",
        ["dump/a.html", "--select", "source,title", "--select", "id"],
        lambda found: found.record() == {"source": "江川日报", "title": "跨江大桥今天通车", "id": "dump/a.html"},
    ),
    ("--only-articles", ["dump", "home.html", "--only-articles"], lambda found: "home.html" not in found.ids()),
    ("--no-removed", ["dump", "--no-removed"], lambda found: not any("removed" in one for one in found.records)),
    ("--timing", ["dump", "--timing"], lambda found: all(one["milliseconds"] > 0 for one in found.records)),
    (
        "--timing",
        ["dump/a.html", "--timing", "--select", "milliseconds"],
        lambda found: bool(found.record()["milliseconds"]),
    ),
    (
        "--field",
        ["fields.jsonl", "--field", "page"],
        lambda found: (found.record()["title"], found.record()["input"]) == ("跨江大桥今天通车", {"html": "x", "n": 1}),
    ),
    ("-q", ["dump", "-q"], lambda found: found.err == ""),
    ("--quiet", ["dump", "empty.html", "--quiet"], lambda found: (found.status, found.err) == (1, "")),
]


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder to work in."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    (tmp_path / "dump").mkdir()
    files: dict[str, str | bytes] = {
        "dump/a.html": PAGE,
        "dump/b.html": PAGE.replace("今天", "昨天"),
        "home.html": HOME,
        "empty.html": "",
        "long.html": PAGE + "<!--" + "x" * 5000 + "-->",
        "list": "dump/b.html\ndump/a.html\n",
        "plain.txt": f"跨江大桥今天通车\n\n{BODY}\n\n{BODY}\n",
        "gbk.html": PAGE.encode("gbk"),
        "lines.log": f"{json.dumps({'html': PAGE})}\n" * 2,
        "fields.jsonl": json.dumps({"html": "x", "page": PAGE, "n": 1}) + "\n",
        "whole.jsonl": "{}\n",
        "lottery.html": '<link rel="canonical" href="https://m.news.example.cn/1">' + PAGE.replace("<p>市", LOTTERY),
        "mine.yaml": "news.example.cn: {drop: {c-23: promotion}}\n",
    }
    for name, content in files.items():
        (tmp_path / name).write_bytes(content.encode() if isinstance(content, str) else content)


def run(words: list[str], folder: Path, capfd: pytest.CaptureFixture[str]) -> Found:
    status = main(["normalize", *words])
    told = capfd.readouterr()
    return Found(status, told.out, told.err, folder)


@pytest.mark.parametrize("option, words, check", CASES, ids=[" ".join(words) for _, words, _ in CASES])
def test_an_option_does_what_it_says(
    option: str, words: list[str], check: Check, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert option in words
    found = run(words, tmp_path, capfd)
    assert check(found), found


@pytest.mark.parametrize("option, words, check", [case for case in CASES if case[0] not in ("-i", "-o", "-j", "-q")])
def test_without_it_it_is_not_so(
    option: str, words: list[str], check: Check, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """The other half of the test above: what is checked there does not come by itself."""
    if option in ("--jobs", "--parallel") or words[-1] == "off":
        pytest.skip("the same results, by other means; off is the default")
    at = words.index(option)
    flags = ("--keep-dirs", "--resume", "--only-articles", "--no-removed", "--timing", "--quiet")
    rest = [*words[:at], *words[at + (1 if option in flags else 2) :]]
    found = run(rest or ["home.html"], tmp_path, capfd)
    with contextlib.suppress(LookupError, OSError, json.JSONDecodeError):
        assert not check(found)


def test_every_option_is_here() -> None:
    hints = typing.get_type_hints(normalize.Settings, include_extras=True)
    told = [typing.get_args(hints[field.name])[1] for field in dataclasses.fields(normalize.Settings)]
    names = {name for one in told if isinstance(one, Option) for name in one.names.split()}
    assert names - {option for option, _, _ in CASES} == {"--timeout"}


@pytest.mark.parametrize("jobs", [[], ["-j", "2"]])
def test_a_document_that_hangs_is_put_aside(
    jobs: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(vars(normalize), "Setup", lambda **given: Setup(parse=corpus_fake.NAME, **given))
    (tmp_path / "in.jsonl").write_text(
        "".join(json.dumps({"text": "LOOP " if number == 3 else f"文 {number}"}) + "\n" for number in range(9))
    )
    words = ["in.jsonl", "--timeout", "0.3", "--errors", "errors.jsonl", "--select", "id", "-q", *jobs]
    found = run(words, tmp_path, capfd)
    assert found.status == 1
    assert found.ids() == [f"in.jsonl:{number}" for number in range(1, 10) if number != 4]
    (line,) = found.lines("errors.jsonl")
    assert (line["id"], line["error"]) == ("in.jsonl:4", "DocumentTimeout")
    assert "0.3 seconds" in line["message"]


def test_the_order_is_that_of_the_input(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """Chunks that take long at the beginning, many processes: later ones are done before earlier ones."""
    monkeypatch.setitem(vars(normalize), "Setup", lambda **given: Setup(parse=corpus_fake.NAME, **given))
    for number in range(400):
        seconds = 0.02 if number < 40 else 0
        (tmp_path / "dump" / f"{number:03}.txt").write_text(f"SLOW {seconds} {number}")
    found = run(["dump/*.txt", "-j", "4", "--select", "id", "-q"], tmp_path, capfd)
    assert found.ids() == [f"dump/{number:03}.txt" for number in range(400)]


def test_the_end_of_a_large_run_is_told_in_counts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(vars(normalize), "Setup", lambda **given: Setup(parse=corpus_fake.NAME, **given))
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    (tmp_path / "in.jsonl").write_text(
        "".join(json.dumps({"text": "BUG " if number % 50 == 7 else f"文 {number}"}) + "\n" for number in range(300))
    )
    err = run(["in.jsonl", "-j", "2", "-o", "out.jsonl"], tmp_path, capfd).err
    told = " ".join(err.split())
    for words in (
        "kind html 294",
        "script zh-Hans 294",
        "test/navigation 294 1176",
        "reason KeyError 6",
        "294 documents (294 articles), 6 failed, ",
        " documents/s, ",
        " MB/s",
    ):
        assert words in told
