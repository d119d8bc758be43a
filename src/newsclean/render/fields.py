"""What every output needs: text without control characters, safe addresses, dates as precise as they are known."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsclean.article import Article, Image, Part, Published, Video

_CONTROL = re.compile("\r\n?|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
_WEB = re.compile(r"(?:https?:)?//[^/?#\s\\]", re.IGNORECASE)
_NOT_IN_ADDRESS = re.compile(
    '[\x00-\x20\x7f"<>\\\\^`{|}\u0080-\u00a0\u2000-\u200f\u2028-\u202f\u2066-\u2069\ud800-\udfff]'
)
_DATE_LENGTH = {"year": 4, "month": 7, "day": 10}


def clean(text: str) -> str:
    """`text` without characters that no document may hold; half characters become U+FFFD."""
    return text if _CONTROL.search(text) is None else _CONTROL.sub(_replaced, text)


def _replaced(match: re.Match[str]) -> str:
    sign = match[0]
    if sign[0] == "\r":
        return "\n"
    if "\ud800" <= sign <= "\udfff":
        return "\ufffd"
    return " " if sign in "\x0b\x0c\x85\u2028\u2029" else ""


def web_address(url: str | None) -> str | None:
    """`url` where it is http, https or protocol-relative, signs that could end it percent-encoded; else None."""
    if not url:
        return None
    url = url.strip()
    return _NOT_IN_ADDRESS.sub(_percent, url) if _WEB.match(url) else None


def _percent(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match[0].encode("utf-8", "replace"))


def iso(published: Published) -> str:
    """ISO 8601, as precise as the moment is known: ``2024``, ``2024-05-09``, ``2024-05-09T22:27+08:00``."""
    if length := _DATE_LENGTH.get(published.precision):
        return published.at.date().isoformat()[:length]
    return published.at.isoformat(timespec="minutes" if published.precision == "minute" else "seconds")


def printed(published: Published) -> str:
    """The moment as a page prints it: ``2024-05-09 22:27``; its offset only where it is not China's."""
    if published.precision in _DATE_LENGTH:
        return iso(published)
    words = iso(published).replace("T", " ")
    clock, offset = words[:-6], words[-6:]
    return clock if offset == "+08:00" else f"{clock} {offset}"


def caption(image: Image) -> str:
    """The caption with the credit, where it does not hold it already; empty where there is neither."""
    words = [image.caption or ""]
    if image.credit and image.credit not in words[0]:
        words.append(image.credit)
    return clean(" ".join(word for word in words if word)).strip()


def runs(article: Article) -> Iterator[tuple[str, list[Part]]]:
    """The parts of the body, neighbours of one kind together."""
    run: list[Part] = []
    for part in article.blocks:
        if run and part.kind != run[0].kind:
            yield run[0].kind, run
            run = []
        run.append(part)
    if run:
        yield run[0].kind, run


def image_of(article: Article, part: Part) -> Image | None:
    """The image that a part stands for; None where it names none."""
    return article.images[part.index] if 0 <= part.index < len(article.images) else None


def video_of(article: Article, part: Part) -> Video | None:
    """The film that a part stands for; None where it names none."""
    return article.videos[part.index] if 0 <= part.index < len(article.videos) else None
