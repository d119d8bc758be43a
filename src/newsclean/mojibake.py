"""Text that was once read in the wrong encoding, and the way back where nothing was lost on it."""

from __future__ import annotations


def repair(text: str) -> tuple[str, str | None, tuple[str, ...]]:
    """The text, the way back that was gone (None where none was), and warnings on what cannot be repaired."""
    warnings: tuple[str, ...] = ()
    if "\ufffd" in text:
        warnings += (f"{text.count(chr(0xFFFD))} characters were lost before this file was saved (U+FFFD)",)
    if "锟斤拷" in text:
        warnings += (f"{text.count('锟斤拷')} times 锟斤拷: characters were lost before this file was saved",)
    return text, None, warnings
