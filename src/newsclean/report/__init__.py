"""HTML files to look at: one page with its verdicts (`inspected`), a whole corpus in pictures (`pictures`).

Each file stands alone: styles and script are in it, it asks the network for nothing, and nothing of a document can
run in it (see `frame`).
"""

from __future__ import annotations

from newsclean.pipeline import judged

from .corpus import Corpus, read_articles, read_failures, read_groups
from .inspected import inspect_page
from .pictures import report_page

__all__ = ["Corpus", "inspect_page", "judged", "read_articles", "read_failures", "read_groups", "report_page"]
