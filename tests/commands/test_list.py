"""`list`: every scenario, and how often it was begun here."""

import json

from click.testing import CliRunner

from simulator.commands.list_command import command
from simulator.commands.play_command import command as play

KEYS = {"id", "title", "level", "opens", "language", "content_note", "sessions"}


def test_every_scenario_is_listed_with_what_helps_to_choose(tmp_path, library):
    database = str(tmp_path / "none" / "sessions.sqlite3")
    rows = json.loads(CliRunner().invoke(command, ["--json", "--database", database]).stdout)
    assert [row["id"] for row in rows] == list(library.packs.scenarios())
    assert all(set(row) == KEYS and row["title"] and row["sessions"] == 0 for row in rows)
    assert not (tmp_path / "none").exists(), "looking must not make a database"


def test_sessions_are_counted(tmp_path, library):
    database, name = str(tmp_path / "sessions.sqlite3"), next(iter(library.packs.scenarios()))
    CliRunner().invoke(play, [name, "--json", "--database", database], input="")
    rows = json.loads(CliRunner().invoke(command, ["--json", "--database", database]).stdout)
    assert {row["id"]: row["sessions"] for row in rows}[name] == 1
    text = CliRunner().invoke(command, ["--database", database]).stdout
    assert "1 session\n" in text
    assert "not tried yet" in text
