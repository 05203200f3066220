"""`progress`: whose it is, in which format, and what is no group."""

import json

import pytest
from click.testing import CliRunner, Result

from simulator.commands.progress_command import command
from simulator.library import Library
from simulator.records.recording import Beginning, begin
from simulator.store.sqlite_store import open_store


@pytest.fixture
def database(tmp_path, monkeypatch, library: Library):
    path = tmp_path / "sessions.sqlite3"
    monkeypatch.setenv("REHEARSE_DATABASE", str(path))
    monkeypatch.delenv("REHEARSE_TRAINEE", raising=False)
    store = open_store(path)
    frozen, readers = library.frozen("ira-hiv-test"), library.readers("en")
    for name, trainee in (("k1", "t-07"), ("k2", "t-08")):
        recording = begin(store, frozen, readers, Beginning(name, trainee, "2026-01-05T20:00:00Z", 1, "live"))
        recording.say("Hi, I'm Oleg, a peer counselor.", "dm", 10)
        recording.wait(100_000)
        assert recording.session.is_over
    store.close()
    return path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(command, list(arguments))


def test_one_trainee(database):
    told = run("t-07")
    assert told.exit_code == 0, told.output
    assert told.stdout.startswith("Progress: t-07")
    found = json.loads(run("t-07", "--json").stdout)
    assert (found["format"], found["trainee"], [one["session"] for one in found["sessions"]]) == (1, "t-07", ["k1"])


def test_a_group(database, tmp_path):
    file = tmp_path / "group.txt"
    file.write_text("# spring\n\nt-07\nt-08  # new\nt-09\n", encoding="utf-8")
    found = json.loads(run("--cohort", str(file), "--json").stdout)
    assert [one["trainee"] for one in found["trainees"]] == ["t-07", "t-08", "t-09"]
    page = tmp_path / "group.html"
    assert run("--cohort", str(file), "--format", "html", "-o", str(page)).exit_code == 0
    assert "<h1>Progress of 3 trainees</h1>" in page.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "whose progress? There are several trainees here; there are t-07, t-08"),
        (["t-99"], 'no session of "t-99" here'),
        (["t-07", "--cohort", __file__], "leave out one of the two"),
        (["--cohort", __file__], "a code, never a name"),
    ],
    ids=str,
)
def test_misuse_is_told(database, arguments, said):
    told = run(*arguments)
    assert told.exit_code == 2
    assert said in told.stderr


def test_the_only_trainee_need_not_be_named(database):
    store = open_store(database)
    store.delete("k2")
    store.close()
    assert run().stdout.startswith("Progress: t-07")
