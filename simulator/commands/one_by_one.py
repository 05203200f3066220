"""Going through many files or sessions: what cannot be read is told and passed over."""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

import click

from simulator.commands.on_the_way import on_the_way
from simulator.errors import ContentError, SimulatorError

if TYPE_CHECKING:
    from simulator.model.gist import Gist
    from simulator.store.events import SessionSummary
    from simulator.store.protocol import Store

T = TypeVar("T")
R = TypeVar("R")


class FromEach(NamedTuple, Generic[R]):
    """What came of those that could be read; `failed` is the exit status of the last that could not, else 0."""

    found: list[R]
    failed: int


def from_each(items: Iterable[T], read: Callable[[T], R]) -> FromEach[R]:
    """What `read` makes of one file after the other."""
    return _from_each(items, read, ContentError)


def from_each_session(sessions: Sequence[str], read: Callable[[str], R]) -> FromEach[R]:
    """The same of sessions; how far it is stands in the terminal meanwhile."""
    return _from_each(on_the_way(sessions, "session"), read, SimulatorError, "session {}: ")


def gists_of(store: "Store", summaries: "Sequence[SessionSummary]") -> "FromEach[Gist]":
    """The gists of these sessions."""
    from simulator.desk.archive import Archive

    archive, by_id = Archive(store), {summary.head.id: summary for summary in summaries}
    return from_each_session(list(by_id), lambda session: archive.gist(by_id[session]))


def _from_each(
    items: Iterable[T], read: Callable[[T], R], unusable: type[SimulatorError], named: str = ""
) -> FromEach[R]:
    found, failed = list[R](), 0
    for item in items:
        try:
            found.append(read(item))
        except unusable as wrong:
            click.echo(f"rehearse: {named.format(item)}{wrong}", err=True)
            failed = wrong.exit_status
    return FromEach(found, failed)
