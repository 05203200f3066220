"""A recorded conversation: on disk before it is answered, resumed where it was left, frozen to its content."""

from pathlib import Path

import pytest
from written_scenario import END, scenario

from simulator.errors import StoreError
from simulator.library import Library, Played
from simulator.model.notes import Rewrite, SelfRating
from simulator.readers import Readers
from simulator.records.recording import Beginning, Recording, begin, resume
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
def frozen(library: Library, small_readers: Readers) -> Played:
    return Played(WRITTEN, library.rubric("peer-counseling"), small_readers.codebook)


def begun(store: Store, frozen: Played, readers: Readers) -> Recording:
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


def test_each_turn_is_saved_before_its_reply(store: Store, frozen: Played, small_readers: Readers) -> None:
    play(begun(store, frozen, small_readers))
    assert kinds(store) == ["turn", "reply", "turn", "reply", "wait", "reply", "turn", "reply", "end"]
    events = store.events("s1")
    assert [event.parent for event in events] == [None, *range(1, 9)]
    assert verify_chain(store.head("s1"), events) is None
    assert events[2].body == {"text": "my mail is [email]", "where": "dm"}
    assert events[5].body["messages"][0]["text"] == "hello?"
    assert events[8].body == {"ending": "end", "kind": "reached"}
    assert "a@b.co" not in "".join(str(event.body) for event in events)


def test_the_client_does_not_answer_what_was_not_saved(store: Store, frozen: Played, small_readers: Readers) -> None:
    recording = begun(store, frozen, small_readers)
    recording._store = Flaky(store, last=1, saves=False)  # type: ignore[assignment]
    with pytest.raises(PowerCutError):
        recording.say("yo", "dm", 1.0)
    assert recording.session.turns == ()
    assert kinds(store) == []


