"""Which encoding undeclared bytes are in: each candidate reads a sample, the most likely text wins."""

from __future__ import annotations

from newsclean.errors import BinaryInputError

from .alphabets import ASCII, alphabet, average
from .labels import LABELS, codec_of
from .likelihood import beyond_ascii, sample, score
from .search import likeliest

SAMPLES = (256, 4096)
"""Bytes that decide where nothing is declared: few, and more where these leave a doubt."""
SURE = 60.0
"""Nats between the best reading and the next that leave no doubt: odds of 10^26."""
GLANCE = 32
"""Bytes that bear out a declaration: sixteen characters or more, read once, in 8 µs."""
CHINESE = frozenset({"gb18030", "big5", "utf-8"})
BORNE_OUT = 20.5
"""Their average level: of 112 declared pages 111 have 12 to 18 and one has 19; Korean read as GBK has 21, Big5 25."""
NEARBY = 4096
"""Bytes after the first non-ASCII one in which these are sought: the title and the summary."""
CANDIDATES: tuple[tuple[str, str, float], ...] = (
    ("gb18030", "zh", 0.0),
    ("big5", "zh", 0.0),
    ("utf-8", "zh", 0.0),
    ("shift_jis", "ja", -6.0),
    ("euc-jp", "ja", -6.0),
    ("euc-kr", "ko", -6.0),
)
"""Encoding, language, and the log of how often a page of Chinese news comes in it, beside gb18030."""
BELIEF = 10.0
"""The same for the encoding that is declared: it wins where the bytes hardly tell, as in a page with one name."""
GLIMPSE = 512
"""Bytes that are read past their damage, where nothing reads them as they are: four ways, 5 ms."""
BROKEN = 12.0
"""Cost a byte of a likely text with damage: whole Chinese has 5 to 8, every tenth byte left out adds 6."""
LATIN = 3
"""One accented letter in so many bytes, or fewer, is Western; Russian, Greek and Thai have more than one in two."""
OTHERS = "cp1252 cp1250 cp1251 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 cp874 koi8_r iso8859_2 iso8859_5 cp866"
"""What charset-normalizer is asked about: scripts that have letters.  To the rest our own frequencies have said no."""
HEAD = 4096
"""Bytes at the beginning by which UTF-16 and Western text are told."""
LIKELY = 24.0
"""Average level of a likely text.  Chinese in the right encoding has 13 to 17, in a wrong one 28 and more."""


def wide(data: bytes) -> str | None:
    """UTF-16 or UTF-32 without a mark, told by where the NULs of ASCII characters stand; None where it is neither.

    Raises `BinaryInputError` for bytes with many NULs that are neither.
    """
    head = data[:HEAD]
    if b"\x00" not in head:
        return None
    size = len(head) - len(head) % 4
    nuls = [head[place:size:4].count(0) for place in range(4)]
    quarter = size / 4
    if min(nuls[2:]) >= 0.9 * quarter > 4 * nuls[0]:
        return "utf-32-le"
    if min(nuls[:2]) >= 0.9 * quarter > 4 * nuls[3]:
        return "utf-32-be"
    odd, even = nuls[1] + nuls[3], nuls[0] + nuls[2]
    for name, more, less in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        if more > 4 * less and more * 40 >= size and _reads(head[:size], name):
            return name
    if sum(nuls) * 10 > size and len(head) > 64:
        raise BinaryInputError("the input is full of NUL bytes, so it is no text; give the text that was taken from it")
    return None


def wide_by_frequency(data: bytes) -> str | None:
    """UTF-16 of Chinese text that has no ASCII character, and so no NUL."""
    if len(data) % 2:
        return None
    return next((name for name in ("utf-16-le", "utf-16-be") if _reads(data[:HEAD], name)), None)


def _reads(head: bytes, name: str) -> bool:
    """Whether the bytes are likely Chinese or ASCII in that wide encoding."""
    text = head.decode(name, "replace")
    characters = beyond_ascii(text)
    return characters * 8 < len(text) or average(score(text, "zh"), characters) <= LIKELY + 2


