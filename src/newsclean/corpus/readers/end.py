"""The last word of a reader that finds out only while it reads where its chunk ends."""

from __future__ import annotations

import msgspec


class End(msgspec.Struct, frozen=True):
    """Where the next chunk of the same file begins.

    A page can be made so that its bytes look like the beginning of a gzip member.  A chunk that was cut there is read
    again from the true place (see `pool`), so nobody can plant documents in a corpus that way.
    """

    position: int
