"""Dates and times as Chinese pages print them: text -> `Moment` (absolute) or `Partial` (no year, or relative).

``numerals`` reads Chinese numerals and folds full-width signs, ``clock`` reads the time of day and the zone,
``absolute`` finds whole dates, ``partial`` finds what needs completing from other data of the page.
"""

from .absolute import FINENESS, Moment, find_moment, find_moments, from_unix
from .partial import Partial, complete, find_partial

__all__ = ["FINENESS", "Moment", "Partial", "complete", "find_moment", "find_moments", "find_partial", "from_unix"]
