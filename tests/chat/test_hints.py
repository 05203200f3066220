"""Hints in three steps: from the rubric and the talk, never the scenario's own words."""

import itertools
import re

import pytest

from simulator.chat.clock import Clock
from simulator.chat.controller import Controller
from simulator.chat.help_lines import HelpLines
from simulator.chat.hints import STAYS, TELLING_WORDS, Hints
from simulator.chat.talk import Talk
from simulator.chat.tips import Now, tips
from simulator.library import Frozen
from simulator.loader.packs import packs
from simulator.model.scenario import CriterionChoice
from simulator.model.transcript import Act, Cue, Message, Reading, Transcript, Turn
from simulator.records.recording import Beginning, begin
from simulator.scorer.scorer import score
from simulator.scorer.setting import Setting
from simulator.store.sqlite_store import open_in_memory

RUBRICS = sorted(packs().rubrics())
SCENARIOS = sorted(packs().scenarios())


def hints(controller, count):
    return [controller.take("/hint")[0].text for _ in range(count)]


def now(library, stage="request", cues=(), criteria=None, acts=()):
    rubric = library.rubric("peer-counseling")
    transcript = Transcript(turns=(Turn(number=1, text=""),))
    setting = Setting(criteria={one: CriterionChoice(matters="most") for one in criteria or ()})
    return Now(rubric, stage, frozenset(cues), score(transcript, rubric, setting).criteria)


def test_each_further_hint_of_a_turn_goes_a_step_deeper_and_then_back(start):
    controller = start()
    controller.begin()
    stage, fits, sounds, again = hints(controller, 4)
    assert "at the stage of making contact" in stage
    assert "/hint again: what would fit now." in stage
    assert fits.startswith("What would fit now: Says who is writing.")
    assert sounds.startswith("For example: “Hi, I'm [name]")
    assert again == stage


def test_a_new_turn_begins_with_the_first_step(start):
    controller = start()
    controller.begin()
    hints(controller, 2)
    controller.take("hello")
    assert any("at the stage of" in hint for hint in hints(controller, 3))


def test_other_words_in_a_turn_that_was_taken_back_begin_with_the_first_step(start):
    controller = start()
    controller.begin()
    controller.take("hello")
    hints(controller, 2)
    controller.take("/back 1")
    controller.take("tell me")
    assert "at the stage of" in hints(controller, 1)[0]


def test_a_client_who_waits_for_an_answer_comes_first(start, monkeypatch):
    controller = start()
    controller.begin()
    assert not hints(controller, 2)[1].startswith("The other person asked you something")
    monkeypatch.setattr(type(controller.talk.recording.session), "is_asked", property(lambda session: True))
    assert hints(controller, 3)[2].startswith("The other person asked you something and waits for an answer. What")


@pytest.mark.parametrize(("asked", "part"), [("risk_question", "Gets help"), ("support", "Asks about danger")])
def test_what_a_client_confirms_when_asked_is_present_danger(start, monkeypatch, asked, part):
    controller = start()
    controller.begin()
    reading = Reading(acts=(Act(act=asked, start=0, end=1, by="test"),))
    yes = Message(role="client", sender="K", text="yes", cues=(Cue(cue="suicide", start=0, end=3, by="test"),))
    talk = Transcript(turns=(Turn(number=1, text="so?", reading=reading, client=(yes,)),))
    monkeypatch.setattr(type(controller.talk.recording.session), "transcript", lambda session: talk)
    assert f"fit now: {part}" in hints(controller, 2)[1]


def test_danger_stays_until_somebody_directs_to_help(start, monkeypatch):
    controller = start()
    controller.begin()
    blue = Message(role="client", sender="K", text="he is blue", cues=(present_danger(),))
    still = Message(role="client", sender="K", text="i dont know")
    turns = [Turn(number=1, text="hi", client=(blue,)), Turn(number=2, text="hm", client=(still,))]
    monkeypatch.setattr(type(controller.talk.recording.session), "transcript", lambda session: talk_of(turns))
    stage, fits = hints(controller, 2)
    assert stage.startswith("Somebody is in danger")
    assert "fit now: Gets help" in fits
    called = Reading(acts=(Act(act="emergency_direction", start=0, end=1, by="test"),))
    turns[1] = turns[1].model_copy(update={"reading": called})
    example, stage, fits = hints(controller, 3)
    assert example.startswith("For example: “I'm ")
    assert stage.startswith("Somebody is in danger: before any stage comes staying")
    assert "fit now: stay with them" in fits
    turns.append(Turn(number=3, text="hm", client=(blue,)))
    assert hints(controller, 1)[0].startswith("For example: “I'm ")
    turns += [Turn(number=number, text="hm", client=(still,)) for number in range(4, 4 + STAYS)]
    assert any("at the stage of" in hint for hint in hints(controller, 3))


def present_danger() -> Cue:
    return Cue(cue="present_danger", start=0, end=3, by="test")


def talk_of(turns: list[Turn]) -> Transcript:
    return Transcript(turns=tuple(turns))


def test_what_was_done_is_not_hinted_at(start):
    controller = start()
    controller.begin()
    controller.take("Hello, my name is Oleg.")
    assert "Says who is writing" not in hints(controller, 2)[1]


