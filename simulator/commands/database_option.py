"""The option every command shares that works with sessions on disk."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from simulator.commands.configured import configured

if TYPE_CHECKING:
    from simulator.store.events import SessionSummary
    from simulator.store.sqlite_store import SqliteStore

database_option = click.option(
    "--database", metavar="PATH", help="The file with the sessions (else as configured, else in your data folder)."
)
"""The path itself comes from `store_place`."""


def store_place(option: str | None) -> Path:
    """The file with the sessions, by option, configuration or platform."""
    from simulator.store.place import database_path

    return database_path(option or configured("database"), os.environ)


@contextmanager
def opened_store(option: str | None) -> Iterator["SqliteStore"]:
    """The store, made where there is none, and closed in the end."""
    from simulator.store.sqlite_store import open_store

    store = open_store(store_place(option))
    try:
        yield store
    finally:
        store.close()


def sessions_so_far(option: str | None) -> "tuple[SessionSummary, ...]":
    """All sessions; none, and no file made, where there is no file yet."""
    if not store_place(option).exists():
        return ()
    with opened_store(option) as store:
        return store.sessions()


def some_sessions(option: str | None) -> "tuple[SessionSummary, ...]":
    """All sessions. UsageError where there is none."""
    sessions = sessions_so_far(option)
    if not sessions:
        raise click.UsageError("there is no session yet; begin one with `rehearse play`")
    return sessions


LAST = "last"
"""Stands for the latest session wherever one is named."""


def wanted_session(named: str, option: str | None) -> str:
    """The id itself, or that of the latest session for `last`. UsageError where there is no session at all."""
    if named != LAST and store_place(option).exists():
        return named
    return some_sessions(option)[-1].head.id
