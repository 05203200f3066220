"""Where reactions lead, and where a client goes who has lost all trust."""

from collections.abc import Iterator

from simulator.loader.document import Document, Loc
from simulator.loader.known import Known
from simulator.loader.likeness import suggestion
from simulator.loader.spots import reactions
from simulator.model.scenario import Scenario
from simulator.model.source import Problem


def check(scenario: Scenario, document: Document, known: Known) -> Iterator[Problem]:
    """unknown-target; states and endings share one set of names."""
    names = {*(state.id for state in scenario.states), *(ending.id for ending in scenario.endings)}
    used: list[tuple[Loc, str | None]] = [((*loc, "to"), reaction.to) for loc, reaction in reactions(scenario)]
    used.append((("client", "trust", "leaves_to"), scenario.client.trust.leaves_to))
    for loc, name in used:
        if name is not None and name not in names:
            what = f'there is no state or ending "{name}"'
            yield document.problem(loc, "unknown-target", what, suggestion(name, names))
