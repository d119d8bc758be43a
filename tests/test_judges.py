"""What stands beside the text of a page: each rule of the judges with lines on both sides of where it ends."""

from __future__ import annotations

import pytest
from bridge_story import PARAGRAPHS, TITLE

import newsclean

IMAGE = '<img src="/a.jpg" width="600" height="400">'
FILM = '<video src="https://v.example.cn/a.mp4"></video>'


def page(inside: str = "", above: str = "", lines: tuple[str, ...] = PARAGRAPHS) -> newsclean.Article:
    """A page with something between its second and third paragraph, or between headline and text."""
    paragraphs = [f"<p>{line}</p>" for line in lines]
    body = "".join((*paragraphs[:2], inside, *paragraphs[2:]))
    return newsclean.parse(
        f"<html><head><title>{TITLE}_江川在线</title></head><body><div class=article><h1>{TITLE}</h1>"
        f"<div class=info>2026-03-01 10:00 来源：新华社</div>{above}<div class=content>{body}</div></div></body></html>"
    )


def rules(article: newsclean.Article, text: str) -> list[str]:
    return [removed.rule for removed in article.removed if removed.text == text]


# Credits that are glued to a paragraph


@pytest.mark.parametrize(
    "tail, rule",
    [
        ("（责任编辑：李秋）", "credits/glued-editor"),
        ("(责任编辑:李秋)", "credits/glued-editor"),
        ("【编辑：李秋】", "credits/glued-editor"),
        ("[责编：李秋]", "credits/glued-editor"),
        ("（本文责编：李秋）", "credits/glued-editor"),
        ("（核稿編輯：林怡君）", "credits/glued-editor"),
        ("（责任编辑：李秋） 20260301", "credits/glued-editor"),
        ("返回江川网首页>>", "credits/glued-back-link"),
        ("[返回江川网首页 >>]", "credits/glued-back-link"),
        ("返回首页，查看更多", "credits/glued-back-link"),
        ("上一页[1][2][3]下一页", "credits/glued-pager"),
        ("（责任编辑：李秋）。", None),  # the sentence goes on
        ("（编辑李秋）", None),  # no label
        ("（责任编辑：）", None),
        ("，他说返回首页", None),
        ("（责任编辑：" + "李" * 41 + "）", None),
    ],
)
@pytest.mark.parametrize("paragraph", [0, 1, 2, 3])
def test_what_is_glued_to_a_paragraph(tail: str, rule: str | None, paragraph: int) -> None:
    lines = list(PARAGRAPHS)
    lines[paragraph] += tail
    article = page(lines=tuple(lines))
    assert rules(article, tail.strip()) == ([rule] if rule else [])
    assert article.text == "\n".join(PARAGRAPHS if rule else lines)


def test_every_paragraph_may_have_one() -> None:
    tail = "（责任编辑：李秋）"
    article = page(lines=tuple(line + tail for line in PARAGRAPHS))
    assert rules(article, tail) == ["credits/glued-editor"] * 4
    assert article.text == "\n".join(PARAGRAPHS)


def test_a_credit_alone_is_not_split() -> None:
    assert rules(page("<p>（责任编辑：李秋）</p>"), "（责任编辑：李秋）") != ["credits/glued-editor"]


@pytest.mark.parametrize(
    "heading, text, removed",
    [
        ('选址<a href="#1">#</a>', "选址", "#"),
        ('选址 <a href="#1">¶</a>', "选址", "¶"),
        ("选址#", "选址#", ""),  # no link
        ('<a href="/1">选址</a>?', "选址?", ""),
    ],
)
def test_the_link_of_a_subhead_to_itself(heading: str, text: str, removed: str) -> None:
    article = page(f"<h3>{heading}</h3>")
    assert text in (article.text or "").split("\n")
    assert rules(article, removed) == (["credits/glued-anchor"] if removed else [])


# Captions


def credited(length: int, end: str = "张晓明摄") -> str:
    return "桥" * (length - len(end)) + end


