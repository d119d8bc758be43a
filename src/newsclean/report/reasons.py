"""What a verdict means and why a rule gave it, in English and in Chinese."""

from __future__ import annotations

from functools import cache

from newsclean.rules import read_data

from .frame import Both

VERDICTS: dict[str, Both] = {
    "body": ("part of the article", "正文"),
    "image": ("a picture of the article", "正文图片"),
    "video": ("a film of the article", "正文视频"),
    "title": ("the headline, or the page's title", "标题"),
    "byline": ("date, source, author", "时间、来源、作者行"),
    "caption": ("words of a picture; they are its caption", "图片说明，归入图片"),
    "note": ("a footnote or an editor's note", "脚注或编者按"),
    "summary": ("an abstract in a box of its own", "单独成框的摘要"),
    "editor-credit": ("who edited", "编辑署名"),
    "author-credit": ("who wrote, or where the text comes from", "作者或出处署名"),
    "original-title": ("the headline under which the source ran it", "原标题"),
    "site-name": ("the site's name", "网站名"),
    "navigation": ("menus, breadcrumbs, what stands before the body", "导航、面包屑、正文之前的内容"),
    "share-bar": ("share and print buttons, sizes of type", "分享、打印、字号按钮"),
    "promotion": ("advertisements, calls to follow or download", "广告、关注与下载引导"),
    "related": ("other articles, lists of tags", "其他文章、标签列表"),
    "comment": ("comments and their forms", "评论及评论框"),
    "copyright": ("copyright, disclaimers", "版权与免责声明"),
    "pager": ("links to other pages of the article, page numbers", "翻页、页码"),
    "player": ("words of a video player", "播放器文字"),
    "quote-ticker": ("share prices set into the text", "插入正文的行情"),
    "spam": ("a keyword banner of gambling, porn or fraud", "赌博、色情、诈骗的关键词广告"),
    "hidden": ("what the page does not put on the screen", "页面上不显示的内容"),
    "control": ("buttons, forms, menus to choose from", "按钮、表单、选单"),
    "duplicate": ("printed twice", "重复出现"),
    "decoration": ("icons, dividers, end marks, boxes around pictures", "图标、分隔线、文末标记、图片外框"),
    "empty": ("nothing in it", "空"),
    "outside": ("not part of the article", "正文之外"),
}
"""Verdict -> what such a block is."""

GROUPS: dict[str, str] = {
    **dict.fromkeys(("body", "image", "video"), "kept"),
    **dict.fromkeys(
        ("title", "byline", "caption", "note", "summary", "editor-credit", "author-credit", "original-title"), "read"
    ),
    **dict.fromkeys(("promotion", "spam", "copyright"), "alarm"),
    **dict.fromkeys(("hidden", "control", "duplicate", "decoration", "empty"), "silent"),
}
"""Verdict -> its colour; what is not here is furniture."""

_SHOWN = 120
"""Characters of a pattern that are shown: two lines of the detail bar."""

_FAMILIES: dict[str, Both] = {
    "admission": ("the document was refused as a whole; see the warnings", "整篇文档不是文章，原因见警告"),
    "body": ("it stands in the run of the body and no rule spoke against it", "位于正文范围内，没有规则排除它"),
    "bylines": ("it stands before the first paragraph and reads like a byline", "在首段之前，读起来是署名行"),
    "captions": ("it stands at a picture and reads like its caption", "紧挨图片，读起来是图片说明"),
    "containers": ("the class or id of its box says what the box holds", "所在容器的 class 或 id 说明了用途"),
    "credits": ("it was glued to the end of a paragraph and was cut off there", "原本粘在段落末尾，已从那里切开"),
    "ending": ("it stands after the end of the article", "在文章结束之后"),
    "lines": ("the line itself says what it is", "这一行自己说明了它是什么"),
    "links": ("it is a run of links to other articles", "是一串指向其他文章的链接"),
    "masthead": ("it stands above the text of a dump: site, channel, breadcrumb", "在文本顶部：网站、频道、面包屑"),
    "media": (
        "its address or size says that it is no picture or film of the article",
        "从地址或尺寸看不是正文图片或视频",
    ),
    "outside": ("it stands outside the run of the body and no rule spoke of it", "在正文范围之外，没有规则提到它"),
    "pictures": ("it belongs to the lead picture above the text", "属于文首的头图"),
    "repeats": ("the page prints it a second time", "页面第二次印出它"),
    "spam": ("a chain of telling keywords that is no sentence", "一串赌博色情类关键词，不成句子"),
    "title": ("it prints the headline", "印着标题"),
    "unseen": ("a reader of the page would not see it there", "读者在页面上看不到它"),
}
"""First half of a rule's name -> its reason.  A test holds it against the rules that the fixture pages reach."""


def reason(rule: str) -> Both:
    """Why the rule gave its verdict; for a rule of ``lines.yaml`` with its pattern."""
    family, _, name = rule.partition("/")
    english, chinese = _FAMILIES.get(family, (f"rule {rule}", f"规则 {rule}"))
    if family == "lines":
        pattern, longest = _patterns().get(name, ("", 0))
        if pattern:
            shown = pattern if len(pattern) <= _SHOWN else pattern[:_SHOWN] + "…"
            english += f" ({longest} characters at most, pattern {shown})"
            chinese += f"（最多 {longest} 字，模式 {shown}）"
    return english, chinese


@cache
def _patterns() -> dict[str, tuple[str, int]]:
    return {
        str(entry["name"]): (" ".join(str(entry.get("pattern", "")).split()), int(entry.get("longest", 10_000)))
        for entry in read_data("lines.yaml")["rules"]
    }
