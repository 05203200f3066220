"""Codebook files: one act or one cue each."""

from simulator.loader.checks.definitions import check_definition
from simulator.loader.document import Document, Loaded, with_problems
from simulator.loader.known import Known
from simulator.loader.nouns import build
from simulator.model.codebook import ActDefinition, CueDefinition


def build_act(document: Document, known: Known) -> Loaded[ActDefinition]:
    """The act of a document that was read already."""
    loaded = build(document, ActDefinition)
    return with_problems(loaded, check_definition(loaded.value, document, known)) if loaded.value else loaded


def build_cue(document: Document, known: Known) -> Loaded[CueDefinition]:
    """The cue of a document that was read already."""
    loaded = build(document, CueDefinition)
    return with_problems(loaded, check_definition(loaded.value, document, known)) if loaded.value else loaded
