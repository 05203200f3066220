"""Going through many sessions: how far it is shown in a terminal, and a session that cannot be read is told."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

import click

from simulator.commands.on_the_way import on_the_way
from simulator.errors import SimulatorError

if TYPE_CHECKING:
    from simulator.desk.archive import Archive
    from simulator.model.gist import Gist
    from simulator.store.events import SessionSummary

T = TypeVar("T")


class FromEach(NamedTuple, Generic[T]):
    """What came of the sessions that could be read; `failed` is the exit status of the last that could not, else 0."""

    found: list[T]
    failed: int


def from_each(sessions: Sequence[str], read: Callable[[str], T]) -> FromEach[T]:
    """What `read` makes of one session after the other."""
    found, failed = list[T](), 0
    for session in on_the_way(sessions, "session"):
        try:
            found.append(read(session))
        except SimulatorError as wrong:
            click.echo(f"rehearse: session {session}: {wrong}", err=True)
            failed = wrong.exit_status
    return FromEach(found, failed)


def gists_of(archive: "Archive", summaries: "Sequence[SessionSummary]") -> "FromEach[Gist]":
    """The gists of these sessions."""
    by_id = {summary.head.id: summary for summary in summaries}
    return from_each(list(by_id), lambda session: archive.gist(by_id[session]))
