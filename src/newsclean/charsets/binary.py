"""Pictures, archives and programs are told from text by their first bytes, or by what no text contains."""

from __future__ import annotations

from newsclean.errors import BinaryInputError, phrase

MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", phrase("a PNG picture")),
    (b"\xff\xd8\xff", phrase("a JPEG picture")),
    (b"GIF87a", phrase("a GIF picture")),
    (b"GIF89a", phrase("a GIF picture")),
    (b"%PDF-", phrase("a PDF document; take its text out first (pdftotext) and give that")),
    (b"PK\x03\x04", phrase("a ZIP archive or an office document; unpack it first")),
    (b"PK\x05\x06", phrase("a ZIP archive; unpack it first")),
    (b"\x1f\x8b", phrase("gzip data; unpack it first (gzip.decompress)")),
    (b"BZh", phrase("bzip2 data; unpack it first (bz2.decompress)")),
    (b"\xfd7zXZ\x00", phrase("xz data; unpack it first (lzma.decompress)")),
    (b"\x28\xb5\x2f\xfd", phrase("Zstandard data; unpack it first")),
    (b"7z\xbc\xaf\x27\x1c", phrase("a 7z archive; unpack it first")),
    (b"Rar!\x1a\x07", phrase("a RAR archive; unpack it first")),
    (b"\x7fELF", phrase("a program")),
    (b"MZ\x90\x00", phrase("a program")),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", phrase("an old office document; save it as text or HTML first")),
    (b"{\\rtf", phrase("an RTF document; save it as text or HTML first")),
    (b"OggS", phrase("sound")),
    (b"ID3", phrase("sound")),
    (b"fLaC", phrase("sound")),
    (b"\x00\x00\x01\x00", phrase("an icon")),
    (b"wOFF", phrase("a font")),
    (b"wOF2", phrase("a font")),
    (b"SQLite format 3\x00", phrase("a database")),
    (b"\x00asm", phrase("a program")),
    (b"\xca\xfe\xba\xbe", phrase("a program")),
)
_BEGINNINGS = tuple(magic for magic, _ in MAGIC)
_FIRST = frozenset(magic[:1] for magic in (*_BEGINNINGS, b"RIFF", b"\x00"))
"""The first bytes of them all: few texts have one, so the rest is seldom looked at."""
CONTROLS = bytes([*range(9), *range(14, 27), *range(28, 32)])
A_FEW = 4
"""Control characters that any text may have."""
NOISE = 25
"""One control character in so many bytes is no text: pages have none, random bytes one in ten."""


def refuse_binary(data: bytes) -> None:
    """Raise `BinaryInputError` where the first bytes are those of a file format that is no text."""
    if data[:1] not in _FIRST:
        return
    if data[8:12] == b"WEBP" or data[4:8] == b"ftyp":
        raise BinaryInputError("the input is a picture or a film, not text; give the page that shows it")
    if data.startswith(_BEGINNINGS):
        what = next(what for magic, what in MAGIC if data.startswith(magic))
        raise BinaryInputError("the input is {what}; newsclean reads HTML, Markdown and text", what=what)


def noisy(data: bytes) -> bool:
    """Whether the first 4 KB hold more control characters than any text."""
    head = data[:4096]
    controls = len(head) - len(head.translate(None, CONTROLS))
    return controls > A_FEW and controls * NOISE > len(head)
