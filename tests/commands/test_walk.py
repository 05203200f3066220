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
    assert "small.yaml" in walk(capsys, pack / "smal.yaml")[2]
    assert 'did you mean "ira-hiv-test"?' in walk(capsys, "ira-hvi-test")[2]


def test_a_shipped_scenario_is_walked_by_its_id(
    pack: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("simulator.loader.packs.Packs.scenarios", lambda packs: {"small": pack / "small.yaml"})
    assert walk(capsys, "small")[1] == "small: 2 of 2 walks hold, 2 turns\n"


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


TALKATIVE = """
format: 1
id: small
title: "t"
source: "test"
opens: client
you_are: "y"
briefing: "b"
client: {alias: "k", trust: {start: 0, leaves_at: -2, leaves_to: gone}}
facts:
  - {id: warm, fact: "The bus is warm.", given_as: ["the bus at the station is warm"], source: "test, 2026"}
topics:
  - {id: coat, asked_as: ["where is your coat"], says: ["sold it"], trust: 1}
states:
  - id: one
    stage: contact
    client: ["hey", {text: "are you police", asks: {id: police, answered_as: ["i am not police"]}}]
    turns:
      - {when: {any: [judgment]}, trust: -5, client: ["ok bye"]}
      - {when: {fact: warm}, to: two, client: ["going there"]}
    otherwise:
      - client: ["what?"]
  - id: two
    stage: closing
    client: ["coming?"]
    silence:
      - {after_seconds: 90, to: end}
endings:
  - {id: end, kind: reached, debrief: "d"}
  - {id: gone, kind: broken_off, says: "k is offline.", debrief: "d"}
"""

TALKS = """
format: 1
scenario: small
walks:
  - id: listens
    style: skilled
    turns:
      - {say: "Hello! Where is your coat?"}
      - {say: "mhm", trust: 3}
      - {say: "The bus at the station is warm.", state: two}
      - {wait: 90}
    ending: end
  - {id: blames, turns: [{say: "I am not police. You should be ashamed of yourself."}], ending: end}
"""

LISTENS = """\
listens (skilled, FILE.walks.yaml:5)
  k: hey
  k: are you police

  1. you: Hello! Where is your coat?
       acts            greeting "Hello", closed_question "Where is your coat"
       topics          coat "Where is your coat"
       trust           0 -> 1
  k: sold it

  2. you: mhm
       nothing found   that the client reacts to; nearest: one.turns[0] lacks any of judgment
       reaction        one.otherwise[0] (line 22)
       DOES NOT HOLD   trust should be 3 and is 1
  k: what?

  3. you: The bus at the station is warm.
       acts            information
       facts           warm
       reaction        one.turns[1] (line 20)
       state           one -> two
  k: going there
  k: coming?

  4. (90 seconds of silence)
       reaction        two.silence[0] (line 27)
       state           two -> end

  ends in end

small: 0 of 2 walks hold, 4 turns
"""

BLAMES = """\
blames (misstep, FILE.walks.yaml:13)
  k: hey
  k: are you police

  1. you: I am not police. You should be ashamed of yourself.
       acts            judgment "You should be ashamed"
       answers         police "I am not police"
       reaction        one.turns[0] (line 19), client.trust.leaves_to (line 9)
       state           one -> gone
       trust           0 -> -5
  k: ok bye
  telegram: k is offline.

  ends in gone
       DOES NOT HOLD   it should end in end and ends in gone

small: 0 of 2 walks hold, 4 turns
"""


@pytest.fixture
def talkative(pack: Path) -> Path:
    (pack / "small.yaml").write_text(TALKATIVE, encoding="utf-8")
    (pack / "small.walks.yaml").write_text(TALKS, encoding="utf-8")
    return pack / "small.yaml"


@pytest.mark.parametrize(("walk_id", "page"), [("listens", LISTENS), ("blames", BLAMES)])
def test_a_walk_is_shown_as_a_talk(
    walk_id: str, page: str, talkative: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, out, err = walk(capsys, talkative, "--show", walk_id)
    assert (status, err) == (1, "")
    told = out[: out.index("small: ")] + out[out.index("small: ") :].splitlines()[0] + "\n"
    assert told == page.replace("FILE", str(talkative.with_suffix("")))


def test_beside_a_walk_that_is_shown_no_other_is_told(talkative: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = walk(capsys, talkative, "--show", "blames")[1]
    assert [line for line in out.splitlines() if "walks.yaml:" in line][1:] == [
        f"  blames, at the end ({talkative.with_suffix('')}.walks.yaml:13): it should end in end and ends in gone"
    ]
    assert "  listens, step 2 (" in walk(capsys, talkative, "--show")[1]


@pytest.mark.parametrize("behind", [True, False])
def test_all_walks_are_shown_wherever_the_option_stands(
    behind: bool, talkative: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = (talkative, "--show") if behind else ("--show", talkative)
    out = walk(capsys, *words)[1]
    assert out.index("listens (skilled") < out.index("blames (misstep") < out.index("small: 0 of 2 walks hold")


def test_a_talk_as_data(talkative: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (report,) = json.loads(walk(capsys, talkative, "--show", "listens", "--json")[1])
    (talk,) = report["talks"]
    first, second, *_, last = talk["steps"]
    assert (talk["walk"], talk["line"], talk["ending"]) == ("listens", 5, "end")
    assert [one["text"] for one in talk["opening"]] == ["hey", "are you police"]
    assert (first["text"], first["topics"][0]["topic"], first["client"][0]["text"]) == (
        "Hello! Where is your coat?", "coat", "sold it"
    )  # fmt: skip
    assert (second["matched"], second["reactions"]) == (False, [{"name": "one.otherwise[0]", "line": 22}])
    assert (last["wait"], last["before"]["state"], last["after"]["state"]) == (90.0, "two", "end")
    assert [(one["step"], one["what"]) for one in talk["failures"]] == [(2, "trust should be 3 and is 1")]
    assert "talks" not in json.loads(walk(capsys, talkative, "--json")[1])[0]


def test_a_walk_that_is_not_there_cannot_be_shown(talkative: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = walk(capsys, talkative, "--show", "blame")
    assert (status, out) == (2, "")
    assert 'there is no walk "blame"; did you mean "blames"?' in err
