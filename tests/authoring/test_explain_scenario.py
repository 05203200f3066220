"""What a scenario hears and does not hear: the nearest of its names, and what kept them from being heard."""

import pytest
from written_scenario import scenario

from simulator.authoring.explain_scenario import heard, in_short, nearest_lines, unheard, why_not_heard
from simulator.authoring.weighing import Weighing
from simulator.coder.coder import Coder
from simulator.coder.found import Context
from simulator.coder.scenario_reader import Here, ScenarioReader
from simulator.model.scenario import ClientQuestion

QUESTION = ClientQuestion(id="police", answered_as=("no, i am not from the police",))
SCENARIO = scenario(
    topics=[
        {"id": "how-long", "asked_as": ["how long have you been using", "when did it start"], "says": ["years"]},
        {
            "id": "sleep",
            "asked_as": ["how do you sleep", "are you tired in the morning", "can you sleep at all"],
            "not_as": ["where do you sleep"],
            "says": ["bad"],
        },
        {"id": "at-home", "asked_as": ["who is at home with you", "are you at home alone"], "says": ["cat"]},
        {"id": "dying", "asked_as": ["do you want to die", "any thoughts of suicide"], "danger": True, "says": ["no"]},
        {"id": "leaving", "asked_as": ["where will you go then"], "states": ["two"], "says": ["away"]},
        {"id": "asking", "asked_as": ["what do you want me to ask"], "says": ["tea"]},
    ],
    facts=[
        {
            "id": "window",
            "fact": "The window period is three months.",
            "given_as": ["the test shows an infection only after three months", "the window period is three months"],
            "wrong_as": ["the test shows an infection the next day"],
            "not_as": ["you waited three months for a test"],
            "source": "test",
        }
    ],
    moves=[
        {"id": "lends-money", "said_as": ["i can lend you money"], "not_as": ["i can lend you a book"]},
        {"id": "writes-at-night", "said_as": ["you write at night"], "with_act": "greeting"},
        {"id": "washes-up", "said_as": ["wash the dishes before the long shift"]},
    ],
    states=[{"id": "one", "stage": "contact"}, {"id": "two", "stage": "contact"}],
)


@pytest.fixture(scope="module")
def reader(coder: Coder) -> ScenarioReader:
    return ScenarioReader(coder, SCENARIO)


def weigh(reader: ScenarioReader, text: str, state: str | None = None, *client: str) -> Weighing:
    return Weighing(reader, text, Context(client), Here(state, (QUESTION,)))


def test_what_is_heard_comes_with_its_words_and_the_example_it_is_most_like(reader: ScenarioReader) -> None:
    text = "How do you sleep there? The test shows an infection the next day. I can lend you money. I'm not police."
    rows = list(heard(weigh(reader, text)))
    assert [(row.kind, row.name, row.example and (row.example.key, row.example.text)) for row in rows] == [
        ("topic", "sleep", ("asked_as", "how do you sleep")),
        ("fact", "window", ("wrong_as", "the test shows an infection the next day")),
        ("move", "lends-money", ("said_as", "i can lend you money")),
        ("answer", "police", ("answered_as", "no, i am not from the police")),
    ]
    assert [text[row.evidence.start : row.evidence.end] for row in rows] == [
        "How do you sleep there",
        "The test shows an infection the next day",
        "I can lend you money",
        "I'm not police",
    ]


def test_what_is_heard_as_nothing_names_the_topic_it_is_nearest_to(reader: ScenarioReader) -> None:
    ((evidence, near),) = unheard(weigh(reader, "Hello. Do you dream at home?"))
    assert (evidence.start, near and near.name) == (7, "at-home")
    assert near is not None
    assert near.likeness < near.needed == 0.6


