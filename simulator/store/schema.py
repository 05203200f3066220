"""The tables, by schema number, and the way from each number to the next.

History (PRAGMA user_version):
1  the first: content, session, session_content, event, claim.
2  session.manner; export: the files that words of a session were written to.
3  derived: what was worked out from a session, kept so that it need not be worked out each time.
"""

import sqlite3
from collections.abc import Sequence

from simulator.errors import StoreError
from simulator.store.transactions import transaction

# "RHRS", so that no other program's database is taken for ours.
APPLICATION_ID = 0x52485253

# An event goes only with its session: by the time the cascade reaches it, the session's row is gone.
# Refusing a number that is not the next one also stops INSERT OR REPLACE, which fires no DELETE trigger.
_SCHEMA_1 = (
    f"PRAGMA application_id = {APPLICATION_ID}",
    "CREATE TABLE content (sha256 TEXT PRIMARY KEY NOT NULL, packed BLOB NOT NULL)",
    """CREATE TABLE session (ordinal INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, trainee TEXT, scenario TEXT NOT NULL,
        seed INTEGER NOT NULL, started_at TEXT NOT NULL, program TEXT NOT NULL, mode TEXT NOT NULL)""",
    """CREATE TABLE session_content (session TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
        name TEXT NOT NULL, content TEXT NOT NULL REFERENCES content (sha256), PRIMARY KEY (session, name))""",
    "CREATE INDEX session_content_by_content ON session_content (content)",
    """CREATE TABLE event (session TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
        number INTEGER NOT NULL CHECK (number >= 1), parent INTEGER CHECK (parent < number), kind TEXT NOT NULL,
        at REAL NOT NULL, body TEXT NOT NULL, sha256 TEXT NOT NULL, PRIMARY KEY (session, number),
        FOREIGN KEY (session, parent) REFERENCES event (session, number))""",
    """CREATE TABLE claim (session TEXT PRIMARY KEY NOT NULL REFERENCES session (id) ON DELETE CASCADE,
        owner TEXT NOT NULL)""",
    """CREATE TRIGGER event_in_order BEFORE INSERT ON event
        WHEN NEW.number <> 1 + (SELECT coalesce(max(number), 0) FROM event WHERE session = NEW.session)
        BEGIN SELECT RAISE(ABORT, 'events are added one after the other'); END""",
    """CREATE TRIGGER event_stays BEFORE DELETE ON event
        WHEN EXISTS (SELECT 1 FROM session WHERE id = OLD.session)
        BEGIN SELECT RAISE(ABORT, 'events go only with their whole session'); END""",
    """CREATE TRIGGER event_unchanged BEFORE UPDATE ON event
        BEGIN SELECT RAISE(ABORT, 'events are never changed'); END""",
    """CREATE TRIGGER session_unchanged BEFORE UPDATE ON session
        BEGIN SELECT RAISE(ABORT, 'a session stays as it began'); END""",
    """CREATE TRIGGER session_content_unchanged BEFORE UPDATE ON session_content
        BEGIN SELECT RAISE(ABORT, 'a session stays as it began'); END""",
    """CREATE TRIGGER content_unchanged BEFORE UPDATE ON content
        BEGIN SELECT RAISE(ABORT, 'content is never changed'); END""",
)

_SCHEMA_2 = (
    "ALTER TABLE session ADD COLUMN manner TEXT NOT NULL DEFAULT 'practice'",
    """CREATE TABLE export (session TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE, file TEXT NOT NULL,
        PRIMARY KEY (session, file))""",
)

_SCHEMA_3 = (
    """CREATE TABLE derived (session TEXT PRIMARY KEY NOT NULL REFERENCES session (id) ON DELETE CASCADE,
        made_from TEXT NOT NULL, text TEXT NOT NULL)""",
)

Migration = Sequence[str]
"""The statements that lead from one schema to the next."""
# MIGRATIONS[n] leads from schema n to n + 1; an entry is never changed once it was released.
MIGRATIONS: tuple[Migration, ...] = (_SCHEMA_1, _SCHEMA_2, _SCHEMA_3)


def refuse_foreign(connection: sqlite3.Connection, place: str) -> None:
    """StoreError for a newer schema or another program's database; reads only."""
    number = schema_number(connection)
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    if (tables or number or application) and application != APPLICATION_ID:
        raise StoreError(
            f"{place}: it belongs to another program, and nothing in it was changed; "
            "name another file with --database or REHEARSE_DATABASE"
        )
    if number > len(MIGRATIONS):
        raise StoreError(
            f"{place}: it has schema {number} and this version knows schemas up to {len(MIGRATIONS)}; "
            "nothing in it was changed: use the newer version that wrote it"
        )


def migrate(connection: sqlite3.Connection, migrations: Sequence[Migration] = MIGRATIONS) -> None:
    """Bring the database to the newest schema, all the way or not at all."""
    if schema_number(connection) >= len(migrations):
        return
    with transaction(connection):
        # Read again: another program may have done it while this one waited for its turn.
        for number in range(schema_number(connection), len(migrations)):
            for statement in (*migrations[number], f"PRAGMA user_version = {number + 1}"):
                connection.execute(statement)


def schema_number(connection: sqlite3.Connection) -> int:
    """The number saved in the file; 0 in an empty one."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])
