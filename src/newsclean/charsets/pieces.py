"""Reading GB18030 and Big5 piece by piece, because Python's codecs take as long for an ASCII byte as for a character.

Half of a page is markup without a single character in it; such pieces are read as what they are, ASCII, in no time.
That pays for a look at the denser pieces, whether a line in them is shifted (see `shifts`).
"""

from __future__ import annotations

from collections.abc import Iterator

from .shifts import shifted

STEP = 512
"""Bytes of a piece, or a few more up to the next ``>``, which is no part of a character in either encoding."""
DENSE = 50
"""One character in so many bytes makes a piece that is looked at: a third of the bytes of a page and 95 % of its text."""


def pieces(data: bytes) -> Iterator[tuple[int, bytes]]:
    """The bytes cut where no character is cut, with the place of each piece."""
    at, size = 0, len(data)
    while at < size:
        end = data.find(b">", at + STEP) + 1 or size
        yield at, data[at:end]
        at = end


def read_strictly(data: bytes, codec: str) -> tuple[str, list[int]]:
    """The text, and the places in it where a line is shifted.

    Raises `UnicodeDecodeError` where bytes are no character.
    """
    texts: list[str] = []
    suspects: list[int] = []
    length = 0
    for _, piece in pieces(data):
        if piece.isascii():
            text = piece.decode()
        else:
            text = piece.decode(codec)
            if (len(piece) - len(text)) * DENSE > len(piece):
                suspects += [length + place for place in shifted(text, codec)]
        texts.append(text)
        length += len(text)
    return "".join(texts), suspects
