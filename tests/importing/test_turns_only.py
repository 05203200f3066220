"""Files in which only the counselor writes: every message is a turn, and lines without a speaker are turns."""

import json

import pytest

from simulator.errors import ContentError
from simulator.importing.transcript_file import parse_transcript
from simulator.model.transcript import Transcript

FIRST, SECOND = "Hello.\nI'm Oleg.", "What happened?"
ANSWER = {"from": "Ira", "text": "a lot"}


def parsed(text: str) -> Transcript:
    return parse_transcript(text.encode(), "talk", "Counselor")


def lines(*rows: object) -> str:
    return "\n".join(map(json.dumps, rows))


@pytest.mark.parametrize(
    "text",
    [
        lines({"text": FIRST}, {"text": SECOND}),
        lines({"number": 7, "text": FIRST, "acts": ["greeting"]}, {"id": "x", "text": SECOND, "prev_client": None}),
        lines({"text": FIRST, "client": []}, {"text": " "}, {"text": SECOND}),
        lines({"role": "counselor", "text": FIRST}, {"role": "counselor", "text": SECOND}),
        json.dumps([{"role": "counselor", "text": FIRST}, {"role": "counselor", "text": SECOND}]),
        json.dumps({"turns": [{"text": FIRST}, {"text": SECOND}]}),
        f"Counselor: {FIRST}\nCounselor: {SECOND}",
    ],
    ids=["texts", "texts with more", "turns", "roles", "a list of roles", "our JSON", "plain text"],
)
def test_each_message_is_a_turn_where_nobody_answers(text):
    found = parsed(text)
    assert [(turn.number, turn.text, turn.client) for turn in found.turns] == [(1, FIRST, ()), (2, SECOND, ())]
    assert found.opening == ()


def test_one_line_alone_is_one_turn():
    assert [turn.text for turn in parsed(json.dumps({"text": FIRST}, indent=1)).turns] == [FIRST]


def test_a_turn_brings_what_the_client_answered():
    found = parsed(lines({"text": FIRST, "at": 3.0, "client": [ANSWER]}, {"text": SECOND, "where": "group"}))
    assert [(said.sender, said.text) for said in found.turns[0].client] == [("Ira", "a lot")]
    assert (found.turns[0].at, found.turns[1].where) == (3.0, "group")


def test_what_is_written_until_an_answer_is_still_one_turn():
    rows = [
        {"role": "counselor", "text": FIRST},
        {"role": "counselor", "text": SECOND},
        {"role": "client", "text": "a"},
    ]
    assert len(parsed(lines(*rows)).turns) == 1


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (lines({"text": FIRST}, {"role": "client", "text": "a"}), "line 1: it is not said who speaks"),
        (lines({"text": FIRST}, {"words": SECOND}), 'line 2: it has no "text"'),
        (lines({"text": FIRST}, SECOND), 'line 2: it has no "text"'),
        (lines({"text": FIRST, "client": "yes"}, {"text": SECOND}), '"client" is no list'),
        (lines({"text": " "}, {"text": ""}), "no message in it"),
    ],
    ids=["one line says who speaks", "no text", "no object", "an answer that is no list", "nothing written"],
)
def test_what_is_neither_is_told(text, said):
    with pytest.raises(ContentError, match=r"^talk: ") as wrong:
        parsed(text)
    assert said in str(wrong.value)
