"""Pictures and films: the address as the origin serves it, size, and which pictures are the article's."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, unquote, urljoin, urlsplit

from .article import Image, Video
from .attributes import attributes

_LAZY = (
    "data-original",
    "data-src",
    "data-lazy-src",
    "data-actualsrc",
    "data-lazyload",
    "data-lazy",
    "data-url",
    "data-echo",
    "data-original-src",
    "data-actual-src",
    "data-real-src",
    "real_src",
    "lazysrc",
    "data-lazysrc",
    "data-backsrc",
    "data-imgsrc",
    "data-origin",
    "data-croporisrc",
    "original",
    "_src",
    "lazy-src",
    "data-ratio-src",
    "data-image",
    "zoomfile",
    "file",
    "data-srcset",
    "srcset",
    "src",
)
"""Where a page keeps a picture's address, most telling first."""
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.\-]*:")
_ADDRESS = re.compile(r"https?://[^/\s]+\.", re.I)
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_PROXY_PARAMETERS = ("url", "src", "u", "image", "img", "uri")
_PICTURE = re.compile(r"\.(?:jpe?g|png|gif|webp|bmp|avif)(?:$|[!?@_~&#/])", re.I)
_JUNK_URL = re.compile(
    r"(?:^|[/_.\-])(?:logo\d*|icon\d*|icons|qr\w*|qrcode|ewm|erweima|weixin|wechat|avatar\w*|face|head\w*img|spacer|blank|pixel|1x1|loading|lazy\w*|placeholder|"
    r"default\w*|btn|button|arrow|share(?:btn|icon|img|pic|wx|weixin|logo)?|banner\w*|ad|ads|adv|bullet|dot|line|separator|divider|sprite|transparent|grey|gray|nopic|noimg|play|zoom|close|"
    r"print|fb|facebook|twitter|tracking|beacon|next_?page|prev_?page|waiting|enlarge|social|speaker|take|counter|stat|emoji|emot|smil\w+|expression|backToTop|go\w*top|app\w*download)(?=[/_.\-]|\d*\.|$)",
    re.I,
)
_JUNK_WORDS = frozenset(
    [
        "logo",
        "icon",
        "icons",
        "qrcode",
        "qr",
        "ewm",
        "avatar",
        "emoji",
        "emotion",
        "face",
        "share",
        "ad",
        "ads",
        "adv",
        "banner",
        "btn",
        "button",
        "arrow",
        "sprite",
        "smiley",
        "head",
        "userhead",
    ]
)
_SMALL = 60
"""Pixels: a picture narrower or lower is an icon, a divider or a badge (bench: the smallest article picture is 120)."""
_SQUARE = 100
"""A picture not wider and not higher than this is a QR code or a portrait."""
_NAMED_SIZE = re.compile(r"[_/-]w(\d{1,4})_?h(\d{1,4})|[_/-](\d{1,4})x(\d{1,4})(?=[._/-])")
_SERVED_SIZE = re.compile(r"[/_,?&]w[/_=](\d{1,4})[/,&]h[/_=](\d{1,4})(?!\d)")
"""What an image server is asked for: imageView2/1/w/96/h/96, resize,w_96,h_96."""
_STYLE_SIZE = re.compile(r"(?:^|[;\s])(width|height)\s*:\s*(\d+(?:\.\d+)?)px", re.I)
_NUMBER = re.compile(r"\d+")

# Up to the id stand at most 400 characters (bench: 160), so the time stays linear.
_PROVIDERS: tuple[tuple[str, re.Pattern[str], str], ...] = (
    ("qq", re.compile(r"v\.qq\.com/.{0,400}?(?:vid=|/)([a-z0-9]{11})(?=[&?#./]|$)"), "https://v.qq.com/x/page/{}.html"),
    (
        "youku",
        re.compile(r"youku\.com/(?:embed/|v_show/id_|player\.php/sid/)([\w=]+)"),
        "https://v.youku.com/v_show/id_{}.html",
    ),
    ("bilibili", re.compile(r"bilibili\.com/.{0,400}?(?:bvid=|video/)(BV\w{10})"), "https://www.bilibili.com/video/{}"),
    ("bilibili", re.compile(r"bilibili\.com/.{0,400}?(?:aid=|video/av)(\d+)"), "https://www.bilibili.com/video/av{}"),
    (
        "youtube",
        re.compile(r"(?:youtube(?:-nocookie)?\.com/(?:embed/|watch\?.{0,400}?v=|v/|shorts/)|youtu\.be/)([\w-]{11})"),
        "https://www.youtube.com/watch?v={}",
    ),
    (
        "cctv",
        re.compile(r"(?:cctv|cntv)\.(?:com|cn)/.{0,400}?(?:guid=|pid=|videoCenterId=|/)([0-9a-f]{32})"),
        "https://tv.cctv.com/v/v1/{}.html",
    ),
    ("sina", re.compile(r"video\.sina\.com\.cn/.{0,400}?(?:vid=|/)(\d{6,})"), "https://video.sina.com.cn/view/{}.html"),
    (
        "miguvideo",
        re.compile(r"miguvideo\.com/.{0,400}?(?:cid=|detail/)(\d{6,})"),
        "https://www.miguvideo.com/p/detail/{}",
    ),
    ("ixigua", re.compile(r"ixigua\.com/(?:iframe/|embed/\?group_id=)?(\d{15,})"), "https://www.ixigua.com/{}"),
    ("facebook", re.compile(r"facebook\.com/.{0,400}?videos(?:%2F|/)(\d{8,})"), "https://www.facebook.com/watch/?v={}"),
)


