"""A time limit for one document, by the alarm clock of the system."""

from __future__ import annotations

import signal
import threading
from types import FrameType

AVAILABLE = hasattr(signal, "setitimer")


class DocumentTimeout(BaseException):
    """A document took too long.  Derives from BaseException so that no ``except Exception`` on the way holds it up."""


class Alarm:
    """Raises `DocumentTimeout` in the main thread when the time is up.

    It reaches Python code and the regular expressions; what hangs inside a C library is beyond it, and is ended from
    outside (see `pool`).  It takes SIGALRM for itself, so it is for processes of ours: workers and the command line.
    """

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.armed = AVAILABLE and seconds > 0 and threading.current_thread() is threading.main_thread()
        if self.armed:
            signal.signal(signal.SIGALRM, _ring)

    def start(self) -> None:
        if self.armed:
            signal.setitimer(signal.ITIMER_REAL, self.seconds)

    def stop(self) -> None:
        if self.armed:
            signal.setitimer(signal.ITIMER_REAL, 0)


def _ring(number: int, frame: FrameType | None) -> None:
    raise DocumentTimeout
