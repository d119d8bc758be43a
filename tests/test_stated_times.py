"""The times that a document states in its data: which names, in which order, in which forms."""

from __future__ import annotations

from datetime import timedelta, timezone

import pytest

from newsclean.article import Published
from newsclean.blocks import Page
from newsclean.declared import Declared
from newsclean.stated_times import declared_times, hidden_time, modified_time, of_front_matter

CHINA = timezone(timedelta(hours=8))
TIME = "2026-03-01 10:00:05"
ISO = "2026-03-01T10:00:05+08:00"
UNIX = "1772330405"
PUBLISHED = (  # noqa: SIM905
    "article:published_time, og:article:published_time, datepublished, og:published_time, pubdate, publishdate, "
    "publish_date, pubtime, publish-date, publish_time, publishtime, apub:time, date, dc.date, dc.date.issued, "
    "dcterms.created, og:release_date, releasedate, article:published, ptime, weibo: article:create_at, "
    "weibo:article:create_at, firstpublishedtime, articlepublishtime, created, createdate, sailthru.date, "
    "parsely-pub-date, bt:pubdate, og:pubdate, dateupdate"
).split(", ")
MODIFIED = (  # noqa: SIM905
    "article:modified_time, og:updated_time, datemodified, lastmod, last-modified, weibo: article:update_at, "
    "weibo:article:update_at, revised"
).split(", ")


def data(meta: dict[str, str] | None = None, jsonld: dict[str, object] | None = None, title: str = "") -> Declared:
    declared = Declared()
    declared.meta = meta or {}
    declared.jsonld = [jsonld] if jsonld else []
    declared.page_title = title or None
    return declared


def days(names: list[str]) -> dict[str, str]:
    """The names of meta elements with a day each, the last name first."""
    return {name: f"2026-01-{day:02}" for day, name in reversed([*enumerate(names, 1)])}


def isos(found: list[Published]) -> list[str]:
    return [stated.at.isoformat() for stated in found]


# The time of publication


def test_the_names_of_meta_elements_in_their_order() -> None:
    found = declared_times(data(days(PUBLISHED)), CHINA)
    assert [stated.at.day for stated in found] == list(range(1, len(PUBLISHED) + 1))
    assert {stated.origin for stated in found} == {"meta"}


@pytest.mark.parametrize(
    "meta, expected",
    [
        ({"pubdate": TIME}, [ISO]),
        ({"pubdate": UNIX}, [ISO]),
        ({"pubdate": UNIX + "000"}, [ISO]),
        ({"pubdate": ""}, []),
        ({"pubdate": "2026年"}, ["2026-01-01T00:00:00+08:00"]),
        ({"pubdate": f"{TIME} {'江' * 39}"}, [ISO]),  # 59 characters
        ({"pubdate": f"{TIME} {'江' * 40}"}, []),  # a text
        # Names like those, only where none of those states a time.
        ({"publication-time": TIME}, [ISO]),
        ({"dc.publicdate": TIME}, [ISO]),
        ({"cms:pub.date": TIME}, [ISO]),
        ({"issue_date": TIME}, [ISO]),
        ({"release-time": TIME}, [ISO]),
        ({"creation_date": TIME}, [ISO]),
        ({"Publication-Date": UNIX}, [ISO]),
        ({"publication-time": TIME, "creation_date": "2026-03-02"}, [ISO, "2026-03-02T00:00:00+08:00"]),
        ({"publication-time": TIME, "pubdate": "2026-03-02"}, ["2026-03-02T00:00:00+08:00"]),
        ({"publication-time": f"{TIME} {'江' * 39}"}, [ISO]),
        ({"publication-time": f"{TIME} {'江' * 40}"}, []),
        ({"x" * 51 + "pub-date": TIME}, [ISO]),  # a name of 59 characters
        ({"x" * 52 + "pub-date": TIME}, []),
        ({"date-of-birth": TIME, "expires": TIME, "update-time": TIME, "publisher": TIME}, []),
    ],
)
def test_values_of_meta_elements(meta: dict[str, str], expected: list[str]) -> None:
    found = declared_times(data(meta), CHINA)
    assert isos(found) == expected
    assert all(stated.origin == "meta" for stated in found)


