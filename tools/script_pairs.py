"""Makes ``src/newsclean/data/scripts-pairs.txt``: pairs of characters that only a mechanical conversion writes.

    python tools/script_pairs.py DICT_TXT

``DICT_TXT`` is the word list of jieba 0.42.1 (``jieba/dict.txt``, MIT).  OpenCC's phrases say how each word is written
in traditional characters; every other way to write one of its characters that stands for several (后: 後 or 后) gives a
wrong pair with the neighbour before or after it.  A pair stays where it is a frequent mistake, and much more frequent
than it is in good text.  A line of the table is a form, what its pairs weigh (1 to 3), and the pairs, the most frequent
first.  Those of weight 0 are good: where 限制 stands before 造成, 制造 is no slip.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import opencc

TARGET = Path(__file__).parent.parent / "src" / "newsclean" / "data" / "scripts-pairs.txt"

FAMILIES = (
    "后後 里裏 并並併 于於 系係繫 制製 面麵 干幹乾 发發髮 只隻 准準 斗鬥 划劃 范範 松鬆 云雲 几幾 余餘 征徵 谷穀 "
    "复復複 历歷曆 钟鐘鍾 卷捲 舍捨 丑醜 表錶 了瞭 致緻 游遊 朴樸 仆僕 筑築 御禦 愿願 尽盡儘 团團糰 脏髒臟 "
    "汇匯彙 获獲穫 辟闢 板闆 郁鬱 胡鬍 折摺 咸鹹 困睏 回迴 向嚮 当當噹 纤纖縴 坛壇罈 采採 签簽籤 冲衝沖 佣佣傭 "
    "托托託 注注註 扎扎紮 志志誌 赞贊讚 象像 台台臺颱"
)
"""A simplified character, and the traditional ones that writers keep apart and conversions mix up."""
LEFT_SIMPLIFIED = frozenset("后里并于系制面干只准斗划范松云几余征谷卷舍丑致游朴仆筑御愿辟郁咸采托注扎志象台佣")
"""Families whose simplified form is a traditional character too, so that a conversion can leave it."""
WRITTEN_EITHER_WAY = frozenset("了向回併劃匯鐘板折胡表困壇纖盡獲當於臟團簽沖佣託註紮誌讚像")
"""Forms that writers use for one another (了解 and 瞭解, 併發症 and 並發症), or that no conversion makes."""
LEAST = 60
"""Occurrences in the word list (of 60 million) from which a mistake counts, as it stands in no word list for less."""
LOOSE = frozenset("托注志象贊捲")
"""Forms that writers are not strict about: their pairs weigh 1."""
WEIGHTS = ((300.0, 3), (50.0, 2), (5.0, 1))
"""How many times as often a conversion writes the pair as good text does, and what the pair weighs from there on."""
PLAIN = 1000
"""Occurrences of the mistake from which a pair may weigh 3: words so common that no writer gets them wrong."""
SHARE = 0.02
"""Of the occurrences of a pair, those in correctly written words: more, and the pair proves nothing."""
COMMON = 100
"""Occurrences from which a pair in correctly written words is in the table, with weight 0."""
UNSURE = (
    "一只 不只 人只 年里 公里 里程 景致 雅致 複查 複審 複賽 云云 里人 德里 三里 于是 余家 里外 年歷 編製 扎實 體製 不准 自製 並發 "
    "美發 郁郁 制成 繫結 捲軸 上捲 下捲 畫捲 容複 籤名 籤字 地里"
)
"""Pairs that good text has where two words meet, and words of Taiwan (捲軸) that the word list lacks."""
ADDED = {
    0: "影后 歌后 天后 視后 球后 母后 封后 帝后",
    1: "仿佛 沈陽 答復 台風 想象 備注 委托 面條",
    2: "槓杆 盡管 系着 系緊 系鞋 "
    "并參 并在 并將 并對 并與 并沒 并不 并向 并從 并由 并為 并通 并提 并給 并獲 并被 并以 并已 并就 并要",
    3: "僥幸 點贊 分鍾 長徵 臺風",
}
"""Weight -> mistakes of the same kind, and good pairs, that the word list holds too rarely, or not as words."""
KEPT = frozenset("台臺颱")
"""Of these only the pairs that are added: the rest of 台 and 臺 is a matter of taste."""


class Words(NamedTuple):
    """The word list: simplified, how often it occurs, traditional."""

    rows: list[tuple[str, int, str]]

    @classmethod
    def read(cls, path: Path) -> Words:
        lines = [line.split(" ") for line in path.read_text(encoding="utf-8").splitlines()]
        rows = [(line[0], int(line[1])) for line in lines if line[0] >= "\u4e00"]
        good = opencc.OpenCC("s2t").convert("\n".join(word for word, _ in rows)).replace("麪", "麵").split("\n")
        return cls([(word, count, right) for (word, count), right in zip(rows, good, strict=True)])

    def in_good_text(self) -> Good:
        """What stands beside what in them."""
        good = Good()
        for _, count, word in self.rows:
            good.total += count
            good.first[word[0]] += count
            good.last[word[-1]] += count
            for place in range(len(word) - 1):
                good.inside[word[place : place + 2]] += count
        return good


class Good:
    """What stands beside what in correctly written words."""

    def __init__(self) -> None:
        self.total = 0
        self.inside: Counter[str] = Counter()
        self.first: Counter[str] = Counter()
        self.last: Counter[str] = Counter()

    def times(self, pair: str) -> float:
        """How often good text has a pair: inside a word, or where one ends and the next begins, as if by chance."""
        return self.last[pair[0]] * self.first[pair[1]] / self.total + self.inside[pair] + 1


def mistakes(words: Words) -> tuple[Counter[str], dict[str, str]]:
    """Every wrong pair with its occurrences, and the wrong form in it."""
    families = {family[0]: family[1:] for family in FAMILIES.split()}
    wrong: Counter[str] = Counter()
    made_of: dict[str, str] = {}
    for word, count, good in words.rows:
        for place, character in enumerate(word):
            if len(word) == 1 or character not in families or good[place] not in families[character] + character:
                continue
            forms = families[character] + (character if character in LEFT_SIMPLIFIED else "")
            for form in forms:
                if form == good[place] or form in WRITTEN_EITHER_WAY or form in KEPT:
                    continue
                for pair in (good[place - 1 : place] + form, form + good[place + 1 : place + 2]):
                    if len(pair) == 2:
                        wrong[pair] += count
                        made_of.setdefault(pair, form)
    return wrong, made_of


def weighed(words: Words) -> dict[tuple[str, int], list[str]]:
    """Form and weight -> pairs, the most frequent first."""
    good = words.in_good_text()
    wrong, made_of = mistakes(words)
    unsure = frozenset(UNSURE.split())
    added = {pair: weight for weight, pairs in ADDED.items() for pair in pairs.split()}
    table: dict[tuple[str, int], list[str]] = {}
    for pair, count in wrong.most_common():
        if count < LEAST or good.inside[pair] > SHARE * count or pair in unsure or pair in added:
            continue
        form = made_of[pair]
        weight = next((weight for least, weight in WEIGHTS if count / good.times(pair) >= least), 0)
        weight = min(weight, 1 if form in LOOSE else 3 if count >= PLAIN else 2)
        if weight:
            table.setdefault((form, weight), []).append(pair)
    for pair, weight in added.items():
        form = next(form for form in pair if form in FAMILIES or form in "佛幸杆沈")
        table.setdefault((form, weight), []).append(pair)
    known = {pair for pairs in table.values() for pair in pairs}
    for pair, count in good.inside.most_common():
        for form in {form for form, _ in table}.intersection(pair):
            if count >= COMMON and pair not in known:
                table.setdefault((form, 0), []).append(pair)
    return table


def main() -> None:
    table = weighed(Words.read(Path(sys.argv[1])))
    lines = (f"{form} {weight} {' '.join(pairs)}\n" for (form, weight), pairs in sorted(table.items()))
    TARGET.write_text("".join(lines), encoding="utf-8")
    bad = [pairs for (_, weight), pairs in table.items() if weight]
    print(sum(map(len, bad)), "wrong pairs of", len({form for form, _ in table}), "forms")


if __name__ == "__main__":
    main()