def plausible(data: bytes, name: str, start: int = 0) -> bool:
    """Whether the first non-ASCII characters from byte `start` on, read so, are likely Chinese."""
    if name not in CHINESE:
        return False
    text = sample(data, GLANCE, start, start + NEARBY).decode(
        codec_of(name), "ignore" if name == "utf-8" else "replace"
    )
    characters = beyond_ascii(text)
    return characters > 1 and average(score(text, "zh"), characters) <= BORNE_OUT


def detect(data: bytes, told: str | None = None, start: int = 0) -> tuple[str, str]:
    """The encoding that reads the bytes best, and what told it: frequency or fallback.

    `told` is the encoding that is declared: it has the better of two that are equal.  `start` is the first byte that is
    not ASCII, where that is known.
    """
    for size in SAMPLES:
        taken = sample(data, size, start)
        readings = sorted((_reading(taken, *candidate, told) for candidate in CANDIDATES), reverse=True)
        value, name, level = readings[0]
        if level <= LIKELY and value - readings[1][0] >= SURE:
            break
    if level <= LIKELY or name == told:
        return name, "frequency"
    if _mostly_utf8(taken):
        return "utf-8", "frequency"
    return _past_damage(taken[:GLIMPSE]) or _fallback(data, told)


def _mostly_utf8(taken: bytes) -> bool:
    """Whether damaged bytes are UTF-8 all the same, in whatever language: eight good characters for each bad byte."""
    good = beyond_ascii(taken.decode("utf-8", "ignore"))
    bad = sum("\udc80" <= character <= "\udcff" for character in taken.decode("utf-8", "surrogateescape"))
    return good >= 8 * bad


def _reading(taken: bytes, name: str, language: str, prior: float, told: str | None) -> tuple[float, str, float]:
    """How likely the bytes are in an encoding, its name, and the average level of their characters."""
    text = taken.decode(codec_of(name), "replace")
    value = score(text, language) + (BELIEF if name == told else prior)
    return value, name, average(value, beyond_ascii(text))


def _past_damage(taken: bytes) -> tuple[str, str] | None:
    """The encoding that reads a damaged or a mixed text best, with what cannot be read left out."""
    best = None
    for name, second in (("utf-8", "gb18030"), ("utf-8", "big5"), ("gb18030", "utf-8"), ("big5", "utf-8")):
        text, _, _, whole = likeliest(taken, alphabet(codec_of(name)), alphabet(codec_of(second)))
        plain = len(text.encode("ascii", "ignore"))
        cost = (whole - plain * ASCII) / (len(taken) - plain)
        if cost <= BROKEN and (best is None or cost < best[0]):
            best = cost, name
    return (best[1], "frequency") if best else None


def _fallback(data: bytes, told: str | None) -> tuple[str, str]:
    """For what is no Chinese, Japanese or Korean, or too little of it to tell."""
    if told:
        return told, "fallback"
    name = wide_by_frequency(data)
    if name:
        return name, "frequency"
    high = sum(byte > 0x7F for byte in data[:HEAD])
    if high * LATIN <= min(len(data), HEAD):
        return "windows-1252", "fallback"
    from charset_normalizer import from_bytes  # noqa: PLC0415  (20 ms, and hardly ever asked)

    guess = from_bytes(data[:16_384], cp_isolation=OTHERS.split()).best()
    name = guess.encoding.replace("_", "-") if guess else "windows-1252"
    return LABELS.get(name, name), "fallback"


def seven_bit(data: bytes) -> str | None:
    """The encoding of bytes that are all ASCII and hold Chinese or Japanese in escape sequences."""
    if b"\x1b$" in data:
        if b"\x1b$)A" in data or b"\x1b$)G" in data:
            return "iso-2022-cn"
        if b"\x1b$)C" in data:
            return "iso-2022-kr"
        if b"\x1b$B" in data or b"\x1b$@" in data:
            return "iso-2022-jp"
    if b"~{" in data and b"~}" in data:
        place = data.index(b"~{")
        text = data[place : place + 4096].decode("hz", "replace")
        characters = beyond_ascii(text)
        if characters > 1 and average(score(text, "zh"), characters) <= LIKELY:
            return "hz"
    return None