@pytest.mark.parametrize(
    "jsonld, expected",
    [
        ({"datePublished": TIME}, [ISO]),
        ({"pubDate": TIME}, [ISO]),
        ({"dateCreated": TIME}, [ISO]),
        ({"uploadDate": TIME}, [ISO]),
        ({"uploadDate": "2026-01-04", "dateCreated": "2026-01-03", "pubDate": "2026-01-02"}, ["2026-01-02T00:00:00+08:00"]),
        ({"uploadDate": "2026-01-04", "dateCreated": "2026-01-03"}, ["2026-01-03T00:00:00+08:00"]),
        ({"pubDate": "2026-01-02", "datePublished": TIME}, [ISO]),
        ({"datePublished": ""}, []),
        ({"datePublished": "soon"}, []),
        ({"datePublished": [TIME]}, []),
        ({"datePublished": 1772330405}, []),
        ({"dateModified": TIME}, []),
    ],
)  # fmt: skip
def test_values_of_json_ld(jsonld: dict[str, object], expected: list[str]) -> None:
    found = declared_times(data(jsonld=jsonld), CHINA)
    assert isos(found) == expected
    assert all(stated.origin == "json-ld" for stated in found)


@pytest.mark.parametrize(
    "beside, expected",
    [
        ({"publish_time": TIME}, [ISO]),
        ({"publishtime": UNIX}, [ISO]),
        ({"pub_date": UNIX + "000"}, [ISO]),
        ({"pub_date": "soon"}, []),
        ({"title": TIME, "author": UNIX}, []),
    ],
)
def test_values_that_stand_beside_a_text_in_the_data(beside: dict[str, str], expected: list[str]) -> None:
    declared = data()
    declared.data = beside
    found = declared_times(declared, CHINA)
    assert isos(found) == expected
    assert all(stated.origin == "script" for stated in found)


@pytest.mark.parametrize(
    "title, expected",
    [
        ("江川大桥恢复通车-2026-03-01", "2026-03-01"),
        ("江川大桥恢复通车_2026年3月1日", "2026-03-01"),
        ("江川大桥恢复通车|2026年3月1日", "2026-03-01"),
        ("江川大桥恢复通车 – 2026/3/1", "2026-03-01"),
        ("江川大桥恢复通车 — 江川在线 — 2026年3月1日", "2026-03-01"),
        ("2025年江川大桥恢复通车 - 2026年3月1日", "2026-03-01"),  # a year is no day
        ("江川大桥2026年3月1日恢复通车", None),  # of the story
        ("江川大桥恢复通车 2026年3月1日", None),
        ("2026年3月1日 - 江川大桥恢复通车", None),
        ("江川大桥恢复通车-2026年3月1日10:00", None),
        ("江川大桥恢复通车-2026年3月", None),
        ("江川大桥恢复通车", None),
    ],
)
def test_the_day_at_the_end_of_the_title_of_the_document(title: str, expected: str | None) -> None:
    found = declared_times(data(title=title), CHINA)
    assert [(f"{stated.at:%Y-%m-%d}", stated.origin) for stated in found] == ([(expected, "meta")] if expected else [])
    assert isos(declared_times(data({"pubdate": TIME}, title=title), CHINA)) == [ISO]


def test_json_ld_comes_before_data_and_data_before_meta_elements() -> None:
    declared = data({"pubdate": "2026-03-03"}, {"datePublished": "2026-03-01"})
    declared.data = {"time": "2026-03-02"}
    assert [(stated.at.day, stated.origin) for stated in declared_times(declared, CHINA)] == [
        (1, "json-ld"),
        (2, "script"),
        (3, "meta"),
    ]


