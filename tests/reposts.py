"""News that nobody wrote, and what becomes of it when others print it again."""

from __future__ import annotations

import random
from collections.abc import Callable

from newsclean.convert import convert

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
