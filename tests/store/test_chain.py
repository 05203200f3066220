"""The chain holds as saved, and every change shows at the first event it reaches."""

from collections.abc import Callable
from hashlib import sha256

import pytest

from simulator.store.chain import root_hash, sealed, verify_chain
from simulator.store.events import Event, SessionHead, StoredEvent

HEAD = SessionHead(id="a", scenario="ira", seed=1, started_at="2026-01-02T03:04:05Z", program="0.1.0")
PARENTS = (None, 1, 2, 2, None)


def chain() -> list[StoredEvent]:
    events: list[StoredEvent] = []
    for number, parent in enumerate(PARENTS, start=1):
        event = Event(session="a", number=number, parent=parent, kind="turn", at=number, body={"text": str(number)})
        events.append(sealed(event, events[parent - 1].sha256 if parent else root_hash(HEAD)))
    return events


def changed(number: int, **values: object) -> Callable[[list[StoredEvent]], list[StoredEvent]]:
    def change(events: list[StoredEvent]) -> list[StoredEvent]:
        events[number - 1] = events[number - 1].model_copy(update=values)
        return events

    return change


def resealed(events: list[StoredEvent]) -> list[StoredEvent]:
    """Event 2 is rewritten with a hash that fits it; whatever follows it does not fit any more."""
    rewritten = Event(session="a", number=2, parent=1, kind="turn", at=2, body={"text": "other"})
    return [events[0], sealed(rewritten, events[0].sha256), *events[2:]]


def test_a_chain_as_saved_holds() -> None:
    assert verify_chain(HEAD, chain()) is None
    assert verify_chain(HEAD, []) is None


@pytest.mark.parametrize(
    ("change", "number", "what"),
    [
        (changed(3, body={"text": "other"}), 3, "event 3 or what it follows was changed"),
        (changed(1, at=9.0), 1, "event 1 or what"),
        (changed(4, kind="note"), 4, "event 4 or what"),
        (changed(4, parent=3), 4, "event 4 or what"),
        (changed(5, sha256="0" * 64), 5, "event 5 or what"),
        (changed(2, session="b"), 2, "event 2 belongs to session b, not a"),
        (resealed, 3, "event 3 or what it follows"),
        (lambda events: [*events[:3], *events[4:]], 4, "event 5 stands where event 4 should"),
        (lambda events: events[1:], 1, "event 2 stands where event 1 should"),
        (lambda events: [events[0], events[2], events[1]], 2, "event 3 stands where event 2 should"),
    ],
    ids=["words", "time", "kind", "parent", "hash", "other session", "resealed", "left out", "no first", "swapped"],
)
def test_the_first_break_is_found(change: Callable, number: int, what: str) -> None:
    found = verify_chain(HEAD, change(chain()))
    assert found is not None
    assert found.number == number
    assert what in found.what


@pytest.mark.parametrize(
    "values",
    [{"trainee": "x"}, {"scenario": "b"}, {"seed": 2}, {"started_at": "2027-01-02T03:04:05Z"}, {"program": "9"},
     {"hashes": {"rubric": "0" * 64}}, {"mode": "virtual"}],
    ids=lambda values: next(iter(values)),
)  # fmt: skip
def test_a_changed_head_breaks_the_first_event(values: dict[str, object]) -> None:
    found = verify_chain(HEAD.model_copy(update=values), chain())
    assert found is not None
    assert found.number == 1


def test_the_hashes_of_format_1_never_change() -> None:
    begun = (
        '{"hashes":{},"id":"a","mode":"live","program":"0.1.0","scenario":"ira","seed":1,'
        '"started_at":"2026-01-02T03:04:05Z","trainee":null}'
    )
    first = '{"at":1.0,"body":{"text":"1"},"kind":"turn","number":1,"parent":null,"session":"a"}'
    second = '{"at":2.0,"body":{"text":"2"},"kind":"turn","number":2,"parent":1,"session":"a"}'
    hashes = ["", *(event.sha256 for event in chain()[:2])]
    assert root_hash(HEAD) == sha256(begun.encode()).hexdigest()
    assert hashes[1] == sha256((root_hash(HEAD) + first).encode()).hexdigest()
    assert hashes[2] == sha256((hashes[1] + second).encode()).hexdigest()
