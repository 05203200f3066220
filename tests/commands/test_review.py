"""`review`, `contest` and `queue`: from the command line to the notes in the store."""

import json
import os
import signal
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from simulator.commands.contest_command import command as contest
from simulator.commands.debrief_command import command as debrief
from simulator.commands.queue_command import command as queue
from simulator.commands.review_command import command as review
from simulator.library import Library
from simulator.records.noting import notes_of
from simulator.records.recording import Beginning, begin
from simulator.store.sqlite_store import open_store

CLI = Path(__file__).parents[2] / "cli.py"
TINY = str(Path(__file__).parents[1] / "chat" / "tiny.yaml")
HELLO, TEA, END = "Hi, I am Oleg, a peer counselor.", "we have tea and bread", "the lamp is green tonight"


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> Path:
    """Two sessions that ended, one that was stopped, one that goes on."""
    database = tmp_path_factory.mktemp("made") / "sessions.sqlite3"
    library, store = Library(), open_store(database)
    frozen, readers = library.frozen(TINY), library.readers("en")
    for day, (session, texts) in enumerate(
        {"first": (HELLO, TEA, END), "second": (TEA, END), "stopped": (HELLO,), "open": (HELLO,)}.items(), start=1
    ):
        beginning = Beginning(session, "t-07", f"2026-01-0{day}T10:00:00Z", 1, "virtual")
        recording = begin(store, frozen, readers, beginning)
        for number, text in enumerate(texts, start=1):
            recording.say(text, "dm", 10.0 * number)
        if session == "stopped":
            recording.stop()
    store.close()
    return database


@pytest.fixture
def database(made, tmp_path, monkeypatch) -> Path:
    copy = tmp_path / "sessions.sqlite3"
    copy.write_bytes(made.read_bytes())
    monkeypatch.setenv("REHEARSE_DATABASE", str(copy))
    monkeypatch.delenv("REHEARSE_SUPERVISOR", raising=False)
    return copy


def run(command, *arguments: str, typed: str = "") -> Result:
    return CliRunner().invoke(command, list(arguments), input=typed)


def notes(database: Path, session: str = "first") -> list[tuple[str, str | None]]:
    store = open_store(database)
    found = [(note.kind, note.by) for note in notes_of(store.events(session))]
    store.close()
    return found


def test_lines_from_a_pipe_are_written_beside_the_session(database):
    told = run(review, "first", "--as", "s-1", typed="c good\na\nend\ns thank you\n")
    assert told.exit_code == 0, told.output
    assert "Turn 1 of 3" in told.stdout
    assert "\x1b" not in told.stdout
    assert notes(database) == [("comment", "s-1"), ("coding", "s-1"), ("sign_off", "s-1")]


def test_the_end_of_input_keeps_the_place(database):
    told = run(review, "first", "--as", "s-1", typed="\n")
    assert told.exit_code == 0
    assert notes(database) == [("bookmark", "s-1")]
    assert "Turn 2 of 3" in run(review, "first", "--as", "s-1").stdout


def test_without_a_session_the_first_of_the_queue_is_reviewed(database):
    first = json.loads(run(queue, "--json").stdout)[0]["session"]
    run(review, "--as", "s-1", "--sign-off")
    assert notes(database, first) == [("sign_off", "s-1")]
    assert [row["session"] for row in json.loads(run(queue, "--json").stdout)] == [
        {"first": "second", "second": "first"}[first]
    ]


def test_a_session_is_contested_and_comes_back(database):
    run(review, "first", "--as", "s-1", "--sign-off", "well done")
    run(review, "second", "--as", "s-1", "--sign-off")
    assert "Nothing waits" in run(queue).stdout
    assert run(contest, "first", "2", "she asked for tea").exit_code == 0
    told = run(queue)
    assert "first" in told.stdout
    assert "sees it differently: turn 2" in told.stdout
    assert notes(database)[-1] == ("contest", "t-07")


def test_the_last_session_can_be_named_so(database):
    told = run(contest, "last", "1", "it was a greeting")
    assert (told.exit_code, notes(database, "open")) == (0, [("contest", "t-07")])
    assert run(review, "last", "--as", "s-1", "--comment", "1: yes").exit_code == 0
    assert notes(database, "open")[-1] == ("comment", "s-1")


def test_personal_data_in_notes_is_replaced(database):
    run(contest, "first", "1", "she gave 0912 345 678 90, not me")
    run(review, "first", "--as", "s-1", "--comment", "1: call anna@mail.org")
    store = open_store(database)
    texts = [note.text for note in notes_of(store.events("first"))]
    store.close()
    assert texts == ["she gave [phone], not me", "call [email]"]


