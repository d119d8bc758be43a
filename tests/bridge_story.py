"""A short article for tests of what stands in and beside a text: a headline and four paragraphs."""

from __future__ import annotations

TITLE = "江川大桥恢复通车 首日通过两万辆"
PARAGRAPHS = (
    "停运三个月的江川大桥昨天恢复通车，首日通过车辆两万余辆，沿线商户的生意也好了起来。",
    "“等这一天等了很久。”桥头的面馆老板说，停运的日子里，他每天只卖出十几碗面。",
    "县交通局介绍，这次大修更换了全部的吊杆，桥面重新铺了沥青，限速降到四十公里。",
    "住在对岸的学生不用再绕行二十公里，早上可以多睡半个小时，家长们松了一口气。",
)
