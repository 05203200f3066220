"""A bundle put into a store: a session that is new there, or the notes and turns that one already there lacks."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from simulator.errors import StoreError
from simulator.store.bundle_file import Bundle
from simulator.store.events import Event, StoredEvent
from simulator.store.lines import talk_of
from simulator.store.protocol import Store


class Merged(NamedTuple):
    """What came in: whether the session is `new` here, and how many events of the talk and notes were added."""

    new: bool
    events: int
    notes: int


def merged(store: Store, bundle: Bundle) -> Merged:
    """Add what is not there yet. StoreError where the same session went on otherwise on both sides."""
    if not store.has_session(bundle.head.id):
        return _begun(store, bundle)
    if store.head(bundle.head.id) != bundle.head:
        raise StoreError(f"session {bundle.head.id} is another one here; nothing was changed")
    mine = store.events(bundle.head.id)
    own, other = talk_of(mine), talk_of(bundle.events)
    if any(one != another for one, another in zip(_said(own), _said(other), strict=False)):
        raise StoreError(
            f"session {bundle.head.id} went on here and there, each in its own way; nothing was changed: "
            "`rehearse sessions delete` it here first to take the other"
        )
    notes = _new_notes(mine, bundle)
    here = {there.number: event.number for there, event in zip(other, own, strict=False)}
    for number, event in enumerate((*other[len(own) :], *notes), start=len(mine) + 1):
        moved = {"number": number, "parent": here[event.parent] if event.parent else None}
        store.append(Event(**{**event.model_dump(exclude={"sha256"}), **moved}))
        here[event.number] = number
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


def _said(talk: Sequence[StoredEvent]) -> Iterator[tuple[str, float, Any, int | None]]:
    """The events without their numbers, which notes in between move from side to side; parents by their place."""
    places = {event.number: place for place, event in enumerate(talk)}
    return ((event.kind, event.at, event.body, places[event.parent] if event.parent else None) for event in talk)
