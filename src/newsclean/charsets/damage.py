"""Reading past damage: a byte that fits nowhere costs its own character, not the rest of the line.

In the double-byte encodings a stray byte, or half a character, shifts every pair after it, and the wrong pairs are
characters too.  So the stretch around the damage is read anew: of all ways to cut it into characters, the likeliest one
(Viterbi, with the frequencies of characters and pairs as costs), where leaving a byte out has its price.  The same search reads a
stretch in a second encoding, where a page has two.
"""

from __future__ import annotations

import codecs
import re
import threading
from collections.abc import Iterator, Set
from itertools import islice
from typing import NamedTuple

from . import gb
from .alphabets import LOST, SKIP, Alphabet, alphabet, average
from .browsers import as_browsers
from .likelihood import beyond_ascii, score
from .pairs import in_text
from .search import likeliest, price
from .shifts import Search, unshifted
from .stretches import stretches_of

STRETCH = 2000
"""Characters before and after the damage that are read anew: longer than any paragraph that we saw (1,300)."""
BUDGET = 49_152
"""Bytes that are read anew in one document; the search costs 3 to 5 µs a byte, so 0.25 s at most."""
MANY = 20_000
"""Damaged places beyond which each is one U+FFFD, no more is asked, and the offsets of the first so many are kept."""
SECOND = 24.0
"""Average level that a second encoding must reach.  GBK inside UTF-8 reaches 13 to 18, broken UTF-8 read as GBK 27."""

_HANDLER = "newsclean-lost"
_state = threading.local()

_LOST = re.compile("[\udc80-\udcff]+")
_ALIEN = re.compile("[\udc80-\udcff\x80-\u07ff][@-~\udc80-\udcff\x80-\u07ff]*")
"""What GBK and Big5 look like when they are read as UTF-8: unreadable bytes, a few characters of two bytes, ASCII."""
_ENDS = re.compile("[\x01-/:-?]")
"""No second byte of a double-byte encoding.  NUL is none either, but it stands in the middle of damaged characters."""
_ASCII = re.compile("[\x00-\x7f]")
_PROSE = re.compile(r"[A-Za-z0-9.,!?][\udc80-\udc9f](?:[A-Za-z ,.;:!?)<]|\Z)|(?:[ >(\n]|\A)[\udc80-\udc9f][A-Za-z0-9]")
SHIFTING = frozenset({"gb18030", "big5hkscs"})
CUT = 8
"""What another reading than that of a line cut short must gain.  With 8, all of 1,258 halves at the end of a line cost two
characters at most and 0.86 % of other damage costs more; with 4 it is 0.24 % of the halves and 0.76 %."""
MULTIBYTE = frozenset({"utf-8", "gb18030", "big5hkscs", "cp932", "cp949", "euc-jp"})


class Reading(NamedTuple):
    """What could be read."""

    text: str
    damaged: tuple[int, ...] = ()
    """Byte offsets of what could not; each stands in the text as one U+FFFD."""
    second: str | None = None
    """A second encoding that parts of the bytes are in."""


class _Stretch(NamedTuple):
    begin: int
    """Place in the text."""
    end: int
    offset: int
    """Place in the bytes."""
    size: int


def read(data: bytes, codec: str) -> Reading:
    """Read the bytes, past whatever cannot be read, with the characters that browsers show."""
    suspects: list[int] = []
    if codec not in SHIFTING:
        try:
            return Reading(data.decode(codec))
        except UnicodeDecodeError:
            pass
    else:
        stretches = stretches_of(data)
        line = gb.read(data, stretches) if codec == "gb18030" else None
        if line is None:
            text = unshifted(data, codec, stretches)
            if text is not None:
                return Reading(text)
        elif line.broken or line.suspects:
            suspects = _in_text(data, line.suspects, codec)
        else:
            return Reading(as_browsers(line.text, codec))
    reading = _past_damage(data, codec, suspects)
    return reading._replace(text=as_browsers(reading.text, codec))


def _past_damage(data: bytes, codec: str, suspects: list[int]) -> Reading:
    """Read bytes some of which are no character, or whose text is shifted at the suspect places."""
    try:
        text = data.decode(codec, "surrogateescape")
    except UnicodeDecodeError:
        return _replaced(data, codec)
    if codec not in MULTIBYTE:
        if len(text) != len(data):
            return _replaced(data, codec)
        return Reading(_LOST.sub(lambda lost: "\ufffd" * len(lost.group()), text), _places(text, codec))
    places = [match.start() for match in _LOST.finditer(text)]
    if len(places) > MANY:
        return Reading(_LOST.sub(LOST, text), _offsets(text, places[:MANY], codec))
    if codec in SHIFTING:
        places = sorted({*places, *suspects, *Search(codec).shifted(text)})
    second = _second(text, codec)
    ends = _ASCII if codec == "utf-8" and second != "big5hkscs" else _ENDS
    around = _stretches(text, places, codec, ends)
    return _reread(data, text, around, (alphabet(codec), alphabet(second) if second else None))


def _offsets(text: str, places: list[int], codec: str) -> tuple[int, ...]:
    """Places in the bytes for places in the text."""
    offsets = []
    at = offset = 0
    for place in places:
        offset += _size(text[at:place], codec)
        offsets.append(offset)
        at = place
    return tuple(offsets)


