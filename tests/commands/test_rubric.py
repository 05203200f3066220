"""`rehearse rubric`: smells and tables of rubrics, in text and JSON, and what the exit status says."""

import json
from pathlib import Path

import pytest

from simulator import library as library_module
from simulator.commands import main
from simulator.library import Library
from simulator.loader.packs import Packs, shipped

RUBRIC = """
format: 1
id: small
title: "Small"
areas: [{id: listening, title: "Listening"}]
criteria:
  - id: greets
    area: listening
    kind: presence
    title: "Greets"
    source: "test"
    wanted: [{acts: [greeting]}]
    impossible: [partly]
    anchors: {met: "Greets.", not_yet: "Does not."}
    feedback: {try: [{reason: "It is kind.", wording: "Hello."}]}
"""
TALK = """
about: "Somebody says hello."
kind: other
rubric: small
talk: |
  Client: hi
  Counselor: {words}
levels: {{greets: {level}}}
"""


@pytest.fixture(autouse=True)
def pack(library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A pack with one small rubric and no scenario, read with the codebook that ships."""
    (tmp_path / "pack" / "rubrics").mkdir(parents=True)
    (tmp_path / "pack" / "rubrics" / "small.yaml").write_text(RUBRIC, encoding="utf-8")
    small = Library(Packs((tmp_path / "pack",)))
    small.readers = library.readers  # type: ignore[method-assign]
    monkeypatch.setattr(library_module, "Library", lambda: small)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def talks(pack: Path) -> Path:
    folder = pack / "talks"
    folder.mkdir()
    for name, words, level in (("polite", "Hello!", "met"), ("rude", "What do you want?", "not_yet")):
        (folder / f"{name}.yaml").write_text(TALK.format(words=words, level=level), encoding="utf-8")
    return folder


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as left:
        main(["rubric", *arguments])
    return int(left.value.code or 0)


def test_a_rubric_without_examples_smells(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", "small") == 1
    out, err = capsys.readouterr()
    assert out == (
        "small: greets: no example of any level; write a walk with scores, or a talk with levels, or declare the level "
        "impossible [no-example]\n"
    )
    assert err == "1 finding\n"


def test_talks_take_the_smell_away_and_all_rubrics_are_checked(talks: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", "--talks", str(talks)) == 0
    assert capsys.readouterr() == ("", "nothing to complain about\n")


def test_smells_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", "small", "--json") == 1
    (row,) = json.loads(capsys.readouterr().out)
    assert list(row) == ["rubric", "criterion", "what", "remedy", "code"]
    assert (row["rubric"], row["criterion"], row["code"]) == ("small", "greets", "no-example")


def test_the_table_shows_what_cannot_come(talks: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("table", "small", "--talks", str(talks)) == 0
    assert capsys.readouterr() == (
        "               met      partly     not yet\ngreets           1  impossible           1\n",
        "every level has an example\n",
    )


def test_the_table_as_json_with_an_empty_cell(talks: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (talks / "rude.yaml").unlink()
    assert run("table", "small", "--talks", str(talks), "--format", "json") == 1
    assert json.loads(capsys.readouterr().out) == {
        "rubric": "small",
        "criteria": [{"criterion": "greets", "area": "listening", "met": 1, "partly": None, "not_yet": 0}],
        "failures": [],
    }


def test_a_talk_that_does_not_hold_is_named_and_counts_for_nothing(
    talks: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (talks / "wrong.yaml").write_text(TALK.format(words="Good evening!", level="not_yet"), encoding="utf-8")
    assert run("table", "small", "--talks", str(talks)) == 1
    out, err = capsys.readouterr()
    assert out.splitlines()[1:] == [
        "greets           1  impossible           1",
        "does not hold: wrong: greets should be not_yet and is met",
    ]
    assert err == "every level has an example; 1 example does not hold\n"


def test_a_misread_level_proves_nothing_and_fails_nothing(talks: Path) -> None:
    wrong = TALK.format(words="Good evening!", level="not_yet") + "misread: [greets]\n"
    (talks / "wrong.yaml").write_text(wrong, encoding="utf-8")
    assert run("table", "small", "--talks", str(talks)) == 0


def test_scenarios_beside_the_talks_are_no_talks(talks: Path) -> None:
    (talks / "scenario.yaml").write_text("format: 1\nopens: client\n", encoding="utf-8")
    assert run("table", "small", "--talks", str(talks)) == 0


WRONG_TALKS = {
    "a criterion that is not there": ("greets:", "greet:", '8:10: levels.greet: there is no criterion "greet"'),
    "a rubric that is not there": ("rubric: small", "rubric: smal", '4:9: rubric: there is no rubric "smal"'),
    "a level that is not there": ("met}", "good}", '8:18: levels.greets: "good" cannot stand here'),
    "a key that is not there": ("about:", "abuot:", '2:1: abuot: there is no key "abuot" here'),
    "a scenario outside the folder": (
        "rubric: small",
        "rubric: small\nscenario: ../pack/rubrics/small.yaml",
        '5:11: scenario: there is no scenario "../pack/rubrics/small.yaml", and no such file in the folder of the talk',
    ),
    "no counselor": ("Counselor:", "Cuonselor:", 'nobody in it is called "Counselor"'),
}


@pytest.mark.parametrize("case", WRONG_TALKS)
def test_what_is_wrong_with_a_talk_is_told_at_its_place(
    case: str, talks: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old, new, message = WRONG_TALKS[case]
    path = talks / "polite.yaml"
    path.write_text(path.read_text("utf-8").replace(old, new), encoding="utf-8")
    assert run("table", "small", "--talks", str(talks)) == 3
    err = capsys.readouterr().err
    assert err.startswith("rehearse: talks/polite.yaml:")
    assert message in err


MISUSE = {
    "an unknown rubric": (("check", "smal"), 3, 'no rubric "smal"; did you mean "small"?'),
    "no such folder": (("table", "small", "--talks", "nowhere"), 2, "'nowhere' does not exist"),
    "a folder without talks": (("table", "small", "--talks", "."), 3, "there is no talk in it"),
    "an unknown sub-command": (("chek",), 2, 'no command "chek"; did you mean "check"?'),
}


@pytest.mark.parametrize("case", MISUSE)
def test_misuse(case: str, capsys: pytest.CaptureFixture[str]) -> None:
    arguments, status, message = MISUSE[case]
    assert run(*arguments) == status
    assert message in capsys.readouterr().err


def test_walks_with_scores_are_examples(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (pack / "pack" / "scenarios").mkdir()
    for name in ("hello.yaml", "hello.walks.yaml"):
        (pack / "pack" / "scenarios" / name).write_text(SCENARIO[name], encoding="utf-8")
    assert run("table", "small") == 1
    assert capsys.readouterr().out.splitlines()[1] == "greets           1  impossible           0"


SCENARIO = {
    "hello.yaml": """
format: 1
id: hello
title: "t"
source: "test"
opens: counselor
you_are: "y"
briefing: "b"
rubric: small
client: {alias: "k"}
states:
  - id: one
    stage: contact
    turns: [{when: {any: [greeting]}, to: end, client: ["hi there"]}]
    otherwise: [{client: ["what?"]}]
    silence: [{after_seconds: 90, to: end}]
endings: [{id: end, kind: reached, debrief: "d"}]
""",
    "hello.walks.yaml": """
format: 1
scenario: hello
walks:
  - {id: well, turns: [{wait: 5}, {dm: "Hello!"}, {say: "too late"}], scores: {greets: met}}
  - {id: unscored, turns: [{say: "mhm"}, {wait: 90}]}
""",
}


def test_the_rubrics_that_ship_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    assert {"motivation", "brief-intervention", "referral", "first-contact"} <= set(Packs((shipped(),)).rubrics())
