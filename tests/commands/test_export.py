"""`export`: what is written where, and that it is remembered."""

import csv
import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from simulator.commands import rehearse
from simulator.model.debrief import Debrief
from simulator.store.sqlite_store import open_store


def run(*arguments: str) -> Result:
    return CliRunner().invoke(rehearse, list(arguments))


@pytest.fixture(scope="module")
def database(tmp_path_factory) -> str:
    folder = tmp_path_factory.mktemp("export")
    path = str(folder / "sessions.sqlite")
    for number, words in enumerate(("=1+1", "Hello, I'm a peer counselor.")):
        talk = folder / f"talk{number}.txt"
        talk.write_text(f"Client: hi\nCounselor: {words}\nClient: ok\n", encoding="utf-8")
        assert run("import", str(talk), "--trainee", "K7", "--database", path).exit_code == 0
    return path


def sessions(database: str) -> list[str]:
    return [one["session"] for one in json.loads(run("sessions", "--json", "--database", database).stdout)]


def test_the_last_session_is_written_unless_others_are_named(database):
    first, last = sessions(database)
    for arguments, wanted in (((), [last]), ((first,), [first]), (("--all",), [first, last]), ((last, last), [last])):
        told = run("export", *arguments, "--database", database)
        assert [row["session"] for row in csv.DictReader(told.stdout.splitlines())] == wanted


def test_a_file_is_for_spreadsheets_and_is_remembered(database, tmp_path):
    file = tmp_path / "turns.csv"
    told = run("export", "--all", "-o", str(file), "--database", database)
    assert (told.exit_code, told.stdout, "2 sessions written" in told.stderr) == (0, "", True)
    assert file.read_bytes().startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(file.read_text(encoding="utf-8-sig").splitlines()))
    assert [row["text"] for row in rows] == ["'=1+1", "Hello, I'm a peer counselor."]
    store = open_store(Path(database))
    noted = [store.exports(session) for session in sessions(database)]
    store.close()
    assert all(str(file.resolve()) in files for files in noted)


@pytest.fixture
def half_readable(database, tmp_path):
    """The database with two sessions more: the first and the last keep no codebook that this version can read."""
    path = tmp_path / "sessions.sqlite"
    shutil.copy(database, path)
    store = open_store(path)
    head = store.head(sessions(database)[0])
    unreadable = store.put_content("{}")
    for name in ("a-broken", "z-broken"):
        store.create(head.model_copy(update={"id": name, "hashes": {**head.hashes, "codebook": unreadable}}))
    store.close()
    return str(path)


def test_sessions_that_cannot_be_read_are_named_and_the_others_written(database, half_readable, tmp_path):
    file = tmp_path / "turns.csv"
    told = run("export", "--all", "-o", str(file), "--database", half_readable)
    assert told.exit_code == 4
    assert [line.partition(": session ")[2][:8] for line in told.stderr.splitlines()[:-1]] == ["a-broken", "z-broken"]
    assert told.stderr.splitlines()[-1] == f"2 sessions written to {file}"
    rows = csv.DictReader(file.read_text(encoding="utf-8-sig").splitlines())
    assert [row["session"] for row in rows] == sessions(database)
    store = open_store(Path(half_readable))
    assert store.exports("a-broken") == ()
    store.close()
    shown = run("export", "--all", "--database", half_readable)
    assert (shown.exit_code, shown.stdout) == (4, run("export", "--all", "--database", database).stdout)


def test_where_no_session_can_be_read_nothing_is_written(half_readable, tmp_path):
    file = tmp_path / "turns.csv"
    told = run("export", "a-broken", "-o", str(file), "--database", half_readable)
    assert (told.exit_code, told.stdout, file.exists()) == (4, "", False)


def test_json_lines_hold_whole_sessions_or_rows(database):
    whole = run("export", "--format", "jsonl", "--database", database).stdout
    assert Debrief.model_validate_json(whole).header.trainee == "K7"
    rows = run("export", "--format", "jsonl", "--what", "criteria", "--database", database).stdout.splitlines()
    assert {"criterion", "level"} <= json.loads(rows[0]).keys()


def test_statements_stay_the_same(database):
    told = [run("export", "--all", "--format", "xapi", "--database", database).stdout for _ in range(2)]
    assert told[0] == told[1]
    assert {row["actor"]["account"]["name"] for row in json.loads(told[0])} == {"K7"}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--all", "k7mq-2xdr"), "--all is every session"),
        (("--format", "parquet"), "name a file with -o"),
        (("--format", "xapi", "--what", "turns"), "leave it out"),
        (("--home-page", "https://x.org"), "is for --format xapi"),
        (("--format", "xapi", "--home-page", "example"), "begins with https://"),
        (("no-such",), "no session 'no-such' here"),
        (("-o", "/nowhere/at/all.csv"), "cannot be written"),
    ],
)
def test_misuse_is_told(database, arguments, said):
    told = run("export", *arguments, "--database", database)
    assert told.exit_code != 0
    assert said in told.output + str(told.exception)


def test_nothing_to_export_is_told(tmp_path):
    for arguments in ((), ("--all",)):
        told = run("export", *arguments, "--database", str(tmp_path / "none.sqlite"))
        assert told.exit_code == 2
        assert "there is no session yet" in told.output
