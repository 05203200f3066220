"""Bubbles and notices as rows of styled text for a terminal, in no terminal library's own words."""

from collections.abc import Iterable, Iterator

from simulator.chat.happenings import PLACES, Bubble, Happening, Notice, NoticeKind
from simulator.render.blocks import Span
from simulator.render.visible import visible
from simulator.render.wrapping import wrapped

Styled = tuple[str, str]
"""A style such as `bold ansicyan`, and the text in it."""

INDENT = "  "
_OWN = "bold"
# Of the sixteen colours those that can be read on a light and on a dark background.
_COLOURS = ("ansicyan", "ansimagenta", "ansigreen", "ansiblue", "ansired")
_NOTICES: dict[NoticeKind, str] = {"title": "bold", "wrong": "ansired", "ending": "bold"}


class Paper:
    """Lays out one chat from top to bottom; a sender's second bubble in a row goes without the name."""

    def __init__(self) -> None:
        self._colours: dict[str, str] = {}
        self._above = ""

    def lay_out(self, happening: Happening, width: int) -> list[Styled]:
        """The rows of one happening for a terminal of so many columns, each ended by a line feed."""
        rows = self._bubble(happening, width) if isinstance(happening, Bubble) else self._notice(happening, width)
        return list(rows)

    def _bubble(self, bubble: Bubble, width: int) -> Iterator[Styled]:
        name = visible(bubble.sender) + (f" [{PLACES[bubble.place]}]" if bubble.place else "")
        style = _OWN if bubble.role == "counselor" else f"bold {self._colour(bubble.sender)}"
        if name != self._above:
            yield "", "\n"
            yield from ((style, f"{row}\n") for row in rows_of(name, width))
        self._above = name
        yield from (("", f"{INDENT}{row}\n") for row in rows_of(bubble.text, width - len(INDENT)))

    def _notice(self, notice: Notice, width: int) -> Iterator[Styled]:
        self._above = ""
        yield "", "\n"
        yield from ((_NOTICES.get(notice.kind, "italic"), f"{row}\n") for row in rows_of(notice.text, width))

    def _colour(self, sender: str) -> str:
        return self._colours.setdefault(sender, _COLOURS[len(self._colours) % len(_COLOURS)])


def rows_of(text: str, width: int) -> list[str]:
    """The text, made harmless, in rows of at most `width` columns (2 at least); its own line feeds stay."""
    rows = (row for line in visible(text).split("\n") for row in wrapped((Span(line),), max(width, 2)) or [()])
    return ["".join(span.text for span in row) for row in rows]


def delay_of(happening: Happening) -> float:
    """Seconds of typing before it is there."""
    return happening.delay if isinstance(happening, Bubble) else 0.0


def texts_of(happenings: Iterable[Happening]) -> list[str]:
    """The trainee's own messages among them, oldest first."""
    return [one.text for one in happenings if isinstance(one, Bubble) and one.role == "counselor"]
