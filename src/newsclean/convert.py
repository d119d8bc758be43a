"""Text from one script into another, through OpenCC."""

from __future__ import annotations

from .errors import ConversionError
from .variants.tables import converter

ROADS: dict[str, str] = {
    "zh-hans": "t2s",
    "zh-hans-cn": "tw2sp",
    "zh-hans-sg": "t2s",
    "zh-cn": "tw2sp",
    "zh-sg": "t2s",
    "zh-hant": "s2t",
    "zh-hant-tw": "s2twp",
    "zh-hant-hk": "s2hk",
    "zh-hant-mo": "s2hk",
    "zh-tw": "s2twp",
    "zh-hk": "s2hk",
}
"""Target tag -> the OpenCC configuration."""


def convert(text: str, to: str) -> str:
    """The text in the script `to` (zh-Hans, zh-Hant, zh-Hant-TW, zh-Hant-HK).

    Raises `ConversionError` for a tag that is none of these.
    """
    road = ROADS.get(to.replace("_", "-").lower())
    if road is None:
        raise ConversionError(f"there is no conversion to {to[:40]!r}; try zh-Hans, zh-Hant, zh-Hant-TW or zh-Hant-HK")
    converted: str = converter(road).convert(text)
    return converted
