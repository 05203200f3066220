"""The rubric of a scenario and the criteria it names."""

from collections.abc import Iterator

from simulator.loader.checks.names import unknown, unknown_keys
from simulator.loader.document import Document
from simulator.loader.known import Known
from simulator.model.scenario import Scenario
from simulator.model.source import Problem


def check(scenario: Scenario, document: Document, known: Known) -> Iterator[Problem]:
    """unknown-rubric, unknown-criterion."""
    if not known.criteria:
        return
    if scenario.rubric not in known.criteria:
        yield from unknown(document, ("rubric",), "rubric", (scenario.rubric, known.criteria))
        return
    names = known.criteria[scenario.rubric]
    yield from unknown_keys(document, ("criteria",), "criterion", (scenario.criteria, names))
    for at, move in enumerate(scenario.moves):
        yield from unknown(document, ("moves", at, "crosses"), "criterion", (move.crosses, names))
