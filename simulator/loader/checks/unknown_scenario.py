"""The scenario that this one goes on from."""

from collections.abc import Iterator

from simulator.loader.checks.names import unknown
from simulator.loader.document import Document
from simulator.loader.known import Known
from simulator.model.scenario import Scenario
from simulator.model.source import Problem


def check(scenario: Scenario, document: Document, known: Known) -> Iterator[Problem]:
    """unknown-scenario."""
    if scenario.continues and known.scenarios:
        name = scenario.continues.scenario
        yield from unknown(document, ("continues", "scenario"), "scenario", (name, known.scenarios))
