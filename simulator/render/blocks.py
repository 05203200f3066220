"""What a debrief is made of on paper: blocks of plain text with a tone. Whoever prints them escapes all of it."""

from typing import Literal, NamedTuple

Tone = Literal["plain", "strong", "quiet", "good", "care", "quote"]
Side = Literal["counselor", "client", "other"]


class Span(NamedTuple):
    """A piece of a line; one of tone `quote` is words somebody wrote, printed between quotation marks."""

    text: str
    tone: Tone = "plain"


Line = tuple[Span, ...]


class Heading(NamedTuple):
    """A heading of rank 1 (the whole debrief), 2 (a section) or 3."""

    text: str
    rank: Literal[1, 2, 3] = 2


class Paragraph(NamedTuple):
    """A line of text, as long as it likes."""

    line: Line


class Item(NamedTuple):
    """A point of a list, with the lines that belong to it."""

    line: Line
    below: tuple[Line, ...] = ()


class Bubble(NamedTuple):
    """A message as it was written, line breaks included, under the name of who wrote it."""

    who: str
    text: str
    side: Side


class Row(NamedTuple):
    """A row of a grid; the cells of all rows of a grid stand under each other."""

    label: str
    cells: tuple[str, ...]


class Grid(NamedTuple):
    """A picture in characters, one column a turn; a grid wider than the page is continued below itself."""

    rows: tuple[Row, ...]


Block = Heading | Paragraph | Item | Bubble | Grid


def line(*pieces: str | Span) -> Line:
    """A line; bare texts are plain."""
    return tuple(Span(piece) if isinstance(piece, str) else piece for piece in pieces)


def strong(text: str) -> Span:
    """What the eye should find first."""
    return Span(text, "strong")


def quiet(text: str) -> Span:
    """What may be passed over in reading, such as a rule's name."""
    return Span(text, "quiet")


def quote(text: str) -> Span:
    """Words somebody wrote, given without quotation marks."""
    return Span(text, "quote")
