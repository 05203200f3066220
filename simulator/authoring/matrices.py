"""Examples as numbers: sentences by features, examples by labels. Needs numpy and scipy."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any, NamedTuple


class Row(NamedTuple):
    """A sentence of an example: its features, the example and its labels, and what the example counts."""

    features: frozenset[str]
    example: int
    labels: frozenset[str]
    weight: float = 1.0


class Matrices(NamedTuple):
    """Sentences by features, the first line of each example, its labels, and what it counts."""

    lines: Any
    firsts: Any
    labels: Any
    counts: Any

    @classmethod
    def of(cls, rows: Sequence[Row], names: Sequence[str], labels: Sequence[str]) -> "Matrices":
        """These rows, an example's one after the other, by features and labels in this order."""
        import numpy

        lines = by_column((row.features for row in rows), {name: number for number, name in enumerate(names)})
        firsts = [next(of) for _, of in groupby(range(len(rows)), key=lambda line: rows[line].example)]
        shown = numpy.array([[label in rows[line].labels for label in labels] for line in firsts], dtype=numpy.float32)
        counts = numpy.array([[rows[line].weight] for line in firsts], dtype=numpy.float32)
        return cls(lines, numpy.array([*firsts, len(rows)]), shown, counts)

    def part(self, examples: Any) -> "Matrices":
        """Only these examples, in this order."""
        import numpy

        sizes = (self.firsts[1:] - self.firsts[:-1])[examples]
        firsts = numpy.concatenate([[0], numpy.cumsum(sizes)])
        lines = numpy.concatenate([numpy.arange(self.firsts[one], self.firsts[one + 1]) for one in examples])
        return Matrices(self.lines[lines], firsts, self.labels[examples], self.counts[examples])

    def met(self) -> tuple[Any, Any]:
        """Which features these sentences have, and the sentences by those features alone."""
        return columns_met(self.lines)


def by_column(rows: Iterable[Iterable[str]], place: Mapping[str, int]) -> Any:
    """A sparse line for each row, with a one for each of its names, in the column that is its place."""
    import numpy
    from scipy.sparse import csr_matrix

    cells = [sorted(place[name] for name in row if name in place) for row in rows]
    ends = numpy.cumsum([0, *map(len, cells)])
    ones = numpy.ones(ends[-1], dtype=numpy.float32)
    return csr_matrix((ones, numpy.concatenate([*cells, []]).astype(int), ends), shape=(len(cells), len(place)))


def columns_met(lines: Any) -> tuple[Any, Any]:
    """The columns in which anything stands, and the lines with those columns alone."""
    import numpy
    from scipy.sparse import csr_matrix

    met, places = numpy.unique(lines.indices, return_inverse=True)
    return met, csr_matrix((lines.data, places, lines.indptr), shape=(lines.shape[0], len(met)))
