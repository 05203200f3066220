"""Rubric files: what a conversation is judged by."""

from pathlib import Path

from simulator.loader.document import Document, Loaded, with_problems
from simulator.loader.file_names import id_is_file_name
from simulator.loader.nouns import build
from simulator.loader.rubric_includes import others, unknown_inclusions, with_inclusions
from simulator.loader.rubric_names import Names, unknown_names
from simulator.loader.yaml_nodes import read_yaml
from simulator.model.rubric import Rubric


def load_rubric(path: Path, shown: str) -> Loaded[Rubric]:
    """The rubric of a file, complete with what it includes; its id is the file's name."""
    return _completed(read_yaml(path, shown), path.parent, frozenset(), frozenset())


def build_rubric(document: Document, acts: Names = frozenset(), cues: Names = frozenset()) -> Loaded[Rubric]:
    """The rubric of a document that was read already; the acts and cues it names are checked where there are any."""
    return _completed(document, Path(document.path).parent, acts, cues)


def _completed(document: Document, beside: Path, acts: Names, cues: Names) -> Loaded[Rubric]:
    loaded = build(document, Rubric)
    rubric = loaded.value
    if rubric is None:
        return loaded
    known = others(beside) if rubric.includes else {}
    wrong = tuple(unknown_inclusions(rubric, document, known))
    found = (*id_is_file_name(rubric.id, "id", document), *wrong)
    if wrong:
        # A group may be missing only because what has it could not be taken over.
        return with_problems(loaded, found)
    whole = with_inclusions(rubric, known)
    names = unknown_names(whole, document, acts, cues)
    return with_problems(Loaded(whole, loaded.problems, loaded.sha256), (*found, *names))
