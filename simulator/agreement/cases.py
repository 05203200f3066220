"""What people said in their notes, thing by thing, beside what the engine had said of it."""

from collections.abc import Callable, Collection, Hashable, Iterable
from typing import NamedTuple, TypeVar

from simulator.model.notes import Adjustment, Agreement, Coding, LevelVerdict, Note

YES, NO, ABSTAINED = "yes", "no", "unsure"

_Judged = TypeVar("_Judged", Coding, LevelVerdict)


class Judgement(NamedTuple):
    """What a person said of one thing, an act or a criterion, in one `unit` (a turn or a session), and the engine."""

    thing: str
    unit: str
    person: str
    value: str
    engine: str | None
    blind: bool


def levels_judged(session: str, notes: Iterable[Note]) -> tuple[Judgement, ...]:
    """The levels people gave to the criteria of a session."""
    given: list[LevelVerdict] = [note for note in notes if isinstance(note, Agreement | Adjustment)]
    return tuple(
        Judgement(note.criterion, session, note.by or "", note.level, _engine(note), note.blind)
        for note in _counting(given, lambda note: (note.criterion, note.by))
    )


def turns_coded(notes: Iterable[Note]) -> tuple[Coding, ...]:
    """The codings that count: turns of which a person said everything that is in them."""
    given = [note for note in notes if isinstance(note, Coding)]
    return tuple(_counting(given, lambda note: (note.turn, note.by)))


def acts_judged(session: str, codings: Iterable[Coding], vocabulary: Collection[str]) -> tuple[Judgement, ...]:
    """Whether each act of the vocabulary is in the coded turns."""
    return tuple(
        Judgement(
            act, f"{session}:{one.turn}", one.by or "", YES if act in one.acts else NO, _read(act, one), one.blind
        )
        for one in codings
        for act in vocabulary
    )


def _counting(given: Iterable[_Judged], key: Callable[[_Judged], Hashable]) -> list[_Judged]:
    """One a key: the last that was judged blind, for it owes nothing to the engine's; else the last."""
    rows: dict[Hashable, list[_Judged]] = {}
    for note in given:
        rows.setdefault(key(note), []).append(note)
    return [next((note for note in reversed(row) if note.blind), row[-1]) for row in rows.values()]


def _engine(note: LevelVerdict) -> str | None:
    return note.level if isinstance(note, Agreement) else note.engine


def _read(act: str, coding: Coding) -> str:
    if act in coding.engine:
        return YES
    return ABSTAINED if act in coding.unsure else NO
