"""`debrief`: the debrief of a session in the store, which is only looked at."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from simulator.commands.debrief_command import command
from simulator.library import Library
from simulator.records.recording import Beginning, Recording, begin
from simulator.store.events import Event
from simulator.store.sqlite_store import open_store

HELLO = "Hi, I'm Oleg, a peer counselor. What brings you here?"


@pytest.fixture(scope="module")
def library() -> Library:
    return Library()


@pytest.fixture
def database(tmp_path) -> Path:
    return tmp_path / "sessions.sqlite3"


def record(library: Library, database: Path, session: str, scenario: str = "ira-hiv-test") -> Recording:
    frozen = library.frozen(scenario)
    beginning = Beginning(session, "T-07", "2026-01-05T20:00:00Z", 1, "virtual")
    return begin(open_store(database), frozen, library.readers("en"), beginning)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(command, list(arguments))


def test_the_last_session_is_told_in_each_format(library, database):
    record(library, database, "first").say("Hello", "dm", 10)
    record(library, database, "second", "anonymous-contact").say(HELLO, "dm", 10)
    told = run("--database", str(database))
    assert told.exit_code == 0
    assert told.stdout.startswith("Debrief: Writing first")
    assert "\x1b" not in told.stdout
    assert run("last", "--database", str(database)).stdout == told.stdout
    assert run("second", "--database", str(database), "--format", "markdown").stdout.startswith("# Debrief: Writing")
    assert json.loads(run("first", "--database", str(database), "--json").stdout)["header"]["session"] == "first"
    assert run("first", "--database", str(database), "--format", "html").stdout.startswith("<!doctype html>")
    assert run("first", "--database", str(database), "--format", "json").stdout.count("\n") == 1


def test_a_debrief_is_the_one_of_the_session_itself(library, database):
    recording = record(library, database, "one")
    recording.say(HELLO, "dm", 10)
    made = json.loads(run("one", "--database", str(database), "--json").stdout)
    assert made == recording.debrief().model_dump(mode="json", by_alias=True)


@pytest.mark.parametrize("format_", ["terminal", "markdown", "html", "json"])
def test_a_trainee_sees_no_rules_and_only_a_trainer_all(library, database, format_):
    record(library, database, "one").say(HELLO, "dm", 10)
    told = {
        who: run("one", "--database", str(database), "--format", format_, "--detail", who).stdout.replace("\\", "")
        for who in ("trainee", "supervisor", "trainer")
    }
    hashes = record(library, database, "two").head.hashes.values()
    assert [who for who in told if "phrase:greeting#" in told[who]] == ["supervisor", "trainer"]
    assert [who for who in told if any(one in told[who] for one in hashes)] == ["trainer"]
    usual = run("one", "--database", str(database), "--format", format_).stdout.replace("\\", "")
    assert usual == told["trainer" if format_ == "json" else "supervisor"]


def test_looking_changes_nothing_even_where_an_answer_is_due(library, database):
    recording = record(library, database, "one")
    store = open_store(database)
    store.append(Event(session="one", number=1, kind="turn", at=10.0, body={"text": HELLO, "where": "dm"}))
    before = store.events("one")
    made = json.loads(run("one", "--database", str(database), "--json").stdout)
    assert made["transcript"]["turns"][0]["text"] == HELLO
    assert made["transcript"]["turns"][0]["client"]
    assert store.events("one") == before
    assert recording.session.turns == ()


def test_a_stopped_session_is_not_judged(library, database):
    recording = record(library, database, "one")
    recording.say("You are stupid, take more of it.", "dm", 10)
    recording.stop()
    told = run("one", "--database", str(database))
    assert told.exit_code == 0
    assert "You stopped this talk" in told.stdout
    assert "not yet" not in told.stdout
    levels = json.loads(run("one", "--database", str(database), "--json").stdout)["criteria"]
    assert {one["level"] for one in levels} == {"not_applicable"}


def test_a_file_is_written_instead(library, database, tmp_path):
    record(library, database, "one").say(HELLO, "dm", 10)
    file = tmp_path / "debrief.md"
    told = run("one", "--database", str(database), "--format", "markdown", "-o", str(file))
    assert (told.exit_code, told.stdout) == (0, "")
    assert file.read_text(encoding="utf-8").startswith("# Debrief")


def test_what_cannot_be_told_is_said(library, database, tmp_path):
    empty = run("--database", str(database))
    assert empty.exit_code == 2
    assert "no session yet" in empty.stderr
    assert not database.exists()
    record(library, database, "one")
    unknown = run("two", "--database", str(database))
    assert unknown.exit_code == 1
    assert "two" in str(unknown.exception)
    nowhere = run("one", "--database", str(database), "-o", str(tmp_path / "no" / "x.txt"))
    assert "cannot be written" in str(nowhere.exception)
