"""The last step: titles and names without unseen signs, typography, conversion to the script that was asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import get_args

import msgspec

from .article import Article
from .errors import OptionError
from .invisible import bared
from .options import Typography


def finish(article: Article, typography: Typography, target: str | None) -> Article:
    """Bare the titles and names, apply ``Options(typography=…, script=…)``; the originals are kept."""
    if typography not in get_args(Typography):
        raise OptionError(
            "Options.typography={typography!r} is none of {known}",
            typography=typography,
            known=", ".join(get_args(Typography)),
        )
    article = bared(article)
    if typography == "news":
        from .typography import fix  # noqa: PLC0415 - loaded where it is asked for

        article = _each_text(article, fix)
    if target is not None:
        from .convert import convert, convert_name  # noqa: PLC0415

        kept = {
            "title": article.title,
            "source": article.source,
            "authors": list(article.authors),
            "text": article.text,
        }
        article = _each_text(article, lambda text: convert(text, target))
        article = msgspec.structs.replace(
            article,
            source=convert(article.source, target) if article.source else None,
            authors=tuple(convert_name(name, target) for name in article.authors),
            editors=tuple(convert_name(name, target) for name in article.editors),
            originals=kept,
        )
    return article


def _each_text(article: Article, change: Callable[[str], str]) -> Article:
    """The article with title, body and captions changed; code stays as it is."""
    return msgspec.structs.replace(
        article,
        title=change(article.title) if article.title else None,
        blocks=tuple(
            msgspec.structs.replace(part, text=change(part.text)) if part.text and part.kind != "code" else part
            for part in article.blocks
        ),
        images=tuple(
            msgspec.structs.replace(image, caption=change(image.caption)) if image.caption else image
            for image in article.images
        ),
    )
