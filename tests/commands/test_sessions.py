"""`sessions`: what there is, and taking it away."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from simulator.commands.play_command import command as play
from simulator.commands.sessions_command import command
from simulator.errors import StoreError

TINY = str(Path(__file__).parent.parent / "chat" / "tiny.yaml")


@pytest.fixture(autouse=True)
def one_library(library, monkeypatch) -> None:
    """The codebook is made ready once for all tests; test_inline.py begins from nothing."""
    monkeypatch.setattr("simulator.library.Library", lambda: library)


@pytest.fixture
def database(tmp_path) -> str:
    return str(tmp_path / "sessions.sqlite3")


def run(*arguments: str, answer: str = "") -> Result:
    return CliRunner().invoke(command, list(arguments), input=answer)


def begin(database: str, lines: str) -> str:
    result = CliRunner().invoke(play, [TINY, "--json", "--trainee", "t-07", "--database", database], input=lines)
    return json.loads(result.stdout)["session"]


def rows(database: str) -> list[dict]:
    return json.loads(run("--json", "--database", database).stdout)


def test_none_is_said_and_nothing_made(database):
    assert run("--database", database).stdout == "no session yet; rehearse play begins one\n"
    assert rows(database) == []
    assert not Path(database).exists()


@pytest.mark.parametrize(
    ("lines", "turns", "state"),
    [
        ("", 0, "open"),
        ("hello\n", 1, "open"),
        ("hello\n/stop\n", 1, "stopped"),
        ("We have tea and bread.\nThe lamp is green tonight.\n", 2, "ended"),
    ],
)
def test_each_session_is_a_line(database, lines, turns, state):
    session = begin(database, lines)
    (row,) = rows(database)
    assert (row["session"], row["scenario"], row["trainee"]) == (session, "tiny", "t-07")
    assert (row["turns"], row["state"]) == (turns, state)
    line = run("--database", database).stdout
    assert line.startswith(f"{session}  20")
    assert f"tiny, {turns} turn{'' if turns == 1 else 's'}, {state}, t-07" in line


@pytest.mark.parametrize("where", ["before", "after"])
def test_a_session_is_deleted(database, where):
    gone, stays = begin(database, "hello\n"), begin(database, "hello\n")
    place = ("--database", database)
    words = (*place, "delete", gone, "--yes") if where == "before" else ("delete", gone, "--yes", *place)
    assert run(*words).stdout == f"session {gone} is deleted\n"
    assert [row["session"] for row in rows(database)] == [stays]


def test_the_last_session_is_deleted_by_its_name(database):
    stays, gone = begin(database, "hello\n"), begin(database, "hello\n")
    assert run("delete", "last", "--yes", "--database", database).stdout == f"session {gone} is deleted\n"
    assert [row["session"] for row in rows(database)] == [stays]


@pytest.mark.parametrize(("answer", "left"), [("n\n", 1), ("", 1), ("y\n", 0)])
def test_deleting_asks_first(database, answer, left):
    session = begin(database, "")
    run("delete", session, "--database", database, answer=answer)
    assert len(rows(database)) == left


def test_a_session_that_is_not_there_cannot_be_deleted(database):
    begin(database, "")
    wrong = run("delete", "nowhere", "--yes", "--database", database).exception
    assert isinstance(wrong, StoreError)
    assert "no session 'nowhere' here" in str(wrong)
