"""How far a bar and its benchmarks reach, in percent of its width."""

from typing import NamedTuple

from simulator.model.measuring import Range
from simulator.render.blocks import Bar

BEYOND = 1.25
"""How much of the scale lies beyond what is shown on it, so that an open range can be seen."""


class Reach(NamedTuple):
    """A stretch of the scale."""

    start: float
    length: float


class Scale(NamedTuple):
    """A bar with the stretches that are good and fair."""

    value: float
    good: Reach | None
    fair: Reach | None


def scale(bar: Bar) -> Scale:
    """Shares run from 0 to 1; what goes beyond that gets a longer scale."""
    ranges = [found for found in (bar.good, bar.fair) if found]
    bounds = [bound for found in ranges for bound in (found.at_least, found.at_most) if bound is not None]
    highest = max([bar.value, *bounds])
    end = 1.0 if highest <= 1 and all(found.at_most or found.at_least < 1 for found in ranges) else highest * BEYOND
    good, fair = (_reach(found, end) if found else None for found in (bar.good, bar.fair))
    return Scale(100 * bar.value / end, good, fair)


def _reach(found: Range, end: float) -> Reach:
    high = end if found.at_most is None else found.at_most
    return Reach(100 * found.at_least / end, 100 * (high - found.at_least) / end)
