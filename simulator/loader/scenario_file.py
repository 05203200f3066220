"""Scenario files."""

from collections.abc import Callable
from pathlib import Path

from simulator.loader.checks import CHECKS
from simulator.loader.document import Document, Loaded, with_problems
from simulator.loader.known import Known
from simulator.loader.nouns import build
from simulator.loader.scenario_names import nowhere_defined
from simulator.loader.yaml_nodes import read_yaml
from simulator.model.defaults import DEFAULT_LANGUAGE
from simulator.model.scenario import Scenario


def load_scenario(path: Path, shown: str, known: Callable[[str], Known]) -> Loaded[Scenario]:
    """The scenario of a file, or all its problems; names of other files are checked against those of its language."""
    document = read_yaml(path, shown)
    return build_scenario(document, known(language_of(document)))


def language_of(document: Document) -> str:
    """The language that a scenario, a rubric or a form names."""
    named = document.data.get("language") if isinstance(document.data, dict) else None
    return named if isinstance(named, str) else DEFAULT_LANGUAGE


def build_scenario(document: Document, known: Known) -> Loaded[Scenario]:
    """The scenario of a document that was read already."""
    loaded = build(document, Scenario)
    scenario = loaded.value
    if scenario is None:
        return loaded
    found = (problem for check in CHECKS for problem in check(scenario, document))
    return with_problems(loaded, (*found, *nowhere_defined(scenario, document, known)))
