"""Makes ``src/newsclean/data/scripts-pairs.txt``: pairs of characters that only a mechanical conversion writes.

    python tools/script_pairs.py DICT_TXT

``DICT_TXT`` is the word list of jieba 0.42.1 (``jieba/dict.txt``, MIT).  OpenCC's phrases say how each word is written
in traditional characters; every other way to write one of its characters that stands for several (后: 後 or 后) gives a
wrong pair with the neighbour before or after it.  A pair stays where it is a frequent mistake and no other word has it.
A line of the table is a wrong form and the pairs that show it, the most frequent first; ``!`` marks those that one
occurrence of is enough.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

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
"""Occurrences in the word list (of 60 million) from which a mistake counts."""
PLAIN = 1000
"""Occurrences from which the word is so common that no writer gets it wrong; the table marks it with ``!``."""
LOOSE = frozenset("托注志象贊")
"""Forms that writers are not strict about."""
SHARE = 0.02
"""Of the occurrences of a pair, those in correctly written words: more, and the pair proves nothing."""
UNSURE = "一只 不只 人只 年里 公里 里程 景致 雅致 複查 複審 複賽 云云 里人 德里 三里 于是 余家 里外 年歷 編製 扎實 體製 不准 自製 並發 美發 郁郁 制成"
"""Pairs that good text has where two words meet."""


ADDED = (
    "仿佛 僥幸 槓杆 沈陽 盡管 答復 點贊 分鍾 長徵 臺風 台風 想象 備注 委托 面條 "
    "并參 并在 并將 并對 并與 并沒 并不 并向 并從 并由 并為 并通 并提 并給 并獲 并被 并以 并已 并就 并要"
)
"""Mistakes of the same kind that the word list holds too rarely, or not as words."""
KEPT = frozenset("台臺颱")
"""Of these only the pairs that are added: the rest of 台 and 臺 is a matter of taste."""


def main() -> None:
    lines = [line.split(" ") for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()]
    rows = [(line[0], int(line[1])) for line in lines if len(line[0]) > 1 and line[0] >= "\u4e00"]
    right_words = opencc.OpenCC("s2t").convert("\n".join(word for word, _ in rows)).split("\n")
    unsure = frozenset(UNSURE.split())
    families = {family[0]: family[1:] for family in FAMILIES.split()}
    right: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    made_of: dict[str, str] = {}
    for (word, count), good in zip(rows, right_words, strict=True):
        for place in range(len(good) - 1):
            right[good[place : place + 2]] += count
        for place, character in enumerate(word):
            if character not in families or good[place] not in families[character] + character:
                continue
            forms = families[character] + (character if character in LEFT_SIMPLIFIED else "")
            for form in forms:
                if form == good[place] or form in WRITTEN_EITHER_WAY or form in KEPT:
                    continue
                for pair in (good[place - 1 : place] + form, form + good[place + 1 : place + 2]):
                    if len(pair) == 2:
                        wrong[pair] += count
                        made_of.setdefault(pair, form)
    table: dict[str, list[str]] = {}
    plain: set[str] = set()
    for pair, count in wrong.most_common():
        if count >= LEAST and right[pair] <= SHARE * count and pair not in unsure:
            table.setdefault(made_of[pair], []).append(pair)
            if count >= PLAIN and made_of[pair] not in LOOSE:
                plain.add(pair)
    for pair in ADDED.split():
        form = next(form for form in pair if form in FAMILIES or form in "佛幸杆沈")
        if pair not in table.setdefault(form, []):
            table[form].append(pair)
    text = "".join(
        f"{form} {' '.join(pair + '!' * (pair in plain) for pair in pairs)}\n" for form, pairs in sorted(table.items())
    )
    TARGET.write_text(text, encoding="utf-8")
    print(sum(map(len, table.values())), "pairs of", len(table), "forms")


if __name__ == "__main__":
    main()
