"""Names that nothing has: wherever a field is marked with the kind of thing it names."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from simulator.loader.document import Document, Loc
from simulator.loader.known import Known
from simulator.loader.suggestion import suggestion
from simulator.model.noun import Noun
from simulator.model.source import Problem

Rows = tuple[Iterable[str], Iterable[str]]
"""The names used, and all the names there are."""
Named = tuple[Loc, str, str]
"""Where a name stands, the kind of what it names, and the name."""

CALLED = {"target": "state or ending", "field": "semantic field"}
"""Kinds that messages call otherwise."""
NAMED = {
    "act": "an act",
    "topic": "a topic",
    "fact": "a fact",
    "move": "a move",
    "question": "a question of the client",
    "cue": "a cue of client messages",
}
"""Kinds that are taken for one another, as messages call one of them."""


def names_in(noun: Noun, loc: Loc = ()) -> Iterator[Named]:
    """All names in marked fields, here and in the nouns inside; what the file does not write names nothing."""
    written = noun.model_fields_set
    for attribute, key, kind in _fields(type(noun)) if written else ():
        if attribute in written:
            yield from _inside(getattr(noun, attribute), (*loc, key), kind)


@cache
def _fields(noun: type[Noun]) -> tuple[tuple[str, str, str | None], ...]:
    """The fields of a noun: as the program and as the file call them, and the kind of what they name."""
    return tuple(
        (name, field.alias or name, next((mark for mark in field.metadata if isinstance(mark, str)), None))
        for name, field in noun.model_fields.items()
    )


def _inside(value: Any, loc: Loc, kind: str | None) -> Iterator[Named]:
    match value:
        case str():
            if kind is not None:
                yield loc, kind, value
        case tuple():
            for at, one in enumerate(value):
                yield from _inside(one, (*loc, at), kind)
        case dict():
            for key, one in value.items():
                yield from _inside(one, (*loc, key), kind)
        case Noun():
            yield from names_in(value, loc)


def unknown_names(document: Document, used: Iterable[Named], there: Mapping[str, Iterable[str]]) -> Iterator[Problem]:
    """A problem `unknown-<kind>` for each name that is not there, by kind; kinds that `there` lacks are not checked."""
    for loc, kind, name in used:
        if kind in there and name not in there[kind]:
            what = f'there is no {CALLED.get(kind, kind)} "{name}"'
            remedy = _of_other_kind(kind, name, there) or suggestion(name, there[kind], kind)
            yield document.problem(loc, f"unknown-{kind}", what, remedy)


def _of_other_kind(kind: str, name: str, there: Mapping[str, Iterable[str]]) -> str | None:
    """Where the name belongs, if something else that keys name is called so."""
    if kind not in NAMED:
        return None
    other = next((other for other in NAMED if other != kind and name in there.get(other, ())), None)
    return f"it is {NAMED[other]}: name it under the key for those" if other else None


def unknown_in(document: Document, loc: Loc, kind: str, used: Rows) -> Iterator[Problem]:
    """The same for a row of names; a row written as a single word is found at that word."""
    row, names = used
    yield from unknown_names(document, (((*loc, at), kind, name) for at, name in enumerate(row)), {kind: names})


def unknown_keys(document: Document, loc: Loc, kind: str, used: Rows) -> Iterator[Problem]:
    """The same for the keys of a block."""
    row, names = used
    for name in row:
        for problem in unknown_names(document, [((*loc, name), kind, name)], {kind: names}):
            yield problem.model_copy(update={"location": document.key_place((*loc, name))})


def unknown_rubric(document: Document, name: str, known: Known) -> Iterator[Problem]:
    """The same for the rubric that a file names; it tells where a rubric of one's own would be found."""
    own = "a rubric of your own goes by its id and lies in a folder rubrics around this file"
    for problem in unknown_names(document, [(("rubric",), "rubric", name)], {"rubric": known.criteria}):
        yield problem.model_copy(update={"remedy": f"{problem.remedy} ({own})"})