WHY_NOT = [
    ("how-long", "what is your favourite music?", None, "no example is like enough", "add this wording to `asked_as`"),
    ("sleep", "where do you sleep?", None, 'the counter-example "where do you sleep" (not_as) is as like', "asked_as"),
    ("sleep", "You are tired in the morning and at night.", None, "it is no question", "ask it, in the form"),
    ("at-home", "Can you sleep at all at home?", None, "another topic is more like it: sleep", "`asked_as` of at-home"),
    ("leaving", "Where will you go then?", "one", "it is not told in one, only in two", "add one to the `states`"),
    ("asking", "May I ask you something?", None, "it only serves the procedure", "ask the thing itself"),
    (
        "sleep",
        "Are you tired lately? Do you want to die?",
        None,
        "beside a question after danger",
        "another",
    ),
    (
        "at-home",
        "How do you sleep? Is anybody there with you in the flat?",
        None,
        "plainly asked it needs 0.70",
        "alone",
    ),
    ("how-long", 'He wrote: "Hey. How long have you been using?" And then he left.', None, "in quotation marks", ""),
    ("window", "Is the window period three months?", None, "what asks tells no fact", "say it as a statement"),
    ("window", "You waited three months for a test.", None, "the counter-example", "`given_as` of window"),
    (
        "window",
        "The test shows an infection the next day, or after three months.",
        None,
        "it stays open whether it is told right or wrong",
        "the side",
    ),
    ("lends-money", "I can lend you a book.", None, "the counter-example", "`said_as` of lends-money"),
    ("lends-money", "I can not lend you money.", None, "one of the two denies", "`said_as` of lends-money"),
    ("writes-at-night", "You write at night.", None, "the turn has not the act greeting", "--why-not greeting"),
]


@pytest.mark.parametrize(("name", "text", "state", "why", "remedy"), WHY_NOT)
def test_what_kept_it_back_and_what_would_make_it_one(
    name: str, text: str, state: str | None, why: str, remedy: str, reader: ScenarioReader
) -> None:
    told = list(why_not_heard(name, weigh(reader, text, state)))
    assert told[0].endswith(f"{name} is not heard")
    assert any(why in line for line in told[1:]), told
    assert remedy in told[-1], told


def test_what_gives_back_the_clients_words_needs_more(reader: ScenarioReader) -> None:
    text = "So you wash the dishes before a shift."
    told = list(why_not_heard("washes-up", weigh(reader, text, None, "i wash the dishes before each shift")))
    assert any("gives back the client's words" in line for line in told), told


def test_what_is_heard_is_shown_where(reader: ScenarioReader) -> None:
    weighing = weigh(reader, "Hello. How do you sleep?")
    assert list(why_not_heard("sleep", weighing)) == ['topic sleep is heard: "How do you sleep"']


def test_questions_come_nearest_to_topics_and_statements_to_facts(reader: ScenarioReader) -> None:
    weighing = weigh(reader, "Can you sleep at home? The window is open for three months.")
    asked, told = (list(nearest_lines(clause, weighing)) for clause in weighing.taken.page.clauses)
    assert [line.split()[1] for line in asked if line.startswith("    topic")][:2] == ["sleep", "at-home"]
    assert not any(line.startswith("    fact") for line in asked)
    assert any(line.startswith("    fact window 0.") for line in told)
    assert not any(line.startswith("    topic") for line in told)


def test_the_likeness_told_is_the_one_it_is_read_by(reader: ScenarioReader) -> None:
    weighing = weigh(reader, "Are you awake all night? The window period is three months. I can lend you some money.")
    rows = [*weighing.found("topic"), *weighing.found("fact"), *weighing.found("move")]
    names = [(kind, getattr(one, kind)) for kind, one in zip(("topic", "fact", "move"), rows, strict=True)]
    near = [weighing.nearest(kind, name) for kind, name in names]  # type: ignore[arg-type]
    assert [one and min(1.0, one.likeness) for one in near] == [row.strength for row in rows]
    assert all(one and one.likeness >= one.needed for one in near)


def test_in_short_the_likeness_against_what_is_needed(reader: ScenarioReader) -> None:
    assert in_short("topic", "sleep", weigh(reader, "Tired?")).startswith("sleep 0.")
    assert in_short("topic", "leaving", weigh(reader, "Where will you go then?", "one")) == (
        "leaving 1.00 of 0.60, but it is not told in one, only in two"
    )
    assert in_short("topic", "sleep", weigh(reader, "")) == "nothing like sleep"
