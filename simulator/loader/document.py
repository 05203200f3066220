"""A file as plain data that knows where each value stands, and what comes of loading it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from simulator.errors import ContentError
from simulator.loader.codes import CAUSES
from simulator.model.source import Location, Problem

Loc = tuple[str | int, ...]
"""The way to a value from the top of the file: keys, and numbers of list entries from 0."""

Spot = tuple[int, int]
"""Line and column, from 1."""

T = TypeVar("T")


def dotted(loc: Loc, names: Mapping[Loc, str]) -> str:
    """A way as messages show it: from the last entry with a name, such as `hello.turns[0].to`, or `endings[1].kind`."""
    named = next((end for end in range(len(loc), 0, -1) if loc[:end] in names), 0)
    steps = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in loc[named:])
    return names[loc[:named]] + steps if named else steps.removeprefix(".")


def children(data: Any) -> Mapping[str | int, Any]:
    """What is inside a value, by key or number."""
    match data:
        case dict():
            return data
        case list():
            return dict(enumerate(data))
    return {}


@dataclass(frozen=True)
class Document:
    """One YAML file; `keys` and `values` hold where the key and the value of each way begin.

    `names` holds the ids of list entries.
    """

    path: str
    data: Any = None
    problems: tuple[Problem, ...] = ()
    keys: Mapping[Loc, Spot] = field(default_factory=dict)
    values: Mapping[Loc, Spot] = field(default_factory=dict)
    names: Mapping[Loc, str] = field(default_factory=dict)

    def way(self, loc: Loc) -> Loc:
        """As much of the way as is written in the file; a single word stands for a list of one, for example."""
        while loc and loc not in self.values:
            loc = loc[:-1]
        return loc

    def place(self, loc: Loc) -> Location:
        """Where the value stands, or else the nearest thing around it."""
        line, column = self.values.get(self.way(loc), (1, 1))
        return Location(path=self.path, line=line, column=column)

    def key_place(self, loc: Loc) -> Location:
        """Where the key of a value stands."""
        if loc not in self.keys:
            return self.place(loc)
        line, column = self.keys[loc]
        return Location(path=self.path, line=line, column=column)

    def line(self, loc: Loc) -> int:
        """The line on which the value begins, from 1."""
        return self.place(loc).line

    def called(self, loc: Loc) -> str:
        """What messages call the place of a value."""
        return dotted(self.way(loc), self.names)

    def problem(self, loc: Loc, code: str, what: str, remedy: str) -> Problem:
        """A problem with the value at `loc`; the code is one of `codes.CODES`."""
        return Problem(location=self.place(loc), where=self.called(loc), what=what, remedy=remedy, code=code)


@dataclass(frozen=True)
class Loaded(Generic[T]):
    """A noun, or all that is wrong with its file; `value` is None as soon as there is one problem."""

    value: T | None
    problems: tuple[Problem, ...] = ()

    def needed(self) -> T:
        """The noun. Raises ContentError with one line per problem where there is none."""
        if self.value is None:
            raise ContentError("\n".join(str(problem) for problem in self.problems))
        return self.value


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Problems by file, line and column; of each file the causes first."""
    return tuple(sorted(problems, key=_rank))


def _rank(problem: Problem) -> tuple[str, bool, int, int, str]:
    at = problem.location
    return at.path, problem.code not in CAUSES, at.line, at.column, problem.code
