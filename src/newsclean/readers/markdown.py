"""The Markdown of a post -> blocks, by way of CommonMark's HTML."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from newsclean.blocks import Page

from .html import read_html

_CAPTIONED = re.compile(r"<p>(<img [^<>]*>)\s*<em>([^<>]*)</em></p>")
"""A picture and a line in italics below it, which is its caption: as newsclean writes it, and many posts."""

_FIGURE = re.compile(r"\{\{[<%] *(?:figure|img|image) ([^{}\n]{1,600}?)/?[>%]\}\}")
_GIVEN = re.compile(r"\b(src|link|title|caption|alt)=[\"“]([^\"”\n]{1,400})[\"”]")
_ASSET = re.compile(r"\{% *(?:asset_img|img) +(?:[a-z-]{1,20} +)?(\S{1,300}\.[A-Za-z]{3,4})(?: +([^{}%\n]{0,200}?))? *%\}")
_FILLED_IN = re.compile(r"(\]\(|src=\")\{[{%]([^{}\n]{1,200})[}%]\}")
_QUOTED = re.compile(r"[\"']([^\"'\s]{1,200})[\"']")
_ATTACHED = re.compile(r"(?<=\))\{:[^{}\n]{1,120}\}")


@lru_cache(maxsize=1)
def _renderer() -> Any:
    from markdown_it import MarkdownIt  # noqa: PLC0415

    return MarkdownIt("commonmark", {"html": True}).enable("table").disable("code")


def read_markdown(text: str) -> Page:
    """Blocks of a post without HTML blocks of its own.  Indented lines are text, not code: posts indent freely."""
    text = _without_templates(text) if "{" in text else text
    html = _CAPTIONED.sub(r"<figure>\1<figcaption>\2</figcaption></figure>", _renderer().render(text))
    return read_html(f"<article>{html}")  # the whole post is one: two lists of it are no two bodies


def _without_templates(text: str) -> str:
    """Pictures that a template would have put in as Markdown's; addresses without what it would have filled in.

    Hugo: {{< figure src="/a.jpg" title="桥" >}}; Hexo: {% asset_img a.jpg 桥 %}; Jekyll: ![桥]({{ site.baseurl }}/a.jpg){: .wide}.
    """
    text = _FIGURE.sub(_figure, text)
    text = _ASSET.sub(lambda tag: f"![{_alone(tag[2] or '')}]({tag[1]})", text)
    text = _FILLED_IN.sub(lambda tag: tag[1] + (quoted[1] if (quoted := _QUOTED.search(tag[2])) else ""), text)
    return _ATTACHED.sub("", text)


def _figure(tag: re.Match[str]) -> str:
    given = dict(_GIVEN.findall(tag[1]))
    if "src" not in given:
        return tag[0]
    caption = given.get("caption") or given.get("title") or ""
    picture = f"![{_alone(given.get('alt', ''))}]({given['src'].replace(' ', '%20')})"
    return picture + (f"\n*{_alone(caption)}*" if caption else "")


def _alone(words: str) -> str:
    """Words without the signs that would end a caption."""
    return re.sub(r"[\[\]*_<>\"']", "", words).strip()
