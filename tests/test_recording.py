"""A recorded conversation: on disk before it is answered, resumed where it was left, frozen to its content."""

from pathlib import Path

import pytest
from written_scenario import END, scenario

from simulator.errors import StoreError
from simulator.library import Frozen, Library, Readers
from simulator.recording import Beginning, Recording, begin, resume
from simulator.store.chain import verify_chain
from simulator.store.events import Event, StoredEvent
from simulator.store.protocol import Store
from simulator.store.sqlite_store import open_in_memory

BEGINNING = Beginning("s1", "T-07", "2026-01-01T10:00:00Z", 5, "virtual")

WRITTEN = scenario(
    states=[
        {
            "id": "one",
            "stage": "contact",
            "client": [{"variants": ["hi", "hey"]}],
            "turns": [{"when": {"any": ["farewell"]}, "to": "end", "client": ["bye"]}],
            "otherwise": [{"client": [{"variants": ["?", "what", "hm?"]}]}],
            "silence": [{"after_seconds": 90, "client": ["hello?"]}, {"after_seconds": 300, "to": "end"}],
        }
    ],
    endings=[{**END, "says": "the end"}],
)


class PowerCutError(Exception):
    """The program ends here."""


class Flaky:
    """A store that ends the program right after a given event was saved, or in place of saving it."""

    def __init__(self, store: Store, last: int, saves: bool = True) -> None:
        self._store, self._last, self._saves = store, last, saves

    def __getattr__(self, name: str) -> object:
        return getattr(self._store, name)

    def append(self, event: Event) -> StoredEvent:
        if event.number == self._last and not self._saves:
            raise PowerCutError
        saved = self._store.append(event)
        if event.number == self._last:
            raise PowerCutError
        return saved


@pytest.fixture(scope="module")
def frozen(library: Library, small_readers: Readers) -> Frozen:
    return Frozen(WRITTEN, library.rubric("peer-counseling"), small_readers.codebook)


def begun(store: Store, frozen: Frozen, readers: Readers) -> Recording:
    return begin(store, frozen, readers, BEGINNING)


def kinds(store: Store) -> list[str]:
    return [event.kind for event in store.events("s1")]


def play(recording: Recording) -> None:
    """Two turns, a silence, and a turn that ends the talk; goes on from wherever the talk stands."""
    steps = [("say", "yo"), ("say", "my mail is a@b.co"), ("wait", 95.0), ("say", "bye")]
    done = len(recording.session.turns) + (recording.session.now >= 95.0)
    for kind, what in steps[done:]:
        if kind == "wait":
            recording.wait(float(what))
        else:
            recording.say(str(what), "dm", recording.session.now + 1)


def test_each_turn_is_saved_before_its_reply(store: Store, frozen: Frozen, small_readers: Readers) -> None:
    play(begun(store, frozen, small_readers))
    assert kinds(store) == ["turn", "reply", "turn", "reply", "wait", "reply", "turn", "reply", "end"]
    events = store.events("s1")
    assert [event.parent for event in events] == [None, *range(1, 9)]
    assert verify_chain(store.head("s1"), events) is None
    assert events[2].body == {"text": "my mail is [email]", "where": "dm"}
    assert events[5].body["messages"][0]["text"] == "hello?"
    assert events[8].body == {"ending": "end", "kind": "reached"}
    assert "a@b.co" not in "".join(str(event.body) for event in events)


def test_the_client_does_not_answer_what_was_not_saved(store: Store, frozen: Frozen, small_readers: Readers) -> None:
    recording = begun(store, frozen, small_readers)
    recording._store = Flaky(store, last=1, saves=False)  # type: ignore[assignment]
    with pytest.raises(PowerCutError):
        recording.say("yo", "dm", 1.0)
    assert recording.session.turns == ()
    assert kinds(store) == []


@pytest.mark.parametrize("last", range(1, 10))
@pytest.mark.parametrize("saves", [True, False], ids=["after", "before"])
def test_a_talk_cut_off_anywhere_goes_on_as_if_nothing_had_been(
    last: int, saves: bool, store: Store, frozen: Frozen, small_readers: Readers
) -> None:
    whole = open_in_memory()
    play(begun(whole, frozen, small_readers))
    recording = begun(store, frozen, small_readers)
    recording._store = Flaky(store, last, saves)  # type: ignore[assignment]
    with pytest.raises(PowerCutError):
        play(recording)
    again = resume(store, "s1")
    play(again)
    assert kinds(store) == kinds(whole)
    assert [event.body for event in store.events("s1")] == [event.body for event in whole.events("s1")]
    assert store.sessions()[0].is_over


def test_resuming_twice_adds_nothing(store: Store, frozen: Frozen, small_readers: Readers) -> None:
    recording = begun(store, frozen, small_readers)
    recording.say("yo", "dm", 1.0)
    transcripts = {resume(store, "s1").session.transcript().model_dump_json() for _ in range(2)}
    assert transcripts == {recording.session.transcript().model_dump_json()}
    assert kinds(store) == ["turn", "reply"]


def test_stop_is_saved_and_nothing_can_follow(store: Store, frozen: Frozen, small_readers: Readers) -> None:
    recording = begun(store, frozen, small_readers)
    recording.say("yo", "dm", 1.0)
    recording.stop()
    assert kinds(store) == ["turn", "reply", "stop"]
    again = resume(store, "s1")
    assert again.session.is_over
    assert again.session.transcript().stopped


def test_waiting_for_nothing_leaves_no_trace(store: Store, frozen: Frozen, small_readers: Readers) -> None:
    recording = begun(store, frozen, small_readers)
    assert recording.wait(50.0) == ()
    assert kinds(store) == []


def test_a_session_is_frozen_to_the_content_it_began_with(library: Library, store: Store, tmp_path: Path) -> None:
    """The file changes after the start; the resumed talk and its debrief do not."""
    path = tmp_path / "small.yaml"
    words = WRITTEN.model_dump_json(by_alias=True, exclude_defaults=True)
    path.write_text('{"format":1,' + words.removeprefix("{").replace('"format":1,', ""), encoding="utf-8")
    frozen = library.frozen(str(path))
    recording = begun(store, frozen, library.readers("en"))
    recording.say("yo", "dm", 1.0)
    path.write_text(
        path.read_text(encoding="utf-8").replace("hello?", "WRONG").replace('"end"', '"other"'), encoding="utf-8"
    )
    again = resume(store, "s1")
    assert again.frozen.scenario == WRITTEN
    assert again.session.transcript() == recording.session.transcript()
    assert [message.text for message in again.wait(95.0)] == ["hello?"]
    assert again.debrief() is not None


def test_the_debrief_names_what_it_was_made_by(store: Store, frozen: Frozen, small_readers: Readers) -> None:
    recording = begun(store, frozen, small_readers)
    recording.say("yo", "dm", 2.0)
    header = recording.debrief().header
    assert (header.session, header.trainee, header.seconds) == ("s1", "T-07", 2.0)
    assert set(header.hashes) == {"scenario", "rubric", "codebook"}
    assert resume(store, "s1").debrief() == recording.debrief()


def test_there_is_no_such_session(store: Store) -> None:
    with pytest.raises(StoreError, match="s9"):
        resume(store, "s9")


def test_a_session_without_content_of_its_own_is_not_resumed(
    store: Store, frozen: Frozen, small_readers: Readers
) -> None:
    head = begun(store, frozen, small_readers).head
    store.create(head.model_copy(update={"id": "old", "hashes": {}}))
    with pytest.raises(StoreError, match="session old keeps no scenario and no rubric and no codebook of its own"):
        resume(store, "old")
