"""Every format comes in whole, in order, and a damaged file costs no more than what is damaged."""

from __future__ import annotations

import gzip
import io
import json
import os
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import corpus_fake
import pytest

from newsclean.article import Failure
from newsclean.corpus import inline
from newsclean.corpus.chunks import DataChunk, WarcChunk
from newsclean.corpus.cutting import cut
from newsclean.corpus.documents import Document
from newsclean.corpus.inputs import Format, Skipped, expand
from newsclean.corpus.pool import Pool
from newsclean.corpus.readers import documents
from newsclean.corpus.setup import Setup
from newsclean.options import Limits, Options

SETUP = Setup(form="text", parse=corpus_fake.NAME)
SMALL = Setup(form="text", parse=corpus_fake.NAME, options=Options(limits=Limits(max_bytes=1000)))


def read(*inputs: str | Path, setup: Setup = SETUP, forced: Format | None = None) -> list[Document | Failure]:
    """All that the inputs hold, as the workers get it."""
    chunks = cut(expand(map(str, inputs), forced), setup, forced)
    found = [item for chunk in chunks for item in documents(chunk, setup)]
    return [item for item in found if isinstance(item, Document | Failure)]


def shown(items: list[Document | Failure]) -> list[str]:
    return [
        item.data
        if isinstance(item, Document) and isinstance(item.data, str)
        else item.data.decode()  # type: ignore[union-attr]
        if isinstance(item, Document)
        else item.error
        for item in items
    ]


# --- pages and folders ---------------------------------------------------------------------------------------------


def test_a_folder_is_read_by_name_and_depth_first(tmp_path: Path) -> None:
    for name in ("b/2.html", "b/1.htm", "a.txt", "c.md", "b/10.shtml", "图/页.html", ".hidden/x.html", "b/.x.html"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name)
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8")
    skipped = Skipped()
    found = list(expand([str(tmp_path)], None, skipped))
    names = [os.path.relpath(os.fsdecode(source.path), tmp_path) for source in found if not isinstance(source, Failure)]
    assert names == ["a.txt", "b/1.htm", "b/10.shtml", "b/2.html", "c.md", "图/页.html"]
    assert (skipped.count, Path(skipped.example).name) == (1, "photo.jpg")


def test_a_large_folder_is_sorted_through_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsclean.corpus.inputs.RUN", 7)
    names = sorted([f"{i:03}.txt" for i in range(50)] + ["odd\nname.txt"])
    for name in names:
        (tmp_path / name).write_text(name)
    found = [os.path.basename(os.fsdecode(source.path)) for source in expand([str(tmp_path)])]  # type: ignore[union-attr]
    assert found == names


def test_a_link_to_its_own_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a")
    (tmp_path / "loop").symlink_to(tmp_path)
    assert shown(read(tmp_path)) == ["a"]


