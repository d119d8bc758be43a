"""Pictures and films: the address as the origin serves it, what is decoration, which film it is."""

from __future__ import annotations

import pytest

import newsclean
from newsclean.media import is_decoration, origin_url, read_image, read_video

BASE = "https://news.example.com/2026/03/01/a.html"
ORIGIN = "http://img.example.com/a/b.jpg"


# Proxies


@pytest.mark.parametrize(
    "written, origin",
    [
        # seeds/000: a worker in front of the origin
        ("https://cors.zfour.workers.dev/?http://img.example.com/a/b.jpg", ORIGIN),
        ("https://proxy.example.net/?https://img.example.com/b.jpg?w=1&h=2", "https://img.example.com/b.jpg?w=1&h=2"),
        ("https://proxy.example.net/?url=http://img.example.com/a/b.jpg", ORIGIN),
        ("https://proxy.example.net/img?url=http%3A%2F%2Fimg.example.com%2Fa%2Fb.jpg&w=640", ORIGIN),
        ("https://proxy.example.net/?http%3A%2F%2Fimg.example.com%2Fa%2Fb.jpg", ORIGIN),
        ("https://proxy.example.net/thumb?src=http://img.example.com/a/b.jpg", ORIGIN),
        ("https://proxy.example.net/x?u=http://img.example.com/a/b.jpg", ORIGIN),
        ("https://proxy.example.net/x?image=http://img.example.com/a/b.jpg", ORIGIN),
        ("https://proxy.example.net/cors/http://img.example.com/a/b.jpg", ORIGIN),
        ("https://proxy.example.net/http://img.example.com/a/b.jpg?x=1", ORIGIN + "?x=1"),
        ("https://proxy.example.net/cors/http:/img.example.com/a/b.jpg", ORIGIN),
        # weserv leaves the scheme out
        ("https://images.weserv.nl/?url=img.example.com/a/b.jpg", "https://img.example.com/a/b.jpg"),
        ("//images.weserv.nl/?url=img.example.com/a/b.jpg&w=300", "https://img.example.com/a/b.jpg"),
        # a proxy in front of a proxy
        ("https://one.example.net/?https://two.example.net/?url=http://img.example.com/a/b.jpg", ORIGIN),
        # next.js
        ("/_next/image?url=https%3A%2F%2Fimg.example.com%2Fb.jpg&w=1200&q=75", "https://img.example.com/b.jpg"),
    ],
)
def test_proxy_is_unwrapped(written: str, origin: str) -> None:
    assert origin_url(written, BASE) == origin


@pytest.mark.parametrize(
    "written",
    [
        "https://img.example.com/b.jpg?from=http",
        "https://img.example.com/b.jpg?url=1",
        "https://img.example.com/b.jpg?url=",
        "https://img.example.com/b.jpg?ref=https://news.example.com/",
        "https://img.example.com/b.jpg?url=thumbnail",
        "https://img.example.com/b.jpg?src=mobile",
        "https://img.example.com/https/b.jpg",
        "https://img.example.com/http-cache/b.jpg",
        "https://img.example.com/resize?image=medium",
        "https://img.example.com/b.jpg?x-oss-process=image/resize,w_640",
        "https://img.example.com/b.jpg?u=3210,1234&fm=26",
        "https://img.example.com/b.jpg!640x480",
        "https://img.example.com/http://",
        "https://img.example.com/?http://",
    ],
)
def test_query_that_only_looks_like_one_stays(written: str) -> None:
    assert origin_url(written, BASE) == written


@pytest.mark.parametrize(
    "written, resolved",
    [
        ("/a/b.jpg", "https://news.example.com/a/b.jpg"),
        ("b.jpg", "https://news.example.com/2026/03/01/b.jpg"),
        ("../b.jpg", "https://news.example.com/2026/03/b.jpg"),
        ("//img.example.com/b.jpg", "https://img.example.com/b.jpg"),
        ("  http://img.example.com/a/b.jpg\n", ORIGIN),
        ("HTTP://img.example.com/a/b.jpg", "HTTP://img.example.com/a/b.jpg"),
        ("http://图.example.com/图.jpg", "http://图.example.com/图.jpg"),
    ],
)
def test_addresses_are_resolved(written: str, resolved: str) -> None:
    assert origin_url(written, BASE) == resolved


