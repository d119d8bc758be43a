"""Archives made by somebody who means harm: bounded memory, nothing outside, and no damage that is passed over in silence."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import os
import random
import tarfile
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path

import corpus_fake
import pytest

from newsclean.article import Failure
from newsclean.corpus.cutting import cut
from newsclean.corpus.documents import Document
from newsclean.corpus.inputs import expand
from newsclean.corpus.readers import documents
from newsclean.corpus.run import Plan, Run
from newsclean.corpus.setup import Setup
from newsclean.options import Limits, Options

LIMIT = 100_000
SETUP = Setup(form="text", parse=corpus_fake.NAME, options=Options(limits=Limits(max_bytes=LIMIT)))
BOMB = 150_000_000
MOST_MEMORY = 60_000_000
"""Bytes that reading a bomb may take: 0.5 MB were seen for gzip, 37 MB for zstd."""
TEN = tuple(f"<p>第{number}页</p>" for number in range(10))


def read(path: Path) -> list[Document | Failure]:
    """All that the file holds."""
    found = [item for chunk in cut(expand([str(path)]), SETUP) for item in documents(chunk, SETUP)]
    return [item for item in found if isinstance(item, Document | Failure)]


def texts(items: list[Document | Failure]) -> list[str]:
    """The documents as text, the failures by their class."""
    return [
        item.error if isinstance(item, Failure) else item.data if isinstance(item.data, str) else item.data.decode()
        for item in items
    ]


def is_start(items: list[Document | Failure], whole: tuple[str, ...]) -> bool:
    """True where the documents are the first ones of `whole`, and one failure says that there is more."""
    found = texts(items)
    return found[-1] == "ReadError" and tuple(found[:-1]) == whole[: len(found) - 1] and len(found) <= len(whole) + 1


def zipped(members: dict[str, bytes], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", packing) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def tarred(*members: tuple[tarfile.TarInfo, bytes] | tuple[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w", format=tarfile.PAX_FORMAT) as archive:
        for given, data in members:
            info = tarfile.TarInfo(given) if isinstance(given, str) else given
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return buffer.getvalue()


def zstd(data: bytes) -> bytes:
    zstandard = pytest.importorskip("zstandard", reason="zstandard (extra zstd) is not installed")
    return bytes(zstandard.ZstdCompressor().compress(data))


PACK: dict[str, Callable[[bytes], bytes]] = {"": bytes, ".gz": gzip.compress, ".zst": zstd}
PAGES = {f"{number}.html": text.encode() for number, text in enumerate(TEN)}


# Bombs


@pytest.mark.parametrize(
    "name, make",
    [
        ("in.zip", lambda zeros: zipped({"a.html": zeros})),
        ("in.tar.gz", lambda zeros: gzip.compress(tarred(("a.html", zeros)))),
        ("in.tar.zst", lambda zeros: zstd(tarred(("a.html", zeros)))),
        ("in.jsonl.gz", lambda zeros: gzip.compress(b'{"html": "' + zeros + b'"}')),
        ("in.jsonl.zst", lambda zeros: zstd(b'{"html": "' + zeros + b'"}')),
        ("in.html", gzip.compress),
    ],
)
def test_a_bomb_is_unpacked_to_the_limit(tmp_path: Path, name: str, make: Callable[[bytes], bytes]) -> None:
    path = tmp_path / name
    path.write_bytes(make(b" " * BOMB))
    tracemalloc.start()
    try:
        (item,) = read(path)
        most = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert len(item.data) == LIMIT + 1 if isinstance(item, Document) else item.error == "InputTooLargeError"
    assert most < MOST_MEMORY, f"{most:,} bytes"


@pytest.mark.parametrize("packing", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_members_that_cannot_be_unpacked_in_bounds_are_refused(tmp_path: Path, packing: int) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("a.html", "一")
        archive.writestr("bomb.html", bytes(10_000_000), packing)
        archive.writestr("c.html", "三")
    (tmp_path / "in.zip").write_bytes(buffer.getvalue())
    items = read(tmp_path / "in.zip")
    assert texts(items) == ["一", "ReadError", "三"]
    assert isinstance(items[1], Failure)
    assert "deflate" in items[1].message


def test_an_archive_in_an_archive_is_not_opened(tmp_path: Path) -> None:
    inner = zipped(PAGES)
    (tmp_path / "in.zip").write_bytes(zipped({"inner.zip": inner, "inner.tar.gz": inner, "a.html": b"a"}))
    assert texts(read(tmp_path / "in.zip")) == ["a"]


@pytest.mark.parametrize("kind", [tarfile.GNUTYPE_LONGNAME, tarfile.GNUTYPE_LONGLINK, tarfile.XHDTYPE, tarfile.XGLTYPE])
def test_a_name_of_gigabytes_is_not_read(tmp_path: Path, kind: bytes) -> None:
    bomb = tarfile.TarInfo("././@LongLink")
    bomb.type, bomb.size = kind, 1 << 33
    data = tarred(("a.html", b"a"))[:1024] + bomb.tobuf(tarfile.GNU_FORMAT) + bytes(1_000_000)
    (tmp_path / "in.tar").write_bytes(data)
    items = read(tmp_path / "in.tar")
    assert texts(items) == ["a", "ReadError"]
    assert isinstance(items[1], Failure)
    assert "a name of 8589934592 bytes" in items[1].message


def test_a_sparse_member_is_as_long_as_the_limit(tmp_path: Path) -> None:
    hole = tarfile.TarInfo("hole.html")
    hole.pax_headers = {"GNU.sparse.major": "1", "GNU.sparse.minor": "0", "GNU.sparse.name": "hole.html", "GNU.sparse.realsize": str(10**12)}
    (tmp_path / "in.tar").write_bytes(tarred((hole, b"1\n0\n1\n".ljust(512, b"\0") + b"x")))
    (item,) = read(tmp_path / "in.tar")
    assert isinstance(item, Document)
    assert len(item.data) == LIMIT + 1


# Paths and links


EVIL = ("/etc/cron.d/evil.html", "../../evil.html", "a/../../../evil.html", "x\\..\\..\\evil.html", "C:\\evil.html", "\\\\host\\share\\evil.html",
        "~/evil.html", "-rf.html", "CON.html", "aux/nul.html", "a\nb.html", "\u202eevil.html", "x" * 150 + "/" + "y" * 90 + ".html", "....//evil.html")  # fmt: skip


@pytest.mark.parametrize("keep_dirs", [False, True])
@pytest.mark.parametrize("form", ["pages-markdown", "pages-text"])
@pytest.mark.parametrize("suffix", [".zip", ".tar"])
def test_no_name_leads_out_of_the_folder(tmp_path: Path, suffix: str, form: str, keep_dirs: bool) -> None:
    pages = {name: f"{name} 的标题".encode() for name in EVIL}
    source = tmp_path / f"in{suffix}"
    source.write_bytes(zipped(pages) if suffix == ".zip" else tarred(*pages.items()))
    output = tmp_path / "deep" / "er" / "out"
    setup = Setup(form=form, parse=corpus_fake.NAME)  # type: ignore[arg-type]
    outcome = Run(Plan(setup=setup, inputs=(str(source),), output=str(output), keep_dirs=keep_dirs, jobs=1)).go()
    assert outcome.tally.documents == len(EVIL)
    written = [Path(folder) / name for folder, _, names in os.walk(tmp_path) for name in names]
    assert {path for path in written if not path.is_relative_to(output)} == {source}
    assert len(written) - 1 == len(EVIL)


TITLES = ("../../evil", "/etc/passwd", "C:\\evil", "a/b\\c", "长" * 300, "CON", "nul.txt", "com1", "..", ".", "", " ", ".hidden", "-rf", "a\x00b", "a\nb",
          "\u202etxt.exe", "同名", "同名", "同名", "ABC", "abc", "Abc", "e\u0301", "\u00e9", "x.", "x ", "LPT9", "*?\"<>|:", "~", "'; rm -rf /", "$(id)", "%2e%2e%2f")  # fmt: skip


@pytest.mark.parametrize("form", ["pages-markdown", "pages-text"])
def test_whatever_the_titles_every_document_has_a_file_inside_the_folder(tmp_path: Path, form: str) -> None:
    source = tmp_path / "in.jsonl"
    source.write_text("".join(json.dumps({"html": f"{title} "}) + "\n" for title in TITLES if title.strip()))
    output = tmp_path / "deep" / "out"
    setup = Setup(form=form, parse=corpus_fake.NAME)  # type: ignore[arg-type]
    outcome = Run(Plan(setup=setup, inputs=(str(source),), output=str(output), jobs=1)).go()
    names = os.listdir(output)
    assert sorted(os.listdir(tmp_path)) == ["deep", "in.jsonl"]
    assert os.listdir(tmp_path / "deep") == ["out"]
    assert len(names) == outcome.tally.documents == sum(bool(title.strip()) for title in TITLES)
    assert len({name.lower() for name in names}) == len(names), "names that differ in case alone are one on some systems"
    assert max(len(name.encode()) for name in names) <= 255
    assert not {"con", "nul", "com1", "lpt9"} & {name.split(".")[0].lower() for name in names}


@pytest.mark.parametrize(
    "kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.BLKTYPE, tarfile.FIFOTYPE, tarfile.DIRTYPE]
)
def test_links_and_devices_in_a_tar_archive_are_no_pages(tmp_path: Path, kind: bytes) -> None:
    link = tarfile.TarInfo("passwd.html")
    link.type, link.linkname = kind, "/etc/passwd"
    (tmp_path / "in.tar").write_bytes(tarred(("a.html", b"a"), (link, b""), ("c.html", b"c")))
    assert texts(read(tmp_path / "in.tar")) == ["a", "c"]


def test_links_in_a_zip_archive_are_no_pages(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        link = zipfile.ZipInfo("passwd.html")
        link.create_system, link.external_attr = 3, 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
        archive.writestr("a.html", "a")
    (tmp_path / "in.zip").write_bytes(buffer.getvalue())
    assert texts(read(tmp_path / "in.zip")) == ["a"]


# Cut off, damaged, with something behind


@pytest.mark.parametrize("suffix", [".gz", ".zst"])
@pytest.mark.parametrize("share", [0.2, 0.5, 0.9, 0.999])
def test_packed_lines_that_are_cut_off(tmp_path: Path, suffix: str, share: float) -> None:
    whole = tuple(f"{number} {random.Random(number).randbytes(300).hex()}" for number in range(900))
    data = PACK[suffix]("".join(json.dumps({"html": text}) + "\n" for text in whole).encode())
    (tmp_path / f"in.jsonl{suffix}").write_bytes(data[: int(len(data) * share)])
    items = read(tmp_path / f"in.jsonl{suffix}")
    last = items[-1]
    assert isinstance(last, Failure)
    assert "cut off" in last.message
    half = [item for item in items[:-1] if isinstance(item, Failure)]  # the line that the end stands in
    assert len(half) <= 1
    found = texts(items)[: -1 - len(half)]
    assert tuple(found) == whole[: len(found)]
    assert len(found) >= share * len(whole) - 250  # a block of zstd is 128 KiB: 220 lines


@pytest.mark.parametrize("suffix", [".gz", ".zst"])
def test_what_stands_behind_packed_lines_costs_none_of_them(tmp_path: Path, suffix: str) -> None:
    data = PACK[suffix]("".join(json.dumps({"html": text}) + "\n" for text in TEN).encode())
    (tmp_path / f"in.jsonl{suffix}").write_bytes(data + b"\r\ngarbage behind the end" * 9)
    assert texts(read(tmp_path / f"in.jsonl{suffix}")) == [*TEN, "ReadError"]


@pytest.mark.parametrize("suffix", [".gz", ".zst"])
def test_packed_pieces_one_after_the_other_are_one_file(tmp_path: Path, suffix: str) -> None:
    pieces = [PACK[suffix]((json.dumps({"html": text}) + "\n").encode()) for text in TEN]
    (tmp_path / f"in.jsonl{suffix}").write_bytes(b"".join(pieces))
    assert texts(read(tmp_path / f"in.jsonl{suffix}")) == list(TEN)


@pytest.mark.parametrize(
    "data, expected",
    [
        (gzip.compress("页".encode()) + b"garbage", ["页"]),
        (gzip.compress("页".encode()) + gzip.compress("二".encode()), ["页二"]),
        (gzip.compress("页".encode() * 900)[:-9], ["ReadError"]),
        (gzip.compress("页".encode())[:-8] + b"\0" * 8, ["ReadError"]),
        (gzip.compress("页".encode()) + gzip.compress("二".encode())[:-3], ["ReadError"]),
        (b"\x1f\x8b", ["ReadError"]),
    ],
    ids=["garbage behind", "two members", "cut off", "wrong check sum", "second member cut off", "nothing but a sign"],
)
def test_a_packed_page(tmp_path: Path, data: bytes, expected: list[str]) -> None:
    (tmp_path / "in.html").write_bytes(data)
    assert texts(read(tmp_path / "in.html")) == expected


@pytest.mark.parametrize("suffix", ["", ".gz", ".zst"])
def test_a_tar_archive_that_is_cut_off_anywhere(tmp_path: Path, suffix: str) -> None:
    whole = tarred(*((name, text * 90) for name, text in PAGES.items()))
    wanted = tuple(text * 90 for text in TEN)
    path = tmp_path / f"in.tar{suffix}"
    path.write_bytes(PACK[suffix](whole))
    assert tuple(texts(read(path))) == wanted
    end = whole.index(bytes(1024)) if not suffix else len(PACK[suffix](whole)) - 1
    for size in range(600, end, 512 if not suffix else 97):
        path.write_bytes(PACK[suffix](whole)[:size])
        assert is_start(read(path), wanted), size


def test_damage_in_a_tar_archive_is_told(tmp_path: Path) -> None:
    data = bytearray(tarred(*PAGES.items()))
    data[4 * 1024 + 148 : 4 * 1024 + 156] = b"damaged!"
    (tmp_path / "in.tar").write_bytes(data)
    assert texts(read(tmp_path / "in.tar")) == [*TEN[:4], "ReadError"]


def test_a_member_of_a_zip_archive_without_a_name_is_passed_over(tmp_path: Path) -> None:
    archive = zipped({"a.html": b"<p>one</p>", "b.html": b"<p>two</p>"})
    path = tmp_path / "in.zip"
    path.write_bytes(archive.replace(b"b.html", b"\0.html"))
    assert texts(read(path)) == ["<p>one</p>"]


@pytest.mark.parametrize("share", [0.0, 0.1, 0.5, 0.9, 0.999])
def test_a_zip_archive_that_is_cut_off(tmp_path: Path, share: float) -> None:
    data = zipped(PAGES)
    (tmp_path / "in.zip").write_bytes(data[: int(len(data) * share)])
    assert texts(read(tmp_path / "in.zip")) == ["ReadError"]


@pytest.mark.parametrize("share", [0.0, 0.1, 0.5, 0.9, 0.999])
def test_a_parquet_file_that_is_cut_off(tmp_path: Path, share: float) -> None:
    pa = pytest.importorskip("pyarrow", reason="pyarrow (extra arrow) is not installed")
    pq = pytest.importorskip("pyarrow.parquet")
    buffer = io.BytesIO()
    pq.write_table(pa.Table.from_pylist([{"html": text} for text in TEN]), buffer)
    (tmp_path / "in.parquet").write_bytes(buffer.getvalue()[: int(buffer.tell() * share)])
    assert texts(read(tmp_path / "in.parquet")) == ["ReadError"]


def test_a_text_in_a_parquet_file_that_is_no_text(tmp_path: Path) -> None:
    pa = pytest.importorskip("pyarrow", reason="pyarrow (extra arrow) is not installed")
    pq = pytest.importorskip("pyarrow.parquet")
    raw = pa.array([b"a", b"\xb9\xfa", b"c"], pa.binary())
    column = pa.Array.from_buffers(pa.utf8(), 3, raw.buffers())
    pq.write_table(pa.table({"html": column}), tmp_path / "in.parquet")
    assert texts(read(tmp_path / "in.parquet")) == ["a", "ReadError", "c"]


def test_a_column_of_a_parquet_file_without_a_name(tmp_path: Path) -> None:
    pa = pytest.importorskip("pyarrow", reason="pyarrow (extra arrow) is not installed")
    pq = pytest.importorskip("pyarrow.parquet")
    buffer = io.BytesIO()
    pq.write_table(pa.table({"column": ["a"]}), buffer)
    (tmp_path / "in.parquet").write_bytes(buffer.getvalue().replace(b"column", b"\xdbolumn"))
    assert texts(read(tmp_path / "in.parquet")) == ["ReadError"]


# Web archives that lie


def record(number: int, told: str | None = None) -> bytes:
    http = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{TEN[number]}".encode()
    length = str(len(http)) if told is None else told.format(len(http), len(http) + 400, len(http) // 2)
    head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:{number}>\r\nContent-Type: application/http; msgtype=response\r\n"
    return head.encode() + (f"Content-Length: {length}\r\n" if length else "").encode() + b"\r\n" + http + b"\r\n\r\n"


LIES = ("{1}", "{2}", "0", "-1", "-{0}", "1000000000000", "9" * 30, "many", "", "0x10", "{0}\r\nContent-Length: 3", "1e3")


@pytest.mark.parametrize("lie", LIES)
@pytest.mark.parametrize("suffix", ["", ".gz"])
def test_a_record_that_lies_about_its_length_costs_no_record_before_it(tmp_path: Path, suffix: str, lie: str) -> None:
    pytest.importorskip("fastwarc", reason="fastwarc (extra warc) is not installed")
    records = [record(number, lie if number == 5 else None) for number in range(10)]
    (tmp_path / f"in.warc{suffix}").write_bytes(b"".join(PACK[suffix](item) for item in records))
    items = read(tmp_path / f"in.warc{suffix}")
    good = [text for text in texts(items) if text in TEN]
    assert good[:5] == list(TEN[:5])
    assert len(good) == len(set(good))
    lost = set(TEN[6:]) - set(good)
    held = "".join(texts(items))
    assert all(text in held for text in lost) or any(isinstance(item, Failure) for item in items), lost


# Anything


SAMPLES: dict[str, Callable[[], bytes]] = {
    ".zip": lambda: zipped(PAGES),
    ".tar": lambda: tarred(*PAGES.items()),
    ".tar.gz": lambda: gzip.compress(tarred(*PAGES.items())),
    ".tar.zst": lambda: zstd(tarred(*PAGES.items())),
    ".jsonl": lambda: "".join(json.dumps({"html": text}) + "\n" for text in TEN).encode(),
    ".jsonl.gz": lambda: gzip.compress("".join(json.dumps({"html": text}) + "\n" for text in TEN).encode()),
    ".html": lambda: gzip.compress(TEN[0].encode()),
}


@pytest.mark.parametrize("suffix", SAMPLES)
def test_any_damage_gives_documents_or_failures(tmp_path: Path, suffix: str) -> None:
    chance = random.Random(suffix)
    whole = SAMPLES[suffix]()
    path = tmp_path / f"in{suffix}"
    for _ in range(200):
        data = bytearray(whole)
        for _ in range(chance.randrange(1, 6)):
            place = chance.randrange(len(data))
            how = chance.randrange(4)
            data[place : place + (how == 1) * chance.randrange(60)] = (
                bytes([chance.randrange(256)]) if how else b"\xff\xff\xff\xff" * chance.randrange(3)
            )
        path.write_bytes(data[: chance.randrange(1, len(data))] if chance.random() < 0.2 else data)
        assert not [item for item in read(path) if isinstance(item, Failure) and "fault of newsclean" in item.message]


def test_an_error_that_nobody_thought_of_costs_one_source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(path: bytes, setup: Setup) -> object:
        raise AssertionError("never seen before")

    monkeypatch.setattr("newsclean.corpus.cutting.CUTTERS", {"zip": broken})
    (tmp_path / "1.zip").write_bytes(zipped(PAGES))
    (tmp_path / "2.html").write_text("二")
    items = [item for chunk in cut(expand([str(tmp_path)]), SETUP) for item in documents(chunk, SETUP)]
    assert texts([item for item in items if isinstance(item, Document | Failure)]) == ["AssertionError", "二"]


def test_the_step_of_bzip2_that_zipfile_takes_is_a_bomb() -> None:
    """Why bzip2 is refused: so much comes out of the least that zipfile unpacks at a time."""
    assert len(bz2.compress(bytes(20_000_000))) < 4_096
