"""A timeline as rows of characters."""

from collections.abc import Iterator
from typing import NamedTuple

from simulator.render.blocks import Timeline
from simulator.render.visible import in_one_line
from simulator.render.wrapping import columns


class Row(NamedTuple):
    """A row of a grid; the cells of all rows of a grid stand under each other."""

    label: str
    cells: tuple[str, ...]


def grid_of(timeline: Timeline) -> tuple[Row, ...]:
    """One column a turn: a dot in the row of its stage, and the trust after it where any turn has one."""
    points = timeline.points
    stages = (Row(stage, tuple("●" if one.stage == stage else "·" for one in points)) for stage in timeline.stages)
    trust = Row("trust", tuple("" if one.trust is None else str(one.trust) for one in points))
    trusting = any(one.trust is not None for one in points)
    return (Row("turn", tuple(str(one.turn) for one in points)), *stages, *[trust] * trusting)


def folded(rows: tuple[Row, ...], width: int) -> Iterator[str]:
    """Rows of at most `width` columns (40 or more); what does not fit beside is continued below, labels repeated."""
    labels = [in_one_line(row.label) for row in rows]
    margin = max(map(columns, labels), default=0)
    cell = 1 + max((columns(text) for row in rows for text in row.cells), default=1)
    abreast = max(1, (width - margin) // cell)
    count = max((len(row.cells) for row in rows), default=0)
    for first in range(0, count, abreast):
        if first:
            yield ""
        for label, row in zip(labels, rows, strict=True):
            cells = "".join(_right(text, cell) for text in row.cells[first : first + abreast])
            yield (label + " " * (margin - columns(label)) + cells).rstrip()


def _right(text: str, width: int) -> str:
    return " " * (width - columns(text)) + text
