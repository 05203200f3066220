"""Transitions behind one that takes all of their turns: the first whose condition holds wins."""

from collections.abc import Iterator

from simulator.loader.document import Document, Loc
from simulator.model.scenario import ALWAYS, Scenario
from simulator.model.source import Problem


def check(scenario: Scenario, document: Document) -> Iterator[Problem]:
    """transition-never-reached."""
    for number, state in enumerate(scenario.states):
        for at, transition in enumerate(state.turns):
            earlier = next((i for i, one in enumerate(state.turns[:at]) if one.when in (transition.when, ALWAYS)), None)
            if earlier is not None:
                turns: Loc = ("states", number, "turns")
                same = "always holds" if state.turns[earlier].when == ALWAYS else "has the same condition"
                what = f"the transition on line {document.line((*turns, earlier))} {same}"
                remedy = "move it up, or change its condition"
                yield document.problem((*turns, at, "when"), "transition-never-reached", what, remedy)
