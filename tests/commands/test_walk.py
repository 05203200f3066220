"""`rehearse walk`: which walks hold, what they reach, and what the exit status says."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from simulator.commands import main
from simulator.library import Library

SCENARIO = """
format: 1
id: small
title: "t"
source: "test"
opens: counselor
you_are: "y"
briefing: "b"
client: {alias: "k"}
states:
  - id: one
    stage: contact
    turns:
      - {when: {any: [greeting]}, to: end, client: ["hi there"]}
    otherwise:
      - client: ["what?"]
    silence:
      - {after_seconds: 90, to: gone}
endings:
  - {id: end, kind: reached, debrief: "d"}
  - {id: gone, kind: broken_off, debrief: "d"}
"""

WALKS = """
format: 1
scenario: small
walks:
  - id: well
    style: skilled
    turns: [{say: "Hello!", acts: [greeting], client_says: "HI there", state: end}]
    ending: end
  - {id: mumbles, style: clumsy, turns: [{say: "mhm", client_says: "what", trust: 0}, {wait: 90}], ending: gone}
"""

WRONG = [
    ('{say: "mhm", state: end}', "the state should be end and is one"),
    ('{say: "mhm", trust: 3}', "trust should be 3 and is 0"),
    ('{say: "mhm", acts: [greeting]}', "greeting should be read and is not (read: nothing)"),
    ('{say: "Hello!", not_acts: [greeting]}', "greeting should not be read and is"),
    ('{say: "mhm", client_says: "welcome"}', 'should say "welcome" and says "what?"'),
    ('{wait: 90}, {say: "Hello!"}', "the conversation is over before this step"),
    ('{say: "mhm", topics: [], facts: [], moves: []}', "it should end in end and ends without an ending"),
]


@pytest.fixture(autouse=True)
def one_library(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    """The codebook is compiled once for all of these tests."""
    monkeypatch.setattr("simulator.library.Library", lambda: library)


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    (tmp_path / "small.yaml").write_text(SCENARIO, encoding="utf-8")
    (tmp_path / "small.walks.yaml").write_text(WALKS, encoding="utf-8")
    return tmp_path


def walk(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as left:
        main(["walk", *map(str, arguments)])
    shown = capsys.readouterr()
    return int(left.value.code or 0), shown.out, shown.err


@pytest.mark.parametrize("name", ["", "small.yaml", "small.walks.yaml"])
def test_walks_that_hold(name: str, pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = walk(capsys, "--coverage", pack / name)
    assert (status, err) == (0, "")
    assert out.splitlines() == [
        "small: 2 of 2 walks hold, 2 turns",
        "  coverage 100.0 % (6 of 6 states, endings, topics, reactions, lines with needs)",
        "  turns in which the client found nothing, clumsy: 1 of 1",
        "  turns in which the client found nothing, skilled: 0 of 1",
    ]


@pytest.mark.parametrize(("steps", "told"), WRONG)
def test_what_does_not_hold_is_named(steps: str, told: str, pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = f"format: 1\nscenario: small\nwalks:\n  - {{id: wrong, turns: [{steps}], ending: end}}\n"
    (pack / "small.walks.yaml").write_text(words, encoding="utf-8")
    status, out, _err = walk(capsys, pack)
    assert status == 1
    assert "0 of 1 walks hold" in out
    assert "  wrong, " in out
    assert told in out


def test_a_topic_that_was_not_heard_is_told_with_how_near_it_was(
    pack: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    topics = 'topics: [{id: sleep, asked_as: ["how do you sleep", "are you tired in the morning"], says: ["bad"]}]\n'
    (pack / "small.yaml").write_text(SCENARIO.replace("states:\n", topics + "states:\n", 1), encoding="utf-8")
    words = """format: 1
scenario: small
walks:
  - id: wrong
    turns:
      - {say: "mhm"}
      - {say: "Is the morning bad?", topics: [sleep]}
