"""Hard pages from easy ones.  Every function takes a `Case` and returns a new one; what is expected stays right."""

from __future__ import annotations

import re
from collections.abc import Callable

import msgspec

from .gold import Case, Expected

SPAM_WORDS = ("真人百家乐平台", "注册送彩金", "星空娱乐下载", "办证刻章", "老虎机在线", "时时彩计划", "代开发票")
SPAM_TITLE = "_".join(SPAM_WORDS[:3]) + "_官网"
PLACEHOLDER = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"
NO_BREAK = "，。；：、！？”’）》…"
"""Punctuation that no line begins with."""
STAYS = frozenset("后里面于并准制系游干只台出几松云仿布占升周志念采杆")
"""Characters that are traditional ones as well, which converters without a dictionary leave as they are."""

_IMG = re.compile(r"<img\b[^>]{0,4000}>", re.IGNORECASE)
_SRC = re.compile(r"""(?<![\w-])src\s*=\s*("[^"]*"|'[^']*')""", re.IGNORECASE)
_LAZY = re.compile(r"\bdata-(?:[a-z]+-)?(?:src|srcset|original)\b", re.IGNORECASE)
_META_CHARSET = re.compile(r"""(<meta[^>]{0,400}?charset\s*=\s*["']?)([\w-]{1,40})""", re.IGNORECASE)
_OPENED = re.compile(r"<(script|textarea|noscript)\b", re.IGNORECASE)
_HAN = re.compile(r"[\u3400-\u9fff]")
_LABELS = {"gb18030": "gbk", "big5hkscs": "big5", "cp950": "big5", "utf-8-sig": "utf-8"}


def inject_spam(case: Case) -> Case:
    """The page after it was hacked: gambling words before the title, in hidden and off-screen blocks, in a link farm.

    Of a text or a feed post: words in the first and the last line.
    """
    text = case.text
    links = "".join(f'<a href="https://{n}.spam.example/">{word}</a> ' for n, word in enumerate(SPAM_WORDS))
    head = f'<div style="display:none">{links}</div>'
    tail = f'<div style="position:absolute;left:-9999px;top:-9999px">{links}</div><marquee height="1">{links}</marquee>'
    if _is_post(case):
        return _with(case, text.rstrip() + f"\n{head}\n")
    if case.path.suffix == ".txt":
        return _with(case, f"{SPAM_TITLE}\n\n{text.rstrip()}\n{SPAM_TITLE}\n")
    text = re.sub(r"(<title[^>]{0,200}>)", lambda found: f"{found[1]}{SPAM_TITLE}_", text, count=1, flags=re.IGNORECASE)
    text = re.sub(r"(<body\b[^>]{0,2000}>)", lambda found: found[1] + head, text, count=1, flags=re.IGNORECASE)
    end = text.lower().rfind("</body>")
    return _with(case, text + tail if end < 0 else text[:end] + tail + text[end:])


def wrap_images(case: Case) -> Case:
    """Every picture lazy: a 1×1 placeholder as ``src``, the address in ``data-original``, a noscript copy behind it.

    Pictures that are lazy already stay as they are.
    """

    def lazy(found: re.Match[str]) -> str:
        tag = found[0]
        address = _SRC.search(tag)
        if not address or _LAZY.search(tag) or address[1].strip("'\"").startswith("data:"):
            return tag
        moved = _SRC.sub(lambda _: f'src="{PLACEHOLDER}" data-original={address[1]}', tag, count=1)
        return f"{moved}<noscript>{tag}</noscript>"

    return _with(case, _outside_scripts(case.text, lambda part: _IMG.sub(lazy, part)))


def transcode(case: Case, encoding: str) -> Case:
    """The same page in another charset, declared as such where it declares one.

    Characters that the charset lacks become numeric entities in HTML and raise UnicodeEncodeError in text.  Raises
    LookupError for a charset that Python does not know.
    """
    label = _LABELS.get(encoding.lower(), encoding)
    text, is_text = case.text, case.path.suffix in (".txt", ".md")
    if not is_text:
        text = _META_CHARSET.sub(lambda found: found[1] + label, text)
    raw = text.encode(encoding, errors="strict" if is_text else "xmlcharrefreplace")
    expected = msgspec.structs.replace(case.expected, encoding=encoding)
    return msgspec.structs.replace(case, name=f"{case.name}-{label}", raw=raw, expected=expected)


