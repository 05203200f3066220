"""Rubric files: what a conversation is judged by."""

from pathlib import Path

from simulator.loader.checks.ids import id_is_file_name
from simulator.loader.document import Document, Loaded, in_order
from simulator.loader.known import Known
from simulator.loader.nouns import build
from simulator.loader.rubric_includes import others, unknown_inclusions, with_inclusions
from simulator.loader.rubric_names import inconsistent
from simulator.loader.yaml_nodes import read_yaml
from simulator.model.rubric import Rubric


def load_rubric(path: Path, shown: str) -> Loaded[Rubric]:
    """The rubric of a file, complete with what it includes; its id is the file's name."""
    return _completed(read_yaml(path, shown), path.parent, Known())


def build_rubric(document: Document, known: Known) -> Loaded[Rubric]:
    """The rubric of a document that was read already; what it names is checked against the names that are known."""
    return _completed(document, Path(document.path).parent, known)


def _completed(document: Document, beside: Path, known: Known) -> Loaded[Rubric]:
    loaded = build(document, Rubric)
    rubric = loaded.value
    if rubric is None:
        return loaded
    have = others(beside) if rubric.includes else {}
    wrong = tuple(unknown_inclusions(rubric, document, have))
    whole = rubric if wrong else with_inclusions(rubric, have)
    there = {**known.by_kind(), "group": [f"@{name}" for name in whole.terms.groups]}
    if wrong:
        # A group may be missing only because what has it could not be taken over.
        there = {kind: names for kind, names in there.items() if kind == "scenario"}
    own = (*id_is_file_name(rubric.id, "id", document), *inconsistent(rubric, document, there))
    problems = in_order((*own, *wrong))
    return Loaded(None if problems else whole, problems)
