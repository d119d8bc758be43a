"""Words that belong to a picture: marked captions, and the line after a picture that credits its maker."""

from __future__ import annotations

import re
from math import inf

from newsclean.blocks import Block, Page
from newsclean.prose import SENTENCE_END, weight

from .scene import Scene, and_around

_MARKED = re.compile(
    r"\s*[△▲▼▽↑↓⬆⬇⇧]\s*\S|\s*(?:图|圖)\s*(?:为|為|[一二三四五六七八九十\d]{1,2}\s*[:：、]|[:：／/|｜丨︱])|\s*(?:图|圖)片?(?:说明|說明|注|来源|來源|源自)|\s*图注\s*[:：]|\s*(?:资料图|資料圖|资料照片|資料照片|示意图|示意圖|配图|效果图)(?:片)?\s*(?:[。（(：:].{0,40})?$"
)
_CREDIT = re.compile(
    r"(?:摄影?|攝影?|供图|供圖|翻摄|翻攝|制图|製圖|绘图|发\s*[（(][^）)]{1,20}[）)]|资料照片|資料照片?|资料图|[图圖]片[来來]源.{0,20}|(?:[摄攝]影?|[图圖]源)\s?[:：／/]\s?[^\s，。；]{2,16}|視覺中國|视觉中国|东方IC|(?:翻攝|翻摄|取|截|來源|来源|摄|攝)自[^，。；]{1,24}|提供|截图|截圖)\s*[)）】\]]?\s*[。.]?$"
)
_SIGNED = re.compile(r".{0,10}[记記]者")
"""■本报记者 张晓明: who wrote, below the picture that opens the text."""
_BOXES = frozenset(["pic", "photo", "img", "image", "figure", "picture", "imgbox", "picbox", "desc"])
"""Words of boxes that hold a picture and the words below it (ltn pic750, sina img_wrapper, 36kr img-desc)."""
_MEDIA = frozenset(("image", "video"))
_LONGEST = 200
_LONGEST_CREDIT = 120
_LONGEST_BESIDE = 40
_AGENCY = re.compile(
    r"(?:新华社|中新社|中新网|法新社|路透社?|美联社|中央社|人民图片|视觉中国|IC\s*photo|新华网|本报|本報|[\u3400-\u9fff]{2,8}[报報网網社])\s*"
    r"(?:(?:记者|記者|通讯员)\s*[\u3400-\u9fff·\s]{2,12}?\s*[/／]?\s*[摄攝]|发(?:\s*[（(][^（()）]{2,24}[）)])?)\s*[)）]?[。.]?$"
)
_LONGEST_AGENCY = 240
"""A picture's caption of an agency may run to three sentences (seeds/001: 131 characters)."""
_GALLERY = 2


def judge(page: Page, scene: Scene) -> None:
    """Captions inside the run: by element, by mark, by position after a picture together with a credit."""
    _judge_each(page, scene)
    run = [page.blocks[number] for number in scene.lines()]
    captions = [block for block in run if block.verdict == "caption"]
    if len(captions) >= _GALLERY and not any(map(_tells, run)):
        for block in captions:  # a gallery: its captions are its text
            block.verdict = block.rule = ""


def _tells(block: Block) -> bool:
    """True for a line of prose, or one that leads elsewhere, that no rule has taken."""
    return not block.verdict and (block.links > 0 or weight(block.text) > 0)


def _judge_each(page: Page, scene: Scene) -> None:
    before = scene.first - 1
    picture = before if before >= 0 and page.blocks[before].kind in _MEDIA else -inf
    for number in scene.lines():
        block = page.blocks[number]
        if block.kind in _MEDIA:
            picture = number
            continue
        if block.hidden and picture == number - 1:
            picture = number  # the picture again, for browsers without scripts
        if block.verdict or not block.text:
            continue
        text = block.text
        if block.kind == "caption":
            page.judge(block, "caption", "captions/element")
        elif len(text) <= _LONGEST and (
            _MARKED.match(text) or (text[0] in "◎■" and number - picture == 1 and not _SIGNED.match(text))
        ):
            page.judge(block, "caption", "captions/marked")
        elif (
            len(text) <= _LONGEST_AGENCY
            and (number - picture <= 2 or page.tags[block.node] == "line")
            and _AGENCY.search(text)
        ):
            page.judge(block, "caption", "captions/agency")
        elif len(text) <= _LONGEST_CREDIT and number - picture <= 2:
            if _CREDIT.search(text):
                page.judge(block, "caption", "captions/credited")
            elif _in_picture_box(page, scene, block.node):
                page.judge(block, "caption", "captions/picture-box")
            elif number - picture == 1 and len(text) <= _LONGEST_BESIDE and _alone_with(page, number):
                page.judge(block, "caption", "captions/same-paragraph")


def _alone_with(page: Page, number: int) -> bool:
    """True for words without an end that share a paragraph with the picture above them, and with nothing else (zol)."""
    blocks, node = page.blocks, page.blocks[number].node
    around = [block for block in blocks[max(0, number - 3) : number + 2] if block.node == node and not block.hidden]
    return (
        page.tags[node] == "p"
        and not blocks[number].text.endswith(SENTENCE_END)
        and len(around) == 2
        and around[0].kind == "image"
    )


def _in_picture_box(page: Page, scene: Scene, node: int) -> bool:
    """True below the body's container in a box that is named after a picture, itself or the next one up."""
    return any(page.words(box) & _BOXES and scene.holds(page, page.parents[box]) for box in and_around(page, node))
