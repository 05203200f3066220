"""A rubric of one's own: where it lies, and that every command finds it there by the same rule."""

from pathlib import Path

import pytest

from simulator import library as library_module
from simulator.commands import main
from simulator.library import Library

RUBRIC = """
format: 1
id: after-relapse
title: "After a relapse"
areas: [{id: shame, title: "Shame"}]
criteria:
  - id: greets
    area: shame
    kind: presence
    title: "Greets"
    source: "test"
    wanted: [{acts: [greeting]}]
    impossible: [partly]
    anchors: {met: "Greets.", not_yet: "Does not."}
    feedback: {try: [{reason: "It is kind.", wording: "Hello."}]}
"""
SCENARIO = """
format: 1
id: lena
title: "Lena"
source: "test"
opens: counselor
you_are: "y"
briefing: "b"
rubric: after-relapse
criteria: {greets: {matters: most}}
client: {alias: "k"}
states:
  - id: one
    stage: contact
    turns: [{when: {any: [greeting]}, to: end, client: ["hi there"]}]
    silence: [{after_seconds: 90, to: end}]
endings: [{id: end, kind: reached, debrief: "d"}]
"""
WALKS = """
format: 1
scenario: lena
walks:
  - {id: well, turns: [{say: "Hello!"}], ending: end, scores: {greets: met}}
  - {id: mumbles, turns: [{say: "mhm"}, {wait: 90}], ending: end, scores: {greets: not_yet}}
"""
TALK = """
about: "Somebody says hello."
kind: other
rubric: after-relapse
talk: |
  Client: hi
  Counselor: Hello!
levels: {greets: met}
"""


