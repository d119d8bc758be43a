"""Zip and tar archives of pages.  Nothing is ever unpacked to disk, so no member's path can lead anywhere."""

from __future__ import annotations

import os
import stat
import tarfile
import zipfile
from collections.abc import Iterator
from typing import BinaryIO

from newsclean.article import Failure
from newsclean.corpus.chunks import BYTES, DOCUMENTS, DataChunk, ZipChunk
from newsclean.corpus.documents import Document, printable
from newsclean.corpus.failures import failed
from newsclean.corpus.setup import Setup
from newsclean.errors import ReadError

from .kinds import is_page
from .streams import opened, suffix_of

NAMES = (tarfile.GNUTYPE_LONGNAME, tarfile.GNUTYPE_LONGLINK, tarfile.XHDTYPE, tarfile.XGLTYPE, tarfile.SOLARIS_XHDTYPE)
"""Types of members that hold the name or other facts of the next one."""
LONGEST_NAME = 1_048_576
"""Bytes of such a member: no path is longer than 4,096, and one of them may hold a few other facts."""
PACKINGS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""How members that are read may be packed.  Those that zipfile knows beside them are unpacked without a bound: a step of
4,096 bytes of bzip2 can be 3.6 GB of zeros."""


def cut_zip(path: bytes, setup: Setup) -> Iterator[ZipChunk]:
    """Chunks of the pages in a zip archive.  Raises `ReadError`."""
    members: list[tuple[int, str]] = []
    size = packed = 0
    for index, info in enumerate(_directory(path).infolist()):
        if not is_page(info.filename) or stat.S_ISLNK(info.external_attr >> 16):
            continue
        members.append((index, info.filename))
        size += info.file_size
        packed += info.compress_size
        if len(members) == DOCUMENTS or size >= BYTES:
            yield _zip_chunk(path, members, packed)
            members, size, packed = [], 0, 0
    if members:
        yield _zip_chunk(path, members, packed)


def _zip_chunk(path: bytes, members: list[tuple[int, str]], size: int) -> ZipChunk:
    return ZipChunk(path, tuple(index for index, _ in members), tuple(_text(name) for _, name in members), size)


def read_zip(chunk: ZipChunk, setup: Setup) -> Iterator[Document | Failure]:
    """The documents of the members, a failure for each that cannot be read."""
    limit = setup.options.limits.max_bytes
    archive = _directory(chunk.path)
    infos = archive.infolist()
    for position, index in enumerate(chunk.members):
        name = chunk.name(position)
        if infos[index].flag_bits & 1:
            yield failed(name, ReadError("this member of the archive is encrypted; unpack it by hand"))
        elif infos[index].compress_type not in PACKINGS:
            yield failed(name, ReadError("this member of the archive is not packed by deflate; unpack it by hand"))
        else:
            yield _member(archive, infos[index], name, limit)


def _member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str, limit: int) -> Document | Failure:
    try:
        with archive.open(info) as member:
            return Document(name, member.read(limit + 1))
    except Exception as error:
        # What zipfile raises for damage is nowhere documented: IndexError, struct.error and zlib.error were seen.
        damaged = "this member of the archive is damaged ({error}); unpack it by hand"
        return failed(name, ReadError(damaged, error=str(error)))


_open_zips: dict[bytes, zipfile.ZipFile] = {}


def _directory(path: bytes) -> zipfile.ZipFile:
    """The archive; the last one stays open, for its directory is long to read and every chunk needs it."""
    if path not in _open_zips:
        for archive in _open_zips.values():
            archive.close()
        _open_zips.clear()
        try:
            _open_zips[path] = zipfile.ZipFile(os.fsdecode(path))
        except Exception as error:
            raise ReadError(
                "{path}: no zip archive, or a damaged one ({error}); fetch it again",
                path=printable(path),
                error=str(error),
            ) from error
    return _open_zips[path]


def cut_tar(path: bytes, suffix: bytes, setup: Setup, stream: BinaryIO | None = None) -> Iterator[DataChunk]:
    """The pages of a tar archive, read from its beginning.  Raises `ReadError`."""
    if stream is not None:
        yield from _tar_chunks(printable(path), stream, stream, setup.options.limits.max_bytes)
        return
    with opened(path, suffix) as (raw, data):
        yield from _tar_chunks(printable(path), raw, data, setup.options.limits.max_bytes)


class Header(tarfile.TarInfo):
    """The header of a member; one that is damaged, or holds more than a header may, ends the reading with an error.

    By itself tarfile takes a damaged header for the end of the archive, and reads names of any length into memory.
    """

    @classmethod
    def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> Header:
        header = super().frombuf(buf, encoding, errors)
        if header.type in NAMES and header.size > LONGEST_NAME:
            raise ReadError("a name of {size} bytes", size=header.size)
        return header

    @classmethod
    def fromtarfile(cls, archive: tarfile.TarFile) -> Header:
        try:
            return super().fromtarfile(archive)
        except tarfile.EOFHeaderError:  # type: ignore[attr-defined]  # the end: two blocks of zeros
            raise
        except tarfile.HeaderError as error:
            raise ReadError("a header is damaged: {error}", error=str(error)) from error


def _tar_chunks(label: str, raw: BinaryIO, data: BinaryIO, limit: int) -> Iterator[DataChunk]:
    documents: list[Document | Failure] = []
    size = before = 0
    try:
        with tarfile.open(fileobj=data, mode="r|", errors="surrogateescape", tarinfo=Header) as archive:
            for member in archive:
                archive.members = []  # type: ignore[attr-defined]  # tarfile keeps every header it has read
                if not member.isfile() or not is_page(member.name):
                    continue
                held = archive.extractfile(member)
                content = held.read(limit + 1) if held else b""
                documents.append(Document(f"{label}!{_text(member.name)}", content))
                size += len(content)
                if len(documents) == DOCUMENTS or size >= BYTES:
                    position = raw.tell()
                    yield DataChunk.of(documents, position - before)
                    documents, size, before = [], 0, position
    except Exception as error:
        if documents:
            yield DataChunk.of(documents)
        raise ReadError(
            "{label}: no tar archive, or a damaged one ({error}); fetch it again", label=label, error=str(error)
        ) from error
    if documents:
        yield DataChunk.of(documents, raw.tell() - before)


def tar_suffix(path: bytes) -> bytes:
    """How a tar archive is compressed: ``.gz`` also for ``.tgz``."""
    suffix = suffix_of(path)
    return b".gz" if suffix == b".tgz" else suffix


def _text(name: str) -> str:
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
