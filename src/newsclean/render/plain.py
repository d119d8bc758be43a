"""Plain text for a person: the headline, a line of facts, the body."""

from __future__ import annotations

from newsclean.article import Article

from .fields import caption, clean, image_of, printed

LABELS = {
    False: {"source": "来源：", "authors": "作者：", "editors": "责任编辑："},
    True: {"source": "來源：", "authors": "作者：", "editors": "責任編輯："},
}
"""By whether the article is in traditional characters."""


def facts(article: Article) -> list[str]:
    """The date, the source, the authors and the editors, each as a page prints it."""
    labels = LABELS["Hant" in article.script.tag]
    found = [printed(article.published_info)] if article.published_info else []
    if article.source:
        found.append(labels["source"] + article.source)
    if article.authors:
        found.append(labels["authors"] + "、".join(article.authors))
    if article.editors:
        found.append(labels["editors"] + "、".join(article.editors))
    return [clean(fact) for fact in found]


def to_text(article: Article) -> str:
    """The headline, a line of facts and the body, blank lines between; captions stand as lines that begin with △.

    For the body alone take `Article.text`.
    """
    lines = [clean(article.title)] if article.title else []
    if known := facts(article):
        lines.append("　".join(known))
    for part in article.blocks:
        image = image_of(article, part) if part.kind == "image" else None
        if image is not None and (words := caption(image)):
            lines.append(f"△{words.lstrip('△▲')}")
        elif part.text:
            lines.append(clean(part.text))
    return "\n\n".join(lines) + "\n" if lines else ""
