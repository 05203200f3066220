"""States that no way leads to."""

from collections.abc import Iterator

from simulator.loader.checks.arrows import arrows, reached
from simulator.loader.document import Document
from simulator.loader.known import Known
from simulator.model.scenario import Scenario
from simulator.model.source import Problem


def check(scenario: Scenario, document: Document, known: Known) -> Iterator[Problem]:
    """unreachable-state."""
    seen = reached(scenario.states[0].id, arrows(scenario))
    for number, state in enumerate(scenario.states):
        if state.id not in seen:
            what = f'no way leads from "{scenario.states[0].id}" to "{state.id}"'
            yield document.problem(("states", number, "id"), "unreachable-state", what, "add a `to`, or take it out")
