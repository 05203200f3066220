"""A small linear model fitted on the codebook's own examples: which features of a sentence speak for which act."""

from typing import Literal

from simulator.model.noun import Noun


class Weights(Noun):
    """Format 1. `features` holds per feature the acts (by their place in `acts`) and what it adds to each, in logits.

    `fitted_on` is the hash of the files the examples came from, so that a codebook that has changed since is noticed.
    """

    format: Literal[1] = 1
    fitted_on: str
    acts: tuple[str, ...]
    bias: tuple[float, ...]
    features: dict[str, tuple[tuple[int, float], ...]]
