"""What comes next for who asks for more: of the topics told last, of the state, and nothing twice."""

from typing import Any

import pytest
from written_scenario import Play, scenario

from simulator.engine.going_on import going_on

TOPICS: list[dict[str, Any]] = [
    {"id": "illness", "goes_on": ["doctor", "pills"], "feels": ["tired"]},
    {"id": "doctor", "needs": {"trust_at_least": 1}, "else_says": ["no"]},
    {"id": "pills"},
    {"id": "tired"},
    {"id": "work", "goes_on": ["tired"]},
    {"id": "weather", "states": ["one"]},
]
WRITTEN = scenario(
    topics=[{"asked_as": ["x"], "says": [f"{topic['id']} told"], **topic} for topic in TOPICS],
    states=[
        {
            "id": "one",
            "stage": "contact",
            "goes_on": ["weather", "work"],
            "feels": ["weather"],
            "turns": [{"when": {"any": ["kind"]}, "trust": 1}, {"when": {"any": ["goes"]}, "to": "two"}],
        },
        {"id": "two", "stage": "contact", "client": ["here now"], "goes_on": ["weather", "illness"]},
    ],
)

NEXT: list[tuple[list[str], dict[str, str], str]] = [
    ([], {"prompting": "weather", "probing": "weather", "feeling": "weather"}, "at first the lines of the state"),
    (["weather"], {"prompting": "work"}, "nothing twice"),
    (["hm"], {"prompting": "weather", "feeling": "weather"}, "after small talk nothing in particular was said"),
    (["illness"], {"prompting": "pills", "probing": "pills", "feeling": "tired"}, "what cannot be told yet is skipped"),
    (["kind", "illness"], {"prompting": "doctor", "probing": "doctor", "feeling": "tired"}, "and told later"),
    (["illness", "pills"], {"prompting": "weather"}, "then on with the state"),
    (["illness", "tired", "work"], {"prompting": "weather"}, "the rest of that row is told"),
    (["goes"], {"prompting": "illness", "probing": "illness"}, "a topic of another state is not told here"),
    (["goes", "illness"], {"prompting": "pills", "probing": "pills", "feeling": "tired"}, "however new the state is"),
]


@pytest.mark.parametrize(("turns", "wanted", "why"), NEXT, ids=[why for _, _, why in NEXT])
def test_what_comes_next(turns: list[str], wanted: dict[str, str], why: str) -> None:
    talk = Play(WRITTEN)
    known = {topic["id"] for topic in TOPICS}
    for turn in turns:
        talk.turn(*{turn} - known, topics=list({turn} & known))
    assert going_on(WRITTEN, talk.standing) == wanted, why
