"""A conversation that was held elsewhere, in the store: no client answers in it, so its words are all there is."""

from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import Any, NamedTuple

from simulator import __version__
from simulator.library import Frozen
from simulator.model.debrief import Debrief, Header
from simulator.model.transcript import Closing, Message, Transcript, Turn
from simulator.readers import Readers
from simulator.records.noting import noted, notes_of
from simulator.scorer.scorer import score
from simulator.scorer.setting import Setting
from simulator.store.canonical_json import canonical
from simulator.store.codes import ID_BYTES, new_id
from simulator.store.events import Event, EventKind, SessionHead, StoredEvent
from simulator.store.lines import current_line
from simulator.store.protocol import Store
from simulator.talk_coding import code_talk, talk_readers

_OF_TURN = {"text", "where", "state", "stage", "trust", "trust_change", "why", "matched", "nearest"}


class Arrival(NamedTuple):
    """Whose talk it is (a code), and when it was held, or else taken in (ISO 8601 in UTC)."""

    trainee: str
    started_at: str


class ImportedTalk:
    """An imported session by its own content."""

    def __init__(self, head: SessionHead, content: tuple[Frozen, Readers], events: Sequence[StoredEvent]) -> None:
        self.head = head
        self.frozen, self._readers = content
        self._events = events

    def debrief(self) -> Debrief:
        """The debrief by the rubric it was imported with, with the notes beside it."""
        head, scenario, rubric = self.head, self.frozen.scenario, self.frozen.rubric
        readers = talk_readers(self._readers.coder, self._readers.client_reader, scenario)
        coded = code_talk(_transcript(head, self._events), readers)
        header = Header(
            session=head.id, trainee=head.trainee, date=head.started_at, program=head.program, hashes=head.hashes
        )
        judged = score(coded, rubric, Setting.of(scenario, header))
        return noted(judged, rubric, notes_of(self._events))


def talk_id(transcript: Transcript) -> str:
    """The id of the session that a talk becomes: it follows from the words and who said them, not from the file."""
    said = [(message.role, message.text) for message in transcript.opening]
    for turn in transcript.turns:
        said += [("counselor", turn.text), *((message.role, message.text) for message in turn.client)]
    return new_id(sha256(canonical(said).encode()).digest()[:ID_BYTES])


def store_talk(store: Store, transcript: Transcript, content: Frozen, arrival: Arrival) -> str:
    """Save a talk whose personal data is replaced, frozen to its content, as a session that is over; returns its id.

    Raises StoreError where the same words are there already.
    """
    session = talk_id(transcript)
    _take_away_half(store, session)
    head = SessionHead(
        id=session,
        trainee=arrival.trainee,
        scenario=content.scenario.id if content.scenario else "",
        seed=0,
        started_at=arrival.started_at,
        hashes={kind: store.put_content(one.text) for kind, one in content.contents().items()},
        program=__version__,
        mode="imported",
    )
    events = [
        Event(session=session, number=number, parent=number - 1 or None, kind=kind, at=at, body=body)
        for number, (kind, at, body) in enumerate(_happened(transcript), start=1)
    ]
    store.create(head)
    for event in events:
        store.append(event)
    return session


def _take_away_half(store: Store, session: str) -> None:
    """An import that was broken off leaves no end; it may be done again."""
    if store.has_session(session):
        there = store.summary(session)
        if there.head.is_imported and not there.is_over:
            store.delete(session)


def _happened(transcript: Transcript) -> Iterable[tuple[EventKind, float, dict[str, Any]]]:
    if transcript.opening:
        yield "reply", transcript.opening[0].at, _reply(transcript.opening)
    at = 0.0
    for turn in transcript.turns:
        at = max([at, turn.at, *(message.at for message in turn.client)])
        yield "turn", turn.at, turn.model_dump(mode="json", include=_OF_TURN, exclude_defaults=True)
        if turn.client:
            yield "reply", turn.client[0].at, _reply(turn.client)
    closing = transcript.ending
    ended: dict[str, Any] = {"ending": closing.id if closing else None, "kind": closing.kind if closing else None}
    yield ("stop", at, {}) if transcript.stopped else ("end", at, ended)


def _reply(messages: Iterable[Message]) -> dict[str, Any]:
    """Author's cues stay with their line: they cannot be found in its words again."""
    return {"messages": [one.model_dump(mode="json", by_alias=True, exclude_defaults=True) for one in messages]}


def _transcript(head: SessionHead, events: Sequence[StoredEvent]) -> Transcript:
    """The words as they were saved, which nobody has read yet."""
    opening: tuple[Message, ...] = ()
    turns: list[Turn] = []
    ending: Closing | None = None
    stopped = False
    for event in current_line(events):
        if event.kind == "turn":
            turns.append(Turn(number=len(turns) + 1, at=event.at, **event.body))
        elif event.kind == "reply":
            said = tuple(Message.model_validate(row) for row in event.body["messages"])
            if turns:
                turns[-1] = turns[-1].model_copy(update={"client": said})
            else:
                opening = said
        elif event.kind == "end" and event.body["ending"]:
            ending = Closing(id=event.body["ending"], kind=event.body["kind"])
        stopped = stopped or event.kind == "stop"
    return Transcript(
        scenario=head.scenario or None, opening=opening, turns=tuple(turns), ending=ending, stopped=stopped
    )
