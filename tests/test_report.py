"""The report on a corpus: it counts right, in flat memory, and nothing of a document is markup in it."""

from __future__ import annotations

import re
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from test_inspect import PAGE, TRICKS, Elements

import newsclean
from newsclean.cli import main
from newsclean.report import Corpus, read_articles, read_failures, read_groups, report_page
from newsclean.report.corpus import EXAMPLES, MOST, TOP, Table, bucket
from newsclean.report.pictures import WORDS

FULL = MOST // 50
"""In the test of memory a table keeps fewer names, so that it is full soon; it fails where one is not bounded."""


def line(**fields: object) -> bytes:
    return msgspec.json.encode({"schema_version": 1, "id": "a.html", **fields})


def corpus(*lines: bytes) -> Corpus:
    found = Corpus()
    read_articles(found, lines)
    return found


def counts(found: Corpus, table: str) -> dict[str, int]:
    return {name: bar.number for name, bar in found.tables[table].bars.items()}


class TestCounts:
    def test_articles_by_everything(self) -> None:
        removed = [{"text": "分享到：微信", "rule": "containers/share-bar"}, {"text": "", "rule": "media/wrapper"}]
        found = corpus(
            line(published="2024-05-09T08:30:00+08:00", source="江川日报", site="江川网", text="桥" * 150, title="桥"),
            line(published="2024-05-10T08:30:00+08:00", source="江川日报", text="桥" * 300, removed=removed, encoding="gb18030"),
            line(script={"tag": "zh-Hant", "converted": True}, kind="text", text="橋"),
            line(is_article=False, warnings=["list: dated entries"]),
        )  # fmt: skip
        assert (found.documents, found.articles, found.characters, found.removed) == (4, 3, 451, 6)
        assert counts(found, "time") == {"2024-05": 2}
        assert counts(found, "source") == {"江川日报": 2}
        assert counts(found, "script") == {"und": 2, "zh-Hant (converted)": 1}
        assert counts(found, "kind") == {"html": 3, "text": 1}
        assert counts(found, "length") == {"100–199": 1, "200–399": 1, "0–99": 1}
        assert counts(found, "rule") == {"containers/share-bar": 6}
        assert counts(found, "family") == {"containers": 6}
        assert counts(found, "encoding") == {"gb18030": 1}
        assert counts(found, "warning") == {"list": 1}
        assert counts(found, "missing")["title"] == 2
        assert counts(found, "missing")["source"] == 1

    @pytest.mark.parametrize(
        "size, name",
        [(0, "0–99"), (99, "0–99"), (100, "100–199"), (199, "100–199"), (200, "200–399"), (1600, "1600–3199")],
    )
    def test_lengths_double(self, size: int, name: str) -> None:
        assert bucket(size) == name

    def test_a_bar_leads_to_its_first_documents(self) -> None:
        found = corpus(*(line(id=f"{n}.html", source="江川日报", title=f"第{n}座桥") for n in range(20)))
        examples = found.tables["source"].bars["江川日报"].examples
        assert [(example.line, example.id) for example in examples] == [(n + 1, f"{n}.html") for n in range(EXAMPLES)]

    def test_a_document_is_one_example_however_often_a_rule_spoke_of_it(self) -> None:
        removed = [{"text": "分享", "rule": "containers/share-bar"}] * 3
        found = corpus(line(id="1.html", removed=removed), line(id="2.html", removed=removed))
        for table, name in (("rule", "containers/share-bar"), ("family", "containers")):
            assert [example.id for example in found.tables[table].bars[name].examples] == ["1.html", "2.html"]
            assert counts(found, table) == {name: 12}

    def test_the_longest_are_listed(self) -> None:
        found = corpus(*(line(text="桥" * n) for n in range(100)))
        assert sorted((size for size, _ in found.longest), reverse=True) == list(range(99, 99 - TOP, -1))

    def test_the_slowest_are_listed_where_their_times_are_told(self) -> None:
        assert 'id="slowest"' not in report_page(corpus(line()), "x")
        found = corpus(*(line(id=f"{n}.html", milliseconds=n / 2) for n in range(100)))
        assert sorted((spent for spent, _ in found.slowest), reverse=True) == [n / 2 for n in range(99, 99 - TOP, -1)]
        assert "<b>49.5</b>" in report_page(found, "x")

    @pytest.mark.parametrize(
        "bad", [b"{", b"[]", b"null", b'{"title": "x"}', b'{"schema_version": 1, "removed": 3}', b"\xff"]
    )
    def test_a_line_that_is_no_article_is_counted_as_such(self, bad: bytes) -> None:
        found = corpus(line(), bad, b"  ", line())
        assert (found.documents, found.unreadable) == (2, 1)

    @pytest.mark.parametrize("moment", ["", "0000", "2024-99-01", "yesterday"])
    def test_a_date_that_is_none_is_not_drawn(self, moment: str) -> None:
        assert "Articles over time" in report_page(corpus(line(published=moment)), "x")

    def test_failures_and_groups(self) -> None:
        found = corpus(line())
        read_failures(found, [b'{"id":"b.html","error":"EmptyInputError","message":"nothing in it"}'])
        members = [{"id": "a.html", "line": 1}, {"id": "c.html", "line": 3}]
        read_groups(found, [msgspec.json.encode({"earliest": "a.html", "size": 2, "members": members})])
        assert counts(found, "failure") == {"EmptyInputError": 1}
        assert (found.groups, found.reposts) == (1, 1)
        assert counts(found, "group") == {"1: a.html": 2}

    def test_what_newsclean_writes_is_read(self) -> None:
        article = newsclean.parse(PAGE)
        found = corpus(article.to_json().encode())
        assert (found.documents, found.characters) == (1, len(article.text))
        assert counts(found, "source") == {"江川日报": 1}