@pytest.mark.parametrize(
    "below, rule",
    [
        ("图为恢复通车的江川大桥", "captions/marked"),
        ("△恢复通车的江川大桥", "captions/marked"),
        ("▲ 恢复通车的江川大桥", "captions/marked"),
        ("↑恢复通车的江川大桥", "captions/marked"),
        ("图一：恢复通车的江川大桥", "captions/marked"),
        ("图12、恢复通车的江川大桥", "captions/marked"),
        ("图片说明：江川大桥", "captions/marked"),
        ("图注：江川大桥", "captions/marked"),
        ("资料图", "captions/marked"),
        ("資料圖片（江川日報）", "captions/marked"),
        ("效果图。", "captions/marked"),
        ("◎恢复通车的江川大桥", "captions/marked"),
        ("■恢复通车的江川大桥。", "captions/marked"),
        ("恢复通车的江川大桥。新华社记者 张晓明 摄", "captions/agency"),
        ("恢复通车的江川大桥。新华社发（张晓明 摄）", "captions/agency"),
        ("恢复通车的江川大桥 本报记者 张晓明/摄", "captions/agency"),
        ("恢复通车的江川大桥 张晓明摄", "captions/credited"),
        ("恢复通车的江川大桥（江川市政府供图）", "captions/credited"),
        ("恢復通車的江川大橋（翻攝自臉書）", "captions/credited"),
        ("恢复通车的江川大桥 视觉中国", "captions/credited"),
        (credited(120), "captions/credited"),
        (credited(121), None),
        ("图为" + "桥" * 198, "captions/marked"),
        ("图为" + "桥" * 199, None),
        (credited(240, "新华社记者 张晓明 摄"), "captions/agency"),
        (credited(241, "新华社记者 张晓明 摄"), None),
        ("图书馆昨天也重新开门了，读者一早就在门口排起了队。", None),
        ("图强是这里的老地名，老人们至今还这样叫这个渡口。", None),
        ("他在桥上拍摄了一整天，照片后来挂在县城的文化馆里。", None),
    ],
)
def test_the_line_below_a_picture(below: str, rule: str | None) -> None:
    article = page(f"<p>{IMAGE}</p><p>{below}</p>")
    assert rules(article, below) == ([rule] if rule else [])
    assert (below in article.text) is (rule is None)
    caption = article.images[0].caption
    assert (caption is not None and below.endswith(caption) and caption != "") if rule else caption is None


@pytest.mark.parametrize(
    "between, rule",
    [
        ("", "captions/credited"),
        ("<p>恢复通车的第一天</p>", "captions/credited"),
        ("<p>恢复通车的第一天</p>" * 2, None),
    ],
)
def test_a_credit_counts_near_a_picture_only(between: str, rule: str | None) -> None:
    below = "江川大桥 张晓明摄"
    assert rules(page(f"<p>{IMAGE}</p>{between}<p>{below}</p>"), below) == ([rule] if rule else [])


def test_who_wrote_is_no_caption() -> None:
    assert rules(page(f"<p>{IMAGE}</p><p>■本报记者 张晓明</p>"), "■本报记者 张晓明") == ["lines/author-credit"]


def test_a_picture_that_stands_there_again_for_browsers_without_scripts_is_the_same() -> None:
    below = "◎恢复通车的江川大桥"
    article = page(f"<p>{IMAGE}<noscript>{IMAGE}</noscript></p><p>{below}</p>")
    assert rules(article, below) == ["captions/marked"]


@pytest.mark.parametrize("said", ["转载自", "来自", "由江川日报授权"])
def test_a_note_on_where_the_content_is_from(said: str) -> None:
    note = f"本文内容{said}江川竹业，原文标题：《竹管投产》，版权归原作者所有，如有侵权请联系删除。"
    article = page(lines=(*PARAGRAPHS, note))
    assert rules(article, note) == ["lines/source-note"]
    assert article.text == "\n".join(PARAGRAPHS)