def origin_url(written: str, base: str | None = None) -> str | None:
    """The address as the origin serves it: proxies unwrapped, resolved against `base`; None for data:, javascript: …"""
    url = written.strip().strip("'\"")
    if not url.isprintable():  # a browser leaves them out too: java<tab>script: is javascript:
        url = _CONTROL.sub("", url)
    for _ in range(3):
        inner = _unwrap(url)
        if inner is None:
            break
        url = inner
    if url.startswith("//"):
        scheme = base[:6].lower() if base else ""
        return f"{'http' if scheme == 'http:/' else 'https'}:{url}" if len(url) > 4 else None
    if _SCHEME.match(url):
        return url if url[:8].lower().startswith(("http://", "https://")) else None
    if not url or url.startswith("#"):
        return None
    if base:
        try:
            joined = urljoin(base, url)
        except ValueError:
            return None
        return joined if joined.startswith(("http://", "https://")) else None
    return url


def _unwrap(url: str) -> str | None:
    """The address inside a proxy's; None where there is none, or where a query only looks like one."""
    if "http" not in url[8:] and "url=" not in url:
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    query = parts.query
    if _ADDRESS.match(query):
        return url[url.index("?") + 1 :]
    if query[:8].lower().startswith(("http%3a", "https%3a")) and _ADDRESS.match(unquote(query)):
        return unquote(query)
    for name in _PROXY_PARAMETERS:
        if f"{name}=" in query:
            values = parse_qs(query).get(name, [])
            value = values[0] if values else ""
            if value.startswith(("http://", "https://", "//")):
                return value
            # weserv leaves the scheme out: ?url=host/path.jpg
            if name == "url" and re.match(r"[\w-]+(?:\.[\w-]+)+/\S+", value) and _PICTURE.search(value):
                return "https://" + value
    inside = re.search(r"/(https?:/{1,2}[\w-]+(?:\.[\w-]+)+/.*)", parts.path)
    if inside:
        address = re.sub(r"^(https?):/+", r"\1://", inside.group(1))
        return address + ("?" + query if query else "")
    return None


def read_image(written: str, base: str | None = None) -> Image | None:
    """An image element's attributes as an `Image`; None where it has no address that a reader could fetch."""
    found = attributes(written)
    url = None
    for name in _LAZY:
        value = found.get(name)
        if not value:
            continue
        if name.endswith("srcset"):
            value = _largest(value)
        if value.startswith("data:") or (name != "src" and "." not in value and "/" not in value):
            continue
        url = origin_url(value, base)
        if url:
            break
    if url is None:
        return None
    return Image(
        url=url,
        width=_size(found, "width"),
        height=_size(found, "height"),
        alt=" ".join(found.get("alt", "").split()) or None,
    )


def _largest(srcset: str) -> str:
    """The address with the greatest width or density of a srcset."""
    best, best_size = "", -1.0
    for candidate in srcset.split(", ") if ", " in srcset else re.split(r",(?=\s*(?:https?:)?//)", srcset):
        words = candidate.split()
        if words:
            size = float(words[1][:-1]) if len(words) > 1 and re.fullmatch(r"\d+(?:\.\d+)?[wx]", words[1]) else 0.0
            if size > best_size:
                best, best_size = words[0], size
    return best


def _size(found: dict[str, str], side: str) -> int | None:
    for name in (f"data-{side}", side, f"data-{side[0]}"):
        digits = _NUMBER.match(found.get(name, "").strip())
        if digits and "%" not in found[name] and len(digits.group()) < 6:
            return int(digits.group()) or None
    for name, pixels in _STYLE_SIZE.findall(found.get("style", "")):
        if name.lower() == side and len(pixels) < 6:
            return int(float(pixels)) or None
    return None


def is_decoration(image: Image, written: str) -> bool:
    """True for icons, dividers, QR codes, avatars and advertisement slots, told by size and by name."""
    if (image.width is not None and image.width <= _SMALL) or (image.height is not None and image.height <= _SMALL):
        return True
    found = attributes(written)
    words = set(re.findall(r"[a-z]+", (found.get("class", "") + " " + found.get("id", "")).lower()))
    if words & _JUNK_WORDS:
        return True
    if image.width and image.height and image.width <= _SQUARE and image.height <= _SQUARE:
        return True
    path = (image.url or "").split("?")[0]
    sizes = _NAMED_SIZE.search(path)
    if sizes and 0 < min(int(size) for size in sizes.groups() if size) <= _SMALL:
        return True
    served = _SERVED_SIZE.search(image.url or "")
    if served and max(int(size) for size in served.groups()) <= _SQUARE:
        return True
    name = "/" + "/".join(re.sub(r"^https?://[^/]*", "", path).split("/")[-2:])
    return (
        name.endswith(".svg")
        or bool(_JUNK_URL.search(name))
        or bool(re.search(r"二维码|二維碼|扫码|QR ?code|头像|logo|公众号|公眾號", image.alt or "", re.I))
    )


def read_video(written: str, base: str | None = None) -> Video | None:
    """A frame's or a video element's attributes as a `Video`; None where it is no film."""
    found = attributes(written)
    for name in ("src", "data-src", "flashvars", "data-original", "data-url", "data-video", "data-mp4"):
        value = found.get(name, "")
        if not value:
            continue
        for provider, pattern, canonical in _PROVIDERS:
            match = pattern.search(value)
            if match:
                return Video(provider=provider, id=match.group(1), url=canonical.format(match.group(1)))
        if re.search(r"\.(?:mp4|m3u8|flv|webm|mov)(?:$|[?#])", value, re.I):
            url = origin_url(value, base)
            if url:
                return Video(url=url)
    return None
