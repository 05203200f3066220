"""`contest`: the trainee sees a level, or a turn, differently, and says why."""

import click

from simulator.commands.completing import session_ids
from simulator.commands.database_option import database_option, opened_store, wanted_session
from simulator.commands.writing import claimed, new_pen


@click.command("contest")
@click.argument("session", shell_complete=session_ids)
@click.argument("thing", metavar="CRITERION|TURN")
@click.argument("words")
@database_option
def command(session: str, thing: str, words: str, database: str | None) -> None:
    """Say that you see something in SESSION differently: a level by its CRITERION, or a TURN by its number.

    \b
    rehearse contest k7mq-2xdr open-questions "two of them were open, he just answered in one word"
    rehearse contest k7mq-2xdr 4 "that was no advice, she asked for it"

    Your supervisor finds it in the queue; your words stand beside the program's and theirs.
    """
    from simulator.desk.archive import Archive
    from simulator.desk.said import contest
    from simulator.errors import SimulatorError
    from simulator.records.noting import add_note

    wanted = wanted_session(session, database)
    with opened_store(database) as store, claimed(store, wanted):
        debrief = Archive(store).debrief(wanted)
        try:
            kind, said = contest(debrief, thing, words)
        except SimulatorError as wrong:
            raise click.UsageError(str(wrong)) from None
        add_note(store, wanted, kind(**new_pen(debrief.header.trainee, "trainee").signed(), **said))
    click.echo(f"noted; the queue shows it to your supervisor, and `rehearse debrief {wanted}` keeps it")
