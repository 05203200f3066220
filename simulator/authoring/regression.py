"""Logistic regression of many labels on sentences whose labels are known for their whole turn only.

Needs numpy and scipy (`pip install rehearse[fit]`); reading with the fitted weights needs neither.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any, NamedTuple

from simulator.model.weights import STEPS, Weights

RAREST = 3
"""A feature has to be in so many sentences."""
PULL = 1.0
"""Strength of the pull towards zero (L2)."""
FOR_A_HIT = 1.5
"""What a sentence that shows a label weighs against one that does not."""
ROUNDS = 2
MOST_STEPS = 80
TOGETHER = 7
"""Labels that are fitted in one go; more need more memory, fewer more time."""
LEAST_WEIGHT = 0.15
"""Logits; less is left out of the file."""


class Row(NamedTuple):
    """A sentence of an example: its features, the example and its labels, and the labels its own rules found."""

    features: frozenset[str]
    example: int
    labels: frozenset[str]
    by_rule: frozenset[str]
    weight: float = 1.0


def regress(rows: Sequence[Row], labels: Sequence[str], fitted_on: str) -> Weights:
    """Weights for every label; the same rows give the same weights."""
    counts = Counter(feature for row in rows for feature in row.features)
    names = sorted(feature for feature, count in counts.items() if count >= RAREST)
    matrix = _matrix(rows, names)
    table: dict[str, list[str]] = defaultdict(list)
    bias: list[float] = []
    for first in range(0, len(labels), TOGETHER):
        weights = _fit(labels[first : first + TOGETHER], rows, matrix)
        for number, column in enumerate(weights.T, start=first):
            *column, constant = (float(weight) for weight in column)
            bias.append(round(constant, 2))
            for name, weight in zip(names, column, strict=True):
                if abs(weight) >= LEAST_WEIGHT:
                    table[name].append(f"{number} {round(weight * STEPS) / STEPS:g}")
    features = {name: " ".join(row) for name, row in sorted(table.items())}
    return Weights(fitted_on=fitted_on, names=tuple(labels), bias=tuple(bias), features=features)


def _matrix(rows: Sequence[Row], names: Sequence[str]) -> Any:
    """A line per sentence with a one for each feature it has; the last column is one everywhere."""
    import numpy
    from scipy.sparse import csr_matrix

    place = {name: number for number, name in enumerate(names)}
    cells = [(line, place[f]) for line, row in enumerate(rows) for f in sorted(row.features) if f in place]
    cells += [(line, len(names)) for line in range(len(rows))]
    lines, columns = zip(*cells, strict=True)
    return csr_matrix((numpy.ones(len(cells)), (lines, columns)), shape=(len(rows), len(names) + 1))


def _fit(labels: Sequence[str], rows: Sequence[Row], matrix: Any) -> Any:
    """A column of weights (the last is the bias) per label; of a turn's sentences only those that show it count."""
    import numpy

    groups = [_examples_with(label, rows) for label in labels]
    shows = numpy.zeros((len(rows), len(labels)))
    for column, label in enumerate(labels):
        for lines in groups[column]:
            shows[[line for line in lines if label in rows[line].by_rule] or lines, column] = 1.0
    counts = numpy.array([[row.weight] for row in rows])
    weights = numpy.zeros((matrix.shape[1], len(labels)))
    for _ in range(ROUNDS):
        weights = _descend(matrix, (shows, counts), weights)
        logits = matrix @ weights
        for column, found in enumerate(groups):
            for lines in found:
                best = logits[lines, column].max()
                shows[lines, column] = (logits[lines, column] >= best) | (logits[lines, column] > FOR_A_HIT)
    return weights


def _examples_with(label: str, rows: Sequence[Row]) -> list[list[int]]:
    """The lines of every example that shows the label."""
    groups: dict[int, list[int]] = defaultdict(list)
    for line, row in enumerate(rows):
        if label in row.labels:
            groups[row.example].append(line)
    return list(groups.values())


def _descend(matrix: Any, told: tuple[Any, Any], start: Any) -> Any:
    """The weights that tell best what shows what; `told` are these, and how much each line counts."""
    import numpy
    from scipy.optimize import minimize
    from scipy.special import expit

    shows, counts = told
    costs = numpy.where(shows > 0, FOR_A_HIT, 1.0) * counts
    pulls = numpy.full((len(start), 1), PULL)
    pulls[-1] = 0.0

    def loss(flat: Any) -> tuple[float, Any]:
        weights = flat.reshape(start.shape)
        chance = expit(matrix @ weights)
        likely = numpy.where(shows > 0, chance, 1 - chance)
        slope = matrix.T @ ((chance - shows) * costs) + pulls * weights
        return float(-(costs * numpy.log(likely + 1e-12)).sum() + (pulls * weights**2).sum() / 2), slope.ravel()

    found = minimize(loss, start.ravel(), jac=True, method="L-BFGS-B", options={"maxiter": MOST_STEPS})
    return found.x.reshape(start.shape)
