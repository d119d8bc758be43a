"""newsclean: one typed `Article` out of whatever a crawler left behind of a Chinese news article.

>>> import newsclean
>>> article = newsclean.parse("<h1>桥修好了</h1><p>来源：江川日报</p><p>停运三个月的江川大桥昨天恢复通车，首日通过车辆两万余辆。</p>")
>>> article.title, article.source
('桥修好了', '江川日报')
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .article import Article, Dateline, Decoded, Failure, Image, Part, Published, Removed, Script, Video
    from .convert import convert
    from .corpus.many import parse_many
    from .decode import decode
    from .errors import (
        BinaryInputError,
        ConversionError,
        EmptyInputError,
        FrontMatterError,
        InputError,
        InputTooLargeError,
        InputTypeError,
        MergeError,
        NewscleanError,
        OptionError,
        ReadError,
        RuleError,
        UnknownEncodingError,
        WriteError,
    )
    from .merge import merge
    from .options import Limits, Options
    from .pipeline import extract, parse, parse_file
    from .script import detect_script
    from .source import split_front_matter

__version__ = "0.1.0"

__all__ = [
    "Article",
    "BinaryInputError",
    "ConversionError",
    "Dateline",
    "Decoded",
    "EmptyInputError",
    "Failure",
    "FrontMatterError",
    "Image",
    "InputError",
    "InputTooLargeError",
    "InputTypeError",
    "Limits",
    "MergeError",
    "NewscleanError",
    "OptionError",
    "Options",
    "Part",
    "Published",
    "ReadError",
    "Removed",
    "RuleError",
    "Script",
    "UnknownEncodingError",
    "Video",
    "WriteError",
    "convert",
    "decode",
    "detect_script",
    "extract",
    "merge",
    "parse",
    "parse_file",
    "parse_many",
    "split_front_matter",
]

_HOMES = {
    **dict.fromkeys(
        ("Article", "Dateline", "Decoded", "Failure", "Image", "Part", "Published", "Removed", "Script", "Video"),
        ".article",
    ),
    "convert": ".convert",
    "parse_many": ".corpus.many",
    "decode": ".decode",
    **dict.fromkeys(
        (
            "BinaryInputError",
            "ConversionError",
            "EmptyInputError",
            "FrontMatterError",
            "InputError",
            "InputTooLargeError",
            "InputTypeError",
            "MergeError",
            "NewscleanError",
            "OptionError",
            "ReadError",
            "RuleError",
            "UnknownEncodingError",
            "WriteError",
        ),
        ".errors",
    ),
    "merge": ".merge",
    **dict.fromkeys(("Limits", "Options"), ".options"),
    **dict.fromkeys(("extract", "parse", "parse_file"), ".pipeline"),
    "detect_script": ".script",
    "split_front_matter": ".source",
}
"""Public name -> the module that it is loaded from when it is first asked for: `import newsclean` costs next to nothing."""


class _Public(ModuleType):
    """This module, with public names that are loaded when they are asked for.

    Three functions have the name of their module (`decode`, `convert`, `merge`): importing such a module would put the
    module in the function's place, so assignments to public names are not taken.
    """

    def __getattribute__(self, name: str) -> Any:
        home = _HOMES.get(name)
        if home is None:
            return ModuleType.__getattribute__(self, name)
        return getattr(import_module(home, "newsclean"), name)

    def __dir__(self) -> list[str]:
        return sorted({*ModuleType.__dir__(self), *__all__})


sys.modules[__name__].__class__ = _Public
