"""The obedient parser, printing while it works."""

from __future__ import annotations

import os
from typing import Any

import corpus_fake

from newsclean.article import Article


def parse(data: Any, **given: Any) -> Article:
    """Print by Python and by the descriptor, then do as `corpus_fake` does."""
    print("noise")
    os.write(1, b"noise\n")
    return corpus_fake.parse(data, **given)
