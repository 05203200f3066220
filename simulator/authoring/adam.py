"""Steps down a slope."""

from collections.abc import Iterator, Sequence
from typing import Any

AT_ONCE = 256
"""Rows of numbers that a step is taken for together: as many as the processor's own memory holds."""


class Adam:
    """Steps down a slope, each number by its own measure (Kingma and Ba 2015)."""

    def __init__(self, numbers: Sequence[Any]) -> None:
        import numpy

        self._numbers = numbers
        self._means = [numpy.zeros_like(one) for one in numbers]
        self._squares = [numpy.zeros_like(one) for one in numbers]
        self._taken = 0

    def take(self, slopes: Sequence[Any], pace: float) -> None:
        self._taken += 1
        first, second = 1 - 0.9**self._taken, 1 - 0.999**self._taken
        for number, slope, mean, square in self._blocks(slopes):
            mean += 0.1 * (slope - mean)
            square += 0.001 * (slope * slope - square)
            number -= pace / first * mean / ((square / second) ** 0.5 + 1e-8)

    def _blocks(self, slopes: Sequence[Any]) -> Iterator[tuple[Any, ...]]:
        """The same rows of all four, a few at a time."""
        for rows in zip(self._numbers, slopes, self._means, self._squares, strict=True):
            for first in range(0, len(rows[0]), AT_ONCE):
                yield tuple(row[first : first + AT_ONCE] for row in rows)
