"""Cohen's kappa (Cohen 1960), with the large-sample interval of Fleiss, Cohen and Everitt (1969)."""

from collections import Counter
from collections.abc import Sequence
from itertools import combinations
from math import sqrt

from simulator.model.reliability import Estimate

Z_95 = 1.959964

Pair = tuple[str, str]


def same(pairs: Sequence[Pair]) -> float | None:
    """The share of pairs that are alike, from 0 to 1; None without pairs."""
    return sum(one == other for one, other in pairs) / len(pairs) if pairs else None


def cohen(pairs: Sequence[Pair]) -> Estimate | None:
    """Kappa of two raters; None with less than two cases, or where both only ever said the same one thing."""
    count, alike = len(pairs), same(pairs) or 0.0
    first, second = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    chance = sum(first[value] * second[value] for value in first) / count**2 if count else 1.0
    if count < 2 or chance == 1.0:
        return None
    kappa = (alike - chance) / (1 - chance)
    spread = 0.0
    for (one, other), times in Counter(pairs).items():
        if one == other:
            spread += times / count * (1 - (first[one] + second[one]) / count * (1 - kappa)) ** 2
        else:
            spread += times / count * (1 - kappa) ** 2 * ((second[one] + first[other]) / count) ** 2
    spread -= (kappa - chance * (1 - kappa)) ** 2
    reach = Z_95 * sqrt(max(spread, 0.0) / count) / (1 - chance)
    return Estimate(value=kappa, low=max(kappa - reach, -1.0), high=min(kappa + reach, 1.0))


def of_all_pairs(units: Sequence[dict[str, str]]) -> Estimate | None:
    """Kappa of the people (by code) who judged the units; of more than two the mean of all pairs (Light 1971).

    A mean has no interval here.
    """
    people = sorted({person for unit in units for person in unit})
    found = [
        estimate
        for one, other in combinations(people, 2)
        if (estimate := cohen([(unit[one], unit[other]) for unit in units if one in unit and other in unit]))
    ]
    if len(found) < 2:
        return found[0] if found else None
    return Estimate(value=sum(estimate.value for estimate in found) / len(found))
