"""Heads, events, ids and codes: what they take and what they refuse."""

import json

import pytest
from pydantic import ValidationError

from simulator.errors import SimulatorError, StoreError
from simulator.store.canonical_json import canonical, plain
from simulator.store.codes import new_id, trainee_code
from simulator.store.events import Event, SessionHead

HEAD = {"id": "a", "scenario": "ira", "seed": 1, "started_at": "2026-01-02T03:04:05Z", "program": "0.1.0"}
EVENT = {"session": "a", "number": 2, "parent": 1, "kind": "turn", "at": 0, "body": {}}


@pytest.mark.parametrize("code", ["a", "T-07", "_x_", "9" * 32])
def test_a_code_is_a_code(code: str) -> None:
    assert trainee_code(code) == code
    assert SessionHead.model_validate({**HEAD, "trainee": code}).trainee == code


@pytest.mark.parametrize("text", ["", "Jo Ann", "Иван", "a.b", "a\n", "x" * 33, "t@x.org", "\ud800"])
def test_what_may_be_a_name_is_refused_without_being_repeated(text: str) -> None:
    with pytest.raises(SimulatorError, match="a code and never a name") as refused:
        trainee_code(text)
    assert refused.value.exit_status == 2
    assert len(text) < 2 or text not in str(refused.value)
    with pytest.raises(SimulatorError, match="a code and never a name"):
        SessionHead.model_validate({**HEAD, "trainee": text})


@pytest.mark.parametrize(
    ("random_bytes", "expected"),
    [(b"\xff" * 5, "zzzz-zzzz"), (bytes([1, 2, 3, 4, 5]), "0410-6105"), (bytes(9), "0000-0000")],
)
def test_ids_are_short_and_follow_from_the_bytes(random_bytes: bytes, expected: str) -> None:
    assert new_id(random_bytes) == expected
    assert SessionHead.model_validate({**HEAD, "id": expected}).id == expected


def test_different_bytes_make_different_ids() -> None:
    assert len({new_id(bytes([0, 0, 0, high, low])) for high in range(8) for low in range(256)}) == 2048


def test_an_id_of_too_few_bytes_is_refused() -> None:
    with pytest.raises(ValueError, match="5 random bytes, not 4"):
        new_id(b"1234")


@pytest.mark.parametrize(
    "change",
    [
        {"id": ""}, {"id": "-a"}, {"id": "a b"}, {"id": "a\n"}, {"started_at": "2026-01-02 03:04:05"}, {"seed": 2**63},
        {"started_at": "2026-01-02T03:04:05+02:00"}, {"hashes": {"rubric": "abc"}}, {"mode": "other"}, {"name": "x"},
    ],
    ids=str,
)  # fmt: skip
def test_a_head_that_cannot_be_is_refused(change: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        SessionHead.model_validate({**HEAD, **change})


@pytest.mark.parametrize("started_at", ["2026-01-02T03:04:05Z", "2026-01-02T03:04:05.123456+00:00"])
def test_a_head_takes_utc(started_at: str) -> None:
    assert SessionHead.model_validate({**HEAD, "started_at": started_at}).started_at == started_at


@pytest.mark.parametrize(
    "change",
    [
        {"number": 0, "parent": None}, {"parent": 2}, {"parent": 3}, {"parent": 0}, {"kind": "edit"}, {"at": -0.1},
        {"at": float("nan")}, {"at": float("inf")}, {"body": []}, {"body": "x"}, {"sha256": "0" * 64},
    ],
    ids=str,
)  # fmt: skip
def test_an_event_that_cannot_be_is_refused(change: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Event.model_validate({**EVENT, **change})


def test_minus_zero_seconds_are_zero() -> None:
    assert str(Event.model_validate({**EVENT, "at": -0.0}).at) == "0.0"


def test_an_event_keeps_its_own_copy_of_the_body_as_a_reader_gets_it() -> None:
    body = {"spans": [(1, 2)], "by": {3: "x"}}
    event = Event.model_validate({**EVENT, "body": body})
    body["spans"].append((3, 4))
    assert event.body == {"spans": [[1, 2]], "by": {"3": "x"}}


def _deep() -> list[object]:
    deep: list[object] = []
    for _ in range(200_000):
        deep = [deep]
    return deep


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ({"text": "a\ud800b"}, r"U\+D800 is half a character"),
        ({"\udfff": 1}, r"U\+DFFF is half a character"),
        ({"text": "\ud83d\ude00"}, r"U\+D83D is half a character"),
        ({"x": float("nan")}, "NaN"),
        ({"x": {1, 2}}, "set"),
        ({"x": b"bytes"}, "bytes"),
        ({"x": 10**5000}, "digits"),
        ({1: "a", "b": 2}, "not supported"),
        ({"x": _deep()}, "a value cannot be saved"),
    ],
    ids=["half", "half as key", "two halves", "nan", "set", "bytes", "huge number", "mixed keys", "deep"],
)
def test_a_body_that_json_cannot_hold_is_refused_with_the_reason(value: dict[object, object], message: str) -> None:
    with pytest.raises(StoreError, match=message):
        Event.model_validate({**EVENT, "body": value})


def test_canonical_json_is_sorted_tight_and_readable() -> None:
    assert canonical({"б": [1, 2.5, None], "a": "да\n"}) == '{"a":"да\\n","б":[1,2.5,null]}'


def test_writing_what_was_read_changes_nothing() -> None:
    value = {"b": (1, 1e22, 0.1), "a": {2: "x", 10: "y"}}
    assert canonical(plain(value)) == canonical(plain(plain(value)))
    assert json.loads(canonical(value)) == plain(value)
