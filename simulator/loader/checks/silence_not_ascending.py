"""Reactions to silence in the order of their times."""

from collections.abc import Iterator
from itertools import pairwise

from simulator.loader.document import Document
from simulator.model.scenario import Scenario
from simulator.model.source import Problem


def check(scenario: Scenario, document: Document) -> Iterator[Problem]:
    """silence-not-ascending."""
    for number, state in enumerate(scenario.states):
        for at, (earlier, later) in enumerate(pairwise(state.silence), start=1):
            if later.after_seconds <= earlier.after_seconds:
                loc = ("states", number, "silence", at, "after_seconds")
                what = f"{later.after_seconds:g} seconds come after {earlier.after_seconds:g}"
                yield document.problem(loc, "silence-not-ascending", what, "order them by time, each time once")
