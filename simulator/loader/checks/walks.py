"""What walks name: their scenario, and in it states, endings, topics, facts, moves, acts and criteria."""

from collections.abc import Iterator

from simulator.loader.checks.duplicate_id import twice
from simulator.loader.checks.names import unknown, unknown_in, unknown_keys
from simulator.loader.document import Document, Loc
from simulator.loader.known import Known
from simulator.loader.likeness import suggestion
from simulator.model.levels import LEVELS
from simulator.model.scenario import Scenario
from simulator.model.source import Problem
from simulator.model.walk import Step, Walk, WalkFile


def check_walks(walks: WalkFile, document: Document, scenario: Scenario | None, known: Known) -> Iterator[Problem]:
    """All problems of a walk file; without its scenario, those that need none."""
    yield from twice(document, [(("walks", at, "id"), walk.id) for at, walk in enumerate(walks.walks)])
    yield from _scenario(walks, document, scenario, known)
    for at, walk in enumerate(walks.walks):
        yield from _scores(walk, document, ("walks", at, "scores"))
        for number, step in enumerate(walk.turns):
            yield from _acts(step, document, ("walks", at, "turns", number), known)
        if scenario is not None:
            yield from _walk(walk, document, ("walks", at), scenario)
            names = known.criteria.get(scenario.rubric) or walk.scores
            yield from unknown_keys(document, ("walks", at, "scores"), "criterion", (walk.scores, names))


def _scenario(walks: WalkFile, document: Document, scenario: Scenario | None, known: Known) -> Iterator[Problem]:
    names = known.scenarios if scenario is None else {scenario.id}
    if names:
        yield from unknown(document, ("scenario",), "scenario", (walks.scenario, names))


def _scores(walk: Walk, document: Document, loc: Loc) -> Iterator[Problem]:
    for criterion, levels in walk.scores.items():
        for at, level in enumerate(levels):
            if level not in LEVELS:
                what = f'there is no level "{level}"'
                yield document.problem((*loc, criterion, at), "not-one-of", what, suggestion(level, LEVELS))


def _acts(step: Step, document: Document, loc: Loc, known: Known) -> Iterator[Problem]:
    if known.acts:
        yield from unknown_in(document, (*loc, "acts"), "act", (step.acts, known.acts))
        yield from unknown_in(document, (*loc, "not_acts"), "act", (step.not_acts, known.acts))


def _walk(walk: Walk, document: Document, loc: Loc, scenario: Scenario) -> Iterator[Problem]:
    endings = [ending.id for ending in scenario.endings]
    yield from unknown(document, (*loc, "ending"), "ending", (walk.ending, endings))
    for number, step in enumerate(walk.turns):
        yield from _step(step, document, (*loc, "turns", number), scenario)


def _step(step: Step, document: Document, loc: Loc, scenario: Scenario) -> Iterator[Problem]:
    states = [*(state.id for state in scenario.states), *(ending.id for ending in scenario.endings)]
    yield from unknown(document, (*loc, "state"), "state", (step.state, states))
    for kind, row in (("topic", scenario.topics), ("fact", scenario.facts), ("move", scenario.moves)):
        used = getattr(step, f"{kind}s") or ()
        yield from unknown_in(document, (*loc, f"{kind}s"), kind, (used, [noun.id for noun in row]))
