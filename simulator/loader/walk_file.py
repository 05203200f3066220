"""Walk files: the scripted conversations of a scenario."""

from collections.abc import Iterator
from pathlib import Path

from simulator.loader.checks.ids import stands_twice
from simulator.loader.checks.names import names_in, unknown_keys, unknown_names
from simulator.loader.document import Document, Loaded
from simulator.loader.known import Known
from simulator.loader.nouns import build
from simulator.loader.scenario_names import names_of
from simulator.loader.suggestion import suggestion
from simulator.loader.yaml_nodes import read_yaml
from simulator.model.levels import LEVELS
from simulator.model.scenario import Scenario
from simulator.model.source import Problem
from simulator.model.walk import WalkFile


def load_walks(path: Path, shown: str, scenario: Scenario | None, known: Known) -> Loaded[WalkFile]:
    """The walks of a file; without a scenario only what stands in the file itself is checked."""
    return build_walks(read_yaml(path, shown), scenario, known)


def build_walks(document: Document, scenario: Scenario | None, known: Known) -> Loaded[WalkFile]:
    """The walks of a document that was read already."""
    return build(document, WalkFile, lambda walks: _check(walks, document, scenario, known))


def _check(walks: WalkFile, document: Document, scenario: Scenario | None, known: Known) -> Iterator[Problem]:
    there = known.by_kind()
    criteria = known.criteria.get(scenario.rubric) if scenario else None
    if scenario is not None:
        own = names_of(scenario)
        there |= {**own, "state": own["target"], "scenario": {scenario.id}}
    yield from stands_twice(document, [(("walks", at, "id"), walk.id) for at, walk in enumerate(walks.walks)])
    yield from unknown_names(document, names_in(walks), there)
    for at, walk in enumerate(walks.walks):
        yield from unknown_keys(document, ("walks", at, "scores"), "criterion", (walk.scores, criteria or walk.scores))
        for criterion, levels in walk.scores.items():
            for number, level in enumerate(levels):
                if level not in LEVELS:
                    loc = ("walks", at, "scores", criterion, number)
                    what = f'there is no level "{level}"'
                    yield document.problem(loc, "not-one-of", what, suggestion(level, LEVELS))
