"""When it came out: the printed time, with its precision; the page's data where the printed is relative or cut."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

import newsclean

SENTENCE = "停运三个月的江川大桥昨天恢复通车，首日通过车辆两万余辆，沿线商户的生意也好了起来。"
LINES = (
    SENTENCE,
    "“等这一天等了很久。”桥头的面馆老板说。",
    "县交通局介绍，这次大修更换了全部的吊杆，桥面重新铺了沥青。",
    SENTENCE[10:],
)
TITLE = "江川大桥恢复通车 首日通过两万辆"
CHINA = timezone(timedelta(hours=8))


def page(byline: str = "", head: str = "", after: str = "", first: str = SENTENCE) -> str:
    body = "".join(f"<p>{line}</p>" for line in (first, *LINES[1:]))
    return (
        f"<html><head><title>{TITLE}_江川在线</title>{head}</head><body><h1>{TITLE}</h1><div class=info>{byline}</div>"
        f"<div class=content>{body}</div>{after}</body></html>"
    )


def found(html: str) -> tuple[str | None, str | None, str | None]:
    info = newsclean.parse(html).published_info
    return (info.at.isoformat(), info.precision, info.origin) if info else (None, None, None)


# Printed


@pytest.mark.parametrize(
    "byline, at, precision",
    [
        ("2026-03-01 10:00:05", "2026-03-01T10:00:05+08:00", "second"),
        ("2026-03-01 10:00", "2026-03-01T10:00:00+08:00", "minute"),
        ("2026-03-01", "2026-03-01T00:00:00+08:00", "day"),
        ("2026/3/1 9:05", "2026-03-01T09:05:00+08:00", "minute"),
        ("2026.03.01 10:00", "2026-03-01T10:00:00+08:00", "minute"),
        ("2026年3月1日10:00", "2026-03-01T10:00:00+08:00", "minute"),
        ("2026年03月01日 10时05分", "2026-03-01T10:05:00+08:00", "minute"),
        ("２０２６年３月１日１０：００", "2026-03-01T10:00:00+08:00", "minute"),
        ("2026／3／1 10：00", "2026-03-01T10:00:00+08:00", "minute"),
        ("2026∕03∕01", "2026-03-01T00:00:00+08:00", "day"),
        ("2026－03－01", "2026-03-01T00:00:00+08:00", "day"),
        ("2026‐03‐01", "2026-03-01T00:00:00+08:00", "day"),
        ("2026．3．1", "2026-03-01T00:00:00+08:00", "day"),
        ("2026-03-01 10∶00", "2026-03-01T10:00:00+08:00", "minute"),
        ("2026-03-01 10﹕00", "2026-03-01T10:00:00+08:00", "minute"),
        ("二○二六年三月一日", "2026-03-01T00:00:00+08:00", "day"),
        ("二Ｏ二六年三月一日", "2026-03-01T00:00:00+08:00", "day"),
        ("二〇二六年三月一日", "2026-03-01T00:00:00+08:00", "day"),
        ("二〇二六年十二月三十一日", "2026-12-31T00:00:00+08:00", "day"),
        ("民國115年3月1日", "2026-03-01T00:00:00+08:00", "day"),
        ("2026-03-01 下午 3:05", "2026-03-01T15:05:00+08:00", "minute"),
        ("2026年3月1日 上午9:05", "2026-03-01T09:05:00+08:00", "minute"),
        ("2026-03-01T10:00:05+08:00", "2026-03-01T10:00:05+08:00", "second"),
        ("2026-03-01T02:00:05Z", "2026-03-01T02:00:05+00:00", "second"),
        ("<span>2026-03-01</span> <span>10:00</span>", "2026-03-01T10:00:00+08:00", "minute"),
        ("<i>2026</i>年<i>03</i>月<i>01</i>日 <i>10:00</i>", "2026-03-01T10:00:00+08:00", "minute"),
        ("<span class=year>2026</span><span>03-01 10:00:05</span>", "2026-03-01T10:00:05+08:00", "second"),
        ("发布时间：2026-03-01 10:00 来源：新华社", "2026-03-01T10:00:00+08:00", "minute"),
        ("来源：新华社2026-03-01 10:00", "2026-03-01T10:00:00+08:00", "minute"),
        ("星期日 2026-03-01 10:00", "2026-03-01T10:00:00+08:00", "minute"),
    ],
)
def test_printed(byline: str, at: str, precision: str) -> None:
    assert found(page(byline)) == (at, precision, "printed")


@pytest.mark.parametrize(
    "byline", ["2026-02-30", "2026-13-01 10:00", "2026-00-00", "99999-03-01", "0000-00-00 00:00", "13:61"]
)
def test_what_is_no_date_is_none(byline: str) -> None:
    assert found(page(byline)) == (None, None, None)


def test_the_text_that_it_was_read_from() -> None:
    info = newsclean.parse(page("发布时间：2026年3月1日 10:00 来源：新华社")).published_info
    assert info is not None
    assert info.text == "2026年3月1日 10:00"


def test_the_zone_of_times_that_state_none_is_an_option() -> None:
    article = newsclean.parse(page("2026-03-01 10:00"), options=newsclean.Options(timezone="America/New_York"))
    assert article.published is not None
    assert article.published.isoformat() == "2026-03-01T10:00:00-05:00"


# Not the article's


@pytest.mark.parametrize(
    "after",
    [
        '<div class="related"><ul><li><a href="/b">另一座桥动工</a> 2024-01-02 08:00</li><li><a href="/c">再一座桥</a> 2024-01-03 08:00</li></ul></div>',
        '<div class="comments"><p>网友甲 2026-04-05 09:00</p><p>桥修好了，大家都高兴。</p></div>',
        "<div class=footer>Copyright © 2001-2026 江川在线 ICP备12345678号</div>",
        '<div class="sidebar"><p>今天是2026年5月6日 星期三</p></div>',
    ],
)
def test_times_of_others_do_not_count(after: str) -> None:
    assert found(page("2026-03-01 10:00", after=after)) == ("2026-03-01T10:00:00+08:00", "minute", "printed")


@pytest.mark.parametrize(
    "first",
    [
        "1998年8月7日13时50分，九江城防大堤决口，三十岁的他就站在决口的旁边，手里还拿着半袋沙子。",
        "2024年6月24日上午，全国科技大会在北京召开，大会表彰了一年里取得重大成果的科学家们。",
    ],
)
def test_dates_of_the_story_do_not_count(first: str) -> None:
    assert found(page(first=first)) == (None, None, None)
    assert found(page("2026-03-01 10:00", first=first))[0] == "2026-03-01T10:00:00+08:00"


def test_a_day_of_the_story_in_a_short_line_yields_to_the_data() -> None:
    html = page(first="7月1日起</p><p>" + SENTENCE, head='<script>var ct = "1772330405";</script>')
    assert found(html)[0] == "2026-03-01T10:00:05+08:00"


def test_a_byline_inside_the_text_counts_before_the_times_below_it() -> None:
    first = "发信站: 江川社区 (Sun Mar 01 10:00:05 2026), 站内</p><p>" + SENTENCE
    html = page(first=first, after="<p>发信站: 江川社区 (Mon Mar 02 08:12:44 2026), 站内</p>")
    assert found(html)[0] == "2026-03-01T10:00:05+08:00"


@pytest.mark.parametrize("label", ["更新时间：", "最后更新 ", "最後更新：", "更新於 ", "Updated: "])
def test_update_is_modified_not_published(label: str) -> None:
    article = newsclean.parse(page(f"2026-03-01 10:00 {label}2026-03-02 11:00"))
    assert article.published == datetime(2026, 3, 1, 10, tzinfo=CHINA)
    assert article.modified == datetime(2026, 3, 2, 11, tzinfo=CHINA)


@pytest.mark.parametrize("label", ["更新时间：", "最後更新："])
def test_an_update_alone_does_not_make_a_time_of_publication(label: str) -> None:
    article = newsclean.parse(page(f"{label}2026-03-02 11:00"))
    assert article.published is None
    assert article.modified == datetime(2026, 3, 2, 11, tzinfo=CHINA)


# Declared


@pytest.mark.parametrize(
    "head, at, precision, origin",
    [
        ('<meta property="article:published_time" content="2026-03-01T10:00:05+08:00">', "2026-03-01T10:00:05+08:00", "second", "meta"),
        ('<meta name="pubdate" content="2026-03-01 10:00">', "2026-03-01T10:00:00+08:00", "minute", "meta"),
        ('<meta name="publishdate" content="2026-03-01">', "2026-03-01T00:00:00+08:00", "day", "meta"),
        ('<meta itemprop="datePublished" content="2026-03-01T02:00:05Z">', "2026-03-01T02:00:05+00:00", "second", "meta"),
        ('<meta name="PubDate" content="Sun, 01 Mar 2026 02:00:05 GMT">', "2026-03-01T02:00:05+00:00", "second", "meta"),
        ('<script type="application/ld+json">{"@type":"NewsArticle","headline":"x","datePublished":"2026-03-01T10:00:05+08:00"}</script>', "2026-03-01T10:00:05+08:00", "second", "json-ld"),
        ('<script>var pubtime = "2026-03-01 10:00:05";</script>', "2026-03-01T10:00:05+08:00", "second", "script"),
        ('<script>window.a={"publish_time":1772330405}</script>', "2026-03-01T10:00:05+08:00", "second", "script"),
        ('<script>window.a={"publishTime":1772330405000}</script>', "2026-03-01T10:00:05+08:00", "second", "script"),
        ('<script>var ct = "1772330405";</script>', "2026-03-01T10:00:05+08:00", "second", "script"),
    ],
)  # fmt: skip
def test_declared_where_nothing_is_printed(head: str, at: str, precision: str, origin: str) -> None:
    assert found(page(head=head)) == (at, precision, origin)


def test_printed_beats_declared() -> None:
    head = '<meta property="article:published_time" content="2025-12-31T23:00:00+08:00">'
    assert found(page("2026-03-01 10:00", head=head))[0] == "2026-03-01T10:00:00+08:00"


def test_declared_completes_a_printed_day() -> None:
    head = '<meta property="article:published_time" content="2026-03-01T10:00:05+08:00">'
    assert found(page("2026-03-01", head=head)) == ("2026-03-01T10:00:05+08:00", "second", "printed")


def test_declared_that_contradicts_does_not_complete() -> None:
    head = '<meta property="article:published_time" content="2026-03-02T10:00:05+08:00">'
    assert found(page("2026-03-01", head=head)) == ("2026-03-01T00:00:00+08:00", "day", "printed")


def test_midnight_completes_nothing() -> None:
    head = '<meta property="article:published_time" content="2026-03-01T00:00:00+08:00">'
    assert found(page("2026-03-01", head=head)) == ("2026-03-01T00:00:00+08:00", "day", "printed")


@pytest.mark.parametrize("byline", ["3小时前", "昨天 10:00", "03-01 10:00", "3月1日 10:00", "刚刚", "前天"])
def test_relative_and_cut_times_yield_to_the_data(byline: str) -> None:
    head = '<meta property="article:published_time" content="2026-03-01T10:00:00+08:00">'
    at, _, _ = found(page(byline, head=head))
    assert at == "2026-03-01T10:00:00+08:00"


@pytest.mark.parametrize("byline", ["3小时前", "昨天 10:00", "03-01 10:00", "3月1日", "刚刚", ""])
def test_never_the_time_of_the_crawl(byline: str) -> None:
    assert found(page(byline)) == (None, None, None)


def test_declared_update_is_modified() -> None:
    head = '<meta property="article:modified_time" content="2026-03-02T11:00:00+08:00">'
    article = newsclean.parse(page("2026-03-01 10:00", head=head))
    assert article.modified == datetime(2026, 3, 2, 11, tzinfo=CHINA)


# Front matter and texts


@pytest.mark.parametrize(
    "value, at, precision",
    [
        ("Tue, 26 Oct 2021 23:09:06 GMT", "2021-10-26T23:09:06+00:00", "second"),
        ("2026-03-01 10:00:05", "2026-03-01T10:00:05+08:00", "second"),
        ("2026-03-01T10:00:05+08:00", "2026-03-01T10:00:05+08:00", "second"),
        ("2026-03-01", "2026-03-01T00:00:00+08:00", "day"),
        ("'2026-03-01'", "2026-03-01T00:00:00+08:00", "day"),
        ("2026年3月1日", "2026-03-01T00:00:00+08:00", "day"),
        ("2026-03-01 10:00:05 +0000", "2026-03-01T10:00:05+00:00", "second"),
    ],
)
def test_front_matter(value: str, at: str, precision: str) -> None:
    post = f"---\ntitle: 桥修好了\ndate: {value}\n---\n<p>{SENTENCE}</p><p>{LINES[1]}</p>"
    assert found(post) == (at, precision, "front-matter")


@pytest.mark.parametrize("value", ["", "soon", "[2026]", "2026-02-30", "~"])
def test_front_matter_without_a_date(value: str) -> None:
    post = f"---\ntitle: 桥修好了\ndate: {value}\n---\n<p>{SENTENCE}</p><p>{LINES[1]}</p>"
    assert found(post) == (None, None, None)


@pytest.mark.parametrize(
    "line", ["2026-03-01 10:00 来源：新华社", "来源：新华社 2026-03-01 10:00", "2026年03月01日 10:00"]
)
def test_text_dump(line: str) -> None:
    text = "\n".join([TITLE, line, *LINES])
    article = newsclean.parse(text, kind="text")
    assert article.published == datetime(2026, 3, 1, 10, tzinfo=CHINA)


@pytest.mark.parametrize("clock", ["1970-01-01", "2099-01-01"])
def test_the_clock_of_the_machine_does_not_matter(clock: str, monkeypatch: pytest.MonkeyPatch) -> None:
    import time  # noqa: PLC0415

    stamp = datetime.fromisoformat(clock).replace(tzinfo=timezone.utc).timestamp()
    before = newsclean.parse(page("昨天 10:00", head='<meta name="pubdate" content="2026-03-01 10:00">'))
    monkeypatch.setattr(time, "time", lambda: stamp)
    assert newsclean.parse(page("昨天 10:00", head='<meta name="pubdate" content="2026-03-01 10:00">')) == before


@pytest.mark.parametrize(
    "name",
    (  # noqa: SIM905
        "article:published_time og:published_time pubdate publishdate publish_date pubtime publish-date publish_time "
        "publishtime apub:time date dc.date dc.date.issued dcterms.created og:release_date releasedate article:published "
        "ptime weibo:article:create_at firstpublishedtime articlepublishtime created createdate sailthru.date "
        "parsely-pub-date bt:pubdate og:pubdate dateupdate"
    ).split(),
)
def test_names_under_which_pages_declare_it(name: str) -> None:
    assert found(page(head=f'<meta name="{name}" content="2026-03-01 10:00">')) == (
        "2026-03-01T10:00:00+08:00",
        "minute",
        "meta",
    )


@pytest.mark.parametrize(
    "name", ["expires", "birthday", "last-modified", "revised", "article:expiration_time", "viewport"]
)
def test_names_under_which_pages_declare_other_times(name: str) -> None:
    assert found(page(head=f'<meta name="{name}" content="2026-03-01 10:00">')) == (None, None, None)
