"""The file itself: where it is, who may read it, what it refuses, and what is said when it cannot be used."""

import os
import sqlite3
import stat
import subprocess
import sys
import zlib
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import platformdirs
import pytest
from made_once import AS_SHIPPED

import simulator.store.transactions
from simulator.errors import StoreError
from simulator.store.chain import verify_chain
from simulator.store.events import Event, SessionHead
from simulator.store.failures import storage_errors
from simulator.store.glimpse import glimpses
from simulator.store.place import database_path
from simulator.store.sqlite_store import SqliteStore, open_store

HEAD = SessionHead(id="a", scenario="ira", seed=1, started_at="2026-01-02T03:04:05Z", program="0.1.0")
SECRET = "the words nobody else should find"


def event(number: int, text: str = "words") -> Event:
    return Event(session="a", number=number, parent=number - 1 or None, kind="turn", at=number, body={"text": text})


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "new" / "deep" / "sessions.sqlite3"


@pytest.fixture
def filled(path: Path) -> Iterator[SqliteStore]:
    store = open_store(path, busy_seconds=0.05)
    store.create(HEAD.model_copy(update={"hashes": {"scenario": store.put_content("{}")}}))
    for number in (1, 2, 3):
        store.append(event(number))
    yield store
    store.close()


@pytest.fixture
def other(path: Path, filled: SqliteStore) -> Iterator[sqlite3.Connection]:
    """Another program's connection, without any of our settings."""
    connection = sqlite3.connect(path, isolation_level=None, timeout=0)
    yield connection
    connection.close()


class TestPlace:
    @pytest.mark.parametrize(
        ("option", "environment", "expected"),
        [
            ("/a/x.db", {"REHEARSE_DATABASE": "/b/y.db"}, "/a/x.db"),
            (None, {"REHEARSE_DATABASE": "/b/y.db"}, "/b/y.db"),
            ("", {"REHEARSE_DATABASE": "/b/y.db"}, "/b/y.db"),
            (None, {}, str(platformdirs.user_data_path("rehearse", False) / "sessions.sqlite3")),
            (None, {"REHEARSE_DATABASE": ""}, str(platformdirs.user_data_path("rehearse", False) / "sessions.sqlite3")),
            ("~/x.db", {}, str(Path.home() / "x.db")),
            ("x.db", {}, str(Path.cwd() / "x.db")),
            (":memory:", {}, str(Path.cwd() / ":memory:")),
        ],
    )
    def test_option_then_variable_then_the_users_folder(
        self, option: str | None, environment: dict[str, str], expected: str
    ) -> None:
        assert database_path(option, environment) == Path(expected).resolve()

    @pytest.mark.parametrize("option", ["a\0b", "~nobody-of-this-name/x"])
    def test_what_cannot_be_a_path_is_said(self, option: str) -> None:
        with pytest.raises(StoreError, match=r"cannot be a file.*--database"):
            database_path(option, {})


@pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")
class TestPrivacy:
    @pytest.fixture(autouse=True)
    def _generous_umask(self) -> Iterator[None]:
        before = os.umask(0o000)
        yield
        os.umask(before)

    def test_new_folders_are_0700_and_the_file_and_its_journal_0600(self, path: Path) -> None:
        store = open_store(path)
        store.create(HEAD)
        store._connection.execute("BEGIN IMMEDIATE")
        store._connection.execute("INSERT INTO claim VALUES ('a', 'me')")
        modes = {p.name: stat.S_IMODE(p.stat().st_mode) for p in path.parent.iterdir()}
        store.close()
        assert modes == {"sessions.sqlite3": 0o600, "sessions.sqlite3-journal": 0o600}
        assert [stat.S_IMODE(p.stat().st_mode) for p in list(path.parents)[:2]] == [0o700, 0o700]

    def test_what_was_there_keeps_its_permissions_and_the_umask_is_put_back(self, tmp_path: Path) -> None:
        shared = tmp_path / "shared"
        shared.mkdir(mode=0o750)
        file = shared / "s.sqlite3"
        file.touch(mode=0o640)
        open_store(file).close()
        assert [stat.S_IMODE(p.stat().st_mode) for p in (shared, file)] == [0o750, 0o640]
        assert os.umask(0) == 0

    def test_deleted_words_are_gone_from_the_file(self, path: Path, filled: SqliteStore) -> None:
        filled.append(event(4, SECRET))
        assert SECRET.encode() in path.read_bytes()
        filled.delete("a")
        assert SECRET.encode() not in path.read_bytes()


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "delete"),
        ("synchronous", 3),
        ("foreign_keys", 1),
        ("secure_delete", 1),
        ("recursive_triggers", 1),
    ],
)
def test_the_connection_is_set_for_safety(
    path: Path, monkeypatch: pytest.MonkeyPatch, pragma: str, value: object
) -> None:
    monkeypatch.setattr(simulator.store.transactions, "_SETTINGS", AS_SHIPPED)
    with closing(open_store(path)) as store:
        assert store._connection.execute(f"PRAGMA {pragma}").fetchone() == (value,)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE event SET body = '{}' WHERE number = 2",
        "DELETE FROM event WHERE number = 3",
        "DELETE FROM event",
        "INSERT OR REPLACE INTO event VALUES ('a', 2, 1, 'turn', 1.0, '{}', 'x')",
        "INSERT INTO event VALUES ('a', 5, 1, 'turn', 1.0, '{}', 'x')",
        "UPDATE session SET seed = 2",
        "UPDATE session_content SET name = 'rubric'",
        "UPDATE content SET packed = x'00'",
    ],
)
def test_the_tables_only_grow_whoever_writes(filled: SqliteStore, other: sqlite3.Connection, statement: str) -> None:
    before = filled.head("a"), filled.events("a")
    with pytest.raises(sqlite3.IntegrityError, match=r"events|stays as it began|never changed"):
        other.execute(statement)
    assert (filled.head("a"), filled.events("a")) == before


