"""The guide for the supervision talk: which questions a talk gives reason to ask, in which version."""

import pytest
from pydantic import ValidationError
from written_talks import debriefed, rubric, written

from simulator.model.rubric import Prompt
from simulator.model.transcript import Closing, Transcript, Turn
from simulator.scorer.guide import MOST
from simulator.scorer.scorer import score


def asked(transcript: Transcript, *prompts: Prompt):
    return score(transcript, rubric().model_copy(update={"prompts": prompts})).guide


def turns(*changes: int) -> Transcript:
    return Transcript(turns=tuple(Turn(number=n, text=f"t{n}", trust_change=by) for n, by in enumerate(changes, 1)))


FELL = Prompt(function="formative", event="trust_fell", asks="After {turn}?")
ROSE = Prompt(function="formative", event="trust_rose", asks="After {turn}?")
LEFT = Prompt(function="formative", event="broken_off", asks="After {turn}?")


@pytest.mark.parametrize(
    ("prompt", "talk", "turn"),
    [
        (FELL, turns(-1, -3, 2, -3), 2),
        (FELL, turns(0, 1), None),
        (ROSE, turns(-1, 1, 2), 3),
        (ROSE, turns(-1, 0), None),
        (LEFT, turns(0, 0).model_copy(update={"ending": Closing(id="x", kind="broken_off")}), 2),
        (LEFT, turns(0, 0).model_copy(update={"ending": Closing(id="x", kind="reached")}), None),
        (LEFT, turns(0, 0), None),
    ],
)
def test_an_event_ties_a_question_to_its_turn(prompt, talk, turn):
    found = asked(talk, prompt)
    assert [(one.turn, one.asks, one.quote.quote) for one in found] == (
        [(turn, f"After turn {turn}?", f"t{turn}")] if turn else []
    )


def test_a_cue_ties_a_question_to_the_client_s_words():
    (found,) = asked(
        written("K: suicide\nC: greeting"), Prompt(function="supportive", cues=("suicide",), asks="“{quote}”?")
    )
    assert (found.turn, found.quote.speaker, found.asks) == (0, "client", f"“{found.quote.quote}”?")


@pytest.mark.parametrize(("levels", "found"), [(("not_yet",), 1), (("met",), 0)])
def test_a_criterion_is_asked_about_at_its_levels(levels, found):
    prompt = Prompt(function="normative", about="does-not-impose", levels=levels, asks="In {turn}: “{quote}”?")
    guide = asked(written("C: advice judgment\nC: judgment"), prompt)
    assert len(guide) == found
    assert {(one.criterion, one.turn) for one in guide} <= {("does-not-impose", 1)}


@pytest.mark.parametrize(
    ("act", "talk", "found"),
    [("guarantee", "guarantee", 1), ("hostility", "guarantee", 0), ("@misstep", "hostility", 1)],
)
def test_a_question_may_be_about_some_acts_of_a_criterion(act, talk, found):
    prompt = Prompt(function="formative", about="does-no-harm", acts=(act,), asks="In {turn}?")
    assert len(asked(written(f"C: {talk}"), prompt)) == found


@pytest.mark.parametrize(("talk", "turn"), [("confidentiality", 1), ("confidentiality reporting_limits", None)])
def test_a_question_is_spared_whoever_answered_it_in_the_same_turn(talk, turn):
    prompt = Prompt(
        function="normative",
        about="says-confidential",
        levels=("met",),
        unless=("reporting_limits",),
        asks="In {turn}?",
    )
    assert [one.turn for one in asked(written(f"C: {talk}"), prompt)] == ([turn] if turn else [])


@pytest.mark.parametrize("key", ["acts", "unless"])
def test_acts_of_a_question_need_a_criterion(key):
    with pytest.raises(ValidationError, match="name it in about"):
        Prompt(function="formative", asks="?", **{key: ("advice",)})


def test_a_question_with_nothing_to_quote_is_left_out():
    about = {"function": "formative", "about": "asks-feedback", "levels": ("not_yet",)}
    talk = written("C: advice\nK: accepts\nC: farewell")
    assert asked(talk, Prompt(**about, asks="In {turn}?")) == ()
    assert len(asked(talk, Prompt(**about, asks="Why not?"))) == 1


def test_the_short_version_has_one_question_of_each_function_and_comes_first():
    guide = debriefed("K: suicide\nC: advice judgment\nC: risk_question").guide
    short = [one.function for one in guide if one.minutes == 5]
    assert short == ["formative", "supportive", "normative"]
    for function, most in MOST.items():
        own = [one for one in guide if one.function == function]
        assert 1 < len(own) <= most
        assert [one.minutes for one in own] == [5, *[20] * (len(own) - 1)]


def test_what_is_critical_is_asked_first_whatever_the_order_in_the_file():
    plain = Prompt(function="formative", minutes=5, asks="How was it?")
    grave = Prompt(function="formative", minutes=5, about="does-no-harm", asks="In {turn}?")
    assert [one.minutes for one in asked(written("C: guarantee"), plain, grave)] == [5, 20]
    assert asked(written("C: guarantee"), plain, grave)[0].criterion == "does-no-harm"


def test_words_of_the_talk_are_never_taken_for_a_place_to_fill():
    talk = Transcript(turns=(Turn(number=1, text="{quote} {turn}", trust_change=-1),))
    prompt = FELL.model_copy(update={"asks": "{turn}: “{quote}”"})
    assert asked(talk, prompt)[0].asks == "turn 1: “{quote} {turn}”"


def test_a_stopped_talk_asks_nothing():
    assert score(turns(-1).model_copy(update={"stopped": True}), rubric()).guide == ()


def test_the_questions_alone_are_those_of_the_guide():
    debrief = debriefed("K: suicide\nC: advice judgment\nC: risk_question")
    assert debrief.questions == tuple(one.asks for one in debrief.guide)


def test_a_prompt_has_one_reason():
    with pytest.raises(ValidationError, match="one reason"):
        Prompt(function="formative", event="trust_fell", about="x", asks="?")
