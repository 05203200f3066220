"""Ids that stand twice; states and endings share one set of ids, since `to` may name either."""

from collections.abc import Iterable, Iterator

from simulator.loader.document import Document, Loc
from simulator.loader.known import Known
from simulator.model.scenario import Scenario
from simulator.model.source import Problem


def check(scenario: Scenario, document: Document, known: Known) -> Iterator[Problem]:
    """duplicate-id."""
    places = [*_ids("states", scenario.states), *_ids("endings", scenario.endings)]
    yield from twice(document, places)
    for key in ("topics", "facts", "moves", "speakers"):
        yield from twice(document, _ids(key, getattr(scenario, key)))


def twice(document: Document, ids: Iterable[tuple[Loc, str]]) -> Iterator[Problem]:
    """A problem for every id that stood before."""
    first: dict[str, Loc] = {}
    for loc, name in ids:
        if name in first:
            what = f'the id "{name}" stands on line {document.line(first[name])} already'
            yield document.problem(loc, "duplicate-id", what, "give each an id of its own")
        first.setdefault(name, loc)


def _ids(key: str, row: Iterable[object]) -> Iterator[tuple[Loc, str]]:
    for at, noun in enumerate(row):
        yield (key, at, "id"), getattr(noun, "id")  # noqa: B009 - nouns of four kinds, all with an id
