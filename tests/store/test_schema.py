"""Every schema that was ever released opens; what is newer or somebody else's is left alone."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from simulator.errors import StoreError
from simulator.store.chain import verify_chain
from simulator.store.events import Event
from simulator.store.schema import APPLICATION_ID, MIGRATIONS, migrate, schema_number
from simulator.store.sqlite_store import open_store

# One frozen file for every schema number that was released.
FROZEN = {number: Path(__file__).with_name(f"schema_{number}.sql").read_text(encoding="utf-8") for number in (1, 2, 3)}


def made(path: Path, script: str) -> Path:
    connection = sqlite3.connect(path)
    connection.executescript(script)
    connection.close()
    return path


def number_and_tables(path: Path) -> tuple[int, set[str]]:
    connection = sqlite3.connect(path)
    rows = connection.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    number = schema_number(connection)
    connection.close()
    return number, {" ".join(sql.split()) for (sql,) in rows}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "sessions.sqlite3"


def test_every_released_schema_has_its_frozen_file() -> None:
    assert set(FROZEN) == set(range(1, len(MIGRATIONS) + 1))


@pytest.mark.parametrize("number", FROZEN)
def test_a_released_schema_opens_with_everything_in_it(path: Path, number: int) -> None:
    store = open_store(made(path, FROZEN[number]))
    [summary] = store.sessions()
    events = store.events("k7mq-2xdr")
    assert (summary.head.trainee, summary.turns, summary.last) == ("t-07", 1, "turn")
    assert [(event.parent, event.kind, event.at) for event in events] == [
        (None, "turn", 1.5),
        (1, "reply", 2.0),
        (None, "turn", 9.25),
    ]
    assert events[0].body == {"text": "Привет 👋", "where": "dm"}
    assert verify_chain(summary.head, events) is None
    assert store.content(summary.head.hashes["scenario"]) == '{"id":"ira"}'
    with pytest.raises(StoreError, match="12@here"):
        store.claim("k7mq-2xdr", "13@here", lambda owner: True)
    assert store.append(Event(session="k7mq-2xdr", number=4, parent=3, kind="end", at=10)).number == 4
    store.close()


@pytest.mark.parametrize("empty", [True, False], ids=["an empty file", "no file"])
def test_a_new_database_has_exactly_the_newest_schema(tmp_path: Path, path: Path, empty: bool) -> None:
    if empty:
        path.touch()
    open_store(path).close()
    frozen = made(tmp_path / "frozen.sqlite3", FROZEN[len(MIGRATIONS)])
    assert number_and_tables(path) == number_and_tables(frozen)


OURS = f"PRAGMA application_id = {APPLICATION_ID};"


@pytest.mark.parametrize(
    ("script", "message"),
    [
        (f"{OURS} PRAGMA user_version = 99; CREATE TABLE t (x)", "schema 99 .* up to 3; nothing in it was changed"),
        (f"{OURS} PRAGMA user_version = 4; PRAGMA journal_mode = WAL", "schema 4 .* use the newer version"),
        ("CREATE TABLE bookmarks (x)", "belongs to another program, and nothing in it was changed"),
        ("PRAGMA user_version = 1", "belongs to another program"),
        ("PRAGMA application_id = 5", "belongs to another program"),
        ("PRAGMA application_id = 5; PRAGMA user_version = 1; CREATE TABLE session (x)", "belongs to another program"),
    ],
)
def test_what_is_newer_or_not_ours_is_refused_unchanged(path: Path, script: str, message: str) -> None:
    before = made(path, script).read_bytes()
    with pytest.raises(StoreError, match=rf"^{path}: .*{message}"):
        open_store(path)
    assert path.read_bytes() == before


class TestSteps:
    @pytest.fixture
    def connection(self) -> Iterator[sqlite3.Connection]:
        with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
            yield connection

    def test_they_run_in_order_from_where_the_file_stands(self, connection: sqlite3.Connection) -> None:
        first, *more = ([f"INSERT INTO ran VALUES ({n})"] for n in (1, 2, 3))
        steps = [["CREATE TABLE ran (step)", *first], *more]
        migrate(connection, steps[:1])
        migrate(connection, steps)
        migrate(connection, steps)
        assert connection.execute("SELECT step FROM ran").fetchall() == [(1,), (2,), (3,)]
        assert schema_number(connection) == 3

    def test_a_step_that_fails_leaves_the_file_as_it_was(self, connection: sqlite3.Connection) -> None:
        half = ("CREATE TABLE half (x)", "CREATE TABLE half (x)")
        with pytest.raises(sqlite3.OperationalError, match="half already exists"):
            migrate(connection, (*MIGRATIONS, half))
        assert schema_number(connection) == 0
        assert connection.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)
