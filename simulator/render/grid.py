"""A grid as rows of characters."""

from collections.abc import Iterator

from simulator.render.blocks import Grid
from simulator.render.visible import in_one_line
from simulator.render.wrapping import columns


def folded(grid: Grid, width: int) -> Iterator[str]:
    """Rows of at most `width` columns (40 or more); what does not fit beside is continued below, labels repeated."""
    labels = [in_one_line(row.label) for row in grid.rows]
    margin = max(map(columns, labels), default=0)
    cell = 1 + max((columns(text) for row in grid.rows for text in row.cells), default=1)
    abreast = max(1, (width - margin) // cell)
    count = max((len(row.cells) for row in grid.rows), default=0)
    for first in range(0, count, abreast):
        if first:
            yield ""
        for label, row in zip(labels, grid.rows, strict=True):
            cells = "".join(_right(text, cell) for text in row.cells[first : first + abreast])
            yield (label + " " * (margin - columns(label)) + cells).rstrip()


def _right(text: str, width: int) -> str:
    return " " * (width - columns(text)) + text
