"""Who is who in a conversation: by a speakers file, or by a few plain rules."""

import pytest

from simulator.errors import ContentError
from simulator.importing.bubbles import Bubble
from simulator.importing.casting import Cast, draft, parts, with_roles
from simulator.loader.nouns import build
from simulator.loader.yaml_nodes import read_bytes
from simulator.model.speakers import NamedSpeaker, Speakers

TALK = [
    Bubble("Ira K", "hi"),
    Bubble("Oleg", "hello"),
    Bubble("Bot", "beep"),
    Bubble("Ira K", "ok"),
    Bubble("Max", "yo"),
]
LISTED = Speakers(
    format=1,
    speakers=(
        NamedSpeaker(name="Oleg", role="counselor", code="Counselor"),
        NamedSpeaker(name="ira", role="client", code="Ira Q", also=("Ira K",)),
        NamedSpeaker(name="Bot", role="left_out", code="Bot"),
        NamedSpeaker(name="Max", role="other", code="other 1"),
    ),
)


def cast(rows: list[Bubble], how: Cast) -> list[tuple[str | None, str]]:
    found = parts(rows, how)
    return [(row.role, found[row.sender].code) for row in with_roles(rows, found)]


def test_a_speakers_file_says_who_is_who():
    assert cast(TALK, Cast(speakers=LISTED)) == [
        ("client", "Ira Q"),
        ("counselor", "Counselor"),
        ("client", "Ira Q"),
        ("other", "other 1"),
    ]


@pytest.mark.parametrize(
    ("rows", "how", "wanted"),
    [
        (TALK[:2], Cast("oleg "), [("client", "Client"), ("counselor", "Counselor")]),
        ([TALK[0], TALK[1], TALK[4]], Cast("Oleg"),
         [("client", "Client"), ("counselor", "Counselor"), ("client", "Client 2")]),
        ([Bubble("x", "a", "other"), Bubble("y", "b", "other"), Bubble("z", "c", "counselor")], Cast(),
         [("other", "other 1"), ("other", "other 2"), ("counselor", "Counselor")]),
        ([Bubble("ira_k", "a"), Bubble("@owl 🦉", "b"), Bubble("Counselor", "c")],
         Cast(kept=frozenset({"ira_k", "@owl 🦉"})),
         [("client", "ira_k"), ("client", "@owl 🦉"), ("counselor", "Counselor")]),
        ([Bubble("client", "a", "client"), Bubble("client", "b", "client")], Cast("client"),
         [("counselor", "Counselor"), ("counselor", "Counselor")]),
    ],
    ids=["by name", "everybody else is a client", "roles of the file", "aliases may stay", "a name outweighs a role"],
)  # fmt: skip
def test_without_a_file_plain_rules_decide(rows, how, wanted):
    assert cast(rows, how) == wanted


def test_somebody_unknown_is_told_with_what_to_write():
    with pytest.raises(ContentError) as wrong:
        parts([*TALK, Bubble('Anna "A"', "hi")], Cast(speakers=LISTED))
    assert '- {name: "Anna \\"A\\"", role: client, code: Client}' in str(wrong.value)


def test_nobody_called_so_is_told_with_the_names_there_are():
    with pytest.raises(ContentError, match=r'called "Counselor"; .* there is "Ira K", "Oleg"'):
        parts(TALK[:2], Cast())


@pytest.mark.parametrize(
    ("rows", "counselor", "roles"),
    [
        (TALK, "Counselor", ["client", "counselor", "other", "other"]),
        (TALK, "Max", ["client", "client", "client", "counselor"]),
        ([Bubble("a\nb: {x}", "hi"), Bubble("c #d", "ho")], "", ["client", "counselor"]),
        ([Bubble("Ira 🌸", "hi"), Bubble("👩\u200d💻", "ho")], "", ["client", "counselor"]),
        ([Bubble("x", "a", "other"), Bubble("y", "b", "counselor")], "", ["other", "counselor"]),
    ],
    ids=[
        "who wrote first is the client",
        "the counselor is named",
        "names that look like YAML",
        "emoji",
        "roles of the file",
    ],
)
def test_a_draft_is_a_speakers_file(rows, counselor, roles):
    document = read_bytes(draft(rows, counselor).encode(), "speakers.yaml")
    speakers = build(document, Speakers).needed().speakers
    assert [one.name for one in speakers] == list(dict.fromkeys(row.sender for row in rows))
    assert [one.role for one in speakers] == roles
    assert len({one.code for one in speakers}) == len(speakers)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "at least 1"),
        ("{name: A, role: client, code: Client}", "nobody has the role counselor"),
        ("{name: A, role: counselor, code: C}, {name: a, role: client, code: D}", '"a" stands twice'),
        ("{name: A, role: counselor, code: C}, {name: B, role: client, code: c}", "has two roles"),
        ("{name: A, role: doctor, code: C}", '"doctor" cannot stand here'),
        ("{name: A, role: counselor, code: '+49'}", "speakers[0].code"),
    ],
    ids=["empty", "no counselor", "a name twice", "a code with two roles", "no role", "no code"],
)  # fmt: skip
def test_a_wrong_speakers_file_is_told(text, said):
    with pytest.raises(ContentError, match=r"speakers\.yaml:\d+:\d+") as wrong:
        build(read_bytes(f"format: 1\nspeakers: [{text}]".encode(), "speakers.yaml"), Speakers).needed()
    assert said in str(wrong.value)
