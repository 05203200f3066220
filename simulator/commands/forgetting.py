"""Taking sessions away for good: what is listed first, asked about, and gone afterwards."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from simulator.commands.running_process import is_running, this_process

if TYPE_CHECKING:
    from simulator.store.protocol import Store


def forgotten(store: "Store", sessions: Sequence[str], question: str) -> None:
    """Delete the sessions and the files their words were written to, once `question` (empty: none) is agreed to.

    StoreError where somebody is playing one of them; nothing is deleted then.
    """
    owner = this_process()
    claimed: list[str] = []
    try:
        for session in sessions:
            store.claim(session, owner, is_running)
            claimed.append(session)
        files = sorted({file for session in sessions for file in store.exports(session)})
        for file in files:
            click.echo(f"written to: {file}", err=True)
        if question and not click.confirm(question, err=True):
            raise click.Abort
        for session in sessions:
            store.delete(session)
            claimed.remove(session)
    finally:
        for session in claimed:
            store.release(session, owner)
    _remove(files)


def _remove(files: Sequence[str]) -> None:
    for file in files:
        try:
            Path(file).unlink(missing_ok=True)
        except OSError as wrong:
            click.echo(f"rehearse: {file}: cannot be deleted ({wrong.strerror}); delete it yourself", err=True)
