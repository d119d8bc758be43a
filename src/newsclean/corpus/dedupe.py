"""Reposts: the articles of a corpus that are the same story, word for word but for a headline, a paragraph, a script.

Bodies are compared as sets of character shingles (see `simhash`), by MinHash (Broder 1997) from rensa.  Locality
sensitive hashing finds the pairs that are worth a look, so the work grows with the number of articles, not with its
square.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from datetime import datetime, timezone
from hashlib import blake2b
from typing import Any

import msgspec

from newsclean.errors import ReadError
from newsclean.simhash import shingles, words_of

PERMUTATIONS = 128
"""The standard error of an estimated similarity is 0.04 with these; 512 bytes an article."""
BANDS = 32
"""Bands of four: a pair of similarity 0.5 is found with probability 0.87, of 0.6 with 0.99, of 0.7 with 0.9999."""
SEED = 1
ALIKE = 0.5
"""Share of common shingles from which on two bodies are the same story.  Among 80,000 pairs of unrelated articles that
share many phrases the largest was 0.26, among 20,000 pairs of daily market reports of one template 0.35; a repost that
lost its first paragraph has 0.7 and more."""
INSIDE = 0.85
"""Share of the shorter body that is in the longer: a repost that was cut down is the same story too …"""
INSIDE_ALIKE = 0.4
"""… where it is not much shorter."""
FEWEST = 30
"""Shingles below which only equal bodies are the same: a line of text is soon like another one."""


class Entry(msgspec.Struct, frozen=True):
    """What is remembered of an article while others are read."""

    id: str
    line: int
    """Number of its line, from 1."""
    published: float | None
    """Seconds since 1970; None where it does not say."""
    size: int
    """Number of its shingles."""


class Member(msgspec.Struct, frozen=True):
    """One of a group of reposts."""

    id: str
    line: int
    published: str | None
    earliest: bool


class Group(msgspec.Struct, frozen=True):
    """Articles that are the same story, the earliest first."""

    group: int
    earliest: str
    """The id of the article that came out first; of several, and where none says when, the first in the file."""
    size: int
    members: tuple[Member, ...]


class Deduper:
    """Takes articles one by one; `groups` are the reposts among them.

    Memory: about 3 KB an article.  The result does not depend on the machine or the process, and on the order of the
    articles only where several are equally early.
    """

    def __init__(self) -> None:
        try:
            from rensa import RMinHash, RMinHashLSH  # noqa: PLC0415 (an extra)
        except ImportError as error:
            raise ReadError(
                "finding reposts needs the package rensa; install it with: pip install 'newsclean[dedupe]'"
            ) from error
        self._minhash: Any = RMinHash
        self._index: Any = RMinHashLSH(ALIKE, PERMUTATIONS, BANDS)
        self._digests = array("I")
        self._entries: list[Entry] = []
        self._parents = array("q")
        self._equal: dict[bytes, int] = {}

    def add(self, text: str, name: str, *, line: int = 0, published: datetime | None = None) -> None:
        """One more article: its body, its id, where it stands and when it came out."""
        number = len(self._entries)
        words = words_of(text)
        found = shingles(words)
        self._entries.append(Entry(name, line, _seconds(published), len(found)))
        self._parents.append(number)
        minhash = self._minhash(PERMUTATIONS, SEED)
        minhash.update(sorted(found))
        digest = array("I", minhash.digest())
        self._digests.extend(digest)
        if not words:
            return
        key = blake2b(words.encode("utf-8", "surrogatepass"), digest_size=16).digest()
        same = self._equal.setdefault(key, number)
        if same != number:
            self._join(same, number)
        elif len(found) >= FEWEST:
            for other in self._index.query(minhash):
                if self._root(other) != self._root(number) and self._alike(digest, number, other):
                    self._join(other, number)
            self._index.insert(number, minhash)

    def _alike(self, digest: array[int], number: int, other: int) -> bool:
        """Whether the two are the same story, by the estimated share of common shingles."""
        start = other * PERMUTATIONS
        common = sum(map(int.__eq__, digest, self._digests[start : start + PERMUTATIONS])) / PERMUTATIONS
        if common >= ALIKE:
            return True
        sizes = self._entries[number].size, self._entries[other].size
        inside = common * sum(sizes) / (1 + common) / min(sizes)
        return common >= INSIDE_ALIKE and inside >= INSIDE

    def _root(self, number: int) -> int:
        while self._parents[number] != number:
            self._parents[number] = self._parents[self._parents[number]]
            number = self._parents[number]
        return number

    def _join(self, one: int, other: int) -> None:
        low, high = sorted((self._root(one), self._root(other)))
        self._parents[high] = low

    def groups(self) -> Iterator[Group]:
        """The groups of two and more, in the order of their first articles."""
        members: dict[int, list[int]] = {}
        for number in range(len(self._entries)):
            root = self._root(number)
            if root != number or root in members:
                members.setdefault(root, [root] if root != number else []).append(number)
        for position, numbers in enumerate((members[root] for root in sorted(members)), 1):
            numbers.sort(key=self._moment)
            first = self._entries[numbers[0]]
            yield Group(position, first.id, len(numbers), tuple(self._member(n, n == numbers[0]) for n in numbers))

    def reposts(self) -> set[int]:
        """Lines of the articles that are not the earliest of their group."""
        return {member.line for group in self.groups() for member in group.members if not member.earliest}

    def _moment(self, number: int) -> tuple[bool, float, int]:
        """Dated articles come before undated ones, earlier ones before later ones."""
        published = self._entries[number].published
        return (published is None, published or 0.0, number)

    def _member(self, number: int, earliest: bool) -> Member:
        entry = self._entries[number]
        when = None
        if entry.published is not None:
            when = datetime.fromtimestamp(entry.published, timezone.utc).isoformat()
        return Member(entry.id, entry.line, when, earliest)


class _Record(msgspec.Struct):
    """What is needed of a line that `newsclean normalize` wrote."""

    id: str | int | None = None
    text: str | None = None
    blocks: list[dict[str, Any]] | None = None
    published: str | None = None
    published_info: dict[str, Any] | None = None


_decode = msgspec.json.Decoder(_Record).decode


def add_lines(deduper: Deduper, label: str, lines: Iterable[bytes]) -> int:
    """Give the deduper the articles of a file that `newsclean normalize` wrote; how many there were.

    Raises `ReadError` for a line that is none.
    """
    count = 0
    for line, data in enumerate(lines, 1):
        if not data.strip():
            continue
        try:
            record = _decode(data)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise ReadError(
                "{label}:{line}: no article ({error}); give what newsclean normalize wrote",
                label=label,
                line=line,
                error=str(error),
            ) from error
        text = record.text or "\n".join(str(block.get("text", "")) for block in record.blocks or ())
        name = f"{label}:{line}" if record.id is None else str(record.id)
        stated = record.published or (record.published_info or {}).get("at")
        deduper.add(text, name, line=line, published=_moment(stated))
        count += 1
    return count


def _moment(text: Any) -> datetime | None:
    try:
        return datetime.fromisoformat(str(text).replace("Z", "+00:00")) if text else None
    except ValueError:
        return None


def _seconds(moment: datetime | None) -> float | None:
    if moment is None:
        return None
    return (moment if moment.tzinfo else moment.replace(tzinfo=timezone.utc)).timestamp()
