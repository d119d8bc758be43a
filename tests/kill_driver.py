"""``newsclean normalize`` with marks twenty times a second and the obedient parser: what `test_kill` kills."""

from __future__ import annotations

import sys

import corpus_fake

import newsclean.corpus.run
from newsclean.cli import main, normalize
from newsclean.corpus.setup import Setup

newsclean.corpus.run.CHECKPOINT = 0.05


def _obedient(**given: object) -> object:
    return Setup(parse=corpus_fake.NAME, **given)  # type: ignore[arg-type]


if __name__ == "__main__":
    vars(normalize)["Setup"] = _obedient
    sys.exit(main())
