"""Reposts are found and nothing else, whatever was done to them on the way."""

from __future__ import annotations

import gzip
import json
import random
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from reposts import EDITS, article, corpus, pairs

from newsclean.cli import main
from newsclean.simhash import words_of

rensa = pytest.importorskip("rensa", reason="rensa (extra dedupe) is not installed")

from newsclean.corpus.dedupe import Deduper, add_lines  # noqa: E402


def test_of_two_thousand_articles_the_reposts_are_found() -> None:
    bodies, stories = corpus(2000)
    deduper = Deduper()
    for number, body in enumerate(bodies):
        deduper.add(body, str(number), line=number)
    found = pairs({member.line: group.group for group in deduper.groups() for member in group.members})
    real = pairs(dict(enumerate(stories)))
    precision, recall = len(found & real) / len(found), len(found & real) / len(real)
    print(f"\n{len(real)} pairs of reposts: precision {precision:.4f}, recall {recall:.4f}")
    assert precision >= 0.99
    assert recall >= 0.97


@pytest.mark.parametrize("edit", EDITS)
def test_each_way_to_repost(edit: str) -> None:
    chance = random.Random(edit)
    missed = 0
    for _ in range(60):
        body = article(chance)
        deduper = Deduper()
        deduper.add("\n".join(body), "first")
        deduper.add("\n".join(EDITS[edit](body)), "second")
        missed += not list(deduper.groups())
    assert missed <= 2


@pytest.mark.parametrize(
    "one, other",
    [
        ("", ""),
        ("短讯。", "短訊！"),
        ("多云转晴，气温十到十五度。", "多云转阴，气温十到十五度。"),
        ("图集", "图集"),
    ],
)
def test_little_text_is_the_same_only_where_it_is_equal(one: str, other: str) -> None:
    deduper = Deduper()
    deduper.add(one, "1")
    deduper.add(other, "2")
    assert bool(list(deduper.groups())) == (bool(words_of(one)) and words_of(one) == words_of(other))


def test_the_earliest_is_marked() -> None:
    body = "\n".join(article(random.Random(1)))
    noon = datetime(2026, 1, 2, 12, tzinfo=timezone.utc)
    deduper = Deduper()
    deduper.add(body, "undated", line=1)
    deduper.add(body, "late", line=2, published=noon + timedelta(hours=1))
    deduper.add(body, "early", line=3, published=noon.astimezone(timezone(timedelta(hours=8))))
    (group,) = deduper.groups()
    assert group.earliest == "early"
    assert [member.id for member in group.members] == ["early", "late", "undated"]
    assert [member.earliest for member in group.members] == [True, False, False]
    assert group.members[0].published == "2026-01-02T12:00:00+00:00"
    assert deduper.reposts() == {1, 2}


def test_the_groups_do_not_depend_on_the_order() -> None:
    bodies, _ = corpus(300)
    results = []
    for order in (range(300), range(299, -1, -1)):
        deduper = Deduper()
        for number in order:
            deduper.add(bodies[number], str(number), line=number)
        results.append({frozenset(member.id for member in group.members) for group in deduper.groups()})
    assert results[0] == results[1]


# --- the command ---------------------------------------------------------------------------------------------------


def test_the_command(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    chance = random.Random(8)
    body, other = article(chance), article(chance)
    records = [
        {"id": "a", "text": "\n".join(body), "published": "2026-01-02T12:00:00+08:00"},
        {"id": "b", "text": "\n".join(other)},
        {
            "id": "c",
            "blocks": [{"kind": "paragraph", "text": text} for text in body[1:]],
            "published": "2026-01-01T00:00:00Z",
        },
    ]
    source = tmp_path / "articles.jsonl.gz"
    source.write_bytes(gzip.compress("\n".join(json.dumps(record) for record in records).encode()))
    groups, unique = tmp_path / "groups.jsonl", tmp_path / "unique.jsonl"
    assert main(["dedupe", str(source), "-o", str(groups), "--unique", str(unique), "--lang", "en"]) == 0
    (group,) = map(json.loads, groups.read_text().splitlines())
    assert (group["earliest"], group["size"]) == ("c", 2)
    assert [json.loads(line)["id"] for line in unique.read_text().splitlines()] == ["b", "c"]
    assert "3 articles, 1 groups of reposts, 2 articles without their reposts" in capfd.readouterr().err


@pytest.mark.parametrize(
    "content, word", [("", "no article"), ("not json\n", "newsclean normalize"), ("[1]\n", "newsclean normalize")]
)
def test_what_is_no_corpus_is_told(tmp_path: Path, capfd: pytest.CaptureFixture[str], content: str, word: str) -> None:
    (tmp_path / "in.jsonl").write_text(content)
    assert main(["dedupe", str(tmp_path / "in.jsonl"), "--lang", "en"]) == 2
    assert word in capfd.readouterr().err


def test_lines_without_an_id_are_named_by_their_place() -> None:
    deduper = Deduper()
    body = "\n".join(article(random.Random(9)))
    line = json.dumps({"text": body}).encode()
    assert add_lines(deduper, "x.jsonl", [line, b"\n", line]) == 2
    (group,) = deduper.groups()
    assert [member.id for member in group.members] == ["x.jsonl:1", "x.jsonl:3"]
