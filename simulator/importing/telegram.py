"""Telegram Desktop's JSON export (result.json): one chat, or the list of chats of a whole account."""

from collections.abc import Iterator
from typing import Any

from simulator.errors import ContentError
from simulator.importing.bubbles import Bubble, Talk, timed_talk
from simulator.importing.moments import moment
from simulator.listing import some_of
from simulator.model.transcript import Where
from simulator.whole_text import whole

FORM = "Telegram"
MOST_NAMED = 20
_PRIVATE = ("personal_chat", "bot_chat", "saved_messages", "private_channel")
_MEDIA = {
    "voice_message": "voice message",
    "video_message": "video message",
    "video_file": "video",
    "audio_file": "audio",
    "animation": "gif",
}
_ATTACHED = {
    "photo": "photo",
    "contact_information": "contact",
    "location_information": "location",
    "poll": "poll",
    "file": "file",
}
_MARKED = {"phone": "phone", "email": "email", "bank_card": "card", "mention_name": "name"}
"""Kinds of entities whose words are personal data, and the placeholder of each."""


def is_telegram(document: dict[str, Any]) -> bool:
    """Whether the document is an export of one chat, or of an account."""
    return _is_account(document) or _is_chat(document)


def read_telegram(document: dict[str, Any], chat: str | None) -> Talk:
    """The messages of the chat, which is named where the export holds several. ContentError says which there are."""
    chosen = _chosen(document, chat)
    where: Where = "dm" if chosen.get("type", _PRIVATE[0]) in _PRIVATE else "group"
    return timed_talk(FORM, _rows(chosen["messages"], where))


def _is_chat(document: Any) -> bool:
    if not isinstance(document, dict) or not isinstance(document.get("messages"), list):
        return False
    messages = [one for one in document["messages"][:50] if isinstance(one, dict)]
    return any(one.get("type") in ("message", "service") and ("from_id" in one or "date" in one) for one in messages)


def _is_account(document: dict[str, Any]) -> bool:
    chats = document.get("chats")
    return isinstance(chats, dict) and isinstance(chats.get("list"), list)


def _chosen(document: dict[str, Any], wanted: str | None) -> dict[str, Any]:
    if not _is_account(document):
        return document
    chats = [one for one in document["chats"]["list"] if _is_chat(one)]
    if wanted is None and len(chats) == 1:
        return dict(chats[0])
    fitting = [
        one
        for one in chats
        if _name(one).casefold() == (wanted or "").strip().casefold() or str(one.get("id")) == wanted
    ]
    if len(fitting) == 1:
        return dict(fitting[0])
    told = some_of((f'"{_name(one)}"' for one in chats), MOST_NAMED) or "none with messages"
    if fitting:
        ids = ", ".join(str(one.get("id")) for one in fitting)
        raise ContentError(f'{len(fitting)} chats are called "{wanted}"; name one by its number with --chat: {ids}')
    what = f"it holds {len(chats)} chats" if wanted is None else f'no chat in it is called "{wanted}"'
    raise ContentError(f"{what}; name one with --chat: there is {told}")


def _name(chat: dict[str, Any]) -> str:
    return whole(str(chat.get("name") or chat.get("type") or chat.get("id")))


def _rows(messages: list[Any], where: Where) -> Iterator[tuple[Bubble, float | None]]:
    for row in messages:
        if not isinstance(row, dict) or row.get("type") != "message":
            continue
        marked: list[str] = []
        words = "".join(_words(row.get("text"), marked)).strip()
        text = " ".join(one for one in (_note(row), words) if one)
        if text:
            time = moment(row.get("date_unixtime") or row.get("date"))
            yield Bubble(_sender(row), whole(text), where=where, marked=tuple(marked)), time


def _sender(row: dict[str, Any]) -> str:
    """The name, or the number of an account that was deleted and has none."""
    return whole(str(row.get("from") or row.get("from_id") or "deleted account"))


def _words(text: Any, marked: list[str]) -> Iterator[str]:
    """The words of a text, which is one string or a list of strings and entities."""
    for piece in text if isinstance(text, list) else [text]:
        if isinstance(piece, str):
            yield piece
        elif isinstance(piece, dict) and isinstance(piece.get("text"), str):
            kind = _MARKED.get(str(piece.get("type")))
            if kind:
                marked.append(kind)
            yield f"[{kind}]" if kind else piece["text"]


def _note(row: dict[str, Any]) -> str:
    """What stands for a sticker, a voice message or the like; and that words are somebody else's."""
    forwarded = "[forwarded] " if row.get("forwarded_from") else ""
    if row.get("media_type") == "sticker":
        emoji = row.get("sticker_emoji")
        return f"{forwarded}[sticker {emoji}]" if isinstance(emoji, str) and emoji else f"{forwarded}[sticker]"
    kind = _MEDIA.get(str(row.get("media_type"))) or next((_ATTACHED[key] for key in _ATTACHED if row.get(key)), "")
    return f"{forwarded}[{kind}]" if kind else forwarded.strip()
