"""Notes of a session in the store: put beside the talk, read back in the order in which they were written."""

from collections.abc import Iterable, Sequence
from typing import Any

from pydantic import ValidationError

from simulator.coder.personal_data import replace_personal_data
from simulator.errors import StoreError
from simulator.model.debrief import Debrief
from simulator.model.notes import NOTE, OWN_WORDS, Note
from simulator.model.rubric import Rubric
from simulator.scorer.adjusted import adjusted_levels
from simulator.scorer.self_rating import self_rated
from simulator.store.events import Event, StoredEvent
from simulator.store.lines import current_line, line_to, talk_of
from simulator.store.protocol import Store


def add_note(store: Store, session: str, note: Note) -> None:
    """Save a note, personal data in it replaced, unless one of its id is there. StoreError: no such session."""
    events = store.events(session)
    if note.id in {event.body.get("id") for event in events if event.kind == "note"}:
        return
    talk = talk_of(events)
    newest = talk[-1] if talk else None
    event = Event(
        session=session,
        number=len(events) + 1,
        parent=newest.number if newest else None,
        kind="note",
        at=newest.at if newest else 0.0,
        body=_without_personal_data(note),
    )
    store.append(event)


def _without_personal_data(note: Note) -> dict[str, Any]:
    body = note.model_dump(mode="json")
    return {key: _replaced(value) if key in OWN_WORDS else value for key, value in body.items()}


def _replaced(words: Any) -> Any:
    if isinstance(words, dict):
        return {key: _replaced(value) for key, value in words.items()}
    return replace_personal_data(words).text


def notes_of(events: Iterable[StoredEvent]) -> tuple[Note, ...]:
    """The notes among the events. Raises StoreError for one this version cannot read."""
    return tuple(_note(event) for event in events if event.kind == "note")


def standing_notes(events: Sequence[StoredEvent]) -> tuple[Note, ...]:
    """The notes but those on a turn that was taken back since: the words they are about are said no more."""
    kept = _turns(current_line(events))
    written = ((_note(event), _turns(line_to(event.parent or 0, events))) for event in events if event.kind == "note")
    return tuple(note for note, then in written if _is_about(note, then, kept))


def _turns(line: Iterable[StoredEvent]) -> list[int]:
    return [event.number for event in line if event.kind == "turn"]


def _is_about(note: Note, then: Sequence[int], now: Sequence[int]) -> bool:
    """Whether the turn of a note, if it has one, is the same in the talk as it was then and as it is now."""
    turn = getattr(note, "turn", None)
    return turn is None or then[turn - 1 : turn] == now[turn - 1 : turn]


def noted(judged: Debrief, rubric: Rubric, notes: tuple[Note, ...]) -> Debrief:
    """The debrief with the notes beside it, and with the trainee's and the supervisors' levels in them."""
    rated, adjusted = self_rated(rubric, judged.criteria, notes), adjusted_levels(notes)
    return judged.model_copy(update={"notes": notes, "self_rated": rated, "adjusted": adjusted})


def all_notes(store: Store) -> tuple[dict[str, tuple[Note, ...]], list[str]]:
    """The notes of every session that has some, and what is wrong with those that cannot be read."""
    found: dict[str, tuple[Note, ...]] = {}
    unreadable: list[str] = []
    for session in store.with_notes():
        try:
            found[session] = notes_of(store.events(session))
        except StoreError as wrong:
            unreadable.append(str(wrong))
    return found, unreadable


def _note(event: StoredEvent) -> Note:
    try:
        return NOTE.validate_python(event.body)
    except ValidationError:
        what = f"session {event.session}: note {event.number} is of a kind this version does not know"
        raise StoreError(f"{what}; read it with the newer version that wrote it; nothing was changed") from None
