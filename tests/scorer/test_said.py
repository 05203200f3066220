"""What is counted of words that were read more than once."""

from itertools import chain, combinations

from simulator.model.transcript import Act
from simulator.scorer.said import Said, distinct

TEXT = "what pills do you use and how is it for you"


def said(act: str, start: int, end: int, turn: int = 1) -> Said:
    return Said(turn, Act(act=act, start=start, end=end, by="phrase:x#1"), TEXT)


WHOLE, FIRST, SECOND = said("closed_question", 0, 43), said("open_question", 0, 25), said("open_question", 26, 43)


def test_the_same_words_read_twice_are_counted_once():
    assert distinct([FIRST, said("closed_question", 0, 25)]) == [FIRST]


def test_two_in_a_longer_one_are_two():
    assert distinct([WHOLE, FIRST, SECOND]) == [FIRST, SECOND]


def test_the_same_places_of_two_turns_are_two():
    assert len(distinct([FIRST, said("open_question", 0, 25, turn=2)])) == 2


def test_of_a_part_there_are_never_more_than_of_the_whole():
    everything = [WHOLE, FIRST, SECOND, said("closed_question", 10, 30), said("closed_question", 40, 43)]
    parts = chain.from_iterable(combinations(everything, size) for size in range(len(everything)))
    assert all(len(distinct(part)) <= len(distinct(everything)) for part in parts)