# Front matter


@pytest.mark.parametrize("name", ["date", "published", "pubdate", "publish_date", "time", "created"])
@pytest.mark.parametrize("value", [TIME, "2026-03-01 02:00:05Z"])
def test_front_matter_states_a_time(name: str, value: str) -> None:
    found = of_front_matter({"title": "通车", name: value}, CHINA)
    assert found is not None
    assert (found.at.timestamp(), found.precision, found.text, found.origin) == (
        int(UNIX),
        "second",
        value,
        "front-matter",
    )


def test_front_matter_may_write_a_day_as_a_number() -> None:
    found = of_front_matter({"date": 20260301}, CHINA)
    assert found is not None
    assert found.text == "20260301"


def test_the_order_of_names_in_front_matter() -> None:
    front: dict[str, object] = dict.fromkeys(
        ("created", "time", "publish_date", "pubdate", "published", "date"), "soon"
    )
    for day, name in enumerate(front, 1):
        front[name] = f"2026-03-{day:02}"
        found = of_front_matter(front, CHINA)
        assert found is not None
        assert found.at.day == day


@pytest.mark.parametrize(
    "front", [{}, {"date": None}, {"date": [TIME]}, {"date": "soon"}, {"updated": TIME}, {"date": 2026.03}]
)
def test_front_matter_states_none(front: dict[str, object]) -> None:
    assert of_front_matter(front, CHINA) is None


# The last change


def test_the_names_of_the_last_change_in_their_order() -> None:
    meta = days(MODIFIED)
    for day, name in enumerate(reversed(meta), 1):
        found = modified_time(data(meta), CHINA)
        assert found is not None
        assert found.day == day
        meta = {other: value for other, value in meta.items() if other != name}
    assert modified_time(data(meta), CHINA) is None


@pytest.mark.parametrize(
    "declared, expected",
    [
        (data({"lastmod": TIME}), ISO),
        (data({"lastmod": f"{TIME} {'江' * 39}"}), ISO),
        (data({"lastmod": f"{TIME} {'江' * 40}"}), None),
        (data({"lastmod": "soon", "revised": TIME}), ISO),
        (data({"lastmod": TIME}, {"dateModified": "2026-03-02"}), ISO),
        (data(jsonld={"dateModified": TIME}), ISO),
        (data(jsonld={"dateModified": "soon"}), None),
        (data(jsonld={"dateModified": [TIME]}), None),
        (data({"pubdate": TIME}, {"datePublished": TIME}), None),
    ],
)
def test_values_of_the_last_change(declared: Declared, expected: str | None) -> None:
    found = modified_time(declared, CHINA)
    assert (found and found.isoformat()) == expected


# Attributes and scripts


@pytest.mark.parametrize(
    "attrs, seen",
    [
        (f' data-time="{TIME}"', True),
        (f" data-time='{TIME}'", True),
        (f' data-ptime = "{TIME}"', True),
        (f' data-publish-time="{TIME}"', True),
        (f' data-pubtime="{TIME}"', True),
        (f' class=a data-date="{TIME}"', True),
        (f' datetime="{TIME}"', True),
        (f' ptime="{TIME}"', True),
        (' data-timestamp="2026-03-01 10:00:05 CST"', True),
        (f' data-time="  {TIME}{" " * 19}"', True),  # 40 characters
        (f' data-time="  {TIME}{" " * 20}"', False),
        (' data-time="2026年3月"', False),  # no day
        (' data-time="2026年03月"', False),
        (' data-time="20:26:03.01"', False),
        (f' data-end="{TIME}"', False),
        (f' title="{TIME}"', False),
    ],
)
def test_attributes_of_containers(attrs: str, seen: bool) -> None:
    page = Page()
    page.attrs += ["", attrs]
    found = hidden_time(page, CHINA)
    assert (found and (found.at.isoformat(), found.origin)) == ((ISO, "script") if seen else None)


