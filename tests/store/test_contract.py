"""What every store promises; a new one joins the `store` fixture in conftest.py."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from simulator.errors import StoreError
from simulator.store.chain import verify_chain
from simulator.store.events import Event, SessionHead
from simulator.store.protocol import Store

ABSENT = "0" * 64


def head(session: str = "s-1", **others: object) -> SessionHead:
    values = {"scenario": "ira", "seed": 7, "started_at": "2026-01-02T03:04:05Z", "program": "0.1.0"}
    return SessionHead.model_validate({"id": session, **values, **others})


def turn(number: int = 1, **others: object) -> Event:
    values = {"session": "s-1", "number": number, "parent": number - 1 or None, "kind": "turn", "at": number * 1.5}
    return Event.model_validate({**values, "body": {"text": f"words {number}"}, **others})


def alive(owner: str) -> bool:
    return True


def dead(owner: str) -> bool:
    return False


def test_a_head_comes_back_as_it_was_given(store: Store) -> None:
    text = store.put_content('{"id":"ira"}')
    given_head = head(trainee="t-07", hashes={"scenario": text, "rubric": text}, mode="virtual", seed=-(2**63))
    store.create(given_head)
    assert store.head("s-1") == given_head


def test_events_come_back_in_order_and_chained(store: Store) -> None:
    store.create(head())
    saved = tuple(store.append(turn(number)) for number in range(1, 6))
    assert store.events("s-1") == saved
    assert verify_chain(head(), saved) is None
    assert len({event.sha256 for event in saved}) == 5


def test_a_branch_follows_its_parent(store: Store) -> None:
    store.create(head())
    first, second = store.append(turn(1)), store.append(turn(2))
    beside = store.append(turn(3, parent=1, body=dict(second.body)))
    anew = store.append(turn(4, parent=None, body=dict(first.body)))
    assert store.events("s-1") == (first, second, beside, anew)
    assert [event.parent for event in store.events("s-1")] == [None, 1, 1, None]
    assert verify_chain(head(), store.events("s-1")) is None


def test_sessions_are_listed_in_the_order_they_were_begun(store: Store) -> None:
    for name in ("b", "a", "c"):
        store.create(head(name))
    for number, kind in enumerate(("turn", "reply", "turn", "stop"), start=1):
        store.append(turn(number, session="a", kind=kind))
    store.append(turn(1, session="c"))
    seen = [(summary.head.id, summary.turns, summary.last, summary.is_over) for summary in store.sessions()]
    assert seen == [("b", 0, None, False), ("a", 2, "stop", True), ("c", 1, "turn", False)]
    assert tuple(map(store.summary, "bac")) == store.sessions()


def test_a_session_is_there_from_its_beginning_until_it_is_deleted(store: Store) -> None:
    found = [store.has_session("s-1")]
    store.create(head())
    found += [store.has_session("s-1"), store.has_session("s-2")]
    store.delete("s-1")
    assert [*found, store.has_session("s-1")] == [False, True, False, False]


BACK = {
    "to the opening": (None, 0, None),
    "into the talk": (2, 1, "reply"),
    "to the end it had": (4, 1, "end"),
}


@pytest.mark.parametrize(("parent", "turns", "last"), BACK.values(), ids=BACK)
def test_a_talk_stands_where_it_went_back_to(store: Store, parent: int | None, turns: int, last: str | None) -> None:
    store.create(head())
    for number, kind in enumerate(("turn", "reply", "wait", "end"), start=1):
        store.append(turn(number, kind=kind))
    store.append(turn(5, kind="back", parent=parent))
    store.append(turn(6, kind="back", parent=5))
    (summary,) = store.sessions()
    assert (summary.turns, summary.last, summary.is_over) == (turns, last, last == "end")


def test_deleting_takes_one_session_and_the_content_only_it_named(store: Store) -> None:
    shared, own = store.put_content("shared"), store.put_content("own")
    store.create(head("s-1", hashes={"scenario": own, "rubric": shared}))
    store.create(head("s-2", hashes={"rubric": shared}))
    for number in (1, 2, 3):
        store.append(turn(number))
    kept = store.append(turn(1, session="s-2"))
    store.claim("s-1", "me", alive)
    store.delete("s-1")
    assert [summary.head.id for summary in store.sessions()] == ["s-2"]
    assert store.events("s-2") == (kept,)
    assert store.content(shared) == "shared"
    with pytest.raises(StoreError, match="no content"):
        store.content(own)


def test_sessions_with_notes_are_known(store: Store) -> None:
    for name in ("b", "a", "c"):
        store.create(head(name))
    store.append(turn(1, session="c"))
    for name in ("b", "a"):
        store.append(turn(1, session=name, kind="note"))
    store.append(turn(2, session="a", parent=None, kind="note"))
    assert store.with_notes() == ("a", "b")


def test_what_was_derived_comes_back_only_for_what_it_was_made_from(store: Store) -> None:
    store.create(head("a"))
    assert store.derived("a", "one") is None
    store.keep_derived("a", "one", "first")
    assert store.derived("a", "one") == "first"
    store.keep_derived("a", "two", "second")
    assert (store.derived("a", "one"), store.derived("a", "two")) == (None, "second")
    store.delete("a")
    store.create(head("a"))
    assert store.derived("a", "two") is None


def test_a_deleted_id_begins_empty_and_unclaimed(store: Store) -> None:
    store.create(head())
    store.append(turn(1))
    store.claim("s-1", "me", alive)
    store.delete("s-1")
    store.create(head())
    store.claim("s-1", "you", alive)
    assert store.events("s-1") == ()


@pytest.mark.parametrize("text", ["", "{}", '{"a":"Привет 👋\\u0000"}', "x" * 300_000], ids=len)
def test_content_comes_back_by_its_hash_however_often_it_is_put(store: Store, text: str) -> None:
    assert store.put_content(text) == store.put_content(text)
    assert store.content(store.put_content(text)) == text


REFUSED = {
    "a session that is there already": (lambda store: store.create(head()), "session s-1 already"),
    "content that was not put": (lambda store: store.create(head("s-2", hashes={"rubric": ABSENT})), "no content 000"),
    "an event for no session": (lambda store: store.append(turn(1, session="s-9")), "no session 's-9'"),
    "the events of no session": (lambda store: store.events("s-9"), "no session 's-9'"),
    "the head of no session": (lambda store: store.head("s-9"), "no session 's-9'"),
    "the summary of no session": (lambda store: store.summary("s-9"), "no session 's-9'"),
    "deleting no session": (lambda store: store.delete("s-9"), "no session 's-9'"),
    "claiming no session": (lambda store: store.claim("s-9", "me", alive), "no session 's-9'"),
    "reading content that was not put": (lambda store: store.content(ABSENT), "no content 000"),
    "a number that is taken": (lambda store: store.append(turn(2)), "event 2 does not follow event 2.*resume"),
    "a number left out": (lambda store: store.append(turn(4)), "event 4 does not follow event 2.*resume"),
    "content with half a character": (lambda store: store.put_content("\ud83d"), r"U\+D83D is half a character"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_refused_is_said_and_changes_nothing(store: Store, name: str) -> None:
    act, message = REFUSED[name]
    store.create(head())
    saved = store.append(turn(1)), store.append(turn(2))
    with pytest.raises(StoreError, match=message):
        act(store)
    assert store.events("s-1") == saved
    assert [summary.head.id for summary in store.sessions()] == ["s-1"]
    assert store.append(turn(3)).number == 3


class TestClaims:
    def test_a_second_writer_is_told_who_has_the_session(self, store: Store) -> None:
        store.create(head())
        store.claim("s-1", "12@here", alive)
        with pytest.raises(StoreError, match=r"s-1 is open in another program \(12@here\)"):
            store.claim("s-1", "13@here", alive)

    def test_another_session_is_free(self, store: Store) -> None:
        store.create(head())
        store.create(head("s-2"))
        store.claim("s-1", "12@here", alive)
        store.claim("s-2", "13@here", alive)

    def test_the_same_owner_may_claim_again(self, store: Store) -> None:
        store.create(head())
        store.claim("s-1", "12@here", alive)
        store.claim("s-1", "12@here", alive)

    def test_the_claim_of_a_dead_owner_is_taken_over_and_then_holds(self, store: Store) -> None:
        store.create(head())
        store.claim("s-1", "12@here", alive)
        store.claim("s-1", "13@here", dead)
        with pytest.raises(StoreError, match="13@here"):
            store.claim("s-1", "12@here", alive)

    def test_a_released_session_is_free(self, store: Store) -> None:
        store.create(head())
        store.claim("s-1", "12@here", alive)
        store.release("s-1", "12@here")
        store.claim("s-1", "13@here", alive)

    def test_only_the_owner_can_release(self, store: Store) -> None:
        store.create(head())
        store.claim("s-1", "12@here", alive)
        store.release("s-1", "13@here")
        with pytest.raises(StoreError, match="12@here"):
            store.claim("s-1", "13@here", alive)


# Half characters (category Cs) included: they are refused with a message, everything else survives.
TEXTS = st.text(st.characters(categories=["L", "M", "N", "P", "S", "Z", "C"]), max_size=30)
NUMBERS = st.integers() | st.floats()
VALUES = st.recursive(
    st.none() | st.booleans() | NUMBERS | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=10,
)


# The fixture's store is shared by all examples: each adds one event to the same session.
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(body=st.dictionaries(TEXTS, VALUES, max_size=5), at=st.floats(min_value=0, allow_infinity=False))
def test_any_body_survives_or_is_refused(store: Store, body: dict[str, object], at: float) -> None:
    if not store.sessions():
        store.create(head())
    before = store.events("s-1")
    try:
        saved = store.append(turn(len(before) + 1, body=body, at=at))
    except StoreError:
        assert _cannot_be_json(body)
        return
    assert saved.body == body
    assert store.events("s-1") == (*before, saved)
    assert verify_chain(head(), store.events("s-1")) is None


def _cannot_be_json(value: object) -> bool:
    if isinstance(value, dict):
        return any(_cannot_be_json(part) for pair in value.items() for part in pair)
    if isinstance(value, list):
        return any(_cannot_be_json(part) for part in value)
    if isinstance(value, float):
        return value != value or value in (float("inf"), float("-inf"))
    return isinstance(value, str) and any("\ud800" <= letter <= "\udfff" for letter in value)
