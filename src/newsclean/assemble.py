"""Verdicts -> the parts, pictures, films, notes and the account of removals."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from .article import Image, Part, PartKind, Removed, Video
from .blocks import Block, Page, Verdict
from .media import is_decoration, origin_url, read_image, read_video

_CREDIT = re.compile(
    r"[（(]?(?P<credit>(?:[\u3400-\u9fff]{0,12}(?:记者|記者|社|网|网|報|报|通讯员)[^。，；（()）]{0,20}?[\s/／]?(?:摄影?|攝影?|翻攝|发)|新华社发[（(][^（()）]{1,30}[）)]"
    r"|[\u3400-\u9fff·、\s]{2,16}[/／\s](?:摄|攝|攝影|翻攝|摄影)|(?:图片?|圖片?)(?:来源|來源|提供)?[／/:：|｜\s]\s*[^，。；]{2,24}|[^，。；（()）]{2,20}(?:供图|供圖|提供)))[）)]?\s*[。.]?\s*$"
)
_LONGEST_CREDIT = 160
"""Characters at the end of a caption in which its maker is looked for: twice the longest that the pattern admits."""
_WRAPPER = frozenset(
    ["img", "image", "pic", "picture", "photo", "figure", "iframe", "video", "embed", "wrapper", "box"]
)
_MARK = re.compile(r"^\s*[△▲▼▽◎↑↓⬆⬇]\s*")
_KINDS: dict[str, PartKind] = {
    "paragraph": "paragraph",
    "heading": "heading",
    "list-item": "list-item",
    "quote": "quote",
    "table-row": "table-row",
    "cell": "paragraph",
    "code": "code",
    "caption": "paragraph",
}


@dataclass(slots=True)
class Body:
    """The body while it is assembled."""

    page: Page
    base: str | None
    """The address that relative ones are resolved against."""
    keep: bool
    """Whether the account of removals is wanted."""
    parts: list[Part] = field(default_factory=list)
    images: list[Image] = field(default_factory=list)
    videos: list[Video] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    removed: list[Removed] = field(default_factory=list)
    seen: dict[str, int] = field(default_factory=dict)
    """Address -> position in `images`."""
    films: set[tuple[str | None, str | None, str | None]] = field(default_factory=set)
    """(provider, id, address) of each of `videos`."""
    waiting: Image | None = None
    """The last picture, until its caption is known."""

    @property
    def text(self) -> str:
        return "\n".join(part.text for part in self.parts if part.text)

    def remove(self, block: Block, number: int) -> None:
        """Account for a block that is no part of the body."""
        if self.keep:
            self.removed.append(Removed(block.text, block.verdict, block.rule, number, self.page.place(block.node)))

    def refuse(self, block: Block, number: int, verdict: Verdict, rule: str) -> None:
        """Take back a picture's or a film's place in the body."""
        block.verdict, block.rule = verdict, rule
        self.remove(block, number)

    def unwrap(self, block: Block, number: int) -> None:
        """The box around a picture or a film is gone: say so."""
        page = self.page
        if (
            self.keep
            and page.tags[block.node] in ("div", "figure", "center", "a")
            and _WRAPPER & page.words(block.node)
        ):
            self.removed.append(Removed("", "decoration", "media/wrapper", number, page.place(block.node)))

    def add_text(self, block: Block) -> None:
        if block.continues and self.parts and self.parts[-1].kind == "paragraph":
            last = self.parts[-1]
            self.parts[-1] = Part(last.kind, last.text + block.text)
        else:
            self.parts.append(Part(_KINDS[block.kind], block.text, block.level if block.kind == "heading" else 0))
        if block.kind != "heading":
            self.waiting = None

    def add_image(self, block: Block, number: int) -> None:
        image = read_image(block.media, self.base)
        if image is None or is_decoration(image, block.media):
            self.refuse(block, number, "decoration", "media/decoration" if image else "media/no-address")
        elif image.url in self.seen:
            self.waiting = self.images[self.seen[image.url]]
            self.refuse(block, number, "duplicate", "media/repeated-picture")
        else:
            self.seen[image.url or ""] = len(self.images)
            self.parts.append(Part("image", index=len(self.images)))
            self.images.append(image)
            self.waiting = image
            self.unwrap(block, number)

    def add_video(self, block: Block, number: int) -> None:
        video = read_video(block.media, self.base)
        if video is None:
            self.refuse(block, number, "decoration", "media/frame")
        elif (video.provider, video.id, video.url) in self.films:
            self.refuse(block, number, "duplicate", "media/repeated-film")
        else:
            self.films.add((video.provider, video.id, video.url))
            self.parts.append(Part("video", index=len(self.videos)))
            self.videos.append(video)
            self.unwrap(block, number)

    def add_caption(self, block: Block) -> None:
        """A caption goes to the picture before it; in a text dump it is all that is left of its picture."""
        text = _MARK.sub("", block.text).strip()
        credit = _CREDIT.search(text[-_LONGEST_CREDIT:])
        name = credit.group("credit").strip() if credit else None
        waiting = self.waiting
        if waiting is not None and waiting.caption is None:
            image = Image(waiting.url, waiting.width, waiting.height, waiting.alt, text, name)
            self.images[self.seen[waiting.url or ""]] = image
            self.waiting = image
        elif self.page.tags[block.node] == "line":
            self.parts.append(Part("image", index=len(self.images)))
            self.images.append(Image(caption=text, credit=name))
            self.waiting = None


def assemble(page: Page, base: str | None, lead_image: str | None, *, keep_removed: bool = True) -> Body:
    """The body in reading order.  `lead_image` is declared (front matter): it is added where the body has no picture."""
    body = Body(page, base, keep_removed)
    for number, block in enumerate(page.blocks):
        verdict = block.verdict
        if verdict == "body":
            body.add_text(block)
        elif verdict == "image":
            body.add_image(block, number)
        elif verdict == "video":
            body.add_video(block, number)
        else:
            if verdict == "caption":
                body.add_caption(block)
            elif verdict == "note":
                body.notes.append(block.text)
            body.remove(block, number)
    url = origin_url(lead_image, base) if lead_image and body.parts and not body.images else None
    if url:
        body.images.append(Image(url=url))
        body.parts.insert(0, Part("image", index=0))
    return body
