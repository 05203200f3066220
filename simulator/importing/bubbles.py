"""Messages in a row become turns: what one counselor writes until somebody answers is one turn."""

from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

from simulator.errors import ContentError
from simulator.model.transcript import Message, Role, Transcript, Turn, Where

COUNSELOR = "Counselor"
"""What the counselor is called in a file unless the caller says otherwise."""


class Bubble(NamedTuple):
    """One message of a file; `role` is None where the file tells only a name; `at` is in seconds."""

    sender: str
    text: str
    role: Role | None = None
    where: Where = "dm"
    at: float = 0.0


def is_counselor(bubble: Bubble, counselor: str) -> bool:
    """By the role the file gives, else by the name; upper and lower case are the same."""
    if bubble.role is not None:
        return bubble.role == "counselor"
    return bubble.sender.casefold() == counselor.strip().casefold()


def to_transcript(bubbles: Iterable[Bubble], counselor: str) -> Transcript:
    """Everybody but the counselor is a client, unless the file says more. ContentError where no counselor speaks.

    What the counselor writes until somebody answers is one turn; where nobody ever does, each message is one.
    """
    rows = list(bubbles)
    if rows and all(is_counselor(row, counselor) for row in rows):
        return Transcript(turns=tuple(_turn(number, [row]) for number, row in enumerate(rows, start=1)))
    opening: tuple[Message, ...] = ()
    turns: list[Turn] = []
    for own, group in groupby(rows, key=lambda row: is_counselor(row, counselor)):
        if own:
            turns.append(_turn(len(turns) + 1, list(group)))
        elif turns:
            turns[-1] = turns[-1].model_copy(update={"client": tuple(map(_message, group))})
        else:
            opening = tuple(map(_message, group))
    if not turns:
        raise ContentError(_no_counselor(rows, counselor))
    return Transcript(opening=opening, turns=tuple(turns))


def _turn(number: int, row: list[Bubble]) -> Turn:
    text = "\n".join(bubble.text for bubble in row)
    return Turn(number=number, text=text, at=row[0].at, where=row[0].where)


def _message(bubble: Bubble) -> Message:
    role: Role = "other" if bubble.role == "other" else "client"
    return Message(role=role, sender=bubble.sender, where=bubble.where, text=bubble.text, at=bubble.at)


def _no_counselor(rows: list[Bubble], counselor: str) -> str:
    if not rows:
        return "there is no message in it; write a line `Name: words` for each"
    names = ", ".join(f'"{name}"' for name in dict.fromkeys(row.sender for row in rows[:1000]))
    return f'nobody in it is called "{counselor}"; name the counselor with --counselor: there is {names}'
