"""One document as a page to look at: its blocks coloured by verdict, beside them what became of them."""

from __future__ import annotations

from collections import Counter
from typing import Any

from newsclean.article import Article
from newsclean.blocks import KEPT, Block, Page

from .fields import Field, fields_of
from .frame import COMMON, Both, Language, document, named, safe, said, switches
from .reasons import GROUPS, VERDICTS, reason

WORDS: dict[str, Both] = {
    **COMMON,
    "page": ("Page", "页面"),
    "article": ("Article", "文章"),
    "markdown": ("Markdown", "Markdown"),
    "all": ("All", "全部"),
    "kept": ("Kept", "保留"),
    "removed": ("Removed", "去掉"),
    "verdict": ("Verdicts", "判定"),
    "rule": ("Rule", "规则"),
    "any_rule": ("every rule", "所有规则"),
    "search": ("Search the blocks", "搜索各块"),
    "clear": ("Show everything", "清除筛选"),
    "keys": ("Keys", "快捷键"),
    "key_move": ("next, previous block", "下一块、上一块"),
    "key_search": ("search", "搜索"),
    "key_kept": ("all, kept, removed", "全部、保留、去掉"),
    "key_clear": ("show everything", "清除筛选"),
    "shown": ("{shown} of {all} blocks", "{all} 块中的 {shown} 块"),
    "nothing": ("No block is like that.", "没有这样的块。"),
    "declared": ("in no block as it stands: declared, or put together", "没有一块原样印着：来自页面声明，或由几处拼成"),
    "point": ("Point at a block, or move with j and k, to see why.", "指向一块，或按 j、k 移动，可看原因。"),
    "warning": ("warning", "警告"),
    "no_article": ("This is no article.", "这不是文章。"),
    "no_fields": ("The document states nothing.", "文档没有声明任何字段。"),
    "picture": ("picture", "图片"),
    "characters": ("characters", "字"),
}
"""Every text of the page; a test holds them against the script."""


def inspect_page(article: Article, page: Page, name: str, language: Language = "en") -> str:
    """A complete HTML document about one document: its blocks with verdicts and rules, its fields, its Markdown.

    `name` is what the reader knows the document by, `language` what the page begins with (it has a switch).
    """
    fields = fields_of(article, page)
    body = "\n".join(
        (
            _head(article, name, language),
            "<main>",
            _left(page, language),
            _right(article, fields, language),
            "</main>",
            _foot(language),
        )
    )
    return document(f"{name} · newsclean", language, "inspect", body, _data(page))


def _data(page: Page) -> dict[str, Any]:
    rules = sorted({block.rule for block in page.blocks})
    return {"words": WORDS, "verdicts": VERDICTS, "rules": {rule: reason(rule) for rule in rules}}


def _head(article: Article, name: str, language: Language) -> str:
    script = article.script.tag
    facts = " · ".join(filter(None, (article.kind, script, article.encoding)))
    return (
        f'<header><h1>{safe(name)}</h1><p class="facts">{safe(facts)}</p>'
        f'<div class="switches">{switches(language)}</div></header>'
    )


def _left(page: Page, language: Language) -> str:
    blocks = page.blocks
    kept = sum(block.verdict in KEPT for block in blocks)
    return "\n".join(
        (
            '<section class="page" aria-labelledby="page-heading">',
            said("page", WORDS, language, "h2").replace("<h2", '<h2 id="page-heading"', 1),
            _filters(blocks, kept, language),
            f'<p id="shown" role="status">{safe(WORDS["shown"][language == "zh"].format(shown=len(blocks), all=len(blocks)))}</p>',
            f'<div id="blocks" tabindex="0" role="region" {named("page", WORDS, language)}>',
            *(_stretch(page, start) for start in range(0, len(blocks), _STRETCH)),
            "</div>",
            said("nothing", WORDS, language, "p").replace("<p", '<p id="nothing" hidden', 1),
            "</section>",
        )
    )


