"""Names become codes, also where they are mentioned, and codes are read as names."""

import json

import pytest

from simulator.importing.transcript_file import Sought, parse_talk
from simulator.library import Library
from simulator.model.speakers import NamedSpeaker, Speakers
from simulator.model.transcript import Measures, Message, Reading, Transcript, Turn
from simulator.records.intake import Intake, take_in
from simulator.stand_ins import StandIns
from simulator.talk_coding import code_talk, talk_readers

WORDS = "will\nmay\nhope"
LISTED = Speakers(
    format=1,
    speakers=(
        NamedSpeaker(name="Oleg Petrov", role="counselor", code="C1"),
        NamedSpeaker(name="Will", role="client", code="Client", also=("Billy",)),
    ),
)


def taken(text: str, intake: Intake):
    talk = parse_talk(text.encode(), "talk", Sought((intake.counselor, "Oleg Petrov", "Will")))
    return take_in(talk._replace(file="Will and Oleg.txt"), intake, None, WORDS)


def test_names_of_speakers_become_codes_everywhere():
    text = "Will: hi oleg, its Will. will you help? they call me billy\nOleg Petrov: Hi Will! Ask Lena, Hope or hope\n"
    found = taken(text, Intake(speakers=LISTED, names=("Lena", "Hope")))
    assert found.transcript.opening[0].sender == "Client"
    assert found.transcript.opening[0].text == "hi C1, its Client. will you help? they call me Client"
    assert found.transcript.turns[0].text == "Hi Client! Ask [name], [name] or hope"
    assert found.file == "Client and C1.txt"
    assert [(one.kind, one.count, one.messages) for one in found.report.kinds] == [("name", 6, (1, 2))]
    assert (found.report.messages, found.report.careful) == (2, 2)


def test_what_the_messenger_marked_is_counted():
    document = {"name": "x", "type": "personal_chat", "messages": [
        {"type": "message", "date": "2024-01-01T10:00:00", "from": "Counselor", "from_id": "u1", "text": "hi"},
        {"type": "message", "date": "2024-01-01T10:00:00", "from": "x", "from_id": "u2",
         "text": [{"type": "phone", "text": "12 34"}, " or a@b.org"]},
    ]}  # fmt: skip
    found = take_in(parse_talk(json.dumps(document).encode(), "x", Sought()), Intake(), None, WORDS)
    assert {one.kind: (one.count, one.messages) for one in found.report.kinds} == {
        "phone": (1, (2,)),
        "email": (1, (2,)),
    }


def test_own_json_keeps_its_aliases_and_loses_listed_names():
    document = {"turns": [{"text": "Hello Lena", "client": [{"from": "ira_k", "text": "hi, lena@x.org"}]}]}
    found = take_in(parse_talk(json.dumps(document).encode(), "x", Sought()), Intake(names=("Lena",)), None, WORDS)
    (turn,) = found.transcript.turns
    assert (turn.text, turn.client[0].sender, turn.client[0].text) == ("Hello [name]", "ira_k", "hi, [email]")
    assert [(one.kind, one.messages) for one in found.report.kinds] == [("email", (2,)), ("name", (1,))]


@pytest.mark.parametrize(("name", "code"), [("Kevin", "Client"), ("Marina", "other 1"), ("Yusuf", "Client 2")])
def test_a_code_is_read_like_a_name(library: Library, name: str, code: str):
    readers = library.readers("en")
    coder = talk_readers(readers.coder, readers.client_reader)

    def read(called: str) -> tuple:
        said = ("my name is %s", "you can call me %s", "its %s like i said")
        client = tuple(Message(role="client", sender=called, text=text % called) for text in said)
        turns = ("What shall I call you?", f"Thank you, {called}. You sound scared.", f"{called}, what happened?")
        talk = Transcript(turns=tuple(Turn(number=n, text=text, client=client) for n, text in enumerate(turns, 1)))
        coded = code_talk(talk, coder)
        cues = [[cue.cue for cue in message.cues] for turn in coded.turns for message in turn.client]
        return (
            cues,
            [turn.reading.act_ids for turn in coded.turns],
            [bool(t.reading.measures.names) for t in coded.turns],
        )

    assert read(name) == read(code)


def test_hiding_keeps_every_offset_and_shows_the_code_again():
    codes = StandIns({"Client", "Client 2"})
    text = "Client 2 and Client, no Clients"
    hidden = codes.hidden(text)
    assert len(hidden) == len(text)
    assert "Client" not in hidden.replace("Clients", "")
    read = Reading(measures=Measures(names=(hidden[13:19], "Ira")))
    assert codes.shown(read).measures.names == ("Client", "Ira")
    assert StandIns(()).hidden(text) == text


@pytest.mark.parametrize(
    ("at", "kept"), [(-5, 0.0), ("NaN", 0.0), (1e308, 0.0), ("soon", 0.0), (None, 0.0), (12.5, 12.5)]
)
def test_a_time_that_is_none_is_no_time(at: object, kept: float):
    document = {"turns": [{"text": "Hello", "at": at, "client": [{"from": "ira_k", "text": "hi", "at": at}]}]}
    found = take_in(parse_talk(json.dumps(document).encode(), "x", Sought()), Intake(), None, WORDS)
    (turn,) = found.transcript.turns
    assert (turn.at, turn.client[0].at) == (kept, kept)
