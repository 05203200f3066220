"""Discord channels in the JSON of DiscordChatExporter, in files made by hand to its form."""

import json
from typing import Any

from simulator.importing.transcript_file import Sought, parse_talk


def message(content: str, who: str = "ira", **more: Any) -> dict[str, Any]:
    return {
        "id": "1",
        "type": "Default",
        "timestamp": "2024-05-12T22:15:00.123+00:00",
        "timestampEdited": None,
        "isPinned": False,
        "content": content,
        "author": {"id": "2", "name": who, "discriminator": "0000", "nickname": f"{who} K", "isBot": False},
        "attachments": [],
        "embeds": [],
        "stickers": [],
        "reactions": [],
        "mentions": [],
        **more,
    }


def parsed(*messages: dict[str, Any], kind: str = "DirectTextChat"):
    document = {
        "guild": {"id": "0", "name": "Direct Messages"},
        "channel": {"id": "3", "type": kind, "name": "ira"},
        "dateRange": {"after": None, "before": None},
        "messages": list(messages),
        "messageCount": len(messages),
    }
    return parse_talk(json.dumps(document).encode(), "channel.json", Sought())


def test_a_channel_is_read_with_its_times():
    later = message("Hello", "oleg", type="Reply", timestamp="2024-05-13T00:16:00+02:00")
    talk = parsed(message("hi"), message("", type="Call"), later)
    assert (talk.form, talk.began) == ("Discord", "2024-05-12T22:15:00Z")
    assert [(one.sender, one.text, one.where) for one in talk.bubbles] == [
        ("ira K", "hi", "dm"),
        ("oleg K", "Hello", "dm"),
    ]
    assert round(talk.bubbles[1].at) == 60


def test_media_and_mentions_become_notes():
    picture = message("look", attachments=[{"id": "1", "fileName": "x.jpg"}])
    sticker = message("", stickers=[{"id": "1", "name": "wave"}])
    called = message("ask @Anna B or @anna", mentions=[{"id": "9", "name": "anna", "nickname": "Anna B"}])
    talk = parsed(picture, sticker, called, kind="GuildTextChat")
    assert [one.text for one in talk.bubbles] == ["[file] look", "[sticker wave]", "ask [name] or [name]"]
    assert talk.bubbles[2].marked == ("name", "name")
    assert {one.where for one in talk.bubbles} == {"group"}