def test_a_credit_without_a_picture_is_text() -> None:
    article = page("<p>江川大桥 张晓明摄</p>")
    assert "江川大桥 张晓明摄" in article.text


@pytest.mark.parametrize("word", ["pic", "photo", "img", "image", "figure", "picture", "imgbox", "picbox", "desc"])
def test_words_in_a_box_that_is_named_after_a_picture(word: str) -> None:
    below = "恢复通车的江川大桥上车来车往"
    article = page(f'<div class="{word}">{IMAGE}<p>{below}</p></div>')
    assert rules(article, below) == ["captions/picture-box"]
    assert article.images[0].caption == below
    assert rules(page(f'<div class="wide">{IMAGE}</div><p>{below}</p>'), below) == []


@pytest.mark.parametrize(
    "below, rule",
    [
        ("恢复通车的江川大桥", "captions/same-paragraph"),
        ("桥" * 40, "captions/same-paragraph"),
        ("桥" * 41, None),
        ("大桥恢复通车了。", None),  # a sentence
    ],
)
def test_words_that_share_a_paragraph_with_a_picture(below: str, rule: str | None) -> None:
    article = page(f"<p>{IMAGE}<br>{below}</p>")
    assert rules(article, below) == ([rule] if rule else [])


# Lead pictures


def test_a_picture_between_headline_and_text_belongs_to_the_article() -> None:
    article = page(above=f"<div>{IMAGE}</div>")
    assert [image.url for image in article.images] == ["/a.jpg"]
    assert article.blocks[0].kind == "image"


@pytest.mark.parametrize(
    "above, pictures",
    [
        ('<div class="post-thumbnail"><img src="/a.jpg"></div>', 1),
        ('<div class="featured-image"><a href="/a.jpg"><img src="/a.jpg"></a></div><div class="cat"><a href="/b/">江川</a></div>', 1),
        ('<div class="masthead"><img src="/a.jpg"></div>', 0),
        ('<div class="ad-cover"><img src="/a.jpg"></div>', 0),
        ('<div class="related thumb"><img src="/a.jpg"></div>', 0),
        ('<div class="thumb"><img src="/a.jpg"></div><p>江川</p><p>大桥</p><p>面馆</p><p>客车</p>', 0),
    ],
)
def test_a_featured_picture_above_the_headline(above: str, pictures: int) -> None:
    text = "".join(f"<p>{line}</p>" for line in PARAGRAPHS)
    html = f"<html><head><title>{TITLE}</title></head><body><article>{above}<h1>{TITLE}</h1><div class=content>{text}</div></article>"
    article = newsclean.parse(html)
    assert (len(article.images), article.paragraphs) == (pictures, PARAGRAPHS)


def test_so_does_a_film() -> None:
    article = page(above=f"<div>{FILM}</div>")
    assert [video.url for video in article.videos] == ["https://v.example.cn/a.mp4"]


def test_the_caption_of_a_lead_picture() -> None:
    caption = "恢复通车的江川大桥"
    article = page(above=f"<figure>{IMAGE}<figcaption>{caption}</figcaption></figure>")
    assert article.images[0].caption == caption


@pytest.mark.parametrize(
    "word",
    "author avatar thum pgc face source follow logo account user profile writer verify".split(),  # noqa: SIM905
)
def test_a_portrait_is_no_lead_picture(word: str) -> None:
    article = page(above=f'<div class="{word}">{IMAGE}</div>')
    assert article.images == ()
    assert "pictures/portrait" in {removed.rule for removed in article.removed}


@pytest.mark.parametrize(
    "line, taken",
    [
        ("长按识别二维码关注我们", True),
        ("海量资讯、精准解读，尽在江川财经APP", True),
        ("欢迎关注江川日报官方微信", False),  # the picture may be the story's last one
    ],
)
def test_the_picture_above_a_call_to_scan_is_the_code(line: str, taken: bool) -> None:
    article = page(lines=(*PARAGRAPHS, f"</p><p>{IMAGE}</p><p>{line}"))
    assert ("links/code" in {removed.rule for removed in article.removed}) is taken
    assert len(article.images) == (not taken)


