"""A small network fitted on sentences whose labels are known for their whole turn only.

Beside a straight line from every feature to every label there is one layer of units, each with a say in every label
once the words it listens for are there. Needs numpy and scipy (`pip install rehearse[fit]`); reading needs neither.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any, NamedTuple

from simulator.authoring.adam import Adam, Slope
from simulator.authoring.matrices import Matrices, Row
from simulator.model.letters import FARTHEST
from simulator.model.weights import PAIR, PARTS, STEPS, Weights, written

RAREST = 3
"""A feature has to be in so many sentences."""
FOR_A_HIT = 1.5
"""What a turn that shows a label weighs against one that does not."""
ROUNDS = 5
BATCH = 256
"""Examples between two steps."""
FIRST_BIAS = -4.0
"""Logits; what a label starts from: most sentences do not show it."""
PACE, SLOWER = 0.02, 0.7
"""Length of a step (Adam), and what of it is left after each round."""
UNHEARD, UNASKED = 0.2, 0.3
"""Share of features, and of units, that are left out at random while fitting, so that none is relied on alone."""
LEAST_WEIGHT = 0.05
"""Logits; less is left out of the file. Small ones say much together: without those below 0.15, F1 falls by .01."""
LEAST_OF_PAIR = 4
"""Steps of a logit (twentieths); a pair of words that says less of every label is left out: most of the pairs do."""
SEED = 31


class Making(NamedTuple):
    """How many units a network has between features and labels, how strongly all weights are pulled to zero (L2).

    What several networks say that began by other chances is their mean: right a little more often than any of them.
    """

    units: int
    pull: float
    networks: int = 1


def fit(rows: Sequence[Row], labels: Sequence[str], making: Making, fitted_on: str) -> Weights:
    """Weights for every label; the same rows give the same weights."""
    met = Counter(feature for row in rows for feature in row.features)
    names = sorted(feature for feature, count in met.items() if count >= RAREST)
    examples = Matrices.of(rows, names, labels)
    networks = [Network(names, len(labels), making, SEED + number) for number in range(making.networks)]
    with ThreadPoolExecutor() as threads:
        list(threads.map(lambda network: network.learn(examples), networks))
    return _mean(networks).weights(tuple(labels), fitted_on)


class Network:
    """What is fitted: a table from features to labels and units, and what each unit says of the labels."""

    def __init__(self, names: Sequence[str], labels: int, making: Making, seed: int) -> None:
        import numpy

        self._names = names
        self._random = numpy.random.default_rng(seed)
        self._units, self._pull = making.units, making.pull
        self._heard = numpy.array([[not name.startswith(PAIR)] for name in names], dtype=numpy.float32)
        small = self._random.normal(0, 0.05, (len(names) + labels, making.units)).astype(numpy.float32)
        self._table: Any = numpy.hstack(
            [numpy.zeros((len(names), labels), numpy.float32), small[:-labels] * self._heard]
        )
        self._bias: Any = numpy.repeat([FIRST_BIAS, 0], [labels, making.units]).astype(numpy.float32)
        self._said: Any = small[-labels:].T.copy()
        self._labels = labels

    def learn(self, matrices: Matrices) -> None:
        """Go through all examples a few times, in an order of chance that is the same each time."""
        import numpy

        steps = Adam([self._table, self._bias, self._said])
        for turn in range(ROUNDS):
            order = self._random.permutation(len(matrices.counts))
            for batch in numpy.array_split(order, max(1, len(order) // BATCH)):
                steps.take(self._slopes(matrices.part(batch), self._pull / len(order)), PACE * SLOWER**turn)

    def _slopes(self, matrices: Matrices, pull: float) -> tuple[Slope, ...]:
        """In which direction the loss of these examples grows; of a turn's sentences the likeliest shows a label.

        Features that none of these sentences has stay as they are.
        """
        import numpy
        from scipy.special import expit

        met, lines = matrices.met()
        lines.data = lines.data * (self._random.random(len(lines.data)) >= UNHEARD) / numpy.float32(1 - UNHEARD)
        asked = (self._random.random((1, self._units)) >= UNASKED) / numpy.float32(1 - UNASKED)
        table = self._table[met]
        sums = lines @ table + self._bias
        active = numpy.maximum(sums[:, self._labels :], 0) * asked
        logits = sums[:, : self._labels] + active @ self._said
        of = numpy.repeat(numpy.arange(len(matrices.counts)), numpy.diff(matrices.firsts))
        best = numpy.maximum.reduceat(logits, matrices.firsts[:-1])[of]
        shown = matrices.labels[of]
        chance = expit(logits)
        slope = numpy.where(shown > 0, (logits == best) * (chance - 1) * FOR_A_HIT, chance)
        slope *= matrices.counts[of] / len(matrices.counts)
        back = (slope @ self._said.T) * asked * (sums[:, self._labels :] > 0)
        both = numpy.hstack([slope, back]).astype(numpy.float32)
        of_table = lines.T @ both + pull * table
        of_table[:, self._labels :] *= self._heard[met]
        everywhere = slice(None)
        return (met, of_table), (everywhere, both.sum(0)), (everywhere, active.T @ slope)

    def weights(self, labels: tuple[str, ...], fitted_on: str) -> Weights:
        """All in whole steps: what is small is left out, and each unit hears in steps as fine as letters allow."""
        import numpy

        table, bias = self._table.astype(float), self._bias.astype(float)
        step = numpy.abs(table[:, self._labels :]).max(axis=0, initial=1e-6) / FARTHEST
        table[:, self._labels :] = numpy.rint(table[:, self._labels :] / step)
        says = numpy.rint(self._said * step[:, None] * PARTS).astype(int)
        return Weights(
            fitted_on=fitted_on,
            names=labels,
            bias=tuple(round(float(value), 2) for value in bias[: self._labels]),
            unit_bias=tuple(int(value) for value in numpy.rint(bias[self._labels :] / step)),
            units=tuple(tuple(int(value) for value in row) for row in says),
            features=dict(self._rows(table)),
        )

    def _rows(self, table: Any) -> Iterator[tuple[str, str]]:
        for name, values in zip(self._names, table, strict=False):
            is_pair = name.startswith(PAIR)
            steps = [] if is_pair else [int(value) for value in values[self._labels :]]
            kept = ((place, float(value)) for place, value in enumerate(values[: self._labels]))
            straight = {place: round(one * STEPS) for place, one in kept if abs(one) >= LEAST_WEIGHT}
            least = LEAST_OF_PAIR if is_pair else 1
            if steps or any(abs(said) >= least for said in straight.values()):
                yield name, written(straight, steps)


def _mean(networks: Sequence[Network]) -> Network:
    """One network that says what these say on average: their units side by side, each with its share."""
    import numpy

    mean, labels = networks[0], networks[0]._labels
    straight = sum(one._table[:, :labels] for one in networks) / len(networks)
    bias = sum(one._bias[:labels] for one in networks) / len(networks)
    mean._table = numpy.hstack([straight, *(one._table[:, labels:] for one in networks)])
    mean._bias = numpy.hstack([bias, *(one._bias[labels:] for one in networks)])
    mean._said = numpy.vstack([one._said for one in networks]) / len(networks)
    return mean
