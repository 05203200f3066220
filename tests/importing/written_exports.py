"""A conversation written out by hand in the forms of messengers and tables, for reading it in again."""

import csv
import io
import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from simulator.model.transcript import Transcript

BEGAN = datetime(2024, 5, 12, 22, 15, tzinfo=UTC)

Said = tuple[str, str, datetime]
"""Who, what and when."""


def said(transcript: Transcript, counselor: str, client: str) -> Iterator[Said]:
    """Every message under these names; everybody but the client keeps theirs."""
    own = {message.sender for message in transcript.messages if message.role == "client"}
    for message in transcript.opening:
        yield client if message.sender in own else message.sender, message.text, _when(message.at)
    for turn in transcript.turns:
        yield counselor, turn.text, _when(turn.at)
        for message in turn.client:
            yield client if message.sender in own else message.sender, message.text, _when(message.at)


def telegram(rows: list[Said]) -> str:
    messages = [
        {
            "id": number,
            "type": "message",
            "date": when.strftime("%Y-%m-%dT%H:%M:%S"),
            "date_unixtime": str(int(when.timestamp())),
            "from": who,
            "from_id": f"user{who}",
            "text": what if number % 2 else [{"type": "plain", "text": what[:3]}, what[3:]],
            "text_entities": [],
        }
        for number, (who, what, when) in enumerate(rows, start=1)
    ]
    service = {"id": 0, "type": "service", "date": "2024-05-12T22:00:00", "actor": "Oleg", "action": "pin_message"}
    return json.dumps({"name": "Chat", "type": "personal_chat", "id": 1, "messages": [service, *messages]})


def android(rows: list[Said]) -> str:
    head = "12/05/2024, 22:00 - Messages and calls are end-to-end encrypted.\n"
    return head + "".join(f"{when:%d/%m/%Y, %H:%M} - {who}: {what}\n" for who, what, when in rows)


def ios(rows: list[Said]) -> str:
    def clock(when: datetime) -> str:
        return f"{when.month}/{when.day}/{when:%y}, {when.hour % 12 or 12}:{when:%M:%S}\u202f{when:%p}"

    return "".join(f"\u200e[{clock(when)}] {who}: {what}\n" for who, what, when in rows)


def discord(rows: list[Said]) -> str:
    messages = [
        {"type": "Default", "timestamp": when.isoformat(), "content": what, "author": {"id": who, "name": who}}
        for who, what, when in rows
    ]
    channel = {"id": "1", "type": "DirectTextChat", "name": "chat"}
    return json.dumps({"guild": {"id": "0", "name": "DM"}, "channel": channel, "messages": messages})


def table(rows: list[Said]) -> str:
    file = io.StringIO(newline="")
    writer = csv.writer(file, delimiter=";")
    writer.writerow(["Date", "From", "Message"])
    writer.writerows((when.isoformat(), who, what) for who, what, when in rows)
    return file.getvalue()


def jsonl(rows: list[Said]) -> str:
    return "\n".join(json.dumps({"sender": who, "text": what, "date": when.isoformat()}) for who, what, when in rows)


def plain(rows: list[Said]) -> str:
    return "".join(f"{who}: {what}\n" for who, what, _ in rows)


FORMS = {
    "Telegram": telegram,
    "WhatsApp on Android": android,
    "WhatsApp on iOS": ios,
    "Discord": discord,
    "CSV": table,
    "JSON lines": jsonl,
    "text": plain,
}


def _when(at: float) -> datetime:
    return BEGAN + timedelta(seconds=at)
