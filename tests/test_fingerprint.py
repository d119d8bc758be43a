"""`Article.fingerprint`: 64 bits that say which story a body tells, on every machine, and cost nothing unasked."""

from __future__ import annotations

import random
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reposts import EDITS, article

import newsclean
from newsclean.article import Article, Part
from newsclean.simhash import LONGEST, distance, shingles, simhash

NOTHING = "0000000000000000"


def told(*paragraphs: str) -> Article:
    return Article(blocks=tuple(Part("paragraph", text) for text in paragraphs))


@pytest.mark.parametrize(
    "text, fingerprint",
    [
        ("", NOTHING),
        ("。，！", NOTHING),
        ("停运三个月的江川大桥昨天恢复通车，首日通过车辆两万余辆。", "03e5aca840bc1075"),
        ("Xinhua News Agency, Beijing", "e67c014a3b195c59"),
    ],
)
def test_a_fingerprint_is_the_same_for_good(text: str, fingerprint: str) -> None:
    """Corpora hold these."""
    assert told(text).fingerprint == simhash(text) == fingerprint


@pytest.mark.parametrize(
    "text, same",
    [
        ("新桥通车，车流平稳。", True),
        ("新桥通车,车流平稳.", True),
        (" 新桥 通车 ，\u3000车流\u200b平稳", True),
        ("“新桥通车”——车流平稳……", True),
        ("新橋通車，車流平穩", True),
        ("新桥通车车流平稳1", False),
        ("车流平稳新桥通车", False),
        ("新桥通车", False),
    ],
)
def test_only_the_words_count(text: str, same: bool) -> None:
    assert (told(text).fingerprint == told("新桥通车", "车流平稳").fingerprint) is same


def test_only_the_body_counts() -> None:
    one, other = (
        Article(title=title, source=source, blocks=(Part("paragraph", "ＡＢ１２㎞" if wide else "ab12km"),))
        for title, source, wide in (("甲", "江川日报", True), ("乙", None, False))
    )
    assert one.fingerprint == other.fingerprint


def test_what_is_no_article_has_none() -> None:
    links = "".join(f"<li><a href='/{n}.html'>第{n}条新闻</a></li>" for n in range(40))
    found = newsclean.parse(f"<html><body><ul>{links}</ul></body></html>")
    assert not found.is_article
    assert found.fingerprint == NOTHING


@pytest.mark.parametrize(
    "edit, bits",
    [
        ("word for word", 0),
        ("other typography", 0),
        ("converted to traditional", 2),
        ("another headline and source line", 8),
    ],
)
def test_a_repost_has_nearly_the_same_one(edit: str, bits: int) -> None:
    chance = random.Random(5)
    for _ in range(20):
        body = article(chance)
        assert distance(told(*body).fingerprint, told(*EDITS[edit](body)).fingerprint) <= bits


def test_unrelated_stories_have_other_ones() -> None:
    chance = random.Random(6)
    prints = [told(*article(chance)).fingerprint for _ in range(50)]
    assert min(distance(one, other) for one in prints for other in prints if one is not other) > 8


@pytest.mark.parametrize(
    "one, other, bits", [(NOTHING, NOTHING, 0), ("f" * 16, NOTHING, 64), ("0" * 15 + "5", "0" * 15 + "6", 2)]
)
def test_distance_counts_the_bits_that_differ(one: str, other: str, bits: int) -> None:
    assert distance(one, other) == distance(other, one) == bits


def by_definition(text: str) -> str:
    """Charikar's SimHash, bit by bit."""
    from hashlib import blake2b  # noqa: PLC0415

    votes = [0] * 64
    for shingle in shingles(text):
        bits = int.from_bytes(blake2b(shingle.encode(), digest_size=8).digest(), "little")
        for place in range(64):
            votes[place] += 1 if bits >> place & 1 else -1
    return f"{sum(1 << place for place in range(64) if votes[place] > 0):016x}"


@given(st.text(alphabet="天地玄黄宇宙洪荒", max_size=200))
def test_it_is_what_the_definition_says(text: str) -> None:
    assert simhash(text) == by_definition(text)


@given(st.text(max_size=300))
def test_any_text_has_one_of_sixteen_digits(text: str) -> None:
    found = simhash(text)
    assert len(found) == 16
    assert 0 <= int(found, 16) < 1 << 64
    assert simhash(f" {text}。\n") == found


def test_the_end_of_an_endless_text_does_not_count() -> None:
    chance = random.Random(1)
    words = "".join(chr(chance.randint(0x4E00, 0x8FFF)) for _ in range(LONGEST))
    assert simhash(words) == simhash(words + words[::-1])
    assert simhash(words) != simhash(words[: LONGEST // 2])


def test_it_does_not_depend_on_the_process() -> None:
    text = "\n".join(article(random.Random(3)))
    program = "import sys; from newsclean.simhash import simhash; print(simhash(sys.stdin.buffer.read().decode()))"
    for seed in ("0", "1"):
        env = {"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(filter(None, sys.path))}
        found = subprocess.run(
            [sys.executable, "-c", program], input=text.encode(), capture_output=True, env=env, check=True
        )
        assert found.stdout.decode().strip() == simhash(text)


def test_parsing_and_writing_do_not_compute_it() -> None:
    page = "<h1>跨江大桥今天通车</h1><p>停运三个月的江川大桥今天恢复通车，首日通过车辆两万余辆。</p>"
    program = (
        "import sys, newsclean; article = newsclean.parse(sys.stdin.buffer.read()); article.to_json()\n"
        "before = 'newsclean.simhash' in sys.modules; article.fingerprint\n"
        "print(before, 'newsclean.simhash' in sys.modules)"
    )
    env = {"PYTHONPATH": ":".join(filter(None, sys.path))}
    found = subprocess.run(
        [sys.executable, "-c", program], input=page.encode(), capture_output=True, env=env, check=True
    )
    assert found.stdout.decode().split() == ["False", "True"]
