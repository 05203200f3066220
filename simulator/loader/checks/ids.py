"""Ids: each stands once, and that of a file is its name, so that whoever reads the one finds the other."""

from collections.abc import Iterable, Iterator
from pathlib import PurePath

from simulator.loader.document import Document, Loc
from simulator.model.scenario import Scenario
from simulator.model.source import Problem


def check(scenario: Scenario, document: Document) -> Iterator[Problem]:
    """id-not-file-name, duplicate-id; states and endings share one set of ids, since `to` may name either."""
    yield from id_is_file_name(scenario.id, "id", document)
    yield from stands_twice(document, [*_ids("states", scenario.states), *_ids("endings", scenario.endings)])
    for key in ("topics", "facts", "moves", "speakers"):
        yield from stands_twice(document, _ids(key, getattr(scenario, key)))


def id_is_file_name(found: str, key: str, document: Document) -> Iterator[Problem]:
    """A problem at `key` where the id found there is not the file's name without `.yaml`."""
    name = PurePath(document.path).stem
    if found != name:
        yield document.problem((key,), "id-not-file-name", f'"{found}" is not the name of the file', f'write "{name}"')


def stands_twice(document: Document, ids: Iterable[tuple[Loc, str]]) -> Iterator[Problem]:
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
