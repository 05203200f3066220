"""What commands do where the command line leaves something to the configuration."""

import json
import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from simulator.chat.help_lines import FALLBACK
from simulator.commands import rehearse

TINY = str(Path(__file__).parent.parent / "chat" / "tiny.yaml")
END = "We have tea and bread.\nThe lamp is green tonight.\n"


@pytest.fixture(autouse=True)
def file(tmp_path, monkeypatch, library) -> Path:
    """The file, with a database beside it."""
    monkeypatch.setattr("simulator.library.Library", lambda: library)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    for name in [name for name in os.environ if name.startswith("REHEARSE_") or name == "NO_COLOR"]:
        monkeypatch.delenv(name)
    path = tmp_path / "rehearse" / "config.toml"
    path.parent.mkdir()
    configure(path, "")
    return path


def configure(file: Path, lines: str) -> None:
    file.write_text(f"database = {str(file.with_name('sessions.sqlite3'))!r}\n{lines}")


def run(*arguments: str, lines: str = "") -> Result:
    return CliRunner().invoke(rehearse, arguments, input=lines, prog_name="rehearse")


def trainees() -> list[str | None]:
    return [row["trainee"] for row in json.loads(run("sessions", "--json").stdout)]


def test_database_and_trainee_come_from_the_file_unless_something_goes_first(file, monkeypatch):
    run("play", TINY, "--json")
    configure(file, 'trainee = "t-07"')
    run("play", TINY, "--json")
    run("play", TINY, "--json", "--trainee", "t-09")
    monkeypatch.setenv("REHEARSE_TRAINEE", "t-08")
    run("play", TINY, "--json")
    assert trainees() == [None, "t-07", "t-09", "t-08"]
    assert file.with_name("sessions.sqlite3").exists()


def test_a_session_goes_on_though_a_trainee_is_configured(file):
    run("play", TINY, "--json", lines="hello\n")
    configure(file, 'trainee = "t-07"')
    assert run("play", "--resume", "--json", lines=END).exit_code == 0
    assert trainees() == [None]


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ("[help_lines", "this is no TOML"),
        ('trainee = "Ann Smith"', "trainee: this is for a code"),
        ("help_lines = 3", "help_lines: 3 cannot stand here"),
    ],
)
def test_a_mistake_is_told_once_and_stop_still_says_where_help_is(file, lines, told, tmp_path):
    configure(file, lines)
    result = run("play", TINY, "--database", str(tmp_path / "s.sqlite3"), lines="/stop\n")
    assert result.exit_code == 0
    assert FALLBACK in result.stdout
    assert [line.startswith(f"rehearse: {file}:2: ") for line in result.stderr.splitlines()] == [True]
    assert told in result.stderr


def test_help_lines_are_shown_by_stop(file):
    configure(file, '[help_lines]\nSupervisor = "room 7"\n')
    shown = run("play", TINY, lines="/stop\n").stdout
    assert "Supervisor: room 7" in shown
    assert FALLBACK not in shown


@pytest.mark.parametrize(
    ("lines", "variables", "options", "is_coloured"),
    [
        ("", {}, [], False),
        ('color = "always"', {}, [], True),
        ('color = "always"', {"NO_COLOR": "1"}, [], False),
        ('color = "never"', {"REHEARSE_COLOR": "always"}, [], True),
        ('color = "always"', {}, ["--no-color"], False),
        ('color = "always"', {}, ["-o", "debrief.txt"], False),
    ],
    ids=["no terminal", "always", "NO_COLOR", "our own variable", "--no-color", "a file"],
)
def test_colors_are_as_configured(file, monkeypatch, tmp_path, lines, variables, options, is_coloured):
    monkeypatch.chdir(tmp_path)
    run("play", TINY, "--json", lines=END)
    configure(file, lines)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    result = run("debrief", *options)
    assert result.exit_code == 0, result.output
    written = Path("debrief.txt").read_text() if "-o" in options else result.stdout
    assert written
    assert ("\x1b[" in written) == is_coloured