class TestOthersAtTheSameFile:
    @pytest.mark.parametrize("lock", ["BEGIN IMMEDIATE", "BEGIN EXCLUSIVE"])
    def test_a_busy_file_is_said_and_the_event_can_be_saved_later(
        self, filled: SqliteStore, other: sqlite3.Connection, lock: str
    ) -> None:
        other.execute(lock)
        with pytest.raises(StoreError, match="another program is writing to it; try again"):
            filled.append(event(4))
        other.execute("ROLLBACK")
        assert filled.append(event(4)).number == 4

    def test_a_reader_that_stays_holds_up_the_commit_and_nothing_is_half_saved(
        self, filled: SqliteStore, other: sqlite3.Connection
    ) -> None:
        other.execute("BEGIN")
        other.execute("SELECT * FROM event").fetchall()
        with pytest.raises(StoreError, match="another program"):
            filled.append(event(4))
        other.execute("COMMIT")
        assert [e.number for e in filled.events("a")] == [1, 2, 3]

    def test_reading_goes_on_while_another_prepares_to_write(
        self, filled: SqliteStore, other: sqlite3.Connection
    ) -> None:
        other.execute("BEGIN IMMEDIATE")
        assert len(filled.events("a")) == 3
        assert filled.sessions()[0].turns == 3

    def test_two_programs_in_one_session_do_not_mix(self, path: Path, filled: SqliteStore) -> None:
        second = open_store(path)
        second.append(event(4, "second"))
        with pytest.raises(StoreError, match=r"event 4 does not follow event 4.*another program.*resume"):
            filled.append(event(4, "first"))
        second.close()
        assert verify_chain(filled.head("a"), filled.events("a")) is None

    def test_opening_a_second_store_keeps_the_first_ones_lock(self, path: Path, filled: SqliteStore) -> None:
        filled._connection.execute("BEGIN IMMEDIATE")
        open_store(path, 0.0).close()
        # Only another process can see whether the lock is still there.
        program = "import sqlite3, sys; sqlite3.connect(sys.argv[1], timeout=0).execute('BEGIN IMMEDIATE')"
        tried = subprocess.run([sys.executable, "-c", program, path], capture_output=True, text=True, check=False)
        filled._connection.execute("ROLLBACK")
        assert "database is locked" in tried.stderr


def _limit(store: SqliteStore) -> None:
    pages = store._connection.execute("PRAGMA page_count").fetchone()[0]
    store._connection.execute(f"PRAGMA max_page_count = {pages}")


