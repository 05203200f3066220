"""The chain of hashes: each event's covers its parent's, the first one's covers the session's head.

It shows what was changed or taken out in the middle. Events cut off at the end leave a chain that still holds.
"""

from collections.abc import Mapping, Sequence

from simulator.errors import StoreError
from simulator.model.noun import Noun
from simulator.store.canonical_json import canonical, sha256_of
from simulator.store.events import Event, SessionHead, StoredEvent

# Named one by one: a field added later must not change the hashes of sessions that were saved without it.
_HEAD_FIELDS = {"id", "trainee", "scenario", "seed", "started_at", "hashes", "program", "mode"}
_LATER_HEAD_FIELDS = {"manner"}
_EVENT_FIELDS = {"session", "number", "parent", "kind", "at", "body"}


class Break(Noun):
    """The first place where a chain does not hold; `number` is the event expected there."""

    number: int
    what: str


def root_hash(head: SessionHead) -> str:
    """What stands for the parent's hash in events that have no parent."""
    later = head.model_dump(include=_LATER_HEAD_FIELDS, exclude_defaults=True)
    return sha256_of(canonical({**head.model_dump(include=_HEAD_FIELDS), **later}))


def event_hash(event: Event, parent_hash: str) -> str:
    """SHA-256 of the parent's hash followed by the event's canonical JSON."""
    return sha256_of(parent_hash + canonical(event.model_dump(include=_EVENT_FIELDS)))


def sealed(event: Event, parent_hash: str) -> StoredEvent:
    """The event with its place in the chain."""
    return StoredEvent(**event.model_dump(include=_EVENT_FIELDS), sha256=event_hash(event, parent_hash))


def refuse_unless_next(event: Event, newest: int) -> None:
    """StoreError unless the event comes right after number `newest` (0: none yet)."""
    if event.number != newest + 1:
        raise StoreError(
            f"session {event.session}: event {event.number} does not follow event {newest}, the newest saved; "
            "another program may have gone on with this session: resume it to see where it stands"
        )


def verify_chain(head: SessionHead, events: Sequence[StoredEvent]) -> Break | None:
    """The first break, None where every event is in its place and unchanged."""
    hashes: dict[int | None, str] = {None: root_hash(head)}
    for number, event in enumerate(events, start=1):
        if event.number != number:
            return Break(number=number, what=f"event {event.number} stands where event {number} should")
        what = _wrong(event, head, hashes)
        if what:
            return Break(number=number, what=what)
        hashes[number] = event.sha256
    return None


def _wrong(event: StoredEvent, head: SessionHead, hashes: Mapping[int | None, str]) -> str:
    if event.session != head.id:
        return f"event {event.number} belongs to session {event.session}, not {head.id}"
    # The noun holds that a parent has a smaller number, and all smaller numbers are known by now.
    if event.sha256 != event_hash(event, hashes[event.parent]):
        return f"event {event.number} or what it follows was changed after it was saved"
    return ""
