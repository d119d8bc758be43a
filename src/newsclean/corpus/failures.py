"""The one place where an error becomes the `Failure` of a document."""

from __future__ import annotations

from newsclean.article import Failure
from newsclean.errors import NewscleanError, phrase


def failed(name: str, error: NewscleanError, kind: str = "") -> Failure:
    """The failure of the document `name`; `kind` in place of the name of the error's class."""
    values = {key: _whole(value) if isinstance(value, str) else value for key, value in error.values.items()}
    return Failure(name, kind or type(error).__name__, _whole(str(error)), error.template, values)


def _whole(text: str) -> str:
    """Halves of characters, as the names of files may have them, written out: a failure is sent and stored as UTF-8."""
    return text.encode("utf-8", "backslashreplace").decode()


def too_slow(name: str, seconds: float) -> Failure:
    """The failure of a document that was not done after so many seconds."""
    error = NewscleanError("not done after {seconds:g} seconds; give more with --timeout", seconds=seconds)
    return failed(name, error, "DocumentTimeout")


def faulty(name: str, error: Exception) -> Failure:
    """The failure of the document or source `name` that an error came out of which nobody had thought of."""
    told = "{message} (a fault of newsclean, not of the document: please report it)"
    return failed(name, NewscleanError(told, message=str(error) or phrase("no message")), type(error).__name__)
