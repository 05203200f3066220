"""`rehearse code --scenario`: what a scenario hears in a turn, what it does not, and why."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from simulator.commands import rehearse
from simulator.library import Library

SHIPPED = "rehab-or-ost"
WRITTEN = str(Path(__file__).parents[2] / "docs" / "example" / "first-visit.yaml")
TURN = "Nobody asks for your name. Who are you sharing with? What music do you like? I can wait at the door."


@pytest.fixture(autouse=True)
def one_library(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    """The codebook is compiled once for all of these tests."""
    monkeypatch.setattr("simulator.library.Library", lambda: library)


def code(*arguments: str, given: str = "") -> Result:
    return CliRunner().invoke(rehearse, ["code", *arguments], input=given)


def test_topics_moves_and_answers_stand_beside_the_acts() -> None:
    result = code("--scenario", WRITTEN, TURN)
    assert result.exit_code == 0
    rows = result.stdout.splitlines()
    assert any(row.startswith("confidentiality ") for row in rows)
    told = [row for row in rows if row.split()[0] in ("topic", "fact", "move", "answer", "unheard")]
    assert [row.partition('"')[0].split() for row in told] == [
        ["topic", "who-with"],
        ["move", "walks-along"],
        ["answer", "name-needed"],
        ["unheard"],
    ]
    assert told[0].endswith('"Who are you sharing with"  (0.94, like "who do you share with")')
    assert "(nearest: what-worries 0." in told[-1]


def test_a_fact_told_wrong_says_so() -> None:
    row = code("--scenario", WRITTEN, "It is enough to rinse the needle.").stdout.splitlines()[-1]
    assert row.startswith("fact new-each-time ")
    assert row.endswith('(1.00, told wrong, like "it is enough to rinse the needle")')


def test_a_fact_that_may_be_told_right_or_wrong_is_named_and_told_apart_in_the_data() -> None:
    text = "A new needle every time, or rinse the needle, that is enough."
    row = code("--scenario", WRITTEN, text).stdout.splitlines()[-1]
    assert row.startswith("fact new-each-time ")
    assert "(right or wrong? 0." in row
    (data,) = map(json.loads, code("--scenario", WRITTEN, "--json", text).stdout.splitlines())
    assert data["facts"] == []
    assert [one["fact"] for one in data["open_facts"]] == ["new-each-time"]


def test_the_same_as_data_alone_and_as_a_stream() -> None:
    (row,) = map(json.loads, code("--scenario", WRITTEN, "--json", TURN).stdout.splitlines())
    assert [(one["topic"], one["example"]["text"]) for one in row["topics"]] == [("who-with", "who do you share with")]
    assert [one["move"] for one in row["moves"]] == ["walks-along"]
    assert [(one["question"], one["example"]) for one in row["answers"]] == [("name-needed", None)]
    (nothing,) = row["unheard"]
    assert TURN[nothing["start"] : nothing["end"]] == "What music do you like"
    assert nothing["nearest"]["needed"] == 0.6
    streamed = code("--scenario", WRITTEN, "--jsonl", given=json.dumps({"text": TURN}) + "\n")
    assert json.loads(streamed.stdout) == row


def test_many_turns_are_one_line_each() -> None:
    asked = ["Who do you share with?", "What keeps you from coming in?"]
    told = ["It is enough to rinse the needle.", "", "mhm", "Water, fresh each time, can wait.", "Hello!"]
    result = code("--scenario", WRITTEN, "--lines", given="\n".join([*asked, *told]))
    assert result.exit_code == 0
    rows = [row.split("  ")[0] for row in result.stdout.splitlines()]
    assert rows[0] == "topic who-with 1.00"
    assert rows[1].startswith("unheard: what-worries 0.")
    assert rows[1].endswith(" of 0.60")
    assert rows[2:4] == ["fact new-each-time 1.00, told wrong", "nothing"]
    assert re.fullmatch(r"[a-z_, ]+, nearest: (move|fact) [a-z-]+ 0\.\d\d of 0\.\d\d", rows[4])
    assert rows[5] == "greeting"
    assert result.stdout.splitlines()[0].endswith("  Who do you share with?")


def test_the_state_decides_which_topics_are_told(library: Library) -> None:
    scenario = library.scenario("anonymous-contact")
    topic = next(one for one in scenario.topics if one.states)
    elsewhere = next(state.id for state in scenario.states if not topic.is_told_in(state.id))
    rows = ("--scenario", "anonymous-contact", "--why-not", topic.id, f"{topic.asked_as[0]}?")
    assert f"topic {topic.id} is heard" in code(*rows).stdout
    told = code(*rows, "--state", elsewhere).stdout
    assert f"kept back: it is not told in {elsewhere}, only in {', '.join(topic.states)}" in told
    assert f"to be heard: add {elsewhere} to the `states` of {topic.id}" in told


def test_a_shipped_question_that_another_topic_takes() -> None:
    told = code("--scenario", SHIPPED, "--why-not", "rehab-like", "would you like to have horses again?").stdout
    assert told.startswith("topic rehab-like is not heard\n")
    assert "kept back: another topic is more like it: miss-horses, 0." in told
    assert "to be heard: add this wording to `asked_as` of rehab-like" in told


def test_each_sentence_is_explained_with_what_it_comes_nearest_to() -> None:
    told = code("--scenario", SHIPPED, "--explain", "Did you get along with the others there?").stdout.splitlines()
    assert told[0] == '"Did you get along with the others there"'
    near = [line.split()[:2] for line in told if line.startswith(("    topic", "    fact", "    move"))]
    assert [kind for kind, _ in near] == ["topic"] * 3 + ["move"] * 3
    assert near[0] == ["topic", "mother"]
    assert any('like "do you get along with your mother" (asked_as, 0.' in line for line in told)


def test_what_may_be_a_misstep_is_unsure_in_a_scenario_and_explained_so() -> None:
    turn = "how could you wait so long with this?"
    assert [act["act"] for act in json.loads(code("--json", turn).stdout)["acts"]].count("judgment") == 1
    explained = code("--scenario", WRITTEN, "--explain", turn).stdout
    assert [line.split()[2] for line in explained.splitlines() if line.startswith("    judgment ")] == ["unsure"]


@pytest.mark.parametrize(
    ("arguments", "status", "told"),
    [
        (["--scenario", WRITTEN, "--state", "talkin", "hi"], 2, 'in first-visit; did you mean "talking"?'),
        (["--state", "talking", "hi"], 2, "name the scenario with --scenario"),
        (["--scenario", "rehab-or-osd", "hi"], 3, 'no scenario "rehab-or-osd"; did you mean "rehab-or-ost"?'),
        (["--why-not", "confidental", "hi"], 3, 'there is no act "confidental"; did you mean "confidentiality"?'),
        (["--scenario", WRITTEN, "--why-not", "whowith", "hi"], 3, 'move "whowith"; did you mean "who-with"?'),
        (["--scenario", WRITTEN, "--why-not", "confidental", "hi"], 3, 'did you mean "confidentiality"?'),
    ],
)
def test_a_name_that_is_not_there_is_answered_with_the_one_that_was_meant(
    arguments: list[str], status: int, told: str
) -> None:
    result = code(*arguments)
    wrong = result.exception
    assert getattr(wrong, "exit_status", result.exit_code) == status
    assert told in f"{wrong} {result.output}"


def test_an_act_is_explained_in_a_scenario_as_without() -> None:
    arguments = ("--why-not", "open_question", "did you sleep?")
    assert code("--scenario", WRITTEN, *arguments).stdout == code(*arguments).stdout
