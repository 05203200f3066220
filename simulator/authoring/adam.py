"""Steps down a slope."""

from collections.abc import Iterable, Sequence
from typing import Any

Slope = tuple[Any, Any]
"""The rows of an array that a slope is known of, each once, and the slope there."""

STEADY = 1e-3
"""Slopes well below this make small steps: else what is rarely met, and then hardly wrong, would walk as far as all."""


class Adam:
    """Steps down a slope, each number by its own measure (Kingma and Ba 2015); rows without a slope wait."""

    def __init__(self, numbers: Sequence[Any]) -> None:
        import numpy

        self._numbers = numbers
        self._means = [numpy.zeros_like(one) for one in numbers]
        self._squares = [numpy.zeros_like(one) for one in numbers]
        self._taken = 0

    def take(self, slopes: Iterable[Slope], pace: float) -> None:
        self._taken += 1
        first, second = 1 - 0.9**self._taken, 1 - 0.999**self._taken
        for number, mean, square, (rows, slope) in zip(self._numbers, self._means, self._squares, slopes, strict=True):
            mean[rows] = mean_here = 0.9 * mean[rows] + 0.1 * slope
            square[rows] = square_here = 0.999 * square[rows] + 0.001 * slope * slope
            number[rows] -= pace / first * mean_here / ((square_here / second) ** 0.5 + STEADY)
