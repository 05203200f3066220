"""`rate`: what comes after the end of a session that was left too early for it."""

import click

from simulator.commands.completing import session_ids
from simulator.commands.database_option import LAST, database_option
from simulator.commands.finished_session import asked_about


@click.command("rate")
@click.argument("session", default=LAST, shell_complete=session_ids)
@database_option
def command(session: str, database: str | None) -> None:
    """Say how you saw a SESSION that is over (the last one if left out), before you read its debrief.

    \b
    rehearse rate
    rehearse rate k7mq-2xdr

    A session is rated once, for later you would know its levels. Questions about yourself follow; nobody judges them.
    """
    with asked_about(session, database) as (controller, ask):
        if controller.talk.is_rated:
            session = controller.talk.recording.head.id
            raise click.UsageError(f"session {session} is rated already; `rehearse debrief {session}` shows it")
        ask(controller.rate())
