"""Taking sessions away for good: what is listed first, asked about, and gone afterwards."""

from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import click

from simulator.commands.writing import claimed

if TYPE_CHECKING:
    from simulator.store.protocol import Store


yes_option = click.option("--yes", is_flag=True, help="Do not ask.")


def forgotten(store: "Store", sessions: Sequence[str], question: str, yes: bool) -> None:
    """Delete the sessions and the files their words were written to, once that is agreed to: by `yes`, or when asked.

    StoreError where somebody is playing one of them; nothing is deleted then.
    """
    with ExitStack() as held:
        for session in sessions:
            held.enter_context(claimed(store, session))
        files = sorted({file for session in sessions for file in store.exports(session)})
        for file in files:
            click.echo(f"written to: {file}", err=True)
        if not yes and not click.confirm(question, err=True):
            raise click.Abort
        for session in sessions:
            store.delete(session)
    _remove(files)


def _remove(files: Sequence[str]) -> None:
    for file in files:
        try:
            Path(file).unlink(missing_ok=True)
        except OSError as wrong:
            click.echo(f"rehearse: {file}: cannot be deleted ({wrong.strerror}); delete it yourself", err=True)
