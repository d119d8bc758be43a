"""The fuzz targets: each takes bytes and raises where a promise is broken; what is refused by name is fine."""

from __future__ import annotations

import gzip
import io
import tarfile
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from promises import PROMISES

import newsclean
from newsclean import Article, NewscleanError, Options
from newsclean.article import Failure, SourceKind
from newsclean.corpus.cutting import cut
from newsclean.corpus.inputs import expand
from newsclean.corpus.readers import documents
from newsclean.corpus.setup import Setup
from newsclean.invisible import visible
from newsclean.typography import fix

KINDS: tuple[SourceKind, ...] = ("html", "text", "pdf-text", "front-matter")
LEAD = "<title>大桥通车_江川网</title><h1>大桥通车</h1><p>停运三个月的江川大桥昨天恢复通车，首日通过车辆两万余辆。</p>"


def _text(data: bytes) -> str:
    return data.decode("utf-8", "surrogateescape" if data[:1] == b"\xff" else "replace")


def page(data: bytes) -> None:
    """Totality and determinism: any bytes are an article, the same twice, that JSON holds."""
    with suppress(NewscleanError):
        article = newsclean.parse(data)
        assert Article.from_json(article.to_json()) == article
        assert newsclean.parse(data) == article


def kinds(data: bytes) -> None:
    """Totality: any text is an article of any kind from any address."""
    with suppress(NewscleanError):
        kind = KINDS[data[0] % len(KINDS)] if data else "html"
        newsclean.parse(_text(data[1:]), kind=kind, url=_text(data[-24:]))


def front_matter(data: bytes) -> None:
    """Front matter of any content costs at most itself."""
    with suppress(NewscleanError):
        article = newsclean.parse(f"---\n{_text(data)}\n---\n\n{LEAD}")
        assert Article.from_json(article.to_json()) == article


def scripts(data: bytes) -> None:
    """Data in pages: JSON of any shape in the three places where it is read."""
    text = _text(data).replace("</", "<")
    with suppress(NewscleanError):
        newsclean.parse(f'<script type="application/ld+json">{text}</script>{LEAD}')
        newsclean.parse(f"<p>x</p><script>window.data = {text}</script>").to_json()


def outputs(data: bytes) -> None:
    """Every output is written, encodes, and is read back."""
    with suppress(NewscleanError):
        article = newsclean.parse(LEAD + _text(data))
        for output in (article.to_markdown(), article.to_html()):
            output.encode()
            newsclean.parse(output)
        article.to_jsonld()


def decode(data: bytes) -> None:
    """Any bytes are text or refused, and the text has no half characters."""
    with suppress(NewscleanError):
        newsclean.decode(data).text.encode()


def typography(data: bytes) -> None:
    """Typography twice is typography once."""
    once = fix(_text(data[:2_000]))
    assert fix(once) == once


def options(data: bytes) -> None:
    """Typography and conversion take whatever a page gives them."""
    with suppress(NewscleanError):
        newsclean.parse(LEAD + _text(data), options=Options(typography="news", script="zh-Hant-TW"))


def archives(data: bytes) -> None:
    """Archives of any content give documents or failures, and no failure is a fault of ours."""
    suffix, make = ARCHIVES[data[0] % len(ARCHIVES)] if data else ARCHIVES[0]
    packed = bytearray(make(data[1:]))
    for place, sign in zip(data[1:9:2], data[2:10:2], strict=False):
        packed[place * len(packed) // 256] ^= sign
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"in{suffix}"
        path.write_bytes(packed)
        for chunk in cut(expand([str(path)]), SETUP):
            for item in documents(chunk, SETUP):
                assert not (isinstance(item, Failure) and "fault of newsclean" in item.message), item


def _zipped(data: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.html", data)
        archive.writestr("b.html", data[::-1])
    return buffer.getvalue()


def _tarred(data: bytes) -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        for name in ("a.html", "b" * 120 + ".html"):
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return buffer.getvalue()


ARCHIVES: tuple[tuple[str, Callable[[bytes], bytes]], ...] = (
    (".zip", _zipped),
    (".zip", bytes),
    (".tar", _tarred),
    (".tar.gz", lambda data: gzip.compress(_tarred(data))),
    (".jsonl", lambda data: b'{"html": "a"}\n' + data),
    (".jsonl.gz", lambda data: gzip.compress(b'{"html": "a"}\n' + data)),
    (".html", gzip.compress),
)
SETUP = Setup(form="text")


def names(data: bytes) -> None:
    """No title and no name holds a sign that nobody sees, and nobody sees the difference."""
    with suppress(NewscleanError):
        article = newsclean.parse(f"{LEAD}<div>来源：{_text(data[:60])} 作者：{_text(data[60:120])}</div>{LEAD}")
        for name in (article.title, article.source, *article.authors, *article.editors, *article.tags):
            assert name is None or (name and visible(name) == name)


TARGETS: dict[str, Callable[[bytes], None]] = {
    target.__name__: target
    for target in (
        *(page, kinds, front_matter, scripts, outputs, decode, typography, options, archives, names),
        *PROMISES,
    )
}
