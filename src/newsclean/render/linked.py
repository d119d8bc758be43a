"""JSON-LD: the article as a schema.org NewsArticle (https://schema.org/NewsArticle)."""

from __future__ import annotations

from typing import Any

from newsclean.article import Article, Image

from .fields import clean, iso, web_address


def to_jsonld(article: Article, *, body: bool = True) -> dict[str, Any]:
    """A schema.org NewsArticle of JSON types; without ``articleBody`` where `body` is false."""
    url = web_address(article.url)
    found: dict[str, Any] = {
        "headline": article.title,
        "alternativeHeadline": article.original_title,
        "description": article.summary,
        "datePublished": iso(article.published_info) if article.published_info else None,
        "dateModified": article.modified.isoformat() if article.modified else None,
        "author": [_named("Person", name) for name in article.authors],
        "editor": [_named("Person", name) for name in article.editors],
        "sourceOrganization": _named("Organization", article.source) if article.source else None,
        "publisher": _named("Organization", article.site) if article.site else None,
        "articleSection": [clean(name) for name in article.categories],
        "keywords": [clean(name) for name in article.tags],
        "inLanguage": None if article.script.tag == "und" else article.script.tag,
        "url": url,
        "mainEntityOfPage": url,
        "image": [image for image in map(_image, article.images) if image],
        "video": [
            {"@type": "VideoObject", "url": address}
            for address in (web_address(video.url) for video in article.videos)
            if address
        ],
        "articleBody": article.text if body else None,
    }
    kept = {key: clean(value) if isinstance(value, str) else value for key, value in found.items() if value}
    return {"@context": "https://schema.org", "@type": "NewsArticle", **kept}


def _named(kind: str, name: str) -> dict[str, str]:
    return {"@type": kind, "name": clean(name)}


def _image(image: Image) -> dict[str, Any] | None:
    """An ImageObject; None where the image has no address."""
    url = web_address(image.url)
    if url is None:
        return None
    words = {"caption": image.caption, "creditText": image.credit}
    found: dict[str, Any] = {"@type": "ImageObject", "url": url, "width": image.width, "height": image.height}
    found |= {key: clean(value) for key, value in words.items() if value}
    return {key: value for key, value in found.items() if value is not None}
