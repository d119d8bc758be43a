"""A run from files to files: every form of output, resumed at any place, nothing half-written."""

from __future__ import annotations

import gzip
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import corpus_fake
import msgspec
import pytest

from newsclean import Article
from newsclean.corpus.run import News, Plan, Run
from newsclean.corpus.setup import Setup
from newsclean.errors import InputError, NewscleanError, WriteError

FAKE = corpus_fake.NAME


@pytest.fixture
def dump(tmp_path: Path) -> Path:
    """Two hundred pages, some of them bad."""
    folder = tmp_path / "dump"
    folder.mkdir()
    for number in range(200):
        text = {50: "", 51: "BUG ", 120: "LIST 目录"}.get(number, f"第 {number} 页")
        (folder / f"{number:03}.html").write_text(text)
    return folder


def plan(dump: Path, output: Path | str, **given: Any) -> Plan:
    setup: dict[str, Any] = {"parse": FAKE, **given.pop("setup", {})}
    values: dict[str, Any] = {"inputs": (str(dump),), "output": str(output), "jobs": 2, **given}
    return Plan(setup=Setup(**setup), **values)


def lines(path: Path) -> list[dict[str, Any]]:
    data = path.read_bytes()
    if path.suffix == ".gz":
        data = gzip.decompress(data)
    if path.suffix == ".zst":
        zstandard = pytest.importorskip("zstandard")
        data = zstandard.ZstdDecompressor().stream_reader(data, read_across_frames=True).read()
    return [json.loads(line) for line in data.splitlines()]


EXPECTED = [f"{n:03}.html" for n in range(200) if n not in (50, 51)]


def names(found: list[dict[str, Any]]) -> list[str]:
    return [os.path.basename(line["id"]) for line in found]


@pytest.mark.parametrize("jobs", [None, 1, 2])
@pytest.mark.parametrize("suffix, compression", [("", ""), (".gz", "gzip"), (".zst", "zstd")])
def test_json_lines(dump: Path, tmp_path: Path, jobs: int | None, suffix: str, compression: str) -> None:
    if compression == "zstd":
        pytest.importorskip("zstandard", reason="zstandard (extra zstd) is not installed")
    output = tmp_path / f"new/folder/out.jsonl{suffix}"
    outcome = Run(plan(dump, output, jobs=jobs, setup={"compression": compression})).go()
    found = lines(output)
    assert names(found) == EXPECTED
    assert found[0]["text"] == "第 0 页"
    assert found[0]["removed"][0]["rule"] == "test/navigation"
    assert Article.from_json(json.dumps(found[0])).text == "第 0 页"
    assert os.listdir(output.parent) == [output.name]
    tally = outcome.tally
    assert (tally.documents, tally.articles, tally.failed) == (198, 197, 2)
    assert tally.failures == {"EmptyInputError": 1, "KeyError": 1}
    assert tally.rules == {"test/navigation": 198}
    assert tally.characters == {"test/navigation": 198 * 4}
    assert tally.scripts == {"zh-Hans": 198}


def test_only_articles_without_what_was_removed(dump: Path, tmp_path: Path) -> None:
    output = tmp_path / "out.jsonl"
    outcome = Run(plan(dump, output, setup={"only_articles": True, "removed": False})).go()
    found = lines(output)
    assert names(found) == [name for name in EXPECTED if name != "120.html"]
    assert all("removed" not in line for line in found)
    assert outcome.tally.rules == {"test/navigation": 198}


def test_selected_fields_in_the_order_asked_for(dump: Path, tmp_path: Path) -> None:
    output = tmp_path / "out.jsonl"
    Run(plan(dump, output, setup={"select": ("text", "authors", "published", "input.n", "id")})).go()
    first = lines(output)[0]
    assert list(first) == ["text", "authors", "published", "input.n", "id"]
    assert first["text"] == "第 0 页"
    assert first["authors"] == []
    assert first["published"] is None


def test_what_stood_beside_the_document_travels_along(tmp_path: Path) -> None:
    source = tmp_path / "in.jsonl"
    source.write_text('{"html": "页", "url": "http://a.cn/", "rank": 3, "tags": ["x"]}\n')
    output = tmp_path / "out.jsonl"
    Run(plan(source, output)).go()
    (line,) = lines(output)
    assert line["input"] == {"url": "http://a.cn/", "rank": 3, "tags": ["x"]}
    assert line["url"] == "http://a.cn/"
    assert line["id"] == f"{source}:1"