@pytest.mark.parametrize(
    "written",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        " javascript:alert(1)",
        "java\nscript:alert(1)",
        "data:image/png;base64,iVBORw0KGgo=",
        "vbscript:x",
        "file:///etc/passwd",
        "blob:https://x/1",
        "about:blank",
        "ftp://img.example.com/b.jpg",
        "mailto:a@example.com",
        "",
        "#",
        "#top",
        "//",
        "http://[",
    ],
)
def test_what_no_reader_could_fetch_is_dropped(written: str) -> None:
    found = origin_url(written, BASE)
    assert found is None or found.startswith(("http://", "https://"))
    if ":" in written.strip()[:12] and not written.startswith("http"):
        assert found is None


@pytest.mark.parametrize("inner", ["javascript:alert(1)", "data:image/png;base64,AA", "file:///etc/passwd"])
def test_proxy_does_not_smuggle(inner: str) -> None:
    for written in (f"https://p.example.net/?{inner}", f"https://p.example.net/?url={inner}"):
        found = origin_url(written, BASE)
        assert found is None or found.startswith(("http://", "https://"))


# Lazy loading


LAZY = (
    "data-original", "data-src", "data-lazy-src", "data-actualsrc", "data-lazyload", "data-lazy", "data-url", "data-echo",
    "data-original-src", "data-actual-src", "data-real-src", "real_src", "lazysrc",
    "data-lazysrc", "data-backsrc", "data-imgsrc", "data-origin", "original", "_src", "lazy-src", "zoomfile", "file",
)  # fmt: skip


@pytest.mark.parametrize("name", LAZY)
@pytest.mark.parametrize("src", ["/images/blank.gif", "data:image/gif;base64,R0lGODlhAQABAAAAACw=", ""])
def test_lazy_loading_in_all_its_spellings(name: str, src: str) -> None:
    image = read_image(f' src="{src}" {name}="http://img.example.com/a/b.jpg" ', BASE)
    assert image is not None
    assert image.url == ORIGIN


@pytest.mark.parametrize(
    "srcset, url",
    [
        ("http://img.example.com/s.jpg 320w, http://img.example.com/l.jpg 1280w", "http://img.example.com/l.jpg"),
        ("http://img.example.com/l.jpg 2x, http://img.example.com/s.jpg 1x", "http://img.example.com/l.jpg"),
        ("//img.example.com/l.jpg 1.5x", "https://img.example.com/l.jpg"),
        ("http://img.example.com/only.jpg", "http://img.example.com/only.jpg"),
        ("http://img.example.com/a,b.jpg 640w", "http://img.example.com/a,b.jpg"),
    ],
)
@pytest.mark.parametrize("name", ["srcset", "data-srcset"])
def test_the_largest_of_a_srcset(name: str, srcset: str, url: str) -> None:
    image = read_image(f' {name}="{srcset}" ', BASE)
    assert image is not None
    assert image.url == url


@pytest.mark.parametrize("value", ["true", "1", "lazy", "loaded"])
def test_marks_of_lazy_loading_are_no_addresses(value: str) -> None:
    image = read_image(f' data-lazy="{value}" data-src="{value}" src="http://img.example.com/a/b.jpg" ', BASE)
    assert image is not None
    assert image.url == ORIGIN


# Sizes


@pytest.mark.parametrize(
    "attributes, size",
    [
        ('width="800" height="533"', (800, 533)),
        ('data-width="800" data-height="533" width="1"', (800, 533)),
        ("width=800", (800, None)),
        ('width="800px"', (800, None)),
        ('width="100%"', (None, None)),
        ('style="width: 800px; height:533.4px"', (800, 533)),
        ('style="max-width:100px"', (None, None)),
        ('width="auto"', (None, None)),
        ('width=""', (None, None)),
        ('width="99999999999999999999"', (None, None)),
        ('width="-5"', (None, None)),
    ],
)
def test_size_as_the_page_states_it(attributes: str, size: tuple[int | None, int | None]) -> None:
    image = read_image(f' src="{ORIGIN}" {attributes} ', BASE)
    assert image is not None
    assert (image.width, image.height) == size


