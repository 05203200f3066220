"""A scenario as a graph: which states and endings each state leads to."""

from collections.abc import Mapping

from simulator.loader.spots import reactions_of
from simulator.model.scenario import Scenario, State

Arrows = Mapping[str, frozenset[str]]


def arrows(scenario: Scenario) -> Arrows:
    """The targets of every state, the loss of all trust among them where something there can cost trust."""
    targets = {*(state.id for state in scenario.states), *(ending.id for ending in scenario.endings)}
    return {
        state.id: frozenset(_targets(scenario, state, number)) & targets for number, state in enumerate(scenario.states)
    }


def reached(begin: str, ways: Arrows) -> frozenset[str]:
    """All that can be reached from a state, itself included."""
    seen: set[str] = set()
    ahead = [begin]
    while ahead:
        place = ahead.pop()
        if place not in seen:
            seen.add(place)
            ahead += ways.get(place, frozenset())
    return frozenset(seen)


def _targets(scenario: Scenario, state: State, number: int) -> set[str]:
    here = [reaction for _, reaction in reactions_of(state, number)]
    targets = {reaction.to for reaction in here if reaction.to is not None}
    trust = scenario.client.trust
    changes = [reaction.trust for reaction in here]
    changes += [topic.trust for topic in scenario.topics if topic.is_told_in(state.id)]
    if trust.leaves_at is not None and trust.leaves_to is not None and any(change < 0 for change in changes):
        targets.add(trust.leaves_to)
    return targets
