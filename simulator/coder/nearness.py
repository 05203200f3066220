"""How near what two sentences say is, whatever the words: by what their words mean, fitted on ways to say the same."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from math import hypot
from operator import mul

from simulator.model.senses import Senses, numbered

Direction = Sequence[float]
"""Where a sentence points among all that can be said: numbers whose squares make one; empty where no word is known."""

MOST_WORDS = 20_000
"""Words whose numbers are remembered."""


class Nearness:
    """Compares sentences by the sum of what their words mean."""

    def __init__(self, senses: Senses) -> None:
        self._words = senses.words
        self._of_word = lru_cache(maxsize=MOST_WORDS)(numbered)

    def of(self, stems: Iterable[str]) -> Direction:
        """Where a sentence of these stems points, in any order of them."""
        known = [self._of_word(self._words[stem]) for stem in stems if stem in self._words]
        sums = [sum(column) for column in zip(*known, strict=True)]
        length = hypot(*sums)
        return [number / length for number in sums] if length else ()


def nearness(one: Direction, others: Iterable[Direction]) -> list[float]:
    """How near each of the others is, from -1 (the contrary) over 0 (nothing in common) to 1 (the same)."""
    return [sum(map(mul, one, other), 0.0) for other in others]
