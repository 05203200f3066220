"""A session: words in, client messages out; pure, and the same every time."""

import pytest
from written_scenario import END, scenario

from simulator.model.scenario import Scenario
from simulator.readers import Readers
from simulator.script import Script
from simulator.session import Session

WRITTEN: Scenario = scenario(
    client={"alias": "k", "calls_self": "call me Zero", "trust": {"start": 0, "leaves_at": -3, "leaves_to": "gone"}},
    topics=[{"id": "brother", "asked_as": ["tell me about your brother"], "says": ["he is a driver"], "trust": 1}],
    states=[
        {
            "id": "cold",
            "stage": "contact",
            "client": [{"variants": ["hi", "hey", "hello"]}],
            "turns": [
                {
                    "when": {"all": ["self_introduction"]},
                    "to": "warm",
                    "trust": 1,
                    "client": ["ok. are you police?"],
                    "why": "w",
                },
                {"when": {"any": ["service_offer"]}, "trust": -2, "client": [{"variants": ["no", "no way", "nope"]}]},
            ],
            "otherwise": [{"client": [{"variants": ["?", "what", "hm?"]}]}],
            "silence": [{"after_seconds": 90, "client": ["you there, idiot?"], "trust": -1}],
        },
        {"id": "warm", "stage": "request", "turns": [{"when": {"any": ["farewell"]}, "to": "end"}]},
    ],
    endings=[END, {"id": "gone", "kind": "broken_off", "says": "k has blocked you", "debrief": "d"}],
)

TURNS = [
    "yo",
    "what",
    "i can help",
    "may i ask what it is",
    "My name is Oleg, call +7 916 123 45 67",
    "Tell me about your brother.",
    "bye",
]


@pytest.fixture(scope="module")
def script(small_readers: Readers) -> Script:
    return Script(WRITTEN, small_readers)


def played(script: Script, seed: int, turns: list[str]) -> Session:
    session = Session(script, seed)
    for number, text in enumerate(turns):
        if not session.is_over:
            session.answer(session.hear(text, session.where, 10.0 * number))
    return session


def texts(session: Session, turn: int) -> list[str]:
    return [message.text for message in session.turns[turn].client]


def test_a_talk_from_the_first_line_to_its_ending(script: Script) -> None:
    session = played(script, 1, TURNS)
    assert [turn.number for turn in session.turns] == [1, 2, 3, 4, 5, 6, 7]
    assert [turn.state for turn in session.turns] == ["cold"] * 4 + ["warm", "warm", "end"]
    assert [turn.stage for turn in session.turns] == ["contact"] * 4 + ["request"] * 3
    assert [turn.trust for turn in session.turns] == [0, 0, -2, -2, -1, 0, 0]
    assert [turn.trust_change for turn in session.turns] == [0, 0, -2, 0, 1, 1, 0]
    assert [turn.matched for turn in session.turns] == [False, False, True, False, True, True, True]
    assert texts(session, 5) == ["he is a driver"]
    assert session.is_over
    transcript = session.transcript()
    assert transcript.ending is not None
    assert (transcript.ending.id, transcript.ending.kind, transcript.stopped) == ("end", "reached", False)


def test_the_same_turns_and_seed_give_the_same_talk_byte_for_byte(script: Script) -> None:
    first = played(script, 7, TURNS).transcript().model_dump_json()
    assert played(script, 7, TURNS).transcript().model_dump_json() == first
    others = {played(script, seed, TURNS).transcript().model_dump_json() for seed in range(6)}
    assert len(others) > 1, "another seed chooses other wordings"


def test_personal_data_is_gone_before_anything_is_read(script: Script) -> None:
    session = Session(script, 1)
    heard = session.hear("My name is Oleg, write to oleg@example.org", "dm", 0.0)
    assert heard.text == "My name is Oleg, write to [email]"
    assert heard.replaced == {"email": 1}
    turn = session.answer(heard)
    assert "oleg@" not in session.transcript().model_dump_json()
    for act in turn.reading.acts:
        assert turn.text[act.start : act.end]


def test_hearing_changes_nothing(script: Script) -> None:
    session = Session(script, 1)
    before = session.transcript()
    session.hear("i can help. My name is Oleg", "dm", 5.0)
    assert session.transcript() == before
    assert (session.state, session.trust, session.now) == ("cold", 0, 0.0)


def test_silence_belongs_to_the_last_turn_or_the_opening(script: Script) -> None:
    session = Session(script, 1)
    said = session.wait(89.0) + session.wait(90.0)
    assert [message.text for message in said] == ["you there, idiot?"]
    assert session.unread_opening[-1] == said[0]
    assert session.opening[-1].text == said[0].text
    assert "insult" in {cue.cue for cue in session.opening[-1].cues}
    session.answer(session.hear("yo", "dm", 95.0))
    assert session.wait(184.0) == ()
    assert [message.at for message in session.wait(1_000.0)] == [185.0]
    assert texts(session, 0)[-1] == "you there, idiot?"
    assert session.turns[0].trust_change == -1
    assert session.trust == -2


def test_time_never_runs_backwards(script: Script) -> None:
    session = Session(script, 1)
    session.wait(50.0)
    assert session.answer(session.hear("yo", "dm", 20.0)).at == 50.0
    session.wait(10.0)
    assert session.now == 50.0


def test_falling_trust_ends_the_talk_with_the_notice(script: Script) -> None:
    session = played(script, 1, ["i can help", "i can help"])
    assert session.ending is not None
    assert session.ending.id == "gone"
    assert texts(session, 1)[-1] == "k has blocked you"
    assert session.turns[1].stage == "contact", "an ending has no stage of its own"


def test_stop_is_no_ending(script: Script) -> None:
    session = played(script, 1, ["yo"])
    session.stop()
    assert session.is_over
    assert session.ending is None
    assert (session.transcript().ending, session.transcript().stopped) == (None, True)


def test_names_are_those_the_client_gave_when_asked(script: Script) -> None:
    session = played(script, 1, ["what should i call you"])
    assert texts(session, 0) == ["call me Zero"]
    heard = session.hear("thanks Zero", "dm", 50.0)
    assert heard.reading.measures.names == ("Zero",)


def test_sessions_share_a_script_and_nothing_else(script: Script) -> None:
    one, other = Session(script, 3), Session(script, 3)
    one.answer(one.hear("My name is Oleg", "dm", 0.0))
    assert (one.state, other.state, other.turns) == ("warm", "cold", ())
