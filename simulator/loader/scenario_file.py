"""Scenario files."""

from pathlib import Path

from simulator.loader.checks import CHECKS
from simulator.loader.document import Document, Loaded, with_problems
from simulator.loader.known import Known
from simulator.loader.nouns import build
from simulator.loader.yaml_nodes import read_yaml
from simulator.model.scenario import Scenario


def load_scenario(path: Path, shown: str, known: Known) -> Loaded[Scenario]:
    """The scenario of a file, or all its problems; names of other files are checked against `known`."""
    return build_scenario(read_yaml(path, shown), known)


def build_scenario(document: Document, known: Known) -> Loaded[Scenario]:
    """The scenario of a document that was read already."""
    loaded = build(document, Scenario)
    scenario = loaded.value
    if scenario is None:
        return loaded
    found = (problem for check in CHECKS for problem in check(scenario, document, known))
    return with_problems(loaded, found)
