"""Typography on the seed documents: off unless asked for, each fix named, clean text left alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import newsclean
from newsclean import Article, Options
from newsclean.typography import fix

Seed = Callable[[str], Article]
Bytes = Callable[[str], bytes]
NEWS = Options(typography="news")


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_off_unless_asked_for(seed: Seed, seed_bytes: Bytes, number: str) -> None:
    assert newsclean.parse(seed_bytes(number), options=Options(typography="off")) == seed(number)


@pytest.mark.parametrize(
    "number, printed, fixed",
    [
        ("001", '一台被誉为 " 扎针神器 " 的医疗设备', "一台被誉为“扎针神器”的医疗设备"),
        ("001", '" 如果走粗放经营的老路', "“如果走粗放经营的老路"),
        ("001", '必须靠自力更生。" 仔细了解', "必须靠自力更生。”仔细了解"),
        ("001", '到 " 中国路 "" 中国桥 "" 中国核电 " 不断', "到“中国路”“中国桥”“中国核电”不断"),
        ("001", '" 这个‘金扁担’，我就理解为农业现代化。"', "“这个‘金扁担’，我就理解为农业现代化。”"),
        ("001", "2021 年 5 月 15 日，", "2021年5月15日，"),
        ("001", "2000 万剂次以上 …… 让世界瞩目", "2000万剂次以上……让世界瞩目"),
        ("000", "10 月 26 日，习近平", "10月26日，习近平"),
        ("002", "3月6日,習近平書記看望", "3月6日，習近平書記看望"),
        ("002", "聯組會上,科技創新是", "聯組會上，科技創新是"),
        ("003", "穩紮穩打,久久為功。", "穩紮穩打，久久為功。"),
        ("004", "2035 年建成科技强国", "2035年建成科技强国"),
    ],
)
def test_news_typography(seed: Seed, seed_bytes: Bytes, number: str, printed: str, fixed: str) -> None:
    assert printed in seed(number).text
    text = newsclean.parse(seed_bytes(number), options=NEWS).text
    assert fixed in text
    assert printed not in text


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_no_straight_quotes_are_left_and_they_pair(seed_bytes: Bytes, number: str) -> None:
    for line in newsclean.parse(seed_bytes(number), options=NEWS).text.split("\n"):
        assert '"' not in line
        depth = 0
        for char in line:
            depth += (char == "“") - (char == "”")
            assert 0 <= depth <= 1


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_title_and_captions_too(seed_bytes: Bytes, number: str) -> None:
    article = newsclean.parse(seed_bytes(number), options=NEWS)
    for text in [article.title or "", *(image.caption or "" for image in article.images)]:
        assert fix(text) == text
        assert '"' not in text


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_words_are_never_touched(seed: Seed, seed_bytes: Bytes, number: str) -> None:
    def words(text: str) -> str:
        return "".join(char for char in text if char.isalnum())

    assert words(newsclean.parse(seed_bytes(number), options=NEWS).text) == words(seed(number).text)


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_twice_is_once(seed_bytes: Bytes, number: str) -> None:
    for line in newsclean.parse(seed_bytes(number), options=NEWS).text.split("\n"):
        assert fix(line) == line
