"""What one supervisor makes of the acts of a turn, beside what the engine read in it."""

from collections.abc import Iterable
from typing import NamedTuple

from simulator.model.notes import ActVerdict, Coding
from simulator.model.transcript import Act, Turn


class Read(NamedTuple):
    """An act the engine read in a turn, by its stretches of words; not `sure` where it left that open."""

    act: str
    sure: bool
    spans: tuple[Act, ...]


def readings(turn: Turn) -> tuple[Read, ...]:
    """Each act once, in the order of its words; sure where any of its stretches is."""
    spans: dict[str, list[Act]] = {}
    for one in sorted((*turn.reading.acts, *turn.reading.unsure), key=lambda act: (act.start, act.end)):
        spans.setdefault(one.act, []).append(one)
    return tuple(Read(act, act in turn.reading.act_ids, tuple(row)) for act, row in spans.items())


def engine_acts(turn: Turn) -> tuple[str, ...]:
    """What the engine is sure of."""
    return tuple(one.act for one in readings(turn) if one.sure)


def open_acts(turn: Turn) -> tuple[str, ...]:
    """What the engine left open."""
    return tuple(one.act for one in readings(turn) if not one.sure)


def verdicts(turn: int, notes: Iterable[Coding | ActVerdict]) -> dict[str, bool]:
    """By act whether it is there, as the notes of one person say, the latest counting; a coding names all there are."""
    found: dict[str, bool] = {}
    for note in notes:
        if note.turn != turn:
            continue
        if isinstance(note, Coding):
            named = {*note.acts, *note.engine, *note.unsure, *found}
            found = {act: act in note.acts for act in named}
        else:
            found[note.act] = note.present
    return found
