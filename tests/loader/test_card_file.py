"""Cards are what the whole scenario file says, read from a few lines of it."""

import pytest

from simulator.loader.card_file import load_card
from simulator.loader.packs import packs
from simulator.model.card import Card
from simulator.model.scenario import Scenario

SCENARIOS = packs().scenarios()
HEAD = "id: tea\ntitle: Tea\nopens: client\n"


@pytest.mark.parametrize("name", SCENARIOS)
def test_a_card_says_what_the_scenario_says(name, library):
    card, scenario = load_card(SCENARIOS[name], name).needed(), library.scenario(name)
    assert card.model_dump() == scenario.model_dump(include=set(Card.model_fields))


def test_a_card_has_the_keys_of_a_scenario():
    for name, field in Card.model_fields.items():
        of_scenario = Scenario.model_fields[name]
        assert (field.annotation, field.default) == (of_scenario.annotation, of_scenario.default), name


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(HEAD, id="alone"),
        pytest.param(HEAD + "states:\n- id: x\n  title: no\n- {title: no}\n", id="a list at the margin"),
        pytest.param(HEAD + "briefing: |\n  title: no\n\n  opens: no\n", id="words that look like keys"),
        pytest.param(HEAD + "states: [this is: no { yaml\n", id="broken elsewhere"),
        pytest.param('"id": tea\n"title": Tea\nopens : client\n', id="quoted keys"),
        pytest.param("{id: tea, title: Tea, opens: client, states: []}", id="one line"),
        pytest.param("---\n# title: no\n" + HEAD, id="a comment"),
        pytest.param(HEAD.replace("\n", "\r\n"), id="line ends of Windows"),
    ],
)
def test_only_its_own_keys_are_read(tmp_path, text):
    path = tmp_path / "tea.yaml"
    path.write_bytes(text.encode())
    card = load_card(path, path.name).needed()
    assert (card.id, card.title, card.opens) == ("tea", "Tea", "client")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("states: []\n" + HEAD + "level: beginer\n", 'tea.yaml:5:8: level: "beginer" cannot stand here; did you mean'),
        ("id: tea\nopens: client\n", 'the key "title" is missing'),
        (None, "it cannot be read"),
    ],
    ids=["a wrong word", "a missing key", "no file"],
)
def test_problems_are_told_at_their_line(tmp_path, text, told):
    path = tmp_path / "tea.yaml"
    if text is not None:
        path.write_text(text)
    assert told in str(load_card(path, path.name).problems[0])
