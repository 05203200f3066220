"""Acts that conditions, questions of the client and moves name."""

from collections.abc import Iterator

from simulator.loader.checks.names import named, unknown, unknown_in
from simulator.loader.document import Document
from simulator.loader.known import Known
from simulator.loader.spots import conditions, lines
from simulator.model.scenario import Scenario
from simulator.model.source import Problem

KEYS = ("any", "all", "none", "already", "unless_already")


def check(scenario: Scenario, document: Document, known: Known) -> Iterator[Problem]:
    """unknown-act."""
    if not known.acts:
        return
    for loc, condition in conditions(scenario):
        for key, row in named(condition, KEYS):
            yield from unknown_in(document, (*loc, key), "act", (row, known.acts))
    for loc, line in lines(scenario):
        if line.asks:
            yield from unknown_in(document, (*loc, "asks", "answered_by"), "act", (line.asks.answered_by, known.acts))
    for at, move in enumerate(scenario.moves):
        yield from unknown(document, ("moves", at, "with_act"), "act", (move.with_act, known.acts))
