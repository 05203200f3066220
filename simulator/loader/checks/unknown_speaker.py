"""Who says a line."""

from collections.abc import Iterator

from simulator.loader.checks.names import unknown
from simulator.loader.document import Document
from simulator.loader.known import Known
from simulator.loader.spots import lines
from simulator.model.scenario import Scenario
from simulator.model.source import Problem


def check(scenario: Scenario, document: Document, known: Known) -> Iterator[Problem]:
    """unknown-speaker; a line of the client's own has no `from`."""
    names = [speaker.id for speaker in scenario.speakers]
    for loc, line in lines(scenario):
        yield from unknown(document, (*loc, "from"), "speaker", (line.sender, names))
