"""Form files: the questions of a contact form."""

from collections.abc import Iterator
from pathlib import Path

from simulator.loader.checks.ids import id_is_file_name
from simulator.loader.checks.names import names_in, unknown_names
from simulator.loader.document import Document, Loaded
from simulator.loader.known import Known
from simulator.loader.nouns import build
from simulator.loader.yaml_nodes import read_yaml
from simulator.model.contact_form import FormDefinition
from simulator.model.source import Problem


def load_form(path: Path, shown: str) -> Loaded[FormDefinition]:
    """The form of a file; its id is the file's name."""
    return build_form(read_yaml(path, shown), Known())


def build_form(document: Document, known: Known) -> Loaded[FormDefinition]:
    """The form of a document that was read already; acts and cues are checked where any are known."""
    return build(document, FormDefinition, lambda form: _check(form, document, known))


def _check(form: FormDefinition, document: Document, known: Known) -> Iterator[Problem]:
    yield from id_is_file_name(form.id, "id", document)
    yield from unknown_names(document, names_in(form), known.by_kind())
