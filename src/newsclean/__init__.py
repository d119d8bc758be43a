"""newsclean: one typed `Article` out of whatever a crawler left behind of a Chinese news article."""

from __future__ import annotations

from .article import Article, Dateline, Decoded, Failure, Image, Part, Published, Removed, Script, Video
from .convert import convert
from .decode import decode
from .errors import NewscleanError
from .options import Limits, Options
from .pipeline import parse, parse_file
from .script import detect_script
from .source import split_front_matter

__version__ = "0.1.0"
