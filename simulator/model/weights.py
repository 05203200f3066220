"""A small linear model fitted on our own examples: which features of a sentence speak for which act or cue."""

from typing import Literal

from simulator.model.noun import Noun

STEPS = 20
"""Weights are whole twentieths of a logit: they add up to the same in any order, and a refit changes few lines."""


class Weights(Noun):
    """`features` holds per feature a row such as "4 0.45 6 -0.2": places in `names`, and the logits it adds.

    Rows are text because most are never looked at: reading them all as numbers would take longer than a talk does.

    `fitted_on` is the hash of the examples, so that examples changed since are noticed.
    Format 2 (since 0.1.0): `names` instead of `acts`, one file for acts and one for cues.
    """

    format: Literal[2] = 2
    fitted_on: str
    names: tuple[str, ...]
    bias: tuple[float, ...]
    features: dict[str, str]
