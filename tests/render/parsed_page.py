"""An HTML document as a test sees it: its elements in order, and the words a reader sees."""

import re
from html.parser import HTMLParser
from typing import NamedTuple

VOID = {"meta", "link", "br", "hr", "img", "input", "rect", "circle", "line", "path"}


class Element(NamedTuple):
    tag: str
    attributes: dict[str, str]
    inside: tuple[str, ...]
    words: list[str]

    @property
    def text(self) -> str:
        return "".join(self.words)


class Page(HTMLParser):
    """Raises AssertionError where an element is closed that is not the open one."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[Element] = []
        self.comments: list[str] = []
        self._open: list[Element] = []
        self.feed(html)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag, attrs):
        assert len(dict(attrs)) == len(attrs), f"an attribute twice in {tag}"
        made = Element(tag, dict(attrs), tuple(one.tag for one in self._open), [])
        self.elements.append(made)
        if tag not in VOID:
            self._open.append(made)

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        assert tag in VOID

    def handle_endtag(self, tag):
        assert self._open.pop().tag == tag

    def handle_comment(self, data):
        self.comments.append(data)

    def handle_data(self, data):
        for one in self._open:
            one.words.append(data)

    def all(self, *tags: str) -> list[Element]:
        return [one for one in self.elements if one.tag in tags]

    def one(self, tag: str) -> Element:
        (found,) = self.all(tag)
        return found


def seen(html: str) -> str:
    """The words of a page, but its list of sections and the numbers that lead from words to their notes."""
    return Page(re.sub(r"(?s)<sup[^>]*>\d+</sup>|<nav.*?</nav>", "", html)).one("body").text
