"""Walk files: the scripted conversations of a scenario."""

from pathlib import Path

from simulator.loader.checks.walks import check_walks
from simulator.loader.document import Document, Loaded, with_problems
from simulator.loader.known import Known
from simulator.loader.nouns import build
from simulator.loader.yaml_nodes import read_yaml
from simulator.model.scenario import Scenario
from simulator.model.walk import WalkFile


def load_walks(path: Path, shown: str, scenario: Scenario | None, known: Known) -> Loaded[WalkFile]:
    """The walks of a file; without a scenario only what stands in the file itself is checked."""
    return build_walks(read_yaml(path, shown), scenario, known)


def build_walks(document: Document, scenario: Scenario | None, known: Known) -> Loaded[WalkFile]:
    """The walks of a document that was read already."""
    loaded = build(document, WalkFile)
    if loaded.value is None:
        return loaded
    return with_problems(loaded, check_walks(loaded.value, document, scenario, known))
