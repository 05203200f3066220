"""`forget`: everything a trainee ever wrote here, gone."""

import click

from simulator.commands.completing import trainee_codes
from simulator.commands.database_option import database_option, opened_store, sessions_so_far
from simulator.commands.forgetting import forgotten, yes_option
from simulator.render.counting import counted


@click.command("forget")
@click.argument("trainee", metavar="CODE", shell_complete=trainee_codes)
@yes_option
@database_option
def command(trainee: str, yes: bool, database: str | None) -> None:
    """Delete every session of the trainee with this CODE, and the exports and bundles made of them on this computer.

    \b
    rehearse forget K7

    What was copied elsewhere is not known here; see README, "How long things are kept".
    """
    sessions = [one.head.id for one in sessions_so_far(database) if one.head.trainee == trainee]
    if not sessions:
        click.echo(f"no session here is by {trainee}; `rehearse sessions` lists those there are")
        return
    count = f"{counted(len(sessions), 'session')} of {trainee}"
    with opened_store(database) as store:
        forgotten(store, sessions, f"Delete {count} and the files above? They cannot be brought back", yes)
    click.echo(f"{count} deleted")