# Decoration


def decoration(attributes: str) -> bool:
    image = read_image(attributes, BASE)
    assert image is not None
    return is_decoration(image, attributes)


@pytest.mark.parametrize(
    "attributes",
    [
        'src="/a/b.jpg" width="1" height="1"',
        'src="/a/b.jpg" width=16 height=16',
        'src="/a/b.jpg" height="2" width="600"',
        'src="/images/logo.png"',
        'src="/images/icon_share.png"',
        'src="/img/qrcode.jpg"',
        'src="/img/erweima.png"',
        'src="/img/weixin.jpg"',
        'src="/static/blank.gif"',
        'src="/static/loading.gif"',
        'src="/u/avatar_12.jpg"',
        'src="/x.svg"',
        'src="/a/b.jpg" class="qrcode"',
        'src="/a/b.jpg" class="user-avatar"',
        'src="/a/b.jpg" alt="二维码"',
        'src="/a/b.jpg" alt="江川日报公众号"',
        'src="/ads/b.jpg"',
        'src="/banner/728x40.gif"',
        'src="/btn_close.gif"',
        'src="/users/1.jpg?imageMogr2/auto-orient/strip|imageView2/1/w/96/h/96/format/webp"',
        'src="/users/1.jpg?x-oss-process=image/resize,w_48,h_48"',
    ],
)
def test_decoration_by_size_and_name(attributes: str) -> None:
    assert decoration(attributes)


@pytest.mark.parametrize(
    "attributes",
    [
        'src="/a/b.jpg"',
        'src="/a/b.jpg" width=600 height=400',
        'src="/2026/03/01/bridge.jpg"',
        'src="/upload/iconography-of-dunhuang.jpg"',
        'src="/upload/catalogue_1.jpg"',
        'src="/upload/leader.jpg"',
        'src="/upload/roadshow.jpg"',
        'src="/upload/surface.jpg"',
        'src="/upload/2026/W020260301_640x480.jpg"',
        'src="/upload/shared-bike.jpg"',
        'src="/a/b.jpg" class="lazy opacity_0"',
        'src="/a/b.jpg" alt="江川大桥"',
        'src="/a/b.jpg" width=120 height=90',
        'src="/a/b.gif"',
        'src="/download/b.jpg"',
        'src="/playground/b.jpg"',
        'src="/a/b.jpg?imageView2/2/w/960/h/96"',
        'src="/a/b.jpg?imageView2/2/w/1200/format/jpg"',
    ],
)
def test_pictures_of_the_article_are_none(attributes: str) -> None:
    assert not decoration(attributes)


def test_description() -> None:
    image = read_image('src="/a/b.jpg" alt=" 江川大桥 \n 通车 "', BASE)
    assert image is not None
    assert image.alt == "江川大桥 通车"


# Films


