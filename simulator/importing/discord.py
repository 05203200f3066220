"""Discord channels in the JSON that DiscordChatExporter writes."""

from collections.abc import Iterator
from typing import Any

from simulator.importing.bubbles import Bubble, Talk, timed_talk
from simulator.importing.moments import moment
from simulator.model.transcript import Where
from simulator.whole_text import whole

FORM = "Discord"
_SAID = ("Default", "Reply", "19", "0")
"""The types of message that people write; all others are the messenger's own, such as a call or a pin."""


def is_discord(document: dict[str, Any]) -> bool:
    """Whether the document names a channel and holds messages."""
    return isinstance(document.get("channel"), dict) and isinstance(document.get("messages"), list)


def read_discord(document: dict[str, Any]) -> Talk:
    """The messages of a channel; a talk of two in private, or a group."""
    where: Where = "dm" if document["channel"].get("type") == "DirectTextChat" else "group"
    return timed_talk(FORM, _rows(document["messages"], where))


def _rows(messages: list[Any], where: Where) -> Iterator[tuple[Bubble, float | None]]:
    for row in messages:
        if not isinstance(row, dict) or str(row.get("type", _SAID[0])) not in _SAID:
            continue
        words, marked = _words(row)
        text = " ".join(one for one in (*_notes(row), words) if one)
        if text:
            yield (
                Bubble(_sender(row.get("author")), whole(text), where=where, marked=marked),
                moment(row.get("timestamp")),
            )


def _sender(author: Any) -> str:
    known = author if isinstance(author, dict) else {}
    return whole(str(known.get("nickname") or known.get("name") or known.get("id") or "unknown"))


def _words(row: dict[str, Any]) -> tuple[str, tuple[str, ...]]:
    """The words, with a placeholder for everybody they mention by `@`."""
    text, marked = str(row.get("content") or "").strip(), 0
    named = (one.get(key) for one in _dicts(row.get("mentions")) for key in ("nickname", "name"))
    names = {name for name in named if isinstance(name, str) and name}
    for name in sorted(names, key=len, reverse=True):
        marked += text.count(f"@{name}")
        text = text.replace(f"@{name}", "[name]")
    return text, ("name",) * marked


def _notes(row: dict[str, Any]) -> Iterator[str]:
    for sticker in _dicts(row.get("stickers")):
        yield f"[sticker {sticker['name']}]" if isinstance(sticker.get("name"), str) else "[sticker]"
    yield from ("[file]" for _ in _dicts(row.get("attachments")))


def _dicts(value: Any) -> list[dict[str, Any]]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []
