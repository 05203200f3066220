"""`form`: asked one question at a time, kept beside the talk, compared with it, exported with it."""

import csv
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from simulator.commands import rehearse
from simulator.errors import StoreError
from simulator.model.contact_form import FormCheck
from simulator.store.sqlite_store import open_store

TALK = (
    "Client: hi. i had a risky contact and i'm scared\n"
    "Counselor: Hi, I'm a peer counselor. That sounds frightening.\n"
    "Client: <script>\x1b[31m i am going to kill myself tonight\n"
    "Counselor: PEP works up to 72 hours after the risk.\n"
    "Client: ok\n"
)


def run(*arguments: str, typed: str = "") -> Result:
    return CliRunner().invoke(rehearse, list(arguments), input=typed)


@pytest.fixture(scope="module")
def imported(tmp_path_factory) -> bytes:
    folder = tmp_path_factory.mktemp("form")
    (folder / "talk.txt").write_text(TALK, encoding="utf-8")
    database = folder / "sessions.sqlite"
    told = run("import", str(folder / "talk.txt"), "--trainee", "K7", "--database", str(database))
    assert told.exit_code == 0
    return database.read_bytes()


@pytest.fixture
def database(imported, tmp_path) -> str:
    file = tmp_path / "sessions.sqlite"
    file.write_bytes(imported)
    return str(file)


def notes(database: str) -> list[dict]:
    store = open_store(Path(database))
    try:
        return [event.body for one in store.sessions() for event in store.events(one.head.id) if event.kind == "note"]
    finally:
        store.close()


def test_the_form_is_asked_kept_and_compared(database):
    typed = "\n".join(["c 12", "c-12", "client", "3", "1", "", "introducing, 2", "2", "", "2"]) + "\n"
    told = run("form", "--database", database, typed=typed)
    assert told.exit_code == 1
    assert "no spaces; such as c-12" in told.stderr
    assert "DIFFERS      Did the client write of a danger" in told.stdout
    assert "turn 1, client: “" in told.stdout
    assert "agrees       Who wrote first?" in told.stdout
    assert not {"\x1b"} & set(told.output)
    (note,) = notes(database)
    assert (note["kind"], note["by"], note["form"]) == ("contact_form", "K7", "contact")
    assert note["fields"]["client"] == ["c-12"]
    assert "minutes" not in note["fields"]
    assert run("verify", "--database", database).exit_code == 0


def test_answers_may_come_with_the_command_and_are_shown_again(database):
    given = ("--answer", "first=client", "--answer", "danger=yes")
    told = run("form", *given, "--json", "--database", database)
    assert told.exit_code == 0
    check = FormCheck.model_validate_json(told.stdout)
    assert {row.question: row.state for row in check.answers if row.written} == {"first": "agrees", "danger": "agrees"}
    again = run("form", "--show", "--json", "--database", database)
    assert again.stdout == told.stdout
    assert len(notes(database)) == 1
    exported = run("export", "--what", "forms", "--database", database).stdout
    assert {(row["field"], row["answer"]) for row in csv.DictReader(exported.splitlines())} == {
        ("first", "client"),
        ("danger", "yes"),
    }
    assert json.loads(run("debrief", "--json", "--database", database).stdout)["notes"][0]["kind"] == "contact_form"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--answer", "fist=client"), 'no question "fist"; did you mean "first"?'),
        (("--answer", "first=both"), "first: choose from 1 to 2, or write client, counselor"),
        (("--answer", "first=1,2"), "first: choose only one"),
        (("--answer", "client=Ira K"), "client: a code has letters"),
        (("--answer", "minutes=ten"), "minutes: write whole minutes"),
        (("--answer", f"minutes={'9' * 5000}"), "minutes: write whole minutes"),
        (("--show",), "was not filled in for this session"),
        (("--form", "contcat"), 'no form "contcat"; did you mean "contact"?'),
        (("no-such",), "no session 'no-such' here"),
    ],
)
def test_misuse_is_told_and_nothing_is_kept(database, arguments, said):
    told = run("form", *arguments, "--database", database)
    assert told.exit_code != 0
    assert said in told.output + str(told.exception)
    assert notes(database) == []


def test_a_form_waits_for_whoever_plays_the_session(database, monkeypatch):
    monkeypatch.setattr("simulator.commands.writing.is_running", lambda owner: True)
    store = open_store(Path(database))
    session = store.sessions()[-1].head.id
    store.claim(session, "process 1 on moon", lambda owner: True)
    store.close()
    told = run("form", "--answer", "first=client", "--database", database)
    assert isinstance(told.exception, StoreError)
    assert notes(database) == []


def test_a_form_that_is_left_keeps_nothing(database):
    assert run("form", "--database", database, typed="c-12\n").exit_code != 0
    assert notes(database) == []