@pytest.mark.parametrize(
    ("arguments", "kinds"),
    [
        (["--comment", "1: clear and short", "--comment", "a calm talk"], ["comment", "comment"]),
        (["--adjust", "introduces-self=partly", "--reason", "only half", "--sign-off"], ["adjustment", "sign_off"]),
        (["--adjust", "introduces-self=met", "--reason", "as it says"], ["agreement"]),
        (["--agree", "introduces-self"], ["agreement"]),
    ],
    ids=["comments", "another level and signing off", "the program's own level", "agreeing"],
)
def test_single_things_can_be_said_from_a_script(database, arguments, kinds):
    told = run(review, "first", "--as", "s-1", *arguments)
    assert told.exit_code == 0, told.output
    assert [kind for kind, _ in notes(database)] == kinds


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["first"], "who is reviewing"),
        (["first", "--as", "Ann Smith"], "never a name"),
        (["stopped", "--as", "s-1"], "nothing in it is judged"),
        (["first", "--as", "s-1", "--adjust", "introduces-self=partly"], "needs a --reason"),
        (["first", "--as", "s-1", "--adjust", "introduces-self=partly", "--reason", " "], "needs a reason"),
        (["first", "--as", "s-1", "--adjust", "introduce-self=met", "--reason", "x"], 'mean "introduces-self"'),
        (["first", "--as", "s-1", "--adjust", "introduces-self=fine", "--reason", "x"], "one of met, partly, not-yet"),
        (["first", "--as", "s-1", "--agree", "nothing"], "no criterion"),
        (["first", "--as", "s-1", "--comment", "9: far out"], "there is no turn 9"),
        (["first", "--as", "s-1", "--comment", "1:"], "a comment has words"),
    ],
    ids=str,
)
def test_misuse_is_told_and_writes_nothing(database, arguments, said):
    told = run(review, *arguments)
    assert told.exit_code == 2
    assert said in told.stderr
    assert notes(database) == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["first", "9", "no"], "no turn 9"),
        (["first", "introduces-sel", "no"], 'mean "introduces-self"'),
        (["first", "1", " "], "in a few words"),
    ],
    ids=str,
)
def test_what_is_not_there_cannot_be_contested(database, arguments, said):
    told = run(contest, *arguments)
    assert told.exit_code == 2
    assert said in told.stderr
    assert notes(database) == []


def test_an_unknown_session_is_told(database):
    assert "no session 'nope'" in str(run(review, "nope", "--as", "s-1").exception)


def test_the_debrief_keeps_both_levels_and_the_reason(database):
    run(review, "first", "--as", "s-1", "--adjust", "introduces-self=partly", "--reason", "only half")
    told = json.loads(run(debrief, "first", "--json").stdout)
    assert told["adjusted"] == {"introduces-self": "partly"}
    [level] = [one["level"] for one in told["criteria"] if one["id"] == "introduces-self"]
    assert level == "met"
    assert told["notes"][0]["reason"] == "only half"


pexpect = pytest.importorskip("pexpect")
real = [pytest.mark.slow, pytest.mark.skipif(sys.platform == "win32", reason="needs a Unix terminal")]


def spawned(database: Path, *arguments: str):
    environment = {**os.environ, "REHEARSE_DATABASE": str(database), "TERM": "xterm-256color", "LANG": "C.UTF-8"}
    words = [str(CLI), "review", "first", "--as", "s-1", *arguments]
    return pexpect.spawn(sys.executable, words, env=environment, dimensions=(40, 80), timeout=30, encoding="utf-8")


class TestInATerminal:
    pytestmark = real

    def test_a_review_from_the_first_turn_to_the_sign_off(self, database):
        child = spawned(database, "--blind")
        child.expect("Turn 1 of 3")
        child.expect("turn 1> ")
        child.sendline("greet, introd")
        child.expect("both of you")
        child.sendline("end")
        child.expect("sign off> ")
        child.sendline("s well done")
        child.expect(pexpect.EOF)
        child.close()
        assert child.exitstatus == 0
        assert [kind for kind, _ in notes(database)] == ["coding", "sign_off"]

    def test_a_review_that_is_killed_loses_nothing_and_goes_on(self, database):
        child = spawned(database)
        child.expect("turn 1> ")
        child.sendline("c before the lights went out")
        child.expect("Noted")
        child.kill(signal.SIGKILL)
        child.wait()
        assert notes(database) == [("comment", "s-1")]
        time.sleep(0.1)
        child = spawned(database)
        child.expect("before the lights went out")
        child.expect("turn 1> ")
        time.sleep(0.1)
        child.sendintr()
        child.expect("kept")
        child.expect(pexpect.EOF)
        assert [kind for kind, _ in notes(database)] == ["comment", "bookmark"]


def test_a_session_that_can_be_gone_on_with_is_reviewed_and_that_is_said(database):
    told = run(review, "open", "--as", "s-1", "--comment", "1: good")
    assert told.exit_code == 0
    assert "session open is not over: its trainee may still go on with it" in told.stderr
    assert notes(database, "open") == [("comment", "s-1")]
