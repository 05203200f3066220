"""A small network fitted on our own examples: which features of a sentence speak for which act or cue."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from simulator.model.noun import Noun

STEPS = 20
"""Weights are whole twentieths of a logit: they add up to the same in any order, and a refit changes few lines."""
PARTS = 1000 * STEPS
"""Of a logit: in such parts a unit says something for each step that it heard."""
PAIR = "b:"
"""Prefix of the features that are two words in a row: too many and too rare for units to listen to."""
MIDDLE, FARTHEST = ord("P"), 45
"""The letter for nothing heard, and the most steps that a letter away from it can say."""


class Heard(NamedTuple):
    """What one feature says: twentieths of a logit to names by their place, and steps to each unit."""

    straight: dict[int, int]
    units: tuple[int, ...]


class Weights(Noun):
    """`features` holds per feature a row such as "4 0.45 6 -0.2|PQO": places in `names`, and the logits it adds.

    Behind the bar stands a letter for each unit, by how many steps the feature speaks to it. A unit that hears more
    than nothing in all adds its row of `units` for each step: parts of a logit, one number for each name. Rows of
    features are text because most are never looked at: reading them all as numbers would take longer than a talk does.

    `fitted_on` is the hash of the examples, so that examples changed since are noticed.
    Format 3 (since 0.1.0): units between features and names.
    """

    format: Literal[3] = 3
    fitted_on: str
    names: tuple[str, ...]
    bias: tuple[float, ...]
    units: tuple[tuple[int, ...], ...] = ()
    unit_bias: tuple[int, ...] = ()
    features: dict[str, str]


def written(straight: str, units: Sequence[int]) -> str:
    """A row of `features`."""
    letters = (chr(MIDDLE + max(-FARTHEST, min(FARTHEST, steps))) for steps in units)
    return f"{straight}|{''.join(letters)}" if units else straight


def heard(row: str) -> Heard:
    """What a row of `features` says."""
    straight, _, letters = row.partition("|")
    numbers = straight.split()
    steps = {int(at): round(float(logit) * STEPS) for at, logit in zip(numbers[::2], numbers[1::2], strict=True)}
    return Heard(steps, tuple(ord(letter) - MIDDLE for letter in letters))