def _filters(blocks: list[Block], kept: int, language: Language) -> str:
    counts = Counter(block.verdict for block in blocks)
    rules = Counter(block.rule for block in blocks)
    totals = (("all", len(blocks)), ("kept", kept), ("removed", len(blocks) - kept))
    views = "".join(
        f'<button type="button" data-view="{key}" aria-pressed="{"true" if key == "all" else "false"}">'
        f"{said(key, WORDS, language)} <b>{number}</b></button>"
        for key, number in totals
    )
    chips = "".join(
        f'<button type="button" class="chip {GROUPS.get(verdict, "furniture")}" data-verdict="{safe(verdict)}"'
        f' aria-pressed="false" title="{safe(VERDICTS.get(verdict, ("", ""))[language == "zh"])}">'
        f"{safe(verdict)} <b>{number}</b></button>"
        for verdict, number in counts.most_common()
    )
    options = "".join(
        f'<option value="{safe(rule)}">{safe(rule)} ({number})</option>' for rule, number in rules.most_common()
    )
    return (
        f'<div class="filters"><div class="views" role="group" {named("page", WORDS, language)}>{views}</div>'
        f'<div class="chips" role="group" {named("verdict", WORDS, language)}>{chips}</div>'
        f'<div class="line"><label>{said("search", WORDS, language)} <input type="search" id="search"></label>'
        f'<label>{said("rule", WORDS, language)} <select id="rule"><option value="" data-t="any_rule">'
        f"{safe(WORDS['any_rule'][language == 'zh'])}</option>{options}</select></label>"
        f'<button type="button" id="clear">{said("clear", WORDS, language)}</button></div></div>'
    )


_STRETCH = 100
"""Blocks of one list.  The browser lays out only the lists that are on the screen: with 20,000 blocks, in lists of
their own, a filter takes a tenth of the time that it takes with all of them in one."""


def _stretch(page: Page, start: int) -> str:
    blocks = enumerate(page.blocks[start : start + _STRETCH], start)
    rows = "\n".join(_block(number, block, page.place(block.node)) for number, block in blocks)
    return f'<ol start="{start + 1}">\n{rows}\n</ol>'


def _block(number: int, block: Block, place: str) -> str:
    words = safe(block.text)
    if not words:
        words = f'<span class="none">[{safe(block.kind)}] {safe(_address(block.media))}</span>'
    return (
        f'<li id="b{number}" tabindex="-1" class="{GROUPS.get(block.verdict, "furniture")}" data-v="{safe(block.verdict)}"'
        f' data-r="{safe(block.rule)}" data-k="{safe(block.kind)}" data-p="{safe(place)}">'
        f'<span class="tag">{safe(block.verdict)}</span><span class="words">{words}</span>'
        f'<span class="rule">{safe(block.rule)}</span></li>'
    )


_LONGEST = 300
"""Characters of the attributes of a picture that are shown: three lines."""


def _address(media: str) -> str:
    media = " ".join(media.split())
    return media if len(media) <= _LONGEST else media[:_LONGEST] + "…"


def _right(article: Article, fields: list[Field], language: Language) -> str:
    notices = [] if article.is_article else [said("no_article", WORDS, language, "strong")]
    notices += [f"{said('warning', WORDS, language)}: {safe(warning)}" for warning in article.warnings]
    rows = "".join(_field(field, language) for field in fields)
    return "\n".join(
        (
            '<section class="article" aria-labelledby="article-heading">',
            said("article", WORDS, language, "h2").replace("<h2", '<h2 id="article-heading"', 1),
            *(f'<p class="notice">{notice}</p>' for notice in notices),
            f'<dl id="fields">{rows}</dl>' if rows else said("no_fields", WORDS, language, "p"),
            said("markdown", WORDS, language, "h2"),
            f'<pre id="markdown" tabindex="0" {named("markdown", WORDS, language)}>{safe(article.to_markdown())}</pre>',
            "</section>",
        )
    )


def _field(field: Field, language: Language) -> str:
    value = safe(field.value)
    if field.block < 0:
        evidence = f"<q>{safe(field.evidence)}</q> " if field.evidence else ""
        note = f'<span class="evidence">{evidence}{said("declared", WORDS, language)}</span>'
        return f"<div><dt>{safe(field.name)}</dt><dd>{value}{note}</dd></div>"
    evidence = f'<span class="evidence"><q>{safe(field.evidence)}</q></span>' if field.evidence != field.value else ""
    return (
        f"<div><dt>{safe(field.name)}</dt><dd>"
        f'<button type="button" class="jump" data-block="{field.block}">{value}{evidence}</button></dd></div>'
    )


def _foot(language: Language) -> str:
    keys = (("j k", "key_move"), ("/", "key_search"), ("a s r", "key_kept"), ("Esc", "key_clear"))
    listed = "".join(
        f"<li>{' '.join(f'<kbd>{key}</kbd>' for key in names.split())} {said(word, WORDS, language)}</li>"
        for names, word in keys
    )
    return (
        f'<footer><div id="why" role="status">{said("point", WORDS, language)}</div>'
        f"<details><summary>{said('keys', WORDS, language)}</summary><ul>{listed}</ul></details></footer>"
    )
