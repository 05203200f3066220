"""Telegram Desktop's exports, in files made by hand to its form."""

import json
from typing import Any

import pytest

from simulator.errors import ContentError
from simulator.importing.transcript_file import Sought, parse_talk


def message(text: Any, who: str = "Ira K", **more: Any) -> dict[str, Any]:
    return {
        "id": 1,
        "type": "message",
        "date": "2024-05-13T00:15:00",
        "date_unixtime": "1715552100",
        "from": who,
        "from_id": "user1",
        "text": text,
        "text_entities": [],
        **more,
    }


def chat(*messages: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"name": "Ira K", "type": "personal_chat", "id": 7, "messages": list(messages), **more}


def parsed(document: Any, wanted: str | None = None):
    return parse_talk(json.dumps(document).encode(), "result.json", Sought(chat=wanted))


def test_a_chat_is_read_with_its_times():
    talk = parsed(
        chat(
            {"id": 0, "type": "service", "actor": "Ira K", "action": "pin_message", "text": ""},
            message("hi"),
            message("Hello", "Oleg", date_unixtime="1715552160", reply_to_message_id=1, edited="2024-05-13T00:20:00"),
        )
    )  # fmt: skip
    assert (talk.form, talk.began) == ("Telegram", "2024-05-12T22:15:00Z")
    assert [(one.sender, one.text, one.at, one.where) for one in talk.bubbles] == [
        ("Ira K", "hi", 0.0, "dm"),
        ("Oleg", "Hello", 60.0, "dm"),
    ]


TEXTS = [
    ("one string", "hi", "hi"),
    ("an empty one", "", None),
    ("pieces", ["see ", {"type": "bold", "text": "this"}, "!"], "see this!"),
    ("a link stays for the patterns", [{"type": "link", "text": "example.org"}], "example.org"),
    ("a marked phone", ["call ", {"type": "phone", "text": "12 34"}], "call [phone]"),
    ("a marked mail", [{"type": "email", "text": "x@y"}], "[email]"),
    ("a marked card", [{"type": "bank_card", "text": "1234"}], "[card]"),
    ("a person without a handle", ["ask ", {"type": "mention_name", "text": "Anna B", "user_id": 3}], "ask [name]"),
    ("a text link keeps its words", [{"type": "text_link", "text": "here", "href": "https://a.b"}], "here"),
    ("half a character", "a\ud800b", "a\ufffdb"),
    ("nonsense", [3, None, {"text": 4}], None),
]


@pytest.mark.parametrize(("text", "said"), [row[1:] for row in TEXTS], ids=[row[0] for row in TEXTS])
def test_a_text_is_a_string_or_pieces(text, said):
    assert [one.text for one in parsed(chat(message("first"), message(text))).bubbles][1:] == ([said] if said else [])


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"media_type": "sticker", "sticker_emoji": "🙂", "file": "x"}, "[sticker 🙂]"),
        ({"media_type": "voice_message", "file": "x"}, "[voice message]"),
        ({"media_type": "video_message"}, "[video message]"),
        ({"media_type": "animation"}, "[gif]"),
        ({"photo": "photos/1.jpg", "text": "look"}, "[photo] look"),
        ({"file": "a.pdf"}, "[file]"),
        ({"contact_information": {"first_name": "Anna", "phone_number": "+1"}}, "[contact]"),
        ({"location_information": {"latitude": 1.5}}, "[location]"),
        ({"forwarded_from": "Somebody", "text": "words"}, "[forwarded] words"),
    ],
    ids=lambda one: one if isinstance(one, str) else "",
)
def test_media_become_notes(more, said):
    assert [one.text for one in parsed(chat(message("first"), message("") | more)).bubbles][1:] == [said]


def test_a_deleted_account_goes_by_its_number():
    gone = message("hi") | {"from": None}
    assert [one.sender for one in parsed(chat(gone)).bubbles] == ["user1"]


@pytest.mark.parametrize(("kind", "where"), [("personal_chat", "dm"), ("private_supergroup", "group")])
def test_a_group_is_a_group(kind, where):
    assert parsed(chat(message("hi"), type=kind)).bubbles[0].where == where


def account(*chats: dict[str, Any]) -> dict[str, Any]:
    return {"about": "x", "personal_information": {}, "chats": {"about": "y", "list": list(chats)}}


def test_a_chat_of_an_account_is_named():
    two = account(
        chat(message("hi")), chat(message("ho"), name="Work", id=8), {"type": "saved_messages", "messages": []}
    )
    assert [one.text for one in parsed(two, "work").bubbles] == ["ho"]
    assert [one.text for one in parsed(two, "7").bubbles] == ["hi"]
    assert [one.text for one in parsed(account(chat(message("hi")))).bubbles] == ["hi"]


IRA, WORK = chat(message("a")), chat(message("b"), name="Work")


@pytest.mark.parametrize(
    ("chats", "wanted", "said"),
    [
        ((IRA, WORK), None, 'it holds 2 chats; name one with --chat: there is "Ira K", "Work"'),
        ((IRA, WORK), "Wrok", 'no chat in it is called "Wrok"; name one with --chat'),
        ((IRA, IRA | {"id": 9}), "Ira K", '2 chats are called "Ira K"; name one by its number with --chat: 7, 9'),
        ((), None, "none with messages"),
    ],
    ids=["several", "unknown", "two of one name", "none"],
)
def test_a_chat_that_is_not_clear_is_asked_for(chats, wanted, said):
    with pytest.raises(ContentError, match=r"^result\.json: ") as wrong:
        parsed(account(*chats), wanted)
    assert said in str(wrong.value)
