"""Which written Chinese a text is: the characters that only one script has, and the words that tell the rest."""

from __future__ import annotations

import re
from collections import Counter

from .article import Script
from .variants.signs import Signs, Word, signs

LONGEST = 200_000
"""Characters that are looked at; more do not change the answer."""
REGION_TEXT = 6_000
"""Characters that are looked at for the region and for marks of conversion: three articles."""
MOST_OF_A_WORD = 3
"""Occurrences of a word that count: an article on the 港鐵 is not written in Hong Kong thirty times."""
REGION = 4.0
"""Weight that a region needs …"""
WORDS = 2
"""Different words that it needs …"""
AHEAD = 1.6
"""… and by how much it must be ahead of the next."""
FEW = 40
"""Telling characters up to which a text without kana can be a Japanese or a Korean headline."""
CONVERTED = 2
"""Different wrong pairs that tell a conversion.  Of the native articles that we saw the most has one."""
PER_PAIR = 1_500
"""… and one more for so many characters: a long native text has a slip now and then."""

_HAN = re.compile("[\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f]")
_FOREIGN = re.compile("[\u3041-\u3096\u30a1-\u30fa\uac00-\ud7a3\u1100-\u11ff\u3131-\u318e]")


def detect_script(text: str) -> Script:
    """The script of a text as a BCP 47 tag, with the shares of the scripts, the confidence and what told.

    The region is added where words and characters of one region tell it: ``zh-Hant-TW``, ``zh-Hant-HK``,
    ``zh-Hans-SG``.  ``und`` where no character tells, or as many tell the one as the other; ``ja`` and ``ko`` for
    Japanese and Korean.  Looks at the first 200,000 characters.
    """
    text = text[:LONGEST]
    found = signs("Hans")
    hans, hant = found.hans.findall(text), found.hant.findall(text)
    telling = len(hans) + len(hant)
    language = _language(text, hans, hant, found)
    if language or not telling:
        return Script(tag=language or "und", confidence=0.9 if language else 0.0)
    shares = round(len(hans) / telling, 4), round(len(hant) / telling, 4)
    larger, smaller = max(len(hans), len(hant)), min(len(hans), len(hant))
    mixed = smaller >= 8 and smaller * 10 >= telling
    if larger == smaller:
        return Script(hans=shares[0], hant=shares[1], mixed=mixed, evidence=_first(hans + hant))
    confidence = round((larger - smaller) / telling * (1 - 0.5 ** (larger - smaller + 1)), 3)
    script = "Hans" if len(hans) > len(hant) else "Hant"
    near = text[:REGION_TEXT]
    region, words, mainland = _region(near, signs(script))
    wrong = _wrong_pairs(near, found) if script == "Hant" else ()
    converted = len(wrong) >= CONVERTED + len(near) // PER_PAIR or (bool(wrong) and mainland)
    evidence = _first(hans if script == "Hans" else hant)
    return Script(
        tag=f"zh-{script}-{region}" if region and not converted else f"zh-{script}",
        confidence=confidence,
        hans=shares[0],
        hant=shares[1],
        mixed=mixed,
        converted=converted,
        evidence=(*evidence, *words[:8], *wrong[:8]),
    )


def _first(characters: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(characters[:40]))[:8]


def _language(text: str, hans: list[str], hant: list[str], found: Signs) -> str | None:
    """``ja`` or ``ko`` for text in those languages; they write many of the same characters."""
    if not _FOREIGN.search(text):
        return _without_kana(text, hans, hant, found)
    counts = Counter(_FOREIGN.findall(text))
    hangul = sum(count for character, count in counts.items() if character > "\u30ff")
    hiragana = sum(count for character, count in counts.items() if character < "\u3097" and character != "の")
    han = len(_HAN.findall(text))
    if hangul * 6 > han:
        return "ko"
    kana = sum(counts.values()) - hangul
    if hiragana * 12 > han or kana * 2 > han:
        return "ja"
    return None


def _without_kana(text: str, hans: list[str], hant: list[str], found: Signs) -> str | None:
    """A headline in Chinese characters alone can be Japanese or Korean; a few forms are theirs only."""
    if len(hans) + len(hant) > FEW:
        return None
    japanese = sum(character in found.japanese for character in text)
    if japanese * 2 > len(hans) or (japanese and not hans):
        return "ja"
    return "ko" if not hans and not found.korean.isdisjoint(text) else None


def _region(text: str, found: Signs) -> tuple[str, tuple[str, ...], bool]:
    """The region whose words the text has, these words, and whether the words of the mainland lead."""
    counts: Counter[Word] = Counter()
    for match in found.anchors.finditer(text):
        place = match.start()
        for word in found.words[match.group()]:
            if place >= word.place and text.startswith(word.text, place - word.place):
                counts[word] += 1
    sums = dict.fromkeys(found.variants, 0.0)
    for word, count in counts.items():
        sums[word.region] += word.weight * min(count, MOST_OF_A_WORD)
    for region, variants in found.variants.items():
        for character, weight in variants.items():
            if character in text:
                sums[region] += weight * min(text.count(character), MOST_OF_A_WORD)
    (best, value), (_, second), *_ = sorted(sums.items(), key=lambda item: -item[1])
    words = tuple(word.text for word in counts if word.region == best)
    if value < REGION or value < AHEAD * second or len(words) < WORDS:
        return "", (), False
    return ("", (), True) if best == "CN" else (best, words, False)


def _wrong_pairs(text: str, found: Signs) -> tuple[str, ...]:
    """The different pairs of characters in the text that only a mechanical conversion writes."""
    wrong: dict[str, None] = {}
    for match in found.forms.finditer(text):
        place = match.start()
        for pair in (text[place - 1 : place + 1] if place else "", text[place : place + 2]):
            if pair in found.wrong:
                wrong[pair] = None
    return tuple(wrong)
