"""What the command line says, in English and in Chinese: the English text is the key.

A text that is missing here is said in English, so nothing breaks; a test keeps the table complete.
"""

from __future__ import annotations

import os
from typing import Any, Literal

from newsclean.article import Failure
from newsclean.errors import NewscleanError

LANGUAGES = ("zh", "en")
HEADINGS = (
    "Usage:",
    "[OPTIONS]",
    "[COMMAND] [ARGS]...",
    "Arguments:",
    "Options:",
    "Commands:",
    "Show this message and exit.",
)
"""Texts that the framework puts into a help, longest first where one contains another."""

_language = "en"


def choose(wanted: str | None) -> None:
    """Set the language: the one wanted, else that of the locale."""
    global _language  # noqa: PLW0603 (a program has one user)
    _language = wanted if wanted in LANGUAGES else _of_locale()


def language() -> Literal["en", "zh"]:
    """The language that was chosen."""
    return "zh" if _language == "zh" else "en"


def say(text: str, **values: Any) -> str:
    """The text in the user's language, with the values filled in."""
    if _language == "zh":
        text = CHINESE.get(text, text)
    return text.format(**values) if values else text


def told(trouble: NewscleanError | Failure) -> str:
    """What an error of the library, or the failure of a document, says, in the user's language."""
    english = trouble.message if isinstance(trouble, Failure) else str(trouble)
    if _language != "zh":
        return english
    from .library_texts import ERRORS, PHRASES  # noqa: PLC0415 (for who has trouble)

    text = ERRORS.get(trouble.template)
    if text is None:
        return english
    values = {name: PHRASES.get(str(value), value) for name, value in trouble.values.items()}
    return text.format(**values) if values else text


