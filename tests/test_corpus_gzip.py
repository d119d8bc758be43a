"""isal (extra gzip) reads what zlib reads, and finds bad what zlib finds bad: it is quicker, nothing else."""

from __future__ import annotations

import gzip
import sys
from pathlib import Path

import pytest

from newsclean.corpus.readers.streams import opened
from newsclean.corpus.readers.unpacking import gunzip
from newsclean.errors import ReadError

pytest.importorskip("isal", reason="isal (extra gzip) is not installed")

DATA = "\n".join(f"第{n}行，{'新闻' * (n % 50)}" for n in range(3000)).encode()
ONE, OTHER = gzip.compress(DATA), gzip.compress(DATA[::-1], compresslevel=1)


def changed(data: bytes, place: int) -> bytes:
    return data[:place] + bytes([data[place] ^ 0xFF]) + data[place + 1 :]


FILES = {
    "one member": ONE,
    "members behind each other": ONE + OTHER + gzip.compress(b"") + ONE,
    "stored": gzip.compress(DATA, compresslevel=0),
    "zeros behind it": ONE + bytes(512),
    "nothing": b"",
    "an empty member": gzip.compress(b""),
    "no gzip": DATA,
    "the beginning of a header": ONE[:5],
    "cut off": ONE[: len(ONE) // 2],
    "cut off in the check sum": ONE[:-6],
    "a damaged byte": changed(ONE, len(ONE) // 2),
    "a wrong check sum": changed(ONE, len(ONE) - 8),
    "a wrong length": changed(ONE, len(ONE) - 1),
    "rubbish behind it": ONE + b"rubbish, rubbish",
}
GOOD = ("one member", "members behind each other", "stored", "zeros behind it", "nothing", "an empty member")


def read(path: Path) -> tuple[bytes, bool]:
    """What comes out until the file ends, and whether it ends well."""
    pieces = []
    try:
        with opened(str(path).encode(), b".gz") as (_, data):
            while piece := data.read(1000):
                pieces.append(piece)
    except ReadError:
        return b"".join(pieces), False
    return b"".join(pieces), True


@pytest.mark.parametrize("name", FILES)
def test_isal_reads_what_zlib_reads(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "in.jsonl.gz"
    path.write_bytes(FILES[name])
    assert gunzip() is not gzip.GzipFile
    found, well = read(path)
    monkeypatch.setitem(sys.modules, "isal.igzip", None)
    assert gunzip() is gzip.GzipFile
    expected, ended = read(path)
    assert well is ended is (name in GOOD)
    # How much of a damaged member comes out before the damage is noticed is up to each.
    shorter, longer = sorted((found, expected), key=len)
    assert longer.startswith(shorter)
    assert found == expected or not well
