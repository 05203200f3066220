"""A name that nothing has: the shape that all checks of names share."""

from collections.abc import Iterable, Iterator

from simulator.loader.document import Document, Loc
from simulator.loader.known import Known
from simulator.loader.likeness import suggestion
from simulator.model.noun import Noun
from simulator.model.source import Problem

Rows = tuple[Iterable[str], Iterable[str]]
"""The names used, and all the names there are."""


def unknown(document: Document, loc: Loc, kind: str, used: tuple[str | None, Iterable[str]]) -> Iterator[Problem]:
    """A problem `unknown-<kind>` where the name used is none of the names there are (given as a pair)."""
    name, names = used
    if name is not None and name not in names:
        yield document.problem(loc, f"unknown-{kind}", f'there is no {kind} "{name}"', suggestion(name, names))


def unknown_in(document: Document, loc: Loc, kind: str, used: Rows) -> Iterator[Problem]:
    """The same for a row of names; a row written as a single word is found at that word."""
    row, names = used
    for at, name in enumerate(row):
        yield from unknown(document, (*loc, at), kind, (name, names))


def unknown_keys(document: Document, loc: Loc, kind: str, used: Rows) -> Iterator[Problem]:
    """The same for the keys of a block."""
    row, names = used
    for name in row:
        for problem in unknown(document, (*loc, name), kind, (name, names)):
            yield problem.model_copy(update={"location": document.key_place((*loc, name))})


def unknown_rubric(document: Document, name: str, known: Known) -> Iterator[Problem]:
    """The same for the rubric that a file names; it tells where a rubric of one's own would be found."""
    own = "a rubric of your own goes by its id and lies in a folder rubrics around this file"
    for problem in unknown(document, ("rubric",), "rubric", (name, known.criteria)):
        yield problem.model_copy(update={"remedy": f"{problem.remedy} ({own})"})


def named(noun: Noun, keys: Iterable[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The rows of names that a noun holds under these keys."""
    for key in keys:
        yield key, getattr(noun, key)
