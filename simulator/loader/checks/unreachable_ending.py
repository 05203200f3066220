"""Endings that no way leads to."""

from collections.abc import Iterator

from simulator.loader.checks.arrows import arrows, reached
from simulator.loader.document import Document
from simulator.loader.known import Known
from simulator.model.scenario import Scenario
from simulator.model.source import Problem


def check(scenario: Scenario, document: Document, known: Known) -> Iterator[Problem]:
    """unreachable-ending."""
    seen = reached(scenario.states[0].id, arrows(scenario))
    for number, ending in enumerate(scenario.endings):
        if ending.id not in seen:
            what = f'no way leads from "{scenario.states[0].id}" to "{ending.id}"'
            yield document.problem(("endings", number, "id"), "unreachable-ending", what, "add a `to`, or take it out")
