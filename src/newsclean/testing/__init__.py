"""Pages to test a crawler with: documents in every state that a crawler leaves behind, and what each of them says.

The pages are written for newsclean after the manner of real sites; the stories, the people and the places in them are
invented.  Beside them stand the five seeds (``seed-000`` …), real documents just as crawlers left them.  ``cases()`` names them, ``load(name)`` gives the bytes and what is expected, ``assert_article(article,
expected)`` compares; `newsclean.testing.harder` makes hard pages from easy ones, `newsclean.testing.measure` scores a
whole folder, and the pytest plugin gives the fixtures ``newsclean_case`` and ``newsclean_cases``.
"""

from __future__ import annotations

from .check import FIELDS, assert_article
from .gold import Case, Expected, Marks, cases, load, read_expected
from .harder import convert_mechanically, hard_wrap, inject_spam, transcode, wrap_images

__all__ = [
    "FIELDS",
    "Case",
    "Expected",
    "Marks",
    "assert_article",
    "cases",
    "convert_mechanically",
    "hard_wrap",
    "inject_spam",
    "load",
    "read_expected",
    "transcode",
    "wrap_images",
]
