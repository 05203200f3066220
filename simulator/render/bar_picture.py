"""How far a bar and its benchmarks reach, in percent of its width."""

from typing import NamedTuple

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
    bounds = [bound for found in ranges for bound in found if bound is not None]
    highest = max([bar.value, *bounds])
    end = 1.0 if highest <= 1 and all(to or low < 1 for low, to in ranges) else highest * BEYOND
    good, fair = (_reach(found, end) if found else None for found in (bar.good, bar.fair))
    return Scale(100 * bar.value / end, good, fair)


def _reach(found: tuple[float, float | None], end: float) -> Reach:
    low, high = found
    return Reach(100 * low / end, 100 * ((end if high is None else high) - low) / end)
