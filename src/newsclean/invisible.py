"""Signs that nobody sees: of no width, controls, and those that turn the direction of the text around them.

A body keeps them, for it is given as it was written.  In a title or a name they only deceive: what reads 张三 is not
equal to 张三, and what follows a turned name is read backwards.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec import structs

from .article import Article

_SIGNS = (
    "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f"  # controls that are no white space
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f"
    "\u3164\ufeff\uffa0\ufff9-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e007f"
)
_PICTURES = "\u2000-\u32ff\U0001f000-\U0001faff"
_HAN = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_ANY = re.compile(f"[{_SIGNS}\u200d\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_UNSEEN = re.compile(
    f"[{_SIGNS}]"
    f"|(?<![{_PICTURES}\ufe0f])\u200d|\u200d(?![{_PICTURES}])"  # between two emoji it makes one picture of them
    f"|(?<![{_PICTURES}0-9#*])[\ufe00-\ufe0f]|(?<![{_HAN}])[\U000e0100-\U000e01ef]"  # these choose a form of a sign
)


def visible(text: str) -> str:
    """`text` without the signs that nobody sees."""
    return text if _ANY.search(text) is None else _UNSEEN.sub("", text)


def bared(article: Article) -> Article:
    """The article with such signs taken out of its titles and names; a warning counts them."""
    people = article.authors + article.editors
    texts = (article.title, article.source, article.site, article.original_title)
    names = [text for text in texts if text]
    names += people
    names += article.categories + article.tags
    names += [image.credit for image in article.images if image.credit]
    if article.dateline is not None:
        names.append(article.dateline.text)
    if _ANY.search("\n".join(names)) is None:
        return article
    changes: dict[str, object] = {
        field: _bare(getattr(article, field)) for field in ("title", "source", "site", "original_title")
    }
    changes |= {field: _all(getattr(article, field)) for field in ("authors", "editors", "categories", "tags")}
    changes["images"] = tuple(
        structs.replace(image, credit=_bare(image.credit)) if image.credit else image for image in article.images
    )
    if (line := article.dateline) is not None:
        parts = {field: _bare(getattr(line, field)) for field in ("agency", "place", "date")}
        changes["dateline"] = structs.replace(line, text=visible(line.text), reporters=_all(line.reporters), **parts)
    count = sum(len(name) - len(visible(name)) for name in names)
    if not count:
        return article
    warning = f"invisible: signs that cannot be seen, taken out of titles and names: {count}"
    return structs.replace(article, warnings=(*article.warnings, warning), **changes)


def _bare(text: str | None) -> str | None:
    return visible(text).strip() or None if text else None


def _all(names: Iterable[str]) -> tuple[str, ...]:
    """The names bared, once each; none that was nothing else."""
    return tuple(dict.fromkeys(name for name in map(_bare, names) if name))
