"""Words that say more of an act or a cue than that it is there, whatever finds it."""

import pytest

from simulator.coder.client_reader import ClientReader
from simulator.coder.coder import Coder
from simulator.coder.found import Context
from simulator.library import Library
from simulator.loader.codebook_file import load_codebook_with_examples
from simulator.loader.packs import shipped

ABSOLUTE = [
    "i promise i never tell anybody whatever you say",
    "all is secret forever between you and me",
    "believe me, absolutely nobody will read this",
    "no matter what you did, it stays with me",
    "I swear it stays here",
]
FAIR = [
    "what you write stays between us",
    "Whatever you write here remains confidential.",
    "i promise it stays between us",
    "i will not tell anyone",
    "You can stay anonymous, I never ask your name",
    "We never share your data with police",
]


@pytest.mark.parametrize("text", ABSOLUTE)
def test_a_promise_of_secrecy_without_end_is_marked_whoever_reads_it(text: str, coder: Coder) -> None:
    assert ["absolute" in act.marks for act in coder.read(text).acts if act.act == "confidentiality"] == [True]


@pytest.mark.parametrize("text", FAIR)
def test_a_fair_word_on_privacy_is_not(text: str, coder: Coder) -> None:
    assert ["absolute" in act.marks for act in coder.read(text).acts if act.act == "confidentiality"] == [False]


KEPT_FROM_HELP = [
    "No need to call an ambulance, just watch him.",
    "You should not call an ambulance.",
    "better not call an ambulance because of the police",
    "please never call the ambulance, they bring police",
    "Let him lie there and keep him warm, he'll wake up by himself.",
]
DEADLY = [
    *KEPT_FROM_HELP,
    "Let her sleep it off.",
    "he only needs some sleep, believe me",
    "just put her in the cold shower",
    "give him strong coffee and walk him around",
    "make her vomit, two fingers",
    "inject salt water into him, it helps",
    "You should put him in the bath with cold water.",
    "leave him there and go home",
]
SAVING = [
    "Don't let him sleep, call 112.",
    "never put somebody in a cold shower, call the ambulance",
    "please dont wait till morning, ring them now",
    "Nobody sleeps that off. Call now and turn him on his side.",
    "did you put her in the shower?",
    "It is not too early to call an ambulance.",
    "don't hesitate to call an ambulance",
    'who told you "let him sleep"?',
]
BLUE = Context(client=("he took too much, his lips are blue and he does not wake up",))


@pytest.mark.parametrize("text", DEADLY)
def test_what_kills_in_an_overdose_is_marked_whatever_act_it_is(text: str, coder: Coder) -> None:
    assert any("deadly" in act.marks for act in coder.read(text, BLUE).acts)


@pytest.mark.parametrize("text", KEPT_FROM_HELP)
def test_who_is_kept_from_calling_is_not_directed_to_help(text: str, coder: Coder) -> None:
    assert "emergency_direction" not in coder.read(text, BLUE).act_ids


@pytest.mark.parametrize("text", SAVING)
def test_warning_of_it_or_asking_for_it_is_not(text: str, coder: Coder) -> None:
    reading = coder.read(text, BLUE)
    assert not any("deadly" in act.marks for act in (*reading.acts, *reading.unsure))


def test_all_acts_know_the_same_words_that_kill(coder: Coder) -> None:
    rows = [act.marked["deadly"] for act in coder.grammar.codebook.acts if "deadly" in act.marked]
    assert len(rows) > 1
    assert len(set(rows)) == 1


ASKED = [
    "what should i do?",
    "my brother found it. what would you advise me?",
    "any advice how to begin?",
    "tell me what to do",
    "should i tell her",
    "ok. and what do you suggest?",
    "i need your advice, please",
    "help me please what can i do",
    "He shouts. What do I say then? Is it my fault?",
]
NOT_ASKED = [
    "are you a doctor",
    "where can i get tested",
    "what do you do at night?",
    "I don't need your advice, I need that somebody listens.",
    'my mother asked "what should we do" and then she cried. is that normal?',
    "no advice pls",
    "i have an idea, can i tell you something?",
    "do you have any idea how that feels?",
    "should i have been more careful?",
    "tell me something about you?",
    "tell me what it costs",
    "everybody gives me good advice. i need someone who listens",
]


def asks_for_advice(text: str, reader: ClientReader) -> bool:
    return any("advice" in cue.marks for cue in reader.cues(text))


@pytest.mark.parametrize("text", ASKED)
def test_who_asks_what_to_do_asks_for_advice(text: str, client_reader: ClientReader) -> None:
    assert asks_for_advice(text, client_reader)


@pytest.mark.parametrize("text", NOT_ASKED)
def test_other_questions_ask_for_none(text: str, client_reader: ClientReader) -> None:
    assert not asks_for_advice(text, client_reader)


def test_both_cues_know_the_same_words_that_ask_for_advice(client_reader: ClientReader) -> None:
    cues = {cue.cue: cue for cue in load_codebook_with_examples(shipped() / "rubrics", "en").needed().cues}
    assert cues["direct_question"].marked["advice"] == cues["states_request"].marked["advice"]


EAR = [
    "I don't want advice. I just need to say this to someone.",
    "i dont need advice i just want someone to listen",
    "just want to talk to somebody, no advice pls",
    "I only want to get it off my chest",
    "not looking for advice, just need to let it out",
    "I need that somebody listens, no more.",
    "i only want to vent tbh",
]
MORE = [
    "i just want to know where i can test",
    "i just need to talk to someone about pep",
    "I need information, my doctor gave me no advice at all on that",
    "i only want to get out of here, can you help me find a bed",
    "i want you to listen and then tell me what i should do",
]


def asks_for_an_ear(text: str, reader: ClientReader) -> bool:
    return any("listening" in cue.marks for cue in reader.cues(text))


@pytest.mark.parametrize("text", EAR)
def test_who_wants_only_to_be_heard_says_so(text: str, client_reader: ClientReader) -> None:
    assert asks_for_an_ear(text, client_reader)


@pytest.mark.parametrize("text", MORE)
def test_who_wants_more_than_that_does_not(text: str, client_reader: ClientReader) -> None:
    assert not asks_for_an_ear(text, client_reader)


ASKED_AFTER = "Did he ever take too much, that he was not waking up?"
LONG_AGO = [
    "One time in summer his lips were blue, his friend gave him water and he woke up",
    "yes, he overdosed two years ago",
]
STILL = [
    "his lips are blue now",
    "an hour ago his lips were blue, now he sleeps",
    "he overdosed last summer and now his lips are blue again",
]


def is_over(text: str, library: Library) -> bool:
    readers = library.readers("en")
    cues = readers.client_reader.cues(text, readers.coder.read(ASKED_AFTER))
    dangers = [cue for cue in cues if cue.cue in ("overdose", "present_danger")]
    assert dangers
    return all(map(library.rubric("peer-counseling").terms.is_over, dangers))


@pytest.mark.parametrize("text", LONG_AGO)
def test_an_overdose_of_long_ago_is_over(text: str, library: Library) -> None:
    assert is_over(text, library)


@pytest.mark.parametrize("text", STILL)
def test_one_of_today_is_not(text: str, library: Library) -> None:
    assert not is_over(text, library)
