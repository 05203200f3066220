"""The states and endings of a scenario, what leads from each to which, and what can be told there."""

from collections.abc import Iterator
from itertools import chain
from typing import Any, NamedTuple

from simulator.listing import some_of
from simulator.model.scenario import Condition, Reaction, Scenario, Silence, Transition

MOST_NAMES = 4
"""So many names of a list are shown where there is no room for all."""


class Way(NamedTuple):
    """What leads from a state to another one or to an ending: a condition by its keys, silence, or anything else."""

    start: str
    to: str
    when: Condition | str

    def in_words(self, most: int | None = None) -> str:
        """In one line, at most so many names of a list."""
        if isinstance(self.when, str):
            return self.when
        rows = self.when.model_dump(exclude_defaults=True).items()
        return "; ".join(f"{key}: {_named(value, most)}" for key, value in rows) or "always"


class Place(NamedTuple):
    """A state or an ending: its stage or kind, the states that lead to it, its ways on, and what is there."""

    name: str
    kind: str
    comes_from: tuple[str, ...]
    ways: tuple[Way, ...] = ()
    reactions: int = 0
    topics: tuple[str, ...] = ()


def places(scenario: Scenario) -> tuple[Place, ...]:
    """All states, then all endings, in the order of the file."""
    ways = list(_ways(scenario))
    states = (
        Place(
            state.id,
            state.stage,
            _before(state.id, ways),
            tuple(way for way in ways if way.start == state.id),
            len(state.turns) + len(state.otherwise),
            tuple(topic.id for topic in scenario.topics if topic.is_told_in(state.id)),
        )
        for state in scenario.states
    )
    endings = (Place(ending.id, ending.kind, _before(ending.id, ways)) for ending in scenario.endings)
    return (*states, *endings)


def mermaid(scenario: Scenario) -> Iterator[str]:
    """The same as lines of a Mermaid state diagram, which many editors draw."""
    rows = places(scenario)
    # A name may hold a hyphen or be a word of Mermaid's own.
    drawn = {place.name: f"s{number}" for number, place in enumerate(rows)}
    yield "stateDiagram-v2"
    yield from (f'    state "{name}" as {short}' for name, short in drawn.items())
    yield f"    [*] --> {drawn[scenario.states[0].id]}"
    for place in rows:
        goals = dict.fromkeys(way.to for way in place.ways)
        yield from (f"    {drawn[place.name]} --> {drawn[to]}" for to in goals)
    yield from (f"    {drawn[ending.id]} --> [*]" for ending in scenario.endings)


def _ways(scenario: Scenario) -> Iterator[Way]:
    """Every way that leaves a state; lost trust leaves them all."""
    trust = scenario.client.trust
    for state in scenario.states:
        reactions = chain(state.turns, state.otherwise, state.silence)
        yield from (Way(state.id, one.to, _when(one)) for one in reactions if one.to not in (None, state.id))
        if trust.leaves_to is not None:
            yield Way(state.id, trust.leaves_to, f"trust of {trust.leaves_at} or less")


def _when(reaction: Reaction) -> Condition | str:
    match reaction:
        case Transition(when=when):
            return when
        case Silence(after_seconds=seconds):
            return f"{seconds:g} seconds of silence"
    return "otherwise"


def _before(place: str, ways: list[Way]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(way.start for way in ways if way.to == place))


def _named(value: Any, most: int | None) -> str:
    if not isinstance(value, tuple):
        return str(value).lower() if isinstance(value, bool) else str(value)
    # In the place of "and 1 more" the one has room.
    return some_of(value, most if most and len(value) > most + 1 else len(value))