WHAT_FITS = {
    "what is critical comes first": (["suicide", "feeling"], [], "Asks about danger"),
    "present danger before other danger": (["suicide", "present_danger"], [], "Directs to help"),
    "what matters most here": (["feeling"], ["names-feelings"], "Names feelings"),
    "a technique that suits the last words": (["feeling"], [], "Reflecting feelings. Name the feeling"),
    "a request that is said": (["states_request"], [], "Formulating the request."),
    "what the stage lacks and matters most": ([], ["agrees-request"], "Agrees on the request."),
}


@pytest.mark.parametrize(("cues", "most", "part"), WHAT_FITS.values(), ids=WHAT_FITS)
def test_what_fits_now(library, cues, most, part):
    titles = {one.id: one.title for one in library.rubric("peer-counseling").criteria}
    expected = {"Asks about danger": titles["asks-about-danger"], "Directs to help": titles["gets-help"]}
    expected["Names feelings"] = titles["names-feelings"]
    assert next(tips(now(library, "request", cues, most))).what.startswith(expected.get(part, part))


@pytest.mark.parametrize("stage", ["contact", "request", "information", "options", "closing"])
def test_every_stage_has_something_to_hint_at(library, stage):
    tip = next(tips(now(library, stage)))
    assert tip.what
    assert any(tip.examples)


def real(library, scenario):
    return played(library, library.frozen(scenario))


def played(library, frozen):
    beginning = Beginning("abcd-efgh", None, "2026-01-02T03:04:05Z", 7, "virtual")
    recording = begin(open_in_memory(), frozen, library.readers("en"), beginning)
    controller = Controller(Talk(recording, Clock()), HelpLines())
    controller.begin()
    return controller


TALK = ("Hi, I'm Oleg, a peer counselor. What you write stays between us.", "How are you with it?", "ok")


def words(text):
    return re.findall(r"\w+", text.casefold())


def holds(text, wording):
    """Whether the words of the wording stand in the text, one behind the other."""
    said, wanted = words(text), words(wording)
    return any(said[at : at + len(wanted)] == wanted for at in range(len(said)))


def secret(scenario):
    """The wordings of topics, facts and moves that a scenario waits for, long enough to give it away."""
    rows = [
        *(topic.asked_as for topic in scenario.topics),
        *(fact.given_as for fact in scenario.facts),
        *(move.said_as for move in scenario.moves),
    ]
    return [text for row in rows for text in row if len(words(text)) >= TELLING_WORDS]


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_an_example_is_not_the_scenarios_own_and_never_twice_in_a_row(library, scenario):
    controller = real(library, scenario)
    examples = []
    for line in TALK:
        examples += [hints(controller, 3)[2], hints(controller, 3)[2]]
        controller.take(line)
    given = [one for one in examples if one.startswith("For example: ")]
    assert len(given) > len(TALK)
    assert [one for one, other in itertools.pairwise(examples) if one == other and one in given] == []
    awaited = secret(library.scenario(scenario))
    assert awaited
    assert [(one, row) for one in given for row in awaited if holds(one, row)] == []


HIDDEN = {"a topic": ("topics", "asked_as"), "a fact": ("facts", "given_as"), "a move": ("moves", "said_as")}
PARTS = {"all of it": str.upper, "three words of it": lambda text: " ".join(words(text)[:TELLING_WORDS])}


@pytest.mark.parametrize("part", PARTS.values(), ids=PARTS)
@pytest.mark.parametrize(("nouns", "wordings"), HIDDEN.values(), ids=HIDDEN)
def test_a_wording_that_the_scenario_waits_for_is_no_example(library, monkeypatch, nouns, wordings, part):
    # What the reader makes of an example is another test's; here the wordings alone keep it back.
    monkeypatch.setattr(Hints, "_moves", lambda self, text: False)
    frozen = library.frozen("ira-hiv-test")
    given = hints(played(library, frozen), 3)[2]
    example = given.removeprefix("For example: “").removesuffix("”")
    first, *others = getattr(frozen.scenario, nouns)
    waiting = first.model_copy(update={wordings: (*getattr(first, wordings), part(example))})
    scenario = frozen.scenario.model_copy(update={nouns: (waiting, *others)})
    again = hints(played(library, Frozen(scenario, frozen.rubric, frozen.codebook)), 3)[2]
    assert again.startswith("For example: ")
    assert again != given


def test_the_same_seed_and_turns_give_the_same_hints(library):
    first, second = (real(library, "ira-hiv-test") for _ in range(2))
    assert hints(first, 6) == hints(second, 6)


@pytest.mark.parametrize("name", RUBRICS)
def test_every_technique_has_a_hint_and_is_read_in_its_own_examples(library, name):
    rubric, coder = library.rubric(name), library.readers("en").coder
    for one in rubric.techniques:
        assert one.hint.endswith("."), one.technique
        assert one.examples, one.technique
        for example in one.examples:
            assert coder.read(example).act_ids & rubric.terms.resolved(one.acts), example


@pytest.mark.parametrize("name", RUBRICS)
def test_every_rubric_is_rated_and_asks_after_the_trainee(library, name):
    rubric = library.rubric(name)
    rated = {area for item in rubric.self_rating for area in item.areas}
    assert "safety" in rated
    assert len({item.id for item in rubric.self_rating}) == len(rubric.self_rating) <= 7
    assert [question.id for question in rubric.wellbeing] == ["limits", "self-care", "saying-no"]
