"""Article -> dict, JSON, Markdown, HTML, JSON-LD, plain text; and back from dict and JSON.

``data`` is exact: `from_dict` and `from_json` give the same Article again.  ``markdown``, ``page`` (HTML), ``linked``
(JSON-LD) and ``plain`` are for readers and other programs: everything in them is escaped, and of addresses only those
of the web get into them.
"""

from .data import from_dict, from_json, to_dict, to_json
from .linked import to_jsonld
from .markdown import to_markdown
from .page import to_html
from .plain import to_text

__all__ = [
    "from_dict",
    "from_json",
    "to_dict",
    "to_html",
    "to_json",
    "to_jsonld",
    "to_markdown",
    "to_text",
]
