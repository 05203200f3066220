"""The Store in one SQLite file: rollback journal, one short transaction per event."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from simulator.errors import StoreError
from simulator.store import statements
from simulator.store.canonical_json import sha256_of
from simulator.store.chain import refuse_unless_next, root_hash, sealed
from simulator.store.events import Event, SessionHead, SessionSummary, StoredEvent
from simulator.store.failures import DamageError, storage_errors, unknown
from simulator.store.place import make_private_file
from simulator.store.protocol import Store
from simulator.store.rows import Row, event_row, head_row, packed, to_event, to_head, to_summary, unpacked
from simulator.store.schema import migrate, refuse_foreign
from simulator.store.transactions import connected, settle, snapshot, transaction

BUSY_SECONDS = 5.0


def open_store(path: Path, busy_seconds: float = BUSY_SECONDS) -> "SqliteStore":
    """The store in this file, created or brought to the newest schema; waits `busy_seconds` for other writers."""
    make_private_file(path)
    return _opened(str(path), busy_seconds)


def open_in_memory() -> "SqliteStore":
    """A store that is gone when it is closed."""
    return _opened(":memory:", 0.0)


def _opened(name: str, busy_seconds: float) -> "SqliteStore":
    with storage_errors(name):
        connection = connected(name, busy_seconds)
        try:
            refuse_foreign(connection, name)
            settle(connection)
            migrate(connection)
        except BaseException:
            connection.close()
            raise
    return SqliteStore(connection, name)


class SqliteStore(Store):
    """A Store on an open, migrated connection; `place` is the file's name for messages."""

    def __init__(self, connection: sqlite3.Connection, place: str) -> None:
        self._connection = connection
        self._place = place

    def create(self, head: SessionHead) -> None:
        with self._writing():
            if self._rows("SELECT 1 FROM session WHERE id = ?", head.id):
                raise StoreError(f"{self._place}: there is a session {head.id} already; begin it under another id")
            self._connection.execute(statements.ADD_SESSION, head_row(head))
            for name, sha256 in head.hashes.items():
                self._packed(sha256)
                self._connection.execute("INSERT INTO session_content VALUES (?, ?, ?)", (head.id, name, sha256))

    def append(self, event: Event) -> StoredEvent:
        with self._writing():
            head = self._head(event.session)
            newest = self._rows("SELECT coalesce(max(number), 0) FROM event WHERE session = ?", event.session)[0][0]
            refuse_unless_next(event, newest)
            stored = sealed(event, self._hash_before(event, head))
            self._connection.execute(statements.ADD_EVENT, event_row(stored))
        return stored

    def head(self, session: str) -> SessionHead:
        with self._reading():
            return self._head(session)

    def events(self, session: str) -> tuple[StoredEvent, ...]:
        with self._reading():
            self._head(session)
            return tuple(to_event(row) for row in self._rows(statements.EVENTS, session))

    def sessions(self) -> tuple[SessionSummary, ...]:
        with self._reading():
            return tuple(to_summary(row, self._hashes(row[0])) for row in self._rows(statements.SUMMARIES))

    def has_session(self, session: str) -> bool:
        with self._reading():
            return bool(self._rows("SELECT 1 FROM session WHERE id = ?", session))

    def summary(self, session: str) -> SessionSummary:
        with self._reading():
            self._head(session)
            return to_summary(self._rows(statements.SUMMARY, session)[0], self._hashes(session))

    def with_notes(self) -> tuple[str, ...]:
        with self._reading():
            return tuple(row[0] for row in self._rows(statements.WITH_NOTES))

    def delete(self, session: str) -> None:
        with self._writing():
            # Without reading the head: a damaged session can be deleted too.
            hashes = self._hashes(session)
            if not self._connection.execute("DELETE FROM session WHERE id = ?", (session,)).rowcount:
                raise self._unknown(session)
            for sha256 in hashes.values():
                self._connection.execute(statements.UNNAMED, (sha256,))

    def note_export(self, session: str, file: str) -> None:
        with self._writing():
            self._head(session)
            self._connection.execute("INSERT OR IGNORE INTO export VALUES (?, ?)", (session, file))

    def exports(self, session: str) -> tuple[str, ...]:
        with self._reading():
            self._head(session)
            return tuple(row[0] for row in self._rows("SELECT file FROM export WHERE session = ? ORDER BY 1", session))

    def keep_derived(self, session: str, made_from: str, text: str) -> None:
        with self._writing():
            self._head(session)
            self._connection.execute("INSERT OR REPLACE INTO derived VALUES (?, ?, ?)", (session, made_from, text))

    def derived(self, session: str, made_from: str) -> str | None:
        with self._reading():
            self._head(session)
            return next((str(row[0]) for row in self._rows(statements.DERIVED, session, made_from)), None)

    def put_content(self, text: str) -> str:
        sha256 = sha256_of(text)
        with self._writing():
            if not self._rows("SELECT 1 FROM content WHERE sha256 = ?", sha256):
                self._connection.execute("INSERT INTO content VALUES (?, ?)", (sha256, packed(text)))
        return sha256

    def has_content(self, sha256: str) -> bool:
        with self._reading():
            return bool(self._rows("SELECT 1 FROM content WHERE sha256 = ?", sha256))

    def content(self, sha256: str) -> str:
        with self._reading():
            return unpacked(sha256, self._packed(sha256))

    def claim(self, session: str, owner: str, is_alive: Callable[[str], bool]) -> None:
        with self._writing():
            self._head(session)
            for (holder,) in self._rows("SELECT owner FROM claim WHERE session = ?", session):
                if holder != owner and is_alive(holder):
                    raise StoreError(
                        f"{self._place}: session {session} is open in another program ({holder}); "
                        "go on there, or close it there first"
                    )
            self._connection.execute("INSERT OR REPLACE INTO claim VALUES (?, ?)", (session, owner))

    def release(self, session: str, owner: str) -> None:
        with self._writing():
            self._connection.execute("DELETE FROM claim WHERE session = ? AND owner = ?", (session, owner))

    def close(self) -> None:
        with storage_errors(self._place):
            self._connection.close()

    @contextmanager
    def _writing(self) -> Iterator[None]:
        with storage_errors(self._place), transaction(self._connection):
            yield

    @contextmanager
    def _reading(self) -> Iterator[None]:
        with storage_errors(self._place), snapshot(self._connection):
            yield

    def _rows(self, question: str, *values: object) -> list[Row]:
        return self._connection.execute(question, values).fetchall()

    def _head(self, session: str) -> SessionHead:
        rows = self._rows(statements.HEAD, session)
        if not rows:
            raise self._unknown(session)
        return to_head(rows[0], self._hashes(session))

    def _hashes(self, session: str) -> dict[str, str]:
        return dict(self._rows("SELECT name, content FROM session_content WHERE session = ?", session))

    def _unknown(self, session: str) -> StoreError:
        return unknown(self._place, session, [row[0] for row in self._rows("SELECT id FROM session ORDER BY id")])

    def _hash_before(self, event: Event, head: SessionHead) -> str:
        if event.parent is None:
            return root_hash(head)
        rows = self._rows("SELECT sha256 FROM event WHERE session = ? AND number = ?", event.session, event.parent)
        if not rows:
            raise DamageError(f"event {event.parent} of session {event.session}")
        return str(rows[0][0])

    def _packed(self, sha256: str) -> bytes:
        rows = self._rows("SELECT CAST(packed AS BLOB) FROM content WHERE sha256 = ?", sha256)
        if not rows:
            raise StoreError(f"{self._place}: no content {sha256} here; put it before a session names it")
        return bytes(rows[0][0])