def test_attributes_of_inline_elements_are_read_too() -> None:
    page = Page()
    page.times = [f' itemprop="datePublished" content="{TIME}"']
    found = hidden_time(page, CHINA)
    assert found is not None
    assert (found.at.isoformat(), found.text) == (ISO, TIME)


def test_of_inline_elements_and_containers_the_former_come_first_but_ptime_before_all() -> None:
    page = Page()
    page.attrs += [' data-time="2026-03-03"', ' ptime="2026-03-01"']
    page.times = [' datetime="2026-03-02"']
    for day in ("2026-03-01", "2026-03-02", "2026-03-03"):
        found = hidden_time(page, CHINA)
        assert found is not None
        assert found.text == day
        page.attrs = [attrs for attrs in page.attrs if day not in attrs]
        page.times = [attrs for attrs in page.times if day not in attrs]


@pytest.mark.parametrize(
    "script, seen",
    [
        (f'var ptime = "{TIME}";', True),
        (f"display_time: '{TIME}'", True),
        (f'{{"publish_time":"{TIME}"}}', True),
        (f'{{"publishTime":{UNIX}}}', True),
        (f'{{"publishTime":{UNIX}000}}', True),
        (f'PUBLISH_TIME = "{TIME}"', True),
        (f'{{"pubDate":"{TIME}"}}', True),
        (f'{{"pubdate":"{TIME}"}}', True),
        (f'{{"created_at":"{TIME}"}}', True),
        (f'{{"createdAt":"{TIME}"}}', True),
        (f'{{"news_time":"{TIME}"}}', True),
        (f'{{"article_date":"{TIME}"}}', True),
        (f'{{"issueTime":"{TIME}"}}', True),
        (f'{{"releasetime":"{TIME}"}}', True),
        (f'{{"post_date":"{TIME}"}}', True),
        (f'{{"date_published_at":"","cms_pub_time":"{TIME}"}}', True),
        (f'window["ptime"]="{TIME}"', True),
        (f'var ct = "{UNIX}";', True),
        (f"var ct={UNIX};", True),
        (f'var direct = "{UNIX}";', False),
        (f'{{"update_time":"{TIME}"}}', False),
        (f'{{"endTime":"{TIME}"}}', False),
        (f'{{"publishTime":{UNIX}0}}', False),  # eleven digits
        ('{"publishTime":"soon"}', False),
        # Three that state nothing, and no more.
        ('pubTime="9999999999";' * 2 + f'pubTime="{TIME}";', True),
        ('pubTime="9999999999";' * 3 + f'pubTime="{TIME}";', False),
    ],
)
def test_scripts(script: str, seen: bool) -> None:
    page = Page()
    page.scripts = [("", "var a = 1;"), ("", script)]
    found = hidden_time(page, CHINA)
    assert (found and (found.at.isoformat(), found.origin)) == ((ISO, "script") if seen else None)


def test_attributes_come_before_scripts_and_the_first_script_before_the_next() -> None:
    page = Page()
    page.attrs += [' data-time="2026-03-01"']
    page.scripts = [("", 'pubtime="2026-03-02"'), ("", 'pubtime="2026-03-03"')]
    texts = []
    for _ in range(3):
        found = hidden_time(page, CHINA)
        assert found is not None
        texts.append(found.text)
        page.scripts = page.scripts[1:] if len(texts) > 1 else page.scripts
        page.attrs = [""]
    assert texts == ["2026-03-01", "2026-03-02", "2026-03-03"]


@pytest.mark.parametrize("end, seen", [(2_000_000, True), (2_000_001, False)])
def test_of_a_script_two_million_characters_are_read(end: int, seen: bool) -> None:
    written = f"\nct={UNIX}"
    page = Page()
    page.scripts = [("", "x" * (end - len(written)) + written)]
    assert (hidden_time(page, CHINA) is not None) == seen
