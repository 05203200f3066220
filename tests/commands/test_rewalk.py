"""`rewalk`: what was played once holds as a walk, and what cannot be one is told."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from simulator.commands.import_command import command as import_talk
from simulator.commands.play_command import command as play
from simulator.commands.rewalk_command import command
from simulator.commands.walk_command import command as walk
from simulator.errors import ContentError

SCENARIO = """
format: 1
id: small
title: "A small talk"
source: "for tests"
content_note: "None of it is real."
opens: client
channel: {kind: group}
you_are: "Oleg, a peer counselor."
briefing: "Somebody writes."
client: {alias: zero}
facts:
  - {id: warm, fact: "The bus is warm.", given_as: ["the bus at the station is warm"], source: "test, 2026"}
topics:
  - {id: coat, asked_as: ["where is your coat"], says: ["sold it"]}
moves:
  - {id: brings-tea, said_as: ["i bring you some tea"]}
states:
  - id: cold
    stage: contact
    client: ["hey"]
    turns:
      - {when: {move: brings-tea}, client: ["thanks"], to: tea}
      - {when: {seconds_at_least: 100}, client: ["you are slow"], to: tea}
      - {when: {fact: warm}, client: ["going there"], to: gone}
    otherwise: [{client: ["ok"]}]
    silence: [{after_seconds: 300, client: ["still there?"]}]
  - id: tea
    stage: closing
    where: group
    client: ["now to all"]
    otherwise: [{client: ["yes"]}]
    silence: [{after_seconds: 3000, to: gone}]
endings:
  - {id: gone, kind: reached, debrief: "Zero is warm."}
safety: {aftercare: "Take a break."}
"""


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("REHEARSE_DATABASE", str(tmp_path / "sessions.sqlite3"))
    (tmp_path / "small.yaml").write_text(SCENARIO, encoding="utf-8")
    return tmp_path


def call(*words: object) -> Result:
    return CliRunner().invoke(command, [str(word) for word in words])


def played(files: Path, *lines: str) -> str:
    """The walk of a talk with these lines."""
    result = CliRunner().invoke(play, [str(files / "small.yaml"), "--seed", "1"], input="\n".join(lines) + "\n")
    assert result.exit_code == 0, result.output
    again = call("--scenario", files / "small.yaml")
    assert again.exit_code == 0, again.output
    return again.stdout


def holds(files: Path, text: str) -> bool:
    (files / "small.walks.yaml").write_text(f"format: 1\nscenario: small\nwalks:\n{text}", encoding="utf-8")
    return CliRunner().invoke(walk, [str(files / "small.yaml")]).exit_code == 0


def test_a_session_becomes_a_walk_that_holds(files: Path) -> None:
    text = played(files, 'Where is your coat? Say "no" if \\ you like \U0001f600', "The bus at the station is warm.")
    assert text.split("\n", 1)[1] == (
        "    turns:\n"
        '      - say: "Where is your coat? Say \\"no\\" if \\\\ you like \U0001f600"\n'
        "        topics: [coat]\n"
        "        state: cold\n"
        "        # zero: sold it\n"
        '      - say: "The bus at the station is warm."\n'
        "        facts: [warm]\n"
        "        state: gone\n"
        "        # zero: going there\n"
        "    ending: gone\n"
    )
    assert holds(files, text)
    assert not holds(files, text.replace("topics: [coat]", "topics: []"))


def test_places_and_the_silences_that_were_broken_are_kept(files: Path) -> None:
    text = played(files, "/wait 400", "I bring you some tea.", "/dm", "hello you", "/group", "hello all")
    steps = [row.strip() for row in text.splitlines() if row.startswith("      - ")]
    assert steps == ["- wait: 400", '- say: "I bring you some tea."', '- dm: "hello you"', '- say: "hello all"']
    assert holds(files, text)


def test_other_pauses_are_kept_where_the_talk_hangs_on_them(files: Path) -> None:
    text = played(files, "hm", "/wait 120", "hm hm")
    assert "wait: 120" in text
    assert "state: tea" in text
    assert holds(files, text)


def test_a_name_of_ones_own_and_the_seed(files: Path) -> None:
    CliRunner().invoke(play, [str(files / "small.yaml"), "--seed", "7"], input="hello\n")
    rows = call("--scenario", files / "small.yaml", "--id", "cold-feet").stdout.splitlines()
    assert rows[:2] == ['  - id: "cold-feet"', "    seed: 7"]


def test_names_and_words_that_yaml_takes_for_something_else_are_kept_as_they_are(files: Path) -> None:
    text = played(files, "line\u2028break \u202e \u200d \ufeff null")
    assert holds(files, text)
    assert holds(files, call("--scenario", files / "small.yaml", "--id", "123").stdout)


def test_what_comes_after_todays_ending_is_left_out_and_told(files: Path) -> None:
    played(files, "hello", "again", "and again")
    sooner = SCENARIO.replace('otherwise: [{client: ["ok"]}]', "otherwise: [{to: gone}]")
    (files / "small.yaml").write_text(sooner, encoding="utf-8")
    result = call("--scenario", files / "small.yaml")
    assert result.stdout.count("say:") == 1
    assert result.stderr == "rehearse: by today's scenario the talk is over before its last 2 turns\n"


def test_what_cannot_be_a_walk_is_told(files: Path) -> None:
    assert "no session yet" in call().output
    CliRunner().invoke(play, [str(files / "small.yaml")], input="/quit\n")
    empty = call("--scenario", files / "small.yaml").exception
    assert isinstance(empty, ContentError)
    assert "has no turn yet" in str(empty)
    other = call("--scenario", "ira-hiv-test").exception
    assert isinstance(other, ContentError)
    (files / "talk.txt").write_text("Oleg: hello\nIra: hi\n", encoding="utf-8")
    assert (
        CliRunner().invoke(import_talk, [str(files / "talk.txt"), "--counselor", "Oleg", "--trainee", "K7"]).exit_code
        == 0
    )
    elsewhere = call().exception
    assert isinstance(elsewhere, ContentError)
    assert "was held elsewhere" in str(elsewhere)
