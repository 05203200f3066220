"""Rubric files: what a conversation is judged by."""

from pathlib import Path

from simulator.loader.document import Document, Loaded, with_problems
from simulator.loader.file_names import id_is_file_name
from simulator.loader.nouns import build
from simulator.loader.yaml_nodes import read_yaml
from simulator.model.rubric import Rubric


def load_rubric(path: Path, shown: str) -> Loaded[Rubric]:
    """The rubric of a file; its id is the file's name."""
    return build_rubric(read_yaml(path, shown))


def build_rubric(document: Document) -> Loaded[Rubric]:
    """The rubric of a document that was read already."""
    loaded = build(document, Rubric)
    if loaded.value is None:
        return loaded
    return with_problems(loaded, id_is_file_name(loaded.value.id, "id", document))
