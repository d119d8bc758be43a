"""ISO-2022-CN (RFC 1922): seven-bit mail and news of the nineties, which Python has no codec for.

Escape sequences designate GB 2312 or CNS 11643 planes; shift-out and shift-in turn them on and off.
"""

from __future__ import annotations

import re

_TOKENS = re.compile(rb"\x1b\$([)*])([A-Z])|\x1bN(..)|\x0e([^\x0f\x1b\n]*)|([^\x0e\x0f\x1b]+)|[\x0f\x1b]", re.DOTALL)

PLANE_1: tuple[tuple[int, int], ...] = (
    (0x2121, 0xA140), (0x2136, 0xA157), (0x2139, 0xA156), (0x213A, 0xA159), (0x216A, 0xA1AC), (0x216B, 0xA1AB),
    (0x216C, 0xA1AD), (0x2242, 0xA1E2), (0x2243, 0xA1E1), (0x2244, 0xA1E3), (0x2257, 0xA1F7), (0x2258, 0xA1F6),
    (0x2259, 0xA1F8), (0x2421, 0xA2AF), (0x4421, 0xA440), (0x5323, 0xAD40), (0x5753, 0xACFE), (0x5754, 0xAFD0),
    (0x6B50, 0xBE52), (0x6B51, 0xBBC8), (0x6F5C, 0xBE53), (0x7535, 0xC2CB), (0x7536, 0xC1AB), (0x7737, 0xC2CC),
    (0x782D, 0xC456), (0x782E, 0xC361), (0x7864, 0xC3BA), (0x7865, 0xC3B9), (0x7866, 0xC3BB), (0x7962, 0xC457),
)  # fmt: skip
"""CNS 11643 plane 1 has the characters of Big5 in the order of Big5, save these turns: code there, code in Big5."""
PLANE_2: tuple[tuple[int, int], ...] = (
    (0x2121, 0xC940), (0x212B, 0xC94B), (0x214C, 0xC9BE), (0x214D, 0xC96C), (0x217D, 0xC9BF), (0x224D, 0xCAF7),
    (0x224E, 0xC9ED), (0x2439, 0xCAF8), (0x376F, 0xDADF), (0x3770, 0xD6CD), (0x387E, 0xD77B), (0x3E63, 0xD6CC),
    (0x3E64, 0xDAE0), (0x3F6A, 0xD77A), (0x3F6B, 0xDBA7), (0x4424, 0xDDFD), (0x554B, 0xEBF1), (0x554C, 0xE8A3),
    (0x5722, 0xECDE), (0x5723, 0xE976), (0x5A28, 0xF0CB), (0x5A29, 0xEB5B), (0x5B3F, 0xEBF2), (0x5C6A, 0xECDF),
    (0x5D74, 0xF056), (0x5D75, 0xEDAA), (0x6039, 0xEEEC), (0x6243, 0xF057), (0x6337, 0xF0CC), (0x642F, 0xEEEB),
    (0x6430, 0xF163), (0x6438, 0xF16C), (0x6573, 0xF269), (0x664D, 0xF4B5), (0x664E, 0xF2C3), (0x6761, 0xF16B),
    (0x6762, 0xF375), (0x6934, 0xF268), (0x6935, 0xF466), (0x6962, 0xF4B6), (0x6A4B, 0xF663), (0x6A4C, 0xF4FD),
    (0x6C52, 0xF664), (0x7166, 0xF9C4), (0x7167, 0xF977), (0x7234, 0xF9C5), (0x7235, 0xF9C7), (0x7240, 0xF9C6),
    (0x7241, 0xF9D2),
)  # fmt: skip
"""The same for plane 2, the rarer half."""


def decode(data: bytes) -> str:
    """The text; what cannot be read stands as U+FFFD."""
    pieces: list[str] = []
    plane = b""
    for match in _TOKENS.finditer(data):
        where, designated, single, shifted, plain = match.groups()
        if where == b")":
            plane = designated
        elif single:
            pieces.append(_cns(single, PLANE_2))
        elif shifted:
            pieces.append(_cns(shifted, PLANE_1) if plane == b"G" else _gb(shifted))
        elif plain:
            pieces.append(plain.decode("ascii", "replace"))
    return "".join(pieces)


def _gb(pairs: bytes) -> str:
    return bytes(byte | 0x80 for byte in pairs).decode("gb18030", "replace")


def _cns(pairs: bytes, plane: tuple[tuple[int, int], ...]) -> str:
    """Plane 1 or 2, by way of Big5."""
    text = []
    for place in range(0, len(pairs) - 1, 2):
        code = (pairs[place] & 0x7F) << 8 | pairs[place + 1] & 0x7F
        turn = max((pair for pair in plane if pair[0] <= code), default=None)
        if turn is None:
            text.append("\ufffd")
            continue
        steps = _index94(code) - _index94(turn[0])
        row, column = divmod(_index157(turn[1]) + steps, 157)
        big5 = bytes((min(row, 0xFF), column + (0x40 if column < 63 else 0x62)))  # no character has 0xFF
        text.append(big5.decode("cp950", "replace")[:1])
    return "".join(text)


def _index94(code: int) -> int:
    return (code >> 8) * 94 + (code & 0xFF)


def _index157(code: int) -> int:
    low = code & 0xFF
    return (code >> 8) * 157 + low - (0x62 if low & 0x80 else 0x40)
