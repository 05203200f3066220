"""`outline`: as text, of one state, as a diagram and as data."""

import json
from pathlib import Path

from click.testing import CliRunner, Result

from simulator.commands.outline_command import command
from simulator.errors import ContentError

WRITTEN = Path(__file__).parents[2] / "docs" / "example" / "first-visit.yaml"


def call(*words: str) -> Result:
    return CliRunner().invoke(command, [str(WRITTEN), *words])


def test_one_state_in_full() -> None:
    assert call("--state", "deciding").stdout == (
        "deciding (closing, 5 reactions, 2 topics)\n"
        "  from talking\n"
        "  tells what-worries, who-with\n"
        "  to comes-prepared\n"
        "    any: farewell, follow_up; facts_given: new-each-time\n"
        "  to comes\n"
        "    any: farewell, follow_up\n"
        "    600 seconds of silence\n"
        "  to gone\n"
        "    trust of -2 or less\n"
    )


def test_all_of_it_begins_where_the_talk_does_and_ends_with_the_endings() -> None:
    parts = call().stdout.split("\n\n")
    assert parts[0].startswith("hello (contact, 5 reactions, 2 topics)\n  from the beginning\n  to talking\n")
    assert parts[-1] == "gone (broken_off)\n  from hello, talking, deciding\n"


def test_the_same_as_a_diagram_and_as_data() -> None:
    assert call("--format", "mermaid").stdout.startswith("stateDiagram-v2\n")
    rows = json.loads(call("--json").stdout)
    assert [row["name"] for row in rows] == ["hello", "talking", "deciding", "comes-prepared", "comes", "gone"]
    assert rows[0]["ways"][0] == {"to": "talking", "when": "answers: name-needed"}


def test_a_misspelt_state_is_told_with_what_was_meant() -> None:
    wrong = call("--state", "decidin").exception
    assert isinstance(wrong, ContentError)
    assert 'no state or ending "decidin"; did you mean "deciding"?' in str(wrong)


def test_a_diagram_of_one_state_is_refused() -> None:
    assert "leave out --state" in call("--state", "deciding", "--format", "mermaid").output
