"""Messages in a row become turns: what one counselor writes until somebody answers is one turn."""

from collections.abc import Iterable
from datetime import UTC, datetime
from itertools import groupby
from typing import NamedTuple

from simulator.errors import ContentError
from simulator.model.transcript import Message, Role, Transcript, Turn, Where


class Bubble(NamedTuple):
    """One message of a file; `role` is None where the file tells only a name; `at` is in seconds from the first one.

    `marked` are the kinds of personal data that the messenger itself marked and that are placeholders already.
    """

    sender: str
    text: str
    role: Role | None = None
    where: Where = "dm"
    at: float = 0.0
    marked: tuple[str, ...] = ()


class Talk(NamedTuple):
    """What a file holds: messages in their order, or a Transcript that this program made before.

    `form` is the kind of file and `file` its name; `began` is ISO 8601 in UTC, None where no time of day is told.
    """

    form: str
    bubbles: tuple[Bubble, ...] = ()
    began: str | None = None
    played: Transcript | None = None
    file: str = ""


def timed_talk(form: str, rows: Iterable[tuple[Bubble, float | None]]) -> Talk:
    """The talk of messages with their times in seconds since 1970; one without a time is said with the one before.

    Where none has a time, each keeps its seconds from the first.
    """
    told = list(rows)
    first = next((time for _, time in told if time is not None), None)
    if first is None:
        return Talk(form, tuple(bubble for bubble, _ in told))
    bubbles: list[Bubble] = []
    latest = 0.0
    for bubble, time in told:
        latest = latest if time is None else max(time - first, 0.0)
        bubbles.append(bubble._replace(at=latest))
    return Talk(form, tuple(bubbles), _iso(first))


def to_transcript(bubbles: Iterable[Bubble]) -> Transcript:
    """Whoever has no other role is a client. ContentError where no counselor speaks.

    What the counselor writes until somebody answers is one turn; where nobody ever does, each message is one.
    """
    rows = list(bubbles)
    if not rows:
        raise ContentError("there is no message in it; write a line `Name: words` for each")
    if all(_is_counselor(row) for row in rows):
        return Transcript(turns=tuple(_turn(number, [row]) for number, row in enumerate(rows, start=1)))
    opening: tuple[Message, ...] = ()
    turns: list[Turn] = []
    for own, group in groupby(rows, key=_is_counselor):
        if own:
            turns.append(_turn(len(turns) + 1, list(group)))
        elif turns:
            turns[-1] = turns[-1].model_copy(update={"client": tuple(map(_message, group))})
        else:
            opening = tuple(map(_message, group))
    if not turns:
        raise ContentError("no counselor speaks in it; say who is the counselor")
    return Transcript(opening=opening, turns=tuple(turns))


def _is_counselor(bubble: Bubble) -> bool:
    return bubble.role == "counselor"


def _turn(number: int, row: list[Bubble]) -> Turn:
    text = "\n".join(bubble.text for bubble in row)
    return Turn(number=number, text=text, at=row[0].at, where=row[0].where)


def _message(bubble: Bubble) -> Message:
    role: Role = "other" if bubble.role == "other" else "client"
    return Message(role=role, sender=bubble.sender, where=bubble.where, text=bubble.text, at=bubble.at)


def _iso(seconds: float) -> str | None:
    try:
        return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    except (ValueError, OverflowError, OSError):
        return None
