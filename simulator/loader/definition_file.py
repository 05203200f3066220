"""Codebook files: one act or one cue each."""

from collections.abc import Iterator
from typing import TypeVar

from simulator.loader.checks.ids import id_is_file_name
from simulator.loader.checks.names import names_in, unknown_names
from simulator.loader.document import Document, Loaded
from simulator.loader.known import Known
from simulator.loader.nouns import build
from simulator.model.codebook import ActDefinition, Definition
from simulator.model.source import Problem

D = TypeVar("D", bound=Definition)


def build_definition(document: Document, noun: type[D], known: Known) -> Loaded[D]:
    """The act or the cue of a document that was read already."""
    return build(document, noun, lambda one: _check(one, document, known))


def _check(one: Definition, document: Document, known: Known) -> Iterator[Problem]:
    kind = "act" if isinstance(one, ActDefinition) else "cue"
    yield from id_is_file_name(one.id, kind, document)
    there = known.by_kind()
    if kind in there:
        used = ((loc, kind if mark == "peer" else mark, name) for loc, mark, name in names_in(one))
        yield from unknown_names(document, used, there)
