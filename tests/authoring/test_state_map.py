"""The states of a scenario: what leads where, and what is there."""

from written_scenario import scenario

from simulator.authoring.state_map import Place, mermaid, places

ENDINGS = [{"id": "end", "kind": "reached", "debrief": "d"}, {"id": "gone", "kind": "broken_off", "debrief": "d"}]
SCENARIO = scenario(
    client={"alias": "k", "trust": {"leaves_at": -3, "leaves_to": "gone"}},
    topics=[
        {"id": "coat", "asked_as": ["where is your coat"], "says": ["sold"]},
        {"id": "tea", "asked_as": ["is there tea"], "states": ["two"], "says": ["yes"]},
    ],
    states=[
        {
            "id": "one",
            "stage": "contact",
            "turns": [
                {"when": {"any": ["thanks", "advice", "farewell", "support", "options", "summary"]}, "to": "two"},
                {"when": {"topic": "coat", "any_topic": True, "trust_at_least": 2}, "to": "two"},
                {"when": {"any": ["greeting"]}, "to": "one"},
                {"when": {}, "client": ["hm"]},
            ],
            "silence": [{"after_seconds": 90, "to": "gone"}],
        },
        {"id": "two", "stage": "closing", "turns": [{"when": {}, "to": "end"}], "otherwise": [{"to": "gone"}]},
    ],
    endings=ENDINGS,
)


def ways(place: Place, most: int | None = None) -> list[tuple[str, str]]:
    return [(way.to, way.in_words(most)) for way in place.ways]


def test_every_state_has_its_ways_in_the_order_of_the_file() -> None:
    one, two, *_ = places(SCENARIO)
    assert ways(one) == [
        ("two", "any: thanks, advice, farewell, support, options, summary"),
        ("two", "topic: coat; any_topic: true; trust_at_least: 2"),
        ("gone", "90 seconds of silence"),
        ("gone", "trust of -3 or less"),
    ]
    assert ways(two) == [("end", "always"), ("gone", "otherwise"), ("gone", "trust of -3 or less")]
    assert ways(one, 4)[0] == ("two", "any: thanks, advice, farewell, support and 2 more")
    assert ways(one, 5)[0] == ("two", "any: thanks, advice, farewell, support, options, summary")


def test_states_and_endings_know_where_one_comes_from_and_what_is_there() -> None:
    rows = [(place.name, place.kind, place.comes_from, place.reactions, place.topics) for place in places(SCENARIO)]
    assert rows == [
        ("one", "contact", (), 4, ("coat",)),
        ("two", "closing", ("one",), 2, ("coat", "tea")),
        ("end", "reached", ("two",), 0, ()),
        ("gone", "broken_off", ("one", "two"), 0, ()),
    ]


def test_the_diagram_names_every_state_and_draws_every_way_once() -> None:
    assert list(mermaid(SCENARIO)) == [
        "stateDiagram-v2",
        '    state "one" as s0',
        '    state "two" as s1',
        '    state "end" as s2',
        '    state "gone" as s3',
        "    [*] --> s0",
        "    s0 --> s1",
        "    s0 --> s3",
        "    s1 --> s2",
        "    s1 --> s3",
        "    s2 --> [*]",
        "    s3 --> [*]",
    ]
