"""Conversations from files: the forms, who speaks, and what is wrong with a file that is none."""

import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from simulator.errors import ContentError
from simulator.importing.transcript_file import MOST_BYTES, Sought, parse_transcript, read_talk
from simulator.model.transcript import Transcript

TALK = [
    ("client", "hi"),
    ("client", "help me"),
    ("counselor", "Hello.\nI'm Oleg."),
    ("client", "ok"),
    ("counselor", "Bye"),
]
NAMES = {"client": "Ira", "counselor": "Counselor"}

PLAIN = "".join(f"{NAMES[role]}: {text}\n" for role, text in TALK)
ROWS = [{"role": role, "sender": NAMES[role], "text": text} for role, text in TALK]
JSONL = "\n".join(map(json.dumps, ROWS))
PLAYED = json.dumps(
    {
        "session": "abc",
        "scenario": None,
        "opening": [{"from": "Ira", "where": "dm", "text": "hi"}, {"from": "Ira", "where": "dm", "text": "help me"}],
        "ending": None,
        "unread": 0,
        "turns": [
            {"text": TALK[2][1], "at": 3.0, "state": "a", "stage": "contact", "trust": 1, "acts": [], "unsure": [],
             "topics": [], "facts": [], "moves": [], "client": [{"from": "Ira", "where": "dm", "text": "ok"}]},
            {"text": "Bye", "at": 5.0, "state": "b", "stage": None, "trust": 2, "acts": [], "client": []},
        ],
        "debrief": {},
    }
)  # fmt: skip


def parsed(text: str, counselor: str = "Counselor") -> Transcript:
    return parse_transcript(text.encode(), "talk", counselor)


def words(transcript: Transcript) -> list[tuple[str, str]]:
    rows = [("client", message.text) for message in transcript.opening]
    for turn in transcript.turns:
        rows += [("counselor", turn.text), *(("client", message.text) for message in turn.client)]
    return rows


@pytest.mark.parametrize(
    "text",
    [
        PLAIN,
        "\ufeff" + PLAIN,
        PLAIN.replace("\n", "\r\n"),
        PLAIN.replace("Ira: help me", "\nIra: help me\n\n"),
        JSONL,
        JSONL + "\n\n",
        json.dumps(ROWS),
        json.dumps(ROWS, indent=1),
        json.dumps([{"sender": NAMES[role], "text": text} for role, text in TALK]),
        json.dumps([{"role": role, "text": text} for role, text in TALK]),
        PLAYED,
        json.dumps(json.loads(PLAYED), indent=2),
    ],
)
def test_the_same_talk_is_read_from_every_form(text):
    assert words(parsed(text)) == TALK
    assert [turn.number for turn in parsed(text).turns] == [1, 2]


def test_a_transcript_and_a_debrief_are_read_without_what_was_read_in_them():
    played = parsed(PLAYED)
    dump = played.model_dump(mode="json", by_alias=True)
    dump["opening"][0]["cues"] = [
        {"cue": "suicide", "start": 0, "end": 2, "by": "phrase:suicide#1"},
        {"cue": "violence", "start": 0, "end": 2, "by": "scenario"},
    ]
    for document in (dump, {"format": 1, "transcript": dump}):
        found = parsed(json.dumps(document))
        assert words(found) == TALK
        assert [cue.cue for cue in found.opening[0].cues] == ["violence"]
    assert (played.turns[0].trust, played.turns[0].stage, played.turns[0].at) == (1, "contact", 3.0)


