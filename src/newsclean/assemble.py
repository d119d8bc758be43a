"""Verdicts -> the parts, pictures, films, notes and the account of removals."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from .article import Image, Part, Removed, Video
from .blocks import Block, Page
from .media import is_decoration, origin_url, read_image, read_video

_CREDIT = re.compile(
    r"[（(]?(?P<credit>(?:[\u3400-\u9fff]{1,12}(?:记者|記者|社|网|网|報|报|通讯员)[^。，；（()）]{0,20}?[\s/／]?(?:摄影?|攝影?|翻攝|发)|新华社发[（(][^（()）]{1,30}[）)]"
    r"|[\u3400-\u9fff·、\s]{2,16}[/／\s](?:摄|攝|攝影|翻攝|摄影)|(?:图片?|圖片?)(?:来源|來源|提供)?[／/:：|｜\s]\s*[^，。；]{2,24}|[^，。；（()）]{2,20}(?:供图|供圖|提供)))[）)]?\s*[。.]?\s*$"
)
_WRAPPER = frozenset("img image pic picture photo figure iframe video embed wrapper box".split())
_MARK = re.compile(r"^\s*[△▲▼▽◎↑↓⬆⬇]\s*")
_KINDS = {"paragraph": "paragraph", "heading": "heading", "list-item": "list-item", "quote": "quote", "table-row": "table-row", "cell": "paragraph", "code": "code", "caption": "paragraph"}
_TERMINAL = tuple("。！？…”」』；：!?:;.)）")


@dataclass(slots=True)
class Body:
    """The assembled body."""

    parts: list[Part] = field(default_factory=list)
    images: list[Image] = field(default_factory=list)
    videos: list[Video] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    removed: list[Removed] = field(default_factory=list)


def assemble(page: Page, base: str | None, lead_image: str | None, *, keep_removed: bool = True) -> Body:
    """The body in reading order.  `lead_image` is a declared picture that is added only where the body has none of it."""
    body = Body()
    seen: dict[str, int] = {}
    waiting: Image | None = None  # the last picture, until its caption is known
    for number, block in enumerate(page.blocks):
        verdict = block.verdict
        if verdict == "body":
            if block.continues and body.parts and body.parts[-1].kind == "paragraph":
                last = body.parts[-1]
                body.parts[-1] = Part(last.kind, last.text + block.text)
            else:
                body.parts.append(Part(_KINDS[block.kind], block.text, block.level if block.kind == "heading" else 0))
            if block.kind != "heading":
                waiting = None
        elif verdict == "image":
            waiting = _add_image(page, body, block, base, seen, number, keep_removed) or waiting
        elif verdict == "video":
            _add_video(page, body, block, base, number, keep_removed)
        elif verdict == "caption":
            waiting = _add_caption(body, block, waiting, page.tags[block.node] == "line")
            _remove(body, page, block, number, keep_removed)
        else:
            if verdict == "note":
                body.notes.append(block.text)
            _remove(body, page, block, number, keep_removed)
    return body


def _remove(body: Body, page: Page, block: Block, number: int, keep: bool) -> None:
    if keep:
        body.removed.append(Removed(block.text, block.verdict, block.rule, number, page.place(block.node)))


def _add_image(page: Page, body: Body, block: Block, base: str | None, seen: dict[str, int], number: int, keep: bool) -> Image | None:
    image = read_image(block.media, base)
    if image is None or is_decoration(image, block.media):
        block.verdict, block.rule = "decoration", "media/decoration" if image else "media/no-address"
        _remove(body, page, block, number, keep)
        return None
    if image.url in seen:
        block.verdict, block.rule = "duplicate", "media/repeated-picture"
        _remove(body, page, block, number, keep)
        return body.images[seen[image.url]]
    seen[image.url or ""] = len(body.images)
    body.parts.append(Part("image", index=len(body.images)))
    body.images.append(image)
    _remove_wrapper(body, page, block, number, keep)
    return image


def _remove_wrapper(body: Body, page: Page, block: Block, number: int, keep: bool) -> None:
    """The box around a picture or a film is gone: say so."""
    if keep and page.tags[block.node] in ("div", "figure", "center", "a") and _WRAPPER & page.words(block.node):
        body.removed.append(Removed("", "decoration", "media/wrapper", number, page.place(block.node)))


def _add_video(page: Page, body: Body, block: Block, base: str | None, number: int, keep: bool) -> None:
    video = read_video(block.media, base)
    if video is None or video in body.videos:
        block.verdict, block.rule = "decoration" if video is None else "duplicate", "media/frame" if video is None else "media/repeated-film"
        _remove(body, page, block, number, keep)
        return
    body.parts.append(Part("video", index=len(body.videos)))
    body.videos.append(video)
    _remove_wrapper(body, page, block, number, keep)


def _add_caption(body: Body, block: Block, waiting: Image | None, text_only: bool) -> Image | None:
    """A caption goes to the picture before it; in a text dump it is all that is left of its picture."""
    text = _MARK.sub("", block.text).strip()
    credit = _CREDIT.search(text)
    name = credit.group("credit").strip() if credit else None
    if waiting is not None and waiting in body.images and waiting.caption is None:
        at = body.images.index(waiting)
        image = Image(waiting.url, waiting.width, waiting.height, waiting.alt, text, name)
        body.images[at] = image
        return image
    if not text_only:
        return None
    image = Image(caption=text, credit=name)
    body.parts.append(Part("image", index=len(body.images)))
    body.images.append(image)
    return None
