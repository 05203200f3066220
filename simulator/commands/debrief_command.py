"""`debrief`: what a session looked like to the rubric, told again at any time."""

from typing import TYPE_CHECKING

import click

from simulator.commands.completing import session_ids
from simulator.commands.database_option import LAST, database_option, opened_store, wanted_session
from simulator.commands.debrief_output import detail_option, hand_out
from simulator.commands.output import Output, output_options

if TYPE_CHECKING:
    from simulator.model.debrief import Debrief
    from simulator.store.protocol import Store


@click.command("debrief")
@click.argument("session", default=LAST, shell_complete=session_ids)
@output_options
@detail_option
@database_option
def command(session: str, database: str | None, output: Output) -> None:
    """The debrief of a SESSION (an id from `rehearse sessions`; the last one if left out).

    \b
    rehearse debrief
    rehearse debrief last --format html -o debrief.html
    rehearse debrief last --format markdown --detail trainee
    """
    wanted = wanted_session(session, database)
    with opened_store(database) as store:
        hand_out([_debrief(store, wanted)], output)


def _debrief(store: "Store", session: str) -> "Debrief":
    """With the criteria of which supervisors' notes in this store say that the program is not reliable yet."""
    from simulator.desk.measuring import unreliable_criteria
    from simulator.records.noting import all_notes
    from simulator.records.stored_talk import stored_talk

    debrief = stored_talk(store, session).debrief()
    notes, _ = all_notes(store)
    return debrief.model_copy(update={"unreliable": unreliable_criteria(notes.values())})
