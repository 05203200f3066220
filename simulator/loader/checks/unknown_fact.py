"""Facts that conditions name."""

from collections.abc import Iterator

from simulator.loader.checks.names import named, unknown_in
from simulator.loader.document import Document
from simulator.loader.known import Known
from simulator.loader.spots import conditions
from simulator.model.scenario import Scenario
from simulator.model.source import Problem


def check(scenario: Scenario, document: Document, known: Known) -> Iterator[Problem]:
    """unknown-fact."""
    names = [fact.id for fact in scenario.facts]
    for loc, condition in conditions(scenario):
        for key, row in named(condition, ("fact", "fact_wrong", "facts_given", "facts_missing")):
            yield from unknown_in(document, (*loc, key), "fact", (row, names))
