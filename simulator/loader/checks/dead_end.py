"""States that a talk can get into but never end from."""

from collections.abc import Iterator

from simulator.loader.checks.arrows import arrows, reached
from simulator.loader.document import Document
from simulator.loader.known import Known
from simulator.model.scenario import Scenario
from simulator.model.source import Problem


def check(scenario: Scenario, document: Document, known: Known) -> Iterator[Problem]:
    """dead-end; a state that cannot be reached is told as that alone."""
    ways = arrows(scenario)
    seen = reached(scenario.states[0].id, ways)
    endings = {ending.id for ending in scenario.endings}
    for number, state in enumerate(scenario.states):
        if state.id in seen and not endings & reached(state.id, ways):
            what = f'from "{state.id}" no ending can be reached'
            remedy = "add a transition, a silence or an `otherwise` that leads on"
            yield document.problem(("states", number, "id"), "dead-end", what, remedy)
