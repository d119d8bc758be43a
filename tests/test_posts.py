"""Posts of Hugo, Hexo and Jekyll: front matter in TOML, and what their templates would have filled in."""

from __future__ import annotations

import pytest

import newsclean
from newsclean import FrontMatterError, Limits, Options

LINES = (
    "停运三个月的江川大桥昨天恢复通车，首日通过车辆两万余辆。",
    "桥头的面馆从六点开到深夜，老板说，这一天他等了很久。",
)
BODY = "\n\n".join(LINES)
TOML = """title = "江川大桥恢复通车"
date = 2026-03-01T10:00:00+08:00
draft = false
authors = ["张晓明", "李秋"]
source = '江川日报'
tags = [
  "桥梁",
  "交通",
]
[cover]
  image = "https://img.example.cn/a.jpg"
"""


def toml(front: str) -> str:
    return f"+++\n{front}\n+++\n\n{BODY}\n"


def post(body: str) -> newsclean.Article:
    return newsclean.parse(f"---\ntitle: 江川大桥恢复通车\n---\n\n{LINES[0]}\n\n{body}\n\n{LINES[1]}\n")


@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_front_matter_in_toml(end: str) -> None:
    article = newsclean.parse(toml(TOML).replace("\n", end))
    assert (article.kind, article.title, article.source) == ("front-matter", "江川大桥恢复通车", "江川日报")
    assert article.published is not None
    assert article.published.isoformat() == "2026-03-01T10:00:00+08:00"
    assert (article.authors, article.tags, article.paragraphs) == (("张晓明", "李秋"), ("桥梁", "交通"), LINES)
    assert article.front_matter is not None
    assert article.front_matter["date"] == "2026-03-01T10:00:00+08:00"
    assert article.front_matter["cover"] == {"image": "https://img.example.cn/a.jpg"}
    assert newsclean.Article.from_json(article.to_json()).front_matter == article.front_matter


@pytest.mark.parametrize(
    "front, value",
    [
        ("day = 2026-03-01", "2026-03-01"),
        ("day = 07:32:00", "07:32:00"),
        ("day = 3", 3),
        ("day = [2026-03-01]", ["2026-03-01"]),
        ("# of the editor\n\n# twice\nday = true", True),
        ("[day]\nof = 2026-03-01", {"of": "2026-03-01"}),
    ],
)
def test_values_in_toml(front: str, value: object) -> None:
    fields, rest = newsclean.split_front_matter(toml(front))
    assert fields == {"day": value}
    assert rest.strip() == BODY


@pytest.mark.parametrize(
    "front",
    [
        "title = 江川大桥",
        "title = 'a'\ntitle = 'b'",
        "a = " + "[" * 200 + "]" * 200,
        "a = " + "[" * 100_000,
        "[" + "a." * 100 + "a]\nb = 1",
        "a" + ".a" * 200 + " = 1",
        "title = 'a' b",
    ],
    ids=["no quotes", "a key twice", "nested", "never closes", "a table deep down", "a key deep down", "two values"],
)
def test_toml_that_cannot_be_used_costs_a_warning_not_the_body(front: str) -> None:
    with pytest.raises(FrontMatterError, match="front matter"):
        newsclean.split_front_matter(toml(front))
    article = newsclean.parse(toml(front))
    assert (article.kind, article.front_matter, article.paragraphs) == ("front-matter", None, LINES)
    (warning,) = article.warnings
    assert warning.startswith("front-matter")


def test_toml_is_nested_as_deep_as_the_limit_says() -> None:
    text = toml("a = [[[1]]]")
    assert newsclean.split_front_matter(text, limits=Limits(max_depth=4))[0] == {"a": [[[1]]]}
    with pytest.raises(FrontMatterError, match="max_depth"):
        newsclean.split_front_matter(text, limits=Limits(max_depth=3))


def test_toml_that_never_ends() -> None:
    text = f"+++\ntitle = '江川大桥恢复通车'\n\n{BODY}"
    with pytest.raises(FrontMatterError, match=r"holds just \+\+\+"):
        newsclean.split_front_matter(text)
    assert newsclean.parse(text).paragraphs == LINES


