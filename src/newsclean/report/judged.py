"""An article together with the judged blocks that it was assembled from."""

from __future__ import annotations

from types import FunctionType
from typing import Any

from newsclean import pipeline
from newsclean.article import Article
from newsclean.blocks import Page
from newsclean.judges import judge


def judged(data: Any, **given: Any) -> tuple[Article, Page]:
    """What `parse` makes of a document, and its `Page`: every block with verdict and rule, nothing left out.

    Takes the arguments of `parse` and raises what it raises.
    """
    pages: list[Page] = []

    def watched(page: Page, scene: Any) -> None:
        pages.append(page)
        judge(page, scene)

    # A copy of parse() in which one name means something else: parse() itself stays as it is, for all threads, and
    # there is no second list of steps that could drift from the first.
    own = FunctionType(pipeline.parse.__code__, {**vars(pipeline), "judge": watched})
    own.__kwdefaults__ = pipeline.parse.__kwdefaults__
    article: Article = own(data, **given)
    return article, pages[-1]