def test_globs_are_expanded_where_the_shell_did_not(tmp_path: Path) -> None:
    for name in ("x/1.html", "y/2.html", "y/3.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name)
    assert shown(read(f"{tmp_path}/**/*.html")) == ["x/1.html", "y/2.html"]
    (nothing,) = read(f"{tmp_path}/*.nothing")
    assert isinstance(nothing, Failure)
    assert "pattern" in nothing.message


@pytest.mark.parametrize(
    "asked, hint",
    [("paeg.html", "page.html"), ("nowhere/at/all", "spelling"), ("dmup/page.html", "dump/page.html")],
)
def test_what_is_not_there_is_told_with_what_is_near(tmp_path: Path, asked: str, hint: str) -> None:
    (tmp_path / "dump").mkdir()
    (tmp_path / "page.html").write_text("x")
    (tmp_path / "dump/page.html").write_text("x")
    (missing,) = read(tmp_path / asked)
    assert isinstance(missing, Failure)
    assert missing.error == "ReadError"
    assert hint in missing.message


def test_a_file_of_any_name_is_read_when_it_is_named(tmp_path: Path) -> None:
    path = tmp_path / "index"
    path.write_text("页")
    assert shown(read(path)) == ["页"]


def test_a_name_that_is_no_utf8(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/\xb9\xfa.html"
    try:
        with open(path, "wb") as file:
            file.write("国".encode())
    except OSError:
        pytest.skip("this file system takes no such name")
    (item,) = read(tmp_path)
    assert isinstance(item, Document)
    assert item.id.endswith("\\xb9\\xfa.html")


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "locked.html"
    path.write_text("x")
    path.chmod(0)
    if os.geteuid() == 0:
        monkeypatch.setattr("builtins.open", refusing(PermissionError(13, "Permission denied")))
    (item,) = read(path)
    assert isinstance(item, Failure)
    assert "permission" in item.message.lower()


def refusing(error: OSError) -> Callable[..., Any]:
    def refuse(*given: object, **named: object) -> None:
        raise error

    return refuse


def test_a_page_that_was_saved_as_it_came_over_the_wire(tmp_path: Path) -> None:
    path = tmp_path / "packed.html"
    path.write_bytes(gzip.compress("页".encode()))
    assert shown(read(path)) == ["页"]


def test_of_a_page_over_the_limit_no_more_is_read_than_shows_it(tmp_path: Path) -> None:
    (tmp_path / "plain.html").write_bytes(b"x" * 5000)
    (tmp_path / "bomb.html").write_bytes(gzip.compress(b"x" * 5_000_000))
    assert [len(item.data) for item in read(tmp_path, setup=SMALL)] == [1001, 1001]  # type: ignore[union-attr]


# --- JSON lines ----------------------------------------------------------------------------------------------------


def pack(data: bytes, suffix: str) -> bytes:
    if suffix == ".zst":
        zstandard = pytest.importorskip("zstandard", reason="zstandard (extra zstd) is not installed")
        return bytes(zstandard.ZstdCompressor().compress(data))
    return gzip.compress(data) if suffix == ".gz" else data


@pytest.mark.parametrize("suffix", ["", ".gz", ".zst"])
def test_json_lines(tmp_path: Path, suffix: str) -> None:
    lines = [
        json.dumps({"html": f"页 {i}", "url": f"http://a.cn/{i}", "n": i}, ensure_ascii=i % 2 == 0) for i in range(500)
    ]
    path = tmp_path / f"in.jsonl{suffix}"
    path.write_bytes(pack("\n".join(lines).encode(), suffix))
    items = read(path)
    assert shown(items) == [f"页 {i}" for i in range(500)]
    last = items[-1]
    assert isinstance(last, Document)
    assert (last.id, last.url) == (f"{path}:500", "http://a.cn/499")
    assert last.extra == {"url": "http://a.cn/499", "n": 499}


@pytest.mark.parametrize(
    "line, error, word",
    [
        ("{broken", "InputError", "no JSON"),
        ("[1]", "InputError", "no object"),
        ('{"title": "x"}', "InputError", "fields here: title"),
        ('{"html": 7}', "InputError", "--field"),
        ('{"html": "' + "x" * 9000 + '"}', "", ""),
    ],
)
def test_a_bad_line_costs_itself(tmp_path: Path, line: str, error: str, word: str) -> None:
    path = tmp_path / "in.jsonl"
    path.write_text('\ufeff{"html": "一"}\n\n' + line + '\n{"html": "四"}')
    items = read(path)
    assert len(items) == 3
    assert (items[0].id, items[2].id) == (f"{path}:1", f"{path}:4")
    bad = items[1]
    if error:
        assert isinstance(bad, Failure)
        assert bad.error == error
        assert word in bad.message


@pytest.mark.parametrize("suffix", ["", ".gz"])
def test_a_line_beyond_the_limit_is_passed_over_in_bounded_memory(tmp_path: Path, suffix: str) -> None:
    setup = Setup(form="text", options=Options(limits=Limits(max_bytes=100_000)))
    path = tmp_path / f"in.jsonl{suffix}"
    giant = b'{"html": "' + b"x" * 9_000_000 + b'"}'
    path.write_bytes(pack(b'{"html": "a"}\n' + giant + b'\n{"html": "c"}\n', suffix))
    items = read(path, setup=setup)
    assert shown(items) == ["a", "InputTooLargeError", "c"]
    assert [item.id for item in items] == [f"{path}:{n}" for n in (1, 2, 3)]


@pytest.mark.parametrize("suffix", ["", ".gz"])
def test_many_short_lines_are_work_for_many(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"in.jsonl{suffix}"
    path.write_bytes(pack(b"".join(b'{"html": "%d"}\n' % n for n in range(2000)), suffix))
    chunks = list(cut(expand([str(path)]), SETUP))
    assert len(chunks) > 10
    items = [item for chunk in chunks for item in documents(chunk, SETUP) if isinstance(item, Document)]
    assert [(item.data, item.id) for item in items] == [(str(n), f"{path}:{n + 1}") for n in range(2000)]


def test_the_field_can_be_named(tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_text('{"html": "not this", "page": "this"}\n')
    items = read(path, setup=Setup(form="text", field="page"))
    assert shown(items) == ["this"]
    assert items[0].extra == {"html": "not this"}  # type: ignore[union-attr]


def test_a_file_that_was_cut_off_keeps_what_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl.gz"
    lines = b"".join(b'{"html": "%d %s"}\n' % (i, os.urandom(400).hex().encode()) for i in range(6000))
    path.write_bytes(gzip.compress(lines)[:-100_000])
    items = read(path)
    assert len(items) > 4000
    assert isinstance(items[-1], Failure)
    assert "cut off" in items[-1].message


# --- archives ------------------------------------------------------------------------------------------------------


def make_zip(path: Path, members: dict[str, bytes]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)


def make_tar(path: Path, members: dict[str, bytes]) -> None:
    with tarfile.open(path, "w:gz" if path.name.endswith("gz") else "w") as archive:
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))


@pytest.mark.parametrize("name", ["in.zip", "in.tar", "in.tar.gz", "in.tgz"])
def test_archives_of_pages(tmp_path: Path, name: str) -> None:
    members = {f"页/{i}.html": f"第{i}页".encode() for i in range(80)}
    others = {"../../evil.html": "外".encode(), "logo.png": b"\x89PNG", ".x.html": b"hidden"}
    make = make_zip if name.endswith(".zip") else make_tar
    make(tmp_path / name, members | others)
    items = read(tmp_path / name)
    assert shown(items) == [*(f"第{i}页" for i in range(80)), "外"]
    assert items[0].id == f"{tmp_path / name}!页/0.html"
    assert os.listdir(tmp_path) == [name]


@pytest.mark.parametrize("name", ["in.zip", "in.tar.gz", "in.parquet", "in.warc.gz", "in.jsonl.gz"])
def test_what_is_no_such_file_is_one_failure(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes("这不是压缩文件".encode() * 50)
    if "parquet" in name:
        pytest.importorskip("pyarrow", reason="pyarrow (extra arrow) is not installed")
    if "warc" in name:
        pytest.importorskip("fastwarc", reason="fastwarc (extra warc) is not installed")
        assert all(isinstance(item, Failure) for item in read(tmp_path / name))
        return
    (item,) = read(tmp_path / name)
    assert isinstance(item, Failure)
    assert item.error == "ReadError"


def test_an_encrypted_or_damaged_member_costs_itself(tmp_path: Path) -> None:
    path = tmp_path / "in.zip"
    make_zip(path, {"a.html": b"a" * 50, "b.html": os.urandom(50).hex().encode(), "c.html": b"c" * 50})
    data = bytearray(path.read_bytes())
    at = data.index(b"b.html") + len("b.html")
    data[at : at + 20] = b"\xff" * 20
    path.write_bytes(data)
    assert shown(read(path)) == ["a" * 50, "ReadError", "c" * 50]


def test_a_zip_bomb_is_read_to_the_limit(tmp_path: Path) -> None:
    make_zip(tmp_path / "in.zip", {"bomb.html": b"x" * 10_000_000})
    (item,) = read(tmp_path / "in.zip", setup=SMALL)
    assert len(item.data) == 1001  # type: ignore[union-attr]


# --- Parquet -------------------------------------------------------------------------------------------------------


def test_parquet(tmp_path: Path) -> None:
    pa = pytest.importorskip("pyarrow", reason="pyarrow (extra arrow) is not installed")
    import datetime  # noqa: PLC0415

    import pyarrow.parquet as pq  # noqa: PLC0415

    when = datetime.datetime(2026, 1, 2, tzinfo=datetime.timezone.utc)
    rows = [{"html": f"页 {i}".encode(), "url": f"http://a.cn/{i}", "when": when, "no": None} for i in range(100)]
    pq.write_table(pa.Table.from_pylist(rows), tmp_path / "in.parquet", row_group_size=30)
    items = read(tmp_path / "in.parquet")
    assert shown(items) == [f"页 {i}" for i in range(100)]
    first = items[0]
    assert isinstance(first, Document)
    assert first.id == f"{tmp_path / 'in.parquet'}:0"
    assert first.extra == {"url": "http://a.cn/0", "when": "2026-01-02T00:00:00+00:00", "no": None}


# --- WARC ----------------------------------------------------------------------------------------------------------


def record(url: str, body: bytes, *, kind: str = "response", status: str = "200 OK", headers: str = "") -> bytes:
    """One WARC record as Common Crawl writes it (WARC 1.0 of the IIPC, ISO 28500)."""
    http = f"HTTP/1.1 {status}\r\n{headers or 'Content-Type: text/html; charset=gbk'}\r\n\r\n".encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{abs(hash((url, kind))):032x}>\r\n"
        f"WARC-Date: 2026-01-02T03:04:05Z\r\nWARC-Target-URI: {url}\r\n"
        f"Content-Type: application/http; msgtype={kind}\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


@pytest.fixture
def needs_warc() -> None:
    pytest.importorskip("fastwarc", reason="fastwarc (extra warc) is not installed")


@pytest.mark.usefixtures("needs_warc")
@pytest.mark.parametrize("suffix", ["", ".gz"])
def test_warc_takes_the_html_answers(tmp_path: Path, suffix: str) -> None:
    wanted = record("http://a.cn/1", "正文".encode("gbk"))
    chunked = b"3\r\n" + "正".encode() + b"\r\n3\r\n" + "文".encode() + b"\r\n0\r\n\r\n"
    records = [
        record("http://a.cn/1", b"", kind="request"),
        wanted,
        record("http://a.cn/2", b"gone", status="404 Not Found"),
        record("http://a.cn/3", b"\xff\xd8", headers="Content-Type: image/jpeg"),
        record(
            "http://a.cn/4", gzip.compress("正文".encode()), headers="Content-Type: text/html\r\nContent-Encoding: gzip"
        ),
        record("http://a.cn/5", chunked, headers="Content-Type: text/html\r\nTransfer-Encoding: chunked"),
    ]
    path = tmp_path / f"in.warc{suffix}"
    path.write_bytes(b"".join(pack(item, suffix) for item in records))
    items = [item for item in read(path) if isinstance(item, Document)]
    assert [(item.url, item.encoding) for item in items] == [
        ("http://a.cn/1", "gbk"),
        ("http://a.cn/4", None),
        ("http://a.cn/5", None),
    ]
    assert [item.data for item in items] == ["正文".encode("gbk"), "正文".encode(), "正文".encode()]
    assert items[0].extra is not None
    assert items[0].extra["warc_date"] == "2026-01-02T03:04:05Z"


def converted(url: str, text: str, content: str) -> bytes:
    """One record of a WET file as Common Crawl writes it."""
    data = text.encode()
    head = (
        f"WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2026-01-02T03:04:05Z\r\n"
        f"WARC-Record-ID: <urn:uuid:{abs(hash(url)):032x}>\r\nContent-Type: {content}\r\nContent-Length: {len(data)}\r\n\r\n"
    )
    return head.encode() + data + b"\r\n\r\n"


@pytest.mark.usefixtures("needs_warc")
@pytest.mark.parametrize("name", ["in.wet", "in.warc.wet.gz", "in.warc"])
def test_the_texts_of_a_wet_file(tmp_path: Path, name: str) -> None:
    info = b"WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Type: application/warc-fields\r\nContent-Length: 4\r\n\r\na: b\r\n\r\n"
    records = [
        info,
        converted("http://a.cn/1", "大桥通车\n江川", "text/plain"),
        converted("http://a.cn/2", "{}", "application/json"),
        converted("http://a.cn/3", "第二篇", "text/plain; charset=UTF-8"),
    ]
    path = tmp_path / name
    path.write_bytes(b"".join(pack(item, ".gz" if name.endswith(".gz") else "") for item in records))
    items = [item for item in read(path) if isinstance(item, Document)]
    assert [(item.url, item.data, item.encoding) for item in items] == [
        ("http://a.cn/1", "大桥通车\n江川".encode(), "utf-8"),
        ("http://a.cn/3", "第二篇".encode(), "utf-8"),
    ]


@pytest.mark.usefixtures("needs_warc")
@pytest.mark.parametrize("suffix, whole", [("", False), (".gz", False), (".gz", True)])
def test_a_long_warc_is_cut_between_records(
    tmp_path: Path, suffix: str, whole: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newsclean.corpus.readers.warc.BYTES", 20_000)
    monkeypatch.setattr("newsclean.corpus.readers.warc.FARTHEST", 200_000)
    records = [record(f"http://a.cn/{i}", os.urandom(800).hex().encode()) for i in range(300)]
    data = pack(b"".join(records), suffix) if whole else b"".join(pack(item, suffix) for item in records)
    path = tmp_path / f"in.warc{suffix}"
    path.write_bytes(data)
    chunks = list(cut(expand([str(path)]), SETUP))
    assert len(chunks) > 5
    assert isinstance(chunks[1], DataChunk if whole else WarcChunk)
    found = [item.url for chunk in chunks for item in documents(chunk, SETUP) if isinstance(item, Document)]
    assert found == [f"http://a.cn/{i}" for i in range(300)]


@pytest.mark.usefixtures("needs_warc")
@pytest.mark.parametrize("jobs", [0, 2])
def test_a_page_cannot_plant_records_in_the_corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, jobs: int) -> None:
    """A page whose body is a gzip member with a WARC record of its own, stored unpacked, so that the file has its bytes."""
    monkeypatch.setattr("newsclean.corpus.readers.warc.BYTES", 3000)
    forged = gzip.compress(record("http://victim.cn/", b"forged"))
    evil = record("http://evil.cn/", forged * 200)
    honest = [record(f"http://a.cn/{i}", os.urandom(300).hex().encode()) for i in range(30)]
    members = [gzip.compress(item) for item in honest[:10]]
    members += [gzip.compress(evil, compresslevel=0)]
    members += [gzip.compress(item) for item in honest[10:]]
    path = tmp_path / "in.warc.gz"
    path.write_bytes(b"".join(members))
    setup = Setup(form="jsonl", select=("url",), parse=corpus_fake.NAME)
    chunks = cut(expand([str(path)]), setup)
    results = Pool(setup, jobs).run(chunks) if jobs else inline.run(chunks, setup)
    lines = b"".join(part.payload for _, parts in results for part in parts).decode().splitlines()
    urls = [json.loads(line)["url"] for line in lines]
    wanted = [f"http://a.cn/{i}" for i in range(30)]
    assert urls == [*wanted[:10], "http://evil.cn/", *wanted[10:]]


# --- standard input ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "data, expected",
    [
        ("<p>一页</p>".encode(), ["<p>一页</p>"]),
        (gzip.compress("<p>一页</p>".encode()), ["<p>一页</p>"]),
        (b'{"html": "a"}\n{"html": "b"}\n', ["a", "b"]),
        (gzip.compress(b'{"html": "a"}\n{"html": "b"}\n'), ["a", "b"]),
        ("{看图}不是 JSON".encode(), ["{看图}不是 JSON"]),
    ],
)
def test_standard_input_tells_what_it_is(monkeypatch: pytest.MonkeyPatch, data: bytes, expected: list[str]) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert shown(read("-")) == expected


def test_standard_input_can_be_an_archive(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    make_tar(tmp_path / "in.tar.gz", {"a.html": b"a", "b.html": b"b"})
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO((tmp_path / "in.tar.gz").read_bytes())))
    assert shown(read("-")) == ["a", "b"]


def test_a_format_that_begins_with_its_end_cannot_be_read_from_a_pipe(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"PK\x03\x04")))
    (item,) = read("-", forced="zip")
    assert isinstance(item, Failure)
    assert "file's name" in item.message


@pytest.mark.usefixtures("needs_warc")
@pytest.mark.parametrize("large", [False, True])
def test_a_damaged_record_costs_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, large: bool) -> None:
    if not large:
        monkeypatch.setattr("newsclean.corpus.readers.warc.BYTES", 4000)
    members = [gzip.compress(record(f"http://a.cn/{i}", os.urandom(400).hex().encode())) for i in range(20)]
    members[7] = members[7][:300] + b"\xff" * 200 + members[7][500:]
    members[19] = members[19][:-300]
    path = tmp_path / "in.warc.gz"
    path.write_bytes(b"".join(members))
    items = read(path)
    good = [item.url for item in items if isinstance(item, Document)]
    assert [url for url in good if url not in ("http://a.cn/7", "http://a.cn/19")] == [
        f"http://a.cn/{i}" for i in range(19) if i != 7
    ]
    assert sum(isinstance(item, Failure) for item in items) >= 2
