"""Codebook files: one act or one cue each."""

from pathlib import Path

from simulator.loader.checks.definitions import check_definition
from simulator.loader.document import Document, Loaded, with_problems
from simulator.loader.known import Known
from simulator.loader.nouns import build
from simulator.loader.yaml_nodes import read_yaml
from simulator.model.codebook import ActDefinition, CueDefinition


def load_act(path: Path, shown: str, known: Known) -> Loaded[ActDefinition]:
    """The act of a codebook file."""
    return build_act(read_yaml(path, shown), known)


def load_cue(path: Path, shown: str, known: Known) -> Loaded[CueDefinition]:
    """The cue of a codebook file."""
    return build_cue(read_yaml(path, shown), known)


def build_act(document: Document, known: Known) -> Loaded[ActDefinition]:
    """The act of a document that was read already."""
    loaded = build(document, ActDefinition)
    return with_problems(loaded, check_definition(loaded.value, document, known)) if loaded.value else loaded


def build_cue(document: Document, known: Known) -> Loaded[CueDefinition]:
    """The cue of a document that was read already."""
    loaded = build(document, CueDefinition)
    return with_problems(loaded, check_definition(loaded.value, document, known)) if loaded.value else loaded
