"""What of a scenario its walks reach."""

from collections.abc import Iterator
from typing import NamedTuple

from simulator.loader.document import Loc
from simulator.loader.spots import lines, reactions, spot
from simulator.model.scenario import ALWAYS, Scenario


class Part(NamedTuple):
    """A part of a scenario that a walk can reach: how it is named to an author, and where it stands."""

    name: str
    loc: Loc


class Coverage:
    """What the walks of one scenario reached: states, endings, topics, reactions, and lines that need something."""

    def __init__(self, scenario: Scenario) -> None:
        self.parts = tuple(_parts(scenario))
        self.reached: set[str] = set()

    @property
    def missing(self) -> list[Part]:
        """The parts that no walk reached."""
        return [part for part in self.parts if part.name not in self.reached]


def _parts(scenario: Scenario) -> Iterator[Part]:
    yield from (Part(f"state {state.id}", ("states", at)) for at, state in enumerate(scenario.states))
    yield from (Part(f"ending {ending.id}", ("endings", at)) for at, ending in enumerate(scenario.endings))
    yield from (Part(f"topic {topic.id}", ("topics", at)) for at, topic in enumerate(scenario.topics))
    yield from (Part(spot(scenario, loc), loc) for loc, _ in reactions(scenario))
    yield from (Part(spot(scenario, loc), loc) for loc, line in lines(scenario) if line.needs != ALWAYS)
