"""A debrief as Markdown (CommonMark): headings, lists, quotations, and one picture in a fence."""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from typing import Any

from simulator.model.debrief import Debrief
from simulator.render.blocks import (
    QUOTED,
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
)
from simulator.render.grid import folded, grid_of
from simulator.render.page import page
from simulator.render.visible import in_one_line, visible
from simulator.render.wording import as_items, marked

PICTURE_WIDTH = 88

_ANYWHERE = re.compile(r"([\\`*_\[\]<>|~&#$^{}])")
# What only means something at the beginning of a line: lists, rulers, underlined headings, definition lists.
_AT_START = re.compile(r"^(?:([-+=:])|(\d{1,9})([.)]))")
# What only some readers turn into links, though it is not written as one.
_LINKED = re.compile(r"(?i)(?<=:)(?=//)|(?<=\bwww)(?=\.)|(?=@)")


def to_markdown(debrief: Debrief) -> str:
    """The debrief; whatever people and packs wrote is escaped, so that it shows as they wrote it."""
    return printed(page(debrief))


def printed(blocks: Iterable[Block]) -> str:
    """Blocks as CommonMark."""
    rows: list[str] = []
    before: Block | None = None
    for block in blocks:
        if before is not None and not (isinstance(before, Point) and isinstance(block, Point)):
            rows.append("")
        rows += _PRINTERS[type(block)](block)
        before = block
    return "\n".join(rows) + "\n"


def escaped(text: str) -> str:
    """One line of text with everything that Markdown would take for its own made harmless."""
    shown = _ANYWHERE.sub(r"\\\1", in_one_line(text))
    return _LINKED.sub(r"\\", shown)


def _started(text: str) -> str:
    """Escaped text that begins a line."""
    return _AT_START.sub(lambda found: f"\\{found[1]}" if found[1] else f"{found[2]}\\{found[3]}", text)


def _inline(line: Line) -> str:
    return _started("".join(map(_span, line)).strip())


def _span(span: Span) -> str:
    text = escaped(span.text)
    if span.tone in QUOTED:
        return f"“{text}”"
    if not text:
        return " " if span.text else ""
    if span.tone in ("strong", "care"):
        text = f"**{text}**"
    before = " " if span.text[0].isspace() else ""
    after = " " if span.text[-1].isspace() else ""
    return f"{before}{text}{after}"


def _heading(block: Heading) -> Iterator[str]:
    yield f"{'#' * block.rank} {_inline((Span(block.text),))}"


def _paragraph(block: Paragraph) -> Iterator[str]:
    yield _inline(block.line)


def _point(block: Point) -> Iterator[str]:
    for item in as_items(block):
        yield f"- {_inline(item.line)}"
        yield from (f"  - {_inline(below)}" for below in item.below)


def _bubble(block: Bubble) -> Iterator[str]:
    # Non-empty emphasis needs a word; a sender that is all blanks is shown as such.
    yield f"**{escaped(block.who) or '?'}:**"
    yield ""
    rows = [_started(escaped(row)) for row in visible(block.text).split("\n")]
    broken = [f"{row}\\" if row and following else row for row, following in pairwise([*rows, ""])]
    yield from (f"> {row}".rstrip() for row in broken)
    told = [*marked(block), *block.remarks]
    if told:
        yield ""
    yield from (f"- {_inline(one)}" for one in told)


def _timeline(block: Timeline) -> Iterator[str]:
    rows = list(folded(grid_of(block), PICTURE_WIDTH))
    longest = max((len(run) for row in rows for run in re.findall("`+", row)), default=0)
    fence = "`" * max(3, longest + 1)
    yield from (f"{fence}text", *rows, fence)


_PRINTERS: dict[type[Block], Callable[[Any], Iterator[str]]] = {
    Heading: _heading,
    Paragraph: _paragraph,
    Item: _point,
    Bubble: _bubble,
    Timeline: _timeline,
    Bar: _point,
    Table: _point,
    Ladder: _point,
}
