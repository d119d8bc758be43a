"""Hard-wrapped text out of a PDF -> blocks: lines joined to paragraphs, across page breaks.

A paragraph begins at an indented line, or after a line that ends a sentence well before the right edge.  Between two
Chinese characters lines join without a space; between Chinese and digits or Latin, as the document does elsewhere.
"""

from __future__ import annotations

import re

from newsclean.blocks import Block, Page

_INDENT = re.compile(r"(?:\u3000|\u2003|[ \u00a0]{2}|\t)")
_SENTENCE_END = tuple("。！？…”」』：；!?:")
_HAN = re.compile(r"[\u3400-\u9fff\u3000-\u303f\uff00-\uffef“”‘’—…]")
_SPACED = re.compile(r"[\u3400-\u9fff] [0-9A-Za-z]|[0-9A-Za-z] [\u3400-\u9fff]")
_TIGHT = re.compile(r"[\u3400-\u9fff][0-9A-Za-z]|[0-9A-Za-z][\u3400-\u9fff]")
_CREDIT_END = re.compile(r"(?:记者|記者|通讯员|摄影|新华社发|供图)[^。！？]{0,24}[/／]?(?:摄|攝|发|供图|[）)])$")
_LABELLED = re.compile(
    r"(?:(?:责任|本版)?编辑|责编|版式|校对|本报记者|本報記者|記者|记者|通讯员)\s*[:：\s]|[A-Z]?\d{1,3}\s*版?\s*[|｜]"
)
"""A line of the page's head: who edited it, its number and name."""
_SHORT = 0.75
"""A line under this share of the usual width ends its paragraph."""
_LONGEST = 20_000
"""Characters after which a paragraph goes on in a second block: joining line after line to one that never ends takes a
minute for a million lines, with this two seconds."""
_REACH = 16
"""Blocks among which the paragraph is looked for that goes on: captions and page numbers stand between."""
_PAGE_NUMBER = re.compile(r"[—\-–·]+\s*\d{1,4}\s*[—\-–·]+$|第\s*\d{1,4}\s*[页頁](?:[\s,，/]*共\s*\d{1,4}\s*[页頁])?$")
"""A page number between dashes; a bare number may be text."""


_ORGAN = r"[^，。：:；\s]{2,30}(?:政府|办公[厅室]|委员会|[局厅部院会])"
_DECREE = re.compile(rf"{_ORGAN}(?:关于|印发|转发|批转)[^，。]{{2,80}}")
"""江川市人民政府办公室 / 关于做好桥梁检修工作的通知."""
_DECREED = re.compile(r"(?:通知|意见|方案|办法|决定|通报|公告|通告|批复|规定|细则|报告|的函)$")


def read_pdf_text(text: str) -> Page:
    """Blocks of hard-wrapped text: the lines before the first indented one stand alone, then paragraphs."""
    page = Page()
    lines = text.replace("\f", "\n").splitlines()
    lengths = sorted(len(line.strip()) for line in lines if line.strip())
    width = lengths[int(len(lengths) * 0.8)] if lengths else 0
    spaced = len(_SPACED.findall(text)) >= len(_TIGHT.findall(text))
    indented = any(_INDENT.match(line) for line in lines)
    open_block: Block | None = None
    resumed = False  # a page number stood inside the open paragraph
    above = indented  # no indented line yet: the page's head
    for line in lines:
        page.parents.append(0)
        page.tags.append("line")
        page.attrs.append("")
        body = " ".join(line.split())
        if not body:
            continue
        node = len(page.parents) - 1
        if _PAGE_NUMBER.match(body):
            page.blocks.append(Block("page-number", body, node))
            resumed = open_block is not None
            continue
        headed = above and open_block is not None and _headed(open_block.text, body)
        starts = (bool(_INDENT.match(line)) and not headed) or open_block is None
        if not starts and open_block is not None:
            starts = not headed and _ends_paragraph(open_block.text, open_block.level, width, indented)
            starts = starts or (above and bool(_LABELLED.match(body) or _LABELLED.match(open_block.text)))
            starts = starts or (above and not headed and _DECREE.fullmatch(open_block.text) is not None)
        above = above and not _INDENT.match(line)
        if not starts and open_block is not None and not resumed and len(open_block.text) < _LONGEST:
            open_block.text = _join(open_block.text, body, spaced)
        else:
            continues = not starts or (not _INDENT.match(line) and _interrupted(page.blocks))
            before = _last_text(page.blocks) if continues else None
            if before is not None:
                body = _join(before.text, body, spaced)[len(before.text) :]
            open_block = Block("paragraph", body, node, continues=continues)
            page.blocks.append(open_block)
        open_block.level = len(line.strip())
        resumed = False
    for block in page.blocks:
        block.level = 0
    return page


def _headed(first: str, second: str) -> bool:
    """True for the next line of a document's headline, which begins with the name of who decreed it."""
    return not _DECREED.search(first) and _DECREE.fullmatch(first + second) is not None


def _interrupted(blocks: list[Block]) -> bool:
    """True where the last block is a caption and the one before it stops inside a sentence."""
    texts = [block for block in blocks[-4:] if block.kind == "paragraph"]
    return len(texts) > 1 and bool(_CREDIT_END.search(texts[-1].text[-40:])) and open_ended(texts[-2])


def _last_text(blocks: list[Block]) -> Block | None:
    """The paragraph that a resumed sentence began in."""
    for block in reversed(blocks[-_REACH:]):
        if block.kind == "paragraph" and not _CREDIT_END.search(block.text[-40:]):
            return block
    return None


def open_ended(block: Block | None) -> bool:
    """True where a block stops inside a sentence."""
    return block is not None and not block.text.endswith(_SENTENCE_END)


def _ends_paragraph(text: str, last_line: int, width: int, indented: bool) -> bool:
    """Whether a paragraph is over after its last line, which has `last_line` characters."""
    if _CREDIT_END.search(text[-40:]):
        return True
    if last_line >= _SHORT * width:
        return False
    return not indented or text.endswith(_SENTENCE_END) or len(text) < _SHORT * width


def _join(first: str, second: str, spaced: bool) -> str:
    a, b = first[-1], second[0]
    han = bool(_HAN.match(a)), bool(_HAN.match(b))
    if all(han):
        return first + second
    if any(han):
        punctuation = not (a.isalnum() and b.isalnum())
        return first + ("" if punctuation or not spaced else " ") + second
    return first + (second if a == "-" else " " + second)
