"""A stored line of a talk played again: the same content, seed, words and times give the same talk."""

from collections.abc import Iterable
from typing import NamedTuple

from simulator.model.transcript import Message
from simulator.script import Script
from simulator.session import Session
from simulator.store.events import StoredEvent


class Replayed(NamedTuple):
    """A session where its line ends; `unsaved` is what the client did last if it was not saved, else None."""

    session: Session
    unsaved: tuple[Message, ...] | None


def replayed(script: Script, seed: int, line: Iterable[StoredEvent]) -> Replayed:
    """The session a line leads to, and what the client did at its end that no event holds yet."""
    session = Session(script, seed)
    unsaved: tuple[Message, ...] | None = None
    for event in line:
        if event.kind == "turn":
            unsaved = session.answer(session.hear(event.body["text"], event.body["where"], event.at)).client
        elif event.kind == "wait":
            unsaved = session.wait(event.at)
        elif event.kind == "stop":
            session.stop()
        elif event.kind == "reply":
            unsaved = None
    return Replayed(session, unsaved)


def up_to_turn(line: Iterable[StoredEvent], last: int) -> tuple[StoredEvent, ...]:
    """The line up to the answer to turn `last`, silences after it left out; nothing where `last` is 0."""
    kept: list[StoredEvent] = []
    turns = 0
    for event in line if last else ():
        kept.append(event)
        turns += event.kind == "turn"
        if turns == last and event.kind == "reply":
            break
    return tuple(kept)
