"""Sessions go where they should: to another computer and back, or away for good."""

import json
import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from simulator.commands.bundle_command import command as bundle
from simulator.commands.debrief_command import command as debrief
from simulator.commands.forget_command import command as forget
from simulator.commands.import_command import command as import_
from simulator.commands.play_command import command as play
from simulator.commands.purge_command import command as purge
from simulator.commands.receive_command import command as receive
from simulator.commands.review_command import command as review
from simulator.commands.verify_command import command as verify
from simulator.errors import ContentError, StoreError
from simulator.store.sqlite_store import open_store

TINY = str(Path(__file__).parent.parent / "chat" / "tiny.yaml")
SECRET = "The zebra lives in Petropavl"


@pytest.fixture(autouse=True)
def one_library(library, monkeypatch) -> None:
    """The codebook is made ready once for all tests."""
    monkeypatch.setattr("simulator.library.Library", lambda: library)


@pytest.fixture
def database(tmp_path, monkeypatch) -> Path:
    monkeypatch.setenv("REHEARSE_DATABASE", str(tmp_path / "sessions.sqlite3"))
    return tmp_path / "sessions.sqlite3"


def run(command, *arguments: object, answer: str = "") -> Result:
    return CliRunner().invoke(command, list(map(str, arguments)), input=answer)


def played(trainee: str) -> str:
    result = run(play, TINY, "--json", "--trainee", trainee, answer=f"{SECRET}\n")
    return json.loads(result.stdout)["session"]


class TestForget:
    def test_everything_of_a_trainee_is_gone(self, database, tmp_path):
        session, other = played("t-07"), played("t-08")
        file = tmp_path / "one.rehearse"
        assert run(bundle, session, "-o", file).exit_code == 0
        assert SECRET.encode() in database.read_bytes()
        result = run(forget, "t-07", "--yes")
        assert (result.exit_code, result.stdout) == (0, "1 session of t-07 deleted\n")
        assert f"written to: {file}" in result.stderr
        assert not file.exists()
        assert [row[0] for row in sqlite3.connect(database).execute("SELECT id FROM session")] == [other]

    def test_no_byte_of_the_words_is_left(self, database, tmp_path):
        played("t-07")
        run(forget, "t-07", "--yes")
        left = [path.name for path in tmp_path.rglob("*") if path.is_file() and SECRET.encode() in path.read_bytes()]
        assert left == []

    def test_it_asks_first(self, database):
        session = played("t-07")
        result = run(forget, "t-07", answer="n\n")
        assert result.exit_code == 1
        assert "cannot be brought back" in result.stderr
        assert run(verify, session).exit_code == 0

    def test_nobody_of_this_code_is_said(self, database):
        played("t-07")
        assert run(forget, "t-99").stdout.startswith("no session here is by t-99")

    def test_a_session_that_is_being_played_stays(self, database):
        session = played("t-07")
        store = open_store(database)
        store.claim(session, "process 1 on moon", lambda owner: True)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("simulator.commands.writing.is_running", lambda owner: True)
            assert "is open in another program" in str(run(forget, "t-07", "--yes").exception)
        assert [one.head.id for one in store.sessions()] == [session]


def age(database: Path) -> None:
    """Let all sessions have begun a hundred days ago."""
    began = (datetime.now(UTC) - timedelta(days=100)).strftime("%Y-%m-%dT%H:%M:%SZ")
    with sqlite3.connect(database) as connection:
        connection.execute("DROP TRIGGER session_unchanged")
        connection.execute("UPDATE session SET started_at = ?", (began,))


class TestPurge:
    @pytest.fixture
    def old(self, database) -> str:
        """A session begun a hundred days ago."""
        session = played("t-07")
        age(database)
        return session

    def test_what_is_old_goes_and_what_is_not_stays(self, database, old):
        young = played("t-07")
        result = run(purge, "--older-than", "90d", "--yes")
        assert result.stdout.splitlines()[0].startswith(old)
        assert result.stdout.splitlines()[-1] == "1 deleted"
        assert [one.head.id for one in open_store(database).sessions()] == [young]

    @pytest.mark.parametrize(
        "arguments",
        [("--older-than", "90d", "--dry-run"), ("--older-than", "1y", "--yes"), ("--older-than", "3000y", "--yes")],
    )
    def test_nothing_goes_that_need_not(self, database, old, arguments):
        assert run(purge, *arguments).exit_code == 0
        assert [one.head.id for one in open_store(database).sessions()] == [old]

    def test_a_talk_without_a_scenario_is_listed_as_one(self, database, tmp_path):
        talk = tmp_path / "talk.txt"
        talk.write_text("Counselor: hi\nSam: hello\n", encoding="utf-8")
        assert run(import_, talk, "--trainee", "K7").exit_code == 0
        age(database)
        assert run(purge, "--older-than", "90d", "--dry-run").stdout.splitlines()[0].endswith("  no scenario, K7")

    @pytest.mark.parametrize("given", ["90", "d", "0d", "-1d", "1 day", "999999d"])
    def test_what_is_no_age_is_said(self, database, given):
        result = run(purge, f"--older-than={given}")
        assert result.exit_code == 2
        assert "write a number and d, w, m (30 days) or y (365), such as 90d" in result.output


