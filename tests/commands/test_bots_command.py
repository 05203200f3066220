"""`rehearse bots`: what it prints, and what its exit status says."""

import json
import shutil
from pathlib import Path

import pytest

from simulator.authoring.bots import Play, play
from simulator.authoring.walk import Walker
from simulator.commands import main
from simulator.commands.bot_cast import cast_of
from simulator.library import Library

EXAMPLE = str(Path(__file__).parents[2] / "docs" / "example" / "first-visit.yaml")


def run(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as left:
        main(["bots", *arguments])
    out, err = capsys.readouterr()
    return int(left.value.code or 0), out, err


@pytest.fixture(autouse=True)
def _loaded_once(monkeypatch: pytest.MonkeyPatch, library: Library) -> None:
    monkeypatch.setattr("simulator.library.Library", lambda: library)


@pytest.fixture
def _ranked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("simulator.authoring.bot_ranking.broken", lambda records, rubric: [])


@pytest.mark.usefixtures("_ranked")
def test_every_bot_has_its_lines_and_the_ranking_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run([EXAMPLE, "--plays", "1"], capsys)
    assert status == 0
    assert out.startswith("first-visit, 1 talk per bot\n  skilled: ")
    assert "  silent: " in out
    assert "100.0 % not understood" in out
    assert "contact 0/0/1" in out
    assert out.endswith("  the ranking holds\n")


def test_a_ranking_that_does_not_hold_is_told_and_fails(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("simulator.authoring.bot_ranking.broken", lambda records, rubric: ["skilled is below"])
    status, out, _ = run([EXAMPLE, "--plays", "1"], capsys)
    assert status == 1
    assert out.endswith("  does not hold: skilled is below\n")


@pytest.mark.usefixtures("_ranked")
def test_trouble_is_told_with_its_seed_and_turns_and_fails(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def troubled(*given: object) -> Play:
        one = play(*given)  # type: ignore[arg-type]
        return one._replace(trouble="it broke") if one.bot == "silent" else one

    monkeypatch.setattr("simulator.authoring.bots.play", troubled)
    status, out, _ = run([EXAMPLE, "--plays", "1", "--seed", "5"], capsys)
    assert status == 1
    assert "  silent, seed 5: it broke\n    1. " in out


@pytest.mark.usefixtures("_ranked")
def test_json_holds_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run([EXAMPLE, "--plays", "2", "--json"], capsys)
    (report,) = json.loads(out)
    assert status == 0
    assert (report["scenario"], report["plays"], report["broken"], report["troubles"]) == ("first-visit", 2, [], [])
    assert [row["bot"] for row in report["bots"]][:2] == ["skilled", "clumsy"]
    assert report["bots"][0]["criteria"]["introduces-self"] == {"met": 2}


def test_a_talk_of_a_bot_is_shown_as_walks_are_with_the_levels_it_comes_to(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run([EXAMPLE, "--show", "skilled", "--seed", "3"], capsys)
    assert status == 0
    assert out.startswith("skilled (seed 3)\n  mika_7: hi. is this the drop-in\n")
    assert "       reaction        hello.turns[" in out
    assert "DOES NOT HOLD" not in out
    assert 'introduces-self       met     1. "' in out
    assert "ranking" not in out
    assert out == run([EXAMPLE, "--show", "skilled", "--seed", "3"], capsys)[1]


def test_what_is_shown_is_what_was_played(library: Library) -> None:
    cast = cast_of(library, EXAMPLE)
    for bot in cast.bots:
        played = play(cast.script, bot, cast.speech, 2)
        outcome = Walker(cast.script, cast.rubric).run(played.walk)
        assert [step.turn for step in outcome.steps if step.turn] == list(played.transcript.turns), bot.id
        assert outcome.failures == ()


def test_talks_of_a_bot_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run([EXAMPLE, "--show", "silent", "--plays", "2", "--json"], capsys)
    first, second = json.loads(out)
    assert status == 0
    assert (first["scenario"], first["bot"], first["seed"], second["seed"]) == ("first-visit", "silent", 1, 2)
    assert (first["failures"], first["trouble"]) == ([], None)
    assert first["levels"]["introduces-self"] == {
        "level": "not_yet",
        "note": "no self introduction in the talk",
        "evidence": [],
    }


def test_a_crash_is_shown_behind_the_talk_that_led_to_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("simulator.authoring.bots.Trainee.goes_on", lambda trainee, session: {}["lost"])
    status, out, _ = run([EXAMPLE, "--show", "skilled"], capsys)
    assert status == 1
    assert "  goes on: no ending is reached\n  KeyError: 'lost', in the state hello\n" in out


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        pytest.param([EXAMPLE, "--show", "skiled"], 2, "write one of skilled, clumsy, advice-giver", id="no bot"),
        pytest.param(["no-such-one"], 3, 'no scenario "no-such-one"', id="unknown scenario"),
        pytest.param(["--plays", "0"], 2, "0 is not in the range", id="no plays"),
    ],
)
def test_misuse(arguments: list[str], status: int, message: str, capsys: pytest.CaptureFixture[str]) -> None:
    found, _, err = run(arguments, capsys)
    assert found == status
    assert message in err


def test_no_bots_in_the_language(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("simulator.loader.bots_file.bots_path", lambda packs, language: None)
    status, _, err = run([EXAMPLE], capsys)
    assert status == 3
    assert 'no bots speak "en"; their file would be rubrics/bots/en.yaml' in err


@pytest.mark.usefixtures("_ranked")
def test_a_folder_is_every_scenario_in_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "below").mkdir()
    shutil.copy(EXAMPLE, tmp_path / "below")
    (tmp_path / "a-broken.yaml").write_text("format: 1\nopens: client\n", encoding="utf-8")
    status, out, err = run([str(tmp_path), "--plays", "1"], capsys)
    assert status == 3
    assert out.startswith("first-visit, 1 talk per bot\n")
    assert "a-broken.yaml:" in err


def test_a_folder_without_a_scenario_is_misuse(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = run([str(tmp_path)], capsys)
    assert (status, out) == (2, "")
    assert "there is no scenario in it" in err


WAITS = """
format: 1
id: waits
title: "t"
source: "test"
opens: client
you_are: "y"
briefing: "b"
client: {alias: "k"}
moves: [{id: sings, said_as: ["la la la la"]}]
states:
  - id: one
    stage: contact
    client: ["hey"]
    turns: [{when: {move: sings, trust_at_least: 9}, to: end}]
    otherwise: [{client: ["what?"]}]
endings: [{id: end, kind: reached, debrief: "d"}]
"""


@pytest.mark.usefixtures("_ranked")
def test_the_same_trouble_is_told_once(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def troubled(*given: object) -> Play:
        one = play(*given)  # type: ignore[arg-type]
        return one._replace(trouble="it broke") if one.bot == "silent" else one

    monkeypatch.setattr("simulator.authoring.bots.play", troubled)
    _, out, _ = run([EXAMPLE, "--plays", "3"], capsys)
    assert out.count("it broke") == 1
    assert "  silent, seed 1: it broke (and in 2 more talks)\n    1. " in out


@pytest.mark.usefixtures("_ranked")
def test_where_talks_stay_is_told_with_what_would_lead_on(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "waits.yaml").write_text(WAITS, encoding="utf-8")
    status, out, _ = run([str(tmp_path / "waits.yaml"), "--plays", "1"], capsys)
    assert status == 1
    rows = out.splitlines()
    at = rows.index("    no ending in 1 talk that stayed in one: with seed 1 from the beginning, trust 0 at last")
    assert rows[at + 1 : at + 3] == [
        '      the client wrote last: "what?"',
        "      would lead on: to end with move: sings; trust_at_least: 9",
    ]
    assert any(': the client wrote "what?" 7 times in a row, in the state one' in row for row in rows)
    (report,) = json.loads(run([str(tmp_path / "waits.yaml"), "--plays", "1", "--json"], capsys)[1])
    stays = [one for bot in report["bots"] for one in bot["standstills"]]
    assert {one["state"] for one in stays} == {"one"}