def hard_wrap(case: Case, *, width: int = 28) -> Case:
    """The article as a PDF gives it: headline and paragraphs as text, wrapped at `width` full-width cells, an empty
    line after every line.  What only the page stated (time, source, people, pictures) is no longer expected."""
    old = case.expected
    lines = [old.title or "", ""]
    for paragraph in old.body or ():
        for line in _wrapped("  " + paragraph, width):
            lines += [line, ""]
    expected = Expected(
        kind=old.kind,
        template=old.template,
        title=old.title,
        body=old.body,
        accept_source=tuple(name for name in (old.source, *old.accept_source) if name),
        accept_authors=(old.authors, *old.accept_authors),
        images=0,
        negative=old.negative,
        skip=old.skip,
        flags=(*old.flags, "txt", "hardwrap"),
        notes=old.notes,
    )
    raw = "\n".join(lines).encode()
    path = case.path.with_suffix(".txt")
    return Case(name=f"{case.name}-hard-wrapped", raw=raw, expected=expected, path=path)


def convert_mechanically(case: Case) -> Case:
    """The page turned to traditional characters one by one, without regard to words, as cheap mirrors do; in UTF-8.

    后, 里, 并 and the like stay: 以后, 委員并參加.  What is expected is turned in the same way.
    """
    from newsclean.convert import convert  # noqa: PLC0415

    table: dict[int, str] = {}
    for char in set(_HAN.findall(case.text)) | set(_HAN.findall(msgspec.json.encode(case.expected).decode())):
        turned = char if char in STAYS else convert(char, "zh-Hant")
        table[ord(char)] = turned if len(turned) == 1 else char
    old = case.expected
    expected = msgspec.structs.replace(
        msgspec.convert(_turned(msgspec.to_builtins(old), table), Expected),
        encoding="utf-8",
        template=old.template,
        notes=old.notes,
    )
    text = _META_CHARSET.sub(lambda found: found[1] + "utf-8", case.text.translate(table))
    return Case(name=f"{case.name}-converted", raw=text.encode(), expected=expected, path=case.path)


def _is_post(case: Case) -> bool:
    """A post with front matter, in whatever file: its first lines are not text."""
    return case.path.suffix == ".md" or case.text.lstrip().startswith("---\n")


def _turned(value: object, table: dict[int, str]) -> object:
    if isinstance(value, str):
        return value.translate(table)
    if isinstance(value, (list, tuple)):
        return [_turned(one, table) for one in value]
    if isinstance(value, dict):
        return {name: _turned(one, table) for name, one in value.items()}
    return value


def _wrapped(text: str, width: int) -> list[str]:
    """Lines of at most `width` cells; ASCII takes half a cell; closing punctuation hangs."""
    lines, line, used = [], "", 0.0
    for char in text:
        cell = 0.5 if ord(char) < 0x80 else 1.0
        if used + cell > width and char not in NO_BREAK:
            lines.append(line)
            line, used = "", 0.0
        line += char
        used += cell
    return [*lines, line]


def _outside_scripts(text: str, change: Callable[[str], str]) -> str:
    """`change` applied to what is not inside a script, a textarea or a noscript element."""
    parts, at = [], 0
    for opened in _OPENED.finditer(text):
        if opened.start() < at:
            continue
        end = text.find(f"</{opened[1]}", opened.end())
        end = len(text) if end < 0 else end
        parts += [change(text[at : opened.start()]), text[opened.start() : end]]
        at = end
    return "".join([*parts, change(text[at:])])


def _with(case: Case, text: str) -> Case:
    raw = text.encode(case.expected.encoding, errors="xmlcharrefreplace")
    return msgspec.structs.replace(case, raw=raw)