def test_toml_over_its_limit() -> None:
    article = newsclean.parse(toml(TOML), options=Options(limits=Limits(max_front_matter=20)))
    assert "max_front_matter" in article.warnings[0]
    assert article.paragraphs == LINES


@pytest.mark.parametrize("text", ["+++\n江川大桥恢复通车\n+++\n", "++\na = 1\n++\n", "+++ a = 1 +++\n", "+++\n\n\n+++\n"])
def test_an_ornament_is_no_front_matter(text: str) -> None:
    assert newsclean.split_front_matter(text) == (None, text)


@pytest.mark.parametrize(
    "written, url, caption",
    [
        ('{{< figure src="/img/a.jpg" title="桥头的面馆" >}}', "/img/a.jpg", "桥头的面馆"),
        ('{{< figure src="/img/a.jpg" caption="桥头的面馆" title="面馆" width="600" >}}', "/img/a.jpg", "桥头的面馆"),
        ('{{% figure src="/img/a b.jpg" %}}', "/img/a%20b.jpg", None),
        ("{% asset_img a.jpg 桥头的面馆 %}", "a.jpg", None),
        ("{% img center /img/a.jpg 600 400 桥头的面馆 %}", "/img/a.jpg", None),
        ("![面馆]({{ site.baseurl }}/img/a.jpg)", "/img/a.jpg", None),
        ('![面馆]({{ "/img/a.jpg" | relative_url }})', "/img/a.jpg", None),
        ("![面馆](/img/a.jpg){: .center-image width='600'}", "/img/a.jpg", None),
        ('<img src="{{ site.url }}/img/a.jpg">', "/img/a.jpg", None),
    ],
)
def test_a_picture_that_a_template_puts_in(written: str, url: str, caption: str | None) -> None:
    article = post(written)
    assert [(image.url, image.caption) for image in article.images] == [(url, caption)]
    assert article.paragraphs == LINES


@pytest.mark.parametrize(
    "written",
    ["{{< toc >}}", "* content\n{:toc}", "{% raw %}", "{% include ad.html %}", '{{< figure class="wide" >}}', "<!--more-->"],
)
def test_what_a_template_would_have_filled_in_is_not_text(written: str) -> None:
    article = post(written)
    assert article.paragraphs == LINES
    assert article.images == ()


@pytest.mark.parametrize("line", ["他在信封上写下 {{姓名}} 两个字，三千封信都是这样寄出的。", "程序的第一行是 {，最后一行是 }。"])
def test_braces_in_a_sentence_stay(line: str) -> None:
    assert post(line).paragraphs == (LINES[0], line, LINES[1])


@pytest.mark.parametrize(
    "address, shown",
    [("https://picsum.photos/400/300?random=4713", 0), ("https://via.placeholder.com/150", 0), ("https://img.example.cn/a.jpg", 1)],
)
def test_a_lead_picture_that_stands_for_any_picture_is_none(address: str, shown: int) -> None:
    article = newsclean.parse(f"---\ntitle: 江川大桥恢复通车\nheadimg: '{address}'\n---\n\n{BODY}\n")
    assert len(article.images) == shown


BANNER = '<div class="ad"><a href="https://a.example/aff"><img src="https://a.example/b.gif"></a></div>'
FILM = '<iframe src="https://a.example/player" width="100%"></iframe>'


def test_markdown_with_banners_and_films_in_html_keeps_its_paragraphs() -> None:
    body = f"{BANNER}\n<p><a href='/join'>点击加入频道</a></p>\n\n{FILM}\n\n{LINES[0]}\n\n![桥](https://img.example.cn/a.jpg)\n\n{LINES[1]}\n"
    article = newsclean.parse(f"---\ntitle: 江川大桥恢复通车\n---\n{body}")
    assert article.paragraphs == LINES
    assert [picture.url for picture in article.images] == ["https://img.example.cn/a.jpg"]


def test_a_post_in_html_is_no_markdown() -> None:
    body = "".join(f"<p>{line}\n第*二*行</p>\n\n" for line in LINES)
    assert "第*二*行" in newsclean.parse(f"---\ntitle: 江川大桥恢复通车\n---\n\n<div>{body}</div>").text