@pytest.mark.parametrize("last", range(1, 10))
@pytest.mark.parametrize("saves", [True, False], ids=["after", "before"])
def test_a_talk_cut_off_anywhere_goes_on_as_if_nothing_had_been(
    last: int, saves: bool, store: Store, frozen: Played, small_readers: Readers
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


def test_resuming_twice_adds_nothing(store: Store, frozen: Played, small_readers: Readers) -> None:
    recording = begun(store, frozen, small_readers)
    recording.say("yo", "dm", 1.0)
    transcripts = {resume(store, "s1").session.transcript().model_dump_json() for _ in range(2)}
    assert transcripts == {recording.session.transcript().model_dump_json()}
    assert kinds(store) == ["turn", "reply"]


def test_stop_is_saved_and_nothing_can_follow(store: Store, frozen: Played, small_readers: Readers) -> None:
    recording = begun(store, frozen, small_readers)
    recording.say("yo", "dm", 1.0)
    recording.stop()
    assert kinds(store) == ["turn", "reply", "stop"]
    again = resume(store, "s1")
    assert again.session.is_over
    assert again.session.transcript().stopped


def test_waiting_for_nothing_leaves_no_trace(store: Store, frozen: Played, small_readers: Readers) -> None:
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


def test_the_debrief_names_what_it_was_made_by(store: Store, frozen: Played, small_readers: Readers) -> None:
    recording = begun(store, frozen, small_readers)
    recording.say("yo", "dm", 2.0)
    header = recording.debrief().header
    assert (header.session, header.trainee, header.seconds) == ("s1", "T-07", 2.0)
    assert set(header.hashes) == {"scenario", "rubric", "codebook"}
    assert resume(store, "s1").debrief() == recording.debrief()


class TestGoingBack:
    """What is taken back stays in the store, on a line of its own."""

    @pytest.fixture
    def recording(self, store: Store, frozen: Played, small_readers: Readers) -> Recording:
        recording = begun(store, frozen, small_readers)
        for at, text in enumerate(("yo", "well", "so"), start=1):
            recording.say(text, "dm", at)
        return recording

    def test_the_talk_goes_on_from_an_earlier_turn(self, recording: Recording, store: Store) -> None:
        before = recording.session.turns
        recording.back(1)
        assert recording.session.turns == before[:1]
        assert recording.session.now == 1.0
        recording.say("other", "dm", 2.0)
        assert [turn.text for turn in resume(store, "s1").session.turns] == ["yo", "other"]
        assert kinds(store) == ["turn", "reply"] * 3 + ["back", "turn", "reply"]
        assert store.events("s1")[6].parent == 2
        assert verify_chain(store.head("s1"), store.events("s1")) is None

    def test_back_to_the_opening_leaves_nothing(self, recording: Recording, store: Store) -> None:
        recording.back(0)
        assert recording.session.turns == ()
        assert resume(store, "s1").session.turns == ()
        assert [summary.turns for summary in store.sessions()] == [0]

    def test_the_same_words_get_the_same_answer_again(self, recording: Recording) -> None:
        before = recording.session.turns
        recording.back(2)
        assert recording.say("so", "dm", 3.0) == before[2]

    def test_a_talk_that_ended_goes_on(self, recording: Recording, store: Store) -> None:
        recording.say("bye", "dm", 4.0)
        assert store.sessions()[0].is_over
        recording.back(3)
        assert not recording.session.is_over
        assert not store.sessions()[0].is_over

    def test_silence_after_the_kept_turn_is_taken_back_too(self, recording: Recording) -> None:
        recording.wait(100.0)
        recording.back(3)
        assert [message.text for message in recording.session.turns[2].client] != ["hello?"]
        assert recording.session.now == 3.0

    def test_the_talk_can_return_to_a_line_it_left(self, recording: Recording, store: Store) -> None:
        here = recording.place
        recording.back(0)
        recording.say("what if", "dm", 1.0)
        recording.go_to(here)
        assert [turn.text for turn in recording.session.turns] == ["yo", "well", "so"]
        assert [turn.text for turn in resume(store, "s1").session.turns] == ["yo", "well", "so"]
        [branch] = recording.debrief().branches
        assert (branch.after, [turn.text for turn in branch.turns]) == (0, ["what if"])

    def test_going_back_alone_makes_no_branch(self, recording: Recording) -> None:
        here = recording.place
        recording.back(1)
        recording.go_to(here)
        assert recording.debrief().branches == ()

    def test_a_branch_says_what_would_be_judged_otherwise(self, recording: Recording) -> None:
        recording.back(2)
        recording.say("bye", "dm", 3.0)
        debrief = recording.debrief()
        [branch] = debrief.branches
        assert debrief.transcript.ending is not None
        assert (branch.after, branch.ending, [turn.text for turn in branch.turns]) == (2, None, ["so"])
        assert branch.changes == tuple(change for change in branch.changes if change.here != change.there)

    def test_a_turn_in_other_words_changes_nothing_that_is_saved(self, recording: Recording, store: Store) -> None:
        before = store.events("s1")
        tried = recording.rewrite(3, "bye")
        assert (tried.turn.number, tried.turn.text, tried.turn.state) == (3, "bye", "end")
        assert [message.text for message in tried.turn.client] == ["bye", "the end"]
        assert store.events("s1") == before
        assert recording.session.turns[2].text == "so"


class TestNotes:
    RATING = SelfRating(id="n1", role="trainee", at="2026-01-01T11:00:00Z", levels={"contact": "met"})
    REWRITE = Rewrite(id="n2", role="trainee", at="2026-01-01T11:05:00Z", turn=1, text="bye")

    def test_they_stand_in_the_debrief_and_not_in_the_talk(
        self, store: Store, frozen: Played, small_readers: Readers
    ) -> None:
        recording = begun(store, frozen, small_readers)
        recording.say("yo", "dm", 1.0)
        recording.note(self.RATING)
        recording.say("well", "dm", 2.0)
        recording.note(self.REWRITE)
        debrief = resume(store, "s1").debrief()
        assert debrief == recording.debrief()
        assert debrief.notes == (self.RATING, self.REWRITE)
        assert [rated.item for rated in debrief.self_rated] == ["contact"]
        assert [one.turn.text for one in debrief.rewritten] == ["bye"]
        assert [turn.text for turn in debrief.transcript.turns] == ["yo", "well"]
        assert store.events("s1")[3].parent == 2
        assert store.sessions()[0].last == "reply"

    def test_a_note_is_there_only_once(self, store: Store, frozen: Played, small_readers: Readers) -> None:
        recording = begun(store, frozen, small_readers)
        recording.note(self.RATING)
        recording.note(self.RATING)
        assert kinds(store) == ["note"]

    def test_a_note_of_an_unknown_kind_is_told(self, store: Store, frozen: Played, small_readers: Readers) -> None:
        begun(store, frozen, small_readers)
        store.append(Event(session="s1", number=1, kind="note", at=0, body={"kind": "song"}))
        with pytest.raises(StoreError, match="session s1: note 1 is of a kind this version does not know"):
            resume(store, "s1").debrief()


def test_there_is_no_such_session(store: Store) -> None:
    with pytest.raises(StoreError, match="s9"):
        resume(store, "s9")


def test_a_session_without_content_of_its_own_is_not_resumed(
    store: Store, frozen: Played, small_readers: Readers
) -> None:
    head = begun(store, frozen, small_readers).head
    store.create(head.model_copy(update={"id": "old", "hashes": {}}))
    with pytest.raises(StoreError, match="session old keeps no scenario and no rubric and no codebook of its own"):
        resume(store, "old")


@pytest.mark.parametrize("continues", ["null", '{"scenario":"ira","by_ending":{"done":"one"}}'])
def test_a_session_whose_scenario_still_says_what_it_continues_is_resumed(
    continues: str, store: Store, frozen: Played, small_readers: Readers
) -> None:
    head = begun(store, frozen, small_readers).head
    text = store.content(head.hashes["scenario"])
    kept = store.put_content(text.replace('"safety":', f'"continues":{continues},"safety":'))
    assert kept != head.hashes["scenario"]
    store.create(head.model_copy(update={"id": "old", "hashes": {**head.hashes, "scenario": kept}}))
    assert resume(store, "old").frozen.scenario == frozen.scenario
