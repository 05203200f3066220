"""Small mistakes are mended; real words, names and what only looks alike are not."""

import pytest

from simulator.coder.coder import Coder
from simulator.coder.spelling import LONGEST_MENDED, Spelling

MENDED = [
    ("teh", "the"),
    ("waht", "what"),
    ("confidental", "confidential"),
    ("couselor", "counselor"),
    ("anonymus", "anonymous"),
    ("informtion", "information"),
    ("ambulence", "ambulance"),
    ("sooo", "so"),
    ("byyyye", "bye"),
    ("pleeease", "please"),
    ("noooo", "no"),
    ("yeees", "yes"),
    ("thaaanks", "thanks"),
    ("frend", "friend"),
    ("livin", "living"),
    ("tryin", "trying"),
    ("bridg", "bridge"),
    ("strangeld", "strangled"),
    ("kil", "kill"),
    ("cutt", "cut"),
    ("wil", "will"),
    ("hurted", "hurt"),
    ("finded", "found"),
]

KEPT = [
    "die",
    "diet",
    "kill",
    "skill",
    "sad",
    "said",
    "live",
    "love",
    "clean",
    "clear",
    "hit",
    "hiv",
    "aids",
    "aide",
    "shot",
    "shop",
    "form",
    "from",
    "quit",
    "quiet",
]


@pytest.fixture(scope="module")
def spelling(coder: Coder) -> Spelling:
    return coder.grammar.spelling


def forms(spelling: Spelling, word: str, starts: bool = True) -> list[str]:
    return [form for form, _ in spelling.normal(word, starts)]


@pytest.mark.parametrize(("wrong", "right"), MENDED)
def test_a_slip_is_mended(wrong: str, right: str, spelling: Spelling) -> None:
    assert forms(spelling, wrong) == [right]


@pytest.mark.parametrize("word", KEPT)
def test_a_real_word_is_never_changed(word: str, spelling: Spelling) -> None:
    assert forms(spelling, word) == [word]


@pytest.mark.parametrize(
    ("one", "other"), [("die", "diet"), ("kill", "skill"), ("dying", "dyeing"), ("overdose", "overdue")]
)
def test_words_of_danger_do_not_come_from_harmless_ones(one: str, other: str, spelling: Spelling) -> None:
    assert forms(spelling, one) != forms(spelling, other)
    assert spelling.stem(forms(spelling, one)[0]) != spelling.stem(forms(spelling, other)[0])


@pytest.mark.parametrize("name", ["Olga", "Waht", "Couselor", "Teh"])
def test_a_capital_inside_a_sentence_is_a_name(name: str, spelling: Spelling) -> None:
    assert forms(spelling, name, starts=False) == [name.lower()]


def test_capitals_all_over_are_no_name(spelling: Spelling) -> None:
    assert forms(spelling, "WAHT", starts=False) == ["what"]


@pytest.mark.parametrize("word", ["[email]", "2x2", "x", "zz", "abc123"])
def test_what_is_no_word_stays(word: str, spelling: Spelling) -> None:
    assert forms(spelling, word) == [word]


def test_what_nobody_mistypes_is_not_looked_up(spelling: Spelling) -> None:
    assert len(forms(spelling, "abcdefghi" * 10_000)[0]) <= 2 * LONGEST_MENDED


@pytest.mark.parametrize(("word", "form"), [("friend's", "friend"), ("friend’s", "friend"), ("FRIEND", "friend")])
def test_possessives_and_capitals_fall_away(word: str, form: str, spelling: Spelling) -> None:
    assert forms(spelling, word) == [form]
