"""A session is what its words make of it, or it is said where it is not."""

import pytest
from written_scenario import scenario

from simulator.library import Library, Played, Readers
from simulator.records.recording import Beginning, begin, resume
from simulator.records.verifying import differences, verified
from simulator.store.protocol import Store

WRITTEN = scenario(states=[{"id": "one", "stage": "contact", "otherwise": [{"client": ["?"]}]}])


@pytest.fixture
def played(library: Library, store: Store, small_readers: Readers) -> Store:
    frozen = Played(WRITTEN, library.rubric("peer-counseling"), small_readers.codebook)
    recording = begin(store, frozen, small_readers, Beginning("s1", "T-07", "2026-01-01T10:00:00Z", 5, "virtual"))
    recording.say("yo", "dm", 1.0)
    return store


def wrong(store: Store, **given: object) -> list[str]:
    return [check.wrong for check in verified(store, "s1", **given)]  # type: ignore[arg-type]


def test_an_untouched_session_holds(played: Store) -> None:
    assert wrong(played) == ["", ""]


def test_what_was_taken_back_is_no_answer_of_the_talk(played: Store) -> None:
    recording = resume(played, "s1")
    recording.say("and you?", "dm", 2.0)
    recording.back(1)
    assert wrong(played) == ["", ""]
    recording.say("tell me", "dm", 3.0)
    assert wrong(played) == ["", ""]


def test_a_changed_word_is_found(played: Store) -> None:
    connection = played._connection  # type: ignore[attr-defined]
    connection.execute("DROP TRIGGER event_unchanged")
    connection.execute("""UPDATE event SET body = '{"text":"no","where":"dm"}' WHERE number = 1""")
    assert wrong(played)[0] == "event 1 or what it follows was changed after it was saved"


def test_a_debrief_that_was_given_is_made_again(played: Store) -> None:
    from simulator.records.rescoring import faithful_talk

    debrief = faithful_talk(played, "s1").debrief()
    assert wrong(played, given=debrief) == ["", "", ""]
    better = debrief.criteria[0].model_copy(update={"level": "met"})
    forged = debrief.model_copy(update={"criteria": (better, *debrief.criteria[1:])})
    assert wrong(played, given=forged)[2] == "criteria[0].level: 'met', and its words make 'not_yet'"


@pytest.mark.parametrize(
    ("given", "made", "found"),
    [
        ({"a": 1}, {"a": 1}, []),
        ({"a": 1}, {"a": 2}, ["a: 1, and its words make 2"]),
        ({"a": [1, {"b": "x"}]}, {"a": [1, {"b": "y"}]}, ["a[1].b: 'x', and its words make 'y'"]),
        ({"a": [1]}, {"a": []}, ["a: [1], and its words make []"]),
        ({}, {"a": 1}, ["a: None, and its words make 1"]),
        ({"a": "x" * 99}, {"a": ""}, [f"a: '{'x' * 59}..., and its words make ''"]),
    ],
)
def test_differences_are_named_by_their_place(given: object, made: object, found: list[str]) -> None:
    assert differences(given, made) == found
