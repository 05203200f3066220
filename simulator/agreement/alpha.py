"""Krippendorff's alpha (Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability"), for any number of raters."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from random import Random

from simulator.model.reliability import Estimate

RESAMPLES = 400

Unit = Sequence[str]
"""The values one thing was given; one value alone tells nothing."""

Distance = Callable[[str, str, Mapping[str, float]], float]
"""How far two values are apart, squared, given how often each value came."""


def nominal(one: str, other: str, counts: Mapping[str, float]) -> float:
    """Values are the same or they are not."""
    return float(one != other)


def ordinal(order: Sequence[str]) -> Distance:
    """Values further apart in `order` differ more, by how many were said in between."""
    place = {value: number for number, value in enumerate(order)}

    def distance(one: str, other: str, counts: Mapping[str, float]) -> float:
        low, high = sorted((place[one], place[other]))
        between = sum(counts.get(value, 0.0) for value in order[low : high + 1])
        return (between - (counts.get(one, 0.0) + counts.get(other, 0.0)) / 2) ** 2

    return distance


def with_interval(units: Sequence[Unit], distance: Distance, seed: int) -> Estimate | None:
    """Alpha with the middle 95% of what it is for samples of the units, drawn again by this seed.

    None where no unit has two values, or all values are alike.
    """
    kinds = Counter(tuple(sorted(unit)) for unit in units if len(unit) > 1)
    alpha = _alpha(kinds, distance)
    if alpha is None:
        return None
    dice = Random(seed)
    # In an order of its own: that of a Counter is the order of the units, which says nothing.
    names = sorted(kinds)
    weights = [kinds[name] for name in names]
    drawn = (Counter(dice.choices(names, weights, k=sum(weights))) for _ in range(RESAMPLES))
    found = sorted(one for sample in drawn if (one := _alpha(sample, distance)) is not None)
    edge = len(found) // 40
    return Estimate(value=alpha, low=found[edge], high=found[-1 - edge]) if found else Estimate(value=alpha)


def _alpha(kinds: Mapping[tuple[str, ...], int], distance: Distance) -> float | None:
    """Alpha of units that were counted by their values."""
    coincidences: Counter[tuple[str, str]] = Counter()
    for values, times in kinds.items():
        own = Counter(values)
        for one, here in own.items():
            for other, there in own.items():
                pairs = here * (there - (one == other))
                coincidences[one, other] += times * pairs / (len(values) - 1)  # type: ignore[assignment]
    counts: Counter[str] = Counter()
    for (one, _), weight in coincidences.items():
        counts[one] += weight
    total = sum(counts.values())
    expected = sum(counts[one] * counts[other] * distance(one, other, counts) for one in counts for other in counts)
    if total < 2 or not expected:
        return None
    observed = sum(weight * distance(one, other, counts) for (one, other), weight in coincidences.items())
    return 1 - (total - 1) * observed / expected
