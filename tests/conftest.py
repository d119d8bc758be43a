"""What the tests share: the five seed documents, and Hypothesis's settings."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

import newsclean

SEEDS = Path(__file__).parent.parent / "seeds"

settings.register_profile("quick", max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", max_examples=1_000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("deep", max_examples=20_000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))


@cache
def _bytes(number: str) -> bytes:
    return next(SEEDS.glob(f"{number}_*.txt")).read_bytes()


@cache
def _article(number: str) -> newsclean.Article:
    return newsclean.parse(_bytes(number))


@pytest.fixture
def seed_bytes() -> Callable[[str], bytes]:
    """The bytes of a seed document by the first three digits of its name."""
    return _bytes


@pytest.fixture
def seed() -> Callable[[str], newsclean.Article]:
    """A seed document, parsed once a session."""
    return _article


@pytest.fixture
def seed_folder() -> Path:
    """The folder of the five seed documents."""
    return SEEDS
