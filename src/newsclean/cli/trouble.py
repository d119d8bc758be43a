"""What a command raises to stop with a word to the user."""

from __future__ import annotations


class UsageTrouble(Exception):
    """The command cannot be carried out as it was given; the text, in the user's language, says what to try."""
