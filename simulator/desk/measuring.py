"""How far the engine and supervisors agree over many sessions, from what people wrote beside them."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from simulator.agreement.cases import acts_judged, levels_judged, turns_coded
from simulator.agreement.reliability import OF_ACTS, OF_LEVELS, reliabilities, unreliable
from simulator.model.notes import Note
from simulator.model.reliability import Among, Reliabilities

SEED = 1
"""Draws the intervals; any number does, and the same number gives the same interval."""


class Bar(NamedTuple):
    """What counts as reliable: an alpha of at least `floor`, over at least so many cases."""

    floor: float = 0.6
    least_cases: int = 10


def measured(notes: Mapping[str, Sequence[Note]], among: Among, bar: Bar, seed: int) -> Reliabilities:
    """Every act and every criterion that people judged, from the notes of each session."""
    levels = [one for session, row in notes.items() for one in levels_judged(session, row)]
    codings = {session: turns_coded(row) for session, row in notes.items()}
    named = (note for row in codings.values() for note in row)
    vocabulary = sorted({act for note in named for act in (*note.acts, *note.engine, *note.unsure)})
    acts = [one for session, row in codings.items() for one in acts_judged(session, row, vocabulary)]
    criteria = reliabilities(levels, among, OF_LEVELS, seed)
    return Reliabilities(
        among=among,
        people=tuple(sorted({one.person for one in (*levels, *acts)})),
        sessions=len({one.unit.partition(":")[0] for one in (*levels, *acts)}),
        criteria=criteria,
        acts=reliabilities(acts, among, OF_ACTS, seed),
        unreliable=unreliable(criteria, *bar) if among == "engine" else (),
    )


def unreliable_criteria(notes: Iterable[Sequence[Note]]) -> tuple[str, ...]:
    """The criteria a debrief shows as not reliable yet."""
    levels = [one for number, row in enumerate(notes) for one in levels_judged(str(number), row)]
    return unreliable(reliabilities(levels, "engine", OF_LEVELS, SEED), *Bar())
