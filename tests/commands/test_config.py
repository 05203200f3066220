"""`config`: values with their origins, and a file whose comments survive every change."""

import json
import os
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from simulator.commands import rehearse
from simulator.configuration.values import KEYS
from simulator.errors import ContentError, SimulatorError

MINE = """# mine
front = "plain"  # for the screen reader

[help_lines]  # by Ann
"Night line" = "116 123"
"""


@pytest.fixture(autouse=True)
def file(tmp_path, monkeypatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    for name in [name for name in os.environ if name.startswith("REHEARSE_") or name == "NO_COLOR"]:
        monkeypatch.delenv(name)
    return tmp_path / "rehearse" / "config.toml"


@pytest.fixture
def mine(file) -> Path:
    file.parent.mkdir()
    file.write_text(MINE)
    return file


def run(*arguments: str) -> Result:
    return CliRunner().invoke(rehearse, ["config", *arguments], prog_name="rehearse")


def done(*arguments: str) -> str:
    result = run(*arguments)
    assert result.exit_code == 0, result.output
    return result.output


def test_path_is_told_whether_or_not_there_is_a_file(file):
    assert done("path") == f"{file}\n"
    assert not file.parent.exists()


def test_what_is_shown_is_a_file_that_says_the_same(mine):
    shown = tomllib.loads(done("show"))
    assert shown == {
        "front": "plain",
        "pace": 1.0,
        "mode": "practice",
        "color": "auto",
        "help_lines": {"Night line": "116 123"},
    }
    text = mine.read_text()
    mine.write_text(done("show"))
    assert tomllib.loads(done("show")) == shown
    assert text == MINE


def test_origins_are_told(mine, monkeypatch):
    monkeypatch.setenv("REHEARSE_PACE", "0")
    lines = done("show", "--origin").splitlines()
    assert f'front = "plain"  # {mine}:2' in lines
    assert "pace = 0.0  # REHEARSE_PACE" in lines
    assert 'mode = "practice"  # default' in lines
    assert f"[help_lines]  # {mine}:4" in lines
    rows = {row["key"]: row for row in json.loads(done("show", "--json"))}
    assert list(rows) == list(KEYS)
    assert rows["front"]["origin"] == f"{mine}:2"
    assert (rows["pace"]["value"], rows["pace"]["default"], rows["trainee"]["value"]) == (0.0, 1.0, None)
    assert all(row["what"] for row in rows.values())


@pytest.mark.parametrize(
    ("key", "value", "changed"),
    [
        ("front", "inline", MINE.replace("plain", "inline")),
        ("pace", "0.5", MINE.replace("reader\n", "reader\npace = 0.5\n")),
        ("trainee", "t-07", MINE.replace("reader\n", 'reader\ntrainee = "t-07"\n')),
        ("help_lines.Night line", "112", MINE.replace("116 123", "112")),
        ("help_lines.Ann B. Clark", "room 7", MINE + '"Ann B. Clark" = "room 7"\n'),
    ],
)
def test_a_key_is_set_and_all_else_stays(mine, key, value, changed):
    assert done("set", key, value).endswith(f" in {mine}\n")
    assert mine.read_text() == changed


@pytest.mark.parametrize(
    ("key", "changed"),
    [
        ("front", MINE.replace('front = "plain"  # for the screen reader\n', "")),
        ("help_lines.Night line", MINE.replace('"Night line" = "116 123"\n', "")),
        ("help_lines", MINE[: MINE.index("[help")]),
        ("pace", MINE),
        ("help_lines.Ann", MINE),
    ],
)
def test_a_key_is_taken_out_and_all_else_stays(mine, key, changed):
    said = done("unset", key)
    assert mine.read_text() == changed
    assert said == f"{key} is {'not' if changed == MINE else 'no longer'} set in {mine}\n"


def test_a_file_is_made_where_there_is_none(file):
    done("unset", "front")
    assert not file.exists()
    done("set", "help_lines.Ann", "room 7")
    done("set", "mode", "exam")
    assert tomllib.loads(file.read_text()) == {"mode": "exam", "help_lines": {"Ann": "room 7"}}


def test_line_ends_links_and_permissions_stay(tmp_path, mine):
    elsewhere = tmp_path / "dotfiles.toml"
    elsewhere.write_bytes(MINE.replace("\n", "\r\n").encode())
    elsewhere.chmod(0o640)
    mine.unlink()
    mine.symlink_to(elsewhere)
    done("set", "front", "inline")
    assert mine.is_symlink()
    assert elsewhere.read_bytes() == MINE.replace("\n", "\r\n").replace("plain", "inline").encode()
    assert elsewhere.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["set", "frnt", "plain"], 'no key "frnt"; did you mean "front"?'),
        (["unset", "frnt"], 'no key "frnt"; did you mean "front"?'),
        (["set", "front", "plan"], 'front: "plan" cannot stand here; did you mean "plain"?'),
        (["set", "front.left", "plain"], '"front" has no keys of its own; write front alone'),
        (["set", "pace", "fast"], 'pace: "fast" cannot stand here; write a number'),
        (["set", "trainee", "Ann B"], "trainee: this is for a code and never a name"),
        (["set", "help_lines", "x"], "help_lines is a table; name a row of it, such as help_lines.Supervisor"),
        (["set", "help_lines.Ann", ""], 'help_lines.Ann: "" cannot stand here; write text'),
    ],
    ids=" ".join,
)
def test_misuse_changes_nothing_and_says_what_would_be_right(mine, arguments, told):
    wrong = run(*arguments).exception
    assert isinstance(wrong, SimulatorError)
    assert wrong.exit_status == 2
    assert told in str(wrong)
    assert mine.read_text() == MINE


def test_a_broken_file_is_left_to_its_owner(mine):
    mine.write_text(MINE + "front = \n")
    for arguments in (("set", "pace", "1"), ("unset", "front")):
        wrong = run(*arguments).exception
        assert isinstance(wrong, ContentError)
        assert str(wrong).startswith(f"{mine}:6: this is no TOML")
    assert mine.read_text() == MINE + "front = \n"


def test_mistakes_are_told_and_the_rest_is_shown(mine):
    mine.write_text(MINE + "Line = 116\n")
    result = run("show")
    assert result.exit_code == 3
    assert result.stderr == f'rehearse: {mine}:6: help_lines.Line: 116 cannot stand here; put it in quotes: "116"\n'
    assert tomllib.loads(result.stdout)["help_lines"] == {"Night line": "116 123"}


def test_a_variable_that_goes_first_is_told(mine, monkeypatch):
    monkeypatch.setenv("REHEARSE_PACE", "2")
    assert "REHEARSE_PACE is set and goes before the file" in run("set", "pace", "1").stderr
