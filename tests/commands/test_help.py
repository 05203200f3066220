"""Help that begins with examples, and suggestions for what was mistyped."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from simulator.commands import COMMANDS, OWN_MISTAKE, SECTIONS, TRACEBACK, main, rehearse
from simulator.errors import SimulatorError

TINY = str(Path(__file__).parent.parent / "chat" / "tiny.yaml")
CONTEXT = click.Context(rehearse)


def commands() -> Iterator[tuple[str, ...]]:
    """The way to every command there is, sub-commands included."""
    for name in COMMANDS:
        yield (name,)
        command = rehearse.get_command(CONTEXT, name)
        if isinstance(command, click.Group):
            yield from ((name, inner) for inner in command.list_commands(CONTEXT))


def said(*arguments: str) -> str:
    result = CliRunner().invoke(rehearse, arguments, prog_name="rehearse")
    return str(result.exception) if isinstance(result.exception, SimulatorError) else result.output


@pytest.mark.parametrize("way", [(), *commands()], ids=" ".join)
def test_help_begins_with_examples_that_name_the_command(way):
    blocks = said(*way, "--help").split("\n\n")
    usage, what, examples = blocks[:3]
    assert usage.startswith(f"Usage: {' '.join(('rehearse', *way))}")
    assert what.strip().endswith(".")
    lines = [line.strip() for line in examples.splitlines()]
    assert all(line.startswith("rehearse") for line in lines), examples
    assert any(line.startswith(" ".join(("rehearse", *way))) for line in lines), examples


def test_commands_stand_under_those_who_use_them():
    text = said("--help")
    places = [text.index(part) for heading, rows in SECTIONS.items() for part in (f"\n{heading}:", f"\n  {rows[0][0]}")]
    assert places == sorted(places)
    assert all(f"\n  {name} " in text for name in COMMANDS)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["paly"], 'no command "paly"; did you mean "play"?'),
        (["xyzzy"], 'no command "xyzzy"; rehearse --help names them all'),
        (["sessions", "delte"], 'no command "delte"; did you mean "delete"?'),
        (["rubric", "chek"], 'no command "chek"; did you mean "check"?'),
        (["rubric", "xyzzy"], 'no command "xyzzy"; rehearse rubric --help names them all'),
        (["play", "--trainne", "t"], "--trainee"),
        (["play", "ira-hvi-test"], 'no scenario "ira-hvi-test"; did you mean "ira-hiv-test"?'),
        (["rubric", "check", "motivaton"], 'no rubric "motivaton"; did you mean "motivation"?'),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_was_mistyped_is_answered_with_what_was_meant(words, told, tmp_path, monkeypatch):
    monkeypatch.setenv("REHEARSE_DATABASE", str(tmp_path / "sessions.sqlite3"))
    assert told in said(*words)


@pytest.mark.parametrize("words", [["debrief"], ["rescore"], ["play", "--session"], ["sessions", "delete", "--yes"]])
def test_a_mistyped_session_is_answered_with_the_one_that_was_meant(words, tmp_path, monkeypatch, library):
    monkeypatch.setattr("simulator.library.Library", lambda: library)
    monkeypatch.setenv("REHEARSE_DATABASE", str(tmp_path / "sessions.sqlite3"))
    said("play", TINY, "--json")
    session = said("sessions").split()[0]
    assert f"no session '{session[:-1]}' here; did you mean {session}?" in said(*words, session[:-1])
    assert "no session '~~~' here; `rehearse sessions` lists those there are" in said(*words, "~~~")


@pytest.mark.parametrize("command", ["review", "verify", "play", "lint", "walk", "sessions --database"])
def test_a_name_no_system_can_take_is_told_in_a_line(command, capsys, monkeypatch, tmp_path):
    monkeypatch.setenv("REHEARSE_DATABASE", str(tmp_path / "sessions.sqlite3"))
    monkeypatch.setenv("REHEARSE_SUPERVISOR", "s-1")
    with pytest.raises(SystemExit) as left:
        main([*command.split(), "x" * 300])
    assert left.value.code in range(2, 5)
    assert len(capsys.readouterr().err.strip().splitlines()) == 1


def test_a_mistake_of_the_program_itself_is_told_without_a_traceback(monkeypatch, capsys):
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("by zero\nand more")

    monkeypatch.setattr(rehearse, "main", broken)
    with pytest.raises(SystemExit) as left:
        main(["list"])
    told = capsys.readouterr().err
    assert left.value.code == OWN_MISTAKE
    assert "(ZeroDivisionError: by zero); what was saved is safe" in told
    assert "Traceback" not in told
    monkeypatch.setenv(TRACEBACK, "1")
    with pytest.raises(ZeroDivisionError):
        main(["list"])


def test_words_in_another_encoding_are_read_as_far_as_they_go(tmp_path):
    run = subprocess.run(
        [sys.executable, "-c", "from simulator.commands import main; main()", "play", TINY, "--json"],
        input=b"caf\xe9 \x00 \xff\nnext\r\n",
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": "utf-8:strict", "REHEARSE_DATABASE": str(tmp_path / "s.sqlite3")},
        timeout=60,
    )
    assert (run.returncode, run.stderr) == (0, b"")
    assert [turn["text"] for turn in json.loads(run.stdout)["turns"]] == ["caf\ufffd \x00 \ufffd", "next"]
