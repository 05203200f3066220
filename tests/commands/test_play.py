"""`play` through a pipe: lines in, a talk, a debrief or one object out; sessions that go on."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from simulator.commands import running_process
from simulator.commands.play_command import command
from simulator.commands.running_process import is_running, this_process
from simulator.errors import StoreError
from simulator.store.sqlite_store import open_store

CHAT = Path(__file__).parent.parent / "chat"
TINY, GROUP = str(CHAT / "tiny.yaml"), str(CHAT / "tiny-group.yaml")
TEA = "We have tea and bread.\n"
END = "The lamp is green tonight.\n"

TURN = {"text", "at", "state", "stage", "trust", "acts", "unsure", "topics", "unheard", "facts", "moves", "client"}
CRITERION = {"id", "area", "level", "evidence", "note"}
OBJECT = {"session", "scenario", "mode", "opening", "ending", "unread", "turns", "debrief"}


@pytest.fixture(autouse=True)
def one_library(library, monkeypatch) -> None:
    """The codebook is made ready once for all tests; test_inline.py begins from nothing."""
    monkeypatch.setattr("simulator.library.Library", lambda: library)


@pytest.fixture
def database(tmp_path, monkeypatch) -> Path:
    path = tmp_path / "sessions.sqlite3"
    monkeypatch.setenv("REHEARSE_DATABASE", str(path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    return path


def run(*arguments: str, lines: str = "") -> Result:
    return CliRunner().invoke(command, list(arguments), input=lines)


def played(*arguments: str, lines: str = "") -> dict:
    result = run(*arguments, "--json", lines=lines)
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def refused(*arguments: str, lines: str = "") -> str:
    result = run(*arguments, lines=lines)
    assert result.exit_code != 0
    return result.output if isinstance(result.exception, SystemExit) else str(result.exception)


def test_the_object_has_the_keys_it_promises(database):
    talk = played(TINY, "--seed", "4", lines="hello\n" + TEA + END + "\nmore\n/quit\n")
    assert set(talk) == OBJECT
    assert [set(turn) for turn in talk["turns"]] == [TURN] * 3
    assert talk["opening"] == [{"from": "zero", "where": "dm", "text": "hey"}]
    assert talk["ending"] == {"id": "done", "kind": "reached"}
    assert talk["unread"] == 2
    second = talk["turns"][1]
    assert (second["text"], second["at"], second["state"], second["stage"], second["trust"]) == (
        TEA.strip(),
        0.0,
        "warm",
        "request",
        2,
    )
    assert second["moves"] == ["says-tea"]
    assert all({"act", "start", "end", "by"} == set(act) for turn in talk["turns"] for act in turn["acts"])
    assert {"criteria", "areas", "critical"} <= set(talk["debrief"])
    assert all(set(one) >= CRITERION for one in talk["debrief"]["criteria"])


@pytest.mark.parametrize("mode", ["practice", "exam", "coach"])
def test_a_session_is_played_in_its_mode_also_when_it_goes_on(database, mode):
    begun = played(TINY, "--mode", mode, lines="hello\n")
    assert begun["mode"] == mode
    assert played("--resume", lines="/quit\n")["mode"] == mode
    hint = run("--session", begun["session"], lines="/hint\n").stdout
    assert ("In an exam there is nothing" in hint) is (mode == "exam")


def test_without_a_mode_it_is_the_configured_one(database, monkeypatch):
    assert played(TINY)["mode"] == "practice"
    monkeypatch.setenv("REHEARSE_MODE", "coach")
    assert played(TINY)["mode"] == "coach"
    assert played(TINY, "--mode", "exam")["mode"] == "exam"


def test_what_was_taken_back_is_not_in_the_talk(database):
    talk = played(TINY, lines=f"hello\n/what-if {TEA}/what-if bye\n/back\n{TEA}{END}")
    assert [turn["text"] for turn in talk["turns"]] == [TEA.strip(), END.strip()]
    assert talk["ending"] == {"id": "done", "kind": "reached"}
    branches = talk["debrief"]["branches"]
    # The words that were tried first were said then.
    assert [[turn["text"] for turn in branch["turns"]] for branch in branches] == [["bye"], ["hello"]]


def test_the_object_is_all_that_is_on_stdout(database):
    result = run(TINY, "--json", lines="/hlep\nhello\n")
    assert len(result.stdout.splitlines()) == 1
    assert "did you mean /help?" in result.stderr


def test_the_same_turns_and_seed_give_the_same_talk(database):
    first, second = (played(TINY, "--seed", "4", lines=TEA + "/wait 60\n" + END) for _ in range(2))
    assert first["turns"] == second["turns"]
    assert first["session"] != second["session"]


def test_without_an_ending_the_session_is_kept_and_still_debriefed(database):
    result = run(TINY, lines="hello\n")
    assert result.exit_code == 0
    assert "is kept as it is" in result.stdout
    assert "Debrief: A tiny talk" in result.stdout
    assert "\x1b" not in result.stdout
    assert [character for character in result.stdout if ord(character) < 0x20 and character != "\n"] == []


def test_what_stays_unread_is_said(database):
    assert "left unread: 2" in run(TINY, lines=TEA + END + "a\nb\n").stderr


def test_a_session_that_was_stopped_is_not_judged(database):
    talk = played(TINY, lines="hello\n/stop\nmore\n")
    assert (talk["debrief"], talk["ending"], talk["unread"]) == (None, None, 1)
    text = run(TINY, lines="hello\n/stop\n").stdout
    assert "Take a break.\n* If you or somebody else is in danger: your local emergency number." in text
    assert "Debrief" not in text


def test_a_session_goes_on_where_it_was_left(database):
    begun = played(TINY, lines=TEA)
    other = played(GROUP, lines="hello\n")
    assert played("--resume", lines="more\n")["session"] == other["session"]
    ended = played("tiny", "--resume", lines=END)
    assert ended["session"] == begun["session"]
    assert ended["turns"][:1] == begun["turns"]
    assert ended["ending"] == {"id": "done", "kind": "reached"}
    assert "no session of tiny waits" in refused("tiny", "--resume")
    assert "is over" in refused("--session", begun["session"])
    assert played("--session", other["session"])["session"] == other["session"]


def test_the_file_of_a_scenario_names_its_sessions_too(database):
    begun = played(TINY, lines=TEA + "/quit\n")
    played(GROUP, lines="/quit\n")
    assert played(TINY, "--resume", lines="/quit\n")["session"] == begun["session"]
    assert "plays tiny, not tiny-group" in refused(GROUP, "--session", begun["session"])
    assert played(TINY, "--session", begun["session"], lines=END)["ending"]["id"] == "done"


def test_in_a_group_each_message_says_where_it_is(database):
    result = run(GROUP, lines="hello\n/dm psst\n")
    assert "you [group]: hello" in result.stdout
    assert "you [private]: psst" in result.stdout


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        ([], "which scenario? Write its id after play; there are:"),
        (["--json"], "which scenario?"),
        (["no-such-one"], 'no scenario "no-such-one"'),
        (["--resume", "--session", "x"], "give one of the two"),
        ([TINY, "--full-screen", "--plain"], "give one of the two"),
        ([TINY, "--full-screen", "--json"], "give one of the two"),
        (["--resume", "--seed", "3"], "leave out --seed"),
        (["--resume", "--seed", "3", "--mode", "exam"], "leave out --seed and --mode"),
        ([TINY, "--mode", "play"], "is not one of 'practice', 'exam', 'coach'"),
        (["--resume"], "no session waits"),
        (["--session", "nowhere"], "no session 'nowhere' here"),
        ([TINY, "--trainee", "Anna Svensson"], "this is for a code and never a name"),
        ([TINY, "--seed", str(2**63)], "is too large; write a whole number up to"),
    ],
)
def test_what_cannot_be_played_is_refused(database, arguments, part):
    assert part in refused(*arguments)


def test_a_session_another_process_plays_is_refused(database):
    session = played(TINY, lines="hello\n")["session"]
    store = open_store(database)
    store.claim(session, this_process(), lambda owner: False)
    # The same process again is no second player, so this one takes another's name.
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("simulator.commands.writing.this_process", lambda: "somebody else")
        result = run("--session", session)
    assert isinstance(result.exception, StoreError)
    assert "is open in another program" in str(result.exception)
    store.release(session, this_process())
    assert played("--session", session)["session"] == session


@pytest.mark.parametrize(
    ("owner", "running"),
    [
        (this_process(), True),
        (this_process().replace("(started ", "(started 9"), False),
        (this_process() + "-elsewhere", False),
        ("somebody", False),
        ("process x on y", False),
    ],
    ids=["itself", "another start", "another computer", "no process", "no number"],
)
def test_a_claim_holds_as_long_as_its_process_runs(owner, running):
    assert is_running(owner) is running


def test_a_process_that_is_gone_holds_nothing(monkeypatch):
    monkeypatch.setattr(running_process.os, "kill", lambda number, signal: (_ for _ in ()).throw(ProcessLookupError))
    assert not is_running(this_process())