def _in_text(data: bytes, offsets: tuple[int, ...], codec: str) -> list[int]:
    """Places in the text for places in the bytes."""
    places = []
    at = place = 0
    for offset in offsets:
        place += len(data[at:offset].decode(codec, "surrogateescape"))
        places.append(place)
        at = offset
    return places


def _replaced(data: bytes, codec: str) -> Reading:
    """For the encodings with states and the wide ones, whose bytes have no place of their own in the text."""
    _state.lost = []
    return Reading(data.decode(codec, _HANDLER), tuple(_state.lost))


def _note(error: UnicodeError) -> tuple[str, int]:
    """U+FFFD for what cannot be read, and its offset kept."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    if len(_state.lost) < MANY:
        _state.lost.append(error.start)
    return "\ufffd", error.end


codecs.register_error(_HANDLER, _note)


def _places(text: str, codec: str) -> tuple[int, ...]:
    return tuple(islice((place for match in _LOST.finditer(text) for place in range(match.start(), match.end())), MANY))


def _stretches(text: str, places: list[int], codec: str, ends: re.Pattern[str]) -> list[_Stretch]:
    """The damaged stretches: from a character that is surely one, over a damaged place, to the next such character."""
    found: list[_Stretch] = []
    at = offset = 0
    for place in places:
        if place < at:
            continue
        begin = place
        floor = max(at, begin - STRETCH)
        while begin > floor and not ends.match(text, begin - 1):
            begin -= 1
        closed = ends.search(text, place + 1, place + STRETCH)
        end = closed.start() if closed else min(len(text), place + STRETCH)
        offset += _size(text[at:begin], codec)
        size = _size(text[begin:end], codec)
        found.append(_Stretch(begin, end, offset, size))
        offset += size
        at = end
    return found


def _size(text: str, codec: str) -> int:
    return len(text.encode(codec, "surrogateescape"))


def _second(text: str, codec: str) -> str | None:
    """The second encoding of a document, told by all that the first one does not read."""
    if codec != "utf-8":
        return "utf-8"
    parts = (match.group() for match in _ALIEN.finditer(text) if _LOST.search(match.group()))
    alien = "\n".join(islice(parts, 500))[:4096].encode("utf-8", "surrogateescape")
    best = None
    for name in ("gb18030", "big5hkscs"):
        read_so = alien.decode(name, "replace")
        characters = beyond_ascii(read_so)
        if characters < 3:
            continue
        level = average(score(read_so, "zh"), characters)
        if level <= SECOND and (best is None or level < best[0]):
            best = level, name
    return best[1] if best else None


def _reread(data: bytes, text: str, stretches: list[_Stretch], alphabets: tuple[Alphabet, Alphabet | None]) -> Reading:
    parts: list[str] = []
    damaged: list[int] = []
    at = spent = 0
    used = False
    seen = in_text(text[begin:end] for begin, end in _between(stretches, len(text)))
    for stretch in stretches:
        parts.append(text[at : stretch.begin])
        at = stretch.end
        quotation = alphabets[0].codec == "utf-8" and _quotation(text, stretch)
        if quotation:
            parts.append(quotation)
            continue
        spent += stretch.size
        whole = text[stretch.begin : stretch.end]
        if spent > BUDGET:
            words, lost, foreign = _plainly(whole, alphabets[0].codec)
        else:
            words, lost, foreign = _anew(data[stretch.offset : stretch.offset + stretch.size], whole, alphabets, seen)
        used = used or foreign
        parts.append(words)
        damaged.extend(stretch.offset + place for place in lost)
    parts.append(text[at:])
    second = alphabets[1]
    return Reading("".join(parts), tuple(damaged), second.codec if used and second else None)


def _anew(
    part: bytes, whole: str, alphabets: tuple[Alphabet, Alphabet | None], seen: Set[str]
) -> tuple[str, list[int], bool]:
    """The likeliest reading, unless one that breaks only the last character is nearly as likely.

    Such a stretch was cut there, by whoever cut titles and summaries to a number of bytes: that happens more than all
    the rest.
    """
    words, lost, foreign, least = likeliest(part, *alphabets, seen)
    first = alphabets[0]
    ends_in_half = first.codec != "utf-8" and whole[-1] >= "\udc80" and not _LOST.search(whole, 0, len(whole) - 1)
    if ends_in_half and price(whole[:-1], first, seen) + SKIP - least < CUT:
        return _plainly(whole, first.codec)
    return words, lost, foreign


def _between(stretches: list[_Stretch], length: int) -> Iterator[tuple[int, int]]:
    """The parts of a text that are not read anew."""
    at = 0
    for stretch in stretches:
        yield at, stretch.begin
        at = stretch.end
    yield at, length


def _quotation(text: str, stretch: _Stretch) -> str:
    """A lone windows-1252 apostrophe, quotation mark or dash in the middle of Latin prose; else nothing."""
    if stretch.size != 1 or not _PROSE.search(text, max(0, stretch.begin - 1), stretch.end + 1):
        return ""
    byte = text[stretch.begin].encode("utf-8", "surrogateescape")
    return byte.decode("cp1252", "ignore")


def _plainly(text: str, codec: str) -> tuple[str, list[int], bool]:
    """Beyond the budget: every run of unreadable bytes is one U+FFFD."""
    places = [match.start() for match in _LOST.finditer(text)]
    return _LOST.sub(LOST, text), list(_offsets(text, places, codec)), False
