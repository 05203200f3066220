"""A talk from anywhere, read as a session reads its own."""

import pytest

from simulator.authored_cues import authored_cues
from simulator.library import Library
from simulator.model.debrief import Header
from simulator.model.scenario import Client, Line, Scenario, Speaker, State, Topic, Transition
from simulator.model.transcript import Act, Cue, Message, Reading, Transcript, Turn
from simulator.scorer.scorer import score
from simulator.scorer.setting import Setting
from simulator.script import Script
from simulator.session import Session
from simulator.talk_coding import code_talk, talk_readers

TURNS = (
    "Hi, I'm Oleg, a peer counselor. What shall I call you?",
    "Mail me at oleg@example.org. How are you feeling about it?",
    "So you are scared, is that right?",
    "You should get tested. Bye!",
)


@pytest.fixture(scope="module")
def library() -> Library:
    return Library()


def bare(transcript: Transcript) -> Transcript:
    """The talk as `play --json` tells it: no readings, no cues, everybody but the counselor a client."""

    def message(one: Message) -> Message:
        return Message(role="client", sender=one.sender, where=one.where, text=one.text, at=one.at)

    turns = (
        turn.model_copy(update={"reading": Reading(), "client": tuple(map(message, turn.client))})
        for turn in transcript.turns
    )
    return transcript.model_copy(update={"opening": tuple(map(message, transcript.opening)), "turns": tuple(turns)})


@pytest.mark.parametrize("scenario", ["ira-hiv-test", "anonymous-contact"])
def test_a_session_told_by_its_words_is_read_as_it_was(library, scenario):
    frozen = library.frozen(scenario)
    readers = library.readers("en")
    session = Session(Script(frozen.scenario, readers), seed=3)
    for number, text in enumerate(TURNS, start=1):
        if not session.is_over:
            session.answer(session.hear(text, session.where, 20.0 * number))
    played = session.transcript()
    coded = code_talk(bare(played), talk_readers(readers.coder, readers.client_reader, frozen.scenario))
    assert [turn.reading.acts for turn in coded.turns] == [turn.reading.acts for turn in played.turns]
    assert [turn.reading.facts for turn in coded.turns] == [turn.reading.facts for turn in played.turns]
    assert _heard(coded) == _heard(played)


def _heard(transcript: Transcript) -> list[tuple[str, str, list[str]]]:
    return [(row.role, row.text, sorted(cue.cue for cue in row.cues)) for row in transcript.messages]


def test_personal_data_is_replaced_and_old_readings_are_left_behind(library):
    readers = library.readers("en")
    said = Message(role="client", sender="K", text="call me +380 50 123 45 67, i want to die")
    old = Act(act="hostility", start=0, end=4, by="phrase:hostility#1")
    turn = Turn(number=1, text="Write to me@example.org please.", reading=Reading(acts=(old,)), client=(said,))
    coded = code_talk(Transcript(opening=(said,), turns=(turn,)), talk_readers(readers.coder, readers.client_reader))
    assert "hostility" not in coded.turns[0].reading.act_ids
    assert coded.turns[0].text == "Write to [email] please."
    assert "[phone]" in coded.opening[0].text
    for message in (*coded.opening, *coded.turns[0].client):
        assert "suicide" in {cue.cue for cue in message.cues}
        assert all(message.text[cue.start : cue.end] for cue in message.cues)


def test_an_authors_cue_covers_its_whole_line_and_comes_once(library):
    readers = library.readers("en")
    cue = Cue(cue="suicide", start=0, end=3, by="scenario")
    said = Message(role="client", sender="K", text="i want to die", cues=(cue,))
    turn = Turn(number=1, text="Hello")
    coded = code_talk(Transcript(opening=(said,), turns=(turn,)), talk_readers(readers.coder, readers.client_reader))
    found = [one for one in coded.opening[0].cues if one.cue == "suicide"]
    assert found == [Cue(cue="suicide", start=0, end=len(said.text), by="scenario")]


