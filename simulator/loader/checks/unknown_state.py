"""States that topics are told in, that conditions name, and in which a scenario goes on from another."""

from collections.abc import Iterator

from simulator.loader.checks.names import named, unknown, unknown_in
from simulator.loader.document import Document
from simulator.loader.known import Known
from simulator.loader.spots import conditions
from simulator.model.scenario import Scenario
from simulator.model.source import Problem


def check(scenario: Scenario, document: Document, known: Known) -> Iterator[Problem]:
    """unknown-state."""
    names = [state.id for state in scenario.states]
    for at, topic in enumerate(scenario.topics):
        yield from unknown_in(document, ("topics", at, "states"), "state", (topic.states, names))
    for loc, condition in conditions(scenario):
        for key, row in named(condition, ("states_entered", "states_unentered")):
            yield from unknown_in(document, (*loc, key), "state", (row, names))
    for ending, state in (scenario.continues.by_ending if scenario.continues else {}).items():
        yield from unknown(document, ("continues", "by_ending", ending), "state", (state, names))
