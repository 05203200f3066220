"""Form files: the questions of a contact form."""

from collections.abc import Iterator
from pathlib import Path

from simulator.loader.document import Document, Loaded, with_problems
from simulator.loader.file_names import id_is_file_name
from simulator.loader.known import Known
from simulator.loader.likeness import suggestion
from simulator.loader.nouns import build
from simulator.loader.yaml_nodes import read_yaml
from simulator.model.contact_form import FormDefinition
from simulator.model.source import Problem


def load_form(path: Path, shown: str) -> Loaded[FormDefinition]:
    """The form of a file; its id is the file's name."""
    return build_form(read_yaml(path, shown), Known())


def build_form(document: Document, known: Known) -> Loaded[FormDefinition]:
    """The form of a document that was read already; acts and cues are checked where any are known."""
    loaded = build(document, FormDefinition)
    if loaded.value is None:
        return loaded
    names = _unknown(loaded.value, document, known)
    return with_problems(loaded, (*id_is_file_name(loaded.value.id, "id", document), *names))


def _unknown(form: FormDefinition, document: Document, known: Known) -> Iterator[Problem]:
    for number, question in enumerate(form.questions):
        for at, choice in enumerate(question.choices):
            rows = (("acts", "act", choice.acts, known.acts), ("cues", "cue", choice.cues, known.cues))
            for key, kind, named, names in rows:
                for place, name in enumerate(named):
                    if names and name not in names:
                        loc = ("questions", number, "choices", at, key, place)
                        what = f'there is no {kind} "{name}"'
                        yield document.problem(loc, f"unknown-{kind}", what, suggestion(name, names))
