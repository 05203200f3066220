"""A session that is on two computers: what each has more comes together, and nothing is there twice."""

import pytest

from simulator.errors import StoreError
from simulator.store.bundle_file import bundled
from simulator.store.chain import verify_chain
from simulator.store.events import Event, SessionHead
from simulator.store.merging import Merged, merged
from simulator.store.protocol import Store
from simulator.store.sqlite_store import open_in_memory

HEAD = SessionHead(id="k7", scenario="ira", seed=7, started_at="2026-01-01T10:00:00Z", program="0.1.0")


def written(*steps: tuple[str, str, int | None], head: SessionHead = HEAD) -> Store:
    """A store with events of (kind, word, parent)."""
    store = open_in_memory()
    store.create(head)
    for number, (kind, word, parent) in enumerate(steps, start=1):
        body = {"id": word} if kind == "note" else {"text": word}
        store.append(Event(session="k7", number=number, parent=parent, kind=kind, at=1.0, body=body))
    return store


def rows(store: Store) -> list[tuple[str, str, int | None]]:
    return [(one.kind, one.body.get("id") or one.body["text"], one.parent) for one in store.events("k7")]


TURN, REPLY = ("turn", "yo", None), ("reply", "hi", 1)
MORE = ("turn", "more", 5)


@pytest.mark.parametrize(
    ("here", "there", "result", "came"),
    [
        pytest.param([TURN], [TURN], [TURN], Merged(False, 0, 0), id="nothing new"),
        pytest.param(
            [TURN, REPLY],
            [TURN, REPLY, ("note", "s1", 2)],
            [TURN, REPLY, ("note", "s1", 2)],
            Merged(False, 0, 1),
            id="a supervisor's note comes back",
        ),
        pytest.param(
            [TURN, REPLY, ("note", "t1", 2)],
            [TURN, REPLY, ("note", "s1", 1)],
            [TURN, REPLY, ("note", "t1", 2), ("note", "s1", 1)],
            Merged(False, 0, 1),
            id="notes on both sides",
        ),
        pytest.param(
            [TURN, REPLY, ("note", "s1", 2)],
            [TURN, REPLY, ("turn", "well", 2), ("reply", "ok", 3), ("note", "t1", 4)],
            [TURN, REPLY, ("note", "s1", 2), ("turn", "well", 2), ("reply", "ok", 4), ("note", "t1", 5)],
            Merged(False, 2, 1),
            id="the talk went on there, and a note had been made here",
        ),
        pytest.param(
            [TURN, REPLY, ("turn", "well", 2)],
            [TURN, REPLY],
            [TURN, REPLY, ("turn", "well", 2)],
            Merged(False, 0, 0),
            id="here is more",
        ),
        pytest.param(
            [TURN, ("note", "s1", 1), ("reply", "hi", 1), ("back", "b", None), ("turn", "other", 4)],
            [TURN, ("reply", "hi", 1), ("back", "b", None), ("turn", "other", 3), ("turn", "more", 4)],
            [TURN, ("note", "s1", 1), ("reply", "hi", 1), ("back", "b", None), ("turn", "other", 4), MORE],
            Merged(False, 1, 0),
            id="numbers moved by a note",
        ),
    ],
)
def test_what_is_missing_is_added(here, there, result, came) -> None:  # type: ignore[no-untyped-def]
    store = written(*here)
    assert merged(store, bundled(written(*there), "k7")) == came
    assert rows(store) == result
    assert verify_chain(HEAD, store.events("k7")) is None
    again = merged(store, bundled(written(*there), "k7"))
    assert again == Merged(False, 0, 0)


@pytest.mark.parametrize(
    ("there", "head"),
    [
        pytest.param([TURN, ("turn", "mine", 1)], HEAD, id="the talk went on otherwise"),
        pytest.param([("turn", "other", None), REPLY], HEAD, id="other words from the beginning"),
        pytest.param([TURN, REPLY], HEAD.model_copy(update={"seed": 8}), id="another session of the same id"),
    ],
)
def test_two_talks_are_never_mixed(there, head) -> None:  # type: ignore[no-untyped-def]
    store = written(TURN, REPLY)
    before = store.events("k7")
    with pytest.raises(StoreError, match=r"session k7 .*nothing was changed"):
        merged(store, bundled(written(*there, head=head), "k7"))
    assert store.events("k7") == before