@pytest.mark.parametrize(
    "src, provider, film, url",
    [
        ("//v.qq.com/iframe/player.html?vid=s3304oo5gni&auto=0", "qq", "s3304oo5gni", "https://v.qq.com/x/page/s3304oo5gni.html"),
        ("https://v.qq.com/txp/iframe/player.html?origin=x&vid=a0912abcdef", "qq", "a0912abcdef", "https://v.qq.com/x/page/a0912abcdef.html"),
        ("https://v.qq.com/x/page/a0912abcdef.html", "qq", "a0912abcdef", "https://v.qq.com/x/page/a0912abcdef.html"),
        ("https://player.youku.com/embed/XNDMyMTA5ODc2==", "youku", "XNDMyMTA5ODc2==", "https://v.youku.com/v_show/id_XNDMyMTA5ODc2==.html"),
        ("https://player.youku.com/player.php/sid/XNDMy/v.swf", "youku", "XNDMy", "https://v.youku.com/v_show/id_XNDMy.html"),
        ("//player.bilibili.com/player.html?aid=1&bvid=BV1xx411c7mD&cid=1", "bilibili", "BV1xx411c7mD", "https://www.bilibili.com/video/BV1xx411c7mD"),
        ("//player.bilibili.com/player.html?aid=170001&page=1", "bilibili", "170001", "https://www.bilibili.com/video/av170001"),
        ("https://www.youtube.com/embed/dQw4w9WgXcQ?rel=0", "youtube", "dQw4w9WgXcQ", "https://www.youtube.com/watch?v=dQw4w9WgXcQ"),
        ("https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ", "youtube", "dQw4w9WgXcQ", "https://www.youtube.com/watch?v=dQw4w9WgXcQ"),
        ("https://youtu.be/dQw4w9WgXcQ", "youtube", "dQw4w9WgXcQ", "https://www.youtube.com/watch?v=dQw4w9WgXcQ"),
        ("https://player.cntv.cn/standard/cntvplayer.html?guid=0123456789abcdef0123456789abcdef", "cctv", "0123456789abcdef0123456789abcdef", None),
        ("https://video.sina.com.cn/share/video/250587748.swf?vid=250587748", "sina", "250587748", None),
        ("https://www.miguvideo.com/p/detail/701234567", "miguvideo", "701234567", None),
        ("https://www.ixigua.com/iframe/6812345678901234567", "ixigua", "6812345678901234567", None),
    ],
)  # fmt: skip
def test_film(src: str, provider: str, film: str, url: str | None) -> None:
    video = read_video(f' src="{src}" ', BASE)
    assert video is not None
    assert (video.provider, video.id) == (provider, film)
    assert video.url is not None
    assert video.url.startswith("https://")
    if url:
        assert video.url == url


@pytest.mark.parametrize("src", ["https://v.example.com/a.mp4", "https://v.example.com/a.m3u8?x=1", "/v/a.flv"])
def test_plain_film(src: str) -> None:
    video = read_video(f' src="{src}" ', BASE)
    assert video is not None
    assert (video.provider, video.id) == (None, None)
    assert (video.url or "").startswith("https://")


@pytest.mark.parametrize(
    "src",
    [
        "https://ads.example.com/frame.html",
        "about:blank",
        "javascript:void(0)",
        "javascript:a.mp4",
        "https://www.example.com/comment?url=x",
        "https://map.example.com/?v=1",
        "",
        "data:video/mp4;base64,AAAA",
        "https://myv.qq.example.com/",
        "https://www.youtube.com/embed/short",
    ],
)
def test_other_frames_are_no_films(src: str) -> None:
    assert read_video(f' src="{src}" ', BASE) is None


@pytest.mark.parametrize(
    "src",
    [
        "https://evil.example/?x=https://www.youtube.com/embed/dQw4w9WgXcQ",
        "https://notv.qq.com/iframe/player.html?vid=s3304oo5gni",
        "https://fakeyouku.com/embed/XNDMy",
    ],
)
def test_address_of_a_film_in_a_strangers_address_keeps_only_what_is_safe(src: str) -> None:
    video = read_video(f' src="{src}" ', BASE)
    assert video is None or (video.url or "").startswith("https://")


# In an article


SENTENCE = "停运三个月的江川大桥昨天恢复通车，首日通过车辆两万余辆，沿线商户的生意也好了起来。"


def article(inside: str) -> newsclean.Article:
    return newsclean.parse(
        f"<h1>江川大桥恢复通车</h1><div>2026-03-01 10:00 来源：江川日报社</div>"
        f"<div class=content><p>{SENTENCE}</p>{inside}<p>{SENTENCE[:-1]}，老人们说。</p><p>{SENTENCE[5:]}</p></div>",
        url=BASE,
    )


