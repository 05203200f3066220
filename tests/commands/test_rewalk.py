"""`rewalk`: what was played once holds as a walk, and what cannot be one is told."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from simulator.commands.import_command import command as import_talk
from simulator.commands.play_command import command as play
from simulator.commands.rewalk_command import command
from simulator.commands.walk_command import command as walk
from simulator.errors import ContentError
from simulator.library import Library

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
    (tmp_path / "small.walks.yaml").write_text("format: 1\n", encoding="utf-8")
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


def kept(files: Path) -> str:
    """The walk by the scenario that the talk was played with, where no file of it is named."""
    result = call()
    assert result.exit_code == 0
    assert result.stderr == (
        "rehearse: small is none of those that ship: this is how it was when it was played; "
        "name your file of today with --scenario\n"
    )
    return result.stdout


def test_a_scenario_of_ones_own_need_not_be_named(files: Path) -> None:
    text = played(files, "Where is your coat?", "I bring you some tea.")
    assert kept(files) == text
    assert holds(files, text)
    (files / "small.yaml").write_text(SCENARIO.replace("sold it", "lost it"), encoding="utf-8")
    assert kept(files) == text
    assert "# zero: lost it" in call("--scenario", files / "small.yaml").stdout
    (files / "small.yaml").unlink()
    assert kept(files) == text


@pytest.mark.parametrize("made_by_a_shell", [True, False])
def test_the_first_walk_of_a_scenario_comes_with_what_its_file_begins_with(files: Path, made_by_a_shell: bool) -> None:
    walks = files / "small.walks.yaml"
    played(files, "Where is your coat?", "The bus at the station is warm.")
    walks.write_text("") if made_by_a_shell else walks.unlink()
    first = call("--scenario", files / "small.yaml").stdout
    assert first.startswith("format: 1\nscenario: small\nwalks:\n  - id: ")
    walks.write_text(first, encoding="utf-8")
    second = call("--scenario", files / "small.yaml", "--id", "again").stdout
    walks.write_text(first + second, encoding="utf-8")
    result = CliRunner().invoke(walk, [str(files)])
    assert (result.exit_code, result.stdout) == (0, "small: 2 of 2 walks hold, 4 turns\n")


def test_a_shipped_scenario_that_was_played_as_another_text_is_told(files: Path) -> None:
    shipped = Library().scenario_path("ira-hiv-test").read_text(encoding="utf-8")
    (files / "ira-hiv-test.yaml").write_text(shipped.replace("title: ", "title: 'My ' # ", 1), encoding="utf-8")
    CliRunner().invoke(play, [str(files / "ira-hiv-test.yaml")], input="hello\n")
    assert "as it ships today, and the talk was played with another text of it" in call().stderr
    assert call("--scenario", files / "ira-hiv-test.yaml").stderr == ""
    CliRunner().invoke(play, ["ira-hiv-test"], input="hello\n")
    assert call().stderr == ""


CODEBOOK = ("codebook", "cues", "language", "model")
SALUTE = """
format: 1
act: salute
title: "A salute"
is: "Salutes."
is_not: "Anything else."
source: "test"
group: contact
phrases: ["zorro"]
hits: [{text: "zorro"}]
misses: [{text: "hello"}]
"""


def test_a_talk_of_a_pack_is_read_by_its_own_codebook(files: Path) -> None:
    pack = files / "pack"
    rubrics = Library().packs.codebooks()["en"]
    for part in CODEBOOK:
        shutil.copytree(rubrics / part, pack / "rubrics" / part)
    (pack / "rubrics" / "codebook" / "en" / "salute.yaml").write_text(SALUTE, encoding="utf-8")
    scenario = pack / "scenarios" / "small.yaml"
    scenario.parent.mkdir()
    own = "      - {when: {any: [salute]}, client: [olé], to: tea}\n    otherwise:"
    scenario.write_text(SCENARIO.replace("    otherwise:", own, 1), encoding="utf-8")
    result = CliRunner().invoke(play, [str(scenario), "--seed", "1"], input="zorro my friend\n")
    assert result.exit_code == 0, result.output
    text = kept(files)
    assert "# zero: olé" in text
    first = call("--scenario", scenario).stdout
    assert first.endswith(text)
    (pack / "scenarios" / "small.walks.yaml").write_text(first, encoding="utf-8")
    assert CliRunner().invoke(walk, [str(pack)]).exit_code == 0


def test_names_that_yaml_takes_for_something_else_are_put_in_quotes(files: Path) -> None:
    odd = SCENARIO.replace("id: tea", 'id: "null"').replace("to: tea", 'to: "null"').replace("id: coat", 'id: "12"')
    (files / "small.yaml").write_text(odd, encoding="utf-8")
    text = played(files, "Where is your coat?", "I bring you some tea.")
    assert 'topics: ["12"]' in text
    assert 'state: "null"' in text
    assert holds(files, text)
