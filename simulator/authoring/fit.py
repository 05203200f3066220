"""Fit the linear model on the codebook's own hits and misses; nothing else is ever learned from.

Needs numpy and scipy (`pip install rehearse[fit]`); reading with the fitted weights needs neither.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from hashlib import sha256
from typing import Any, NamedTuple

from simulator.coder.coder import Coder
from simulator.coder.features import RULE
from simulator.coder.found import Context
from simulator.model.codebook import Codebook
from simulator.model.weights import Weights

STRUCTURAL = frozenset({"open_question", "closed_question"})
"""Told by their form alone; words would only blur them."""
RAREST = 3
"""A feature has to be in so many sentences."""
PULL = 1.0
"""Strength of the pull towards zero (L2)."""
FOR_A_HIT = 1.5
"""What a sentence that shows an act weighs against one that does not."""
ROUNDS = 2
LEAST_WEIGHT = 0.12
"""Logits; less is left out of the file."""


class Row(NamedTuple):
    """A sentence of an example: its features, its example, the acts of that example, and those its own rules found."""

    features: frozenset[str]
    example: int
    acts: frozenset[str]
    by_rule: frozenset[str]


def fit(codebook: Codebook) -> Weights:
    """Weights for every act but the structural ones; the same codebook gives the same weights."""
    rows = list(_rows(codebook))
    examples = max(row.example for row in rows) + 1
    rows += [_without_rules(row, examples) for row in rows]
    counts = Counter(feature for row in rows for feature in row.features)
    names = sorted(f for f, count in counts.items() if count >= RAREST)
    acts = tuple(act.act for act in codebook.acts if act.act not in STRUCTURAL)
    matrix = _matrix(rows, names)
    fitted = [_fit_act(act, rows, matrix) for act in acts]
    table: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for number, (weights, _) in enumerate(fitted):
        for name, weight in zip(names, weights, strict=True):
            if abs(weight) >= LEAST_WEIGHT:
                table[name].append((number, round(float(weight), 2)))
    bias = tuple(round(float(b), 3) for _, b in fitted)
    features = {name: tuple(row) for name, row in sorted(table.items())}
    return Weights(fitted_on=fingerprint(codebook), acts=acts, bias=bias, features=features)


def fingerprint(codebook: Codebook) -> str:
    """A hash of everything the weights are fitted on, so that a codebook that was changed since is noticed."""
    bare = codebook.model_copy(update={"weights": None, "sha256": ""})
    return sha256(bare.model_dump_json(by_alias=True).encode()).hexdigest()


def _rows(codebook: Codebook) -> Iterator[Row]:
    """Every sentence of every hit and miss, coded completely by its author."""
    coder = Coder(codebook.model_copy(update={"weights": None}))
    number = 0
    for act in codebook.acts:
        coded = [(hit, {act.act, *hit.also}) for hit in act.hits] + [(miss, set(miss.rather)) for miss in act.misses]
        for example, acts in coded:
            for features, found in coder.features(example.text, Context(example.client)):
                yield Row(frozenset(features), number, frozenset(acts), frozenset(found))
            number += 1


def _without_rules(row: Row, examples: int) -> Row:
    """The same sentence as if no phrase had been written for it, so that the words learn to speak for themselves."""
    kept = (f for f in row.features if not f.startswith(RULE) or f.split(":")[1] in STRUCTURAL)
    return row._replace(features=frozenset(kept), example=row.example + examples)


def _matrix(rows: Sequence[Row], names: Sequence[str]) -> Any:
    import numpy
    from scipy.sparse import csr_matrix

    place = {name: number for number, name in enumerate(names)}
    cells = [(line, place[f]) for line, row in enumerate(rows) for f in sorted(row.features) if f in place]
    lines, columns = zip(*cells, strict=True)
    return csr_matrix((numpy.ones(len(cells)), (lines, columns)), shape=(len(rows), len(names)))


def _fit_act(act: str, rows: Sequence[Row], matrix: Any) -> tuple[Any, float]:
    """Logistic regression for one act; of a turn's sentences only those that show the act count as showing it."""
    import numpy

    groups: dict[int, list[int]] = defaultdict(list)
    for line, row in enumerate(rows):
        if act in row.acts:
            groups[row.example].append(line)
    shows = numpy.zeros(len(rows))
    for lines in groups.values():
        shows[[line for line in lines if act in rows[line].by_rule] or lines] = 1.0
    weights = numpy.zeros(matrix.shape[1] + 1)
    for _ in range(ROUNDS):
        weights = _regress(matrix, shows, weights)
        logits = matrix @ weights[:-1] + weights[-1]
        for lines in groups.values():
            best = max(logits[line] for line in lines)
            for line in lines:
                shows[line] = float(logits[line] >= best or logits[line] > FOR_A_HIT)
    return weights[:-1], float(weights[-1])


def _regress(matrix: Any, shows: Any, start: Any) -> Any:
    import numpy
    from scipy.optimize import minimize
    from scipy.special import expit

    costs = numpy.where(shows > 0, FOR_A_HIT, 1.0)

    def loss(weights: Any) -> tuple[float, Any]:
        chance = expit(matrix @ weights[:-1] + weights[-1])
        likely = numpy.where(shows > 0, chance, 1 - chance)
        error = (chance - shows) * costs
        slope = numpy.append(matrix.T @ error + PULL * weights[:-1], error.sum())
        return float(-(costs * numpy.log(likely + 1e-12)).sum() + PULL / 2 * (weights[:-1] ** 2).sum()), slope

    return minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 60}).x
