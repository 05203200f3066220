"""Questions about a session that is over, typed one line after the other."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from simulator.commands.database_option import LAST, opened_store, sessions_so_far
from simulator.commands.play_output import write
from simulator.commands.seated import seated
from simulator.commands.writing import claimed

if TYPE_CHECKING:
    from simulator.chat.controller import Controller
    from simulator.chat.happenings import Happenings


@contextmanager
def asked_about(session: str, database: str | None) -> "Iterator[tuple[Controller, Callable[[Happenings], None]]]":
    """The controller of a session that is over, and what shows a beginning and asks on; UsageError where none is."""
    from simulator.chat.clock import Clock
    from simulator.chat.plain import play_typed
    from simulator.records.recording import resume

    wanted = _over(session, database)
    with opened_store(database) as store, claimed(store, wanted):
        recording = resume(store, wanted)
        controller = seated(recording, Clock(recording.session.now))
        yield controller, lambda begun: play_typed(controller, begun, sys.stdin.readline, write)


def _over(session: str, database: str | None) -> str:
    """The id of a session that was played here and came to its end."""
    played = (one for one in sessions_so_far(database) if not one.head.is_imported)
    ended = [one.head.id for one in played if one.state == "ended"]
    if session == LAST and ended:
        return ended[-1]
    if session in ended:
        return session
    what = "no session has come to its end yet" if session == LAST else f"session {session} has not come to its end"
    raise click.UsageError(f"{what}; `rehearse sessions` shows how each stands")
