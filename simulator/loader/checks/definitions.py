"""What a codebook file names: itself, the acts it outranks, and those of its examples."""

from collections.abc import Iterator

from simulator.loader.checks.names import unknown, unknown_in
from simulator.loader.document import Document
from simulator.loader.file_names import id_is_file_name
from simulator.loader.known import Known
from simulator.model.codebook import ActDefinition, CueDefinition
from simulator.model.source import Problem


def check_definition(one: ActDefinition | CueDefinition, document: Document, known: Known) -> Iterator[Problem]:
    """All problems of one codebook file."""
    kind, names = ("act", known.acts) if isinstance(one, ActDefinition) else ("cue", known.cues)
    yield from id_is_file_name(one.id, kind, document)
    if not names:
        return
    yield from unknown_in(document, ("outranks",), kind, (one.outranks, names))
    for key, row in (("hits", one.hits), ("misses", one.misses)):
        for at, example in enumerate(row):
            yield from unknown_in(document, (key, at, "also"), kind, (example.also, names))
            yield from unknown_in(document, (key, at, "rather"), kind, (example.rather, names))
            if known.feelings:
                yield from unknown(document, (key, at, "feels"), "feeling", (example.feels, known.feelings))