@pytest.fixture(autouse=True)
def here(library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder; the codebook is compiled once for all of these tests."""
    monkeypatch.setattr(library_module, "Library", lambda: library)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def written(name: str, text: str) -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text, encoding="utf-8")


@pytest.fixture
def pack() -> None:
    """A pack as an author lays it out, with talks beside."""
    written("lay/rubrics/after-relapse.yaml", RUBRIC)
    written("lay/scenarios/lena.yaml", SCENARIO)
    written("lay/scenarios/lena.walks.yaml", WALKS)
    written("lay/talks/polite.yaml", TALK)
    written("talk.txt", "Counselor: Hello!\nClient: hi\n")


@pytest.fixture
def apart() -> None:
    """A rubric and talks in folders that are no pack."""
    written("my-rubrics/after-relapse.yaml", RUBRIC)
    written("my-talks/polite.yaml", TALK)
    written("my-talks/rude.yaml", TALK.replace("Hello!", "What do you want?").replace("met", "not_yet"))


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as left:
        main([*arguments])
    shown = capsys.readouterr()
    return int(left.value.code or 0), shown.out, shown.err


SCENARIO_COMMANDS = {
    "lint": ("lint", "lay"),
    "walk": ("walk", "lay/scenarios/lena.yaml"),
    "score": ("score", "talk.txt", "--scenario", "lay/scenarios/lena.yaml"),
    "score by its id": ("score", "talk.txt", "--scenario", "lay/scenarios/lena.yaml", "--rubric", "after-relapse"),
}
EXAMPLE_COMMANDS = {
    "the table of its id": ("rubric", "table", "after-relapse", "--talks", "lay/talks"),
    "the check of its file": ("rubric", "check", "lay/rubrics/after-relapse.yaml", "--talks", "lay/talks"),
}
"""These play all walks there are."""


@pytest.mark.usefixtures("pack")
@pytest.mark.parametrize(
    "arguments",
    [
        *(pytest.param(row, id=name) for name, row in SCENARIO_COMMANDS.items()),
        *(pytest.param(row, id=name, marks=pytest.mark.slow) for name, row in EXAMPLE_COMMANDS.items()),
    ],
)
def test_a_rubric_of_the_pack_is_found(arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    status, _out, err = run(capsys, *arguments)
    assert (status, "no rubric" in err) == (0, False), err


@pytest.mark.usefixtures("pack")
def test_bots_are_judged_by_it(capsys: pytest.CaptureFixture[str]) -> None:
    _status, out, err = run(capsys, "bots", "lay/scenarios/lena.yaml", "--plays", "1")
    assert err == ""
    assert "shame 1/0/0" in out


@pytest.mark.usefixtures("pack")
def test_a_talk_is_played_and_judged_by_it(library: Library) -> None:
    frozen = library.frozen("lay/scenarios/lena.yaml")
    assert (frozen.rubric.id, frozen.codebook) == ("after-relapse", library.codebook("en"))
    assert library.for_scenario("lay/scenarios/lena.yaml").readers("en") is library.readers("en")


@pytest.mark.slow
@pytest.mark.usefixtures("pack")
def test_walks_of_the_pack_are_examples_of_its_rubric(capsys: pytest.CaptureFixture[str]) -> None:
    _status, out, _err = run(capsys, "rubric", "table", "lay/rubrics/after-relapse.yaml")
    assert out.splitlines()[1].split() == ["greets", "1", "impossible", "1"]


@pytest.mark.slow
@pytest.mark.usefixtures("pack")
def test_a_talk_may_play_a_scenario_of_its_pack_by_id(capsys: pytest.CaptureFixture[str]) -> None:
    written("lay/talks/polite.yaml", TALK.replace("talk:", "scenario: lena\ntalk:"))
    status, _out, err = run(capsys, "rubric", "table", "after-relapse", "--talks", "lay/talks")
    assert (status, err) == (0, "every level has an example\n")


@pytest.mark.slow
@pytest.mark.usefixtures("apart")
@pytest.mark.parametrize("what", ["table", "check"])
def test_a_rubric_named_by_its_path_is_known_by_its_id(what: str, capsys: pytest.CaptureFixture[str]) -> None:
    status, _out, err = run(capsys, "rubric", what, "my-rubrics/after-relapse.yaml", "--talks", "my-talks")
    assert status == 0, err


@pytest.mark.usefixtures("apart")
def test_a_scenario_is_scored_by_a_rubric_named_by_its_path(capsys: pytest.CaptureFixture[str]) -> None:
    written("my-scenarios/lena.yaml", SCENARIO)
    written("talk.txt", "Counselor: Hello!\n")
    named = ("--scenario", "my-scenarios/lena.yaml", "--rubric", "my-rubrics/after-relapse.yaml")
    status, out, err = run(capsys, "score", "talk.txt", *named)
    assert (status, "Greets" in out) == (0, True), err


@pytest.mark.usefixtures("apart")
def test_a_rubric_that_is_not_found_is_told_with_the_place_for_it(capsys: pytest.CaptureFixture[str]) -> None:
    written("my-scenarios/lena.yaml", SCENARIO)
    written("my-scenarios/lena.walks.yaml", WALKS)
    status, _out, err = run(capsys, "walk", "my-scenarios/lena.yaml")
    assert status == 3
    assert "a rubric of your own goes by its id and lies in a folder rubrics around this file" in err
    Path("my-rubrics").rename("rubrics")
    assert run(capsys, "walk", "my-scenarios/lena.yaml")[0] == 0


@pytest.mark.usefixtures("pack")
def test_what_is_wrong_with_the_rubric_is_told_in_its_own_file(capsys: pytest.CaptureFixture[str]) -> None:
    written("lay/rubrics/after-relapse.yaml", RUBRIC.replace("title:", "titel:", 1))
    for command in (("walk", "lay/scenarios/lena.yaml"), ("rubric", "table", "after-relapse", "--talks", "lay/talks")):
        status, _out, err = run(capsys, *command)
        assert status == 3
        assert 'lay/rubrics/after-relapse.yaml:4:1: titel: there is no key "titel" here' in err
        assert "no rubric" not in err