def test_failures_go_to_their_own_file(dump: Path, tmp_path: Path) -> None:
    errors = tmp_path / "errors.jsonl"
    heard: list[str] = []

    def listen(news: News) -> None:
        heard.extend(failure.error for failure in news.failures)

    Run(plan(dump, tmp_path / "out.jsonl", errors=str(errors)), listen).go()
    found = lines(errors)
    assert [(os.path.basename(line["id"]), line["error"]) for line in found] == [
        ("050.html", "EmptyInputError"),
        ("051.html", "KeyError"),
    ]
    assert all(line["message"] for line in found)
    assert heard == ["EmptyInputError", "KeyError"]


def test_a_folder_of_markdown(dump: Path, tmp_path: Path) -> None:
    (dump / "200.html").write_text("第 7 页")
    output = tmp_path / "out"
    Run(plan(dump, output, setup={"form": "pages-markdown"})).go()
    found = sorted(os.listdir(output))
    assert len(found) == 199
    assert "第 7 页.md" in found
    assert "第 7 页 (2).md" in found
    text = (output / "第 7 页.md").read_text()
    assert text.startswith("---\n")
    assert text.endswith("第 7 页\n")


def test_made_again_a_folder_has_the_same_files(dump: Path, tmp_path: Path) -> None:
    output = tmp_path / "out"
    (dump / "200.html").write_text("第 7 页")
    Run(plan(dump, output, setup={"form": "pages-text"})).go()
    first = sorted(os.listdir(output))
    Run(plan(dump, output, setup={"form": "pages-text"})).go()
    assert sorted(os.listdir(output)) == first


