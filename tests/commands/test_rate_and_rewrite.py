"""`rate` and `rewrite`: questions about a session that is over, answered line by line."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from simulator.commands import play_command, rate_command, rewrite_command
from simulator.records.noting import notes_of
from simulator.store.sqlite_store import open_store

TINY = str(Path(__file__).parent.parent / "chat" / "tiny.yaml")
TALK = "We have tea and bread.\nThe lamp is green tonight.\n"


@pytest.fixture(autouse=True)
def database(library, tmp_path, monkeypatch) -> Path:
    monkeypatch.setattr("simulator.library.Library", lambda: library)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("REHEARSE_DATABASE", str(tmp_path / "sessions.sqlite3"))
    return tmp_path / "sessions.sqlite3"


def run(module, *arguments: str, lines: str = "") -> Result:
    return CliRunner().invoke(module.command, list(arguments), input=lines)


def played(*arguments: str, lines: str = TALK) -> Result:
    return run(play_command, TINY, "--seed", "4", *arguments, lines=lines)


def notes(database):
    store = open_store(database)
    (summary,) = store.sessions()
    return notes_of(store.events(summary.head.id))


def test_a_session_is_rated_afterwards_and_once(database):
    played("--trainee", "t-07")
    result = run(rate_command, lines="3\n\n/skip\n/skip\n\n")
    assert result.exit_code == 0
    assert (
        result.stdout.index("1 of 5") < result.stdout.index("Debrief: A tiny talk") < result.stdout.index("What next?")
    )
    [note] = notes(database)
    assert (note.levels, note.by) == ({"contact": "met"}, "t-07")
    again = run(rate_command)
    assert again.exit_code == 2
    assert "is rated already" in again.output


def test_the_end_of_input_ends_the_questions(database):
    played()
    result = run(rate_command, lines="3\n")
    assert result.exit_code == 0
    assert "is over and kept" in result.stdout
    assert [note.levels for note in notes(database)] == [{"contact": "met"}]


def test_a_turn_is_written_again(database):
    played()
    result = run(rewrite_command, "last", "1", lines="Hello, I'm Oleg, a peer counselor.\ny\n")
    assert result.exit_code == 0
    assert "Says who is writing: ○ not yet -> ● met" in result.stdout
    [note] = notes(database)
    assert (note.turn, note.text) == (1, "Hello, I'm Oleg, a peer counselor.")
    assert "nobody" not in result.stdout


def test_the_last_turn_is_meant_where_none_is_named(database):
    played()
    assert "Turn 2 was:" in run(rewrite_command).stdout


@pytest.mark.parametrize("module", [rate_command, rewrite_command], ids=["rate", "rewrite"])
@pytest.mark.parametrize("lines", ["hello\n", "hello\n/stop\n"], ids=["left open", "stopped"])
def test_only_a_session_that_ended_is_asked_about(module, lines):
    assert "no session has come to its end yet" in run(module).output
    played(lines=lines)
    result = run(module)
    assert result.exit_code == 2
    assert "no session has come to its end yet" in result.output
    assert "session nowhere has not come to its end" in run(module, "nowhere").output


@pytest.mark.parametrize("turn", ["0", "3", "-1"])
def test_only_a_turn_that_is_there_is_written_again(turn):
    played()
    result = run(rewrite_command, "--", "last", turn)
    assert result.exit_code == 2
    assert f"there is no turn {turn}; the session has 2, counted from 1" in result.output
