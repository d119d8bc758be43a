"""``newsclean normalize`` with marks twenty times a second and the obedient parser: a program for `test_kill` to kill."""

from __future__ import annotations

import sys

import corpus_fake

import newsclean.corpus.run
from newsclean.cli import main, normalize

newsclean.corpus.run.CHECKPOINT = 0.05
_setup = normalize.Setup


def _obedient(**given: object) -> object:
    return _setup(parse=corpus_fake.NAME, **given)  # type: ignore[arg-type]


if __name__ == "__main__":
    normalize.Setup = _obedient  # type: ignore[assignment, misc]
    sys.exit(main())