def test_a_picture_before_the_last_sentence_is_no_code() -> None:
    article = page(lines=(*PARAGRAPHS[:-1], f"</p><p>{IMAGE}</p><p>{PARAGRAPHS[-1]}", "长按识别二维码关注我们"))
    assert [image.url for image in article.images] == ["/a.jpg"]


def test_icons_beside_the_words_of_a_byline_are_no_lead_pictures() -> None:
    icon = '<img src="/read-eyes.png">'
    article = page(
        above=f"<div>{icon}<span>发布于 2026-03-01 10:00</span>{icon}<span>阅读量31</span></div><div>{IMAGE}</div>"
    )
    assert [image.url for image in article.images] == ["/a.jpg"]
    assert "pictures/in-byline" in {removed.rule for removed in article.removed}


@pytest.mark.parametrize(
    "first, removed",
    [
        ('<div><a href="/c">云服务器新人专享 29 元/年起</a></div>', True),
        ('<p><a href="/c">停运三个月的江川大桥昨天恢复通车。</a></p>', False),
        ("<p>云服务器新人专享 29 元/年起</p>", False),
    ],
)
def test_a_link_alone_before_the_first_sentence(first: str, removed: bool) -> None:
    article = newsclean.parse(
        f"<html><head><title>{TITLE}_江川在线</title></head><body><h1>{TITLE}</h1><div>2026-03-01 10:00 来源：新华社</div>"
        f"<div class=content>{first}{''.join(f'<p>{line}</p>' for line in PARAGRAPHS)}</div></body></html>"
    )
    assert ("links/at-start" in {entry.rule for entry in article.removed}) is removed
    assert article.paragraphs[-len(PARAGRAPHS) :] == PARAGRAPHS


# Headlines again, lines at the edges


@pytest.mark.parametrize("again", [TITLE, TITLE.replace(" ", ""), f"《{TITLE}》"])
def test_the_headline_again(again: str) -> None:
    article = page(f"<p>{again}</p>")
    assert "repeats/headline" in rules(article, again)
    assert article.text == "\n".join(PARAGRAPHS)


def test_a_sentence_with_the_headline_in_it_is_none() -> None:
    sentence = f"昨天的报纸头条是“{TITLE}”。"
    assert sentence in page(f"<p>{sentence}</p>").text


@pytest.mark.parametrize(
    "line, rule",
    [
        ("2026-03-01 10:00", "bylines/line"),
        ("更新于2026年3月1日 10:00", "bylines/line"),
        ("记者：张晓明", "bylines/line"),
        ("记者：大桥停运的三个月里您在做什么？", None),  # a question of an interview
        ("来源：江川日报", "bylines/line"),
        ("来源于大山的河水在这里拐了一个弯，桥就架在弯上。", None),
        ("2026年3月1日是个晴天。", None),
    ],
)
def test_a_line_of_the_byline_above_the_first_paragraph(line: str, rule: str | None) -> None:
    article = page(lines=(line, *PARAGRAPHS))
    assert rules(article, line) == ([rule] if rule else [])


@pytest.mark.parametrize(
    "word",
    "summary abstract zhaiyao daodu intro digest brief excerpt lede hexin hxts".split(),  # noqa: SIM905
)
@pytest.mark.parametrize("length, taken", [(19, False), (20, True)])
def test_a_summary_above_the_text(word: str, length: int, taken: bool) -> None:
    summary = "江川大桥停运三个月后恢复通车，商户和学生都很高兴，限速降低。"[:length]
    article = page(above=f'<div class="{word}">{summary}</div>')
    judged = [(removed.verdict, removed.rule) for removed in article.removed if removed.text == summary]
    assert (judged == [("summary", "containers/summary")]) is taken
    assert summary not in article.text