class TestBundle:
    def test_a_session_goes_to_another_computer_and_its_notes_come_back(self, database, tmp_path):
        session = played("t-07")
        file, other = tmp_path / "s.rehearse", tmp_path / "other.sqlite3"
        run(bundle, "-o", file)
        assert f"session {session} is here now, with 0 notes" in run(receive, file, "--database", other).stdout
        here, there = (run(debrief, session, "--json", "--database", place).stdout for place in (database, other))
        assert here == there
        assert "everything in it was here already" in run(receive, file).stdout

    def test_a_file_is_not_written_before_it_is_remembered(self, database, tmp_path, monkeypatch):
        session = played("t-07")
        file = tmp_path / "s.rehearse"

        def busy(*_: object) -> None:
            raise StoreError("busy")

        monkeypatch.setattr("simulator.store.sqlite_store.SqliteStore.note_export", busy)
        assert str(run(bundle, session, "-o", file).exception) == "busy"
        assert not file.exists()

    @pytest.mark.slow
    def test_a_locked_one_needs_its_passphrase(self, database, tmp_path, monkeypatch):
        session = played("t-07")
        file, other = tmp_path / "s.rehearse", tmp_path / "other.sqlite3"
        assert run(bundle, "--lock", "-o", file, answer="tea\ntea\n").exit_code == 0
        assert isinstance(run(receive, file, "--database", other, answer="bread\n").exception, ContentError)
        assert not other.exists()
        assert session in run(receive, file, "--database", other, answer="tea\n").stdout
        monkeypatch.setenv("REHEARSE_PASSPHRASE", "tea")
        assert run(verify, file).exit_code == 0

    def test_a_file_that_is_no_bundle_is_said(self, database, tmp_path):
        (tmp_path / "x").write_text("hello")
        assert "make one with `rehearse bundle`" in str(run(receive, tmp_path / "x").exception)
        assert "cannot be read" in str(run(receive, tmp_path / "y").exception)


class TestVerify:
    def test_a_debrief_is_made_again(self, database, tmp_path):
        played("t-07")
        file = tmp_path / "debrief.json"
        run(debrief, "--json", "-o", file)
        result = run(verify, file)
        assert (result.exit_code, result.stdout.count("yes:")) == (0, 3)
        file.write_text(file.read_text().replace('"level":"not_yet"', '"level":"met"', 1))
        result = run(verify, file)
        assert result.exit_code == 1
        assert "NOT SO: the debrief is what its words make of it: criteria[" in result.stdout
        assert [bool(check["wrong"]) for check in json.loads(run(verify, file, "--json").stdout)] == [
            False,
            False,
            True,
        ]

    def test_a_bundle_is_enough(self, database, tmp_path):
        played("t-07")
        file, words = tmp_path / "s.rehearse", tmp_path / "debrief.json"
        run(bundle, "-o", file)
        run(debrief, "--json", "-o", words)
        database.unlink()
        assert run(verify, words, "--bundle", file).exit_code == 0

    def test_what_is_no_debrief_is_said(self, database, tmp_path):
        (tmp_path / "x.json").write_text("{}x")
        assert "it is no debrief of this version" in str(run(verify, tmp_path / "x.json").exception)


class TestABundleIsReviewed:
    def test_it_is_taken_in_and_the_comments_go_back(self, database, tmp_path):
        session = played("t-07")
        there, back, desk = tmp_path / "there.rehearse", tmp_path / "back.rehearse", tmp_path / "desk.sqlite3"
        run(bundle, "-o", there)
        said = run(review, there, "--as", "s-1", "--comment", "1: a calm beginning", "--database", desk)
        assert said.exit_code == 0
        assert f"session {session} is here now" in said.stdout
        run(bundle, session, "-o", back, "--database", desk)
        assert f"session {session}: 1 note and 0 events added" in run(receive, back).stdout
        assert "a calm beginning" in run(debrief, session).stdout
