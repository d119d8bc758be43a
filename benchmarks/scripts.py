"""newsclean.detect_script beside hanzidentifier, cjclassifier and zhconv on the same texts.

    python benchmarks/scripts.py                 the fixtures of newsclean.testing and the seeds
    python benchmarks/scripts.py PAGES GOLD      with any other: PAGES/name.html(.gz), GOLD/name.json

What a text is, is known from where it comes from: gold files may name its `region` or carry the flag ``hant``; else the
name of the file does (``cna``, ``ettoday``: Taiwan; ``mingpao``, ``oncc``: Hong Kong).  Conversions are made here, from
the simplified texts, in the three ways in which sites made them.  A peer that is not installed is left out.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from peers import installed

from newsclean import detect_script
from newsclean.script import script_runs
from newsclean.testing.gold import HERE
from newsclean.variants.signs import shared
from newsclean.variants.tables import character_map

SEEDS = Path(__file__).parent.parent / "seeds"
TAIWAN = re.compile(
    "ettoday|cna|ltn|udn|setn|storm|ctee|-ebc|thenewslens|anntw|cpfc|tvbs|yahoo-like|chinatimes|court-notice-big5|joomla|"
    "taiwan|book-excerpt"
)
HONG_KONG = re.compile("x-hk|hk01|hkej|mingpao|oncc|rthk|wenweipo|headline|singtao")
MAINLAND_HANT = re.compile("people-big5|mainland-hant|pinyin-noise|dump-hijacked|spamtxt|^00[23]")
SENTENCE = re.compile(r"[^\n。！？；]+")
IDEOGRAPH = re.compile("[\u4e00-\u9fff]")
Judge = Callable[[str], str]


class Text(NamedTuple):
    """One document and what it is."""

    name: str
    words: str
    region: str
    """CN, TW, HK; "" for traditional text of the mainland, whose making is not known."""


def documents(gold: Path | None) -> Iterator[Text]:
    """The texts, less those in which both scripts stand."""
    for folder in (HERE / "gold", gold):
        for path in sorted(folder.glob("*.json")) if folder else ():
            words = "\n".join(json.loads(path.read_bytes()).get("body") or [])
            if len(IDEOGRAPH.findall(words)) < 60:
                continue
            if MAINLAND_HANT.search(path.stem):
                yield Text(path.stem, words, "")
            elif HONG_KONG.search(path.stem):
                yield Text(path.stem, words, "HK")
            elif "malaysia" in path.stem or "chinapress" in path.stem:
                continue
            elif TAIWAN.search(path.stem):
                yield Text(path.stem, words, "TW")
            else:
                yield Text(path.stem, words, "CN")
    for path in sorted(SEEDS.glob("*.txt")):
        words = re.sub("<[^>]*>|^---.*?^---", "", path.read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE)
        yield Text(path.stem, words, "" if path.stem[:3] in ("002", "003") else "CN")


def judges() -> dict[str, Judge]:
    """The peers that are installed, each as text -> Hans, Hant or und."""
    ways = {"hanzidentifier": _hanzidentifier, "cjclassifier": _cjclassifier, "zhconv": _zhconv}
    found: dict[str, Judge] = {name: ways[name](module) for name, module in installed(*ways)}
    found["newsclean"] = lambda text: detect_script(text).tag.partition("-")[2][:4] or "und"
    return found


def _hanzidentifier(module: Any) -> Judge:
    names = {module.SIMPLIFIED: "Hans", module.TRADITIONAL: "Hant"}
    return lambda text: names.get(module.identify(text), "und")


def _cjclassifier(module: Any) -> Judge:
    classifier = module.CJClassifier.load()
    names = {"CHINESE_SIMPLIFIED": "Hans", "CHINESE_TRADITIONAL": "Hant"}
    return lambda text: names.get(classifier.detect(text).name, "und")


def _zhconv(module: Any) -> Judge:
    return lambda text: {True: "Hans", False: "Hant"}.get(module.issimp(text), "und")


def sentences(texts: list[Text], tools: dict[str, Judge]) -> None:
    """Simplified or traditional, by the sentence."""
    for label, low, high in (("8 to 14 characters", 8, 14), ("15 characters and more", 15, 10_000)):
        rows = [
            (sentence, "Hans" if text.region == "CN" else "Hant")
            for text in texts
            if text.region
            for sentence in SENTENCE.findall(text.words)
            if low <= len(IDEOGRAPH.findall(sentence)) <= high
        ]
        print(f"\n## {len(rows)} sentences of {label}\n\n| | right | und | wrong |\n|---|---|---|---|")
        for name, judge in tools.items():
            answers = [(judge(sentence), good) for sentence, good in rows]
            right = sum(said == good for said, good in answers)
            unknown = sum(said == "und" for said, _ in answers)
            shares = (count / len(rows) for count in (right, unknown, len(rows) - right - unknown))
            print(f"| {name} | " + " | ".join(f"{share:.4f}" for share in shares) + " |")


def regions(texts: list[Text]) -> None:
    """TW, HK and CN by the article."""
    print("\n## Whole articles\n\n| | articles | named | not named | wrong |\n|---|---|---|---|---|")
    for region, tag in (("CN", "zh-Hans"), ("TW", "zh-Hant-TW"), ("HK", "zh-Hant-HK")):
        tags = Counter(detect_script(text.words).tag for text in texts if text.region == region)
        unnamed = tags["zh-Hant"] if region != "CN" else 0
        print(
            f"| {region} | {sum(tags.values())} | {tags[tag]} | {unnamed} | {sum(tags.values()) - tags[tag] - unnamed} |"
        )


def ways() -> dict[str, Callable[[str], str]]:
    """How sites made traditional text from simplified."""
    first = {ord(old): new for old, new in character_map("s2t").items()}
    left = {old: new for old, new in first.items() if chr(old) not in shared()}
    one, rarer = (
        "面里后制发准复历当松范系斗干云表征只致回向尽团汇获余",
        "麵裡後製髮準複曆噹鬆範係鬥幹雲錶徵隻緻迴嚮儘糰彙穫餘",
    )
    other = dict(zip(one, rarer, strict=True))
    return {
        "characters that stand for several left as they are": lambda text: text.translate(left),
        "always the rarer of two": lambda text: "".join(other.get(c, c) for c in text).translate(first),
        "always OpenCC's first": lambda text: text.translate(first),
    }


def conversions(texts: list[Text]) -> None:
    """Made by a machine, or written so."""
    print("\n## Conversions\n\n| | texts | called converted |\n|---|---|---|")
    native = [text.words for text in texts if text.region in ("TW", "HK")]
    cut = [words[start : start + 300] for words in native for start in range(0, len(words) - 200, 300)]
    for label, rows in (("native articles (false alarms)", native), ("native, every 300 characters", cut)):
        print(f"| {label} | {len(rows)} | {sum(detect_script(row).converted for row in rows) / len(rows):.4f} |")
    simplified = [text.words for text in texts if text.region == "CN" and len(text.words) >= 300]
    for label, way in ways().items():
        rows = [way(words) for words in simplified]
        pieces = [row[start : start + 300] for row in rows for start in range(0, len(row) - 200, 300)]
        for name, made in ((label, rows), (f"{label}, every 300 characters", pieces)):
            print(f"| {name} | {len(made)} | {sum(detect_script(row).converted for row in made) / len(made):.4f} |")


JAPANESE = (
    "県議会は昨日、来年度の予算を審議した|首相、衆院解散を表明|日本経済新聞|衆議院解散総選挙|読売新聞|気象庁発表|国会議事堂|"
    "東京都知事選挙|経済産業省|コーヒー豆値上げ|日韓首脳会談|新幹線運転再開|株価、三万円台を回復|円安が進む|売上高過去最高|"
    "군의회는 어제 예산을 심의했다|대통령, 美·中과 정상회담|大韓民國 국회|敎育部長官|國會議員選擧|서울 강남구"
)
"""Headlines, with a bar between them."""


def others(tools: dict[str, Judge]) -> None:
    """Japanese and Korean."""
    headlines = JAPANESE.split("|")
    print(f"\n## {len(headlines)} headlines in Japanese and Korean\n\n| | called Chinese |\n|---|---|")
    for name, judge in tools.items():
        print(f"| {name} | {sum(judge(text) != 'und' for text in headlines)} |")


def runs(texts: list[Text]) -> None:
    """Mixed text: paragraphs of two articles by turns, cut into their runs again."""
    hans = [line for text in texts if text.region == "CN" for line in text.words.split("\n") if len(line) > 30]
    hant = [line for text in texts if text.region in ("TW", "HK") for line in text.words.split("\n") if len(line) > 30]
    right = total = 0
    for one, other in zip(hans, hant, strict=False):
        text = f"{one}\n{other}\n"
        total += len(text)
        for run in script_runs(text):
            for place in range(run.start, run.end):
                right += run.script == ("Hans" if place <= len(one) else "Hant")
    print(f"\nMixed text: {right / total:.4f} of {total} characters are in the right run.")


def speed(texts: list[Text], tools: dict[str, Judge]) -> None:
    """CPU time on bodies of 2,000 characters."""
    print("\n## Bodies of 2,000 characters\n\n| | Hans, ms | Hant, ms | MB/s |\n|---|---|---|---|")
    bodies = ["".join(text.words for text in texts if (text.region == "CN") == hans)[:2000] for hans in (True, False)]
    for name, judge in tools.items():
        times = []
        for body in bodies:
            judge(body)
            best = float("inf")
            for _ in range(30):
                start = time.process_time_ns()
                judge(body)
                best = min(best, time.process_time_ns() - start)
            times.append(best / 1e6)
        rate = sum(len(body.encode()) for body in bodies) / sum(times) / 1e3
        print(f"| {name} | {times[0]:.3f} | {times[1]:.3f} | {rate:.1f} |")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", nargs="?", type=Path, help="not looked at; so that all benchmarks are called alike")
    parser.add_argument("gold", nargs="?", type=Path)
    arguments = parser.parse_args()
    texts = list(documents(arguments.gold))
    print(f"{len(texts)} texts: {dict(Counter(text.region or 'CN, traditional' for text in texts))}")
    tools = judges()
    sentences(texts, tools)
    regions(texts)
    conversions(texts)
    others(tools)
    runs(texts)
    speed(texts, tools)


if __name__ == "__main__":
    main()
