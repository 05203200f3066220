"""The lines of a talk that was taken back: each leads from the beginning to one last event."""

from collections.abc import Iterable, Sequence

from simulator.errors import StoreError
from simulator.store.events import StoredEvent

Line = tuple[StoredEvent, ...]


def talk_of(events: Iterable[StoredEvent]) -> list[StoredEvent]:
    """The events of the talk; notes are no part of it."""
    return [event for event in events if event.kind != "note"]


def current_line(events: Sequence[StoredEvent]) -> Line:
    """The events that lead to the newest one of the talk."""
    talk = talk_of(events)
    return line_to(talk[-1].number, talk) if talk else ()


def line_to(number: int, events: Iterable[StoredEvent]) -> Line:
    """The events that lead to the one of this number; none lead to 0. StoreError where one of them is missing."""
    by_number = {event.number: event for event in events}
    line: list[StoredEvent] = []
    following: int | None = number or None
    while following is not None:
        if following not in by_number:
            raise StoreError(f"event {following} is missing; `rehearse verify` tells what else of the session is wrong")
        line.append(by_number[following])
        following = line[-1].parent
    return tuple(reversed(line))


def other_lines(events: Sequence[StoredEvent]) -> tuple[Line, ...]:
    """Lines that were left with a turn of their own, oldest first; one that another goes on from is part of that."""
    talk = talk_of(events)
    followed = {event.parent for event in talk}
    lines = [line_to(event.number, talk) for event in talk[:-1] if event.number not in followed]
    found: list[Line] = []
    for line in lines:
        longer = (other for other in lines if _turns(line) < _turns(other))
        if not any(_turns(line) <= _turns(other) for other in (current_line(events), *found, *longer)):
            found.append(line)
    return tuple(found)


def _turns(line: Line) -> frozenset[int]:
    return frozenset(event.number for event in line if event.kind == "turn")
