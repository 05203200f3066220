"""A conversation that is on disk before the client answers, and goes on where it was left."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from simulator import __version__
from simulator.library import Played
from simulator.model.manner import Manner
from simulator.model.transcript import Message, Transcript, Turn, Where
from simulator.readers import Readers
from simulator.records.own_content import OwnContent
from simulator.records.replaying import replayed, up_to_turn
from simulator.script import Script
from simulator.session import Session
from simulator.store.events import Event, EventKind, Mode, SessionHead, StoredEvent
from simulator.store.lines import current_line, line_to
from simulator.store.protocol import Store

if TYPE_CHECKING:
    # What judges is read when a debrief is made: a talk begins without it.
    from simulator.model.debrief import Debrief, Rewritten
    from simulator.model.notes import Note
    from simulator.records.branching import Judge


class Beginning(NamedTuple):
    """What only the caller knows of a new session: its id, whose it is (a code), when, with which seed and clock."""

    id: str
    trainee: str | None
    started_at: str
    seed: int
    mode: Mode
    manner: Manner = "practice"


class Recording:
    """A session and its place in the store. A turn is committed before it is answered, and the answer after."""

    def __init__(self, store: Store, head: SessionHead, frozen: Played, script: Script) -> None:
        self._store = store
        self._number = 0
        self._parent: int | None = None
        self._script = script
        self.head = head
        self.frozen = frozen
        self.session = Session(self._script, head.seed)
        self.replaced: dict[str, int] = {}

    def make_ready(self) -> None:
        """Make what reads turns now; else the first turn waits for it."""
        self._script.make_ready()

    def say(self, text: str, where: Where, at: float) -> Turn:
        """One counselor turn at `at` seconds: replaced, read, saved, then answered, and the answer saved."""
        heard = self.session.hear(text, where, at)
        self.replaced = heard.replaced
        self._append("turn", at, {"text": heard.text, "where": heard.where})
        turn = self.session.answer(heard)
        self._save_reply(turn.client, at)
        return turn

    def wait(self, until: float) -> tuple[Message, ...]:
        """Let time pass; saved only where the client did something about it, be it without a word."""
        before = self.session.silences
        messages = self.session.wait(until)
        if self.session.silences != before:
            self._append("wait", until, {})
            self._save_reply(messages, until)
        return messages

    def stop(self) -> None:
        """End at once and unjudged."""
        self.session.stop()
        self._append("stop", self.session.now, {})

    @property
    def place(self) -> int:
        """The event the talk stands at, 0 at the beginning; to be handed to `go_to` later."""
        return self._parent or 0

    def back(self, turns: int) -> None:
        """Take the talk back to the answer to its turn number `turns` (0: the opening); what came after is kept."""
        kept = up_to_turn(current_line(self._store.events(self.head.id)), turns)
        self.go_to(kept[-1].number if kept else 0)

    def go_to(self, place: int) -> None:
        """Let the talk go on from an event of it (0: the beginning), whichever line that is on."""
        line = line_to(place, self._store.events(self.head.id))
        self.session = replayed(self._script, self.head.seed, line).session
        self._parent = place or None
        self._append("back", self.session.now, {})

    def note(self, note: "Note") -> None:
        """Put a note beside the talk."""
        from simulator.records.noting import add_note

        add_note(self._store, self.head.id, note)
        self._number = len(self._store.events(self.head.id))

    @property
    def notes(self) -> "tuple[Note, ...]":
        """What stands beside the talk, in the order in which it was written."""
        from simulator.records.noting import notes_of

        return notes_of(self._store.events(self.head.id))

    def debrief(self) -> "Debrief":
        """The debrief of the conversation as it stands, by the rubric it was begun with, with all that is beside it."""
        from simulator.records.branching import debriefed

        return debriefed(self._judge(), self.session.transcript(), self._store.events(self.head.id))

    def judged(self, transcript: Transcript) -> "Debrief":
        """What the session's rubric says of a talk of its scenario, without what is beside this one."""
        return self._judge().debrief(transcript)

    def rewrite(self, turn: int, text: str) -> "Rewritten":
        """What an own turn in other words would have been; nothing is saved. `turn` counts from 1."""
        from simulator.records.branching import rewritten

        judge = self._judge()
        line = current_line(self._store.events(self.head.id))
        return rewritten(judge, line, (turn, text), judge.debrief(self.session.transcript()))

    def replay(self, events: Sequence[StoredEvent]) -> None:
        """Bring the session to where its events end; what the client did and was not saved yet is saved now."""
        line = current_line(events)
        self._number = len(events)
        self._parent = line[-1].number if line else None
        self.session, unsaved = replayed(self._script, self.head.seed, line)
        if unsaved is not None:
            self._save_reply(unsaved, self.session.now)
        elif line and line[-1].kind == "reply":
            self._save_ending(self.session.now)

    def _judge(self) -> "Judge":
        from simulator.records.branching import judge_of

        return judge_of(self._script, self.head, self.frozen, self.session.now)

    def _save_reply(self, messages: Iterable[Message], at: float) -> None:
        said = [message.model_dump(mode="json", by_alias=True, exclude={"cues", "unsure"}) for message in messages]
        turns = self.session.turns
        self._append("reply", at, {"messages": said, "trust": turns[-1].trust if turns else None})
        self._save_ending(at)

    def _save_ending(self, at: float) -> None:
        ending = self.session.ending
        if ending:
            self._append("end", at, {"ending": ending.id, "kind": ending.kind})

    def _append(self, kind: EventKind, at: float, body: dict[str, Any]) -> None:
        self._number += 1
        event = Event(session=self.head.id, number=self._number, parent=self._parent, kind=kind, at=at, body=body)
        self._store.append(event)
        self._parent = self._number


def begin(store: Store, frozen: Played, readers: Readers, beginning: Beginning) -> Recording:
    """A new session, frozen to the content it begins with."""
    for content in frozen.contents().values():
        if not store.has_content(content.sha256):
            store.put_content(content.text)
    head = SessionHead(
        id=beginning.id,
        trainee=beginning.trainee,
        scenario=frozen.scenario.id,
        seed=beginning.seed,
        started_at=beginning.started_at,
        hashes={kind: content.sha256 for kind, content in frozen.contents().items()},
        program=__version__,
        mode=beginning.mode,
        manner=beginning.manner,
    )
    store.create(head)
    return Recording(store, head, frozen, Script(frozen.scenario, readers))


def resume(store: Store, session: str) -> Recording:
    """A session as it was left, with the content it was begun with. Raises StoreError where there is none."""
    head = store.head(session)
    recording = Recording(store, head, *OwnContent(store).of(head))
    recording.replay(store.events(session))
    return recording
