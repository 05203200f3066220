"""Connections to SQLite as sessions need them, and transactions that end one way or the other."""

import sqlite3
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress

# secure_delete writes zeros over what is deleted. EXTRA also syncs the folder after the journal is removed: otherwise
# a power cut can bring the journal back, and with it the state before the commit.
_SETTINGS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA recursive_triggers = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA secure_delete = ON",
    "PRAGMA synchronous = EXTRA",
    "PRAGMA journal_mode = DELETE",
)


def connected(name: str, busy_seconds: float) -> sqlite3.Connection:
    """A connection that begins no transaction of its own accord; nothing is read or written yet."""
    return sqlite3.connect(name, timeout=busy_seconds, isolation_level=None)


def settle(connection: sqlite3.Connection) -> None:
    """Make commits durable and deleted rows unreadable; the journal mode is written to the file."""
    for setting in _SETTINGS:
        connection.execute(setting).fetchall()


def transaction(connection: sqlite3.Connection) -> AbstractContextManager[None]:
    """Write together what is written inside, or nothing of it if anything is raised; other writers wait."""
    return _ended(connection, "BEGIN IMMEDIATE")


def snapshot(connection: sqlite3.Connection) -> AbstractContextManager[None]:
    """Read one state of the file, whatever others write meanwhile."""
    return _ended(connection, "BEGIN")


@contextmanager
def _ended(connection: sqlite3.Connection, begin: str) -> Iterator[None]:
    connection.execute(begin)
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        # The failure that led here is the one to tell of.
        with suppress(sqlite3.Error):
            if connection.in_transaction:
                connection.execute("ROLLBACK")
        raise
