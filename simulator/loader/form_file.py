"""Form files: the questions of a contact form."""

from pathlib import Path

from simulator.loader.checks.ids import id_is_file_name
from simulator.loader.checks.names import names_in, unknown_names
from simulator.loader.document import Document, Loaded, with_problems
from simulator.loader.known import Known
from simulator.loader.nouns import build
from simulator.loader.yaml_nodes import read_yaml
from simulator.model.contact_form import FormDefinition


def load_form(path: Path, shown: str) -> Loaded[FormDefinition]:
    """The form of a file; its id is the file's name."""
    return build_form(read_yaml(path, shown), Known())


def build_form(document: Document, known: Known) -> Loaded[FormDefinition]:
    """The form of a document that was read already; acts and cues are checked where any are known."""
    loaded = build(document, FormDefinition)
    if loaded.value is None:
        return loaded
    own = id_is_file_name(loaded.value.id, "id", document)
    return with_problems(loaded, (*own, *unknown_names(document, names_in(loaded.value), known.by_kind())))
