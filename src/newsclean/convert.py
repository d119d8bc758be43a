"""Text from one script into another, through OpenCC."""

from __future__ import annotations

import re
from typing import NamedTuple

from .errors import ConversionError
from .variants.regions import region_of
from .variants.runs import script_runs
from .variants.signs import shared, signs, words
from .variants.tables import character_map, convert_with

TARGETS: dict[str, str] = {
    "zh-hans": "Hans",
    "zh-hans-cn": "Hans",
    "zh-hans-sg": "Hans",
    "zh-hans-my": "Hans",
    "zh-cn": "Hans",
    "zh-sg": "Hans",
    "zh-hant": "Hant",
    "zh-hant-tw": "TW",
    "zh-hant-hk": "HK",
    "zh-hant-mo": "HK",
    "zh-tw": "TW",
    "zh-hk": "HK",
    "zh-mo": "HK",
}
"""What is asked for -> what is written.  Macau writes as Hong Kong does."""

FROM_HANS = {"Hant": ("s2t",), "TW": ("s2twp",), "HK": ("s2hkp", "s2hk")}
"""OpenCC's configurations for simplified text, the first that the installed OpenCC has: words too for TW and HK."""
TO_HANS = {"": ("hk2s",), "CN": ("hk2s",), "TW": ("tw2sp",), "HK": ("hk2sp", "hk2s")}
"""The same into simplified, by the region that the text comes from."""
TO_STANDARD = {"TW": ("hk2t",), "HK": ("tw2t",)}
FROM_STANDARD = {"TW": ("t2tw",), "HK": ("t2hk",)}
"""Between regions only the forms of characters change, by way of OpenCC's standard; words are as good in the other."""

ROUNDS = 4
"""Times that a text is converted at most, until nothing changes any more: 偷樑换柱 is 偷梁换柱 and then 偷梁換柱.  Of 590,000
conversions of words 21 need a third time, which changes nothing; the last is for what none of them does."""
LOOKED_AT = 6_000
"""Characters that tell the region that a text comes from."""
FAMILY_NAMES = frozenset("于余范岳沈郁丰后谷卜占干冲舍万种仇曲涂党")
"""Characters that stand for another when they are words, and for themselves when they are family names: 范冰冰."""
CHAINED = re.compile("[苧幺]")
"""苧 is simplified for 薴 and traditional for 苎, and 幺 becomes 么 in Taiwan, which is simplified for 麼: where no other
character is in the other script, these are good as they are."""
KEPT = "幺麽"
"""The one simplified word with 麽, elsewhere 么."""
IN_NAMES = frozenset("云")
"""Characters that OpenCC changes, good in both scripts, and that names change too: 马云, 馬雲."""

_ASIDE = "\ue000"
"""Stands for one stretch that is left alone.  One that is in the text is left alone itself."""
_LEFT_ALONE = re.compile(
    rf"https?://[^\s<>\"'，。；、）】》」]+|www\.[^\s<>\"'，。；、）】》」]+|<[A-Za-z/!][^<>]*>|\]\([^()\s]*\)|{_ASIDE}"
)
"""Addresses, markup, and the addresses of Markdown links.  OpenCC leaves everything Latin alone by itself."""


class Origin(NamedTuple):
    """What the whole is from which a text comes: it decides where the text alone does not tell."""

    script: str
    """Hans or Hant."""
    region: str
    """TW, HK, CN or empty; of simplified text empty."""


def origin_of(text: str) -> Origin:
    """The script and region of a whole article; simplified where nothing tells."""
    near = text[:LOOKED_AT]
    found = signs()
    if len(found.hant.findall(near)) <= len(found.hans.findall(near)):
        return Origin("Hans", "")
    wanted = words("Hant")
    return Origin("Hant", region_of(near, wanted, wanted.keys_in(near))[0])


def convert(text: str, to: str) -> str:
    """The text in the script `to`: zh-Hans, zh-Hant, zh-Hant-TW, zh-Hant-HK (and zh-CN, zh-TW, zh-HK …).

    Words are converted with their characters (软件 is 軟體 in TW and 軟件 in HK); what is in that script already stays
    as it is, and so do addresses and markup.  Converting twice is converting once.  For the name of a person use
    `convert_name`.

    Raises `ConversionError` for a tag that is none of these.
    """
    _target(to)
    for _ in range(ROUNDS):
        made = convert_part(text, to, origin_of(text))
        if made == text:
            break
        text = made
    return text


def convert_part(text: str, to: str, origin: Origin) -> str:
    """`convert` for a piece of a longer text, of which the `origin` is known: a heading, a caption.

    公里 alone could be either; in an article from Taiwan it is what it should be.  Raises what `convert` raises.
    """
    target = _target(to)
    aside: list[str] = _LEFT_ALONE.findall(text)
    if not aside:
        return _converted(text, target, origin)
    kept = iter(aside)
    converted = _converted(_LEFT_ALONE.sub(_ASIDE, text), target, origin)
    return re.sub(_ASIDE, lambda _: next(kept), converted)


def _converted(text: str, target: str, origin: Origin) -> str:
    """Text without addresses and markup, each run of it by the script that it is in."""
    found = signs()
    hans, hant = bool(found.hans.search(text)), bool(found.hant.search(text))
    if not (hant if target == "Hans" else hans) and CHAINED.search(text):
        return text
    if target == "Hans":
        to_hans = TO_HANS[origin.region if hant or origin.script == "Hant" else ""]
        return KEPT.join(convert_with(to_hans, part) for part in text.split(KEPT))
    if hans and hant:
        runs = script_runs(text, 1)
        return "".join(_to_hant(text[run.start : run.end], target, origin, run.script) for run in runs)
    made = _to_hant(text, target, origin, "Hant" if hant else "Hans" if hans else origin.script)
    if hans or hant or made == text or found.hans.search(made) or found.hant.search(made):
        return made
    return _to_hant(made, target, origin, origin.script)  # 系著: 系着 is a word that is changed in turn


def convert_name(name: str, to: str) -> str:
    """The name of a person in the script `to`: character by character, never by words; family names stay themselves.

    Raises `ConversionError` as `convert` does.
    """
    target = _target(to)
    to_hans = target == "Hans"
    table = character_map("hk2s" if to_hans else "s2t")
    kept = shared() - IN_NAMES
    converted = [
        character if character in kept or (not place and character in FAMILY_NAMES) else table.get(character, character)
        for place, character in enumerate(name)
    ]
    joined = "".join(converted)
    return joined if to_hans or target == "Hant" else convert_with(FROM_STANDARD[target], joined)


def _target(to: str) -> str:
    target = TARGETS.get(to.replace("_", "-").lower())
    if target is None:
        raise ConversionError(
            "there is no conversion to {to!r}; try zh-Hans, zh-Hant, zh-Hant-TW or zh-Hant-HK", to=to[:40]
        )
    return target


def _to_hant(text: str, target: str, origin: Origin, script: str) -> str:
    """One run of text in one script."""
    if script == "Hans":
        text = convert_with(FROM_HANS[target], text)
    if target in ("Hant", origin.region):
        return text
    return convert_with(FROM_STANDARD[target], convert_with(TO_STANDARD[target], text))
