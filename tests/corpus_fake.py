"""A parser that does what the document tells it: for tests of what goes wrong around a parser.

Workers import it by its name, so it is a module of its own.
"""

from __future__ import annotations

import ctypes
import os
import signal
import time
from typing import Any

from newsclean.article import Article, Part, Removed, Script
from newsclean.errors import EmptyInputError

NAME = "corpus_fake:parse"


def parse(data: Any, *, url: str | None = None, encoding: str | None = None, **given: Any) -> Article:
    """The document as the one paragraph of an article; its first word may be an order."""
    told = encoding
    if hasattr(data, "body"):
        data, told = data.body, data.encoding
    text = data.decode(told or "utf-8", "replace") if isinstance(data, bytes) else data
    order, _, rest = text.partition(" ")
    if not text.strip():
        raise EmptyInputError("nothing in it; give a page")
    if order == "CRASH":
        os._exit(7)
    if order == "SEGFAULT":
        os.kill(os.getpid(), signal.SIGSEGV)
    if order == "KILL":
        os.kill(os.getpid(), signal.SIGKILL)
    if order == "HOG":
        held = []
        while True:
            held.append(bytearray(1 << 24))
    if order == "CRASH-ONCE" and not os.path.exists(rest):
        open(rest, "w").close()
        os._exit(9)
    if order == "LOOP":
        while True:
            time.sleep(0.01)
    if order == "STUCK":
        # Inside a C library no alarm of Python's is heard.
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGALRM})
        ctypes.CDLL(None).sleep(1000)
    if order == "BUG":
        raise KeyError("a fault")
    if order == "SLOW":
        time.sleep(float(rest.split()[0]))
    if order == "GATE":
        wait_for(rest)
    return Article(
        is_article=order != "LIST",
        title=text[:40],
        url=url,
        encoding=told,
        script=Script(tag="zh-Hans"),
        blocks=(Part("paragraph", text),),
        removed=(Removed("返回首页", "navigation", "test/navigation", 1),),
    )


def wait_for(path: str) -> None:
    """Until there is such a file; an orphan does not wait."""
    parent = os.getppid()
    while not os.path.exists(path):
        if os.getppid() != parent:
            os._exit(1)
        time.sleep(0.01)
