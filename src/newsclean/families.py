"""What the containers of a page hold, by the words of their names: share bars, comments, related lists, the content."""

from __future__ import annotations

from . import rules
from .blocks import Page, words_of

JUNK = frozenset(
    (
        *("share-bar", "comment", "related", "promotion", "navigation"),
        *("copyright", "pager", "tags", "control", "player", "note"),
    )
)
"""Families that are not the article."""
_BY_TAG = {
    **dict.fromkeys(("nav", "aside", "footer"), "navigation"),
    **dict.fromkeys(("button", "select", "option"), "control"),
}
_WHOLE_PAGE = frozenset(("body", "html", "form"))
"""Elements around the whole page: their names say nothing of what is in them."""
_PICTURES = frozenset(("pic", "img", "photo", "image", "picture"))
"""A box for a picture is no share bar, whatever else its name says (qq mbArticleSharePic)."""
_OTHERS = frozenset(("comment", "related", "share-bar", "promotion"))
"""What is said of an article's content that makes it another one's: related-content, ad-content."""


def families_of(page: Page) -> Families:
    """The families of a page's containers: one table a page, whoever asks."""
    families: Families | None = page.families
    if families is None:
        families = page.families = Families(page)
    return families


class Families:
    """What the containers of a page hold, by their names; each container and each name is looked at once."""

    __slots__ = ("_apart", "_junk", "_named", "_own", "_page", "_table", "_written")

    def __init__(self, page: Page) -> None:
        self._page = page
        self._table = rules.container_names()
        self._own: list[str] = [""]  # by node, as `_junk` and `_apart`
        self._junk: list[str] = [""]
        self._apart: list[bool] = [False]
        self._written: dict[str, str] = {"": ""}
        self._named: dict[str, str] = {}

    def own(self, node: int) -> str:
        """The family of the container's own names, or an empty string; content wins over anything else."""
        if node >= len(self._own):
            self._read()
        return self._own[node]

    def junk(self, node: int) -> str:
        """The junk family of the container or of the nearest one around it, or an empty string."""
        if node >= len(self._own):
            self._read()
        return self._junk[node]

    def apart(self, node: int) -> bool:
        """True inside a box that is set apart from the body by name: a summary, an editor's note, a caption."""
        if node >= len(self._own):
            self._read()
        return self._apart[node]

    def _read(self) -> None:
        """Read the containers that have come since; what is around a container stands before it."""
        page, written, owns, junks, aparts = self._page, self._written, self._own, self._junk, self._apart
        new = slice(len(owns), None)
        for attrs, tag, parent in zip(page.attrs[new], page.tags[new], page.parents[new], strict=True):
            own = written.get(attrs)
            if own is None:
                own = written[attrs] = self._of_names(attrs)
            if not own or tag in _WHOLE_PAGE:
                own = _BY_TAG.get(tag, "")
            junk = junks[parent]
            if own:
                if own in JUNK:
                    junk = own
                elif own == "content" and junk != "comment":  # the content of a comment is a comment
                    junk = ""
            owns.append(own)
            junks.append(junk)
            aparts.append(own == "summary" or aparts[parent])

    def _of_names(self, attrs: str) -> str:
        """The family that the class and the id of these attributes say; the site's own rules first."""
        written = " ".join(self._page.names(attrs))
        site = self._page.site_names
        if site:
            words = frozenset(words_of(written)) | frozenset(written.lower().split())
            for word in sorted(words):
                if word in site:
                    return site[word]
        found = ""
        for name in written.split():
            family = self._named.get(name)
            if family is None:
                family = self._named[name] = self._of_name(words_of(name))
            if family == "content":
                return family
            found = family or found
        return found

    def _of_name(self, words: list[str]) -> str:
        """The family of one name.  Its last word counts most: story-tags holds tags, tag-content a content.  What is
        said of an article's content (related-content, ad-content) says that it is not the page's own."""
        if not words or words[-1] in _PICTURES:
            return ""
        table = self._table
        families = [table[word] for word in words if word in table]
        if not families:
            return ""
        last = table.get(words[-1], "")
        if last and last != "content":
            return last
        for family in families:
            if family in _OTHERS:
                return family
        return "content" if "content" in families else families[0]
