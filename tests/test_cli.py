"""The command line, as a person meets it: what it prints, what it leaves, what it answers."""

from __future__ import annotations

import contextlib
import json
import os
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from newsclean.cli import main

SEEDS = Path(__file__).parents[1] / "seeds"
PAGE = (
    "<html><head><title>标题文字_某网</title></head><body><h1>标题文字</h1>"
    + "<p>这是一段正文，它有足够的字数，也有标点。</p>" * 8
)


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """An English locale, and an empty folder to work in."""
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    monkeypatch.chdir(tmp_path)


def run(*words: str, capfd: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    """Exit status, standard output, standard error."""
    status = main(words)
    captured = capfd.readouterr()
    return status, captured.out, captured.err


# --- normalize -----------------------------------------------------------------------------------------------------


def test_the_five_seeds_become_five_lines_and_a_table(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    status, out, err = run("normalize", str(SEEDS), "-o", "out/articles.jsonl", capfd=capfd)
    assert (status, out) == (0, "")
    lines = [json.loads(line) for line in (tmp_path / "out/articles.jsonl").read_text().splitlines()]
    assert [line["kind"] for line in lines] == ["front-matter", "front-matter", "text", "text", "pdf-text"]
    assert lines[0]["title"] == "加快实现高水平科技自立自强"
    for word in (
        "加快实现高水平科技自立自强",
        "zh-Hant",
        "pdf-text",
        "removed by rule",
        "5 documents (5 articles), 0 failed",
    ):
        assert word in err


def test_json_lines_go_to_standard_output_by_default(capfd: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run("normalize", str(SEEDS), "--quiet", capfd=capfd)
    assert status == 0
    assert len(out.splitlines()) == 5


@pytest.mark.parametrize(
    "words, files",
    [
        (["-o", "out.txt"], ["out.txt"]),
        (["-o", "out.md"], ["out.md"]),
        (["-o", "out.json"], ["out.json"]),
        (["-o", "out.ndjson.gz"], ["out.ndjson.gz"]),
        (["-o", "out", "--output-format", "md"], ["out/标题文字.md"]),
        (["-o", "out/"], ["out/标题文字.md"]),
        (["-o", "out", "--output-format", "TXT"], ["out/标题文字.txt"]),
        (["--output-dir", "out", "--output-format", "text", "--keep-dirs"], ["out/page.txt"]),
    ],
)
def test_the_form_of_the_output(
    capfd: pytest.CaptureFixture[str], tmp_path: Path, words: list[str], files: list[str]
) -> None:
    (tmp_path / "page.html").write_text(PAGE)
    status, _, err = run("normalize", "page.html", *words, capfd=capfd)
    assert status == 0, err
    found = [str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*") if path.is_file()]
    assert sorted(found) == sorted([*files, "page.html"])


def test_markdown_has_front_matter(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(PAGE)
    run("normalize", "page.html", "-o", "out/", capfd=capfd)
    assert (tmp_path / "out/标题文字.md").read_text().startswith("---\ntitle: 标题文字\n")


def test_the_other_files_are_done_when_one_fails(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(PAGE)
    (tmp_path / "b.html").write_text("")
    (tmp_path / "c.html").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)
    (tmp_path / "d.html").write_text(PAGE)
    words = (
        "normalize",
        "a.html",
        "b.html",
        "c.html",
        "nothere.html",
        "d.html",
        "-o",
        "out.jsonl",
        "--errors",
        "err.jsonl",
    )
    status, _, err = run(*words, capfd=capfd)
    assert status == 1
    assert len((tmp_path / "out.jsonl").read_text().splitlines()) == 2
    failures = [json.loads(line) for line in (tmp_path / "err.jsonl").read_text().splitlines()]
    assert [failure["id"] for failure in failures] == ["b.html", "c.html", "nothere.html"]
    assert [failure["error"] for failure in failures] == ["EmptyInputError", "BinaryInputError", "ReadError"]
    for failure in failures:
        assert f"failed: {failure['id']}: " in err
    assert sorted(os.listdir(tmp_path)) == ["a.html", "b.html", "c.html", "d.html", "err.jsonl", "out.jsonl"]


@pytest.mark.parametrize("content", [b"", b"   \n", b"\x89PNG\r\n\x1a\n" + b"\x00" * 500])
def test_when_nothing_is_readable_the_answer_is_2_and_nothing_is_written(
    capfd: pytest.CaptureFixture[str], tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "a.html").write_bytes(content)
    assert run("normalize", "a.html", "-o", "out.jsonl", capfd=capfd)[0] == 2
    assert os.listdir(tmp_path) == ["a.html"]


def test_a_document_over_the_limit(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    with open(tmp_path / "large.txt", "wb") as file:
        file.truncate(60_000_000)
    (tmp_path / "a.html").write_text(PAGE)
    status, _, err = run("normalize", "a.html", "large.txt", "-o", "out.jsonl", capfd=capfd)
    assert status == 1
    assert "large.txt" in err
    assert "52428800" in err


def test_standard_input(capfd: pytest.CaptureFixture[str]) -> None:
    words = [sys.executable, "-m", "newsclean", "normalize", "-", "-q", "--select", "id,title"]
    found = subprocess.run(words, input=PAGE.encode(), capture_output=True, check=True, env=environment())
    assert json.loads(found.stdout) == {"id": "-", "title": "标题文字"}


def test_a_list_of_inputs(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    for name in ("a.html", "b c.html"):
        (tmp_path / name).write_text(PAGE)
    (tmp_path / "list").write_text("a.html\nb c.html\n")
    status, out, _ = run("normalize", "-i", "list", "-q", "--select", "id", capfd=capfd)
    assert status == 0
    assert [json.loads(line)["id"] for line in out.splitlines()] == ["a.html", "b c.html"]


def test_a_reader_that_has_had_enough() -> None:
    words = f"{sys.executable} -m newsclean normalize {SEEDS} {SEEDS} {SEEDS} -q -j 2 | head -c 10"
    found = subprocess.run(words, shell=True, capture_output=True, check=False, env=environment())
    assert len(found.stdout) == 10
    assert b"Traceback" not in found.stderr


@pytest.mark.parametrize("jobs", [[], ["--jobs", "1"], ["--parallel", "2"]])
def test_a_small_run_starts_no_process_unless_it_is_asked_to(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, jobs: list[str]
) -> None:
    started = []
    popen = subprocess.Popen

    def count(*given: object, **named: object) -> object:
        started.append(given)
        return popen(*given, **named)  # type: ignore[call-overload]

    monkeypatch.setattr("subprocess.Popen", count)
    assert run("normalize", str(SEEDS), "-q", *jobs, capfd=capfd)[0] == 0
    assert bool(started) == bool(jobs)


def test_options_reach_the_library(capfd: pytest.CaptureFixture[str]) -> None:
    words = (
        "--script",
        "zh-hans",
        "--typography",
        "news",
        "--kind",
        "text",
        "--timezone",
        "Asia/Taipei",
        "--select",
        "title",
    )
    status, out, _ = run("normalize", *map(str, sorted(SEEDS.glob("003*"))), "-q", *words, capfd=capfd)
    assert status == 0
    assert json.loads(out)["title"].startswith("时政微观察")


# --- show ----------------------------------------------------------------------------------------------------------


def test_show_tells_fields_body_and_what_was_removed(capfd: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run("show", *map(str, sorted(SEEDS.glob("002*"))), capfd=capfd)
    assert status == 0
    for word in (
        "習近平的兩會時間丨推動科技創新和產業創新深度融合",
        "2026-03-10T16:59:52+08:00",
        "央視新聞",
        "zh-Hant",
    ):
        assert word in out
    assert "聯組會上,科技創新是交流的一個關鍵詞。" in out
    assert "removed" in out
    assert "您所在的位置" in out
    assert "\x1b" not in out


EVERY_PART = """<html><head><title>桥头集市周末开张_江川网</title></head><body><h1>桥头集市周末开张</h1>
<p>2026-03-01 10:00 来源：江川日报 作者：张晓明</p><div class="content">
<p>停办三年的桥头集市本周末重新开张，首日有二百多个摊位，沿街的商户都很高兴。</p>
<h2>卖什么</h2><ul><li>新摘的蔬菜</li><li>手工的竹器</li></ul>
<blockquote>老人说，这里的豆腐还是从前的味道，排再长的队也值得。</blockquote>
<table><tr><td>摊位</td><td>租金</td></tr><tr><td>甲区的摊位</td><td>三十元</td></tr></table>
<p><img src="https://img.example.cn/a.jpg" width="600" height="400" alt="集市"></p><p>图为开张的集市。张晓明 摄</p>
<p><iframe src="https://v.qq.com/txp/iframe/player.html?vid=a0123456789"></iframe></p>
<p>集市每个周末从早上六点开到中午十二点，雨天照常，停车场设在桥的东头。</p></div></body></html>"""


def test_show_draws_every_kind_of_part(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(EVERY_PART, encoding="utf-8")
    status, out, _ = run("show", "page.html", capfd=capfd)
    assert status == 0
    for line in (
        "source          江川日报",
        "authors         张晓明",
        "## 卖什么",
        "  • 新摘的蔬菜",
        "  │ 老人说，这里的豆腐还是从前的味道，排再长的队也值得。",
        "  甲区的摊位  ¦  三十元",
        "[image 600×400] https://img.example.cn/a.jpg 图为开张的集市。张晓明 摄 张晓明 摄",
        "[video] https://v.qq.com/",
    ):
        assert line in out


def test_what_json_lines_select(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    record = {"html": EVERY_PART, "url": "https://news.example.cn/1", "batch": 7}
    (tmp_path / "in.jsonl").write_text(json.dumps(record, ensure_ascii=False) + "\n", encoding="utf-8")
    fields = "id,title,input,input.batch,input.none,markdown,images"
    status, out, _ = run("normalize", "in.jsonl", "-q", "--jobs", "1", "--select", fields, capfd=capfd)
    assert status == 0
    line = json.loads(out)
    assert list(line) == fields.split(",")
    assert (line["title"], line["input"]["batch"], line["input.batch"], line["input.none"]) == ("桥头集市周末开张", 7, 7, None)
    assert line["markdown"].startswith("---\n")
    assert line["images"][0]["width"] == 600
    assert "in.jsonl" in line["id"]


def test_show_disarms_what_could_steer_the_terminal(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "evil.txt").write_text(
        "标题 \x1b]0;owned\x07 [red]标[/red]\n\n" + "这是一段正文，它有足够的字数。\n" * 5
    )
    status, out, _ = run("show", "evil.txt", capfd=capfd)
    assert status == 0
    assert "\x1b" not in out
    assert "\x07" not in out


# --- wrong usage ---------------------------------------------------------------------------------------------------


WRONG: tuple[tuple[list[str], list[str]], ...] = (
    (["normalise", "x"], ["normalise", "did you mean normalize?"]),
    (["page.html"], ["newsclean normalize page.html"]),
    (["frobnicate"], ["there are: normalize, show"]),
    (["normalize"], ["standard input"]),
    (["normalize", "page.html", "--outptu", "x"], ["--outptu", "did you mean --output?"]),
    (["normalize", "page.html", "--jobs", "many"], ["--jobs", "newsclean normalize --help"]),
    (["normalize", "page.html", "--jobs", "0"], ["--jobs"]),
    (["normalize", "page.html", "--output-format", "jsnl"], ["did you mean jsonl?"]),
    (["normalize", "page.html", "--output-format", "xml"], ["there are: jsonl"]),
    (["normalize", "page.html", "--script", "zh-Hanss"], ["did you mean zh-Hans?"]),
    (["normalize", "page.html", "--kind", "pdf"], ["pdf-text"]),
    (["normalize", "page.html", "--encoding", "utf-9000"], ["utf-9000"]),
    (["normalize", "page.html", "--timezone", "Asia/Shangai"], ["did you mean Asia/Shanghai?"]),
    (["normalize", "page.html", "--select", "titel"], ["did you mean title?"]),
    (["normalize", "page.html", "--select", "title", "-o", "x.txt"], ["JSON lines"]),
    (["normalize", "page.html", "--resume"], ["-o"]),
    (["normalize", "-", "--resume", "-o", "x.jsonl"], ["standard input"]),
    (["normalize", "page.html", "--keep-dirs"], ["output folder"]),
    (["normalize", "page.html", "--output-format", "parquet"], ["-o"]),
    (["normalize", "page.html", "-o", ".", "--output-format", "jsonl"], ["folder"]),
    (["normalize", "page.html", "-o", "page.html/x.jsonl"], ["page.html", "-o"]),
    (["normalize", "page.html", "-o", "/proc/nowhere/x.jsonl"], ["/proc/nowhere"]),
    (["normalize", "page.html", "-i", "nolist"], ["nolist"]),
    (["normalize", "pgae.html"], ["did you mean page.html?"]),
    (["show", "pgae.html"], ["did you mean page.html?"]),
    (["show", "."], ["folder"]),
    (["show"], ["FILE"]),
    (["show", "page.html", "--lang", "fr"], ["zh, en"]),
    (["normalize", "page.html", "--jobs"], ["--jobs needs a value"]),
    (["normalize", "page.html", "--timeout", "0"], ["--timeout takes a number from 0.1 up"]),
    (["normalize", "page.html", "--resume=yes"], ["--resume takes no value"]),
    (["show", "page.html", "other.html"], ["one word too many: other.html"]),
)


@pytest.mark.parametrize("words, answers", WRONG)
def test_wrong_usage_is_answered_with_what_to_try(
    capfd: pytest.CaptureFixture[str], tmp_path: Path, words: list[str], answers: Sequence[str]
) -> None:
    (tmp_path / "page.html").write_text(PAGE)
    status, out, err = run(*words, capfd=capfd)
    assert status == 2
    assert out == ""
    for answer in answers:
        assert answer in err
    assert "Traceback" not in err
    assert os.listdir(tmp_path) == ["page.html"]


@pytest.mark.parametrize("words", [words for words, _ in WRONG if "--lang" not in words])
def test_the_answer_is_in_chinese_where_that_is_asked_for(
    capfd: pytest.CaptureFixture[str], tmp_path: Path, words: list[str]
) -> None:
    (tmp_path / "page.html").write_text(PAGE)
    status, _, err = run(*words, "--lang", "zh", capfd=capfd)
    assert status == 2
    assert re.search("[\u4e00-\u9fff]", err)
    assert not re.search(r"\b(is|no|not|the|see|there|takes|needs|did|cannot)\b", err)


# --- help and languages --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("words", [["--help"], ["-h"], [], ["normalize", "--help"], ["show", "-h"]])
@pytest.mark.parametrize("lang, word", [("en", "Usage:"), ("zh", "用法")])
def test_help(capfd: pytest.CaptureFixture[str], words: list[str], lang: str, word: str) -> None:
    status, out, _ = run(*words, "--lang", lang, capfd=capfd)
    assert status == 0
    assert word in out
    assert ("Show this message" in out) == (lang == "en")


@pytest.mark.parametrize(
    "environment, chinese",
    [
        ({"LANG": "zh_CN.UTF-8"}, True),
        ({"LANG": "zh_TW.UTF-8"}, True),
        ({"LANG": "en_US.UTF-8"}, False),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}, False),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "zh_CN.UTF-8"}, True),
        ({"LANG": "en_US.UTF-8", "LANGUAGE": "zh_CN:en"}, True),
        ({"LANG": ""}, False),
    ],
)
def test_the_language_is_that_of_the_locale(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], chinese: bool
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    _, out, _ = run("--help", capfd=capfd)
    assert ("用法" in out) == chinese


def test_lang_can_stand_anywhere(capfd: pytest.CaptureFixture[str]) -> None:
    assert "没有" in run("--lang", "zh", "normalise", capfd=capfd)[2]
    assert "没有" in run("normalise", "--lang=zh", capfd=capfd)[2]


def test_the_version(capfd: pytest.CaptureFixture[str]) -> None:
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415

    try:
        expected = version("newsclean")
    except PackageNotFoundError:
        pytest.skip("newsclean is not installed, only on the path")
    assert run("--version", capfd=capfd) == (0, f"newsclean {expected}\n", "")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_shells_can_complete(shell: str) -> None:
    words = [sys.executable, "-c", "import sys; from newsclean.cli import main; sys.exit(main())"]
    env = {**environment(), "_NEWSCLEAN_COMPLETE": f"{shell}_source"}
    found = subprocess.run(words, capture_output=True, check=False, env=env)
    assert b"newsclean" in found.stdout
    env = {
        **environment(),
        "_NEWSCLEAN_COMPLETE": "bash_complete",
        "COMP_WORDS": "newsclean normalize --out",
        "COMP_CWORD": "2",
    }
    found = subprocess.run(words, capture_output=True, check=False, env=env)
    assert "--output-format" in found.stdout.decode()


@pytest.mark.parametrize(
    "typed, offered",
    [
        ("no", ["plain,normalize"]),
        ("show pa", ["file,pa"]),
        ("normalize a.html b", ["file,b"]),
        ("normalize --input-dir d", ["dir,d"]),
        ("normalize -o o", ["file,o"]),
        ("normalize --rules m", ["file,m"]),
        ("normalize --typography ", ["plain,off", "plain,news"]),
        ("show --kind te", ["plain,text"]),
        ("rules t", ["plain,test"]),
        ("rules check n", ["file,n"]),
        ("rules test n.yaml p", ["file,p"]),
        ("normalize --timezone As", []),
    ],
)
def test_what_a_shell_offers(
    typed: str, offered: list[str], monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    words = ["newsclean", *typed.split(" ")]
    monkeypatch.setenv("_NEWSCLEAN_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", " ".join(words))
    monkeypatch.setenv("COMP_CWORD", str(len(words) - 1))
    with contextlib.suppress(SystemExit):
        main([])
    assert capfd.readouterr().out.split() == offered


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}


def test_the_help_is_quick() -> None:
    """CPU seconds of the whole program, the best of three: other programs disturb, none makes it faster."""
    import resource  # noqa: PLC0415

    used = []
    for _ in range(3):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(
            [sys.executable, "-m", "newsclean", "--help"], capture_output=True, check=True, env=environment()
        )
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        used.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    assert min(used) <= 0.25