class TestMemory:
    def test_a_table_keeps_what_is_frequent_and_adds_up_the_rest(self) -> None:
        table = Table()
        found = corpus(line())
        example = found.tables["kind"].bars["html"].examples[0]
        for number in range(3 * MOST):
            table.add(f"{number}", example)
            table.add("江川日报", example)
        assert len(table.bars) <= 2 * MOST
        assert table.bars["江川日报"].number == 3 * MOST
        assert sum(bar.number for bar in table.bars.values()) + table.others == 6 * MOST

    def test_it_does_not_grow_with_the_corpus(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("newsclean.report.corpus.MOST", FULL)

        def lines(number: int) -> Iterator[bytes]:
            """No two of them have anything in common: name, title, outlet, site, day, words, rule, warning."""
            for n in range(number):
                yield line(
                    id=f"crawl.warc.gz!<urn:uuid:{n:032x}>", title=f"第{n}辆车通过江川大桥" * 8, source=f"江川日报{n}",
                    site=f"江川网{n}", published=f"{n % 9000:04}-05-09T08:30:00+08:00", text=f"第{n}辆车。" * (n % 100),
                    encoding=f"x-{n}", script={"tag": f"zh-x-{n}"}, warnings=[f"{n}: {n}"],
                    removed=[{"text": f"分享{n}", "rule": f"{n}/share-bar"}],
                )  # fmt: skip

        def failures(number: int) -> Iterator[bytes]:
            return (msgspec.json.encode({"id": f"{n}", "error": f"E{n}", "message": "x" * 999}) for n in range(number))

        def groups(number: int) -> Iterator[bytes]:
            for n in range(number):
                members = [{"id": f"{n}-{m}", "line": m} for m in range(3)]
                yield msgspec.json.encode({"earliest": f"{n}", "size": 3, "members": members})

        peaks = []
        for number in (4 * FULL, 16 * FULL):
            tracemalloc.start()
            found = Corpus()
            read_articles(found, lines(number))
            read_failures(found, failures(number))
            read_groups(found, groups(number))
            peaks.append(tracemalloc.get_traced_memory()[1])
            tracemalloc.stop()
            assert (found.documents, found.failed, found.groups, found.unreadable) == (number, number, number, 0)
        assert peaks[1] < 1.1 * peaks[0]

    def test_a_group_of_a_million_costs_its_line_and_no_more(self) -> None:
        member = b'{"id":"{a}.html","line":%d,"published":null,"earliest":false}'
        members = b" , ".join(member % number for number in range(100_000))
        data = b'{"earliest":"x","size":100000,"members":[' + members + b"]}"
        found = Corpus()
        tracemalloc.start()
        read_groups(found, [data])
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert peak < 1.1 * len(data)
        assert counts(found, "group") == {"1: x": 100_000}
        examples = found.tables["group"].bars["1: x"].examples
        assert examples == [(number, "{a}.html", "") for number in range(EXAMPLES)]

    def test_an_id_without_end_is_cut(self) -> None:
        found = corpus(line(id="x" * 1_000_000, title="桥" * 1_000_000))
        assert max(map(len, found.tables["kind"].bars["html"].examples[0][1:])) < 1000

    def test_a_line_without_end_is_never_held_whole(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.setattr("newsclean.cli.report.LONGEST", 1000)
        (tmp_path / "a.jsonl").write_bytes(line() + b"\n" + b"[" * 3500 + b"\n" + line(title="桥") + b"\n")
        assert main(["report", str(tmp_path / "a.jsonl"), "-o", "-", "--lang", "en"]) == 0
        page = capfd.readouterr().out
        assert re.search("<b>2</b> <span[^>]*>documents", page)
        assert re.search("<b>4</b> <span[^>]*>lines that hold no article", page)


class TestPage:
    def test_every_bar_is_there(self) -> None:
        html = report_page(corpus(line(source="江川日报"), line(source="江川晚报")), "articles.jsonl")
        assert {"江川日报", "江川晚报"} <= set(re.findall(r'<span class="name">([^<]*)</span>', html))

    @pytest.mark.parametrize("language, word", [("en", "Articles over time"), ("zh", "文章的时间分布")])
    def test_it_begins_in_the_user_s_language(self, language: str, word: str) -> None:
        assert word in report_page(corpus(line()), "x", language)  # type: ignore[arg-type]

    def test_months_without_articles_are_gaps(self) -> None:
        html = report_page(corpus(line(published="2024-01-09T00:00:00Z"), line(published="2024-06-09T00:00:00Z")), "x")
        (columns,) = re.findall(r'<section id="time">.*?<svg class="columns".*?</svg>', html, re.S)
        assert columns.count("<rect") == 6

    def test_nothing_of_a_document_becomes_an_element(self) -> None:
        fields = dict.fromkeys(("id", "title", "source", "site", "encoding", "kind", "published"), TRICKS[0])
        found = corpus(
            line(**fields, warnings=list(TRICKS), script={"tag": TRICKS[1]}, removed=[{"text": "x", "rule": TRICKS[2]}])
        )
        read_failures(found, [msgspec.json.encode({"id": TRICKS[3], "error": TRICKS[4], "message": TRICKS[5]})])
        hostile = Elements(report_page(found, TRICKS[1]))
        plain = Elements(
            report_page(corpus(line(source="x", warnings=["x"], removed=[{"text": "x", "rule": "x"}])), "x")
        )
        assert set(hostile.tags) <= set(plain.tags)
        assert hostile.tags.count("script") == 2
        names = {name for name, _ in hostile.attributes}
        assert not names & {"src", "srcdoc", "style", "action"}
        assert not [name for name in names if name.startswith("on")]
        assert all(value.startswith("#") for name, value in hostile.attributes if name == "href")

    def test_its_texts_are_all_in_both_languages(self) -> None:
        html = report_page(corpus(line()), "x")
        assert set(re.findall(r'data-tl?="(\w+)"', html)) <= set(WORDS)


class TestCommand:
    def test_from_documents_to_the_report(self, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
        (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
        (tmp_path / "empty.html").write_bytes(b"")
        articles, errors, target = (str(tmp_path / name) for name in ("a.jsonl.gz", "e.jsonl", "r.html"))
        main(
            [
                "normalize",
                str(tmp_path / "page.html"),
                str(tmp_path / "empty.html"),
                "-o",
                articles,
                "--errors",
                errors,
                "-q",
            ]
        )
        capfd.readouterr()
        assert main(["report", articles, "--errors", errors, "-o", target]) == 0
        html = Path(target).read_text(encoding="utf-8")
        assert "江川日报" in html
        assert "EmptyInputError" in html

    @pytest.mark.parametrize(
        "words, told",
        [(["articels.jsonl"], "did you mean"), (["empty.jsonl"], "holds no article"), (["."], "is a folder")],
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
        (tmp_path / "articles.jsonl").write_bytes(line() + b"\n")
        (tmp_path / "empty.jsonl").write_bytes(b"")
        assert main(["report", *words, "--lang", "en"]) == 2
        assert told in capfd.readouterr().err
