"""What a debrief is made of on paper: blocks of plain text with a tone. Whoever prints them escapes all of it.

A `name` is what links lead to and what a style sheet knows a block by; formats without either pass it over.
"""

from typing import Literal, NamedTuple

from simulator.model.debrief import StagePoint
from simulator.model.measuring import Range

Tone = Literal[
    "plain",
    "strong",
    "quiet",
    "care",
    "person",
    "quote",
    "wording",
    "met",
    "partly",
    "not_yet",
    "unsure",
    "not_applicable",
]
QUOTED: tuple[Tone, ...] = ("quote", "wording")
Side = Literal["counselor", "client", "other"]


class Span(NamedTuple):
    """A piece of a line, with the name of the block it leads to.

    Words somebody wrote (tone `quote`) and words to try (`wording`) stand between quotation marks; `person` says who
    wrote what follows.
    """

    text: str
    tone: Tone = "plain"
    to: str = ""


Line = tuple[Span, ...]


class Heading(NamedTuple):
    """A heading of rank 1 (the whole debrief), 2 (a section) or 3."""

    text: str
    rank: Literal[1, 2, 3] = 2
    name: str = ""


class Paragraph(NamedTuple):
    """A line of text, as long as it likes."""

    line: Line
    name: str = ""


class Item(NamedTuple):
    """A point of a list, with the lines that belong to it."""

    line: Line
    below: tuple[Line, ...] = ()
    name: str = ""


class Mark(NamedTuple):
    """What was read in `text[start:end]` of a bubble, and by which rules; `sure` is False where it is only likely."""

    start: int
    end: int
    names: tuple[str, ...]
    rules: tuple[str, ...] = ()
    sure: bool = True


class Bubble(NamedTuple):
    """A message as it was written, line breaks included, under the name of who wrote it.

    `marks` say what was read in which of its words, `remarks` what else belongs to it.
    """

    who: str
    text: str
    side: Side
    marks: tuple[Mark, ...] = ()
    remarks: tuple[Line, ...] = ()
    name: str = ""


class Timeline(NamedTuple):
    """The turns of a talk from left to right, each in the row of its stage, and the client's trust under them."""

    stages: tuple[str, ...]
    points: tuple[StagePoint, ...]


class Bar(NamedTuple):
    """A number from 0 upwards as `line` says it, and the ranges that are good and fair."""

    line: Line
    value: float
    good: Range | None = None
    fair: Range | None = None


class Table(NamedTuple):
    """Rows under a head; the first cell of a row names it."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[Line, ...], ...]
    name: str = ""


class Rung(NamedTuple):
    """A level at a time, and whether a person set it."""

    when: str
    level: Tone
    by_person: bool = False


class Ladder(NamedTuple):
    """A level over time as `line` says it; `signs` in a row, or a small picture where there are pictures."""

    line: Line
    signs: Line
    rungs: tuple[Rung, ...]
    name: str = ""


Point = Item | Bar | Table | Ladder
"""What is a point of a list, or several, wherever there are no pictures and tables."""
Block = Heading | Paragraph | Bubble | Timeline | Point


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
