"""The worker process: `pool` starts it, tells it the setup once, then sends it one chunk after the other."""

from __future__ import annotations

import faulthandler
import os
import signal
import sys

import msgspec

from .clock import AVAILABLE, Alarm
from .frames import receive, send, task_decoder
from .setup import Setup
from .work import Part, Span, Worker

ORPHAN = 30.0
"""Seconds beyond the time limit after which a worker ends itself.  The parent does so long before; this is for a worker
that hangs inside a C library after its parent was killed."""


def main() -> None:
    """Serve until the parent closes the pipe or is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # The pipes are ours alone: what a library prints must not get among the messages.
    incoming = os.fdopen(os.dup(0), "rb")
    outgoing = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    sys.stdin = open(os.devnull)  # noqa: SIM115
    silence = open(os.devnull, "w")  # noqa: SIM115
    data = receive(incoming)
    if data is None:
        return
    setup = msgspec.msgpack.decode(data, type=Setup)
    worker = Worker(setup, Alarm(setup.timeout if AVAILABLE else 0))
    limit = setup.timeout + ORPHAN
    try:
        send(outgoing, Part())
        while (data := receive(incoming)) is not None:
            task = task_decoder.decode(data)
            faulthandler.dump_traceback_later(limit, exit=True, file=silence)
            for part in worker.run(task.chunk, Span(task.begin, task.end)):
                send(outgoing, part)
                faulthandler.dump_traceback_later(limit, exit=True, file=silence)
            faulthandler.cancel_dump_traceback_later()
    except BrokenPipeError:
        # The parent is gone; there is nobody left to tell.
        os._exit(1)