class TestFailures:
    def test_a_full_disk_is_said_and_what_was_saved_stays(self, path: Path, filled: SqliteStore) -> None:
        _limit(filled)
        with pytest.raises(StoreError, match=rf"^{path}: the disk is full; free some space and resume"):
            filled.append(event(4, "x" * 100_000))
        assert [e.number for e in filled.events("a")] == [1, 2, 3]

    def test_a_file_that_may_only_be_read_is_said(self, path: Path, filled: SqliteStore) -> None:
        reading = SqliteStore(sqlite3.connect(f"file:{path}?mode=ro", uri=True, isolation_level=None), str(path))
        assert len(reading.events("a")) == 3
        with pytest.raises(StoreError, match=r"may only be read; make the file and its folder writable"):
            reading.append(event(4))
        reading.close()

    def test_a_file_taken_away_while_open_is_said(self, path: Path, filled: SqliteStore) -> None:
        path.rename(path.with_name("elsewhere"))
        with pytest.raises(StoreError, match="the file was moved or deleted while it was open; put it back"):
            filled.append(event(4))

    def test_a_folder_is_no_database(self, tmp_path: Path) -> None:
        with pytest.raises(StoreError, match=rf"^{tmp_path}: it cannot be opened; it has to be a file"):
            open_store(tmp_path)

    def test_a_file_in_the_way_of_a_folder_is_said(self, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("x")
        for place in ("file/s.sqlite3", "file/deep/s.sqlite3"):
            with pytest.raises(StoreError, match=r"cannot be created: .*; choose a place you may write to"):
                open_store(tmp_path / place)

    def test_what_is_no_database_is_left_as_it_is(self, tmp_path: Path) -> None:
        file = tmp_path / "letter.txt"
        file.write_text("Dear reader, " * 100)
        with pytest.raises(StoreError, match="not a database of sessions, and nothing in it was changed"):
            open_store(file)
        assert file.read_text() == "Dear reader, " * 100

    def test_a_broken_page_is_said(self, path: Path, filled: SqliteStore) -> None:
        filled.close()
        content = bytearray(path.read_bytes())
        content[4096:] = b"\x55" * (len(content) - 4096)
        path.write_bytes(content)
        with pytest.raises(StoreError, match="the file is damaged; put a copy"), closing(open_store(path)) as store:
            store.events("a")

    @pytest.mark.parametrize(
        ("statement", "match"),
        [
            ("UPDATE event SET body = '{' WHERE number = 2", "event 2 of session a is damaged"),
            ("UPDATE event SET body = '\"\\ud800\"' WHERE number = 2", "event 2 of session a is damaged"),
            ("UPDATE event SET kind = 'edit' WHERE number = 3", "event 3 of session a is damaged"),
            ("UPDATE event SET body = x'ff' WHERE number = 3", "event 3 of session a is damaged"),
        ],
    )
    def test_events_changed_by_hand_are_said(
        self, filled: SqliteStore, other: sqlite3.Connection, statement: str, match: str
    ) -> None:
        other.execute("DROP TRIGGER event_unchanged")
        other.execute(statement)
        with pytest.raises(StoreError, match=match):
            filled.events("a")

    @pytest.mark.parametrize("packed", [b"", "text", b"no zlib", zlib.compress(b"[]")], ids=len)
    def test_content_changed_by_hand_is_said(
        self, filled: SqliteStore, other: sqlite3.Connection, packed: object
    ) -> None:
        other.execute("DROP TRIGGER content_unchanged")
        other.execute("UPDATE content SET packed = ?", (packed,))
        with pytest.raises(StoreError, match=r"content [0-9a-f]{64} is damaged"):
            filled.content(filled.head("a").hashes["scenario"])

    def test_a_session_changed_by_hand_is_said(self, filled: SqliteStore, other: sqlite3.Connection) -> None:
        other.execute("DROP TRIGGER session_unchanged")
        other.execute("UPDATE session SET trainee = 'Jo Ann'")
        for read in (lambda: filled.head("a"), filled.sessions):
            with pytest.raises(StoreError, match=r"session a is damaged.* or delete the session"):
                read()
        filled.delete("a")
        assert filled.sessions() == ()

    def test_an_event_taken_out_by_hand_is_said_where_it_is_missed(
        self, filled: SqliteStore, other: sqlite3.Connection
    ) -> None:
        other.execute("DROP TRIGGER event_stays")
        other.execute("DELETE FROM event WHERE number = 2")
        with pytest.raises(StoreError, match="event 2 of session a is damaged"):
            filled.append(event(4).model_copy(update={"parent": 2}))
        found = verify_chain(filled.head("a"), filled.events("a"))
        assert found is not None
        assert found.number == 2

    def test_a_kind_of_event_that_cannot_be_is_said_in_the_list_too(
        self, filled: SqliteStore, other: sqlite3.Connection
    ) -> None:
        other.execute("DROP TRIGGER event_unchanged")
        other.execute("UPDATE event SET kind = 'edit' WHERE number = 3")
        with pytest.raises(StoreError, match="session a is damaged"):
            filled.sessions()

    def test_an_id_that_is_no_utf8_is_said(self, filled: SqliteStore) -> None:
        with pytest.raises(StoreError, match="half a character"):
            filled.events("\udcff")

    def test_a_closed_store_says_so_and_may_be_closed_again(self, filled: SqliteStore) -> None:
        filled.close()
        filled.close()
        with pytest.raises(StoreError, match="closed"):
            filled.sessions()

    def test_a_failure_without_advice_of_its_own_still_names_the_place(self) -> None:
        with pytest.raises(StoreError, match=r"^here: cannot be read or written; .*\(odd\)$"), storage_errors("here"):
            raise sqlite3.OperationalError("odd")


def test_a_glimpse_tells_where_the_talk_stands_after_going_back(path: Path, filled: SqliteStore) -> None:
    filled.append(Event(session="a", number=4, parent=3, kind="end", at=4.0))
    filled.append(Event(session="a", number=5, parent=4, kind="back", at=4.0))
    assert [one.last for one in glimpses(path)] == [filled.sessions()[0].last] == ["end"]
