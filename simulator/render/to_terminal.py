"""A debrief for a terminal."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from simulator.model.debrief import Debrief
from simulator.render.blocks import (
    Bar,
    Block,
    Bubble,
    Heading,
    Item,
    Ladder,
    Line,
    Paragraph,
    Point,
    Span,
    Table,
    Timeline,
    Tone,
)
from simulator.render.grid import folded, grid_of
from simulator.render.page import page
from simulator.render.palette import PLAIN, RESET, Palette
from simulator.render.visible import visible
from simulator.render.wording import as_items, marked
from simulator.render.wrapping import columns, wrapped

NARROWEST, WIDEST = 40, 200
BAR = "│ "


def to_terminal(debrief: Debrief, width: int = 80, palette: Palette = PLAIN) -> str:
    """The debrief in rows of at most `width` columns (40 to 200; anything else is brought into that range)."""
    return printed(page(debrief), width, palette)


def printed(blocks: Iterable[Block], width: int, palette: Palette) -> str:
    """Blocks in rows of at most `width` columns (40 to 200)."""
    return "".join(f"{_painted(row, palette)}\n" for row in laid_out(blocks, width))


def laid_out(blocks: Iterable[Block], width: int) -> list[Line]:
    """The rows before they are painted; an empty one parts what does not belong together."""
    usable = min(max(width, NARROWEST), WIDEST)
    rows: list[Line] = []
    before: Block | None = None
    for block in blocks:
        if before is not None and _apart(before, block):
            rows.append(())
        rows += _PRINTERS[type(block)](block, usable)
        before = block
    return rows


def _apart(before: Block, block: Block) -> bool:
    """Whether an empty row goes between two blocks: points of a list and what they belong to stay together."""
    together = isinstance(block, Point) and isinstance(before, Point | Heading | Paragraph)
    under = isinstance(before, Heading) and before.rank == 3
    return not (together or under)


def _heading(block: Heading, width: int) -> Iterator[Line]:
    rows = wrapped((Span(block.text, "strong"),), width)
    yield from rows
    if block.rank < 3:
        longest = max((_columns(row) for row in rows), default=0)
        yield (Span(("═" if block.rank == 1 else "─") * longest, "quiet"),)


def _paragraph(block: Paragraph, width: int) -> Iterator[Line]:
    yield from wrapped(block.line, width)


def _point(block: Point, width: int) -> Iterator[Line]:
    for item in as_items(block):
        yield from _indented(wrapped(item.line, width - 4), "  • ", "    ")
        for below in item.below:
            yield from _indented(wrapped(below, width - 6), "      ", "      ")


def _bubble(block: Bubble, width: int) -> Iterator[Line]:
    tone: Tone = "strong" if block.side == "counselor" else "plain"
    yield from wrapped((Span(block.who, tone), Span(":")), width)
    for text in visible(block.text).split("\n"):
        rows = wrapped((Span(text),), width - columns(BAR)) or [()]
        yield from _indented(rows, BAR, BAR)
    for told in (*marked(block), *block.remarks):
        yield from _point(Item(told), width)


def _timeline(block: Timeline, width: int) -> Iterator[Line]:
    yield from ((Span(row),) for row in folded(grid_of(block), width))


def _indented(rows: list[Line], first: str, rest: str) -> Iterator[Line]:
    for number, row in enumerate(rows):
        yield (Span(rest if number else first), *row)


def _columns(row: Line) -> int:
    return sum(columns(span.text) for span in row)


def _painted(row: Line, palette: Palette) -> str:
    return "".join(_coded(span.text, palette.get(span.tone)) for span in row).rstrip()


def _coded(text: str, code: str | None) -> str:
    return f"{code}{text}{RESET}" if code and text else text


_PRINTERS: dict[type, Callable[[Any, int], Iterator[Line]]] = {
    Heading: _heading,
    Paragraph: _paragraph,
    Item: _point,
    Bubble: _bubble,
    Timeline: _timeline,
    Bar: _point,
    Table: _point,
    Ladder: _point,
}
