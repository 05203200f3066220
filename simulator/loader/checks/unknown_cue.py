"""Cues that lines and topics show."""

from collections.abc import Iterator

from simulator.loader.checks.names import unknown_in
from simulator.loader.document import Document
from simulator.loader.known import Known
from simulator.loader.spots import lines
from simulator.model.scenario import Scenario
from simulator.model.source import Problem


def check(scenario: Scenario, document: Document, known: Known) -> Iterator[Problem]:
    """unknown-cue."""
    if not known.cues:
        return
    for loc, line in lines(scenario):
        yield from unknown_in(document, (*loc, "cue"), "cue", (line.cue, known.cues))
    for at, topic in enumerate(scenario.topics):
        yield from unknown_in(document, ("topics", at, "cue"), "cue", (topic.cue, known.cues))
