"""Scenario files."""

from collections.abc import Callable, Iterator
from pathlib import Path

from simulator.loader.checks import CHECKS
from simulator.loader.document import Document, Loaded
from simulator.loader.known import Known
from simulator.loader.nouns import build
from simulator.loader.scenario_names import nowhere_defined
from simulator.loader.yaml_nodes import read_yaml
from simulator.model.defaults import DEFAULT_LANGUAGE
from simulator.model.scenario import Scenario
from simulator.model.source import Problem


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
    return build(document, Scenario, lambda scenario: _check(scenario, document, known))


def _check(scenario: Scenario, document: Document, known: Known) -> Iterator[Problem]:
    for check in CHECKS:
        yield from check(scenario, document)
    yield from nowhere_defined(scenario, document, known)
