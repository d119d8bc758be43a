"""The five seed documents, one of each trouble: every field as a reader sees it, and nothing lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest
from conservation import accounted, block_text, text_of_markup, visible

import newsclean
from newsclean import Article
from newsclean.pipeline import judged

Seed = Callable[[str], Article]
Bytes = Callable[[str], bytes]

NUMBERS = ("000", "001", "002", "003", "004")
CHINA = timezone(timedelta(hours=8))
CAPITAL_TITLE = "時政微觀察丨從開局之年首次地方考察,讀懂“科技自立自強”的深意"

FIELDS: dict[str, dict[str, Any]] = {
    "000": {
        "kind": "front-matter",
        "title": "加快实现高水平科技自立自强",
        "raw_title": "加快实现高水平科技自立自强",
        "published": datetime(2021, 10, 26, 23, 9, 6, tzinfo=timezone.utc),
        "source": "ZAKER",
        "authors": (),
        "editors": (),
        "site": "ZAKER",
        "categories": ("新媒体", "ZAKER", "source"),
        "notes": (),
    },
    "001": {
        "kind": "front-matter",
        "title": "关键核心技术是要不来、买不来、讨不来的",
        "raw_title": "_关键核心技术是要不来、买不来、讨不来的_",
        "published": datetime(2021, 7, 8, 21, 9, 6, tzinfo=timezone.utc),
        "source": "ZAKER",
        "authors": (),
        "editors": (),
        "site": "ZAKER",
        "categories": ("新媒体", "ZAKER", "source"),
        "notes": (),
    },
    "002": {
        "kind": "text",
        "title": "習近平的兩會時間丨推動科技創新和產業創新深度融合",
        "published": datetime(2026, 3, 10, 16, 59, 52, tzinfo=CHINA),
        "source": "央視新聞",
        "authors": (),
        "editors": (),
        "site": "衡陽新聞網",
        "categories": ("新聞中心", "頭條新聞"),
        "notes": (),
    },
    "003": {
        "kind": "text",
        "title": CAPITAL_TITLE,
        "published": datetime(2026, 2, 10, 6, 29, 22, tzinfo=CHINA),
        "source": "中央廣電總臺央視新聞客戶端",
        "authors": (),
        "editors": ("楊磊",),
        "site": None,
        "categories": ("滾動",),
        "notes": (),
    },
    "004": {
        "kind": "pdf-text",
        "title": "朝着建成科技强国的宏伟目标奋勇前进",
        "published": None,
        "source": None,
        "authors": ("习近平",),
        "editors": (),
        "site": None,
        "categories": (),
        "notes": ("※这是习近平总书记 2024 年 6 月 24 日在全国科技大会、国家科学技术奖励大会、两院院士大会上的讲话。",),
    },
}


@pytest.mark.parametrize("number, field", [(number, field) for number, fields in FIELDS.items() for field in fields])
def test_field(seed: Seed, number: str, field: str) -> None:
    assert getattr(seed(number), field) == FIELDS[number][field]


@pytest.mark.parametrize("number", NUMBERS)
def test_is_an_article_read_without_a_warning(seed: Seed, number: str) -> None:
    article = seed(number)
    assert article.is_article
    assert article.warnings == ()
    assert article.encoding == "utf-8"


@pytest.mark.parametrize("number", ["000", "001"])
def test_the_front_matter_is_kept_with_the_outlet_that_it_calls_author(seed: Seed, number: str) -> None:
    front = seed(number).front_matter
    assert front is not None
    assert front["author"] == "ZAKER"
    assert front["categories"] == ["新媒体", "ZAKER", "source"]
    assert front["comments"] is False
    assert front["date"].endswith("09:06 GMT"), "a date stays the text that it was written as"
    assert front["headimg"].startswith("https://cors.zfour.workers.dev/?http://")


@pytest.mark.parametrize("number", ["002", "003", "004"])
def test_there_is_no_front_matter(seed: Seed, number: str) -> None:
    assert seed(number).front_matter is None


@pytest.mark.parametrize(
    "number, text, origin, offset",
    [
        ("000", "26 Oct 2021 23:09:06 GMT", "front-matter", 0),
        ("001", "08 Jul 2021 21:09:06 GMT", "front-matter", 0),
        ("002", "2026-03-10 16:59:52", "printed", 8),
        ("003", "2026-02-10 06:29:22", "printed", 8),
    ],
)
def test_published_to_the_second_with_the_text_it_was_read_from(
    seed: Seed, number: str, text: str, origin: str, offset: int
) -> None:
    info = seed(number).published_info
    assert info is not None
    assert (info.precision, info.text, info.origin) == ("second", text, origin)
    assert info.at.utcoffset() == timedelta(hours=offset)


@pytest.mark.parametrize(
    "number, tag, converted",
    [
        ("000", "zh-Hans", False),
        ("001", "zh-Hans", False),
        ("002", "zh-Hant", True),
        ("003", "zh-Hant", False),
        ("004", "zh-Hans", False),
    ],
)
def test_script(seed: Seed, number: str, tag: str, converted: bool) -> None:
    script = seed(number).script
    assert (script.tag, script.converted) == (tag, converted)


@pytest.mark.parametrize(
    "number, paragraphs, headings, images, videos, lines",
    [
        ("000", 6, 0, 3, 1, 6),
        ("001", 53, 3, 12, 0, 56),
        ("002", 19, 0, 3, 0, 19),
        ("003", 26, 3, 3, 0, 29),
        ("004", 26, 0, 3, 0, 26),
    ],
)
def test_counts(seed: Seed, number: str, paragraphs: int, headings: int, images: int, videos: int, lines: int) -> None:
    article = seed(number)
    found = (len(article.paragraphs), len(article.headings), len(article.images), len(article.videos))
    assert found == (paragraphs, headings, images, videos)
    assert len(article.text.split("\n")) == lines


@pytest.mark.parametrize(
    "number, headings",
    [
        (
            "001",
            ("科技创新要服务于社会发展和广大人民", "给农业现代化插上科技的翅膀", "科技创新力的根本源泉在于人"),
        ),
        (
            "003",
            ("加大重點領域關鍵核心技術攻關力度", "推動科技創新和産業創新深度融合", "在全社會營造鼓勵創新的濃厚氛圍"),
        ),
    ],
)
def test_headings(seed: Seed, number: str, headings: tuple[str, ...]) -> None:
    assert seed(number).headings == headings


# Pictures and films


ORIGIN = "http://zkres{}.myzaker.com/{}_1024.jpg"


@pytest.mark.parametrize(
    "number, addresses",
    [
        (
            "000",
            [
                (1, "202110/6178f2f9b15ec01f7b7dc63a"),
                (2, "202110/6178f2f9b15ec01f7b7dc63b"),
                (1, "202110/6178f2f9b15ec01f7b7dc63c"),
            ],
        ),
        (
            "001",
            [
                (host, f"202107/60e7cee68e9f0925e858de1{last}")
                for host, last in zip((2, 2, 2, 1, 1, 2, 2, 1, 2, 2, 2, 2), "23456789abcd", strict=True)
            ],
        ),
    ],
)
def test_images_have_the_address_of_their_origin(seed: Seed, number: str, addresses: list[tuple[int, str]]) -> None:
    assert [image.url for image in seed(number).images] == [ORIGIN.format(*address) for address in addresses]


def test_images_have_the_size_that_the_page_states(seed: Seed) -> None:
    assert [(image.width, image.height) for image in seed("000").images] == [(800, 533)] * 3
    sizes = [(image.width, image.height) for image in seed("001").images]
    assert sizes == [
        (800, 1422), (900, 506), (899, 599), (900, 605), (900, 600), (900, 600),
        (899, 598), (900, 600), (900, 506), (899, 573), (900, 486), (899, 674),
    ]  # fmt: skip


@pytest.mark.parametrize("number", ["002", "003", "004"])
def test_images_of_text_have_only_a_caption(seed: Seed, number: str) -> None:
    for image in seed(number).images:
        assert image.url is None
        assert image.caption


def test_no_captions_where_none_are_printed(seed: Seed) -> None:
    assert [image.caption for image in seed("000").images] == [None] * 3


CREDITS_001 = (
    None,
    "新华社发（国家航天局供图）",
    "新华社记者 张玉薇 摄",
    "新华社记者 李一博 摄",
    "新华社记者 黄宗治 摄",
    "新华社记者 林善传 摄",
    "新华社记者 孙晓宇 摄",
    "新华社记者 金立旺 摄",
    "新华社发",
    "新华社记者刘军喜摄",
    "新华社发（国家航天局供图）",
    "新华社发（中国船舶集团供图）",
)


def test_captions_with_the_credit_that_is_printed(seed: Seed) -> None:
    images = seed("001").images
    assert tuple(image.credit for image in images) == CREDITS_001
    assert images[0].caption is None, "the quotation after the first picture is body"
    assert all(image.caption and image.caption.endswith(image.credit or "") for image in images[1:])
    assert seed("001").paragraphs[0] == '" 为探索宇宙奥秘、促进人类和平与发展的崇高事业作出新的更大贡献！"'


def test_a_caption_of_three_sentences_is_whole(seed: Seed) -> None:
    caption = seed("001").images[7].caption or ""
    assert caption.startswith("陆朝阳（中）和学生们在检查光量子计算机的运行情况")
    assert caption.endswith("投身量子领域前沿研究。新华社记者 金立旺 摄")


@pytest.mark.parametrize(
    "number, starts",
    [
        ("002", ("2026年3月6日,習近平書記看望參加", "2026年2月9日,習近平書記在位于北京亦莊", "北京市科技創新成果展示")),
        ("003", ("2026年2月9日,習近平總書記來到", "北京市科技創新成果展示", "2025年4月29日,習近平總書記在上海")),
        (
            "004",
            (
                "2024 年 6 月 24 日，全国科技大会",
                "2024 年 6 月 24 日，全国科技大会",
                "2024 年 9 月 23 日，党和国家领导人",
            ),
        ),
    ],
)
def test_captions_of_text_lose_their_mark(seed: Seed, number: str, starts: tuple[str, ...]) -> None:
    for image, start in zip(seed(number).images, starts, strict=True):
        assert (image.caption or "").startswith(start)


def test_credits_of_pdf_text_and_no_caption_inside_a_paragraph(seed: Seed) -> None:
    article = seed("004")
    assert [image.credit for image in article.images] == [
        "新华社记者 姚大伟/摄",
        "新华社记者 鞠鹏/摄",
        "新华社记者 谢环驰/摄",
    ]
    assert "新华社记者" not in article.text
    for image in article.images:
        assert (image.caption or "?")[:24] not in article.text


@pytest.mark.parametrize("number", NUMBERS)
def test_no_caption_is_a_line_of_the_text(seed: Seed, number: str) -> None:
    article = seed(number)
    lines = set(article.text.split("\n"))
    assert not [image.caption for image in article.images if image.caption in lines]


def test_video(seed: Seed) -> None:
    (video,) = seed("000").videos
    assert (video.provider, video.id) == ("qq", "s3304oo5gni")
    assert video.url == "https://v.qq.com/x/page/s3304oo5gni.html"


# The body


@pytest.mark.parametrize(
    "number, first, last",
    [
        (
            "000",
            "10 月 26 日，习近平总书记在参观国家“十三五”科技创新成就展时强调：",
            "努力为建设世界科技强国建功立业。",
        ),
        ("001", '" 为探索宇宙奥秘、', '科技就有前途，创新就有希望。" 习近平总书记这样寄语。'),
        ("002", "3月6日,習近平書記看望參加全國政協十四屆四次會議的", "創新中國的逐夢征程步履愈發堅實。"),
        ("003", "2月9日,“十五五”開局之年首次地方考察,", "中國式現代化的科技支撐將更加堅實有力。"),
        ("004", "这次大会是在以中国式现代化全面推进强国建设、", "朝着建成科技强国的宏伟目标奋勇前进！"),
    ],
)  # fmt: skip
def test_first_and_last_line(seed: Seed, number: str, first: str, last: str) -> None:
    text = seed(number).text
    assert text.startswith(first)
    assert text.endswith(last)


@pytest.mark.parametrize("number", NUMBERS)
def test_the_text_is_the_lines_of_the_blocks(seed: Seed, number: str) -> None:
    article = seed(number)
    assert article.text == "\n".join(part.text for part in article.blocks if part.text)
    assert [part.text for part in article.blocks if part.kind in ("image", "video")] == [""] * (
        len(article.images) + len(article.videos)
    )


@pytest.mark.parametrize(
    "number, joined",
    [
        # between two Chinese characters, across a line end and across a page break
        ("004", "培育发展新兴产业和未来产业。"),
        ("004", "深入推动实施创新驱动发展战略，提出加快建设创新型国家的战略任务"),
        ("004", "坚持“四个面向”的战略导向，面向世界科技前沿"),
        ("004", "民族复兴伟业关键时期召开的一次科技盛会"),
        ("004", "“嫦娥”揽月，“天和”驻空，“天问”探火，“地壳一号”挺进地球深处"),
        # between Chinese and digits, as the document does elsewhere
        ("004", "向获得 2023 年度国家科学技术奖励的集体"),
        ("004", "确立 2035 年建成科技强国的奋斗目标"),
        # text between shells and after image wrappers
        ("000", "“十三五”期间，我国科技事业加快发展"),
        ("000", "在新征程上，加快实现高水平科技自立自强"),
    ],
)
def test_sentences_are_whole(seed: Seed, number: str, joined: str) -> None:
    assert joined in seed(number).text


def test_every_paragraph_of_the_pdf_text_ends_as_a_sentence_ends(seed: Seed) -> None:
    assert [line[-8:] for line in seed("004").paragraphs if line[-1] not in "。！"] == []


@pytest.mark.parametrize(
    "number, word", [("002", "近平書記十分關心材料科技創新進展"), ("004", "第一颗 6 卫星发射成功")]
)
def test_damaged_words_stay_as_they_are(seed: Seed, number: str, word: str) -> None:
    assert word in seed(number).text


# What was removed


@pytest.mark.parametrize(
    "number, removed",
    [
        ("000", {"empty": 8, "decoration": 4}),
        ("001", {"decoration": 12, "caption": 11}),
        (
            "002",
            {"spam": 1, "site-name": 1, "navigation": 2, "title": 1, "byline": 1, "share-bar": 1, "caption": 3},
        ),
        ("003", {"navigation": 1, "title": 1, "byline": 1, "duplicate": 4, "caption": 3, "related": 1}),
        ("004", {"title": 1, "byline": 1, "caption": 3, "note": 1}),
    ],
)
def test_removed_by_verdict(seed: Seed, number: str, removed: dict[str, int]) -> None:
    found = Counter(entry.verdict for entry in seed(number).removed)
    if number == "001":
        assert found.pop("empty") > 20, "the shells around the pictures"
    assert found == removed


@pytest.mark.parametrize(
    "number, family, text",
    [
        ("002", "spam", "玉女心经在线观看免费版电视剧全集_japanese国产在线观看"),
        ("002", "masthead", "衡陽新聞網"),
        ("002", "masthead", "滾動新聞"),
        ("002", "masthead", "您所在的位置:首頁 > 新聞中心 > 頭條新聞 > 正文:"),
        ("002", "lines", "分享到:"),
        ("003", "masthead", "首頁 > 滾動 > 正文"),
        ("003", "repeats", CAPITAL_TITLE),
        ("003", "lines", "標簽:"),
        ("004", "bylines", "习近平"),
    ],
)
def test_removed_by_a_named_rule(seed: Seed, number: str, family: str, text: str) -> None:
    families = {entry.rule.split("/")[0] for entry in seed(number).removed if entry.text.startswith(text)}
    assert family in families


def test_every_removal_says_where_it_stood(seed: Seed) -> None:
    for number in NUMBERS:
        for entry in seed(number).removed:
            assert entry.place
            assert entry.verdict
            assert "/" in entry.rule


# Conservation


def body_of(text: str) -> str:
    """What follows the front matter."""
    return text.split("---", 2)[2] if text.lstrip().startswith("---") else text


def visible_source(text: str) -> str:
    return text_of_markup(body_of(text)) if text.lstrip().startswith("---") else visible(text)


@pytest.mark.parametrize("number", NUMBERS)
def test_every_visible_character_is_in_one_block_in_order(seed_bytes: Bytes, number: str) -> None:
    data = seed_bytes(number)
    _, page = judged(data)
    assert block_text(page) == visible_source(data.decode())
    assert all(block.verdict and block.rule for block in page.blocks)


@pytest.mark.parametrize("number", NUMBERS)
def test_body_and_removals_account_for_every_character(seed: Seed, seed_bytes: Bytes, number: str) -> None:
    assert accounted(seed(number)) == Counter(visible_source(seed_bytes(number).decode()))


# What the kinds are told by


@pytest.mark.parametrize("number", NUMBERS)
def test_the_same_from_bytes_text_and_file(seed: Seed, seed_bytes: Bytes, number: str, tmp_path: Any) -> None:
    path = tmp_path / "page"
    path.write_bytes(seed_bytes(number))
    article = seed(number)
    assert newsclean.parse_file(path) == article
    from_text = newsclean.parse(seed_bytes(number).decode())
    assert from_text.to_dict() | {"encoding": "utf-8"} == article.to_dict()


@pytest.mark.parametrize("number", ["002", "004"])
def test_windows_line_ends_change_nothing(seed: Seed, seed_bytes: Bytes, number: str) -> None:
    article = newsclean.parse(seed_bytes(number).replace(b"\n", b"\r\n"))
    assert (article.kind, article.title, article.text) == (seed(number).kind, seed(number).title, seed(number).text)


def test_kind_overrides_what_is_found_out(seed_bytes: Bytes) -> None:
    assert newsclean.parse(seed_bytes("002"), kind="html").kind == "html"
    assert newsclean.parse(seed_bytes("004"), kind="text").kind == "text"


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_traditional_encodings_read_the_same(seed: Seed, seed_bytes: Bytes, number: str) -> None:
    text = seed_bytes(number).decode()
    encoding = "gb18030" if number != "003" else "utf-16"
    article = newsclean.parse(text.encode(encoding))
    assert (article.title, article.text) == (seed(number).title, seed(number).text)