SCENARIO = Scenario(
    format=1,
    id="x",
    title="x",
    source="x",
    opens="client",
    you_are="x",
    briefing="x",
    client=Client(alias="K", calls_self=("K",)),
    speakers=(Speaker(id="m", alias="Mole"),),
    topics=(
        Topic(
            id="t",
            asked_as=("how",),
            says=(Line(text="first"), Line(text="last", cue=("feeling",))),
            cue=("violence",),
        ),
    ),
    states=(
        State(
            id="a",
            stage="contact",
            client=(Line(variants=("one", "two"), cue=("accepts",)), Line(text="twice", cue=("declines",))),
            turns=(Transition(when={}, client=(Line(text="twice"),)),),
        ),
    ),
    endings=({"id": "e", "kind": "reached", "debrief": "x"},),
)


def test_cues_are_found_again_by_wording_where_it_is_unambiguous():
    found = authored_cues(SCENARIO)
    assert found == {
        "K": (),
        "one": ("accepts",),
        "two": ("accepts",),
        "first": (),
        "last": ("feeling", "violence"),
    }


def test_a_line_told_by_its_words_gets_its_authors_cues(library):
    readers = library.readers("en")
    talk = Transcript(opening=(Message(role="client", sender="K", text="one"),), turns=(Turn(number=1, text="Hello"),))
    placed = code_talk(talk, talk_readers(readers.coder, readers.client_reader, SCENARIO))
    assert placed.opening[0].cues == (Cue(cue="accepts", start=0, end=3, by="scenario"),)
    assert code_talk(talk, talk_readers(readers.coder, readers.client_reader)).opening[0].cues == ()


def test_other_speakers_of_the_scenario_are_not_the_client(library):
    readers = library.readers("en")
    rows = tuple(Message(role="client", sender=name, text="i want to die") for name in ("K", "Mole", "telegram"))
    talk = Transcript(opening=rows, turns=(Turn(number=1, text="Hello"),))
    coded = code_talk(talk, talk_readers(readers.coder, readers.client_reader, SCENARIO))
    assert [(row.role, bool(row.cues)) for row in coded.opening] == [
        ("client", True),
        ("other", False),
        ("other", False),
    ]


PERHAPS = "my brother found my pills under the sink and now he is not talking to me"


def test_a_danger_that_the_words_may_show_is_left_to_a_person(library):
    readers = library.readers("en")
    said = Message(role="client", sender="K", text=PERHAPS)
    turns = (Turn(number=1, text="Good that you wrote."), Turn(number=2, text="How was that for you?"))
    coded = code_talk(Transcript(opening=(said,), turns=turns), talk_readers(readers.coder, readers.client_reader))
    assert "present_danger" in {cue.cue for cue in coded.opening[0].unsure}
    rubric = library.rubric("peer-counseling")
    levels = {one.id: one.level for one in score(coded, rubric, Setting.of(None, Header())).criteria}
    assert levels["gets-help"] == "unsure"


def test_nobody_has_to_look_at_what_an_author_wrote(library):
    readers = library.readers("en")
    wrote = SCENARIO.model_copy(update={"states": (State(id="a", stage="contact", client=(Line(text=PERHAPS),)),)})
    talk = Transcript(opening=(Message(role="client", sender="K", text=PERHAPS),), turns=(Turn(number=1, text="Hi"),))
    coded = code_talk(talk, talk_readers(readers.coder, readers.client_reader, wrote))
    assert coded.opening[0].unsure == ()


def test_nobody_has_to_look_at_a_line_whose_author_says_what_it_shows(library):
    readers = library.readers("en")
    cue = Cue(cue="feeling", start=0, end=3, by="scenario")
    said = Message(role="client", sender="K", text=PERHAPS, cues=(cue,))
    talk = Transcript(opening=(said,), turns=(Turn(number=1, text="Hello"),))
    coded = code_talk(talk, talk_readers(readers.coder, readers.client_reader))
    assert coded.opening[0].unsure == ()
