"""A talk in which the client only asks and is told is judged as one: by what was told, and by missteps."""

import pytest
from written_talks import debriefed, rubric, written

from simulator.scorer.enquiry import is_enquiry, wants_an_ear
from simulator.scorer.reading import read_talk
from simulator.scorer.setting import Setting

ASKED = "K: direct_question\nC: information\nK: accepts\nC: follow_up"


def enquiry(text: str) -> bool:
    return is_enquiry(read_talk(written(text), rubric().terms, Setting()))


def test_who_only_asks_and_is_told_makes_an_enquiry() -> None:
    assert enquiry(ASKED)


@pytest.mark.parametrize(
    ("why", "text"),
    [
        ("the client shows fear", ASKED.replace("accepts", "accepts feeling=fear")),
        ("the client shows a danger", ASKED.replace("accepts", "accepts suicide")),
        ("the client asks what to do", ASKED.replace("direct_question", "direct_question/advice")),
        ("nobody asks", ASKED.replace("direct_question", "accepts")),
        ("nothing is told", ASKED.replace("information", "support")),
        ("it is told before it was asked", "C: information\nK: direct_question\nC: follow_up"),
        ("the counselor begins another talk", ASKED.replace("follow_up", "open_question")),
        ("it goes on", ASKED + "\nC: information" * 5),
        ("the client tells much", ASKED + "\nK: " + "accepts " * 60),
    ],
)
def test_other_talks_are_none(why: str, text: str) -> None:
    assert not enquiry(text), why


def test_a_scenario_is_played_to_be_a_whole_talk() -> None:
    played = written(ASKED).model_copy(update={"scenario": "ira-hiv-test"})
    assert not is_enquiry(read_talk(played, rubric().terms, Setting()))


def test_what_is_missing_from_an_enquiry_is_held_against_nobody() -> None:
    levels = {one.id: one for one in debriefed(ASKED).criteria}
    for name in ("asks-address", "stage-order", "lets-it-out", "two-ways", "checks-decision"):
        assert (levels[name].level, levels[name].note) == ("not_applicable", "the client only asked, and was told")
    assert levels["leaves-door-open"].level == "met"


def test_a_misstep_in_an_enquiry_is_one() -> None:
    levels = {one.id: one.level for one in debriefed(ASKED.replace("follow_up", "guarantee judgment")).criteria}
    assert (levels["does-no-harm"], levels["does-not-impose"]) == ("not_yet", "not_yet")


EAR = "K: states_request/listening\nC: support\nK: feeling=sadness\nC: paraphrase\nC: farewell"


def ear(text: str) -> bool:
    return wants_an_ear(read_talk(written(text), rubric().terms, Setting()))


def test_who_asks_only_to_be_heard_wants_an_ear() -> None:
    assert ear(EAR)


@pytest.mark.parametrize(
    ("why", "text"),
    [
        ("nobody asks for it", EAR.replace("/listening", "")),
        ("something else is asked for too", EAR + "\nK: states_request\nC: support"),
        ("advice is asked for in the end", EAR + "\nK: direct_question/advice\nC: support"),
    ],
)
def test_who_wants_more_does_not(why: str, text: str) -> None:
    assert not ear(text), why


def test_who_listens_to_them_owes_no_stages_and_no_options() -> None:
    levels = {one.id: one for one in debriefed(EAR).criteria}
    for name in ("stage-order", "agrees-request", "two-ways", "client-decides", "checks-decision"):
        assert (levels[name].level, levels[name].note) == (
            "not_applicable",
            "the client wanted no more than to be listened to",
        )
    assert levels["leaves-door-open"].level == "not_yet"


def test_advice_to_them_is_a_misstep() -> None:
    assert {one.id: one.level for one in debriefed(EAR + " advice").criteria}["no-early-advice"] == "not_yet"