def _of_locale() -> str:
    """As gettext looks for it; Windows has no such variables and asks its own settings."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name)
        if value:
            listed = os.environ.get("LANGUAGE", "") if value not in ("C", "POSIX") else ""
            return "zh" if (listed or value).lower().startswith("zh") else "en"
    if os.name == "nt":
        import locale  # noqa: PLC0415

        return "zh" if (locale.getlocale()[0] or "").lower().startswith(("zh", "chinese")) else "en"
    return "en"


CHINESE = {
    # the frame of a help
    "Usage:": "用法：",
    "[OPTIONS]": "[选项]",
    "[COMMAND] [ARGS]...": "[命令] [参数]...",
    "Arguments:": "参数：",
    "Options:": "选项：",
    "Commands:": "命令：",
    "Show this message and exit.": "显示本说明并退出。",
    # commands
    "Cleans scraped Chinese news: whatever a crawler left behind becomes one typed article.": "清洗抓取的中文新闻：爬虫留下的任何东西，都变成一篇字段齐全的文章。",
    "Clean documents into JSON lines, Markdown, text or Parquet.": "清洗文档，输出 JSON 行、Markdown、纯文本或 Parquet。",
    "Show one article: its fields, its body, and what was removed by which rule.": "查看一篇文章：字段、正文，以及哪条规则去掉了什么。",
    "Show one document as a page to look at: every block with its verdict and rule.": "把一篇文档做成网页来看：每一块的判定和规则。",
    "Show a corpus in pictures: dates, sources, lengths, what was removed, what is missing.": "把语料做成图表来看：时间、来源、长度、去掉的内容、缺少的字段。",
    "Check a file of your own rules, or try it on a page.": "检查您自己的规则文件，或在一个页面上试用。",
    "Find reposts among cleaned articles.": "在清洗过的文章中找出转载。",
    # options
    "Language of the messages (default: that of the locale).": "界面语言（默认随系统）。",
    "Print the version and exit.": "显示版本并退出。",
    "Files, folders, globs, or - for standard input.": "文件、文件夹、通配符，或 - 表示标准输入。",
    "A file that lists the inputs, one a line.": "列出输入的文件，每行一个。",
    "A folder to read.": "要读取的文件夹。",
    "Where to write: a file, a folder, or - (default).": "写到哪里：文件、文件夹，或 -（默认）。",
    "Default: what the name of the output says, else jsonl.": "默认：看输出的名字，否则 jsonl。",
    "What the inputs are, where their names do not tell.": "输入的格式（名字看不出来时）。",
    "In an output folder, keep the folders and file names of the input.": "输出到文件夹时，保留输入的目录和文件名。",
    "Processes (default: one a core).": "进程数（默认每核一个）。",
    "Go on with a run that was stopped.": "接着做中断的任务。",
    "Write one JSON line for each document that failed.": "每篇失败的文档写一行 JSON。",
    "Time that one document may take (default: 30).": "一篇文档最多用多少秒（默认 30）。",
    "Size of one document beyond which it fails (default: 50 MiB).": "单篇文档超过多少字节算失败（默认 50 MiB）。",
    "What the documents are (default: each tells).": "文档的种类（默认自动判断）。",
    "Charset of the documents (default: each tells).": "文档的编码（默认自动判断）。",
    "Convert to this script.": "转换为这种字形（简体、繁体）。",
    "Mend quotation marks, spaces and punctuation.": "修正引号、空格和标点。",
    "Zone of times that state none (default: Asia/Shanghai).": "未注明时区的时间属于哪个时区（默认 Asia/Shanghai）。",
    "Your own rules of sites, as YAML.": "您自己的网站规则（YAML 文件）。",
    "Write only these fields, separated by commas.": "只写这些字段，用逗号分隔。",
    "Leave out lists, home pages and empty shells.": "略去列表页、首页和空页。",
    "Leave out the account of what was removed.": "不写被去掉的内容。",
    "Tell the CPU time of each document, in JSON lines: milliseconds.": "在 JSON 行里写下每篇文档的 CPU 时间：milliseconds。",
    "--timing is told in JSON lines; give an output that ends in .jsonl": "--timing 写在 JSON 行里；请用以 .jsonl 结尾的输出",
    "The field that holds the document, in JSON lines and Parquet.": "JSON 行和 Parquet 中存放文档的字段。",
    "No progress and no summary.": "不显示进度和小结。",
    "The document; - for standard input.": "文档；- 表示标准输入。",
    "What it is (default: it tells).": "文档的种类（默认自动判断）。",
    "Its charset (default: it tells).": "文档的编码（默认自动判断）。",
    "Where it came from.": "文档的来源网址。",
    "Show removed text whole.": "完整显示被去掉的文字。",
    "Articles as JSON lines, from newsclean normalize.": "newsclean normalize 写出的文章（JSON 行）。",
    "Where to write the groups: a file, or - (default).": "各组写到哪里：文件，或 -（默认）。",
    "Write the articles here, of each group only the earliest.": "把文章写到这里，每组只留最早的一篇。",
    "No summary.": "不显示小结。",
    "The HTML file (default: report.html), or -.": "HTML 文件（默认 report.html），或 -。",
    "The failures, as newsclean normalize --errors wrote them.": "失败记录，即 newsclean normalize --errors 写出的文件。",
    "The groups of reposts, as newsclean dedupe wrote them.": "转载组，即 newsclean dedupe 写出的文件。",
    "check: does the file hold together?  test: what does it change?": "check：文件是否成立？test：它改变了什么？",
    "Rules as YAML: of a site, of several sites, or for lines.": "YAML 规则：一个网站、几个网站，或针对行。",
    "For test: the document; - for standard input.": "test 用的文档；- 表示标准输入。",
    "Open it in the browser.": "在浏览器中打开。",
    # troubles
    "--lang knows {known}, not {given!r}": "--lang 只有 {known}，没有 {given!r}",
    "there is no command {name!r}; to clean that file: newsclean normalize {name}": "没有 {name!r} 这个命令；要清洗这个文件：newsclean normalize {name}",
    "there is no command {name!r}; did you mean {better}?": "没有 {name!r} 这个命令；您是不是要 {better}？",
    "there is no command {name!r}; there are: {known}": "没有 {name!r} 这个命令；有：{known}",
    "there is no option {option}; did you mean {better}?  See: {more}": "没有 {option} 这个选项；您是不是要 {better}？说明见：{more}",
    "there is no option {option}; see: {more}": "没有 {option} 这个选项；说明见：{more}",
    "{what} is missing; see: {more}": "缺少 {what}；说明见：{more}",
    "{option} takes no value; see: {more}": "{option} 不带值；说明见：{more}",
    "{option} needs a value; see: {more}": "{option} 需要一个值；说明见：{more}",
    "{option} takes a number from {least:g} up; see: {more}": "{option} 要一个不小于 {least:g} 的数；说明见：{more}",
    "one word too many: {words}; see: {more}": "多出的词：{words}；说明见：{more}",
    "{problem}  See: {more}": "{problem}  说明见：{more}",
    "name a file or a folder to clean, or - for standard input": "请给出要清洗的文件或文件夹，或用 - 表示标准输入",
    "--resume needs an output file; give one with -o": "--resume 需要输出文件；请用 -o 指定",
    "--resume cannot go on with standard input, it cannot be rewound; give a file": "--resume 不能用于标准输入（无法倒回）；请给出文件",
    "--keep-dirs needs an output folder; give one with -o, and --output-format markdown or text": "--keep-dirs 需要输出文件夹；请用 -o 指定，并用 --output-format markdown 或 text",
    "{output} is a folder; for {form} name a file in it": "{output} 是文件夹；输出 {form} 请指定其中的一个文件",
    "Parquet cannot go to standard output; name a file with -o": "Parquet 不能写到标准输出；请用 -o 指定文件",
    "{option} has no value {given!r}; did you mean {better}?  There are: {known}": "{option} 没有 {given!r} 这个值；您是不是要 {better}？可用：{known}",
    "{option} has no value {given!r}; there are: {known}": "{option} 没有 {given!r} 这个值；可用：{known}",
    "--timezone knows no {given!r}; did you mean {better}?": "--timezone 没有 {given!r}；您是不是要 {better}？",
    "--select knows no field {name!r}; {hint}": "--select 没有 {name!r} 这个字段；{hint}",
    "did you mean {better}?": "您是不是要 {better}？",
    "there are: {known}": "可用：{known}",
    "--select works with JSON lines only": "--select 只用于 JSON 行",
    "there is no file {file}": "没有 {file} 这个文件",
    "{file} is a folder; show takes one document": "{file} 是文件夹；show 只看一篇文档",
    "{file} is a folder; give one file": "{file} 是文件夹；请给出一个文件",
    "--open needs a file; give one with -o": "--open 需要文件；请用 -o 指定",
    "standard input": "标准输入",
    # rules
    "rules can check and test, not {given!r}": "rules 有 check 和 test，没有 {given!r}",
    "name the page to test the rules on: newsclean rules test FILE PAGE": "请给出试用规则的页面：newsclean rules test 文件 页面",
    "good: rules for lines: {number}": "成立：{number} 条行规则",
    "good: {host}, names: {number}": "成立：{host}，{number} 个名字",
    "lines that match: {number}": "符合的行：{number}",
    "blocks with another verdict: {number}": "判定改变的块：{number}",
    "not on this page: {name}": "这个页面上没有：{name}",
    "characters of the body then: {number}": "此时正文字数：{number}",
    # a run
    "stopped": "已中断",
    "the output cannot be written ({reason})": "输出无法写入（{reason}）",
    "stopped; the same command with --resume goes on": "已中断；同一命令加 --resume 可接着做",
    "stopped; nothing was written": "已中断；没有写出任何东西",
    "nothing to resume: {output} is whole": "无需接着做：{output} 已完整",
    "failed: {id}: {message}": "失败：{id}：{message}",
    "{documents} documents, {rate:.1f} MB/s, {failed} failed": "{documents} 篇，{rate:.1f} MB/s，失败 {failed}",
    ", {time} left": "，还需 {time}",
    # the summary
    "documents": "文档",
    "document": "文档",
    "failures": "失败",
    "reason": "原因",
    "number": "数量",
    "kind": "种类",
    "script": "字形",
    "title": "标题",
    "published": "发布时间",
    "parts": "段落",
    "images": "图片",
    "removed": "去掉",
    "removed by rule": "各规则去掉的内容",
    "rule": "规则",
    "blocks": "块",
    "characters": "字符",
    "{number} more rules": "另有 {number} 条规则",
    "(no article) {title}": "（不是文章）{title}",
    "{documents} documents ({articles} articles), {failed} failed, {seconds:.1f} s, {rate:.0f} documents/s": "{documents} 篇文档（文章 {articles} 篇），失败 {failed}，{seconds:.1f} 秒，每秒 {rate:.0f} 篇",
    "; {number} of them were done before the run was resumed": "；其中 {number} 篇是中断之前做的",
    "{number} files passed over because of their names (the first: {example}); give their names to read them": "有 {number} 个文件因名字不像网页而略过（第一个：{example}）；逐个给出文件名即可读取",
    "only the first {number} failures are shown; --errors FILE keeps them all": "只显示前 {number} 个失败；--errors 文件 可保存全部",
    # dedupe
    "{file} holds no article": "{file} 里没有文章",
    "{articles} articles, {groups} groups of reposts, {left} articles without their reposts": "{articles} 篇文章，{groups} 组转载，去掉转载后 {left} 篇",
    # show
    "no: this is no article": "否：这不是文章",
    " (converted by machine)": "（机器转换）",
    "warning": "警告",
    "image": "图",
    "video": "视频",
    "note": "注",
}
