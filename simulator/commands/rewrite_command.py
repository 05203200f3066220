"""`rewrite`: an own turn of a session that is over, written again."""

import click

from simulator.commands.completing import session_ids
from simulator.commands.database_option import LAST, database_option
from simulator.commands.finished_session import asked_about


@click.command("rewrite")
@click.argument("session", default=LAST, shell_complete=session_ids)
@click.argument("turn", type=int, required=False)
@database_option
def command(session: str, turn: int | None, database: str | None) -> None:
    """Write a TURN of a SESSION that is over again, and see at once what changes (the last ones if left out).

    \b
    rehearse rewrite
    rehearse rewrite last 3
    rehearse rewrite k7mq-2xdr 3

    The talk stays as it was; words you keep stand beside it in the debrief.
    """
    with asked_about(session, database) as (controller, ask):
        count = len(controller.talk.recording.session.turns)
        number = count if turn is None else turn
        if not 1 <= number <= count:
            raise click.UsageError(f"there is no turn {number}; the session has {count}, counted from 1")
        ask(controller.rewrite(number))
