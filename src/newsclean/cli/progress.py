"""How far a run is: a bar on a terminal, a line every few seconds elsewhere; failures as they come."""

from __future__ import annotations

import sys
import threading
import time
from typing import Any, Protocol

from newsclean.article import Failure
from newsclean.corpus.inputs import total_size
from newsclean.corpus.run import News

from .messages import say, told
from .terminal import visible

LINES = 5.0
"""Seconds between lines where the output is no terminal."""
REFRESH = 0.2
"""Seconds between two looks of the bar."""
SHOWN = 20
"""Failures that are shown; the others are counted, and stand in the file of --errors."""


class Progress(Protocol):
    """Told by a run after every chunk."""

    def news(self, news: News) -> None:
        """Show what is new."""

    def close(self) -> None:
        """The run is over."""


def progress_for(inputs: tuple[str, ...], quiet: bool) -> Progress:
    """What suits this terminal."""
    if quiet:
        return Silence()
    return Bar(inputs) if sys.stderr.isatty() else Lines(inputs)


class Silence:
    """Nothing, not even failures: they are in the exit status and in the file of --errors."""

    def news(self, news: News) -> None:
        pass

    def close(self) -> None:
        pass


class Lines:
    """Plain lines."""

    def __init__(self, inputs: tuple[str, ...]) -> None:
        self._clock = Clock(inputs)
        self._since = time.monotonic()
        self._shown = 0

    def news(self, news: News) -> None:
        for failure in news.failures:
            self._shown += 1
            if self._shown <= SHOWN:
                self._print(complaint(failure))
        if time.monotonic() - self._since >= LINES:
            self._since = time.monotonic()
            self._print(self._clock.line(news))

    def close(self) -> None:
        pass

    def _print(self, text: str) -> None:
        print(text, file=sys.stderr, flush=True)


class Bar:
    """A bar on a terminal, drawn by the loop of the run: no thread, no cost between the looks."""

    def __init__(self, inputs: tuple[str, ...]) -> None:
        self._clock = Clock(inputs)
        self._inputs = inputs
        self._bar: Any = None
        self._task: Any = None
        self._since = time.monotonic()
        self._shown = 0

    def news(self, news: News) -> None:
        now = time.monotonic()
        for failure in news.failures:
            self._shown += 1
            if self._shown <= SHOWN:
                self._above(complaint(failure))
        if now - self._since < REFRESH:
            return
        self._since = now
        if self._bar is None:
            self._start()
        self._bar.update(
            self._task, completed=news.consumed, total=self._clock.total, text=self._clock.line(news), refresh=True
        )

    def _start(self) -> None:
        from rich.console import Console  # noqa: PLC0415
        from rich.progress import BarColumn, Progress, TextColumn  # noqa: PLC0415

        self._bar = Progress(
            BarColumn(bar_width=24),
            TextColumn("{task.fields[text]}"),
            console=Console(stderr=True),
            auto_refresh=False,
            transient=True,
        )
        self._task = self._bar.add_task("", total=None, text="")
        self._bar.start()

    def _above(self, text: str) -> None:
        if self._bar is None:
            print(text, file=sys.stderr)
        else:
            self._bar.console.print(text, markup=False, highlight=False)

    def close(self) -> None:
        if self._bar is not None:
            self._bar.stop()


class Clock:
    """Speeds and the time that is left.  The inputs are measured beside the run, which need not wait for it."""

    def __init__(self, inputs: tuple[str, ...]) -> None:
        self._began = time.monotonic()
        self._first: tuple[int, int] | None = None
        self.total: int | None = None
        threading.Thread(target=self._measure, args=(inputs,), daemon=True).start()

    def _measure(self, inputs: tuple[str, ...]) -> None:
        self.total = total_size(inputs)

    def line(self, news: News) -> str:
        """``1200 documents, 3.1 MB/s, 2 failed, 00:12 left``."""
        seconds = max(time.monotonic() - self._began, 1e-9)
        if self._first is None:
            # A run that was taken up again began with what an earlier one had done; that is no speed of this one.
            self._first = (news.consumed, news.tally.size)
        text = say(
            "{documents} documents, {rate:.1f} MB/s, {failed} failed",
            documents=news.tally.documents,
            rate=(news.tally.size - self._first[1]) / seconds / 1e6,
            failed=news.tally.failed,
        )
        done = news.consumed - self._first[0]
        if self.total and done > 0:
            left = max(self.total - news.consumed, 0) * seconds / done
            text += say(", {time} left", time=duration(left))
        return text


def duration(seconds: float) -> str:
    """``01:02:03`` or ``02:03``."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{rest:02}" if hours else f"{minutes:02}:{rest:02}"


def complaint(failure: Failure) -> str:
    """One line about a document that failed; the message of a file error begins with the path already."""
    message = told(failure)
    for colon in (": ", "："):
        message = message.removeprefix(f"{failure.id}{colon}")
    return say("failed: {id}: {message}", id=visible(failure.id), message=visible(message))
