"""``newsclean rules``: files of a user's rules are checked with words that say what to try, and tried on a page."""

from __future__ import annotations

from pathlib import Path

import pytest

import newsclean
from newsclean.cli import main
from newsclean.cli.rule_files import read_rules, try_lines, try_sites

SITE = "content: [main-text]\ndrop: {lottery-box: promotion}\n"
LINES = "rules:\n- {name: weather, verdict: promotion, longest: 30, pattern: '今日天气[:：]'}\n"
PAGE = """<html><head><title>跨江大桥今天通车</title></head><body><h1>跨江大桥今天通车</h1><div class="main-text">
<p>停运三个月的江川大桥今天恢复通车，首日通过车辆两万余辆，晚高峰没有出现拥堵。</p>
<div class="lottery-box"><p>今天的号码已经开出，快来看看你中了没有。</p></div><p>今日天气：晴</p>
<p>市交通局说，大桥的限重标准没有改变，夜间的施工还将持续两个星期。</p></div></body></html>""".encode()


@pytest.mark.parametrize(
    "text, path, hosts",
    [
        (SITE, "news.example.com.yaml", ["news.example.com"]),
        (SITE, "rules/news.example.com.yml", ["news.example.com"]),
        ("a.example: {content: [x]}\nB.example: {drop: {y: related}}\n", "mine.yaml", ["a.example", "b.example"]),
    ],
)
def test_rules_of_sites(text: str, path: str, hosts: list[str]) -> None:
    assert list(read_rules(text, path).sites) == hosts


@pytest.mark.parametrize(
    "text, told",
    [
        ("", "holds no rules"),
        ("[]", "holds no rules"),
        ("content: [", "no YAML"),
        ("[" * 5000, "no YAML"),
        ("drop: {x: advert}", "the families are"),
        ("content: x", "list of classes and ids"),
        ("contents: {content: [x]}", "is no host"),
        ("content: [x]\nextra: 1", "unknown keys"),
        ("rules: 3", "must be a list"),
        ("rules: [{name: a, verdict: body}]", "needs name, verdict and pattern"),
        ("rules: [{name: a, verdict: advert, pattern: x}]", "the verdicts are"),
        ("rules: [{name: a, verdict: body, pattern: '('}]", "no regular expression"),
        ("rules: [{name: a, verdict: body, pattern: 3}]", "pattern must be str"),
        ("rules: [{name: a, verdict: body, pattern: x, where: top}]", "any, edge or head"),
        ("rules: [{name: a, verdict: body, pattern: x}, {name: a, verdict: body, pattern: y}]", "stand twice"),
    ],
)
def test_what_does_not_hold_together_is_named(text: str, told: str) -> None:
    with pytest.raises(newsclean.RuleError, match=told):
        read_rules(text, "news.example.com.yaml")


def test_a_site_s_rules_take_out_what_they_name_and_nothing_else() -> None:
    changes, idle, article = try_sites(read_rules(SITE, "news.example.com.yaml"), PAGE, None)
    assert [(change.before, change.after) for change in changes] == [("body", "promotion")]
    assert "号码" in changes[0].text
    assert idle == []
    assert "限重" in article.text
    assert "号码" not in article.text


def test_names_that_the_page_does_not_have_are_told() -> None:
    changes, idle, _ = try_sites(
        read_rules("drop: {no-such-box: related}", "a.example.yaml"), PAGE, "https://www.a.example/1"
    )
    assert (changes, idle) == ([], ["no-such-box"])


def test_rules_for_lines_show_the_lines_that_match() -> None:
    table = read_rules(LINES, "lines.yaml").lines
    assert table is not None
    changes, idle = try_lines(table, PAGE, None)
    assert [(change.text, change.after, change.rule) for change in changes] == [
        ("今日天气：晴", "promotion", "weather")
    ]
    assert idle == []


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "news.example.com.yaml").write_text(SITE, encoding="utf-8")
    (tmp_path / "a.example.yaml").write_text("drop: {no-such-box: related}", encoding="utf-8")
    (tmp_path / "lines.yaml").write_text(LINES, encoding="utf-8")
    (tmp_path / "bad.yaml").write_text("content: [", encoding="utf-8")
    (tmp_path / "big5.yaml").write_bytes("# 規則".encode("big5"))
    (tmp_path / "page.html").write_bytes(PAGE)
    return tmp_path


