"""Which written Chinese a text is: the characters that only one script has, and the words that tell the rest."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from itertools import islice

from .article import Script
from .variants.regions import region_of
from .variants.runs import Run, script_runs
from .variants.signs import Signs, japanese, signs, words
from .variants.slips import slips_of

__all__ = ["Run", "detect_script", "script_runs"]

LONGEST = 200_000
"""Characters that are looked at; more do not change the answer."""
DETAILS = 6_000
"""Characters that are looked at for the region and for slips: three articles."""
MIXED = 8
"""Telling characters of the rarer script from which a text is mixed, if they are a tenth of all."""
FEW = 40
"""Telling characters up to which a text without kana can be a Japanese or a Korean headline."""
HEADLINE = 16
"""Chinese characters up to which one letter of hiragana, besides の, makes a headline Japanese."""
LONGEST_HEADLINE = 400
"""Characters in which forms of these two languages are sought."""
_FOREIGN = re.compile("[\u3041-\u3096\u30a1-\u30fa\uac00-\ud7a3\u1100-\u11ff\u3131-\u318e]")


def detect_script(text: str) -> Script:
    """The script of a text as a BCP 47 tag, with the shares of the scripts, the confidence and what told.

    The region is added where words and characters of one region tell it: ``zh-Hant-TW``, ``zh-Hant-HK``,
    ``zh-Hans-SG``.  ``und`` where no character tells, or as many tell the one as the other; ``ja`` and ``ko`` for
    Japanese and Korean.  Looks at the first 200,000 characters.
    """
    text = text[:LONGEST]
    found = signs()
    hans, hant = _telling(text, found)
    telling = len(hans) + len(hant)
    language = _language(text, hans, hant, found)
    if language:
        return Script(tag=language, confidence=0.9, evidence=_first(_FOREIGN.findall(text[:LONGEST])))
    if len(hans) == len(hant):
        hans, hant = _weakly(text, hans, hant, found)
        telling = len(hans) + len(hant)
    if not telling:
        return Script()
    larger, smaller = max(len(hans), len(hant)), min(len(hans), len(hant))
    shares = round(len(hans) / telling, 4), round(len(hant) / telling, 4)
    mixed = smaller >= MIXED and smaller * 10 >= telling
    if larger == smaller or (smaller and telling <= FEW and japanese().shared.issuperset(hans + hant)):
        return Script(hans=shares[0], hant=shares[1], mixed=mixed, evidence=_first(hans + hant))
    script = "Hans" if len(hans) > len(hant) else "Hant"
    region, evidence, slips, converted = _details(text[:DETAILS], script, found)
    return Script(
        tag=f"zh-{script}-{region}" if region and not converted else f"zh-{script}",
        confidence=round((larger - smaller) / telling * (1 - 0.5 ** (larger - smaller + 1)), 3),
        hans=shares[0],
        hant=shares[1],
        mixed=mixed,
        converted=converted,
        evidence=(*_first(hans if script == "Hans" else hant), *evidence[:8], *slips[:8]),
    )


def _telling(text: str, found: Signs) -> tuple[list[str], list[str]]:
    """The characters of the one script and of the other; where one of them is alone, as many as change anything.

    To find that there is none takes a tenth of the time that it takes to collect them.
    """
    hans, hant = found.hans.search(text) is not None, found.hant.search(text) is not None
    if hans and hant:
        return found.hans.findall(text), found.hant.findall(text)
    tells = found.hans if hans else found.hant
    alone = [match.group() for match in islice(tells.finditer(text), FEW + 1)] if hans or hant else []
    return (alone, []) if hans else ([], alone)


def _weakly(text: str, hans: list[str], hant: list[str], found: Signs) -> tuple[list[str], list[str]]:
    """What tells in the second place: 愿, where nothing else does; and 於 does not count against 处."""
    if hans:
        return hans, [character for character in hant if character not in found.weak["Hant"]]
    near = text[:LONGEST_HEADLINE]
    weak = [[character for character in near if character in found.weak[script]] for script in ("Hans", "Hant")]
    return weak[0], weak[1]


def _first(characters: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(characters[:40]))[:8]


def _language(text: str, hans: list[str], hant: list[str], found: Signs) -> str | None:
    """``ja`` or ``ko`` for text in those languages; they write many of the same characters."""
    if not _FOREIGN.search(text):
        return _without_kana(text, hans, hant, found)
    counts = Counter(_FOREIGN.findall(text))
    hangul = sum(count for character, count in counts.items() if character > "\u30ff")
    hiragana = sum(count for character, count in counts.items() if character < "\u3097" and character != "の")
    han = len(_ideograph().findall(text))
    if hangul * 6 > han:
        return "ko"
    kana = sum(counts.values()) - hangul
    if hiragana * 4 > han or kana * 2 > han:
        return "ja"
    headline = han <= HEADLINE and hiragana * 12 > han and japanese().shared.issuperset(hans)
    return "ja" if headline else None


@cache
def _ideograph() -> re.Pattern[str]:
    return re.compile("[\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f]")


def _without_kana(text: str, hans: list[str], hant: list[str], found: Signs) -> str | None:
    """A headline in Chinese characters alone can be Japanese or Korean; a few forms are theirs only."""
    if len(hans) + len(hant) > FEW:
        return None
    alone = sum(map(japanese().alone.__contains__, text[:LONGEST_HEADLINE]))
    if alone * 2 > len(hans) and alone:
        return "ja"
    return "ko" if not hans and not found.korean.isdisjoint(text[:LONGEST_HEADLINE]) else None


def _details(text: str, script: str, found: Signs) -> tuple[str, tuple[str, ...], tuple[str, ...], bool]:
    """The region and its words, the slips of a conversion, and whether these make the text a conversion."""
    if script == "Hans" and not any(word in text for word in found.abroad):
        return "", (), (), False
    wanted = words(script)
    keys = wanted.keys_in(text)
    region, evidence = region_of(text, wanted, keys)
    if script == "Hans":
        return region, evidence, (), False
    slips = slips_of(text, wanted, keys, region)
    return ("" if region == "CN" else region), evidence, slips.found, slips.converted
