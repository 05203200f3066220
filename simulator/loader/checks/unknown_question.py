"""Questions of the client that conditions name."""

from collections.abc import Iterator

from simulator.loader.checks.names import unknown_in
from simulator.loader.document import Document
from simulator.loader.known import Known
from simulator.loader.spots import conditions, lines
from simulator.model.scenario import Scenario
from simulator.model.source import Problem


def check(scenario: Scenario, document: Document, known: Known) -> Iterator[Problem]:
    """unknown-question."""
    names = [line.asks.id for _, line in lines(scenario) if line.asks]
    for loc, condition in conditions(scenario):
        yield from unknown_in(document, (*loc, "answers"), "question", (condition.answers, names))
