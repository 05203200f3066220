"""Facts told in words that no example has, told wrong, mentioned, given back, or not told at all."""

import pytest
from written_scenario import scenario

from simulator.coder.coder import Coder
from simulator.coder.found import NOTHING_BEFORE
from simulator.coder.scenario_reader import Here, ScenarioReader
from simulator.library import Library

FACTS = [
    {
        "id": "vaccine",
        "fact": "There is a vaccine against hepatitis B: three injections, free at the harbour clinic.",
        "given_as": [
            "you can be vaccinated against hepatitis b",
            "they give you three injections and it protects you",
            "the vaccine costs nothing at the harbour clinic",
        ],
        "wrong_as": ["there is no vaccine against hepatitis b"],
        "not_as": ["you were vaccinated as a child"],
        "source": "test",
    },
    {
        "id": "cure",
        "fact": "Hepatitis C can be cured with tablets in two or three months.",
        "given_as": [
            "hepatitis c can be cured",
            "you take tablets for some weeks and the virus is gone",
            "nearly everybody gets rid of hepatitis c with the new tablets",
        ],
        "wrong_as": ["hepatitis c stays with you for life"],
        "source": "test",
    },
]

TURNS = [
    ("At the harbour clinic the hepatitis injections are free.", [("vaccine", True)]),
    ("for hep b there is a vaccine, the clinic gives it, three injections", [("vaccine", True)]),
    ("The tablets get rid of the virus. After some weeks it's gone.", [("cure", True)]),
    ("Hepatitis C stays with you for life.", [("cure", False)]),
    ("There is no vaccine against hepatitis B.", [("vaccine", False)]),
    ("Hepatitis B has a vaccine, and hepatitis C can be cured with tablets.", [("vaccine", True), ("cure", True)]),
    ("It is hepatitis C. Your mother stays with you for life.", []),
    ("Can hepatitis C be cured?", []),
    ("Hepatitis C can be cured with tablets, ok?", [("cure", True)]),
    ("Hepatitis C stays with you for life, right?", [("cure", False)]),
    ("You were vaccinated as a child.", []),
    ("I took my tablets for hepatitis for weeks and lost my job.", []),
    ("The harbour is free of ice.", []),
    ("", []),
]


@pytest.fixture(scope="module")
def reader(coder: Coder) -> ScenarioReader:
    return ScenarioReader(coder, scenario(facts=FACTS))


@pytest.mark.parametrize(("text", "wanted"), TURNS)
def test_facts_are_known_by_their_words(text: str, wanted: list[tuple[str, bool]], reader: ScenarioReader) -> None:
    facts = reader.read(text, NOTHING_BEFORE, Here()).facts
    assert [(given.fact, given.right) for given in facts] == wanted


def test_the_words_that_tell_a_fact_are_quoted(reader: ScenarioReader) -> None:
    text = "Good that you ask. Hepatitis C can be cured with tablets. And how are you?"
    (given,) = reader.read(text, NOTHING_BEFORE, Here()).facts
    assert "cured with tablets" in text[given.start : given.end]
    assert text[given.start : given.end].count(".") <= 2


OPEN = [
    ("hepatitis c can be cured, though it stays with you", ["cure"]),
    ("The virus stays for life but it can be cured. Hepatitis C can be cured.", []),
    ("There is no vaccine against hepatitis B.", []),
    ("Hepatitis C can be cured.", []),
    ("You were vaccinated as a child.", []),
    ("Can hepatitis C be cured, though it stays with you?", []),
]


@pytest.mark.parametrize(("text", "wanted"), OPEN)
def test_where_it_stays_open_whether_a_fact_is_told_right_the_words_are_kept_for_a_person(
    text: str, wanted: list[str], reader: ScenarioReader
) -> None:
    assert [one.fact for one in reader.read(text, NOTHING_BEFORE, Here()).open_facts] == wanted


MIXING = {
    "id": "mixing",
    "fact": "Alcohol with sleeping tablets can stop the breath.",
    "given_as": ["tablets and alcohol together can stop your breath", "do not mix the tablets with alcohol"],
    "wrong_as": ["you can drink a beer to it", "then drink a little something", "drink to sleep"],
    "source": "test",
}


def test_a_single_word_of_content_tells_wrong_only_word_for_word(coder: Coder) -> None:
    reader = ScenarioReader(coder, scenario(facts=[MIXING]))

    def told(text: str) -> list[bool]:
        return [given.right for given in reader.read(text, NOTHING_BEFORE, Here()).facts]

    assert told("Drink to sleep.") == [False]
    assert told("You can drink there.") == []


def test_a_single_word_of_content_tells_no_fact_right_either(library: Library, coder: Coder) -> None:
    reader = ScenarioReader(coder, library.scenario("natasha-pregnant"))
    assert not reader.read("you decide.", NOTHING_BEFORE, Here()).facts
    assert reader.read("a doctor decides about it.", NOTHING_BEFORE, Here()).facts
