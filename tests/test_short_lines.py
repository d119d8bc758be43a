"""Short lines of honest articles that begin as chrome does: none is lost, wherever it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

import newsclean

LINES = (Path(__file__).parent / "data" / "short_lines.txt").read_text(encoding="utf-8").splitlines()
BODY = (
    "停运三个月的江川大桥昨天恢复通车，首日通过车辆两万余辆，市民纷纷前来参观。",
    "桥头的面馆老板说：“等这一天等了很久，生意总算好起来了。”",
    "交通部门介绍，大桥的桥面已经重新铺过，两侧加装了护栏，限速六十公里。",
    "住在对岸的学生不用再绕行二十公里，早上可以多睡半个小时，家长们松了一口气。",
)
HEAD = "<title>江川大桥恢复通车_江川网</title><h1>江川大桥恢复通车</h1><div>2026-03-01 10:00 来源：江川日报</div>"


@pytest.mark.parametrize("place", [2, 4], ids=["in the middle", "at the end"])
@pytest.mark.parametrize("line", LINES)
def test_a_short_line_stays(line: str, place: int) -> None:
    lines = [*BODY[:place], line, *BODY[place:]]
    page = f"{HEAD}<div class=content>{''.join(f'<p>{text}</p>' for text in lines)}</div>"
    assert newsclean.parse(page).text.split("\n") == lines
