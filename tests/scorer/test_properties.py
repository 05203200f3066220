"""What holds for every talk: quotations are the words, the same talk scores the same, small talk changes nothing."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_criteria import FULL
from written_talks import debriefed, fact, move, rubric, written

from simulator.scorer.scorer import score
from simulator.scorer.setting import Setting

ACTS = sorted(
    {act for acts in rubric().terms.stages.values() for act in acts}
    | {"judgment", "stigma_term", "risk_question", "emergency_direction", "role_boundary", "permission", "autonomy"}
    | {"confidentiality/unlimited", "reporting_limits", "?information", "?open_question", "personal=1", "group"}
    | {"paraphrase+feeling_reflection", "fact:pep", "wrong:pep", "move:lends", "personal_story/setting,climax"}
)
CUES = ["accepts", "declines", "feeling", "suicide", "present_danger", "direct_question", "states_request",
        "story_unfinished", "role_expectation", "personal_request", "use_or_supply", "insult"]  # fmt: skip
LINES = st.one_of(
    st.lists(st.sampled_from(ACTS), max_size=4, unique=True).map(lambda acts: "C: " + " ".join(acts)),
    st.lists(st.sampled_from(CUES), max_size=2).map(lambda cues: "K: " + " ".join(cues)),
)
TALKS = st.lists(LINES, max_size=14).map("\n".join)
SETTING = Setting(facts=(fact("pep"),), moves=(move("lends", "personal-limit"),))


@settings(max_examples=60, deadline=None)
@given(TALKS)
def test_every_quotation_is_the_words_of_the_talk(text):
    transcript = written(text)
    debrief = score(transcript, rubric(), SETTING)
    words = {("counselor", turn.number): [turn.text] for turn in transcript.turns}
    words[("client", 0)] = [message.text for message in transcript.opening]
    words |= {("client", turn.number): [message.text for message in turn.client] for turn in transcript.turns}
    suggested = [one.quote for one in (*debrief.worked, *debrief.try_next) if one.quote]
    for quote in [*(quote for one in debrief.criteria for quote in one.evidence), *suggested]:
        texts = words[(quote.speaker, quote.turn)]
        assert any(text[quote.start : quote.end] == quote.quote for text in texts)
        assert quote.quote


@settings(max_examples=40, deadline=None)
@given(TALKS)
def test_the_same_talk_makes_the_same_debrief(text):
    assert score(written(text), rubric(), SETTING) == score(written(text), rubric(), SETTING)


@settings(max_examples=40, deadline=None)
@given(TALKS)
def test_a_level_below_met_always_says_why(text):
    for one in score(written(text), rubric(), SETTING).criteria:
        assert one.level == "met" or one.evidence or one.note, one.id
        if one.level == "unsure":
            assert one.note


@pytest.mark.parametrize("criterion", [one.id for one in rubric().criteria])
def test_an_empty_turn_in_the_middle_changes_no_level(criterion):
    """A turn without an act ("ok") is small talk; only what counts turns may notice it."""
    padded = FULL.replace("C: information", "C:\nC: information")
    before = {one.id: one.level for one in debriefed(FULL).criteria}
    after = {one.id: one.level for one in debriefed(padded).criteria}
    assert before[criterion] == after[criterion]


@pytest.mark.parametrize(
    "act", ["judgment", "diagnosis", "inducement", "stigma_term", "directive", "personal_data_request"]
)
def test_a_misstep_never_raises_a_level(act):
    rank = {"not_yet": 0, "partly": 1, "met": 2}
    before = {one.id: one.level for one in debriefed(FULL).criteria}
    after = {one.id: one.level for one in debriefed(FULL.replace("C: information", f"C: information {act}")).criteria}
    for name, level in after.items():
        if level in rank and before[name] in rank:
            assert rank[level] <= rank[before[name]], name


@pytest.mark.parametrize("area", ["contact", "order", "listening", "information", "options"])
def test_in_danger_craft_is_not_judged(area):
    debrief = debriefed(
        "K: overdose present_danger\nC: emergency_direction\nK: present_danger\nC: emergency_direction support"
    )
    assert {one.level for one in debrief.criteria if one.area == area} <= {"not_applicable", "met"}
    assert {one.id: one.level for one in debrief.criteria}["gets-help"] == "met"


def test_what_was_wrong_before_danger_stays_wrong():
    talk = "C: information\nC: advice\nC: closed_question\nK: present_danger\nC: emergency_direction\nC: support"
    found = {one.id: one.level for one in debriefed(talk).criteria}
    assert found["no-early-advice"] == "not_yet"
    assert found["introduces-self"] == "not_yet"
    assert found["two-ways"] == "not_applicable"


def test_a_full_talk_meets_what_it_is_judged_by():
    low = {one.id: (one.level, one.note) for one in debriefed(FULL).criteria if one.level in ("not_yet", "partly")}
    assert set(low) == {"asks-address", "summarises"}
