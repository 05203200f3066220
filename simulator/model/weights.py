"""A small network fitted on our own examples: which features of a sentence speak for which act or cue."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from simulator.model.letters import bounded, letter, steps_of
from simulator.model.noun import Noun

STEPS = 20
"""Weights are whole twentieths of a logit: they add up to the same in any order, and a refit changes few lines."""
PARTS = 1000 * STEPS
"""Of a logit: in such parts a unit says something for each step that it heard."""
PAIR = "b:"
"""Prefix of the features that are two words in a row: too many and too rare for units to listen to."""
FIRST = ord("#")
"""The letter for the first of the names."""


class Vote(NamedTuple):
    """What one feature says: twentieths of a logit to names by their place, and steps to each unit."""

    straight: dict[int, int]
    units: tuple[int, ...]


class Weights(Noun):
    """`features` holds per feature a row of letters: pairs of a name's letter and one for the steps it adds to it.

    Behind a space stands a letter for each unit, by how many steps the feature speaks to it. A unit that hears more
    than nothing in all adds its row of `units` for each step: parts of a logit, one number for each name. Rows of
    features are text because most are never looked at: reading them all as numbers would take longer than a talk does.

    `fitted_on` is the hash of the examples, so that examples changed since are noticed.
    Format 4 (since 0.1.0): letters for names and their steps.
    """

    format: Literal[4] = 4
    fitted_on: str
    names: tuple[str, ...]
    bias: tuple[float, ...]
    units: tuple[tuple[int, ...], ...] = ()
    unit_bias: tuple[int, ...] = ()
    features: dict[str, str]


def written(straight: Mapping[int, int], units: Sequence[int]) -> str:
    """A row of `features`; what is more than a letter can say takes several."""
    pairs = [chr(FIRST + at) + letter(part) for at, steps in straight.items() for part in _parts(steps)]
    letters = [letter(steps) for steps in units]
    return "".join((*pairs, " ", *letters) if letters else pairs)


def vote(row: str) -> Vote:
    """What a row of `features` says."""
    pairs, _, letters = row.partition(" ")
    straight: dict[int, int] = {}
    for name, steps in zip(pairs[::2], pairs[1::2], strict=True):
        at = ord(name) - FIRST
        straight[at] = straight.get(at, 0) + steps_of(steps)
    return Vote(straight, tuple(map(steps_of, letters)))


def is_whole(weights: Weights) -> bool:
    """Whether every row is about names that there are, with a letter for each unit and a number for each name."""
    names, units = len(weights.names), len(weights.units)
    known = {chr(FIRST + at) for at in range(names)}
    rows = (row.partition(" ") for row in weights.features.values())
    return (
        len(weights.bias) == names
        and len(weights.unit_bias) == units
        and all(len(row) == names for row in weights.units)
        and all(
            len(pairs) % 2 == 0 and known.issuperset(pairs[::2]) and len(letters) in (0, units)
            for pairs, _, letters in rows
        )
    )


def _parts(steps: int) -> Iterator[int]:
    while steps:
        part = bounded(steps)
        yield part
        steps -= part