def test_the_folders_of_the_input_can_be_kept(dump: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (dump / "deep").mkdir()
    (dump / "deep/000.html").write_text("深处")
    Run(plan(Path("dump"), "out", keep_dirs=True, setup={"form": "pages-text"})).go()
    assert (tmp_path / "out/dump/deep/000.txt").read_text() == "深处\n深处\n"
    assert (tmp_path / "out/dump/000.txt").read_text() == "第 0 页\n第 0 页\n"


def test_parquet(dump: Path, tmp_path: Path) -> None:
    pytest.importorskip("pyarrow", reason="pyarrow (extra arrow) is not installed")
    import pyarrow.parquet as pq  # noqa: PLC0415

    from newsclean.engines.arrow import SCHEMA  # noqa: PLC0415

    output = tmp_path / "out.parquet"
    Run(plan(dump, output, setup={"form": "parquet"})).go()
    table = pq.read_table(output)
    assert table.schema.equals(SCHEMA)
    assert [os.path.basename(name) for name in table.column("id").to_pylist()] == EXPECTED
    assert table.column("text").to_pylist()[0] == "第 0 页"
    assert sorted(os.listdir(tmp_path)) == ["dump", "out.parquet"]


@pytest.mark.parametrize("name, form", [("out.jsonl", "jsonl"), ("clean", "pages-markdown")])
def test_a_run_does_not_read_what_it_writes(dump: Path, name: str, form: str) -> None:
    for _ in range(2):
        outcome = Run(plan(dump, dump / name, errors=str(dump / "errors.jsonl"), setup={"form": form})).go()
        assert outcome.tally.documents == 198


def test_when_nothing_can_be_read_what_was_there_stays(tmp_path: Path) -> None:
    output = tmp_path / "out.jsonl"
    output.write_text("precious\n")
    outcome = Run(plan(tmp_path / "nowhere", output, jobs=None)).go()
    assert outcome.tally.documents == 0
    assert output.read_text() == "precious\n"
    assert os.listdir(tmp_path) == ["out.jsonl"]


@pytest.mark.parametrize("form", ["jsonl", "pages-markdown", "parquet"])
def test_an_output_that_cannot_be_written(dump: Path, tmp_path: Path, form: str) -> None:
    if form == "parquet":
        pytest.importorskip("pyarrow", reason="pyarrow (extra arrow) is not installed")
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(WriteError) as caught:
        Run(plan(dump, tmp_path / "file/out", setup={"form": form})).go()
    assert "-o" in str(caught.value)


def test_a_full_disk_leaves_the_old_output(dump: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from newsclean.corpus.writers.files import FileWriter  # noqa: PLC0415

    def full(self: FileWriter, data: bytes) -> None:
        raise WriteError("out.jsonl: cannot be written (No space left on device)")

    output = tmp_path / "out.jsonl"
    output.write_text("precious\n")
    monkeypatch.setattr(FileWriter, "write", full)
    run = Run(plan(dump, output))
    with pytest.raises(WriteError):
        run.go()
    assert run.leave() is False
    assert output.read_text() == "precious\n"
    assert sorted(os.listdir(tmp_path)) == ["dump", "out.jsonl"]


# --- resuming ------------------------------------------------------------------------------------------------------

FORMS: list[tuple[str, dict[str, Any]]] = [
    ("out.jsonl", {"form": "jsonl"}),
    ("out.jsonl.gz", {"form": "jsonl", "compression": "gzip"}),
    ("out", {"form": "pages-markdown"}),
    ("out.parquet", {"form": "parquet"}),
]


def contents(output: Path) -> Any:
    """What the output holds, whatever the form."""
    if output.is_dir():
        return {
            str(path.relative_to(output)): path.read_bytes() for path in sorted(output.rglob("*")) if path.is_file()
        }
    if output.suffix == ".parquet":
        import pyarrow.parquet as pq  # noqa: PLC0415

        return pq.read_table(output).to_pylist()
    return lines(output)


class Stop(KeyboardInterrupt):
    """The moment at which a run is stopped."""


def moments(monkeypatch: pytest.MonkeyPatch, stop_at: int) -> Iterator[int]:
    """Counts everything that a run does to the disk, and stops it the `stop_at`-th time."""
    count = 0

    def counted(function: Any) -> Any:
        def call(*given: Any, **named: Any) -> Any:
            nonlocal count
            count += 1
            if count == stop_at:
                raise Stop
            return function(*given, **named)

        return call

    for name in ("replace", "fsync", "makedirs"):
        monkeypatch.setattr(os, name, counted(getattr(os, name)))
    yield from iter(lambda: count, None)


@pytest.mark.parametrize("name, setup", FORMS)
def test_stopped_at_every_step_on_the_disk_and_resumed(
    dump: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, setup: dict[str, Any]
) -> None:
    if name.endswith("parquet"):
        pytest.importorskip("pyarrow", reason="pyarrow (extra arrow) is not installed")
    monkeypatch.setattr("newsclean.corpus.run.CHECKPOINT", 0.0)
    monkeypatch.setattr("newsclean.corpus.cutting.DOCUMENTS", 4)
    for path in sorted(dump.iterdir())[12:]:
        path.unlink()
    (dump / "003.html").write_text("")
    (dump / "007.html").write_text("第 6 页")
    errors = tmp_path / "errors.jsonl"
    given: dict[str, Any] = {"setup": setup, "errors": str(errors), "jobs": None}
    monkeypatch.setattr("newsclean.corpus.run.is_small", lambda head: True)
    whole = tmp_path / f"whole-{name}"
    Run(plan(dump, whole, **given)).go()
    expected, failed = contents(whole), errors.read_bytes()
    output = tmp_path / name
    step = 0
    while True:
        step += 1
        errors.unlink(missing_ok=True)
        with monkeypatch.context() as patch:
            next(moments(patch, step))
            making = Run(plan(dump, output, resume=True, **given))
            try:
                making.go()
            except Stop:
                stopped = True
                crash(making)
            else:
                stopped = False
        outcome = Run(plan(dump, output, resume=True, **given)).go()
        assert contents(output) == expected
        assert errors.read_bytes() == failed
        assert outcome.already or outcome.tally.documents == 11
        left = sorted(os.listdir(tmp_path))
        assert left == sorted(["dump", "errors.jsonl", name, whole.name])
        if not stopped:
            break
        remove(output)
    assert step > 10


def crash(making: Run) -> None:
    """Close the files, as the system does when a process dies, and do nothing else."""
    making._writer.close()
    if making._errors:
        making._errors.close()


def remove(path: Path) -> None:
    import shutil  # noqa: PLC0415

    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink()


def interrupted(making: Run, after: int) -> Run:
    """Run until `after` chunks are written, then stop as Ctrl-C does."""

    def listen(news: News) -> None:
        nonlocal after
        after -= 1
        if after == 0:
            raise KeyboardInterrupt

    making._tell = listen
    with pytest.raises(KeyboardInterrupt):
        making.go()
    return making


SAME: dict[str, Any] = {"--kind": None, "--select": (), "inputs": ["dump"]}


@pytest.fixture
def stopped(dump: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The output of a run that was interrupted."""
    monkeypatch.setattr("newsclean.corpus.run.CHECKPOINT", 0.0)
    output = tmp_path / "out.jsonl"
    assert interrupted(Run(plan(dump, output, settings=SAME)), 4).leave() is True
    assert not output.exists()
    return output


def test_an_interrupted_run_goes_on_where_it_was(dump: Path, stopped: Path) -> None:
    outcome = Run(plan(dump, stopped, resume=True, settings=SAME)).go()
    assert names(lines(stopped)) == EXPECTED
    assert outcome.resumed == 3 * 32
    assert outcome.tally.documents == 198


def test_what_was_written_after_the_last_mark_is_cut_off(dump: Path, stopped: Path) -> None:
    with open(f"{stopped}.part", "ab") as part:
        part.write(b'{"half a li')
    Run(plan(dump, stopped, resume=True, settings=SAME)).go()
    assert names(lines(stopped)) == EXPECTED


def test_without_resume_it_begins_anew(dump: Path, stopped: Path) -> None:
    outcome = Run(plan(dump, stopped)).go()
    assert outcome.resumed == 0
    assert names(lines(stopped)) == EXPECTED


def test_other_settings_are_refused(dump: Path, stopped: Path) -> None:
    with pytest.raises(InputError, match="--kind"):
        Run(plan(dump, stopped, resume=True, settings={**SAME, "--kind": "html"})).go()


def test_another_input_is_refused(dump: Path, stopped: Path) -> None:
    (dump / "000a.html").write_text("new")
    making = Run(plan(dump, stopped, resume=True, settings=SAME))
    with pytest.raises(InputError, match="input has changed"):
        making.go()
    assert making.leave() is True


def test_what_came_behind_the_mark_is_read_too(dump: Path, stopped: Path) -> None:
    (dump / "999.html").write_text("new")
    Run(plan(dump, stopped, resume=True, settings=SAME)).go()
    assert names(lines(stopped)) == [*EXPECTED, "999.html"]


def test_a_damaged_journal_is_told(dump: Path, stopped: Path) -> None:
    Path(f"{stopped}.part.json").write_text("{")
    with pytest.raises(NewscleanError, match="without --resume"):
        Run(plan(dump, stopped, resume=True)).go()


def test_a_part_that_is_gone_is_told(dump: Path, stopped: Path) -> None:
    Path(f"{stopped}.part").write_bytes(b"")
    with pytest.raises(WriteError, match="without --resume"):
        Run(plan(dump, stopped, resume=True, settings=SAME)).go()


def test_a_whole_output_has_nothing_to_resume(dump: Path, tmp_path: Path) -> None:
    output = tmp_path / "out.jsonl"
    Run(plan(dump, output)).go()
    before = output.stat().st_mtime_ns
    assert Run(plan(dump, output, resume=True)).go().already
    assert output.stat().st_mtime_ns == before


def test_interrupted_before_the_first_mark_nothing_is_left(dump: Path, tmp_path: Path) -> None:
    making = interrupted(Run(plan(dump, tmp_path / "out.jsonl", errors=str(tmp_path / "errors.jsonl"))), 1)
    assert making.leave() is False
    assert os.listdir(tmp_path) == ["dump"]


def test_the_counts_are_small_whatever_the_run(dump: Path, tmp_path: Path) -> None:
    outcome = Run(plan(dump, tmp_path / "out.jsonl")).go()
    assert len(msgspec.json.encode(outcome.tally)) < 2000
