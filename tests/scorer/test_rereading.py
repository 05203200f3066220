"""Which words made a difference: the readings that bear on a criterion, else the evidence."""

import pytest
from written_talks import rubric, written

from simulator.model.debrief import Debrief
from simulator.scorer.rereading import MOST, Judged, differing_words
from simulator.scorer.scorer import score


def judged(text: str) -> Judged:
    debrief: Debrief = score(written(text), rubric())
    return Judged(debrief, rubric())


def told(criterion: str, then: str, now: str) -> list[tuple[str, str, bool]]:
    return [(one.when, one.read_as, one.sure) for one in differing_words(criterion, judged(then), judged(now))]


@pytest.mark.parametrize(
    ("criterion", "then", "now", "expected"),
    [
        ("introduces-self", "C: greeting", "C: self_introduction", [("now", "self_introduction", True)]),
        ("introduces-self", "C: self_introduction", "C: greeting", [("then", "self_introduction", True)]),
        (
            "introduces-self",
            "C: ?self_introduction",
            "C: self_introduction",
            [("now", "self_introduction", True), ("then", "self_introduction", False)],
        ),
        (
            "open-questions",
            "C: closed_question\nC: open_question",
            "C: open_question\nC: open_question",
            [("then", "closed_question", True), ("now", "open_question", True)],
        ),
        ("names-feelings", "C: greeting\nK: feeling=sad\nC: greeting", "C: greeting\nK:\nC: greeting",
         [("then", "feeling", True)]),
        ("agrees-request", "C: understanding_check\nK: accepts", "C: understanding_check\nK:",
         [("then", "accepts", True)]),
    ],
    ids=[
        "an act that is read now",
        "an act that is no longer read",
        "an act that was unsure",
        "a question that is open now",
        "a feeling of the client",
        "an answer named in the terms only",
    ],
)  # fmt: skip
def test_readings_of_one_side_are_told(criterion, then, now, expected):
    assert sorted(told(criterion, then, now)) == sorted(expected)


def test_an_act_that_does_not_bear_on_it_is_left_out():
    then, now = "C: self_introduction farewell", "C: greeting farewell thanks"
    assert {name for _, name, _ in told("introduces-self", then, now)} == {"self_introduction"}


def test_the_same_words_a_little_longer_are_no_difference():
    found = told("introduces-self", "C: self_introduction", "C: self_introduction~7")
    assert {name for _, name, _ in found} == {""}


def test_where_all_is_read_alike_the_evidence_is_shown():
    (one,) = differing_words("introduces-self", judged("C: self_introduction"), judged("C: self_introduction"))
    assert (one.when, one.read_as, one.quote.turn) == ("both", "", 1)


def test_no_more_than_a_handful_are_told():
    then, now = "\n".join(["C: closed_question"] * 20), "\n".join(["C: open_question"] * 20)
    assert len(told("open-questions", then, now)) == MOST
