"""What a rubric names and nobody defined."""

from collections.abc import Iterable, Iterator, Mapping

from simulator.loader.checks.names import Named, names_in, unknown_names
from simulator.loader.document import Document
from simulator.model.rubric import Rubric
from simulator.model.source import Problem


def inconsistent(rubric: Rubric, document: Document, elsewhere: Mapping[str, Iterable[str]]) -> Iterator[Problem]:
    """duplicate-id, unknown-area, unknown-criterion, and unknown names of the kinds that are defined elsewhere."""
    ids = [criterion.id for criterion in rubric.criteria]
    for at, one in enumerate(ids):
        if one in ids[:at]:
            what = f'there is a criterion "{one}" already'
            yield document.problem(("criteria", at, "id"), "duplicate-id", what, "give each an id of its own")
    criteria = {*ids, *(name for row in rubric.includes.values() for name in row)}
    there = {**elsewhere, "area": [area.id for area in rubric.areas], "criterion": criteria}
    yield from unknown_names(document, _named(rubric), there)


def _named(rubric: Rubric) -> Iterator[Named]:
    """All names; where an act can stand, `@name` is a group of acts."""
    for loc, kind, name in names_in(rubric):
        yield loc, "group" if kind == "act" and name.startswith("@") else kind, name
