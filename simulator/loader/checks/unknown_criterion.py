"""The rubric of a scenario and the criteria it names."""

from collections.abc import Iterator

from simulator.loader.checks.names import unknown, unknown_keys, unknown_rubric
from simulator.loader.document import Document
from simulator.loader.known import Known
from simulator.model.scenario import Scenario
from simulator.model.source import Problem


def check(scenario: Scenario, document: Document, known: Known) -> Iterator[Problem]:
    """unknown-rubric, unknown-criterion."""
    if not known.criteria:
        return
    yield from unknown_rubric(document, scenario.rubric, known)
    names = known.criteria.get(scenario.rubric)
    if not names:
        return
    yield from unknown_keys(document, ("criteria",), "criterion", (scenario.criteria, names))
    for at, move in enumerate(scenario.moves):
        yield from unknown(document, ("moves", at, "crosses"), "criterion", (move.crosses, names))
