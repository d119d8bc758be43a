"""The last step: titles and names without unseen signs, typography, conversion to the script that was asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, get_args

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
    return article if target is None else _in_script(article, target)


def _in_script(article: Article, target: str) -> Article:
    """The article converted: what it says in words, and the names; addresses, code and what is kept as printed stay."""
    from .convert import convert_name, convert_part, origin_of  # noqa: PLC0415

    origin = origin_of(article.text or article.title or "")

    def words(given: str) -> str:
        return convert_part(given, target, origin)

    def maybe(given: str | None) -> str | None:
        return words(given) if given else given

    def names(given: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(convert_name(name, target) for name in given)

    replace = msgspec.structs.replace
    dateline = article.dateline
    if dateline:
        agency, place, reporters = maybe(dateline.agency), maybe(dateline.place), names(dateline.reporters)
        dateline = replace(dateline, text=words(dateline.text), agency=agency, place=place, reporters=reporters)
    converted = _each_text(article, words)
    return replace(
        converted,
        original_title=maybe(article.original_title),
        source=maybe(article.source),
        authors=names(article.authors),
        editors=names(article.editors),
        summary=maybe(article.summary),
        categories=tuple(map(words, article.categories)),
        tags=tuple(map(words, article.tags)),
        notes=tuple(map(words, article.notes)),
        dateline=dateline,
        images=tuple(
            replace(image, alt=maybe(image.alt), credit=maybe(image.credit)) for image in converted.images
        ),
        originals=_kept(article),
    )


def _kept(article: Article) -> dict[str, Any]:
    return {
        "title": article.title,
        "source": article.source,
        "authors": list(article.authors),
        "editors": list(article.editors),
        "captions": [image.caption for image in article.images],
        "text": article.text,
    }


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
