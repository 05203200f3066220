"""`debrief`: what a session looked like to the rubric, told again at any time."""

from typing import TYPE_CHECKING

import click

from simulator.commands.database_option import LAST, database_option, opened_store, wanted_session
from simulator.commands.debrief_output import Output, hand_out, output_options

if TYPE_CHECKING:
    from simulator.model.debrief import Debrief
    from simulator.store.protocol import Store


@click.command("debrief")
@click.argument("session", default=LAST)
@output_options
@database_option
def command(session: str, database: str | None, output: Output) -> None:
    """The debrief of a SESSION (an id from `rehearse sessions`; the last one if left out).

    \b
    rehearse debrief
    rehearse debrief last --format markdown -o debrief.md
    """
    wanted = wanted_session(session, database)
    with opened_store(database) as store:
        hand_out([_debrief(store, wanted)], output)


def _debrief(store: "Store", session: str) -> "Debrief":
    from simulator.recording import resume
    from simulator.rescoring import in_memory

    return resume(in_memory(store, session), session).debrief()
