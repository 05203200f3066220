"""A bundle put into a store: a session that is new there, or the notes and turns that one already there lacks."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from simulator.errors import StoreError
from simulator.store.bundle_file import Bundle
from simulator.store.events import Event, StoredEvent
from simulator.store.protocol import Store


class Merged(NamedTuple):
    """What came in: whether the session is `new` here, and how many events of the talk and notes were added."""

    new: bool
    events: int
    notes: int


def merged(store: Store, bundle: Bundle) -> Merged:
    """Add what is not there yet. StoreError where the same session went on otherwise on both sides."""
    if bundle.head.id not in {summary.head.id for summary in store.sessions()}:
        return _begun(store, bundle)
    if store.head(bundle.head.id) != bundle.head:
        raise StoreError(f"session {bundle.head.id} is another one here; nothing was changed")
    mine = store.events(bundle.head.id)
    own, other = _talk(mine), _talk(bundle.events)
    if any(_said(own, place) != _said(other, place) for place in range(min(len(own), len(other)))):
        raise StoreError(
            f"session {bundle.head.id} went on here and there, each in its own way; nothing was changed: "
            "`rehearse sessions delete` it here first to take the other"
        )
    numbers = [event.number for event in own]
    for event in other[len(own) :]:
        parent = numbers[_place(other, event.parent)] if event.parent else None
        numbers.append(_append(store, event, parent))
    notes = _new_notes(mine, bundle)
    for note in notes:
        _append(store, note, numbers[_place(other, note.parent)] if note.parent else None)
    return Merged(False, max(len(other) - len(own), 0), len(notes))


def _begun(store: Store, bundle: Bundle) -> Merged:
    for text in bundle.content.values():
        store.put_content(text)
    store.create(bundle.head)
    for event in bundle.events:
        store.append(Event(**event.model_dump(exclude={"sha256"})))
    notes = sum(event.kind == "note" for event in bundle.events)
    return Merged(True, len(bundle.events) - notes, notes)


def _new_notes(mine: Sequence[StoredEvent], bundle: Bundle) -> list[StoredEvent]:
    known = {event.body.get("id") for event in mine if event.kind == "note"}
    return [event for event in bundle.events if event.kind == "note" and event.body.get("id") not in known]


def _append(store: Store, event: StoredEvent, parent: int | None) -> int:
    number = len(store.events(event.session)) + 1
    moved = {"number": number, "parent": parent}
    store.append(Event(**{**event.model_dump(exclude={"sha256"}), **moved}))
    return number


def _talk(events: Sequence[StoredEvent]) -> list[StoredEvent]:
    return [event for event in events if event.kind != "note"]


def _said(talk: list[StoredEvent], place: int) -> tuple[str, float, Any, int | None]:
    """An event without its number: notes in between move those from side to side."""
    event = talk[place]
    return event.kind, event.at, event.body, _place(talk, event.parent) if event.parent else None


def _place(talk: list[StoredEvent], number: int | None) -> int:
    return next(place for place, event in enumerate(talk) if event.number == number)
