"""Rubric files: what a conversation is judged by."""

from collections.abc import Iterator
from pathlib import Path

from simulator.loader.checks.names import unknown
from simulator.loader.document import Document, Loaded, with_problems
from simulator.loader.file_names import id_is_file_name
from simulator.loader.known import Known
from simulator.loader.nouns import build
from simulator.loader.rubric_includes import others, unknown_inclusions, with_inclusions
from simulator.loader.rubric_names import inconsistent, unknown_names
from simulator.loader.yaml_nodes import read_yaml
from simulator.model.rubric import Rubric
from simulator.model.source import Problem


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
    there = others(beside) if rubric.includes else {}
    wrong = tuple(unknown_inclusions(rubric, document, there))
    own = (*id_is_file_name(rubric.id, "id", document), *inconsistent(rubric, document))
    found = (*own, *_unknown_practice(rubric, document, known), *wrong)
    if wrong:
        # A group may be missing only because what has it could not be taken over.
        return with_problems(loaded, found)
    whole = with_inclusions(rubric, there)
    names = unknown_names(whole, document, known.acts, known.cues)
    return with_problems(Loaded(whole, loaded.problems, loaded.sha256), (*found, *names))


def _unknown_practice(rubric: Rubric, document: Document, known: Known) -> Iterator[Problem]:
    for at, area in enumerate(rubric.areas if known.scenarios else ()):
        yield from unknown(document, ("areas", at, "practise"), "scenario", (area.practise, known.scenarios))