@pytest.mark.parametrize(
    "words, status, told",
    [
        (["check", "news.example.com.yaml"], 0, "good: news.example.com, names: 2"),
        (["check", "lines.yaml"], 0, "good: rules for lines: 1"),
        (["test", "news.example.com.yaml", "page.html"], 0, "body -> promotion"),
        (["test", "lines.yaml", "page.html"], 0, "lines that match: 1"),
        (["test", "a.example.yaml", "page.html"], 1, "not on this page: no-such-box"),
        (["check", "bad.yaml"], 2, "no YAML"),
        (["check", "big5.yaml"], 2, "UTF-8"),
        (["chekc", "lines.yaml"], 2, "did you mean check?"),
        (["test", "lines.yaml"], 2, "rules test FILE PAGE"),
        (["check", "line.yaml"], 2, "did you mean lines.yaml?"),
        (["test", "lines.yaml", "pages.html"], 2, "did you mean page.html?"),
    ],
)
def test_the_command(words: list[str], status: int, told: str, folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", *words, "--lang", "en"]) == status
    printed = capfd.readouterr()
    assert told in printed.out + printed.err


class TestRulesOnTheCommandLine:
    """``--rules FILE`` of show, inspect and normalize."""

    @pytest.fixture(autouse=True)
    def place(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(tmp_path)
        files = {
            "news.example.com.yaml": SITE.encode(),
            "other.example.com.yaml": b"drop: {lottery-box: related}\n",
            "later.yaml": b"news.example.com: {drop: {lottery-box: share-bar}}\n",
            "lines.yaml": LINES.encode(),
            "gbk.yaml": "content: [正文]\n".encode("gbk"),
            "page.html": PAGE,
        }
        for name, data in files.items():
            (tmp_path / name).write_bytes(data)

    def show(self, capfd: pytest.CaptureFixture[str], *words: str, url: str = "https://news.example.com/1") -> str:
        assert main(["show", "page.html", "--url", url, "--lang", "en", *words]) == 0
        return capfd.readouterr().out

    def test_show_uses_them(self, capfd: pytest.CaptureFixture[str]) -> None:
        assert "containers/promotion" not in self.show(capfd)
        assert "containers/promotion" in self.show(capfd, "--rules", "news.example.com.yaml")

    def test_inspect_uses_them(self, tmp_path: Path) -> None:
        words = ["inspect", "page.html", "--url", "https://news.example.com/1", "--rules", "news.example.com.yaml"]
        assert main([*words, "-o", "a.html"]) == 0
        assert 'data-r="containers/promotion"' in (tmp_path / "a.html").read_text(encoding="utf-8")

    def test_they_hold_for_their_host_and_all_below_it_alone(self, capfd: pytest.CaptureFixture[str]) -> None:
        rules = ("--rules", "news.example.com.yaml")
        assert "containers/promotion" in self.show(capfd, *rules, url="https://m.news.example.com/1")
        assert "containers/promotion" not in self.show(capfd, *rules, url="https://example.com/1")

    def test_of_several_files_the_later_one_counts(self, capfd: pytest.CaptureFixture[str]) -> None:
        files = ("news.example.com.yaml", "other.example.com.yaml", "later.yaml")
        told = self.show(capfd, *(word for file in files for word in ("--rules", file)))
        assert "containers/share-bar" in told
        assert "containers/promotion" not in told

    def test_without_an_address_the_rules_of_a_single_site_hold(self, capfd: pytest.CaptureFixture[str]) -> None:
        for files, holds in (
            (["news.example.com.yaml"], True),
            (["news.example.com.yaml", "later.yaml"], True),
            (["news.example.com.yaml", "other.example.com.yaml"], False),
        ):
            words = [word for file in files for word in ("--rules", file)]
            assert main(["normalize", "page.html", "-q", "--select", "text", *words]) == 0
            assert ("号码" not in capfd.readouterr().out) is holds

    @pytest.mark.parametrize("command", ["show", "inspect", "normalize"])
    @pytest.mark.parametrize(
        "file, told",
        [
            ("lines.yaml", "--rules takes rules of sites"),
            ("gbk.yaml", "save it as UTF-8"),
            ("news.example.com.yml", "did you mean news.example.com.yaml?"),
            (".", "is a folder"),
        ],
    )
    def test_a_file_that_does_not_serve_is_named(
        self, command: str, file: str, told: str, capfd: pytest.CaptureFixture[str]
    ) -> None:
        assert main([command, "page.html", "--rules", file, "--lang", "en"]) == 2
        assert told in capfd.readouterr().err

    def test_a_page_of_another_site_is_told(self, capfd: pytest.CaptureFixture[str]) -> None:
        words = ["rules", "test", "news.example.com.yaml", "page.html", "--lang", "en"]
        assert main([*words, "--url", "https://m.example.org/1"]) == 2
        assert "one of m.example.org, where the rules of news.example.com do not hold" in capfd.readouterr().err
        assert main([*words, "--url", "https://m.news.example.com/1"]) == 0


@pytest.mark.parametrize(
    "url, holds",
    [(None, True), ("https://other.example.cn/1", False), ("no address", True), ("https://a.example.com/", False)],
)
def test_rules_for_documents_without_an_address(url: str | None, holds: bool) -> None:
    options = newsclean.Options(sites={"*": {"drop": {"lottery-box": "promotion"}}})
    assert ("号码" not in newsclean.parse(PAGE, url=url, options=options).text) is holds
