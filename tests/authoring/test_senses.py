"""What words mean, learned from lines and from ways to say the same."""

import pytest

pytest.importorskip("scipy")

from simulator.authoring.senses import fit_senses
from simulator.coder.nearness import Nearness, nearness
from simulator.model.coded import CodedTurn, Ways
from simulator.model.senses import Senses

WORDS = [f"word{number}" for number in range(90)]
"""So many others that there are more words than numbers for each."""
TALK = [f"{one} {other}" for one, other in zip(WORDS, WORDS[1:] + WORDS[:1], strict=True)]
LINES = ["the cop came", "the police came", "the bed is warm", "a nap in the bed", "we sleep in the bed", *TALK] * 6
TURNS = [CodedTurn(text=line, acts=()) for line in LINES]
WAYS = [
    Ways(theme="night", meaning="rest", ways=("did you sleep", "was there any nap", "how was your night")),
    Ways(theme="night", meaning="police", ways=("did they come", "was the police there", "have you seen a cop")),
    Ways(theme="day", meaning="food", ways=("word1 word2", "word40 word41", "word70 word71")),
]


def fitted(ways: list[Ways], lines: list[CodedTurn] = TURNS) -> Senses:
    return fit_senses(str.split, lines, ways, "x")


def near(senses: Senses, one: str, other: str) -> float:
    points = Nearness(senses).of
    return nearness(points(one.split()), [points(other.split())])[0]


@pytest.fixture(scope="module")
def senses() -> Senses:
    return fitted(WAYS)


def test_words_in_the_same_company_are_near(senses: Senses) -> None:
    assert near(senses, "cop", "police") > near(senses, "cop", "bed")


def test_ways_to_say_the_same_come_nearer_than_others_of_their_theme(senses: Senses) -> None:
    assert near(senses, "word1 word2", "word40 word41") > 0.5
    assert near(senses, "sleep", "nap") > near(senses, "sleep", "cop")


def test_the_same_lines_give_the_same_numbers_and_say_what_they_are_fitted_on(senses: Senses) -> None:
    assert fitted(WAYS) == senses
    assert senses.fitted_on == "x"


def test_what_is_answered_counts_and_rare_words_do_not() -> None:
    answering = [CodedTurn(text="tea", client=("kettle hot",), acts=()), CodedTurn(text="once", acts=())]
    words = fitted(WAYS, [*TURNS, *answering[:1] * 6, *answering[1:]]).words
    assert "kettle" in words
    assert "once" not in words
