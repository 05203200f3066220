"""Topics that conditions name, and those with which a client goes on."""

from collections.abc import Iterator

from simulator.loader.checks.names import named, unknown_in
from simulator.loader.document import Document
from simulator.loader.known import Known
from simulator.loader.spots import conditions, next_topics
from simulator.model.scenario import Scenario
from simulator.model.source import Problem


def check(scenario: Scenario, document: Document, known: Known) -> Iterator[Problem]:
    """unknown-topic."""
    names = [topic.id for topic in scenario.topics]
    for loc, condition in conditions(scenario):
        for key, row in named(condition, ("topic", "topics_told", "topics_untold")):
            yield from unknown_in(document, (*loc, key), "topic", (row, names))
    for loc, _, row in next_topics(scenario):
        yield from unknown_in(document, loc, "topic", (row, names))
