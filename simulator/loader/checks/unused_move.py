"""Moves that make no difference: no condition asks for them, and they cross no criterion."""

from collections.abc import Iterator

from simulator.loader.checks.names import names_in
from simulator.loader.document import Document
from simulator.loader.spots import conditions
from simulator.model.scenario import Scenario
from simulator.model.source import Problem


def check(scenario: Scenario, document: Document) -> Iterator[Problem]:
    """unused-move."""
    used = {name for _, one in conditions(scenario) for _, kind, name in names_in(one) if kind == "move"}
    for at, move in enumerate(scenario.moves):
        if move.id not in used and move.crosses is None:
            remedy = "name it in a condition or a criterion it crosses, or take it out"
            yield document.problem(("moves", at, "id"), "unused-move", f'nothing asks for "{move.id}"', remedy)
