"""Reposts are found and nothing else, whatever was done to them on the way."""

from __future__ import annotations

import gzip
import json
import random
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.cli import main
from newsclean.convert import convert
from newsclean.corpus.simhash import distance, simhash, words_of

rensa = pytest.importorskip("rensa", reason="rensa (extra dedupe) is not installed")

from newsclean.corpus.dedupe import Deduper, add_lines  # noqa: E402

# --- a corpus ------------------------------------------------------------------------------------------------------

WHO = [
    "市政府",
    "县教育局",
    "省气象台",
    "江川大桥管理处",
    "文化馆",
    "农业合作社",
    "消防支队",
    "图书馆",
    "社区医院",
    "铁路局",
    "地质队",
    "环保志愿者",
    "高校团队",
    "物流公司",
    "航天研究所",
]
WHERE = [
    "在江川县",
    "在老城区",
    "在高新园区",
    "在沿海港口",
    "在山区乡镇",
    "在新落成的场馆",
    "在村头广场",
    "在实验基地",
    "在工业园",
    "在大学城",
]
WHEN = [
    "昨天上午",
    "本周三",
    "上个月底",
    "入秋以来",
    "连日来",
    "今年前三季度",
    "节假日期间",
    "凌晨时分",
    "近年来",
    "短短两周内",
]
DID = [
    "启用了新的调度系统",
    "公布了整改方案",
    "举办了首届读书节",
    "修复了百年石桥",
    "完成了管网改造",
    "开通了夜间班车",
    "收到了三千多条建议",
    "试种了耐旱水稻",
    "展出了一批老照片",
    "救助了迷路的候鸟",
    "培训了两百名护理员",
    "更换了老旧电梯",
    "签下了出口订单",
    "发现了古墓群",
    "种下了万株红松",
]
WHY = [
    "以方便居民出行",
    "以应对连续降雨",
    "为的是留住年轻人",
    "目的在于降低成本",
    "因为原有设备已经超期",
    "以便保护水源",
    "好让老人少跑一趟",
    "希望带动周边就业",
    "从而缩短等待时间",
    "旨在恢复湿地",
]
SAID = [
    "负责人说，效果比预想的好",
    "一位居民告诉记者，这件事盼了很久",
    "专家提醒，后续维护不能放松",
    "工作人员表示，数据每天更新",
    "有网友建议扩大范围",
    "参与者回忆说，最难的是开头",
    "商户们反映，客流明显回升",
    "家长们希望把它坚持下去",
]
ENDS = ["目前，相关工作仍在推进。", "下一步将在全市推广。", "记者将继续关注。", "有关结果将于月底公布。"]
AGENCY = "本报讯（记者报道）日前从有关部门获悉，"


def article(chance: random.Random) -> list[str]:
    """A body of four to nine paragraphs; many share sentences, agencies' openings and endings."""
    paragraphs = []
    for _ in range(chance.randint(4, 9)):
        sentences = []
        for _ in range(chance.randint(2, 4)):
            number = chance.randint(2, 9999)
            sentences.append(
                f"{chance.choice(WHEN)}，{chance.choice(WHO)}{chance.choice(WHERE)}{chance.choice(DID)}，"
                f"涉及{number}{chance.choice(['户人家', '公里', '万元', '件', '个班组', '亩'])}，{chance.choice(WHY)}。{chance.choice(SAID)}。"
            )
        paragraphs.append("".join(sentences))
    paragraphs[0] = AGENCY + paragraphs[0]
    paragraphs.append(chance.choice(ENDS))
    return paragraphs


def typography(text: str) -> str:
    """As generators of posts and careless editors leave it."""
    return text.replace("，", ", ").replace("。", ". ").translate({ord(str(n)): chr(0xFF10 + n) for n in range(10)})


EDITS: dict[str, Callable[[list[str]], list[str]]] = {
    "word for word": lambda body: body,
    "another headline and source line": lambda body: ["来源：江川发布", *body],
    "the first paragraph cut": lambda body: body[1:],
    "converted to traditional": lambda body: [convert(text, "zh-Hant") for text in body],
    "converted to Taiwan's": lambda body: [convert(text, "zh-Hant-TW") for text in body],
    "other typography": lambda body: [typography(text) for text in body],
    "cut and converted": lambda body: [typography(convert(text, "zh-Hant")) for text in body[1:]],
}


def corpus(number: int, seed: int = 7) -> tuple[list[str], list[int]]:
    """Bodies in a mixed order, and the story that each one tells."""
    chance = random.Random(seed)
    told: list[tuple[int, str]] = []
    story = 0
    while len(told) < number:
        body = article(chance)
        told.append((story, "\n".join(body)))
        if chance.random() < 0.25:
            for edit in chance.sample(list(EDITS.values()), chance.randint(1, 4)):
                told.append((story, "\n".join(edit(body))))
        story += 1
    told = told[:number]
    chance.shuffle(told)
    return [text for _, text in told], [story for story, _ in told]


def pairs(stories: dict[int, int]) -> set[tuple[int, int]]:
    """All pairs of one group."""
    groups: dict[int, list[int]] = {}
    for member, group in stories.items():
        groups.setdefault(group, []).append(member)
    return {(a, b) for members in groups.values() for a in members for b in members if a < b}


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


# --- fingerprints --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text, fingerprint",
    [
        ("", "0000000000000000"),
        ("。，！", "0000000000000000"),
        ("停运三个月的江川大桥昨天恢复通车，首日通过车辆两万余辆。", "03e5aca840bc1075"),
        ("Xinhua News Agency, Beijing", "e67c014a3b195c59"),
    ],
)
def test_a_fingerprint_is_the_same_for_good(text: str, fingerprint: str) -> None:
    """Corpora hold these; a change of them is a change of the schema."""
    assert simhash(text) == fingerprint


def test_a_fingerprint_does_not_depend_on_the_process() -> None:
    text = "\n".join(article(random.Random(3)))
    program = (
        "import sys; from newsclean.corpus.simhash import simhash; print(simhash(sys.stdin.buffer.read().decode()))"
    )
    for seed in ("0", "1"):
        env = {"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(filter(None, sys.path))}
        found = subprocess.run(
            [sys.executable, "-c", program], input=text.encode(), capture_output=True, env=env, check=True
        )
        assert found.stdout.decode().strip() == simhash(text)


@pytest.mark.parametrize("edit, bits", [("word for word", 0), ("converted to traditional", 2), ("other typography", 0)])
def test_a_fingerprint_stays_when_only_the_looks_change(edit: str, bits: int) -> None:
    chance = random.Random(5)
    for _ in range(20):
        body = article(chance)
        assert distance(simhash("\n".join(body)), simhash("\n".join(EDITS[edit](body)))) <= bits


def test_unrelated_texts_have_other_fingerprints() -> None:
    chance = random.Random(6)
    prints = [simhash("\n".join(article(chance))) for _ in range(50)]
    assert len(set(prints)) == 50


@given(st.text(max_size=300))
def test_a_fingerprint_is_sixteen_digits_of_any_text(text: str) -> None:
    found = simhash(text)
    assert len(found) == 16
    assert 0 <= int(found, 16) < 1 << 64
    assert simhash(f" {text}。\n") == found


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
