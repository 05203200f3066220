"""Rubric files: what a conversation is judged by."""

from pathlib import Path

from simulator.loader.document import Document, Loaded, with_problems
from simulator.loader.file_names import id_is_file_name
from simulator.loader.nouns import build
from simulator.loader.rubric_names import Names, unknown_names
from simulator.loader.yaml_nodes import read_yaml
from simulator.model.rubric import Rubric


def load_rubric(path: Path, shown: str) -> Loaded[Rubric]:
    """The rubric of a file; its id is the file's name."""
    return build_rubric(read_yaml(path, shown))


def build_rubric(document: Document, acts: Names = frozenset(), cues: Names = frozenset()) -> Loaded[Rubric]:
    """The rubric of a document that was read already; the acts and cues it names are checked where there are any."""
    loaded = build(document, Rubric)
    rubric = loaded.value
    if rubric is None:
        return loaded
    found = (*id_is_file_name(rubric.id, "id", document), *unknown_names(rubric, document, acts, cues))
    return with_problems(loaded, found)
