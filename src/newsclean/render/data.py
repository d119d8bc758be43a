"""The exact forms: dict and JSON, both ways."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any

import msgspec

from newsclean.article import SCHEMA_VERSION, Article
from newsclean.errors import InputError

_json = msgspec.json.Encoder()
_SURROGATE = re.compile("[\ud800-\udfff]")
_DEEPEST = 128
"""Levels of front matter that are written; twice what is read by default, and far from where Python gives up."""


def to_dict(article: Article) -> dict[str, Any]:
    """The article as a dict of JSON types; dates are ISO 8601 strings, fields at their default are left out.

    Beside the fields: ``schema_version``, ``published`` (the date of ``published_info``) and ``text``, for those who
    read the data without newsclean.  Raises `InputError` where the front matter is nested beyond all measure.
    """
    if article.front_matter is not None or article.originals is not None:
        article = msgspec.structs.replace(
            article, front_matter=_json_types(article.front_matter), originals=_json_types(article.originals)
        )
    try:
        fields = msgspec.json.decode(msgspec.json.encode(article))
    except UnicodeEncodeError:
        fields = _json_types(msgspec.to_builtins(article))
    data: dict[str, Any] = {"schema_version": SCHEMA_VERSION, **fields}
    if article.published_info is not None:
        data["published"] = data["published_info"]["at"]
    if text := article.text:
        data["text"] = _SURROGATE.sub("\ufffd", text)
    return data


def from_dict(data: dict[str, Any]) -> Article:
    """The article that `to_dict` was given.  Raises `InputError` where `data` is not such a dict."""
    if not isinstance(data, dict):
        raise InputError(
            "An article is made from a dict, not from {kind}; try Article.from_json for text.", kind=type(data).__name__
        )
    version = data.get("schema_version", SCHEMA_VERSION)
    if not isinstance(version, int) or version > SCHEMA_VERSION:
        raise InputError(
            "schema_version is {version}, this newsclean knows {known}; try a newer newsclean.",
            version=repr(version),
            known=SCHEMA_VERSION,
        )
    try:
        article = msgspec.convert(data, Article)
    except (msgspec.MsgspecError, TypeError, ValueError, OverflowError, RecursionError) as error:
        raise InputError("This is no article as Article.to_dict writes it: {error}.", error=str(error)) from error
    for name, at in (("published_info.at", article.published), ("modified", article.modified)):
        if at is not None and at.utcoffset() is None:
            raise InputError("{name} has no zone; write it with an offset, as 2024-05-09T22:27:02+08:00.", name=name)
    return article


def to_json(article: Article, *, indent: int = 0) -> str:
    """`to_dict` as JSON, characters unescaped; one line, or lines indented by `indent` spaces."""
    written = _written(article)
    return (msgspec.json.format(written, indent=indent) if indent > 0 else written).decode()


def _written(article: Article) -> bytes:
    """`to_dict` as JSON, without the dict where none is needed: a corpus is written in half the time."""
    if article.front_matter is not None or article.originals is not None:
        return _json.encode(to_dict(article))
    try:
        fields = _json.encode(article)[1:-1]
        pieces = [b'"schema_version":%d' % SCHEMA_VERSION, *filter(None, [fields])]
        if article.published_info is not None:
            pieces.append(b'"published":' + _json.encode(article.published_info.at))
        if text := article.text:
            pieces.append(b'"text":' + _json.encode(text))
    except UnicodeEncodeError:
        return _json.encode(to_dict(article))
    return b"{" + b",".join(pieces) + b"}"


def from_json(data: str | bytes) -> Article:
    """The article that `to_json` was given.  Raises `InputError` where `data` is not such JSON."""
    try:
        found = msgspec.json.decode(data)
    except (msgspec.MsgspecError, TypeError, ValueError, OverflowError, RecursionError) as error:
        raise InputError("This is no JSON: {error}.", error=str(error)) from error
    return from_dict(found)


def _json_types(value: Any, depth: int = 0) -> Any:
    """`value` in JSON types: keys as strings, dates as ISO strings, half characters as U+FFFD.

    Front matter comes from YAML, which knows dates, sets, bytes and keys of any kind.
    """
    if isinstance(value, str):
        return _SURROGATE.sub("\ufffd", value)
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, float):
        return value if value - value == 0 else str(value)
    if depth > _DEEPEST:
        raise InputError(
            "The front matter is nested deeper than {most} levels; take it out before writing.", most=_DEEPEST
        )
    if isinstance(value, dict):
        return {_key(key): _json_types(item, depth + 1) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_json_types(item, depth + 1) for item in value]
    if isinstance(value, set | frozenset):
        return sorted((_json_types(item, depth + 1) for item in value), key=str)
    if isinstance(value, datetime) or hasattr(value, "isoformat"):
        return str(value.isoformat())
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else _SURROGATE.sub("\ufffd", str(value))


def _key(key: object) -> str:
    return _SURROGATE.sub("\ufffd", key if isinstance(key, str) else "null" if key is None else str(key))
