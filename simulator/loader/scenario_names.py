"""What a scenario names, and what it defines."""

from collections.abc import Iterable, Iterator

from simulator.loader.checks.names import names_in, unknown_keys, unknown_names, unknown_rubric
from simulator.loader.document import Document
from simulator.loader.known import Known
from simulator.loader.spots import lines
from simulator.model.scenario import Scenario
from simulator.model.source import Problem


def nowhere_defined(scenario: Scenario, document: Document, known: Known) -> Iterator[Problem]:
    """unknown-rubric, and unknown-<kind> for each kind that the fields of a scenario are marked with."""
    there = {**known.by_kind(), **names_of(scenario)}
    if known.criteria:
        yield from unknown_rubric(document, scenario.rubric, known)
    if criteria := known.criteria.get(scenario.rubric):
        there["criterion"] = criteria
        yield from unknown_keys(document, ("criteria",), "criterion", (scenario.criteria, criteria))
    yield from unknown_names(document, names_in(scenario), there)


def names_of(scenario: Scenario) -> dict[str, Iterable[str]]:
    """The names that a scenario itself defines, by kind; states and endings share one set of targets."""
    states, endings = [state.id for state in scenario.states], [ending.id for ending in scenario.endings]
    return {
        "state": states,
        "ending": endings,
        "target": {*states, *endings},
        "topic": [topic.id for topic in scenario.topics],
        "fact": [fact.id for fact in scenario.facts],
        "move": [move.id for move in scenario.moves],
        "question": [line.asks.id for _, line in lines(scenario) if line.asks],
        "speaker": [speaker.id for speaker in scenario.speakers],
    }
