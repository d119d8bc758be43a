"""What fuzzing starts from: five small documents, and the words that are mixed into them."""

from __future__ import annotations

SEEDS = (
    "<h1>大桥通车</h1><p>停运三个月的江川大桥昨天恢复通车。</p><img src=/a.jpg alt='x > y'><!-- a --><script>var a={}</script>",
    "---\ntitle: 大桥通车\ndate: 2026-03-01\ntags: [一, 二]\n---\n\n停运三个月的江川大桥昨天恢复通车。\n\n![](a.jpg)\n*图注*\n",
    '{"@type":"NewsArticle","headline":"大桥通车","author":[{"name":"张三"}],"datePublished":"2026-03-01"}',
    "大桥通车\n2026-03-01 10:00 来源：江川日报\n停运三个月的江川大桥，昨天恢复通车。\n责任编辑：张三\n",
    "<table><tr><td>一<td>二</table><div style='display:none'>x</div><iframe src=//v.qq.com/x/page/a1234567890.html></iframe>",
)

_NEWS = (
    "来源： 责任编辑： 记者 本报记者 （记者 作者： 文/ 摄 图为 图/ 新华社 日电】 【 （ ） “ ” ‘ ’ ， 。 、 ： ； ？ ！ …… —— · ｜ "
    "年 月 日 时 分 10 2026 2026-03-01 2026年3月1日 10:00 昨天 3小时前 首页 正文 版权声明 扫描二维码 公众号 相关阅读 上一篇 返回 "
    "分享到 展开全文 繁體 の　"
)
_MARKUP = (
    "<p> </p> <br> <h1> <div </div> <table> <tr> <td> <li> <ul> <blockquote> <figure> <figcaption> <img src= alt= class= content= "
    "<video <iframe <script> </script> <style> <textarea> <template> <svg> <math> <plaintext> <noscript> <title> <meta charset=gbk> "
    "<meta property= article:published_time name=author <base href= <!-- --> <![CDATA[ ]]> &#xD800; &#x202e; &nbsp; &lt; &amp; "
    '--- title: date: tags: author: ![]( ]( ** # |--- ``` "@type" "NewsArticle" "datePublished" "headline" "articleBody" {" [ ] } : '
    "NaN Infinity null 1e999 javascript: data:image/gif;base64, http://[ // &* *a !!python <<: - ? >"
)
_BYTES = (
    b"\n", b"\n\n", b"\r\n", b"\x00", b"\x1f", b"\x1b$B", b"~{", b"~}", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff",
    b"\xed\xa0\x80", b"\xc2\xa0", b"\xe2\x80\x8b", b"\xe2\x80\xae", b"\x84\x31\xa4\x37", b"\xa1\xa1", b"\xb5\xc4",
)  # fmt: skip

WORDS = tuple(word.encode() for word in f"{_NEWS} {_MARKUP}".split(" ") if word) + _BYTES


def dictionary() -> str:
    """The words as libFuzzer reads them: one a line, in quotes, every byte by its number."""
    return "".join('"' + "".join(f"\\x{byte:02x}" for byte in word) + '"\n' for word in WORDS)
