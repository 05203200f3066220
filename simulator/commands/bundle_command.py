"""`bundle`: one file with a whole session, to be handed to a supervisor and back."""

from pathlib import Path

import click

from simulator.commands.bundle_reading import VARIABLE, passphrase
from simulator.commands.completing import session_ids
from simulator.commands.database_option import LAST, database_option, opened_store, wanted_session
from simulator.commands.output import output_option, save_noted


@click.command("bundle")
@click.argument("session", default=LAST, shell_complete=session_ids)
@output_option
@click.option("--lock", is_flag=True, help=f"Ask for a passphrase and encrypt it (age format); or set {VARIABLE}.")
@database_option
def command(session: str, file: Path | None, lock: bool, database: str | None) -> None:
    """Put a SESSION (the last one if left out) into one file: its words, its content, its notes.

    \b
    rehearse bundle -o monday.rehearse
    rehearse bundle k7mq-2xdr --lock -o monday.rehearse
    rehearse receive monday.rehearse           on the other computer

    The other computer makes the same debrief of it. What a supervisor writes there travels back the same way.
    """
    from simulator.store.bundle_file import bundled, locked, to_bytes

    wanted = wanted_session(session, database)
    target = file or Path(f"{wanted}.rehearse")
    with opened_store(database) as store:
        data = to_bytes(bundled(store, wanted))
        content = locked(data, passphrase("A passphrase for it", twice=True)) if lock else data
        save_noted(store, [wanted], target, content)
    click.echo(f"session {wanted} is in {target}" + ("" if lock else "; whoever has the file can read it"))
