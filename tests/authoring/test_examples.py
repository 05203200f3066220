"""What the shipped walks come to, judged by the rubric of their scenario."""

from collections import Counter

import pytest

from simulator.authoring.examples import examples_of, walked_talks
from simulator.library import Library

MOST_UNSURE = 0.1
"""Share of the levels that are judged at all."""


@pytest.mark.slow
def test_few_levels_are_left_to_the_supervisor(library: Library) -> None:
    levels: Counter[str] = Counter()
    for talk in walked_talks(library):
        (example,) = examples_of(talk.rubric, [talk])
        levels.update(level for level in example.levels.values() if level != "not_applicable")
    assert levels["met"] > 0
    assert levels["not_yet"] > 0
    assert 0 < levels["unsure"] <= MOST_UNSURE * levels.total()
