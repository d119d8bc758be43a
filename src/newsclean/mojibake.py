"""Text that was once read in the wrong encoding, and the way back where nothing was lost on it.

A stretch of text is turned back into the bytes that it was made from and read in the encoding that they were in; what
comes out replaces it only where every byte is used and the result is much likelier Chinese than what stood there.
Clean text fails the first test, or the second: no Chinese, Japanese or Korean sentence gets likelier that way.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from .charsets.alphabets import average
from .charsets.likelihood import beyond_ascii, score

HEAD = 1280
"""Characters at the beginning that are probed: the declarations, the title and the summary are there."""
WINDOW = 192
"""Characters of each of three further probes, a quarter of the page apart.  Looking for the telltales in all of a page
would cost a third of what decoding it costs, and a page that was read wrongly was read wrongly in all its parts."""
LIKELY = 20.0
"""Average level of what comes out: running Chinese has 13 to 17, a name of two rare characters 20."""
GAIN = 12.0
"""Nats that the way back must gain; the shortest good one (two characters for three) gains 25."""
TASTE = 24
"""Characters that are read back to see whether it is worth while; one, two or none of them less, to end with a whole."""
TRIES = 8
"""Places of each telltale that are tried."""
ROUNDS = 3
"""Text is encoded twice at times, hardly ever three times."""

_SPECIALS = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_TO_LATIN = {ord(character): character.encode("cp1252")[0] for character in _SPECIALS}
_CONTINUATIONS = bytes(range(0x80, 0xC0))
_WIDE_RUN = re.compile("[^\x00-\x7f\ufffd\ud800-\udfff]{2,60000}")
_GBK_LATIN_RUN = re.compile(f"[\x81-\xfe{_SPECIALS}][@-~\x80-\xff{_SPECIALS}]{{3,60000}}")
_LATIN_RUN = re.compile(f"[\x80-\xff{_SPECIALS}]{{2,60000}}")


class Way(NamedTuple):
    """One way in which text goes wrong."""

    name: str
    telltales: str
    """Characters one of which nearly every wrong sentence has: 锛 is ， read so, 銆 is 。, å begins 年, Ö begins 中, £ begins ，."""
    run: re.Pattern[str]
    back: Callable[[str, str, str], str | None]
    """The run, the character before it and the one after it -> what it was."""


def probe(text: str) -> str:
    """The parts of a text that are looked at for telltales."""
    length = len(text)
    if length <= HEAD + 3 * WINDOW:
        return text
    middle = length >> 1
    quarter = middle >> 1
    last = middle + quarter
    parts = text[:HEAD], text[quarter : quarter + WINDOW], text[middle : middle + WINDOW], text[last : last + WINDOW]
    return "".join(parts)


def repair(text: str, probed: str, certain: bool = False) -> tuple[str, str | None, int]:
    """The text, the way that it had gone wrong (None where it had not), and how many stretches were read back.

    `probed` are the parts of it that are looked at first; with `certain` the whole is looked at in any case.
    """
    first: str | None = None
    count = 0
    for _ in range(ROUNDS):
        if not certain and not _suspicious(probed):
            break
        text, repaired = _read_back(text, certain)
        certain = False
        if not repaired:
            break
        count += sum(repaired.values())
        first = first or max(repaired, key=lambda name: repaired[name])
        probed = text
    return text, first, count


def lost(text: str, damaged: int) -> tuple[str, ...]:
    """Warnings on characters that were lost before the bytes came here, and that no way leads back to.

    `damaged` is the number of U+FFFD that this reading put there itself.
    """
    warnings: tuple[str, ...] = ()
    count = text.count("\ufffd") - damaged
    if count > 0:
        warnings = (f"{count} characters were lost before this document was saved (U+FFFD)",)
    count = text.count("锟斤拷")
    if count:
        warnings += (f"{count} times 锟斤拷: characters were lost before this document was saved",)
    return warnings


def _suspicious(probed: str) -> bool:
    """Whether a telltale stands where something gone wrong begins, and not in a name, in Pinyin or in French."""
    for telltale in TELLTALES:
        if telltale in probed:
            way = next(way for way in WAYS if telltale in way.telltales)
            place = probed.find(telltale)
            for _ in range(TRIES):
                run = way.run.match(probed, place)
                end = min(run.end(), place + TASTE) if run else place
                if any(_better(way, probed, place, end - cut) for cut in range(min(3, end - place - 1))):
                    return True
                place = probed.find(telltale, max(end, place + 1))
                if place < 0:
                    break
    return False


def _better(way: Way, text: str, start: int, end: int) -> str | None:
    """A stretch read back, where that is possible and much likelier."""
    stretch = text[start:end]
    better = way.back(stretch, text[start - 1 : start], text[end : end + 1])
    return better if better is not None and _likelier(better, stretch) else None


def _read_back(text: str, certain: bool) -> tuple[str, dict[str, int]]:
    """Every stretch that has a way back, read back; and how many there were of each way."""
    repaired: dict[str, int] = {}
    for way in WAYS:
        if not certain and not any(telltale in text for telltale in way.telltales):
            continue
        pieces: list[str] = []
        at = 0
        for match in way.run.finditer(text):
            better = _better(way, text, match.start(), match.end())
            if better is not None:
                pieces += (text[at : match.start()], better)
                at = match.end()
        if pieces:
            repaired[way.name] = len(pieces) // 2
            text = "".join(pieces) + text[at:]
    return text, repaired


def _likelier(better: str, worse: str) -> bool:
    value = score(better, "zh")
    characters = beyond_ascii(better)
    if not characters or average(value, characters) > LIKELY:
        return False
    return value - score(worse, "zh") >= GAIN


def _utf8_as_gbk(run: str, before: str, after: str) -> str | None:
    """锛 back to ，: the bytes of GBK are those of UTF-8.

    Where a character shows its loss at either end (U+FFFD, or a question mark after it), the bytes that belonged to it
    are dropped with it.
    """
    data = run.encode("gb18030")
    if "€" in run:
        data = data.replace(b"\xa2\xe3", b"\x80")
    if before == "\ufffd":
        data = data.lstrip(_CONTINUATIONS)
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        if after not in ("\ufffd", "?") or error.start < len(data) - 3:
            return None
        return data[: error.start].decode()


def _bytes_of(run: str) -> bytes:
    return run.translate(_TO_LATIN).encode("latin-1")


def _utf8_as_latin(run: str, _before: str, _after: str) -> str | None:
    """ä¸­ back to 中: the bytes of windows-1252 are those of UTF-8, and again where it was encoded twice."""
    text = run
    for _ in range(ROUNDS):
        try:
            text = _bytes_of(text).decode()
        except UnicodeDecodeError:
            return None
        if not _LATIN_RUN.fullmatch(text):
            return text
    return None


def _gbk_as_latin(run: str, _before: str, _after: str) -> str | None:
    """ÖÐ¹ú back to 中国: the bytes of windows-1252 are those of GBK."""
    if len(run) < 4:
        return None
    try:
        return _bytes_of(run).decode("gb18030")
    except UnicodeDecodeError:
        return None


WAYS: tuple[Way, ...] = (
    Way("utf-8 read as gb18030", "锛銆涓鏄", _WIDE_RUN, _utf8_as_gbk),
    Way("utf-8 read as windows-1252", "äåæçèéãïÃ", _LATIN_RUN, _utf8_as_latin),
    Way("gb18030 read as windows-1252", "ÖÄ£", _GBK_LATIN_RUN, _gbk_as_latin),
)
TELLTALES = "".join(way.telltales for way in WAYS)
