"""parse_many: what goes in and what comes out."""

from __future__ import annotations

from pathlib import Path

import corpus_fake
import pytest

import newsclean
from newsclean import Article
from newsclean.article import Failure
from newsclean.corpus import Document, parse_many

SEEDS = sorted((Path(__file__).parents[1] / "seeds").glob("*.txt"))
FAKE = corpus_fake.NAME


@pytest.mark.parametrize("jobs", [1, 2, None])
def test_the_same_as_parse_for_every_document(jobs: int | None) -> None:
    raw = [path.read_bytes() for path in SEEDS]
    assert list(parse_many(raw, jobs=jobs)) == [newsclean.parse(data) for data in raw]


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize(
    "item, text",
    [
        ("一个字符串", "一个字符串"),
        ("字节".encode(), "字节"),
        (bytearray("字节".encode()), "字节"),
        (memoryview("字节".encode()), "字节"),
        (Document("x", "文档"), "文档"),
        (Document("x", "文档".encode("gb18030"), encoding="gb18030"), "文档"),
    ],
)
def test_kinds_of_items(jobs: int, item: object, text: str) -> None:
    (result,) = parse_many([item], jobs=jobs, parse=FAKE)  # type: ignore[list-item]
    assert isinstance(result, Article)
    assert result.text == text


def test_paths_are_read(tmp_path: Path) -> None:
    path = tmp_path / "页.html"
    path.write_text("正文")
    good, bad = parse_many([path, tmp_path / "nothing.html"], parse=FAKE)
    assert isinstance(good, Article)
    assert good.text == "正文"
    assert isinstance(bad, Failure)
    assert bad.error == "ReadError"
    assert "nothing.html" in bad.id


def test_what_is_no_document_is_a_failure_in_its_place() -> None:
    first, second, third = parse_many(["一", 7, "三"], parse=FAKE)  # type: ignore[list-item]
    assert isinstance(first, Article)
    assert isinstance(third, Article)
    assert isinstance(second, Failure)
    assert (second.id, second.error) == ("1", "InputTypeError")


def test_few_documents_start_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*given: object, **named: object) -> None:
        raise AssertionError("a process was started")

    monkeypatch.setattr("subprocess.Popen", refuse)
    assert len(list(parse_many(["文档"] * 64, parse=FAKE))) == 64


def test_nothing_in_nothing_out() -> None:
    assert list(parse_many([])) == []


def test_a_misspelt_keyword_is_told_at_once() -> None:
    with pytest.raises(TypeError, match="job"):
        parse_many([], job=2)


def test_options_reach_the_workers() -> None:
    options = newsclean.Options(keep_removed=False)
    raw = [path.read_bytes() for path in SEEDS]
    assert all(isinstance(a, Article) and not a.removed for a in parse_many(raw, jobs=2, options=options))
