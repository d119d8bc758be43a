"""What the containers of a page hold, by the words of their names: share bars, comments, related lists, the content."""

from __future__ import annotations

from . import rules
from .blocks import Page

JUNK = frozenset(
    ("share-bar", "comment", "related", "promotion", "navigation", "copyright", "pager", "tags", "control", "player")
)
"""Families that are not the article."""
_BY_TAG = {
    **dict.fromkeys(("nav", "aside", "footer"), "navigation"),
    **dict.fromkeys(("button", "select", "option"), "control"),
}
_PICTURES = frozenset(("pic", "img", "photo", "image", "picture"))
"""A box for a picture is no share bar, whatever else its name says (qq mbArticleSharePic)."""
_OTHERS = frozenset(("comment", "related", "share-bar", "promotion"))
"""What is said of an article's content that makes it another one's: related-content, ad-content."""


class Families:
    """What the containers of a page hold, by their names; each container is looked at once."""

    __slots__ = ("_known", "_own", "_page", "_table")

    def __init__(self, page: Page) -> None:
        self._page = page
        self._table = rules.container_names()
        self._known: dict[int, str] = {0: ""}
        self._own: dict[int, str] = {}

    def own(self, node: int) -> str:
        """The family of the container's own names, or an empty string; content wins over anything else."""
        found = self._own.get(node)
        if found is None:
            found = ""
            attrs = self._page.attrs[node]
            if ("class" in attrs or "id" in attrs or "CLASS" in attrs) and self._page.tags[node] not in (
                "body",
                "html",
                "form",
            ):
                site = self._page.site_names
                if site:
                    found = next((site[word] for word in sorted(self._page.words(node)) if word in site), "")
                for name in () if found else self._page.names(node):
                    family = self._named(name)
                    if family == "content":
                        found = family
                        break
                    if family:
                        found = family
            if not found:
                found = _BY_TAG.get(self._page.tags[node], "")
            self._own[node] = found
        return found

    def _named(self, name: tuple[str, ...]) -> str:
        """The family of one name.  Its last word counts most: story-tags holds tags, tag-content a content.  What is
        said of an article's content (related-content, ad-content) says that it is not the page's own."""
        table = self._table
        if name[-1] in _PICTURES:
            return ""
        families = [table.get(word, "") for word in name]
        if families[-1] and families[-1] != "content":
            return families[-1]
        for family in families:
            if family in _OTHERS:
                return family
        if "content" in families:
            return "content"
        return next((family for family in families if family), "")

    def apart(self, node: int) -> bool:
        """True inside a box that is set apart from the body by name: a summary, an editor's note, a caption."""
        while node > 0:
            if self.own(node) == "summary":
                return True
            node = self._page.parents[node]
        return False

    def junk(self, node: int) -> str:
        """The junk family of the container or of the nearest one around it, or an empty string."""
        known = self._known.get(node)
        if known is not None:
            return known
        chain = []
        while node not in self._known:
            chain.append(node)
            node = self._page.parents[node]
        family = self._known[node]
        for step in reversed(chain):
            own = self.own(step)
            if own in JUNK:
                family = own
            elif own == "content" and family != "comment":  # the content of a comment is a comment
                family = ""
            self._known[step] = family
        return self._known[chain[0]]
