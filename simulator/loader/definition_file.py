"""Codebook files: one act or one cue each."""

from collections.abc import Iterator

from simulator.loader.checks.ids import id_is_file_name
from simulator.loader.checks.names import names_in, unknown_names
from simulator.loader.document import Document, Loaded, with_problems
from simulator.loader.known import Known
from simulator.loader.nouns import build
from simulator.model.codebook import ActDefinition, CueDefinition
from simulator.model.source import Problem


def build_act(document: Document, known: Known) -> Loaded[ActDefinition]:
    """The act of a document that was read already."""
    loaded = build(document, ActDefinition)
    return with_problems(loaded, _check("act", loaded.value, document, known)) if loaded.value else loaded


def build_cue(document: Document, known: Known) -> Loaded[CueDefinition]:
    """The cue of a document that was read already."""
    loaded = build(document, CueDefinition)
    return with_problems(loaded, _check("cue", loaded.value, document, known)) if loaded.value else loaded


def _check(kind: str, one: ActDefinition | CueDefinition, document: Document, known: Known) -> Iterator[Problem]:
    yield from id_is_file_name(one.id, kind, document)
    there = known.by_kind()
    if kind in there:
        used = ((loc, kind if mark == "peer" else mark, name) for loc, mark, name in names_in(one))
        yield from unknown_names(document, used, there)
