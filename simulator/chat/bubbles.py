"""What happens in a chat as rows of styled text for a terminal, in no terminal library's own words."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from simulator.chat.happenings import PLACES, Bubble, Cleared, Draft, Happening, Notice, NoticeKind, Page
from simulator.render.blocks import Span, Tone
from simulator.render.visible import visible
from simulator.render.wrapping import columns, wrapped

Row = tuple[str, str]
"""A style such as `bold ansicyan`, and the text of one row in it."""

INDENT = "  "
WIDEST = 100
"""Columns; longer rows are hard to read, however wide the window is."""
RULE = "─"
MARGIN = "│ "
"""What a row of somebody's who reads along begins with."""

_OWN = "bold"
# Of the sixteen colours those that can be read on a light and on a dark background.
_COLOURS = ("ansicyan", "ansimagenta", "ansigreen", "ansiblue", "ansired")
_NOTICES: dict[NoticeKind, str] = {"title": "bold", "wrong": "ansired", "ending": "bold"}
_TONES: dict[Tone, str] = {"strong": "bold", "met": "ansigreen", "care": "bold ansired", "quote": "ansicyan"}


class Paper:
    """Lays out one chat from top to bottom; a sender's second bubble in a row goes without the name."""

    def __init__(self) -> None:
        self._colours: dict[str, str] = {}
        self._above = ""
        self._kinds: dict[type, Callable[[Any, int], Iterator[Row]]] = {
            Bubble: self._bubble,
            Notice: self._notice,
            Page: self._page,
            Cleared: self._cleared,
            Draft: lambda draft, width: iter(()),
        }

    def lay_out(self, happening: Happening, width: int) -> list[Row]:
        """The rows of one happening for a terminal of so many columns; none of a draft, which belongs to the editor."""
        return list(self._kinds[type(happening)](happening, min(width, WIDEST)))

    def _bubble(self, bubble: Bubble, width: int) -> Iterator[Row]:
        name = visible(bubble.sender) + (f" [{PLACES[bubble.place]}]" if bubble.place else "")
        style = _OWN if bubble.role == "counselor" else f"bold {self._colour(bubble.sender)}"
        if name != self._above:
            yield "", ""
            yield from ((style, row) for row in rows_of(name, width))
        self._above = name
        yield from (("", INDENT + row) for row in rows_of(bubble.text, width - len(INDENT)))

    def _notice(self, notice: Notice, width: int) -> Iterator[Row]:
        self._above = ""
        yield "", ""
        aside = " " * (width // 4) + MARGIN if notice.kind == "margin" else ""
        rows = rows_of(notice.text, width - len(aside))
        yield from ((_NOTICES.get(notice.kind, "italic"), f"{aside}{row}") for row in rows)

    def _page(self, page: Page, width: int) -> Iterator[Row]:
        from simulator.render.to_terminal import laid_out

        self._above = ""
        yield "", ""
        for row in laid_out(page.blocks, width):
            tones = {span.tone for span in row}
            # A row has one style: what is mixed stays plain.
            style = _TONES.get(tones.pop(), "") if len(tones) == 1 else ""
            yield style, "".join(span.text for span in row)

    def _cleared(self, cleared: Cleared, width: int) -> Iterator[Row]:
        self._above = ""
        yield "", ""
        yield "", RULE * width
        yield from (("bold", row) for row in rows_of(cleared.why, width))

    def _colour(self, sender: str) -> str:
        return self._colours.setdefault(sender, _COLOURS[len(self._colours) % len(_COLOURS)])


def rows_of(text: str, width: int) -> list[str]:
    """The text, made harmless, in rows of at most `width` columns (2 at least); its own line feeds and spaces stay.

    A line that is too long goes on below the place where it begins.
    """
    return [row for line in visible(text).split("\n") for row in _rows_of_line(line, max(width, 2))]


def _rows_of_line(line: str, width: int) -> Iterator[str]:
    if columns(line) <= width:
        yield line
        return
    indent = min(len(line) - len(line.lstrip(" ")), width // 2)
    for row in wrapped((Span(line),), width - indent) or [()]:
        yield " " * indent + "".join(span.text for span in row)


def clipped(text: str, width: int) -> str:
    """The text, made harmless, in one row of at most `width` columns; three dots stand for what does not fit."""
    line = " ".join(visible(text).split())
    if columns(line) <= width:
        return line
    return rows_of(line, max(width - 4, 2))[0] + " ..." if width >= 6 else "." * width


def texts_of(happenings: Iterable[Happening]) -> list[str]:
    """The trainee's own messages among them, oldest first."""
    return [one.text for one in happenings if isinstance(one, Bubble) and one.role == "counselor"]
