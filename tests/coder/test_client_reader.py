"""What client messages show: cues by name, feelings by name, questions, and the names clients go by."""

import pytest

from simulator.coder.client_reader import ClientReader
from simulator.coder.settle import ASSERTED
from simulator.model.transcript import Act, Reading
from simulator.readers import Readers

FELT = [
    ("i'm so scared", ["fear"]),
    ("scared", ["fear"]),
    ("i am not scared", []),
    ("my cat sits on the roof of the house and it was scared of me", ["fear"]),
    ("the film on the telly was about a scared man in the war", []),
    ("are you scared?", []),
    ('he called it "scared"', []),
    ("it is tuesday", []),
]


@pytest.mark.parametrize(("text", "wanted"), FELT)
def test_feelings(text: str, wanted: list[str], client_reader: ClientReader) -> None:
    assert [cue.feels for cue in client_reader.cues(text) if cue.feels] == wanted


CUES = [
    ("you idiot", ["insult"]),
    ("go to hell. are you a cop?", ["insult", "direct_question"]),
    ("what should i do?", ["direct_question"]),
    ('they said "go to hell"', []),
    ("hm", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "wanted"), CUES)
def test_cues(text: str, wanted: list[str], small_readers: Readers) -> None:
    cues = small_readers.client_reader.cues(text)
    assert [cue.cue for cue in cues if not cue.feels] == wanted
    assert all(0 <= cue.start < cue.end <= len(text) for cue in cues)


DANGERS = [
    ("i want to kill myself", "suicide"),
    ("he hit me again", "violence"),
    ("she is blue and not breathing", "overdose"),
]


@pytest.mark.parametrize(("text", "cue"), DANGERS)
def test_dangers_are_seen(text: str, cue: str, client_reader: ClientReader) -> None:
    assert cue in {found.cue for found in client_reader.cues(text)}


@pytest.mark.parametrize(
    "text",
    [
        "i bought a new phone, it has a killer camera",
        "my skill is cooking",
        "on a diet since may",
        "sitting on the edge of the tub with my phone",
        "good to hear it from somebody",
        "only the test, and that was two lines",
    ],
)
def test_words_that_only_look_like_danger_are_none(text: str, client_reader: ClientReader) -> None:
    assert not {found.cue for found in client_reader.cues(text)} & {"suicide", "self_harm", "violence", "overdose"}


PRESENT = ["my brother found my pills under the sink and now he is not talking to me"]


def turn_of(act: str) -> Reading:
    return Reading(acts=(Act(act=act, start=0, end=1, by="test"),))


@pytest.mark.parametrize("text", ["ok im going to do it", "i will do it when they sleep"])
def test_what_may_be_a_danger_is_one_after_a_question_on_danger(text: str, client_reader: ClientReader) -> None:
    danger = "present_danger"
    assert danger in {cue.cue for cue in client_reader.cues(text, turn_of("risk_question"))}
    shown = client_reader.read(text, turn_of("information"))
    assert danger not in {cue.cue for cue in shown.cues}
    assert danger in {cue.cue for cue in shown.unsure}


def test_words_of_danger_let_the_model_find_what_no_phrase_says(client_reader: ClientReader) -> None:
    (cue,) = (one for one in client_reader.cues("he locked from outside and took the key") if one.cue == "violence")
    assert cue.by.startswith("model:violence")


@pytest.mark.parametrize("text", PRESENT)
def test_a_present_danger_that_only_the_model_reads_needs_the_danger_beside_it(
    text: str, client_reader: ClientReader
) -> None:
    shown = client_reader.read(text)
    assert not {cue.cue for cue in shown.cues} & client_reader.dangers
    (perhaps,) = (cue for cue in shown.unsure if cue.cue == "present_danger")
    assert perhaps.strength < ASSERTED


NAMES = [
    ("Zero", ["Zero"]),
    ("Just call me Zero.", ["Zero"]),
    ("my name is Anna, and you?", ["Anna"]),
    ("Kit is fine", ["Kit"]),
    ("that is fine", []),
    ("anything is ok", []),
    ("ok", []),
    ("i do not want to say", []),
]


@pytest.mark.parametrize(("text", "wanted"), NAMES)
def test_names(text: str, wanted: list[str], client_reader: ClientReader) -> None:
    assert list(client_reader.names(text)) == wanted
