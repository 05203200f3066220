"""A scenario as a graph: what no way leads to, and where none leads to an ending."""

from collections.abc import Iterator, Mapping

from simulator.loader.document import Document
from simulator.loader.spots import reactions_of
from simulator.model.scenario import Scenario, State
from simulator.model.source import Problem

Ways = Mapping[str, frozenset[str]]
"""By state the states and endings it leads to."""


def check(scenario: Scenario, document: Document) -> Iterator[Problem]:
    """unreachable-state, unreachable-ending and dead-end; a state that cannot be reached is told as that alone."""
    first = scenario.states[0].id
    ways = {state.id: _leads_to(scenario, state, number) for number, state in enumerate(scenario.states)}
    seen = _reached(first, ways)
    rows = {"state": [state.id for state in scenario.states], "ending": [ending.id for ending in scenario.endings]}
    for kind, row in rows.items():
        for number, place in enumerate(row):
            loc = (f"{kind}s", number, "id")
            if place not in seen:
                what = f'no way leads from "{first}" to "{place}"'
                yield document.problem(loc, f"unreachable-{kind}", what, "add a `to`, or take it out")
            elif kind == "state" and _reached(place, ways).isdisjoint(rows["ending"]):
                what = f'from "{place}" no ending can be reached'
                remedy = "add a transition, a silence or an `otherwise` that leads on"
                yield document.problem(loc, "dead-end", what, remedy)


def _reached(begin: str, ways: Ways) -> set[str]:
    """All that can be reached from a state, itself included."""
    seen: set[str] = set()
    ahead = [begin]
    while ahead:
        place = ahead.pop()
        if place not in seen:
            seen.add(place)
            ahead += ways.get(place, ())
    return seen


def _leads_to(scenario: Scenario, state: State, number: int) -> frozenset[str]:
    """Where a state leads; to the loss of all trust where something in it can cost trust."""
    here = [reaction for _, reaction in reactions_of(state, number)]
    targets = {reaction.to for reaction in here if reaction.to is not None}
    trust = scenario.client.trust
    changes = [reaction.trust for reaction in here]
    changes += [topic.trust for topic in scenario.topics if topic.is_told_in(state.id)]
    if trust.leaves_at is not None and trust.leaves_to is not None and any(change < 0 for change in changes):
        targets.add(trust.leaves_to)
    return frozenset(targets)
