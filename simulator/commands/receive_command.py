"""`receive`: a session from another computer, with what was written beside it there."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from simulator.commands.bundle_reading import read_bundle
from simulator.commands.database_option import database_option, opened_store
from simulator.render.counting import counted

if TYPE_CHECKING:
    from simulator.store.bundle_file import Bundle
    from simulator.store.protocol import Store


@click.command("receive")
@click.argument("file", type=click.Path(path_type=Path))
@database_option
def command(file: Path, database: str | None) -> None:
    """Take in the session of a bundle FILE: all of it where it is new here, else what it has more.

    \b
    rehearse receive monday.rehearse
    """
    bundle = read_bundle(file)
    with opened_store(database) as store:
        session = received(store, bundle)
    click.echo(f"its debrief: rehearse debrief {session}")


def received(store: "Store", bundle: "Bundle") -> str:
    """Take in a bundle, tell what came, and return its session."""
    from simulator.store.merging import merged

    session = bundle.head.id
    came = merged(store, bundle)
    if came.new:
        click.echo(f"session {session} is here now, with {counted(came.notes, 'note')}")
    elif came.events or came.notes:
        click.echo(f"session {session}: {counted(came.notes, 'note')} and {counted(came.events, 'event')} added")
    else:
        click.echo(f"session {session}: everything in it was here already")
    return session
