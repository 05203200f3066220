"""`agreement`: figures from the notes in the store, and what they do to a debrief."""

import json

import pytest
from click.testing import CliRunner, Result

from simulator.commands.agreement_command import command
from simulator.commands.debrief_command import command as debrief
from simulator.library import Library
from simulator.model.notes import Adjustment, Agreement, Coding
from simulator.records.noting import add_note
from simulator.records.recording import Beginning, begin
from simulator.store.sqlite_store import open_store

CRITERION = "introduces-self"


@pytest.fixture
def database(tmp_path, monkeypatch, library: Library):
    """Twelve sessions of two turns; two supervisors see the first level otherwise in half of them."""
    path = tmp_path / "sessions.sqlite3"
    monkeypatch.setenv("REHEARSE_DATABASE", str(path))
    store = open_store(path)
    frozen, readers = library.frozen("ira-hiv-test"), library.readers("en")
    for number in range(12):
        beginning = Beginning(f"k{number}", "t-07", "2026-01-05T20:00:00Z", 1, "virtual")
        begin(store, frozen, readers, beginning).say("Hi, I'm Oleg, a peer counselor.", "dm", 10)
        for by in ("s-1", "s-2"):
            stamp = {"by": by, "role": "supervisor", "at": f"2026-01-06T10:00:{number:02}Z"}
            acts = ("greeting",) if number % 3 else ("greeting", "thanks")
            add_note(store, f"k{number}", Coding(id=f"c{by}{number}", turn=1, acts=acts, engine=("greeting",), **stamp))
            level = {"criterion": CRITERION, "level": ("met", "not_yet")[number % 2]}
            if number % 4 < 2:
                note = Agreement(id=f"a{by}{number}", **level, **stamp)
            else:
                other = ("not_yet", "met")[number % 2]
                note = Adjustment(id=f"a{by}{number}", **level, engine=other, reason="so", **stamp)
            add_note(store, f"k{number}", note)
    store.close()
    return path


def run(what, *arguments: str) -> Result:
    return CliRunner().invoke(what, list(arguments))


def test_both_tables_are_told(database):
    told = run(command)
    assert told.exit_code == 0
    assert "The program and supervisors" in told.stdout
    assert "Supervisors among each other" in told.stdout
    assert "Not reliable yet: introduces self" in told.stdout
    assert "\x1b" not in told.stdout


def test_as_json(database):
    engine, people = json.loads(run(command, "--json").stdout)
    assert (engine["among"], engine["people"], engine["sessions"]) == ("engine", ["s-1", "s-2"], 12)
    [level] = engine["criteria"]
    assert (level["id"], level["cases"], level["same"]) == (CRITERION, 24, 0.5)
    assert engine["unreliable"] == [CRITERION]
    assert {one["id"]: one["same"] for one in engine["acts"]} == {"greeting": 1.0, "thanks": pytest.approx(2 / 3)}
    [level] = people["criteria"]
    assert (level["cases"], level["same"], level["kappa"]["value"], level["alpha"]["value"]) == (12, 1.0, 1.0, 1.0)
    assert people["unreliable"] == []


@pytest.mark.parametrize(
    ("arguments", "unreliable"),
    [([], [CRITERION]), (["--floor", "-0.5"], []), (["--cases", "25"], [])],
    ids=["by the usual bar", "a lower floor", "more cases wanted"],
)
def test_the_bar_can_be_set(database, arguments, unreliable):
    [found] = json.loads(run(command, "--by", "engine", "--json", *arguments).stdout)
    assert found["unreliable"] == unreliable


def test_a_debrief_says_what_is_not_reliable_yet(database):
    assert json.loads(run(debrief, "k1", "--json").stdout)["unreliable"] == [CRITERION]
    assert "not reliable on this yet" in run(debrief, "k0", "--detail", "supervisor").stdout


def test_without_notes_there_is_nothing_to_compare(tmp_path):
    told = run(command, "--database", str(tmp_path / "none.sqlite3"))
    assert told.exit_code == 0
    assert told.stdout.count("Nobody judged anything") == 2
