"""The chat pane of the full screen: rows laid out once per message and width, and the part of them that is read."""

from bisect import bisect_right
from typing import NamedTuple

from simulator.chat.bubbles import Paper, Row
from simulator.chat.happenings import Cleared, Happening


class _Place(NamedTuple):
    """A row of a happening; it stays the same whatever comes below, and whatever width the window takes."""

    happening: int
    row: int


class Roll:
    """Everything that was shown, in rows; either its end is read, or it stays where the reader is."""

    def __init__(self) -> None:
        self._happenings: list[Happening] = []
        self._seen = 0
        self._reading: _Place | None = None
        self._height = 1
        self._set_width(0)

    @property
    def follows(self) -> bool:
        """Whether the end is read, so that what comes is seen at once."""
        return self._reading is None

    @property
    def below(self) -> int:
        """How many happenings came that have not been seen to their last row."""
        return len(self._happenings) - self._seen

    def add(self, happening: Happening) -> None:
        """Put it at the end; where the talk begins anew, instead of everything."""
        if isinstance(happening, Cleared):
            self._happenings.clear()
            self._seen = 0
            self._set_width(self._width)
            self.to_last()
        self._happenings.append(happening)
        self._lay_out(happening)

    def page(self, width: int, height: int) -> list[Row]:
        """The rows to be seen in a pane of this size, its last rows filled first."""
        if width != self._width:
            self._set_width(width)
        self._height = height
        first = self._first()
        if self.follows and self.below:
            # What does not fit at once is read from its beginning.
            first = min(first, self._start(self._seen))
        self._read_from(first)
        self._seen = max(self._seen, bisect_right(self._ends, first + height))
        rows = self._rows[first : first + height]
        return [("", "")] * (height - len(rows)) + rows

    def move(self, rows: int) -> None:
        """Read so many rows further down, or up where it is less than none."""
        self._read_from(self._first() + rows)

    def move_pages(self, pages: int) -> None:
        """The same by pages; one row of the old page stays for the eye."""
        self.move(pages * max(self._height - 1, 1))

    def to_first(self) -> None:
        """Read from the beginning."""
        self._reading = _Place(0, 0)

    def to_last(self) -> None:
        """Read the end, and follow it, whatever has not been seen."""
        self._reading = None
        self._seen = len(self._happenings)

    def _first(self) -> int:
        """The row that is on top of the page."""
        last = max(len(self._rows) - self._height, 0)
        if self._reading is None or not self._ends:
            return last
        happening, row = self._reading
        start, end = self._start(happening), self._ends[happening]
        # In a wider window the happening has fewer rows.
        return min(start + min(row, max(end - start - 1, 0)), last)

    def _read_from(self, first: int) -> None:
        if first >= len(self._rows) - self._height:
            self._reading = None
            return
        happening = bisect_right(self._ends, max(first, 0))
        self._reading = _Place(happening, max(first, 0) - self._start(happening))

    def _start(self, happening: int) -> int:
        return self._ends[happening - 1] if happening else 0

    def _set_width(self, width: int) -> None:
        self._width = width
        self._paper = Paper()
        self._rows: list[Row] = []
        self._ends: list[int] = []
        for happening in self._happenings:
            self._lay_out(happening)

    def _lay_out(self, happening: Happening) -> None:
        if self._width:
            self._rows += self._paper.lay_out(happening, self._width)
            self._ends.append(len(self._rows))
