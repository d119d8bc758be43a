"""newsclean.decode beside charset-normalizer, chardet and cchardet on the same bytes.

    python benchmarks/encodings.py                 the fixture pages of newsclean.testing and the seeds
    python benchmarks/encodings.py PAGES GOLD      with any other: PAGES/name.html(.gz), GOLD/name.json

Every page is transcoded: simplified text to GB18030, traditional text to Big5 and to GB18030.  A guess counts as right
where the text that it gives is the right one, so gb2312 for a page in GB18030 is right when it is read as browsers read
it.  Times are CPU time, the best of several runs.  A peer that is not installed is left out, with a word.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from peers import installed

from newsclean import decode, detect_script
from newsclean.charsets.labels import codec_of, given
from newsclean.testing.gold import HERE

SEEDS = Path(__file__).parent.parent / "seeds"
META = re.compile(r"""(?i)(<meta[^>]{0,200}charset=["']?)([\w-]+)""")
DECLARATION = re.compile(r"""(?i)<meta[^>]{0,200}charset=[^>]*>|<\?xml[^>]*\?>""")
IDEOGRAPHS = re.compile("[^\u4e00-\u9fff]")
SAMPLES = 2000
ROUNDS = 9
Guess = Callable[[bytes], "str | None"]


class Text(NamedTuple):
    """One document."""

    page: str
    """The whole of it, as HTML."""
    words: str
    """Its title and body."""
    hant: bool


def documents(pages: Path | None, gold: Path | None) -> Iterator[Text]:
    """The fixtures, the seeds, and what the user names, as text."""
    folders = [(HERE / "pages", HERE / "gold")]
    if pages and gold:
        folders.append((pages, gold))
    for folder, answers in folders:
        for path in sorted(answers.glob("*.json")):
            answer = json.loads(path.read_bytes())
            words = "\n".join([answer.get("title") or "", *(answer.get("body") or [])])
            source = next(iter(sorted(folder.glob(f"{path.stem}.*"))), None)
            if source is None or len(words) < 100:
                continue
            data = source.read_bytes()
            data = gzip.decompress(data) if source.suffix == ".gz" else data
            try:
                page = data.decode(codec_of(given(answer.get("encoding", "utf-8"))))
            except UnicodeDecodeError:
                continue
            yield Text(page, words, "Hant" in detect_script(words).tag)
    for path in sorted(SEEDS.glob("*.txt")):
        page = path.read_text(encoding="utf-8")
        words = re.sub("<[^>]*>|^---.*?^---", "", page, flags=re.DOTALL | re.MULTILINE)
        yield Text(page, words, "Hant" in detect_script(words).tag)


def peers() -> dict[str, Guess]:
    """The detectors that are installed."""
    return {
        f"{name} {module.__version__}": partial(guess_of, module.detect)
        for name, module in installed("charset_normalizer", "chardet", "cchardet")
    }


def guess_of(detect: Callable[[bytes], dict[str, Any]], data: bytes) -> str | None:
    """What a detector names."""
    name = detect(data)["encoding"]
    return str(name) if name else None


def reads(guess: Guess, data: bytes, text: str) -> bool:
    """Whether the guess gives the text."""
    name = guess(data)
    if not name:
        return False
    try:
        return data.decode(codec_of(given(name))) == text
    except (LookupError, UnicodeDecodeError):
        return False


def big5(text: str) -> bytes:
    """As browsers write it; what Big5 has not is left out."""
    return text.replace("‧", "•").encode("big5hkscs", "ignore")


ENCODE: dict[str, Callable[[str], bytes]] = {
    "gb18030": lambda text: text.encode("gb18030"),
    "big5": big5,
    "utf-8": str.encode,
}


def short(texts: list[Text], tools: dict[str, Guess]) -> None:
    """Ten and thirty characters, without a declaration."""
    print("\n## Few characters, no declaration\n")
    print("| | " + " | ".join([*tools, "newsclean"]) + " |\n|" + "---|" * (len(tools) + 2))
    for length in (10, 30):
        for label, hant, codec in (
            ("Hans GB18030", 0, "gb18030"),
            ("Hant Big5", 1, "big5"),
            ("Hant GB18030", 1, "gb18030"),
        ):
            random.seed(length)
            pool = [IDEOGRAPHS.sub("", text.words) for text in texts if text.hant == bool(hant)]
            pool = [text for text in pool if len(text) > 2 * length]
            samples: list[tuple[bytes, str]] = []
            while len(samples) < SAMPLES:
                text = random.choice(pool)
                start = random.randrange(len(text) - length)
                part = text[start : start + length]
                data = ENCODE[codec](part)
                if data.decode(codec_of(codec)) == part:
                    samples.append((data, part))
            row = [sum(reads(guess, *sample) for sample in samples) / SAMPLES for guess in tools.values()]
            row.append(sum(decode(data).text == part for data, part in samples) / SAMPLES)
            print(f"| {length}: {label} | " + " | ".join(f"{share:.4f}" for share in row) + " |")


def cpu(job: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Milliseconds of CPU time, the best of some rounds."""
    best = float("inf")
    for _ in range(rounds):
        start = time.process_time_ns()
        job()
        best = min(best, time.process_time_ns() - start)
    return best / 1e6


def beside(one: Callable[[], object], other: Callable[[], object], rounds: int = 25) -> tuple[float, float]:
    """The CPU time of two jobs, by turns, so that a busy machine does not favour one."""
    times = [(cpu(one, 1), cpu(other, 1)) for _ in range(rounds)]
    return min(time for time, _ in times), min(time for _, time in times)


def whole(texts: list[Text], tools: dict[str, Guess]) -> None:
    """Whole pages in GBK that do not say so."""
    print("\n## Whole pages in GB18030, no declaration\n")
    pages = [DECLARATION.sub("", text.page) for text in texts if not text.hant and len(text.page) > 4000]
    rows = [(page.encode("gb18030"), page) for page in pages]
    print(f"{len(rows)} pages of {sum(len(data) for data, _ in rows) // len(rows) // 1000} KB\n")
    for name, guess in tools.items():
        right = sum(reads(guess, *row) for row in rows)
        print(
            f"- {name}: {right}/{len(rows)}, {sum(cpu(partial(guess, data), 1) for data, _ in rows) / len(rows):.1f} ms a page"
        )
    right = sum(decode(data).text == page for data, page in rows)
    print(
        f"- newsclean: {right}/{len(rows)}, {sum(cpu(partial(decode, data)) for data, _ in rows) / len(rows):.2f} ms a page, the reading included"
    )


def says(page: str, label: str) -> str:
    """The page with that declaration."""
    return META.sub(lambda found: found.group(1) + label, page)


def natural(text: Text) -> tuple[str, ...]:
    return ("utf-8", "big5") if text.hant else ("utf-8", "gb18030")


def declared(texts: list[Text]) -> None:
    """Pages that declare what they are in, and pages that declare something else."""
    print(
        "\n## Declared\n\n| | pages | exact | CPU of the bare decode | of newsclean | ratio |\n|---|---|---|---|---|---|"
    )
    pages = [text for text in texts if META.search(text.page[:4000])]
    for codec in ("utf-8", "gb18030", "big5"):
        rows = []
        for text in pages:
            if codec in natural(text):
                page = says(text.page, codec)
                data = ENCODE[codec](page)
                rows.append((data, page if codec != "big5" else data.decode("big5hkscs").replace("•", "‧")))
        exact = sum(decode(data).text == page for data, page in rows)
        times = [beside(partial(data.decode, codec_of(codec), "replace"), partial(decode, data)) for data, _ in rows]
        bare, ours = (sum(column) / len(rows) for column in zip(*times, strict=True))
        print(
            f"| right: {codec} | {len(rows)} | {exact / len(rows):.4f} | {bare:.3f} ms | {ours:.3f} ms | {ours / bare:.2f} |"
        )
    right = total = 0
    for text in pages:
        for codec in natural(text):
            for told in {"utf-8", "gb2312", "big5", "iso-8859-1"} - {codec, "gb2312" if codec == "gb18030" else ""}:
                data = ENCODE[codec](says(text.page, told))
                total += 1
                right += decode(data).text == data.decode(codec_of(codec)).replace(
                    "•" if codec == "big5" else "\0", "‧"
                )
    print(f"| wrong | {total} | {right / total:.4f} | | | |")


def common(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if one[:middle] == other[:middle] else (low, middle - 1)
    return low


def cost(good: str, read: str) -> int:
    """Characters of the good text that the reading does not have in their place."""
    before = common(good, read)
    good, read = good[before:], read[before:]
    return len(good) - common(good[::-1], read[::-1])


DAMAGED = (
    ("UTF-8", "utf-8", None),
    ("GB18030, simplified", "gb18030", False),
    ("GB18030, traditional", "gb18030", True),
    ("Big5", "big5", True),
)
"""Encoding, and which of the documents are damaged in it: traditional or not, or all."""
PLACES = 8
"""Places of each document that are damaged."""


def damage(texts: list[Text]) -> None:
    """One byte lost, one too many, one changed, or half a character at the end of a line, each in some places of each page."""
    print("\n## One bad byte\n\n| | pages | costs none | one | two | more | most |\n|---|---|---|---|---|---|---|")
    random.seed(1)
    for label, codec, hant in DAMAGED:
        for kind in ("half a character at the end of a line", "a byte lost, too many, or wrong"):
            costs = [cost for text in texts if hant in (None, text.hant) for cost in damaged(text, codec, kind)]
            share = [sum(value == number for value in costs) / len(costs) for number in (0, 1, 2)]
            print(
                f"| {label}: {kind} | {len(costs)} | "
                + " | ".join(f"{value:.3f}" for value in (*share, 1 - sum(share)))
                + f" | {max(costs)} |"
            )


def damaged(text: Text, codec: str, kind: str) -> Iterator[int]:
    """What a few damages of a page cost."""
    data = ENCODE[codec](says(text.page, codec))
    good = decode(data).text
    if kind.startswith("half"):
        places = [match.end() - 1 for match in re.finditer(rb"[\x80-\xff](?=[<\"\r\n ])", data)]
    else:
        places = [match.start() for match in re.finditer(rb"[\x80-\xff]", data)]
    for _ in range(PLACES if places else 0):
        stray = bytes([random.randrange(0x81, 0xFF)])
        for put, gone in [(b"", 1)] if kind.startswith("half") else [(b"", 1), (stray, 0), (stray, 1)]:
            place = random.choice(places)
            yield cost(good, decode(data[:place] + put + data[place + gone :]).text)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", nargs="?", type=Path)
    parser.add_argument("gold", nargs="?", type=Path)
    arguments = parser.parse_args()
    texts = list(documents(arguments.pages, arguments.gold))
    print(f"{len(texts)} documents, {sum(text.hant for text in texts)} of them in traditional characters")
    tools = peers()
    short(texts, tools)
    whole(texts, tools)
    declared(texts)
    damage(texts)


if __name__ == "__main__":
    main()
