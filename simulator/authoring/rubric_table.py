"""The table of a rubric: for each criterion and level how many examples there are."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from simulator.authoring.examples import Example
from simulator.model.levels import SCALE, Judged
from simulator.model.rubric import Rubric


class Row(NamedTuple):
    """A criterion with its number of examples by level; None: the criterion declares the level impossible."""

    criterion: str
    area: str
    counts: dict[Judged, int | None]

    @property
    def empty(self) -> list[Judged]:
        """The levels that could come and have no example."""
        return [level for level, count in self.counts.items() if count == 0]


def table(rubric: Rubric, examples: Sequence[Example]) -> tuple[Row, ...]:
    """A row for each criterion, in the rubric's order; only levels written down beforehand count as examples."""
    found = Counter(cell for example in examples for cell in example.proven.items())
    return tuple(
        Row(
            one.id,
            one.area,
            {level: None if level in one.impossible else found[one.id, level] for level in reversed(SCALE)},
        )
        for one in rubric.criteria
    )


def failures(examples: Sequence[Example]) -> Iterator[str]:
    """What was written down for an example and did not come out."""
    for example in examples:
        for criterion, levels in example.failed.items():
            found = example.levels.get(criterion, "not in the rubric")
            yield f"{example.name}: {criterion} should be {' or '.join(levels)} and is {found}"