@pytest.mark.parametrize(
    "inside, caption, credit",
    [
        ('<figure><img src="/b.jpg"><figcaption>大桥通车。新华社记者 张晓明 摄</figcaption></figure>', "大桥通车。新华社记者 张晓明 摄", "新华社记者 张晓明 摄"),
        ('<p><img src="/b.jpg"></p><p>▲大桥通车</p>', "大桥通车", None),
        ('<p><img src="/b.jpg"></p><p>△ 大桥通车（江川日报社供图）</p>', "大桥通车（江川日报社供图）", "江川日报社供图"),
        ('<p><img src="/b.jpg"></p><p>图为大桥通车现场。</p>', "图为大桥通车现场。", None),
        ('<p><img src="/b.jpg"></p><p>大桥通车现场。张晓明 摄</p>', "大桥通车现场。张晓明 摄", "张晓明 摄"),
        ('<p><img src="/b.jpg"></p><p>大橋通車。（記者陳小明攝）</p>', "大橋通車。（記者陳小明攝）", "記者陳小明攝"),
        ('<div class="pic"><img src="/b.jpg"><p>大桥通车</p></div>', "大桥通车", None),
    ],
)  # fmt: skip
def test_caption_goes_to_its_picture(inside: str, caption: str, credit: str | None) -> None:
    found = article(inside)
    (image,) = found.images
    assert (image.url, image.caption, image.credit) == ("https://news.example.com/b.jpg", caption, credit)
    assert len(found.paragraphs) == 3
    assert caption not in found.text
    assert found.authors == ()


PARAGRAPHS = f"<p>{SENTENCE}</p><p>桥头的面馆老板说，等这一天等了很久。</p><p>{SENTENCE}</p>"


def test_the_picture_above_the_text_has_its_caption_too() -> None:
    page = (
        "<h1>江川大桥恢复通车</h1><div>2026-03-01 10:00</div><article class=content><div class=gallery><img src=/b.jpg width=640>"
        f"<span>甄伯在桥头的老地方摆摊卖面。（罗展翘摄）</span></div><div>{PARAGRAPHS}</div></article>"
    )
    found = newsclean.parse(page, url="https://news.example.com/")
    assert found.images[0].caption == "甄伯在桥头的老地方摆摊卖面。（罗展翘摄）"
    assert "甄伯" not in found.text


def test_a_paragraph_after_a_picture_is_no_caption() -> None:
    found = article(f'<p><img src="/b.jpg"></p><p>摄影师说，{SENTENCE}</p>')
    assert found.images[0].caption is None
    assert len(found.paragraphs) == 4


def test_pictures_and_films_keep_their_place_and_their_order() -> None:
    found = article(
        '<img src="/1.jpg"><p>中间的一段话，说的是桥。</p><img src="/2.jpg"><iframe src="//v.qq.com/iframe/player.html?vid=s3304oo5gni"></iframe>'
    )
    kinds = [(part.kind, part.index) for part in found.blocks]
    assert kinds == [
        ("paragraph", -1), ("image", 0), ("paragraph", -1), ("image", 1), ("video", 0), ("paragraph", -1), ("paragraph", -1),
    ]  # fmt: skip


def test_the_same_picture_twice_is_one() -> None:
    found = article(
        '<img src="/1.jpg"><p>中间的一段话，说的是桥。</p><img data-src="https://proxy.example.net/?https://news.example.com/1.jpg">'
    )
    assert [image.url for image in found.images] == ["https://news.example.com/1.jpg"]
    assert [entry.rule for entry in found.removed if entry.rule.startswith("media/")] == ["media/repeated-picture"]


def test_noscript_fallback_is_not_a_second_picture() -> None:
    found = article('<img data-src="/1.jpg" src="/blank.gif"><noscript><img src="/1.jpg"></noscript>')
    assert [image.url for image in found.images] == ["https://news.example.com/1.jpg"]


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:image/png;base64,AA", "file:///etc/passwd"])
def test_dangerous_addresses_are_in_no_output(address: str) -> None:
    found = article(
        f'<img src="{address}"><video src="{address}"></video><iframe src="{address}"></iframe><a href="{address}">链</a>'
    )
    assert (found.images, found.videos) == ((), ())
    for output in (found.to_json(), found.to_html(), found.to_markdown(), str(found.to_jsonld())):
        assert address not in output


def test_frames_that_are_no_films_are_accounted_for() -> None:
    found = article('<iframe src="https://ads.example.com/x.html"></iframe>')
    assert ("decoration", "media/frame") in [(entry.verdict, entry.rule) for entry in found.removed]
