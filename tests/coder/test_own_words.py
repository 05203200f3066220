"""Words that make out one subject among others."""

import pytest

from simulator.coder.own_words import LEAST, OwnWords


def keys(text: str) -> frozenset[str]:
    return frozenset(text.split())


WORDS = OwnWords(
    {
        "tea": [keys("tea leaf cup"), keys("tea green cup"), keys("tea milk")],
        "coffee": [keys("coffee bean cup"), keys("coffee milk cup"), keys("coffee strong")],
        "alone": [keys("one"), keys("one two")],
    }
)


@pytest.mark.parametrize(
    ("subject", "more", "less"),
    [
        ("tea", "tea", "leaf"),
        ("tea", "leaf", "milk"),
        ("tea", "tea leaf", "tea"),
        ("tea", "tea green leaf", "coffee bean cup"),
        ("coffee", "coffee bean", "tea leaf cup"),
    ],
    ids=["of-many-examples", "of-no-other-subject", "several", "its-own", "another's"],
)
def test_more_is_said_of_a_subject_by(subject: str, more: str, less: str) -> None:
    assert WORDS.said(subject, keys(more)) > WORDS.said(subject, keys(less))


def test_all_that_can_be_said_is_one_and_nothing_is_none() -> None:
    assert WORDS.said("tea", keys("tea leaf green milk cup sugar")) == 1.0
    assert WORDS.said("alone", keys("one two")) == 1.0
    assert WORDS.said("tea", keys("horse")) == 0.0
    assert WORDS.said("tea", frozenset()) == 0.0


@pytest.mark.parametrize(
    ("subject", "more", "less"),
    [
        ("tea", "green leaf tea cup", "green leaf coffee cup"),
        ("tea", "tea leaf", "tea"),
        ("tea", "tea horse cow goat leaf", "tea bean coffee strong leaf"),
        ("coffee", "cup", "tea"),
    ],
    ids=["its-own", "more-of-them", "unknown-words-before-another's", "shared-before-another's"],
)
def test_words_speak_more_for_a_subject(subject: str, more: str, less: str) -> None:
    assert WORDS.speaks_for(subject, keys(more)) > WORDS.speaks_for(subject, keys(less))


def test_words_speak_for_one_and_against_another_and_unknown_ones_say_nothing() -> None:
    assert WORDS.speaks_for("tea", keys("tea leaf green")) > 0 > WORDS.speaks_for("coffee", keys("tea leaf green"))
    assert WORDS.speaks_for("tea", keys("horse")) == 0.0
    assert WORDS.speaks_for("tea", frozenset()) == 0.0
    assert WORDS.speaks_for("alone", keys("coffee cup tea milk")) >= LEAST