@pytest.mark.parametrize(
    ("text", "counselor", "turns"),
    [
        ("oleg: hi\nIra: hello", "Oleg", ["hi"]),
        ("Oleg M. (peer) #1: hi\nIra: hello", "Oleg M. (peer) #1", ["hi"]),
        ("Weiß: hi\nIra: so: hello\nWEISS: well", "Weiß", ["hi", "well"]),
        ("On duty: Oleg: hi: there\nIra: hello", "on duty: oleg", ["hi: there"]),
        ("Counselor: one\nCounselor: two\nIra: x\nCounselor: three", "Counselor", ["one\ntwo", "three"]),
        ("Counselor: one\ntwo\n\nafter a gap\nIra: x", "Counselor", ["one\ntwo\n\nafter a gap"]),
        ("Counselor: look\nhttps://example.org at 12:30\nIra: x", "Counselor", ["look\nhttps://example.org at 12:30"]),
        ("Counselor: well\nthis is what I know: a lot\nIra: x", "Counselor", ["well\nthis is what I know: a lot"]),
        ("Counselor: well\n  First: ask\nIra: x", "Counselor", ["well\nFirst: ask"]),
        ("Counselor:\nhi there\nІра: привіт", "Counselor", ["hi there"]),
        ('{"sender": "Oleg", "role": "client", "text": "hi"}', "Oleg", ["hi"]),
        ('{"role": "therapist", "text": "hi"}', "therapist", ["hi"]),
        ('{"role": "counselor", "text": "a\\ud800b"}', "Counselor", ["a\ufffdb"]),
        ('[12:30] is when it began\nCounselor: hi', "x", None),
        ('{"role": "counselor", "text": "a"}\n{"role": "other", "text": "b"}', "Counselor", ["a"]),
    ],
)  # fmt: skip
def test_who_speaks_and_where_a_message_ends(text, counselor, turns):
    if turns is None:
        with pytest.raises(ContentError):
            parsed(text, counselor)
    else:
        assert [turn.text for turn in parsed(text, counselor).turns] == turns


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "no message in it"),
        (b"once upon a time", "line 1: it is not said who speaks"),
        (b"Ira: hi\nOleg: hello", 'called "Counselor"; name the counselor with --counselor: there is "Ira", "Oleg"'),
        (b"Counselor: \xff\xfe", "byte 12 is no UTF-8"),
        (b'{"turns": [', "it is no JSON"),
        (b"[" * 100_000, "line 1: it is not said who speaks"),
        (b'{"a": ' * 100_000, "it is no JSON"),
        (b'{"role": "client", "text": "a"}\n{oops', "line 2: it is no JSON"),
        (b'{"role": "client", "text": "a"}\n[]', 'line 2: it has no "text"'),
        (b'[{"role": "client", "text": 3}]', 'message 1: it has no "text"'),
        (b'[{"text": "hi"}]', "message 1: it is not said who speaks"),
        (b'[{"role": "doctor", "text": "hi"}]', "message 1: no role 'doctor'; write"),
        (b"{}", 'neither "messages" nor'),
        (b'{"turns": 3}', '"turns" is no list'),
        (b'{"turns": [3]}', "turns.0"),
        (b'{"turns": [{"text": 3}]}', "turns.0.text"),
        (b'{"turns": [{"text": "a", "client": 3}]}', '"client" is no list'),
        (b'{"turns": [{"text": "a", "client": [{"text": "x"}]}]}', "turns.0.client.0.from"),
        (b'{"turns": [], "ending": "good"}', "ending"),
        (b"x" * (MOST_BYTES + 1), "50 MB"),
    ],
    ids=range(20),
)  # fmt: skip
def test_a_file_that_is_no_transcript_is_told_where_and_why(content, said):
    with pytest.raises(ContentError, match=r"^talk\.x: ") as wrong:
        parse_transcript(content, "talk.x", "Counselor")
    assert said in str(wrong.value)
    assert ";" in str(wrong.value)


def test_a_file_that_is_not_there_is_named(tmp_path):
    for path in (tmp_path / "no.txt", tmp_path):
        with pytest.raises(ContentError, match="cannot be read"):
            read_talk(path, Sought())


def ends_well(content: bytes) -> bool:
    """Whether the bytes are a transcript with a turn, or refused under the file's name; anything else is raised."""
    try:
        return bool(parse_transcript(content, "talk", "Counselor").turns) or content.lstrip().startswith(b"{")
    except ContentError as wrong:
        return str(wrong).startswith("talk: ")


@example(b"\x00\r\x00")
@example(b"text,sender" + b"x" * 200_000)
@given(st.one_of(st.binary(max_size=60), st.text(max_size=60).map(lambda text: text.encode("utf-8", "replace"))))
def test_any_bytes_are_a_transcript_or_a_content_error(content):
    assert ends_well(content)


KEYS = st.sampled_from(
    [
        *("turns", "opening", "client", "text", "role", "from", "at", "cues", "ending", "by", "messages", "type"),
        *("from_id", "date", "date_unixtime", "chats", "list", "media_type", "channel", "author", "content"),
        *("timestamp", "mentions", "stickers", "name"),
    ]
)
MESSAGES = st.fixed_dictionaries(
    {"type": st.sampled_from(["message", "service", "Default", 3]), "date": st.integers() | st.text(max_size=5)}
)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=5),
    max_leaves=12,
)


@given(VALUES)
def test_any_json_is_a_transcript_or_a_content_error(value):
    assert ends_well(json.dumps(value).encode())


@given(st.dictionaries(KEYS, VALUES, max_size=4), st.lists(MESSAGES, max_size=3), st.lists(VALUES, max_size=3))
def test_any_export_is_a_transcript_or_a_content_error(more, messages, others):
    rows = [{**message, **more} for message in messages] + others
    for document in (
        {"messages": rows},
        {"channel": more, "messages": rows},
        {"chats": {"list": [{"messages": rows}]}},
    ):
        assert ends_well(json.dumps(document).encode())


@given(st.lists(st.text(max_size=30), max_size=5))
def test_any_lines_after_a_date_are_a_transcript_or_a_content_error(lines):
    for head in ("1/2/24, 10:30 - ", "[1/2/24, 10:30:00\u202fPM] ", "99/99/9999, 99:99 - ", "sender,text\n"):
        assert ends_well("\n".join(head + line for line in lines).encode("utf-8", "replace"))