"""
    (pack / "small.walks.yaml").write_text(words, encoding="utf-8")
    _, out, _ = walk(capsys, pack)
    place = f"  wrong, step 2 ({pack / 'small.walks.yaml'}:7): "
    told = next(line for line in out.splitlines() if line.startswith(place))
    assert re.fullmatch(r"topics should be sleep and are none; nearest: sleep 0\.\d\d of 0\.60", told[len(place) :])
    (failure,) = json.loads(walk(capsys, "--json", pack)[1])[0]["failures"]
    assert (failure["step"], failure["line"]) == (2, 7)


def test_what_no_walk_reaches_fails_only_when_asked_for(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one = WALKS[: WALKS.index("  - {id: mumbles")]
    (pack / "small.walks.yaml").write_text(one, encoding="utf-8")
    assert walk(capsys, pack)[0] == 0
    status, out, _ = walk(capsys, "--coverage", pack)
    assert status == 1
    missing = [line.strip() for line in out.splitlines() if "not reached" in line]
    assert missing == [
        "not reached: ending gone (line 21)",
        "not reached: one.otherwise[0] (line 16)",
        "not reached: one.silence[0] (line 18)",
    ]


def test_a_line_that_no_walk_hears_is_named(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    heard = SCENARIO.replace("client: [", 'client: [{text: "so", needs: {turn_at_least: 1}}, ', 1)
    assert heard != SCENARIO
    (pack / "small.yaml").write_text(heard, encoding="utf-8")
    assert "coverage 100.0 % (7 of 7 " in walk(capsys, "--coverage", pack)[1]
    (pack / "small.yaml").write_text(heard.replace("turn_at_least: 1", "turn_at_least: 99"), encoding="utf-8")
    status, out, _ = walk(capsys, "--coverage", pack)
    assert status == 1
    assert "client[0]" in next(line for line in out.splitlines() if "not reached" in line)


def test_the_same_as_json(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = walk(capsys, "--json", pack)
    report: list[dict[str, Any]] = json.loads(out)
    assert status == 0
    assert [(row["scenario"], row["walks"], row["failures"], row["missing"]) for row in report] == [
        ("small", 2, [], [])
    ]
    assert (report[0]["reached"], report[0]["parts"]) == (6, 6)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (("client: {alias", "clint: {alias"), "clint"),
        (("to: end", "to: ending"), "ending"),
    ],
)
def test_a_broken_scenario_is_bad_content(
    change: tuple[str, str], told: str, pack: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (pack / "small.yaml").write_text(SCENARIO.replace(*change), encoding="utf-8")
    status, out, err = walk(capsys, pack)
    assert (status, out) == (3, "")
    assert "small.yaml:" in err
    assert told in err


def test_no_walks_beside_it_is_bad_content(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (pack / "small.walks.yaml").unlink()
    status, _, err = walk(capsys, pack)
    assert status == 3
    assert "small.walks.yaml" in err


def test_no_such_path(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, _, err = walk(capsys, pack / "nowhere")
    assert status == 3
    assert "nowhere" in err


def test_folders_below_are_walked_and_other_files_are_no_scenarios(
    pack: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    deep = pack / "deep" / "er"
    deep.mkdir(parents=True)
    for name in ("small.yaml", "small.walks.yaml"):
        (pack / name).rename(deep / name)
    (pack / "rubric.yaml").write_text("format: 1\nid: rubric\nareas: []\ncriteria: []\n", encoding="utf-8")
    (deep / "talk.yaml").write_text("about: a\ntalk: |\n  Counselor: hi\nlevels: {}\n", encoding="utf-8")
    status, out, err = walk(capsys, pack)
    assert (status, out, err) == (0, "small: 2 of 2 walks hold, 2 turns\n", "")


def test_a_folder_without_a_scenario_is_misuse(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    empty = pack / "empty"
    empty.mkdir()
    status, out, err = walk(capsys, pack, empty)
    assert (status, out) == (2, "")
    assert "empty: there is no scenario in it, nor in the folders below it" in err


BROKEN = {
    "a key that is not there": "format: 1\nopens: client\n",
    "no YAML": "format: [1\n",
    "none of its keys, but walks beside it": "melody: la\n",
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_broken_scenario_keeps_no_other_from_being_walked(
    case: str, pack: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (pack / "broken.yaml").write_text(BROKEN[case], encoding="utf-8")
    (pack / "broken.walks.yaml").write_text(WALKS, encoding="utf-8")
    status, out, err = walk(capsys, pack)
    assert (status, out) == (3, "small: 2 of 2 walks hold, 2 turns\n")
    assert "broken.yaml:" in err
    assert walk(capsys, pack, "--json")[1].startswith('[{"scenario": "small"')
